/* What must hold between rows that hold money, and between numbers. Invariant: every claim is one statement that
 * answers the exceptions. */
#include "casework/check_inner.h"

#include "casework/money_years.h"

#include "base/words.h"

/* "12-2026.3", whole so that it cannot be mistaken. */
static const char *measure_told(struct checking *checking, struct rows *rows)
{
	return arena_format(&checking->arena, "%d-%d.%d", (int)rows_number(rows, "n"), (int)rows_number(rows, "year"),
		(int)rows_number(rows, "measure_n"));
}

static void plan_sums_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows);
	int64_t granted = rows_number(rows, "granted"), planned = rows_number(rows, "planned");
	char a[MONEY_TEXT], b[MONEY_TEXT];

	checking_find(checking, _("%s: the payment plan pays %s in %d, but %s is granted for that year."), measure,
		money_words(planned, a), (int)rows_number(rows, "payment_year"), money_words(granted, b));
}

static const char *outcome_words(const char *outcome)
{
	if (!strcmp(outcome, "granted"))
		return _("approval");
	return !strcmp(outcome, "partly") ? _("partial approval") : _("refusal");
}

static void granted_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows), *outcome = rows_text(rows, "outcome", &checking->arena);
	int64_t granted = rows_number(rows, "granted"), sought = rows_number(rows, "sought");
	char a[MONEY_TEXT], b[MONEY_TEXT];

	money_words(granted, a);
	money_words(sought, b);
	if (granted > sought)
		checking_find(checking, _("%s: %s is granted, but only %s is sought."), measure, a, b);
	else
		checking_find(checking, _("%s: the outcome is %s, but %s is granted of %s sought."), measure,
			outcome_words(outcome), a, b);
}

static void sought_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows);
	int64_t sought = rows_number(rows, "sought"), cost = rows_number(rows, "cost");
	char a[MONEY_TEXT], b[MONEY_TEXT];

	checking_find(checking, _("%s: %s is sought, but the measure costs only %s."), measure, money_words(sought, a),
		money_words(cost, b));
}

static void proposed_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows), *round = rows_text(rows, "round", &checking->arena);
	int64_t proposed = rows_number(rows, "proposed"), sought = rows_number(rows, "sought");
	int proposal = (int)rows_number(rows, "proposal_n");
	char a[MONEY_TEXT], b[MONEY_TEXT];

	checking_find(checking, _("%s: proposal %d of round %s proposes %s, but only %s is sought."), measure, proposal,
		round, money_words(proposed, a), money_words(sought, b));
}

static void attest_own_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows), *person = rows_text(rows, "person", &checking->arena);

	checking_find(checking, _("%s row %d: authorised by %s, who also made it."), measure,
		(int)rows_number(rows, "part"), person);
}

static void attest_alone_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows), *person = rows_text(rows, "person", &checking->arena);

	checking_find(checking, _("%s row %d: reviewed by %s, who also made or authorised it."), measure,
		(int)rows_number(rows, "part"), person);
}

static void attest_early_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows);
	int row = (int)rows_number(rows, "part");

	if (rows_bool(rows, "waits"))
		checking_find(checking, _("%s row %d: authorised, but its condition is not met."), measure, row);
	else
		checking_find(
			checking, _("%s row %d: authorised, but no longer in the plan that holds."), measure, row);
}

static void paid_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows), *on = rows_text(rows, "paid_on", &checking->arena);

	checking_find(checking, _("%s row %d: paid on %s, but never authorised."), measure,
		(int)rows_number(rows, "part"), on);
}

static void rulings_tell(struct checking *checking, struct rows *rows)
{
	int n = (int)rows_number(rows, "n"), year = (int)rows_number(rows, "year"),
	    ruling = (int)rows_number(rows, "ruling_n");
	const char *wrong = rows_text(rows, "wrong", &checking->arena);

	if (!strcmp(wrong, "elsewhere"))
		checking_find(checking, _("%d-%d ruling %d: its measure belongs to another case."), n, year, ruling);
	else if (!strcmp(wrong, "replaces"))
		checking_find(checking, _("%d-%d ruling %d: it replaces a ruling on something else."), n, year, ruling);
	else
		checking_find(
			checking, _("%d-%d ruling %d: what it says is not tried has been decided."), n, year, ruling);
}

static void numbers_tell(struct checking *checking, struct rows *rows)
{
	int year = (int)rows_number(rows, "year"), first = (int)rows_number(rows, "first"),
	    last = (int)rows_number(rows, "last");

	if (first == last)
		checking_find(checking, _("Application %d-%d is missing: register numbers have no gaps."), first, year);
	else
		checking_find(checking, _("Applications %d–%d of %d are missing: register numbers have no gaps."),
			first, last, year);
}

