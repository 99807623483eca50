/* The delegation's sittings: those to come, and those that were. */
#include "tui/desk.h"
#include "tui/dialog.h"
#include "tui/listing.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/sitting.h"

struct sittings {
	struct desk *desk;
	struct sitting_list list;
	struct listing listing;
	int64_t made; /* just called: gets the focus when the list is next read */
	bool loaded;
};

enum { DAY, HOUR, NUMBER, STATE, ITEMS, SECTIONS, PLACE };
static const struct column columns[] = {
	{.head = N_("Day"), .width = 10},
	{.head = N_("Hour"), .width = 5, .rank = 3},
	{.head = N_("No"), .width = 12, .rank = 2},
	{.head = N_("Status"), .width = 26, .least = 21},
	{.head = N_("Items"), .width = 7, .right = true},
	{.head = "§", .width = 6, .rank = 1},
	{.head = N_("Where"), .width = 44, .least = 12, .rank = 4},
	{.head = NULL},
};

static long rows_count(const void *rows)
{
	return ((const struct sittings *)rows)->list.count;
}

static int64_t rows_id(const void *rows, long row)
{
	return ((const struct sittings *)rows)->list.items[row].id;
}

static void row_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct sitting_row *row = &((const struct sittings *)rows)->list.items[at];

	(void)cells;
	*out = '\0';
	switch (column) {
	case DAY: snprintf(out, LISTING_TEXT, "%s", row->on_day); break;
	case HOUR: snprintf(out, LISTING_TEXT, "%s", row->starts_at); break;
	case NUMBER: snprintf(out, LISTING_TEXT, "%s", row->number); break;
	case STATE:
		snprintf(out, LISTING_TEXT, "%s",
			row->closed_at && !row->adjusted_on
				? _("closed, not approved")
				: sitting_state_words(row->opened_at, row->closed_at, row->adjusted_on));
		break;
	case ITEMS: snprintf(out, LISTING_TEXT, "%d", row->items); break;
	case SECTIONS:
		if (row->first_section && row->first_section == row->last_section)
			snprintf(out, LISTING_TEXT, "%d", row->first_section);
		else if (row->first_section)
			snprintf(out, LISTING_TEXT, "%d-%d", row->first_section, row->last_section);
		break;
	case PLACE: snprintf(out, LISTING_TEXT, "%s", row->place); break;
	}
}

static void rows_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("The delegation has no sitting here. + calls one."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = rows_count,
	.id = rows_id,
	.text = row_text,
	.empty = rows_empty,
};

/* ---- reading */

static void sittings_load(struct ui *ui, struct pane *pane)
{
	struct sittings *sittings = pane->state;
	struct sitting_list list;
	struct error err = {0};

	if (!sitting_list_load(sittings->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (sittings->loaded)
		sitting_list_done(&sittings->list);
	sittings->list = list;
	sittings->loaded = true;
	listing_follow(&sittings->listing);
	if (sittings->made)
		listing_find(&sittings->listing, sittings->made, 1);
	sittings->made = 0;
}

static bool sittings_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct sittings *sittings = memory_take(sizeof *sittings);

	(void)what;
	*sittings = (struct sittings){.desk = desk_of(ui)};
	listing_init(&sittings->listing, &table, sittings);
	pane->state = sittings;
	return true;
}

static void sittings_close(struct ui *ui, struct pane *pane)
{
	struct sittings *sittings = pane->state;

	(void)ui;
	if (sittings->loaded)
		sitting_list_done(&sittings->list);
	free(sittings);
}

static struct listing *sittings_listing(const struct pane *pane)
{
	return &((struct sittings *)pane->state)->listing;
}

static void sittings_draw(const struct pane *pane, struct area area)
{
	listing_draw(&((const struct sittings *)pane->state)->listing, area);
}

static const struct sitting_row *focused(const struct sittings *sittings)
{
	long row = listing_focus(&sittings->listing);

	return row >= 0 && row < sittings->list.count ? &sittings->list.items[row] : NULL;
}

/* ---- "2026-12-10 10:00 Stockholm" */

/* "10:00", "9.00": an hour as it is kept, or NULL for words that are none. */
static const char *hour_read(struct arena *arena, const char *word)
{
	size_t digits = strspn(word, "0123456789");

	if (digits < 1 || digits > 2 || (word[digits] != ':' && word[digits] != '.') ||
		strspn(word + digits + 1, "0123456789") != 2 || word[digits + 3])
		return NULL;
	return arena_format(arena, "%s%.*s:%s", digits == 1 ? "0" : "", (int)digits, word, word + digits + 1);
}

/* The place is all that is left, however long. */
static bool line_read(struct arena *arena, const char *text, day today, struct sitting_change *out, struct error *err)
{
	char *rest = arena_text(arena, text), *on_day = strsep(&rest, " ");
	char *words = rest ? rest : on_day + strlen(on_day), *after = words;
	char *iso = arena_take(arena, DAY_TEXT);
	const char *hour;
	day when;

	if (text_blank(text))
		return refuse(
			err, ERROR_INVALID, _("Write the day, the hour and the place: 2026-12-10 10:00 Stockholm."));
	if (!day_parse(on_day, today, &when, err))
		return false;
	if (!strncmp(after, "kl. ", 4) || !strncmp(after, "kl ", 3))
		after += strcspn(after, " ") + 1;
	hour = hour_read(arena, arena_format(arena, "%.*s", (int)strcspn(after, " "), after));
	if (hour)
		words = after + strcspn(after, " ");
	day_text(when, iso);
	*out = (struct sitting_change){
		.on_day = iso, .starts_at = hour ? hour : "", .place = words + strspn(words, " ")};
	return true;
}

/* Which year "1/12" is in is found when the sitting is called; that it is a day at all is found here. */
static bool line_accepts(const char *text, struct error *err)
{
	struct sitting_change change;
	struct arena arena;
	bool read;

	arena_init(&arena);
	read = line_read(&arena, text, day_read("2028-01-01"), &change, err);
	arena_done(&arena);
	return read;
}

static void add_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct sittings *sittings = pane->state;
	struct sitting_change change;
	struct operation op = operation_new();
	struct error err = {0};
	struct arena arena;
	int64_t id = 0;
	bool called;

	(void)with;
	arena_init(&arena);
	called = line_read(&arena, text, ui_today(ui), &change, &err) &&
		 sitting_open(sittings->desk->cw, &op, &change, &id, &err);
	arena_done(&arena);
	if (!verb_ended(ui, called, &err))
		return;
	sittings->made = id;
	ui_say(ui, "%s", _("The chair and the members are called. Enter opens the sitting's agenda."));
}

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	dialog_ask(ui, &(struct question){.text = _("When and where does the delegation meet? Day, hour and place."),
			       .label = _("Sitting:"),
			       .accepts = line_accepts,
			       .yes = _("call"),
			       .answered = add_answered,
			       .keep = "sitting-0-0-new"});
}

