/* Dialogue notes (FL 27 §): who, when, what was said, what it changed. Never rewritten: a correction is a new note. */
#ifndef KANSLI_CASEWORK_NOTE_H
#define KANSLI_CASEWORK_NOTE_H

#include "access.h"

struct note {
	int64_t id, application, measure, corrects, corrected_by; /* 0 where none */
	int n, corrects_n, corrected_by_n, measure_n;
	const char *kind, *occurred_on, *occurred_time, *way, *with_whom, *with_role, *with_name, *said, *changed,
		*author, *written_at;
	const char *fate;             /* when the case was closed: "archive", "discard", "file"; NULL */
	const char *gate, *criterion; /* what it is about beyond the measure: ids, or NULL */
	bool communicate;             /* to be communicated (FL 25 §), not internal */
	const char *follow_on;        /* to be followed up on this day; NULL: not */
	const char *followed_on, *followed_how, *followed_by; /* done; NULL: not yet */
};
struct note_list {
	struct arena arena;
	struct note *items; /* newest first */
	int count;
};
bool note_list_load(struct casework *cw, int64_t application, struct note_list *out, struct error *err);
void note_list_done(struct note_list *list);

struct note_change {
	const char *kind; /* "file" (tjänsteanteckning) or "working"; NULL: file */
	const char *occurred_on, *occurred_time, *way, *with_whom, *with_role, *with_name, *said, *changed;
	int64_t measure;              /* 0: the whole application */
	int corrects_n;               /* 0, or the number of the note this one corrects */
	const char *gate, *criterion; /* ids of the round's, or NULL */
	const char *follow_on;        /* ISO day, not before occurred_on, or NULL */
	bool communicate;
};
bool note_add(struct casework *cw, const struct operation *op, int64_t application, const struct note_change *change,
	int *n, struct error *err);
/* The follow-up a note asks for is done; done_on NULL: today. ERROR_INVALID: none is asked for, or it was done before.
 */
bool note_followed(struct casework *cw, const struct operation *op, int64_t application, int n, const char *done_on,
	const char *how, struct error *err);

#endif
