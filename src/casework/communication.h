/* Has the applicant been told of the material before a decision that goes against it (FL 25 §)? A warning, never a bar:
 * whether it was needed a person judges. */
#ifndef KANSLI_CASEWORK_COMMUNICATION_H
#define KANSLI_CASEWORK_COMMUNICATION_H

#include "casework.h"

/* *out, in the arena: a sentence when the measure has been neither communicated nor judged to need none, or when the
 * time for the answer still runs; NULL otherwise. `number` as shown: "12.3". A notice under 11 § tells as much. */
bool communication_warning(struct casework *cw, int64_t application, int measure_n, const char *number,
	struct arena *arena, const char **out, struct error *err);

#endif
