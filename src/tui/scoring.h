/* The inside of scoring: what pane_scoring.c, scoring_keep.c and scoring_view.c share. */
#ifndef KANSLI_TUI_SCORING_H
#define KANSLI_TUI_SCORING_H

#include "case_words.h"
#include "casework/assess.h"
#include "desk.h"
#include "drafts.h"
#include "editor.h"
#include "listing.h"
#include "reader.h"

enum scoring_part { PART_CRITERIA, PART_REASON, PART_TEXT };
enum { SCORING_BESIDE = 120, SCORING_TEXT = 62 };

/* One criterion as it stands on the screen; what is typed is not in the office yet. */
struct mark {
	int points, low, high;
	char *reason; /* owned */
	bool points_typed, span_typed, reason_typed;
};

struct scoring {
	struct desk *desk;
	int64_t measure;
	bool own; /* the actor's own sheet; false: only what others have handed in is shown */
	struct measure_list measures;
	struct application whole;
	struct score_sheet sheet; /* own */
	struct assessor_list assessors;
	struct score_views views; /* when `seen` */
	bool seen;
	struct score_todo_list todo;
	struct mark marks[SCORE_CRITERIA];
	enum scoring_part part;
	struct listing listing;
	struct reader text;
	struct editor reason; /* of the criterion in focus while it is edited */
	struct keeping keeping;
	char saved[MOMENT_TEXT]; /* when something last got into the office; "" not while this was open */
};

int scoring_count(const struct scoring *scoring);
const struct criterion *scoring_criterion(const struct scoring *scoring, int which);
int scoring_focus(const struct scoring *scoring);
const struct measure *scoring_measure(const struct scoring *scoring);
/* "12.2" as shown. Answers out. */
const char *scoring_number(const struct scoring *scoring, char out[DESK_NUMBER]);
bool scoring_open_sheet(const struct scoring *scoring); /* own and not handed in */
/* Why the actor abstains from the criterion; NULL: does not, or points are typed over it. */
const char *scoring_abstention(const struct scoring *scoring, int which);

void scoring_part(struct scoring *scoring, enum scoring_part part); /* gives it the focus */
/* Reads another measure; false leaves it as it was, but for its draft. */
bool scoring_begin(struct ui *ui, struct scoring *scoring, int64_t measure, struct error *err);
void scoring_reason_leave(struct ui *ui, struct scoring *scoring); /* the reason is kept and saved */

/* ---- scoring_actions.c */
extern const struct action scoring_actions[];

/* ---- form_again.c: the criterion in focus scored again */
void again_form(struct ui *ui, int64_t measure, const char *criterion, const char *number);

/* ---- scoring_keep.c: what is typed, on disk at once and then in the office */
/* A measure's draft, found and laid over the sheet. */
void scoring_keep_begin(struct ui *ui, struct scoring *scoring);
void scoring_keep_end(struct scoring *scoring);
/* The sheet's values where nothing is typed over them. */
void scoring_marks_fill(struct scoring *scoring);
void scoring_points(struct scoring *scoring, int which, int points);
void scoring_span(struct scoring *scoring, int which, int low, int high);
void scoring_reason(struct scoring *scoring, int which, const char *reason);
bool scoring_typed_any(const struct scoring *scoring);
/* Writes the draft when something has been typed since it was last written. */
void scoring_draft(struct ui *ui, struct scoring *scoring);
/* Into the office; false, with the reason said, when it could not be: the draft stays. */
bool scoring_save(struct ui *ui, struct scoring *scoring);

/* ---- scoring_view.c */
extern const struct listing_kind scoring_table;
void scoring_draw(const struct pane *pane, struct area area);
/* The rows and columns the reason is edited in. */
void scoring_reason_fit(struct scoring *scoring, int rows, int columns);
/* Rows of the pane that are not the criteria's. */
int scoring_elsewhere(const struct scoring *scoring, int rows, int columns);

#endif
