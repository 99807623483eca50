/* Typed text that is not saved yet, one file for each office, person and form. Invariant: a file under its own name is
 * always a whole draft; it is written beside, synced and renamed. Only its owner can read it. */
#ifndef KANSLI_BASE_DRAFT_H
#define KANSLI_BASE_DRAFT_H

#include "arena.h"
#include "day.h"
#include "error.h"
#include "hash.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DRAFT_BYTES = 16 << 20, DRAFT_FIELDS = 4096, DRAFT_NAME = 200, DRAFT_AT = 120 };

/* Whose drafts: in DIRECTORY/OFFICE/PERSON. An empty directory keeps no drafts. Strings are borrowed. */
struct draft_place {
	const char *directory; /* "$XDG_STATE_HOME/kansli/drafts" or drafts.dir */
	const char *office;    /* the office's id, not its path: a moved file keeps its drafts */
	const char *person;
};

struct draft_field {
	const char *name, *text;
};

struct draft {
	const char *form; /* "score-12.2", "note-new": the form and what it is about */
	const char *title;
	const char
		*at; /* where its owner was typing, in the form's own words; "" when read from one that says nothing */
	char operation[OPERATION_TEXT]; /* the save's operation id, so that a retried save is known again */
	int64_t version;                /* of the row the form was filled from; 0 for something new */
	char moment[MOMENT_TEXT];       /* when it was last written */
	const struct draft_field *fields;
	size_t count;
};

struct draft_list {
	struct arena arena;
	const struct draft *items; /* latest first */
	size_t count;
	int broken; /* files that are no drafts; they are left alone */
};

/* Makes the folder drafts of this person stand in, 0700. */
bool draft_folder(const struct draft_place *place, struct error *err);
/* Writes, syncs and renames; folders are made 0700 and the file 0600. ERROR_FAILED names the folder. The form's name is
 * at most DRAFT_NAME bytes; field names hold no blanks. Where the place has no directory nothing is written and the
 * answer is true. */
bool draft_write(const struct draft_place *place, const struct draft *draft, struct error *err);
/* ERROR_MISSING when there is none; ERROR_FAILED when the file is no draft. The texts belong to the arena. */
bool draft_load(
	const struct draft_place *place, const char *form, struct arena *arena, struct draft *out, struct error *err);
/* Removes it; true also when there was none. */
bool draft_drop(const struct draft_place *place, const char *form, struct error *err);
/* All of one person's drafts. An empty list when there is no folder. */
bool draft_list_load(const struct draft_place *place, struct draft_list *out, struct error *err);
void draft_list_done(struct draft_list *list); /* accepts a list already done */
/* The text of a field, or NULL. */
const char *draft_field(const struct draft *draft, const char *name);
/* The file a draft stands in, for messages and for an outside editor. In the arena. */
const char *draft_path(const struct draft_place *place, const char *form, struct arena *arena);

#endif
