/* The least sum that makes sense to grant a measure, over all years: with less it is not begun. Who says so is kept
 * with it; the ranking tells of it, and it never changes what is sought. */
#ifndef KANSLI_CASEWORK_LEAST_H
#define KANSLI_CASEWORK_LEAST_H

#include "access.h"

/* `ore` above 0 and not above what is sought; MONEY_UNKNOWN: it is no longer said. `source`: who says so, needed.
 * op->if_version is the version of what was said, 0 the first time. RIGHT_LEAST_PUT; ERROR_MISSING: no such measure;
 * ERROR_INVALID, also of a measure that is withdrawn or decided. */
bool least_put(struct casework *cw, const struct operation *op, int64_t measure, int64_t ore, const char *source,
	struct error *err);

#endif
