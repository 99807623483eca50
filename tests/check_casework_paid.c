/* What is paid and comes back: payments read in from the economy system, and payments the bank returns. */
#include "claims.h"
#include "folder.h"
#include "reclaiming.h"

#include "casework/application.h"
#include "casework/batch.h"
#include "casework/closure.h"
#include "casework/event.h"
#include "casework/office.h"
#include "casework/paid_file.h"
#include "casework/payee_account.h"

#include "base/words.h"

#include <unistd.h>

static struct casework *cw;
static int64_t measure;

static void begin(void)
{
	words_open("en");
	cw = office_open();
}

static void end(void)
{
	casework_close(cw);
}

/* Rows 1 and 2 authorised and sealed in one file on 2027-01-14; it is 2027-10-01. */
static void seal(void)
{
	struct payee_account_change account = {"13", "bankgiro", "5050-1055", "2026-01-01", "Letter"};
	int64_t id;
	int n;

	measure = granting_granted(cw);
	office_clock(cw, "2027-01-14 09:00:00");
	OK(payee_account_add(cw, NULL, &account, &id, err));
	office_sit(cw, "carl");
	OK(payee_account_check(cw, NULL, id, "5050-1055", err));
	OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 2), "2027-01-11", err));
	office_attest(cw, granting_row(cw, measure, 1));
	office_attest(cw, granting_row(cw, measure, 2));
	OK(batch_seal(cw, NULL, &(struct batch_wish){.through = "2027-12-31"}, &n, err));
	office_clock(cw, "2027-10-01 09:00:00");
}

static enum instalment_state row_state(int n)
{
	enum instalment_state state = INSTALMENT_STATES;
	struct plan plan;

	OK(plan_load(cw, measure, &plan, err));
	for (int i = 0; i < plan.count; i++)
		if (plan.items[i].n == n)
			state = plan.items[i].state;
	plan_done(&plan);
	return state;
}

/* ---- what came back */

static bool come_back(int n, const char *on, const char *why, struct error *err)
{
	return instalment_returned(cw, NULL, granting_row(cw, measure, n), on, "B 17", why, err);
}

START_TEST(what_came_back_is_not_paid_and_is_planned_anew)
{
	const struct instalment_change again[] = {
		{2, {"2027-10-01", 0, KRONOR(7350000), NULL, "partial report approved"}}, {3, granting_rows[2]}};

	seal();
	OK(instalment_paid(cw, NULL, granting_row(cw, measure, 2), "2027-09-03", "", err));
	OK(come_back(2, "2027-09-08", "The account is closed.", err));
	ck_assert_int_eq(row_state(2), INSTALMENT_RETURNED);
	ck_assert_int_eq(reclaiming_balance(cw, "paid"), 0);
	ck_assert_int_eq(reclaiming_balance(cw, "unplanned"), KRONOR(7350000));
	office_sound(cw);
	OK(plan_put(cw, NULL, measure, again, 2, "Came back.", err));
	ck_assert_int_eq(row_state(2), INSTALMENT_STATES);
	ck_assert_int_eq(row_state(4), INSTALMENT_READY);
	ck_assert_int_eq(reclaiming_balance(cw, "unplanned"), 0);
	office_sound(cw);
	OK(instalment_paid(cw, NULL, granting_row(cw, measure, 1), "2027-09-03", "", err));
	ck_assert_int_eq(reclaiming_balance(cw, "paid"), KRONOR(12250000));
}
END_TEST

static enum state case_state(void)
{
	struct application whole;
	enum state state;

	OK(application_load(cw, granting_application(cw, measure), &whole, err));
	state = whole.row.state;
	application_done(&whole);
	return state;
}

