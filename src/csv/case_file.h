/* The whole case on paper: for the archive, for the party (FL 10 §), for an auditor. Each part is one function in a
 * table; what the reader may not see is not there. */
#ifndef KANSLI_CSV_CASE_FILE_H
#define KANSLI_CSV_CASE_FILE_H

#include "casework/casework.h"
#include "paper.h"

/* Writes the case into the paper, as it was known at the end of the day (NULL: now). The caller ends the paper.
 * ERROR_MISSING: no such application; ERROR_INVALID: the day is before it was registered. RIGHT_SEE. */
bool case_file_write(
	struct casework *cw, int64_t application, const char *as_of, struct paper *paper, struct error *err);

/* The public version: without working material (working notes, assessments of what is not decided, conflicts of
 * interest not yet tried) and what documents marked with secrecy say; each omission is told. A person still tests each
 * part before it is given out. */
bool case_file_write_public(
	struct casework *cw, int64_t application, const char *as_of, struct paper *paper, struct error *err);

/* The case as it is given out on a request: only what is asked for, as a person has tested each part; masked passages
 * are blacked out everywhere. ERROR_INVALID: a part is not tested, nothing of the case is asked for, or a passage that
 * is to be blacked out stands nowhere; the paper is then not to be given out. */
struct release;
bool case_file_release(struct casework *cw, int64_t application, const struct release *release, struct paper *paper,
	struct error *err);

#endif
