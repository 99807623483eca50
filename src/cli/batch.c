/* kansli batch list|show|seal|file|sheet|import|imports: sealed payment files. */
#include "cli/pay.h"

#include "base/json.h"
#include "base/money.h"
#include "base/text.h"
#include "casework/attest_said.h"
#include "casework/batch.h"
#include "csv/batch_paper.h"

static const char *kr(int64_t ore, char money[MONEY_TEXT])
{
	return money_text(ore, MONEY_KR, words_swedish(), money);
}

static void head_json(struct json *json, const struct batch *batch)
{
	json_number(json, "batch", batch->n);
	json_number(json, "rows", batch->rows);
	json_ore(json, "amount_ore", batch->ore);
	json_text(json, "sha256", batch->hash);
	json_text(json, "sealed", batch->sealed_at);
	json_text(json, "sealed_by", batch->sealed_by);
	json_number(json, "event", batch->seq);
	json_text(json, "link", batch->link);
}

static bool list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_BATCH, COLUMN_BATCH_ROWS, COLUMN_AMOUNT_ORE, COLUMN_SEALED_AT,
		COLUMN_SEALED_BY, COLUMN_BATCH_HASH};
	static const struct listing listing = {"batches", columns, sizeof columns / sizeof *columns};
	struct batch_list list;
	struct buffer text;
	struct json json;
	char money[MONEY_TEXT];
	bool done;

	if (!batch_list_load(shell->cw, &list, err))
		return false;
	buffer_init(&text);
	json_init(&json, &text);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "batches");
	for (int i = 0; i < list.count; i++) {
		json_object(&json, NULL);
		head_json(&json, &list.items[i]);
		json_close(&json);
		if (!shell_for_programs(shell))
			buffer_format(&shell->out,
				ngettext("%d\t%d row, %s\t%.16s %s\t%d paid\n", "%d\t%d rows, %s\t%.16s %s\t%d paid\n",
					(unsigned long)list.items[i].rows),
				list.items[i].n, list.items[i].rows, kr(list.items[i].ore, money),
				list.items[i].sealed_at, list.items[i].sealed_by, list.items[i].paid);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &text, err) : shell_divert(shell, err);
	buffer_done(&text);
	batch_list_done(&list);
	return done;
}

static bool batch_named(struct shell *shell, struct batch_whole *whole, struct error *err)
{
	int n = text_number(shell->arguments[0]);

	if (!n)
		return refuse(err, ERROR_INVALID, _("'%s' is no number of a payment file."), shell->arguments[0]);
	return batch_load(shell->cw, n, whole, err);
}

/* ---- one: its receipt and its rows */

static void whole_json(const struct batch_whole *whole, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	head_json(&json, &whole->head);
	json_array(&json, "payments");
	for (int i = 0; i < whole->count; i++) {
		const struct batch_item *item = &whole->items[i];

		json_object(&json, NULL);
		json_number(&json, "row", item->n);
		json_text(&json, "payment_id", item->payment_id);
		json_text(&json, "recipient", item->name);
		json_text(&json, "orgnr", item->orgnr);
		json_text(&json, "kind", item->kind);
		json_text(&json, "account", item->number);
		json_ore(&json, "amount_ore", item->ore);
		json_number(&json, "year", item->year);
		json_text(&json, "date", item->due_on);
		json_text(&json, "paid", item->paid_on);
		json_text(&json, "returned", item->returned_on);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static bool show_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_ROW, COLUMN_PAYMENT_ID, COLUMN_RECIPIENT, COLUMN_ORGNR,
		COLUMN_ACCOUNT_KIND, COLUMN_ACCOUNT, COLUMN_AMOUNT_ORE, COLUMN_YEAR, COLUMN_DATE, COLUMN_PAID,
		COLUMN_RETURNED};
	static const struct listing listing = {"payments", columns, sizeof columns / sizeof *columns};
	struct batch_whole whole;
	struct buffer json;
	bool done;

	if (!batch_named(shell, &whole, err))
		return false;
	buffer_init(&json);
	if (shell_for_programs(shell))
		whole_json(&whole, &json);
	else
		batch_receipt_write(&whole, &shell->out);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	batch_whole_done(&whole);
	return done;
}

/* ---- the files */

/* The very bytes that were sealed. */
static bool file_run(struct shell *shell, struct error *err)
{
	struct batch_whole whole;
	struct buffer text;
	bool done;

	if (!may(shell->cw, RIGHT_PAYMENT_EXPORT, RELATION_NONE, err) || !batch_named(shell, &whole, err))
		return false;
	buffer_init(&text);
	buffer_text(&text, whole.file);
	done = shell_deliver(shell, &text, err);
	buffer_done(&text);
	batch_whole_done(&whole);
	return done;
}

static bool sheet_run(struct shell *shell, struct error *err)
{
	struct batch_whole whole;
	struct buffer text;
	bool done;

	if (!batch_named(shell, &whole, err))
		return false;
	buffer_init(&text);
	done = batch_sheet_write(&whole, &text, err) && shell_deliver(shell, &text, err);
	buffer_done(&text);
	batch_whole_done(&whole);
	return done;
}

/* ---- sealing */

static const struct instalment *row_in(const struct instalment_list *list, int64_t id)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return &list->items[i];
	return NULL;
}

