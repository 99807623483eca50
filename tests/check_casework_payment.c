/* Payment plans: versions, conditions, authorising by somebody else, paying, and what a plan is held against. */
#include "claims.h"
#include "granting.h"

#include "casework/office.h"
#include "casework/payment.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

/* A decided measure; cia, a controller, sits at the desk. */
static void office_begin(void)
{
	words_open("en");
	cw = granting_office(&measure);
	office_sit(cw, "cia");
}

/* The plan as it stands, to be changed by a test. */
static void rows_now(struct instalment_change rows[3])
{
	for (int i = 0; i < 3; i++)
		rows[i] = (struct instalment_change){i + 1, granting_rows[i]};
}

static bool put(const struct instalment_change *rows, int count, struct error *err)
{
	return plan_put(cw, NULL, measure, rows, count, "moved", err);
}

static int64_t row(int n)
{
	return granting_row(cw, measure, n);
}

static enum instalment_state state_of(int n)
{
	enum instalment_state state = INSTALMENT_STATES;
	struct plan plan = {0};

	OK(plan_load(cw, measure, &plan, err));
	for (int i = 0; i < plan.count; i++)
		if (plan.items[i].n == n)
			state = plan.items[i].state;
	plan_done(&plan);
	return state;
}

static bool check_says(bool ok, const char *part)
{
	struct plan plan = {0};
	bool says = false;

	OK(plan_load(cw, measure, &plan, err));
	for (int i = 0; i < plan.check_count; i++)
		says = says || (plan.checks[i].ok == ok && strstr(plan.checks[i].text, part));
	plan_done(&plan);
	return says;
}

START_TEST(a_new_version_keeps_numbers_ends_what_is_left_out_and_adds_what_is_new)
{
	struct instalment_change rows[3];
	struct plan plan = {0};

	office_begin();
	rows_now(rows);
	rows[0].values.due_on = "2027-02-15";
	rows[1].n = 0; /* row 2 ends, and a new one takes its place */
	rows[1].values.due_on = "2027-10-01";
	OK(put(rows, 3, err));
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.version, 2);
	ck_assert_int_eq(plan.count, 3);
	ck_assert_int_eq(plan.items[0].n, 1);
	ck_assert_str_eq(plan.items[0].due_on, "2027-02-15");
	ck_assert_int_eq(plan.items[1].n, 4);
	ck_assert_int_eq(plan.items[2].n, 3);
	ck_assert_str_eq(plan.items[0].maker, "Cia Hägg");
	ck_assert_str_eq(plan.items[2].maker, "Elin Björk"); /* unchanged, so still hers */
	ck_assert_int_eq(plan.items[2].version, 1);
	plan_done(&plan);
	REFUSED(instalment_find(cw, measure, 2, &(int64_t){0}, err), ERROR_MISSING, "no longer in");
	casework_close(cw);
}
END_TEST

START_TEST(a_plan_that_does_not_pay_what_is_granted_each_year_is_refused)
{
	struct instalment_change rows[3];

	office_begin();
	rows_now(rows);
	rows[0].values.ore -= KRONOR(1000000);
	rows[2].values.ore += KRONOR(1000000);
	REFUSED(put(rows, 3, err), ERROR_INVALID, "of 2027 add up to 18,600,000 SEK, but 19,600,000 SEK is granted");
	REFUSED(put(rows, 2, err), ERROR_INVALID, "1,000,000 SEK is missing");
	REFUSED(put(rows, 0, err), ERROR_INVALID, "of 2027 add up to 0 SEK");
	rows_now(rows);
	rows[2].values.due_on = "2029-01-15"; /* its payment year follows the day */
	REFUSED(put(rows, 3, err), ERROR_INVALID, "of 2028 add up to 0 SEK");
	casework_close(cw);
}
END_TEST

