/* Follow-up: what has come of the grant, in groups by payment year, applicant, type, area and route; criterion by
 * criterion; how long it takes; what is promised and achieved where it can be added up; reports; money claimed back.
 * All as known at the end of a day. What the actor may not see of points is taken out before anything is added up, and
 * counted. Sums per year, per region and so on end in the same sums as the ledger. */
#ifndef KANSLI_CASEWORK_FOLLOWUP_H
#define KANSLI_CASEWORK_FOLLOWUP_H

#include "ledger.h"
#include "programme.h"

struct follow_group {
	const char *code, *name;    /* "2027", "23", "efficiency"; in the language chosen; "" where nothing is said */
	int applications, measures; /* that are not withdrawn */
	int granted, refused, ruled, open, withdrawn; /* measures; granted: in full or in part */
	int unknown;                                  /* measures of which an amount sought is unknown */
	int64_t sought, granted_ore, planned, unplanned, paid, stopped, withheld, claimed, repaid, remitted, voluntary,
		interest;
	int64_t share_sought;        /* of granted and refused measures only: sought, beside granted_ore */
	int takes_part;              /* applications the region takes part in, its own among them */
	int64_t to_planned, to_paid; /* to the region as receiver, in the plans as they stand */
	int64_t shares;              /* of granted joint measures, as written */
};
struct follow_groups {
	struct follow_group *items;
	int count;
};
enum follow_by { FOLLOW_YEAR, FOLLOW_REGION, FOLLOW_TYPE, FOLLOW_AREA, FOLLOW_EFFECT };
enum { FOLLOW_BYS = 5 };

struct follow_criterion {
	const char *id, *name;
	int granted, refused;         /* measures behind the means */
	int granted_100, refused_100; /* mean step, hundredths; -1: none */
};
struct follow_times {                                     /* whole days from arrival until every measure is decided */
	int decided, open, median, lower, upper, longest; /* open: applications; without decided: 0 */
	int open_longest;                                 /* how many days the oldest open one has waited */
};
struct follow_effect { /* of granted measures */
	const char *code, *name;
	int measures, hours_told;
	int64_t hours;          /* staff hours freed a year, promised */
	int kronor_told, other; /* indicators in kronor; in other units, which are never added up */
	int64_t promised,
		achieved; /* öre between baseline and target, and between baseline and achieved, whichever way */
	int achieved_told;
};
struct follow_reports { /* of one kind */
	const char *kind;
	int due, in_time, late_in, missing, not_yet, approved, sent_back, waiting;
};
struct follow_claim {
	const char *ground; /* "18.2" */
	int claims;
	int64_t ore, reduced;
};
struct followup {
	struct arena arena;
	const char *as_of, *round_name; /* round_name NULL: all */
	bool past;                      /* a day that has passed */
	struct follow_groups by[FOLLOW_BYS];
	struct follow_group sum;
	struct follow_criterion *criteria;
	int criterion_count, hidden; /* hidden: measures left out of the criteria */
	struct follow_times times;
	struct follow_effect *effects;
	int effect_count;
	struct follow_reports reports[2]; /* partial, final */
	struct follow_claim *claims;
	int claim_count;
};
/* round 0: all; as_of NULL: today. RIGHT_SEE. */
bool followup_load(struct casework *cw, int64_t round, const char *as_of, struct followup *out, struct error *err);
void followup_done(struct followup *followup);
/* Median and quartiles of sorted days, by the nearest rank; pure. */
int follow_quantile(const int *days, int count, int quarter);
/* "4 200 000" with unit "kr", "tkr" or "mnkr" as öre; false: the unit is none of money. Pure. */
bool follow_kronor(const char *value, const char *unit, int64_t *ore);

#endif
