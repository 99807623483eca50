/* Search in everything the actor may see: cases by number, applicant and title, their texts, measures, notes, matters,
 * items of sittings, and papers by subject and content. A word matches anywhere in a word, å ä ö are letters of their
 * own, other accents do not count; several words must all stand in the same place or in the name of its case; words
 * that mean the same (kind "synonym" of the law as data) find each other; "exact words" stand as they are. Numbers
 * match with or without their separators. Text is kept folded in memory up to 32 MB, above that an index beside the
 * office says where to look; the hits are the same. */
#ifndef KANSLI_CASEWORK_HIT_H
#define KANSLI_CASEWORK_HIT_H

#include "access.h"

/* Where a word can stand, in the order the hits come: names first, then the newest of each. */
enum hit_place {
	HIT_CASE, /* number, title, applicants and their numbers */
	HIT_MATTER,
	HIT_MEASURE,
	HIT_TEXT, /* the application's own texts */
	HIT_NEED,
	HIT_PROMISE,
	HIT_INDICATOR,
	HIT_REFERENCE,
	HIT_BACKGROUND,
	HIT_ITEM, /* of a sitting */
	HIT_DOCUMENT,
	HIT_NOTE,
	HIT_INSIDE, /* what stands in a paper */
	HIT_PLACES
};

struct hit {
	enum hit_place place;
	int64_t id;                           /* of the thing: note, document … */
	int64_t application, matter, measure; /* 0 where it has none */
	int year, number;                     /* of the case or the matter; 0: the inbox */
	int n, measure_n;                     /* note 3, document 3, § 14; 12.3; 0 none */
	const char *lead, *title, *on_day;    /* of the case; "" for the inbox; on_day may be NULL */
	const char *field;                    /* what the text is, in the user's language */
	const char *words;                    /* some words around, on one line */
	int mark, mark_bytes;                 /* the hit in `words`; mark_bytes 0: not to be shown */
	bool shown;                           /* hit_list_show has been here */
};
struct hit_list {
	struct arena arena;
	struct hit *items;
	int count;
	bool more;         /* there are more */
	bool given_up;     /* the asker could not wait: nothing is said of what there is */
	const char *asked; /* the words as given */
};
struct hit_query {
	const char *words;
	int most;      /* hits to keep; 0: 200 */
	size_t memory; /* bytes of text to be kept in memory at most; 0: 32 MB. Fewer for tests */
	/* Asked about every millisecond of the search; true gives it up. May be NULL. */
	bool (*impatient)(void *with);
	/* Told while a large office is read for the first time, per cent; true stops that. May be NULL. */
	bool (*progress)(void *with, int part);
	void *with;
};
enum { HITS_MOST = 200 };
/* No words: no hits. RIGHT_SEE. */
bool hit_list_load(struct casework *cw, const struct hit_query *query, struct hit_list *out, struct error *err);
/* Fills in the words around the hits from first on, `count` of them. */
bool hit_list_show(struct casework *cw, struct hit_list *list, int first, int count, struct error *err);
void hit_list_done(struct hit_list *list);
/* "note 3", "document 3", "§ 14/2026" … in the user's language; "" for the case itself. */
void hit_place_say(const struct hit *hit, char *out, size_t room);

#endif
