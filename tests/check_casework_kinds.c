/* Decisions that replace one: what each kind asks, and that what is authorised or paid stands whatever is decided. */
#include "claims.h"
#include "granting.h"

#include "casework/budget.h"
#include "casework/event.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

/* A joint measure of Halland and Dalarna, 24.5 million in three rows, the first of them authorised and paid. */
static void office_begin(void)
{
	static const struct measure_amount amounts[] = {
		{2027, true, true, KRONOR(24000000), KRONOR(19600000)},
		{2028, true, true, KRONOR(6000000), KRONOR(4900000)},
	};
	static const char *const with[] = {"20"};
	struct decision_change change = granting_whole();

	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
	measure = granting_measure_of(cw, with, 1, amounts, 2);
	granting_decide(cw, measure, &change);
	office_sit(cw, "cia");
}

static void authorise(int n)
{
	office_sit(cw, "cia");
	office_attest(cw, granting_row(cw, measure, n));
	office_sit(cw, "elin");
}

/* What every office must hold, whatever was decided: kansli check finds nothing. */
static void office_end(void)
{
	office_sound(cw);
	casework_close(cw);
}

static struct decision_change later(const char *kind)
{
	return (struct decision_change){.kind = kind,
		.decided_on = "2026-11-21",
		.provisions = "37 § FL",
		.reasons = "New facts have come.",
		.deciders = "Kim Alm (ordförande)",
		.presenter = "Elin Björk"};
}

static bool record(const struct decision_change *change, struct error *err)
{
	return decision_record(cw, NULL, measure, change, NULL, NULL, NULL, err);
}

static struct decision_list decisions_now(void)
{
	struct decision_list list = {0};

	OK(decision_list_load(cw, measure, &list, err));
	return list;
}

static struct plan plan_now(void)
{
	struct plan plan = {0};

	OK(plan_load(cw, measure, &plan, err));
	return plan;
}

static const char *point(const struct decision *decision, int number)
{
	for (int i = 0; i < decision->point_count; i++)
		if (decision->points[i].number == number)
			return decision->points[i].text;
	return "";
}

START_TEST(a_decision_says_who_decided_and_by_which_provisions_or_is_not_one)
{
	struct decision_change change;

	office_begin();
	office_sit(cw, "elin");
	measure = granting_measure(cw);
	change = granting_whole();
	change.deciders = "";
	REFUSED(record(&change, err), ERROR_INVALID, "who decided");
	change = granting_whole();
	change.presenter = NULL;
	REFUSED(record(&change, err), ERROR_INVALID, "who presented");
	change = granting_whole();
	change.provisions = " ";
	REFUSED(record(&change, err), ERROR_INVALID, "Provisions");
	change = granting_whole();
	change.others = "Olle Ek";
	OK(record(&change, err));
	struct decision_list list = decisions_now();
	ck_assert_str_eq(list.items[0].kind, "first");
	ck_assert_str_eq(list.items[0].deciders, change.deciders);
	ck_assert_str_eq(list.items[0].presenter, "Elin Björk");
	ck_assert_str_eq(list.items[0].others, "Olle Ek");
	decision_list_done(&list);
	office_end();
}
END_TEST