START_TEST(an_authorised_row_stays_as_it_is)
{
	struct instalment_change rows[3], rest[2];
	struct plan plan = {0};

	office_begin();
	office_review(cw, row(1));
	OK(instalment_attest(cw, NULL, row(1), err));
	rows_now(rows);
	rows[0].values.due_on = "2027-03-15";
	REFUSED(put(rows, 3, err), ERROR_INVALID, "Row 1 is authorised and stays as it is");
	rows_now(rows);
	rest[0] = rows[1];
	rest[1] = rows[2];
	rest[0].values.due_on = "2027-11-01";
	OK(put(rest, 2, err)); /* left out, it stays */
	rows[1] = rest[0];
	OK(put(rows, 3, err)); /* named unchanged, it stays too */
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.version, 3);
	ck_assert_int_eq(plan.items[0].n, 1);
	ck_assert_str_eq(plan.items[0].due_on, "2027-01-15");
	ck_assert_str_eq(plan.items[0].attested_by, "Cia Hägg");
	ck_assert_int_eq(plan.attested_ore, KRONOR(12250000));
	plan_done(&plan);
	casework_close(cw);
}
END_TEST

START_TEST(a_condition_of_the_decision_is_not_taken_away_by_the_plan)
{
	struct instalment_change rows[4];

	office_begin();
	rows_now(rows);
	rows[1].values.condition = "";
	REFUSED(put(rows, 3, err), ERROR_INVALID,
		"'partial report approved' is the decision's and holds back 7,350,000 SEK");
	rows[1].values.condition = granting_rows[1].condition;
	rows[1].values.ore -= KRONOR(350000);
	rows[3] = (struct instalment_change){0, {"2027-12-01", 0, KRONOR(350000), NULL, ""}};
	REFUSED(put(rows, 4, err), ERROR_INVALID, "only 7,000,000 SEK");
	rows[3].values.condition = granting_rows[1].condition;
	OK(put(rows, 4, err)); /* split, and all of it still waits */
	casework_close(cw);
}
END_TEST

START_TEST(wrong_rows_are_refused)
{
	struct instalment_change rows[3];

	office_begin();
	rows_now(rows);
	rows[1].n = 7;
	REFUSED(put(rows, 3, err), ERROR_MISSING, "no row 7 in version 1");
	rows[1].n = 1;
	REFUSED(put(rows, 3, err), ERROR_INVALID, "Row 1 is there twice");
	rows[1].n = 2;
	rows[1].values.recipient = "23";
	REFUSED(put(rows, 3, err), ERROR_INVALID, "Row 2: the recipient 23 takes no part");
	rows[1].values.recipient = NULL;
	rows[1].values.due_on = "2026-11-01";
	REFUSED(put(rows, 3, err), ERROR_INVALID, "Row 2: 2026-11-01 is before the decision");
	REFUSED(plan_put(cw, NULL, 4711, rows, 3, NULL, err), ERROR_MISSING, "no such measure");
	measure = granting_measure(cw);
	REFUSED(put(rows, 3, err), ERROR_MISSING, "no granting decision");
	casework_close(cw);
}
END_TEST

START_TEST(nobody_authorises_a_row_they_made)
{
	struct instalment_change rows[3];

	office_begin();
	rows_now(rows);
	rows[0].values.due_on = "2027-02-15";
	OK(put(rows, 3, err)); /* elin made the row; who changes it has made it */
	REFUSED(instalment_review(cw, NULL, row(1), err), ERROR_DENIED, "Row 1 was made by Cia Hägg");
	REFUSED(instalment_attest(cw, NULL, row(1), err), ERROR_DENIED, "Row 1 was made by Cia Hägg");
	office_sit(cw, "carl");
	office_review(cw, row(1));
	OK(instalment_attest(cw, NULL, row(1), err));
	REFUSED(instalment_attest(cw, NULL, row(1), err), ERROR_INVALID, "already authorised, by Carl Rönn");
	casework_close(cw);
}
END_TEST

