/* kansli forecast: what is expected to be paid, kept when it is sent, and compared. */
#include "cli/cli.h"

#include "base/text.h"
#include "csv/reports_forecast.h"

static bool table_run(struct shell *shell, void (*make)(struct report *, const struct forecast *), struct error *err)
{
	struct forecast forecast;
	struct report report;
	bool done;

	if (!forecast_load(shell->cw, &forecast, err))
		return false;
	if (make)
		make(&report, &forecast);
	else
		report_forecast_months(&report, &forecast, !shell_for_programs(shell));
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	forecast_done(&forecast);
	return done;
}

static bool months_run(struct shell *shell, struct error *err)
{
	return table_run(shell, NULL, err);
}

static bool years_run(struct shell *shell, struct error *err)
{
	return table_run(shell, report_forecast_years, err);
}

static bool rows_run(struct shell *shell, struct error *err)
{
	return table_run(shell, report_forecast_rows, err);
}

static bool send_run(struct shell *shell, struct error *err)
{
	struct sent_change change = {.kind = "forecast", .sent_to = shell->arguments[0]};
	const char *in = shell_option(shell, "in");
	struct forecast forecast;
	struct operation op;
	struct buffer json;
	int n = 0;
	bool done;

	if (!shell_operation(shell, NULL, &op, err) || (in && !case_find(shell->cw, in, &change.of, err)) ||
		!forecast_load(shell->cw, &forecast, err))
		return false;
	buffer_init(&json);
	forecast_json(&forecast, &json);
	change.as_of = forecast.as_of;
	change.text = json.text;
	done = sent_keep(shell->cw, &op, &change, &n, err);
	if (done && n)
		shell_say(shell, _("The forecast is recorded as sent to %s, number %d."), change.sent_to, n);
	buffer_done(&json);
	forecast_done(&forecast);
	return done;
}

static bool sent_run(struct shell *shell, struct error *err)
{
	struct sent_list list;
	struct report report;
	bool done;

	if (!sent_list_load(shell->cw, "forecast", &list, err))
		return false;
	report_sent(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	sent_list_done(&list);
	return done;
}

static bool kept_read(struct shell *shell, int nth, struct forecast *out, struct error *err)
{
	const char *text;

	if (!sent_text(shell->cw, text_number(shell->arguments[nth]), "forecast", &shell->arena, &text, err))
		return false;
	forecast_read(text, out);
	return true;
}

/* The second is a kept one too, or the forecast as it stands now. */
static bool after_read(struct shell *shell, struct forecast *out, struct error *err)
{
	return shell->argument_count > 1 ? kept_read(shell, 1, out, err) : forecast_load(shell->cw, out, err);
}

static bool compare_run(struct shell *shell, struct error *err)
{
	struct forecast_comparison comparison;
	struct forecast before, after;
	struct report report;
	bool done;

	if (!kept_read(shell, 0, &before, err))
		return false;
	if (!after_read(shell, &after, err)) {
		forecast_done(&before);
		return false;
	}
	forecast_compare(&before, &after, &comparison);
	report_forecast_comparison(&report, &comparison);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	forecast_comparison_done(&comparison);
	forecast_done(&after);
	forecast_done(&before);
	return done;
}

static const struct option_row send_options[] = {
	{"in", N_("NR"), N_("register it as sent in the case of that number"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("show what is expected to be paid each month"), NULL, months_run, false, true, true},
	{"years", "år", "", 0, 0, N_("per payment year, with the limits and what would lapse"), NULL, years_run, false,
		true, true},
	{"rows", "rader", "", 0, 0, N_("each instalment of the plans, and where it is"), NULL, rows_run, false, true,
		true},
	{"send", "sänd", N_("RECEIVER"), 1, 1, N_("record the forecast as sent, as it stands now"), send_options,
		send_run, false, false, false},
	{"sent", "sända", "", 0, 0, N_("list the forecasts that were sent"), NULL, sent_run, false, true, true},
	{"compare", "jämför", N_("NUMBER [NUMBER]"), 1, 2,
		N_("what has moved since a forecast was sent, or between two"), NULL, compare_run, false, true, true},
	{0},
};
const struct verb verb_forecast = {"forecast", "prognos", N_("expected payments, and what was sent of them"), forms};
