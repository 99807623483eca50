/* Decisions replaced where money is stopped or short: what is withheld (17 §) counts once, and a year that already
 * stands above its appropriation is read, lowered and refused in, and never granted more of. */
#include "claims.h"
#include "reclaiming.h"

#include "casework/budget.h"
#include "casework/event.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static bool decide(int64_t of, const struct decision_change *change, struct error *err)
{
	return decision_record(cw, NULL, of, change, NULL, NULL, NULL, err);
}

/* It is not recorded, the sentence says the part, and the history is as long as before. */
static void turned_down(int64_t of, const struct decision_change *change, const char *part)
{
	int64_t before = office_events(cw);
	struct error why = {0};

	ck_assert_msg(!decide(of, change, &why), "was recorded");
	ck_assert_int_eq(why.kind, ERROR_INVALID);
	ck_assert_msg(strstr(why.text, part) != NULL, "“%s” does not say “%s”", why.text, part);
	ck_assert_int_eq(office_events(cw), before);
}

static struct decision_change later(const struct decision_amount *amounts, int amount_count,
	const struct decision_instalment *rows, int row_count, const char *on)
{
	return (struct decision_change){.kind = "change",
		.ground = "37 § FL",
		.decided_on = on,
		.provisions = "37 § FL",
		.reasons = "The measure became smaller.",
		.deciders = "Kim Ek (ordförande) och Maja Lind",
		.presenter = "Elin Dahl",
		.amounts = amounts,
		.amount_count = amount_count,
		.instalments = rows,
		.instalment_count = row_count};
}

/* ---- withheld */

/* 24.5 million in three rows: the first is paid, the second withheld on 2027-10-01, authorised or not. */
static void withheld_begin(bool authorised)
{
	struct withholding_change change = reclaiming_withholding();

	words_open("en");
	cw = granting_office(&measure);
	office_clock(cw, "2027-10-01 09:00:00");
	reclaiming_pay(cw, measure, 1, "2027-01-15");
	office_sit(cw, "cia");
	if (authorised) {
		OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 2), "2027-09-20", err));
		office_attest(cw, granting_row(cw, measure, 2));
	}
	office_sit(cw, "elin");
	OK(withholding_record(cw, NULL, measure, &change, NULL, err));
}

static void balances_are(int64_t paid, int64_t stopped, int64_t due)
{
	ck_assert_int_eq(reclaiming_balance(cw, "paid"), paid);
	ck_assert_int_eq(reclaiming_balance(cw, "stopped"), stopped);
	ck_assert_int_eq(reclaiming_balance(cw, "due"), due);
	ck_assert_int_eq(reclaiming_balance(cw, "unplanned"), 0);
	office_sound(cw);
}

static const struct decision_amount less[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(4000000)}};

START_TEST(a_withheld_row_that_is_authorised_counts_in_the_new_plan_and_the_rest_is_planned)
{
	static const struct decision_instalment rest[] = {
		{"2028-11-30", 0, KRONOR(4000000), NULL, "final report approved"}};
	struct decision_change change = later(less, 2, rest, 1, "2027-10-01");
	struct plan plan;

	withheld_begin(true);
	balances_are(KRONOR(12250000), KRONOR(7350000), KRONOR(4900000));
	OK(decide(measure, &change, err));
	balances_are(KRONOR(12250000), KRONOR(7350000), KRONOR(4000000));
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.count, 3);
	ck_assert_int_eq(plan.planned_ore, KRONOR(23600000));
	ck_assert_int_eq(plan.granted_ore, KRONOR(23600000));
	ck_assert_int_eq(plan.items[1].n, 2);
	ck_assert_int_eq(plan.items[1].state, INSTALMENT_WITHHELD);
	ck_assert_int_eq(plan.items[2].n, 4);
	ck_assert_int_eq(plan.items[2].ore, KRONOR(4000000));
	plan_done(&plan);
	casework_close(cw);
}
END_TEST

START_TEST(a_withheld_row_is_not_planned_twice_nor_granted_below)
{
	static const struct decision_instalment twice[] = {
		{"2027-12-01", 0, KRONOR(7350000), NULL, ""}, {"2028-11-30", 0, KRONOR(4000000), NULL, ""}};
	static const struct decision_amount below[] = {{2027, KRONOR(12250000)}, {2028, KRONOR(4000000)}};
	struct decision_change again = later(less, 2, twice, 2, "2027-10-01"),
			       under = later(below, 2, &twice[1], 1, "2027-10-01");

	withheld_begin(true);
	turned_down(measure, &again, "2027");
	turned_down(measure, &under, "2027");
	balances_are(KRONOR(12250000), KRONOR(7350000), KRONOR(4900000));
	casework_close(cw);
}
END_TEST

