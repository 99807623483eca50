/* A sitting of the delegation on one screen: the agenda, and the item in focus with who is there, what is moved, voted
 * and decided. Invariant: what a key records is in the office at once; nothing is collected to be saved later. */
#include "tui/seated.h"

#include "base/text.h"
#include "base/words.h"

/* ---- the agenda */

enum { NUMBER, SECTION, SUBJECT, OUTCOME };
static const struct column columns[] = {
	{.head = N_("No"), .width = 3, .right = true},
	{.head = "§", .width = 4, .right = true},
	{.head = N_("Item"), .width = 60, .least = 24},
	{.head = N_("Outcome"), .width = 22, .least = 10, .rank = 1},
	{.head = NULL},
};

static long items_count(const void *rows)
{
	return ((const struct seated *)rows)->sitting.item_count;
}

static int64_t items_id(const void *rows, long row)
{
	return ((const struct seated *)rows)->sitting.items[row].id;
}

static const char *outcome_word(const struct sitting_item *item)
{
	if (item->hidden)
		return _("not shown");
	if (item->outcome)
		return sitting_outcome_words(item->outcome);
	return item->section ? _("under way") : "";
}

static void items_text(const void *rows, long row, int column, int cells, char out[LISTING_TEXT])
{
	const struct sitting_item *item = &((const struct seated *)rows)->sitting.items[row];

	(void)cells;
	*out = '\0';
	switch (column) {
	case NUMBER: snprintf(out, LISTING_TEXT, "%d", item->n); break;
	case SECTION:
		if (item->section)
			snprintf(out, LISTING_TEXT, "%d", item->section);
		break;
	case SUBJECT:
		snprintf(out, LISTING_TEXT, "%s%s%.*s", item->number, item->number[0] ? " " : "",
			TEXT_PART(item->title, 400));
		break;
	case OUTCOME: snprintf(out, LISTING_TEXT, "%s", outcome_word(item)); break;
	}
}

static void items_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s",
		_("Nothing is on the agenda. D takes the measures of the locked proposal, + adds an item."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = items_count,
	.id = items_id,
	.text = items_text,
	.empty = items_empty,
};

/* ---- what the files share */

const struct sitting_item *seated_focus(const struct seated *seated)
{
	long row = listing_focus(&seated->listing);

	return row >= 0 && row < seated->sitting.item_count ? &seated->sitting.items[row] : NULL;
}

const struct sitting_item *seated_item(const struct seated *seated, int64_t id)
{
	for (int i = 0; i < seated->sitting.item_count; i++)
		if (seated->sitting.items[i].id == id)
			return &seated->sitting.items[i];
	return NULL;
}

const struct sitting_item *seated_going(const struct seated *seated)
{
	return seated->sitting.under_way < 0 ? NULL : &seated->sitting.items[seated->sitting.under_way];
}

const struct sitting_item *seated_presence(const struct seated *seated)
{
	return seated->whole ? NULL : seated_going(seated);
}

const char *seated_stands(const struct seated *seated, const struct sitting_item *item, int person)
{
	const struct sitting_person *on_list = &seated->sitting.persons[person];

	for (int i = 0; item && i < item->seat_count; i++)
		if (item->seats[i].person == on_list->person)
			return item->seats[i].presence;
	return on_list->presence;
}

int seated_person(const struct seated *seated, int64_t person)
{
	for (int i = 0; i < seated->sitting.person_count; i++)
		if (seated->sitting.persons[i].person == person)
			return i;
	return -1;
}

const char *seated_keep(const struct seated *seated, const char *what, char out[SEATED_KEEP])
{
	snprintf(out, SEATED_KEEP, "sitting-%lld-%lld-%s", (long long)seated->id, (long long)seated->item, what);
	return out;
}

bool seated_done(struct ui *ui, bool done, const struct error *err, const char *said)
{
	if (!done) {
		desk_refused(ui, err);
		return false;
	}
	ui_stale(ui);
	ui_say(ui, "%s", said);
	return true;
}

/* ---- reading */

