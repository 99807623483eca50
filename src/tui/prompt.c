/* The prompt is a dialog whose line is the message line; its matches rise above it. */
#include "prompt.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/words.h"
#include "editor.h"
#include "ui_inner.h"

struct prompt {
	const struct prompt_kind *kind;
	const struct history *history; /* the lines typed before at prompts of this kind */
	struct editor editor;
	char *before; /* as it opened */
	char *typed;  /* the part that Tab and the history leave alone; NULL while nothing has replaced it */
	int chosen;   /* the match Tab has put in, -1 none */
	int back;     /* lines back in the history, -1 none */
	char note[PROMPT_NOTE];
	struct prompt_matches matches;
};

struct prompt_what {
	const struct prompt_kind *kind;
	const char *text;
};

static char *text_copy(const char *text)
{
	size_t bytes = strlen(text) + 1;
	return memcpy(memory_take(bytes), text, bytes);
}

static void prompt_ask(struct ui *ui, struct pane *pane)
{
	struct prompt *prompt = pane->state;
	const char *text = editor_text(&prompt->editor);
	prompt->note[0] = '\0';
	if (prompt->kind->changed != NULL) {
		prompt->kind->changed(ui, pane->below, text, prompt->note);
	}
	if (prompt->kind->matches != NULL && prompt->chosen < 0) {
		prompt->matches = (struct prompt_matches){.count = 0};
		prompt->kind->matches(ui, pane->below, text, &prompt->matches);
	}
}

static bool prompt_start(struct ui *ui, struct pane *pane, const void *what)
{
	const struct prompt_what *given = what;
	struct prompt *prompt = memory_take(sizeof *prompt);
	*prompt = (struct prompt){.kind = given->kind, .chosen = -1, .back = -1};
	prompt->history = history_of(ui, given->kind->label);
	editor_init(&prompt->editor, false);
	editor_set(&prompt->editor, given->text);
	prompt->before = text_copy(given->text);
	pane->state = prompt;
	prompt_ask(ui, pane);
	return true;
}

static void prompt_end(struct ui *ui, struct pane *pane)
{
	struct prompt *prompt = pane->state;
	(void)ui;
	editor_done(&prompt->editor);
	free(prompt->before);
	free(prompt->typed);
	free(prompt);
}

/* A replaced line can be gone back from: what was typed is kept. */
static void prompt_replace(struct ui *ui, struct pane *pane, const char *text)
{
	struct prompt *prompt = pane->state;
	if (prompt->typed == NULL) {
		prompt->typed = text_copy(editor_text(&prompt->editor));
	}
	editor_set(&prompt->editor, text);
	prompt_ask(ui, pane);
}

static void prompt_settle(struct prompt *prompt)
{
	free(prompt->typed);
	prompt->typed = NULL;
	prompt->chosen = prompt->back = -1;
}

static void prompt_complete(struct ui *ui, struct pane *pane, int by)
{
	struct prompt *prompt = pane->state;
	int count = prompt->matches.count;
	if (count == 0) {
		return;
	}
	int next = prompt->chosen < 0 ? (by > 0 ? 0 : count - 1) : (prompt->chosen + by + count) % count;
	prompt->chosen = next;
	prompt_replace(ui, pane, prompt->matches.line[next]);
}

static void prompt_history(struct ui *ui, struct pane *pane, int by)
{
	struct prompt *prompt = pane->state;
	int back = prompt->back + by;
	if (back < -1 || back >= prompt->history->count) {
		return;
	}
	prompt->back = back;
	prompt->chosen = -1;
	prompt_replace(ui, pane, back < 0 ? prompt->typed : prompt->history->lines[back]);
}

static void prompt_accept(struct ui *ui, struct pane *pane)
{
	struct prompt *prompt = pane->state;
	char *text = text_copy(editor_text(&prompt->editor));
	const struct prompt_kind *kind = prompt->kind;
	struct pane *below = pane->below;
	history_add(history_of(ui, kind->label), text);
	ui_pop(ui);
	kind->accepted(ui, below, text);
	free(text);
}

static bool prompt_cancel(struct ui *ui, struct pane *pane)
{
	struct prompt *prompt = pane->state;
	struct pane *below = pane->below;
	ui_pop(ui);
	if (prompt->kind->cancelled != NULL) {
		prompt->kind->cancelled(ui, below, prompt->before);
	}
	return true;
}

static bool prompt_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	struct prompt *prompt = pane->state;
	if (key->press == PRESS_ENTER) {
		prompt_accept(ui, pane);
	} else if (key->press == PRESS_TAB || key->press == PRESS_BACKTAB) {
		prompt_complete(ui, pane, key->press == PRESS_TAB ? 1 : -1);
	} else if (key->press == PRESS_UP || key->press == PRESS_DOWN) {
		prompt_history(ui, pane, key->press == PRESS_UP ? 1 : -1);
	} else if (key->press == PRESS_BACKSPACE && editor_text(&prompt->editor)[0] == '\0') {
		prompt_cancel(ui, pane);
	} else {
		uint32_t changes = prompt->editor.changes;
		if (!editor_typed(&prompt->editor, key)) {
			return false;
		}
		if (changes != prompt->editor.changes) {
			prompt_settle(prompt);
			prompt_ask(ui, pane);
		}
	}
	return true;
}

