/* Closing a case: what stops it, what becomes of its working notes, and that a closed case stays as it is. */
#include "cases.h"
#include "casework/closure.h"
#include "casework/event.h"
#include "casework/note.h"
#include "casework/todo.h"
#include "claims.h"

#include "base/buffer.h"
#include "base/words.h"

static struct casework *cw;

static int64_t office(const char *login)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, login);
	return application_of(cw, "23", "Närmare vård");
}

static void noted(int64_t application, const char *kind, const char *said)
{
	struct note_change change = {.kind = kind, .occurred_on = "2026-11-20", .way = "phone", .said = said};
	int n;

	OK(note_add(cw, NULL, application, &change, &n, err));
}

/* Withdrawn: nothing is left to decide. */
static int64_t over(const char *login)
{
	int64_t application = office(login);

	OK(application_withdraw(cw, NULL, application, "2026-11-20", "Brev.", err));
	return application;
}

static enum state state_now(int64_t application)
{
	struct application whole;
	enum state state;

	OK(application_load(cw, application, &whole, err));
	state = whole.row.state;
	application_done(&whole);
	return state;
}

START_TEST(a_case_is_closed_with_its_reason_and_reopened_with_its_reason)
{
	int64_t application = over("elin");
	struct closure closure;

	OK(closure_load(cw, application, &closure, err));
	ck_assert(!closure.id && !closure.stands && !closure.open_count && !closure.note_count);
	closure_done(&closure);
	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	ck_assert_int_eq(state_now(application), STATE_CLOSED);
	OK(closure_load(cw, application, &closure, err));
	ck_assert(closure.stands);
	ck_assert_str_eq(closure.closed_on, "2026-11-22");
	ck_assert_str_eq(closure.why, "Återkallad.");
	ck_assert_str_eq(closure.closed_by, "Elin Björk");
	closure_done(&closure);
	REFUSED(case_close(cw, NULL, application, NULL, "Igen.", NULL, 0, err), ERROR_INVALID, "closed already");
	REFUSED(case_reopen(cw, NULL, application, " ", err), ERROR_INVALID, "Why it is reopened");
	OK(case_reopen(cw, NULL, application, "Nytt brev.", err));
	ck_assert_int_eq(state_now(application), STATE_WITHDRAWN);
	REFUSED(case_reopen(cw, NULL, application, "Igen.", err), ERROR_INVALID, "is not closed");
	OK(case_close(cw, NULL, application, "2026-11-21", "Läst.", NULL, 0, err));
	OK(closure_load(cw, application, &closure, err));
	ck_assert(closure.stands);
	ck_assert_str_eq(closure.closed_on, "2026-11-21");
	ck_assert_int_eq(closure.version, 3);
	closure_done(&closure);
	casework_close(cw);
}
END_TEST

START_TEST(a_closed_case_asks_for_nothing_more)
{
	int64_t application = over("elin");
	struct todo_list list;

	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	OK(todo_list_load(cw, false, &list, err));
	for (int i = 0; i < list.count; i++)
		ck_assert_int_ne(list.items[i].application, application);
	ck_assert_int_eq(list.officer_count, 0);
	todo_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_closing_has_a_day_that_can_be_and_a_reason)
{
	int64_t application = over("elin");

	REFUSED(case_close(cw, NULL, application, NULL, "", NULL, 0, err), ERROR_INVALID, "Why it is closed");
	REFUSED(case_close(cw, NULL, application, "2026-11-23", "X", NULL, 0, err), ERROR_INVALID, "Closed on");
	REFUSED(case_close(cw, NULL, application, "2026-03-09", "X", NULL, 0, err), ERROR_INVALID, "arrived on");
	REFUSED(case_close(cw, NULL, 999, NULL, "X", NULL, 0, err), ERROR_MISSING, "");
	office_sit(cw, "cia");
	REFUSED(case_close(cw, NULL, application, NULL, "X", NULL, 0, err), ERROR_DENIED, "close and reopen");
	casework_close(cw);
}
END_TEST

/* Measure 1 is id 1 of application 1, decided by decision 1, granted. */
#define DECIDED                                                                                                        \
	"INSERT INTO decision (id, measure, n, outcome, decided_on, reasons, recorded_by, recorded_at) "               \
	"VALUES (1, 1, 1, 'granted', '2026-11-20', 'X', 3, '2026-11-20 10:00:00');"
#define PLANNED                                                                                                        \
	DECIDED "INSERT INTO plan VALUES (1, 1, 3, '2026-11-20 10:00:00', '');"                                        \
		"INSERT INTO instalment (id, decision, n, since, due_on, year, ore, recipient, made_by) "              \
		"VALUES (1, 1, 1, 1, '2026-12-01', 2026, 500, '23', 3);"
#define PAID                                                                                                           \
	PLANNED "INSERT INTO review VALUES (1, 3, 9, '2026-11-20 10:30:00');"                                          \
		"INSERT INTO attest VALUES (1, 3, 4, '2026-11-20 11:00:00');"                                          \
		"INSERT INTO payment VALUES (1, '2026-11-21', '', 4, '2026-11-21 10:00:00');"
