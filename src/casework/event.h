/* What happened: append-only and hash-chained, one row per change. */
#ifndef KANSLI_CASEWORK_EVENT_H
#define KANSLI_CASEWORK_EVENT_H

#include "access.h"

struct event_row {
	int64_t seq, object_id, application, application_round;
	int application_year, application_n;
	int part;
	const char *at, *actor, *role, *operation, *action, *object, *cause, *before, *after, *application_title;
};
struct event_list {
	struct arena arena;
	struct event_row *items; /* newest first */
	int count;
};
struct event_query {
	int64_t application; /* 0: all */
	int64_t matter;      /* instead: of a matter of another kind */
	const char *since;   /* ISO day or NULL */
	int most;            /* 0: all */
};
bool event_list_load(struct casework *cw, const struct event_query *query, struct event_list *out, struct error *err);
void event_list_done(struct event_list *list);
/* The action as words: "skrev en anteckning". In the language chosen. */
const char *event_words(const struct event_row *event);
/* What changed, one "field: before → after" per line, in the arena; values of hidden scores are left out for the actor.
 */
const char *event_difference(const struct event_row *event, struct arena *arena);

/* `kansli check`: the chain, the file's integrity, foreign keys, and that money adds up; and that each thing still
 * stands as its newest event says. Each finding is one sentence given to `say`. *findings gets how many. */
bool check_all(struct casework *cw, void (*say)(void *with, const char *finding), void *with, int *findings,
	struct error *err);
/* The chain's newest hash as hex, and its number. */
bool event_head(struct casework *cw, int64_t *seq, char out[HASH_TEXT], struct error *err);

#endif
