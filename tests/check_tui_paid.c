/* Plans, payments and the forms of money on a sheet: what is typed becomes what casework keeps, and nothing is attested
 * or decided by Enter alone. */
#include "money_desk.h"

#include "base/file.h"
#include "base/words.h"
#include "casework/clock.h"
#include "casework/measure.h"

static const char *kr(int64_t ore)
{
	char money[MONEY_TEXT];

	return arena_text(&arena, money_text(ore, MONEY_PLAIN, true, money));
}

static void answer(const char *text)
{
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, text);
	session_press(session, "Enter");
}

/* ---- the plan of a measure */

START_TEST(every_amount_of_a_plan_and_their_sum_stand_whole)
{
	static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}};

	money_desk_grant();
	money_desk_load();
	for (int size = 0; size < 3; size++) {
		money_desk_show(&plan_pane, sizes[size][0], sizes[size][1]);
		for (int i = 0; i < plan.count; i++)
			SEEN(arena_format(
				&arena, "%d %s %10s", plan.items[i].n, plan.items[i].due_on, kr(plan.items[i].ore)));
		SEEN(arena_format(&arena, "Summa      %s", kr(plan.planned_ore)));
		SEEN(arena_format(&arena, "Beviljat %s", kr(plan.granted_ore)));
		session_close(session);
	}
	plan_done(&plan);
}
END_TEST

START_TEST(a_row_waits_for_its_condition)
{
	money_desk_grant();
	money_desk_show(&plan_pane, 24, 80);
	session_press(session, "Down y");
	SEEN("Rad 2 kan inte attesteras: villkoret ”delredovisningen är godkänd” är inte");
	session_press(session, "V");
	SEEN("Villkor för rad 2: delredovisningen är godkänd.");
	answer("2026-11-21");
	SEEN("Villkoret för rad 2 är uppfyllt från 2026-11-21.");
	session_press(session, "y");
	SEEN("villkor uppfyllt 2026-11-21: delredovisningen är godkänd");
	answer("7350000");
	SEEN("Rad 2 i 2.1 är granskad");
	session_close(session);
}
END_TEST

START_TEST(nobody_authorises_what_they_made)
{
	money_desk_grant();
	money_desk_show(&plan_pane, 24, 80);
	session_press(session, "e Tab Tab Tab Tab Tab Tab");
	session_type(session, "Ny dag.");
	session_press(session, "Shift-Tab Shift-Tab Shift-Tab Shift-Tab Shift-Tab Shift-Tab Ctrl-A Ctrl-K");
	session_type(session, "2027-02-01");
	session_press(session, "Ctrl-S");
	SEEN("Version 2 av utbetalningsplanen för 2.1 är sparad.");
	session_press(session, "y");
	SEEN("Rad 1 har du själv gjort. Någon annan attesterar den.");
	session_close(session);
}
END_TEST

START_TEST(a_changed_amount_is_borne_by_another_row_of_the_year)
{
	money_desk_grant();
	money_desk_show(&plan_pane, 24, 80);
	session_press(session, "Down e Tab Tab");
	answer("8 mnkr");
	session_press(session, "Ctrl-S");
	SEEN("Version 2");
	money_desk_load();
	ck_assert_int_eq(money_desk_row(2)->ore, INT64_C(800000000));
	ck_assert_int_eq(money_desk_row(1)->ore, INT64_C(1160000000));
	ck_assert_int_eq(plan.planned_ore, plan.granted_ore);
	plan_done(&plan);
	session_press(session, "+");
	session_type(session, "2027-03-01");
	session_press(session, "Tab Tab");
	session_type(session, "1,6 mnkr");
	session_press(session, "Ctrl-S");
	SEEN("Version 3");
	money_desk_load();
	ck_assert_int_eq(money_desk_row(4)->ore, INT64_C(160000000));
	ck_assert_int_eq(money_desk_row(1)->ore, INT64_C(1000000000));
	plan_done(&plan);
	session_close(session);
}
END_TEST