/* What is to be paid again keeps the case from being paid out and from being closed. */
START_TEST(a_case_is_not_paid_out_while_a_payment_that_came_back_is_not_planned_anew)
{
	struct closure closure;

	measure = reclaiming_grant(cw);
	OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 2), "2027-09-01", err));
	reclaiming_pay(cw, measure, 2, "2027-09-03");
	ck_assert_int_eq(case_state(), STATE_PAID);
	OK(come_back(2, "2027-09-08", "Closed.", err));
	ck_assert_int_eq(case_state(), STATE_PAYING);
	OK(closure_load(cw, granting_application(cw, measure), &closure, err));
	ck_assert_ptr_nonnull(strstr(closure.open[0], "not paid: 1"));
	closure_done(&closure);
}
END_TEST

START_TEST(only_what_was_paid_comes_back_once_after_it_was_paid_and_with_a_reason)
{
	seal();
	REFUSED(come_back(1, "2027-09-08", "Closed.", err), ERROR_INVALID, "not recorded as paid");
	OK(instalment_paid(cw, NULL, granting_row(cw, measure, 1), "2027-09-03", "", err));
	REFUSED(come_back(1, "2027-09-02", "Closed.", err), ERROR_INVALID, "before it was paid, on 2027-09-03");
	REFUSED(come_back(1, "2027-10-02", "Closed.", err), ERROR_INVALID, "Day it came back");
	REFUSED(come_back(1, "2027-09-08", " ", err), ERROR_INVALID, "Reason");
	office_sit(cw, "elin");
	REFUSED(come_back(1, "2027-09-08", "Closed.", err), ERROR_DENIED, "record payments");
	office_sit(cw, "cia");
	OK(come_back(1, "2027-09-03", "Closed.", err));
	REFUSED(come_back(1, "2027-09-08", "Closed.", err), ERROR_INVALID, "came back on 2027-09-03");
	REFUSED(instalment_paid(cw, NULL, granting_row(cw, measure, 1), "2027-09-08", "", err), ERROR_INVALID,
		"came back");
}
END_TEST

START_TEST(what_a_claim_counts_with_does_not_come_back)
{
	struct claim_change claim = reclaiming_claim();
	int64_t id;

	measure = reclaiming_grant(cw);
	office_clock(cw, "2028-02-01 09:00:00");
	office_sit(cw, "elin");
	OK(claim_record(cw, NULL, measure, &claim, &id, err));
	office_sit(cw, "cia");
	REFUSED(come_back(1, "2028-02-01", "Closed.", err), ERROR_INVALID, "3,000,000 SEK is claimed");
	office_sound(cw);
}
END_TEST

START_TEST(a_decision_after_a_payment_came_back_plans_its_amount)
{
	const struct decision_amount amounts[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(1000000)}};
	struct decision_change change = granting_whole();

	seal();
	OK(instalment_paid(cw, NULL, granting_row(cw, measure, 1), "2027-09-03", "", err));
	OK(instalment_paid(cw, NULL, granting_row(cw, measure, 2), "2027-09-03", "", err));
	OK(come_back(2, "2027-09-08", "Closed.", err));
	change.outcome = "partly";
	change.kind = "change";
	change.provision = "FL 37";
	change.ground = "Less is needed.";
	change.report_on = "2027-12-01";
	change.decided_on = "2027-10-01";
	change.amounts = amounts;
	change.instalments = (const struct decision_instalment[]){
		{"2027-11-01", 0, KRONOR(7350000), NULL, ""}, {"2028-11-30", 0, KRONOR(1000000), NULL, ""}};
	change.instalment_count = 2;
	granting_decide(cw, measure, &change);
	ck_assert_int_eq(reclaiming_balance(cw, "due"), KRONOR(8350000));
	ck_assert_int_eq(reclaiming_balance(cw, "unplanned"), 0);
	office_sound(cw);
}
END_TEST

/* ---- read in */

static const struct paid_row lines[] = {
	{2, "EFF-1-2026-1-1", "2027-01-15", "4711", KRONOR(12250000)},
	{3, "EFF-1-2026-1-2", "2027-09-02", "4712", KRONOR(7000000)},
	{4, "EFF-1-2026-1-3", "2027-09-02", "", KRONOR(4900000)},
	{5, "EFF-9-2026-1-1", "2027-09-02", "", KRONOR(1)},
	{6, "EFF-1-2026-1-1", "2027-01-15", "4711", KRONOR(12250000)},
	{7, "=1+1", "2027-09-02", "", KRONOR(1)},
};

