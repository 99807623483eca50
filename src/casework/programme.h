/* The law as data: regions, control points, criteria, the ten points of 14 §, words to choose among. Read whole into a
 * snapshot that screens and verbs look things up in. Rows come from data/programme through programme_adopt(). */
#ifndef KANSLI_CASEWORK_PROGRAMME_H
#define KANSLI_CASEWORK_PROGRAMME_H

#include "casework.h"

struct region {
	const char *code, *name, *short_name, *genitive_safe, *statute_name, *kind, *orgnr, *population_on;
	int64_t population;
};
struct gate {
	int64_t version;
	const char *id, *subject, *basis, *way_no;
	const char *name[2], *question[2], *ground[2],
		*way_text[2]; /* [0] English, [1] Swedish: index by words_swedish() */
	int sort;
	const char *evidence; /* codes of what is seen beside it (contents.h), parted by |; NULL: nothing is */
};
struct criterion {
	int64_t version;
	const char *id, *trace;
	int sort, weight;
	bool bonus;
	const char *name[2], *step[5][2];
};
struct point {
	int number;
	const char *key, *source, *filled_by, *title[2], *standard[2];
};
struct word {
	const char *kind, *code, *name[2], *help[2], *mover[2];
	int sort;
};
struct programme_power {
	const char *what, *role, *from_on, *source;
};
struct programme_limit {
	const char *kind, *source, *valid_from;
	int year;
	int64_t ore;
};

struct programme {
	struct arena arena;
	struct region *regions;
	struct gate *gates;
	struct criterion *criteria;
	struct point *points;
	struct word *words;
	struct programme_limit *limits; /* only when adopting; a load leaves it empty, see budget.h */
	struct programme_power *powers; /* likewise, see power.h */
	int region_count, gate_count, criterion_count, point_count, word_count, limit_count, power_count;
};

/* Regions in Swedish order. Rows and texts are the open office's own, not to be changed, and stay until it is closed:
 * they are read from the file once for each adoption. */
bool programme_load(struct casework *cw, struct programme *out, struct error *err);
void programme_done(struct programme *programme);
/* Writes regions, words and points (kept or replaced by code), and gate and criteria versions that are not there yet (a
 * version that is there must be the same, ERROR_CONFLICT otherwise), and limits and powers not there yet; what is seen
 * beside the control points follows `from`. RIGHT_PROGRAMME_ADOPT. */
bool programme_adopt(struct casework *cw, const struct operation *op, const struct programme *from, struct error *err);

/* The sentence where there is no word to choose among: an office lifted from before the words were there. */
const char *words_lacking(void);

/* What `from` has that the office lacks or has otherwise: one line each, in the language chosen. Limits and powers are
 * entered rows and are not compared. */
struct programme_lack {
	const char *part, *code, *name; /* "word", "cost running", "drift" */
	bool other;                     /* it is there, and says something else */
	bool kept;                      /* of a version that is there: adopting never alters it */
};
struct programme_lacks {
	struct arena arena;
	struct programme_lack *items;
	int count;
};
bool programme_lacks_load(
	struct casework *cw, const struct programme *from, struct programme_lacks *out, struct error *err);
void programme_lacks_done(struct programme_lacks *lacks);

/* NULL when there is none. A region is found by code, full name, short name, or a unique beginning of the short name,
 * whatever the case. */
const struct region *programme_region(const struct programme *programme, const char *wanted);
const struct gate *programme_gate(const struct programme *programme, int64_t version, const char *id);
const struct criterion *programme_criterion(const struct programme *programme, int64_t version, const char *id);
/* Is this kind of evidence shown beside the control point? */
bool gate_shows(const struct gate *gate, const char *evidence);
/* By code, or by name in either language. */
const struct word *programme_word(const struct programme *programme, const char *kind, const char *wanted);
const char *programme_word_name(const struct programme *programme, const char *kind, const char *code); /* or code */

#endif
