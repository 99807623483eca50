/* What is to be done: each source shows its row to whom it belongs, with its day, and not to whom it does not. */
#include "cases.h"
#include "casework/gate.h"
#include "casework/note.h"
#include "casework/todo.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t one;

/* Case 1 of elin's, with a measure. It is Sunday 2026-11-22. */
static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
	one = application_of(cw, "23", "Närmare vård");
	measure_of(cw, one, "Frigjord tid", 100, 50);
	OK(application_assign(cw, NULL, one, office_person(cw, "elin"), err));
}

/* The first task of the kind, and how many. */
static int tasks(bool mine, const char *code, struct todo_item *out)
{
	struct todo_list list;
	int count = 0;

	OK(todo_list_load(cw, mine, &list, err));
	for (int i = list.count - 1; i >= 0; i--) {
		if (strcmp(list.items[i].code, code))
			continue;
		count++;
		if (out) {
			*out = list.items[i];
			out->text = out->lead = out->person_name = NULL;
		}
	}
	todo_list_done(&list);
	return count;
}

static int tasks_of(const char *login, bool mine, const char *code)
{
	int count;

	office_sit(cw, login);
	count = tasks(mine, code, NULL);
	office_sit(cw, "elin");
	return count;
}

START_TEST(a_case_without_an_officer_is_for_those_who_assign)
{
	struct todo_item item;

	office_begin();
	ck_assert_int_eq(tasks(true, "unassigned", NULL), 0);
	application_of(cw, "13", "Röntgen");
	ck_assert_int_eq(tasks(true, "unassigned", &item), 1);
	ck_assert_int_eq(item.n, 2);
	ck_assert_int_eq(item.due, day_read("2026-03-10"));
	ck_assert(item.late);
	ck_assert_int_eq(item.mover, MOVER_US);
	ck_assert_int_eq(tasks_of("kim", true, "unassigned"), 1);
	ck_assert_int_eq(tasks_of("cia", true, "unassigned"), 0);
	ck_assert_int_eq(tasks_of("cia", false, "unassigned"), 1);
	casework_close(cw);
}
END_TEST

START_TEST(unanswered_control_points_are_the_officers)
{
	office_begin();
	ck_assert_int_eq(tasks(true, "gates", NULL), 1);
	ck_assert_int_eq(tasks_of("olle", true, "gates"), 0);
	ck_assert_int_eq(tasks_of("olle", false, "gates"), 1);
	casework_close(cw);
}
END_TEST

START_TEST(a_day_of_an_answer_is_waited_for_until_the_case_is_decided)
{
	struct gate_change change = {
		.gate = "G1", .answer = "no", .reason = "Saknas.", .way = "completion", .due_on = "2026-11-02"};

	office_begin();
	OK(gate_answer(cw, NULL, one, &change, err));
	ck_assert_int_eq(tasks(true, "gate_passed", NULL), 1);
	rows_put(cw, "INSERT INTO decision (measure, n, outcome, decided_on, reasons, recorded_by, recorded_at) "
		     "SELECT measure.id, 1, 'refused', '2026-11-20', 'x', 1, '2026-11-20 09:00:00' FROM measure");
	ck_assert_int_eq(tasks(true, "gate_passed", NULL), 0);
	casework_close(cw);
}
END_TEST

START_TEST(a_follow_up_stands_until_it_is_done)
{
	struct note_change change = {
		.occurred_on = "2026-11-20", .way = "phone", .said = "De återkommer.", .follow_on = "2026-11-21"};
	struct todo_item item;
	int n;

	office_begin();
	OK(note_add(cw, NULL, one, &change, &n, err));
	ck_assert_int_eq(tasks(true, "follow", &item), 1);
	ck_assert_int_eq(item.place, TODO_NOTE);
	ck_assert_int_eq(item.item_n, 1);
	ck_assert(item.late);
	ck_assert_int_eq(tasks_of("olle", true, "follow"), 0);
	OK(note_followed(cw, NULL, one, 1, NULL, "", err));
	ck_assert_int_eq(tasks(false, "follow", NULL), 0);
	change.kind = "working";
	OK(note_add(cw, NULL, one, &change, &n, err));
	ck_assert_int_eq(tasks(false, "follow_working", NULL), 1);
	ck_assert_int_eq(tasks_of("rut", false, "follow_working"), 0);
	casework_close(cw);
}
END_TEST

