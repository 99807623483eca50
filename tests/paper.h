/* A terminal made of paper: panes run in the real loop and are drawn on a sheet, without curses and without a terminal.
 * Invariant: when a key has been pressed the sheet shows what it led to. */
#ifndef KANSLI_TESTS_PAPER_H
#define KANSLI_TESTS_PAPER_H

#include "base/arena.h"
#include "tui/desk.h"
#include "tui/terminal.h"

struct paper {
	struct terminal terminal; /* first: what the loop holds is this */
	int rows, columns;
	struct surface sheet; /* as it was last shown */
	struct event event;   /* the one to come */
	bool shown;
	struct desk desk;
	struct ui *ui;
};

/* The loop over the office, one pane open in it; drafts go nowhere. Stops the test when it cannot be. */
void paper_open(struct paper *paper, struct casework *cw, int rows, int columns, const struct pane_kind *kind,
	const void *what);
void paper_close(struct paper *paper);
void paper_resize(struct paper *paper, int rows, int columns);
void paper_press(struct paper *paper, const char *names); /* "J J Enter", names separated by blanks */
void paper_type(struct paper *paper, const char *text);
/* What the sheet shows: a row without trailing blanks, all of it, whether some row holds a text. */
const char *paper_row(const struct paper *paper, int row, struct arena *arena);
const char *paper_text(const struct paper *paper, struct arena *arena);
bool paper_has(const struct paper *paper, const char *text);
int paper_find(const struct paper *paper, const char *text); /* the first row that holds it, -1 none */
/* All rows are those of tests/golden/NAME.txt; with KANSLI_BLESS=1 they become that. Stops the test otherwise. */
void paper_golden(const struct paper *paper, const char *name);

#endif
