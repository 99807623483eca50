/* Typed values made fit to keep, for the casework room only. A form is a table of fields; each wrong value is refused
 * by a sentence that begins with the field's name as the person knows it. */
#ifndef KANSLI_CASEWORK_FIELD_H
#define KANSLI_CASEWORK_FIELD_H

#include "casework.h"

enum { FIELD_LINE_MOST = 10000, FIELD_TEXT_MOST = 1000000 }; /* bytes */

enum field_kind {
	FIELD_LINE,
	FIELD_TEXT,   /* may have line breaks */
	FIELD_DAY,    /* ISO day */
	FIELD_PAST,   /* ISO day, today or earlier */
	FIELD_TIME,   /* HH:MM */
	FIELD_WORD,   /* one of the words of a kind */
	FIELD_WORDS,  /* several, parted by | */
	FIELD_REGION, /* a region's code */
	FIELD_YEAR,   /* a year that money is paid or costs are kept for */
	FIELD_ORE,    /* whole öre in digits */
	FIELD_COUNT,  /* a whole number in digits */
	FIELD_YES,    /* "1" or "0" */
};
struct field {
	const char *name;  /* the schema's */
	const char *label; /* the person's, through gettext */
	enum field_kind kind;
	bool needed;
	bool unknown;      /* nothing given is NULL; otherwise "" */
	const char *words; /* the kind of words to choose among */
	size_t at;         /* where the text stands in the change */
};
struct form {
	const struct field *fields;
	int count;
};

/* Cleans each text of the change in place (texts then belong to the arena). At the first wrong value: ERROR_INVALID, or
 * ERROR_FAILED when the file could not be read, and *wrong (may be NULL) is the field's name. */
bool form_clean(struct casework *cw, const struct form *form, void *change, struct arena *arena, const char **wrong,
	struct error *err);
/* What was given for the field with this name; NULL for none, or when no field of the form is named so. */
const char *form_text(const struct form *form, const void *change, const char *name);
/* Refuses with the sentence "Label: reason", always false. */
bool field_refuse(const char **wrong, const char *name, const char *label, struct error *err, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

#endif
