/* Questions. A dialog rises from the bottom under one rule, so the list it is about stays in sight. Invariant: Enter
 * alone never confirms what cannot be undone; then a word or a number must be typed. */
#ifndef KANSLI_TUI_DIALOG_H
#define KANSLI_TUI_DIALOG_H

#include "base/error.h"
#include "pane.h"

/* Texts are already in the user's language; they are copied. */
struct question {
	const char *text;  /* what will happen; line breaks are obeyed */
	const char *label; /* before a field to type in; NULL: no field, Enter is enough */
	const char *must;  /* the field must hold exactly this; NULL: whatever is typed */
	const char *begin; /* typed already, or NULL */
	/* Asked at Enter: on false the sentence is said and the question stays, with what was typed. NULL: anything. */
	bool (*accepts)(const char *text, struct error *err);
	const char *yes; /* what Enter does, for the hint line: "undo" */
	/* Enter; the dialog is gone already. `text` is what was typed, "" without a field. */
	void (*answered)(struct ui *, struct pane *pane, const char *text, void *with);
	void *with;
	/* The draft what is typed is kept in, "why-12": offered again by the next question of the name, gone when the
	 * answer was taken. NULL: a word or a number that nobody misses. */
	const char *keep;
};
void dialog_ask(struct ui *ui, const struct question *question);
/* Of question.accepts: an amount, or nothing. */
bool dialog_money(const char *text, struct error *err);

enum { CHOICES = 64 };
struct choosing {
	const char *text;
	const char *const *choices; /* the first nine are chosen by their digit, all by Enter */
	int count;
	int first; /* stands in focus: the safe one */
	void (*chosen)(struct ui *, struct pane *pane, int which, void *with);
	void *with;
	/* Instead of `chosen`: things are chosen among. Their ids are copied; `about` is what it is done to. */
	void (*chosen_id)(struct ui *, struct pane *pane, int64_t id, int64_t about);
	const int64_t *ids;
	int64_t about;
};
void dialog_choose(struct ui *ui, const struct choosing *choosing);

extern const struct pane_kind question_pane, choosing_pane;

#endif
