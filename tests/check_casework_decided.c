/* What a decision does to assessment, ranking and budget: granted money is counted once, and points stop moving. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/measure.h"
#include "casework/payment.h"
#include "casework/rank.h"

#define MNKR INT64_C(100000000)
static const char today[] = "2026-11-22", change_ground[] = "37 §";
static const int four[CONTEST_YEARS] = {0, 4000}, three[CONTEST_YEARS] = {0, 3000}, ten[CONTEST_YEARS] = {0, 10000};

static struct casework *cw;
static int64_t round_id, a, b;

/* Two measures, 100 and 50 of 100; each seeks 10 million of 2026. */
static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	a = contest_entry(cw, "A", 10000);
	b = contest_entry(cw, "Be", 10000);
	contest_assess(cw, a, "maja", 4, 4, 4);
	contest_assess(cw, b, "maja", 2, 2, 2);
	office_sit(cw, "kim");
}

static void limit(const char *kind, int year, int64_t round, int mnkr)
{
	static int day_of; /* each valid from a later day than the one before */
	char from[DAY_TEXT];
	struct limit_change change = {
		.kind = kind, .year = year, .round = round, .ore = mnkr * MNKR, .source = "Brev", .valid_from = from};

	snprintf(from, sizeof(from), "2026-02-%02d", ++day_of);
	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &change, err));
	office_sit(cw, "kim");
}

static struct ranking ranking_now(void)
{
	struct ranking ranking;

	OK(ranking_load(cw, round_id, 0, 0, &ranking, err));
	return ranking;
}

static struct budget budget_now(void)
{
	struct budget budget;

	OK(budget_load(cw, round_id, &budget, err));
	return budget;
}

/* ---- ranking */

START_TEST(a_decided_row_counts_with_what_it_was_granted)
{
	office_begin();
	contest_decide(cw, a, "partly", four, today, "");
	limit("appropriation", 2026, 0, 15);
	struct ranking ranking = ranking_now();
	ck_assert_str_eq(ranking.items[0].outcome, "partly");
	ck_assert_int_eq(ranking.items[0].proposed_ore, 4 * MNKR);
	ck_assert_int_eq(ranking.items[0].sought_ore, 10 * MNKR);
	ck_assert_int_eq(ranking.items[1].total_ore, 14 * MNKR);
	ck_assert_int_eq(ranking.line, 2);
	ck_assert_int_eq(ranking.left_ore, 15 * MNKR); /* granted in the list, so not taken from it */
	ranking_done(&ranking);
	limit("round", 2026, round_id, 13);
	ranking = ranking_now();
	ck_assert_int_eq(ranking.left_ore, 13 * MNKR);
	ck_assert_int_eq(ranking.items[1].fits_ore, 9 * MNKR);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_refused_row_keeps_its_place_and_takes_nothing)
{
	office_begin();
	contest_decide(cw, a, "refused", NULL, today, "");
	limit("appropriation", 2026, 0, 10);
	struct ranking ranking = ranking_now();
	ck_assert_int_eq(ranking.items[0].measure, a);
	ck_assert_int_eq(ranking.items[0].proposed_ore, 0);
	ck_assert_int_eq(ranking.line, 2);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_later_years_grant_in_the_list_is_not_taken_from_the_commitment_twice)
{
	static const int later[CONTEST_YEARS] = {0, 0, 0, 10000};

	office_begin();
	contest_seek(cw, a, "A", later);
	contest_seek(cw, b, "Be", later);
	contest_decide(cw, a, "granted", later, today, "");
	limit("commitment", 2028, 0, 20);
	struct ranking ranking = ranking_now();
	ck_assert_int_eq(ranking.line, 2);
	ck_assert_int_eq(ranking.left_ore, 20 * MNKR);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_refusal_of_an_unknown_amount_does_not_hold_up_the_lock)
{
	static const int unknown[CONTEST_YEARS] = {0, -1};

	office_begin();
	contest_seek(cw, a, "A", unknown);
	contest_decide(cw, a, "refused", NULL, today, "");
	OK(rank_lock(cw, NULL, round_id, err));
	casework_close(cw);
}
END_TEST

