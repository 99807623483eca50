/* The public list of granted measures (15 f § of the instruction): as it stands, when it was made known, and what was
 * then on it. Invariant: what is shown and written is what the shell writes, and nothing is recorded as made known
 * before it has been said and the number of grants typed. */
#include "tui/dialog.h"
#include "tui/tabled.h"
#include "tui/verb.h"
#include "tui/writing.h"

#include "base/text.h"
#include "base/words.h"
#include "csv/reports_published.h"

enum { WAY = 256 };

struct publishing {
	struct desk *desk;
	struct published_list list;
	struct publication_list known;
	bool read, one_round;
	bool times;          /* when it was made known, instead of the grants */
	int64_t publication; /* whose grants are shown; 0: as it stands */
	char way[WAY];       /* typed, to be confirmed */
	struct tabled table;
	struct writing writing;
};

/* ---- the tables */

static const struct tabled_column grants[] = {
	{.column = COLUMN_NUMBER, .width = 10},
	{.column = COLUMN_APPLICANT, .width = 26, .least = 20, .rank = 9},
	{.column = COLUMN_PARTICIPANTS, .head = N_("Regions"), .width = 7, .rank = 1},
	{.column = COLUMN_MEASURE, .width = 48, .least = 20, .rank = 8},
	{.column = COLUMN_FROM, .width = 10, .rank = 2},
	{.column = COLUMN_TO, .width = 10, .rank = 2},
	{.column = COLUMN_DAY, .head = N_("Decision"), .width = 10, .rank = 6},
	{.column = COLUMN_SOUGHT_ORE, .width = 9, .rank = 5},
	{.column = COLUMN_GRANTED_ORE, .head = N_("Granted"), .width = 9},
	{.width = 0},
};
static const struct tabled_column times[] = {
	{.column = COLUMN_N, .head = N_("No"), .width = 4},
	{.column = COLUMN_DAY, .width = 10},
	{.column = COLUMN_ROUND, .width = 8, .rank = 4},
	{.column = COLUMN_ROWS, .width = 6},
	{.column = COLUMN_SENT_TO, .head = N_("Where or how"), .width = 40, .least = 16, .rank = 9},
	{.column = COLUMN_MADE_BY, .head = N_("Recorded by"), .width = 18, .rank = 3},
	{.column = COLUMN_FILE_HASH, .width = 64, .least = 12, .rank = 2},
	{.width = 0},
};

static int64_t round_of(const struct publishing *publishing)
{
	return publishing->one_round && !publishing->publication ? publishing->desk->round : 0;
}

static void table_make(const struct publishing *publishing, struct report *report)
{
	if (publishing->times)
		report_publications(report, &publishing->known);
	else
		report_published(report, &publishing->list);
}

static void table_renew(struct publishing *publishing)
{
	struct report report;

	table_make(publishing, &report);
	if (publishing->times)
		tabled_put(&publishing->table, &report, times,
			_("The list has not been made known yet. + records that it has been."));
	else
		tabled_put(&publishing->table, &report, grants, _("Nothing is granted in what is chosen."));
}

/* ---- reading */

static bool publishing_read(struct publishing *publishing, struct error *err)
{
	struct published_list list;
	struct publication_list known;

	if (!desk_refresh(publishing->desk, err) ||
		!published_load(publishing->desk->cw, publishing->publication, round_of(publishing), &list, err))
		return false;
	if (!publication_list_load(publishing->desk->cw, &known, err)) {
		published_done(&list);
		return false;
	}
	tabled_done(&publishing->table); /* its texts are the old one's */
	if (publishing->read) {
		published_done(&publishing->list);
		publication_list_done(&publishing->known);
	}
	publishing->list = list;
	publishing->known = known;
	publishing->read = true;
	table_renew(publishing);
	return true;
}

static void publishing_load(struct ui *ui, struct pane *pane)
{
	struct error err = {0};

	if (!publishing_read(pane->state, &err))
		desk_refused(ui, &err);
}

static bool publishing_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct publishing *publishing = memory_take(sizeof *publishing);

	(void)what;
	*publishing = (struct publishing){.desk = desk_of(ui)};
	tabled_init(&publishing->table, publishing->desk);
	pane->state = publishing;
	return true;
}

