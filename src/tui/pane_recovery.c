/* Claims and money in: what the delegation has reclaimed and what has come back. Invariant: what a payment is for is
 * said by a person, and nothing is set off. */
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/words.h"
#include "casework/money_in.h"
#include "csv/claim_paper.h"

enum { MONEY_ID = 1 }; /* ids of money are odd, of claims even */

struct recovery {
	struct desk *desk;
	struct claim_list claims;
	struct money_in_list money;
	struct listing listing;
};

/* ---- the table: the claims, and then the money */

enum { WHAT, REGION, DAY, AMOUNT, LEFT, STATUS };
static const struct column columns[] = {
	{.head = N_("Claim or money in"), .width = 24, .least = 20},
	{.head = N_("Region"), .width = 18, .least = 8},
	{.head = N_("Day"), .width = 10, .rank = 2},
	{.head = N_("Amount"), .width = 15, .right = true},
	{.head = N_("Remaining"), .width = 15, .right = true},
	{.head = N_("Status"), .width = 14, .least = 8, .rank = 1},
	{.head = NULL},
};

static long recovery_count(const void *rows)
{
	const struct recovery *recovery = rows;

	return recovery->claims.count + recovery->money.count;
}

static const struct claim *claim_at(const struct recovery *recovery, long row)
{
	return row >= 0 && row < recovery->claims.count ? &recovery->claims.items[row] : NULL;
}

static const struct money_in *money_at(const struct recovery *recovery, long row)
{
	long at = row - recovery->claims.count;

	return at >= 0 && at < recovery->money.count ? &recovery->money.items[at] : NULL;
}

static int64_t recovery_id(const void *rows, long row)
{
	const struct claim *claim = claim_at(rows, row);

	return claim ? claim->id * 2 : money_at(rows, row)->id * 2 + MONEY_ID;
}

static const char *claim_state(const struct claim *claim)
{
	if (claim->lifted)
		return _("taken away");
	if (claim->replaced)
		return _("replaced");
	return claim->left_ore ? _("unpaid") : _("principal paid");
}

static void claim_text(const struct recovery *recovery, const struct claim *claim, int column, char out[LISTING_TEXT])
{
	char number[DESK_NUMBER], ore[MONEY_TEXT];

	switch (column) {
	case WHAT:
		snprintf(out, LISTING_TEXT, _("claim %s %d"),
			desk_measure(recovery->desk, claim->year, claim->application_n, claim->measure_n, number),
			claim->n);
		break;
	case REGION: snprintf(out, LISTING_TEXT, "%s", claim->region_short); break;
	case DAY: snprintf(out, LISTING_TEXT, "%s", claim->decided_on); break;
	case AMOUNT: snprintf(out, LISTING_TEXT, "%s", desk_kr(recovery->desk, claim->net_ore, ore)); break;
	case LEFT:
		snprintf(out, LISTING_TEXT, "%s", desk_kr(recovery->desk, claim->replaced ? 0 : claim->left_ore, ore));
		break;
	case STATUS: snprintf(out, LISTING_TEXT, "%s", claim_state(claim)); break;
	}
}

static const char *money_state(const struct money_in *money)
{
	if (!money->region)
		return _("unknown payer");
	return money->left_ore ? _("to be placed") : _("placed");
}

static void money_text_put(
	const struct recovery *recovery, const struct money_in *money, int column, char out[LISTING_TEXT])
{
	char ore[MONEY_TEXT];

	switch (column) {
	case WHAT: snprintf(out, LISTING_TEXT, _("money in %d"), money->n); break;
	case REGION: snprintf(out, LISTING_TEXT, "%s", money->region_short ? money->region_short : "-"); break;
	case DAY: snprintf(out, LISTING_TEXT, "%s", money->on_day); break;
	case AMOUNT: snprintf(out, LISTING_TEXT, "%s", desk_kr(recovery->desk, money->ore, ore)); break;
	case LEFT: snprintf(out, LISTING_TEXT, "%s", desk_kr(recovery->desk, money->left_ore, ore)); break;
	case STATUS: snprintf(out, LISTING_TEXT, "%s", money_state(money)); break;
	}
}

static void recovery_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct claim *claim = claim_at(rows, at);

	(void)cells;
	out[0] = '\0';
	if (claim)
		claim_text(rows, claim, column, out);
	else
		money_text_put(rows, money_at(rows, at), column, out);
}

static void recovery_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("Nothing has been reclaimed, and no money has come in."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = recovery_count,
	.id = recovery_id,
	.text = recovery_text,
	.empty = recovery_empty,
};

/* ---- reading */