static void notes_tell(struct checking *checking, struct rows *rows)
{
	int n = (int)rows_number(rows, "n"), year = (int)rows_number(rows, "year");
	int first = (int)rows_number(rows, "first"), last = (int)rows_number(rows, "last");

	if (first == last)
		checking_find(checking, _("%d-%d: note %d is missing."), n, year, first);
	else
		checking_find(checking, _("%d-%d: notes %d–%d are missing."), n, year, first, last);
}

static void documents_tell(struct checking *checking, struct rows *rows)
{
	int n = (int)rows_number(rows, "n"), year = (int)rows_number(rows, "year");
	int first = (int)rows_number(rows, "first"), last = (int)rows_number(rows, "last");

	if (first == last)
		checking_find(checking, _("%d-%d: document %d is missing."), n, year, first);
	else
		checking_find(checking, _("%d-%d: documents %d–%d are missing."), n, year, first, last);
}

static void replacing_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows);

	checking_find(checking, _("%s: decision %d does not replace the one before it."), measure,
		(int)rows_number(rows, "part"));
}

static void ledger_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows), *account = rows_text(rows, "account", &checking->arena);
	int64_t fact = rows_number(rows, "fact"), booked = rows_number(rows, "booked");
	char a[MONEY_TEXT], b[MONEY_TEXT];

	checking_find(checking, _("%s: the ledger's account '%s' holds %s in %d, but the decisions and plans say %s."),
		measure, account, money_words(booked, a), (int)rows_number(rows, "payment_year"), money_words(fact, b));
}

static void ledger_row_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows);

	checking_find(checking, _("%s: row %d of the ledger does not follow from anything that happened in the case."),
		measure, (int)rows_number(rows, "part"));
}

static void withheld_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows), *on = rows_text(rows, "paid_on", &checking->arena);

	checking_find(checking, _("%s row %d: paid on %s, though it is withheld."), measure,
		(int)rows_number(rows, "part"), on);
}

static void withheld_ore_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows);
	int64_t ore = rows_number(rows, "ore"), held = rows_number(rows, "rows_ore");
	char a[MONEY_TEXT], b[MONEY_TEXT];

	checking_find(checking, _("%s: decision %d withholds %s, but its rows are %s."), measure,
		(int)rows_number(rows, "part"), money_words(ore, a), money_words(held, b));
}

static void claimed_tell(struct checking *checking, struct rows *rows)
{
	const char *measure = measure_told(checking, rows), *region = rows_text(rows, "region", &checking->arena);
	int64_t claimed = rows_number(rows, "claimed"), paid = rows_number(rows, "paid");
	char a[MONEY_TEXT], b[MONEY_TEXT];

	checking_find(checking, _("%s: %s is claimed of %s, but only %s was paid."), measure, money_words(claimed, a),
		region, money_words(paid, b));
}

static void placed_tell(struct checking *checking, struct rows *rows)
{
	int64_t ore = rows_number(rows, "has"), placed = rows_number(rows, "placed");
	char a[MONEY_TEXT], b[MONEY_TEXT];

	checking_find(checking, _("Money in %d is %s, but %s of it is placed."), (int)rows_number(rows, "n"),
		money_words(ore, a), money_words(placed, b));
}

static const struct check_claim claims[] = {
	{SQL_CHECK_NUMBERS, numbers_tell},
	{SQL_CHECK_NOTES, notes_tell},
	{SQL_CHECK_DOCUMENTS, documents_tell},
	{SQL_CHECK_SOUGHT, sought_tell},
	{SQL_CHECK_PROPOSED, proposed_tell},
	{SQL_CHECK_GRANTED, granted_tell},
	{SQL_CHECK_REPLACING, replacing_tell},
	{SQL_CHECK_PLAN_SUMS, plan_sums_tell},
	{SQL_CHECK_RULINGS, rulings_tell},
	{SQL_CHECK_LEDGER, ledger_tell},
	{SQL_CHECK_LEDGER_BACK, ledger_tell},
	{SQL_CHECK_LEDGER_ROWS, ledger_row_tell},
	{SQL_CHECK_WITHHELD, withheld_tell},
	{SQL_CHECK_WITHHELD_ORE, withheld_ore_tell},
	{SQL_CHECK_CLAIMED, claimed_tell},
	{SQL_CHECK_PLACED, placed_tell},
	{SQL_CHECK_ATTEST_OWN, attest_own_tell},
	{SQL_CHECK_ATTEST_ALONE, attest_alone_tell},
	{SQL_CHECK_ATTEST_EARLY, attest_early_tell},
	{SQL_CHECK_PAID, paid_tell},
};

void check_money(struct checking *checking)
{
	checking_ask(checking, claims, sizeof claims / sizeof *claims);
}
