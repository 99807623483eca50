/* The real terminal, and the only door to curses. */
#ifndef KANSLI_TUI_TERM_H
#define KANSLI_TUI_TERM_H

#include "base/error.h"
#include "terminal.h"

struct term_options {
	const char *type; /* $TERM; NULL: none */
	char charset;     /* 'u', '1' or 'a', from words_charset() */
	int escape_ms;    /* how long a lone Esc is waited on; 0: 25 */
	bool colour;      /* asked for, and neither NO_COLOR nor --no-color says otherwise */
	bool served;      /* there is no shell to return to */
	bool clipboard;   /* OSC 52 may be sent */
	bool bench;       /* marks in the stream say how far the input has been handled */
};

/* Takes the terminal over (alternate screen, raw mode) until term_close(). ERROR_INVALID when TERM has no cursor
 * control or is not known, or standard input or output is no terminal. There is one terminal in a process. */
bool term_open(const struct term_options *options, struct terminal **out, struct error *err);
/* Gives it back as it was; the cursor stands on a fresh line. Accepts NULL. */
void term_close(struct terminal *terminal);

#endif
