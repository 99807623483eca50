/* What the files about the filter language share, for the casework room only. */
#ifndef KANSLI_CASEWORK_SEARCH_INNER_H
#define KANSLI_CASEWORK_SEARCH_INNER_H

#include "casework/search.h"

enum filter_field {
	FILTER_WORDS, /* no field: words that match anywhere */
	FILTER_STATE,
	FILTER_OFFICER,
	FILTER_MINE,
	FILTER_TO_SCORE, /* the actor has not handed in */
	FILTER_APPLICANT,
	FILTER_TITLE,
	FILTER_ROUND,
	FILTER_YEAR,
	FILTER_NUMBER,
	FILTER_SOUGHT,
	FILTER_COST,
	FILTER_MEASURES,
	FILTER_PARTICIPANTS,
	FILTER_DUE,
	FILTER_ARRIVED,
	FILTER_GATE,
	FILTER_LATE,
	FILTER_BARRED, /* the actor takes no part (FL 17 §) */
	FILTER_POINTS, /* known only to be refused */
};
struct term {
	enum filter_field field;
	bool negated, begins; /* begins: the first after an or */
	bool none;            /* nobody, no day, unknown amount, unanswered */
	const char *text;     /* folded; of a gate " g12=no " */
	const char *key;      /* of words: as a number without separators, folded, or NULL */
	int64_t low, high;    /* numbers, öre and days, both included; a yes is 1..1 */
	unsigned states;      /* bits by state */
};
struct filter {
	struct term *terms;
	int count;
};

/* Characters first..last of the typed text, from 1. */
struct span {
	int first, last;
};
enum comparison { COMPARE_IS, COMPARE_LESS, COMPARE_LESS_SAME, COMPARE_MORE, COMPARE_MORE_SAME };

struct filter_reader {
	const char *text;
	day today;
	const struct programme *programme; /* may be NULL */
	struct arena *arena;
	struct error *err;
};

/* search_value.c: reads the value into the term, or refuses pointing at it. */
bool value_read(struct filter_reader *reader, struct term *term, enum comparison comparison, const char *value,
	struct span span);

#endif
