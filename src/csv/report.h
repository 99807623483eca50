/* A table to be written out: typed cells under named columns, and a few facts about the whole. One making, four
 * writings: CSV, JSON, tab-separated and text for people. Both doors write through it, so that the list on the screen,
 * `--json` and the file for Excel never disagree. */
#ifndef KANSLI_CSV_REPORT_H
#define KANSLI_CSV_REPORT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "csv/columns.h"
#include <stdbool.h>
#include <stdint.h>

struct report_cell {
	const char *text; /* TEXT and DAY; NULL none */
	int64_t number;   /* NUMBER, ORE, BOOL */
	bool blank;       /* there is no such thing, as against an amount that is not known */
};
struct report_fact {
	const char *key;
	enum report_kind kind;
	struct report_cell value;
};

enum { REPORT_FACTS = 24 };
struct report {
	struct arena arena; /* owns rows and texts put in by report_text_put */
	const char *noun;   /* JSON's name of the rows: "applications" */
	const struct report_column **columns;
	int column_count;
	struct report_cell *cells;   /* rows × columns */
	int row_count, row_room, at; /* at: columns filled of the row being made */
	struct report_fact facts[REPORT_FACTS];
	int fact_count;
	int line_after; /* text for people: a line of text stands after this row; -1 none */
	const char *line_text;
};

void report_init(struct report *report, const char *noun, const enum column_name *columns, int count);
void report_done(struct report *report);
/* Cells of the row being made, in the columns' order; a wrong kind or one too many stops the program. Texts are
 * borrowed: they live in the snapshot the report is made from, or in report->arena. */
void report_text_put(struct report *report, const char *text);
void report_number_put(struct report *report, int64_t number);
void report_ore_put(struct report *report, int64_t ore);
void report_day_put(struct report *report, const char *day);
void report_bool_put(struct report *report, bool value);
/* Nothing stands in the cell, whatever the column's kind: blank in CSV and for people, null in JSON. */
void report_blank_put(struct report *report);
void report_row_end(struct report *report);
/* Facts about the whole: round, year, sums. JSON gets them all; CSV none. */
void report_fact_text(struct report *report, const char *key, const char *text);
void report_fact_number(struct report *report, const char *key, int64_t number);
void report_fact_ore(struct report *report, const char *key, int64_t ore);

enum report_format { REPORT_AS_TABLE, REPORT_AS_CSV_EXCEL, REPORT_AS_CSV_RFC4180, REPORT_AS_JSON, REPORT_AS_PLAIN };
/* The same report gives the same bytes. `strict` (CSV only): refuses the whole, naming rows, when a cell cannot be
 * expressed without quotes. `width`: of the table for people, in cells; 0 as wide as it takes. */
bool report_write(const struct report *report, enum report_format format, bool strict, int width, struct buffer *out,
	struct error *err);

#endif
