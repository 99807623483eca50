/* The payment plan of one measure as it is read. Invariant: sums count the rows of the newest version only. */
#include "casework/plan_inner.h"

#include "base/words.h"

static void head_read(struct rows *rows, struct arena *arena, struct plan_head *head)
{
	head->decision = rows_number_or(rows, "decision", 0);
	head->decided_on = rows_text(rows, "decided_on", arena);
	head->n = (int)rows_number(rows, "n");
	head->application = rows_number(rows, "application");
	head->year = (int)rows_number(rows, "year");
	head->application_n = (int)rows_number(rows, "application_n");
	head->round = rows_number(rows, "round");
	head->version = (int)rows_number_or(rows, "version", 0);
}

static bool granted_load(struct store *store, struct plan_head *head, struct error *err)
{
	bool fits = true;
	struct rows rows;

	if (!store_ask(store, SQL_DECISION_AMOUNTS, BINDS(BIND("decision", head->decision)), &rows, err))
		return false;
	while (rows_next(&rows))
		fits = money_years_add(&head->granted, (int)rows_number(&rows, "year"), rows_number(&rows, "ore")) &&
		       fits;
	if (!rows_done(&rows, err))
		return false;
	return fits || refuse(err, ERROR_FAILED,
			       _("The decision has amounts for too many years, or too large ones. Run kansli check."));
}

bool plan_head_load(struct store *store, struct arena *arena, int64_t measure, struct plan_head *out, struct error *err)
{
	struct plan_head head = {0};
	struct rows rows;
	bool found;

	if (!store_ask(store, SQL_PLAN_HEAD, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found)
		head_read(&rows, arena, &head);
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such measure."));
	if (head.decision && !granted_load(store, &head, err))
		return false;
	*out = head;
	return true;
}

static void plan_sum(struct plan *plan)
{
	struct money_sum planned = {0}, attested = {0}, paid = {0};

	for (int i = 0; i < plan->count; i++) {
		const struct instalment *row = &plan->items[i];

		if (row->state == INSTALMENT_RETURNED)
			continue;
		money_sum_add(&planned, row->ore);
		if (row->attested_at && !row->revoked_at)
			money_sum_add(&attested, row->ore);
		if (row->paid_on)
			money_sum_add(&paid, row->ore);
	}
	plan->planned_ore = planned.ore;
	plan->attested_ore = attested.ore;
	plan->paid_ore = paid.ore;
}

static bool rows_load(struct casework *cw, struct plan *plan, struct error *err)
{
	struct instalments found = {0};
	struct rows rows;

	if (!store_ask(
		    casework_store(cw), SQL_INSTALMENT_OF_MEASURE, BINDS(BIND("measure", plan->measure)), &rows, err) ||
		!instalments_read(cw, &rows, &plan->arena, &found, err))
		return false;
	plan->items = found.items;
	plan->count = found.count;
	plan_sum(plan);
	return true;
}

static bool plan_read(struct casework *cw, struct plan *plan, struct error *err)
{
	struct plan_head head;

	if (!plan_head_load(casework_store(cw), &plan->arena, plan->measure, &head, err))
		return false;
	if (!head.decision)
		return true;
	plan->decision = head.decision;
	plan->version = head.version;
	plan->granted_ore = head.granted.ore;
	return rows_load(cw, plan, err) && plan_checks_fill(cw, &head, plan, err);
}

bool plan_load(struct casework *cw, int64_t measure, struct plan *out, struct error *err)
{
	struct plan plan = {.measure = measure};
	struct store *store = casework_store(cw);
	bool loaded;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(store, err))
		return false;
	arena_init(&plan.arena);
	loaded = plan_read(cw, &plan, err);
	store_look_done(store);
	if (!loaded) {
		arena_done(&plan.arena);
		return false;
	}
	*out = plan;
	return true;
}

void plan_done(struct plan *plan)
{
	if (plan)
		arena_done(&plan->arena);
}
