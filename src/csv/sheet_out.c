/* Sheets out. Invariant: a cell is followed by the separator in `room`, and the row's end replaces the last one; room
 * is emptied only before the separator is put, so that it is always there to be replaced. A cell is looked at
 * sixteen bytes at a time and copied as it is unless it needs quotes, for exports are long and cells are short. */
#include "base/file.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "csv/sheet.h"
#include <csv.h>

/* ---- the room */

static void room_empty(struct sheet_out *out)
{
	if (!out->failed && out->used > 0)
		out->failed = !out->sink(out->with, out->room, out->used, &out->error);
	out->used = 0;
}

static __attribute__((noinline)) void bytes_put(struct sheet_out *out, const char *bytes, size_t count)
{
	while (count > 0) {
		if (out->used == SHEET_OUT_ROOM)
			room_empty(out);
		size_t part = SHEET_OUT_ROOM - out->used < count ? SHEET_OUT_ROOM - out->used : count;
		memcpy(out->room + out->used, bytes, part);
		out->used += part;
		bytes += part;
		count -= part;
	}
}

/* The cell's bytes as they are, and the separator. */
static inline __attribute__((always_inline)) void cell_put(struct sheet_out *out, const char *bytes, size_t count)
{
	assert(out->column < out->columns);
	if (count < SHEET_OUT_ROOM - out->used) {
		memcpy(out->room + out->used, bytes, count);
		out->used += count;
	} else {
		bytes_put(out, bytes, count);
		if (out->used == SHEET_OUT_ROOM)
			room_empty(out);
	}
	out->room[out->used++] = out->separator;
	out->column++;
}

/* ---- what a cell needs */

enum { LANES = 16 };
typedef unsigned char lanes __attribute__((vector_size(LANES)));

/* Whether sixteen bytes hold a control character, a quote or the separator; letters beyond ASCII are none of them. */
static inline bool lanes_special(lanes bytes, lanes separators)
{
	lanes hits = (lanes)((bytes & 0xE0) == 0) | (lanes)(bytes == '"') | (lanes)(bytes == separators);
	uint64_t halves[2];
	memcpy(halves, &hits, sizeof(halves));
	return (halves[0] | halves[1]) != 0;
}

/* The same for one to fifteen bytes in one look: a byte seen twice does no harm. */
static inline bool few_special(const char *text, size_t bytes, lanes separators)
{
	uint64_t halves[2];
	if (bytes >= 8) {
		memcpy(&halves[0], text, 8);
		memcpy(&halves[1], text + bytes - 8, 8);
	} else if (bytes >= 4) {
		uint32_t first, last;
		memcpy(&first, text, 4);
		memcpy(&last, text + bytes - 4, 4);
		halves[0] = halves[1] = first | (uint64_t)last << 32;
	} else {
		uint64_t first = (unsigned char)text[0], middle = (unsigned char)text[bytes / 2];
		halves[0] = halves[1] = (first | middle << 8 | (uint64_t)(unsigned char)text[bytes - 1] << 16) |
					UINT64_C(0x7878787878000000);
	}
	lanes all;
	memcpy(&all, halves, sizeof(all));
	return lanes_special(all, separators);
}

/* Whether a text of one byte or more holds what only stands within quotes. */
static inline bool special(const char *text, size_t bytes, const struct sheet_out *out)
{
	static const lanes semicolons = {';', ';', ';', ';', ';', ';', ';', ';', ';', ';', ';', ';', ';', ';', ';',
				   ';'},
			   commas = {',', ',', ',', ',', ',', ',', ',', ',', ',', ',', ',', ',', ',', ',', ',', ','};
	lanes separators = out->dialect == SHEET_EXCEL_SV ? semicolons : commas, part;
	if (bytes < LANES)
		return few_special(text, bytes, separators);
	for (size_t at = 0; at + LANES < bytes; at += LANES) {
		memcpy(&part, text + at, LANES);
		if (lanes_special(part, separators))
			return true;
	}
	memcpy(&part, text + bytes - LANES, LANES);
	return lanes_special(part, separators);
}

/* A spreadsheet would calculate it. Text that is already guarded gets one more, so that reading takes off only ours. */
static bool calculates(const char *text)
{
	const char *after = text + strspn(text, "'");
	return *after && strchr("=+-@\t\r\n", *after);
}

/* Kept out of the common way, which needs no room on the stack. */
static __attribute__((noinline)) void cell_put_hard(
	struct sheet_out *out, const char *text, size_t bytes, bool quotes, bool guard)
{
	char few[512];
	size_t room = 2 * bytes + 4;
	char *copy = room <= sizeof(few) ? few : memory_take(room);
	if (quotes) {
		size_t count = csv_write2(copy + 1, room - 1, text, bytes, '"');
		copy[0] = '"';
		if (guard)
			copy[1] = '\'';
		cell_put(out, copy + !guard, count + guard);
	} else {
		copy[0] = '\'';
		memcpy(copy + 1, text, bytes);
		cell_put(out, copy, bytes + 1);
	}
	if (copy != few)
		free(copy);
}

/* ---- strict sheets */

static __attribute__((noinline)) void cell_wrong(struct sheet_out *out, const char *why)
{
	char told[SHEET_OUT_WRONG];
	out->wrong++;
	size_t used = strlen(out->wrong_cells);
	int count = snprintf(told, sizeof(told), _("%srow %lld, %s (%s)"), used ? "; " : "", (long long)out->row,
		out->names[out->column], why);
	if (count > 0 && used + (size_t)count < sizeof(out->wrong_cells))
		memcpy(out->wrong_cells + used, told, (size_t)count + 1);
}

