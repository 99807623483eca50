/* Sheets in: bytes become a snapshot of rows. libcsv finds the cells, under every guard it needs: strict flags, a limit
 * on a cell, nothing more asked of it after an error. It is fed a line at a time, so that each row knows where in the
 * file it stands. Invariant: a sheet handed on has a cell for every column in every row that is not marked wrong. */
#include "csv/sheet.h"
#include "base/file.h"
#include "base/text.h"
#include "base/words.h"
#include <csv.h>

enum { FEED_MOST = 1 << 16, PATIENCE_ROWS = 1000 };

/* The row being read: the bytes of the cells kept, one after another, each ended by NUL. */
struct filling {
	struct buffer text;
	size_t *starts; /* of each cell kept, in text */
	int kept, room;
	int count;      /* cells seen, kept or not */
	bool more;      /* a cell beyond the columns was not empty */
	bool something; /* a cell was not empty */
};

struct reading {
	struct csv_parser parser;
	struct sheet sheet;
	struct filling row;
	int rows_room;
	int line, row_line, cell_line; /* now, where this row began, where this cell began */
	bool open, refused;
	sheet_patience *patience;
	void *with;
	struct error *err;
};

/* libcsv has no limit of its own: an unclosed quote would take in the rest of the file. */
static void *cell_room(void *old, size_t size)
{
	return size > SHEET_CELL_MOST ? NULL : realloc(old, size);
}

/* ---- cells and rows */

static bool guarded(const char *text)
{
	const char *after = text + strspn(text, "'");
	return after > text && *after && strchr("=+-@\t\r\n", *after);
}

/* The cell as it is kept, without its guard; NULL with the reason in *err when it holds what no text may. */
static const char *cell_keep(struct reading *reading, int cell, bool lines, struct error *err)
{
	const struct filling *row = &reading->row;
	size_t end = cell + 1 < row->kept ? row->starts[cell + 1] : row->text.bytes;
	const char *text = row->text.text + row->starts[cell], *kept;
	size_t bytes = end - row->starts[cell] - 1;
	/* Only excel-sv guards: known by its semicolons, or in a sheet of one column by its mark. */
	bool guards =
		reading->sheet.separator == ';' && (row->count > 1 || reading->sheet.encoding == ENCODING_UTF8_MARKED);
	if (guards && guarded(text)) {
		text++;
		bytes--;
	}
	if (bytes == 0)
		return "";
	return text_clean(&reading->sheet.arena, text, bytes, lines, &kept, err) ? kept : NULL;
}

static void row_add(struct reading *reading, const char *const *cells, const char *wrong)
{
	struct sheet *sheet = &reading->sheet;
	if (sheet->count == SHEET_ROWS_MOST) {
		reading->refused = !refuse(reading->err, ERROR_INVALID,
			_("The file was not read: it has more than %d rows. Divide it and try again."),
			SHEET_ROWS_MOST);
		return;
	}
	if (wrong && ++sheet->wrong > SHEET_WRONG_MOST) {
		reading->refused = !refuse(reading->err, ERROR_INVALID,
			_("The file was not read: more than %d lines are wrong, so it may be another kind of file. The "
			  "last "
			  "seen: %s"),
			SHEET_WRONG_MOST, wrong);
		return;
	}
	if (sheet->count == reading->rows_room) {
		reading->rows_room = reading->rows_room ? 2 * reading->rows_room : 256;
		sheet->rows = arena_grow(&sheet->arena, sheet->rows, (size_t)sheet->count, sizeof(*sheet->rows),
			(size_t)reading->rows_room);
	}
	struct sheet_row *rows = (struct sheet_row *)sheet->rows;
	rows[sheet->count++] = (struct sheet_row){.line = reading->row_line, .cells = cells, .wrong = wrong};
	if (reading->patience && sheet->count % PATIENCE_ROWS == 0 && reading->patience(reading->with, sheet->count))
		reading->refused = !refuse(reading->err, ERROR_FAILED,
			_("The reading was stopped after %d rows. Nothing was changed."), sheet->count);
}

