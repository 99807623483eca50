/* The inside of a form, for form.c and form_view.c. */
#ifndef KANSLI_TUI_FORM_INNER_H
#define KANSLI_TUI_FORM_INNER_H

#include "drafts.h"
#include "editor.h"
#include "form.h"

enum { FORM_ABOVE = 40, FORM_LABEL = 24, FORM_ROWS = 3, FORM_ERROR = 256 };

struct form_field {
	struct editor editor; /* a choice's word, "x" for a ticked box */
	char *begin;          /* the text it began with, as it was saved then; owned */
	char error[FORM_ERROR];
};

struct form {
	const struct form_kind *kind;
	void *record;
	struct keeping keeping;
	char title[256];
	int64_t today;
	int count, focus;
	char sought[32]; /* letters typed in a row in a field of choices */
	int top;         /* rows scrolled away */
	void *theirs;    /* what another saved meanwhile, while both are shown; NULL otherwise */
	int64_t theirs_version;
	int64_t begin_version; /* of the row the fields began with; a draft may be older */
	struct form_field fields[FORM_FIELDS];
};

/* Where a field lies in a pane of this size: its first row, all its rows, and its value's place among them. */
struct form_place {
	int row, rows;
	int value_row, value_rows, column, columns;
};
struct form_place form_place(const struct form *form, int which, int rows, int columns);
void form_fit(struct form *form, int rows, int columns); /* sizes the focused editor, scrolls it into sight */
void form_begin_text(struct form *form, int which, const char *text); /* what both start from, from now on */
const struct field *form_field(const struct form *form);              /* in focus */
struct editor *form_editor(struct form *form);
bool form_is_text(const struct form *form);                      /* the field in focus is written, not chosen */
bool form_value_typed(struct form *form, const struct key *key); /* true when the key changed what is chosen */
/* Ctrl-S, and again when one's own text is to stand over another's. */
void form_save(struct ui *ui, struct pane *pane);
/* Puts together what each has changed and saves it; what both have changed is shown, and asked about. False when what
 * was saved could not be read. */
bool form_conflict(struct ui *ui, struct pane *pane, const struct error *err);
void form_draw(const struct pane *pane, struct area area);

#endif
