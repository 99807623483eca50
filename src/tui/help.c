/* Help, menu and messages. Nothing is written here twice: keys and words come from the action tables. */
#include "help.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "listing.h"
#include "reader.h"
#include "ui.h"

/* ---- a pane that is a text */

static void text_close(struct ui *ui, struct pane *pane)
{
	(void)ui;
	reader_done(pane->state);
	free(pane->state);
}

static struct reader *text_reader(const struct pane *pane)
{
	return pane->state;
}

static void text_draw(const struct pane *pane, struct area area)
{
	reader_draw(pane->state, area);
}

static struct reader *text_state(struct pane *pane)
{
	struct reader *reader = memory_take(sizeof *reader);
	reader_init(reader);
	pane->state = reader;
	return reader;
}

/* ---- help */

enum { HELP_KEYS = 22 };

/* "J, Shift-Down" in the user's language, padded to a column. */
static void keys_spell(const char *keys, struct buffer *out)
{
	size_t start = out->bytes;
	for (const char *at = keys; *at != '\0'; at += strspn(at, " ")) {
		char label[KEY_NAME];
		size_t bytes = strcspn(at, " ");
		buffer_format(out, "%s%s", out->bytes > start ? ", " : "", key_label(at, bytes, label));
		at += bytes;
	}
	for (int width = text_width(out->text + start); width < HELP_KEYS; width++) {
		buffer_text(out, " ");
	}
}

static bool named_before(const struct action *const *tables, int table, const char *name)
{
	for (int earlier = 0; earlier < table; earlier++) {
		for (const struct action *action = tables[earlier]; action->name != NULL; action++) {
			if (strcmp(action->name, name) == 0) {
				return true;
			}
		}
	}
	return false;
}

static void help_spell(struct ui *ui, const struct pane_kind *kind, struct buffer *out)
{
	const struct action *tables[ACTION_TABLES];
	action_tables(kind, tables);
	for (int table = 0; tables[table] != NULL; table++) {
		const char *head = tables[table] == ui_actions      ? _("Everywhere")
				   : tables[table] == kind->actions ? gettext(kind->title)
								    : _("Moving");
		buffer_format(out, "%s%s\n", table > 0 ? "\n" : "", head);
		for (const struct action *action = tables[table]; action->name != NULL; action++) {
			if (named_before(tables, table, action->name)) {
				continue;
			}
			buffer_text(out, "  ");
			keys_spell(action_keys(ui, kind, action), out);
			buffer_format(out, "  %s\n", gettext(action->help));
		}
	}
}

static bool help_start(struct ui *ui, struct pane *pane, const void *what)
{
	const struct pane *of = what;
	struct reader *reader = text_state(pane);
	struct buffer text;
	buffer_init(&text);
	help_spell(ui, of->kind, &text);
	reader_set(reader, text.text);
	buffer_done(&text);
	return true;
}

static const struct action no_actions[] = {{.name = NULL}};

const struct pane_kind help_pane = {
	.name = "help",
	.title = N_("Keys"),
	.actions = no_actions,
	.open = help_start,
	.close = text_close,
	.draw = text_draw,
	.reader = text_reader,
};

void help_open(struct ui *ui, struct pane *pane)
{
	if (pane->kind == &help_pane) {
		ui_say(ui, _("These are the keys. q goes back."));
	} else {
		ui_push(ui, &help_pane, pane);
	}
}

/* ---- messages */

static bool messages_start(struct ui *ui, struct pane *pane, const void *what)
{
	struct reader *reader = text_state(pane);
	struct buffer text;
	(void)what;
	buffer_init(&text);
	const char *moment;
	for (int back = 0; ui_said(ui, back, &moment) != NULL; back++) {
		buffer_format(&text, "%s  %s\n", moment, ui_said(ui, back, &moment));
	}
	if (text.bytes == 0) {
		buffer_text(&text, _("No message has been given."));
	}
	reader_set(reader, text.text);
	buffer_done(&text);
	return true;
}

const struct pane_kind messages_pane = {
	.name = "messages",
	.title = N_("Messages, the latest first"),
	.actions = no_actions,
	.open = messages_start,
	.close = text_close,
	.draw = text_draw,
	.reader = text_reader,
};

void messages_open(struct ui *ui)
{
	ui_push(ui, &messages_pane, NULL);
}

/* ---- menu */

