/* What the loop needs of a terminal. term.c is the real one; tests have one of their own, so that everything but
 * term.c runs without curses and without a terminal. */
#ifndef KANSLI_TUI_TERMINAL_H
#define KANSLI_TUI_TERMINAL_H

#include "input.h"
#include "surface.h"

struct terminal {
	void (*size)(struct terminal *, int *rows, int *columns);
	/* Waits at most `ms` (-1: for ever) for something to happen. Keys come before EVENT_WRITABLE, which comes only
	 * when `writable` asks for it: all waiting input is taken in before one frame is drawn, and a frozen terminal
	 * is never written to. */
	struct event (*next)(struct terminal *, int ms, bool writable);
	/* Sends what differs from the frame before, in one write; nothing when nothing differs. */
	void (*show)(struct terminal *, const struct surface *);
	void (*redraw)(struct terminal *);  /* the next frame is sent whole */
	bool (*suspend)(struct terminal *); /* false: there is no shell to return to */
	void (*leave)(struct terminal *);   /* lends the terminal to another program */
	void (*enter)(struct terminal *);   /* and takes it back */
	/* Hands text to the clipboard of the person's own machine (OSC 52); false when the terminal or the office has
	 * it off, or the text is too long. */
	bool (*copy)(struct terminal *, const char *text, size_t bytes);
	void (*watch)(struct terminal *, int descriptor); /* gives EVENT_WATCH when readable; -1 ends it */
	/* True when Esc or Ctrl-C was pressed, or the person is gone: asked now and then by long work. */
	bool (*cancelled)(struct terminal *);
	/* Input has come that is not taken in yet. May be NULL: never. */
	bool (*waiting)(struct terminal *);
	/* Something is worked out in the background, or no longer: a test bench waits for it. May be NULL. */
	void (*working)(struct terminal *, bool working);
	void (*note)(struct terminal *); /* tells a test bench that something was kept on disk */
};

#endif
