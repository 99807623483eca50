/* Booking in the ledger. Invariant: a move takes from one account what it puts on another, so that no krona appears or
 * goes. */
#include "casework/ledger.h"

static const char *const accounts[LEDGER_ACCOUNTS] = {
	[LEDGER_FRAME] = "frame",
	[LEDGER_UNPLANNED] = "unplanned",
	[LEDGER_DUE] = "due",
	[LEDGER_PAID] = "paid",
	[LEDGER_STOPPED] = "stopped",
	[LEDGER_WITHDRAWN] = "withdrawn",
	[LEDGER_LIABILITY] = "liability",
	[LEDGER_CLAIMED] = "claimed",
	[LEDGER_REPAID] = "repaid",
	[LEDGER_REMITTED] = "remitted",
	[LEDGER_INFLOW] = "inflow",
	[LEDGER_VOLUNTARY] = "voluntary",
	[LEDGER_INTEREST] = "interest",
};
static const char *const causes[] = {
	[LEDGER_BY_DECISION] = "decision",
	[LEDGER_BY_INSTALMENT] = "instalment",
	[LEDGER_BY_PAYMENT] = "payment",
	[LEDGER_BY_RETURN] = "return",
	[LEDGER_BY_WITHHOLDING] = "withholding",
	[LEDGER_BY_CLAIM] = "claim",
	[LEDGER_BY_MONEY_IN] = "money_in",
};

const char *ledger_account_code(enum ledger_account account)
{
	return accounts[account];
}

bool ledger_book(struct change *change, const struct ledger_move *move, struct error *err)
{
	return !move->ore || store_run(change->store, SQL_LEDGER_INSERT,
				     BINDS(BIND("at", (const char *)change->now), BIND("measure", move->measure),
					     BIND("year", move->year), BIND("source", accounts[move->source]),
					     BIND("target", accounts[move->target]), BIND("ore", move->ore),
					     BIND("cause", causes[move->cause]), BIND("cause_id", move->cause_id)),
				     err);
}

bool ledger_book_years(
	struct change *change, const struct ledger_move *move, const struct money_years *years, struct error *err)
{
	for (int i = 0; i < years->count; i++) {
		struct ledger_move one = *move;

		one.year = years->items[i].year;
		one.ore = years->items[i].ore;
		if (!ledger_book(change, &one, err))
			return false;
	}
	return true;
}

/* What a decision holds on the accounts, read whole before anything is booked. */
struct holding {
	int year;
	enum ledger_account account;
	int64_t ore;
};
struct holdings {
	struct holding *items;
	int count;
};

static enum ledger_account account_read(const char *code)
{
	int account = 0;

	while (strcmp(accounts[account], code) != 0)
		account++;
	return (enum ledger_account)account;
}

static bool holdings_load(struct change *change, int64_t decision, struct holdings *out, struct error *err)
{
	struct holdings found = {0};
	size_t room = 0;
	struct rows rows;

	if (!store_ask(change->store, SQL_LEDGER_HELD, BINDS(BIND("decision", decision)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		if ((size_t)found.count == room) {
			room = room ? room * 2 : 16;
			found.items =
				arena_grow(&change->arena, found.items, (size_t)found.count, sizeof *found.items, room);
		}
		found.items[found.count++] = (struct holding){(int)rows_number(&rows, "year"),
			account_read(rows_text(&rows, "account", &change->arena)), rows_number(&rows, "ore")};
	}
	*out = found;
	return rows_done(&rows, err);
}

bool ledger_decision_ends(struct change *change, int64_t measure, int64_t decision, struct error *err)
{
	struct holdings held;

	if (!holdings_load(change, decision, &held, err))
		return false;
	for (int i = 0; i < held.count; i++) {
		const struct holding *item = &held.items[i];
		bool granted = item->account == LEDGER_FRAME;

		if (!ledger_book(change,
			    &(struct ledger_move){measure, item->year, granted ? LEDGER_UNPLANNED : item->account,
				    granted ? LEDGER_FRAME : LEDGER_UNPLANNED, item->ore, LEDGER_BY_DECISION, decision},
			    err))
			return false;
	}
	return true;
}

bool ledger_open(struct change *change, int64_t application, struct error *err)
{
	static const enum sql steps[] = {SQL_LEDGER_OPEN_GRANTED, SQL_LEDGER_OPEN_DUE, SQL_LEDGER_OPEN_ENDS,
		SQL_LEDGER_OPEN_CLAIMED, SQL_LEDGER_OPEN_MONEY_IN};

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
		if (!store_run(change->store, steps[i],
			    BINDS(BIND("application", application), BIND("at", (const char *)change->now)), err))
			return false;
	return true;
}
