/* Going to a screen, the same from a key and from the command line. */
#ifndef KANSLI_TUI_GO_H
#define KANSLI_TUI_GO_H

#include "desk.h"

void go_ranking(struct ui *ui, struct pane *pane);
void go_plans(struct ui *ui, struct pane *pane);
void go_budget(struct ui *ui, struct pane *pane);
void go_log(struct ui *ui, struct pane *pane); /* of the whole office */
void go_reports(struct ui *ui, struct pane *pane);
void go_audit(struct ui *ui, struct pane *pane);
void go_followup(struct ui *ui, struct pane *pane);
void go_forecast(struct ui *ui, struct pane *pane);
void go_published(struct ui *ui, struct pane *pane); /* the public list of grants */
void go_batches(struct ui *ui, struct pane *pane); /* sealed payment files */
void go_accounts(struct ui *ui, struct pane *pane);
void go_attesters(struct ui *ui, struct pane *pane);
void go_recovery(struct ui *ui, struct pane *pane); /* claims and money in */
void go_regions(struct ui *ui, struct pane *pane);
void go_persons(struct ui *ui, struct pane *pane);
void go_progress(struct ui *ui, struct pane *pane);
void go_rounds(struct ui *ui, struct pane *pane);
void go_todo(struct ui *ui, struct pane *pane);
void go_inbox(struct ui *ui, struct pane *pane);
void go_sittings(struct ui *ui, struct pane *pane);
void go_matters(struct ui *ui, struct pane *pane);
/* A request for documents by its number; "" chooses among those there are. */
void go_release(struct ui *ui, const char *wanted);
void go_search(struct ui *ui, struct pane *pane); /* words are asked for */
/* The pane of hits, with the words or asking for them. */
void hits_ask(struct ui *ui, const char *words);
/* A thing that a screen can be opened at: what it is and its id (0: the screen, nothing in focus), and what it belongs
 * to: an application or, for conflicts of interest, else a round. A new kind of thing is a place in desk.h, a case in
 * go_place, and a listing_find(…, desk_at(…)) where its pane opens. */
struct spot {
	enum case_place place;
	int64_t id, application, round;
};
void go_place(struct ui *ui, const struct spot *spot);
/* The case, with a thing of it in focus. */
void go_case(struct ui *ui, int64_t application, enum case_place place, int64_t id);
struct hit;
void go_hit(struct ui *ui, const struct hit *hit); /* where the hit stands */

extern const struct command go_commands[]; /* the ':' line's, ended by a row without a name */

#endif