START_TEST(an_extension_changes_days_and_leaves_money_rows_and_the_other_points)
{
	struct decision_change change = later("extension");
	struct decision_amount less[] = {{2027, KRONOR(19600000)}};

	office_begin();
	office_sit(cw, "elin");
	REFUSED(record(&change, err), ERROR_INVALID, "says the same as decision 1");
	change.to_on = "2029-06-30";
	change.amounts = less;
	change.amount_count = 1;
	REFUSED(record(&change, err), ERROR_INVALID, "leaves the money as it is");
	change.amount_count = 0;
	OK(record(&change, err));
	struct decision_list list = decisions_now();
	ck_assert_str_eq(list.items[0].kind, "extension");
	ck_assert_str_eq(list.items[0].provision, "FL 37");
	ck_assert_str_eq(list.items[0].outcome, "granted");
	ck_assert_int_eq(list.items[0].granted_ore, KRONOR(24500000));
	ck_assert_str_eq(point(&list.items[0], 4), "Åtgärden ska vidtas under perioden 2027-01-01–2029-06-30.");
	ck_assert_str_eq(point(&list.items[0], 6), point(&list.items[1], 6));
	ck_assert_str_eq(point(&list.items[0], 7), point(&list.items[1], 7));
	decision_list_done(&list);
	struct plan plan = plan_now();
	ck_assert_int_eq(plan.count, 3);
	ck_assert_int_eq(plan.items[0].n, 4); /* numbers go on */
	ck_assert_int_eq(plan.planned_ore, plan.granted_ore);
	plan_done(&plan);
	office_end();
}
END_TEST

START_TEST(rows_that_are_authorised_or_paid_stand_and_the_new_plan_is_the_rest)
{
	struct decision_change change = later("change");
	struct decision_amount low[] = {{2027, KRONOR(12249999)}}, less[] = {{2027, KRONOR(15000000)}};
	struct decision_instalment rest[] = {{"2027-10-01", 0, KRONOR(2750000), NULL, "", NULL}};

	office_begin();
	authorise(1);
	change.ground = "38 § FL: wrong from the start";
	change.amounts = low;
	change.amount_count = 1;
	REFUSED(record(&change, err), ERROR_INVALID, "row 1 (12,250,000 SEK) of its plan is authorised");
	office_sit(cw, "cia");
	OK(office_paid(cw, granting_row(cw, measure, 1), "2026-11-21", "V1", err));
	office_sit(cw, "elin");
	REFUSED(record(&change, err), ERROR_INVALID, "row 1 (12,250,000 SEK) of its plan is paid");
	change.amounts = less;
	REFUSED(record(&change, err), ERROR_INVALID, "2,750,000 SEK is missing");
	change.instalments = rest;
	change.instalment_count = 1;
	OK(record(&change, err));
	struct plan plan = plan_now();
	ck_assert_int_eq(plan.granted_ore, KRONOR(15000000));
	ck_assert_int_eq(plan.planned_ore, KRONOR(15000000));
	ck_assert_int_eq(plan.paid_ore, KRONOR(12250000));
	ck_assert_int_eq(plan.count, 2);
	ck_assert_int_eq(plan.items[0].n, 1);
	ck_assert_int_eq(plan.items[1].n, 4);
	plan_done(&plan);
	struct budget budget;
	OK(budget_load(cw, 0, &budget, err));
	ck_assert_int_eq(budget.years[2].planned, KRONOR(15000000));
	ck_assert_int_eq(budget.years[2].paid, KRONOR(12250000));
	office_end();
}
END_TEST

START_TEST(the_plan_of_a_replaced_decision_goes_on_with_what_stands)
{
	struct decision_change change = later("extension");
	struct instalment_change rows[] = {
		{5, {"2027-09-15", 0, KRONOR(7350000), NULL, "partial report approved", NULL}},
		{6, {"2028-11-30", 0, KRONOR(4900000), NULL, "final report approved", NULL}}};

	office_begin();
	authorise(1);
	change.final_on = "2029-09-30";
	OK(record(&change, err));
	office_sit(cw, "cia");
	rows[0].n = 4;
	rows[1].n = 5;
	OK(plan_put(cw, NULL, measure, rows, 2, "Later in September.", err));
	rows[0].values.ore += 1;
	REFUSED(plan_put(cw, NULL, measure, rows, 2, "", err), ERROR_INVALID, "too much");
	office_end();
}
END_TEST

