/* Recording that instalments are withheld. Invariant: what is withheld is whole rows of the plan that are neither paid
 * nor on their way, and the plan's sums are the same before and after. */
#include "casework/withholding.h"
#include "casework/bar.h"
#include "casework/decided.h"
#include "casework/decision_inner.h"
#include "casework/field.h"
#include "casework/ledger.h"

#include "base/text.h"
#include "base/words.h"

/* A row as it stands. */
struct stopping_row {
	struct plan_of plan; /* the version before */
	struct decision_instalment values;
	const char *met_on;
	int64_t id, ore; /* what of it is withheld */
	int n;
	bool attested, sealed, paid, withheld;
};
struct stopping {
	struct change *change;
	struct withholding_change values;
	struct decided decided;
	struct stopping_row *rows;
	int64_t measure, application, ore;
	int n, next_row;
	const char *first_on;
};

#define FIELD_AT(member) offsetof(struct withholding_change, member)
static const struct field fields[] = {
	{"evidence", N_("What shows it"), FIELD_TEXT, .needed = true, .at = FIELD_AT(evidence)},
	{"decided_on", N_("Day of the decision"), FIELD_PAST, .needed = true, .at = FIELD_AT(decided_on)},
	{"reasons", N_("Reasons"), FIELD_TEXT, .needed = true, .at = FIELD_AT(reasons)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static bool measure_load(struct stopping *stopping, struct error *err)
{
	struct change *change = stopping->change;
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_WITHHOLDING_MEASURE, BINDS(BIND("measure", stopping->measure)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		stopping->application = rows_number(&rows, "application");
		stopping->n = (int)rows_number(&rows, "next_n");
		stopping->next_row = (int)rows_number(&rows, "next_row");
		stopping->first_on = rows_text(&rows, "decided_on", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such measure. Nothing was saved."));
	if (!stopping->first_on)
		return refuse(err, ERROR_INVALID,
			_("Nothing has been granted for the measure, so there is nothing to withhold."));
	return bar_free(change->cw, stopping->application, err);
}

static bool values_read(struct stopping *stopping, struct error *err)
{
	struct withholding_change *values = &stopping->values;
	const struct decided typed = {values->item, values->deciders, values->presenter, values->others};

	if (!text_same(values->ground, "17.1") && !text_same(values->ground, "17.2"))
		return refuse(err, ERROR_INVALID,
			_("'%s' is no ground for withholding. There are: 17.1 (granted on wrong grounds or too high) "
			  "and "
			  "17.2 (a condition has not been followed)."),
			values->ground ? values->ground : "");
	if (!form_clean(stopping->change->cw, &form, values, &stopping->change->arena, NULL, err))
		return false;
	if (strcmp(values->decided_on, stopping->first_on) < 0)
		return refuse(err, ERROR_INVALID, _("%s is before the grant was decided, on %s. Nothing was saved."),
			values->decided_on, stopping->first_on);
	if (values->count < 1)
		return refuse(err, ERROR_INVALID, _("Say which rows of the plan are withheld. Nothing was saved."));
	return decided_read(
		       stopping->change, &typed, stopping->application, values->decided_on, &stopping->decided, err) &&
	       decided_of(&stopping->decided, stopping->measure, err);
}

static void row_read(struct rows *rows, struct arena *arena, struct stopping_row *row)
{
	row->id = rows_number(rows, "id");
	row->plan.decision = rows_number(rows, "decision");
	row->plan.version = (int)rows_number(rows, "plan_version");
	row->values.due_on = rows_text(rows, "due_on", arena);
	row->values.year = (int)rows_number(rows, "year");
	row->values.ore = rows_number(rows, "ore");
	row->values.recipient = rows_text(rows, "recipient", arena);
	row->values.condition = rows_text(rows, "condition", arena);
	row->met_on = rows_text(rows, "condition_met_on", arena);
	row->attested = rows_bool(rows, "attested");
	row->sealed = rows_bool(rows, "sealed");
	row->paid = rows_bool(rows, "paid");
	row->withheld = rows_bool(rows, "withheld");
}

static bool row_load(struct stopping *stopping, int n, struct stopping_row *row, struct error *err)
{
	struct change *change = stopping->change;
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_WITHHOLDING_ROW, BINDS(BIND("measure", stopping->measure), BIND("n", n)),
		    &rows, err))
		return false;
	found = rows_next(&rows);
	if (found)
		row_read(&rows, &change->arena, row);
	row->n = n;
	row->plan.measure = stopping->measure;
	row->plan.application = stopping->application;
	return rows_done(&rows, err) &&
	       (found || refuse(err, ERROR_MISSING, _("Row %d does not stand in the measure's payment plan."), n));
}

static bool row_may_stop(const struct stopping_row *row, struct error *err)
{
	char has[MONEY_TEXT], wants[MONEY_TEXT];

	if (row->paid)
		return refuse(err, ERROR_INVALID,
			_("Row %d is paid. What has been paid is reclaimed (18–19 §§), not withheld."), row->n);
	if (row->sealed)
		return refuse(err, ERROR_INVALID,
			_("Row %d is in a sealed payment file and on its way. Stop it at the bank; if it comes back, "
			  "record "
			  "that first. Nothing was saved."),
			row->n);
	if (row->withheld)
		return refuse(err, ERROR_INVALID,
			_("Row %d is withheld already. Lift that decision first, if this one is to hold instead."),
			row->n);
	if (row->ore < 1 || row->ore > row->values.ore)
		return refuse(err, ERROR_INVALID, _("Row %d is %s, so %s of it cannot be withheld. Nothing was saved."),
			row->n, money_words(row->values.ore, has), money_words(row->ore, wants));
	if (row->ore < row->values.ore && row->attested)
		return refuse(err, ERROR_INVALID,
			_("Row %d is reviewed or authorised and cannot be split. Take the attest back first, or "
			  "withhold the "
			  "whole row."),
			row->n);
	return true;
}

static bool rows_load(struct stopping *stopping, struct error *err)
{
	const struct withholding_change *values = &stopping->values;
	struct money_sum sum = {0};

	stopping->rows = arena_take(&stopping->change->arena, (size_t)values->count * sizeof *stopping->rows);
	for (int i = 0; i < values->count; i++) {
		struct stopping_row *row = &stopping->rows[i];

		if (!row_load(stopping, values->parts[i].n, row, err))
			return false;
		row->ore = values->parts[i].ore ? values->parts[i].ore : row->values.ore;
		for (int j = 0; j < i; j++)
			if (stopping->rows[j].id == row->id)
				return refuse(
					err, ERROR_INVALID, _("Row %d is there twice. Nothing was saved."), row->n);
		if (!row_may_stop(row, err))
			return false;
		money_sum_add(&sum, row->ore);
	}
	stopping->ore = sum.ore;
	return true;
}

/* What is left of a split row keeps its number; what is withheld becomes a row of its own, alike but for the amount. */
static bool row_split(struct stopping *stopping, struct stopping_row *row, struct error *err)
{
	struct change *change = stopping->change;
	const char *before = change_facts(change, OBJECT_INSTALMENT, row->id, err);
	struct decision_instalment left = row->values, stopped = row->values;
	struct plan_of plan = row->plan;

	left.ore = row->values.ore - row->ore;
	stopped.ore = row->ore;
	plan.version++;
	if (!before || !instalment_book(change, &plan, row->id, &row->values, LEDGER_DUE, LEDGER_UNPLANNED, err) ||
		!instalment_book(change, &plan, row->id, &left, LEDGER_UNPLANNED, LEDGER_DUE, err) ||
		!store_run(change->store, SQL_INSTALMENT_UPDATE,
			BINDS(BIND("id", row->id), BIND("due_on", left.due_on), BIND("year", left.year),
				BIND("ore", left.ore), BIND("recipient", left.recipient),
				BIND("condition", left.condition), BIND("made_by", casework_actor(change->cw))),
			err) ||
		!change_record(change, OBJECT_INSTALMENT, row->id, plan.application, before, err) ||
		!instalment_add(change, &plan, stopping->next_row, &stopped, NULL, err))
		return false;
	row->n = stopping->next_row++;
	row->values = stopped;
	return true;
}

/* The id of the new row, and its condition met as it was. */
static bool split_settle(struct stopping *stopping, struct stopping_row *row, struct error *err)
{
	struct change *change = stopping->change;
	struct stopping_row made = {0};
	const char *before;

	if (!row_load(stopping, row->n, &made, err))
		return false;
	row->id = made.id;
	if (!row->met_on)
		return true;
	before = change_facts(change, OBJECT_INSTALMENT, row->id, err);
	return before &&
	       store_run(change->store, SQL_INSTALMENT_MEET, BINDS(BIND("id", row->id), BIND("met_on", row->met_on)),
		       err) &&
	       change_record(change, OBJECT_INSTALMENT, row->id, stopping->application, before, err);
}

/* A new version of each plan that a row is split in, once. */
static bool plan_split(struct stopping *stopping, int at, struct error *err)
{
	struct stopping_row *row = &stopping->rows[at];
	struct change *change = stopping->change;
	const char *before = change_facts(change, OBJECT_PLAN, row->plan.decision, err);

	if (!before || !plan_version_add(change, row->plan.decision, row->plan.version + 1,
			       _("A part is withheld by the delegation's decision (17 §)."), err))
		return false;
	for (int i = at; i < stopping->values.count; i++) {
		struct stopping_row *other = &stopping->rows[i];

		if (other->plan.decision == row->plan.decision && other->ore < other->values.ore &&
			(!row_split(stopping, other, err) || !split_settle(stopping, other, err)))
			return false;
	}
	return change_record(change, OBJECT_PLAN, row->plan.decision, stopping->application, before, err);
}

static bool rows_stop(struct stopping *stopping, int64_t id, struct error *err)
{
	enum ledger_account target = stopping->values.final ? LEDGER_WITHDRAWN : LEDGER_STOPPED;

	for (int i = 0; i < stopping->values.count; i++) {
		const struct stopping_row *row = &stopping->rows[i];

		if (!store_run(stopping->change->store, SQL_WITHHOLDING_ROW_INSERT,
			    BINDS(BIND("withholding", id), BIND("instalment", row->id)), err) ||
			!ledger_book(stopping->change,
				&(struct ledger_move){stopping->measure, row->values.year, LEDGER_DUE, target, row->ore,
					LEDGER_BY_WITHHOLDING, id},
				err))
			return false;
	}
	return true;
}

static bool stopping_write(struct stopping *stopping, int64_t *id, struct error *err)
{
	const struct withholding_change *values = &stopping->values;
	const struct decided *decided = &stopping->decided;
	struct change *change = stopping->change;

	for (int i = 0; i < values->count; i++)
		if (stopping->rows[i].ore < stopping->rows[i].values.ore && !plan_split(stopping, i, err))
			return false;
	if (!store_run(change->store, SQL_WITHHOLDING_INSERT,
		    BINDS(BIND("measure", stopping->measure), BIND("n", stopping->n), BIND("ground", values->ground),
			    BIND("evidence", values->evidence), BIND("final", values->final),
			    BIND("ore", stopping->ore), BIND("decided_on", values->decided_on),
			    BIND("item", decided->item ? decided->item : MONEY_UNKNOWN),
			    BIND("deciders", decided->deciders), BIND("presenter", decided->presenter),
			    BIND("others", decided->others), BIND("reasons", values->reasons),
			    BIND("recorded_by", casework_actor(change->cw)),
			    BIND("recorded_at", (const char *)change->now)),
		    err))
		return false;
	*id = store_last_id(change->store);
	return rows_stop(stopping, *id, err) &&
	       change_record(change, OBJECT_WITHHOLDING, *id, stopping->application, NULL, err);
}

bool withholding_record(struct casework *cw, const struct operation *op, int64_t measure,
	const struct withholding_change *typed, int64_t *id, struct error *err)
{
	struct change change;
	struct stopping stopping = {.change = &change, .values = *typed, .measure = measure};
	int64_t made = 0;

	if (!change_begin(&change, cw, op, "withholding-record", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!may(cw, RIGHT_DECISION_RECORD, RELATION_NONE, err) || !measure_load(&stopping, err) ||
		!values_read(&stopping, err) || !rows_load(&stopping, err) || !stopping_write(&stopping, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = made;
	return true;
}