static void row_take(struct reading *reading)
{
	struct sheet *sheet = &reading->sheet;
	const struct filling *row = &reading->row;
	if (row->count < sheet->columns || row->more) {
		row_add(reading, NULL,
			arena_format(&sheet->arena,
				ngettext("Line %d has %d cell, but the header has %d. A cell that holds the separator "
					 "must "
					 "stand in quotes.",
					"Line %d has %d cells, but the header has %d. A cell that holds the separator "
					"must "
					"stand in quotes.",
					(unsigned long)row->count),
				reading->row_line, row->count, sheet->columns));
		return;
	}
	const char **cells = arena_take(&sheet->arena, (size_t)sheet->columns * sizeof(*cells));
	bool something = false;
	for (int i = 0; i < sheet->columns; i++) {
		struct error why = {0};
		cells[i] = cell_keep(reading, i, true, &why);
		if (!cells[i]) {
			row_add(reading, NULL,
				arena_format(&sheet->arena, _("Line %d, column “%s”: %s"), reading->row_line,
					sheet->names[i], why.text));
			return;
		}
		something |= *cells[i] != '\0';
	}
	if (something)
		row_add(reading, cells, NULL);
}

/* ---- the header */

static bool header_names(struct reading *reading, const char **names, struct error *err)
{
	const struct filling *row = &reading->row;
	struct sheet *sheet = &reading->sheet;
	for (int i = 0; i < row->kept; i++) {
		struct error why = {0};
		names[i] = cell_keep(reading, i, false, &why);
		if (!names[i])
			return refuse(err, ERROR_INVALID, _("The file was not read: line %d, the header's cell %d: %s"),
				reading->row_line, i + 1, why.text);
		if (*names[i])
			sheet->columns = i + 1;
	}
	for (int i = 0; i < sheet->columns || i < 1; i++)
		if (!*names[i])
			return refuse(err, ERROR_INVALID,
				_("The file was not read: line %d, the header, has no name for column %d."),
				reading->row_line, i + 1);
	return true;
}

static int name_order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool header_distinct(struct reading *reading, const char *const *names, struct error *err)
{
	struct arena arena;
	arena_init(&arena);
	int columns = reading->sheet.columns, same = 0;
	const char **keys = arena_take(&arena, (size_t)columns * sizeof(*keys));
	for (int i = 0; i < columns; i++)
		keys[i] = text_fold(&arena, names[i]);
	qsort(keys, (size_t)columns, sizeof(*keys), name_order);
	for (int i = 1; i < columns && !same; i++)
		same = strcmp(keys[i - 1], keys[i]) == 0 ? i : 0;
	if (same)
		refuse(err, ERROR_INVALID,
			_("The file was not read: line %d, the header, has two columns called “%s”."),
			reading->row_line, keys[same]);
	arena_done(&arena);
	return !same;
}

static bool header_take(struct reading *reading)
{
	struct sheet *sheet = &reading->sheet;
	if (reading->row.kept > SHEET_COLUMNS_MOST)
		return refuse(reading->err, ERROR_INVALID,
			_("The file was not read: line %d, the header, has more than %d columns."), reading->row_line,
			SHEET_COLUMNS_MOST);
	const char **names = arena_take(&sheet->arena, (size_t)reading->row.kept * sizeof(*names));
	if (!header_names(reading, names, reading->err) || !header_distinct(reading, names, reading->err))
		return false;
	sheet->names = names;
	sheet->line = reading->row_line;
	return true;
}

/* ---- what libcsv tells */

static void cell_seen(void *bytes, size_t count, void *with)
{
	struct reading *reading = with;
	struct filling *row = &reading->row;
	reading->cell_line = reading->line;
	if (reading->refused)
		return;
	row->count++;
	row->something |= count > 0;
	if (row->kept == (reading->sheet.names ? reading->sheet.columns : SHEET_COLUMNS_MOST + 1)) {
		row->more |= count > 0;
		return;
	}
	if (row->kept == row->room) {
		row->room = row->room ? 2 * row->room : 32;
		row->starts = memory_retake(row->starts, (size_t)row->room * sizeof(*row->starts));
	}
	row->starts[row->kept++] = row->text.bytes;
	buffer_add(&row->text, bytes, count);
	buffer_add(&row->text, "", 1);
}