static struct paid_file file_of(const struct paid_row *rows, int count, char hash)
{
	struct paid_file file = {.name = "paid.csv", .rows = rows, .count = count};

	memset(file.hash, hash, HASH_TEXT - 1);
	return file;
}

static void matches_are(const struct paid_result *result, const enum paid_match *wanted, int count)
{
	ck_assert_int_eq(result->count, count);
	for (int i = 0; i < count; i++)
		ck_assert_msg(result->lines[i].match == wanted[i], "line %d: %s", result->lines[i].line,
			paid_match_code(result->lines[i].match));
}

START_TEST(only_rows_paid_whole_are_recorded_and_every_line_is_kept)
{
	static const enum paid_match wanted[] = {
		PAID_WHOLE, PAID_PARTIAL, PAID_UNSEALED, PAID_UNKNOWN, PAID_ALREADY, PAID_UNKNOWN};
	struct paid_file file = file_of(lines, 6, 'a');
	struct paid_file_list files;
	struct paid_result result;

	seal();
	OK(paid_file_look(cw, &file, &result, err));
	matches_are(&result, wanted, 6);
	paid_result_done(&result);
	ck_assert_int_eq(row_state(1), INSTALMENT_SEALED); /* looking wrote nothing */
	OK(paid_file_take(cw, NULL, &file, &result, err));
	matches_are(&result, wanted, 6);
	ck_assert_int_eq(result.ore, KRONOR(12250000));
	ck_assert_int_eq(result.odd, 4);
	paid_result_done(&result);
	ck_assert_int_eq(row_state(1), INSTALMENT_PAID);
	ck_assert_int_eq(row_state(2), INSTALMENT_SEALED);
	OK(paid_file_list_load(cw, &files, err));
	ck_assert_int_eq(files.count, 1);
	ck_assert_int_eq(files.items[0].paid, 1);
	ck_assert_int_eq(files.items[0].odd, 4);
	OK(paid_lines_load(cw, files.items[0].id, &result, err));
	matches_are(&result, wanted, 6);
	paid_result_done(&result);
	paid_file_list_done(&files);
	office_sound(cw);
}
END_TEST

/* Lines 3, 4, 5 and 7 of the file are not recorded. */
static void lines_noted(int64_t file)
{
	OK(paid_line_note(cw, NULL, file, 3, "The rest comes tomorrow.", err));
	OK(paid_line_note(cw, NULL, file, 4, "Paid by hand.", err));
	OK(paid_line_note(cw, NULL, file, 5, "Not ours.", err));
	ck_assert_int_eq(office_tasks(cw, "paid_odd"), 1);
	OK(paid_line_note(cw, NULL, file, 7, "Not ours either.", err));
}