#define REPORTED                                                                                                       \
	"INSERT INTO report_due (id, measure, n, kind, due_on, decision, made_by, made_at) "                           \
	"VALUES (1, 1, 1, 'final', '2027-03-01', 1, 3, '2026-11-20 10:00:00');"
#define DOCUMENT                                                                                                       \
	"INSERT INTO document (id, application, n, direction, kind, on_day, subject, registered_by, registered_at) "   \
	"VALUES (1, 1, 1, 'out', 'decision', '2026-11-20', 'Beslut', 3, '2026-11-20 10:00:00');"

static const struct {
	const char *sql, *stop; /* stop NULL: nothing stops */
} standings[] = {
	{"SELECT 1;", "measures without a decision: 1"},
	{DECIDED, "granted measures without a payment plan: 1"},
	{PLANNED, "instalments that are not paid: 1"},
	{PAID, NULL},
	{PAID REPORTED, "reports that are not approved: 1 (2027-03-01)"},
	{PAID REPORTED
		"INSERT INTO report (report_due, n, received_on, outcome, outcome_on, outcome_by, recorded_by, "
		"recorded_at) VALUES (1, 1, '2026-11-20', 'approved', '2026-11-21', 3, 3, '2026-11-20 10:00:00');",
		NULL},
	{PAID REPORTED "UPDATE report_due SET dropped_on = '2026-11-21';", NULL},
	{PAID "INSERT INTO clock (application, n, kind, asks, sent_on, way, due_on, signed_by) "
	      "VALUES (1, 1, 'communication', 'X', '2026-11-20', 'email', '2026-12-04', 3);",
		"deadlines still running: 1"},
	{PAID "INSERT INTO clock (application, n, kind, asks, sent_on, way, due_on, signed_by, outcome, ended_on) "
	      "VALUES (1, 1, 'communication', 'X', '2026-11-20', 'email', '2026-12-04', 3, 'unanswered', "
	      "'2026-12-05');",
		NULL},
	{PAID "INSERT INTO disqualification (person, application, answer, answered_at, ground, what, recorded_by) "
	      "VALUES (5, 1, 'reported', '2026-11-20 10:00:00', 'party', 'X', 5);",
		"reported and not tried: 1"},
	{PAID "INSERT INTO disqualification (person, application, answer, answered_at, ground, what, later, tried_on, "
	      "tried_by, outcome, reasons, recorded_by) VALUES (5, 1, 'reported', '2026-11-20 10:00:00', 'party', 'X', "
	      "1, "
	      "'2026-11-21', 'chair', 'barred', 'X', 5);",
		"whose work is not settled: 1"},
	{PAID "INSERT INTO disqualification (person, application, answer, answered_at, recorded_by) "
	      "VALUES (5, 1, 'none', '2026-11-20 10:00:00', 5);",
		NULL},
	{PAID DOCUMENT "INSERT INTO dispatch (document, region, way) VALUES (1, '23', 'email');",
		"not been sent to: 1"},
	{PAID DOCUMENT "INSERT INTO dispatch (document, region, way, sent_on) VALUES (1, '23', 'email', '2026-11-20');",
		NULL},
	{PAID "INSERT INTO note (id, application, n, kind, occurred_on, way, said, author, written_at) "
	      "VALUES (1, 1, 1, 'file', '2026-11-20', 'phone', 'X', 3, '2026-11-20 10:00:00');"
	      "INSERT INTO note_about (note, follow_on) VALUES (1, '2026-12-01');",
		"notes still to be followed up: 1"},
};

START_TEST(what_is_open_stops_a_closing_and_is_named)
{
	int64_t application = office("elin");
	struct closure closure;

	measure_of(cw, application, "Åtgärd", 10, 5);
	rows_put(cw, standings[_i].sql);
	office_sit(cw, "elin");
	OK(closure_load(cw, application, &closure, err));
	ck_assert_msg(closure.open_count == (standings[_i].stop != NULL), "%d: %d", _i, closure.open_count);
	if (standings[_i].stop) {
		ck_assert_ptr_nonnull(strstr(closure.open[0], standings[_i].stop));
		REFUSED(case_close(cw, NULL, application, NULL, "X", NULL, 0, err), ERROR_INVALID, standings[_i].stop);
	} else {
		OK(case_close(cw, NULL, application, NULL, "X", NULL, 0, err));
	}
	closure_done(&closure);
	casework_close(cw);
}
END_TEST

