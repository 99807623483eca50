/* From the rows of action tables: dispatch, hints, why-not and the test for clashes. Invariant: a key means one thing
 * in a pane; the same key may stand in two of its tables only for the same action, and then the nearest one runs. */
#include "base/text.h"
#include "base/words.h"
#include "command.h"
#include "help.h"
#include "listing.h"
#include "reader.h"
#include "ui_inner.h"

static void help_run(struct ui *ui, struct pane *pane)
{
	help_open(ui, pane);
}

static void menu_run(struct ui *ui, struct pane *pane)
{
	menu_open(ui, pane);
}

static void command_run(struct ui *ui, struct pane *pane)
{
	command_open(ui, pane, "");
}

static void refresh_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_stale(ui);
}

static void read_run(struct ui *ui, struct pane *pane)
{
	const char *moment;
	const char *text = ui_said(ui, 0, &moment);
	(void)pane;
	if (text == NULL) {
		ui_say(ui, _("No message has been given."));
	} else if (ui->message.bytes == 0) {
		buffer_text(&ui->message, text);
	}
	ui->reading = true;
}

static void redraw_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui->terminal->redraw(ui->terminal);
}

static void suspend_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_suspend(ui);
}

static void cancel_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_say(ui, _("q leaves."));
}

static void back_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_back(ui);
}

static void escape_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_escape(ui);
}

/* The first row opens the hint line; menu and back are its last. */
const struct action ui_actions[] = {
	{.name = "help",
		.keys = "? F1",
		.help = N_("show the keys of this screen"),
		.hint = N_("help"),
		.run = help_run},
	{.name = "menu",
		.keys = "x",
		.help = N_("show everything that can be done here"),
		.hint = N_("more"),
		.run = menu_run},
	{.name = "back",
		.keys = "q F10",
		.help = N_("go back one screen, leave from the first"),
		.hint = N_("back"),
		.run = back_run},
	{.name = "escape", .keys = "Esc", .help = N_("go back one layer, never leave"), .run = escape_run},
	{.name = "command", .keys = ":", .help = N_("type a command"), .run = command_run},
	{.name = "refresh", .keys = "r", .help = N_("take in others' changes"), .run = refresh_run},
	{.name = "message-read",
		.keys = "Ctrl-O",
		.help = N_("put the cursor on the message, any key returns"),
		.run = read_run},
	{.name = "redraw", .keys = "Ctrl-L", .help = N_("draw the screen anew"), .run = redraw_run},
	{.name = "suspend", .keys = "Ctrl-Z", .help = N_("suspend and return to the shell"), .run = suspend_run},
	{.name = "cancel", .keys = "Ctrl-C", .help = N_("cancel what is running"), .run = cancel_run},
	{.name = NULL},
};
enum { UI_HELP, UI_MENU, UI_BACK };

const char *action_keys(const struct ui *ui, const struct pane_kind *kind, const struct action *action)
{
	const char *keys = NULL;
	if (ui != NULL && ui->options.keys != NULL) {
		keys = ui->options.keys(ui->options.with, kind->name, action->name);
	}
	return keys != NULL ? keys : action->keys;
}

void action_tables(const struct pane_kind *kind, const struct action *tables[ACTION_TABLES])
{
	int count = 0;
	if (kind->actions != NULL) {
		tables[count++] = kind->actions;
	}
	if (kind->listing != NULL) {
		tables[count++] = listing_actions;
	}
	if (kind->reader != NULL) {
		tables[count++] = reader_actions;
	}
	tables[count++] = ui_actions;
	tables[count] = NULL;
}

const struct action *action_find(const struct ui *ui, const struct pane *pane, struct key key)
{
	const struct action *tables[ACTION_TABLES];
	if (ui->options.letters_off && key_single(key) && key.character != ':') {
		return NULL;
	}
	action_tables(pane->kind, tables);
	for (int table = 0; tables[table] != NULL; table++) {
		for (const struct action *action = tables[table]; action->name != NULL; action++) {
			if (key_among(key, action_keys(ui, pane->kind, action))) {
				return action;
			}
		}
	}
	return NULL;
}

const char *action_why_not(const struct ui *ui, const struct pane *pane, const struct action *action)
{
	return action->barred == NULL ? NULL : action->barred(ui, pane);
}

void action_run(struct ui *ui, struct pane *pane, const struct action *action)
{
	const char *why_not = action_why_not(ui, pane, action);
	if (why_not != NULL) {
		ui_say(ui, "%s", why_not);
	} else {
		action->run(ui, pane);
	}
}

/* ---- clashes */

static bool keys_named(const char *keys, char out[KEY_NAME])
{
	for (const char *at = keys; *at != '\0'; at += strspn(at, " ")) {
		size_t bytes = strcspn(at, " ");
		struct key key;
		if (!key_read(at, bytes, &key)) {
			snprintf(out, KEY_NAME, "%.*s", (int)bytes, at);
			return false;
		}
		at += bytes;
	}
	return true;
}

static bool keys_meet(const char *keys, const char *others, char out[KEY_NAME])
{
	for (const char *at = keys; *at != '\0'; at += strspn(at, " ")) {
		size_t bytes = strcspn(at, " ");
		struct key key;
		if (key_read(at, bytes, &key) && key_among(key, others)) {
			snprintf(out, KEY_NAME, "%.*s", (int)bytes, at);
			return true;
		}
		at += bytes;
	}
	return false;
}