START_TEST(a_region_that_is_asked_has_its_meetings_told_until_it_has_answered)
{
	struct todo_item item;

	office_begin();
	rows_put(cw,
		"INSERT INTO region_meeting (region, on_day, body) VALUES ('23', '2026-11-20', 'Nämnden'), "
		"('23', '2026-12-02', 'Nämnden'), ('23', '2027-02-02', 'Nämnden'), ('13', '2026-12-01', 'Styrelsen')");
	ck_assert_int_eq(tasks(true, "region_meeting", NULL), 0);
	rows_put(cw,
		"INSERT INTO clock (application, n, kind, asks, sent_on, way, due_on, signed_by, power_ref) VALUES "
		"(1, 1, 'completion', 'Protokoll', '2026-11-10', 'email', '2026-12-15', 1, 'x')");
	ck_assert_int_eq(tasks(true, "region_meeting", &item), 1);
	ck_assert_int_eq(item.due, day_read("2026-12-02"));
	ck_assert_int_eq(item.mover, MOVER_APPLICANT);
	ck_assert_int_eq(tasks_of("olle", true, "region_meeting"), 0);
	rows_put(cw, "UPDATE clock SET answered_on = '2026-11-20'");
	ck_assert_int_eq(tasks(false, "region_meeting", NULL), 0);
	casework_close(cw);
}
END_TEST

#define A_DECISION                                                                                                     \
	"INSERT INTO decision (measure, n, outcome, decided_on, reasons, recorded_by, recorded_at) "                   \
	"SELECT measure.id, 1, 'granted', '2026-11-20', 'x', 1, '2026-11-20 09:00:00' FROM measure"

START_TEST(a_grant_without_a_planned_report_is_told_when_its_period_ends)
{
	struct todo_item item;

	office_begin();
	rows_put(cw, "UPDATE measure SET to_on = '2026-12-10'");
	ck_assert_int_eq(tasks(false, "report_unplanned", NULL), 0);
	rows_put(cw, A_DECISION);
	ck_assert_int_eq(tasks(true, "report_unplanned", &item), 1);
	ck_assert_int_eq(item.due, day_read("2026-12-10"));
	ck_assert_int_eq(item.measure_n, 1);
	rows_put(cw, "UPDATE measure SET to_on = '2027-12-10'");
	ck_assert_int_eq(tasks(false, "report_unplanned", NULL), 0);
	rows_put(cw, "UPDATE measure SET to_on = '2026-12-10'");
	rows_put(cw, "INSERT INTO report_due (measure, n, kind, due_on, decision, made_by, made_at) SELECT "
		     "decision.measure, "
		     "1, 'final', '2027-03-01', decision.id, 1, '2026-11-20 09:00:00' FROM decision");
	ck_assert_int_eq(tasks(false, "report_unplanned", NULL), 0);
	ck_assert_int_eq(tasks(false, "report_due", NULL), 0);
	casework_close(cw);
}
END_TEST

START_TEST(a_report_is_the_applicants_until_it_comes_and_then_ours_until_it_is_ruled_on)
{
	struct todo_item item;

	office_begin();
	rows_put(cw, A_DECISION);
	rows_put(cw, "INSERT INTO report_due (measure, n, kind, due_on, decision, made_by, made_at) SELECT "
		     "decision.measure, "
		     "1, 'final', '2026-12-10', decision.id, 1, '2026-11-20 09:00:00' FROM decision");
	ck_assert_int_eq(tasks(true, "report_due", &item), 1);
	ck_assert_int_eq(item.mover, MOVER_APPLICANT);
	ck_assert_int_eq(item.due, day_read("2026-12-10"));
	ck_assert_int_eq(item.item_n, 1);
	rows_put(cw, "INSERT INTO report (report_due, n, received_on, recorded_by, recorded_at) SELECT id, 1, "
		     "'2026-11-21', 1, "
		     "'2026-11-21 09:00:00' FROM report_due");
	ck_assert_int_eq(tasks(false, "report_due", NULL), 0);
	ck_assert_int_eq(tasks(true, "report_received", &item), 1);
	ck_assert_int_eq(item.mover, MOVER_US);
	rows_put(cw,
		"UPDATE report SET outcome = 'sent_back', outcome_on = '2026-11-22', outcome_by = 1, reason = 'x', "
		"again_on = '2026-12-20'");
	ck_assert_int_eq(tasks(false, "report_received", NULL), 0);
	ck_assert_int_eq(tasks(true, "report_back", &item), 1);
	ck_assert_int_eq(item.due, day_read("2026-12-20"));
	ck_assert_int_eq(item.mover, MOVER_APPLICANT);
	rows_put(cw,
		"INSERT INTO report (report_due, n, received_on, outcome, outcome_on, outcome_by, recorded_by, "
		"recorded_at) SELECT id, 2, '2026-11-22', 'approved', '2026-11-22', 1, 1, '2026-11-21 09:00:00' FROM "
		"report_due");
	ck_assert_int_eq(tasks(false, "report_back", NULL), 0);
	casework_close(cw);
}
END_TEST

