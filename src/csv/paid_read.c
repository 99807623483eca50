/* Reading what has been paid. Invariant: a cell that means nothing stops the whole file; no day and no amount is
 * guessed. */
#include "csv/paid_read.h"
#include "csv/columns.h"
#include "csv/intake_value.h"

#include "base/money.h"
#include "base/words.h"

enum { PAYMENT, AMOUNT, PAID, REFERENCE, WANTED, TOLD = 5 };
static const enum column_name wanted[WANTED] = {
	[PAYMENT] = COLUMN_PAYMENT_ID,
	[AMOUNT] = COLUMN_AMOUNT_ORE,
	[PAID] = COLUMN_PAID,
	[REFERENCE] = COLUMN_REFERENCE,
};

struct reading {
	struct paid_sheet *paid;
	int at[WANTED]; /* columns of the sheet; -1 none */
	struct buffer wrong;
	int wrongs;
};

static bool columns_find(struct reading *reading, struct error *err)
{
	const struct sheet *sheet = &reading->paid->sheet;
	enum column_name found;

	for (int i = 0; i < WANTED; i++)
		reading->at[i] = -1;
	for (int column = 0; column < sheet->columns; column++)
		for (int i = 0; i < WANTED; i++)
			if (column_among(sheet->names[column], &wanted[i], 1, &found))
				reading->at[i] = column;
	if (reading->at[PAYMENT] >= 0 && reading->at[AMOUNT] >= 0 && reading->at[PAID] >= 0)
		return true;
	return refuse(err, ERROR_INVALID,
		_("The file has no column %s. It has the columns payment, amount and paid, and may have reference."),
		reading->at[PAYMENT] < 0 ? "payment" : (reading->at[AMOUNT] < 0 ? "amount" : "paid"));
}

static void wrong_add(struct reading *reading, int line, const char *why)
{
	if (reading->wrongs++ < TOLD)
		buffer_format(
			&reading->wrong, "\n%s", arena_format(&reading->paid->arena, _("line %d: %s"), line, why));
}

static const char *cell(const struct reading *reading, const struct sheet_row *row, int which)
{
	return reading->at[which] < 0 ? "" : row->cells[reading->at[which]];
}

static bool row_read(
	const struct reading *reading, const struct sheet_row *row, struct paid_row *out, struct error *err)
{
	struct paid_row read = {
		.line = row->line, .payment = cell(reading, row, PAYMENT), .reference = cell(reading, row, REFERENCE)};

	if (!value_day(cell(reading, row, PAID), &reading->paid->arena, &read.on_day, err) ||
		!value_money(cell(reading, row, AMOUNT), &read.ore, err))
		return false;
	if (!read.payment[0])
		return refuse(err, ERROR_INVALID, _("It has no number of a payment."));
	if (read.ore == MONEY_UNKNOWN || read.ore < 1)
		return refuse(err, ERROR_INVALID, _("It has no amount."));
	*out = read;
	return true;
}

static bool rows_read(struct reading *reading, struct error *err)
{
	const struct sheet *sheet = &reading->paid->sheet;
	struct paid_row *rows = arena_take(&reading->paid->arena, ((size_t)sheet->count + 1) * sizeof *rows);

	for (int i = 0; i < sheet->count; i++) {
		struct error why = {0};

		if (sheet->rows[i].wrong)
			wrong_add(reading, sheet->rows[i].line, sheet->rows[i].wrong);
		else if (!row_read(reading, &sheet->rows[i], &rows[i], &why))
			wrong_add(reading, sheet->rows[i].line, why.text);
	}
	reading->paid->file.rows = rows;
	reading->paid->file.count = sheet->count;
	return !reading->wrongs || refuse(err, ERROR_INVALID,
					   ngettext("%d line cannot be read, so nothing of the file was recorded:%s",
						   "%d lines cannot be read, so nothing of the file was recorded:%s",
						   (unsigned long)reading->wrongs),
					   reading->wrongs, reading->wrong.text);
}

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

bool paid_sheet_load(const char *path, struct paid_sheet *out, struct error *err)
{
	struct reading reading = {.paid = out};
	struct paid_sheet paid = {0};
	bool read;

	if (!sheet_load(path, NULL, NULL, &paid.sheet, err))
		return false;
	reading.paid = &paid;
	arena_init(&paid.arena);
	buffer_init(&reading.wrong);
	paid.file.name = arena_text(&paid.arena, name_of(path));
	snprintf(paid.file.hash, sizeof paid.file.hash, "%s", paid.sheet.hash);
	read = columns_find(&reading, err) && rows_read(&reading, err);
	buffer_done(&reading.wrong);
	if (read)
		*out = paid;
	else
		paid_sheet_done(&paid);
	return read;
}

void paid_sheet_done(struct paid_sheet *paid)
{
	if (!paid)
		return;
	sheet_done(&paid->sheet);
	arena_done(&paid->arena);
}
