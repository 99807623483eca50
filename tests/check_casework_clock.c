/* Clocks: sent, answered, given more time, ended; whose move it is; and what the list makes of them. */
#include "cases.h"
#include "casework/clock.h"
#include "casework/gate.h"
#include "casework/power.h"
#include "casework/version.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;
static int64_t application, first, second;

static void office_ready(void)
{
	words_open("en");
	cw = office_open();
	application = application_of(cw, "23", "Närmare vård");
	first = measure_of(cw, application, "Hemmonitorering", 900, 500);
	second = measure_of(cw, application, "Röntgenflöde", 900, 500);
	office_sit(cw, "elin");
	OK(application_assign(cw, NULL, application, office_person(cw, "elin"), err));
}

static void office_leave(void)
{
	casework_close(cw);
}

static struct clock_change clock_form_of(const char *kind)
{
	bool as_is = !strcmp(kind, "as_is");

	return (struct clock_change){.kind = kind,
		.asks = "Protokollet och intyget.",
		.sent_on = "2026-11-20",
		.way = as_is ? "" : "email",
		.due_on = as_is ? NULL : "2026-12-01",
		.asked_whom = !strcmp(kind, "referral") ? "Socialstyrelsen" : NULL};
}

static int sent(const char *kind, int64_t measure)
{
	struct clock_change change = clock_form_of(kind);
	int n = 0;

	change.measure = measure;
	OK(clock_send(cw, NULL, application, &change, &n, err));
	return n;
}

static struct clock_list list_now(void)
{
	struct clock_list list;

	OK(clock_list_load(cw, application, &list, err));
	return list;
}

static struct application_list row_now(void)
{
	struct application_list list;

	OK(application_rows_load(cw, &application, 1, &list, err));
	return list;
}

/* The list's status, day, mover and next step. */
static void listed(const char *state, const char *due, enum mover mover)
{
	struct application_list list = row_now();
	const struct application_row *row = &list.items[0];

	ck_assert_str_eq(state_code(row->state), state);
	ck_assert_int_eq(row->due, due ? day_read(due) : DAY_NONE);
	ck_assert_int_eq(row->due_mover, mover);
	application_list_done(&list);
}

static void answered(int n, const char *on)
{
	struct clock_answer_change change = {.answered_on = on, .answer = "Protokollet.", .all = true};

	OK(clock_answer(cw, NULL, application, n, &change, err));
}

static bool ended(int n, const char *outcome, const char *why, struct error *err)
{
	struct clock_end_change change = {.outcome = outcome, .consequence = why};

	return clock_end(cw, NULL, application, n, &change, err);
}

START_TEST(a_request_stands_with_who_signed_it_and_by_what_power)
{
	int n = sent("completion", first);
	struct clock_list list = list_now();
	const struct clock_row *row = clock_find(&list, n);

	ck_assert_int_eq(n, 1);
	ck_assert_str_eq(row->kind, "completion");
	ck_assert_str_eq(row->signed_by, "Elin Björk");
	ck_assert_str_eq(row->power, "case officer: Rules of procedure 4 §");
	ck_assert_str_eq(row->due_on, "2026-12-01");
	ck_assert_str_eq(row->measure_title, "Hemmonitorering");
	ck_assert_int_eq(row->mover, MOVER_APPLICANT);
	ck_assert(!row->late && !row->overdue);
	ck_assert_ptr_null(row->outcome);
	ck_assert_ptr_null(clock_find(&list, 2));
	clock_list_done(&list);
}
END_TEST

START_TEST(several_rounds_follow_each_other)
{
	struct clock_change again = clock_form_of("completion");
	int n = 0;

	sent("completion", 0);
	answered(1, "2026-11-21");
	OK(ended(1, "complete", NULL, err));
	again.follows_n = 1;
	OK(clock_send(cw, NULL, application, &again, &n, err));
	struct clock_list list = list_now();
	ck_assert_int_eq(n, 2);
	ck_assert_int_eq(clock_find(&list, 2)->follows_n, 1);
	clock_list_done(&list);
}
END_TEST

