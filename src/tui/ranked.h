/* The inside of the ranking pane, for pane_ranking.c and its view and moves. */
#ifndef KANSLI_TUI_RANKED_H
#define KANSLI_TUI_RANKED_H

#include "csv/reports.h"
#include "tui/desk.h"
#include "tui/firmness.h"
#include "tui/listing.h"
#include "tui/writing.h"

enum { RANKED_WIDE = 120, RANKED_NARROW = 59, RANKED_REASON = 1024 };

struct ranked {
	struct desk *desk;
	const struct pane *pane;
	struct ranking ranking; /* round 0: nothing read yet */
	int year;               /* chosen payment year, 0: all */
	struct listing listing;
	struct firmness *firm, *working; /* shown; being worked out in its place. NULL: none */
	/* What a dialog is asking about. */
	int64_t measure;
	int place, amount_year, years[BUDGET_YEARS], year_count;
	/* A change just made: said, with what crossed the line, when it has been read back. */
	char told[256];
	struct writing writing;
	char file[64];
};

/* ---- ranked_view.c */
extern const struct listing_kind ranked_table;
/* The line is a row of text that stands after the last row that fits in full. */
bool ranked_is_line(const struct ranked *ranked, long row);
/* NULL for the line, and where there is no such row. */
const struct rank_row *ranked_row(const struct ranked *ranked, long row);
const struct rank_row *ranked_focus(const struct ranked *ranked);
void ranked_draw(const struct pane *pane, struct area area);
void ranked_head(const struct pane *pane, struct head *head);
/* "9.1 Gotlands kommun": in `out`. */
enum { RANKED_NAME = 128 };
const char *ranked_name(const struct ranked *ranked, const struct rank_row *row, char out[RANKED_NAME]);

/* ---- ranked_foot.c */
int ranked_foot(const struct ranked *ranked, int rows); /* rows below the list */
void ranked_foot_draw(const struct ranked *ranked, struct area area);

/* ---- ranked_moves.c: the chair's keys */
/* Why neither place nor amount of the row in focus is changed here, or NULL: it is decided. */
const char *ranked_fixed(const struct ranked *ranked);
void ranked_up_run(struct ui *ui, struct pane *pane);
void ranked_down_run(struct ui *ui, struct pane *pane);
void ranked_place_run(struct ui *ui, struct pane *pane);
void ranked_reason_run(struct ui *ui, struct pane *pane);
void ranked_amount_run(struct ui *ui, struct pane *pane);
void ranked_unmove_run(struct ui *ui, struct pane *pane);
void ranked_lock_run(struct ui *ui, struct pane *pane);
/* Says what the change did, and which measures crossed the line since `before`. */
void ranked_tell(struct ui *ui, struct ranked *ranked, const struct ranking *before);

#endif