static bool wanted_said(struct shell *shell, const struct batch_wanted *wanted, const struct instalment_list *list,
	struct attest_said *said, struct error *err)
{
	const struct instalment **rows = arena_take(&shell->arena, ((size_t)wanted->count + 1) * sizeof *rows);
	bool with_year;
	int count = 0;

	for (int i = 0; i < wanted->count; i++) {
		rows[count] = row_in(list, wanted->instalments[i]);
		count += rows[count] != NULL;
	}
	return shell_with_year(shell, &with_year, err) &&
	       attest_said(shell->cw, ATTEST_SEAL, rows, count, with_year, &shell->arena, said, err);
}

/* --confirm holds the sum; without it what would be sealed is said, and nothing is done. */
static bool confirmed(struct shell *shell, const struct batch_wish *wish, struct error *err)
{
	struct instalment_list list;
	struct batch_wanted wanted;
	struct attest_said said;
	bool done;

	if (!batch_wanted_load(shell->cw, wish, &wanted, err))
		return false;
	if (!instalment_list_load(shell->cw, &(struct instalment_query){0}, &list, err)) {
		batch_wanted_done(&wanted);
		return false;
	}
	done = wanted_said(shell, &wanted, &list, &said, err);
	if (done && wanted.left_out[0])
		shell_say(shell, _("Left out: %s."), wanted.left_out);
	if (done && wish->ore != wanted.ore) {
		shell_say(shell, "%s", said.text);
		done = refuse(err, ERROR_INVALID,
			!wish->ore ? _("Write --confirm %s when you have read this. Nothing was done.")
				   : _("The sum is %s, not what --confirm says. Nothing was done."),
			said.must);
	}
	instalment_list_done(&list);
	batch_wanted_done(&wanted);
	return done;
}

static bool wish_read(struct shell *shell, struct batch_wish *wish, int64_t ids[SHELL_VALUES], struct error *err)
{
	int64_t ore = MONEY_UNKNOWN;

	for (int at = 0; at < shell->argument_count; at += 2)
		if (!pay_row(shell, at, &ids[wish->count++], err))
			return false;
	wish->instalments = wish->count ? ids : NULL;
	if (!shell_round(shell, true, &wish->round, err) || !shell_day_text(shell, "through", &wish->through, err) ||
		!shell_money(shell, "confirm", &ore, err))
		return false;
	wish->ore = ore == MONEY_UNKNOWN ? 0 : ore;
	return true;
}

static bool seal_run(struct shell *shell, struct error *err)
{
	struct batch_wish wish = {0};
	int64_t ids[SHELL_VALUES];
	struct batch_whole whole;
	struct operation op;
	char money[MONEY_TEXT];
	bool done;
	int n = 0;

	if (!wish_read(shell, &wish, ids, err) || !shell_operation(shell, NULL, &op, err) ||
		!operation_done(shell->cw, &op, &done, err) || (!done && !confirmed(shell, &wish, err)) ||
		!batch_seal(shell->cw, &op, &wish, &n, err) || !batch_load(shell->cw, n, &whole, err))
		return false;
	shell_say(shell, _("Payment file %d is sealed, %s. kansli batch file %d writes it."), n,
		kr(whole.head.ore, money), n);
	batch_whole_done(&whole);
	return true;
}

static const struct option_row seal_options[] = {
	{"through", N_("DAY"), N_("rows due until this day (today)"), false},
	{"round", N_("ROUND"), N_("one round only"), false},
	{"confirm", N_("SUM"), N_("the sum of the rows, typed when what is said of them has been read"), false},
	{0},
};
static const struct option_row note_options[] = {
	{"why", N_("TEXT"), N_("what was found"), false},
	{0},
};
static const struct option_row import_options[] = {
	{"dry-run", NULL, N_("only say what each line is"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("list sealed payment files"), NULL, list_run, false, true, true},
	{"show", "visa", N_("NUMBER"), 1, 1, N_("the receipt of a payment file, and its rows"), NULL, show_run, false,
		true, true},
	{"seal", "lås", N_("[NR ROW …]"), 0, -1, N_("seal authorised rows that are due into a payment file"),
		seal_options, seal_run, false, false, false},
	{"file", "fil", N_("NUMBER"), 1, 1, N_("the payment file itself, byte for byte as it was sealed"), NULL,
		file_run, false, true, false, true},
	{"sheet", "blad", N_("NUMBER"), 1, 1, N_("the same for people, for Excel: not to be read in"), NULL, sheet_run,
		false, true, false, true},
	{"import", "läs-in", N_("FILE"), 1, 1,
		N_("read in what the economy system has paid (CSV): rows paid whole are recorded, the rest is listed"),
		import_options, batch_import_run, false, false, true},
	{"imports", "inlästa", N_("[NUMBER]"), 0, 1, N_("the files that were read in, or the lines of one"), NULL,
		batch_imports_run, false, true, true},
	{"note", "anteckna", N_("NUMBER LINE"), 2, 2,
		N_("note what was found of a line that was not recorded: it is no longer to be looked into"),
		note_options, batch_note_run, false, false, false},
	{0},
};
const struct verb verb_batch = {"batch", "betalfil", N_("sealed payment files"), forms};