static void row_seen(int end, void *with)
{
	struct reading *reading = with;
	struct filling *row = &reading->row;
	(void)end;
	reading->open = false;
	if (!reading->refused && row->something) {
		if (reading->sheet.names)
			row_take(reading);
		else
			reading->refused = !header_take(reading);
	}
	buffer_clear(&row->text);
	row->kept = row->count = 0;
	row->more = row->something = false;
}

/* ---- feeding */

static bool parser_refused(struct reading *reading)
{
	if (csv_error(&reading->parser) == CSV_EPARSE)
		return refuse(reading->err, ERROR_INVALID,
			_("The file was not read: line %d has a quote inside a cell. A cell with quotes must stand in "
			  "quotes, "
			  "and its own be doubled."),
			reading->line);
	return refuse(reading->err, ERROR_INVALID,
		_("The file was not read: the cell that begins on line %d is longer than %d bytes. A quote may be "
		  "missing at "
		  "its end."),
		reading->cell_line, SHEET_CELL_MOST);
}

static bool line_blank(const char *text, size_t bytes, char separator)
{
	for (size_t i = 0; i < bytes; i++)
		if (!strchr(" \t\r\n", text[i]) || text[i] == separator)
			return false;
	return true;
}

static bool line_feed(struct reading *reading, const char *text, size_t bytes)
{
	if (!reading->open) {
		reading->row_line = reading->cell_line = reading->line;
		reading->open = !line_blank(text, bytes, reading->sheet.separator);
	}
	for (size_t at = 0; at < bytes; at += FEED_MOST) {
		size_t part = bytes - at < FEED_MOST ? bytes - at : FEED_MOST;
		if (csv_parse(&reading->parser, text + at, part, cell_seen, row_seen, reading) != part)
			return reading->refused ? false : parser_refused(reading);
		if (reading->refused)
			return false;
	}
	return true;
}

static bool text_feed(struct reading *reading, const char *text, size_t count)
{
	for (size_t at = 0, bytes; at < count; at += bytes, reading->line++) {
		bytes = encoding_line(text + at, count - at);
		if (!line_feed(reading, text + at, bytes))
			return false;
	}
	/* Only now: after an error csv_fini would hand over half a row. */
	if (csv_fini(&reading->parser, cell_seen, row_seen, reading) != 0)
		return refuse(reading->err, ERROR_INVALID,
			_("The file was not read: the quote that opens on line %d is never closed."),
			reading->cell_line);
	if (!reading->refused && !reading->sheet.names)
		return refuse(reading->err, ERROR_INVALID,
			_("The file was not read: it has no header. Its first line must name the columns."));
	return !reading->refused;
}

/* ---- the separator */

/* A first line "sep=;" tells Excel the separator and is no header. Answers its bytes, 0 when there is none. */
static size_t separator_announced(const char *text, size_t count, char *out)
{
	size_t line = encoding_line(text, count), at = line > 0 && *text == '"';
	if (line < at + 5 || strncasecmp(text + at, "sep=", 4) != 0)
		return 0;
	*out = text[at + 4];
	for (size_t i = at + 5; i < line; i++)
		if (!strchr("\"\r\n", text[i]) && text[i] != *out)
			return 0;
	return line;
}

/* The separator the header uses most, outside quotes; the semicolon when it uses none. */
static char separator_found(const char *text, size_t count)
{
	size_t semicolons = 0, commas = 0, tabs = 0, others = 0;
	bool quoted = false;
	for (size_t i = 0; i < count; i++) {
		if (text[i] == '"')
			quoted = !quoted;
		if (!quoted && (text[i] == '\n' || text[i] == '\r') && others)
			break;
		if (quoted)
			continue;
		semicolons += text[i] == ';';
		commas += text[i] == ',';
		tabs += text[i] == '\t';
		others += !strchr(" \t\r\n", text[i]);
	}
	if (semicolons >= commas && semicolons >= tabs)
		return ';';
	return tabs >= commas ? '\t' : ',';
}