START_TEST(whose_move_it_is_follows_the_days)
{
	static const struct {
		const char *kind, *due_on, *answered_on, *ended_on, *today;
		enum mover mover;
	} table[] = {
		{"completion", "2026-12-01", NULL, NULL, "2026-11-30", MOVER_APPLICANT},
		{"completion", "2026-12-01", NULL, NULL, "2026-12-01", MOVER_APPLICANT},
		{"completion", "2026-12-01", NULL, NULL, "2026-12-02", MOVER_US},
		{"notice", "2026-12-01", "2026-11-25", NULL, "2026-11-26", MOVER_US},
		{"notice", "2026-12-01", "2026-12-03", NULL, "2026-12-04", MOVER_US},
		{"communication", "2026-12-01", NULL, NULL, "2026-11-26", MOVER_APPLICANT},
		{"referral", "2026-12-01", NULL, NULL, "2026-11-26", MOVER_BODY},
		{"referral", "2026-12-01", NULL, NULL, "2026-12-02", MOVER_US},
		{"referral", "2026-12-01", "2026-11-26", NULL, "2026-11-26", MOVER_US},
		{"as_is", NULL, NULL, "2026-12-02", "2026-12-02", MOVER_NOBODY},
		{"completion", "2026-12-01", "2026-11-25", "2026-11-26", "2026-11-26", MOVER_NOBODY},
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		ck_assert_int_eq(clock_mover(table[i].kind, table[i].due_on, table[i].answered_on, table[i].ended_on,
					 table[i].today),
			table[i].mover);
}
END_TEST

START_TEST(the_list_waits_while_the_applicant_has_the_move)
{
	listed("checking", NULL, MOVER_NOBODY);
	sent("completion", 0);
	listed("waiting", "2026-12-01", MOVER_APPLICANT);
	answered(1, "2026-11-21");
	listed("checking", "2026-12-01", MOVER_US);
	OK(ended(1, "complete", NULL, err));
	listed("checking", NULL, MOVER_NOBODY);
	sent("referral", 0);
	listed("waiting", "2026-12-01", MOVER_BODY);
	office_clock(cw, "2026-12-02 09:00:00");
	listed("checking", "2026-12-01", MOVER_US);
}
END_TEST

START_TEST(the_nearest_of_several_days_is_shown)
{
	struct clock_change later = clock_form_of("completion");

	later.due_on = "2026-12-18";
	OK(clock_send(cw, NULL, application, &later, NULL, err));
	listed("waiting", "2026-12-18", MOVER_APPLICANT);
	sent("communication", first);
	listed("waiting", "2026-12-01", MOVER_APPLICANT);
	answered(2, "2026-11-21");
	listed("waiting", "2026-12-01", MOVER_US);
}
END_TEST

/* A 'no' with a day of its own drives the list until a clock asks about it. */
START_TEST(a_clock_takes_over_the_day_of_the_answer_it_asks_about)
{
	struct gate_change no = {.gate = "G1",
		.answer = "no",
		.reason = "Fullmakt saknas.",
		.way = "completion",
		.due_on = "2026-11-27"};
	struct clock_change change = clock_form_of("completion");
	struct clock_candidates candidates;

	OK(gate_answer(cw, NULL, application, &no, err));
	listed("checking", "2026-11-27", MOVER_APPLICANT);
	OK(clock_candidates_load(cw, application, "completion", &candidates, err));
	ck_assert_int_eq(candidates.count, 1);
	ck_assert_str_eq(candidates.items[0].text, "G1 Behörig: Fullmakt saknas.");
	change.items = &(struct clock_item_change){.gate_answer = candidates.items[0].gate_answer};
	change.item_count = 1;
	OK(clock_send(cw, NULL, application, &change, NULL, err));
	listed("waiting", "2026-12-01", MOVER_APPLICANT);
	struct clock_list list = list_now();
	ck_assert_str_eq(list.items[0].items[0].gate, "G1");
	ck_assert_str_eq(list.items[0].items[0].text, "G1 Behörig: Fullmakt saknas.");
	clock_list_done(&list);
	REFUSED(clock_send(cw, NULL, application, &change, NULL, err), ERROR_INVALID, "asked about in a time limit");
	clock_candidates_done(&candidates);
	OK(clock_candidates_load(cw, application, NULL, &candidates, err));
	ck_assert_int_eq(candidates.count, 0);
	clock_candidates_done(&candidates);
}
END_TEST

START_TEST(only_answers_that_lead_there_are_proposed)
{
	struct gate_change lead = {.gate = "G1", .answer = "no", .reason = "Nej.", .way = "suitability"},
			   other = {.gate = "G7", .measure = second, .answer = "unclear", .reason = "Oklart."};
	static const struct {
		const char *kind;
		int count;
	} table[] = {{"completion", 0}, {"notice", 1}, {"communication", 1}, {NULL, 2}};

	OK(gate_answer(cw, NULL, application, &lead, err));
	OK(gate_answer(cw, NULL, application, &other, err));
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct clock_candidates list;

		OK(clock_candidates_load(cw, application, table[i].kind, &list, err));
		ck_assert_int_eq(list.count, table[i].count);
		clock_candidates_done(&list);
	}
}
END_TEST