START_TEST(open_matters_are_for_whoever_has_them)
{
	struct todo_item item;

	office_begin();
	rows_put(cw,
		"INSERT INTO matter (year, n, kind, title, opened_on, officer, registered_by, registered_at) VALUES "
		"(2026, 41, 'request', 'Begäran', '2026-11-20', NULL, 1, '2026-11-20 09:00:00'), "
		"(2026, 42, 'meeting', 'Sammanträde', '2026-11-20', 1, 1, '2026-11-20 09:00:00'), "
		"(2026, 43, 'other', 'Annat', '2026-11-20', 1, 1, '2026-11-20 09:00:00')");
	ck_assert_int_eq(tasks(true, "matter_request", &item), 1);
	ck_assert(item.late && item.place == TODO_MATTER && item.n == 41);
	ck_assert_int_eq(tasks(false, "matter_meeting", &item), 1);
	ck_assert_int_eq(item.due, DAY_NONE);
	rows_put(cw, "INSERT INTO sitting (matter, on_day) SELECT id, '2026-12-15' FROM matter WHERE n = 42");
	ck_assert_int_eq(tasks(false, "matter_meeting", &item), 1);
	ck_assert_int_eq(item.due, day_read("2026-12-15"));
	rows_put(cw, "UPDATE sitting SET opened_at = '2026-12-15 09:00:00', closed_at = '2026-12-15 12:00:00'");
	ck_assert_int_eq(tasks(false, "matter_meeting", &item), 1);
	ck_assert_int_eq(item.due, DAY_NONE); /* it was held: what is left has no day */
	ck_assert_int_eq(tasks(false, "matter_report", NULL), 0);
	rows_put(cw, "INSERT INTO closure (matter, closed_on, why, closed_by) SELECT id, '2026-11-21', 'Klart', 1 FROM "
		     "matter");
	ck_assert_int_eq(tasks(false, "matter_request", NULL), 0);
	ck_assert_int_eq(tasks(false, "matter_meeting", NULL), 0);
	casework_close(cw);
}
END_TEST

START_TEST(a_time_limit_says_whose_move_it_is)
{
	struct todo_item item;

	office_begin();
	rows_put(cw,
		"INSERT INTO clock (application, n, kind, asks, sent_on, way, due_on, signed_by, power_ref) VALUES "
		"(1, 1, 'completion', 'Protokoll', '2026-11-10', 'email', '2026-11-25', 1, 'x')");
	ck_assert_int_eq(tasks(true, "clock_runs", &item), 1);
	ck_assert_int_eq(item.mover, MOVER_APPLICANT);
	ck_assert(!item.late);
	office_clock(cw, "2026-11-26 09:00:00");
	ck_assert_int_eq(tasks(true, "clock_runs", NULL), 0);
	ck_assert_int_eq(tasks(true, "clock_passed", &item), 1);
	ck_assert_int_eq(item.mover, MOVER_US);
	rows_put(cw, "UPDATE clock SET answered_on = '2026-11-20'");
	ck_assert_int_eq(tasks(true, "clock_answered", NULL), 1);
	rows_put(cw, "UPDATE clock SET outcome = 'complete', ended_on = '2026-11-26'");
	ck_assert_int_eq(tasks(false, "clock_answered", NULL), 0);
	casework_close(cw);
}
END_TEST