START_TEST(a_file_waits_until_each_line_not_recorded_has_been_looked_into)
{
	struct paid_file file = file_of(lines, 6, 'a');
	struct operation op = operation_new();
	struct paid_file_list files;
	struct paid_result result;
	int64_t id, before;

	seal();
	OK(paid_file_take(cw, NULL, &file, &result, err));
	paid_result_done(&result);
	OK(paid_file_list_load(cw, &files, err));
	id = files.items[0].id;
	paid_file_list_done(&files);
	ck_assert_int_eq(office_tasks(cw, "paid_odd"), 1);
	REFUSED(paid_line_note(cw, NULL, id, 2, "Seen.", err), ERROR_INVALID, "Line 2 is recorded as paid");
	REFUSED(paid_line_note(cw, NULL, id, 6, "Seen.", err), ERROR_INVALID, "Line 6 is recorded as paid");
	REFUSED(paid_line_note(cw, NULL, id, 3, " ", err), ERROR_INVALID, "Say what was found");
	REFUSED(paid_line_note(cw, NULL, id, 8, "Seen.", err), ERROR_MISSING, "has no line 8");
	REFUSED(paid_line_note(cw, NULL, id + 1, 1, "Seen.", err), ERROR_MISSING, "has no line 1");
	lines_noted(id);
	ck_assert_int_eq(office_tasks(cw, "paid_odd"), 0);
	OK(paid_line_note(cw, &op, id, 5, "Another office's.", err));
	before = office_events(cw);
	OK(paid_line_note(cw, &op, id, 5, "Another office's.", err));
	ck_assert_int_eq(office_events(cw), before);
	OK(paid_lines_load(cw, id, &result, err));
	ck_assert_int_eq(result.odd, 0);
	ck_assert_ptr_null(result.lines[0].note);
	ck_assert_str_eq(result.lines[3].note, "Another office's.");
	ck_assert_str_eq(result.lines[3].note_by, "Carl Rönn");
	paid_result_done(&result);
	OK(paid_file_list_load(cw, &files, err));
	ck_assert_int_eq(files.items[0].odd, 0);
	ck_assert_int_eq(files.items[0].unrecorded, 4);
	paid_file_list_done(&files);
	office_sit(cw, "elin");
	REFUSED(paid_line_note(cw, NULL, id, 5, "Mine.", err), ERROR_DENIED, "");
	office_sound(cw);
}
END_TEST

START_TEST(a_file_is_read_in_once_and_its_rows_are_paid_once)
{
	struct operation op = {.id = "0123abcd-0000-4000-8000-000000000001"};
	const struct paid_row late = {2, "EFF-1-2026-1-2", "2027-09-20", "", KRONOR(7350000)},
			      more = {2, "EFF-1-2026-1-2", "2027-09-20", "", KRONOR(7350000) + 1};
	struct paid_file file = file_of(lines, 1, 'a'), next = file_of(lines, 1, 'b'), other = file_of(&late, 1, 'c'),
			 much = file_of(&more, 1, 'd');
	struct paid_result result;

	seal();
	OK(paid_file_take(cw, &op, &file, &result, err));
	paid_result_done(&result);
	OK(paid_file_take(cw, &op, &file, &result, err)); /* the same try again */
	ck_assert_int_eq(result.lines[0].match, PAID_WHOLE);
	paid_result_done(&result);
	REFUSED(paid_file_take(cw, NULL, &file, &result, err), ERROR_INVALID, "has been read in, by Carl");
	OK(paid_file_take(cw, NULL, &next, &result, err));
	ck_assert_int_eq(result.lines[0].match, PAID_ALREADY);
	paid_result_done(&result);
	OK(paid_file_take(cw, NULL, &much, &result, err));
	ck_assert_int_eq(result.lines[0].match, PAID_MORE);
	paid_result_done(&result);
	OK(paid_file_take(cw, NULL, &other, &result, err));
	ck_assert_int_eq(result.lines[0].match, PAID_OTHER_DAY);
	ck_assert_str_eq(result.lines[0].due_on, "2027-09-01");
	paid_result_done(&result);
	ck_assert_int_eq(reclaiming_balance(cw, "paid"), KRONOR(19600000));
	office_sound(cw);
}
END_TEST

START_TEST(a_line_that_may_not_be_recorded_stops_the_whole_file)
{
	const struct paid_row two[] = {lines[0], {3, "EFF-1-2026-1-2", "2026-09-01", "", KRONOR(7350000)}};
	struct paid_file file = file_of(two, 2, 'a');
	struct paid_result result;

	seal();
	REFUSED(paid_file_take(cw, NULL, &file, &result, err), ERROR_INVALID, "Line 3, EFF-1-2026-1-2:");
	ck_assert_int_eq(row_state(1), INSTALMENT_SEALED);
	office_sit(cw, "elin");
	REFUSED(paid_file_take(cw, NULL, &file, &result, err), ERROR_DENIED, "record payments");
}
END_TEST

