/* The attest list: who may review instalments (granskning) and who may authorise them (beslutsattest), from a day to a
 * day and up to an amount. Checked inside the transaction of every review and authorisation. */
#ifndef KANSLI_CASEWORK_ATTEST_POWER_H
#define KANSLI_CASEWORK_ATTEST_POWER_H

#include "access.h"

struct attest_power {
	int64_t id, version, person;
	const char *login, *name, *step;      /* step: "review" or "decide" */
	const char *from_on, *to_on, *source; /* to_on NULL: until further notice */
	int64_t most_ore;                     /* of one instalment; MONEY_UNKNOWN: any amount */
	bool in_force;                        /* today */
};
struct attest_power_list {
	struct arena arena;
	struct attest_power *items; /* reviewers first, then Swedish order by name, then first day */
	int count;
};
bool attest_power_list_load(struct casework *cw, struct attest_power_list *out, struct error *err);
void attest_power_list_done(struct attest_power_list *list);

struct attest_power_change {
	int64_t person;
	const char *step, *from_on, *to_on, *source; /* to_on may be NULL */
	int64_t most_ore;                            /* MONEY_UNKNOWN: any amount */
};
/* RIGHT_ATTEST_LIST_PUT. ERROR_INVALID: a wrong value, or the person is on the list for that step in a part of the time
 * already. */
bool attest_power_add(struct casework *cw, const struct operation *op, const struct attest_power_change *change,
	int64_t *id, struct error *err);
/* The last day. */
bool attest_power_end(
	struct casework *cw, const struct operation *op, int64_t power, const char *last, struct error *err);
const char *attest_step_word(const char *step); /* "review", "authorise", in the language chosen */

/* Inside a change: the actor is on the list for the step today, for that amount. ERROR_DENIED says who is. */
struct change;
bool attest_power_require(struct change *change, const char *step, int64_t ore, struct error *err);

#endif
