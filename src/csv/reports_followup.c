/* Follow-up as tables. Invariant: every row of a kind is written by the same list of columns, so that what stands in
 * the table, the CSV and the JSON is the same. */
#include "csv/reports_followup.h"

#include "base/money.h"
#include "base/words.h"

enum { CHART_CELLS = 24 };

static const char *const views[FOLLOW_VIEWS] = {
	[FOLLOW_VIEW_YEARS] = N_("per payment year"),
	[FOLLOW_VIEW_REGIONS] = N_("per applicant"),
	[FOLLOW_VIEW_TYPES] = N_("per type of measure"),
	[FOLLOW_VIEW_AREAS] = N_("per area"),
	[FOLLOW_VIEW_ROUTES] = N_("per route to effect"),
	[FOLLOW_VIEW_CRITERIA] = N_("per criterion"),
	[FOLLOW_VIEW_TIMES] = N_("time from arrival to decision"),
	[FOLLOW_VIEW_EFFECTS] = N_("effects promised and achieved"),
	[FOLLOW_VIEW_REPORTS] = N_("reports due and received"),
	[FOLLOW_VIEW_CLAIMS] = N_("claimed back, by ground"),
};

const char *follow_view_word(enum follow_view view)
{
	return _(views[view]);
}

const char *follow_report_word(const char *kind)
{
	return !strcmp(kind, "final") ? _("final report") : _("partial report");
}

const char *follow_ground_text(const char *ground)
{
	if (!strcmp(ground, "18.1"))
		return _("18 § 1: wrong grounds, too high, or a condition not followed");
	return !strcmp(ground, "18.2") ? _("18 § 2: not used") : _("18 § 3: used for another purpose");
}

const char *follow_step_text(struct arena *arena, int hundredths)
{
	if (hundredths < 0)
		return "";
	return arena_format(arena, words_swedish() ? "%d,%02d" : "%d.%02d", hundredths / 100, hundredths % 100);
}

static int cells_of(int64_t ore, int64_t scale, int cells)
{
	int64_t part;

	if (ore <= 0 || scale <= 0 || !money_part(ore, cells, scale, &part))
		return 0;
	return part < 1 ? 1 : part > cells ? cells : (int)part;
}

const char *follow_chart(struct arena *arena, int64_t part, int64_t whole, int64_t scale, int cells)
{
	int first = cells_of(part, scale, cells), last = cells_of(whole > part ? whole : part, scale, cells);
	char *text = arena_take(arena, (size_t)last + 1);

	memset(text, '=', (size_t)last);
	memset(text, '#', (size_t)first);
	text[last] = '\0';
	return text;
}

int64_t follow_scale(const struct follow_groups *groups)
{
	int64_t scale = 0;

	for (int i = 0; i < groups->count; i++) {
		scale = groups->items[i].sought > scale ? groups->items[i].sought : scale;
		scale = groups->items[i].granted_ore > scale ? groups->items[i].granted_ore : scale;
	}
	return scale;
}

/* ---- groups */

