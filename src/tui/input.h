/* Bytes from a terminal made into events: keys, pastes, bytes that are no text. Knows no terminal and no clock: whoever
 * feeds it says when patience has ended. Invariant: every byte fed belongs to exactly one event or is still pending. */
#ifndef KANSLI_TUI_INPUT_H
#define KANSLI_TUI_INPUT_H

#include "base/buffer.h"
#include "key.h"

enum event_kind {
	EVENT_NONE,     /* time ran out, or nothing waits */
	EVENT_KEY,      /* `key` */
	EVENT_PASTE,    /* `text`, valid until the next event is asked for; any bytes but NUL */
	EVENT_RESIZE,   /* the size has changed */
	EVENT_WRITABLE, /* the terminal takes a frame now */
	EVENT_WATCH,    /* the watched descriptor has something to read */
	EVENT_SUSPEND,  /* asked from outside (SIGTSTP) */
	EVENT_END,      /* the person or the system is gone: `reason` */
};
enum end_reason { END_QUIT, END_GONE, END_HANGUP, END_TERMINATED };

struct event {
	enum event_kind kind;
	struct key key;
	enum end_reason reason;
	const char *text;
	size_t bytes;
};

enum { INPUT_TAUGHT = 24, INPUT_SEQUENCE = 16 };
struct input {
	struct buffer bytes; /* fed and not yet events */
	struct buffer paste;
	size_t at;         /* first byte that is not yet an event */
	size_t burst_from; /* bytes of one read that looks pasted: [burst_from, burst_to) */
	size_t burst_to;
	bool pasting;
	bool escaped; /* an Esc was told apart by time alone: a '[' now may be its late continuation */
	bool latin;   /* the terminal sends Latin-1, not UTF-8 */
	int taught;
	struct {
		char sequence[INPUT_SEQUENCE];
		struct key key;
	} teaching[INPUT_TAUGHT];
};

void input_init(struct input *input, bool latin);
void input_done(struct input *input);
/* A spelling only this terminal has, from its terminfo entry. NULL, empty, short and common spellings are skipped. */
void input_teach(struct input *input, const char *sequence, struct key key);
/* The bytes of one read. */
void input_feed(struct input *input, const char *bytes, size_t count);
/* The next event, or EVENT_NONE when more bytes are needed; `late` says that input_patience() has passed since the last
 * byte, so that what is pending must be made into events as it is. */
struct event input_next(struct input *input, bool late);
/* Milliseconds to wait for more bytes before asking with `late`; -1 when nothing is pending. `escape_ms` is for a lone
 * Esc. */
int input_patience(const struct input *input, int escape_ms);
size_t input_pending(const struct input *input); /* bytes fed that are not yet events */

#endif
