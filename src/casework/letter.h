/* What stands in the paper of a decision beside the decision itself: which case, who decided it and where (FL 31 §),
 * what it replaces, and who gets it. */
#ifndef KANSLI_CASEWORK_LETTER_H
#define KANSLI_CASEWORK_LETTER_H

#include "casework.h"

/* Who differs from what was decided (FL 30 §): decided without agreeing, or took part without deciding. */
struct letter_reservation {
	const char *name, *text;
	bool dissent; /* avvikande mening */
};
struct letter {
	struct arena arena;
	int64_t decision, application;
	int n, measure_n, year, application_n;
	char number[80];             /* "EFF 12-2026" */
	const char *measure, *title; /* "12-2026.3", always with its year; what the measure is called */
	const char *own_number;      /* the applicant's; NULL: none */
	const char **regions;        /* by the ordinance's names, the lead first */
	int region_count;
	const char *kind, *provision; /* first correction change extension withdrawal leaving; NULL: not recorded */
	const char *leaving;          /* the region that leaves a joint measure; NULL */
	const char *deciders, *presenter, *others; /* NULL: not recorded; others "": nobody */
	const char *sitting_on;                    /* NULL: no sitting is named */
	int section, section_year;
	int64_t item; /* of the sitting; 0: none */
	struct letter_reservation *reservations;
	int reservation_count;
	int earlier_n, later_n; /* what it replaces, what replaces it; 0: none */
	const char *earlier_on, *later_on;
	const char **receivers; /* of the distribution lists; the applicants where there is none yet */
	int receiver_count;
};
/* n 0: the measure's newest decision. ERROR_MISSING: there is no such decision. RIGHT_SEE. */
bool letter_load(struct casework *cw, int64_t measure, int n, struct letter *out, struct error *err);
void letter_done(struct letter *letter);
/* Those of an item; item 0: none. In the arena. */
bool letter_reservations(struct store *store, int64_t item, struct arena *arena, struct letter_reservation **out,
	int *count, struct error *err);

#endif
