/* The inside of the ranking pane, for pane_ranking.c and its view and moves. */
#ifndef KANSLI_TUI_RANKED_H
#define KANSLI_TUI_RANKED_H

#include "csv/reports.h"
#include "tui/desk.h"
#include "tui/firmness.h"
#include "tui/listing.h"
#include "tui/writing.h"

enum { RANKED_WIDE = 120, RANKED_WIDEST = 170, RANKED_NARROW = 59, RANKED_REASON = 1024, RANKED_BESIDE = 6 };

struct ranked {
	struct desk *desk;
	const struct pane *pane;
	struct ranking ranking; /* what is shown: `real`, or a trial of it; round 0: nothing read yet */
	struct ranking real;
	struct rank_try wish; /* what is tried; empty: nothing */
	struct rank_trial trial;
	bool trying;
	enum rank_limit try_kind;
	int try_year, try_limits[RANK_LIMITS * BUDGET_YEARS];
	const struct rank_row *beside[RANKED_BESIDE]; /* below the line, and would fit whole in what is left */
	int beside_count;                             /* how many there are of them, shown or not */
	int year;                                     /* chosen payment year, 0: all */
	bool asked[BUDGET_YEARS];                     /* some measure asks money of the year */
	int years_asked;
	struct listing listing;
	struct firmness *firm, *working; /* shown; being worked out in its place. NULL: none */
	/* What a dialog is asking about. */
	int64_t measure, least_ore;
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

/* NULL: it is not in the ranking that is shown. */
const struct rank_row *ranked_row_of(const struct ranked *ranked, int64_t measure);

/* ---- ranked_trial.c: what if */
/* After reading, and after the wish has changed: what is shown follows. */
void ranked_show(struct ui *ui, struct ranked *ranked);
void ranked_forget(struct ranked *ranked);
/* How the row differs from the real one; NULL while nothing is tried. */
const struct rank_trial_row *ranked_trial_row(const struct ranked *ranked, const struct rank_row *row);
bool ranked_trial_escape(struct ui *ui, struct pane *pane);
/* Why nothing is changed while a trial is shown; NULL: none is. */
const char *ranked_trial_bars(const struct ranked *ranked);
void ranked_limit_run(struct ui *ui, struct pane *pane);
void ranked_without_run(struct ui *ui, struct pane *pane);
void ranked_line_run(struct ui *ui, struct pane *pane);

/* ---- ranked_beside.c: the chair's keys beside the order */
void ranked_skip_run(struct ui *ui, struct pane *pane);
void ranked_least_run(struct ui *ui, struct pane *pane);
void ranked_save_run(struct ui *ui, struct pane *pane);

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
