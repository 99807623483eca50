/* What was known of a case at the end of a day, from what the events kept. A thing without an event by then was not
 * there; a value is what the newest event by then says. What the actor may not see stays hidden in the past too. */
#ifndef KANSLI_CASEWORK_REWIND_H
#define KANSLI_CASEWORK_REWIND_H

#include "access.h"

struct rewind_item {
	const char *object, *after; /* after NULL: hidden from the actor */
	int64_t id;
	bool there;
};
struct rewind {
	struct arena arena;
	const char *day; /* NULL: nothing is rewound, everything is as it stands */
	struct rewind_item *items;
	int count;
	int later;  /* events of the case after the day */
	int hidden; /* things whose values then the actor may not see */
};
/* as_of NULL: now. RIGHT_SEE. */
bool rewind_load(struct casework *cw, int64_t application, const char *as_of, struct rewind *out, struct error *err);
void rewind_done(struct rewind *rewind);
bool rewind_there(const struct rewind *rewind, enum object_kind kind, int64_t id);
/* The column's value then, in the rewind's arena; `now` where nothing is rewound or nothing is kept of it. */
const char *rewind_text(struct rewind *rewind, enum object_kind kind, int64_t id, const char *column, const char *now);
/* The value of one fact in canonical text; false: no such fact. *out is NULL where it is unknown. */
bool facts_value(const char *facts, const char *name, struct arena *arena, const char **out);

#endif
