/* A ranking made into the questions of how firm it is and of what points alone would fund: who is weighed, what money
 * is left, and that nothing hidden is among it. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/budget.h"
#include "casework/rank_firm.h"

static struct casework *cw;
static int64_t round_id, large, first, second, last;

static void limit_set(int tkr)
{
	struct limit_change change = {.kind = "appropriation",
		.source = "Regleringsbrev (påhittat)",
		.valid_from = "2026-01-01",
		.year = 2026,
		.ore = tkr * INT64_C(100000)};

	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &change, err));
	office_sit(cw, "kim");
}

/* The one with most points takes all of the money but a little; the two below it fit together instead. */
static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	large = contest_entry(cw, "Stor", 19000);
	first = contest_entry(cw, "Ett", 10000);
	second = contest_entry(cw, "Två", 10000);
	last = contest_entry(cw, "Sist", 1500);
	contest_assess(cw, large, "maja", 4, 4, 4);
	contest_assess(cw, first, "maja", 3, 3, 3);
	contest_assess(cw, second, "maja", 2, 2, 2);
	contest_assess(cw, last, "maja", 1, 0, 0);
	limit_set(20000);
}

static struct firm firm_of(void)
{
	struct firm firm;

	OK(firm_load(cw, round_id, 0, &firm, err));
	return firm;
}

static struct robust robust_of(const struct firm *firm)
{
	struct robust_watch watch = {0};
	struct robust robust;

	ck_assert(robust_calculate(&firm->robust, &watch, &robust));
	return robust;
}

static struct optimum best_of(const struct firm *firm)
{
	struct optimum_work work;
	struct optimum optimum;

	OK(optimum_begin(&firm->optimum, &work, err));
	OK(optimum_next(&work, &optimum, err));
	while (!optimum.best) {
		optimum_done(&optimum);
		OK(optimum_next(&work, &optimum, err));
	}
	optimum_end(&work);
	return optimum;
}

START_TEST(points_alone_fund_the_two_that_fit_together)
{
	int64_t value, ore;

	office_begin();
	struct firm firm = firm_of();
	struct optimum optimum = best_of(&firm);
	ck_assert_int_eq(firm.count, 4);
	ck_assert(!optimum.parts[firm_find(&firm, large)].any);
	ck_assert(optimum.parts[firm_find(&firm, first)].whole);
	ck_assert(optimum.parts[firm_find(&firm, second)].whole);
	ck_assert_int_eq(optimum.left[1], 0);
	ck_assert_int_eq(optimum.stopped[1], 2);
	ck_assert_int_eq(firm_points_10(&firm, optimum.value), 1250);
	firm_chair(&firm, &value, &ore);
	ck_assert_int_eq(firm_points_10(&firm, value), 1000);
	ck_assert_int_eq(ore, INT64_C(1900000000));
	optimum_done(&optimum);
	firm_done(&firm);
	casework_close(cw);
}
END_TEST

/* Better on every criterion is better under every weighting. */
START_TEST(an_order_that_no_weights_change_is_firm)
{
	office_begin();
	struct firm firm = firm_of();
	struct robust robust = robust_of(&firm);
	const int64_t order[] = {large, first, second, last};
	for (int i = 0; i < 4; i++) {
		const struct robust_share *share = &robust.shares[firm_find(&firm, order[i])];
		ck_assert_int_eq(share->best, i + 1);
		ck_assert_int_eq(share->worst, i + 1);
		ck_assert_int_eq(share->inside, i == 0 ? robust.draws : 0);
	}
	robust_done(&robust);
	firm_done(&firm);
	casework_close(cw);
}
END_TEST

/* A span over the whole scale: below all others in some of the draws, and above all but the one that has everything. */
START_TEST(a_span_is_weighed)
{
	static const struct score_change wide[] = {{.criterion = "K1", .set_span = true, .low = 0, .high = 4},
		{.criterion = "K2", .set_span = true, .low = 0, .high = 4},
		{.criterion = "K3", .set_span = true, .low = 0, .high = 4}};

	office_begin();
	int64_t wavering = contest_entry(cw, "Osäker", 1000);
	contest_assign(cw, wavering, "maja");
	contest_score(cw, wavering, "maja", 2, 2, 2);
	OK(score_put(cw, NULL, wavering, wide, 3, err));
	OK(score_submit(cw, NULL, wavering, err));
	office_sit(cw, "kim");
	struct firm firm = firm_of();
	struct robust robust = robust_of(&firm);
	const struct robust_share *share = &robust.shares[firm_find(&firm, wavering)];
	ck_assert_int_eq(share->best, 2);
	ck_assert_int_eq(share->worst, 5);
	robust_done(&robust);
	firm_done(&firm);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_not_handed_in_or_hidden_is_not_weighed)
{
	office_begin();
	contest_assign(cw, first, "mats");
	office_sit(cw, "kim");
	struct firm firm = firm_of();
	ck_assert_int_eq(firm.count, 3);
	ck_assert_int_eq(firm.left_out, 1);
	ck_assert_int_eq(firm_find(&firm, first), -1);
	firm_done(&firm);
	contest_score(cw, first, "mats", 1, 1, 1);
	struct firm own = firm_of(); /* mats sits, and has not handed in */
	ck_assert_int_eq(firm_find(&own, first), -1);
	ck_assert_int_eq(own.robust.sheet_count, own.count);
	firm_done(&own);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_granted_already_takes_its_money_first)
{
	office_begin();
	contest_decide(cw, second, "granted", (int[CONTEST_YEARS]){0, 10000}, "2026-11-20", NULL);
	office_sit(cw, "kim");
	struct firm firm = firm_of();
	struct optimum optimum = best_of(&firm);
	ck_assert_int_eq(firm.robust.room[1], INT64_C(1000000000));
	ck_assert_int_eq(firm.robust.measures[firm_find(&firm, second)].needs[1], 0);
	ck_assert(optimum.parts[firm_find(&firm, first)].whole);
	ck_assert(!optimum.parts[firm_find(&firm, large)].any);
	ck_assert_int_eq(firm_points_10(&firm, optimum.value), 750);
	optimum_done(&optimum);
	firm_done(&firm);
	casework_close(cw);
}
END_TEST

START_TEST(a_year_that_is_no_payment_year_is_refused)
{
	struct firm firm;

	office_begin();
	REFUSED(firm_load(cw, round_id, 2035, &firm, err), ERROR_INVALID, "");
	REFUSED(firm_load(cw, 4711, 0, &firm, err), ERROR_MISSING, "");
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		points_alone_fund_the_two_that_fit_together,
		an_order_that_no_weights_change_is_firm,
		a_span_is_weighed,
		what_is_not_handed_in_or_hidden_is_not_weighed,
		what_is_granted_already_takes_its_money_first,
		a_year_that_is_no_payment_year_is_refused,
		NULL,
	};
	return claims_run("firm", claims, 60);
}
