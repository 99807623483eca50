/* One sealed payment file: its receipt and its rows. Invariant: what is written out is the very bytes that were sealed,
 * or says that it is for people. */
#include "tui/case_words.h"
#include "tui/listing.h"
#include "tui/writing.h"

#include "base/words.h"
#include "casework/payee_account.h"
#include "csv/batch_paper.h"
#include "tui/dialog.h"

enum { LABEL = 10, FACT_ROWS = 3, BELOW_ROWS = 4, BELOW_FROM = 14 };

struct batch_screen {
	struct desk *desk;
	int n;
	struct batch_whole whole;
	bool read;
	struct listing listing;
	struct writing writing;
	char file[64];
};

/* ---- the rows */

enum { ROW, PAYMENT, RECIPIENT, ACCOUNT, AMOUNT, DUE, STATE };
static const struct column columns[] = {
	{.head = N_("#"), .width = 3, .right = true},
	{.head = N_("Payment"), .width = 18, .least = 15},
	{.head = N_("Recipient"), .width = 22, .least = 14, .rank = 2},
	{.head = N_("Account"), .width = 14, .least = 9, .rank = 3},
	{.head = N_("Amount SEK"), .width = 11, .right = true},
	{.head = N_("To be paid"), .width = 11, .rank = 1},
	{.head = N_("Paid out"), .width = 22, .least = 10, .rank = 4},
	{.head = NULL},
};

static long rows_count(const void *rows)
{
	return ((const struct batch_screen *)rows)->whole.count;
}

static int64_t row_id(const void *rows, long at)
{
	return ((const struct batch_screen *)rows)->whole.items[at].instalment;
}

static void state_say(const struct batch_item *item, int cells, char out[LISTING_TEXT])
{
	struct arena arena;

	arena_init(&arena);
	if (cells < 20 && item->paid_on && !item->returned_on)
		snprintf(out, LISTING_TEXT, "%s", item->paid_on);
	else
		snprintf(out, LISTING_TEXT, "%s", batch_item_state(item, &arena));
	arena_done(&arena);
}

static void row_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct batch_screen *screen = rows;
	const struct batch_item *item = &screen->whole.items[at];
	char money[MONEY_TEXT];

	out[0] = '\0';
	switch (column) {
	case ROW: snprintf(out, LISTING_TEXT, "%d", item->n); break;
	case PAYMENT: snprintf(out, LISTING_TEXT, "%s", item->payment_id); break;
	case RECIPIENT: snprintf(out, LISTING_TEXT, "%s", item->name_short); break;
	case ACCOUNT: snprintf(out, LISTING_TEXT, "%s", item->number); break;
	case AMOUNT:
		snprintf(out, LISTING_TEXT, "%s", money_text(item->ore, MONEY_PLAIN, screen->desk->swedish, money));
		break;
	case DUE: snprintf(out, LISTING_TEXT, "%s", item->due_on); break;
	case STATE: state_say(item, cells, out); break;
	}
}

static char row_flag(const void *rows, long at)
{
	return ((const struct batch_screen *)rows)->whole.items[at].returned_on ? '!' : ' ';
}

static const struct listing_kind table = {
	.columns = columns,
	.count = rows_count,
	.id = row_id,
	.text = row_text,
	.flag = row_flag,
};

/* ---- reading */