static bool separator_choose(struct reading *reading, const char **text, size_t *count)
{
	struct sheet *sheet = &reading->sheet;
	size_t announced = separator_announced(*text, *count, &sheet->separator);
	sheet->announced = announced > 0;
	if (!announced) {
		sheet->separator = separator_found(*text, *count);
		return true;
	}
	if (!strchr(";,\t", sheet->separator))
		return refuse(reading->err, ERROR_INVALID,
			_("The file was not read: line 1 announces a separator other than semicolon, comma and tab."));
	*text += announced;
	*count -= announced;
	reading->line++;
	return true;
}

/* ---- the whole */

static bool sheet_parse(struct reading *reading, const char *text, size_t count)
{
	if (!separator_choose(reading, &text, &count))
		return false;
	if (csv_init(&reading->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		memory_out();
	csv_set_delim(&reading->parser, (unsigned char)reading->sheet.separator);
	csv_set_realloc_func(&reading->parser, cell_room);
	csv_set_blk_size(&reading->parser, 4096);
	buffer_init(&reading->row.text);
	bool ok = text_feed(reading, text, count);
	buffer_done(&reading->row.text);
	free(reading->row.starts);
	csv_free(&reading->parser);
	return ok;
}

bool sheet_read(
	const char *bytes, size_t count, sheet_patience *patience, void *with, struct sheet *out, struct error *err)
{
	if (count > SHEET_BYTES_MOST)
		return refuse(err, ERROR_INVALID,
			_("The file was not read: it is larger than %d MB. Divide it and try again."),
			SHEET_BYTES_MOST / 1000000);
	struct reading reading = {.line = 1, .patience = patience, .with = with, .err = err};
	struct buffer room;
	const char *text;
	size_t length;
	buffer_init(&room);
	arena_init(&reading.sheet.arena);
	bool ok = encoding_read(bytes, count, &room, &reading.sheet.encoding, &text, &length, err) &&
		  sheet_parse(&reading, text, length);
	buffer_done(&room);
	if (!ok) {
		arena_done(&reading.sheet.arena);
		return false;
	}
	hash_of(bytes, count, reading.sheet.hash);
	*out = reading.sheet;
	return true;
}

bool sheet_load(const char *path, sheet_patience *patience, void *with, struct sheet *out, struct error *err)
{
	struct buffer bytes;
	buffer_init(&bytes);
	bool ok = file_read(path, SHEET_BYTES_MOST, &bytes, err) &&
		  sheet_read(bytes.text, bytes.bytes, patience, with, out, err);
	buffer_done(&bytes);
	return ok;
}

void sheet_done(struct sheet *sheet)
{
	arena_done(&sheet->arena);
}

int sheet_column(const struct sheet *sheet, const char *name)
{
	struct arena arena;
	arena_init(&arena);
	const char *key = text_fold(&arena, name);
	int column = sheet->columns - 1;
	while (column >= 0 && strcmp(text_fold(&arena, sheet->names[column]), key) != 0)
		column--;
	arena_done(&arena);
	return column;
}

const char *sheet_text(const struct sheet *sheet, struct arena *arena)
{
	const char *separator = sheet->separator == ';'   ? _("semicolon")
				: sheet->separator == ',' ? _("comma")
							  : _("tab");
	const char *columns =
		arena_format(arena, ngettext("%d column", "%d columns", (unsigned long)sheet->columns), sheet->columns);
	const char *rows =
		arena_format(arena, ngettext("%d row", "%d rows", (unsigned long)sheet->count), sheet->count);
	return arena_format(arena, "%s, %s, %s, %s", encoding_name(sheet->encoding), separator, columns, rows);
}
