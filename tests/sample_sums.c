/* Budget, ledger, follow-up, forecast, plans, claims and money in, added up each in its own way and held against each
 * other: per payment year, per measure and for all. A krona that one of them leaves out is found by the others. */
#include "sample_sums.h"

#include "office.h"

#include "casework/application.h"
#include "casework/budget.h"
#include "casework/claim.h"
#include "casework/followup.h"
#include "casework/forecast.h"
#include "casework/ledger_list.h"
#include "casework/money_in.h"
#include "casework/payment.h"
#include "cli/cli.h"
#include "cli/parse.h"

enum sum { GRANTED, PLANNED, UNPLANNED, PAID, DUE, STOPPED, WITHDRAWN, CLAIMED, REPAID, VOLUNTARY, SUMS };
static const char *const sum_names[SUMS] = {
	"granted", "planned", "unplanned", "paid", "due", "stopped", "withdrawn", "claimed", "repaid", "voluntary"};
static const int64_t untold = INT64_MIN; /* a screen does not say everything */

struct sums {
	const char *screen;
	int64_t ore[SUMS];
};

static struct sums sums_of(const char *screen)
{
	struct sums sums = {.screen = screen};

	for (int i = 0; i < SUMS; i++)
		sums.ore[i] = untold;
	return sums;
}

static void agree(int year, const struct sums *a, const struct sums *b)
{
	for (int i = 0; i < SUMS; i++)
		if (a->ore[i] != untold && b->ore[i] != untold)
			ck_assert_msg(a->ore[i] == b->ore[i], "%d: %s is %lld in %s and %lld in %s", year, sum_names[i],
				(long long)a->ore[i], a->screen, (long long)b->ore[i], b->screen);
}

/* ---- each screen in its own words */

static struct sums budget_sums(const struct budget_year *year)
{
	return (struct sums){
		"the budget", {year->decided, year->planned, year->unplanned, year->paid, year->due, year->stopped,
				      year->withdrawn, year->claimed, year->repaid, year->voluntary}};
}

static struct sums ledger_sums(const struct ledger_line *line)
{
	return (struct sums){"the ledger",
		{line->granted, line->planned, line->ore[LEDGER_UNPLANNED], line->ore[LEDGER_PAID],
			line->ore[LEDGER_DUE], line->ore[LEDGER_STOPPED], line->ore[LEDGER_WITHDRAWN],
			line->ore[LEDGER_CLAIMED], line->ore[LEDGER_REPAID], line->ore[LEDGER_VOLUNTARY]}};
}

static struct sums follow_sums(const char *screen, const struct follow_group *group)
{
	struct sums sums = {
		screen, {group->granted_ore, group->planned, group->unplanned, group->paid, untold, group->stopped,
				group->withheld, group->claimed, group->repaid, group->voluntary}};

	return sums;
}

static struct sums forecast_sums(const struct forecast_year *year)
{
	struct sums sums = sums_of("the forecast");

	sums.ore[GRANTED] = year->granted;
	sums.ore[UNPLANNED] = year->unplanned;
	sums.ore[PAID] = year->paid;
	sums.ore[DUE] = year->expected;
	sums.ore[STOPPED] = year->withheld;
	sums.ore[WITHDRAWN] = year->withdrawn;
	return sums;
}

static enum sum state_sum(enum instalment_state state)
{
	return state == INSTALMENT_PAID        ? PAID
	       : state == INSTALMENT_WITHHELD  ? STOPPED
	       : state == INSTALMENT_WITHDRAWN ? WITHDRAWN
					       : DUE;
}

/* The instalments one by one. What came back or lost its authorisation is to be planned anew, or stands in a later row.
 */
static struct sums plan_sums(struct casework *cw, int year)
{
	struct instalment_query query = {.year = year};
	struct sums sums = sums_of("the plans");
	struct instalment_list list;

	for (int i = PLANNED; i <= WITHDRAWN; i++)
		sums.ore[i] = i == UNPLANNED ? untold : 0;
	OK(instalment_list_load(cw, &query, &list, err));
	for (int i = 0; i < list.count; i++) {
		const struct instalment *row = &list.items[i];

		if (row->state == INSTALMENT_RETURNED || row->state == INSTALMENT_REVOKED)
			continue;
		sums.ore[PLANNED] += row->ore;
		sums.ore[state_sum(row->state)] += row->ore;
	}
	instalment_list_done(&list);
	return sums;
}

