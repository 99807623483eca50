/* Rulings: an application, or one measure of it, is not tried but written off (avskrivning) or dismissed (avvisning).
 * Replaced by a later one and never changed; a later one may also take it away, and then it is tried after all. */
#ifndef KANSLI_CASEWORK_RULING_H
#define KANSLI_CASEWORK_RULING_H

#include "decision.h"

struct ruling_change {
	const char *kind;       /* written_off, dismissed; NULL: as the one that is replaced */
	int64_t measure;        /* 0: all of the application */
	const char *decided_on; /* ISO, not before the application came in */
	const char *provisions; /* which provisions were applied (FL 32 §) */
	const char *reasons;    /* which circumstances were decisive */
	int64_t replaces;       /* 0: none */
	const char *provision;  /* of one that replaces: FL 36, FL 37 or FL 38 */
	bool lifted;            /* this one takes the earlier away */
	int64_t item;           /* FL 31 §: the item of the sitting, or the three as typed */
	const char *deciders, *presenter, *others;
};
/* Refused where a measure it covers is decided, where another ruling stands, and without the five things of FL 31 §.
 * *warning (may be NULL) gets a sentence, in the arena, when a dismissal has not been communicated (FL 25 §).
 * RIGHT_DECISION_RECORD. */
bool ruling_record(struct casework *cw, const struct operation *op, int64_t application,
	const struct ruling_change *change, struct arena *arena, const char **warning, int64_t *id, struct error *err);

struct ruling {
	int64_t id, application, measure, item; /* measure and item 0: none */
	int year, application_n, measure_n, n;
	const char *lead;               /* the applicant, by the ordinance's name */
	const char *case_title, *title; /* title: the measure's, or NULL */
	const char *kind, *decided_on, *provisions, *reasons, *deciders, *presenter, *others, *provision;
	const char *sitting_on; /* NULL: no sitting is named */
	int section, section_year;
	int earlier_n, later_n; /* what it replaces, what replaces it; 0: none */
	const char *earlier_on, *later_on;
	bool lifted; /* takes the earlier one away */
	struct decision_sent sent;
	const char *recorded_by, *recorded_at;
};
struct ruling_list {
	struct arena arena;
	struct ruling *items; /* newest first */
	int count;
};
/* RIGHT_SEE. */
bool ruling_list_load(struct casework *cw, int64_t application, struct ruling_list *out, struct error *err);
void ruling_list_done(struct ruling_list *list);
/* Ruling n of the application; 0: its newest. ERROR_MISSING. */
bool ruling_find(struct casework *cw, int64_t application, int n, int64_t *id, struct error *err);
/* "written off", "dismissed"; "tried after all" of one that takes an earlier away. */
const char *ruling_words(const char *kind, bool lifted);

#endif
