/* Obstacles to payment (17 §): what is withheld is not authorised, paid or changed, and the ledger knows where it is.
 */
#include "claims.h"
#include "reclaiming.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	measure = reclaiming_grant(cw);
	office_sit(cw, "elin");
}

static int64_t withheld(const struct withholding_change *change)
{
	int64_t id = 0;

	OK(withholding_record(cw, NULL, measure, change, &id, err));
	return id;
}

START_TEST(what_is_withheld_stays_in_the_plan_and_is_not_changed)
{
	struct withholding_change change = reclaiming_withholding();
	struct instalment_change rows[] = {{2, {"2027-09-01", 0, KRONOR(4500000), NULL, "partial report approved"}}};

	office_begin();
	withheld(&change);
	ck_assert_int_eq(reclaiming_balance(cw, "stopped"), KRONOR(4500000));
	ck_assert_int_eq(reclaiming_balance(cw, "due"), 0);
	office_sit(cw, "cia");
	OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 2), "2027-09-20", err));
	rows[0].values.due_on = "2027-12-01";
	REFUSED(plan_put(cw, NULL, measure, rows, 1, "", err), ERROR_INVALID, "withheld");
	OK(plan_put(cw, NULL, measure, NULL, 0, "", err)); /* left out, it stays */
	ck_assert_int_ne(granting_row(cw, measure, 2), 0);
	office_sound(cw);
}
END_TEST

START_TEST(an_authorised_row_that_is_withheld_is_not_paid)
{
	struct withholding_change change = reclaiming_withholding();
	struct instalment_list rows;
	int64_t row;

	office_begin();
	office_sit(cw, "cia");
	row = granting_row(cw, measure, 2);
	OK(instalment_condition_met(cw, NULL, row, "2027-09-20", err));
	office_attest(cw, row);
	office_sit(cw, "elin");
	withheld(&change);
	office_sit(cw, "cia");
	REFUSED(instalment_paid(cw, NULL, row, "2027-10-01", "", err), ERROR_INVALID, "withheld");
	OK(instalment_revoke(cw, NULL, row, "Too early.", err));
	OK(instalment_list_load(cw, &(struct instalment_query){.state = "withheld"}, &rows, err));
	ck_assert_int_eq(rows.sum_ore, reclaiming_balance(cw, "stopped"));
	instalment_list_done(&rows);
	office_sound(cw);
}
END_TEST

START_TEST(a_part_of_a_row_is_withheld_by_splitting_it)
{
	static const struct withholding_part part[] = {{2, KRONOR(1500000)}};
	struct withholding_change change = reclaiming_withholding();
	struct withholding_list list;
	struct plan plan;

	office_begin();
	change.parts = part;
	withheld(&change);
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.version, 2);
	ck_assert_int_eq(plan.count, 3);
	ck_assert_int_eq(plan.planned_ore, KRONOR(9000000));
	ck_assert_int_eq(plan.items[1].ore, KRONOR(3000000));
	ck_assert_int_eq(plan.items[2].n, 3);
	ck_assert_int_eq(plan.items[2].ore, KRONOR(1500000));
	ck_assert_str_eq(plan.items[2].condition, "partial report approved");
	plan_done(&plan);
	OK(withholding_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_str_eq(list.items[0].rows, "3");
	ck_assert_int_eq(list.items[0].ore, KRONOR(1500000));
	withholding_list_done(&list);
	ck_assert_int_eq(reclaiming_balance(cw, "due"), KRONOR(3000000));
	ck_assert_int_eq(reclaiming_balance(cw, "stopped"), KRONOR(1500000));
	office_sound(cw);
}
END_TEST

START_TEST(a_later_decision_lifts_it_and_the_row_is_to_be_paid_again)
{
	struct withholding_change change = reclaiming_withholding();
	struct withholding_lifting lifting = {
		"2027-10-01", "The report came and was approved.", 0, "Kim Ek", "Elin Dahl", ""};
	int64_t id;

	office_begin();
	id = withheld(&change);
	lifting.lifted_on = "2027-09-01";
	REFUSED(withholding_lift(cw, NULL, id, &lifting, err), ERROR_INVALID, "before it was decided to withhold");
	lifting.lifted_on = "2027-10-01";
	OK(withholding_lift(cw, NULL, id, &lifting, err));
	ck_assert_int_eq(reclaiming_balance(cw, "stopped"), 0);
	ck_assert_int_eq(reclaiming_balance(cw, "due"), KRONOR(4500000));
	REFUSED(withholding_lift(cw, NULL, id, &lifting, err), ERROR_INVALID, "already");
	office_sit(cw, "cia");
	OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 2), "2027-09-20", err));
	reclaiming_pay(cw, measure, 2, "2027-10-01");
	ck_assert_int_eq(reclaiming_balance(cw, "paid"), KRONOR(9000000));
	office_sound(cw);
}
END_TEST

