/* What the files of search share, for the casework room only. */
#ifndef KANSLI_CASEWORK_HIT_INNER_H
#define KANSLI_CASEWORK_HIT_INNER_H

#include "application_inner.h"
#include "bar.h"
#include "base/buffer.h"
#include "hit.h"
#include "store/finder.h"

enum {
	HIT_TERMS = 12,
	HIT_NEEDLES = 8,
	HIT_FIELD_APART = 0x1F,        /* between the fields of a text; no kept text has it */
	HIT_PIECE_APART = 0x1E,        /* between texts */
	HIT_MEMORY = 32 * 1024 * 1024, /* bytes of folded text that are kept in memory */
	HIT_STRETCH = 256 * 1024,      /* bytes looked through before it is seen whether there are hits enough */
	HIT_STRIDE = 1024 * 1024,      /* bytes looked through between two questions whether to go on */
};

/* ---- hit_words.c: what was asked for */
struct hit_term {
	const char *needles[HIT_NEEDLES]; /* folded; one of them must stand there */
	size_t bytes[HIT_NEEDLES];
	int count;
};
struct hit_words {
	struct hit_term terms[HIT_TERMS];
	int count;
	const char *whole; /* everything asked for, folded, between two HIT_FIELD_APART */
};
bool hit_words_read(
	struct casework *cw, const char *asked, struct arena *arena, struct hit_words *out, struct error *err);
bool hit_term_stands(const struct hit_term *term, const char *folded, size_t bytes);
/* The terms that stand there, a bit each. */
unsigned hit_words_standing(const struct hit_words *words, const char *folded, size_t bytes);
/* Folds a text for search and adds it: fields stay apart, line ends are blanks, and numbers with separators are there
 * without them too. */
void hit_fold(const char *text, struct buffer *out);

/* ---- hit_read.c: the texts there are */
/* Who does not find it. */
struct hit_guard {
	bool working, marked; /* working material, marked papers: who may not see such */
	bool kept;            /* kept from who is barred from the case, and from nobody else */
};
struct hit_piece {
	enum hit_place place;
	int64_t id, application, matter, measure; /* 0 none */
	int n;
	struct hit_guard guard;
	const char *on_day, *text; /* until the next piece */
};
/* False stops the reading. */
typedef bool hit_take(void *with, const struct hit_piece *piece);
/* Those of one place with ids first … last, newest first. *stopped: take did. */
bool hit_read(struct casework *cw, enum hit_place place, int64_t first, int64_t last, hit_take *take, void *with,
	bool *stopped, struct error *err);
/* The place an event's kind of thing may have changed; HIT_PLACES: none. `names`: the name of a case may have. */
enum hit_place hit_place_of(const char *object, int *also, bool *names);
const char *hit_field(enum hit_place place, int field); /* in English, for _() */

/* ---- hit_mirror.c: what is kept in memory */
struct hit_name {
	int64_t id, round;
	int year, n;
	const char *lead, *title;
	const char *others; /* its numbers and applicants as they are written, parted */
	size_t at, bytes;   /* in `names` */
};
struct hit_kept {
	int64_t id, application, measure;
	size_t at, bytes; /* in `texts` */
	int n;
	enum hit_place place;
	struct hit_guard guard;
};
struct hit_mirror {
	struct arena arena;
	struct hit_name *cases; /* newest first */
	int case_count;
	struct buffer names, texts;
	struct hit_kept *kept;
	int count;
	size_t most;           /* bytes */
	bool large;            /* the texts are more than memory is given for, and are not here */
	struct finder *finder; /* then it may be here */
	bool scans;            /* or it could not be made, and the office is read through */
	int64_t seq, indexed;  /* of the newest event when it was made, and when the index was looked at */
};
/* As the office stands now. Inside a look. */
bool hit_mirror_load(struct casework *cw, size_t most, struct hit_mirror **out, struct error *err);
const struct hit_name *hit_name_find(const struct hit_mirror *mirror, int64_t application);

/* ---- hit_index.c: above what memory is given for */
/* There is an index of this office beside it, which is made only for a large one. */
bool hit_index_there(struct casework *cw, struct hit_mirror *mirror);
/* Opened, made or brought up to date; outside a look. False: the texts are to be read through. */
bool hit_index_fresh(struct casework *cw, struct hit_mirror *mirror, const struct hit_query *query);

/* ---- hit_large.c: hits of an office that is not in memory */
struct hit_seeking {
	struct casework *cw;
	const struct hit_query *query;
	const struct hit_mirror *mirror;
	struct hit_words words;
	const unsigned *names; /* beside mirror->cases: the terms in each name */
	unsigned named;        /* the terms that stand in any name */
	unsigned all, roles;
	struct bars bars; /* of the actor */
	int most;
	struct hit_list *list;
	int64_t looked; /* bytes since the asker was asked */
};
bool hit_seek_large(struct hit_seeking *seeking, struct error *err);
/* ---- hit.c */
bool hit_seen(const struct hit_seeking *seeking, const struct hit_guard *guard, int64_t application);
unsigned hit_named(const struct hit_seeking *seeking, int64_t application); /* terms in the case's name */
bool hit_impatient(struct hit_seeking *seeking, size_t bytes);              /* true: given up */
void hit_add(struct hit_seeking *seeking, const struct hit *hit);

#endif