enum { MENU_MOST = 128, MENU_ROWS = 12 };
struct menu {
	const struct ui *ui;
	struct pane *of;
	const struct action *items[MENU_MOST];
	long count;
	struct listing listing;
};

static long menu_count(const void *rows)
{
	return ((const struct menu *)rows)->count;
}

static void menu_text(const void *rows, long row, int column, int cells, char out[LISTING_TEXT])
{
	const struct menu *menu = rows;
	const struct action *action = menu->items[row];
	const char *keys = action_keys(menu->ui, menu->of->kind, action);
	(void)cells;
	if (column == 0) {
		key_label(keys, strcspn(keys, " "), out);
		return;
	}
	const char *why_not = action_why_not(menu->ui, menu->of, action);
	snprintf(out, LISTING_TEXT, "%s%s%s", gettext(action->help), why_not != NULL ? ": " : "",
		why_not != NULL ? why_not : "");
}

static const struct column menu_columns[] = {
	{.head = N_("Key"), .width = 12, .least = 9},
	{.head = N_("What it does"), .width = 64, .least = 7},
	{.head = NULL},
};

static const struct listing_kind menu_listing = {.columns = menu_columns, .count = menu_count, .text = menu_text};

static void menu_fill(struct menu *menu)
{
	const struct action *tables[ACTION_TABLES];
	action_tables(menu->of->kind, tables);
	for (int table = 0; tables[table] != NULL; table++) {
		bool moves = tables[table] == listing_actions || tables[table] == reader_actions;
		for (const struct action *action = tables[table]; !moves && action->name != NULL; action++) {
			bool itself = strcmp(action->name, "menu") == 0;
			if (!itself && menu->count < MENU_MOST && !named_before(tables, table, action->name)) {
				menu->items[menu->count++] = action;
			}
		}
	}
}

static bool menu_start(struct ui *ui, struct pane *pane, const void *what)
{
	struct menu *menu = memory_take(sizeof *menu);
	(void)what;
	*menu = (struct menu){.ui = ui, .of = pane->below};
	menu_fill(menu);
	listing_init(&menu->listing, &menu_listing, menu);
	pane->state = menu;
	return true;
}

static void menu_close(struct ui *ui, struct pane *pane)
{
	(void)ui;
	free(pane->state);
}

static struct listing *menu_rows(const struct pane *pane)
{
	return &((struct menu *)pane->state)->listing;
}

static int menu_rise(const struct pane *pane, int columns)
{
	const struct menu *menu = pane->state;
	int rows = menu->count < MENU_ROWS ? (int)menu->count : MENU_ROWS;
	return rows + (columns >= 60);
}

static void menu_draw(const struct pane *pane, struct area area)
{
	listing_draw(menu_rows(pane), area);
}

static void menu_choose(struct ui *ui, struct pane *pane)
{
	struct menu *menu = pane->state;
	long row = listing_focus(&menu->listing);
	ui_pop(ui);
	if (row >= 0) {
		action_run(ui, menu->of, menu->items[row]);
	}
}

/* The key a row shows does what the row says, where the menu has no use of its own for it. */
static bool menu_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	const struct menu *menu = pane->state;
	struct pane *of = menu->of;
	const struct action *action = action_find(ui, pane, *key) ? NULL : action_find(ui, of, *key);

	if (!action)
		return false;
	ui_pop(ui);
	action_run(ui, of, action);
	return true;
}

static void menu_escape(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_escape(ui);
}

static const struct action menu_actions[] = {
	{.name = "menu-choose",
		.keys = "Enter Right l",
		.help = N_("do what the row says"),
		.hint = N_("do it"),
		.run = menu_choose},
	{.name = "escape",
		.keys = "Esc",
		.help = N_("go back one layer, never leave"),
		.hint = N_("cancel"),
		.run = menu_escape},
	{.name = NULL},
};

const struct pane_kind menu_pane = {
	.name = "menu",
	.title = N_("Menu"),
	.actions = menu_actions,
	.open = menu_start,
	.close = menu_close,
	.draw = menu_draw,
	.typed = menu_typed,
	.listing = menu_rows,
	.rise = menu_rise,
};

void menu_open(struct ui *ui, struct pane *pane)
{
	if (pane->kind != &menu_pane) {
		ui_push(ui, &menu_pane, NULL);
	}
}
