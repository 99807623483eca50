/* A list in JSON as a table, so that what a verb lists for programs is the same whether they read JSON or CSV. */
#ifndef KANSLI_CSV_LISTED_H
#define KANSLI_CSV_LISTED_H

#include "report.h"

/* Starts the report and fills it from the list `noun` of an object that kansli has written. Of each thing the values
 * whose keys are the columns' own are taken; one that is null or not there is blank. Lists inside things are left out.
 */
void report_listed(
	struct report *report, const char *json, const char *noun, const enum column_name *columns, int count);

#endif
