/* Payment plans made from a few words: half and half, by year, by milestone, each row to one recipient or in the shares
 * of a joint measure. For the casework room only. */
#ifndef KANSLI_CASEWORK_PLAN_TEMPLATE_H
#define KANSLI_CASEWORK_PLAN_TEMPLATE_H

#include "decision_inner.h"

/* Who is paid, and in what proportion. */
struct plan_parts {
	const char **codes;
	int64_t *weights; /* öre of the shares, or 1 each; 0: left the measure */
	int count;
};
/* The shares of the measure, of those among `recipients`; where none is written, equal parts. ERROR_INVALID names a
 * region whose share alone is not written. */
bool plan_parts_load(struct change *change, int64_t measure, const struct recipients *recipients,
	struct plan_parts *out, struct error *err);

/* The rows of a plan that pays `rest`, year by year to the öre, in the arena. Halves: the odd öre is in the first, and
 * what waits for the final report is what is paid last. Shares: öre that are left over go one each to the first of
 * `parts`. Days are working days within the payment year and not before the decision. ERROR_INVALID: milestones that
 * are not where the money is. */
bool plan_template_rows(const struct plan_template *template, const struct money_years *rest, const char *decided_on,
	const char *final_on, const struct plan_parts *parts, struct arena *arena, struct decision_instalment **rows,
	int *count, struct error *err);

#endif