START_TEST(a_row_taken_away_leaves_its_amount_on_another)
{
	money_desk_grant();
	money_desk_show(&plan_pane, 24, 80);
	session_press(session, "D");
	SEEN("raden får stå kvar");
	session_press(session, "Enter");
	money_desk_load();
	ck_assert_int_eq(plan.count, 3);
	plan_done(&plan);
	session_press(session, "D 2");
	SEEN("Rad 1 är borttagen och rad 2 bär beloppet: version 2 av planen.");
	money_desk_load();
	ck_assert_int_eq(plan.count, 2);
	ck_assert_int_eq(money_desk_row(2)->ore, INT64_C(1960000000));
	ck_assert_int_eq(plan.planned_ore, plan.granted_ore);
	plan_done(&plan);
	session_press(session, "End D");
	SEEN("Rad 3 är den enda för 2028");
	session_close(session);
}
END_TEST

START_TEST(a_conflict_in_a_plan_says_who_and_reads_anew)
{
	static const struct instalment_change rows[] = {
		{1, {"2027-01-20", 0, INT64_C(1225000000), NULL, ""}},
		{2, {"2027-09-01", 0, INT64_C(735000000), NULL, "delredovisningen är godkänd"}},
		{3, {"2028-11-30", 0, INT64_C(490000000), NULL, "slutredovisningen är godkänd"}},
	};

	money_desk_grant();
	money_desk_show(&plan_pane, 24, 80);
	office_sit(office.cw, "carl");
	OK(plan_put(office.cw, NULL, office.two, rows, 3, "Senare dag.", err));
	office_sit(office.cw, "cia");
	session_press(session, "y");
	answer("12250000");
	SEEN("Carl Rönn");
	SEEN("2027-01-20");
	money_desk_load();
	ck_assert_ptr_null(money_desk_row(1)->reviewed_at);
	plan_done(&plan);
	session_close(session);
}
END_TEST

/* ---- the plans of a round */

START_TEST(the_rows_of_a_round_add_up_by_day_year_and_status)
{
	struct instalment_list list;

	money_desk_grant();
	money_desk_show(&plans_pane, 40, 132);
	OK(instalment_list_load(office.cw, &(struct instalment_query){.round = office.round}, &list, err));
	SEEN(arena_format(&arena, "3 rader · %s kr", kr(list.sum_ore)));
	SEEN("2027    12 250 000     7 350 000             0             0             0             0    19 600 000");
	SEEN("Summa   12 250 000    12 250 000             0             0             0             0    24 500 000");
	instalment_list_done(&list);
	session_press(session, "l l l");
	SEEN("2027 ");
	SEEN("2 rader · 19 600 000 kr");
	session_press(session, "v 3");
	SEEN("villkor ej uppfyllt");
	SEEN("1 rad");
	session_press(session, "v 4");
	SEEN("Ingen utbetalning har status");
	session_press(session, "v 1 Enter");
	SEEN("Utbetalningsplan · 2.1 Västmanland");
	session_press(session, "Enter");
	ck_assert_int_gt(double_opened, 0);
	session_close(session);
}
END_TEST

START_TEST(the_payment_file_holds_what_is_authorised_and_nothing_else)
{
	const char *path = arena_format(&arena, "%s/kansli-betalning-%ld.csv", P_tmpdir, (long)getpid());
	struct buffer text;

	unlink(path);
	money_desk_grant();
	money_desk_show(&plans_pane, 24, 80);
	session_press(session, "w 1");
	answer(path);
	SEEN("Ingen rad är attesterad och obetald");
	money_desk_load();
	office_attest(office.cw, money_desk_row(1)->id);
	plan_done(&plan);
	session_press(session, "r");
	SEEN("Attesterade, inte i någon betalfil: 1 av 3 rader, 12 250 000 kr.");
	session_press(session, "w 1");
	answer(path);
	SEEN("är skriven, 1 rad.");
	buffer_init(&text);
	OK(file_read(path, 1 << 20, &text, err));
	ck_assert_ptr_nonnull(strstr(text.text, "12250000,00"));
	ck_assert_ptr_null(strstr(text.text, "7350000,00"));
	buffer_done(&text);
	session_press(session, "Enter P");
	SEEN("Rad 1 ligger inte i någon låst betalfil.");
	session_close(session);
	unlink(path);
}
END_TEST