START_TEST(things_asked_for_come_one_by_one)
{
	struct clock_change change = clock_form_of("completion");
	const int one[] = {2}, none[] = {4};
	struct clock_answer_change part = {.answered_on = "2026-11-21", .items = one, .item_count = 1},
				   wrong = {.answered_on = "2026-11-22", .items = none, .item_count = 1},
				   rest = {.answered_on = "2026-11-22", .answer = "Resten.", .all = true};

	change.items = (struct clock_item_change[]){{.text = "Intyg"}, {.text = "Protokoll"}, {.text = "Plan"}};
	change.item_count = 3;
	OK(clock_send(cw, NULL, application, &change, NULL, err));
	OK(clock_answer(cw, NULL, application, 1, &part, err));
	struct clock_list list = list_now();
	ck_assert_int_eq(list.items[0].met, 1);
	ck_assert_str_eq(list.items[0].items[1].met_on, "2026-11-21");
	ck_assert_ptr_null(list.items[0].items[0].met_on);
	clock_list_done(&list);
	REFUSED(ended(1, "complete", NULL, err), ERROR_INVALID, "2 of 3");
	REFUSED(clock_answer(cw, NULL, application, 1, &wrong, err), ERROR_MISSING, "numbered 4");
	OK(clock_answer(cw, NULL, application, 1, &rest, err));
	OK(ended(1, "complete", NULL, err));
	list = list_now();
	ck_assert_int_eq(list.items[0].met, 3);
	ck_assert_str_eq(list.items[0].answer, "Resten.");
	clock_list_done(&list);
}
END_TEST

/* FL 22 §: the day is the one that counts as the day it came in; what late means a person rules. */
START_TEST(a_late_answer_is_shown_and_rules_nothing)
{
	sent("completion", 0);
	office_clock(cw, "2026-12-03 09:00:00");
	struct clock_list list = list_now();
	ck_assert(list.items[0].overdue && !list.items[0].late);
	clock_list_done(&list);
	OK(ended(1, "unanswered", "Prövas utan protokollet.", err));
	answered(1, "2026-12-03"); /* after the end: it came late, and is kept */
	list = list_now();
	ck_assert(list.items[0].late && !list.items[0].overdue);
	ck_assert_str_eq(list.items[0].outcome, "unanswered");
	clock_list_done(&list);
	OK(ended(1, "complete", "Svaret beaktas.", err)); /* a person rules anew, with a reason */
	REFUSED(clock_answer(cw, NULL, application, 1, &(struct clock_answer_change){.answered_on = "2026-12-03"}, err),
		ERROR_INVALID, "ended on 2026-12-03");
}
END_TEST

START_TEST(more_time_moves_the_day_and_keeps_the_old)
{
	struct clock_respite_change more = {"2026-11-22", "2026-12-15", "Nämnden sammanträder den 10.", NULL},
				    refused = {"2026-11-22", NULL, "Tiden räcker.", NULL},
				    decided = {"2026-11-22", NULL, "Tiden räcker.", "Möte 2, § 4"},
				    earlier = {"2026-11-22", "2026-12-15", "Igen.", NULL};

	sent("completion", 0);
	OK(clock_respite(cw, NULL, application, 1, &more, err));
	listed("waiting", "2026-12-15", MOVER_APPLICANT);
	REFUSED(clock_respite(cw, NULL, application, 1, &earlier, err), ERROR_INVALID, "not after the last day");
	REFUSED(clock_respite(cw, NULL, application, 1, &refused, err), ERROR_DENIED, "refuses more time");
	OK(clock_respite(cw, NULL, application, 1, &decided, err));
	office_sit(cw, "kim");
	OK(clock_respite(cw, NULL, application, 1, &refused, err));
	listed("waiting", "2026-12-15", MOVER_APPLICANT);
	struct clock_list list = list_now();
	const struct clock_row *row = &list.items[0];
	ck_assert_int_eq(row->respite_count, 3);
	ck_assert_str_eq(row->respites[0].old_due_on, "2026-12-01");
	ck_assert_str_eq(row->respites[0].new_due_on, "2026-12-15");
	ck_assert_str_eq(row->respites[1].power, "the delegation: Möte 2, § 4");
	ck_assert_ptr_null(row->respites[2].new_due_on);
	ck_assert_str_eq(row->respites[2].power, "chair: Rules of procedure 6 §");
	clock_list_done(&list);
}
END_TEST