START_TEST(an_account_waits_for_a_second_person_until_it_or_a_later_one_is_checked)
{
	struct todo_item item;

	office_begin();
	rows_put(cw,
		"INSERT INTO payee_account (region, kind, number, from_on, source, made_by, made_at) SELECT '23', "
		"'bankgiro', '5050-1055', '2026-12-01', 'Brev', id, '2026-11-20 09:00:00' FROM person WHERE login = "
		"'cia'");
	ck_assert_int_eq(tasks_of("carl", true, "account_check"), 1);
	ck_assert_int_eq(tasks_of("cia", true, "account_check"), 0); /* it is cia's own, so another's to check */
	ck_assert_int_eq(tasks_of("cia", false, "account_check"), 1);
	ck_assert_int_eq(tasks_of("olle", true, "account_check"), 0);
	ck_assert_int_eq(tasks(false, "account_check", &item), 1);
	ck_assert_int_eq(item.place, TODO_ACCOUNT);
	ck_assert_int_eq(item.due, day_read("2026-12-01"));
	rows_put(cw, "INSERT INTO payee_account (region, kind, number, from_on, source, made_by, made_at, checked_by, "
		     "checked_at) SELECT region, kind, '5805-6201', from_on, source, made_by, made_at, 1, made_at FROM "
		     "payee_account");
	ck_assert_int_eq(tasks(false, "account_check", NULL), 0);
	casework_close(cw);
}
END_TEST

