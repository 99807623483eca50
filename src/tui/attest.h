/* Authorising an instalment, the same from the plan of a measure and from the plans of a round. */
#ifndef KANSLI_TUI_ATTEST_H
#define KANSLI_TUI_ATTEST_H

#include "casework/payment.h"
#include "tui/desk.h"

/* Owned by the pane's state, for the person takes a while to answer. */
struct attesting {
	int64_t instalment, version;
	char done[160]; /* said when it is authorised */
};
/* `row` NULL: nothing. Shows sum, number and payee, and wants the row's number typed. Says why instead where it cannot be done. */
void attest_ask(struct ui *ui, struct attesting *attesting, const struct instalment *row);

/* Opens the row in its form; an authorised one stays as it is, and that is said. `row` NULL: nothing. */
void instalment_change(struct ui *ui, const struct instalment *row);
/* "planned", "condition", "ready" …: a word for narrow columns. In the language chosen. */
const char *attest_state_short(enum instalment_state state);

/* A row in words below its table, whose narrow columns cut it: recipient and condition whole, after a blank row. */
enum { INSTALMENT_ABOUT = 2 }; /* rows at least */
void instalment_about_draw(struct area area, const struct instalment *row);

#endif
