/* Who takes no part in which case (FL 17 §). One predicate, the views `bar` and `barred` of the schema, asked wherever
 * something is shown, counted or done: a list reads the actor's few bars once, a change asks inside its transaction. */
#ifndef KANSLI_CASEWORK_BAR_H
#define KANSLI_CASEWORK_BAR_H

#include "access.h"

/* What the actor is barred from, and since when. */
struct bar {
	int64_t application, round; /* one of them; both 0: no bar */
	const char *round_name;     /* "" for one application */
	char since[DAY_TEXT];       /* the day it was reported, or tried */
	bool tried;                 /* as barred; otherwise reported and not tried yet */
	bool told;                  /* somebody else recorded it */
};
struct bars {
	struct bar *items;
	int count;
};
/* The actor's, in the arena: few, so that a list asks once and not for each row. ERROR_FAILED. */
bool bars_load(struct casework *cw, struct arena *arena, struct bars *out, struct error *err);
/* The bar that holds for the application, which is in the round; NULL: none does. */
const struct bar *bars_hold(const struct bars *bars, int64_t application, int64_t round);
/* RELATION_BARRED or RELATION_NONE. */
unsigned bars_relation(const struct bars *bars, int64_t application, int64_t round);

/* "19: du har anmält jäv 2026-10-02. Ärendet öppnas för läsning, utan bedömning."; `number` as shown. In the arena. */
const char *bar_words(const struct bar *bar, const char *number, struct arena *arena);
/* How the actor stands to the application now: RELATION_BARRED or RELATION_NONE, added to *relation. */
bool bar_relation(struct casework *cw, int64_t application, unsigned *relation, struct error *err);
/* For reading what a barred person does not read; ERROR_DENIED with the words above. */
bool bar_opens(struct casework *cw, int64_t application, struct error *err);
bool bar_round_opens(struct casework *cw, int64_t round, struct error *err);
/* may() for something done to the application, or to a round's ranking or limits, inside the change's transaction;
 * ERROR_DENIED with the words above. */
bool may_about(struct casework *cw, enum right right, unsigned relation, int64_t application, struct error *err);
bool may_in_round(struct casework *cw, enum right right, unsigned relation, int64_t round, struct error *err);
/* Refuses when the change under way handles cases, by a right that may() has granted, and the actor is barred from the
 * application. Every event about an application passes here, so that no verb can forget to ask. */
bool bar_free(struct casework *cw, int64_t application, struct error *err);

#endif
