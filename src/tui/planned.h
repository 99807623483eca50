/* The inside of the plan pane, for pane_plan.c and its view and changes. */
#ifndef KANSLI_TUI_PLANNED_H
#define KANSLI_TUI_PLANNED_H

#include "csv/reports.h"
#include "tui/attest.h"
#include "tui/lettered.h"
#include "tui/listing.h"
#include "tui/writing.h"

enum { PLANNED_ROWS = 64 };

struct planned {
	struct desk *desk;
	int64_t measure, application;
	struct plan plan;
	struct withholding_list withheld; /* decisions on its rows */
	bool read;
	unsigned relation; /* of the person to the case */
	char number[DESK_NUMBER], lead[64], title[160];
	struct listing listing;
	struct attesting attesting;
	struct lettering lettering; /* what v asks about */
	/* What a dialog is asking about. */
	int64_t instalment, version;
	int n, takers[PLANNED_ROWS]; /* takers: rows that may carry the amount of one taken away */
	struct writing writing;
};

/* ---- planned_view.c */
extern const struct listing_kind planned_table;
const struct instalment *planned_focus(const struct planned *planned);
int planned_elsewhere(const struct planned *planned, int rows, int width); /* rows that are not the list's */
void planned_draw(const struct pane *pane, struct area area);
void planned_head(const struct pane *pane, struct head *head);

/* ---- planned_changes.c */
void planned_remove_run(struct ui *ui, struct pane *pane);
void planned_condition_run(struct ui *ui, struct pane *pane);
void planned_paid_run(struct ui *ui, struct pane *pane);
void planned_return_run(struct ui *ui, struct pane *pane);

#endif
