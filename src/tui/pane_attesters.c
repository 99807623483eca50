/* The attest list: who may review and who may authorise, from a day to a day and up to an amount. Invariant: a row is
 * never rewritten; it ends, and another begins. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/words.h"
#include "casework/attest_power.h"

enum { BELOW_FROM = 10, BELOW_ROWS = 3, LABEL = 10 };

struct attesters {
	struct desk *desk;
	struct attest_power_list list;
	struct listing listing;
};

/* ---- the table */

enum { STEP, PERSON, FROM, TO, MOST, FORCE };
static const struct column columns[] = {
	{.head = N_("May"), .width = 10},
	{.head = N_("Person"), .width = 22, .least = 14},
	{.head = N_("From"), .width = 10, .rank = 2},
	{.head = N_("To"), .width = 14, .rank = 1},
	{.head = N_("At most"), .width = 14, .least = 12, .rank = 3},
	{.head = N_("In force"), .width = 8, .rank = 4},
	{.head = NULL},
};

static const struct attest_power *power_at(const struct attesters *attesters, long at)
{
	return &attesters->list.items[at];
}

static long attesters_count(const void *rows)
{
	return ((const struct attesters *)rows)->list.count;
}

static int64_t attesters_id(const void *rows, long at)
{
	return power_at(rows, at)->id;
}

static void attesters_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct attesters *attesters = rows;
	const struct attest_power *power = power_at(attesters, at);
	const char *text = "";
	char money[MONEY_TEXT];

	(void)cells;
	switch (column) {
	case STEP: text = attest_step_word(power->step); break;
	case PERSON: text = power->name; break;
	case FROM: text = power->from_on; break;
	case TO: text = power->to_on ? power->to_on : _("further notice"); break;
	case MOST:
		text = power->most_ore == MONEY_UNKNOWN
			       ? _("any amount")
			       : money_text(power->most_ore, MONEY_PLAIN, attesters->desk->swedish, money);
		break;
	case FORCE: text = power->in_force ? _("yes") : _("no"); break;
	}
	snprintf(out, LISTING_TEXT, "%s", text);
}

static void attesters_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s",
		_("Nobody is on the attest list, so nothing can be paid. An administrator enters who may (+)."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = attesters_count,
	.id = attesters_id,
	.text = attesters_text,
	.empty = attesters_empty,
};

/* ---- reading */

static void attesters_load(struct ui *ui, struct pane *pane)
{
	struct attesters *attesters = pane->state;
	struct attest_power_list list;
	struct error err = {0};

	if (!attest_power_list_load(attesters->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	attest_power_list_done(&attesters->list);
	attesters->list = list;
	listing_follow(&attesters->listing);
}

static bool attesters_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct attesters *attesters = memory_take(sizeof *attesters);

	(void)what;
	*attesters = (struct attesters){.desk = desk_of(ui)};
	listing_init(&attesters->listing, &table, attesters);
	pane->state = attesters;
	return true;
}

static void attesters_close(struct ui *ui, struct pane *pane)
{
	struct attesters *attesters = pane->state;

	(void)ui;
	attest_power_list_done(&attesters->list);
	free(attesters);
}

static struct listing *attesters_listing(const struct pane *pane)
{
	struct attesters *attesters = pane->state;

	attesters->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &attesters->listing;
}

static const struct attest_power *focused(const struct attesters *attesters)
{
	long at = listing_focus(&attesters->listing);

	return at >= 0 && at < attesters->list.count ? power_at(attesters, at) : NULL;
}

/* Under the table: where it is decided. */
static void attesters_draw(const struct pane *pane, struct area area)
{
	const struct attesters *attesters = pane->state;
	const struct attest_power *power = focused(attesters);
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&attesters->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (power && below)
		fact_draw(area_part(area, area.rows - below + 1, 0, below - 1, area.columns), 0, LABEL, _("Source"),
			power->source);
}

static void attesters_head(const struct pane *pane, struct head *head)
{
	const struct attesters *attesters = pane->state;
	int force = 0;

	for (int i = 0; i < attesters->list.count; i++)
		force += attesters->list.items[i].in_force;
	snprintf(head->right, sizeof head->right, _("%d in force"), force);
}

/* ---- the person's doing */

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	attester_form(ui, 0);
}

static void end_run(struct ui *ui, struct pane *pane)
{
	const struct attest_power *power = focused(pane->state);

	if (power)
		attester_form(ui, power->id);
}

static const char *put_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_ATTEST_LIST_PUT);
}

static const char *end_barred(const struct ui *ui, const struct pane *pane)
{
	return focused(pane->state) ? put_barred(ui, pane) : _("There is nothing in focus.");
}

static const struct action actions[] = {
	{.name = "attester-end",
		.keys = "e Enter Right l",
		.help = N_("give the row of the attest list a last day"),
		.hint = N_("end"),
		.run = end_run,
		.barred = end_barred},
	{.name = "attester-add",
		.keys = "+",
		.help = N_("let a person review or authorise from a day"),
		.hint = N_("new"),
		.run = add_run,
		.barred = put_barred},
	{.name = NULL},
};

const struct pane_kind attesters_pane = {
	.name = "attesters",
	.title = N_("Attest list"),
	.actions = actions,
	.open = attesters_open,
	.close = attesters_close,
	.load = attesters_load,
	.draw = attesters_draw,
	.head = attesters_head,
	.listing = attesters_listing,
};
