/* The inside of the pane of a round's payment plans, for pane_plans.c and its view. */
#ifndef KANSLI_TUI_PAYING_H
#define KANSLI_TUI_PAYING_H

#include "csv/reports.h"
#include "tui/attest.h"
#include "tui/listing.h"
#include "tui/writing.h"

struct paying {
	struct desk *desk;
	struct instalment_list all; /* of the round and the chosen payment year */
	struct budget budget;
	bool read;
	int year;                        /* chosen payment year, 0: all */
	enum instalment_state kept;      /* only these are shown; INSTALMENT_STATES: all */
	const struct instalment **shown; /* in the arena of `all` */
	int shown_count;
	int64_t shown_ore;
	int64_t marked[ATTESTING_ROWS];
	int marked_count;
	struct listing listing;
	struct attesting attesting;
	struct instalment_list file_rows; /* that wait for a payment file, being written */
	struct writing writing;
	char file[64];
};

extern const struct listing_kind paying_table;
const struct instalment *paying_focus(const struct paying *paying);
bool paying_is_marked(const struct paying *paying, int64_t id);
void paying_mark(struct paying *paying, int64_t id); /* or unmarks */
void paying_choose(struct paying *paying);           /* fills in what is shown */
/* Rows of the pane that are not the list's, in a pane of this size. */
int paying_elsewhere(const struct paying *paying, int rows, int columns);
void paying_draw(const struct pane *pane, struct area area);
void paying_head(const struct pane *pane, struct head *head);

#endif
