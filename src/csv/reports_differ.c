/* Where the assessors of a round differ, as a table. */
#include "csv/reports.h"

#include "base/money.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static void known_put(struct report *report, int number)
{
	report_number_put(report, number < 0 ? MONEY_UNKNOWN : number);
}

/* "K1=3, K4=2" */
static const char *agreed_text(struct arena *arena, const struct differ *differ, const struct differ_row *row)
{
	const char *text = "";

	for (int d = 0; d < row->count; d++) {
		const struct differing *item = &row->criteria[d];
		if (item->talk == DIFFER_AGREED)
			text = arena_format(arena, "%s%s%s=%d", text, text[0] ? ", " : "",
				differ->criteria[item->criterion], item->agreed);
	}
	return text;
}

void report_differ(struct report *report, const struct differ *differ, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE, COLUMN_PLACE,
		COLUMN_POINTS_100, COLUMN_MEDIAN_100, COLUMN_LOWEST_100, COLUMN_HIGHEST_100, COLUMN_SPREAD,
		COLUMN_STEPS_APART, COLUMN_DIFFERING, COLUMN_AGREED, COLUMN_NOT_AGREED, COLUMN_NOT_DISCUSSED,
		COLUMN_UNDISCUSSED, COLUMN_ABSTAINED, COLUMN_LOWEST_STEP};
	struct arena *arena = &report->arena;

	report_init(report, "disagreement", columns, COUNT(columns));
	for (int i = 0; i < differ->count; i++) {
		const struct differ_row *row = &differ->items[i];

		report_text_put(report, measure_text(arena, with_year, row->year, row->application_n, row->n));
		report_text_put(report, row->lead_short);
		report_text_put(report, row->title);
		row->place ? report_number_put(report, row->place) : report_blank_put(report);
		known_put(report, row->points_100);
		known_put(report, row->median_100);
		known_put(report, row->lowest_100);
		known_put(report, row->highest_100);
		known_put(report, row->spread_100);
		report_number_put(report, row->steps);
		report_text_put(report, differ_steps_text(arena, differ, row, DIFFER_NOT_DISCUSSED, true));
		report_text_put(report, agreed_text(arena, differ, row));
		report_text_put(report, differ_steps_text(arena, differ, row, DIFFER_NOT_AGREED, false));
		report_text_put(report, differ_steps_text(arena, differ, row, DIFFER_NOT_DISCUSSED, false));
		report_number_put(report, row->open);
		report_number_put(report, row->abstained);
		known_put(report, row->lowest_step);
		report_row_end(report);
	}
	report_fact_text(report, "round", differ->round_name);
	report_fact_number(report, "differing_measures", differ->differing);
	report_fact_number(report, "undiscussed", differ->open);
	report_fact_number(report, "hidden_measures", differ->hidden);
}
