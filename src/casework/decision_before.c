/* What the decision that is about to be replaced leaves behind. Invariant: what is authorised or paid stays, whichever
 * decision it was planned under, and what is withheld stays withheld. */
#include "casework/decision_inner.h"

#include "casework/grow.h"

#include "base/words.h"

static bool years_refuse(struct error *err)
{
	return refuse(err, ERROR_FAILED,
		_("The decision has amounts for too many years, or too large ones. Run kansli check."));
}

static bool valid_load(struct change *change, int64_t measure, struct decision_before *before, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_DECISION_VALID, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		before->id = rows_number(&rows, "id");
		before->n = (int)rows_number(&rows, "n");
		before->outcome = rows_text(&rows, "outcome", &change->arena);
		before->decided_on = rows_text(&rows, "decided_on", &change->arena);
	}
	return rows_done(&rows, err);
}

static bool granted_load(struct change *change, struct decision_before *before, struct error *err)
{
	bool fits = true;
	struct rows rows;

	if (!store_ask(change->store, SQL_DECISION_AMOUNTS, BINDS(BIND("decision", before->id)), &rows, err))
		return false;
	while (rows_next(&rows))
		fits = money_years_add(&before->granted, (int)rows_number(&rows, "year"), rows_number(&rows, "ore")) &&
		       fits;
	return rows_done(&rows, err) && (fits || years_refuse(err));
}

static bool row_stands(struct change *change, struct decision_before *before, struct standing_row row)
{
	GROW(&change->arena, before->rows, before->row_count);
	before->rows[before->row_count++] = row;
	return money_years_add(&before->standing, row.year, row.ore);
}

static bool standing_load(struct change *change, int64_t measure, struct decision_before *before, struct error *err)
{
	bool fits = true;
	struct rows rows;

	if (!store_ask(change->store, SQL_DECISION_STANDING, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	while (rows_next(&rows))
		fits = row_stands(change, before,
			       (struct standing_row){(int)rows_number(&rows, "n"), (int)rows_number(&rows, "year"),
				       (int)rows_number(&rows, "withheld"), rows_number(&rows, "ore"),
				       rows_bool(&rows, "paid")}) &&
		       fits;
	return rows_done(&rows, err) && (fits || years_refuse(err));
}

static void held_read(struct rows *rows, struct arena *arena, struct held_row *held)
{
	*held = (struct held_row){.instalment = rows_number(rows, "id"),
		.withholding = rows_number(rows, "withholding"),
		.final = rows_bool(rows, "final"),
		.values = {.due_on = rows_text(rows, "due_on", arena),
			.year = (int)rows_number(rows, "year"),
			.ore = rows_number(rows, "ore"),
			.recipient = rows_text(rows, "recipient", arena),
			.condition = rows_text(rows, "condition", arena),
			.met_on = rows_text(rows, "condition_met_on", arena)}};
}

static bool held_load(struct change *change, struct decision_before *before, struct error *err)
{
	bool fits = true;
	struct rows rows;

	if (!store_ask(change->store, SQL_DECISION_HELD, BINDS(BIND("decision", before->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct held_row *held;

		GROW(&change->arena, before->held, before->held_count);
		held = &before->held[before->held_count++];
		held_read(&rows, &change->arena, held);
		fits = row_stands(change, before,
			       (struct standing_row){(int)rows_number(&rows, "n"), held->values.year,
				       held->final ? 2 : 1, held->values.ore, false}) &&
		       fits;
	}
	return rows_done(&rows, err) && (fits || years_refuse(err));
}

static bool open_load(struct change *change, struct decision_before *before, struct error *err)
{
	struct plan_rows *open = &before->open;
	int kept = 0;

	if (!plan_rows_load(change, before->id, open, err))
		return false;
	for (int i = 0; i < open->count; i++)
		if (!open->items[i].attested && !open->items[i].withheld)
			open->items[kept++] = open->items[i];
	open->count = kept;
	return true;
}

static bool last_n_load(struct change *change, struct decision_before *before, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_PLAN_LAST_N, BINDS(BIND("decision", before->id)), &rows, err))
		return false;
	if (rows_next(&rows))
		before->last_n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

static bool points_load(struct change *change, struct decision_before *before, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_DECISION_POINT_TEXTS, BINDS(BIND("decision", before->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&change->arena, before->points, before->point_count);
		before->points[before->point_count++] = (struct before_point){
			rows_text(&rows, "key", &change->arena), rows_text(&rows, "text", &change->arena)};
	}
	return rows_done(&rows, err);
}

bool decision_before_load(struct change *change, int64_t measure, struct decision_before **out, struct error *err)
{
	struct decision_before *before = arena_take(&change->arena, sizeof *before);

	*before = (struct decision_before){0};
	if (!valid_load(change, measure, before, err))
		return false;
	if (before->id && (!granted_load(change, before, err) || !standing_load(change, measure, before, err) ||
				  !held_load(change, before, err) || !open_load(change, before, err) ||
				  !last_n_load(change, before, err) || !points_load(change, before, err)))
		return false;
	*out = before;
	return true;
}

const char *decision_before_text(const struct decision_before *before, const char *key)
{
	for (int i = 0; i < before->point_count; i++)
		if (!strcmp(before->points[i].key, key))
			return before->points[i].text;
	return "";
}
