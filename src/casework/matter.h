/* Matters that are not applications: the round itself, support with an analysis (SFS 2007:824 15 b §), requests for
 * documents, reports to the government, meetings, referrals. Numbered in the applications' series. */
#ifndef KANSLI_CASEWORK_MATTER_H
#define KANSLI_CASEWORK_MATTER_H

#include "casework.h"

struct matter {
	int64_t id, version, round, officer; /* 0: none */
	int year, n, documents;
	char number[80]; /* "EFF 31-2026" */
	const char *kind, *title, *opened_on, *round_name, *region, *region_short, *party, *about, *officer_name,
		*outcome, *registered_by, *registered_at, *closed_on; /* closed_on NULL: open */
	const char *wrong_why;                                        /* not NULL: registered by mistake */
	char wrong_to[80];                                            /* "" or the case its papers went to */
};
struct matter_list {
	struct arena arena;
	struct matter *items; /* newest number first */
	int count;
};
struct matter_query {
	int64_t id;       /* 0: all */
	const char *kind; /* NULL: all */
};
bool matter_list_load(
	struct casework *cw, const struct matter_query *query, struct matter_list *out, struct error *err);
void matter_list_done(struct matter_list *list);
/* "31", "31-2026", "EFF 31-2026" or another body's number. */
bool matter_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err);

struct matter_change {
	const char *kind, *title, *opened_on; /* kind: round, analysis, request, report, meeting, referral or other */
	const char *round;                    /* of a round's matter: its name; NULL otherwise */
	const char *region, *party, *about, *outcome;
	int64_t officer; /* 0: nobody yet */
};
struct matter_change matter_change_of(const struct matter *matter);
/* Gives the number: the next of the year it is opened. ERROR_INVALID names the field. RIGHT_MATTER_PUT. */
bool matter_open(struct casework *cw, const struct operation *op, const struct matter_change *change, int64_t *id,
	struct error *err);
/* What still stops a closing, in words; NULL: nothing. */
bool matter_open_ends(struct casework *cw, int64_t matter, struct arena *arena, const char **out, struct error *err);
/* Closes a matter: why, and what is archived, discarded or made a file note. on NULL: today. ERROR_INVALID: something
 * is open, or it is closed or registered by mistake. RIGHT_CASE_CLOSE. */
bool matter_close(struct casework *cw, const struct operation *op, int64_t matter, const char *on, const char *why,
	const char *kept, struct error *err);
bool matter_reopen(struct casework *cw, const struct operation *op, int64_t matter, const char *why, struct error *err);
bool matter_change(struct casework *cw, const struct operation *op, int64_t matter, const struct matter_change *change,
	struct error *err);

#endif
