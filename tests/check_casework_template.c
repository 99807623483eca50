/* Plans made from a few words: halves, years, milestones, and the shares of a joint measure. */
#include "claims.h"
#include "reclaiming.h"

#include "casework/share.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static void begin(void)
{
	words_open("en");
	cw = office_open();
}

static void end(void)
{
	casework_close(cw);
}

static struct plan templated(const struct plan_template *template, const char *final_on)
{
	struct plan plan;

	OK(plan_put_template(cw, NULL, measure, template, final_on, "Template.", err));
	OK(plan_load(cw, measure, &plan, err));
	return plan;
}

static void row_is(const struct plan *plan, int at, const char *on, int64_t ore, const char *condition)
{
	ck_assert_int_lt(at, plan->count);
	ck_assert_str_eq(plan->items[at].due_on, on);
	ck_assert_int_eq(plan->items[at].ore, ore);
	ck_assert_str_eq(plan->items[at].condition, condition);
}

/* No conditions of the decision, so that a template is free to plan. */
static void grant_free(int64_t odd)
{
	const struct measure_amount sought[] = {{2027, true, true, KRONOR(24000000), KRONOR(19600000) + odd},
		{2028, true, true, KRONOR(6000000), KRONOR(4900000)}};
	const struct decision_amount amounts[] = {{2027, KRONOR(19600000) + odd}, {2028, KRONOR(4900000)}};
	const struct decision_instalment rows[] = {
		{"2027-01-15", 0, KRONOR(19600000) + odd, NULL, ""}, {"2028-11-30", 0, KRONOR(4900000), NULL, ""}};
	const char *const all[] = {"13", "19", "20"};
	struct decision_change change = granting_whole();

	change.amounts = amounts;
	change.instalments = rows;
	change.instalment_count = 2;
	measure = granting_measure_of(cw, all, 3, sought, 2);
	granting_decide(cw, measure, &change);
	office_sit(cw, "cia");
}

START_TEST(halves_keep_each_years_sum_and_the_odd_ore_is_in_the_first)
{
	struct plan plan;

	grant_free(1);
	plan = templated(&(struct plan_template){.kind = PLAN_HALVES}, "2029-03-30");
	ck_assert_int_eq(plan.count, 3);
	row_is(&plan, 0, "2027-01-15", KRONOR(12250000) + 1, "");
	row_is(&plan, 1, "2027-12-15", KRONOR(7350000), "slutredovisningen är godkänd");
	row_is(&plan, 2, "2028-12-15", KRONOR(4900000), "slutredovisningen är godkänd");
	plan_done(&plan);
	office_sound(cw);
}
END_TEST

START_TEST(a_template_leaves_what_is_authorised_as_it_is)
{
	struct plan plan;

	grant_free(0);
	office_attest(cw, granting_row(cw, measure, 2));
	plan = templated(&(struct plan_template){.kind = PLAN_YEARS, .first_on = "2027-05-01"}, NULL);
	ck_assert_int_eq(plan.count, 2);
	row_is(&plan, 0, "2027-05-03", KRONOR(19600000), "");
	ck_assert_int_eq(plan.items[1].n, 2);
	plan_done(&plan);
	office_sound(cw);
}
END_TEST

START_TEST(milestones_are_where_the_money_is_and_wait_for_what_is_reached)
{
	const struct plan_milestone three[] = {{"2027-03-01", "A"}, {"2027-06-01", "B"}, {"2028-06-01", ""}};
	struct plan_template template = {.kind = PLAN_MILESTONES, .milestones = three, .milestone_count = 2};
	struct plan plan;

	grant_free(1);
	REFUSED(plan_put_template(cw, NULL, measure, &template, NULL, "", err), ERROR_INVALID,
		"4,900,000 SEK is to be paid in 2028");
	template.milestone_count = 0;
	REFUSED(plan_put_template(cw, NULL, measure, &template, NULL, "", err), ERROR_INVALID, "No milestone");
	template.milestones = &(const struct plan_milestone){"2029-03-01", ""};
	template.milestone_count = 1;
	REFUSED(plan_put_template(cw, NULL, measure, &template, NULL, "", err), ERROR_INVALID, "Nothing is left");
	template.milestones = three;
	template.milestone_count = 3;
	plan = templated(&template, NULL);
	row_is(&plan, 0, "2027-03-01", KRONOR(9800000) + 1, "A");
	row_is(&plan, 1, "2027-06-01", KRONOR(9800000), "B");
	row_is(&plan, 2, "2028-06-01", KRONOR(4900000), "");
	plan_done(&plan);
	office_sound(cw);
}
END_TEST

