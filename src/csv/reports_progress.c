/* How far the assessors of a round have come, and how each has used the scale, as tables. Invariant: a severity stands
 * beside what it was compared on. */
#include "csv/reports.h"

#include "base/money.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static void mean_put(struct report *report, const struct progress_steps *steps)
{
	report_number_put(report, steps->abstained);
	report_number_put(report, steps->given ? steps->mean_10 : MONEY_UNKNOWN);
}

static void severity_put(struct report *report, const struct progress_severity *severity)
{
	report_text_put(report, severity->told ? progress_severity_text(&report->arena, severity) : NULL);
	report_number_put(report, severity->told ? severity->tenths : MONEY_UNKNOWN);
	report_number_put(report, severity->points);
}

void report_progress(struct report *report, const struct progress *progress)
{
	static const enum column_name columns[] = {COLUMN_NAME, COLUMN_LOGIN, COLUMN_ASSIGNED, COLUMN_BEGUN,
		COLUMN_HANDED_IN, COLUMN_TO_ASSESS, COLUMN_TO_REPLACE, COLUMN_RELIEVED, COLUMN_SET_ASIDE,
		COLUMN_CONFLICT, COLUMN_CONFLICT_CODE, COLUMN_ABSTAINED, COLUMN_MEAN_TENTHS, COLUMN_SEVERITY,
		COLUMN_SEVERITY_TENTHS, COLUMN_COMPARED};

	report_init(report, "assessors", columns, COUNT(columns));
	for (int i = 0; i < progress->count; i++) {
		const struct progress_row *row = &progress->items[i];

		report_text_put(report, row->name);
		report_text_put(report, row->login);
		report_number_put(report, row->assigned);
		report_number_put(report, row->begun);
		report_number_put(report, row->submitted);
		report_number_put(report, row->left);
		report_number_put(report, row->to_replace);
		report_number_put(report, row->relieved);
		report_number_put(report, row->set_aside);
		report_text_put(report, progress_conflict_words(&report->arena, row));
		report_text_put(report, progress_conflict_code(row->conflict));
		mean_put(report, &row->all);
		severity_put(report, &row->severity);
		report_row_end(report);
	}
	report_fact_text(report, "round", progress->round_name);
	report_fact_number(report, "assigned", progress->assigned);
	report_fact_number(report, "handed_in", progress->submitted);
	report_fact_number(report, "to_replace", progress->to_replace);
	report_fact_number(report, "hidden_measures", progress->hidden);
}

void report_use(struct report *report, const struct progress *progress, const struct progress_row *row)
{
	static const enum column_name columns[] = {COLUMN_CRITERION, COLUMN_STEP_0, COLUMN_STEP_0 + 1,
		COLUMN_STEP_0 + 2, COLUMN_STEP_0 + 3, COLUMN_STEP_0 + 4, COLUMN_ABSTAINED, COLUMN_MEAN_TENTHS};

	report_init(report, "criteria", columns, COUNT(columns));
	for (int k = 0; k < progress->criterion_count; k++) {
		report_text_put(report, progress->criteria[k]);
		for (int step = 0; step <= SCORE_MOST; step++)
			report_number_put(report, row->criteria[k].times[step]);
		mean_put(report, &row->criteria[k]);
		report_row_end(report);
	}
	report_fact_text(report, "round", progress->round_name);
	report_fact_text(report, "name", row->name);
	report_fact_text(report, "login", row->login);
	report_fact_text(
		report, "severity", row->severity.told ? progress_severity_text(&report->arena, &row->severity) : NULL);
	report_fact_number(report, "severity_tenths", row->severity.told ? row->severity.tenths : MONEY_UNKNOWN);
	report_fact_number(report, "compared_points", row->severity.points);
	report_fact_number(report, "compared_measures", row->severity.measures);
	report_fact_number(report, "hidden_measures", progress->hidden);
}
