/* Making a report. Invariant: every row has a cell of the right kind for each column. */
#include "csv/report.h"

#include "base/money.h"

void report_init(struct report *report, const char *noun, const enum column_name *columns, int count)
{
	*report = (struct report){.noun = noun, .column_count = count, .line_after = -1};
	arena_init(&report->arena);
	report->columns = arena_take(&report->arena, (size_t)count * sizeof *report->columns);
	for (int i = 0; i < count; i++)
		report->columns[i] = column_of(columns[i]);
}

void report_done(struct report *report)
{
	if (report)
		arena_done(&report->arena);
}

static struct report_cell *cell_next(struct report *report, enum report_kind kind)
{
	size_t columns = (size_t)report->column_count, rows = (size_t)report->row_count;

	assert(report->at < report->column_count && report->columns[report->at]->kind == kind);
	if (report->row_count == report->row_room) {
		report->row_room = report->row_room ? report->row_room * 2 : 64;
		report->cells = arena_grow(&report->arena, report->cells, rows * columns, sizeof *report->cells,
			(size_t)report->row_room * columns);
	}
	return &report->cells[rows * columns + (size_t)report->at++];
}

void report_text_put(struct report *report, const char *text)
{
	cell_next(report, REPORT_TEXT)->text = text;
}

void report_number_put(struct report *report, int64_t number)
{
	cell_next(report, REPORT_NUMBER)->number = number;
}

void report_ore_put(struct report *report, int64_t ore)
{
	cell_next(report, REPORT_ORE)->number = ore;
}

void report_day_put(struct report *report, const char *day)
{
	cell_next(report, REPORT_DAY)->text = day;
}

void report_bool_put(struct report *report, bool value)
{
	cell_next(report, REPORT_BOOL)->number = value;
}

void report_blank_put(struct report *report)
{
	struct report_cell *cell;

	assert(report->at < report->column_count);
	cell = cell_next(report, report->columns[report->at]->kind);
	*cell = (struct report_cell){.number = MONEY_UNKNOWN, .blank = true};
}

void report_row_end(struct report *report)
{
	assert(report->at == report->column_count);
	report->at = 0;
	report->row_count++;
}

static struct report_fact *fact_next(struct report *report, const char *key, enum report_kind kind)
{
	struct report_fact *fact = &report->facts[report->fact_count++];

	assert(report->fact_count <= REPORT_FACTS);
	fact->key = key;
	fact->kind = kind;
	return fact;
}

void report_fact_text(struct report *report, const char *key, const char *text)
{
	fact_next(report, key, REPORT_TEXT)->value.text = text;
}

void report_fact_number(struct report *report, const char *key, int64_t number)
{
	fact_next(report, key, REPORT_NUMBER)->value.number = number;
}

void report_fact_ore(struct report *report, const char *key, int64_t ore)
{
	fact_next(report, key, REPORT_ORE)->value.number = ore;
}
