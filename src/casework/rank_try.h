/* What if: a ranking that was read, with other limits, other amounts, without some measures, or with the line moved. In
 * memory only: nothing here writes, and nothing that was tried is ever kept. What the actor may not see is not in the
 * ranking that was read, so that no trial can tell of it. Pure. */
#ifndef KANSLI_CASEWORK_RANK_TRY_H
#define KANSLI_CASEWORK_RANK_TRY_H

#include "rank.h"

enum rank_limit { RANK_APPROPRIATION, RANK_COMMITMENT, RANK_ROUND, RANK_LIMITS };
/* "appropriation" "commitment" "round" */
const char *rank_limit_code(enum rank_limit kind);
bool rank_limit_read(const char *code, enum rank_limit *out); /* the code, or "anslag" "bemyndigande" "omgång" */

enum { RANK_TRY_ROWS = 64 };
struct rank_try {
	bool set[RANK_LIMITS][BUDGET_YEARS];      /* another limit is tried, */
	int64_t limit[RANK_LIMITS][BUDGET_YEARS]; /* öre as it would be entered; MONEY_UNKNOWN: as if none were set */
	int64_t without[RANK_TRY_ROWS];           /* measures that are left out */
	int without_count;
	struct rank_try_amount {
		int64_t measure, ore;
		int year;
	} amounts[RANK_TRY_ROWS]; /* proposed for one payment year */
	int amount_count;
	int64_t down_to; /* the line is moved down to and with this measure, whatever it takes; 0: it is not */
};
bool rank_try_empty(const struct rank_try *wish);
/* ERROR_INVALID when it is full. Leaving out again takes it in again. */
bool rank_try_without(struct rank_try *wish, int64_t measure, struct error *err);
/* "appropriation:2026=188 mnkr"; "round:2026=-": as if none were set. ERROR_INVALID says how it is written. */
bool rank_try_limit(struct rank_try *wish, const char *text, struct error *err);
bool rank_try_amount(struct rank_try *wish, int64_t measure, int year, int64_t ore, struct error *err);
/* Can it be tried? ERROR_INVALID: a decided measure, one without a place, more than is sought, an authority for a year
 * it does not cover; ERROR_MISSING: no such measure in the ranking. */
bool rank_try_holds(const struct ranking *real, const struct rank_try *wish, struct error *err);

/* What a limit must be raised by for the line to stand where it is moved to. */
struct rank_need {
	int year;
	enum rank_limit kind;
	int64_t leaves, needs, missing; /* öre: for this list; by the rows down to there and what is granted below */
};
struct rank_trial_row {
	enum rank_fit was;
	int was_place;
	int64_t was_ore; /* proposed, of the chosen year or all */
	bool changed;    /* fits otherwise, to another amount, or is left out; a place moved by another is no change */
};
struct rank_trial {
	struct ranking as;           /* as it would be; its texts are those of the real one, which must live as long */
	struct rank_trial_row *rows; /* one for each row of `as` */
	int changed, fell_in, fell_out;
	int64_t more_ore;                 /* above the line, against the real one */
	int64_t more_years[BUDGET_YEARS]; /* of the chosen year or all */
	struct rank_need needs[RANK_LIMITS * BUDGET_YEARS];
	int need_count; /* limits that are too low for the line to be moved */
};
void rank_try(const struct ranking *real, const struct rank_try *wish, struct rank_trial *out);
void rank_trial_done(struct rank_trial *trial);

/* Rows below the line that would each fit whole in what the first of them leaves, were that one skipped. At most `room`
 * are written; answers how many. */
int rank_fit_beside(const struct ranking *ranking, const struct rank_row **out, int room);
/* The first row below the line that asks for money and does not get it all; NULL. */
const struct rank_row *rank_first_below(const struct ranking *ranking);

#endif