START_TEST(an_application_is_tried_as_it_stands_only_after_the_day)
{
	struct clock_change ruling = clock_form_of("as_is");

	ruling.sent_on = "2026-11-22";
	office_sit(cw, "kim");
	REFUSED(clock_send(cw, NULL, application, &ruling, NULL, err), ERROR_INVALID, "12 §");
	office_sit(cw, "elin");
	sent("completion", first);
	sent("communication", 0);
	office_sit(cw, "kim");
	ruling.follows_n = 1;
	REFUSED(clock_send(cw, NULL, application, &ruling, NULL, err), ERROR_INVALID, "may still come");
	office_clock(cw, "2026-12-02 10:00:00");
	ruling.sent_on = "2026-12-02";
	ruling.follows_n = 2;
	REFUSED(clock_send(cw, NULL, application, &ruling, NULL, err), ERROR_INVALID, "neither");
	ruling.follows_n = 1;
	OK(clock_send(cw, NULL, application, &ruling, NULL, err));
	struct clock_list list = list_now();
	ck_assert_str_eq(list.items[0].outcome, "unanswered");
	ck_assert_str_eq(list.items[0].consequence, ruling.asks);
	ck_assert_str_eq(list.items[2].kind, "as_is");
	ck_assert_str_eq(list.items[2].outcome, "stands");
	ck_assert_int_eq(list.items[2].measure, first);
	ck_assert_int_eq(list.items[2].mover, MOVER_NOBODY);
	clock_list_done(&list);
	ruling.follows_n = 3;
	REFUSED(clock_send(cw, NULL, application, &ruling, NULL, err), ERROR_INVALID, "neither");
}
END_TEST

START_TEST(a_withdrawal_ends_what_runs_about_it)
{
	int of_first, of_all;

	of_first = sent("completion", first);
	of_all = sent("communication", 0);
	OK(measure_withdraw(cw, NULL, first, "2026-11-21", "Regionen drar sig ur.", err));
	struct clock_list list = list_now();
	ck_assert_str_eq(clock_find(&list, of_first)->outcome, "withdrawn");
	ck_assert_str_eq(clock_find(&list, of_first)->ended_on, "2026-11-21");
	ck_assert_ptr_null(clock_find(&list, of_all)->outcome);
	clock_list_done(&list);
	listed("waiting", "2026-12-01", MOVER_APPLICANT);
	OK(application_withdraw(cw, NULL, application, "2026-11-22", "Hela ansökan.", err));
	list = list_now();
	ck_assert_str_eq(clock_find(&list, of_all)->outcome, "withdrawn");
	clock_list_done(&list);
	listed("withdrawn", NULL, MOVER_NOBODY);
	REFUSED(clock_send(cw, NULL, application, &(struct clock_change){.kind = "completion"}, NULL, err),
		ERROR_INVALID, "withdrawn");
}
END_TEST

START_TEST(what_needs_no_communication_has_its_reason)
{
	OK(clock_uncommunicated(cw, NULL, application, second, "Bifall enligt ansökan.", err));
	REFUSED(clock_uncommunicated(cw, NULL, application, 0, " ", err), ERROR_INVALID, "obviously unnecessary");
	REFUSED(clock_uncommunicated(cw, NULL, application, 99, "Nej.", err), ERROR_MISSING, "no such measure");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.uncommunicated_count, 1);
	ck_assert_int_eq(list.uncommunicated[0].measure_n, 2);
	ck_assert_str_eq(list.uncommunicated[0].judged_by, "Elin Björk");
	clock_list_done(&list);
}
END_TEST

START_TEST(a_repeated_sending_makes_no_second_clock)
{
	struct operation op = operation_new();
	struct clock_change change = clock_form_of("completion");
	int n = 0, again = 0;

	OK(clock_send(cw, &op, application, &change, &n, err));
	OK(clock_send(cw, &op, application, &change, &again, err));
	ck_assert_int_eq(n, again);
	struct clock_list list = list_now();
	ck_assert_int_eq(list.count, 1);
	clock_list_done(&list);
}
END_TEST

