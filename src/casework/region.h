/* The regions that may apply (2 §): which have, alone and with others, and all applications of one. Applying is
 * voluntary: a region that has not applied is late with nothing. */
#ifndef KANSLI_CASEWORK_REGION_H
#define KANSLI_CASEWORK_REGION_H

#include "application.h"

struct region_row {
	const char *code, *name, *short_name;
	int alone, led, joined; /* live applications: on its own, leading others, taking part */
};
struct region_list {
	struct arena arena;
	struct region_row *items; /* Swedish order; all of them */
	int count, applied;       /* applied: how many have an application */
};
/* round 0: all rounds. RIGHT_SEE. */
bool region_list_load(struct casework *cw, int64_t round, struct region_list *out, struct error *err);
void region_list_done(struct region_list *list);

/* One application that a region takes part in. */
struct region_case {
	const struct application_row *row; /* of the case, with its status */
	int64_t participant;
	bool lead;
	int participants;
	const char *own_number, *paper, *paper_on, *certified_on;
	const char *numbers; /* other numbers of the region here, parted by commas; NULL */
	int64_t share_ore;   /* of what is sought in live measures; MONEY_UNKNOWN: no share is written */
};
struct region_cases {
	struct arena arena;
	struct application_list rows;
	struct region_case *items; /* newest first */
	int count;
};
/* ERROR_MISSING: no region with the code. RIGHT_SEE. */
bool region_cases_load(struct casework *cw, const char *code, struct region_cases *out, struct error *err);
void region_cases_done(struct region_cases *cases);

#endif
