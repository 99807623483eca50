/* The screens of an office on paper: one pane in the real loop on a terminal that is none, what it shows read as text
 * and compared with what it showed before. */
#ifndef KANSLI_TESTS_PAPER_H
#define KANSLI_TESTS_PAPER_H

#include "base/arena.h"
#include "fake_terminal.h"
#include "tui/desk.h"

struct paper {
	struct fake fake;
	struct desk desk;
	struct ui *ui;
	const struct surface *sheet; /* as it was last shown */
};

/* The loop over the office, one pane open in it; drafts go nowhere. Stops the test when it cannot be. */
void paper_open(struct paper *paper, struct casework *cw, int rows, int columns, const struct pane_kind *kind,
	const void *what);
void paper_close(struct paper *paper);
void paper_press(struct paper *paper, const char *names); /* "J J Enter", names separated by blanks */
void paper_type(struct paper *paper, const char *text);
/* What the sheet shows: a row without trailing blanks, all of it, whether some row holds a text. */
const char *paper_row(struct paper *paper, int row, struct arena *arena);
const char *paper_text(struct paper *paper, struct arena *arena);
bool paper_has(struct paper *paper, const char *text);
int paper_find(struct paper *paper, const char *text); /* the first row that holds it, -1 none */
/* All rows are those of tests/golden/NAME.txt; with KANSLI_BLESS=1 they become that. Stops the test otherwise. */
void paper_golden(struct paper *paper, const char *name);

#endif