START_TEST(an_older_version_of_a_clock_is_a_conflict)
{
	struct operation op = operation_new();
	struct clock_answer_change change = {.answered_on = "2026-11-21"};

	sent("completion", 0);
	answered(1, "2026-11-21");
	op.if_version = 1;
	REFUSED(clock_answer(cw, &op, application, 1, &change, err), ERROR_CONFLICT, "version 1 is now version 2");
}
END_TEST

START_TEST(meetings_are_shown_beside_the_day)
{
	struct meeting_change november = {"23", "2026-11-30", "Regionstyrelsen", "Regionens webbplats"},
			      december = {"23", "2026-12-14", "Regionfullmäktige", ""},
			      elsewhere = {"20", "2026-11-29", "Regionstyrelsen", ""};
	struct meeting_list meetings;
	struct arena arena;

	OK(meeting_put(cw, NULL, 0, &december, NULL, err));
	OK(meeting_put(cw, NULL, 0, &november, NULL, err));
	OK(meeting_put(cw, NULL, 0, &elsewhere, NULL, err));
	REFUSED(meeting_put(cw, NULL, 0, &november, NULL, err), ERROR_INVALID, "already");
	OK(meeting_list_of(cw, application, "2026-11-22", "2026-12-31", &meetings, err));
	ck_assert_int_eq(meetings.count, 2);
	ck_assert_str_eq(meetings.items[0].body, "Regionstyrelsen");
	arena_init(&arena);
	ck_assert_str_eq(clock_meetings_words(&meetings, "2026-12-01", &arena),
		"Before the day: 2026-11-30 Jämtland Härjedalen Regionstyrelsen. First after it: 2026-12-14 Jämtland "
		"Härjedalen Regionfullmäktige.");
	ck_assert_str_eq(clock_meetings_words(&meetings, "2026-11-25", &arena),
		"No known meeting before the day. First after it: 2026-11-30 Jämtland Härjedalen Regionstyrelsen.");
	meeting_list_done(&meetings);
	OK(meeting_list_load(cw, NULL, "2026-11-30", &meetings, err));
	ck_assert_int_eq(meetings.count, 2);
	november.on_day = "2026-12-01";
	OK(meeting_put(cw, NULL, meetings.items[0].id, &november, NULL, err)); /* moved */
	meeting_list_done(&meetings);
	office_sit(cw, "maja");
	REFUSED(meeting_put(cw, NULL, 0, &elsewhere, NULL, err), ERROR_DENIED, "meetings");
	arena_done(&arena);
}
END_TEST

START_TEST(a_day_that_is_no_working_day_is_warned_of_and_taken)
{
	struct clock_change change = clock_form_of("completion");
	struct arena arena;

	arena_init(&arena);
	ck_assert_str_eq(clock_day_warning(day_read("2026-12-24"), &arena),
		"2026-12-24 is julafton, not a working day. The next working day is 2026-12-28.");
	ck_assert_str_eq(clock_day_warning(day_read("2026-12-05"), &arena),
		"2026-12-05 is a Saturday, not a working day. The next working day is 2026-12-07.");
	ck_assert_ptr_null(clock_day_warning(day_read("2026-12-01"), &arena));
	ck_assert_ptr_null(clock_day_warning(DAY_NONE, &arena));
	change.due_on = "2026-12-24";
	OK(clock_send(cw, NULL, application, &change, NULL, err));
	listed("waiting", "2026-12-24", MOVER_APPLICANT);
	arena_done(&arena);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_request_stands_with_who_signed_it_and_by_what_power,
		several_rounds_follow_each_other, whose_move_it_is_follows_the_days,
		the_list_waits_while_the_applicant_has_the_move, the_nearest_of_several_days_is_shown,
		a_clock_takes_over_the_day_of_the_answer_it_asks_about, only_answers_that_lead_there_are_proposed,
		things_asked_for_come_one_by_one, a_late_answer_is_shown_and_rules_nothing,
		more_time_moves_the_day_and_keeps_the_old, an_application_is_tried_as_it_stands_only_after_the_day,
		a_withdrawal_ends_what_runs_about_it, what_needs_no_communication_has_its_reason,

		a_repeated_sending_makes_no_second_clock, an_older_version_of_a_clock_is_a_conflict,
		meetings_are_shown_beside_the_day, a_day_that_is_no_working_day_is_warned_of_and_taken, NULL};

	return claims_run_in("clock", claims, office_ready, office_leave, 60);
}
