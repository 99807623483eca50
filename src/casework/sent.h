/* What was sent to the government office: forecasts and follow-up, kept as they were and never altered. */
#ifndef KANSLI_CASEWORK_SENT_H
#define KANSLI_CASEWORK_SENT_H

#include "access.h"
#include "case_ref.h"

struct sent {
	int64_t id;
	int n;
	const char *kind, *as_of, *sent_to, *hash, *made_by, *made_at; /* kind: "forecast", "follow_up" */
	const char *document;                                          /* "EFF 15-2025-1"; "" not registered */
};
struct sent_list {
	struct arena arena;
	struct sent *items; /* newest first */
	int count;
};
/* kind NULL: all. RIGHT_SEE. */
bool sent_list_load(struct casework *cw, const char *kind, struct sent_list *out, struct error *err);
void sent_list_done(struct sent_list *list);

struct sent_change {
	const char *kind, *as_of, *sent_to, *text; /* text: the JSON */
	struct case_ref of; /* the case in whose register it stands as sent; zeroed: it is not registered */
	const char *paper;  /* the same for people, the file of that document; NULL: the JSON is */
};
/* RIGHT_SENT_KEEP, and RIGHT_DOCUMENT_PUT to have it registered: both are done or neither. *n gets its number. */
bool sent_keep(
	struct casework *cw, const struct operation *op, const struct sent_change *change, int *n, struct error *err);
/* The JSON as it was kept, in the arena. A follow-up tells of points: ERROR_DENIED for whom some of those are hidden.
 * ERROR_MISSING: no such number; of another kind than `kind`. */
bool sent_text(struct casework *cw, int n, const char *kind, struct arena *arena, const char **out, struct error *err);

#endif
