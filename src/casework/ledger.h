/* The ledger: every krona moved from one account to another, per measure and payment year. Booked by the verb that
 * moves it, inside its change, and never altered; kansli check holds the balances against the facts. So for every
 * measure and year: granted = unplanned + due + paid + stopped + withdrawn. */
#ifndef KANSLI_CASEWORK_LEDGER_H
#define KANSLI_CASEWORK_LEDGER_H

#include "change.h"
#include "money_years.h"

enum ledger_account {
	LEDGER_FRAME, /* where grants come from: its balance is minus what is granted */
	LEDGER_UNPLANNED,
	LEDGER_DUE, /* planned and neither paid nor withheld */
	LEDGER_PAID,
	LEDGER_STOPPED,   /* withheld for the time being (17 §) */
	LEDGER_WITHDRAWN, /* withheld for good */
	LEDGER_LIABILITY, /* where claims come from */
	LEDGER_CLAIMED,   /* decided and not paid back */
	LEDGER_REPAID,
	LEDGER_REMITTED, /* claims taken away by a later decision */
	LEDGER_INFLOW,   /* where money in beside a claim's principal comes from */
	LEDGER_VOLUNTARY,
	LEDGER_INTEREST,
	LEDGER_ACCOUNTS
};
enum ledger_cause {
	LEDGER_BY_DECISION,
	LEDGER_BY_INSTALMENT,
	LEDGER_BY_PAYMENT,
	LEDGER_BY_RETURN,
	LEDGER_BY_WITHHOLDING,
	LEDGER_BY_CLAIM,
	LEDGER_BY_MONEY_IN,
};
struct ledger_move {
	int64_t measure;
	int year;
	enum ledger_account source, target;
	int64_t ore; /* 0: nothing is booked */
	enum ledger_cause cause;
	int64_t cause_id;
};
bool ledger_book(struct change *change, const struct ledger_move *move, struct error *err);
/* The same move for each year's amount; move->year and move->ore are not read. */
bool ledger_book_years(
	struct change *change, const struct ledger_move *move, const struct money_years *years, struct error *err);
/* Before `decision` is replaced: its grant goes back to the frame, and so does what it planned, but for rows that stay
 * in the plan because they are authorised (the view `standing`). */
bool ledger_decision_ends(struct change *change, int64_t measure, int64_t decision, struct error *err);
/* A case taken in from another office, with decisions and payments and no bookings: booked as it stands. */
bool ledger_open(struct change *change, int64_t application, struct error *err);
const char *ledger_account_code(enum ledger_account account); /* "due" */

#endif
