/* Reviewing and authorising instalments, the same from the plan of a measure and from the plans of a round. */
#ifndef KANSLI_TUI_ATTEST_H
#define KANSLI_TUI_ATTEST_H

#include "casework/attest_said.h"
#include "tui/desk.h"

/* Owned by the pane's state, for the person takes a while to answer. */
enum { ATTESTING_ROWS = 64 };
struct attesting {
	enum attest_step step;
	struct instalment_seen rows[ATTESTING_ROWS];
	int count;
	char done[160]; /* said when it is done */
};
/* No row: nothing. Says sum, number, payees and changed accounts, and wants the sum typed. Says why instead where it
 * cannot be done. */
void attest_ask(struct ui *ui, struct attesting *attesting, enum attest_step step, const struct instalment *const *rows,
	int count);
/* Asks why, and takes the review or authorisation back. `row` NULL: nothing. */
void attest_revoke_ask(struct ui *ui, struct attesting *attesting, const struct instalment *row);

/* Opens the row in its form; an authorised one stays as it is, and that is said. `row` NULL: nothing. */
void instalment_change(struct ui *ui, const struct instalment *row);
void instalment_stays_say(struct ui *ui, const struct instalment *row);
/* "planned", "condition", "ready" …: a word for narrow columns. In the language chosen. */
const char *attest_state_short(enum instalment_state state);

/* A row in words below its table, whose narrow columns cut it: recipient and condition whole, after a blank row. */
enum { INSTALMENT_ABOUT = 2 }; /* rows at least */
void instalment_about_draw(struct area area, const struct instalment *row);

#endif
