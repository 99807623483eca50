/* The state's lending rates that interest under 20 § runs by. Invariant: none is rewritten; of several for one day the
 * last entered holds. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/words.h"
#include "casework/lending_rate.h"

enum { BELOW_FROM = 10, BELOW_ROWS = 3, LABEL = 10 };

struct rates {
	struct desk *desk;
	struct lending_rate_list list;
	struct listing listing;
};

/* ---- the table */

enum { FROM, RATE, INTEREST, HOLDS, WHO };
static const struct column columns[] = {
	{.head = N_("From"), .width = 10},
	{.head = N_("Rate"), .width = 9, .right = true},
	{.head = N_("Interest"), .width = 9, .right = true},
	{.head = N_("In force"), .width = 8, .rank = 1},
	{.head = N_("Entered by"), .width = 34, .least = 12, .rank = 2},
	{.head = NULL},
};

static long rates_count(const void *rows)
{
	return ((const struct rates *)rows)->list.count;
}

static const struct lending_rate *rate_at(const struct rates *rates, long row)
{
	return row >= 0 && row < rates->list.count ? &rates->list.items[row] : NULL;
}

static int64_t rates_id(const void *rows, long row)
{
	return rate_at(rows, row)->id;
}

static void rates_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct lending_rate *rate = rate_at(rows, at);
	int interest = rate->rate + INTEREST_ABOVE;
	struct arena arena;

	(void)cells;
	arena_init(&arena);
	switch (column) {
	case FROM: snprintf(out, LISTING_TEXT, "%s", rate->from_on); break;
	case RATE: snprintf(out, LISTING_TEXT, "%s", per_cent_text(&arena, rate->rate)); break;
	case INTEREST: snprintf(out, LISTING_TEXT, "%s", per_cent_text(&arena, interest < 0 ? 0 : interest)); break;
	case HOLDS: snprintf(out, LISTING_TEXT, "%s", rate->holds ? _("yes") : _("no")); break;
	case WHO: snprintf(out, LISTING_TEXT, "%s %.10s", rate->entered_by, rate->entered_at); break;
	}
	arena_done(&arena);
}

static void rates_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s",
		_("No lending rate is entered, so no interest can be calculated. + enters one with its source."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = rates_count,
	.id = rates_id,
	.text = rates_text,
	.empty = rates_empty,
};

/* ---- reading */

static void rates_load(struct ui *ui, struct pane *pane)
{
	struct rates *rates = pane->state;
	struct lending_rate_list list;
	struct error err = {0};

	if (!lending_rate_list_load(rates->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	lending_rate_list_done(&rates->list);
	rates->list = list;
	listing_follow(&rates->listing);
}

static bool rates_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct rates *rates = memory_take(sizeof *rates);

	(void)what;
	*rates = (struct rates){.desk = desk_of(ui)};
	listing_init(&rates->listing, &table, rates);
	pane->state = rates;
	return true;
}

static void rates_close(struct ui *ui, struct pane *pane)
{
	struct rates *rates = pane->state;

	(void)ui;
	lending_rate_list_done(&rates->list);
	free(rates);
}

static struct listing *rates_listing(const struct pane *pane)
{
	struct rates *rates = pane->state;

	rates->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &rates->listing;
}

/* Under the table: where the rate stands. */
static void rates_draw(const struct pane *pane, struct area area)
{
	const struct rates *rates = pane->state;
	const struct lending_rate *rate = rate_at(rates, listing_focus(&rates->listing));
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&rates->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (rate && below)
		fact_draw(area_part(area, area.rows - below + 1, 0, below - 1, area.columns), 0, LABEL, _("Source"),
			rate->source);
}

/* ---- the person's doing */

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	rate_form(ui);
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_RATE_PUT);
}

static const struct action actions[] = {
	{.name = "rate-add",
		.keys = "+",
		.help = N_("enter a lending rate from a day, with its source"),
		.hint = N_("new rate"),
		.changes = true,
		.run = add_run,
		.barred = add_barred},
	{.name = NULL},
};

const struct pane_kind rates_pane = {
	.name = "rates",
	.title = N_("The state's lending rate"),
	.actions = actions,
	.open = rates_open,
	.close = rates_close,
	.load = rates_load,
	.draw = rates_draw,
	.listing = rates_listing,
};
