/* The machine file of a sealed batch. Invariant: a value that would have to be escaped, or that reads as something
 * else, does not get in. */
#include "casework/batch.h"

#include "base/money.h"
#include "base/words.h"

#include <ctype.h>

static const char header[] = "batch,row,payment,orgnr,account_kind,account,amount,payment_year,due_day,reference\n";

static bool all_of(const char *text, size_t least, size_t most, bool letters)
{
	size_t bytes = strlen(text);

	if (bytes < least || bytes > most)
		return false;
	for (; *text; text++)
		if (!(*text >= '0' && *text <= '9') && !(letters && ((*text >= 'A' && *text <= 'Z') || *text == '-')))
			return false;
	return true;
}

static bool kind_known(const char *kind)
{
	return !strcmp(kind, "bankgiro") || !strcmp(kind, "plusgiro") || !strcmp(kind, "account");
}

const char *batch_line_wrong(const struct batch_line *line)
{
	char again[DAY_TEXT];

	if (!all_of(line->payment, 1, 25, true) || !all_of(line->reference, 1, 25, true))
		return _("the payment's number is not A–Z, 0–9 and hyphens, at most 25 signs");
	if (!all_of(line->orgnr, 10, 10, false))
		return _("the registration number is not ten digits");
	if (!kind_known(line->kind) || !all_of(line->account, 2, 20, false))
		return _("the account is not digits");
	if (line->ore < 1 || line->ore > MONEY_MOST)
		return _("the amount is not at least one öre");
	if (line->year < 2025 || line->year > 2099)
		return _("the payment year is not 2025–2099");
	if (day_read(line->due_on) == DAY_NONE)
		return _("the day is no day");
	day_text(day_read(line->due_on), again);
	return strcmp(again, line->due_on) ? _("the day is no day") : NULL;
}

void batch_file_write(const struct batch_line *lines, int count, struct buffer *out)
{
	buffer_text(out, header);
	for (int i = 0; i < count; i++)
		buffer_format(out, "%d,%d,%s,%s,%s,%s,%lld.%02d,%d,%s,%s\n", lines[i].batch, lines[i].row,
			lines[i].payment, lines[i].orgnr, lines[i].kind, lines[i].account,
			(long long)(lines[i].ore / 100), (int)(lines[i].ore % 100), lines[i].year, lines[i].due_on,
			lines[i].reference);
}

/* ---- read back */

enum { CELLS = 10 };

static bool number_cell(const char *text, int *out)
{
	char *end;
	long number = strtol(text, &end, 10);

	*out = (int)number;
	return *text >= '0' && *text <= '9' && !*end && number >= 0 && number < 1000000;
}

/* "12250000.00". */
static bool ore_cell(const char *text, int64_t *out)
{
	char *end;
	long long whole = strtoll(text, &end, 10);

	if (*text < '0' || *text > '9' || *end != '.' || strlen(end) != 3 || !isdigit((unsigned char)end[1]) ||
		!isdigit((unsigned char)end[2]) || whole > MONEY_MOST / 100)
		return false;
	*out = whole * 100 + strtol(end + 1, NULL, 10);
	return true;
}

static bool text_cell(const char *text, char *out, size_t room)
{
	return snprintf(out, room, "%s", text) < (int)room;
}

static bool line_cut(char *text, char *cells[CELLS])
{
	int count = 0;

	for (char *at = text; at; count++) {
		char *comma = strchr(at, ',');

		if (count == CELLS)
			return false;
		cells[count] = at;
		if (comma)
			*comma++ = '\0';
		at = comma;
	}
	return count == CELLS;
}

static bool line_read(char *text, struct batch_line *line)
{
	char *cells[CELLS];

	return line_cut(text, cells) && number_cell(cells[0], &line->batch) && number_cell(cells[1], &line->row) &&
	       text_cell(cells[2], line->payment, sizeof line->payment) &&
	       text_cell(cells[3], line->orgnr, sizeof line->orgnr) &&
	       text_cell(cells[4], line->kind, sizeof line->kind) &&
	       text_cell(cells[5], line->account, sizeof line->account) && ore_cell(cells[6], &line->ore) &&
	       number_cell(cells[7], &line->year) && text_cell(cells[8], line->due_on, sizeof line->due_on) &&
	       text_cell(cells[9], line->reference, sizeof line->reference) && !batch_line_wrong(line);
}

bool batch_file_read(const char *text, struct arena *arena, struct batch_line **lines, int *count, struct error *err)
{
	size_t room = 0;
	int read = 0;

	if (strncmp(text, header, sizeof header - 1) != 0)
		return refuse(err, ERROR_INVALID, _("This is no payment file: its first line is another."));
	*lines = NULL;
	for (const char *at = text + sizeof header - 1; *at;) {
		const char *end = strchr(at, '\n');
		struct batch_line line = {0};

		if (!end || !line_read(arena_text_part(arena, at, (size_t)(end - at)), &line))
			return refuse(err, ERROR_INVALID, _("Line %d of the payment file cannot be read."), read + 2);
		if ((size_t)read == room) {
			room = room ? room * 2 : 16;
			*lines = arena_grow(arena, *lines, (size_t)read, sizeof **lines, room);
		}
		(*lines)[read++] = line;
		at = end + 1;
	}
	*count = read;
	return true;
}
