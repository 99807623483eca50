/* Decisions: what may be granted, when, by whom, and what replaces what. */
#include "claims.h"
#include "granting.h"

#include "casework/application.h"
#include "casework/budget.h"
#include "casework/decision.h"
#include "casework/office.h"
#include "casework/round.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	measure = granting_measure(cw);
	office_sit(cw, "elin");
}

static bool record(const struct decision_change *change, struct error *err)
{
	return decision_record(cw, NULL, measure, change, NULL, NULL, NULL, err);
}

START_TEST(a_grant_brings_its_amounts_its_ten_points_and_version_one_of_its_plan)
{
	struct decision_change change = granting_whole();
	struct decision_list list = {0};
	struct plan plan = {0};

	office_begin();
	granting_decide(cw, measure, &change);
	OK(decision_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert(list.items[0].valid);
	ck_assert_int_eq(list.items[0].n, 1);
	ck_assert_int_eq(list.items[0].replaces, 0);
	ck_assert_str_eq(list.items[0].recorded_by, "Elin Björk");
	ck_assert_int_eq(list.items[0].granted_ore, KRONOR(24500000));
	ck_assert_int_eq(list.items[0].amount_count, 2);
	ck_assert_int_eq(list.items[0].point_count, 10);
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.version, 1);
	ck_assert_int_eq(plan.count, 3);
	ck_assert_int_eq(plan.granted_ore, plan.planned_ore);
	ck_assert_str_eq(plan.items[1].condition, "partial report approved");
	ck_assert_str_eq(plan.items[0].recipient, "13");
	ck_assert_int_eq(plan.items[2].year, 2028);
	plan_done(&plan);
	decision_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(more_than_is_sought_is_refused_with_both_amounts)
{
	struct decision_change change = granting_whole();
	struct decision_amount amounts[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(5800000)}};

	office_begin();
	change.amounts = amounts;
	REFUSED(record(&change, err), ERROR_INVALID, "25,400,000 SEK cannot be granted, for only 24,500,000 SEK");
	change.outcome = "partly";
	REFUSED(record(&change, err), ERROR_INVALID, "25,400,000 SEK cannot be granted, for only 24,500,000 SEK");
	casework_close(cw);
}
END_TEST

START_TEST(granted_is_the_whole_partly_is_less_and_refused_is_nothing)
{
	struct decision_change change = granting_whole();
	struct decision_amount less[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(4000000)}}, none[] = {{2027, 0}};

	office_begin();
	change.outcome = "partly";
	REFUSED(record(&change, err), ERROR_INVALID, "24,500,000 SEK is all of it");
	change.outcome = "granted";
	change.amounts = less;
	REFUSED(record(&change, err), ERROR_INVALID, "all that is sought, 24,500,000 SEK, but 23,600,000 SEK");
	change.amounts = none;
	change.amount_count = 1;
	change.outcome = "partly";
	REFUSED(record(&change, err), ERROR_INVALID, "no amount is given");
	change.outcome = "refused";
	REFUSED(record(&change, err), ERROR_INVALID, "grants nothing");
	change.amount_count = 0;
	REFUSED(record(&change, err), ERROR_INVALID, "grants nothing");
	change.instalment_count = 0;
	OK(record(&change, err));
	casework_close(cw);
}
END_TEST

START_TEST(a_refusal_has_no_points_and_no_plan)
{
	struct decision_change change = granting_refusal("Other support (5 §).");
	struct decision_list list = {0};
	struct plan plan = {0};

	office_begin();
	granting_decide(cw, measure, &change);
	OK(decision_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.items[0].point_count, 0);
	ck_assert_int_eq(list.items[0].amount_count, 0);
	decision_list_done(&list);
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.decision, 0);
	ck_assert_int_eq(plan.check_count, 0);
	plan_done(&plan);
	casework_close(cw);
}
END_TEST

START_TEST(an_unknown_amount_cannot_be_granted_but_the_measure_can_be_refused)
{
	struct measure_amount amounts[] = {
		{2027, true, true, KRONOR(24000000), KRONOR(19600000)}, {2028, false, true, 0, MONEY_UNKNOWN}};
	struct decision_change change = granting_whole(), no = granting_refusal("Not in time.");

	office_begin();
	measure = granting_measure_of(cw, NULL, 0, amounts, 2);
	REFUSED(record(&change, err), ERROR_INVALID, "the amount sought is unknown");
	change.outcome = "partly";
	REFUSED(record(&change, err), ERROR_INVALID, "the amount sought is unknown");
	OK(record(&no, err));
	casework_close(cw);
}
END_TEST

