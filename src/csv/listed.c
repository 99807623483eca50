/* A list in JSON as a table. Invariant: a thing of the list is a row, in its order, with no value under another's head.
 */
#include "csv/listed.h"

#include "base/json_walk.h"

#include "base/money.h"

enum { COLUMNS = 40 };

struct listing {
	struct report *report;
	const char *noun;
	const char *values[COLUMNS];
	long at; /* the thing being read, from 1; 0 none yet */
};

static void cell_put(struct report *report, const struct report_column *column, const char *value)
{
	if (!value) {
		report_blank_put(report);
		return;
	}
	switch (column->kind) {
	case REPORT_TEXT: report_text_put(report, value); return;
	case REPORT_DAY: report_day_put(report, value); return;
	case REPORT_NUMBER: report_number_put(report, strtoll(value, NULL, 10)); return;
	case REPORT_ORE: report_ore_put(report, strtoll(value, NULL, 10)); return;
	case REPORT_BOOL: report_bool_put(report, !strcmp(value, "true")); return;
	}
}

static void thing_end(struct listing *listing)
{
	if (!listing->at)
		return;
	for (int i = 0; i < listing->report->column_count; i++) {
		cell_put(listing->report, listing->report->columns[i], listing->values[i]);
		listing->values[i] = NULL;
	}
	report_row_end(listing->report);
}

/* "gates.3.reason": the third thing, and its value's key. */
static void value_take(void *with, const char *path, const char *value)
{
	struct listing *listing = with;
	size_t bytes = strlen(listing->noun);
	char *key;
	long at;

	if (strncmp(path, listing->noun, bytes) != 0 || path[bytes] != '.')
		return;
	at = strtol(path + bytes + 1, &key, 10);
	if (at != listing->at) {
		thing_end(listing);
		listing->at = at;
	}
	for (int i = 0; i < listing->report->column_count && *key; i++)
		if (!strcmp(key + 1, listing->report->columns[i]->key))
			listing->values[i] = value;
}

void report_listed(
	struct report *report, const char *json, const char *noun, const enum column_name *columns, int count)
{
	struct listing listing = {.report = report, .noun = noun};

	assert(count <= COLUMNS);
	report_init(report, noun, columns, count);
	json_walk(json, &report->arena, value_take, &listing);
	thing_end(&listing);
}