/* The columns of a group, which of them every kind has, and where their values stand. */
static const struct group_column {
	enum column_name column;
	size_t offset;
	bool count;    /* an int */
	bool regions;  /* of the regions alone */
	bool measured; /* of measures: nothing a payment year has */
} group_columns[] = {
	{COLUMN_CASES, offsetof(struct follow_group, applications), true, false, true},
	{COLUMN_MEASURES, offsetof(struct follow_group, measures), true, false, true},
	{COLUMN_GRANTED_COUNT, offsetof(struct follow_group, granted), true, false, true},
	{COLUMN_REFUSED_COUNT, offsetof(struct follow_group, refused), true, false, true},
	{COLUMN_RULED_COUNT, offsetof(struct follow_group, ruled), true, false, true},
	{COLUMN_OPEN_COUNT, offsetof(struct follow_group, open), true, false, true},
	{COLUMN_WITHDRAWN_COUNT, offsetof(struct follow_group, withdrawn), true, false, true},
	{COLUMN_UNKNOWN, offsetof(struct follow_group, unknown), true, false, false},
	{COLUMN_SOUGHT_ORE, offsetof(struct follow_group, sought), false, false, false},
	{COLUMN_SOUGHT_DECIDED_ORE, offsetof(struct follow_group, share_sought), false, false, true},
	{COLUMN_GRANTED_ORE, offsetof(struct follow_group, granted_ore), false, false, false},
	{COLUMN_PLANNED_ORE, offsetof(struct follow_group, planned), false, false, false},
	{COLUMN_UNPLANNED_ORE, offsetof(struct follow_group, unplanned), false, false, false},
	{COLUMN_PAID_ORE, offsetof(struct follow_group, paid), false, false, false},
	{COLUMN_STOPPED_ORE, offsetof(struct follow_group, stopped), false, false, false},
	{COLUMN_WITHDRAWN_ORE, offsetof(struct follow_group, withheld), false, false, false},
	{COLUMN_CLAIM_UNPAID_ORE, offsetof(struct follow_group, claimed), false, false, false},
	{COLUMN_REPAID_ORE, offsetof(struct follow_group, repaid), false, false, false},
	{COLUMN_REMITTED_ORE, offsetof(struct follow_group, remitted), false, false, false},
	{COLUMN_VOLUNTARY_ORE, offsetof(struct follow_group, voluntary), false, false, false},
	{COLUMN_INTEREST_ORE, offsetof(struct follow_group, interest), false, false, false},
	{COLUMN_TAKES_IN, offsetof(struct follow_group, takes_part), true, true, true},
	{COLUMN_TO_PLANNED_ORE, offsetof(struct follow_group, to_planned), false, true, true},
	{COLUMN_TO_PAID_ORE, offsetof(struct follow_group, to_paid), false, true, true},
	{COLUMN_SHARES_ORE, offsetof(struct follow_group, shares), false, true, true},
};
enum { GROUP_COLUMNS = sizeof group_columns / sizeof *group_columns };

static bool column_wanted(const struct group_column *column, enum follow_by by)
{
	return by == FOLLOW_YEAR ? !column->measured : !column->regions || by == FOLLOW_REGION;
}

static void group_put(struct report *report, const struct follow_group *group, enum follow_by by, const char *chart)
{
	report_text_put(report, group->name);
	for (int i = 0; i < GROUP_COLUMNS; i++) {
		const struct group_column *column = &group_columns[i];
		const void *value = (const char *)group + column->offset;

		if (!column_wanted(column, by))
			continue;
		if (column->count)
			report_number_put(report, *(const int *)value);
		else
			report_ore_put(report, *(const int64_t *)value);
	}
	if (chart)
		report_text_put(report, chart);
	report_row_end(report);
}

static void groups_put(struct report *report, const struct followup *followup, enum follow_by by, bool chart)
{
	const struct follow_groups *groups = &followup->by[by];
	enum column_name columns[GROUP_COLUMNS + 2] = {COLUMN_GROUP_NAME};
	int64_t scale = follow_scale(groups);
	int count = 1;

	for (int i = 0; i < GROUP_COLUMNS; i++)
		if (column_wanted(&group_columns[i], by))
			columns[count++] = group_columns[i].column;
	if (chart)
		columns[count++] = COLUMN_CHART;
	report_init(report, "groups", columns, count);
	for (int i = 0; i < groups->count; i++) {
		const struct follow_group *group = &groups->items[i];

		group_put(report, group, by,
			chart ? follow_chart(&report->arena, group->granted_ore, group->sought, scale, CHART_CELLS)
			      : NULL);
	}
}

/* ---- the others */

