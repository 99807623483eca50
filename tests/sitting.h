/* Somebody sits at the screens of an office, on a terminal that is none: keys go in by name, what is drawn is read as
 * text. */
#ifndef KANSLI_TESTS_SITTING_H
#define KANSLI_TESTS_SITTING_H

#include "fake_terminal.h"
#include "tui/desk.h"

/* The delegation has sittings too (casework/sitting.h): a test of both includes that one first, and these names are then
 * those of the desk. */
#define sitting at_desk
#define sitting_open at_desk_open
#define sitting_close at_desk_close
#define sitting_find at_desk_find

struct sitting {
	struct fake fake; /* first: the loop's terminal is this */
	struct desk desk;
	struct ui *ui;
	char drafts[64]; /* a folder of its own, gone with the sitting */
};
/* The office stays the caller's; who sits there is office_sit()'s. */
struct sitting *sitting_open(
	struct casework *cw, int rows, int columns); /* on a first screen, so that q does not leave */
struct sitting *sitting_on(struct casework *cw, int rows, int columns, const struct pane_kind *kind, const void *what);
void sitting_close(struct sitting *sitting);
/* A pane on top, drawn. */
void sitting_push(struct sitting *sitting, const struct pane_kind *kind, const void *what);
void sitting_press(struct sitting *sitting, const char *keys); /* "Tab j Ctrl-S" */
void sitting_type(struct sitting *sitting, const char *text);
void sitting_size(struct sitting *sitting, int rows, int columns);
void sitting_again(struct sitting *sitting); /* everything is read anew, as r does */

const char *sitting_row(struct sitting *sitting, int row);
bool sitting_has(struct sitting *sitting, const char *text);            /* on one row */
int sitting_find(struct sitting *sitting, const char *text);            /* the first row that holds it, -1 none */
int sitting_at(const struct sitting *sitting);                          /* the row of the hardware cursor */
const char *sitting_text(struct sitting *sitting, struct arena *arena); /* all rows */
/* All rows are those of tests/golden/NAME.txt; with KANSLI_BLESS=1 they become that. Stops the test otherwise. */
void sitting_golden(struct sitting *sitting, const char *name);
/* The whole screen, for whoever reads a test that failed. */
void sitting_print(struct sitting *sitting);

#define ck_seen(sitting, text)                                                                                         \
	do {                                                                                                           \
		if (!sitting_has(sitting, text)) {                                                                     \
			sitting_print(sitting);                                                                        \
			ck_abort_msg("“%s” is not on the screen", text);                                               \
		}                                                                                                      \
	} while (0)
#define ck_unseen(sitting, text)                                                                                       \
	do {                                                                                                           \
		if (sitting_has(sitting, text)) {                                                                      \
			sitting_print(sitting);                                                                        \
			ck_abort_msg("“%s” is on the screen", text);                                                   \
		}                                                                                                      \
	} while (0)
/* The hardware cursor stands here. */
#define ck_cursor(sitting, row, column)                                                                                \
	do {                                                                                                           \
		ck_assert_int_eq(ui_sheet((sitting)->ui)->cursor_row, row);                                            \
		ck_assert_int_eq(ui_sheet((sitting)->ui)->cursor_column, column);                                      \
	} while (0)

#endif
