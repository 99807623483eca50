/* The criteria as versions, as tables: which there are, one whole, two side by side, and what one would do. */
#include "csv/reports.h"

#include "base/words.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

const char *criteria_state_code(enum criteria_state state)
{
	switch (state) {
	case CRITERIA_TAKEN_IN: return "undecided";
	case CRITERIA_DRAFT: return "draft";
	case CRITERIA_ADOPTED: return "adopted";
	case CRITERIA_DROPPED: return "dropped";
	}
	return "";
}

static void version_row(struct report *report, const struct criteria_version *version)
{
	report_number_put(report, version->number);
	report_text_put(report, criteria_state_word(version->state));
	report_text_put(report, criteria_state_code(version->state));
	report_day_put(report, version->adopted_on ? version->adopted_on : "");
	report_text_put(report, version->adopted_ref ? version->adopted_ref : "");
	if (version->from_number)
		report_number_put(report, version->from_number);
	else
		report_blank_put(report);
	report_text_put(report, version->made_by ? version->made_by : "");
	report_text_put(report, version->why ? version->why : "");
	report_text_put(report, version->rounds);
	report_number_put(report, version->criteria);
	report_number_put(report, version->weights);
	report_number_put(report, version->sheets);
	report_number_put(report, version->version);
	report_row_end(report);
}

void report_criteria_list(struct report *report, const struct criteria_list *list)
{
	static const enum column_name columns[] = {COLUMN_CRITERIA_VERSION, COLUMN_CRITERIA_STATE, COLUMN_STATE_CODE,
		COLUMN_ADOPTED, COLUMN_ADOPTED_REF, COLUMN_MADE_FROM, COLUMN_MAKER, COLUMN_WHY, COLUMN_USED_IN,
		COLUMN_CRITERIA_COUNT, COLUMN_WEIGHT_SUM, COLUMN_SHEETS, COLUMN_VERSION};

	report_init(report, "criteria_versions", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++)
		version_row(report, &list->items[i]);
}

static void criterion_row(struct report *report, const struct criterion *item)
{
	report_text_put(report, item->id);
	report_text_put(report, item->name[words_swedish()]);
	report_number_put(report, item->weight);
	report_bool_put(report, item->bonus);
	report_text_put(report, item->name[1]);
	report_text_put(report, item->name[0]);
	report_text_put(report, item->trace);
	for (int language = 1; language >= 0; language--)
		for (int step = 0; step < 5; step++)
			report_text_put(report, item->step[step][language]);
	report_row_end(report);
}

void report_criteria(struct report *report, const struct criteria *criteria)
{
	static const enum column_name columns[] = {COLUMN_CRITERION, COLUMN_NAME, COLUMN_WEIGHT, COLUMN_BONUS,
		COLUMN_NAME_SV, COLUMN_NAME_EN, COLUMN_TRACE, COLUMN_STEPS_SV, COLUMN_STEPS_SV + 1, COLUMN_STEPS_SV + 2,
		COLUMN_STEPS_SV + 3, COLUMN_STEPS_SV_LAST, COLUMN_STEPS_EN, COLUMN_STEPS_EN + 1, COLUMN_STEPS_EN + 2,
		COLUMN_STEPS_EN + 3, COLUMN_STEPS_EN_LAST};
	const struct criteria_version *head = &criteria->head;

	report_init(report, "criteria", columns, COUNT(columns));
	for (int i = 0; i < criteria->count; i++)
		criterion_row(report, &criteria->items[i]);
	report_fact_number(report, "criteria_version", head->number);
	report_fact_text(report, "state", criteria_state_code(head->state));
	report_fact_text(report, "adopted_on", head->adopted_on);
	report_fact_text(report, "adopted_ref", head->adopted_ref);
	report_fact_number(report, "made_from", head->from_number ? head->from_number : MONEY_UNKNOWN);
	report_fact_text(report, "made_by", head->made_by);
	report_fact_text(report, "why", head->why);
	report_fact_text(report, "rounds", head->rounds);
	report_fact_number(report, "weights", head->weights);
	report_fact_number(report, "sheets", head->sheets);
	report_fact_number(report, "version", head->version);
}

