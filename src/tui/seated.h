/* What the files of the meeting's screen share: one sitting, item by item, as its secretary records it live. */
#ifndef KANSLI_TUI_SEATED_H
#define KANSLI_TUI_SEATED_H

#include "casework/sitting.h"
#include "desk.h"
#include "listing.h"
#include "writing.h"

enum { SEATED_VOTERS = 64, SEATED_KEYS = 9 };

struct seated {
	struct desk *desk;
	int64_t id;
	struct sitting sitting;
	bool loaded;
	bool whole; /* presence is for the whole sitting, also while an item is under way */
	struct listing listing;
	int64_t made;         /* just put on the agenda: gets the focus when it is next read */
	int64_t item, person; /* what is being asked about */
	int yes, no;          /* the two motions voted between */
	int64_t voters[SEATED_VOTERS];
	bool votes[SEATED_VOTERS];
	int voter_count;
	struct sitting_void_change taken; /* registered by mistake */
	char word[16];                    /* a code chosen: an outcome, a capacity, "notice" or "papers" */
	int paper;                        /* which one is written */
	struct writing writing;
};

const struct sitting_item *seated_focus(const struct seated *seated);
const struct sitting_item *seated_item(const struct seated *seated, int64_t id); /* NULL: gone */
/* The item under way; NULL. */
const struct sitting_item *seated_going(const struct seated *seated);
/* The item that presence is recorded for; NULL: the whole sitting. */
const struct sitting_item *seated_presence(const struct seated *seated);
/* How the person stands to it, as a code. */
const char *seated_stands(const struct seated *seated, const struct sitting_item *item, int person);
/* The row of the person in the sitting's list; -1. */
int seated_person(const struct seated *seated, int64_t person);
/* "sitting-7-12-motion": the draft of a question about the item. */
enum { SEATED_KEEP = 64 };
const char *seated_keep(const struct seated *seated, const char *what, char out[SEATED_KEEP]);
/* The change is done: said, and the sitting read anew. Answers done. */
bool seated_done(struct ui *ui, bool done, const struct error *err, const char *said);

/* ---- seated_view.c */
void seated_draw(const struct pane *pane, struct area area);
int seated_list_rows(const struct seated *seated, int rows, int columns); /* rows of the agenda */

/* ---- seated_item.c: at the sitting */
void seated_take_run(struct ui *ui, struct pane *pane);
void seated_present_run(struct ui *ui, struct pane *pane);
void seated_scope_run(struct ui *ui, struct pane *pane);
void seated_motion_run(struct ui *ui, struct pane *pane);
void seated_reserve_run(struct ui *ui, struct pane *pane);
const char *seated_reserve_barred(const struct ui *ui, const struct pane *pane);
void seated_outcome_run(struct ui *ui, struct pane *pane);
void seated_ruling_run(struct ui *ui, struct pane *pane);
void seated_resume_run(struct ui *ui, struct pane *pane);

/* ---- seated_vote.c */
void seated_ballot_run(struct ui *ui, struct pane *pane);

/* ---- seated_void.c: what was registered by mistake */
enum { SEATED_VOIDS = 24 };
struct seated_voidable {
	struct sitting_void_change change;
	char words[400];
};
/* What of the item can be taken back now; answers how many. */
int seated_voidable(
	const struct seated *seated, const struct sitting_item *item, struct seated_voidable out[SEATED_VOIDS]);
void seated_void_run(struct ui *ui, struct pane *pane);

/* ---- seated_call.c: before and after */
void seated_start_run(struct ui *ui, struct pane *pane);
void seated_draw_run(struct ui *ui, struct pane *pane);
void seated_add_run(struct ui *ui, struct pane *pane);
void seated_change_run(struct ui *ui, struct pane *pane);
void seated_place_run(struct ui *ui, struct pane *pane);
void seated_call_run(struct ui *ui, struct pane *pane);
void seated_send_run(struct ui *ui, struct pane *pane);
void seated_adjust_run(struct ui *ui, struct pane *pane);

/* ---- seated_papers.c */
void seated_read_run(struct ui *ui, struct pane *pane);
void seated_write_run(struct ui *ui, struct pane *pane);

#endif