START_TEST(an_unknown_cost_is_told_and_stops_nothing)
{
	struct measure_amount amounts[] = {
		{2027, true, true, MONEY_UNKNOWN, KRONOR(19600000)}, {2028, false, true, 0, KRONOR(4900000)}};
	struct decision_change change = granting_whole();
	const char *warning = NULL;
	struct arena arena;

	arena_init(&arena);
	office_begin();
	measure = granting_measure_of(cw, NULL, 0, amounts, 2);
	OK(decision_record(cw, NULL, measure, &change, &arena, &warning, NULL, err));
	ck_assert_ptr_nonnull(warning);
	ck_assert_ptr_nonnull(strstr(warning, "cost of the measure is unknown"));
	arena_done(&arena);
	casework_close(cw);
}
END_TEST

START_TEST(a_day_outside_the_ordinance_or_ahead_of_today_is_refused)
{
	struct decision_change change = granting_whole();

	office_begin();
	change.decided_on = "2024-12-31";
	change.report_on = "none";
	REFUSED(record(&change, err), ERROR_INVALID, "from 2025-01-01 to 2030-12-31");
	change.decided_on = "2026-11-23";
	REFUSED(record(&change, err), ERROR_INVALID, "2026-11-23 has not come yet");
	change.decided_on = "2026-02-30";
	REFUSED(record(&change, err), ERROR_INVALID, "2026-02-30");
	change.decided_on = "2025-01-01";
	REFUSED(record(&change, err), ERROR_INVALID, "before the application came in");
	office_clock(cw, "2031-02-01 09:00:00");
	change.outcome = "refused";
	change.amount_count = change.instalment_count = 0;
	change.decided_on = "2031-01-01";
	REFUSED(record(&change, err), ERROR_INVALID, "from 2025-01-01 to 2030-12-31");
	change.decided_on = "2030-12-31";
	OK(record(&change, err));
	casework_close(cw);
}
END_TEST

START_TEST(a_second_decision_needs_its_ground_and_replaces_the_first)
{
	struct decision_amount less[] = {{2027, KRONOR(19600000)}, {2028, KRONOR(4000000)}};
	struct decision_change change = granting_whole();
	struct decision_instalment rows[3];
	struct decision_list list = {0};
	struct instalment_list all = {0};
	int64_t first, second;

	office_begin();
	change.ground = "36 § FL";
	REFUSED(record(&change, err), ERROR_INVALID, "no earlier decision, so there is none to replace");
	change.ground = NULL;
	first = granting_decide(cw, measure, &change);
	memcpy(rows, granting_rows, sizeof rows);
	rows[2].ore = KRONOR(4000000);
	change.outcome = "partly";
	change.amounts = less;
	change.instalments = rows;
	REFUSED(record(&change, err), ERROR_INVALID, "needs its ground");
	change.ground = "Rättelse, 36 § FL";
	REFUSED(record(&change, err), ERROR_INVALID, "what was written wrong");
	change.ground = "36 § FL: the year 2028 was typed 4,9 for 4,0 million.";
	change.decided_on = "2026-11-01";
	REFUSED(record(&change, err), ERROR_INVALID, "before the decision it replaces");
	change.decided_on = granting_whole().decided_on;
	second = granting_decide(cw, measure, &change);
	OK(decision_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.items[0].id, second);
	ck_assert_int_eq(list.items[0].replaces, first);
	ck_assert(list.items[0].valid && !list.items[1].valid);
	ck_assert_int_eq(list.items[1].granted_ore, KRONOR(24500000));
	decision_list_done(&list);
	OK(instalment_list_load(cw, &(struct instalment_query){0}, &all, err));
	ck_assert_int_eq(all.count, 3); /* the replaced decision pays nothing */
	ck_assert_int_eq(all.sum_ore, KRONOR(23600000));
	instalment_list_done(&all);
	casework_close(cw);
}
END_TEST

START_TEST(the_year_of_the_decision_can_be_granted_and_earlier_years_cannot)
{
	struct measure_amount sought[] = {{2026, true, true, KRONOR(1000), KRONOR(1000)}};
	struct decision_amount now[] = {{2026, KRONOR(1000)}}, past[] = {{2025, KRONOR(1000)}};
	struct decision_instalment one[] = {{"2026-12-15", 0, KRONOR(1000), NULL, NULL}};
	struct decision_change change = granting_whole();

	office_begin();
	measure = granting_measure_of(cw, NULL, 0, sought, 1);
	change.instalments = one;
	change.amount_count = change.instalment_count = 1;
	change.amounts = past;
	REFUSED(record(&change, err), ERROR_INVALID, "Nothing can be granted for 2025");
	change.amounts = now;
	OK(record(&change, err));
	casework_close(cw);
}
END_TEST