static void change_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct sittings *sittings = pane->state;
	const struct sitting_row *row = focused(sittings);
	struct sitting_change change;
	struct operation op = operation_new();
	struct error err = {0};
	struct arena arena;
	bool changed;

	(void)with;
	if (!row)
		return;
	arena_init(&arena);
	changed = line_read(&arena, text, ui_today(ui), &change, &err) &&
		  (change.title = row->title, sitting_change(sittings->desk->cw, &op, row->id, &change, &err));
	arena_done(&arena);
	if (verb_ended(ui, changed, &err))
		ui_say(ui, "%s", _("Day, hour and place are changed."));
}

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct sitting_row *row = focused(pane->state);
	struct arena arena;
	char keep[64];

	arena_init(&arena);
	snprintf(keep, sizeof keep, "sitting-%lld-0-when", (long long)row->id);
	dialog_ask(ui, &(struct question){.text = _("When and where does the delegation meet? Day, hour and place."),
			       .label = _("Sitting:"),
			       .begin = arena_format(&arena, "%s%s%s%s%s", row->on_day, row->starts_at[0] ? " " : "",
				       row->starts_at, row->place[0] ? " " : "", row->place),
			       .accepts = line_accepts,
			       .yes = _("change"),
			       .answered = change_answered,
			       .keep = keep});
	arena_done(&arena);
}

static void open_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &sitting_pane, &focused(pane->state)->id);
}

static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return focused(pane->state) ? NULL : _("There is nothing in focus.");
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_SITTING_CALL);
}

static const char *change_barred(const struct ui *ui, const struct pane *pane)
{
	const struct sitting_row *row = focused(pane->state);

	if (row && row->closed_at)
		return _("The sitting is closed: its day and place stay.");
	return row ? add_barred(ui, pane) : _("There is nothing in focus.");
}

static const struct action actions[] = {
	{.name = "sitting-open",
		.keys = "Enter Right l",
		.help = N_("open the sitting: its agenda, item by item, and its papers"),
		.hint = N_("open"),
		.run = open_run,
		.barred = open_barred},
	{.name = "sitting-add",
		.keys = "+",
		.help = N_("call the delegation to a sitting"),
		.hint = N_("new"),
		.run = add_run,
		.barred = add_barred},
	{.name = "sitting-change",
		.keys = "e",
		.help = N_("change its day, hour or place"),
		.hint = N_("change"),
		.run = change_run,
		.barred = change_barred},
	{.name = NULL},
};

const struct pane_kind sittings_pane = {
	.name = "sittings",
	.title = N_("Sittings of the delegation"),
	.actions = actions,
	.open = sittings_open,
	.close = sittings_close,
	.load = sittings_load,
	.draw = sittings_draw,
	.listing = sittings_listing,
};
