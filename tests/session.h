/* Somebody sits at the screens of an office, on a terminal that is none: keys go in by name, what is drawn is read as
 * text. */
#ifndef KANSLI_TESTS_SESSION_H
#define KANSLI_TESTS_SESSION_H

#include "fake_terminal.h"
#include "tui/desk.h"

struct session {
	struct fake fake; /* first: the loop's terminal is this */
	struct desk desk;
	struct ui *ui;
	char drafts[64]; /* a folder of its own, gone with the sitting */
};
/* The office stays the caller's; who sits there is office_sit()'s. */
struct session *session_open(
	struct casework *cw, int rows, int columns); /* on a first screen, so that q does not leave */
struct session *session_on(struct casework *cw, int rows, int columns, const struct pane_kind *kind, const void *what);
void session_close(struct session *session);
/* A pane on top, drawn. */
void session_push(struct session *session, const struct pane_kind *kind, const void *what);
void session_press(struct session *session, const char *keys); /* "Tab j Ctrl-S" */
void session_type(struct session *session, const char *text);
void session_size(struct session *session, int rows, int columns);
void session_again(struct session *session); /* everything is read anew, as r does */

const char *session_row(struct session *session, int row);
bool session_has(struct session *session, const char *text);            /* on one row */
int session_find(struct session *session, const char *text);            /* the first row that holds it, -1 none */
int session_at(const struct session *session);                          /* the row of the hardware cursor */
const char *session_text(struct session *session, struct arena *arena); /* all rows */
/* All rows are those of tests/golden/NAME.txt; with KANSLI_BLESS=1 they become that. Stops the test otherwise. */
void session_golden(struct session *session, const char *name);
/* The whole screen, for whoever reads a test that failed. */
void session_print(struct session *session);

#define ck_seen(session, text)                                                                                         \
	do {                                                                                                           \
		if (!session_has(session, text)) {                                                                     \
			session_print(session);                                                                        \
			ck_abort_msg("“%s” is not on the screen", text);                                               \
		}                                                                                                      \
	} while (0)
#define ck_unseen(session, text)                                                                                       \
	do {                                                                                                           \
		if (session_has(session, text)) {                                                                      \
			session_print(session);                                                                        \
			ck_abort_msg("“%s” is on the screen", text);                                                   \
		}                                                                                                      \
	} while (0)
/* The hardware cursor stands here. */
#define ck_cursor(session, row, column)                                                                                \
	do {                                                                                                           \
		ck_assert_int_eq(ui_sheet((session)->ui)->cursor_row, row);                                            \
		ck_assert_int_eq(ui_sheet((session)->ui)->cursor_column, column);                                      \
	} while (0)

#endif