static void screen_load(struct ui *ui, struct pane *pane)
{
	struct batch_screen *screen = pane->state;
	struct batch_whole whole;
	struct error err = {0};

	if (!desk_refresh(screen->desk, &err) || !batch_load(screen->desk->cw, screen->n, &whole, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (screen->read)
		batch_whole_done(&screen->whole);
	screen->whole = whole;
	screen->read = true;
	listing_follow(&screen->listing);
}

static bool screen_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct batch_screen *screen = memory_take(sizeof *screen);
	struct error err = {0};

	memset(screen, 0, sizeof *screen);
	screen->desk = desk_of(ui);
	screen->n = *(const int *)what;
	listing_init(&screen->listing, &table, screen);
	pane->state = screen;
	screen->read = batch_load(screen->desk->cw, screen->n, &screen->whole, &err);
	if (screen->read)
		return true;
	desk_refused(ui, &err);
	free(screen);
	return false;
}

static void screen_close(struct ui *ui, struct pane *pane)
{
	struct batch_screen *screen = pane->state;

	(void)ui;
	if (screen->read)
		batch_whole_done(&screen->whole);
	free(screen);
}

/* ---- drawing: the receipt, the rows, the row in focus in words */

static int facts_above(int rows)
{
	return rows >= BELOW_FROM ? FACT_ROWS + 1 : 0;
}

static int facts_below(int rows)
{
	return rows >= BELOW_FROM ? BELOW_ROWS : 0;
}

static struct listing *screen_listing(const struct pane *pane)
{
	struct batch_screen *screen = pane->state;

	screen->listing.elsewhere = facts_above(pane->rows) + facts_below(pane->rows);
	return &screen->listing;
}

static const struct batch_item *focused(const struct batch_screen *screen)
{
	long at = listing_focus(&screen->listing);

	return at >= 0 && at < screen->whole.count ? &screen->whole.items[at] : NULL;
}

static void facts_draw(const struct batch_screen *screen, struct area area)
{
	const struct batch *head = &screen->whole.head;
	char text[200];

	snprintf(text, sizeof text, _("%.16s by %s"), head->sealed_at, head->sealed_by);
	fact_draw(area, 0, LABEL, _("Sealed"), text);
	fact_draw(area, 1, LABEL, "SHA-256", head->hash);
	snprintf(text, sizeof text, _("event %lld; the receipt holds its link"), (long long)head->seq);
	fact_draw(area, 2, LABEL, _("Log"), text);
}

static void focus_draw(const struct batch_item *item, struct area area)
{
	struct arena arena;

	arena_init(&arena);
	area_lines(area, 0, STYLE_PLAIN,
		arena_format(&arena, _("%s. %s, %s %s. Made by %s, reviewed by %s, authorised by %s."), item->title,
			item->name, payee_kind_word(item->kind), item->number, item->maker,
			item->reviewed_by ? item->reviewed_by : "-", item->attested_by));
	arena_done(&arena);
}

static void screen_draw(const struct pane *pane, struct area area)
{
	const struct batch_screen *screen = pane->state;
	int above = facts_above(area.rows), below = facts_below(area.rows);

	if (!screen->read)
		return;
	if (above)
		facts_draw(screen, area_part(area, 0, 0, FACT_ROWS, area.columns));
	listing_draw(&screen->listing, area_part(area, above, 0, area.rows - above - below, area.columns));
	if (below && focused(screen))
		focus_draw(focused(screen), area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void screen_head(const struct pane *pane, struct head *head)
{
	const struct batch_screen *screen = pane->state;
	char money[MONEY_TEXT];

	snprintf(head->left, sizeof head->left, _("Payment file %d"), screen->n);
	if (screen->read)
		snprintf(head->right, sizeof head->right,
			ngettext("%d row · %s", "%d rows · %s", (unsigned long)screen->whole.head.rows),
			screen->whole.head.rows, desk_kr(screen->desk, screen->whole.head.ore, money));
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct batch_item *item = focused(pane->state);

	if (item)
		ui_push(ui, &plan_pane, &item->measure);
}

static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return focused(pane->state) ? NULL : _("There is nothing in focus.");
}

static bool file_make(struct ui *ui, struct pane *pane, struct buffer *out, struct error *err)
{
	const struct batch_screen *screen = pane->state;

	(void)ui;
	(void)err;
	buffer_text(out, screen->whole.file);
	return true;
}

static bool sheet_make(struct ui *ui, struct pane *pane, struct buffer *out, struct error *err)
{
	(void)ui;
	return batch_sheet_write(&((const struct batch_screen *)pane->state)->whole, out, err);
}

static bool receipt_make(struct ui *ui, struct pane *pane, struct buffer *out, struct error *err)
{
	(void)ui;
	(void)err;
	batch_receipt_write(&((const struct batch_screen *)pane->state)->whole, out);
	return true;
}

static void write_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	static const struct {
		const char *name, *text;
		bool (*make)(struct ui *, struct pane *, struct buffer *, struct error *);
	} kinds[] = {
		{N_("payment-file-%d.csv"),
			N_("Write out the payment file for the economy system, byte for byte as it was sealed."),
			file_make},
		{N_("payment-sheet-%d.csv"), N_("Write out the rows for people, for Excel: not to be read in."),
			sheet_make},
		{N_("payment-receipt-%d.txt"), N_("Write out the receipt."), receipt_make},
	};
	struct batch_screen *screen = pane->state;

	(void)with;
	snprintf(screen->file, sizeof screen->file, _(kinds[which].name), screen->n);
	screen->writing =
		(struct writing){.name = screen->file, .text = _(kinds[which].text), .bytes = kinds[which].make};
	writing_ask(ui, &screen->writing);
}

static void write_run(struct ui *ui, struct pane *pane)
{
	const char *choices[] = {_("the file for the economy system"), _("a sheet for people"), _("the receipt")};

	(void)pane;
	dialog_choose(
		ui, &(struct choosing){
			    .text = _("Write out what?"), .choices = choices, .count = 3, .chosen = write_chosen});
}

static const char *write_barred(const struct ui *ui, const struct pane *pane)
{
	if (!((const struct batch_screen *)pane->state)->read)
		return _("There is nothing in focus.");
	return desk_barred(ui, RIGHT_PAYMENT_EXPORT);
}

static const struct action actions[] = {
	{.name = "plan-open",
		.keys = "Enter Right l",
		.help = N_("open the measure's plan"),
		.hint = N_("open"),
		.run = open_run,
		.barred = open_barred},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write the file for the economy system, a sheet for people, or the receipt"),
		.hint = N_("write"),
		.run = write_run,
		.barred = write_barred},
	{.name = NULL},
};

const struct pane_kind batch_pane = {
	.name = "batch",
	.title = N_("Payment file"),
	.actions = actions,
	.open = screen_open,
	.close = screen_close,
	.load = screen_load,
	.draw = screen_draw,
	.head = screen_head,
	.listing = screen_listing,
};
