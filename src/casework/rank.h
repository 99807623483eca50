/* The ranking (13 §): point order by exact integers, the chair's moves with reasons, money added up from the top
 * against the limits, and the line where it ends.
 *
 * Order. The points are Σ weight · mean step: of each criterion the mean of the assessors who gave one, handed in, or
 * the step they agreed on. Who abstains from a criterion is left out of its mean; where nobody gave a step, or somebody
 * has not said yet, there is no place. Equal points share point_place; among equals the application registered first
 * stands first (register number, then the measure's own number): a rule that is known beforehand and that nobody's
 * money or name enters into. Then the chair's moved rows are put at their places. What the actor may not see of points
 * has no place in what the actor gets: it stands at the foot as RANK_HIDDEN, and the others are ordered, placed and
 * added up as if it were not there.
 *
 * Money. Amounts belong to payment years. Each year has up to three limits (budget.h), less what is granted outside
 * this list; a limit that nobody has set is not tested, nor is a row in a year it asks nothing of. A decided row counts
 * with what it was granted, and what is granted to rows further down is taken before any row above is tested. The line
 * stands after the last row that fits in full, counted from the top; the next fits partly when some of it does, and no
 * less than the least sum that makes sense to grant it (years that are not looked at count in full); all below are
 * outside, also those that would fit. A row the chair proposes to skip keeps its place, takes nothing, and the rows
 * below are tested as if it asked for nothing; what is decided is never skipped. */
#ifndef KANSLI_CASEWORK_RANK_H
#define KANSLI_CASEWORK_RANK_H

#include "budget.h"

/* Of points: any count of up to 16 assessors divides it, so that a mean is a whole number. */
enum { RANK_UNIT = 720720 };

enum rank_fit {
	RANK_INSIDE,   /* inom */
	RANK_PARTLY,   /* ryms delvis */
	RANK_OUTSIDE,  /* utanför */
	RANK_NO_PLACE, /* not every criterion scored by the assigned assessors yet: stands last */
	RANK_HIDDEN,   /* the actor has not handed in own scores: stands last */
	RANK_UNKNOWN,  /* has a place, but an amount is unknown: listed, never summed */
	RANK_SKIPPED,  /* has a place, and is proposed to get nothing */
	RANK_WITHOUT,  /* in a trial only (rank_try.h): without a place, as if it were not there */
};
struct rank_row {
	int64_t measure, application;
	int year, application_n, n;
	int participants;                        /* regions that take part, the lead among them */
	const char *lead_short, *title, *reason; /* reason: the chair's, "" when not moved */
	int place;                               /* 1.. as shown; 0 for those without a place */
	int point_place;                         /* by points alone; equal points share it */
	bool moved;
	int64_t points;                  /* 0–400 · RANK_UNIT, exact: compare them as they are */
	int64_t median, lowest, highest; /* of the assessors' own totals, in the same unit: an agreed step counts for
					    all, and what an assessor abstains from stands as it does for the others;
					    -1: not kept with a proposal locked long ago, or hidden */
	int lowest_step;          /* that counts, on a criterion that is not bonus; -1: none, not kept, or hidden */
	int abstained;            /* criteria abstained from, over all assessors */
	int agreed;               /* criteria that stand with an agreed step */
	int missing;              /* of the round's criteria: nobody gave a step, or somebody has not said yet */
	int incomplete;           /* handed-in assessments that do not say all that the round asks */
	int criteria;             /* that the round asks */
	int assessors, submitted; /* assigned and not relieved; of them, handed in */
	int criteria_scored, criteria_wanted; /* over all assessors; hidden: 0 scored */
	int points_100;            /* mean 0–100, halves away from zero, for showing; -1 without a place or hidden */
	int median_100;            /* -1: unknown */
	int spread_100;            /* highest less lowest assessor, 0–100; -1: unknown */
	bool zero_flag;            /* somebody gave 0 on a criterion that is not bonus: shown, never a stop */
	int gates_bad;             /* no or unclear on the measure or its application */
	bool barred;               /* the actor has a conflict of interest: hidden, and not moved by the actor */
	bool closed;               /* the case is closed */
	const char *outcome;       /* decided already: granted partly refused; NULL */
	const char *decision_kind; /* of that decision, as in decision.h; NULL: not known */
	int wanted;        /* the place the chair gave a moved row of an open proposal, before the end set a bound */
	int64_t least_ore; /* with less than this, over all years, the measure is not begun; 0: nobody says so */
	const char *least_source; /* who says so, NULL */
	int64_t least_version;    /* 0: nothing was ever said */
	const char *skip_reason;  /* why the chair proposes to skip it; NULL: it is not skipped */
	int64_t sought[BUDGET_YEARS], proposed[BUDGET_YEARS]; /* öre; proposed defaults to sought, decided: granted */
	bool proposed_set;                                    /* the chair has set an amount */
	int64_t sought_ore, proposed_ore;                     /* in the chosen year, or all; MONEY_UNKNOWN */
	int64_t total_ore; /* running sum to and with this row, of the chosen year or all; unknown without a place */
	int64_t fits_ore;  /* how much of it fits */
	enum rank_fit fit;
	int breaks_year;         /* RANK_PARTLY, RANK_OUTSIDE: the year whose limit was reached first, 0 none */
	const char *breaks_kind; /* "appropriation" "commitment" "round" */
};
struct ranking {
	struct arena arena;
	int64_t round, proposal, version;             /* proposal 0: none made yet; version for if_version */
	int n;                                        /* proposal number */
	const char *round_name, *made_at, *locked_at; /* NULL: open */
	bool saved;                                   /* kept to compare with, not for a meeting */
	const char *name;                             /* of a kept one, "" */
	int round_year;                               /* the year the round's decisions are meant for */
	int year;                                     /* chosen payment year, 0: all */
	struct rank_row *items;                       /* in order; those without a place last */
	int count, placed;
	int line;                 /* rows above the line, counted from the top; all but those skipped fit in full */
	int inside, skipped;      /* rows that fit in full, and that are skipped */
	struct budget left;       /* what rank_fill() went by */
	int64_t left_ore;         /* what the binding limit leaves for the rows above the line; when none binds, the
				     tightest limits of the years the list asks money of; unknown: no limit set */
	int64_t used_ore;         /* of left_ore, what the rows above the line take */
	int64_t proposed_ore;     /* sum above the line, of the chosen year or all */
	const char *binding_kind; /* which limit binds; NULL when none does */
	int binding_year;
	/* Each chosen year's tightest limit, less what is granted outside this list, öre; MONEY_UNKNOWN: none is
	 * tested. */
	int64_t room[BUDGET_YEARS];
	const char *room_kind[BUDGET_YEARS];
	int hidden;  /* rows hidden from the actor */
	int unknown; /* rows with unknown amount */
};
/* proposal_n 0: the open one, or the newest. year 0: all years together (each year is still tested). A locked proposal
 * shows the order, points and amounts it was locked with; live measures that are not in it stand at its foot.
 * RIGHT_SEE; ERROR_MISSING: no such round or proposal. */
