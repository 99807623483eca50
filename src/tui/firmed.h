/* The inside of the pane of how firm a ranking is, for pane_firmness.c and its view. */
#ifndef KANSLI_TUI_FIRMED_H
#define KANSLI_TUI_FIRMED_H

#include "csv/reports.h"
#include "tui/desk.h"
#include "tui/firmness.h"
#include "tui/listing.h"
#include "tui/writing.h"

struct firmed {
	struct desk *desk;
	const struct pane *pane;
	struct firmness_wish wish;
	struct firmness *shown, *working; /* NULL: none; working takes the place of shown when it is ready */
	bool given_up;                    /* by the person: nothing is being worked out */
	int *order, count;                /* of the shown: indexes among its measures, in the ranking's order */
	struct listing listing;
	struct writing writing;
};

/* ---- firmed_view.c */
extern const struct listing_kind firmed_table;
void firmed_draw(const struct pane *pane, struct area area);
void firmed_head(const struct pane *pane, struct head *head);
/* Rows below the list. */
int firmed_foot(const struct firmed *firmed, int rows);
/* The row in focus, index among the measures; -1: none. */
int firmed_focus(const struct firmed *firmed);

#endif
