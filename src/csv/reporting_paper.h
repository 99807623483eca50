/* Reports on grants (15 §) as a table, and one of them on paper with all that stands beside it. */
#ifndef KANSLI_CSV_REPORTING_PAPER_H
#define KANSLI_CSV_REPORTING_PAPER_H

#include "casework/reporting.h"
#include "csv/paper.h"
#include "csv/report.h"

void report_reportings(struct report *report, const struct reporting_list *list, bool with_year);
/* The title apart, so that a screen can have it as its head. */
void reporting_title(struct paper *paper, const struct reporting *due, bool with_year);
void reporting_write(struct paper *paper, const struct programme *programme, struct reporting_sheet *sheet);

#endif