/* It stood by its attest alone: kansli check, at the end, holds the ledger against the plan. */
START_TEST(an_attest_taken_back_under_a_replaced_decision_takes_the_row_out_of_the_plan)
{
	struct decision_change change = later("extension");
	int64_t row;

	office_begin();
	row = granting_row(cw, measure, 1);
	authorise(1);
	change.final_on = "2029-09-30";
	OK(record(&change, err));
	office_sit(cw, "cia");
	OK(instalment_revoke(cw, NULL, row, "Wrong account.", err));
	struct plan plan = plan_now();
	ck_assert_int_eq(plan.planned_ore, KRONOR(12250000));
	plan_done(&plan);
	office_end();
}
END_TEST

START_TEST(a_withdrawal_leaves_what_is_paid_and_may_leave_nothing)
{
	struct decision_change change = later("withdrawal");
	struct decision_amount all[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(4900000)}};

	office_begin();
	authorise(1);
	change.amounts = all;
	change.amount_count = 2;
	REFUSED(record(&change, err), ERROR_INVALID, "Nothing is given up");
	change.amount_count = 0;
	OK(record(&change, err));
	struct decision_list list = decisions_now();
	ck_assert_str_eq(list.items[0].outcome, "partly");
	ck_assert_int_eq(list.items[0].granted_ore, KRONOR(12250000));
	decision_list_done(&list);
	struct plan plan = plan_now();
	ck_assert_int_eq(plan.count, 1);
	ck_assert_int_eq(plan.planned_ore, KRONOR(12250000));
	plan_done(&plan);
	measure = granting_measure(cw);
	change = granting_whole();
	granting_decide(cw, measure, &change);
	change = later("withdrawal");
	OK(record(&change, err));
	list = decisions_now();
	ck_assert_str_eq(list.items[0].outcome, "refused");
	ck_assert_str_eq(decision_outcome_name(office_law(), list.items[0].outcome, list.items[0].kind),
		"given up after a withdrawal");
	decision_list_done(&list);
	office_end();
}
END_TEST

START_TEST(a_region_that_leaves_is_named_and_receives_nothing_more)
{
	struct decision_change change = later("leaving");
	struct decision_instalment rest[] = {{"2027-01-15", 0, KRONOR(19600000), "20", "", NULL},
		{"2028-11-30", 0, KRONOR(4900000), NULL, "", NULL}};

	office_begin();
	office_sit(cw, "elin");
	REFUSED(record(&change, err), ERROR_INVALID, "Which region leaves");
	change.region = "19";
	REFUSED(record(&change, err), ERROR_INVALID, "takes no part");
	change.region = "13";
	REFUSED(record(&change, err), ERROR_INVALID, "leads the application");
	change.region = "20";
	change.instalments = rest;
	change.instalment_count = 2;
	REFUSED(record(&change, err), ERROR_INVALID, "pays to the region that leaves");
	change.instalment_count = 0;
	OK(record(&change, err));
	struct decision_list list = decisions_now();
	ck_assert_str_eq(list.items[0].region, "20");
	ck_assert_ptr_nonnull(strstr(point(&list.items[0], 3), "lämnar åtgärden"));
	ck_assert_ptr_null(strstr(point(&list.items[0], 3), "tillsammans"));
	decision_list_done(&list);
	change = later("change");
	change.ground = "37 § FL";
	change.amounts = (struct decision_amount[]){{2027, KRONOR(19600000)}, {2028, KRONOR(4900000)}};
	change.amount_count = 2;
	change.instalments = rest;
	change.instalment_count = 2;
	REFUSED(record(&change, err), ERROR_INVALID, "20 takes no part");
	office_end();
}
END_TEST