START_TEST(what_is_granted_without_a_place_is_taken_from_the_list)
{
	office_begin();
	contest_assign(cw, a, "mats");
	contest_decide(cw, a, "partly", four, today, "");
	limit("round", 2026, round_id, 12);
	struct ranking ranking = ranking_now();
	ck_assert_int_eq(ranking.placed, 1);
	ck_assert_int_eq(ranking.items[0].measure, b);
	ck_assert_int_eq(ranking.items[0].fit, RANK_PARTLY);
	ck_assert_int_eq(ranking.items[0].fits_ore, 8 * MNKR);
	ck_assert_int_eq(ranking.left_ore, 8 * MNKR);
	ck_assert_str_eq(ranking.binding_kind, "round");
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(only_the_decision_that_is_valid_counts)
{
	office_begin();
	contest_decide(cw, a, "partly", four, today, "");
	contest_decide(cw, a, "partly", three, today, change_ground);
	struct ranking ranking = ranking_now();
	ck_assert_int_eq(ranking.items[0].proposed_ore, 3 * MNKR);
	ranking_done(&ranking);
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[1].decided, 3 * MNKR);
	ck_assert_int_eq(budget.years[1].planned, 3 * MNKR);
	contest_decide(cw, a, "refused", NULL, today, change_ground);
	ranking = ranking_now();
	ck_assert_str_eq(ranking.items[0].outcome, "refused");
	ck_assert_int_eq(ranking.items[0].proposed_ore, 0);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(another_rounds_grants_are_taken_from_appropriation_and_commitment)
{
	static const int granted[CONTEST_YEARS] = {2000, 3000, 0, 15000}, later[CONTEST_YEARS] = {0, 1000, 0, 20000};

	office_begin();
	int64_t c = contest_measure(cw, contest_application(cw, "Ce", (const char *[]){"23", NULL}), "Ce", later);
	contest_assess(cw, c, "maja", 3, 3, 3);
	contest_earlier_round(cw);
	int64_t old =
		contest_measure(cw, contest_application(cw, "Äldre", (const char *[]){"13", NULL}), "Äldre", granted);
	contest_decide(cw, old, "granted", granted, "2025-06-01", "");
	limit("commitment", 2028, 0, 30);
	struct ranking ranking = ranking_now();
	ck_assert_int_eq(ranking.line, 1);
	ck_assert_int_eq(ranking.items[1].measure, c);
	ck_assert_int_eq(ranking.items[1].fits_ore, MNKR + 15 * MNKR);
	ck_assert_str_eq(ranking.binding_kind, "commitment");
	ck_assert_int_eq(ranking.left_ore, 15 * MNKR);
	ranking_done(&ranking);
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[0].decided, 2 * MNKR);
	ck_assert_int_eq(budget.years[0].committed, 0); /* the round's own year needs no commitment */
	ck_assert_int_eq(budget.years[1].committed, 3 * MNKR);
	ck_assert_int_eq(budget.years[3].committed, 15 * MNKR);
	ck_assert_int_eq(budget.years[3].decided_round, 0);
	casework_close(cw);
}
END_TEST

