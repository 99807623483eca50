/* Drafts in the screens: keeping a form's text, and the list of what is kept. */
#include "drafts.h"

#include "base/words.h"
#include "dialog.h"
#include "listing.h"
#include "ui.h"

void keeping_init(struct keeping *keeping, const char *form, const char *title, int64_t version)
{
	*keeping = (struct keeping){.version = version};
	arena_init(&keeping->arena);
	keeping->form = arena_text(&keeping->arena, form);
	keeping->title = arena_text(&keeping->arena, title);
	operation_make(keeping->operation);
}

void keeping_done(struct keeping *keeping)
{
	arena_done(&keeping->arena);
}

bool keeping_find(struct ui *ui, struct keeping *keeping, struct draft *out)
{
	struct error err = {ERROR_NONE, ""};
	if (!draft_load(&ui_options(ui)->drafts, keeping->form, &keeping->arena, out, &err)) {
		if (err.kind != ERROR_MISSING) {
			ui_say_error(ui, &err);
		}
		return false;
	}
	memcpy(keeping->operation, out->operation, sizeof keeping->operation);
	memcpy(keeping->moment, out->moment, sizeof keeping->moment);
	keeping->version = out->version;
	snprintf(keeping->at, sizeof keeping->at, "%s", out->at);
	return true;
}

void keeping_touch(struct ui *ui, struct keeping *keeping)
{
	keeping->pending = true;
	ui_wake(ui, DRAFT_DELAY_MS);
}

bool keeping_write(struct ui *ui, struct keeping *keeping, const struct draft_field *fields, size_t count)
{
	struct error err = {ERROR_NONE, ""};
	struct draft draft = {.form = keeping->form,
		.title = keeping->title,
		.at = keeping->at,
		.version = keeping->version,
		.fields = fields,
		.count = count};
	memcpy(draft.operation, keeping->operation, sizeof draft.operation);
	clock_moment(ui_options(ui)->clock, draft.moment);
	if (!draft_write(&ui_options(ui)->drafts, &draft, &err)) {
		if (!keeping->broken_said) {
			ui_say_error(ui, &err);
		}
		keeping->broken_said = true;
		ui_wake(ui, 1000);
		return false;
	}
	memcpy(keeping->moment, draft.moment, sizeof keeping->moment);
	keeping->pending = keeping->broken_said = false;
	ui_note_kept(ui);
	return true;
}

void keeping_drop(struct ui *ui, struct keeping *keeping)
{
	struct error err = {ERROR_NONE, ""};
	if (!draft_drop(&ui_options(ui)->drafts, keeping->form, &err)) {
		ui_say_error(ui, &err);
	}
	keeping->pending = false;
	keeping->moment[0] = '\0';
}

/* "14.02" in Swedish, "14:02" in English. */
static void moment_hour(const char *moment, char out[8])
{
	snprintf(out, 8, "%.2s%c%.2s", moment + 11, words_swedish() ? '.' : ':', moment + 14);
}

char *keeping_words(const struct keeping *keeping, char out[64])
{
	char hour[8];
	out[0] = '\0';
	if (keeping->moment[0] != '\0') {
		moment_hour(keeping->moment, hour);
		snprintf(out, 64, _("draft %s"), hour);
	}
	return out;
}

/* ---- the list */

struct drafts {
	struct draft_list list;
	struct listing listing;
};

static long drafts_count(const void *rows)
{
	return (long)((const struct drafts *)rows)->list.count;
}

static void drafts_text(const void *rows, long row, int column, int cells, char out[LISTING_TEXT])
{
	const struct draft *draft = &((const struct drafts *)rows)->list.items[row];
	(void)cells;
	snprintf(out, LISTING_TEXT, "%.16s", column == 0 ? draft->moment : "");
	if (column == 1) {
		snprintf(out, LISTING_TEXT, "%s", draft->title);
	}
}

static const struct column drafts_columns[] = {
	{.head = N_("Written"), .width = 16, .rank = 1},
	{.head = N_("Draft"), .width = 120, .least = 10},
	{.head = NULL},
};

static const struct listing_kind drafts_listing = {
	.columns = drafts_columns, .headless = true, .count = drafts_count, .text = drafts_text};

static void drafts_load(struct ui *ui, struct pane *pane)
{
	struct drafts *drafts = pane->state;
	struct error err = {ERROR_NONE, ""};
	draft_list_done(&drafts->list);
	if (!draft_list_load(&ui_options(ui)->drafts, &drafts->list, &err)) {
		ui_say_error(ui, &err);
	}
	listing_follow(&drafts->listing);
}