/* ---- two versions */

static void weight_put(struct report *report, const struct criterion *item)
{
	if (item)
		report_number_put(report, item->weight);
	else
		report_blank_put(report);
}

void report_criteria_comparison(struct report *report, const struct criteria_comparison *comparison)
{
	static const enum column_name columns[] = {
		COLUMN_CRITERION, COLUMN_NAME, COLUMN_WEIGHT_BEFORE, COLUMN_WEIGHT_AFTER, COLUMN_ANEW, COLUMN_DIFFERS};

	report_init(report, "criteria", columns, COUNT(columns));
	for (int i = 0; i < comparison->count; i++) {
		const struct criterion_pair *pair = &comparison->items[i];
		const struct criterion *item = pair->after ? pair->after : pair->before;

		report_text_put(report, item->id);
		report_text_put(report, item->name[words_swedish()]);
		weight_put(report, pair->before);
		weight_put(report, pair->after);
		report_bool_put(report, (pair->differs & (CRITERION_ADDED | CRITERION_STEPS)) != 0);
		report_text_put(report, criterion_difference(pair, &report->arena));
		report_row_end(report);
	}
	report_fact_number(report, "before", comparison->before.head.number);
	report_fact_number(report, "after", comparison->after.head.number);
	report_fact_number(report, "changed", comparison->changed);
	report_fact_number(report, "score_again", comparison->anew);
}

/* ---- what one would do */

static void known_put(struct report *report, int number, bool known)
{
	if (known)
		report_number_put(report, number);
	else
		report_blank_put(report);
}

static void preview_row(struct report *report, const struct compared *item, bool with_year)
{
	const struct rank_row *before = item->before, *after = item->after;

	report_text_put(report, measure_text(&report->arena, with_year, after->year, after->application_n, after->n));
	report_text_put(report, after->lead_short);
	report_text_put(report, after->title);
	known_put(report, before->place, before->place > 0);
	known_put(report, after->place, after->place > 0);
	report_text_put(report, item->moved ? arena_format(&report->arena, "%+d", item->moved) : "");
	known_put(report, before->points_100, before->points_100 >= 0);
	known_put(report, after->points_100, after->points_100 >= 0);
	report_text_put(report, rank_fit_word(before->fit));
	report_text_put(report, rank_fit_word(after->fit));
	report_number_put(report, after->missing);
	report_number_put(report, after->incomplete);
	report_row_end(report);
}

void report_criteria_preview(struct report *report, const struct criteria_preview *preview, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE, COLUMN_PLACE_BEFORE,
		COLUMN_PLACE_AFTER, COLUMN_MOVE, COLUMN_POINTS_BEFORE, COLUMN_POINTS_AFTER, COLUMN_FIT_BEFORE,
		COLUMN_FIT_AFTER, COLUMN_UNSCORED, COLUMN_INCOMPLETE_SHEETS};
	const struct comparison *order = &preview->order;

	report_init(report, "preview", columns, COUNT(columns));
	for (int i = 0; i < order->count; i++)
		preview_row(report, &order->items[i], with_year);
	report_fact_text(report, "round", order->after.round_name);
	report_fact_number(report, "before", preview->before);
	report_fact_number(report, "after", preview->after);
	report_fact_number(report, "year", order->after.year ? order->after.year : MONEY_UNKNOWN);
	report_fact_number(report, "moved", order->moved);
	report_fact_number(report, "fell_in", order->fell_in);
	report_fact_number(report, "fell_out", order->fell_out);
	report_fact_number(report, "lacking", preview->lacking);
	report_fact_number(report, "sheets", preview->sheets);
	report_fact_number(report, "incomplete", preview->incomplete);
}