START_TEST(a_kind_and_its_provision_agree)
{
	struct decision_change change = later("change");

	office_begin();
	office_sit(cw, "elin");
	REFUSED(record(&change, err), ERROR_INVALID, "needs its ground");
	change.provision = "FL 36";
	REFUSED(record(&change, err), ERROR_INVALID, "only a correction");
	change.provision = "FL 40";
	REFUSED(record(&change, err), ERROR_INVALID, "no provision");
	change = later("first");
	REFUSED(record(&change, err), ERROR_INVALID, "not its first decision");
	change = later("remake");
	REFUSED(record(&change, err), ERROR_INVALID, "no kind of decision 'remake'");
	change = later("correction");
	change.ground = "Rättelse enligt 36 § FL.";
	REFUSED(record(&change, err), ERROR_INVALID, "what was written wrong");
	change.ground = "36 § FL: the title was another measure's.";
	OK(record(&change, err));
	struct decision_list list = decisions_now();
	ck_assert_str_eq(list.items[0].provision, "FL 36");
	decision_list_done(&list);
	office_end();
}
END_TEST

static const char *warning_of(struct arena *arena, const char *reasons)
{
	struct decision_change change = later("correction");
	const char *warning = NULL;

	change.ground = "36 § FL: the reasons of another measure stood here.";
	change.reasons = reasons;
	OK(decision_record(cw, NULL, measure, &change, arena, &warning, NULL, err));
	return warning ? warning : "";
}

START_TEST(reasons_that_are_only_points_are_warned_about)
{
	struct arena arena;

	arena_init(&arena);
	office_begin();
	office_sit(cw, "elin");
	ck_assert_ptr_nonnull(strstr(warning_of(&arena, "61 poäng."), "only points"));
	ck_assert_ptr_nonnull(strstr(warning_of(&arena, "Totalt 61,5 av 100"), "only points"));
	ck_assert_ptr_null(strstr(warning_of(&arena, "61 poäng, för att kostnaden är låg."), "only points"));
	arena_done(&arena);
	office_end();
}
END_TEST

START_TEST(a_year_above_its_appropriation_can_be_lowered_but_not_raised)
{
	struct limit_change lower = {"appropriation", "A new letter", "2026-11-22", 2027, 0, KRONOR(10000000)};
	struct decision_change change = later("change");
	struct decision_amount more[] = {{2027, KRONOR(19600001)}, {2028, KRONOR(4899999)}},
			       less[] = {{2027, KRONOR(19000000)}, {2028, KRONOR(4900000)}};
	struct decision_instalment rest[] = {{"2027-01-15", 0, KRONOR(19600001), NULL, "", NULL},
		{"2028-11-30", 0, KRONOR(4899999), NULL, "", NULL}};

	office_begin();
	OK(limit_put(cw, NULL, &lower, err));
	office_sit(cw, "elin");
	struct plan plan = plan_now();
	bool told = false;
	for (int i = 0; i < plan.check_count; i++)
		told = told ||
		       !strcmp(plan.checks[i].text, "2027: what is decided is 9,600,000 SEK above the appropriation");
	ck_assert(told);
	plan_done(&plan);
	change.ground = "37 § FL";
	change.amounts = more;
	change.instalments = rest;
	change.amount_count = change.instalment_count = 2;
	REFUSED(record(&change, err), ERROR_INVALID, "9,600,001 SEK above its appropriation");
	change.amounts = less;
	rest[0].ore = KRONOR(19000000);
	rest[1].ore = KRONOR(4900000);
	OK(record(&change, err));
	office_end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_decision_says_who_decided_and_by_which_provisions_or_is_not_one,
		an_extension_changes_days_and_leaves_money_rows_and_the_other_points,
		rows_that_are_authorised_or_paid_stand_and_the_new_plan_is_the_rest,
		the_plan_of_a_replaced_decision_goes_on_with_what_stands,
		an_attest_taken_back_under_a_replaced_decision_takes_the_row_out_of_the_plan,
		a_withdrawal_leaves_what_is_paid_and_may_leave_nothing,
		a_region_that_leaves_is_named_and_receives_nothing_more,
		a_kind_and_its_provision_agree,
		reasons_that_are_only_points_are_warned_about,
		a_year_above_its_appropriation_can_be_lowered_but_not_raised,
		NULL,
	};

	return claims_run("casework kinds", claims, 20);
}