static void publishing_close(struct ui *ui, struct pane *pane)
{
	struct publishing *publishing = pane->state;

	(void)ui;
	tabled_done(&publishing->table);
	if (publishing->read) {
		published_done(&publishing->list);
		publication_list_done(&publishing->known);
	}
	free(publishing);
}

static struct listing *publishing_listing(const struct pane *pane)
{
	return tabled_listing(&((struct publishing *)pane->state)->table, pane);
}

static void publishing_draw(const struct pane *pane, struct area area)
{
	tabled_draw(&((const struct publishing *)pane->state)->table, area);
}

/* "12 grants, 93 000 000 kr" */
static void sum_say(const struct publishing *publishing, char *out, size_t room)
{
	const struct published_list *list = &publishing->list;
	char granted[MONEY_TEXT];

	snprintf(out, room, ngettext("%d grant, %s", "%d grants, %s", (unsigned long)list->count), list->count,
		desk_kr(publishing->desk, list->granted_ore, granted));
}

static void publishing_head(const struct pane *pane, struct head *head)
{
	const struct publishing *publishing = pane->state;

	if (publishing->times)
		snprintf(head->left, sizeof head->left, "%s", _("Granted measures · made known"));
	else if (publishing->publication)
		snprintf(head->left, sizeof head->left, _("Granted measures · publication %d"),
			(int)publishing->publication);
	else if (publishing->one_round)
		snprintf(head->left, sizeof head->left, _("Granted measures · round %s"), publishing->desk->round_name);
	else
		snprintf(head->left, sizeof head->left, "%s", _("Granted measures · all rounds"));
	if (publishing->read && !publishing->times)
		sum_say(publishing, head->right, sizeof head->right);
	tabled_head(&publishing->table, head);
}

/* ---- the person's doing */

static const struct publication *known_focus(const struct publishing *publishing)
{
	long at = listing_focus(&publishing->table.listing);

	return publishing->times && at >= 0 && at < publishing->known.count ? &publishing->known.items[at] : NULL;
}

static void shown_change(struct ui *ui, struct publishing *publishing, bool known, int64_t publication)
{
	publishing->times = known;
	publishing->publication = publication;
	listing_to(&publishing->table.listing, 0, 0);
	ui_stale(ui);
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct publication *known = known_focus(pane->state);

	if (known)
		shown_change(ui, pane->state, false, known->id);
}

static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return known_focus(pane->state) ? NULL : _("v shows when the list was made known; Enter there what was on it.");
}

/* From what one publication held, back to when they were. */
static bool publishing_escape(struct ui *ui, struct pane *pane)
{
	struct publishing *publishing = pane->state;

	if (!publishing->publication)
		return false;
	shown_change(ui, publishing, true, 0);
	return true;
}

static void view_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct publishing *publishing = pane->state;

	(void)with;
	if (which < 2)
		publishing->one_round = which == 1;
	shown_change(ui, publishing, which == 2, 0);
}

static void view_run(struct ui *ui, struct pane *pane)
{
	const struct publishing *publishing = pane->state;
	const char *const choices[] = {
		_("The grants of all rounds"), _("Only the round worked with"), _("When the list was made known")};

	dialog_choose(ui, &(struct choosing){.text = _("What of the granted measures?"),
				  .choices = choices,
				  .count = 3,
				  .first = publishing->times ? 2 : publishing->one_round,
				  .chosen = view_chosen});
}

/* ---- made known */

static void record_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct publishing *publishing = pane->state;
	struct operation op = operation_new();
	struct error err = {0};
	int64_t id = 0;

	(void)text;
	(void)with;
	if (verb_ended(ui,
		    publication_record(
			    publishing->desk->cw, &op, round_of(publishing), NULL, publishing->way, &id, &err),
		    &err))
		ui_say(ui,
			_("Publication %d is recorded. What is on it is available, and nobody can differ from it any "
			  "more."),
			(int)id);
}