START_TEST(nothing_is_authorised_while_its_condition_is_not_met)
{
	office_begin();
	REFUSED(instalment_attest(cw, NULL, row(2), err), ERROR_INVALID, "'partial report approved' is not met");
	REFUSED(instalment_condition_met(cw, NULL, row(1), "2026-11-21", err), ERROR_INVALID, "no condition");
	REFUSED(instalment_condition_met(cw, NULL, row(2), "2026-11-23", err), ERROR_INVALID, "has not come yet");
	REFUSED(instalment_condition_met(cw, NULL, row(2), "2026-11-19", err), ERROR_INVALID, "before the decision");
	OK(instalment_condition_met(cw, NULL, row(2), "2026-11-21", err));
	OK(instalment_condition_met(cw, NULL, row(2), NULL, err)); /* it was a mistake */
	REFUSED(instalment_attest(cw, NULL, row(2), err), ERROR_INVALID, "is not met");
	OK(instalment_condition_met(cw, NULL, row(2), "2026-11-21", err));
	office_review(cw, row(2));
	OK(instalment_attest(cw, NULL, row(2), err));
	REFUSED(instalment_condition_met(cw, NULL, row(2), NULL, err), ERROR_INVALID, "was authorised by Cia");
	casework_close(cw);
}
END_TEST

START_TEST(another_condition_is_one_that_has_not_been_met)
{
	struct instalment_change rows[3];

	office_begin();
	OK(instalment_condition_met(cw, NULL, row(2), "2026-11-21", err));
	rows_now(rows);
	rows[1].values.due_on = "2027-09-15";
	OK(put(rows, 3, err));
	ck_assert_int_eq(state_of(2), INSTALMENT_PLANNED); /* the same condition, still met */
	rows[1].values.condition = "audit passed";
	OK(put(rows, 3, err));
	ck_assert_int_eq(state_of(2), INSTALMENT_CONDITION);
	casework_close(cw);
}
END_TEST

START_TEST(only_what_is_authorised_is_paid_and_only_once)
{
	struct plan plan = {0};

	office_begin();
	REFUSED(office_paid(cw, row(1), "2026-11-22", "V1", err), ERROR_INVALID, "is not authorised");
	office_review(cw, row(1));
	OK(instalment_attest(cw, NULL, row(1), err));
	REFUSED(office_paid(cw, row(1), "2026-11-23", "V1", err), ERROR_INVALID, "has not come yet");
	REFUSED(office_paid(cw, row(1), "2026-11-01", "V1", err), ERROR_INVALID, "before the decision");
	REFUSED(office_paid(cw, row(1), NULL, "V1", err), ERROR_INVALID, "Day of payment");
	OK(office_paid(cw, row(1), "2026-11-22", "V1", err));
	REFUSED(office_paid(cw, row(1), "2026-11-22", "V1", err), ERROR_INVALID, "already paid, on 2026-11-22");
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.paid_ore, KRONOR(12250000));
	ck_assert_str_eq(plan.items[0].reference, "V1");
	plan_done(&plan);
	casework_close(cw);
}
END_TEST

START_TEST(states_follow_from_the_facts)
{
	office_begin();
	ck_assert_int_eq(state_of(1), INSTALMENT_PLANNED);
	ck_assert_int_eq(state_of(2), INSTALMENT_CONDITION);
	office_clock(cw, "2027-01-15 00:00:00");
	ck_assert_int_eq(state_of(1), INSTALMENT_READY);
	ck_assert(check_says(true, "No instalment is late"));
	office_clock(cw, "2027-01-16 00:00:00");
	ck_assert(check_says(false, "row 1"));
	office_review(cw, row(1));
	OK(instalment_attest(cw, NULL, row(1), err));
	ck_assert_int_eq(state_of(1), INSTALMENT_ATTESTED);
	OK(office_paid(cw, row(1), "2027-01-16", NULL, err));
	ck_assert_int_eq(state_of(1), INSTALMENT_PAID);
	ck_assert(check_says(true, "No instalment is late"));
	ck_assert_str_eq(instalment_state_code(INSTALMENT_CONDITION), "condition");
	words_open("sv");
	ck_assert_str_eq(instalment_state_word(INSTALMENT_READY), "klar för attest");
	casework_close(cw);
}
END_TEST

