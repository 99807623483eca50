/* Forms: a const table of fields gives the screen, the checks, the draft and the save. Invariant: what is typed is
 * never lost; it leaves the form only by being saved, or by its owner discarding the draft. */
#ifndef KANSLI_TUI_FORM_H
#define KANSLI_TUI_FORM_H

#include "base/arena.h"
#include "base/error.h"
#include "pane.h"
#include <stdint.h>

enum field_kind {
	FIELD_LINE,
	FIELD_TEXT,     /* many lines */
	FIELD_CHOICE,   /* one of `choices`; the value's text is its word, its number its place */
	FIELD_DAY,      /* number: a day, DAY_NONE when empty */
	FIELD_MONEY,    /* number: öre, MONEY_UNKNOWN when empty */
	FIELD_NUMBER,   /* number: 0 or more, NUMBER_NONE when empty */
	FIELD_CHECKBOX, /* number: 0 or 1; text: "" or "x" */
};
#define NUMBER_NONE INT64_MIN

struct field_choice {
	const char *word;  /* what is kept: "waiting" */
	const char *label; /* what is shown: N_("waiting") */
};

struct field_value {
	const char *text; /* cleaned; "" when empty */
	int64_t number;
};

enum { FIELD_ABOUT = 400 };

struct field {
	const char *name;  /* in the draft and in errors, without blanks */
	const char *label; /* N_("Deadline") */
	const char *help;  /* N_("…"), shown while the field has the focus; NULL: none */
	enum field_kind kind;
	bool required;
	int rows;                           /* FIELD_TEXT: lines it has at least; 0: 3 */
	const struct field_choice *choices; /* ended by a choice without a word */
	/* Choices known only when the program runs; used when `choices` is NULL. False after the last. */
	bool (*choice)(const void *record, int which, struct field_choice *out);
	/* The text the field begins with, as a person would type it (a choice's word, "x" for a ticked box), in the
	 * arena or static; NULL or no function: empty. */
	const char *(*get)(const void *record, struct arena *arena);
	/* Takes the value into the record; false refuses with a sentence, shown at the field. The text is valid during
	 * the call only: the record copies what it keeps. NULL: nothing is kept here. */
	bool (*set)(void *record, const struct field_value *value, struct error *err);
	/* What there is to know of what is typed now, over the help while the field has the focus; "" for nothing.
	 * NULL: never anything. */
	void (*about)(const void *record, const char *typed, int64_t today, char out[FIELD_ABOUT]);
};

enum { FORM_FIELDS = 72 };

struct form_kind {
	const char *name;           /* "note" */
	const char *title;          /* N_("Note") */
	const struct field *fields; /* ended by a field without a name */
	/* Saves what has been set. `operation` is the same when a save is tried again; `version` is that of the row the
	 * text was written against. On refusal *wrong may name the field that is at fault. */
	bool (*save)(struct ui *, void *record, const char *operation, int64_t version, const char **wrong,
		struct error *err);
	void (*saved)(struct ui *, void *record); /* the form is gone: says what was saved. May be NULL */
	/* A record as it is saved now, by whoever saved it, and its version; asked when a save meets another's change,
	 * so that both can be shown. The caller owns it. NULL refuses, and no function means that nothing can collide.
	 */
	void *(*fresh)(struct ui *, const void *record, int64_t *version, struct error *err);
	void (*done)(void *record);                   /* frees the record; may be NULL */
	void (*fill)(struct ui *, struct pane *form); /* F6: asks what some of the fields are to hold; may be NULL */
};

struct form_what {
	const struct form_kind *kind;
	const char *key;   /* of the draft: the form and what it is about, "note-12" */
	const char *title; /* right of the form's own: "12 Region …"; also the draft's title */
	void *record;      /* owned by the form from here on */
	int64_t version;   /* of the row; 0: something new */
	const char *focus; /* a field's name to begin in; NULL: the first */
};

/* Opens the form, with an earlier draft's text when there is one. */
bool form_open(struct ui *ui, const struct form_what *what);
/* The record of a form, for its kind's own fill. */
void *form_record(const struct pane *pane);
/* Takes the named fields alone into the record; false with the first that is wrong in focus. Names end by NULL. */
bool form_read(struct ui *ui, struct pane *pane, const char *const *names);
/* The focus goes to the field. */
void form_at(struct ui *ui, struct pane *pane, const char *name);
/* Puts a text in a field as if it were typed: it is kept as a draft, and can be undone there. */
void form_put(struct ui *ui, struct pane *pane, const char *name, const char *text);

/* ---- for forms inside other panes and for tests */
struct form;
extern const struct pane_kind form_pane;
/* Reads what was typed in a field. Cleans it; checks required, days (against `today`), amounts, numbers and choices.
 * The text belongs to the arena. */
bool field_read(const struct field *field, const void *record, const char *typed, int64_t today, struct arena *arena,
	struct field_value *out, struct error *err);
/* What the field has understood, to be shown beside it: "1,2 mnkr = 1 200 000 kr", "fredag 4 december 2026". "" when
 * there is nothing to add. */
void field_echo(const struct field *field, const void *record, const char *typed, int64_t today, char out[96]);
bool field_choice(const struct field *field, const void *record, int which, struct field_choice *out);

#endif
