/* JSON as a table of field and value. Invariant: every value of the JSON is one row, in its order. */
#include "csv/flat.h"

#include "base/json_walk.h"

static void row_add(void *with, const char *path, const char *value)
{
	struct report *report = with;

	report_text_put(report, path);
	report_text_put(report, value);
	report_row_end(report);
}

void report_flat(struct report *report, const char *json)
{
	static const enum column_name columns[] = {COLUMN_FIELD, COLUMN_VALUE};

	report_init(report, "fields", columns, 2);
	json_walk(json, &report->arena, row_add, report);
}
