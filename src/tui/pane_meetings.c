/* When the regions' bodies are known to meet: what a deadline is set with an eye to. Invariant: a day here rules
 * nothing; it is shown beside the days one sets. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/words.h"
#include "casework/meeting.h"

struct meetings {
	struct desk *desk;
	char code[8]; /* "" all regions */
	bool earlier; /* those that have been are shown too */
	struct meeting_list list;
	struct listing listing;
};

/* ---- the table */

enum { DAY, REGION, BODY, SOURCE };
static const struct column columns[] = {
	{.head = N_("Day"), .width = 10},
	{.head = N_("Region"), .width = 20, .least = 10},
	{.head = N_("Body"), .width = 30, .least = 10},
	{.head = N_("Source"), .width = 40, .least = 8, .rank = 1},
	{.head = NULL},
};

static long meetings_count(const void *rows)
{
	return ((const struct meetings *)rows)->list.count;
}

static int64_t meetings_id(const void *rows, long row)
{
	return ((const struct meetings *)rows)->list.items[row].id;
}

static void meetings_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct meeting *meeting = &((const struct meetings *)rows)->list.items[at];
	const char *text = "";

	(void)cells;
	switch (column) {
	case DAY: text = meeting->on_day; break;
	case REGION: text = meeting->region_short; break;
	case BODY: text = meeting->body; break;
	case SOURCE: text = meeting->source; break;
	}
	snprintf(out, LISTING_TEXT, "%s", text);
}

static void meetings_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct meetings *meetings = rows;

	snprintf(out, LISTING_TEXT, "%s",
		meetings->earlier ? _("No meeting is known. + enters one.")
				  : _("No coming meeting is known. + enters one, v shows those that have been."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = meetings_count,
	.id = meetings_id,
	.text = meetings_text,
	.empty = meetings_empty,
};

/* ---- reading */

static void meetings_load(struct ui *ui, struct pane *pane)
{
	struct meetings *meetings = pane->state;
	char first[DAY_TEXT] = "0001-01-01";
	struct meeting_list list;
	struct error err = {0};

	if (!meetings->earlier)
		day_text(ui_today(ui), first);
	if (!meeting_list_load(meetings->desk->cw, meetings->code[0] ? meetings->code : NULL, first, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	meeting_list_done(&meetings->list);
	meetings->list = list;
	listing_follow(&meetings->listing);
}

static bool meetings_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct meetings *meetings = memory_take(sizeof *meetings);

	*meetings = (struct meetings){.desk = desk_of(ui)};
	snprintf(meetings->code, sizeof meetings->code, "%s", what ? (const char *)what : "");
	listing_init(&meetings->listing, &table, meetings);
	pane->state = meetings;
	return true;
}

static void meetings_close(struct ui *ui, struct pane *pane)
{
	struct meetings *meetings = pane->state;

	(void)ui;
	meeting_list_done(&meetings->list);
	free(meetings);
}

static struct listing *meetings_listing(const struct pane *pane)
{
	return &((struct meetings *)pane->state)->listing;
}

static const struct meeting *focused(const struct meetings *meetings)
{
	long row = listing_focus(&meetings->listing);

	return row >= 0 && row < meetings->list.count ? &meetings->list.items[row] : NULL;
}

static void meetings_draw(const struct pane *pane, struct area area)
{
	listing_draw(&((const struct meetings *)pane->state)->listing, area);
}

static void meetings_head(const struct pane *pane, struct head *head)
{
	const struct meetings *meetings = pane->state;

	if (meetings->code[0])
		snprintf(head->middle, sizeof head->middle, "%s", region_short(meetings->desk, meetings->code));
	snprintf(head->right, sizeof head->right, meetings->earlier ? _("%d known") : _("%d to come"),
		meetings->list.count);
}

/* ---- the person's doing */

static void add_run(struct ui *ui, struct pane *pane)
{
	meeting_form(ui, 0, ((const struct meetings *)pane->state)->code);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct meeting *meeting = focused(pane->state);

	if (meeting)
		meeting_form(ui, meeting->id, meeting->region);
}

static void earlier_run(struct ui *ui, struct pane *pane)
{
	struct meetings *meetings = pane->state;

	meetings->earlier = !meetings->earlier;
	ui_stale(ui);
}

static const char *put_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_MEETING_PUT);
}

static const char *change_barred(const struct ui *ui, const struct pane *pane)
{
	return focused(pane->state) ? put_barred(ui, pane) : _("There is nothing in focus.");
}

static const struct action actions[] = {
	{.name = "meeting-change",
		.keys = "e Enter Right l",
		.help = N_("change the meeting: another day, or what is known of it"),
		.hint = N_("change"),
		.run = change_run,
		.barred = change_barred},
	{.name = "meeting-add",
		.keys = "+",
		.help = N_("enter a meeting of a region's body"),
		.hint = N_("new"),
		.run = add_run,
		.barred = put_barred},
	{.name = "meeting-earlier",
		.keys = "v",
		.help = N_("show those that have been too, or only those to come"),
		.hint = N_("earlier too"),
		.run = earlier_run},
	{.name = NULL},
};

const struct pane_kind meetings_pane = {
	.name = "meetings",
	.title = N_("The regions' meetings"),
	.actions = actions,
	.open = meetings_open,
	.close = meetings_close,
	.load = meetings_load,
	.draw = meetings_draw,
	.head = meetings_head,
	.listing = meetings_listing,
};
