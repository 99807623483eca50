/* Time limits and kept versions at the screen: the keys do what the shell's verbs do, through the same casework. */
#include "cases.h"
#include "casework/clock.h"
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
	sitting_press(sitting, "Tab");
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

START_TEST(an_answer_is_recorded_and_ruled_on)
{
	clock_sent();
	sitting_press(sitting, "e Tab");
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
		an_answer_is_recorded_and_ruled_on, more_time_is_given_with_its_reason,
		a_ruling_too_early_is_refused_and_kept_in_the_form, versions_are_kept_and_compared,
		a_case_opens_its_time_limits_and_versions, NULL};

	return claims_run_in("clocks at the screen", claims, begin, end, 60);
}