static void recovery_load(struct ui *ui, struct pane *pane)
{
	struct recovery *recovery = pane->state;
	struct claim_list claims;
	struct money_in_list money;
	struct error err = {0};

	if (!claim_list_load(recovery->desk->cw, &(struct claim_query){0}, &claims, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!money_in_list_load(recovery->desk->cw, false, &money, &err)) {
		claim_list_done(&claims);
		desk_refused(ui, &err);
		return;
	}
	claim_list_done(&recovery->claims);
	money_in_list_done(&recovery->money);
	recovery->claims = claims;
	recovery->money = money;
	listing_follow(&recovery->listing);
}

static bool recovery_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct recovery *recovery = memory_take(sizeof *recovery);

	(void)what;
	*recovery = (struct recovery){.desk = desk_of(ui)};
	listing_init(&recovery->listing, &table, recovery);
	pane->state = recovery;
	return true;
}

static void recovery_close(struct ui *ui, struct pane *pane)
{
	struct recovery *recovery = pane->state;

	(void)ui;
	claim_list_done(&recovery->claims);
	money_in_list_done(&recovery->money);
	free(recovery);
}

static struct listing *recovery_listing(const struct pane *pane)
{
	return &((struct recovery *)pane->state)->listing;
}

static void recovery_draw(const struct pane *pane, struct area area)
{
	listing_draw(&((const struct recovery *)pane->state)->listing, area);
}

static void recovery_head(const struct pane *pane, struct head *head)
{
	const struct recovery *recovery = pane->state;
	char claimed[MONEY_TEXT], left[MONEY_TEXT];

	snprintf(head->right, sizeof head->right, _("%s unpaid, %s to place"),
		desk_kr(recovery->desk, recovery->claims.left_ore, claimed),
		desk_kr(recovery->desk, recovery->money.left_ore, left));
}

/* ---- the person's doing */

static long focused(const struct pane *pane)
{
	return listing_focus(&((const struct recovery *)pane->state)->listing);
}

static void claim_show(struct ui *ui, struct recovery *recovery, const struct claim *claim)
{
	struct claim_sheet sheet;
	struct paper paper;
	struct error err = {0};

	if (!claim_sheet_load(recovery->desk->cw, claim->id, ui_today(ui), &sheet, &err)) {
		desk_refused(ui, &err);
		return;
	}
	paper_init(&paper);
	if (claim_paper_write(recovery->desk->cw, &sheet, &paper, &err)) {
		paper_end(&paper);
		ui_push(ui, &text_pane,
			&(struct text_what){.title = claim_number_text(&paper.arena, claim), .text = paper.text.text});
	} else {
		desk_refused(ui, &err);
	}
	paper_done(&paper);
	claim_sheet_done(&sheet);
}

static void money_show(struct ui *ui, const struct money_in *money)
{
	struct paper paper;

	paper_init(&paper);
	paper_list(&paper, "money_in", NULL);
	money_paper_write(money, &paper);
	paper_list_end(&paper, NULL);
	paper_end(&paper);
	ui_push(ui, &text_pane,
		&(struct text_what){
			.title = arena_format(&paper.arena, _("money in %d"), money->n), .text = paper.text.text});
	paper_done(&paper);
}

static void show_run(struct ui *ui, struct pane *pane)
{
	struct recovery *recovery = pane->state;
	const struct claim *claim = claim_at(recovery, focused(pane));
	const struct money_in *money = money_at(recovery, focused(pane));

	if (claim)
		claim_show(ui, recovery, claim);
	else if (money)
		money_show(ui, money);
}

static const char *show_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return focused(pane) == LISTING_NONE ? _("There is nothing in focus.") : NULL;
}

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	money_in_form(ui);
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_MONEY_IN);
}

static void place_run(struct ui *ui, struct pane *pane)
{
	const struct money_in *money = money_at(pane->state, focused(pane));

	if (money)
		money_place_form(ui, money->id);
}

static const char *place_barred(const struct ui *ui, const struct pane *pane)
{
	const struct money_in *money = money_at(pane->state, focused(pane));

	if (!money)
		return _("Only money in is placed.");
	return money->left_ore ? desk_barred(ui, RIGHT_MONEY_IN) : _("All of it is placed.");
}

static const struct action actions[] = {
	{.name = "recovery-show",
		.keys = "Enter Right l",
		.help = N_("show the sheet of the claim, interest line by line, or what the money is for"),
		.hint = N_("show"),
		.run = show_run,
		.barred = show_barred},
	{.name = "money-in-add",
		.keys = "+",
		.help = N_("record money in, as the bank tells it"),
		.hint = N_("money in"),
		.run = add_run,
		.barred = add_barred},
	{.name = "money-in-place",
		.keys = "e",
		.help = N_("say who paid the money, or what it is for"),
		.hint = N_("place money"),
		.run = place_run,
		.barred = place_barred},
	{.name = NULL},
};

const struct pane_kind recovery_pane = {
	.name = "recovery",
	.title = N_("Claims and money in"),
	.actions = actions,
	.open = recovery_open,
	.close = recovery_close,
	.load = recovery_load,
	.draw = recovery_draw,
	.head = recovery_head,
	.listing = recovery_listing,
};
