/* What is withheld, claimed and come back as a table. Invariant: each row is one decision or one payment, with the
 * amounts that its paper has. */
#include "tui/recovered.h"

#include "base/text.h"
#include "base/words.h"

/* ---- what stands where */

enum { KINDS = 3, WITHHELD_ID = 0, CLAIM_ID, MONEY_ID }; /* ids of the three apart */

enum { WHAT, REGION, DAY, AMOUNT, LEFT, STATUS };
static const struct column columns[] = {
	{.head = N_("Decision or money in"), .width = 24, .least = 21},
	{.head = N_("Region"), .width = 18, .least = 8, .rank = 4},
	{.head = N_("Day"), .width = 10, .rank = 1},
	{.head = N_("Amount SEK"), .width = 10, .right = true},
	{.head = N_("Left SEK"), .width = 10, .right = true, .rank = 3},
	{.head = N_("Status"), .width = 15, .least = 10, .rank = 2},
	{.head = NULL},
};

static long recovery_count(const void *rows)
{
	const struct recovery *recovery = rows;

	return recovery->withheld.count + recovery->claims.count + recovery->money.count;
}

static const struct withholding *withheld_at(const struct recovery *recovery, long row)
{
	return row >= 0 && row < recovery->withheld.count ? &recovery->withheld.items[row] : NULL;
}

static const struct claim *claim_at(const struct recovery *recovery, long row)
{
	long at = row - recovery->withheld.count;

	return at >= 0 && at < recovery->claims.count ? &recovery->claims.items[at] : NULL;
}

static const struct money_in *money_at(const struct recovery *recovery, long row)
{
	long at = row - recovery->withheld.count - recovery->claims.count;

	return at >= 0 && at < recovery->money.count ? &recovery->money.items[at] : NULL;
}

const struct withholding *recovered_withholding(const struct recovery *recovery)
{
	return withheld_at(recovery, listing_focus(&recovery->listing));
}

const struct claim *recovered_claim(const struct recovery *recovery)
{
	return claim_at(recovery, listing_focus(&recovery->listing));
}

const struct money_in *recovered_money(const struct recovery *recovery)
{
	return money_at(recovery, listing_focus(&recovery->listing));
}

static int64_t recovery_id(const void *rows, long row)
{
	const struct withholding *withheld = withheld_at(rows, row);
	const struct claim *claim = claim_at(rows, row);

	if (withheld)
		return withheld->id * KINDS + WITHHELD_ID;
	return claim ? claim->id * KINDS + CLAIM_ID : money_at(rows, row)->id * KINDS + MONEY_ID;
}

void recovered_find(struct recovery *recovery)
{
	static const enum case_place places[KINDS] = {
		[WITHHELD_ID] = PLACE_WITHHELD, [CLAIM_ID] = PLACE_CLAIM, [MONEY_ID] = PLACE_MONEY};

	for (int kind = 0; kind < KINDS; kind++) {
		int64_t id = desk_at(recovery->desk, places[kind]);

		if (id)
			listing_find(&recovery->listing, id * KINDS + kind, 1);
	}
}

/* ---- the three sorts of rows */

static const char *plain(const struct recovery *recovery, int64_t ore, char out[MONEY_TEXT])
{
	return money_text(ore, MONEY_PLAIN, recovery->desk->swedish, out);
}

static const char *withheld_state(const struct withholding *withheld)
{
	if (withheld->lifted_on)
		return _("lifted");
	return withheld->final ? _("for good") : _("withheld");
}

static void withheld_text(
	const struct recovery *recovery, const struct withholding *withheld, int column, char out[LISTING_TEXT])
{
	char number[DESK_NUMBER], ore[MONEY_TEXT];

	switch (column) {
	case WHAT:
		snprintf(out, LISTING_TEXT, _("withheld %s %d"),
			desk_measure(
				recovery->desk, withheld->year, withheld->application_n, withheld->measure_n, number),
			withheld->n);
		break;
	case REGION: snprintf(out, LISTING_TEXT, _("row %s"), withheld->rows); break;
	case DAY: snprintf(out, LISTING_TEXT, "%s", withheld->decided_on); break;
	case AMOUNT: snprintf(out, LISTING_TEXT, "%s", plain(recovery, withheld->ore, ore)); break;
	case STATUS: snprintf(out, LISTING_TEXT, "%s", withheld_state(withheld)); break;
	}
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
	case AMOUNT: snprintf(out, LISTING_TEXT, "%s", plain(recovery, claim->net_ore, ore)); break;
	case LEFT:
		snprintf(out, LISTING_TEXT, "%s", plain(recovery, claim->replaced ? 0 : claim->left_ore, ore));
		break;
	case STATUS: snprintf(out, LISTING_TEXT, "%s", claim_state(claim)); break;
	}
}

static const char *money_state(const struct money_in *money)
{
	if (money->void_at)
		return _("voided");
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
	case AMOUNT: snprintf(out, LISTING_TEXT, "%s", plain(recovery, money->ore, ore)); break;
	case LEFT: snprintf(out, LISTING_TEXT, "%s", plain(recovery, money->left_ore, ore)); break;
	case STATUS: snprintf(out, LISTING_TEXT, "%s", money_state(money)); break;
	}
}

static void recovery_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct withholding *withheld = withheld_at(rows, at);
	const struct claim *claim = claim_at(rows, at);

	(void)cells;
	out[0] = '\0';
	if (withheld)
		withheld_text(rows, withheld, column, out);
	else if (claim)
		claim_text(rows, claim, column, out);
	else
		money_text_put(rows, money_at(rows, at), column, out);
}

static void recovery_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct recovery *recovery = rows;

	snprintf(out, LISTING_TEXT, "%s",
		recovery->application
			? _("Nothing is withheld or reclaimed in the case. B in a payment plan records it.")
			: _("Nothing is withheld or reclaimed, and no money has come in."));
}

const struct listing_kind recovered_table = {
	.columns = columns,
	.count = recovery_count,
	.id = recovery_id,
	.text = recovery_text,
	.empty = recovery_empty,
};

/* Numbers are never cut: their columns are as wide as the widest among them. */
static void columns_fit(const struct recovery *recovery, struct column out[LISTING_COLUMNS])
{
	char text[LISTING_TEXT];

	memcpy(out, columns, sizeof columns);
	for (long row = 0; row < recovery_count(recovery); row++)
		for (int column = AMOUNT; column <= LEFT; column++) {
			recovery_text(recovery, row, column, 0, text);
			if (text_width(text) > out[column].width)
				out[column].width = text_width(text);
		}
}

void recovered_draw(const struct pane *pane, struct area area)
{
	const struct recovery *recovery = pane->state;
	struct listing_kind kind = recovered_table;
	struct column shown[LISTING_COLUMNS];
	struct listing listing = recovery->listing;

	columns_fit(recovery, shown);
	kind.columns = shown;
	listing.kind = &kind;
	listing_draw(&listing, area);
}