static bool prompt_pasted(struct ui *ui, struct pane *pane, const char *text, size_t bytes)
{
	struct prompt *prompt = pane->state;
	editor_paste(&prompt->editor, text, bytes);
	prompt_settle(prompt);
	prompt_ask(ui, pane);
	return true;
}

static bool prompt_field(const struct pane *pane)
{
	(void)pane;
	return true;
}

static int prompt_rise(const struct pane *pane, int columns)
{
	const struct prompt *prompt = pane->state;
	(void)columns;
	return prompt->matches.count + (prompt->matches.more > 0);
}

static void prompt_draw(const struct pane *pane, struct area area)
{
	const struct prompt *prompt = pane->state;
	const struct prompt_matches *matches = &prompt->matches;
	for (int i = 0; i < matches->count; i++) {
		area_text(area, i, 0, STYLE_PLAIN, i == prompt->chosen ? ">" : "");
		area_text(area, i, 2, STYLE_PLAIN, matches->text[i]);
		if (i == prompt->chosen) {
			area_style(area, i, 0, area.columns, STYLE_REVERSE);
		}
	}
	if (matches->more > 0) {
		area_format(area, matches->count, 2, STYLE_PLAIN,
			ngettext("%d more", "%d more", (unsigned long)matches->more), matches->more);
	}
}

static void prompt_line(const struct pane *pane, struct area area)
{
	const struct prompt *prompt = pane->state;
	int label = area_text(area, 0, 0, STYLE_PLAIN, prompt->kind->label);
	int note = text_width(prompt->note), room = area.columns - label;
	int typed = text_width(editor_text(&prompt->editor)) + 2;
	/* The note goes first when space ends, then it is cut: the caret must stay in sight. */
	if (note > 0 && typed + note + 2 <= room) {
		area_text_right(area, 0, label, room, STYLE_PLAIN, prompt->note);
	} else if (note > 0 && room > 24) {
		int most = room - 12 - (typed < room / 2 ? typed : room / 2);
		most = most < note ? most : note;
		area_text_in(area, 0, area.columns - most, most, STYLE_PLAIN, prompt->note);
		room -= most + 1;
	}
	editor_draw(&prompt->editor, area_part(area, 0, label, 1, room), STYLE_PLAIN, true);
}

static void accept_run(struct ui *ui, struct pane *pane)
{
	prompt_accept(ui, pane);
}

static void cancel_run(struct ui *ui, struct pane *pane)
{
	prompt_cancel(ui, pane);
}

static void complete_run(struct ui *ui, struct pane *pane)
{
	prompt_complete(ui, pane, 1);
}

static void back_run(struct ui *ui, struct pane *pane)
{
	prompt_history(ui, pane, 1);
}

static const char *complete_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return ((const struct prompt *)pane->state)->matches.count == 0 ? _("There is nothing to complete.") : NULL;
}

static const char *back_barred(const struct ui *ui, const struct pane *pane)
{
	const struct prompt *prompt = pane->state;
	(void)ui;
	return prompt->back + 1 < prompt->history->count ? NULL : _("No earlier line has been typed.");
}

/* `typed` takes these keys before the table is asked; the rows are for the hint line and the help. */
static const struct action prompt_actions[] = {
	{.name = "prompt-accept",
		.keys = "Enter",
		.help = N_("accept the line"),
		.hint = N_("accept"),
		.run = accept_run},
	{.name = "prompt-complete",
		.keys = "Tab",
		.help = N_("complete, again for the next"),
		.hint = N_("complete"),
		.run = complete_run,
		.barred = complete_barred},
	{.name = "prompt-back",
		.keys = "Up",
		.help = N_("lines typed before"),
		.hint = N_("earlier"),
		.run = back_run,
		.barred = back_barred},
	{.name = "escape", .keys = "Esc", .help = N_("leave the line"), .hint = N_("cancel"), .run = cancel_run},
	{.name = NULL},
};

const struct pane_kind prompt_pane = {
	.name = "prompt",
	.title = N_("Prompt"),
	.actions = prompt_actions,
	.open = prompt_start,
	.close = prompt_end,
	.draw = prompt_draw,
	.typed = prompt_typed,
	.pasted = prompt_pasted,
	.field = prompt_field,
	.escape = prompt_cancel,
	.rise = prompt_rise,
	.line = prompt_line,
};

void prompt_open(struct ui *ui, const struct prompt_kind *kind, const char *text)
{
	struct prompt_what what = {kind, text};
	ui_push(ui, &prompt_pane, &what);
}