static void row_is(const struct plan *plan, int at, int n, enum instalment_state state)
{
	ck_assert_int_eq(plan->items[at].n, n);
	ck_assert_int_eq(plan->items[at].state, state);
}

/* An extension, with nothing said of the money. */
static struct decision_change longer(const char *to_on)
{
	struct decision_change change = later(NULL, 0, NULL, 0, "2027-10-01");

	change.kind = "extension";
	change.to_on = to_on;
	return change;
}

START_TEST(a_withheld_row_that_nobody_authorised_is_withheld_in_the_new_plan_and_lifted_from_there)
{
	static const struct withholding_lifting lifting = {
		"2027-10-01", "The report has come.", 0, "Kim Ek (ordförande)", "Elin Dahl", ""};
	struct decision_change again = longer("2029-06-30"), once_more = longer("2029-09-30");
	struct withholding_list list;
	struct plan plan;

	withheld_begin(false);
	OK(decide(measure, &again, err));
	OK(decide(measure, &once_more, err));
	balances_are(KRONOR(12250000), KRONOR(7350000), KRONOR(4900000));
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.count, 3);
	ck_assert_int_eq(plan.planned_ore, KRONOR(24500000));
	row_is(&plan, 1, 7, INSTALMENT_WITHHELD);
	row_is(&plan, 2, 6, INSTALMENT_CONDITION);
	plan_done(&plan);
	OK(withholding_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].rows, "7");
	OK(withholding_lift(cw, NULL, list.items[0].id, &lifting, err));
	withholding_list_done(&list);
	balances_are(KRONOR(12250000), 0, KRONOR(12250000));
	casework_close(cw);
}
END_TEST

START_TEST(a_withheld_row_that_nobody_authorised_is_neither_planned_twice_nor_granted_below)
{
	static const struct decision_amount below[] = {{2027, KRONOR(12250000)}, {2028, KRONOR(4000000)}};
	static const struct decision_instalment rows[] = {
		{"2027-12-01", 0, KRONOR(7350000), NULL, ""}, {"2028-11-30", 0, KRONOR(4000000), NULL, ""}};
	struct decision_change twice = later(less, 2, rows, 2, "2027-10-01"),
			       under = later(below, 2, &rows[1], 1, "2027-10-01"),
			       given = later(less, 2, &rows[1], 1, "2027-10-01");
	struct plan plan;

	withheld_begin(false);
	turned_down(measure, &twice, "2027");
	turned_down(measure, &under, "lift the withholding first");
	balances_are(KRONOR(12250000), KRONOR(7350000), KRONOR(4900000));
	OK(decide(measure, &given, err));
	balances_are(KRONOR(12250000), KRONOR(7350000), KRONOR(4000000));
	OK(plan_load(cw, measure, &plan, err));
	row_is(&plan, 1, 5, INSTALMENT_WITHHELD);
	row_is(&plan, 2, 4, INSTALMENT_PLANNED);
	plan_done(&plan);
	casework_close(cw);
}
END_TEST

START_TEST(the_decision_says_what_is_still_withheld)
{
	struct decision_change change = longer("2029-06-30");
	struct decision_list list;
	bool said = false;

	withheld_begin(false);
	OK(decide(measure, &change, err));
	OK(decision_list_load(cw, measure, &list, err));
	for (int i = 0; i < list.items[0].point_count; i++)
		said |= strstr(list.items[0].points[i].text, "Delegationens beslut enligt 17 § gäller fortfarande: "
							     "7 350 000 kr betalas inte "
							     "ut (rad 5 i utbetalningsplanen).") != NULL;
	ck_assert(said);
	decision_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_withheld_for_good_stays_so_whatever_is_decided)
{
	struct decision_change change = longer("2029-06-30"), gives_up = later(NULL, 0, NULL, 0, "2027-10-01");
	struct withholding_change withheld = reclaiming_withholding();

	words_open("en");
	cw = granting_office(&measure);
	office_clock(cw, "2027-10-01 09:00:00");
	office_sit(cw, "elin");
	withheld.final = true;
	OK(withholding_record(cw, NULL, measure, &withheld, NULL, err));
	OK(decide(measure, &change, err));
	ck_assert_int_eq(reclaiming_balance(cw, "withdrawn"), KRONOR(7350000));
	gives_up.kind = "withdrawal";
	OK(decide(measure, &gives_up, err)); /* nothing is paid: what is left is what is withheld for good */
	ck_assert_int_eq(reclaiming_balance(cw, "withdrawn"), KRONOR(7350000));
	ck_assert_int_eq(reclaiming_balance(cw, "frame"), -KRONOR(7350000));
	office_sound(cw);
	casework_close(cw);
}
END_TEST

