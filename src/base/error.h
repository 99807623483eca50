/* What went wrong, told to the person at the desk: what could not be done, why, and what would help. */
#ifndef KANSLI_BASE_ERROR_H
#define KANSLI_BASE_ERROR_H

#include <stdbool.h>

enum error_kind {
	ERROR_NONE,
	ERROR_INVALID,  /* a value breaks a rule; nothing was changed */
	ERROR_MISSING,  /* no such thing */
	ERROR_DENIED,   /* this person may not do this to this thing now */
	ERROR_CONFLICT, /* somebody changed it first */
	ERROR_BUSY,     /* the office's queue did not move in time */
	ERROR_FAILED,   /* disk, file or machine */
};

struct error {
	enum error_kind kind;
	char text[640]; /* one sentence in the user's language, UTF-8, never cut inside a character */
};

/* Fills in *err and answers false, so that a refusal reads as a sentence. err may be NULL. */
bool refuse(struct error *err, enum error_kind kind, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
