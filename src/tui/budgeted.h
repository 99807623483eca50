/* The inside of the budget pane, for pane_budget.c and its view. */
#ifndef KANSLI_TUI_BUDGETED_H
#define KANSLI_TUI_BUDGETED_H

#include "csv/reports.h"
#include "tui/desk.h"
#include "tui/listing.h"
#include "tui/writing.h"

enum { BUDGETED_ROWS = BUDGET_YEARS + 1, BUDGETED_WIDE = 120, BUDGETED_NARROW = 59 }; /* the years and their sum */

struct budgeted {
	struct desk *desk;
	const struct pane *pane;
	struct budget budget;
	struct budget_rounds rounds; /* of the row in focus */
	struct limit_list limits;
	bool read, rounds_read;
	int rounds_row;
	struct listing listing; /* its kind says what is shown */
	struct writing writing;
};

/* With bars, or all numbers. */
extern const struct listing_kind budgeted_bars, budgeted_numbers;
/* The year in a row, or the sum of them all. */
const struct budget_year *budgeted_year(const struct budgeted *budgeted, long row);
const struct budget_year *budgeted_focus(const struct budgeted *budgeted);
int budgeted_elsewhere(int rows);
void budgeted_draw(const struct pane *pane, struct area area);
void budgeted_head(const struct pane *pane, struct head *head);

#endif
