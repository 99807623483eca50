/* Where the assessors of a round differ: of each measure the actor may see the points of and at least two have handed
 * in, mean and median together, lowest and highest assessor, and the criteria where two are two steps or more apart.
 * What is hidden from the actor is taken out before anything is counted or put in order. */
#ifndef KANSLI_CASEWORK_DIFFER_H
#define KANSLI_CASEWORK_DIFFER_H

#include "assess.h"

enum { DIFFER_STEPS = 2, DIFFER_SHEETS = 2 }; /* so far apart is talked over; so many hand in before it can be */

enum differ_talk { DIFFER_NOT_DISCUSSED, DIFFER_NOT_AGREED, DIFFER_AGREED };

/* A criterion of a measure where two assessors are DIFFER_STEPS apart or more, as they score now. */
struct differing {
	int criterion;                   /* index */
	int low, high;                   /* steps given */
	enum differ_talk talk;           /* by the latest record that counts under the steps the round asks by now */
	int agreed;                      /* the step; SCORE_NONE */
	const char *discussion, *on_day; /* of that record; NULL: none */
	int64_t records;                 /* of the criterion, whether they count or not: consensus_record's version */
};
struct differ_sheet {
	const char *name;
	int8_t steps[SCORE_CRITERIA]; /* as they count now; SCORE_NONE: not said, SCORE_ABSTAINED */
};
struct differ_row {
	int64_t measure, application;
	int year, application_n, n;
	const char *lead_short, *title;
	int place;                                           /* in the ranking as the actor sees it; 0: none */
	int assessors, submitted;                            /* that count; of them, handed in */
	int points_100, median_100, lowest_100, highest_100; /* as in the ranking; -1: without a place */
	int spread_100;                                      /* highest less lowest; -1 */
	int64_t spread;                                      /* exact, in the ranking's unit; -1 */
	int steps;                                           /* the greatest difference on any criterion */
	int abstained, lowest_step;                          /* as in the ranking */
	bool zero_flag, barred, closed, decided;
	struct differ_sheet *sheets; /* by name in Swedish order */
	int sheet_count;
	struct differing *criteria; /* in the round's order */
	int count, open;            /* of them, not discussed */
};
struct differ {
	struct arena arena;
	int64_t round;
	const char *round_name;
	struct differ_row *items;
	int count;
	int open, open_measures; /* criteria that differ and are not discussed, and the measures they belong to */
	int differing;           /* measures with a criterion that differs */
	int hidden;              /* rows hidden from the actor, as in the ranking */
	const char *criteria[SCORE_CRITERIA], *names[SCORE_CRITERIA]; /* "K4", and its name in the language chosen */
	int criterion_count;
};
enum differ_order {
	DIFFER_BY_DISAGREEMENT, /* the widest spread first; without a place last. Then the most steps, then by number */
	DIFFER_BY_PLACE,        /* as in the ranking; without a place last */
	DIFFER_BY_NUMBER,
};
enum { DIFFER_ORDERS = 3 };

/* RIGHT_SEE; ERROR_MISSING: no such round. */
bool differ_load(struct casework *cw, int64_t round, enum differ_order order, struct differ *out, struct error *err);
void differ_done(struct differ *differ);
/* The same whatever order the rows come in. Pure. */
void differ_sort(struct differ *differ, enum differ_order order);
const char *differ_order_words(enum differ_order order); /* "in order of disagreement" */
/* "K1 0–4, K4 1–3", of those that differ and stand so; `every`: of all that differ. "" none. In the arena. */
const char *differ_steps_text(struct arena *arena, const struct differ *differ, const struct differ_row *row,
	enum differ_talk talk, bool every);
/* What each has given of a criterion, by name: "2, 4, abstains", or "Kim 2, Maja 4, Mats abstains". In the arena. */
const char *differ_given_text(struct arena *arena, const struct differ_row *row, int criterion, bool named);
/* "agreed 2", "not agreed", "not discussed": in the arena. */
const char *differ_talk_words(struct arena *arena, const struct differing *item);

#endif
