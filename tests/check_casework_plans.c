/* What SQLite means to do with each statement: a statement walks a whole growing table only where this file says why.
 */
#include "cases.h"
#include "casework/office.h"
#include "claims.h"
#include "store/inside.h"

#include "base/words.h"

static struct casework *cw;

/* Tables whose number of rows follows the law, the staff or the calendar, by the names they have in the statements; and
 * what a statement has put together itself. */
static const char *const small[] = {"region", "gate", "gate_evidence", "criterion", "point", "word", "setting", "round",
	"person", "appointment", "criteria_version", "criteria_draft", "v", "d", "money_limit", "power", "attest_power",
	"p", "region_meeting", "this", "later", "sqlite_schema", "years", "asked", "here", "json_tree"};

/* A statement whose name begins with `name` may do the step. */
static const struct walk {
	const char *name, *step, *why;
} walks[] = {
	{"application_index", "SCAN application USING COVERING INDEX ", "the plain list's order: ids only"},
	{"criterion_remove", "SCAN ", "a criterion leaves a draft: nothing may lean on it"},
	{"criteria_sheets", "SCAN a", "every assessment, once when the versions of the criteria are listed"},
	{"budget_granted", "SCAN amount USING INDEX amount_granted_year", "the budget adds up all that is granted"},
	{"budget_planned", "SCAN i", "the budget adds up all plans"},
	{"budget_ledger", "SCAN ledger", "the budget adds up all that is booked"},
	{"ledger_balances", "SCAN ledger", "the whole ledger added up"},
	{"instalment_list", "SCAN instalment USING INDEX instalment_due", "the plans of a round, by day"},
	{"document_list", "SCAN document USING INDEX document_inbox", "the inbox: what has no number yet"},
	{"matter_list", "SCAN m", "all matters of other kinds, a short list"},
	{"todo_assessments", "SCAN x", "every assignment, once when the office's to-do is opened"},
	{"paper_waiting", "SCAN ", "every decision and ruling, once when the office's to-do is opened"},
	{"paper_money_waiting", "SCAN ", "what is withheld and claimed, once when the office's to-do is opened"},
	{"todo_unplanned_reports", "SCAN m", "every measure, once when to-do is opened"},
	{"todo_report_conditions", "SCAN ", "every approved report, once when to-do is opened"},
	{"sitting_", "SCAN ", "sittings and what is moved and voted there: a few a year"},
	{"reporting_waiting", "SCAN ", "the instalments that stand, beside the list of reports"},
	{"closure_open", "SCAN ", "claims are few: some a year"},
	{"todo_claims", "SCAN ", "claims are few: some a year"},
	{"todo_money_in", "SCAN ", "money that comes back: some a year"},
	{"todo_accounts", "SCAN ", "where regions are paid: a few rows for each"},
	{"todo_paid_lines", "SCAN ", "lines that were read in and not recorded, once when to-do is opened"},
	{"todo_matters", "SCAN m", "all matters of other kinds, a short list"},
	{"todo_conflicts", "SCAN q", "what is asked about jäv: a few a round"},
	{"batch_list", "SCAN ", "the sealed payment files: a few a month"},
	{"paid_file_list", "SCAN ", "files of payments that were read in: a few a month"},
	{"payee_account_list", "SCAN a", "where regions are paid: a few rows for each"},
	{"hit_", "SCAN ", "search reads every word once, into memory or into its index"},
	{"event_newest", "SCAN event", "one row, from the end"},
	{"event_list", "SCAN event", "the newest, from the end, as many as are asked for"},
	{"event_chain", "SCAN event", "kansli check walks the chain"},
	{"follow_", "SCAN ", "follow-up looks at all there is, once when it is opened"},
	{"audit_", "SCAN ", "the auditor looks at all there is, once"},
	{"forecast_rows", "SCAN ", "every instalment that stands, once when a forecast is made"},
	{"sent_", "SCAN ", "what was sent: some a year"},
	{"ledger_balance", "SCAN ", "accounts of the whole office"},
	{"ledger_open_claimed", "SCAN ", "claims are few, and a case is taken in once"},
	{"claim_", "SCAN ", "claims are few: some a year"},
	{"demand_list", "SCAN ", "demands on claims: some a year"},
	{"money_in_", "SCAN ", "money that comes back: some a year"},
	{"withholding_", "SCAN ", "decisions to withhold: some a year"},
	{"lending_rate_", "SCAN ", "one rate a year"},
	{"check_", "SCAN ", "kansli check looks at everything"},
};
#define WALKS (sizeof walks / sizeof *walks)
static bool met[WALKS];

