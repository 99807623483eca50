/* The ledger as a table, with its two equations as sentences below. */
#ifndef KANSLI_CSV_REPORTS_LEDGER_H
#define KANSLI_CSV_REPORTS_LEDGER_H

#include "casework/ledger_list.h"
#include "csv/report.h"

/* A row of sums last. */
void report_ledger(struct report *report, const struct ledger_list *list, bool with_year);
/* "Yes: granted 24,500,000 SEK = planned 24,500,000 SEK + not planned 0 SEK." In the arena. */
const char *ledger_granted_text(struct arena *arena, const struct ledger_line *line);
const char *ledger_planned_text(struct arena *arena, const struct ledger_line *line);
/* What is claimed, repaid and taken away, with the sums. */
const char *ledger_back_text(struct arena *arena, const struct ledger_line *line);

#endif