START_TEST(every_working_note_is_given_a_fate)
{
	static const struct closure_fate fates[] = {
		{2, "archive"}, {3, "discard"}, {4, "file"}, {1, "file"}, {2, "eld"}};
	int64_t application = over("elin");
	struct note_list list;
	struct closure closure;

	noted(application, "file", "Fakta.");
	noted(application, "working", "Tanke ett.");
	noted(application, "working", "Tanke två.");
	noted(application, "working", "Uppgift i saken.");
	REFUSED(case_close(cw, NULL, application, NULL, "X", fates, 1, err), ERROR_INVALID, "missing: 3, 4");
	REFUSED(case_close(cw, NULL, application, NULL, "X", fates, 1, err), ERROR_INVALID, "the history keeps");
	REFUSED(case_close(cw, NULL, application, NULL, "X", fates, 4, err), ERROR_INVALID, "Note 1 is no working");
	REFUSED(case_close(cw, NULL, application, NULL, "X", fates + 4, 1, err), ERROR_INVALID, "Note 2: say");
	office_sit(cw, "rut");
	OK(closure_load(cw, application, &closure, err));
	ck_assert(closure.notes_hidden && !closure.note_count);
	closure_done(&closure);
	REFUSED(case_close(cw, NULL, application, NULL, "X", fates, 3, err), ERROR_DENIED, "see working material");
	OK(note_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 1);
	note_list_done(&list);
	office_sit(cw, "elin");
	OK(case_close(cw, NULL, application, NULL, "X", fates, 3, err));
	OK(note_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 4);
	ck_assert_str_eq(list.items[0].kind, "file"); /* note 4 is a tjänsteanteckning now */
	ck_assert_str_eq(list.items[0].said, "Uppgift i saken.");
	ck_assert_str_eq(list.items[1].fate, "discard");
	ck_assert_ptr_null(strstr(list.items[1].said, "Tanke"));
	note_list_done(&list);
	office_sit(cw, "rut"); /* what is kept is public now, the trace of the rest is not told */
	OK(note_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 3);
	ck_assert_str_eq(list.items[1].said, "Tanke ett.");
	note_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_closed_case_changes_no_more_until_it_is_reopened)
{
	int64_t application = over("elin");
	struct note_change note = {.occurred_on = "2026-11-20", .way = "phone", .said = "Hej"};
	struct participant_change part = {.region = "23", .paper = "decision", .paper_on = "2026-05-27"};
	int n;

	OK(case_close(cw, NULL, application, NULL, "Återkallad.", NULL, 0, err));
	REFUSED(note_add(cw, NULL, application, &note, &n, err), ERROR_INVALID, "closed on 2026-11-22");
	office_sit(cw, "rut");
	REFUSED(participant_put(cw, NULL, application, &part, err), ERROR_INVALID, "");
	OK(case_reopen(cw, NULL, application, "Mer kom in.", err));
	OK(note_add(cw, NULL, application, &note, &n, err));
	casework_close(cw);
}
END_TEST

static void finding(void *with, const char *text)
{
	struct buffer *all = with;

	buffer_format(all, "%s\n", text);
}

START_TEST(a_closing_altered_past_the_events_is_found)
{
	static const struct closure_fate fate = {1, "discard"};
	int64_t application = over("elin");
	struct buffer all;
	int findings = 0;

	noted(application, "working", "Tanke.");
	OK(case_close(cw, NULL, application, NULL, "X", &fate, 1, err));
	buffer_init(&all);
	OK(check_all(cw, finding, &all, &findings, err));
	ck_assert_msg(findings == 0, "%s", all.text);
	rows_put(cw, "UPDATE closure SET why = 'Y'; UPDATE note_fate SET fate = 'archive';");
	OK(check_all(cw, finding, &all, &findings, err));
	ck_assert_int_eq(findings, 2);
	ck_assert_ptr_nonnull(strstr(all.text, "closing: has been altered"));
	ck_assert_ptr_nonnull(strstr(all.text, "what became of note 1: has been altered"));
	buffer_done(&all);
	casework_close(cw);
}
END_TEST

START_TEST(a_fate_is_read_in_both_languages)
{
	ck_assert_str_eq(closure_fate_read("archive"), "archive");
	ck_assert_str_eq(closure_fate_read("rensas"), "discard");
	ck_assert_str_eq(closure_fate_read("tjänsteanteckning"), "file");
	ck_assert_str_eq(closure_fate_read("file note"), "file");
	ck_assert_ptr_null(closure_fate_read("?"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("closure");
	TCase *tcase = tcase_create("closure");
	SRunner *runner;
	int failed;

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, a_case_is_closed_with_its_reason_and_reopened_with_its_reason);
	tcase_add_test(tcase, a_closed_case_asks_for_nothing_more);
	tcase_add_test(tcase, a_closing_has_a_day_that_can_be_and_a_reason);
	tcase_add_loop_test(
		tcase, what_is_open_stops_a_closing_and_is_named, 0, (int)(sizeof standings / sizeof *standings));
	tcase_add_test(tcase, every_working_note_is_given_a_fate);
	tcase_add_test(tcase, a_closed_case_changes_no_more_until_it_is_reopened);
	tcase_add_test(tcase, a_closing_altered_past_the_events_is_found);
	tcase_add_test(tcase, a_fate_is_read_in_both_languages);
	suite_add_tcase(suite, tcase);
	runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