static struct sums recovery_sums(struct casework *cw)
{
	struct sums sums = sums_of("claims and money in");
	struct claim_list claims;

	OK(claim_list_load(cw, &(struct claim_query){0}, &claims, err));
	sums.ore[CLAIMED] = claims.left_ore;
	sums.ore[REPAID] = 0;
	for (int i = 0; i < claims.count; i++)
		if (!claims.items[i].replaced)
			sums.ore[REPAID] += claims.items[i].repaid_ore;
	claim_list_done(&claims);
	return sums;
}

/* ---- held against each other */

static const struct follow_group *follow_year(const struct followup *followup, int year)
{
	const struct follow_groups *years = &followup->by[FOLLOW_YEAR];

	for (int i = 0; i < years->count; i++)
		if (strtol(years->items[i].code, NULL, 10) == year)
			return &years->items[i];
	return NULL;
}

static void years_agree(struct casework *cw, const struct budget *budget, const struct followup *followup,
	const struct forecast *forecast)
{
	struct ledger_query query = {.by = LEDGER_PER_YEAR};
	struct ledger_list ledger;
	int met = 0;

	OK(ledger_list_load(cw, &query, &ledger, err));
	ck_assert_int_eq(ledger.unequal, 0);
	for (int i = 0; i < BUDGET_YEARS; i++) {
		struct sums here = budget_sums(&budget->years[i]), there = plan_sums(cw, BUDGET_FIRST + i);
		const struct follow_group *group = follow_year(followup, BUDGET_FIRST + i);

		agree(BUDGET_FIRST + i, &here, &there);
		if (group) {
			there = follow_sums("the follow-up", group);
			agree(BUDGET_FIRST + i, &here, &there);
		}
		for (int j = 0; j < forecast->year_count; j++)
			if (forecast->years[j].year == BUDGET_FIRST + i) {
				there = forecast_sums(&forecast->years[j]);
				agree(BUDGET_FIRST + i, &here, &there);
				met++;
			}
		for (int j = 0; j < ledger.count; j++)
			if (ledger.items[j].year == BUDGET_FIRST + i) {
				there = ledger_sums(&ledger.items[j]);
				agree(BUDGET_FIRST + i, &here, &there);
				met++;
			}
	}
	ck_assert_int_gt(met, BUDGET_YEARS); /* every year is somewhere, and some in both */
	ledger_list_done(&ledger);
}

static void group_add(struct follow_group *sum, const struct follow_group *group)
{
	sum->sought += group->sought;
	sum->granted_ore += group->granted_ore;
	sum->planned += group->planned;
	sum->unplanned += group->unplanned;
	sum->paid += group->paid;
	sum->stopped += group->stopped;
	sum->withheld += group->withheld;
	sum->claimed += group->claimed;
	sum->repaid += group->repaid;
	sum->voluntary += group->voluntary;
	sum->to_planned += group->to_planned;
	sum->to_paid += group->to_paid;
}

/* However the grant is grouped, the groups come to the same; what regions receive is what is planned and paid. */
static void groups_agree(const struct followup *followup)
{
	static const char *const screens[FOLLOW_BYS] = {
		"follow-up per year", "per applicant", "per type", "per area", "per route"};
	struct sums all = follow_sums("the follow-up", &followup->sum);

	for (int by = 0; by < FOLLOW_BYS; by++) {
		struct follow_group sum = {0};
		struct sums added;

		for (int i = 0; i < followup->by[by].count; i++)
			group_add(&sum, &followup->by[by].items[i]);
		added = follow_sums(screens[by], &sum);
		agree(by, &all, &added);
		ck_assert_int_eq(sum.sought, followup->sum.sought);
		if (by == FOLLOW_REGION) {
			ck_assert_int_eq(sum.to_planned, followup->sum.planned);
			ck_assert_int_eq(sum.to_paid, followup->sum.paid);
		}
	}
}

