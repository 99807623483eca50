/* What the files about measures share, for the casework room only. */
#ifndef KANSLI_CASEWORK_MEASURE_INNER_H
#define KANSLI_CASEWORK_MEASURE_INNER_H

#include "application_inner.h"
#include "field.h"
#include "measure.h"

extern const struct form measure_typed;

/* Cleans a change's texts and checks its amounts: years, each once; sought ≤ cost in total. The texts then belong to
 * the arena; *wrong (may be NULL) gets the field's name. */
bool measure_values_clean(
	struct casework *cw, struct arena *arena, struct measure_change *values, const char **wrong, struct error *err);

/* A measure as it stands when a change begins, read inside the change. */
struct measure_standing {
	int64_t id, version, application;
	int n;
	const char *withdrawn_on;
	bool decided;
	struct standing of; /* its application */
};
/* ERROR_MISSING when there is no such measure. */
bool measure_look(struct change *change, int64_t measure, struct measure_standing *out, struct error *err);
/* ERROR_INVALID when it or its application is withdrawn, or it is decided. */
bool measure_is_open(const struct measure_standing *standing, struct error *err);

#endif
