/* An index of words beside a large office, in OFFICE-words: which texts may hold a word. It is no fact and keeps no
 * text: whoever asks looks in the text itself, and the file can be taken away at any time. Its own SQL is
 * data/sql/finder.sql.
 */
#ifndef KANSLI_STORE_FINDER_H
#define KANSLI_STORE_FINDER_H

#include "store.h"

struct finder;

/* What it was made from. */
struct finder_stamp {
	char office[40]; /* UUID */
	int64_t seq;     /* the newest event then */
	unsigned char hash[32];
	int64_t removals, changed; /* contents removed then; texts put a second time since */
};
/* The one that is there; ERROR_MISSING when none is, or it is no index of this kind. */
bool finder_open(const struct store *store, struct finder **out, struct error *err);
/* A new one, in a file of its own until finder_finish(). ERROR_FAILED: the folder cannot be written. */
bool finder_make(const struct store *store, struct finder **out, struct error *err);
/* The new one takes its place. */
bool finder_finish(struct finder *finder, const struct finder_stamp *stamp, struct error *err);
void finder_close(struct finder *finder); /* accepts NULL; an unfinished one is taken away */
bool finder_stamp(struct finder *finder, struct finder_stamp *out, struct error *err);

/* Between begin and commit or rollback. ERROR_BUSY: another is at it. */
bool finder_begin(struct finder *finder, struct error *err);
bool finder_commit(struct finder *finder, const struct finder_stamp *stamp, struct error *err);
void finder_rollback(struct finder *finder);
enum { FINDER_PLACES = 64 };
/* A text of a thing: of place 1 … FINDER_PLACES-1. Quickest by rising place and falling id. */
bool finder_put(struct finder *finder, int place, int64_t id, const char *folded, struct error *err);

/* One of the needles must stand there; each is folded and at least two letters long. */
struct finder_term {
	const char *const *needles;
	int count;
};
/* Things that may hold all the terms, or any of them: places rising, the newest first, a thing that has changed before
 * all others and perhaps once more at its place. `impatient` is asked while the index is read; true ends it. */
bool finder_ask(struct finder *finder, const struct finder_term *terms, int count, bool all,
	bool (*impatient)(void *with), void *with, struct error *err);
/* False when there are no more, or the asker could not wait. */
bool finder_next(struct finder *finder, int *place, int64_t *id, bool *changed);
void finder_rest(struct finder *finder); /* ends the asking */
/* Can it say anything of the word? Not of one letter. */
bool finder_knows(const char *needle);

#endif
