/* Time limits and kept versions at the screen: the keys do what the shell's verbs do, through the same casework. */
#include "cases.h"
#include "casework/clock.h"
#include "casework/document.h"
#include "casework/gate.h"
#include "casework/version.h"
#include "claims.h"
#include "sitting.h"

#include "base/words.h"

static struct casework *cw;
static struct sitting *sitting;
static int64_t application;

static void begin(void)
{
	struct gate_change no = {.gate = "G1", .answer = "no", .reason = "Fullmakt saknas.", .way = "completion"};
	struct meeting_change meeting = {"23", "2026-12-02", "Regionstyrelsen", ""};

	words_open("sv");
	cw = office_open();
	application = application_of(cw, "23", "Närmare vård");
	measure_of(cw, application, "Hemmonitorering", 900, 500);
	office_sit(cw, "elin");
	OK(gate_answer(cw, NULL, application, &no, err));
	OK(meeting_put(cw, NULL, 0, &meeting, NULL, err));
}

static void end(void)
{
	sitting_close(sitting);
	casework_close(cw);
}

static struct clock_list list_now(void)
{
	struct clock_list list;

	OK(clock_list_load(cw, application, &list, err));
	return list;
}

/* The form as it opens, with what there is to ask for and the meetings beside the day. */
static void clock_sent(void)
{
	sitting = sitting_on(cw, 24, 80, &clocks_pane, &application);
	ck_seen(sitting, "Ingen frist");
	sitting_press(sitting, "+");
	ck_seen(sitting, "G1 Behörig: Fullmakt saknas.");
	ck_seen(sitting, "2026-12-02");
	sitting_press(sitting, "Tab Tab Tab");
	sitting_type(sitting, "Fullmakten.");
	sitting_press(sitting, "Tab Tab");
	sitting_type(sitting, "2026-12-05");
	sitting_press(sitting, "Ctrl-S");
}

START_TEST(a_time_limit_is_set_from_what_control_points_leave)
{
	clock_sent();
	ck_seen(sitting, "ingen arbetsdag");
	ck_seen(sitting, "sökande");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].due_on, "2026-12-05");
	ck_assert_str_eq(list.items[0].items[0].gate, "G1");
	clock_list_done(&list);
}
END_TEST

START_TEST(who_may_sign_and_what_a_day_means_is_said_while_it_is_typed)
{
	sitting = sitting_on(cw, 24, 80, &clocks_pane, &application);
	sitting_press(sitting, "+");
	ck_seen(sitting, "Får undertecknas av: handläggare");
	ck_seen(sitting, "Du får underteckna.");
	sitting_press(sitting, "Right"); /* a notice under 11 § */
	ck_seen(sitting, "Du undertecknar bara med delegationens eget beslut");
	sitting_press(sitting, "Tab Tab Tab Tab Tab");
	ck_unseen(sitting, "Före dagen:");
	sitting_type(sitting, "2026-12-05");
	ck_seen(sitting, "2026-12-05 är en lördag, ingen arbetsdag.");
	ck_seen(sitting, "Före dagen: 2026-12-02");
	sitting_press(sitting, "Home Delete Delete Delete Delete Delete Delete Delete Delete Delete Delete");
	sitting_type(sitting, "2026-12-01");
	ck_seen(sitting, "Inget känt sammanträde före dagen");
	ck_unseen(sitting, "arbetsdag. Nästa");
}
END_TEST

START_TEST(a_time_limit_may_be_about_one_measure_one_region_an_earlier_round_and_a_letter)
{
	static const char *const others[] = {"20"};
	struct application_change both = application_form_of("13", "Gemensamt");
	struct document_change letter = {
		.direction = "out", .kind = "letter", .on_day = "2026-11-20", .subject = "Begäran"};
	int64_t id = 0, paper;

	office_sit(cw, "rut");
	OK(application_register(cw, NULL, &both, others, 1, &id, err));
	measure_of(cw, id, "Första", 900, 500);
	measure_of(cw, id, "Andra", 900, 500);
	OK(document_add(cw, NULL, &(struct case_ref){.application = id}, &letter, NULL, &paper, err));
	office_sit(cw, "elin");
	struct clock_change first = {.kind = "completion",
		.asks = "Protokoll.",
		.sent_on = "2026-11-20",
		.way = "email",
		.due_on = "2026-12-01"};
	OK(clock_send(cw, NULL, id, &first, NULL, err));
	sitting = sitting_on(cw, 24, 80, &clocks_pane, &id);
	sitting_press(sitting, "+ Tab Right Right Tab");
	sitting_type(sitting, "d"); /* Dalarna */
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Intyget.");
	sitting_press(sitting, "Tab Tab");
	sitting_type(sitting, "2026-12-15");
	sitting_press(sitting, "Tab Tab Tab Tab Tab Right Tab");
	sitting_type(sitting, "1");
	ck_seen(sitting, "Begäran"); /* the paper with that number */
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Komplettering (10 §), 2");
	struct clock_list list;
	OK(clock_list_load(cw, id, &list, err));
	ck_assert_int_eq(list.count, 2);
	const struct clock_row *row = clock_find(&list, 2);
	ck_assert_int_eq(row->measure_n, 2);
	ck_assert_str_eq(row->participant_short, "Dalarna");
	ck_assert_int_eq(row->follows_n, 1);
	ck_assert_int_eq(row->document_n, 1);
	clock_list_done(&list);
	sitting_press(sitting, "Down");
	ck_seen(sitting, "åtgärd 2 Andra. Dalarna. Följer på frist 1.");
}
END_TEST

