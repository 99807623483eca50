/* Who may sign what, from a day to a day: the delegation's rules of procedure as data. Checked inside the transaction
 * by every verb that signs; without a power in force, and without the delegation's own decision, nothing is signed. */
#ifndef KANSLI_CASEWORK_POWER_H
#define KANSLI_CASEWORK_POWER_H

#include "access.h"

struct power {
	int64_t id, version;
	const char *what;                     /* a kind of clock, "respite" or "respite_refused" */
	const char *role;                     /* a role's code, or "delegation": then its decision is named */
	const char *from_on, *to_on, *source; /* to_on NULL: until further notice */
	bool in_force;                        /* today */
};
struct power_list {
	struct arena arena;
	struct power *items; /* by what, first day, role */
	int count;
};
bool power_list_load(struct casework *cw, struct power_list *out, struct error *err);
void power_list_done(struct power_list *list);

struct power_change {
	const char *what, *role, *from_on, *to_on, *source; /* to_on may be NULL */
};
/* RIGHT_POWER_PUT. ERROR_INVALID: a wrong value, or the role has the power in a part of that time already. */
bool power_add(struct casework *cw, const struct operation *op, const struct power_change *change, int64_t *id,
	struct error *err);
/* The last day. */
bool power_end(struct casework *cw, const struct operation *op, int64_t power, const char *last, struct error *err);
/* What may be signed: NULL-ended codes, in order. */
extern const char *const power_kinds[];

/* Inside a change: the actor's power to sign `what` on the day, *power its id; or 0 where the delegation's own decision
 * is named in `ref`, which takes RIGHT_DECISION_RECORD. ERROR_DENIED says who may. */
struct change;
bool power_require(
	struct change *change, const char *what, const char *on, const char *ref, int64_t *power, struct error *err);

#endif
