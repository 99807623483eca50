/* A line typed on the message line: '/' and ':' are made of it. What is typed acts at once through `changed`, so a list
 * narrows while one types. Invariant: Esc leaves things as they were before the prompt. */
#ifndef KANSLI_TUI_PROMPT_H
#define KANSLI_TUI_PROMPT_H

#include "pane.h"

enum { PROMPT_NOTE = 160, PROMPT_MATCHES = 12, PROMPT_MATCH = 160 };

/* What could be meant by what is typed, shown above the prompt. */
struct prompt_matches {
	char text[PROMPT_MATCHES][PROMPT_MATCH]; /* as shown, or "" */
	char line[PROMPT_MATCHES][PROMPT_MATCH]; /* the line it stands for */
	int count, more;                         /* shown, and how many are not */
};

/* All functions but `accepted` may be NULL. `pane` is the one the prompt stands on; `with` is the caller's. */
struct prompt_kind {
	const char *label; /* "/", ":"; also names the history */
	/* Called for each change; fills in a note set to the right ("2 of 20", or what is wrong). */
	void (*changed)(struct ui *, struct pane *pane, const char *text, char note[PROMPT_NOTE]);
	void (*matches)(struct ui *, struct pane *pane, const char *text, struct prompt_matches *out);
	/* Enter: the prompt is gone already. */
	void (*accepted)(struct ui *, struct pane *pane, const char *text);
	/* Esc: what `changed` did is to be undone; `before` is the text the prompt opened with. */
	void (*cancelled)(struct ui *, struct pane *pane, const char *before);
};

/* Opens it with `text` typed already. */
void prompt_open(struct ui *ui, const struct prompt_kind *kind, const char *text);
extern const struct pane_kind prompt_pane;

#endif
