/* The write path, inside the casework room only: queue, right, change, event, read back, commit.
 *
 *   struct change change;
 *   if (!change_begin(&change, cw, op, "note-add", err)) return false;
 *   if (change.repeated) return change_repeated(&change, OBJECT_NOTE, id, err);
 *   if (!may(cw, RIGHT_NOTE_ADD, relation, err) || …) return change_abandon(&change);
 *   … store_run …
 *   if (!change_record(&change, OBJECT_NOTE, id, application, before, err)) return change_abandon(&change);
 *   return change_commit(&change, err);                                                                     */
#ifndef KANSLI_CASEWORK_CHANGE_H
#define KANSLI_CASEWORK_CHANGE_H

#include "access.h"

struct change {
	struct casework *cw;
	struct store *store;
	struct arena arena; /* until commit or abandon */
	struct operation op;
	const char *action; /* NULL: what is joined to it tells all, and it tells nothing of its own */
	char now[MOMENT_TEXT], today[DAY_TEXT];
	int part;
	bool repeated;       /* this operation is already in the file: nothing to do */
	int64_t repeated_id; /* the object of its first event */
	bool nested;         /* part of an intake: the outer change owns the transaction and the event's operation */
	bool told;           /* an event of this very action is written: by it the same operation is known again */
	bool compared;       /* the version the caller saw has been held against the one in the file */
};

/* Takes the queue and the transaction; looks the operation up. ERROR_BUSY, ERROR_FAILED; ERROR_INVALID when the
 * operation is already in the file as another action's. */
bool change_begin(
	struct change *change, struct casework *cw, const struct operation *op, const char *action, struct error *err);
/* Always false, so that `return change_abandon(&change)` refuses; rolls back and frees. */
bool change_abandon(struct change *change);
/* Success without a second change; *id gets the object of the first event when id is not NULL. */
bool change_repeated(struct change *change, int64_t *id);
/* The thing's facts now as canonical text in the change's arena; NULL when there is no such thing. */
const char *change_facts(struct change *change, enum object_kind kind, int64_t id, struct error *err);
/* Writes the event: before is change_facts() taken earlier or NULL; after is read back from the file here. Refused with
 * ERROR_DENIED when the actor is barred from the application (bar.h). */
bool change_record(struct change *change, enum object_kind kind, int64_t id, int64_t application, const char *before,
	struct error *err);
/* Commits and frees; on failure re-reads by operation id and tells the truth. ERROR_INVALID when the caller asked for a
 * version and there was none to compare. */
bool change_commit(struct change *change, struct error *err);
/* A conflict: op->if_version is set and differs from `version`. Answers false with ERROR_CONFLICT saying who changed it
 * last and when. */
bool change_fresh(struct change *change, enum object_kind kind, int64_t id, int64_t version, struct error *err);
/* Which statement answers a kind's facts; every kind has one. */
enum sql change_facts_statement(enum object_kind kind);
const char *object_code(enum object_kind kind); /* "note" */

/* A verb inside an intake joins its transaction: while set, change_begin joins instead of beginning. */
void change_join(struct casework *cw, struct change *outer); /* NULL ends the joining */

#endif
