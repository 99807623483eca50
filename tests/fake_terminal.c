/* The fake terminal. */
#include "fake_terminal.h"

#include "base/text.h"
#include <check.h>
#include <poll.h>

static struct fake *fake_of(struct terminal *terminal)
{
	return (struct fake *)terminal;
}

static void size_of(struct terminal *terminal, int *rows, int *columns)
{
	*rows = fake_of(terminal)->rows;
	*columns = fake_of(terminal)->columns;
}

static struct event next_of(struct terminal *terminal, int ms, bool writable)
{
	struct fake *fake = fake_of(terminal);
	if (fake->count > 0) {
		struct event event = fake->events[fake->first++];
		fake->count--;
		return event;
	}
	fake->first = 0;
	if (writable && !fake->frozen) {
		return (struct event){.kind = EVENT_WRITABLE};
	}
	fake->asked_ms = ms;
	if (fake->working)
		poll(NULL, 0, 1); /* the processor is for what is worked out; then it is looked at again */
	return (struct event){.kind = EVENT_NONE};
}

static void show_of(struct terminal *terminal, const struct surface *sheet)
{
	(void)sheet;
	fake_of(terminal)->frames++;
}

static void redraw_of(struct terminal *terminal)
{
	fake_of(terminal)->redraws++;
}

static bool suspend_of(struct terminal *terminal)
{
	fake_of(terminal)->suspends++;
	return fake_of(terminal)->shell;
}

static void lend_of(struct terminal *terminal)
{
	(void)terminal;
}

static bool copy_of(struct terminal *terminal, const char *text, size_t bytes)
{
	snprintf(fake_of(terminal)->copied, FAKE_TEXT, "%.*s", (int)bytes, text);
	return true;
}

static void watch_of(struct terminal *terminal, int descriptor)
{
	fake_of(terminal)->watched = descriptor;
}

static bool cancelled_of(struct terminal *terminal)
{
	(void)terminal;
	return false;
}

static void working_of(struct terminal *terminal, bool working)
{
	fake_of(terminal)->working = working;
}

static void note_of(struct terminal *terminal)
{
	fake_of(terminal)->notes++;
}

void fake_init(struct fake *fake, int rows, int columns)
{
	memset(fake, 0, sizeof *fake);
	fake->rows = rows;
	fake->columns = columns;
	fake->asked_ms = -2;
	fake->terminal = (struct terminal){
		.size = size_of,
		.next = next_of,
		.show = show_of,
		.redraw = redraw_of,
		.suspend = suspend_of,
		.leave = lend_of,
		.enter = lend_of,
		.copy = copy_of,
		.watch = watch_of,
		.cancelled = cancelled_of,
		.working = working_of,
		.note = note_of,
	};
}

void fake_event(struct fake *fake, struct event event)
{
	ck_assert_int_lt(fake->first + fake->count, FAKE_EVENTS);
	fake->events[fake->first + fake->count++] = event;
}

void fake_settle(struct fake *fake, struct ui *ui)
{
	bool worked;
	int frames;
	do {
		frames = fake->frames;
		worked = fake->working; /* what has just come of it is not shown yet */
		while (fake->count > 0 && !ui_over(ui)) {
			ui_turn(ui);
		}
		if (!ui_over(ui)) {
			ui_turn(ui);
		}
	} while ((frames != fake->frames || worked || fake->working) && !ui_over(ui));
}

void fake_press(struct fake *fake, struct ui *ui, const char *names)
{
	for (const char *at = names; *at != '\0'; at += strspn(at, " ")) {
		size_t bytes = strcspn(at, " ");
		struct event event = {.kind = EVENT_KEY};
		ck_assert_msg(key_read(at, bytes, &event.key), "no key has the name %.*s", (int)bytes, at);
		fake_event(fake, event);
		fake_settle(fake, ui);
		at += bytes;
	}
}

void fake_type(struct fake *fake, struct ui *ui, const char *text)
{
	for (size_t left = strlen(text); left > 0;) {
		struct event event = {.kind = EVENT_KEY, .key = {.press = PRESS_CHARACTER}};
		int used = text_decode(text, left, &event.key.character);
		ck_assert_int_gt(used, 0);
		fake_event(fake, event);
		text += used;
		left -= (size_t)used;
	}
	fake_settle(fake, ui);
}

void fake_paste(struct fake *fake, struct ui *ui, const char *text)
{
	fake_event(fake, (struct event){.kind = EVENT_PASTE, .text = text, .bytes = strlen(text)});
	fake_settle(fake, ui);
}

void fake_resize(struct fake *fake, struct ui *ui, int rows, int columns)
{
	fake->rows = rows;
	fake->columns = columns;
	fake_event(fake, (struct event){.kind = EVENT_RESIZE});
	fake_settle(fake, ui);
}

const char *fake_row(struct fake *fake, const struct surface *sheet, int row)
{
	size_t at = 0, end = 0;
	for (int column = 0; column < sheet->columns; column++) {
		const struct cell *cell = surface_at(sheet, row, column);
		for (int i = 0; cell->width > 0 && i < CELL_CHARACTERS && cell->character[i] != 0; i++) {
			ck_assert(at + 4 < FAKE_TEXT);
			at += (size_t)text_encode(cell->character[i], fake->row + at);
			end = cell->character[i] != ' ' ? at : end;
		}
	}
	fake->row[end] = '\0';
	return fake->row;
}
