/* What holds from a day to a day, and is never taken away: it gets a last day. */
#ifndef KANSLI_CASEWORK_TERM_H
#define KANSLI_CASEWORK_TERM_H

#include "access.h"
#include "store/store.h"

struct term {
	const char *verb; /* of the event: "power-end" */
	enum object_kind object;
	enum right right; /* asked with RELATION_SELF where the row is the actor's own */
	enum sql standing,
		end;         /* standing: version, person (or NULL), from_on of :id; end: takes :id, :version, :to_on */
	const char *missing; /* "There is no such …", marked by N_() */
};
/* ERROR_INVALID: `last` is no day, or before the first. */
bool term_end(struct casework *cw, const struct operation *op, const struct term *term, int64_t id, const char *last,
	struct error *err);
/* Whether the last day (NULL: until further notice) comes after the first, or is the same. */
bool term_in_order(const char *from_on, const char *to_on, struct error *err);

#endif
