/* Limits, what is left of them, and which one stops a ranking. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/rank.h"

static struct casework *cw;
static int64_t round_id, a, b;

/* Two measures, 100 and 50 of 100; each seeks 10 million of 2026 and 20 of 2028. */
static void office_begin(void)
{
	static const int years[CONTEST_YEARS] = {0, 10000, 0, 20000};

	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	a = contest_measure(cw, contest_application(cw, "A", (const char *[]){"20", NULL}), "A", years);
	b = contest_measure(cw, contest_application(cw, "Be", (const char *[]){"23", NULL}), "Be", years);
	contest_assess(cw, a, "maja", 4, 4, 4);
	contest_assess(cw, b, "maja", 2, 2, 2);
	office_sit(cw, "cia");
}

static bool limit(const char *kind, int year, int64_t round, int mnkr, const char *from, struct error *err)
{
	struct limit_change change = {.kind = kind,
		.year = year,
		.round = round,
		.ore = mnkr * INT64_C(100000000),
		.source = "Regleringsbrev för budgetåret",
		.valid_from = from};

	return limit_put(cw, NULL, &change, err);
}

static struct budget budget_now(void)
{
	struct budget budget;

	OK(budget_load(cw, round_id, &budget, err));
	return budget;
}

static void binds(const char *kind, int year, int line)
{
	struct ranking ranking;

	office_sit(cw, "kim");
	OK(ranking_load(cw, round_id, 0, 0, &ranking, err));
	if (kind)
		ck_assert_str_eq(ranking.binding_kind, kind);
	else
		ck_assert_ptr_null(ranking.binding_kind);
	ck_assert_int_eq(ranking.binding_year, year);
	ck_assert_int_eq(ranking.line, line);
	ranking_done(&ranking);
	office_sit(cw, "cia");
}

START_TEST(the_limit_in_force_is_the_latest_that_has_come_into_force)
{
	struct limit_list list;
	int in_force = 0;

	office_begin();
	OK(limit("appropriation", 2026, 0, 200, "2026-01-01", err));
	OK(limit("appropriation", 2026, 0, 180, "2026-11-22", err)); /* today */
	OK(limit("appropriation", 2026, 0, 100, "2026-11-23", err));
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[1].appropriation, INT64_C(18000000000));
	ck_assert_int_eq(budget.years[1].left, INT64_C(18000000000));
	OK(limit_list_load(cw, &list, err));
	ck_assert_int_eq(list.count, 9);
	for (int i = 0; i < list.count; i++) {
		if (list.items[i].year == 2026 && list.items[i].in_force) {
			in_force++;
			ck_assert_str_eq(list.items[i].valid_from, "2026-11-22");
			ck_assert_str_eq(list.items[i].source, "Regleringsbrev för budgetåret");
		}
	}
	ck_assert_int_eq(in_force, 1);
	limit_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_limit_nobody_has_set_is_unknown_and_tests_nothing)
{
	office_begin();
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[1].carried, MONEY_UNKNOWN);
	ck_assert_int_eq(budget.years[3].commitment, MONEY_UNKNOWN);
	ck_assert_int_eq(budget.years[1].round, MONEY_UNKNOWN);
	ck_assert_int_eq(budget.years[1].left, INT64_C(25000000000));
	ck_assert_int_eq(budget.sum.appropriation, INT64_C(150000000000));
	ck_assert_int_eq(budget.sum.commitment, MONEY_UNKNOWN);
	binds(NULL, 0, 2);
	casework_close(cw);
}
END_TEST

START_TEST(carried_over_money_adds_to_the_years_own)
{
	office_begin();
	OK(limit("appropriation", 2026, 0, 15, "2026-01-01", err));
	binds("appropriation", 2026, 1);
	OK(limit("carried", 2026, 0, 5, "2026-02-01", err));
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[1].left, INT64_C(2000000000));
	binds(NULL, 0, 2);
	casework_close(cw);
}
END_TEST

START_TEST(a_commitment_binds_later_years_and_not_the_rounds_own)
{
	office_begin();
	OK(limit("commitment", 2026, 0, 0, "2026-01-01", err));
	binds(NULL, 0, 2);
	OK(limit("commitment", 2028, 0, 30, "2026-01-01", err));
	binds("commitment", 2028, 1);
	OK(limit("commitment", 2028, 0, 40, "2026-02-01", err));
	binds(NULL, 0, 2);
	casework_close(cw);
}
END_TEST

START_TEST(a_round_has_its_own_limit)
{
	office_begin();
	OK(limit("round", 2026, round_id, 19, "2026-01-01", err));
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[1].round, INT64_C(1900000000));
	binds("round", 2026, 1);
	OK(budget_load(cw, 0, &budget, err));
	ck_assert_int_eq(budget.years[1].round, MONEY_UNKNOWN);
	casework_close(cw);
}
END_TEST

