/* The chain of events, for the casework room only: how a link is made and how the chain is walked. */
#ifndef KANSLI_CASEWORK_EVENT_CHAIN_H
#define KANSLI_CASEWORK_EVENT_CHAIN_H

#include "casework.h"

struct event_link {
	int64_t seq, actor, object_id, application; /* application MONEY_UNKNOWN: the office's own */
	int part;
	const char *at, *role, *operation, *action, *object, *cause, *before, *after;
};
/* SHA-256("kansli-event-1" ‖ previous hash ‖ each field as 8 bytes of length and its bytes); the first link follows 32
 * zero bytes; a NULL field has the length FFFFFFFFFFFFFFFF; numbers are decimal text. */
void event_hash(const struct event_link *link, const unsigned char previous[HASH_BYTES], unsigned char out[HASH_BYTES]);
/* Adds the link last, in the open write. */
bool event_append(struct store *store, struct event_link *link, struct arena *arena, struct error *err);
/* Walks the whole chain; each broken link is one sentence. *findings grows. */
bool event_chain_check(struct casework *cw, void (*say)(void *with, const char *finding), void *with, int *findings,
	struct error *err);

#endif