START_TEST(what_a_decision_holds_back_no_template_lets_go)
{
	struct plan_template template = {.kind = PLAN_YEARS};

	measure = granting_granted(cw);
	REFUSED(plan_put_template(cw, NULL, measure, &template, NULL, "", err), ERROR_INVALID,
		"The condition 'partial report approved' is the decision's");
}
END_TEST

/* 100 000 kr and an öre in three equal shares: the öre left over go to the lead, and then in Swedish order. */
START_TEST(each_row_is_shared_and_the_ore_left_over_go_to_the_first)
{
	const struct measure_amount sought[] = {{2027, true, true, KRONOR(100001), KRONOR(100000) + 1}};
	const struct decision_amount amounts[] = {{2027, KRONOR(100000) + 1}};
	const struct plan_template template = {.kind = PLAN_YEARS, .first_on = "2027-02-01", .shares = true};
	const char *const all[] = {"13", "19", "20"};
	struct decision_change change = granting_whole();
	struct plan plan;

	change.amounts = amounts;
	change.amount_count = 1;
	change.instalments = NULL;
	change.instalment_count = 0;
	change.template = &template;
	measure = granting_measure_of(cw, all, 3, sought, 1);
	granting_decide(cw, measure, &change);
	office_sit(cw, "cia");
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.count, 3);
	row_is(&plan, 0, "2027-02-01", 3333334, "");
	ck_assert_str_eq(plan.items[0].recipient, "13");
	row_is(&plan, 1, "2027-02-01", 3333334, "");
	ck_assert_str_eq(plan.items[1].recipient, "20"); /* Dalarna before Västmanland */
	row_is(&plan, 2, "2027-02-01", 3333333, "");
	plan_done(&plan);
	office_sound(cw);
}
END_TEST

/* As decision_record would write them, and without a word in the history. */
START_TEST(a_region_that_leaves_has_no_share_of_the_plan_and_the_preview_says_so)
{
	static const struct plan_template template = {.kind = PLAN_YEARS, .shares = true};
	struct decision_change change = {.kind = "leaving",
		.region = "20",
		.decided_on = "2026-11-22",
		.provisions = "37 § FL",
		.reasons = "Dalarna leaves.",
		.deciders = "Kim Alm (ordförande)",
		.presenter = "Elin Björk",
		.template = &template};
	const struct decision_instalment *rows;
	struct arena arena;
	struct plan plan;
	int64_t before;
	int count;

	grant_free(0);
	office_sit(cw, "elin");
	before = office_events(cw);
	arena_init(&arena);
	OK(decision_rows_preview(cw, measure, &change, &arena, &rows, &count, err));
	ck_assert_int_eq(office_events(cw), before);
	ck_assert_int_eq(count, 4); /* two regions, two years */
	OK(decision_record(cw, NULL, measure, &change, NULL, NULL, NULL, err));
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.count, count);
	for (int i = 0; i < count; i++) {
		row_is(&plan, i, rows[i].due_on, rows[i].ore, rows[i].condition);
		ck_assert_str_eq(plan.items[i].recipient, rows[i].recipient);
		ck_assert_str_ne(plan.items[i].recipient, "20");
	}
	plan_done(&plan);
	arena_done(&arena);
}
END_TEST

START_TEST(parts_add_up_whatever_the_weights)
{
	static const int64_t weights[] = {1, 0, 3, INT64_C(999999999999999), 7};
	static const int64_t sums[] = {1, 2, 99, INT64_C(999999999999998), INT64_C(1000000000000000)};

	for (size_t s = 0; s < sizeof sums / sizeof *sums; s++) {
		int64_t parts[5], sum = 0;

		share_parts(sums[s], weights, 5, parts);
		for (int i = 0; i < 5; i++)
			sum += parts[i];
		ck_assert_int_eq(sum, sums[s]);
		ck_assert_int_eq(parts[1], 0);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {halves_keep_each_years_sum_and_the_odd_ore_is_in_the_first,
		a_template_leaves_what_is_authorised_as_it_is,
		milestones_are_where_the_money_is_and_wait_for_what_is_reached,
		what_a_decision_holds_back_no_template_lets_go,
		each_row_is_shared_and_the_ore_left_over_go_to_the_first,
		a_region_that_leaves_has_no_share_of_the_plan_and_the_preview_says_so,
		parts_add_up_whatever_the_weights, NULL};

	return claims_run_in("template", claims, begin, end, 30);
}
