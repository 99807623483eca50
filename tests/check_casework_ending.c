/* What becomes of a grant at its end: claims and money to be seen to, the final report, and all of it after 2030. */
#include "claims.h"
#include "reclaiming.h"

#include "casework/application.h"
#include "casework/closure.h"
#include "casework/lending_rate.h"
#include "casework/reporting.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	measure = reclaiming_grant(cw);
	office_clock(cw, "2029-07-01 09:00:00");
}

static enum state case_state(void)
{
	int64_t application = granting_application(cw, measure);
	struct application whole;
	enum state state;

	OK(application_load(cw, application, &whole, err));
	state = whole.row.state;
	application_done(&whole);
	return state;
}

START_TEST(a_claim_that_is_unpaid_and_money_nobody_has_placed_are_to_be_done)
{
	struct claim_change change = reclaiming_claim();
	int64_t claim, money;

	office_begin();
	ck_assert_int_eq(office_tasks(cw, "claim_due") + office_tasks(cw, "money_in"), 0);
	claim = reclaiming_claimed(cw, measure, &change);
	ck_assert_int_eq(office_tasks(cw, "claim_due"), 1);
	money = reclaiming_came(cw, "2028-03-15", KRONOR(2500000), "13");
	ck_assert_int_eq(office_tasks(cw, "money_in"), 1);
	reclaiming_placed(cw, measure, money, "principal", claim, KRONOR(2400000));
	ck_assert_int_eq(office_tasks(cw, "claim_due") + office_tasks(cw, "money_in"), 2);
	reclaiming_placed(cw, measure, money, "principal", claim, 0);
	ck_assert_int_eq(office_tasks(cw, "claim_due") + office_tasks(cw, "money_in"), 0);
	casework_close(cw);
}
END_TEST

/* What stops the closing says this. */
static bool stops(const char *says)
{
	int64_t application = granting_application(cw, measure);
	struct closure closure;
	bool found = false;

	OK(closure_load(cw, application, &closure, err));
	for (int i = 0; i < closure.open_count; i++)
		found |= strstr(closure.open[i], says) != NULL;
	closure_done(&closure);
	return found;
}

START_TEST(a_case_is_not_closed_on_an_unpaid_claim_and_waits_for_no_row_withheld_for_good)
{
	struct claim_change change = reclaiming_claim();
	struct withholding_change held = reclaiming_withholding();
	int64_t claim;

	office_begin();
	ck_assert(stops("instalments"));
	held.final = true;
	office_sit(cw, "elin");
	OK(withholding_record(cw, NULL, measure, &held, NULL, err));
	office_sit(cw, "cia");
	ck_assert(!stops("instalments") && !stops("claims"));
	claim = reclaiming_claimed(cw, measure, &change);
	ck_assert(stops("claims that are not paid: 1 (1)"));
	reclaiming_placed(cw, measure, reclaiming_came(cw, "2028-03-15", KRONOR(2500000), "13"), "principal", claim, 0);
	ck_assert(!stops("claims"));
	casework_close(cw);
}
END_TEST

/* The final report, in 2031, with all that it takes; then the last row is paid. */
static void finally_reported(void)
{
	const struct reporting_content content = {
		.carried_out = "All of it.", .set_cost = true, .total_cost_ore = KRONOR(10000000)};
	int64_t due = 0;

	OK(reporting_find(cw, measure, 2, &due, err));
	OK(reporting_receive(cw, NULL, due, &(struct reporting_arrival){"2031-03-28", 0}, err));
	OK(reporting_content_put(cw, NULL, due, &content, err));
	OK(reporting_approve(cw, NULL, due, &(struct reporting_ruling){.on = "2031-04-10"}, err));
}