START_TEST(what_was_read_in_and_matched_nothing_is_told_until_its_money_is_found)
{
	struct todo_list list;
	bool told = false;

	office_begin();
	rows_put(cw, A_DECISION);
	rows_put(cw, "INSERT INTO paid_file (name, hash, read_by, read_at) VALUES ('betalt.csv', hex(zeroblob(32)), 1, "
		     "'2026-11-20 09:00:00')");
	rows_put(cw, "INSERT INTO paid_line (paid_file, line, payment_id, on_day, ore, match) VALUES "
		     "(1, 2, 'EFF-1-2026-1-1', '2026-11-19', 100, 'already')");
	ck_assert_int_eq(tasks_of("cia", true, "paid_odd"), 0); /* nothing odd about it */
	rows_put(cw,
		"INSERT INTO paid_line (paid_file, line, payment_id, on_day, ore, match) VALUES "
		"(1, 3, 'EFF-99-2026-1-1', '2026-11-19', 5000, 'unknown'), (1, 4, 'hej', '2026-11-19', 7, 'unknown')");
	OK(todo_list_load(cw, false, &list, err));
	for (int i = 0; i < list.count; i++)
		told |= list.items[i].place == TODO_PAID && !strcmp(list.items[i].text, "betalt.csv: 2 lines");
	todo_list_done(&list);
	ck_assert(told);
	ck_assert_int_eq(tasks_of("cia", true, "paid_odd"), 1);
	ck_assert_int_eq(tasks_of("olle", true, "paid_odd"), 0);
	rows_put(cw,
		"INSERT INTO plan (decision, version, made_by, made_at) SELECT id, 1, 1, '2026-11-19 09:00:00' FROM "
		"decision");
	rows_put(cw,
		"INSERT INTO instalment (decision, n, since, due_on, year, ore, recipient, made_by) SELECT id, 1, 1, "
		"'2026-11-19', 2026, 5000, '23', 1 FROM decision");
	rows_put(cw, "INSERT INTO review (instalment, maker, person, at) SELECT id, 1, 2, '2026-11-19 10:00:00' FROM "
		     "instalment");
	rows_put(cw, "INSERT INTO attest (instalment, maker, person, at) SELECT id, 1, 3, '2026-11-20 09:00:00' FROM "
		     "instalment");
	rows_put(cw, "INSERT INTO payment (instalment, paid_on, recorded_by, recorded_at) SELECT id, '2026-11-19', 1, "
		     "'2026-11-21 09:00:00' FROM instalment WHERE n = 1");
	OK(todo_list_load(cw, false, &list, err));
	for (int i = 0; i < list.count; i++)
		if (list.items[i].place == TODO_PAID)
			ck_assert_str_eq(list.items[i].text, "betalt.csv: 1 line");
	todo_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(post_is_told_of_when_a_working_day_has_passed)
{
	office_begin();
	rows_put(cw, "INSERT INTO document (direction, kind, on_day, subject, registered_by, registered_at) VALUES "
		     "('in', 'letter', '2026-11-20', 'Brev', 1, '2026-11-20 09:00:00')");
	ck_assert_int_eq(tasks(true, "post", NULL), 0); /* Friday's post on Sunday */
	office_clock(cw, "2026-11-23 09:00:00");
	ck_assert_int_eq(tasks(true, "post", NULL), 0);
	office_clock(cw, "2026-11-24 09:00:00");
	ck_assert_int_eq(tasks(true, "post", NULL), 1);
	ck_assert_int_eq(tasks_of("rut", true, "post"), 1);
	ck_assert_int_eq(tasks_of("maja", true, "post"), 0);
	casework_close(cw);
}
END_TEST

START_TEST(assessments_and_conflicts_are_for_the_person_asked)
{
	office_begin();
	rows_put(cw, "INSERT INTO assignment (measure, person, assigned_by, assigned_at) SELECT 1, id, 1, "
		     "'2026-11-01 09:00:00' FROM person WHERE login = 'maja'");
	rows_put(cw,
		"INSERT INTO disqualification (person, application, asked_on, asked_by, recorded_by) SELECT id, 1, "
		"'2026-11-20', 1, 1 FROM person WHERE login = 'mats'");
	ck_assert_int_eq(tasks_of("maja", true, "assess"), 1);
	ck_assert_int_eq(tasks_of("mats", true, "assess"), 0);
	ck_assert_int_eq(tasks_of("elin", false, "assess"), 1);
	ck_assert_int_eq(tasks_of("mats", true, "conflict_asked"), 1);
	ck_assert_int_eq(tasks_of("maja", true, "conflict_asked"), 0);
	ck_assert_int_eq(tasks_of("cia", false, "conflict_asked"), 0); /* not for those who do not see them */
	rows_put(cw, "UPDATE disqualification SET answer = 'reported', answered_at = '2026-11-21 09:00:00', "
		     "ground = 'party', what = 'x'");
	ck_assert_int_eq(tasks_of("kim", true, "conflict_reported"), 1);
	casework_close(cw);
}
END_TEST

START_TEST(whoever_is_barred_is_told_nothing_of_the_case)
{
	office_begin();
	ck_assert_int_eq(tasks_of("olle", false, "gates"), 1);
	rows_put(cw,
		"INSERT INTO disqualification (person, application, answer, answered_at, ground, what, recorded_by) "
		"SELECT id, 1, 'reported', '2026-11-21 09:00:00', 'party', 'x', id FROM person WHERE login = 'olle'");
	ck_assert_int_eq(tasks_of("olle", false, "gates"), 0);
	casework_close(cw);
}
END_TEST

START_TEST(the_office_sees_how_many_cases_each_officer_has)
{
	struct todo_list list;

	office_begin();
	application_of(cw, "13", "Röntgen");
	application_of(cw, "20", "Journal");
	OK(todo_list_load(cw, false, &list, err));
	ck_assert_int_eq(list.officer_count, 2);
	ck_assert_int_eq(list.officers[0].person, 0);
	ck_assert_int_eq(list.officers[0].open, 2);
	ck_assert_str_eq(list.officers[1].name, "Elin Björk");
	ck_assert_int_eq(list.officers[1].open, 1);
	ck_assert_int_eq(list.officers[1].tasks, 1);
	todo_list_done(&list);
	OK(todo_list_load(cw, true, &list, err));
	ck_assert_int_eq(list.officer_count, 0);
	todo_list_done(&list);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_case_without_an_officer_is_for_those_who_assign,
		unanswered_control_points_are_the_officers, a_day_of_an_answer_is_waited_for_until_the_case_is_decided,
		a_follow_up_stands_until_it_is_done, a_time_limit_says_whose_move_it_is,
		a_region_that_is_asked_has_its_meetings_told_until_it_has_answered,
		a_grant_without_a_planned_report_is_told_when_its_period_ends,
		a_report_is_the_applicants_until_it_comes_and_then_ours_until_it_is_ruled_on,
		an_account_waits_for_a_second_person_until_it_or_a_later_one_is_checked,
		what_was_read_in_and_matched_nothing_is_told_until_its_money_is_found,
		open_matters_are_for_whoever_has_them, post_is_told_of_when_a_working_day_has_passed,
		assessments_and_conflicts_are_for_the_person_asked, whoever_is_barred_is_told_nothing_of_the_case,
		the_office_sees_how_many_cases_each_officer_has, NULL};
	return claims_run("casework todo", claims, 60);
}
