/* Where assessors differ: by measure, mean and median together, and the criteria that are two steps apart or more. */
#ifndef KANSLI_CASEWORK_DIFFER_H
#define KANSLI_CASEWORK_DIFFER_H

#include "assess.h"

enum { DIFFER_STEPS = 2 }; /* so far apart is talked over */

struct differing {
	int criterion;  /* index */
	int low, high;  /* steps as given */
	int agreed;     /* SCORE_NONE: no step is agreed on */
	bool discussed; /* something is recorded under the round's steps, a step or none */
};
struct differ_row {
	int64_t measure, application;
	int year, application_n, n;
	const char *lead_short, *title;
	int assessors, submitted;
	int points_100, median_100, lowest_100,
		highest_100; /* -1: a criterion lacks a step; spread as they stand now */
	int spread_100;
	struct differing *criteria; /* those DIFFER_STEPS apart or more, in the round's order */
	int count, open;            /* of them, not discussed */
};
struct differ {
	struct arena arena;
	const char *round_name;
	struct differ_row *items; /* with two sheets or more handed in; what is hidden from the actor is not there */
	int count;
	int open;                             /* criteria that are not discussed */
	const char *criteria[SCORE_CRITERIA]; /* "K4" */
	int criterion_count;
};
enum differ_order {
	DIFFER_BY_OPEN,   /* most criteria that are not discussed first, then the widest apart */
	DIFFER_BY_SPREAD, /* the widest apart first */
	DIFFER_BY_GAP,    /* mean and median furthest from each other first */
	DIFFER_BY_POINTS,
	DIFFER_BY_NUMBER,
	DIFFER_ORDERS
};
/* RIGHT_SEE; ERROR_MISSING: no such round. */
bool differ_load(struct casework *cw, int64_t round, enum differ_order order, struct differ *out, struct error *err);
void differ_done(struct differ *differ);
void differ_sort(struct differ *differ, enum differ_order order);
const char *differ_order_code(enum differ_order order); /* "spread" */
const char *differ_order_words(enum differ_order order);
/* "K1 0-4 (agreed 3), K4 1-3": in the arena. */
const char *differ_words(struct arena *arena, const struct differ *differ, const struct differ_row *row);

#endif