static void criteria_put(struct report *report, const struct followup *followup, bool chart)
{
	static const enum column_name columns[] = {COLUMN_GROUP_NAME, COLUMN_MEAN_GRANTED, COLUMN_GRANTED_COUNT,
		COLUMN_MEAN_REFUSED, COLUMN_REFUSED_COUNT, COLUMN_CHART};
	struct arena *arena = &report->arena;

	report_init(report, "criteria", columns, chart ? 6 : 5);
	for (int i = 0; i < followup->criterion_count; i++) {
		const struct follow_criterion *row = &followup->criteria[i];

		report_text_put(report, arena_format(arena, "%s %s", row->id, row->name));
		report_text_put(report, follow_step_text(arena, row->granted_100));
		report_number_put(report, row->granted);
		report_text_put(report, follow_step_text(arena, row->refused_100));
		report_number_put(report, row->refused);
		if (chart)
			report_text_put(
				report, follow_chart(arena, row->refused_100, row->granted_100, 400, CHART_CELLS));
		report_row_end(report);
	}
}

static void times_put(struct report *report, const struct followup *followup, bool chart)
{
	static const enum column_name columns[] = {COLUMN_GROUP_NAME, COLUMN_DAYS_TAKEN, COLUMN_HOW_MANY, COLUMN_CHART};
	const struct follow_times *times = &followup->times;
	const struct {
		const char *what;
		int days, count;
	} rows[] = {
		{N_("a quarter are decided within"), times->lower, times->decided},
		{N_("half are decided within (median)"), times->median, times->decided},
		{N_("three quarters are decided within"), times->upper, times->decided},
		{N_("the longest"), times->longest, times->decided},
		{N_("not decided yet, the oldest"), times->open_longest, times->open},
	};
	int most = times->longest > times->open_longest ? times->longest : times->open_longest;

	report_init(report, "times", columns, chart ? 4 : 3);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		report_text_put(report, _(rows[i].what));
		report_number_put(report, rows[i].count ? rows[i].days : MONEY_UNKNOWN);
		report_number_put(report, rows[i].count);
		if (chart)
			report_text_put(report, follow_chart(&report->arena, rows[i].days, 0, most, CHART_CELLS));
		report_row_end(report);
	}
}

static void effects_put(struct report *report, const struct followup *followup)
{
	static const enum column_name columns[] = {COLUMN_GROUP_NAME, COLUMN_MEASURES, COLUMN_HOURS,
		COLUMN_PROMISED_ORE, COLUMN_ACHIEVED_ORE, COLUMN_OTHER_INDICATORS};

	report_init(report, "effects", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < followup->effect_count; i++) {
		const struct follow_effect *row = &followup->effects[i];

		report_text_put(report, row->name);
		report_number_put(report, row->measures);
		report_number_put(report, row->hours_told ? row->hours : MONEY_UNKNOWN);
		if (row->kronor_told)
			report_ore_put(report, row->promised);
		else
			report_blank_put(report);
		if (row->achieved_told)
			report_ore_put(report, row->achieved);
		else
			report_blank_put(report);
		report_number_put(report, row->other);
		report_row_end(report);
	}
}

static void reports_put(struct report *report, const struct followup *followup)
{
	static const enum column_name columns[] = {COLUMN_REPORT_KIND, COLUMN_HOW_MANY, COLUMN_IN_TIME,
		COLUMN_CAME_LATE, COLUMN_MISSING_REPORTS, COLUMN_NOT_YET, COLUMN_APPROVED_COUNT, COLUMN_SENT_BACK_COUNT,
		COLUMN_UNRULED_COUNT};

	report_init(report, "reports", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < 2; i++) {
		const struct follow_reports *row = &followup->reports[i];
		const int counts[] = {row->due, row->in_time, row->late_in, row->missing, row->not_yet, row->approved,
			row->sent_back, row->waiting};

		report_text_put(report, follow_report_word(row->kind));
		for (size_t j = 0; j < sizeof counts / sizeof *counts; j++)
			report_number_put(report, counts[j]);
		report_row_end(report);
	}
}

static void claims_put(struct report *report, const struct followup *followup)
{
	static const enum column_name columns[] = {
		COLUMN_GROUP_NAME, COLUMN_HOW_MANY, COLUMN_AMOUNT_ORE, COLUMN_CLAIM_REDUCED_ORE};

	report_init(report, "claims", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < followup->claim_count; i++) {
		const struct follow_claim *row = &followup->claims[i];

		report_text_put(report, follow_ground_text(row->ground));
		report_number_put(report, row->claims);
		report_ore_put(report, row->ore);
		report_ore_put(report, row->reduced);
		report_row_end(report);
	}
}

