/* A sealed payment file for people. Invariant: what is written is what was sealed, and says that it is no file to pay
 * from. */
#include "csv/batch_paper.h"
#include "csv/sheet.h"

#include "base/money.h"
#include "base/words.h"
#include "casework/payee_account.h"

const char *batch_item_state(const struct batch_item *item, struct arena *arena)
{
	if (item->returned_on)
		return arena_format(arena, _("came back %s"), item->returned_on);
	return item->paid_on ? arena_format(arena, _("paid out %s"), item->paid_on) : "";
}

static const char *kr(int64_t ore, char money[MONEY_TEXT])
{
	return money_text(ore, MONEY_KR, words_swedish(), money);
}

static void item_write(const struct batch_item *item, struct arena *arena, struct buffer *out)
{
	const char *state = batch_item_state(item, arena);
	char money[MONEY_TEXT];

	buffer_format(out, "%d\t%s\t%s\t%s %s\t%s\t%s%s%s\n", item->n, item->payment_id, item->name,
		payee_kind_word(item->kind), item->number, kr(item->ore, money), item->due_on, state[0] ? "\t" : "",
		state);
}

void batch_receipt_write(const struct batch_whole *whole, struct buffer *out)
{
	const struct batch *head = &whole->head;
	char money[MONEY_TEXT];
	struct arena arena;

	buffer_format(out, _("Payment file %d, sealed %.16s by %s\n"), head->n, head->sealed_at, head->sealed_by);
	buffer_format(out, _("Rows     %d\nSum      %s\nSHA-256  %s\nLog      event %lld, %s\n\n"), head->rows,
		kr(head->ore, money), head->hash, (long long)head->seq, head->link);
	arena_init(&arena);
	for (int i = 0; i < whole->count; i++)
		item_write(&whole->items[i], &arena, out);
	arena_done(&arena);
}

static void sheet_rows(struct sheet_out *sheet, const struct batch_whole *whole)
{
	for (int i = 0; i < whole->count; i++) {
		const struct batch_item *item = &whole->items[i];

		sheet_put_number(sheet, whole->head.n);
		sheet_put_number(sheet, item->n);
		sheet_put_text(sheet, item->payment_id);
		sheet_put_text(sheet, item->title);
		sheet_put_text(sheet, item->name);
		sheet_put_text(sheet, item->orgnr);
		sheet_put_text(sheet, payee_kind_word(item->kind));
		sheet_put_text(sheet, item->number);
		sheet_put_ore(sheet, item->ore);
		sheet_put_number(sheet, item->year);
		sheet_put_text(sheet, item->due_on);
		sheet_put_text(sheet, item->maker);
		sheet_put_text(sheet, item->reviewed_by);
		sheet_put_text(sheet, item->attested_by);
		sheet_put_text(sheet, item->paid_on);
		sheet_row_end(sheet);
	}
}

bool batch_sheet_write(const struct batch_whole *whole, struct buffer *out, struct error *err)
{
	const char *const names[] = {_("Payment file"), _("Row"), _("Payment"), _("Measure"), _("Recipient"),
		_("Registration number"), _("Kind of account"), _("Account"), _("Amount"), _("Payment year"),
		_("To be paid"), _("Made by"), _("Reviewed by"), _("Authorised by"), _("Paid")};
	struct sheet_out sheet;
	struct buffer body;
	bool done;

	buffer_init(&body);
	sheet_open(&sheet, SHEET_EXCEL_SV, false, names, sizeof names / sizeof *names, sheet_into_buffer, &body);
	sheet_rows(&sheet, whole);
	done = sheet_close(&sheet, err);
	if (done)
		buffer_format(out, "\xEF\xBB\xBF%s\r\n%s", _("not to be read in"), body.text + 3);
	buffer_done(&body);
	return done;
}