/* ---- the decision */

/* Opens the form of 2.1 and fills in all but the reports. */
static void decision_type(const char *outcome)
{
	office_sit(office.cw, "elin");
	session = session_on(office.cw, 24, 80, &ranking_pane, NULL);
	session_press(session, "Down B");
	session_type(session, outcome);
	session_press(session, "Tab Tab Tab Tab Tab Ctrl-A Ctrl-K");
	session_type(session, "Elin Björk");
	session_press(session, "Tab Tab Tab Tab Tab Tab Tab Tab V i n s t Tab 1 3 Tab Ctrl-A Ctrl-K");
	session_type(session, "2027-01-01");
	session_press(session, "Tab Ctrl-A Ctrl-K");
	session_type(session, "2028-12-31");
}

static void reports_type(void)
{
	session_press(session, "Ctrl-A Ctrl-K");
	session_type(session, "ingen");
	session_press(session, "Tab");
	session_type(session, "2029-03-30");
	session_press(session, "Tab Tab");
	session_type(session, "Inga andra villkor.");
}

static int decisions_count(struct decision_list *list)
{
	OK(decision_list_load(office.cw, office.two, list, err));
	return list->count;
}

START_TEST(a_decision_names_the_points_it_lacks)
{
	struct decision_list list;

	decision_type("b");
	session_press(session, "Ctrl-S");
	SEEN("14 § är inte ifylld än: 5 Delredovisning, 6 Redovisning, 7 Villkor.");
	SEEN("> Delredovisning");
	ck_assert_int_eq(decisions_count(&list), 0);
	decision_list_done(&list);
	session_close(session);
}
END_TEST

START_TEST(a_decision_is_recorded_when_all_of_it_is_read_and_its_number_typed)
{
	struct decision_list list;

	decision_type("b");
	session_press(session, "Tab");
	reports_type();
	session_press(session, "Ctrl-S");
	SEEN("Registrera delegationens beslut 2026-11-22 om 2.1 Västmanland, Hemmonitorering:");
	SEEN("bifall.");
	UNSEEN("inget är kommunicerat");
	SEEN("24 500 000 kr av sökta 24 500 000 kr: 2027 19 600 000 kr, 2028 4 900 000 kr");
	SEEN("2027-01-15  19 600 000 kr  Västmanland");
	SEEN(" 5 egen text: Delredovisning");
	SEEN("10 standardtext: Återkrav");
	session_golden(session, "money-decision-80x24");
	answer("12.1");
	SEEN("inget är gjort. Skriv 2.1");
	ck_assert_int_eq(decisions_count(&list), 0);
	decision_list_done(&list);
	answer("2.1");
	SEEN("Beslutet om 2.1 är registrerat.");
	ck_assert_int_eq(decisions_count(&list), 1);
	ck_assert_int_eq(list.items[0].granted_ore, INT64_C(2450000000));
	ck_assert_str_eq(list.items[0].outcome, "granted");
	decision_list_done(&list);
	money_desk_load();
	ck_assert_int_eq(plan.count, 2);
	ck_assert_str_eq(money_desk_row(2)->due_on, "2028-01-17");
	plan_done(&plan);
	session_close(session);
}
END_TEST

static int64_t application_of_two(void)
{
	struct measure_list list;
	int64_t id;

	OK(measure_load(office.cw, office.two, &list, err));
	id = list.items[0].application;
	measure_list_done(&list);
	return id;
}

