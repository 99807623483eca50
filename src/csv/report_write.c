/* Writing a report: CSV, JSON, tab-separated, and a table for people. Invariant: nothing about the moment of writing is
 * written, so that one state always gives the same bytes. */
#include "csv/report.h"
#include "csv/sheet.h"

#include "base/json.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

static const struct report_cell *row_of(const struct report *report, int row)
{
	return &report->cells[(size_t)row * (size_t)report->column_count];
}

static void csv_cell(struct sheet_out *out, const struct report_column *column, const struct report_cell *cell)
{
	if (cell->blank) {
		sheet_put_blank(out);
		return;
	}
	switch (column->kind) {
	case REPORT_TEXT: sheet_put_text(out, cell->text); break;
	case REPORT_NUMBER:
		if (cell->number == MONEY_UNKNOWN)
			sheet_put_blank(out);
		else
			sheet_put_number(out, cell->number);
		break;
	case REPORT_ORE: sheet_put_ore(out, cell->number); break;
	case REPORT_DAY: sheet_put_day(out, cell->text ? day_read(cell->text) : DAY_NONE); break;
	case REPORT_BOOL: sheet_put_text(out, cell->number ? _("yes") : _("no")); break;
	}
}

static bool write_csv(
	const struct report *report, enum sheet_dialect dialect, bool strict, struct buffer *out, struct error *err)
{
	struct sheet_out *sheet = memory_take(sizeof *sheet);
	const char **names = memory_take((size_t)report->column_count * sizeof *names);
	bool written;

	for (int i = 0; i < report->column_count; i++)
		names[i] = report->columns[i]->name[words_swedish()];
	sheet_open(sheet, dialect, strict, names, report->column_count, sheet_into_buffer, out);
	for (int row = 0; row < report->row_count; row++) {
		for (int i = 0; i < report->column_count; i++)
			csv_cell(sheet, report->columns[i], &row_of(report, row)[i]);
		sheet_row_end(sheet);
	}
	written = sheet_close(sheet, err);
	free(names);
	free(sheet);
	return written;
}

static void json_cell(struct json *json, const char *key, enum report_kind kind, const struct report_cell *cell)
{
	if (cell->blank) {
		json_null(json, key);
		return;
	}
	switch (kind) {
	case REPORT_TEXT: json_text(json, key, cell->text); break;
	case REPORT_NUMBER:
		if (cell->number == MONEY_UNKNOWN)
			json_null(json, key);
		else
			json_number(json, key, cell->number);
		break;
	case REPORT_ORE: json_ore(json, key, cell->number); break;
	case REPORT_DAY: json_text(json, key, cell->text && cell->text[0] ? cell->text : NULL); break;
	case REPORT_BOOL: json_bool(json, key, cell->number != 0); break;
	}
}