/* It stands in the plan by its attest alone: without it nothing would be withheld. */
START_TEST(the_attest_of_a_withheld_row_is_not_taken_back_once_its_decision_is_replaced)
{
	struct decision_change change = longer("2029-06-30");
	struct error why = {0};

	withheld_begin(true);
	OK(decide(measure, &change, err));
	office_sit(cw, "cia");
	ck_assert(!instalment_revoke(cw, NULL, granting_row(cw, measure, 2), "Wrong.", &why));
	ck_assert_msg(strstr(why.text, "Lift the withholding first"), "%s", why.text);
	balances_are(KRONOR(12250000), KRONOR(7350000), KRONOR(4900000));
	casework_close(cw);
}
END_TEST

/* ---- above the frame */

/* 19.6 million is granted for 2027, and the appropriation is 10 afterwards. */
static void above_begin(void)
{
	struct limit_change change = {.kind = "appropriation",
		.source = "Appropriation directions",
		.valid_from = "2026-11-22",
		.year = 2027,
		.ore = KRONOR(10000000)};

	words_open("en");
	cw = granting_office(&measure);
	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &change, err));
	office_sit(cw, "elin");
}

static void stands_at(int64_t decided)
{
	struct budget budget;

	OK(budget_load(cw, 0, &budget, err));
	ck_assert_int_eq(budget.years[2027 - BUDGET_FIRST].decided, decided);
	ck_assert_int_eq(budget.years[2027 - BUDGET_FIRST].left, KRONOR(10000000) - decided);
	ck_assert(budget.years[2027 - BUDGET_FIRST].over);
}

static bool plan_tells(const char *part)
{
	struct plan plan;
	bool told = false;

	OK(plan_load(cw, measure, &plan, err));
	for (int i = 0; i < plan.check_count; i++)
		told |= !plan.checks[i].ok && strstr(plan.checks[i].text, part);
	plan_done(&plan);
	return told;
}

START_TEST(a_year_above_its_appropriation_is_read_and_told_and_no_finding)
{
	above_begin();
	stands_at(KRONOR(19600000));
	ck_assert(plan_tells("above the appropriation"));
	office_sound(cw); /* the limit came after: no row of the file is wrong */
	casework_close(cw);
}
END_TEST

START_TEST(a_year_above_its_appropriation_is_granted_nothing_more_but_refused_in_and_lowered)
{
	static const struct decision_amount one[] = {{2027, KRONOR(1)}},
					    lower[] = {{2027, KRONOR(15000000)}, {2028, KRONOR(4900000)}},
					    higher[] = {{2027, KRONOR(15000001)}, {2028, KRONOR(4900000)}};
	static const struct decision_instalment krona[] = {{"2027-03-01", 0, KRONOR(1), NULL, ""}},
						rows[] = {{"2027-03-01", 0, KRONOR(15000000), NULL, ""},
							{"2028-11-30", 0, KRONOR(4900000), NULL, ""}},
						more[] = {{"2027-03-01", 0, KRONOR(15000001), NULL, ""},
							{"2028-11-30", 0, KRONOR(4900000), NULL, ""}};
	struct decision_change grant = granting_whole(), refusal = granting_refusal("No gain can be shown."),
			       smaller = later(lower, 2, rows, 2, "2026-11-21"),
			       larger = later(higher, 2, more, 2, "2026-11-22");
	int64_t other;

	above_begin();
	other = granting_measure(cw);
	grant.outcome = NULL;
	grant.amounts = one;
	grant.instalments = krona;
	grant.amount_count = grant.instalment_count = 1;
	turned_down(other, &grant, "above its appropriation");
	OK(decide(other, &refusal, err));
	OK(decide(measure, &smaller, err));
	stands_at(KRONOR(15000000));
	turned_down(measure, &larger, "above its appropriation");
	office_sound(cw);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_withheld_row_that_is_authorised_counts_in_the_new_plan_and_the_rest_is_planned,
		a_withheld_row_is_not_planned_twice_nor_granted_below,
		a_withheld_row_that_nobody_authorised_is_withheld_in_the_new_plan_and_lifted_from_there,
		a_withheld_row_that_nobody_authorised_is_neither_planned_twice_nor_granted_below,
		the_decision_says_what_is_still_withheld, what_is_withheld_for_good_stays_so_whatever_is_decided,
		the_attest_of_a_withheld_row_is_not_taken_back_once_its_decision_is_replaced,
		a_year_above_its_appropriation_is_read_and_told_and_no_finding,
		a_year_above_its_appropriation_is_granted_nothing_more_but_refused_in_and_lowered, NULL};

	return claims_run("replaced", claims, 60);
}
