/* Forecasts as tables. Invariant: the months and the years are written from the same rows. */
#include "csv/reports_forecast.h"

#include "base/money.h"
#include "base/words.h"
#include "csv/reports_followup.h"

enum { CHART_CELLS = 30 };

static const char *kr(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(arena, money_text(ore, MONEY_KR, words_swedish(), text));
}

const char *forecast_says(struct arena *arena, const struct forecast *forecast)
{
	const char *text = arena_format(arena,
		_("As of %s, by the plans as they stand: %s is expected, of which %s waits for a condition."),
		forecast->as_of, kr(arena, forecast->sum.expected), kr(arena, forecast->sum.waits));

	if (forecast->sum.withheld || forecast->sum.withdrawn)
		text = arena_format(arena, _("%s\nLeft out: %s withheld, %s not to be paid (17 §)."), text,
			kr(arena, forecast->sum.withheld), kr(arena, forecast->sum.withdrawn));
	if (forecast->sum.unplanned)
		text = arena_format(
			arena, _("%s\nGranted and in no plan: %s."), text, kr(arena, forecast->sum.unplanned));
	if (forecast->late)
		text = arena_format(arena, "%s\n%s", text,
			arena_format(arena,
				ngettext("%d instalment is past its day and is expected this month.",
					"%d instalments are past their days and are expected this month.",
					(unsigned long)forecast->late),
				forecast->late));
	return text;
}

static void facts_put(struct report *report, const struct forecast *forecast)
{
	report_fact_text(report, "as_of", forecast->as_of);
	report_fact_ore(report, "expected_ore", forecast->sum.expected);
	report_fact_ore(report, "waits_ore", forecast->sum.waits);
	report_fact_ore(report, "withheld_ore", forecast->sum.withheld);
	report_fact_ore(report, "withdrawn_ore", forecast->sum.withdrawn);
	report_fact_ore(report, "paid_ore", forecast->sum.paid);
	report->line_after = report->row_count;
	report->line_text = forecast_says(&report->arena, forecast);
}

void report_forecast_months(struct report *report, const struct forecast *forecast, bool chart)
{
	static const enum column_name columns[] = {
		COLUMN_MONTH, COLUMN_HOW_MANY, COLUMN_EXPECTED_ORE, COLUMN_WAITS_ORE, COLUMN_CHART};
	int64_t most = 0;

	report_init(report, "months", columns, chart ? 5 : 4);
	for (int i = 0; i < forecast->month_count; i++)
		most = forecast->months[i].expected > most ? forecast->months[i].expected : most;
	for (int i = 0; i < forecast->month_count; i++) {
		const struct forecast_month *month = &forecast->months[i];

		report_text_put(report, arena_format(&report->arena, "%d-%02d", month->year, month->month));
		report_number_put(report, month->rows);
		report_ore_put(report, month->expected);
		report_ore_put(report, month->waits);
		if (chart)
			report_text_put(report, follow_chart(&report->arena, month->expected - month->waits,
							month->expected, most, CHART_CELLS));
		report_row_end(report);
	}
	facts_put(report, forecast);
}

static void limit_put_out(struct report *report, int64_t ore)
{
	if (ore == MONEY_UNKNOWN)
		report_blank_put(report);
	else
		report_ore_put(report, ore);
}

void report_forecast_years(struct report *report, const struct forecast *forecast)
{
	static const enum column_name columns[] = {COLUMN_YEAR, COLUMN_AVAILABLE_ORE, COLUMN_COMMITMENT_ORE,
		COLUMN_COMMITTED_ORE, COLUMN_GRANTED_ORE, COLUMN_PAID_ORE, COLUMN_EXPECTED_ORE, COLUMN_WAITS_ORE,
		COLUMN_STOPPED_ORE, COLUMN_WITHDRAWN_ORE, COLUMN_UNPLANNED_ORE, COLUMN_LAPSES_ORE};

	report_init(report, "years", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < forecast->year_count; i++) {
		const struct forecast_year *year = &forecast->years[i];

		report_number_put(report, year->year);
		limit_put_out(report, year->available);
		limit_put_out(report, year->commitment);
		report_ore_put(report, year->committed);
		report_ore_put(report, year->granted);
		report_ore_put(report, year->paid);
		report_ore_put(report, year->expected);
		report_ore_put(report, year->waits);
		report_ore_put(report, year->withheld);
		report_ore_put(report, year->withdrawn);
		report_ore_put(report, year->unplanned);
		limit_put_out(report, year->lapses);
		report_row_end(report);
	}
	facts_put(report, forecast);
}

