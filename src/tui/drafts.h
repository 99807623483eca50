/* Keeps what is typed: a form's draft on disk, written within a second of a key and at once when a field or the form is
 * left. Invariant: a draft is there until the form has been saved or its owner has discarded it. */
#ifndef KANSLI_TUI_DRAFTS_H
#define KANSLI_TUI_DRAFTS_H

#include "base/draft.h"
#include "pane.h"

enum { DRAFT_DELAY_MS = 600 };

struct keeping {
	struct arena arena;
	const char *form, *title;
	char operation[OPERATION_TEXT]; /* of the save to come; the draft's own when there was one */
	int64_t version;                /* of the row that was filled in from */
	char at[DRAFT_AT]; /* where the person is typing, in the form's own words; the draft's when there was one */
	char moment[MOMENT_TEXT]; /* when it was last written; "" while there is no draft */
	bool pending;             /* typed since then */
	bool broken_said;
};

/* `form` names the form and what it is about ("score-12.2"); `title` is for the person's list of drafts. */
void keeping_init(struct keeping *keeping, const char *form, const char *title, int64_t version);
void keeping_done(struct keeping *keeping); /* accepts one already done */
/* An earlier draft, its texts in the keeping's arena: the operation and the version become its own. False when there is
 * none; a broken one is said and left. */
bool keeping_find(struct ui *ui, struct keeping *keeping, struct draft *out);
/* Something was typed: the pane's tick comes in time. */
void keeping_touch(struct ui *ui, struct keeping *keeping);
/* Writes it now. When the disk refuses that is said once and tried again a second later. */
bool keeping_write(struct ui *ui, struct keeping *keeping, const struct draft_field *fields, size_t count);
/* Saved or discarded: the file goes. */
void keeping_drop(struct ui *ui, struct keeping *keeping);
/* "draft 14.02" for the title line; "" while there is none. Answers out. */
char *keeping_words(const struct keeping *keeping, char out[64]);

/* The person's drafts as a dialog, if there are any; opening one is ui_options.draft_open's. */
void drafts_open(struct ui *ui);
extern const struct pane_kind drafts_pane;

#endif