static void write_json(const struct report *report, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	for (int i = 0; i < report->fact_count; i++)
		json_cell(&json, report->facts[i].key, report->facts[i].kind, &report->facts[i].value);
	json_array(&json, report->noun);
	for (int row = 0; row < report->row_count; row++) {
		json_object(&json, NULL);
		for (int i = 0; i < report->column_count; i++)
			json_cell(&json, report->columns[i]->key, report->columns[i]->kind, &row_of(report, row)[i]);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

/* A cell as one line of text; tabs and line ends inside a text become blanks. */
static const char *cell_text(
	struct arena *arena, enum report_kind kind, const struct report_cell *cell, enum money_style style)
{
	char money[MONEY_TEXT];
	char *text;

	if (cell->blank)
		return "";
	switch (kind) {
	case REPORT_TEXT:
	case REPORT_DAY: break;
	case REPORT_NUMBER: return cell->number == MONEY_UNKNOWN ? "" : arena_format(arena, "%" PRId64, cell->number);
	case REPORT_BOOL: return cell->number ? _("yes") : _("no");
	case REPORT_ORE: return arena_text(arena, money_text(cell->number, style, words_swedish(), money));
	}
	text = arena_text(arena, cell->text ? cell->text : "");
	for (char *at = text; *at; at++)
		if (*at == '\t' || *at == '\n' || *at == '\r')
			*at = ' ';
	return text;
}

static void write_plain(const struct report *report, struct buffer *out)
{
	for (int row = 0; row < report->row_count; row++) {
		struct arena arena;

		arena_init(&arena);
		for (int i = 0; i < report->column_count; i++)
			buffer_format(out, "%s%s", i ? "\t" : "",
				cell_text(&arena, report->columns[i]->kind, &row_of(report, row)[i], MONEY_CSV));
		buffer_text(out, "\n");
		arena_done(&arena);
	}
}

static bool right_aligned(enum report_kind kind)
{
	return kind == REPORT_NUMBER || kind == REPORT_ORE;
}

static void table_cell(struct buffer *out, struct arena *arena, const char *text, int cells, bool right)
{
	const char *shown = text_width(text) > cells ? text_cut(arena, text, cells) : text;
	int pad = cells - text_width(shown);

	for (int i = 0; right && i < pad; i++)
		buffer_text(out, " ");
	buffer_text(out, shown);
	for (int i = 0; !right && i < pad; i++)
		buffer_text(out, " ");
}

struct table_column {
	int cells; /* 0: not shown */
	enum money_style style;
};

/* Whole thousands as thousands; where any amount of the column is not, kronor and öre: nothing is rounded away. */
static enum money_style column_style(const struct report *report, int column)
{
	for (int row = 0; row < report->row_count; row++) {
		const struct report_cell *cell = &row_of(report, row)[column];

		if (!cell->blank && cell->number != MONEY_UNKNOWN && cell->number % 100000)
			return MONEY_PLAIN;
	}
	return MONEY_TKR;
}

/* Widths of the columns shown: numbers as wide as their widest, texts what is wanted; the last text gives way. */
static void table_columns(const struct report *report, struct arena *arena, int width, struct table_column *columns)
{
	int total = 0, widest = -1;

	for (int i = 0; i < report->column_count; i++) {
		const struct report_column *column = report->columns[i];
		int cells = column->cells;

		if (column->kind == REPORT_ORE)
			columns[i].style = column_style(report, i);
		for (int row = 0; cells && right_aligned(column->kind) && row < report->row_count; row++) {
			int used =
				text_width(cell_text(arena, column->kind, &row_of(report, row)[i], columns[i].style));

			cells = used > cells ? used : cells;
		}
		columns[i].cells = cells;
		total += cells ? cells + 1 : 0;
		if (cells && column->kind == REPORT_TEXT && (widest < 0 || cells > columns[widest].cells))
			widest = i;
	}
	if (width > 0 && widest >= 0 && total > width)
		columns[widest].cells =
			columns[widest].cells - (total - width) < 8 ? 8 : columns[widest].cells - (total - width);
}

static void table_trim(struct buffer *out)
{
	while (out->bytes && out->text[out->bytes - 1] == ' ')
		out->text[--out->bytes] = '\0';
	buffer_text(out, "\n");
}

/* What the amounts are, in a last line: those of most columns, then the heads of those that are in kronor. */
static void table_unit(const struct report *report, const struct table_column *columns, struct buffer *out)
{
	struct buffer whole;
	int thousands = 0;

	buffer_init(&whole);
	for (int i = 0; i < report->column_count; i++) {
		if (!columns[i].cells || report->columns[i]->kind != REPORT_ORE)
			continue;
		if (columns[i].style == MONEY_TKR)
			thousands++;
		else
			buffer_format(
				&whole, "%s%s", whole.bytes ? ", " : "", report->columns[i]->name[words_swedish()]);
	}
	if (report->row_count && thousands && whole.bytes)
		buffer_format(out, _("Amounts in SEK '000; in SEK: %s.\n"), whole.text);
	else if (report->row_count && thousands)
		buffer_text(out, _("Amounts in SEK '000.\n"));
	else if (report->row_count && whole.bytes)
		buffer_text(out, _("Amounts in SEK.\n"));
	buffer_done(&whole);
}

static void table_row(const struct report *report, int row, const struct table_column *columns, struct arena *arena,
	struct buffer *out)
{
	for (int i = 0, first = 1; i < report->column_count; i++) {
		const struct report_column *column = report->columns[i];

		if (!columns[i].cells)
			continue;
		buffer_text(out, first ? "" : " ");
		first = 0;
		table_cell(out, arena,
			row < 0 ? column->name[words_swedish()]
				: cell_text(arena, column->kind, &row_of(report, row)[i], columns[i].style),
			columns[i].cells, right_aligned(column->kind));
	}
	table_trim(out);
}

static void write_table(const struct report *report, int width, struct buffer *out)
{
	struct table_column *columns;
	struct arena arena;

	arena_init(&arena);
	columns = arena_take(&arena, (size_t)report->column_count * sizeof *columns);
	table_columns(report, &arena, width, columns);
	for (int row = -1; row < report->row_count; row++) {
		table_row(report, row, columns, &arena, out);
		if (report->line_text && row + 1 == report->line_after)
			buffer_format(out, "%s\n", report->line_text);
	}
	table_unit(report, columns, out);
	arena_done(&arena);
}

bool report_write(const struct report *report, enum report_format format, bool strict, int width, struct buffer *out,
	struct error *err)
{
	switch (format) {
	case REPORT_AS_TABLE: write_table(report, width, out); return true;
	case REPORT_AS_CSV_EXCEL: return write_csv(report, SHEET_EXCEL_SV, strict, out, err);
	case REPORT_AS_CSV_RFC4180: return write_csv(report, SHEET_RFC4180, strict, out, err);
	case REPORT_AS_JSON: write_json(report, out); return true;
	case REPORT_AS_PLAIN: write_plain(report, out); return true;
	}
	return false;
}