START_TEST(a_payment_number_has_one_way_of_being_written)
{
	static const char *const wrong[] = {"", "EFF", "EFF-1-2026-1", "EFF-1-2026-1-1-1", "EFF-01-2026-1-1",
		"EFF-1-2026-1-0", "EFF-1-2026-1-1 ", "eff-1-2026-1-1", "EFF--1-2026-1-1", "EFF-1-2026-1-99999999"};
	struct payment_number number;

	ck_assert(payment_number_read("EFF-12-2026-3-20", &number));
	ck_assert_int_eq(number.n, 12);
	ck_assert_int_eq(number.row, 20);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(!payment_number_read(wrong[i], &number), "'%s' was read", wrong[i]);
}
END_TEST

/* ---- altered past the program */

static struct buffer found;

static void finding_keep(void *with, const char *finding)
{
	(void)with;
	buffer_format(&found, "%s\n", finding);
}

static void file_remove(const char *path)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	char name[96];

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		snprintf(name, sizeof name, "%s%s", path, ends[i]);
		unlink(name);
	}
}

START_TEST(what_came_back_and_what_was_read_in_is_found_when_altered)
{
	static const char *const told[] = {"course of instalment 1: has been altered",
		"file of payments paid.csv: has been altered", "the ledger's account 'paid' holds",
		"Payment file 1 is not as it was sealed",
		"paid.csv note of a line that was read in as paid 3: has been altered",
		"note of a line that was read in as paid has been removed past the events", NULL};
	struct paid_file file = file_of(lines, 2, 'a');
	struct paid_result result;
	char folder[64], path[80];
	int findings = 0;

	ck_assert(folder_new(folder, "paid"));
	snprintf(path, sizeof path, "%s/office", folder);
	casework_close(cw);
	cw = office_open_at(path);
	seal();
	OK(paid_file_take(cw, NULL, &file, &result, err));
	paid_result_done(&result);
	OK(paid_line_note(cw, NULL, 1, 3, "Later.", err));
	OK(paid_line_note(cw, NULL, 1, 3, "Found.", err));
	OK(come_back(1, "2027-09-08", "Closed.", err));
	office_sound(cw);
	casework_close(cw);
	granting_plant(path,
		"UPDATE payment_return SET why = 'x'; UPDATE paid_line SET ore = ore + 1 WHERE line = 3;"
		"UPDATE paid_line_note SET why = 'y' WHERE n = 1; DELETE FROM paid_line_note WHERE n = 2;"
		"DELETE FROM ledger WHERE cause = 'return'; UPDATE batch SET file = replace(file, '00.00', '01.00')");
	/* an administrator, who sees no cases, finds as much */
	OK(casework_open(path, STORE_WRITE, &(struct casework_who){"adam", NULL}, &cw, err));
	buffer_init(&found);
	OK(check_all(cw, finding_keep, NULL, &findings, err));
	for (int i = 0; told[i]; i++)
		ck_assert_msg(strstr(found.text, told[i]) != NULL, "'%s' is not in:\n%s", told[i], found.text);
	buffer_done(&found);
	file_remove(path);
	rmdir(folder);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {what_came_back_is_not_paid_and_is_planned_anew,
		a_case_is_not_paid_out_while_a_payment_that_came_back_is_not_planned_anew,
		only_what_was_paid_comes_back_once_after_it_was_paid_and_with_a_reason,
		what_a_claim_counts_with_does_not_come_back, a_decision_after_a_payment_came_back_plans_its_amount,
		only_rows_paid_whole_are_recorded_and_every_line_is_kept,
		a_file_waits_until_each_line_not_recorded_has_been_looked_into,
		a_file_is_read_in_once_and_its_rows_are_paid_once,
		what_came_back_and_what_was_read_in_is_found_when_altered,
		a_line_that_may_not_be_recorded_stops_the_whole_file, a_payment_number_has_one_way_of_being_written,

		NULL};

	return claims_run_in("paid", claims, begin, end, 30);
}