/* Why the text cannot stand in a file that is read without quotes; NULL when it can. */
static __attribute__((noinline)) const char *strict_reason(const struct sheet_out *out, const char *text, size_t bytes)
{
	unsigned char first = (unsigned char)text[0];
	if (special(text, bytes, out))
		return _("a separator, a quote or a line break");
	if (!isalnum(first) && first < 0xC3)
		return _("does not begin with a letter or a digit");
	if (text[bytes - 1] == ' ')
		return _("a blank at the end");
	for (size_t at = 0; at < bytes;) {
		uint32_t character;
		int took = text_decode(text + at, bytes - at, &character);
		if (took == 0 || character == 0xA0 || text_cells(character) < 1)
			return _("an invisible or broken character");
		at += (size_t)took;
	}
	return NULL;
}

/* ---- cells */

void sheet_put_text(struct sheet_out *out, const char *text)
{
	size_t bytes = text ? strlen(text) : 0;
	if (bytes == 0) {
		cell_put(out, "", 0);
		return;
	}
	const char *why = out->strict ? strict_reason(out, text, bytes) : NULL;
	if (why)
		cell_wrong(out, why);
	bool quotes = special(text, bytes, out) || text[0] == ' ' || text[bytes - 1] == ' ' ||
		      (out->careful && strpbrk(text, ";,"));
	/* All that Excel calculates, and the apostrophe, come before the digits but for = and @. */
	bool guard = out->dialect == SHEET_EXCEL_SV &&
		     ((unsigned char)text[0] < '0' || text[0] == '=' || text[0] == '@') && calculates(text);
	if (quotes || guard)
		cell_put_hard(out, text, bytes, quotes, guard);
	else
		cell_put(out, text, bytes);
}

/* Writes the digits, two at a time, so that they end before `end`; answers where they begin. */
static char *digits(char *end, uint64_t number)
{
	static const char pairs[] =
		"0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243"
		"4445464748495051525354555657585960616263646566676869707172737475767778798081828384858687"
		"888990919293949596979899";
	for (; number >= 100; number /= 100)
		memcpy(end -= 2, pairs + 2 * (number % 100), 2);
	if (number >= 10)
		memcpy(end -= 2, pairs + 2 * number, 2);
	else
		*--end = (char)('0' + number);
	return end;
}

static uint64_t size_of(int64_t number)
{
	return number < 0 ? -(uint64_t)number : (uint64_t)number;
}

void sheet_put_number(struct sheet_out *out, int64_t number)
{
	char room[24], *end = room + sizeof(room), *from = digits(end, size_of(number));
	if (number < 0)
		*--from = '-';
	cell_put(out, from, (size_t)(end - from));
}

void sheet_put_ore(struct sheet_out *out, int64_t ore)
{
	if (ore == MONEY_UNKNOWN) {
		if (out->strict)
			cell_wrong(out, _("the amount is unknown"));
		cell_put(out, "", 0);
		return;
	}
	char room[24], *end = room + sizeof(room), *from = end - 3;
	uint64_t size = size_of(ore);
	end[-1] = (char)('0' + size % 10);
	end[-2] = (char)('0' + size / 10 % 10);
	end[-3] = out->decimal;
	from = digits(from, size / 100);
	if (ore < 0)
		*--from = '-';
	cell_put(out, from, (size_t)(end - from));
}

void sheet_put_day(struct sheet_out *out, day which)
{
	char text[DAY_TEXT];
	day_text(which, text);
	cell_put(out, text, strlen(text));
}

void sheet_put_blank(struct sheet_out *out)
{
	cell_put(out, "", 0);
}

/* ---- rows and the whole */

void sheet_row_end(struct sheet_out *out)
{
	assert(out->column == out->columns);
	out->room[out->used - 1] = '\r';
	if (out->used == SHEET_OUT_ROOM)
		room_empty(out);
	out->room[out->used++] = '\n';
	out->column = 0;
	out->row++;
}

void sheet_open(struct sheet_out *out, enum sheet_dialect dialect, bool strict, const char *const *names, int columns,
	sheet_sink *sink, void *with)
{
	assert(columns > 0);
	bool swedish = dialect == SHEET_EXCEL_SV;
	out->dialect = dialect;
	out->strict = strict;
	out->separator = swedish ? ';' : ',';
	out->decimal = swedish ? ',' : '.';
	out->sink = sink;
	out->with = with;
	out->names = names;
	out->columns = columns;
	out->column = out->wrong = 0;
	out->row = 0;
	out->failed = false;
	out->wrong_cells[0] = 0;
	out->used = 0;
	/* Whoever reads this finds the separator in the header, and takes it for a semicolon when there is none. */
	out->careful = true;
	bytes_put(out, "\xEF\xBB\xBF", swedish ? 3 : 0);
	for (int i = 0; i < columns; i++)
		sheet_put_text(out, names[i]);
	sheet_row_end(out);
	out->careful = columns == 1;
}

bool sheet_close(struct sheet_out *out, struct error *err)
{
	assert(out->column == 0);
	room_empty(out);
	if (out->failed) {
		if (err)
			*err = out->error;
		return false;
	}
	if (out->wrong > 0)
		return refuse(err, ERROR_INVALID,
			ngettext("The file was not made, for %d cell cannot stand in it as it is: %s.",
				"The file was not made, for %d cells cannot stand in it as they are: %s.",
				(unsigned long)out->wrong),
			out->wrong, out->wrong_cells);
	return true;
}

bool sheet_into_buffer(void *buffer, const char *bytes, size_t count, struct error *err)
{
	(void)err;
	buffer_add(buffer, bytes, count);
	return true;
}

bool sheet_into_file(void *draft, const char *bytes, size_t count, struct error *err)
{
	return file_add(draft, bytes, count, err);
}
