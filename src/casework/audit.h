/* For the auditor: who had which role when, who did what with money as of a day, who read marked papers, and a sample
 * of payments chosen by a stated rule and seed, so that anybody who runs it again gets the same. Scores and drafts are
 * in none of it. */
#ifndef KANSLI_CASEWORK_AUDIT_H
#define KANSLI_CASEWORK_AUDIT_H

#include "forecast.h"

struct audit_role {
	const char *person, *login, *role, *from_on, *to_on, *entered_at,
		*entered_by; /* entered_…: NULL at the founding */
};
struct audit_act {
	const char *at, *person;  /* person "": it was done at another office, and is not told */
	const char *what, *roles; /* what: "attest"; roles: those held that day, codes */
	int year, n, measure_n;   /* n 0: of no case; measure_n 0: of all of the application */
	int part;                 /* the number of the row, decision, version or money in; 0 none */
	const char *region;       /* whose account it is, or whose money; NULL: an act in a case */
	int64_t ore;              /* MONEY_UNKNOWN: no amount */
};
struct audit_reading {
	const char *at, *person;
	int year, n, document_n; /* 0: in the inbox */
};
struct audit {
	struct arena arena;
	struct audit_role *roles;
	struct audit_act *acts;
	struct audit_reading *readings;
	int role_count, act_count, reading_count;
};
struct audit_query {
	const char
		*as_of; /* roles held on the day, and what was done by its end; NULL: roles over all time, all acts */
	int64_t application; /* acts of one case; 0: all */
};
/* RIGHT_AUDIT. */
bool audit_load(struct casework *cw, const struct audit_query *query, struct audit *out, struct error *err);
void audit_done(struct audit *audit);
const char *audit_act_word(const char *what); /* "authorised", in the language chosen */

/* A sample of the rows, by amount: 10 mnkr and above, 1–10 mnkr, below. Each stratum gets rows in proportion to its
 * money, at least one, and no more than it has; within it by chance from the seed. */
enum { AUDIT_STRATA = 3 };
struct audit_sample {
	struct arena arena;
	const struct forecast_row **items; /* by stratum, then as in the list; borrowed */
	int *stratum;                      /* beside them */
	int count;
	int rows[AUDIT_STRATA], chosen[AUDIT_STRATA];
	int64_t ore[AUDIT_STRATA];
};
struct audit_drawing {
	bool all;       /* all that stand; else those paid */
	const char *on; /* paid: by the end of this ISO day; NULL: by now */
	int size;
	uint64_t seed;
};
/* Pure. */
void audit_sample_draw(const struct forecast *forecast, const struct audit_drawing *drawing, struct audit_sample *out);
void audit_sample_done(struct audit_sample *sample);

#endif