START_TEST(a_plan_is_held_against_the_grant_the_days_the_conditions_and_the_limits)
{
	struct instalment_change rows[3];

	office_begin();
	ck_assert(check_says(true, "The sum equals the amount granted"));
	ck_assert(check_says(true, "All days are after the decision of 2026-11-20 and not after 2030-12-31"));
	ck_assert(check_says(false, "Row 2: the condition is not met: partial report approved"));
	ck_assert(check_says(false, "Row 3: the condition is not met: final report approved"));
	ck_assert(check_says(true, "No limit of the years of the plan is exceeded"));
	rows_now(rows);
	rows[2].values.due_on = "2031-01-15";
	rows[2].values.year = 2028;
	OK(put(rows, 3, err));
	ck_assert(check_says(false, "Row 3: 2031-01-15 is not between the decision of 2026-11-20 and 2030-12-31"));
	casework_close(cw);
}
END_TEST

START_TEST(many_conditions_never_outgrow_the_list_of_checks)
{
	struct measure_amount amounts[] = {{2027, true, true, KRONOR(600), KRONOR(600)}};
	struct decision_amount granted[] = {{2027, KRONOR(600)}};
	static const char *const conditions[] = {"a", "b", "c", "d", "e", "a"};
	struct decision_instalment rows[6];
	struct decision_change change = granting_whole();

	office_begin();
	for (int i = 0; i < 6; i++)
		rows[i] = (struct decision_instalment){"2027-03-01", 0, KRONOR(100), NULL, conditions[i]};
	change.amounts = granted;
	change.amount_count = 1;
	change.instalments = rows;
	change.instalment_count = 6;
	measure = granting_measure_of(cw, NULL, 0, amounts, 1);
	granting_decide(cw, measure, &change);
	ck_assert(check_says(false, "Row 1, 6: the condition is not met: a"));
	ck_assert(check_says(false, "2 more conditions are not met"));
	ck_assert(check_says(true, "No limit of the years of the plan is exceeded"));
	casework_close(cw);
}
END_TEST

START_TEST(instalments_are_listed_by_round_year_and_state)
{
	struct instalment_query query = {.state = "condition"};
	struct instalment_list list = {0};

	office_begin();
	OK(instalment_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.sum_ore, KRONOR(12250000));
	ck_assert_str_eq(list.items[0].due_on, "2027-09-01");
	ck_assert_str_eq(list.items[0].recipient_orgnr, "232100-0115");
	ck_assert_int_eq(list.items[0].measure_n, 1);
	instalment_list_done(&list);
	query = (struct instalment_query){.year = 2028, .round = office_round(cw, "2026")};
	OK(instalment_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 1);
	instalment_list_done(&list);
	query.round++;
	OK(instalment_list_load(cw, &query, &list, err));
	ck_assert_int_eq(list.count, 0);
	instalment_list_done(&list);
	query.state = "due";
	REFUSED(instalment_list_load(cw, &query, &list, err), ERROR_INVALID, "no state 'due'");
	casework_close(cw);
}
END_TEST

START_TEST(a_row_or_a_plan_changed_since_it_was_seen_is_a_conflict)
{
	struct operation seen = {.if_version = 1};
	struct instalment_change rows[3];
	int64_t first;

	office_begin();
	first = row(1);
	rows_now(rows);
	rows[0].values.due_on = "2027-02-15";
	OK(plan_put(cw, &seen, measure, rows, 3, NULL, err));
	REFUSED(plan_put(cw, &seen, measure, rows, 3, NULL, err), ERROR_CONFLICT, "Cia Hägg");
	office_sit(cw, "carl");
	office_review(cw, first);
	REFUSED(instalment_attest(cw, &seen, first, err), ERROR_CONFLICT, "version 1 is now version 2");
	seen.if_version = 2;
	OK(instalment_attest(cw, &seen, first, err));
	casework_close(cw);
}
END_TEST

