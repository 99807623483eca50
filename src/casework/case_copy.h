/* A copy of a whole case: one JSON file, and its papers' files beside it, for another office or for the archive. What
 * one office writes another takes in, and writes again byte for byte. Numbers, logins and codes name what a case points
 * at; row ids never leave an office. The history (events), the reading of marked papers, sheets not handed in and what
 * belongs to the round stay where they are. */
#ifndef KANSLI_CASEWORK_CASE_COPY_H
#define KANSLI_CASEWORK_CASE_COPY_H

#include "access.h"
#include "base/buffer.h"

#define CASE_COPY_FORMAT "kansli case 1"
enum { CASE_COPY_MOST = 9 << 20 }; /* bytes of the JSON */

/* A paper whose file belongs to the copy; in the folder it is named by its hash. */
struct case_copy_paper {
	int64_t document;
	int n;
	const char *hash;
};
struct case_copy {
	struct arena arena;
	struct buffer json;
	struct case_copy_paper *papers;
	int paper_count;
	const char **left_out; /* codes of case_copy_words(): there, but not for this reader */
	int left_out_count;
	int drafts; /* sheets not handed in: in no copy */
};
/* What the reader may see. ERROR_MISSING: no such application; ERROR_DENIED: a conflict of interest; ERROR_INVALID:
 * more than CASE_COPY_MOST. RIGHT_SEE. */
bool case_copy_write(struct casework *cw, int64_t application, struct case_copy *out, struct error *err);
void case_copy_done(struct case_copy *copy);
/* "working notes": what a code of what is left out means, in the language chosen. */
const char *case_copy_words(const char *code);

/* A place in the file that cannot be taken in: a JSON pointer (RFC 6901), and why. */
struct case_copy_finding {
	const char *path, *reason;
};
struct case_copy_intake {
	struct arena arena;
	struct case_copy_finding *findings;
	int finding_count;
	int year, n;           /* the case's number */
	int things, files;     /* how many rows and files came in */
	const char **left_out; /* what the copy lacks, as it says itself */
	int left_out_count;
	int64_t application; /* its id here; of a dry run it means nothing */
};
void case_copy_intake_init(struct case_copy_intake *intake);
void case_copy_intake_done(struct case_copy_intake *intake);
/* Takes the copy into the office in one transaction: all of it, or nothing. Each thing needs the right its own verb
 * needs. folder: where the papers' files are, by hash. The findings are filled when what the file says is wrong
 * (ERROR_INVALID). dry_run tries everything and rolls back. */
bool case_copy_take(struct casework *cw, const struct operation *op, const struct buffer *json, const char *folder,
	bool dry_run, struct case_copy_intake *out, struct error *err);

#endif