START_TEST(that_communication_is_unnecessary_is_a_judgement_with_a_reason)
{
	sitting = sitting_on(cw, 24, 80, &clocks_pane, &application);
	sitting_press(sitting, "B Ctrl-S");
	ck_seen(sitting, "Skäl måste fyllas i");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Bara egna uppgifter.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Kommunicering obehövlig (25 § FL): 2026-11-");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.uncommunicated_count, 1);
	ck_assert_int_eq(list.uncommunicated[0].measure_n, 0);
	ck_assert_str_eq(list.uncommunicated[0].why, "Bara egna uppgifter.");
	clock_list_done(&list);
}
END_TEST

START_TEST(a_withdrawal_is_recorded_where_the_time_limits_are)
{
	struct application whole;

	clock_sent();
	sitting_press(sitting, "W Tab");
	sitting_type(sitting, "Mejl från regionen.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "återkall");
	OK(application_load(cw, application, &whole, err));
	ck_assert_int_eq(whole.row.state, STATE_WITHDRAWN);
	application_done(&whole);
}
END_TEST

START_TEST(an_answer_is_recorded_and_ruled_on)
{
	clock_sent();
	sitting_press(sitting, "e Tab Tab");
	sitting_type(sitting, "*");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Fullmakten finns.");
	sitting_press(sitting, "Ctrl-S");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.items[0].met, 1);
	clock_list_done(&list);
	sitting_press(sitting, "E");
	sitting_type(sitting, "k"); /* komplett */
	sitting_press(sitting, "Ctrl-S");
	list = list_now();
	ck_assert_ptr_nonnull(list.items[0].outcome);
	ck_assert_str_eq(list.items[0].outcome, "complete");
	clock_list_done(&list);
	ck_seen(sitting, "komplett");
}
END_TEST

START_TEST(more_time_is_given_with_its_reason)
{
	clock_sent();
	sitting_press(sitting, "Y");
	sitting_type(sitting, "2026-12-15");
	sitting_press(sitting, "Tab");
	sitting_type(sitting, "Regionstyrelsen.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "2026-12-15");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.items[0].respite_count, 1);
	clock_list_done(&list);
}
END_TEST

START_TEST(a_ruling_too_early_is_refused_and_kept_in_the_form)
{
	clock_sent();
	office_sit(cw, "kim");
	sitting_press(sitting, "Z");
	sitting_type(sitting, "Inget svar.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "kan fortfarande komma");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.count, 1);
	clock_list_done(&list);
}
END_TEST

START_TEST(versions_are_kept_and_compared)
{
	struct version_list list;

	sitting = sitting_on(cw, 24, 80, &versions_pane, &application);
	ck_seen(sitting, "ändrad sedan dess");
	sitting_press(sitting, "+");
	sitting_type(sitting, "Som den kom in");
	sitting_press(sitting, "Ctrl-S");
	OK(version_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 1);
	version_list_done(&list);
	ck_seen(sitting, "oförändrad");
	measure_of(cw, application, "Tolkning", 700, 200);
	sitting_again(sitting);
	sitting_press(sitting, "Home d");
	ck_seen(sitting, "tillkom");
	ck_seen(sitting, "200 kr");
}
END_TEST

START_TEST(a_case_opens_its_time_limits_and_versions)
{
	sitting = sitting_on(cw, 24, 80, &detail_pane, &application);
	sitting_press(sitting, "K");
	ck_seen(sitting, "Frister · 1");
	sitting_press(sitting, "q O");
	ck_seen(sitting, "Versioner · 1");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_time_limit_is_set_from_what_control_points_leave,
		who_may_sign_and_what_a_day_means_is_said_while_it_is_typed,
		a_time_limit_may_be_about_one_measure_one_region_an_earlier_round_and_a_letter,
		that_communication_is_unnecessary_is_a_judgement_with_a_reason,
		a_withdrawal_is_recorded_where_the_time_limits_are, an_answer_is_recorded_and_ruled_on,
		more_time_is_given_with_its_reason, a_ruling_too_early_is_refused_and_kept_in_the_form,
		versions_are_kept_and_compared, a_case_opens_its_time_limits_and_versions, NULL};

	return claims_run_in("clocks at the screen", claims, begin, end, 60);
}
