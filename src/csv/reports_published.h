/* The list of granted measures, and when it was made known, as tables. */
#ifndef KANSLI_CSV_REPORTS_PUBLISHED_H
#define KANSLI_CSV_REPORTS_PUBLISHED_H

#include "casework/published.h"
#include "csv/report.h"

void report_published(struct report *report, const struct published_list *list);
void report_publications(struct report *report, const struct publication_list *list);

#endif
