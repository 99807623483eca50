/* What a plan is held against, each a sentence with yes or no. Invariant: a check never changes and never stops
 * anything; the verbs do that. */
#include "casework/plan_inner.h"

#include "casework/decision_inner.h"
#include "casework/limit_words.h"

#include "base/buffer.h"
#include "base/words.h"

enum {
	CHECKS = sizeof(((struct plan *)0)->checks) / sizeof(struct plan_check),
	CHECKS_CONDITIONS = CHECKS - 5, /* the other checks, and what there was no room for */
};

/* Kept as a line of a list: without the full stop of a sentence. */
static void check_add(struct plan *plan, bool ok, const char *text)
{
	size_t bytes = strlen(text);

	if (plan->check_count == CHECKS)
		return;
	if (bytes && text[bytes - 1] == '.')
		bytes--;
	plan->checks[plan->check_count++] = (struct plan_check){ok, arena_text_part(&plan->arena, text, bytes)};
}

static void sum_check(struct plan *plan, const struct plan_head *head)
{
	struct money_years planned = {0};
	struct error err = {0};
	bool fits = true;

	for (int i = 0; i < plan->count; i++)
		if (plan->items[i].state != INSTALMENT_RETURNED)
			fits = money_years_add(&planned, plan->items[i].year, plan->items[i].ore) && fits;
	if (fits && money_years_planned(&head->granted, &planned, &err))
		check_add(plan, true, _("The sum equals the amount granted"));
	else
		check_add(plan, false, err.text);
}

/* A decision made after 2030 only changes what was granted in time: its rows have no last day. */
static void days_check(struct plan *plan, const struct plan_head *head)
{
	struct arena *arena = &plan->arena;
	bool open = strcmp(head->decided_on, ORDINANCE_LAST) > 0;

	for (int i = 0; i < plan->count; i++) {
		const struct instalment *row = &plan->items[i];
		bool before = strcmp(row->due_on, head->decided_on) < 0;

		if (!before && (open || strcmp(row->due_on, ORDINANCE_LAST) <= 0))
			continue;
		check_add(plan, false,
			open ? arena_format(arena, _("Row %d: %s is before the decision of %s"), row->n, row->due_on,
				       head->decided_on)
			     : arena_format(arena, _("Row %d: %s is not between the decision of %s and %s"), row->n,
				       row->due_on, head->decided_on, ORDINANCE_LAST));
		return;
	}
	check_add(plan, true,
		open ? arena_format(arena, _("All days are after the decision of %s"), head->decided_on)
		     : arena_format(arena, _("All days are after the decision of %s and not after %s"),
			       head->decided_on, ORDINANCE_LAST));
}

static void late_check(struct plan *plan)
{
	struct buffer numbers;
	bool late = false;

	buffer_init(&numbers);
	for (int i = 0; i < plan->count; i++) {
		if (!plan->items[i].late)
			continue;
		buffer_format(&numbers, "%s%d", late ? ", " : "", plan->items[i].n);
		late = true;
	}
	if (late)
		check_add(plan, false,
			arena_format(&plan->arena, _("The day has passed without payment: row %s"), numbers.text));
	else
		check_add(plan, true, _("No instalment is late"));
	buffer_done(&numbers);
}

static bool waits(const struct instalment *row)
{
	return row->state == INSTALMENT_CONDITION;
}

static bool waits_first(const struct plan *plan, int at)
{
	for (int i = 0; i < at; i++)
		if (waits(&plan->items[i]) && !strcmp(plan->items[i].condition, plan->items[at].condition))
			return false;
	return waits(&plan->items[at]);
}

/* Every row that waits for the same as row `at`. */
static void condition_add(struct plan *plan, int at)
{
	struct buffer numbers;

	buffer_init(&numbers);
	for (int i = at; i < plan->count; i++)
		if (waits(&plan->items[i]) && !strcmp(plan->items[i].condition, plan->items[at].condition))
			buffer_format(&numbers, "%s%d", i > at ? ", " : "", plan->items[i].n);
	check_add(plan, false,
		arena_format(&plan->arena, _("Row %s: the condition is not met: %s"), numbers.text,
			plan->items[at].condition));
	buffer_done(&numbers);
}

static void conditions_check(struct plan *plan)
{
	int told = 0, more = 0;

	for (int i = 0; i < plan->count; i++) {
		if (!waits_first(plan, i))
			continue;
		if (told == CHECKS_CONDITIONS)
			more++;
		else if (++told)
			condition_add(plan, i);
	}
	if (more)
		check_add(plan, false, arena_format(&plan->arena, _("%d more conditions are not met"), more));
	if (!told)
		check_add(plan, true, _("No row waits for a condition"));
}

/* The first year of the plan that is above a limit. */
static bool limits_check(struct casework *cw, const struct plan_head *head, struct plan *plan, struct error *err)
{
	const char *over = NULL;

	for (int i = 0; i < head->granted.count && !over; i++)
		if (!limit_words(cw, head->round, head->granted.items[i].year, &plan->arena, &over, err))
			return false;
	check_add(plan, !over, over ? over : _("No limit of the years of the plan is exceeded"));
	return true;
}

bool plan_checks_fill(struct casework *cw, const struct plan_head *head, struct plan *plan, struct error *err)
{
	sum_check(plan, head);
	days_check(plan, head);
	conditions_check(plan);
	late_check(plan);
	return limits_check(cw, head, plan, err);
}