START_TEST(what_is_withdrawn_is_not_decided)
{
	struct decision_change change = granting_whole();

	office_begin();
	OK(measure_withdraw(cw, NULL, measure, "2026-11-01", "Paid otherwise.", err));
	REFUSED(record(&change, err), ERROR_INVALID, "1.1 cannot be decided: it was withdrawn on 2026-11-01");
	measure = granting_measure(cw);
	OK(application_withdraw(cw, NULL, granting_application(cw, measure), "2026-11-02", "Given up.", err));
	REFUSED(record(&change, err), ERROR_INVALID, "withdrawn on 2026-11-02");
	REFUSED(decision_record(cw, NULL, 4711, &change, NULL, NULL, NULL, err), ERROR_MISSING, "no such measure");
	casework_close(cw);
}
END_TEST

START_TEST(the_same_operation_again_is_one_decision)
{
	struct decision_change change = granting_whole();
	struct operation op = operation_new();
	struct decision_list list = {0};
	int64_t first = 0, again = 0, events;

	office_begin();
	OK(decision_record(cw, &op, measure, &change, NULL, NULL, &first, err));
	events = office_events(cw);
	OK(decision_record(cw, &op, measure, &change, NULL, NULL, &again, err));
	ck_assert_int_eq(first, again);
	ck_assert_int_eq(office_events(cw), events);
	OK(decision_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.count, 1);
	decision_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_measure_changed_since_it_was_seen_is_a_conflict)
{
	struct decision_change change = granting_whole();
	struct operation op = operation_new();
	struct measure_list list = {0};

	office_begin();
	OK(measure_load(cw, measure, &list, err));
	op.if_version = list.items[0].version + 1;
	REFUSED(decision_record(cw, &op, measure, &change, NULL, NULL, NULL, err), ERROR_CONFLICT, "version");
	op.if_version = list.items[0].version;
	OK(decision_record(cw, &op, measure, &change, NULL, NULL, NULL, err));
	measure_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(only_officers_and_the_chair_record_decisions)
{
	static const char *const others[] = {"rut", "maja", "cia", "rev", "adam"};
	struct decision_change change = granting_whole();

	office_begin();
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		office_sit(cw, others[i]);
		REFUSED(record(&change, err), ERROR_DENIED, "decisions");
	}
	office_sit(cw, "kim");
	OK(record(&change, err));
	casework_close(cw);
}
END_TEST

START_TEST(a_year_above_what_is_sought_that_year_is_told_and_above_its_appropriation_is_refused)
{
	struct measure_amount large[] = {{2027, true, true, KRONOR(260000000), KRONOR(250000000)}};
	struct decision_amount moved[] = {{2027, KRONOR(19500000)}, {2028, KRONOR(5000000)}},
			       whole[] = {{2027, KRONOR(250000000)}};
	struct decision_instalment rows[3], one[] = {{"2027-05-03", 0, KRONOR(250000000), NULL, NULL}};
	struct decision_change change = granting_whole();
	const char *warning = NULL;
	struct arena arena;

	arena_init(&arena);
	office_begin();
	memcpy(rows, granting_rows, sizeof rows);
	rows[1].ore -= KRONOR(100000);
	rows[2].ore += KRONOR(100000);
	change.amounts = moved;
	change.instalments = rows;
	OK(decision_record(cw, NULL, measure, &change, &arena, &warning, NULL, err));
	ck_assert_str_eq(warning, "2028: 5,000,000 SEK is granted, more than the 4,900,000 SEK sought for that year.");
	change.amounts = whole;
	change.instalments = one;
	change.amount_count = change.instalment_count = 1;
	measure = granting_measure_of(cw, NULL, 0, large, 1);
	REFUSED(decision_record(cw, NULL, measure, &change, &arena, &warning, NULL, err), ERROR_INVALID,
		"2027: with this decision 269,500,000 SEK is granted for the year, 19,500,000 SEK above its "
		"appropriation");
	arena_done(&arena);
	casework_close(cw);
}
END_TEST

