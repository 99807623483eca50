/* Measures (9 § 3): what support is given to, with amounts per payment year. */
#ifndef KANSLI_CASEWORK_MEASURE_H
#define KANSLI_CASEWORK_MEASURE_H

#include "access.h"

enum { MEASURE_YEARS = 12 };
/* Öre per payment year; only years with a row are listed. MONEY_UNKNOWN: there is a row, its amount is unknown. */
struct year_amount {
	int year;
	int64_t cost_ore, sought_ore, granted_ore; /* MONEY_UNKNOWN also where there is no such row: see has_* */
	bool has_cost, has_sought, has_granted;
};
struct measure {
	int64_t id, version, application;
	int year, application_n, n; /* year and n of the application */
	const char *title, *description, *achieve, *type, *area, *effect, *tags, *from_on, *to_on, *form,
		*other_support, *lasting, *withdrawn_on, *withdrawn_why;
	bool invented;
	struct year_amount years[MEASURE_YEARS];
	int year_count;
	int64_t cost_ore, sought_ore, granted_ore; /* totals; MONEY_UNKNOWN when a part is unknown or there is none */
	const char *outcome, *decision_kind;       /* of the valid decision, or NULL; kind as in decision.h */
	const char *ruling;                        /* written_off, dismissed; NULL: it is tried */
	int assignments, submitted;                /* assessors, and how many have handed in */
	unsigned relation;                         /* the actor's */
	bool points_seen;                          /* false: the points are hidden from the actor ("dold") */
};
struct measure_list {
	struct arena arena;
	struct measure *items; /* by n, the withdrawn ones too */
	int count;
};
bool measure_list_load(struct casework *cw, int64_t application, struct measure_list *out, struct error *err);
void measure_list_done(struct measure_list *list);
/* One measure in a list of one. */
bool measure_load(struct casework *cw, int64_t id, struct measure_list *out, struct error *err);

struct measure_amount {
	int year;
	bool has_cost, has_sought;
	int64_t cost_ore, sought_ore; /* MONEY_UNKNOWN: known to be there, amount unknown */
};
struct measure_change {
	const char *title, *description, *achieve, *type, *area, *effect, *tags, *from_on, *to_on, *form,
		*other_support,
		*lasting; /* "" or NULL where there is none; type, area, effect, form and tags are word codes */
	const struct measure_amount *amounts; /* all of them: a year left out has no amounts afterwards */
	int amount_count;
	bool invented;
};
/* sought ≤ cost in total (refused), per year (allowed, the caller may warn). Refused once the measure is decided. */
bool measure_add(struct casework *cw, const struct operation *op, int64_t application,
	const struct measure_change *change, int64_t *id, struct error *err);
bool measure_change(struct casework *cw, const struct operation *op, int64_t measure,
	const struct measure_change *change, struct error *err);
bool measure_withdraw(struct casework *cw, const struct operation *op, int64_t measure, const char *on, const char *why,
	struct error *err);

#endif
