/* JSON as a table of two columns, field and value: "measures.2.title" and what it holds. So that what has many parts can
 * be read line by line, and opened in a spreadsheet. */
#ifndef KANSLI_CSV_FLAT_H
#define KANSLI_CSV_FLAT_H

#include "report.h"

/* Starts the report and fills it from JSON that kansli has written; other JSON stops the program. Lists count from 1;
 * what is null is a blank value. */
void report_flat(struct report *report, const char *json);

#endif
