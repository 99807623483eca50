/* Where assessors differ, as a table. */
#include "csv/reports.h"

#define COUNT(columns) ((int)(sizeof(columns) / sizeof((columns)[0])))

static void hundred_put(struct report *report, int points)
{
	report_number_put(report, points < 0 ? MONEY_UNKNOWN : points);
}

void report_differ(struct report *report, const struct differ *differ, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE, COLUMN_POINTS_100,
		COLUMN_MEDIAN_100, COLUMN_LOWEST_100, COLUMN_HIGHEST_100, COLUMN_SPREAD, COLUMN_DIFFER,
		COLUMN_UNDISCUSSED};

	report_init(report, "disagreement", columns, COUNT(columns));
	for (int i = 0; i < differ->count; i++) {
		const struct differ_row *row = &differ->items[i];

		report_text_put(report, measure_text(&report->arena, with_year, row->year, row->application_n, row->n));
		report_text_put(report, row->lead_short);
		report_text_put(report, row->title);
		hundred_put(report, row->points_100);
		hundred_put(report, row->median_100);
		hundred_put(report, row->lowest_100);
		hundred_put(report, row->highest_100);
		hundred_put(report, row->spread_100);
		report_text_put(report, differ_words(&report->arena, differ, row));
		report_number_put(report, row->open);
		report_row_end(report);
	}
	report_fact_text(report, "round", differ->round_name);
	report_fact_number(report, "undiscussed", differ->open);
}
