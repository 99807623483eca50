/* Forecasts as tables, and what was sent. */
#ifndef KANSLI_CSV_REPORTS_FORECAST_H
#define KANSLI_CSV_REPORTS_FORECAST_H

#include "casework/forecast.h"
#include "casework/sent.h"
#include "csv/report.h"

/* `chart`: for people, a bar after the numbers. */
void report_forecast_months(struct report *report, const struct forecast *forecast, bool chart);
void report_forecast_years(struct report *report, const struct forecast *forecast);
void report_forecast_rows(struct report *report, const struct forecast *forecast);
void report_forecast_comparison(struct report *report, const struct forecast_comparison *comparison);
void report_sent(struct report *report, const struct sent_list *list);
const char *sent_kind_word(const char *kind);
/* What the forecast leaves out and what is late, one sentence a line. In the arena. */
const char *forecast_says(struct arena *arena, const struct forecast *forecast);

#endif
