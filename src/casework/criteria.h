/* The criteria (13 §) as versioned decisions of the delegation: which versions there are, a draft of the next, what it
 * would change, and the delegation's decision. A version that came with the law as data or has been adopted never
 * changes; scores are tied to the version they were given under and are never rewritten. */
#ifndef KANSLI_CASEWORK_CRITERIA_H
#define KANSLI_CASEWORK_CRITERIA_H

#include "programme.h"
#include "rank_compare.h"

enum { CRITERIA_WHOLE = 100, CRITERIA_MOST = 32 }; /* what the weights add up to; criteria of a version */

enum criteria_state {
	CRITERIA_TAKEN_IN, /* came with the law as data; the delegation's decision is not recorded */
	CRITERIA_DRAFT,    /* may be changed */
	CRITERIA_ADOPTED,
	CRITERIA_DROPPED, /* a draft that came to nothing: kept, its number is never used again */
};
struct criteria_version {
	int64_t number, from_number; /* from_number 0: not made here */
	int64_t version;             /* for if_version */
	enum criteria_state state;
	const char *adopted_on, *adopted_ref; /* the delegation's decision; NULL: none */
	const char *why, *made_by, *made_at;  /* of a version made here; otherwise NULL */
	const char *dropped_at, *rounds;      /* rounds: names of those that use it, "" none */
	int criteria, weights;                /* how many, and what they add up to */
	int sheets;                           /* handed in under it, of measures the actor is not barred from */
};
struct criteria_list {
	struct arena arena;
	struct criteria_version *items; /* newest first */
	int count;
};
/* RIGHT_SEE or RIGHT_CRITERIA_DRAFT. */
bool criteria_list_load(struct casework *cw, struct criteria_list *out, struct error *err);
void criteria_list_done(struct criteria_list *list);

/* One version whole, a draft too. */
struct criteria {
	struct arena arena;
	struct criteria_version head;
	struct criterion *items; /* in order */
	int count;
};
/* ERROR_MISSING: there is no such version. */
bool criteria_load(struct casework *cw, int64_t number, struct criteria *out, struct error *err);
void criteria_done(struct criteria *criteria);
const struct criterion *criteria_find(const struct criteria *criteria, const char *id); /* NULL: has none such */

/* ---- two versions side by side */
enum criterion_differs { /* or'ed */
	CRITERION_WEIGHT = 1,
	CRITERION_NAME = 2,
	CRITERION_BONUS = 4,
	CRITERION_STEPS = 8,  /* in Swedish, which is what is decided: scores given under the other do not count */
	CRITERION_WORDS = 16, /* only the English steps, or the trace */
	CRITERION_ORDER = 32,
	CRITERION_ADDED = 64,
	CRITERION_TAKEN = 128,
};
struct criterion_pair {
	const struct criterion *before, *after; /* NULL: only the other version has it */
	unsigned differs;                       /* 0: the same */
	unsigned steps;                         /* bit n: the Swedish text of step n differs */
};
struct criteria_comparison {
	struct criteria before, after;
	struct criterion_pair *items; /* in the order of `after`, then what only `before` has */
	int count;
	int changed; /* pairs that differ */
	int anew;    /* criteria of `after` for which scores given under `before` do not count */
};
bool criteria_compare(
	struct casework *cw, int64_t before, int64_t after, struct criteria_comparison *out, struct error *err);
void criteria_comparison_done(struct criteria_comparison *comparison);

/* ---- a draft. All RIGHT_CRITERIA_DRAFT; op->if_version is the draft's version. */
/* A new version that says what `from` says; *number is its number (may be NULL). `why` is needed. */
bool criteria_draft(struct casework *cw, const struct operation *op, int64_t from, const char *why, int64_t *number,
	struct error *err);
/* A criterion of the draft as it is to be: new, or in place of the one with its id. `sort` is its place, from 1; 0: it
 * stays where it is, or stands last. `version` is not looked at. ERROR_INVALID names the field. */
bool criterion_put(struct casework *cw, const struct operation *op, int64_t number, const struct criterion *values,
	const char **wrong, struct error *err);
bool criterion_remove(
	struct casework *cw, const struct operation *op, int64_t number, const char *id, struct error *err);
bool criteria_drop(struct casework *cw, const struct operation *op, int64_t number, struct error *err);

/* ---- the delegation's decision */
/* RIGHT_CRITERIA_ADOPT: records that the delegation adopted the version on a day (not ahead of today), by the decision
 * with this number. Refused unless the weights add up to 100 and every text is there in both languages. */
bool criteria_adopt(struct casework *cw, const struct operation *op, int64_t number, const char *on, const char *ref,
	struct error *err);
/* What stops it from being adopted, one sentence; NULL: nothing does. In the arena. */
const char *criteria_lack(const struct criteria *criteria, struct arena *arena);
/* The round is assessed under the version from now on (RIGHT_ROUND_PUT; op->if_version is the round's). No score is
 * rewritten: what was given on the same steps counts, the rest is to be scored again. Refused for a version that is not
 * adopted; when a measure of the round is decided, for the rest of a competition is weighed by what the first were (13
 * §, and FL 5 § on objectivity); and while the newest proposal is locked for a meeting, until the chair begins a new
 * one. */
bool criteria_use(struct casework *cw, const struct operation *op, int64_t number, int64_t round, struct error *err);

/* ---- what it would do */
/* A round's order as it stands under its own criteria, beside the one it would have under another version, adopted or
 * not: by what is handed in now, with the chair's moves, as an open proposal. Nothing is written. What the actor may
 * not see has no part in either. */
struct criteria_preview {
	int64_t before, after;   /* versions */
	struct comparison order; /* before: under the round's own */
	int lacking;             /* measures with a place that would lose it until they are scored again */
	int sheets;              /* handed in on what the actor sees, */
	int incomplete;          /* and those of them that would have to be completed */
};
/* year: as in ranking_load(). RIGHT_SEE; ERROR_MISSING: no such round or version. */
bool criteria_preview_load(
	struct casework *cw, int64_t number, int64_t round, int year, struct criteria_preview *out, struct error *err);
void criteria_preview_done(struct criteria_preview *preview);

/* Words for what a version is, and for what differs in a pair ("weight 10 → 15, step 2"), in the language chosen. */
const char *criteria_state_word(enum criteria_state state);
const char *criterion_difference(const struct criterion_pair *pair, struct arena *arena);

#endif
