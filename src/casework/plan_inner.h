/* What the files that read payment plans share, for the casework room only. */
#ifndef KANSLI_CASEWORK_PLAN_INNER_H
#define KANSLI_CASEWORK_PLAN_INNER_H

#include "money_years.h"
#include "payment.h"

struct plan_head {
	int64_t decision, application, round; /* decision 0: no granting decision */
	const char *decided_on;
	int version, year, application_n, n;
	struct money_years granted;
};
/* ERROR_MISSING: no such measure. */
bool plan_head_load(
	struct store *store, struct arena *arena, int64_t measure, struct plan_head *out, struct error *err);

/* Grows; the caller's arena owns the rows. */
struct instalments {
	struct instalment *items;
	int count;
	size_t room;
};
/* Reads the rest of the answer, and ends the asking. */
bool instalments_read(
	struct casework *cw, struct rows *rows, struct arena *arena, struct instalments *out, struct error *err);

/* Fills plan->checks from the rows and the head; the budget is read here. */
bool plan_checks_fill(struct casework *cw, const struct plan_head *head, struct plan *plan, struct error *err);

#endif