START_TEST(reports_and_claims_go_on_after_2030)
{
	struct claim_change change = reclaiming_claim();
	struct claim_sheet sheet;
	int64_t claim;

	office_begin();
	office_clock(cw, "2031-04-15 09:00:00");
	office_sit(cw, "elin");
	finally_reported();
	ck_assert_int_eq(case_state(), STATE_PAYING); /* row 2 is not paid, reported or not */
	office_sit(cw, "cia");
	OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 2), "2031-04-10", err));
	reclaiming_pay(cw, measure, 2, "2031-04-15");
	ck_assert_int_eq(case_state(), STATE_REPORTED);
	change.decided_on = "2031-04-15";
	change.pay_by = "2031-05-15";
	claim = reclaiming_claimed(cw, measure, &change);
	office_clock(cw, "2033-01-11 09:00:00");
	OK(lending_rate_put(cw, NULL, "2031-01-01", 200, "Riksgälden", err));
	OK(lending_rate_put(cw, NULL, "2032-01-01", 250, "Riksgälden", err));
	OK(lending_rate_put(cw, NULL, "2033-01-01", 300, "Riksgälden", err));
	sheet = reclaiming_sheet(cw, claim, "2033-01-10");
	/* 2 500 000 × (4 % × 231 + 4,5 % × 366 + 5 % × 10)/365, from 2031-05-15; 2032 is a leap year */
	ck_assert_int_eq(sheet.interest.interest_ore, 17952055);
	claim_sheet_done(&sheet);
	reclaiming_placed(cw, measure, reclaiming_came(cw, "2033-01-11", KRONOR(2500000), "13"), "principal", claim, 0);
	reclaiming_placed(cw, measure, reclaiming_came(cw, "2033-01-11", 17952055, "13"), "interest", claim, 0);
	sheet = reclaiming_sheet(cw, claim, "2033-01-11");
	ck_assert_int_eq(sheet.owed_ore, 0);
	claim_sheet_done(&sheet);
	ck_assert_int_eq(reclaiming_balance(cw, "repaid"), KRONOR(2500000));
	office_sound(cw);
	casework_close(cw);
}
END_TEST

/* A decision that replaces the one that stands; reports and texts that are not said stay as they were. */
static bool later_put(
	struct decision_change *change, const char *kind, const char *ground, const char *on, struct error *err)
{
	change->kind = kind;
	change->ground = ground;
	change->decided_on = on;
	change->report_on = change->final_on = change->conditions = NULL;
	return decision_record(cw, NULL, measure, change, NULL, NULL, NULL, err);
}

START_TEST(after_2030_a_decision_is_corrected_lowered_or_withdrawn_and_never_raised)
{
	struct decision_amount less[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(4000000)}},
			       more[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(4000000)}, {2031, KRONOR(500000)}};
	struct decision_instalment rows[4] = {[3] = {"2031-03-30", 2031, KRONOR(500000), NULL, ""}};
	struct decision_change change = granting_whole();
	struct plan plan;
	bool told = false;

	words_open("en");
	cw = granting_office(&measure);
	office_clock(cw, "2031-02-01 09:00:00");
	change.amount_count = change.instalment_count = 0;
	OK(later_put(&change, "correction", "FL 36: the minutes had the wrong section.", "2031-01-20", err));
	memcpy(rows, granting_rows, sizeof granting_rows);
	for (int i = 0; i < 3; i++)
		rows[i].due_on = "2031-03-30", rows[i].year = i < 2 ? 2027 : 2028;
	rows[2].ore = KRONOR(4000000);
	change.amount_count = 2;
	change.instalment_count = 3;
	change.outcome = "partly";
	change.amounts = less;
	change.instalments = rows;
	OK(later_put(&change, "change", "FL 37: the measure cost less.", "2031-01-21", err));
	OK(plan_load(cw, measure, &plan, err));
	for (int i = 0; i < plan.check_count; i++)
		told |= !strcmp(plan.checks[i].text, "All days are after the decision of 2031-01-21");
	ck_assert(told);
	plan_done(&plan);
	change.amounts = more;
	change.amount_count = 3;
	change.instalment_count = 4;
	REFUSED(later_put(&change, "change", "FL 37: it cost more.", "2031-01-22", err), ERROR_INVALID,
		"allows grants until 2030-12-31");
	change.outcome = "refused";
	change.amount_count = change.instalment_count = 0;
	OK(later_put(&change, "withdrawal", "FL 37: the region gives the rest up.", "2031-01-23", err));
	office_sound(cw);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_case_is_not_closed_on_an_unpaid_claim_and_waits_for_no_row_withheld_for_good,
		a_claim_that_is_unpaid_and_money_nobody_has_placed_are_to_be_done, reports_and_claims_go_on_after_2030,
		after_2030_a_decision_is_corrected_lowered_or_withdrawn_and_never_raised, NULL};

	return claims_run("ending", claims, 20);
}
