/* Who may sign what, from a day to a day: the delegation's rules of procedure as data. Invariant: a power is never
 * rewritten; it ends, and another begins. */
#include "tui/case_words.h"
#include "tui/go.h"
#include "tui/listing.h"

#include "base/words.h"
#include "casework/power.h"

enum { BELOW_FROM = 10, BELOW_ROWS = 3, LABEL = 10 };

struct powers {
	struct desk *desk;
	struct power_list list;
	struct listing listing;
};

/* ---- the table */

enum { WHAT, ROLE, FROM, TO, FORCE };
static const struct column columns[] = {
	{.head = N_("May sign"), .width = 36, .least = 20},
	{.head = N_("Role"), .width = 15},
	{.head = N_("From"), .width = 10, .rank = 1},
	{.head = N_("To"), .width = 14, .rank = 1},
	{.head = N_("In force"), .width = 8, .rank = 2},
	{.head = NULL},
};

static long powers_count(const void *rows)
{
	return ((const struct powers *)rows)->list.count;
}

static const struct power *power_at(const struct powers *powers, long row)
{
	return &powers->list.items[row];
}

static int64_t powers_id(const void *rows, long row)
{
	return power_at(rows, row)->id;
}

static void powers_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct powers *powers = rows;
	const struct power *power = power_at(powers, at);
	const char *text = "";

	(void)cells;
	switch (column) {
	case WHAT: text = programme_word_name(&powers->desk->programme, "power", power->what); break;
	case ROLE: text = access_role_name(power->role); break;
	case FROM: text = power->from_on; break;
	case TO: text = power->to_on ? power->to_on : _("further notice"); break;
	case FORCE: text = power->in_force ? _("yes") : _("no"); break;
	}
	snprintf(out, LISTING_TEXT, "%s", text);
}

static void powers_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s",
		_("Nobody may sign by a power of their own: each time limit takes the delegation's decision."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = powers_count,
	.id = powers_id,
	.text = powers_text,
	.empty = powers_empty,
};

/* ---- reading */

static void powers_load(struct ui *ui, struct pane *pane)
{
	struct powers *powers = pane->state;
	struct power_list list;
	struct error err = {0};

	if (!power_list_load(powers->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	power_list_done(&powers->list);
	powers->list = list;
	listing_follow(&powers->listing);
}

static bool powers_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct powers *powers = memory_take(sizeof *powers);

	(void)what;
	*powers = (struct powers){.desk = desk_of(ui)};
	listing_init(&powers->listing, &table, powers);
	pane->state = powers;
	return true;
}

static void powers_close(struct ui *ui, struct pane *pane)
{
	struct powers *powers = pane->state;

	(void)ui;
	power_list_done(&powers->list);
	free(powers);
}

static struct listing *powers_listing(const struct pane *pane)
{
	struct powers *powers = pane->state;

	powers->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &powers->listing;
}

static const struct power *focused(const struct powers *powers)
{
	long row = listing_focus(&powers->listing);

	return row >= 0 && row < powers->list.count ? power_at(powers, row) : NULL;
}

/* Under the table: where the power is decided. */
static void powers_draw(const struct pane *pane, struct area area)
{
	const struct powers *powers = pane->state;
	const struct power *power = focused(powers);
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&powers->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (power && below)
		fact_draw(area_part(area, area.rows - below + 1, 0, below - 1, area.columns), 0, LABEL, _("Source"),
			power->source);
}

static void powers_head(const struct pane *pane, struct head *head)
{
	const struct powers *powers = pane->state;
	int force = 0;

	for (int i = 0; i < powers->list.count; i++)
		force += powers->list.items[i].in_force;
	snprintf(head->right, sizeof head->right, _("%d in force"), force);
}

/* ---- the person's doing */

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	power_form(ui, 0);
}

static void end_run(struct ui *ui, struct pane *pane)
{
	const struct power *power = focused(pane->state);

	if (power)
		power_form(ui, power->id);
}

static const char *put_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_POWER_PUT);
}

static const char *end_barred(const struct ui *ui, const struct pane *pane)
{
	return focused(pane->state) ? put_barred(ui, pane) : _("There is nothing in focus.");
}

static const struct action actions[] = {
	{.name = "power-end",
		.keys = "e Enter Right l",
		.help = N_("give the power a last day"),
		.hint = N_("end"),
		.run = end_run,
		.barred = end_barred},
	{.name = "power-add",
		.keys = "+",
		.help = N_("let a role sign something from a day"),
		.hint = N_("new"),
		.run = add_run,
		.barred = put_barred},
	{.name = "attesters-open",
		.keys = "s",
		.help = N_("show who may review and authorise payments"),
		.hint = N_("attest list"),
		.run = go_attesters},
	{.name = NULL},
};

const struct pane_kind powers_pane = {
	.name = "powers",
	.title = N_("Who may sign"),
	.actions = actions,
	.open = powers_open,
	.close = powers_close,
	.load = powers_load,
	.draw = powers_draw,
	.head = powers_head,
	.listing = powers_listing,
};