void report_forecast_rows(struct report *report, const struct forecast *forecast)
{
	static const enum column_name columns[] = {COLUMN_INSTALMENT, COLUMN_RECIPIENT, COLUMN_DATE, COLUMN_YEAR,
		COLUMN_AMOUNT_ORE, COLUMN_PAY_STATE, COLUMN_LATE};

	report_init(report, "rows", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < forecast->row_count; i++) {
		const struct forecast_row *row = &forecast->rows[i];

		report_text_put(report, row->key);
		report_text_put(report, row->region);
		report_day_put(report, row->due_on);
		report_number_put(report, row->year);
		report_ore_put(report, row->ore);
		report_text_put(report, forecast_state_word(row->state));
		report_bool_put(report, row->late);
		report_row_end(report);
	}
	facts_put(report, forecast);
}

static void side_put(struct report *report, const struct forecast_row *row, bool of_day)
{
	if (of_day)
		report_day_put(report, row ? row->due_on : "");
	else if (row)
		report_ore_put(report, row->ore);
	else
		report_blank_put(report);
}

static const char *side_state(const struct forecast_row *row)
{
	return row ? forecast_state_word(row->state) : _("not planned");
}

void report_forecast_comparison(struct report *report, const struct forecast_comparison *comparison)
{
	static const enum column_name columns[] = {COLUMN_INSTALMENT, COLUMN_RECIPIENT, COLUMN_DUE_BEFORE,
		COLUMN_DUE_AFTER, COLUMN_ORE_BEFORE, COLUMN_ORE_AFTER, COLUMN_STATE_BEFORE, COLUMN_STATE_AFTER};
	struct arena *arena = &report->arena;

	report_init(report, "moves", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < comparison->count; i++) {
		const struct forecast_move *move = &comparison->items[i];

		report_text_put(report, move->key);
		report_text_put(report, move->region);
		side_put(report, move->before, true);
		side_put(report, move->after, true);
		side_put(report, move->before, false);
		side_put(report, move->after, false);
		report_text_put(report, side_state(move->before));
		report_text_put(report, side_state(move->after));
		report_row_end(report);
	}
	report_fact_number(report, "same", comparison->same);
	report_fact_ore(report, "expected_before_ore", comparison->before);
	report_fact_ore(report, "expected_after_ore", comparison->after);
	report->line_after = report->row_count;
	report->line_text = arena_format(arena, _("Expected before %s, after %s; %d instalments are the same in both."),
		kr(arena, comparison->before), kr(arena, comparison->after), comparison->same);
}

const char *sent_kind_word(const char *kind)
{
	return !strcmp(kind, "forecast") ? _("forecast") : _("follow-up");
}

void report_sent(struct report *report, const struct sent_list *list)
{
	static const enum column_name columns[] = {COLUMN_SENT_N, COLUMN_SENT_KIND, COLUMN_AS_OF, COLUMN_SENT_TO,
		COLUMN_DOCUMENT, COLUMN_SENT_AT, COLUMN_SENT_BY, COLUMN_FILE_HASH};

	report_init(report, "sent", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++) {
		const struct sent *sent = &list->items[i];

		report_number_put(report, sent->n);
		report_text_put(report, sent_kind_word(sent->kind));
		report_day_put(report, sent->as_of);
		report_text_put(report, sent->sent_to);
		report_text_put(report, sent->document);
		report_text_put(report, sent->made_at);
		report_text_put(report, sent->made_by);
		report_text_put(report, sent->hash);
		report_row_end(report);
	}
}
