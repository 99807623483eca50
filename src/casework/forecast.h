/* Forecasts: what is expected to be paid each month and year by the plans as they stand. What waits for a condition is
 * told apart; what is withheld is left out and told. Beside each payment year stand its limits and what of its
 * appropriation would lapse. A forecast that is sent is kept (sent.h), and two are held beside each other. */
#ifndef KANSLI_CASEWORK_FORECAST_H
#define KANSLI_CASEWORK_FORECAST_H

#include "base/buffer.h"
#include "budget.h"

enum forecast_state {
	FORECAST_EXPECTED,
	FORECAST_WAITS,     /* the decision's condition is not met */
	FORECAST_WITHHELD,  /* left out: 17 §, for the time being */
	FORECAST_WITHDRAWN, /* left out: not to be paid */
	FORECAST_PAID,
	FORECAST_STATES
};
struct forecast_row {
	const char *key;                       /* "12-2026.3 2" */
	const char *region, *due_on, *paid_at; /* paid_at: the moment it was recorded as paid; NULL: it is not */
	int year;                              /* payment year */
	int64_t ore;
	enum forecast_state state;
	bool late; /* its day had passed: expected in the month of the forecast */
};
struct forecast_month {
	int year, month;
	int64_t expected, waits; /* expected: whether they wait or not; waits: of it */
	int rows;
};
struct forecast_year {
	int year;
	int64_t available; /* appropriation and carried over; MONEY_UNKNOWN: not set */
	int64_t commitment, committed;
	int64_t granted, paid, expected, waits, withheld, withdrawn, unplanned;
	int64_t lapses; /* of what is available, neither paid nor expected to be; MONEY_UNKNOWN: not set */
};
struct forecast {
	struct arena arena;
	const char *as_of;
	struct forecast_row *rows;
	struct forecast_month *months;
	struct forecast_year *years; /* 2025 first; after 2030 only where there is something */
	int row_count, month_count, year_count;
	struct forecast_year sum;
	int late; /* rows whose day has passed */
};
/* As of today. RIGHT_SEE. */
bool forecast_load(struct casework *cw, struct forecast *out, struct error *err);
void forecast_done(struct forecast *forecast);
const char *forecast_state_code(enum forecast_state state); /* "waits" */
const char *forecast_state_word(enum forecast_state state);
/* The whole forecast as JSON, for keeping; the same forecast gives the same bytes. */
void forecast_json(const struct forecast *forecast, struct buffer *out);
/* A kept one read back: its rows and as_of; months are made anew, years are left out. */
void forecast_read(const char *json, struct forecast *out);

struct forecast_move {
	const char *key, *region;
	const struct forecast_row *before, *after; /* NULL: not in that one */
	bool day, amount, state;                   /* what differs */
};
struct forecast_comparison {
	struct arena arena;
	struct forecast_move *items; /* what has moved, by key */
	int count, same;
	int64_t before, after; /* expected in each */
};
/* Pure; borrows the rows of both. */
void forecast_compare(const struct forecast *before, const struct forecast *after, struct forecast_comparison *out);
void forecast_comparison_done(struct forecast_comparison *comparison);

#endif
