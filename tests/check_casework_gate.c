/* Control points: what is asked, how it is answered, and where a no leads. */
#include "claims.h"
#include "contest.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/gate.h"

static struct casework *cw;
static int64_t application, first, second;
static const int some[CONTEST_YEARS] = {0, 100};

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	application = contest_application(cw, "Närmare vård", (const char *[]){"23", "20", "13", NULL});
	first = contest_measure(cw, application, "Hemmonitorering", some);
	second = contest_measure(cw, application, "Röntgenflöde", some);
	office_sit(cw, "elin");
}

static struct gate_list list_now(void)
{
	struct gate_list list;

	OK(gate_list_load(cw, application, &list, err));
	return list;
}

static bool answer(const char *gate, int64_t measure, const char *word, const char *reason, struct error *err)
{
	struct gate_change change = {.gate = gate, .measure = measure, .answer = word, .reason = reason};

	return gate_answer(cw, NULL, application, &change, err);
}

/* The first row about the control point. */
static const struct gate_row *row_of(const struct gate_list *list, const char *gate)
{
	for (int i = 0; i < list->count; i++) {
		if (!strcmp(list->items[i].gate->id, gate))
			return &list->items[i];
	}
	ck_abort_msg("no row about %s", gate);
}

START_TEST(every_question_is_listed_once_the_lead_first)
{
	office_begin();
	struct gate_list list = list_now();

	ck_assert_int_eq(list.count, 1 + 2 + 3);
	ck_assert_int_eq(list.unanswered, 6);
	ck_assert_str_eq(list.items[0].gate->id, "G1");
	ck_assert_ptr_null(list.items[0].about);
	ck_assert_str_eq(list.items[1].about, "1.1 Hemmonitorering");
	ck_assert_str_eq(list.items[2].about, "1.2 Röntgenflöde");
	ck_assert_int_eq(list.items[2].measure, second);
	ck_assert_str_eq(list.items[3].about, "Jämtland Härjedalen");
	ck_assert_str_eq(list.items[4].about, "Dalarna");
	ck_assert_str_eq(list.items[5].about, "Halland");
	gate_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(an_answer_stands_with_who_when_and_why)
{
	office_begin();
	OK(answer("g7", first, "yes", "Intyg finns.", err));
	struct gate_list list = list_now();
	const struct gate_row *row = row_of(&list, "G7");

	ck_assert_str_eq(row->answer, "yes");
	ck_assert_str_eq(row->reason, "Intyg finns.");
	ck_assert_str_eq(row->answered_by, "Elin Björk");
	ck_assert_str_eq(row->answered_at, "2026-11-22 09:00:00");
	ck_assert_ptr_null(row->way);
	ck_assert_int_eq(row->version, 1);
	ck_assert_int_eq(list.yes, 1);
	ck_assert_int_eq(list.unanswered, 5);
	gate_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_no_leads_where_the_control_point_says_unless_said_otherwise)
{
	struct gate_change change = {.gate = "G1", .answer = "unclear", .reason = "Fullmakt saknas."};

	office_begin();
	OK(gate_answer(cw, NULL, application, &change, err));
	struct gate_list list = list_now();
	ck_assert_str_eq(row_of(&list, "G1")->way, "communication");
	ck_assert_ptr_null(row_of(&list, "G1")->due_on);
	gate_list_done(&list);
	change.way = "completion";
	change.due_on = "2026-11-01"; /* past already: kept as it is */
	OK(gate_answer(cw, NULL, application, &change, err));
	list = list_now();
	ck_assert_str_eq(row_of(&list, "G1")->way, "completion");
	ck_assert_str_eq(row_of(&list, "G1")->due_on, "2026-11-01");
	ck_assert_int_eq(row_of(&list, "G1")->version, 2);
	gate_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_yes_takes_away_the_way_and_the_day)
{
	struct gate_change change = {
		.gate = "G1", .answer = "no", .reason = "Inte behörig.", .way = "ruling", .due_on = "2026-12-01"};

	office_begin();
	OK(gate_answer(cw, NULL, application, &change, err));
	OK(answer("G1", 0, "yes", NULL, err));
	struct gate_list list = list_now();
	ck_assert_ptr_null(row_of(&list, "G1")->way);
	ck_assert_ptr_null(row_of(&list, "G1")->due_on);
	ck_assert_str_eq(row_of(&list, "G1")->reason, "");
	gate_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_not_a_yes_needs_a_reason)
{
	office_begin();
	REFUSED(answer("G1", 0, "no", "", err), ERROR_INVALID, "");
	REFUSED(answer("G1", 0, "unclear", NULL, err), ERROR_INVALID, "");
	REFUSED(answer("G1", 0, "na", " \n ", err), ERROR_INVALID, "");
	OK(answer("G1", 0, "na", "Gäller inte.", err));
	casework_close(cw);
}
END_TEST

START_TEST(wrong_words_ways_and_days_are_refused)
{
	struct gate_change way = {.gate = "G1", .answer = "no", .reason = "Nej.", .way = "rejection"};
	struct gate_change no_day = {.gate = "G1", .answer = "no", .reason = "Nej.", .due_on = "2026-02-30"};
	struct gate_change late = {.gate = "G1", .answer = "yes", .due_on = "2026-12-01"};
	struct gate_change hidden = {.gate = "G1", .answer = "no", .reason = "Nej\xe2\x80\xae."};

	office_begin();
	REFUSED(answer("G1", 0, "ja", "", err), ERROR_INVALID, "");
	REFUSED(answer("G1", 0, NULL, "", err), ERROR_INVALID, "");
	REFUSED(gate_answer(cw, NULL, application, &way, err), ERROR_INVALID, "");
	REFUSED(gate_answer(cw, NULL, application, &no_day, err), ERROR_INVALID, "");
	REFUSED(gate_answer(cw, NULL, application, &late, err), ERROR_INVALID, "");
	REFUSED(gate_answer(cw, NULL, application, &hidden, err), ERROR_INVALID, "");
	REFUSED(answer("G2", 0, "yes", "", err), ERROR_MISSING, "");
	REFUSED(answer(NULL, 0, "yes", "", err), ERROR_MISSING, "");
	casework_close(cw);
}
END_TEST

START_TEST(a_question_is_answered_about_what_it_asks_of)
{
	struct gate_change participant = {.gate = "G7", .participant = 1, .answer = "yes"};
	struct gate_change nobody = {.gate = "G12", .participant = 99, .answer = "yes"};

	office_begin();
	int64_t other = contest_entry(cw, "Annan", 10);
	office_sit(cw, "elin");
	REFUSED(answer("G7", 0, "yes", "", err), ERROR_INVALID, "");
	REFUSED(answer("G1", first, "yes", "", err), ERROR_INVALID, "");
	REFUSED(answer("G12", first, "yes", "", err), ERROR_INVALID, "");
	REFUSED(gate_answer(cw, NULL, application, &participant, err), ERROR_INVALID, "");
	REFUSED(gate_answer(cw, NULL, application, &nobody, err), ERROR_MISSING, "");
	REFUSED(answer("G7", other, "yes", "", err), ERROR_MISSING, "");
	REFUSED(answer("G7", 99, "yes", "", err), ERROR_MISSING, "");
	participant.gate = "G1";
	REFUSED(gate_answer(cw, NULL, application, &participant, err), ERROR_INVALID, "");
	participant.gate = "G12";
	REFUSED(gate_answer(cw, NULL, 99, &participant, err), ERROR_MISSING, "");
	casework_close(cw);
}
END_TEST

START_TEST(all_participants_can_be_answered_for_at_once)
{
	struct gate_change one = {.gate = "G12", .answer = "no", .reason = "Bara ett förslag."};

	office_begin();
	int64_t events = office_events(cw);
	OK(answer("G12", 0, "yes", "", err));
	ck_assert_int_eq(office_events(cw), events + 3);
	struct gate_list list = list_now();
	ck_assert_int_eq(list.yes, 3);
	ck_assert_str_eq(gate_list_worst(&list, "G12"), "yes");
	one.participant = list.items[5].participant;
	gate_list_done(&list);
	OK(gate_answer(cw, NULL, application, &one, err));
	list = list_now();
	ck_assert_int_eq(list.yes, 2);
	ck_assert_str_eq(list.items[5].answer, "no");
	ck_assert_str_eq(list.items[5].way, "completion");
	gate_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(those_without_an_answer_can_be_answered_for_and_the_others_are_left)
{
	struct gate_change rest = {.gate = "G12", .rest = true, .answer = "yes", .reason = "Protokoll finns."};
	struct gate_change one = {.gate = "G12", .answer = "no", .reason = "Bara ett förslag."};
	struct gate_list list;
	int yes = 0;

	office_begin();
	list = list_now();
	one.participant = row_of(&list, "G12")->participant;
	gate_list_done(&list);
	OK(gate_answer(cw, NULL, application, &one, err));
	OK(gate_answer(cw, NULL, application, &rest, err));
	list = list_now();
	ck_assert_str_eq(row_of(&list, "G12")->answer, "no");
	ck_assert_str_eq(row_of(&list, "G12")->reason, "Bara ett förslag.");
	for (int i = 0; i < list.count; i++)
		yes += !strcmp(list.items[i].gate->id, "G12") && text_same(list.items[i].answer, "yes");
	ck_assert_int_eq(yes, 2);
	gate_list_done(&list);
	REFUSED(gate_answer(cw, NULL, application, &rest, err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(the_worst_answer_stands_for_all)
{
	office_begin();
	OK(answer("G7", first, "yes", "", err));
	struct gate_list list = list_now();
	ck_assert_ptr_null(gate_list_worst(&list, "G7")); /* one is unanswered */
	gate_list_done(&list);
	OK(answer("G7", second, "na", "Gäller inte.", err));
	list = list_now();
	ck_assert_str_eq(gate_list_worst(&list, "G7"), "yes");
	gate_list_done(&list);
	OK(answer("G7", second, "unclear", "Svar väntas.", err));
	list = list_now();
	ck_assert_str_eq(gate_list_worst(&list, "G7"), "unclear");
	gate_list_done(&list);
	OK(answer("G7", first, "no", "Annat stöd.", err));
	list = list_now();
	ck_assert_str_eq(gate_list_worst(&list, "G7"), "no");
	ck_assert_ptr_null(gate_list_worst(&list, "G1"));
	ck_assert_ptr_null(gate_list_worst(&list, "G99"));
	gate_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_withdrawn_is_neither_asked_nor_answered)
{
	office_begin();
	contest_withdraw(cw, second);
	office_sit(cw, "elin");
	struct gate_list list = list_now();
	ck_assert_int_eq(list.count, 5);
	gate_list_done(&list);
	REFUSED(answer("G7", second, "yes", "", err), ERROR_INVALID, "");
	office_sit(cw, "rut");
	OK(application_withdraw(cw, NULL, application, "2026-11-21", "Tas tillbaka.", err));
	office_sit(cw, "elin");
	REFUSED(answer("G1", 0, "yes", "", err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(who_answers_from_an_old_version_is_told)
{
	struct gate_change change = {.gate = "G1", .answer = "no", .reason = "Nej."};
	struct operation op = operation_new();

	office_begin();
	OK(answer("G1", 0, "yes", "", err));
	OK(answer("G1", 0, "yes", "Igen.", err));
	op.if_version = 1;
	REFUSED(gate_answer(cw, &op, application, &change, err), ERROR_CONFLICT, "");
	op.if_version = 2;
	OK(gate_answer(cw, &op, application, &change, err));
	casework_close(cw);
}
END_TEST

START_TEST(the_same_operation_answers_once)
{
	struct gate_change change = {.gate = "G12", .answer = "yes"};
	struct operation op = operation_new();

	office_begin();
	OK(gate_answer(cw, &op, application, &change, err));
	int64_t events = office_events(cw);
	change.answer = "no";
	change.reason = "Nej.";
	OK(gate_answer(cw, &op, application, &change, err));
	ck_assert_int_eq(office_events(cw), events);
	struct gate_list list = list_now();
	ck_assert_int_eq(list.yes, 3);
	gate_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(only_case_officers_answer_and_administrators_do_not_look)
{
	struct gate_list list;

	office_begin();
	static const char *const others[] = {"adam", "rut", "maja", "kim", "cia", "rev"};
	for (int i = 0; i < 6; i++) {
		office_sit(cw, others[i]);
		REFUSED(answer("G1", 0, "yes", "", err), ERROR_DENIED, "");
	}
	office_sit(cw, "adam");
	REFUSED(gate_list_load(cw, application, &list, err), ERROR_DENIED, "");
	office_sit(cw, "elin");
	REFUSED(gate_list_load(cw, 99, &list, err), ERROR_MISSING, "");
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		every_question_is_listed_once_the_lead_first,
		an_answer_stands_with_who_when_and_why,
		a_no_leads_where_the_control_point_says_unless_said_otherwise,
		a_yes_takes_away_the_way_and_the_day,
		what_is_not_a_yes_needs_a_reason,
		wrong_words_ways_and_days_are_refused,
		a_question_is_answered_about_what_it_asks_of,
		all_participants_can_be_answered_for_at_once,
		those_without_an_answer_can_be_answered_for_and_the_others_are_left,
		the_worst_answer_stands_for_all,
		what_is_withdrawn_is_neither_asked_nor_answered,
		who_answers_from_an_old_version_is_told,
		the_same_operation_answers_once,
		only_case_officers_answer_and_administrators_do_not_look,
		NULL,
	};
	return claims_run("gate", claims, 60);
}