/* Each measure's ledger against its own plan. */
static void measures_agree(struct casework *cw)
{
	struct ledger_query query = {.by = LEDGER_PER_MEASURE};
	struct ledger_list ledger;
	int planned = 0;

	OK(ledger_list_load(cw, &query, &ledger, err));
	for (int i = 0; i < ledger.count; i++) {
		const struct ledger_line *line = &ledger.items[i];
		struct sums here = ledger_sums(line), there = sums_of("the measure's plan");
		struct plan plan;

		OK(plan_load(cw, line->measure, &plan, err));
		if (plan.decision) {
			there.ore[GRANTED] = plan.granted_ore;
			there.ore[PLANNED] = plan.planned_ore;
			there.ore[PAID] = plan.paid_ore;
			planned++;
		}
		agree(line->application_year * 100 + line->application_n, &here, &there);
		plan_done(&plan);
	}
	ck_assert_int_gt(planned, 10);
	ledger_list_done(&ledger);
}

/* ---- the shell */

static void verb_says(struct casework *cw, const char *words, const char *key, int64_t ore)
{
	struct shell shell = {.cw = cw, .folder = "/nonexistent"};
	struct error why = {0};
	char *argv[4], said[96];
	int argc = 0;

	arena_init(&shell.arena);
	buffer_init(&shell.out);
	for (const char *at = words; *at; at += strspn(at, " ")) {
		argv[argc++] = arena_text_part(&shell.arena, at, strcspn(at, " "));
		at += strcspn(at, " ");
	}
	snprintf(said, sizeof said, "\"%s\":%lld", key, (long long)ore);
	ck_assert_msg(shell_parse(&shell, argc, argv, &why) && shell_run_form(&shell, &why), "%s: %s", words, why.text);
	ck_assert_msg(strstr(shell.out.text, said) != NULL, "%s does not say %s", words, said);
	buffer_done(&shell.out);
	arena_done(&shell.arena);
}

static void verbs_agree(struct casework *cw, const struct budget_year *sum)
{
	static const char *const follow[] = {"followup years --json", "followup regions --json",
		"followup types --json", "followup areas --json", "followup routes --json"};

	for (size_t i = 0; i < sizeof follow / sizeof *follow; i++) {
		verb_says(cw, follow[i], "granted_ore", sum->decided);
		verb_says(cw, follow[i], "planned_ore", sum->planned);
		verb_says(cw, follow[i], "paid_ore", sum->paid);
	}
	verb_says(cw, "ledger --json", "granted_ore", sum->decided);
	verb_says(cw, "ledger --json", "paid_ore", sum->paid);
	verb_says(cw, "forecast years --json", "expected_ore", sum->due);
	verb_says(cw, "forecast --json", "paid_ore", sum->paid);
}

void sample_sums_agree(struct casework *cw)
{
	struct ledger_query query = {.by = LEDGER_PER_YEAR};
	struct followup followup;
	struct forecast forecast;
	struct ledger_list ledger;
	struct budget budget;
	struct sums sums[6];

	OK(budget_load(cw, 0, &budget, err));
	OK(followup_load(cw, 0, NULL, &followup, err));
	OK(forecast_load(cw, &forecast, err));
	OK(ledger_list_load(cw, &query, &ledger, err));
	sums[0] = budget_sums(&budget.sum);
	sums[1] = ledger_sums(&ledger.sum);
	sums[2] = follow_sums("the follow-up", &followup.sum);
	sums[3] = forecast_sums(&forecast.sum);
	sums[4] = plan_sums(cw, 0);
	sums[5] = recovery_sums(cw);
	for (int i = 0; i < 6; i++)
		for (int j = 0; j < i; j++)
			agree(0, &sums[j], &sums[i]);
	for (int i = 0; i < VOLUNTARY; i++)
		ck_assert_msg(sums[0].ore[i] > 0 || i == UNPLANNED || i == WITHDRAWN, "nothing is %s in the sample",
			sum_names[i]);
	years_agree(cw, &budget, &followup, &forecast);
	groups_agree(&followup);
	measures_agree(cw);
	verbs_agree(cw, &budget.sum);
	ledger_list_done(&ledger);
	forecast_done(&forecast);
	followup_done(&followup);
}
