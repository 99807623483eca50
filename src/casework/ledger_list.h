/* What stands on the ledger's accounts: per measure and payment year, per measure, per year, and for all of it. Beside
 * the accounts stands what decisions and plans say, so that the two equations can be answered yes or no: what is
 * granted is planned or unplanned; what is planned is paid, due, stopped or withdrawn. */
#ifndef KANSLI_CASEWORK_LEDGER_LIST_H
#define KANSLI_CASEWORK_LEDGER_LIST_H

#include "casework.h"
#include "ledger.h"

enum ledger_by { LEDGER_PER_MEASURE_YEAR, LEDGER_PER_MEASURE, LEDGER_PER_YEAR };
struct ledger_query {
	int64_t round, application, measure; /* 0: all */
	const char *as_of;                   /* an ISO day: what was booked by its end; NULL: now */
	enum ledger_by by;
};
struct ledger_line {
	int64_t measure; /* 0: of several */
	int year;        /* payment year; 0: all */
	int application_year, application_n, measure_n;
	const char *lead_short, *title;
	int64_t ore[LEDGER_ACCOUNTS]; /* the balances */
	int64_t granted;              /* by the decisions */
	int64_t planned;              /* by the plans as they stand; MONEY_UNKNOWN of a day that has passed */
};
struct ledger_list {
	struct arena arena;
	struct ledger_line *items; /* by number and year */
	int count;
	struct ledger_line sum;
	int unequal; /* measures and years for which an equation does not hold */
};
/* RIGHT_SEE. */
bool ledger_list_load(
	struct casework *cw, const struct ledger_query *query, struct ledger_list *out, struct error *err);
void ledger_list_done(struct ledger_list *list);
/* Due, paid, stopped and withdrawn together, as booked. */
int64_t ledger_line_planned(const struct ledger_line *line);
/* Granted by the decisions = planned + unplanned by the ledger. */
bool ledger_line_granted_holds(const struct ledger_line *line);
/* Planned by the plans = paid + due + stopped + withdrawn by the ledger; true where the plans are not known. */
bool ledger_line_planned_holds(const struct ledger_line *line);
bool ledger_line_empty(const struct ledger_line *line);

#endif
