/* The plan of a decision from a template, in the decision's form: the rows are shown and can be changed before anything
 * is recorded, and what is recorded is what is shown. */
#include "granting.h"
#include "money_desk.h"

#include "base/words.h"
#include "casework/decision.h"

/* The form of a decision on the measure in row `down` of the ranking, with an outcome and what 14 § asks for. */
static void decision_open(const char *down, const char *outcome)
{
	words_open("sv");
	money_office_open(&office);
	office_sit(office.cw, "elin");
	session = session_on(office.cw, 24, 80, &ranking_pane, NULL);
	session_press(session, down);
	session_press(session, "B");
	session_type(session, outcome);
	session_press(session, "Tab Tab Tab Tab Tab Ctrl-A Ctrl-K");
	session_type(session, "Elin Björk");
	session_press(session, "Tab Tab Tab Tab Tab Tab Tab Tab V i n s t Tab 1 3 Tab Ctrl-A Ctrl-K");
	session_type(session, "2027-01-01");
	session_press(session, "Tab Ctrl-A Ctrl-K");
	session_type(session, "2028-12-31");
	session_press(session, "Tab");
	session_type(session, "ingen");
	session_press(session, "Tab");
	session_type(session, "2028-11-30");
	session_press(session, "Tab Tab");
	session_type(session, "Inga andra villkor.");
}

static void end(void)
{
	session_close(session);
	casework_close(office.cw);
}

static void record(const char *number, int64_t measure)
{
	session_press(session, "Ctrl-S");
	session_type(session, number);
	session_press(session, "Enter");
	SEEN("är registrerat");
	OK(plan_load(office.cw, measure, &plan, err));
}

static void row_is(int at, const char *due_on, int64_t ore, const char *recipient, const char *condition)
{
	ck_assert_str_eq(plan.items[at].due_on, due_on);
	ck_assert_int_eq(plan.items[at].ore, ore);
	ck_assert_str_eq(plan.items[at].recipient, recipient);
	ck_assert_str_eq(plan.items[at].condition, condition);
}

START_TEST(halves_are_shown_in_the_rows_changed_there_and_recorded_so)
{
	int64_t before;

	decision_open("Down", "b");
	before = office_events(office.cw);
	session_press(session, "F6");
	SEEN("Utbetalningsplan efter mall · 2.1");
	session_press(session, "Ctrl-S");
	SEEN("3 rader är ifyllda efter mallen");
	SEEN("> Rad 1 dag");
	SEEN("12 250 000");
	SEEN("Rad 3 villkor");
	session_golden(session, "template-decision-80x24");
	ck_assert_int_eq(office_events(office.cw), before);
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, "2027-02-01");
	record("2.1", office.two);
	ck_assert_int_eq(plan.count, 3);
	row_is(0, "2027-02-01", KRONOR(12250000), "19", "");
	row_is(1, "2027-12-15", KRONOR(7350000), "19", "slutredovisningen är godkänd");
	row_is(2, "2028-11-30", KRONOR(4900000), "19", "slutredovisningen är godkänd");
	plan_done(&plan);
	end();
}
END_TEST

START_TEST(a_joint_measure_is_paid_in_its_shares_and_read_back_whole)
{
	decision_open("Home", "b");
	session_press(session, "F6 Tab Tab Tab Tab Space Ctrl-S");
	SEEN("8 rader är ifyllda efter mallen");
	session_press(session, "Ctrl-S");
	SEEN("Skriv åtgärdens nummer (1.1) för att registrera:");
	SEEN("  2027-01-15  26 000 000 kr  Halland 6 500 000 kr, Dalarna 6 500 000 kr,");
	SEEN("  2028-11-30  26 000 000 kr  Halland 6 500 000 kr, Dalarna 6 500 000 kr,");
	UNSEEN("…");
	session_press(session, "Esc");
	record("1.1", office.one[0]);
	ck_assert_int_eq(plan.count, 8);
	row_is(0, "2027-01-15", KRONOR(6500000), "13", "");
	row_is(7, "2028-11-30", KRONOR(6500000), "19", "slutredovisningen är godkänd");
	plan_done(&plan);
	end();
}
END_TEST

START_TEST(what_a_template_made_before_goes_when_another_fills_in)
{
	decision_open("Down", "b");
	session_press(session, "F6 Ctrl-S F6 Right Ctrl-S"); /* three rows, then one a year */
	SEEN("2 rader är ifyllda efter mallen");
	record("2.1", office.two);
	ck_assert_int_eq(plan.count, 2);
	plan_done(&plan);
	end();
}
END_TEST

START_TEST(more_rows_than_the_form_has_are_refused_and_put_nowhere)
{
	decision_open("Home", "b");
	session_press(session, "F6 Right Right Tab Tab Tab");
	session_type(session, "2027-03-01 Delmål 1");
	session_press(session, "Enter");
	session_type(session, "2027-09-01 Delmål 2");
	session_press(session, "Enter");
	session_type(session, "2028-03-01 Delmål 3");
	session_press(session, "Enter");
	session_type(session, "2028-09-01 Delmål 4");
	session_press(session, "Tab Space Ctrl-S");
	SEEN("Mallen ger 16 rader, och formuläret rymmer 12.");
	session_press(session, "Space Ctrl-S");
	SEEN("4 rader är ifyllda efter mallen");
	record("1.1", office.one[0]);
	ck_assert_int_eq(plan.count, 4);
	row_is(1, "2027-09-01", KRONOR(13000000), "13", "Delmål 2");
	plan_done(&plan);
	end();
}
END_TEST

START_TEST(what_a_plan_is_made_of_is_filled_in_first)
{
	decision_open("Down", "a");
	session_press(session, "F6");
	SEEN("Ett avslag har ingen utbetalningsplan.");
	UNSEEN("efter mall");
	end();
}
END_TEST

START_TEST(other_forms_have_nothing_to_fill_in)
{
	words_open("sv");
	money_office_open(&office);
	office_sit(office.cw, "elin");
	session = session_open(office.cw, 24, 80);
	application_form(session->ui, 0);
	session_again(session);
	UNSEEN("F6 mall");
	session_press(session, "F6");
	SEEN("Här fylls inget i efter någon mall.");
	end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {halves_are_shown_in_the_rows_changed_there_and_recorded_so,
		a_joint_measure_is_paid_in_its_shares_and_read_back_whole,
		what_a_template_made_before_goes_when_another_fills_in,
		more_rows_than_the_form_has_are_refused_and_put_nowhere, what_a_plan_is_made_of_is_filled_in_first,
		other_forms_have_nothing_to_fill_in, NULL};

	return claims_run("tui template", claims, 60);
}
