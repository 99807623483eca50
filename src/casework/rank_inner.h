/* What the files of the ranking share, inside the casework room only. */
#ifndef KANSLI_CASEWORK_RANK_INNER_H
#define KANSLI_CASEWORK_RANK_INNER_H

#include "assess.h"
#include "change.h"
#include "rank_compare.h"

/* ---- points: rank_points.c */

/* The criteria the round asks, in their order. */
struct rank_criteria {
	int count;
	int64_t version;
	const char *ids[SCORE_CRITERIA]; /* "K4" */
	int weights[SCORE_CRITERIA];
	bool bonus[SCORE_CRITERIA];
};
enum { STEP_UNSAID = -1, STEP_ABSTAINED = -2 };
/* What one assessor says now, handed in: steps 0–4, or one of the above. */
struct rank_sheet {
	int64_t id, person;
	int8_t steps[SCORE_CRITERIA], low[SCORE_CRITERIA], high[SCORE_CRITERIA]; /* low and high of a step only */
};
/* What counts of one measure. */
struct rank_counted {
	int64_t measure;
	struct rank_sheet *sheets;
	int sheet_count, room;
	int8_t agreed[SCORE_CRITERIA]; /* the step the assessors agreed on; STEP_UNSAID: none */
};
struct rank_standing {
	int64_t mean, median, lowest, highest; /* as in struct rank_row */
	int lowest_step, abstained, agreed, missing;
	bool zero;
};
/* Of each criterion: the agreed step, or the mean of those who gave one; missing when nobody did, or somebody has not
 * said yet. Pure. */
void rank_standing_count(const struct rank_criteria *criteria, const struct rank_sheet *sheets, int sheet_count,
	const int8_t agreed[SCORE_CRITERIA], struct rank_standing *out);
/* What a row shows of its standing. */
void rank_row_stand(struct rank_row *row, const struct rank_standing *standing);
/* A locked row's; mean -1: none was kept. */
struct rank_standing rank_standing_read(struct rows *rows);
/* Points 0–400 · RANK_UNIT as 0–100, halves away from zero. */
int rank_hundred(int64_t points);
/* Of the round's own version, 0, or of another. */
bool rank_criteria_read(struct casework *cw, int64_t round, int64_t version, struct arena *arena,
	struct rank_criteria *out, struct error *err);
/* Tells of each measure of the round that something is handed in on, measure by measure, whoever may see it: hiding is
 * the caller's. What is told lasts as long as the call. */
bool rank_counted_read(struct casework *cw, int64_t round, const struct rank_criteria *criteria,
	void (*tell)(const struct rank_counted *counted, void *closure), void *closure, struct error *err);

bool rank_counted_measure_read(struct casework *cw, int64_t measure, const struct rank_criteria *criteria,
	void (*tell)(const struct rank_counted *counted, void *closure), void *closure, struct error *err);

/* ---- order and place */

/* None of RANK_NO_PLACE, RANK_HIDDEN and RANK_WITHOUT. */
bool rank_has_place(const struct rank_row *row);
/* The chair proposes to skip it, and it is not decided. */
bool rank_is_skipped(const struct rank_row *row);
/* Rows in point order, a moved row's `place` being where the chair wants it: the moved ones are taken out and put in
 * at their places, ascending. Places beyond the end mean the end; of two wanting the same place the one with more
 * points gets it. Pure. */
void rank_insert_moved(struct rank_row *rows, int count);
/* What a year's limit leaves for the list: 0 the appropriation, 1 the authority to commit, 2 the round's own limit.
 * MONEY_UNKNOWN: it is not tested. Pure. */
int64_t rank_room(const struct budget_year *year, int kind);
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
/* firm_load() without the questions of right and of a common moment, for use inside another read or a change. */
struct firm;
bool firm_read(struct casework *cw, int64_t round, int year, enum rank_eyes eyes, struct firm *out, struct error *err);
/* As the actor may see it, the newest proposal taken as open and the round as assessed under a version of the criteria;
 * 0: its own. *used gets the version. Nothing is written. */
bool rank_read_under(struct casework *cw, int64_t round, int year, int64_t version, struct ranking *out, int64_t *used,
	struct error *err);
/* Items and counts of a comparison whose two rankings have been read. */
void comparison_fill(struct comparison *comparison);

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
