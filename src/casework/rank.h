/* The ranking (13 §): point order by exact integers, the chair's moves with reasons, money added up from the top
 * against the limits, and the line where it ends. */
#ifndef KANSLI_CASEWORK_RANK_H
#define KANSLI_CASEWORK_RANK_H

#include "budget.h"

enum rank_fit {
	RANK_INSIDE,   /* inom */
	RANK_PARTLY,   /* ryms delvis */
	RANK_OUTSIDE,  /* utanför */
	RANK_NO_PLACE, /* not every criterion scored by the assigned assessors yet: stands last */
	RANK_HIDDEN,   /* the actor has not handed in own scores: stands last */
	RANK_UNKNOWN,  /* has a place, but an amount is unknown: listed, never summed */
};
struct rank_row {
	int64_t measure, application;
	int year, application_n, n;
	const char *lead_short, *title, *reason; /* reason: the chair's, "" when not moved */
	int place;                               /* 1.. as shown; 0 for those without a place */
	int point_place;                         /* by points alone; equal points share it */
	bool moved;
	int64_t points; /* Σ over assessors of Σ weight·points; divide by assessors·4 for 0–100 */
	int assessors, submitted, criteria_scored, criteria_wanted;
	int points_100;      /* mean 0–100, halves away from zero, for showing; -1 without a place or hidden */
	int spread_100;      /* highest less lowest assessor, 0–100 */
	bool zero_flag;      /* somebody gave 0 on a criterion that is not bonus: shown, never a stop */
	int gates_bad;       /* no or unclear on the measure or its application */
	const char *outcome; /* decided already: granted partly refused; NULL */
	int64_t sought[BUDGET_YEARS], proposed[BUDGET_YEARS]; /* öre; proposed defaults to sought, decided: granted */
	bool proposed_set;                                    /* the chair has set an amount */
	int64_t sought_ore, proposed_ore;                     /* in the chosen year, or all; MONEY_UNKNOWN */
	int64_t total_ore; /* running sum to and with this row, of the chosen year or all */
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
	int year;                                     /* chosen payment year, 0: all */
	struct rank_row *items;                       /* in order; those without a place last */
	int count, placed;
	int line;                 /* rows above the line: all fit in full, counted from the top */
	int64_t left_ore;         /* what the binding limit leaves for this list in the chosen year or all */
	int64_t proposed_ore;     /* sum above the line */
	const char *binding_kind; /* which limit binds; NULL when none does */
	int binding_year;
	int hidden;  /* rows hidden from the actor */
	int unknown; /* rows with unknown amount */
};
/* proposal_n 0: the open one, or the newest. year 0: all years together (each year is still tested). */
bool ranking_load(struct casework *cw, int64_t round, int proposal_n, int year, struct ranking *out, struct error *err);
void ranking_done(struct ranking *ranking);
/* The order of the points alone: exact, equal points by less sought, then by number. Pure; for tests and re-ranking. */
void rank_by_points(struct rank_row *rows, int count);
/* Fills place, running sums, fit and line from the order in rows, given what each limit leaves. Pure. */
void rank_fill(struct ranking *ranking, const struct budget *left);

/* The chair's verbs; the open proposal is made when there is none. All RIGHT_RANK_MOVE. `place` counts from 1. */
bool rank_move(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, int place,
	const char *reason, struct error *err);
bool rank_unmove(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, struct error *err);
/* Proposed öre for one payment year; MONEY_UNKNOWN goes back to what is sought. ≤ sought in total or refused. */
bool rank_set(struct casework *cw, const struct operation *op, int64_t round, int64_t measure, int year, int64_t ore,
	struct error *err);
/* Keeps the order as it stands, for the meeting; a later change starts a new proposal from it. */
bool rank_lock(struct casework *cw, const struct operation *op, int64_t round, struct error *err);

#endif
