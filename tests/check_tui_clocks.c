/* Time limits and kept versions at the screen: the keys do what the shell's verbs do, through the same casework. */
#include "cases.h"
#include "casework/clock.h"
#include "casework/document.h"
#include "casework/gate.h"
#include "casework/version.h"
#include "claims.h"
#include "session.h"

#include "base/words.h"

static struct casework *cw;
static struct session *session;
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
	session_close(session);
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
	session = session_on(cw, 24, 80, &clocks_pane, &application);
	ck_seen(session, "Ingen frist");
	session_press(session, "+");
	ck_seen(session, "G1 Behörig: Fullmakt saknas.");
	ck_seen(session, "2026-12-02");
	session_press(session, "Tab Tab Tab");
	session_type(session, "Fullmakten.");
	session_press(session, "Tab Tab");
	session_type(session, "2026-12-05");
	session_press(session, "Ctrl-S");
}

START_TEST(a_time_limit_is_set_from_what_control_points_leave)
{
	clock_sent();
	ck_seen(session, "ingen arbetsdag");
	ck_seen(session, "sökande");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].due_on, "2026-12-05");
	ck_assert_str_eq(list.items[0].items[0].gate, "G1");
	clock_list_done(&list);
}
END_TEST

START_TEST(who_may_sign_and_what_a_day_means_is_said_while_it_is_typed)
{
	session = session_on(cw, 24, 80, &clocks_pane, &application);
	session_press(session, "+");
	ck_seen(session, "Får undertecknas av: handläggare");
	ck_seen(session, "Du får underteckna.");
	session_press(session, "Right"); /* a notice under 11 § */
	ck_seen(session, "Du undertecknar bara med delegationens eget beslut");
	session_press(session, "Tab Tab Tab Tab Tab");
	ck_unseen(session, "Före dagen:");
	session_type(session, "2026-12-05");
	ck_seen(session, "2026-12-05 är en lördag, ingen arbetsdag.");
	ck_seen(session, "Före dagen: 2026-12-02");
	session_press(session, "Home Delete Delete Delete Delete Delete Delete Delete Delete Delete Delete");
	session_type(session, "2026-12-01");
	ck_seen(session, "Inget känt sammanträde före dagen");
	ck_unseen(session, "arbetsdag. Nästa");
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
	session = session_on(cw, 24, 80, &clocks_pane, &id);
	session_press(session, "+ Tab Right Right Tab");
	session_type(session, "d"); /* Dalarna */
	session_press(session, "Tab");
	session_type(session, "Intyget.");
	session_press(session, "Tab Tab");
	session_type(session, "2026-12-15");
	session_press(session, "Tab Tab Tab Tab Tab Right Tab");
	session_type(session, "1");
	ck_seen(session, "Begäran"); /* the paper with that number */
	session_press(session, "Ctrl-S");
	ck_seen(session, "Komplettering (10 §), 2");
	struct clock_list list;
	OK(clock_list_load(cw, id, &list, err));
	ck_assert_int_eq(list.count, 2);
	const struct clock_row *row = clock_find(&list, 2);
	ck_assert_int_eq(row->measure_n, 2);
	ck_assert_str_eq(row->participant_short, "Dalarna");
	ck_assert_int_eq(row->follows_n, 1);
	ck_assert_int_eq(row->document_n, 1);
	clock_list_done(&list);
	session_press(session, "Down");
	ck_seen(session, "åtgärd 2 Andra. Dalarna. Följer på frist 1.");
}
END_TEST

START_TEST(that_communication_is_unnecessary_is_a_judgement_with_a_reason)
{
	session = session_on(cw, 24, 80, &clocks_pane, &application);
	session_press(session, "B Ctrl-S");
	ck_seen(session, "Skäl måste fyllas i");
	session_press(session, "Tab");
	session_type(session, "Bara egna uppgifter.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Kommunicering obehövlig (25 § FL): 2026-11-");
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
	session_press(session, "W Tab");
	session_type(session, "Mejl från regionen.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "återkall");
	OK(application_load(cw, application, &whole, err));
	ck_assert_int_eq(whole.row.state, STATE_WITHDRAWN);
	application_done(&whole);
}
END_TEST

START_TEST(an_answer_is_recorded_and_ruled_on)
{
	clock_sent();
	session_press(session, "e Tab Tab");
	session_type(session, "*");
	session_press(session, "Tab");
	session_type(session, "Fullmakten finns.");
	session_press(session, "Ctrl-S");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.items[0].met, 1);
	clock_list_done(&list);
	session_press(session, "E");
	session_type(session, "k"); /* komplett */
	session_press(session, "Ctrl-S");
	list = list_now();
	ck_assert_ptr_nonnull(list.items[0].outcome);
	ck_assert_str_eq(list.items[0].outcome, "complete");
	clock_list_done(&list);
	ck_seen(session, "komplett");
}
END_TEST

START_TEST(more_time_is_given_with_its_reason)
{
	clock_sent();
	session_press(session, "Y");
	session_type(session, "2026-12-15");
	session_press(session, "Tab");
	session_type(session, "Regionstyrelsen.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "2026-12-15");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.items[0].respite_count, 1);
	clock_list_done(&list);
}
END_TEST

START_TEST(a_ruling_too_early_is_refused_and_kept_in_the_form)
{
	clock_sent();
	office_sit(cw, "kim");
	session_press(session, "Z");
	session_type(session, "Inget svar.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "kan fortfarande komma");
	struct clock_list list = list_now();
	ck_assert_int_eq(list.count, 1);
	clock_list_done(&list);
}
END_TEST

START_TEST(versions_are_kept_and_compared)
{
	struct version_list list;

	session = session_on(cw, 24, 80, &versions_pane, &application);
	ck_seen(session, "ändrad sedan dess");
	session_press(session, "+");
	session_type(session, "Som den kom in");
	session_press(session, "Ctrl-S");
	OK(version_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 1);
	version_list_done(&list);
	ck_seen(session, "oförändrad");
	measure_of(cw, application, "Tolkning", 700, 200);
	session_again(session);
	session_press(session, "Home d");
	ck_seen(session, "tillkom");
	ck_seen(session, "200 kr");
}
END_TEST

START_TEST(a_case_opens_its_time_limits_and_versions)
{
	session = session_on(cw, 24, 80, &detail_pane, &application);
	session_press(session, "K");
	ck_seen(session, "Frister · 1");
	session_press(session, "q O");
	ck_seen(session, "Versioner · 1");
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
