/* The public list of grants as a table. Invariant: its sum is the sum of its rows. */
#include "csv/reports_published.h"

#include "base/words.h"
#include "csv/reports.h"

void report_published(struct report *report, const struct published_list *list)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_ROUND, COLUMN_APPLICANT, COLUMN_PARTICIPANTS,
		COLUMN_MEASURE, COLUMN_FROM, COLUMN_TO, COLUMN_DAY, COLUMN_OUTCOME, COLUMN_SOUGHT_ORE,
		COLUMN_GRANTED_ORE};

	report_init(report, "measures", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++) {
		const struct published *row = &list->items[i];

		report_text_put(report, measure_text(&report->arena, true, row->year, row->n, row->measure_n));
		report_text_put(report, row->round_name);
		report_text_put(report, row->lead);
		report_number_put(report, row->participants);
		report_text_put(report, row->title);
		report_day_put(report, row->from_on);
		report_day_put(report, row->to_on);
		report_day_put(report, row->decided_on);
		report_text_put(report, row->outcome);
		report_ore_put(report, row->sought_ore);
		report_ore_put(report, row->granted_ore);
		report_row_end(report);
	}
	report_fact_ore(report, "granted_ore", list->granted_ore);
	report_fact_number(report, "hidden", list->hidden);
}

void report_publications(struct report *report, const struct publication_list *list)
{
	static const enum column_name columns[] = {
		COLUMN_N, COLUMN_DAY, COLUMN_ROUND, COLUMN_SENT_TO, COLUMN_ROWS, COLUMN_MADE_BY, COLUMN_FILE_HASH};

	report_init(report, "publications", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++) {
		const struct publication *row = &list->items[i];

		report_number_put(report, row->id);
		report_day_put(report, row->on_day);
		report_text_put(report, row->round ? row->round : _("all"));
		report_text_put(report, row->way);
		report_number_put(report, row->rows);
		report_text_put(report, row->made_by);
		report_text_put(report, row->hash);
		report_row_end(report);
	}
}