static void seated_load(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	struct sitting sitting;
	struct error err = {0};

	if (!sitting_load(seated->desk->cw, seated->id, &sitting, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (seated->loaded)
		sitting_done(&seated->sitting);
	seated->sitting = sitting;
	seated->loaded = true;
	listing_follow(&seated->listing);
	if (seated->made)
		listing_find(&seated->listing, seated->made, 1);
	seated->made = 0;
}

static bool seated_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct seated *seated = memory_take(sizeof *seated);
	const struct sitting_item *going;
	int64_t at;

	*seated = (struct seated){.desk = desk_of(ui), .id = *(const int64_t *)what};
	listing_init(&seated->listing, &table, seated);
	pane->state = seated;
	seated_load(ui, pane);
	pane->stale = false;
	if (!seated->loaded) {
		free(seated);
		return false;
	}
	at = desk_at(seated->desk, PLACE_ITEM);
	going = seated_going(seated);
	if (at || going)
		listing_find(&seated->listing, at ? at : going->id, 1);
	return true;
}

static void seated_close(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;

	(void)ui;
	sitting_done(&seated->sitting);
	free(seated);
}

static struct listing *seated_listing(const struct pane *pane)
{
	struct seated *seated = pane->state;

	seated->listing.elsewhere = pane->rows - seated_list_rows(seated, pane->rows, pane->columns);
	return &seated->listing;
}

static void seated_head(const struct pane *pane, struct head *head)
{
	const struct seated *seated = pane->state;
	const struct sitting *sitting = &seated->sitting;
	const struct sitting_item *going = seated_going(seated);

	snprintf(head->left, sizeof head->left, _("Sitting %s · %s"), sitting->on_day, sitting->number);
	snprintf(head->middle, sizeof head->middle, "%s",
		sitting_state_words(sitting->opened_at, sitting->closed_at, sitting->adjusted_on));
	if (going)
		snprintf(head->right, sizeof head->right, _("§ %d, item %d of %d"), going->section, going->n,
			sitting->item_count);
	else
		snprintf(head->right, sizeof head->right,
			ngettext("%d item", "%d items", (unsigned long)sitting->item_count), sitting->item_count);
}

/* ---- what bars a key */

static const char *call_barred(const struct ui *ui, const struct pane *pane)
{
	const struct seated *seated = pane->state;

	if (seated->sitting.closed_at)
		return _("The sitting is closed: its agenda stays.");
	return desk_barred(ui, RIGHT_SITTING_CALL);
}

static const char *item_barred(const struct ui *ui, const struct pane *pane)
{
	const struct sitting_item *item = seated_focus(pane->state);

	if (!item)
		return _("There is no item in focus.");
	if (item->closed_at)
		return _("The item is closed: it stays as it is.");
	return call_barred(ui, pane);
}

static const char *place_barred(const struct ui *ui, const struct pane *pane)
{
	const struct sitting_item *item = seated_focus(pane->state);

	if (item && item->section)
		return _("The item is taken up: it keeps its place.");
	return item_barred(ui, pane);
}

static const char *record_barred(const struct ui *ui, const struct pane *pane)
{
	const struct seated *seated = pane->state;

	if (seated->sitting.closed_at)
		return _("The sitting is closed: what happened is recorded.");
	return desk_barred(ui, RIGHT_SITTING_RECORD);
}

static const char *take_barred(const struct ui *ui, const struct pane *pane)
{
	const struct seated *seated = pane->state;
	const struct sitting_item *item = seated_focus(seated);

	if (!item)
		return _("There is no item in focus.");
	if (!seated->sitting.opened_at)
		return _("The sitting has not been opened: S opens it.");
	if (item->section)
		return _("The item has been taken up already.");
	if (seated_going(seated))
		return _("Another item is under way: u closes it first.");
	return record_barred(ui, pane);
}

static const char *going_barred(const struct ui *ui, const struct pane *pane)
{
	if (!seated_going(pane->state))
		return _("No item is under way: Enter takes up the one in focus.");
	return record_barred(ui, pane);
}

static const char *ballot_barred(const struct ui *ui, const struct pane *pane)
{
	const struct sitting_item *item = seated_going(pane->state);
	int left = 0;

	for (int i = 0; item && i < item->motion_count; i++)
		left += !item->motions[i].beaten;
	return item && left < 2 ? _("It takes two motions to vote between: y records one.") : going_barred(ui, pane);
}

static const char *ruling_barred(const struct ui *ui, const struct pane *pane)
{
	const struct sitting_item *item = seated_going(pane->state);

	if (item && !item->quorum.disputed && text_blank(item->ruling))
		return _("The base of the quorum is not disputed here.");
	return item ? desk_barred(ui, RIGHT_SITTING_RULE) : going_barred(ui, pane);
}

static const char *resume_barred(const struct ui *ui, const struct pane *pane)
{
	const struct sitting_item *item = seated_focus(pane->state);

	return item && item->closed_at ? record_barred(ui, pane) : _("The item in focus is not closed.");
}

static const char *void_barred(const struct ui *ui, const struct pane *pane)
{
	const struct seated *seated = pane->state;
	const struct sitting_item *item = seated_focus(seated);
	struct seated_voidable there[SEATED_VOIDS];

	(void)ui;
	return item && seated_voidable(seated, item, there)
		       ? NULL
		       : _("Nothing of the item in focus can be taken back: a motion or vote until the item is closed, "
			   "a "
			   "reservation until the decision is dispatched or the minutes are approved.");
}

static const char *start_barred(const struct ui *ui, const struct pane *pane)
{
	const struct seated *seated = pane->state;

	return seated_going(seated) ? _("An item is under way: u closes it first.") : record_barred(ui, pane);
}

static const char *adjust_barred(const struct ui *ui, const struct pane *pane)
{
	const struct seated *seated = pane->state;

	if (seated->sitting.adjusted_on)
		return _("The minutes are approved.");
	return seated->sitting.opened_at ? desk_barred(ui, RIGHT_SITTING_RULE)
					 : _("The sitting has not been opened: S opens it.");
}

static const char *case_barred(const struct ui *ui, const struct pane *pane)
{
	const struct sitting_item *item = seated_focus(pane->state);

	(void)ui;
	return item && item->application ? NULL : _("The item in focus is about no case.");
}

static void case_run(struct ui *ui, struct pane *pane)
{
	const struct sitting_item *item = seated_focus(pane->state);

	ui_push(ui, &detail_pane, &item->application);
}

/* One presses on to the next item as fast as the meeting goes. */
static const struct action actions[] = {
	{.name = "item-take",
		.keys = "Enter Right l",
		.help = N_("take the item up: it gets the next § of the year"),
		.hint = N_("take up"),
		.changes = true,
		.run = seated_take_run,
		.barred = take_barred},
	{.name = "presence-put",
		.keys = "1 2 3 4 5 6 7 8 9",
		.help = N_("present, remote, absent: the person with the number"),
		.hint = N_("presence"),
		.shown = "1-9",
		.changes = true,
		.run = seated_present_run,
		.barred = record_barred},
	{.name = "motion-add",
		.keys = "y",
		.help = N_("record what somebody moves"),
		.hint = N_("motion"),
		.run = seated_motion_run,
		.barred = going_barred},
	{.name = "ballot-take",
		.keys = "o",
		.help = N_("vote between two motions"),
		.hint = N_("vote"),
		.run = seated_ballot_run,
		.barred = ballot_barred},
	{.name = "outcome-put",
		.keys = "u",
		.help = N_("close the item with its outcome, and go on to the next"),
		.hint = N_("outcome"),
		.run = seated_outcome_run,
		.barred = going_barred},
	{.name = "reservation-add",
		.keys = "R",
		.help = N_("record a reservation, or the dissent of one who does not decide"),
		.hint = N_("reservation"),
		.run = seated_reserve_run,
		.barred = seated_reserve_barred},
	{.name = "mistake-void",
		.keys = "U",
		.help = N_("take back a motion, vote or reservation that was registered by mistake"),
		.run = seated_void_run,
		.barred = void_barred},
	{.name = "presence-scope",
		.keys = "P",
		.help = N_("presence for the item under way, or for the whole sitting"),
		.run = seated_scope_run,
		.barred = going_barred},
	{.name = "quorum-rule",
		.keys = "b",
		.help = N_("record the chair's ruling where the base of the quorum is disputed"),
		.run = seated_ruling_run,
		.barred = ruling_barred},
	{.name = "item-resume",
		.keys = "-",
		.help = N_("take up again an item that was closed by mistake"),
		.run = seated_resume_run,
		.barred = resume_barred},
	{.name = "sitting-start",
		.keys = "S",
		.help = N_("open the sitting; when everything is dealt with, close it"),
		.hint = N_("open or close"),
		.run = seated_start_run,
		.barred = start_barred},
	{.name = "item-change",
		.keys = "e",
		.help = N_("choose who presents the item, and write the presenter's own proposal"),
		.hint = N_("presenter"),
		.run = seated_change_run,
		.barred = item_barred},
	{.name = "item-add",
		.keys = "+",
		.help = N_("add an item to the agenda"),
		.hint = N_("item"),
		.run = seated_add_run,
		.barred = call_barred},
	{.name = "agenda-draw",
		.keys = "D",
		.help = N_("take the measures of the round's locked proposal to the agenda"),
		.hint = N_("from the proposal"),
		.run = seated_draw_run,
		.barred = call_barred},
	{.name = "item-place",
		.keys = "m",
		.help = N_("move the item to a place on the agenda"),
		.run = seated_place_run,
		.barred = place_barred},
	{.name = "person-call",
		.keys = "a",
		.help = N_("call a secretary, a presenter or somebody else"),
		.run = seated_call_run,
		.barred = call_barred},
	{.name = "papers-sent",
		.keys = "!",
		.help = N_("record that the notice or the papers were sent"),
		.run = seated_send_run,
		.barred = call_barred},
	{.name = "minutes-adjust",
		.keys = "J",
		.help = N_("approve the minutes, or one item at once; choose who approves them"),
		.hint = N_("approve"),
		.run = seated_adjust_run,
		.barred = adjust_barred},
	{.name = "case-open",
		.keys = "i",
		.help = N_("go into the case the item is about"),
		.run = case_run,
		.barred = case_barred},
	{.name = "paper-read",
		.keys = "v",
		.help = N_("read the notice, the agenda, the minutes or an extract"),
		.hint = N_("papers"),
		.run = seated_read_run},
	{.name = "paper-write",
		.keys = "w",
		.help = N_("write one of them to a file, as text, PDF or JSON"),
		.hint = N_("write"),
		.run = seated_write_run},
	{.name = NULL},
};

const struct pane_kind sitting_pane = {
	.name = "sitting",
	.title = N_("Sitting"),
	.actions = actions,
	.open = seated_open,
	.close = seated_close,
	.load = seated_load,
	.draw = seated_draw,
	.head = seated_head,
	.listing = seated_listing,
};
