/* A terminal that is none: keys are put in a queue, frames are kept as sheets. What does not need curses is tested so.
 */
#ifndef KANSLI_TESTS_FAKE_TERMINAL_H
#define KANSLI_TESTS_FAKE_TERMINAL_H

#include "tui/ui.h"

enum { FAKE_EVENTS = 4096, FAKE_TEXT = 2048 };

struct fake {
	struct terminal terminal; /* first: the loop's terminal is this */
	int rows, columns;
	struct event events[FAKE_EVENTS];
	int first, count;
	int frames, redraws, suspends, notes, watched;
	int asked_ms;       /* the patience of the last wait with nothing to show */
	bool working;       /* something is worked out in the background: settling waits for it */
	bool shell, frozen; /* there is a shell to return to; the terminal takes no frame */
	char copied[FAKE_TEXT];
	char row[FAKE_TEXT];
};

void fake_init(struct fake *fake, int rows, int columns);
void fake_event(struct fake *fake, struct event event);
/* "Down Ctrl-S j": each key, and frames as they become due, until nothing more happens. */
void fake_press(struct fake *fake, struct ui *ui, const char *names);
void fake_type(struct fake *fake, struct ui *ui, const char *text);
void fake_paste(struct fake *fake, struct ui *ui, const char *text);
void fake_resize(struct fake *fake, struct ui *ui, int rows, int columns);
/* Turns the loop until the queue is empty and no frame is due. */
void fake_settle(struct fake *fake, struct ui *ui);
/* The text of a row of a sheet, without trailing blanks; valid until the next call. */
const char *fake_row(struct fake *fake, const struct surface *sheet, int row);

#endif
