/* What the files of the ranking share, inside the casework room only. */
#ifndef KANSLI_CASEWORK_RANK_INNER_H
#define KANSLI_CASEWORK_RANK_INNER_H

#include "change.h"
#include "rank.h"

/* None of RANK_NO_PLACE, RANK_HIDDEN and RANK_WITHOUT. */
bool rank_has_place(const struct rank_row *row);
/* The chair proposes to skip it, and it is not decided. */
bool rank_is_skipped(const struct rank_row *row);
/* Rows in point order, a moved row's `place` being where the chair wants it: the moved ones are taken out and put in
 * at their places, ascending. Places beyond the end mean the end; of two wanting the same place the one with more
 * points gets it. Pure. */
void rank_insert_moved(struct rank_row *rows, int count);
/* MONEY_UNKNOWN when a part is unknown; year 0: all years. */
int64_t rank_amount(const int64_t years[BUDGET_YEARS], int year);

/* The questions before a reading: is it a payment year, and may the actor see. */
bool rank_may(struct casework *cw, int year, struct error *err);

enum rank_eyes {
	RANK_AS_ACTOR,  /* what the actor may see */
	RANK_AS_STORED, /* everything: for the verbs, which check the right and show nothing */
};
/* ranking_load without the questions of right and of a common moment: for use inside another read or a change. On
 * failure *out is untouched. */
bool rank_read(struct casework *cw, int64_t round, int proposal_n, int year, enum rank_eyes eyes, struct ranking *out,
	struct error *err);

/* What the chair skips and what is the least of each measure, while rows stand by measure. */
bool rank_beside_read(struct casework *cw, struct ranking *ranking, struct error *err);

/* The chair at work on a round, inside a change. */
struct chair {
	struct change *change;
	struct ranking base; /* the newest proposal as it stood; proposal 0: there was none */
	struct ranking now;  /* the open one; its rows are the base's when it was open already */
	bool made;           /* the open one was made by this change */
	const char *before;  /* its facts, NULL when made */
};
/* Asks for the right, the version and the open proposal, which is made when there is none. chair_done() also after a
 * failure. */
bool chair_sit(struct chair *chair, struct change *change, int64_t round, struct error *err);
void chair_done(struct chair *chair);
/* The event; application 0: the whole round's. */
bool chair_record(struct chair *chair, int64_t application, struct error *err);
/* The open proposal's version counts one up; one made by this very change has its version already. */
bool chair_touch(struct chair *chair, struct error *err);
/* The measure's row, refused when it is not in the list, is decided, or the actor is barred from its case. */
bool chair_row(struct chair *chair, int64_t measure, struct rank_row **out, char number[32], struct error *err);
/* "12.3" as shown. */
bool chair_number(struct chair *chair, const struct rank_row *row, char out[32], struct error *err);

#endif
