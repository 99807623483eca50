/* Waiting for a terminal: bytes, signals, time. Knows no curses. Invariant: signals reach the program only inside
 * ppoll(), and whatever says that the person is gone (end of input, a broken line, a hang-up) is one and the same end.
 */
#ifndef KANSLI_TUI_WAIT_H
#define KANSLI_TUI_WAIT_H

#include "input.h"
#include <signal.h>

enum { WAIT_MARK = 96 };

struct wait {
	struct input input;
	int in, out, watch; /* descriptors; watch is -1 for none */
	int escape_ms;
	bool bench;
	bool working;                 /* in the background: the bench is not told that all is done */
	sigset_t before;              /* the mask that was, let in while waiting */
	int64_t read_at;              /* when the last byte came */
	uint64_t bytes, sizes, notes; /* for the bench: bytes read, sizes taken, things kept on disk */
	char mark[WAIT_MARK];         /* the last one sent */
};

/* Blocks the signals and sets their handlers. */
void wait_init(struct wait *wait, int in, int out, bool latin);
void wait_done(struct wait *wait); /* handlers and mask as before */
struct event wait_next(struct wait *wait, int ms, bool writable);
/* True when Esc, Ctrl-C or the end has come since the last event: for long work that can be given up. Waiting keys are
 * dropped then, otherwise kept. */
bool wait_cancelled(struct wait *wait);
bool wait_waiting(struct wait *wait);        /* input has come that nobody has taken */
bool wait_writable(const struct wait *wait); /* the terminal takes output now */
/* True once after SIGCONT: another program may have had the terminal. */
bool wait_continued(void);
/* Stops this program's group and answers when it goes on; false when nobody could continue it. */
bool wait_stop(void);
/* Writes all of it to a descriptor, whatever interrupts; false when it cannot. */
bool wait_write(int descriptor, const char *bytes, size_t count);

#endif
