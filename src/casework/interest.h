/* Interest on a repayment claim (SFS 2024:1102 20 §), as a pure calculation: rates and payments in, periods out, so
 * that a controller can redo each line by hand. Whole numbers throughout; what a period comes to is kept as öre and an
 * exact fraction of one, and the sum is rounded once. */
#ifndef KANSLI_CASEWORK_INTEREST_H
#define KANSLI_CASEWORK_INTEREST_H

#include "base/arena.h"
#include "base/day.h"
#include "base/money.h"

enum { INTEREST_ABOVE = 200, INTEREST_WHOLE = 10000 }; /* hundredths of a per cent: two points; all of it */

enum interest_count {
	INTEREST_365,    /* days as in the calendar, of 365 */
	INTEREST_ACTUAL, /* days as in the calendar, of 365 or in leap years 366 */
	INTEREST_360, /* months of 30 days, of 360: the 31st does not count, a month's last day in February fills it up
		       */
	INTEREST_COUNTS
};
/* The state's lending rate from a day, in hundredths of a per cent. It is set for each budget year (SFS 1993:1138 6 §):
 * it holds to the next rate, and never past the end of its year. */
struct interest_rate {
	day from;
	int rate;
};
struct interest_payment {
	day on;
	int64_t ore; /* of the principal */
};
struct interest_case {
	day decided_on;
	int64_t principal_ore;
	int cut; /* of the interest, in hundredths of a per cent (19 §) */
	enum interest_count count;
	const struct interest_rate *rates; /* by day */
	int rate_count;
	const struct interest_payment *payments; /* by day */
	int payment_count;
	day through;
};
/* Days with the same balance and the same rate, within a year. */
struct interest_period {
	day from, through; /* both belong to it */
	int days;          /* as counted: of 30/360 it can be other than in the calendar */
	int base;          /* 360, 365 or 366 */
	int64_t balance_ore;
	int lending, rate; /* rate: lending + 2 points, never below zero */
	int64_t ore;       /* whole öre; the rest is part / of of an öre */
	int64_t part, of;  /* 0 <= part < of = 10000 * base */
};
struct interest {
	struct interest_period *items; /* by day, in the arena */
	int count;
	day start;   /* the first day that bears interest */
	day through; /* the last day calculated; before start: none is */
	day missing; /* the first day without a rate, on or before what was asked for; DAY_NONE: no rate is missing */
	int64_t unpaid_ore;        /* of the principal, at the end of the day asked for */
	int64_t sum_ore, part, of; /* before the cut */
	int64_t interest_ore;      /* after the cut, rounded to whole öre, half an öre up */
};
/* Interest for a day is on what is unpaid when the day ends: a payment bears no interest from the day it came in.
 * Payments above the principal count as all of it. */
struct interest interest_calculate(const struct interest_case *about, struct arena *arena);
/* From this day (SFS 1930:173 1 §): the day with the same number a month later, or that month's last. */
day interest_start(day decided_on);
/* Days from `from` to the day before `to`, as the count has them. */
int interest_days(enum interest_count count, day from, day to);

const char *interest_count_code(enum interest_count count); /* "365", "actual", "360" */
bool interest_count_read(const char *code, enum interest_count *out);

#endif
