/* The loop. Everything that happens comes in here as one event at a time; all that waits is taken in before one frame
 * is drawn, and a frame is drawn only when the terminal takes it. */
#include "base/words.h"
#include "help.h"
#include "ui_inner.h"

/* ms between two looks at what is worked out in the background: an answer of some milliseconds is not waited for, and
 * one of minutes is not disturbed. */
enum { LOOK_FIRST = 2, LOOK_LAST = 50 };

struct ui *ui_new(const struct ui_options *options)
{
	struct ui *ui = memory_take(sizeof *ui);
	memset(ui, 0, sizeof *ui);
	ui->options = *options;
	ui->terminal = options->terminal;
	ui->dirty = true;
	surface_init(&ui->sheet);
	buffer_init(&ui->message);
	return ui;
}

static void pane_free(struct ui *ui, struct pane *pane)
{
	if (pane->kind->close != NULL) {
		pane->kind->close(ui, pane);
	}
	free(pane);
}

static void popped_free(struct ui *ui)
{
	while (ui->popped != NULL) {
		struct pane *pane = ui->popped;
		ui->popped = pane->below;
		pane_free(ui, pane);
	}
}

void ui_free(struct ui *ui)
{
	if (ui == NULL) {
		return;
	}
	while (ui->top != NULL) {
		ui_pop(ui);
	}
	popped_free(ui);
	message_done(ui);
	surface_done(&ui->sheet);
	buffer_done(&ui->message);
	free(ui);
}

/* ---- the stack */

bool ui_push(struct ui *ui, const struct pane_kind *kind, const void *what)
{
	struct pane *pane = memory_take(sizeof *pane);
	*pane = (struct pane){.kind = kind, .below = ui->top, .stale = true};
	pane->rows = ui->top == NULL ? 0 : ui->top->rows;
	pane->columns = ui->top == NULL ? 0 : ui->top->columns;
	if (kind->open != NULL && !kind->open(ui, pane, what)) {
		free(pane);
		return false;
	}
	ui->top = pane;
	ui->dirty = true;
	return true;
}

void ui_pop(struct ui *ui)
{
	struct pane *pane = ui->top;
	if (pane == NULL) {
		return;
	}
	if (pane->kind->keep != NULL) {
		pane->kind->keep(ui, pane);
	}
	ui->top = pane->below;
	pane->below = ui->popped;
	ui->popped = pane;
	ui->dirty = true;
}

void ui_pop_to(struct ui *ui, const struct pane *pane)
{
	while (ui->top != NULL && ui->top != pane) {
		ui_pop(ui);
	}
}

void ui_stale(struct ui *ui)
{
	for (struct pane *pane = ui->top; pane != NULL; pane = pane->below) {
		pane->stale = true;
	}
	ui->dirty = true;
}

struct pane *ui_top(const struct ui *ui)
{
	return ui->top;
}

struct pane *ui_screen(const struct ui *ui)
{
	struct pane *pane = ui->top;
	while (pane != NULL && pane->kind->rise != NULL) {
		pane = pane->below;
	}
	return pane;
}

void ui_escape(struct ui *ui)
{
	struct pane *pane = ui->top;
	if (pane->kind->escape != NULL && pane->kind->escape(ui, pane)) {
		return;
	}
	if (pane->below != NULL && ui->top == pane) {
		ui_pop(ui);
	}
}

void ui_back(struct ui *ui)
{
	if (ui->top->below == NULL) {
		ui_end(ui, END_QUIT);
	} else {
		ui_pop(ui);
	}
}

/* ---- time */

int64_t ui_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void ui_wake(struct ui *ui, int ms)
{
	int64_t then = ui_now() + ms;
	if (ui->deadline == 0 || then < ui->deadline) {
		ui->deadline = then;
	}
}

bool ui_waiting(const struct ui *ui)
{
	return ui->terminal->waiting != NULL && ui->terminal->waiting(ui->terminal);
}

static int ui_patience(const struct ui *ui)
{
	if (ui->deadline == 0) {
		return -1;
	}
	int64_t left = ui->deadline - ui_now();
	return left < 0 ? 0 : (int)left;
}

static void ui_tick(struct ui *ui)
{
	if (ui->deadline == 0 || ui_now() < ui->deadline) {
		return;
	}
	ui->deadline = 0;
	for (struct pane *pane = ui->top; pane != NULL; pane = pane->below) {
		if (pane->kind->tick != NULL) {
			pane->kind->tick(ui, pane);
		}
	}
}

static void ui_keep(struct ui *ui)
{
	for (struct pane *pane = ui->top; pane != NULL; pane = pane->below) {
		if (pane->kind->keep != NULL) {
			pane->kind->keep(ui, pane);
		}
	}
}

/* ---- events */

static bool field_has_focus(const struct pane *pane)
{
	return pane->kind->field != NULL && pane->kind->field(pane);
}

static void burst_refuse(struct ui *ui, struct key key)
{
	char name[KEY_NAME], label[KEY_NAME];
	if (!ui->burst_said) {
		key_spell(key, name);
		key_label(name, strlen(name), label);
		ui_say(ui, _("Note: %s looked pasted and changed nothing. Paste into / to search."), label);
	}
	ui->burst_said = true;
}

