/* Follow-up: groups that end in the ledger's sums, times, effects of like units only, and points that stay hidden. */
#include "claims.h"
#include "contest.h"
#include "granting.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/followup.h"
#include "casework/ledger_list.h"

static struct casework *cw;
static int64_t one, two;

/* Two measures: one granted whole, one refused; a third is not decided. */
static void office_begin(void)
{
	struct decision_change whole = granting_whole();
	struct decision_change refused = granting_refusal("The gain cannot be shown.");

	words_open("en");
	cw = office_open();
	one = granting_measure(cw);
	two = granting_measure(cw);
	granting_measure(cw);
	granting_decide(cw, one, &whole);
	granting_decide(cw, two, &refused);
	office_sit(cw, "cia");
}

static struct followup follow(const char *as_of)
{
	struct followup followup;

	OK(followup_load(cw, 0, as_of, &followup, err));
	return followup;
}

START_TEST(groups_of_every_kind_end_in_the_same_sums_as_the_ledger)
{
	office_begin();
	struct followup followup = follow(NULL);
	struct ledger_list ledger;

	OK(ledger_list_load(cw, &(struct ledger_query){.by = LEDGER_PER_YEAR}, &ledger, err));
	for (int by = 0; by < FOLLOW_BYS; by++) {
		int64_t granted = 0, planned = 0, sought = 0;

		for (int i = 0; i < followup.by[by].count; i++) {
			granted += followup.by[by].items[i].granted_ore;
			planned += followup.by[by].items[i].planned;
			sought += followup.by[by].items[i].sought;
		}
		ck_assert_int_eq(granted, ledger.sum.granted);
		ck_assert_int_eq(planned, ledger_line_planned(&ledger.sum));
		ck_assert_int_eq(sought, KRONOR(73500000));
	}
	ck_assert_int_eq(ledger.sum.granted, KRONOR(24500000));
	ledger_list_done(&ledger);
	followup_done(&followup);
	casework_close(cw);
}
END_TEST

START_TEST(each_measure_has_one_fate)
{
	office_begin();
	struct followup followup = follow(NULL);

	ck_assert_int_eq(followup.sum.applications, 3);
	ck_assert_int_eq(followup.sum.measures, 3);
	ck_assert_int_eq(followup.sum.granted, 1);
	ck_assert_int_eq(followup.sum.refused, 1);
	ck_assert_int_eq(followup.sum.open, 1);
	ck_assert_int_eq(followup.sum.share_sought, KRONOR(49000000));
	ck_assert_int_eq(followup.times.decided, 2);
	ck_assert_int_eq(followup.times.open, 1);
	followup_done(&followup);
	casework_close(cw);
}
END_TEST

START_TEST(a_day_that_has_passed_knows_nothing_of_what_came_after)
{
	office_begin();
	struct followup followup = follow("2026-11-21");

	ck_assert(followup.past);
	ck_assert_int_eq(followup.sum.measures, 0);
	ck_assert_int_eq(followup.sum.granted_ore, 0);
	ck_assert_int_eq(followup.times.decided, 0);
	followup_done(&followup);
	casework_close(cw);
}
END_TEST

START_TEST(quartiles_are_days_somebody_waited)
{
	static const int four[] = {10, 20, 30, 40}, five[] = {1, 2, 3, 4, 100}, none[] = {7};

	ck_assert_int_eq(follow_quantile(four, 4, 1), 10);
	ck_assert_int_eq(follow_quantile(four, 4, 2), 20);
	ck_assert_int_eq(follow_quantile(four, 4, 3), 30);
	ck_assert_int_eq(follow_quantile(five, 5, 1), 2);
	ck_assert_int_eq(follow_quantile(five, 5, 2), 3);
	ck_assert_int_eq(follow_quantile(five, 5, 3), 4);
	ck_assert_int_eq(follow_quantile(none, 1, 2), 7);
	ck_assert_int_eq(follow_quantile(NULL, 0, 2), 0);
}
END_TEST

START_TEST(only_units_of_money_are_kronor)
{
	int64_t ore = 17;

	ck_assert(follow_kronor("4 200 000", "kr", &ore));
	ck_assert_int_eq(ore, KRONOR(4200000));
	ck_assert(follow_kronor("12", "mnkr per år", &ore));
	ck_assert_int_eq(ore, KRONOR(12000000));
	ck_assert(!follow_kronor("612", "besök per år", &ore));
	ck_assert(!follow_kronor("34 %", "kr", &ore));
	ck_assert_int_eq(ore, KRONOR(12000000));
}
END_TEST

/* Maja has assessed both and handed in; mats is assigned to one and has not: the means are without that one for him. */
START_TEST(who_has_not_handed_in_sees_no_mean_of_the_measure)
{
	struct followup controller, assessor;

	words_open("en");
	cw = office_open();
	one = granting_measure(cw);
	two = granting_measure(cw);
	contest_assess(cw, one, "maja", 4, 3, 2);
	contest_assess(cw, two, "maja", 1, 1, 1);
	office_sit(cw, "elin");
	OK(assessor_assign(cw, NULL, one, office_person(cw, "mats"), err));
	struct decision_change whole = granting_whole();
	granting_decide(cw, one, &whole);
	whole = granting_whole();
	granting_decide(cw, two, &whole);
	office_sit(cw, "cia");
	OK(followup_load(cw, 0, NULL, &controller, err));
	office_sit(cw, "mats");
	OK(followup_load(cw, 0, NULL, &assessor, err));
	ck_assert_int_eq(controller.hidden, 0);
	ck_assert_int_eq(controller.criteria[0].granted, 2);
	ck_assert_int_eq(controller.criteria[0].granted_100, 250);
	ck_assert_int_eq(controller.criteria[0].refused_100, -1);
	ck_assert_int_eq(assessor.hidden, 1);
	ck_assert_int_eq(assessor.criteria[0].granted, 1);
	ck_assert_int_eq(assessor.criteria[0].granted_100, 100);
	followup_done(&controller);
	followup_done(&assessor);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		groups_of_every_kind_end_in_the_same_sums_as_the_ledger,
		each_measure_has_one_fate,
		a_day_that_has_passed_knows_nothing_of_what_came_after,
		quartiles_are_days_somebody_waited,
		only_units_of_money_are_kronor,
		who_has_not_handed_in_sees_no_mean_of_the_measure,
		NULL,
	};

	return claims_run("casework followup", claims, 60);
}