START_TEST(a_row_that_no_longer_stands_is_neither_authorised_nor_paid)
{
	struct decision_change again = granting_whole();
	struct instalment_change rows[3];
	int64_t first, third;

	office_begin();
	first = row(1);
	third = row(3);
	rows_now(rows);
	rows[0].n = 0;
	OK(put(rows, 3, err));
	REFUSED(instalment_attest(cw, NULL, first, err), ERROR_INVALID, "no longer stands");
	again.ground = "37 § FL";
	granting_decide(cw, measure, &again);
	REFUSED(instalment_condition_met(cw, NULL, third, "2026-11-21", err), ERROR_INVALID, "no longer stands");
	REFUSED(instalment_attest(cw, NULL, 4711, err), ERROR_MISSING, "no such instalment");
	casework_close(cw);
}
END_TEST

START_TEST(the_same_operation_again_changes_nothing)
{
	struct operation put_op = operation_new(), attest_op = operation_new(), paid_op = operation_new();
	struct instalment_change rows[3];
	int64_t first, events;

	office_begin();
	first = row(1);
	rows_now(rows);
	OK(plan_put(cw, &put_op, measure, rows, 3, NULL, err));
	paid_op.cause = "Paid by hand.";
	office_review(cw, first);
	OK(instalment_attest(cw, &attest_op, first, err));
	OK(instalment_paid(cw, &paid_op, first, "2026-11-22", "V1", err));
	events = office_events(cw);
	OK(plan_put(cw, &put_op, measure, rows, 3, NULL, err));
	OK(instalment_attest(cw, &attest_op, first, err));
	OK(instalment_paid(cw, &paid_op, first, "2026-11-22", "V1", err));
	ck_assert_int_eq(office_events(cw), events);
	casework_close(cw);
}
END_TEST

START_TEST(only_controllers_plan_authorise_and_record_payments)
{
	static const char *const others[] = {"rut", "elin", "maja", "kim", "rev", "adam"};
	struct instalment_change rows[3];
	int64_t first;

	office_begin();
	first = row(1);
	rows_now(rows);
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		office_sit(cw, others[i]);
		REFUSED(put(rows, 3, err), ERROR_DENIED, "controller");
		REFUSED(instalment_condition_met(cw, NULL, first, "2026-11-21", err), ERROR_DENIED, "controller");
		REFUSED(instalment_attest(cw, NULL, first, err), ERROR_DENIED, "controller");
		REFUSED(instalment_paid(cw, NULL, first, "2026-11-22", NULL, err), ERROR_DENIED, "controller");
	}
	casework_close(cw);
}
END_TEST

START_TEST(plans_are_seen_by_those_who_see_cases)
{
	struct instalment_query query = {0};
	struct instalment_list list = {0};
	struct plan plan = {0};

	office_begin();
	office_sit(cw, "adam");
	REFUSED(plan_load(cw, measure, &plan, err), ERROR_DENIED, "see the cases");
	REFUSED(instalment_list_load(cw, &query, &list, err), ERROR_DENIED, "see the cases");
	REFUSED(instalment_find(cw, measure, 1, &(int64_t){0}, err), ERROR_DENIED, "see the cases");
	office_sit(cw, "rev");
	OK(plan_load(cw, measure, &plan, err));
	plan_done(&plan);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_new_version_keeps_numbers_ends_what_is_left_out_and_adds_what_is_new,
		a_plan_that_does_not_pay_what_is_granted_each_year_is_refused,
		an_authorised_row_stays_as_it_is,
		a_condition_of_the_decision_is_not_taken_away_by_the_plan,
		wrong_rows_are_refused,
		nobody_authorises_a_row_they_made,
		nothing_is_authorised_while_its_condition_is_not_met,
		another_condition_is_one_that_has_not_been_met,
		only_what_is_authorised_is_paid_and_only_once,
		states_follow_from_the_facts,
		a_plan_is_held_against_the_grant_the_days_the_conditions_and_the_limits,
		many_conditions_never_outgrow_the_list_of_checks,
		instalments_are_listed_by_round_year_and_state,
		a_row_or_a_plan_changed_since_it_was_seen_is_a_conflict,
		a_row_that_no_longer_stands_is_neither_authorised_nor_paid,
		the_same_operation_again_changes_nothing,
		only_controllers_plan_authorise_and_record_payments,
		plans_are_seen_by_those_who_see_cases,
		NULL,
	};

	return claims_run("casework payment", claims, 20);
}