/* The authority to commit a year covers what rounds of earlier years grant for it. */
START_TEST(only_what_earlier_rounds_grant_is_held_against_the_authority_to_commit)
{
	struct limit_change limit = {"commitment", "Appropriation directions", "2026-01-01", 2027, 0, KRONOR(1000000)};
	struct round_change round = {"2026", "Round 2026", "2026-01-15", "2026-03-31", 2027, 1, 1};
	struct decision_change change = granting_whole();
	const char *warning = NULL;
	struct arena arena;

	arena_init(&arena);
	office_begin();
	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &limit, err));
	office_sit(cw, "elin");
	OK(round_change(cw, NULL, 1, &round, err));
	OK(decision_record(cw, NULL, measure, &change, &arena, &warning, NULL, err));
	ck_assert_msg(!warning, "%s", warning);
	round.year = 2026;
	OK(round_change(cw, NULL, 1, &round, err));
	measure = granting_measure(cw);
	REFUSED(record(&change, err), ERROR_INVALID,
		"2027: with this decision earlier rounds are granted 39,200,000 SEK of the year, 38,200,000 SEK above "
		"the "
		"authority to commit later years");
	arena_done(&arena);
	casework_close(cw);
}
END_TEST

START_TEST(a_decision_within_everything_warns_of_nothing)
{
	struct decision_change change = granting_whole();
	struct arena arena;
	const char *warning = "old";

	arena_init(&arena);
	office_begin();
	OK(decision_record(cw, NULL, measure, &change, &arena, &warning, NULL, err));
	ck_assert_ptr_null(warning);
	arena_done(&arena);
	casework_close(cw);
}
END_TEST

START_TEST(wrong_values_are_refused_and_change_nothing)
{
	struct decision_amount twice[] = {{2027, KRONOR(19600000)}, {2027, KRONOR(4900000)}},
			       past[] = {{2025, KRONOR(1)}}, far[] = {{2100, KRONOR(1)}},
			       unknown[] = {{2027, MONEY_UNKNOWN}}, below[] = {{2027, -1}};
	struct {
		const struct decision_amount *amounts;
		int count;
		const char *part;
	} wrong[] = {{twice, 2, "2027 stands twice"}, {past, 1, "Nothing can be granted for 2025"},
		{far, 1, "2100 is no payment year"}, {unknown, 1, "2027 is unknown"},
		{below, 1, "2027 is unknown or not"}};
	struct decision_change change = granting_whole();

	office_begin();
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		change.amounts = wrong[i].amounts;
		change.amount_count = wrong[i].count;
		REFUSED(record(&change, err), ERROR_INVALID, wrong[i].part);
	}
	change = granting_whole();
	change.outcome = "approved";
	REFUSED(record(&change, err), ERROR_INVALID, "no outcome 'approved'");
	change = granting_whole();
	change.reasons = "  ";
	REFUSED(record(&change, err), ERROR_INVALID, "Reasons");
	change = granting_whole();
	change.reasons = "A\033[31m";
	REFUSED(record(&change, err), ERROR_INVALID, "Reasons");
	change = granting_whole();
	change.final_on = "2027-08-14";
	REFUSED(record(&change, err), ERROR_INVALID, "the final report not before the partial one");
	casework_close(cw);
}
END_TEST

START_TEST(decisions_are_seen_by_those_who_see_cases)
{
	struct decision_change change = granting_whole();
	struct decision_list list = {0};

	office_begin();
	granting_decide(cw, measure, &change);
	office_sit(cw, "adam");
	REFUSED(decision_list_load(cw, measure, &list, err), ERROR_DENIED, "see the cases");
	ck_assert_int_eq(list.count, 0);
	office_sit(cw, "rev");
	OK(decision_list_load(cw, measure, &list, err));
	decision_list_done(&list);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_grant_brings_its_amounts_its_ten_points_and_version_one_of_its_plan,
		more_than_is_sought_is_refused_with_both_amounts,
		granted_is_the_whole_partly_is_less_and_refused_is_nothing,
		a_refusal_has_no_points_and_no_plan,
		an_unknown_amount_cannot_be_granted_but_the_measure_can_be_refused,
		an_unknown_cost_is_told_and_stops_nothing,
		a_day_outside_the_ordinance_or_ahead_of_today_is_refused,
		a_second_decision_needs_its_ground_and_replaces_the_first,
		the_year_of_the_decision_can_be_granted_and_earlier_years_cannot,
		what_is_withdrawn_is_not_decided,
		the_same_operation_again_is_one_decision,
		a_measure_changed_since_it_was_seen_is_a_conflict,
		only_officers_and_the_chair_record_decisions,
		a_year_above_what_is_sought_that_year_is_told_and_above_its_appropriation_is_refused,
		only_what_earlier_rounds_grant_is_held_against_the_authority_to_commit,
		a_decision_within_everything_warns_of_nothing,
		wrong_values_are_refused_and_change_nothing,
		decisions_are_seen_by_those_who_see_cases,
		NULL,
	};

	return claims_run("casework decision", claims, 20);
}
