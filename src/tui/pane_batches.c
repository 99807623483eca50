/* The sealed payment files, newest first, and what waits to be sealed. Invariant: a file is never changed; what becomes
 * of its rows is told beside it. */
#include "tui/case_words.h"
#include "tui/listing.h"
#include "tui/sealing.h"

#include "base/words.h"
#include "casework/payment.h"

enum { BELOW_FROM = 10, BELOW_ROWS = 4, LABEL = 10 };

struct batches {
	struct desk *desk;
	struct batch_list list;
	int waiting; /* rows that are authorised and in no file */
	int64_t waiting_ore;
	struct listing listing;
	struct sealing sealing;
};

/* ---- the table */

enum { NUMBER, SEALED, BY, ROWS, AMOUNT, PAID };
static const struct column columns[] = {
	{.head = N_("File"), .width = 4, .right = true},
	{.head = N_("Sealed"), .width = 16, .least = 10},
	{.head = N_("Sealed by"), .width = 20, .least = 14, .rank = 1},
	{.head = N_("Rows"), .width = 5, .rank = 3, .right = true},
	{.head = N_("Amount SEK"), .width = 11, .right = true},
	{.head = N_("Paid out"), .width = 24, .least = 20, .rank = 2},
	{.head = NULL},
};

static long batches_count(const void *rows)
{
	return ((const struct batches *)rows)->list.count;
}

static int64_t batches_id(const void *rows, long at)
{
	return ((const struct batches *)rows)->list.items[at].id;
}

static void paid_say(const struct batch *batch, char out[LISTING_TEXT])
{
	int used = snprintf(out, LISTING_TEXT, _("%d of %d"), batch->paid, batch->rows);

	if (batch->returned)
		snprintf(out + used, (size_t)(LISTING_TEXT - used),
			ngettext(", %d came back", ", %d came back", (unsigned long)batch->returned), batch->returned);
}

static void batches_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct batches *batches = rows;
	const struct batch *batch = &batches->list.items[at];
	char money[MONEY_TEXT];

	out[0] = '\0';
	switch (column) {
	case NUMBER: snprintf(out, LISTING_TEXT, "%d", batch->n); break;
	case SEALED: snprintf(out, LISTING_TEXT, "%.*s", cells < 16 ? 10 : 16, batch->sealed_at); break;
	case BY: snprintf(out, LISTING_TEXT, "%s", batch->sealed_by); break;
	case ROWS: snprintf(out, LISTING_TEXT, "%d", batch->rows); break;
	case AMOUNT:
		snprintf(out, LISTING_TEXT, "%s", money_text(batch->ore, MONEY_PLAIN, batches->desk->swedish, money));
		break;
	case PAID: paid_say(batch, out); break;
	}
}

static char batches_flag(const void *rows, long at)
{
	return ((const struct batches *)rows)->list.items[at].returned ? '!' : ' ';
}

static void batches_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s",
		_("No payment file has been sealed. + seals the rows that are authorised and due."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = batches_count,
	.id = batches_id,
	.text = batches_text,
	.flag = batches_flag,
	.empty = batches_empty,
};

/* ---- reading */

static bool waiting_load(struct batches *batches, struct error *err)
{
	struct instalment_list list;

	if (!instalment_list_load(batches->desk->cw, &(struct instalment_query){.state = "attested"}, &list, err))
		return false;
	batches->waiting = list.count;
	batches->waiting_ore = list.sum_ore;
	instalment_list_done(&list);
	return true;
}

