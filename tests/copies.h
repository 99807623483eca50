/* A case with everything in it, for the tests of copies. */
#ifndef KANSLI_TESTS_COPIES_H
#define KANSLI_TESTS_COPIES_H

#include "base/buffer.h"
#include "office.h"

/* Registered and filled in by rut, elin and others: papers (with files, which are first written into the folder),
 * participants, entries, control points, time limits, notes, conflicts of interest. */
int64_t copies_case(struct casework *cw, const char *folder);
/* The case as JSON, to be freed by the caller; its papers' files go to the folder. */
struct buffer copies_written(struct casework *cw, int64_t application, const char *files);
/* Taken in without a finding; the case's id there. */
int64_t copies_taken(struct casework *cw, const struct buffer *json, const char *files);

/* Two offices in a folder of their own: one with a case with everything in it, and an empty one where elin sits. */
struct copies_desk {
	char folder[64], files[96]; /* files: where a written case's papers go */
	struct casework *one, *other;
	int64_t own; /* the case */
};
void copies_desk_open(struct copies_desk *desk);
void copies_desk_close(struct copies_desk *desk); /* the folder goes too */
/* A path in the folder; four are kept at a time. */
const char *copies_inside(const struct copies_desk *desk, const char *name);
/* The folder with all in it. */
void copies_folder_remove(const char *folder);

/* Of copies_money.c: a measure granted, paid, withheld, claimed, reported on; it is 2027-02-01 then. */
void copies_money_fill(struct casework *cw, int64_t own);
/* The other office: elin may take in all of it, its persons are there, and it is as late. */
void copies_case_import_roles(struct casework *cw);

#endif