static void unbound_say(struct ui *ui, struct key key)
{
	char name[KEY_NAME], label[KEY_NAME];
	if (key.press == PRESS_BROKEN) {
		ui_say(ui, _("Note: byte %02X is no text in UTF-8. Is the terminal set to another character set?"),
			(unsigned)key.character);
		return;
	}
	if (key.press == PRESS_UNKNOWN) {
		ui_say(ui, _("That key is not bound here. ? shows the keys."));
		return;
	}
	key_spell(key, name);
	ui_say(ui, _("%s is not bound here. ? shows the keys."), key_label(name, strlen(name), label));
}

static void key_dispatch(struct ui *ui, struct key key)
{
	struct pane *pane = ui->top;
	bool field = field_has_focus(pane);
	bool may_type = field || !key.burst;
	if (may_type && pane->kind->typed != NULL && pane->kind->typed(ui, pane, &key)) {
		return;
	}
	const struct action *action = field && key_single(key) ? NULL : action_find(ui, pane, key);
	if (action == NULL) {
		if (!ui->burst_said) {
			unbound_say(ui, key);
		}
	} else if (key.burst && action->changes && !field) {
		burst_refuse(ui, key);
	} else {
		action_run(ui, pane, action);
	}
}

static void key_handle(struct ui *ui, struct key key)
{
	if (ui->reading) {
		ui->reading = false;
		return;
	}
	if (!key.burst) {
		ui->burst_said = false;
	}
	if (!ui->burst_said) {
		message_clear(ui);
	}
	ui->key = key;
	key_dispatch(ui, key);
}

static void paste_handle(struct ui *ui, const char *text, size_t bytes)
{
	struct pane *pane = ui->top;
	message_clear(ui);
	ui->reading = false;
	if (pane->kind->pasted != NULL && pane->kind->pasted(ui, pane, text, bytes)) {
		return;
	}
	int characters = 0;
	for (size_t i = 0; i < bytes; i++) {
		characters += ((unsigned char)text[i] & 0xC0) != 0x80;
	}
	ui_say(ui,
		ngettext("Pasted text ignored (%d character). / and paste to search.",
			"Pasted text ignored (%d characters). / and paste to search.", (unsigned long)characters),
		characters);
}

void ui_suspend(struct ui *ui)
{
	ui_keep(ui);
	if (ui->options.served || !ui->terminal->suspend(ui->terminal)) {
		ui_say(ui, _("There is no shell to return to. q leaves."));
	}
}

static void event_handle(struct ui *ui, const struct event *event)
{
	ui->started = ui->told = 0;
	switch (event->kind) {
	case EVENT_NONE: return;
	case EVENT_KEY: key_handle(ui, event->key); break;
	case EVENT_PASTE: paste_handle(ui, event->text, event->bytes); break;
	case EVENT_RESIZE: break;
	case EVENT_WRITABLE:
		frame_draw(ui);
		ui->dirty = false;
		ui->terminal->show(ui->terminal, &ui->sheet);
		return;
	case EVENT_WATCH:
		if (ui->options.woken != NULL && ui->options.woken(ui->options.with)) {
			ui_stale(ui);
		}
		return;
	case EVENT_SUSPEND: ui_suspend(ui); break;
	case EVENT_END: ui_end(ui, event->reason); return;
	}
	ui->dirty = true;
}

static void ui_load(struct ui *ui)
{
	for (struct pane *pane = ui->top; pane != NULL; pane = pane->below) {
		bool lacking = pane->kind->lacking != NULL && pane->kind->lacking(pane);
		if ((pane->stale || lacking) && pane->kind->load != NULL) {
			pane->kind->load(ui, pane);
			ui->dirty = true;
		}
		pane->stale = false;
		if (pane->kind->rise == NULL) {
			break; /* what is out of sight is loaded when it is seen again */
		}
	}
}

void ui_turn(struct ui *ui)
{
	frame_arrange(ui);
	ui_load(ui);
	assert(ui->options.idle == NULL || ui->options.idle(ui->options.with));
	struct event event = ui->terminal->next(ui->terminal, ui_patience(ui), ui->dirty);
	event_handle(ui, &event);
	ui_tick(ui);
	popped_free(ui);
}

enum end_reason ui_run(struct ui *ui)
{
	assert(ui->top != NULL);
	while (!ui->over) {
		ui_turn(ui);
	}
	ui_keep(ui);
	return ui->reason;
}

/* ---- what panes ask */

bool ui_over(const struct ui *ui)
{
	return ui->over;
}

void ui_end(struct ui *ui, enum end_reason reason)
{
	ui->over = true;
	ui->reason = reason;
}

void *ui_with(const struct ui *ui)
{
	return ui->options.with;
}

const struct ui_options *ui_options(const struct ui *ui)
{
	return &ui->options;
}

const struct surface *ui_sheet(const struct ui *ui)
{
	return &ui->sheet;
}

struct key ui_key(const struct ui *ui)
{
	return ui->key;
}

day ui_today(const struct ui *ui)
{
	return clock_today(ui->options.clock);
}

void ui_watch(struct ui *ui, int descriptor)
{
	ui->terminal->watch(ui->terminal, descriptor);
}

void ui_working(struct ui *ui, bool working)
{
	if (ui->terminal->working != NULL)
		ui->terminal->working(ui->terminal, working);
	ui->dirty = ui->dirty || !working;
	if (working) {
		ui->look = LOOK_FIRST;
		ui_wake(ui, ui->look);
	}
}

void ui_look(struct ui *ui)
{
	ui->look = ui->look < LOOK_LAST / 2 ? 2 * ui->look : LOOK_LAST;
	ui_wake(ui, ui->look);
}

void ui_note_kept(struct ui *ui)
{
	ui->terminal->note(ui->terminal);
	ui->dirty = true;
}
