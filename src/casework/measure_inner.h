/* What the files about measures share, for the casework room only. */
#ifndef KANSLI_CASEWORK_MEASURE_INNER_H
#define KANSLI_CASEWORK_MEASURE_INNER_H

#include "field.h"
#include "measure.h"

extern const struct form measure_typed;

/* Cleans a change's texts and checks its amounts: years, each once; sought ≤ cost in total. The texts then belong to
 * the arena; *wrong (may be NULL) gets the field's name. */
bool measure_values_clean(
	struct casework *cw, struct arena *arena, struct measure_change *values, const char **wrong, struct error *err);

#endif