static bool walk_known(const char *name, const char *step)
{
	for (size_t i = 0; i < WALKS; i++)
		if (!strncmp(name, walks[i].name, strlen(walks[i].name)) &&
			!strncmp(step, walks[i].step, strlen(walks[i].step)))
			return met[i] = true;
	return false;
}

/* Does the step go through a growing table from one end to the other? All of one kind of amount is such a walk too;
 * "(" begins the name of a part of the statement itself. */
static bool step_walks(const char *step)
{
	const char *table = step + strlen("SCAN ");

	if (strstr(step, "(kind=?)") && !strstr(step, " word "))
		return true;
	if (strncmp(step, "SCAN ", strlen("SCAN ")) != 0 || *table == '(' || !strncmp(table, "CONSTANT ROW", 12))
		return false;
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		if (!strncmp(table, small[i], strlen(small[i])) && (table[strlen(small[i])] & ~' ') == '\0')
			return false;
	return true;
}

/* Tables that refer to the one written to are among an INSERT's steps, but are gone through only when references are
 * already broken, which no statement leaves them. */
static bool step_is_reference(const struct sql_text *text, const char *step)
{
	char table[64] = "";

	return strncmp(text->text, "INSERT", 6) == 0 && sscanf(step, "SCAN %63s", table) == 1 &&
	       !strstr(text->text, table);
}

/* The first step of the statement that walks and is not known, or an empty text. */
static void walk_find(const struct sql_text *text, char *out, size_t room)
{
	char *explained = NULL;
	sqlite3_stmt *handle = NULL;

	ck_assert_int_gt(asprintf(&explained, "EXPLAIN QUERY PLAN %s", text->text), 0);
	ck_assert_msg(sqlite3_prepare_v2(cw->store->db, explained, -1, &handle, NULL) == SQLITE_OK, "%s", text->name);
	out[0] = '\0';
	while (sqlite3_step(handle) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(handle, 3);

		if (!out[0] && step_walks(step) && !step_is_reference(text, step) && !walk_known(text->name, step))
			snprintf(out, room, "%s: %s", text->name, step);
	}
	sqlite3_finalize(handle);
	free(explained);
}

static void office_ready(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
	sqlite3_set_authorizer(cw->store->db, NULL, NULL); /* the store's own statements are looked at too */
}

static void office_leave(void)
{
	casework_close(cw);
}

START_TEST(no_statement_walks_a_growing_table_without_a_reason)
{
	char found[400];

	for (int i = 0; i < SQL_COUNT; i++) {
		walk_find(&cw->store->schema.texts[i], found, sizeof found);
		ck_assert_msg(!found[0], "walks, with no reason given here: %s", found);
	}
	for (size_t i = 0; i < WALKS; i++)
		ck_assert_msg(met[i], "no longer walks: %s (%s)", walks[i].name, walks[i].why);
}
END_TEST

/* The control: statements that do walk are found. */
START_TEST(a_walk_is_found)
{
	static const struct sql_text walking[] = {
		{.name = "measure_titled", .text = "SELECT id FROM measure WHERE title = :title"},
		{.name = "amount_of_kind",
			.text = "SELECT measure.id, amount.ore FROM measure JOIN amount"
				" ON amount.measure = measure.id WHERE amount.year = 2026"},
		{.name = "budget_notes", .text = "SELECT count(said) FROM note"},
	};
	char found[400];

	for (size_t i = 0; i < sizeof walking / sizeof *walking; i++) {
		walk_find(&walking[i], found, sizeof found);
		ck_assert_msg(found[0], "%s", walking[i].name);
	}
	ck_assert(step_walks("SEARCH a USING INDEX amount_year (kind=?)"));
	ck_assert(!step_walks("SEARCH amount USING INDEX amount_applied (measure=? AND kind=?)"));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {no_statement_walks_a_growing_table_without_a_reason, a_walk_is_found, NULL};

	return claims_run_in("plans", claims, office_ready, office_leave, 60);
}
