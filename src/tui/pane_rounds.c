/* The application rounds, and the one worked with: it is chosen here, never guessed. */
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/words.h"
#include "casework/round.h"

struct rounds {
	struct desk *desk;
	struct round_list list;
	struct listing listing;
};

/* ---- the table */

enum { NAME, TITLE, OPENS, CLOSES, YEAR, CASES, CRITERIA, POINTS };
static const struct column columns[] = {
	{.head = N_("Round"), .width = 10, .least = 6},
	{.head = N_("Title"), .width = 40, .least = 12, .rank = 3},
	{.head = N_("Opens"), .width = 10, .rank = 5},
	{.head = N_("Closes"), .width = 10, .rank = 6},
	{.head = N_("Year"), .width = 5, .rank = 4, .right = true},
	{.head = N_("Cases"), .width = 7, .rank = 7, .right = true},
	{.head = N_("Criteria"), .width = 9, .rank = 2, .right = true},
	{.head = N_("Control points"), .width = 15, .rank = 1, .right = true},
	{.head = NULL},
};

static long rounds_count(const void *rows)
{
	return ((const struct rounds *)rows)->list.count;
}

static const struct round *round_at(const struct rounds *rounds, long row)
{
	return &rounds->list.items[row];
}

static int64_t rounds_id(const void *rows, long row)
{
	return round_at(rows, row)->id;
}

static void rounds_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct round *round = round_at(rows, at);

	(void)cells;
	switch (column) {
	case NAME: snprintf(out, LISTING_TEXT, "%s", round->name); break;
	case TITLE: snprintf(out, LISTING_TEXT, "%s", round->title); break;
	case OPENS: snprintf(out, LISTING_TEXT, "%s", round->opens_on); break;
	case CLOSES: snprintf(out, LISTING_TEXT, "%s", round->closes_on); break;
	case YEAR: snprintf(out, LISTING_TEXT, "%d", round->year); break;
	case CASES: snprintf(out, LISTING_TEXT, "%d", round->applications); break;
	case CRITERIA: snprintf(out, LISTING_TEXT, "%lld", (long long)round->criteria_version); break;
	case POINTS: snprintf(out, LISTING_TEXT, "%lld", (long long)round->gate_version); break;
	}
}

/* "*" the round worked with. */
static char rounds_marked(const void *rows, long at)
{
	const struct rounds *rounds = rows;

	return round_at(rounds, at)->id == rounds->desk->round ? '*' : ' ';
}

static void rounds_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("There is no round yet. + adds the first."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = rounds_count,
	.id = rounds_id,
	.text = rounds_text,
	.marked = rounds_marked,
	.empty = rounds_empty,
};

/* ---- reading */

static void rounds_load(struct ui *ui, struct pane *pane)
{
	struct rounds *rounds = pane->state;
	struct round_list list;
	struct error err = {0};

	if (!desk_refresh(rounds->desk, &err) || !round_list_load(rounds->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	round_list_done(&rounds->list);
	rounds->list = list;
	listing_follow(&rounds->listing);
}

static bool rounds_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct rounds *rounds = memory_take(sizeof *rounds);

	(void)what;
	*rounds = (struct rounds){.desk = desk_of(ui)};
	listing_init(&rounds->listing, &table, rounds);
	pane->state = rounds;
	rounds_load(ui, pane);
	pane->stale = false;
	listing_find(&rounds->listing, rounds->desk->round, 0);
	return true;
}

static void rounds_close(struct ui *ui, struct pane *pane)
{
	struct rounds *rounds = pane->state;

	(void)ui;
	round_list_done(&rounds->list);
	free(rounds);
}

static struct listing *rounds_listing(const struct pane *pane)
{
	return &((struct rounds *)pane->state)->listing;
}

static void rounds_draw(const struct pane *pane, struct area area)
{
	const struct rounds *rounds = pane->state;

	listing_draw(&rounds->listing, area);
}

static void rounds_head(const struct pane *pane, struct head *head)
{
	const struct rounds *rounds = pane->state;

	if (rounds->desk->round)
		snprintf(head->right, sizeof head->right, _("working with %s"), rounds->desk->round_name);
}

/* ---- the person's doing */

static const struct round *focused(const struct pane *pane)
{
	const struct rounds *rounds = pane->state;
	long row = listing_focus(&rounds->listing);

	return row >= 0 && row < rounds->list.count ? round_at(rounds, row) : NULL;
}

static void choose_run(struct ui *ui, struct pane *pane)
{
	struct rounds *rounds = pane->state;
	const struct round *round = focused(pane);

	if (!round)
		return;
	rounds->desk->round = round->id;
	snprintf(rounds->desk->round_name, sizeof rounds->desk->round_name, "%s", round->name);
	ui_stale(ui);
	ui_say(ui, _("The round worked with is %s."), round->name);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	round_form(ui, 0);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct round *round = focused(pane);

	if (round)
		round_form(ui, round->id);
}

static void criteria_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_push(ui, &criteria_pane, NULL);
}

static const char *put_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_ROUND_PUT);
}

static const struct action actions[] = {
	{.name = "round-choose",
		.keys = "Enter Right l",
		.help = N_("work with this round"),
		.hint = N_("work with it"),
		.run = choose_run},
	{.name = "round-add",
		.keys = "+",
		.help = N_("add a round"),
		.hint = N_("new"),
		.run = add_run,
		.barred = put_barred},
	{.name = "round-change",
		.keys = "e",
		.help = N_("change the round"),
		.hint = N_("change"),
		.run = change_run,
		.barred = put_barred},
	{.name = "round-criteria",
		.keys = "c",
		.help = N_("open the versions of the criteria"),
		.hint = N_("criteria"),
		.run = criteria_run},
	{.name = NULL},
};

const struct pane_kind rounds_pane = {
	.name = "rounds",
	.title = N_("Rounds"),
	.actions = actions,
	.open = rounds_open,
	.close = rounds_close,
	.load = rounds_load,
	.draw = rounds_draw,
	.head = rounds_head,
	.listing = rounds_listing,
};