static void batches_load(struct ui *ui, struct pane *pane)
{
	struct batches *batches = pane->state;
	struct batch_list list;
	struct error err = {0};

	if (!desk_refresh(batches->desk, &err) || !waiting_load(batches, &err) ||
		!batch_list_load(batches->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	batch_list_done(&batches->list);
	batches->list = list;
	listing_follow(&batches->listing);
}

static bool batches_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct batches *batches = memory_take(sizeof *batches);

	(void)what;
	*batches = (struct batches){.desk = desk_of(ui)};
	listing_init(&batches->listing, &table, batches);
	pane->state = batches;
	return true;
}

static void batches_close(struct ui *ui, struct pane *pane)
{
	struct batches *batches = pane->state;

	(void)ui;
	batch_list_done(&batches->list);
	free(batches);
}

static struct listing *batches_listing(const struct pane *pane)
{
	struct batches *batches = pane->state;

	batches->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &batches->listing;
}

static const struct batch *focused(const struct batches *batches)
{
	long at = listing_focus(&batches->listing);

	return at >= 0 && at < batches->list.count ? &batches->list.items[at] : NULL;
}

/* Under the table: what proves the file, and what waits. */
static void below_draw(const struct batches *batches, struct area area)
{
	const struct batch *batch = focused(batches);
	char text[256], money[MONEY_TEXT];

	if (batch) {
		fact_draw(area, 0, LABEL, "SHA-256", batch->hash);
		snprintf(text, sizeof text, _("event %lld; the receipt holds its link"), (long long)batch->seq);
		fact_draw(area, 1, LABEL, _("Log"), text);
	}
	if (batches->waiting)
		snprintf(text, sizeof text,
			ngettext("%d authorised row is in no file, %s.", "%d authorised rows are in no file, %s.",
				(unsigned long)batches->waiting),
			batches->waiting, desk_kr(batches->desk, batches->waiting_ore, money));
	else
		snprintf(text, sizeof text, "%s", _("No authorised row waits for a file."));
	area_text(area, area.rows - 1, 0, STYLE_PLAIN, text);
}

static void batches_draw(const struct pane *pane, struct area area)
{
	const struct batches *batches = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&batches->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (below)
		below_draw(batches, area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void batches_head(const struct pane *pane, struct head *head)
{
	const struct batches *batches = pane->state;
	struct money_sum sum = {0};
	char money[MONEY_TEXT];

	for (int i = 0; i < batches->list.count; i++)
		money_sum_add(&sum, batches->list.items[i].ore);
	snprintf(head->right, sizeof head->right,
		ngettext("%d file · %s", "%d files · %s", (unsigned long)batches->list.count), batches->list.count,
		desk_kr(batches->desk, sum.ore, money));
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct batch *batch = focused(pane->state);

	if (batch)
		ui_push(ui, &batch_pane, &batch->n);
}

static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return focused(pane->state) ? NULL : _("There is nothing in focus.");
}

static void seal_run(struct ui *ui, struct pane *pane)
{
	struct batches *batches = pane->state;

	sealing_ask(ui, &batches->sealing);
}

static const char *seal_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_BATCH_SEAL);
}

static void read_run(struct ui *ui, struct pane *pane)
{
	struct batches *batches = pane->state;

	paid_in_ask(ui, &batches->sealing);
}

static const char *read_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_PAYMENT_RECORD);
}

static void note_run(struct ui *ui, struct pane *pane)
{
	struct batches *batches = pane->state;

	paid_note_ask(ui, &batches->sealing);
}

static void files_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	paid_files_choose(ui);
}

static const struct action actions[] = {
	{.name = "batch-open",
		.keys = "Enter Right l",
		.help = N_("open the payment file: its rows, and to write it out"),
		.hint = N_("open"),
		.run = open_run,
		.barred = open_barred},
	{.name = "batch-seal",
		.keys = "+",
		.help = N_("seal the rows that are authorised and due into a new file"),
		.hint = N_("seal"),
		.changes = true,
		.run = seal_run,
		.barred = seal_barred},
	{.name = "paid-in",
		.keys = "i",
		.help = N_("read in what the economy system has paid"),
		.hint = N_("read in paid"),
		.changes = true,
		.run = read_run,
		.barred = read_barred},
	{.name = "paid-show",
		.keys = "v",
		.help = N_("look at what was read in: each line, and what it was found to be"),
		.hint = N_("what was read in"),
		.run = files_run},
	{.name = "paid-note",
		.keys = "c",
		.help = N_("note what was found of a line that was read in and not recorded"),
		.hint = N_("note of a line"),
		.changes = true,
		.run = note_run,
		.barred = read_barred},
	{.name = NULL},
};

const struct pane_kind batches_pane = {
	.name = "batches",
	.title = N_("Payment files"),
	.actions = actions,
	.open = batches_open,
	.close = batches_close,
	.load = batches_load,
	.draw = batches_draw,
	.head = batches_head,
	.listing = batches_listing,
};
