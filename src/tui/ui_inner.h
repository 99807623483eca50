/* The inside of the loop, for the files that are it: ui.c, action.c, frame.c, message.c, prompt.c. Panes use ui.h. */
#ifndef KANSLI_TUI_UI_INNER_H
#define KANSLI_TUI_UI_INNER_H

#include "base/buffer.h"
#include "ui.h"

enum { MESSAGES_KEPT = 200, HISTORY_KEPT = 50, HISTORIES = 4 };

struct said {
	char *text;
	char moment[MOMENT_TEXT];
};

/* Lines typed at a prompt, the latest first. */
struct history {
	const char *label; /* the prompt's: "/" */
	char *lines[HISTORY_KEPT];
	int count;
};

struct ui {
	struct ui_options options;
	struct terminal *terminal;
	struct surface sheet;
	struct pane *top;
	struct pane *popped; /* freed when the key has been handled */
	struct key key;
	struct buffer message;
	struct said said[MESSAGES_KEPT]; /* a ring */
	int said_count, said_next, errors_said;
	struct history histories[HISTORIES];
	char hints[1024];    /* the hint line as it was last made, */
	uint64_t hints_from; /* and a sum of what it was made from */
	bool reading;        /* the cursor visits the message line */
	bool burst_said;
	bool dirty; /* a frame is due */
	bool over;
	enum end_reason reason;
	int64_t started;  /* when the event at hand came, and */
	int64_t told;     /* when progress was last shown, on the monotonic clock in ms */
	int64_t deadline; /* of the next tick, on the monotonic clock in ms; 0: none */
	int look;         /* ms until the next look at what is worked out */
};

/* ui.c */
int64_t ui_now(void); /* ms on the monotonic clock */
/* frame.c */
void frame_arrange(struct ui *ui); /* tells every pane its size */
void frame_draw(struct ui *ui);
/* action.c */
/* Equal sums give equal hint lines: making one takes thousands of instructions, and a row move changes none. */
uint64_t action_hints_sum(const struct ui *ui, const struct pane *pane, int columns);
/* message.c */
void message_clear(struct ui *ui);
void message_done(struct ui *ui);
struct history *history_of(struct ui *ui, const char *label);
void history_add(struct history *history, const char *line);

#endif