bool ranking_load(struct casework *cw, int64_t round, int proposal_n, int year, struct ranking *out, struct error *err);
void ranking_done(struct ranking *ranking);
/* The order of the points alone, as stated above, and point_place. Rows marked RANK_NO_PLACE or RANK_HIDDEN beforehand
 * come last, by number. The same whatever order the rows come in. Pure; for tests and re-ranking. */
void rank_by_points(struct rank_row *rows, int count);
/* Fills place, amounts of the chosen year, running sums, fit and line from the order in rows. `left` carries the
 * limits, and as decided, decided_round and committed what is granted outside this list; a commitment that does not
 * bind the list's round is MONEY_UNKNOWN there. Pure. */
void rank_fill(struct ranking *ranking, const struct budget *left);

/* The chair's verbs; the open proposal is made when there is none, and starts from the newest locked one's moves and
 * amounts. All RIGHT_RANK_MOVE; op->if_version is the version of the proposal that was looked at. A decided measure is
 * neither moved nor given another amount.
 * `place` counts from 1 among those with a place; a reason is needed. Moved rows keep their places, but one that stands
 * where this one is put gives way towards where it came from. */
bool rank_move(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, int place,
	const char *reason, struct error *err);
/* Back to where its points put it. */
bool rank_unmove(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, struct error *err);
/* Proposed öre for one payment year; MONEY_UNKNOWN goes back to what is sought. ≤ sought in total or refused. */
bool rank_set(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, int year, int64_t ore,
	struct error *err);
/* The chair proposes to leave it without money though it may fit, with a reason; again: another reason. It must have a
 * place and not be decided. */
bool rank_skip(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, const char *reason,
	struct error *err);
/* It is tested against the limits again. */
bool rank_unskip(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, struct error *err);
/* Keeps order, points, amounts and what is skipped as they stand, for the meeting; a later change starts a new proposal
 * from it. Refused when a proposed amount is above what is sought, and when nothing has changed since the newest one
 * locked for a meeting. */
bool rank_lock(struct casework *cw, const struct operation *op, int64_t round, struct error *err);
/* Keeps it in the same way, to compare with and under a name ("" none): it is not for a meeting, and nothing waits for
 * it. Refused when nothing has changed since the newest kept one. */
bool rank_save(struct casework *cw, const struct operation *op, int64_t round, const char *name, struct error *err);

/* The round's proposals, the newest first, each as the actor may see it now. */
struct proposal {
	int n;
	const char *made_at, *made_by, *locked_at, *locked_by; /* locked_at, locked_by: NULL while it is open */
	bool saved;                                            /* kept to compare with; else, if kept, for a meeting */
	const char *name;
	int rows, inside;     /* measures in it; those that fit in full above its line */
	int64_t proposed_ore; /* above its line, all years */
};
struct proposal_list {
	struct arena arena;
	struct proposal *items;
	int count;
};
/* RIGHT_SEE; ERROR_MISSING: no such round. */
bool proposal_list_load(struct casework *cw, int64_t round, struct proposal_list *out, struct error *err);
void proposal_list_done(struct proposal_list *list);

#endif