/* ---- what the figures are */

const char *follow_says(struct arena *arena, const struct followup *followup, enum follow_view view)
{
	const char *text = arena_format(arena, _("As known at the end of %s."), followup->as_of);

	if (followup->past)
		text = arena_format(arena, "%s\n%s", text,
			_("What is sought, plans and shares are as they stand today; decisions, payments and the "
			  "ledger as "
			  "they were then."));
	if (view == FOLLOW_VIEW_CRITERIA && followup->hidden)
		text = arena_format(arena, "%s\n%s", text,
			arena_format(arena,
				ngettext("%d measure whose points you may not see is left out.",
					"%d measures whose points you may not see are left out.",
					(unsigned long)followup->hidden),
				followup->hidden));
	if (view == FOLLOW_VIEW_CRITERIA)
		return arena_format(arena, "%s\n%s\n%s", text, _("Chart: # refused, = what granted are above them."),
			_("Points are not the test of 13 §: the delegation decides."));
	if (view == FOLLOW_VIEW_EFFECTS)
		return arena_format(
			arena, "%s\n%s", text, _("Only hours and kronor are added up; other units never are."));
	if (view < FOLLOW_VIEW_CRITERIA)
		return arena_format(arena, "%s\n%s", text, _("Chart: # granted, = sought and not granted."));
	return text;
}

/* All groups together: the same sums whatever they are grouped by. */
static void sum_put(struct report *report, const struct follow_group *sum)
{
	struct arena *arena = &report->arena;
	char text[4][MONEY_TEXT];

	report_fact_ore(report, "sought_ore", sum->sought);
	report_fact_ore(report, "granted_ore", sum->granted_ore);
	report_fact_ore(report, "planned_ore", sum->planned);
	report_fact_ore(report, "unplanned_ore", sum->unplanned);
	report_fact_ore(report, "paid_ore", sum->paid);
	report->line_text = arena_format(arena, _("In all: sought %s, granted %s, planned %s, paid %s.\n%s"),
		money_text(sum->sought, MONEY_KR, words_swedish(), text[0]),
		money_text(sum->granted_ore, MONEY_KR, words_swedish(), text[1]),
		money_text(sum->planned, MONEY_KR, words_swedish(), text[2]),
		money_text(sum->paid, MONEY_KR, words_swedish(), text[3]), report->line_text);
}

void report_followup(struct report *report, const struct followup *followup, enum follow_view view, bool chart)
{
	switch (view) {
	case FOLLOW_VIEW_YEARS: groups_put(report, followup, FOLLOW_YEAR, chart); break;
	case FOLLOW_VIEW_REGIONS: groups_put(report, followup, FOLLOW_REGION, chart); break;
	case FOLLOW_VIEW_TYPES: groups_put(report, followup, FOLLOW_TYPE, chart); break;
	case FOLLOW_VIEW_AREAS: groups_put(report, followup, FOLLOW_AREA, chart); break;
	case FOLLOW_VIEW_ROUTES: groups_put(report, followup, FOLLOW_EFFECT, chart); break;
	case FOLLOW_VIEW_CRITERIA: criteria_put(report, followup, chart); break;
	case FOLLOW_VIEW_TIMES: times_put(report, followup, chart); break;
	case FOLLOW_VIEW_EFFECTS: effects_put(report, followup); break;
	case FOLLOW_VIEW_REPORTS: reports_put(report, followup); break;
	case FOLLOW_VIEW_CLAIMS: claims_put(report, followup); break;
	case FOLLOW_VIEWS: return;
	}
	report_fact_text(report, "as_of", followup->as_of);
	report_fact_number(report, "hidden", followup->hidden);
	report->line_after = report->row_count;
	report->line_text = follow_says(&report->arena, followup, view);
	if (view < FOLLOW_VIEW_CRITERIA)
		sum_put(report, &followup->sum);
}
