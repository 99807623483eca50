/* Closing a case. Nothing that is open may be closed over, and each working note is kept, discarded or made a
 * tjänsteanteckning by a person (TF 2 kap. 12 §): what is kept becomes public. A closed case changes no more, except
 * that documents come in, are sent and are disposed of; whatever else asks that it is reopened. */
#ifndef KANSLI_CASEWORK_CLOSURE_H
#define KANSLI_CASEWORK_CLOSURE_H

#include "access.h"

/* A working note that has no fate yet. */
struct closure_note {
	int64_t id;
	int n;
	const char *occurred_on, *said, *author;
};
struct closure {
	struct arena arena;
	int64_t id, version;                                                  /* id 0: never closed */
	const char *closed_on, *why, *closed_by, *reopened_on, *reopened_why; /* NULL where it has not happened */
	bool stands;                                                          /* the case is closed now */
	const char **open; /* what stops a closing, a phrase each: "deadlines still running: 1, 3" */
	int open_count;
	struct closure_note *notes; /* by number; none where the actor may not see working material */
	int note_count;
	bool notes_hidden; /* there are some, which the actor may not see */
};
/* How the case stands for closing. RIGHT_SEE. */
bool closure_load(struct casework *cw, int64_t application, struct closure *out, struct error *err);
void closure_done(struct closure *closure);
/* That nothing written can be made unwritten: said before one chooses. In the language chosen. */
const char *closure_warning(void);

struct closure_fate {
	int n;            /* the note's number */
	const char *fate; /* "archive", "discard" or "file" */
};
/* Closes, with a fate for every working note. on NULL: today. ERROR_INVALID: already closed, something is open, a note
 * has no fate. RIGHT_CASE_CLOSE, and RIGHT_SEE_WORKING where there are working notes. */
bool case_close(struct casework *cw, const struct operation *op, int64_t application, const char *on, const char *why,
	const struct closure_fate *fates, int count, struct error *err);
/* Opens a closed case again; fates stay. RIGHT_CASE_CLOSE. */
bool case_reopen(
	struct casework *cw, const struct operation *op, int64_t application, const char *why, struct error *err);
/* "archive", "discard", "file" from the code or from the word in either language; NULL: none of them. */
const char *closure_fate_read(const char *word);
const char *closure_fate_words(const char *fate);

#endif