START_TEST(a_decided_row_is_neither_moved_nor_given_another_amount)
{
	office_begin();
	contest_decide(cw, a, "partly", four, today, "");
	REFUSED(rank_move(cw, NULL, round_id, a, 2, "Skäl.", err), ERROR_INVALID, "");
	REFUSED(rank_set(cw, NULL, round_id, a, 2026, MNKR, err), ERROR_INVALID, "");
	OK(rank_move(cw, NULL, round_id, b, 1, "Skäl.", err));
	REFUSED(rank_unmove(cw, NULL, round_id, a, err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(a_decision_after_the_lock_stands_in_the_locked_list)
{
	office_begin();
	OK(rank_lock(cw, NULL, round_id, err));
	contest_decide(cw, a, "partly", four, today, "");
	struct ranking ranking = ranking_now();
	ck_assert_ptr_nonnull(ranking.locked_at);
	ck_assert_int_eq(ranking.items[0].proposed_ore, 4 * MNKR);
	ck_assert_int_eq(ranking.items[1].proposed_ore, 10 * MNKR);
	ranking_done(&ranking);
	OK(rank_move(cw, NULL, round_id, b, 1, "Skäl.", err));
	OK(rank_lock(cw, NULL, round_id, err));
	ranking = ranking_now();
	ck_assert_int_eq(ranking.items[1].proposed_ore, 4 * MNKR);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

/* ---- assessment */

START_TEST(a_decided_measure_is_not_assessed_any_more)
{
	struct score_change change = {.criterion = "K1", .set_points = true, .points = 1};
	struct score_todo_list todo;

	office_begin();
	contest_assign(cw, a, "mats");
	contest_score(cw, a, "mats", 1, 1, 1);
	contest_decide(cw, a, "granted", ten, today, "");
	office_sit(cw, "mats");
	REFUSED(score_put(cw, NULL, a, &change, 1, err), ERROR_INVALID, "");
	REFUSED(score_submit(cw, NULL, a, err), ERROR_INVALID, "");
	OK(score_todo_load(cw, &todo, err));
	ck_assert_int_eq(todo.count, 0);
	score_todo_done(&todo);
	office_sit(cw, "elin");
	REFUSED(assessor_assign(cw, NULL, a, office_person(cw, "olle"), err), ERROR_INVALID, "");
	OK(assessor_relieve(cw, NULL, a, office_person(cw, "mats"), err));
	casework_close(cw);
}
END_TEST

START_TEST(points_of_a_decided_measure_are_for_all_who_see_the_case)
{
	struct score_views views;
	struct measure_list measures;

	office_begin();
	contest_decide(cw, b, "granted", ten, today, "");
	office_sit(cw, "rut");
	OK(score_views_load(cw, b, &views, err));
	ck_assert_int_eq(views.count, 1);
	score_views_done(&views);
	REFUSED(score_views_load(cw, a, &views, err), ERROR_DENIED, "");
	OK(measure_load(cw, b, &measures, err));
	ck_assert(measures.items[0].points_seen);
	measure_list_done(&measures);
	OK(measure_load(cw, a, &measures, err));
	ck_assert(!measures.items[0].points_seen);
	measure_list_done(&measures);
	struct ranking ranking = ranking_now();
	ck_assert_int_eq(ranking.placed, 1);
	ck_assert_int_eq(ranking.items[0].measure, b);
	ck_assert_int_eq(ranking.items[0].point_place, 1); /* of what is shown */
	ck_assert_int_eq(ranking.items[0].points, 200 * RANK_UNIT);
	ck_assert_int_eq(ranking.items[1].fit, RANK_HIDDEN);
	ranking_done(&ranking);
	office_sit(cw, "adam");
	REFUSED(score_views_load(cw, b, &views, err), ERROR_DENIED, "");
	casework_close(cw);
}
END_TEST

START_TEST(an_assessor_who_never_handed_in_still_does_not_see)
{
	struct score_views views;

	office_begin();
	contest_assign(cw, b, "mats");
	contest_decide(cw, b, "partly", four, today, "");
	office_sit(cw, "mats");
	REFUSED(score_views_load(cw, b, &views, err), ERROR_DENIED, "");
	struct ranking ranking = ranking_now();
	ck_assert_int_eq(ranking.hidden, 1);
	ck_assert_int_eq(ranking.items[1].proposed_ore, 4 * MNKR); /* the decision itself is no secret */
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

/* ---- budget */

START_TEST(one_rounds_limit_does_not_end_anothers)
{
	struct limit_list list;
	int in_force = 0;

	office_begin();
	limit("round", 2026, round_id, 9);
	int64_t earlier = contest_earlier_round(cw);
	limit("round", 2026, earlier, 5);
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[1].round, 9 * MNKR);
	OK(budget_load(cw, earlier, &budget, err));
	ck_assert_int_eq(budget.years[1].round, 5 * MNKR);
	OK(limit_list_load(cw, &list, err));
	for (int i = 0; i < list.count; i++)
		in_force += !strcmp(list.items[i].kind, "round") && list.items[i].in_force;
	ck_assert_int_eq(in_force, 2);
	limit_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_year_adds_up_from_granted_to_paid)
{
	static const int granted[CONTEST_YEARS] = {0, 4000, 6000};
	static const struct instalment_change replaced[] = {
		{2, {"2027-12-01", 0, 6 * MNKR, NULL, ""}}, {0, {"2026-12-05", 0, 4 * MNKR, NULL, ""}}};
	struct budget_rounds rounds;

	office_begin();
	contest_seek(cw, a, "A", granted);
	contest_decide(cw, a, "granted", granted, "2026-10-01", "");
	office_sit(cw, "carl");
	OK(plan_put(cw, NULL, a, replaced, 2, "Samma år, en senare dag.", err));
	office_clock(cw, "2026-12-10 09:00:00");
	contest_pay(cw, a, 3, "2026-12-10");
	struct budget budget = budget_now();
	const struct budget_year *year = &budget.years[1];
	ck_assert_int_eq(year->decided, 4 * MNKR);
	ck_assert_int_eq(year->decided_round, 4 * MNKR);
	ck_assert_int_eq(year->planned, 4 * MNKR);
	ck_assert_int_eq(year->attested, 4 * MNKR);
	ck_assert_int_eq(year->paid, 4 * MNKR);
	ck_assert_int_eq(year->left, 246 * MNKR);
	ck_assert_int_eq(budget.years[2].planned, 6 * MNKR);
	ck_assert_int_eq(budget.years[2].attested, 0);
	ck_assert_int_eq(budget.sum.decided, 10 * MNKR);
	ck_assert_int_eq(budget.sum.paid, 4 * MNKR);
	OK(budget_rounds_load(cw, 2026, &rounds, err));
	ck_assert_int_eq(rounds.items[0].decided, 4 * MNKR);
	ck_assert_int_eq(rounds.items[0].paid, 4 * MNKR);
	budget_rounds_done(&rounds);
	office_clock(cw, "2027-01-02 09:00:00");
	budget = budget_now();
	ck_assert_int_eq(budget.years[1].left, 0);
	ck_assert_int_eq(budget.years[1].lapsed, 246 * MNKR);
	casework_close(cw);
}
END_TEST

START_TEST(decided_and_proposed_above_a_limit_is_told)
{
	office_begin();
	contest_decide(cw, a, "granted", ten, today, "");
	limit("round", 2026, round_id, 9);
	struct budget budget = budget_now();
	ck_assert(budget.years[1].over); /* decided alone */
	ck_assert(budget.sum.over);
	ck_assert(!budget.years[2].over);
	limit("appropriation", 2026, 0, 10);
	OK(budget_load(cw, 0, &budget, err));
	ck_assert(!budget.years[1].over); /* just as much as there is, and no round asked for */
	OK(rank_lock(cw, NULL, round_id, err));
	OK(budget_load(cw, 0, &budget, err));
	ck_assert_int_eq(budget.years[1].proposed, 0); /* b does not fit, and a is decided */
	limit("carried", 2026, 0, 10);
	limit("round", 2026, round_id, 30);
	OK(budget_load(cw, 0, &budget, err));
	ck_assert_int_eq(budget.years[1].proposed, 10 * MNKR); /* b alone */
	ck_assert(!budget.years[1].over);
	casework_close(cw);
}
END_TEST

START_TEST(two_rounds_proposals_together_can_be_above_what_each_fits_in)
{
	static const int more[CONTEST_YEARS] = {0, 10000, 0, 10000}, late[CONTEST_YEARS] = {0, 10000, 0, 5000};

	office_begin();
	contest_seek(cw, a, "A", late);
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, round_id, err));
	int64_t earlier = contest_earlier_round(cw);
	int64_t c = contest_measure(cw, contest_application(cw, "Ce", (const char *[]){"13", NULL}), "Ce", more);
	contest_assess(cw, c, "maja", 4, 4, 4);
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, earlier, err));
	limit("appropriation", 2026, 0, 25);
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[1].proposed, 30 * MNKR);
	ck_assert(budget.years[1].over);
	ck_assert(!budget.years[3].over);
	limit("commitment", 2028, 0, 14);
	limit("commitment", 2026, 0, 10); /* 10 of the earlier round; the round's own year needs none */
	limit("appropriation", 2026, 0, 30);
	budget = budget_now();
	ck_assert(budget.years[3].over);
	ck_assert(!budget.years[1].over);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_decided_row_counts_with_what_it_was_granted,
		a_refused_row_keeps_its_place_and_takes_nothing,
		a_later_years_grant_in_the_list_is_not_taken_from_the_commitment_twice,
		a_refusal_of_an_unknown_amount_does_not_hold_up_the_lock,
		what_is_granted_without_a_place_is_taken_from_the_list,
		only_the_decision_that_is_valid_counts,
		another_rounds_grants_are_taken_from_appropriation_and_commitment,
		a_decided_row_is_neither_moved_nor_given_another_amount,
		a_decision_after_the_lock_stands_in_the_locked_list,
		a_decided_measure_is_not_assessed_any_more,
		points_of_a_decided_measure_are_for_all_who_see_the_case,
		an_assessor_who_never_handed_in_still_does_not_see,
		one_rounds_limit_does_not_end_anothers,
		a_year_adds_up_from_granted_to_paid,
		decided_and_proposed_above_a_limit_is_told,
		two_rounds_proposals_together_can_be_above_what_each_fits_in,
		NULL,
	};
	return claims_run("decided", claims, 60);
}