START_TEST(for_good_is_not_lifted)
{
	struct withholding_change change = reclaiming_withholding();
	struct withholding_lifting lifting = {"2027-10-01", "After all.", 0, "Kim Ek", "Elin Dahl", ""};
	int64_t id;

	office_begin();
	change.final = true;
	id = withheld(&change);
	ck_assert_int_eq(reclaiming_balance(cw, "withdrawn"), KRONOR(4500000));
	REFUSED(withholding_lift(cw, NULL, id, &lifting, err), ERROR_INVALID, "for good");
	office_sound(cw);
}
END_TEST

/* One wrong value each, and the word its refusal has. */
static void refused_with(struct withholding_change change, const char *says)
{
	REFUSED(withholding_record(cw, NULL, measure, &change, NULL, err), ERROR_INVALID, says);
}

START_TEST(what_is_wrong_is_refused_and_named)
{
	static const struct withholding_part paid[] = {{1, 0}}, more[] = {{2, KRONOR(4500001)}},
					     twice[] = {{2, 0}, {2, 0}}, gone[] = {{9, 0}};
	struct withholding_change right = reclaiming_withholding(), change = right;

	office_begin();
	change.ground = "18.1";
	refused_with(change, "17.1");
	change = right;
	change.evidence = "";
	refused_with(change, "What shows it");
	change = right;
	change.presenter = "";
	refused_with(change, "present");
	change = right;
	change.decided_on = "2026-11-19";
	refused_with(change, "before the grant");
	change = right;
	change.parts = paid;
	refused_with(change, "is paid");
	change.parts = more;
	refused_with(change, "4,500,000");
	change.parts = twice;
	change.count = 2;
	refused_with(change, "twice");
	change.parts = gone;
	change.count = 1;
	REFUSED(withholding_record(cw, NULL, measure, &change, NULL, err), ERROR_MISSING, "Row 9");
	withheld(&right);
	refused_with(right, "withheld already");
	office_sit(cw, "cia");
	REFUSED(withholding_record(cw, NULL, measure, &right, NULL, err), ERROR_DENIED, "decisions");
}
END_TEST

START_TEST(an_authorised_row_is_withheld_whole_and_not_split)
{
	static const struct withholding_part part[] = {{2, KRONOR(1000)}};
	struct withholding_change change = reclaiming_withholding();

	office_begin();
	office_sit(cw, "cia");
	OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 2), "2027-09-20", err));
	office_attest(cw, granting_row(cw, measure, 2));
	office_sit(cw, "elin");
	change.parts = part;
	refused_with(change, "cannot be split");
}
END_TEST

START_TEST(a_row_is_typed_with_or_without_an_amount_above_nothing)
{
	struct withholding_part part;

	office_begin();
	OK(withholding_part_parse("2", &part, err));
	ck_assert_int_eq(part.ore, 0); /* all of it */
	OK(withholding_part_parse("2=1,5 mnkr", &part, err));
	ck_assert_int_eq(part.ore, KRONOR(1500000));
	REFUSED(withholding_part_parse("2=0", &part, err), ERROR_INVALID, "above 0 is withheld of row 2");
	REFUSED(withholding_part_parse("2:1", &part, err), ERROR_INVALID, "no row");
}
END_TEST

START_TEST(asked_twice_it_is_done_once)
{
	struct withholding_change change = reclaiming_withholding();
	struct operation op = operation_new();
	int64_t first = 0, again = 0;

	office_begin();
	OK(withholding_record(cw, &op, measure, &change, &first, err));
	OK(withholding_record(cw, &op, measure, &change, &again, err));
	ck_assert_int_eq(reclaiming_balance(cw, "stopped"), KRONOR(4500000));
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {what_is_withheld_stays_in_the_plan_and_is_not_changed,
		an_authorised_row_that_is_withheld_is_not_paid, a_part_of_a_row_is_withheld_by_splitting_it,
		a_later_decision_lifts_it_and_the_row_is_to_be_paid_again, for_good_is_not_lifted,
		what_is_wrong_is_refused_and_named, an_authorised_row_is_withheld_whole_and_not_split,
		a_row_is_typed_with_or_without_an_amount_above_nothing, asked_twice_it_is_done_once, NULL};

	return claims_run("withholding", claims, 60);
}