const char *action_clash(const struct pane_kind *kind, char out[KEY_NAME])
{
	const struct action *tables[ACTION_TABLES], *all[256];
	int count = 0;
	action_tables(kind, tables);
	for (int table = 0; tables[table] != NULL; table++) {
		for (const struct action *action = tables[table]; action->name != NULL && count < 256; action++) {
			all[count++] = action;
		}
	}
	for (int i = 0; i < count; i++) {
		if (!keys_named(all[i]->keys, out)) {
			return out;
		}
		for (int j = i + 1; j < count; j++) {
			if (strcmp(all[i]->name, all[j]->name) != 0 && keys_meet(all[i]->keys, all[j]->keys, out)) {
				return out;
			}
		}
	}
	return NULL;
}

/* ---- hints */

enum { HINTS = 32, HINT = 64, HINT_GAP = 2 };
struct hints {
	char text[HINTS][HINT];
	int count;
};

static void hint_put(struct hints *hints, const struct ui *ui, const struct pane *pane, const struct action *action,
	const char *words)
{
	char label[KEY_NAME];
	const char *keys = action_keys(ui, pane->kind, action);
	if (action->shown != NULL && keys == action->keys) {
		snprintf(label, sizeof label, "%s", action->shown);
	} else {
		key_label(keys, strcspn(keys, " "), label);
	}
	if (hints->count < HINTS) {
		snprintf(hints->text[hints->count++], HINT, "%s %s", label, words);
	}
}

static void notice_put(struct hints *hints, const struct pane *pane)
{
	const char *notice = pane->kind->notice == NULL ? NULL : pane->kind->notice(pane);
	if (notice != NULL && hints->count < HINTS) {
		snprintf(hints->text[hints->count++], HINT, "%s", notice);
	}
}

static void hints_own(struct hints *hints, const struct ui *ui, const struct pane *pane)
{
	for (const struct action *action = pane->kind->actions; action != NULL && action->name != NULL; action++) {
		if (action->hint != NULL && action_why_not(ui, pane, action) == NULL) {
			const char *words = pane->kind->hint == NULL ? NULL : pane->kind->hint(pane, action);
			hint_put(hints, ui, pane, action, words != NULL ? words : gettext(action->hint));
		}
	}
}

static int hints_width(const struct hints *hints)
{
	int width = 0;
	for (int i = 0; i < hints->count; i++) {
		width += text_width(hints->text[i]) + (i > 0 ? HINT_GAP : 0);
	}
	return width;
}

/* Dropped from the right, but the `last` ones stay before the middle ones. */
static void hints_fit(struct hints *hints, int columns, int last)
{
	while (hints->count > 1 + last && hints_width(hints) > columns) {
		int gone = hints->count - 1 - last;
		memmove(hints->text[gone], hints->text[gone + 1], (size_t)(hints->count - gone - 1) * HINT);
		hints->count--;
	}
}

static uint64_t sum_add(uint64_t sum, uint64_t value)
{
	return (sum ^ value) * UINT64_C(0x100000001B3);
}

uint64_t action_hints_sum(const struct ui *ui, const struct pane *pane, int columns)
{
	uint64_t sum = sum_add(UINT64_C(0xCBF29CE484222325), (uintptr_t)pane->kind);
	bool field = pane->kind->field != NULL && pane->kind->field(pane);
	sum = sum_add(sum, pane->kind->notice != NULL && pane->kind->notice(pane) != NULL);
	sum = sum_add(sum, (uint64_t)columns * 8 + (pane->below == NULL) * 4u + field * 2u + words_swedish());
	for (const struct action *action = pane->kind->actions; action != NULL && action->name != NULL; action++) {
		if (action->hint == NULL) {
			continue;
		}
		sum = sum_add(sum, action_why_not(ui, pane, action) != NULL);
		const char *words = pane->kind->hint == NULL ? NULL : pane->kind->hint(pane, action);
		for (; words != NULL && *words != '\0'; words++) {
			sum = sum_add(sum, (unsigned char)*words);
		}
	}
	return sum;
}

void action_hints(const struct ui *ui, const struct pane *pane, int columns, char *out, size_t room)
{
	struct hints hints = {.count = 0};
	bool dialog = pane->kind->rise != NULL;
	bool field = pane->kind->field != NULL && pane->kind->field(pane);
	bool around = !dialog && !field && !ui->options.linear;
	if (around) {
		hint_put(&hints, ui, pane, &ui_actions[UI_HELP], gettext(ui_actions[UI_HELP].hint));
	}
	notice_put(&hints, pane);
	hints_own(&hints, ui, pane);
	if (around) {
		hint_put(&hints, ui, pane, &ui_actions[UI_MENU], gettext(ui_actions[UI_MENU].hint));
		hint_put(&hints, ui, pane, &ui_actions[UI_BACK],
			pane->below == NULL ? _("quit") : gettext(ui_actions[UI_BACK].hint));
	}
	hints_fit(&hints, columns, around ? 2 : 0); /* x names all that is left out, so it goes after the middle ones */
	hints_fit(&hints, columns, around);
	size_t at = 0;
	out[0] = '\0';
	for (int i = 0; i < hints.count && at < room; i++) {
		at += (size_t)snprintf(out + at, room - at, "%s%s", i > 0 ? "  " : "", hints.text[i]);
	}
}