START_TEST(one_year_at_a_time_tests_that_year)
{
	struct ranking ranking;

	office_begin();
	OK(limit("commitment", 2028, 0, 30, "2026-01-01", err));
	office_sit(cw, "kim");
	OK(ranking_load(cw, round_id, 0, 2026, &ranking, err));
	ck_assert_int_eq(ranking.line, 2);
	ck_assert_int_eq(ranking.proposed_ore, INT64_C(2000000000));
	ck_assert_int_eq(ranking.left_ore, INT64_C(25000000000));
	ranking_done(&ranking);
	OK(ranking_load(cw, round_id, 0, 2028, &ranking, err));
	ck_assert_int_eq(ranking.line, 1);
	ck_assert_int_eq(ranking.items[1].fit, RANK_PARTLY);
	ck_assert_int_eq(ranking.items[1].fits_ore, INT64_C(1000000000));
	ck_assert_int_eq(ranking.items[1].breaks_year, 2028);
	ck_assert_str_eq(ranking.items[1].breaks_kind, "commitment");
	ck_assert_int_eq(ranking.left_ore, INT64_C(3000000000));
	ck_assert_int_eq(ranking.used_ore, INT64_C(2000000000));
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_proposed_is_what_stands_above_the_line_of_a_proposal)
{
	struct budget_rounds rounds;

	office_begin();
	OK(limit("commitment", 2028, 0, 30, "2026-01-01", err));
	office_sit(cw, "kim");
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[1].proposed, 0); /* no proposal yet */
	OK(rank_move(cw, NULL, round_id, b, 1, "Skäl.", err));
	budget = budget_now();
	ck_assert_int_eq(budget.years[1].proposed, INT64_C(1000000000));
	ck_assert_int_eq(budget.years[3].proposed, INT64_C(2000000000));
	ck_assert_int_eq(budget.sum.proposed, INT64_C(3000000000));
	ck_assert(!budget.years[3].over);
	OK(budget_rounds_load(cw, 2028, &rounds, err));
	ck_assert_int_eq(rounds.count, 1);
	ck_assert_str_eq(rounds.items[0].name, "2026");
	ck_assert_int_eq(rounds.items[0].proposed, INT64_C(2000000000));
	budget_rounds_done(&rounds);
	OK(budget_rounds_load(cw, 0, &rounds, err));
	ck_assert_int_eq(rounds.items[0].proposed, INT64_C(3000000000));
	budget_rounds_done(&rounds);
	office_sit(cw, "rut"); /* does not see points, so not what follows from them */
	budget = budget_now();
	ck_assert_int_eq(budget.years[1].proposed, 0);
	casework_close(cw);
}
END_TEST

START_TEST(a_past_years_money_lapses)
{
	office_begin();
	struct budget budget = budget_now();
	ck_assert_int_eq(budget.years[0].left, 0);
	ck_assert_int_eq(budget.years[0].lapsed, INT64_C(25000000000));
	ck_assert_int_eq(budget.years[1].lapsed, 0);
	ck_assert_int_eq(budget.sum.left, INT64_C(125000000000));
	ck_assert_int_eq(budget.sum.lapsed, INT64_C(25000000000));
	casework_close(cw);
}
END_TEST

START_TEST(wrong_limits_are_refused)
{
	struct limit_change no_source = {
		.kind = "commitment", .year = 2028, .ore = 1, .source = " ", .valid_from = "2026-01-01"};
	struct limit_change no_amount = {
		.kind = "commitment", .year = 2028, .ore = MONEY_UNKNOWN, .source = "Brev", .valid_from = "2026-01-01"};

	office_begin();
	REFUSED(limit("frame", 2026, 0, 1, "2026-01-01", err), ERROR_INVALID, "");
	REFUSED(limit(NULL, 2026, 0, 1, "2026-01-01", err), ERROR_INVALID, "");
	REFUSED(limit("commitment", 2024, 0, 1, "2026-01-01", err), ERROR_INVALID, "");
	REFUSED(limit("commitment", 2031, 0, 1, "2026-01-01", err), ERROR_INVALID, "");
	REFUSED(limit("commitment", 2026, 0, -1, "2026-01-01", err), ERROR_INVALID, "");
	REFUSED(limit("commitment", 2026, round_id, 1, "2026-01-01", err), ERROR_INVALID, "");
	REFUSED(limit("round", 2026, 0, 1, "2026-01-01", err), ERROR_INVALID, "");
	REFUSED(limit("round", 2026, 99, 1, "2026-01-01", err), ERROR_MISSING, "");
	REFUSED(limit("commitment", 2026, 0, 1, "1 januari", err), ERROR_INVALID, "");
	REFUSED(limit("commitment", 2026, 0, 1, NULL, err), ERROR_INVALID, "");
	REFUSED(limit_put(cw, NULL, &no_source, err), ERROR_INVALID, "");
	REFUSED(limit_put(cw, NULL, &no_amount, err), ERROR_INVALID, "");
	OK(limit("commitment", 2028, 0, 0, "2026-01-01", err));
	REFUSED(limit("commitment", 2028, 0, 2, "2026-01-01", err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(only_the_controller_enters_a_limit_and_once)
{
	struct limit_change change = {
		.kind = "commitment", .year = 2028, .ore = 1, .source = "Brev", .valid_from = "2026-01-01"};
	struct operation op = operation_new();
	struct budget budget;

	office_begin();
	static const char *const others[] = {"adam", "rut", "elin", "maja", "kim", "rev"};
	for (int i = 0; i < 6; i++) {
		office_sit(cw, others[i]);
		REFUSED(limit("commitment", 2028, 0, 1, "2026-01-01", err), ERROR_DENIED, "");
	}
	office_sit(cw, "cia");
	OK(limit_put(cw, &op, &change, err));
	int64_t events = office_events(cw);
	OK(limit_put(cw, &op, &change, err));
	ck_assert_int_eq(office_events(cw), events);
	office_sit(cw, "adam");
	REFUSED(budget_load(cw, 0, &budget, err), ERROR_DENIED, "");
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		the_limit_in_force_is_the_latest_that_has_come_into_force,
		a_limit_nobody_has_set_is_unknown_and_tests_nothing,
		carried_over_money_adds_to_the_years_own,
		a_commitment_binds_later_years_and_not_the_rounds_own,
		a_round_has_its_own_limit,
		one_year_at_a_time_tests_that_year,
		what_is_proposed_is_what_stands_above_the_line_of_a_proposal,
		a_past_years_money_lapses,
		wrong_limits_are_refused,
		only_the_controller_enters_a_limit_and_once,
		NULL,
	};
	return claims_run("budget", claims, 60);
}