START_TEST(whether_the_applicant_has_been_told_is_said_while_the_outcome_is_chosen)
{
	struct clock_change told = {.kind = "communication",
		.asks = "Underlaget.",
		.sent_on = "2026-11-20",
		.way = "email",
		.due_on = "2026-12-04"};

	office_sit(office.cw, "elin");
	session = session_on(office.cw, 24, 80, &ranking_pane, NULL);
	session_press(session, "Down B");
	ck_unseen(session, "inget är kommunicerat");
	session_type(session, "a");
	SEEN("2.1: inget är kommunicerat (25 § FL)");
	session_type(session, "b");
	ck_unseen(session, "inget är kommunicerat");
	OK(clock_send(office.cw, NULL, application_of_two(), &told, NULL, err));
	session_press(session, "F8");
	answer("KASTA");
	session_press(session, "B");
	session_type(session, "a");
	SEEN("2.1 kommunicerades 2026-11-20");
	session_close(session);
}
END_TEST

START_TEST(a_refusal_leaves_amounts_and_rows_out)
{
	struct decision_list list;

	decision_type("a");
	session_press(session, "Ctrl-S");
	SEEN("avslag.");
	SEEN("Inget beviljas.");
	SEEN("2.1: inget är kommunicerat (25 § FL)"); /* a warning, never a bar */
	answer("2.1");
	SEEN("Beslutet om 2.1 är registrerat.");
	ck_assert_int_eq(decisions_count(&list), 1);
	ck_assert_int_eq(list.items[0].amount_count, 0);
	decision_list_done(&list);
	session_close(session);
}
END_TEST

START_TEST(what_the_verb_refuses_stays_in_the_form)
{
	decision_type("d");
	session_press(session, "Tab");
	reports_type();
	session_press(session, "Ctrl-S");
	answer("2.1");
	SEEN("delvis");
	SEEN("> Övriga villkor");
	session_press(session, "Ctrl-S");
	SEEN("Skriv åtgärdens nummer (2.1)"); /* and is read anew before the next try */
	session_close(session);
}
END_TEST

START_TEST(a_draft_opens_the_form_it_belongs_to)
{
	static const char *const keys[][2] = {{"decision-%lld", "Beslut · 2.1"},
		{"plan-%lld-2", "Rad i utbetalningsplan · 2.1"}, {"limit-2027", "För in en ram"}};

	money_desk_grant();
	money_desk_show(&plans_pane, 24, 80);
	for (int i = 0; i < 3; i++) {
		struct draft draft = {.form = arena_format(&arena, keys[i][0], (long long)office.two)};

		ck_assert(draft_reopen(session->ui, &draft));
		session_press(session, "Tab");
		SEEN(keys[i][1]);
		session_press(session, "Esc");
	}
	session_close(session);
}
END_TEST

START_TEST(numbers_with_their_year_stand_whole_in_every_size)
{
	static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}};
	static const struct pane_kind *const kinds[] = {&ranking_pane, &plans_pane};

	money_desk_grant();
	for (int i = 0; i < 6; i++) {
		money_desk_show(kinds[i % 2], sizes[i / 2][0], sizes[i / 2][1]);
		session->desk.with_year = true; /* as when applications of two years are there */
		session_press(session, "Down");
		SEEN(" 2-2026.1 ");
		SEEN(i % 2 ? "12 250 000" : "24 500");
		session_close(session);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {every_amount_of_a_plan_and_their_sum_stand_whole, a_row_waits_for_its_condition,
		nobody_authorises_what_they_made, a_changed_amount_is_borne_by_another_row_of_the_year,
		a_row_taken_away_leaves_its_amount_on_another, a_conflict_in_a_plan_says_who_and_reads_anew,
		the_rows_of_a_round_add_up_by_day_year_and_status,
		the_payment_file_holds_what_is_authorised_and_nothing_else, a_decision_names_the_points_it_lacks,
		a_decision_is_recorded_when_all_of_it_is_read_and_its_number_typed,
		whether_the_applicant_has_been_told_is_said_while_the_outcome_is_chosen,
		a_refusal_leaves_amounts_and_rows_out, what_the_verb_refuses_stays_in_the_form,
		a_draft_opens_the_form_it_belongs_to, numbers_with_their_year_stand_whole_in_every_size, NULL};

	return claims_run_in("tui paid", claims, money_desk_begin, money_desk_end, 60);
}