static bool drafts_start(struct ui *ui, struct pane *pane, const void *what)
{
	struct drafts *drafts = memory_take(sizeof *drafts);
	(void)what;
	memset(drafts, 0, sizeof *drafts);
	arena_init(&drafts->list.arena);
	listing_init(&drafts->listing, &drafts_listing, drafts);
	pane->state = drafts;
	drafts_load(ui, pane);
	return true;
}

static void drafts_close(struct ui *ui, struct pane *pane)
{
	struct drafts *drafts = pane->state;
	(void)ui;
	draft_list_done(&drafts->list);
	free(drafts);
}

static struct listing *drafts_rows(const struct pane *pane)
{
	return &((struct drafts *)pane->state)->listing;
}

static int drafts_rise(const struct pane *pane, int columns)
{
	(void)columns;
	return 1 + (int)drafts_count(pane->state);
}

static void drafts_draw(const struct pane *pane, struct area area)
{
	const struct drafts *drafts = pane->state;
	int broken = drafts->list.broken;
	int used = area_text(area, 0, 0, STYLE_BOLD, _("Unsaved work"));
	if (broken > 0) {
		area_format(area, 0, used + 2, STYLE_PLAIN,
			ngettext("%d file is no whole draft", "%d files are no whole drafts", (unsigned long)broken),
			broken);
	}
	listing_draw(&drafts->listing, area_part(area, 1, 0, area.rows, area.columns));
}

static const struct draft *drafts_focused(const struct pane *pane)
{
	const struct drafts *drafts = pane->state;
	long row = listing_focus(&drafts->listing);
	return row < 0 ? NULL : &drafts->list.items[row];
}

static void draft_open_run(struct ui *ui, struct pane *pane)
{
	const struct draft *draft = drafts_focused(pane);
	bool (*open)(struct ui *, const struct draft *) = ui_options(ui)->draft_open;
	if (draft == NULL || open == NULL) {
		return;
	}
	ui_pop(ui);
	open(ui, draft);
}

static void draft_discarded(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	const struct draft *draft = drafts_focused(pane);
	struct error err = {ERROR_NONE, ""};
	(void)text;
	(void)with;
	if (draft != NULL && !draft_drop(&ui_options(ui)->drafts, draft->form, &err)) {
		ui_say_error(ui, &err);
		return;
	}
	drafts_load(ui, pane);
	if (drafts_count(pane->state) == 0) {
		ui_pop_to(ui, pane);
		ui_pop(ui);
		ui_say(ui, _("There are no drafts."));
	}
}

/* A discarded draft is gone for good, so a word is asked for. */
static void draft_discard_run(struct ui *ui, struct pane *pane)
{
	const struct draft *draft = drafts_focused(pane);
	char text[640];
	if (draft == NULL) {
		return;
	}
	snprintf(text, sizeof text, _("Discard the draft %s? It cannot be taken back."), draft->title);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Type DISCARD:"),
			       .must = _("DISCARD"),
			       .yes = _("discard"),
			       .answered = draft_discarded});
}

static void draft_later_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_escape(ui);
}

static const struct action drafts_actions[] = {
	{.name = "draft-open",
		.keys = "Enter Right l",
		.help = N_("open the draft"),
		.hint = N_("open"),
		.run = draft_open_run},
	{.name = "draft-discard",
		.keys = "D",
		.help = N_("discard the draft"),
		.hint = N_("discard"),
		.changes = true,
		.run = draft_discard_run},
	{.name = "escape",
		.keys = "Esc",
		.help = N_("later, the drafts stay"),
		.hint = N_("later, the drafts stay"),
		.run = draft_later_run},
	{.name = NULL},
};

const struct pane_kind drafts_pane = {
	.name = "drafts",
	.title = N_("Drafts"),
	.actions = drafts_actions,
	.open = drafts_start,
	.close = drafts_close,
	.load = drafts_load,
	.draw = drafts_draw,
	.listing = drafts_rows,
	.rise = drafts_rise,
};

void drafts_open(struct ui *ui)
{
	struct draft_list list;
	struct error err = {ERROR_NONE, ""};
	if (!draft_list_load(&ui_options(ui)->drafts, &list, &err)) {
		ui_say_error(ui, &err);
		return;
	}
	bool any = list.count > 0;
	draft_list_done(&list);
	if (any) {
		ui_push(ui, &drafts_pane, NULL);
	} else {
		ui_say(ui, _("There are no drafts."));
	}
}