static void way_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct publishing *publishing = pane->state;
	char sum[160], said[900], must[16], label[128];

	(void)with;
	snprintf(publishing->way, sizeof publishing->way, "%.*s", WAY - 1, text);
	snprintf(must, sizeof must, "%d", publishing->list.count);
	sum_say(publishing, sum, sizeof sum);
	snprintf(said, sizeof said,
		_("Recorded as made known today (%s): %.*s\nWhat is on the list becomes available, and nobody can "
		  "differ "
		  "from it any more (30 § FL). It is never undone."),
		sum, TEXT_PART(publishing->way, 400));
	snprintf(label, sizeof label, _("Type the number of grants (%s) to record:"), must);
	dialog_ask(ui,
		&(struct question){
			.text = said, .label = label, .must = must, .yes = _("record"), .answered = record_answered});
}

static bool way_accepts(const char *text, struct error *err)
{
	return !text_blank(text) ||
	       refuse(err, ERROR_INVALID, _("Say where the list stands, or how it was sent. Nothing was saved."));
}

static void record_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	dialog_ask(
		ui, &(struct question){.text = _("The list has been made known to the regions as it stands. Where does "
						 "it stand, or how was it sent?"),
			    .label = _("Where or how:"),
			    .accepts = way_accepts,
			    .yes = _("go on"),
			    .answered = way_answered,
			    .keep = "published-0"});
}

static const char *record_barred(const struct ui *ui, const struct pane *pane)
{
	const struct publishing *publishing = pane->state;

	if (publishing->times || publishing->publication)
		return _("It is the list as it stands that is made known: v shows it.");
	if (!publishing->list.count)
		return _("Nothing is granted, so there is nothing to make known.");
	if (publishing->list.hidden)
		return _("The list holds cases in which you take no part and that nobody has been told of. Somebody "
			 "else "
			 "makes it known.");
	return desk_barred(ui, RIGHT_DECISION_RECORD);
}

/* ---- written out */

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	(void)ui;
	(void)err;
	table_make(pane->state, report);
	return true;
}

static bool file_make(struct ui *ui, struct pane *pane, struct buffer *out, struct error *err)
{
	(void)ui;
	(void)err;
	published_json(&((const struct publishing *)pane->state)->list, out);
	return true;
}

static void write_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct publishing *publishing = pane->state;
	char today[DAY_TEXT];

	(void)with;
	day_text(ui_today(ui), today);
	if (which == 0) {
		writing_report(ui, &publishing->writing, report_make,
			_("Write out the table. The name's ending says how: .csv, .json or .txt."), _("granted-%s.csv"),
			today);
		return;
	}
	publishing->writing = (struct writing){
		.text = _("Write out the list for others, in JSON; the SHA-256 of the file is the publication's."),
		.bytes = file_make};
	snprintf(publishing->writing.file, sizeof publishing->writing.file, _("granted-%s.json"), today);
	publishing->writing.name = publishing->writing.file;
	writing_ask(ui, &publishing->writing);
}

static void write_run(struct ui *ui, struct pane *pane)
{
	const struct publishing *publishing = pane->state;
	const char *const choices[] = {_("The table that is shown"), _("The list for others, in JSON")};

	if (publishing->times)
		write_chosen(ui, pane, 0, NULL);
	else
		dialog_choose(ui,
			&(struct choosing){
				.text = _("Write out what?"), .choices = choices, .count = 2, .chosen = write_chosen});
}

static const struct action actions[] = {
	{.name = "publication-open",
		.keys = "Enter",
		.help = N_("show what a publication made known"),
		.hint = N_("what was on it"),
		.run = open_run,
		.barred = open_barred},
	{.name = "view-choose",
		.keys = "v",
		.help = N_("choose: the grants of all rounds or of one, or when the list was made known"),
		.hint = N_("view"),
		.run = view_run},
	{.name = "publication-add",
		.keys = "+",
		.help = N_("record that the list has been made known; it ends the time for reservations"),
		.hint = N_("made known"),
		.changes = true,
		.run = record_run,
		.barred = record_barred},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind published_pane = {
	.name = "published",
	.title = N_("Granted measures"),
	.actions = actions,
	.open = publishing_open,
	.close = publishing_close,
	.load = publishing_load,
	.draw = publishing_draw,
	.head = publishing_head,
	.listing = publishing_listing,
	.escape = publishing_escape,
};
