/* The next version of a plan. Invariant: what is authorised stays as it is, each year's sum stays what was granted, and
 * a condition of the decision that is not met keeps holding back as much money as before. */
#include "casework/bar.h"
#include "casework/decision_inner.h"
#include "casework/plan_inner.h"
#include "casework/plan_template.h"

#include "base/text.h"
#include "base/words.h"

struct planning {
	struct change *change;
	struct plan_head head;
	struct plan_rows rows;      /* as they stand */
	struct money_years earlier; /* authorised under decisions that have been replaced */
	struct recipients recipients;
	struct decision_instalment *wanted; /* as typed, made whole */
	struct plan_row **keeps;            /* which standing row each is; NULL: a new one */
	int count, version;
	int64_t measure;
	const char *why;
};

/* What is authorised, and what the delegation has decided to withhold. */
static bool row_stays(const struct plan_row *row)
{
	return row->locked || row->withheld;
}

static const char *row_stays_words(const struct plan_row *row)
{
	if (row->withheld)
		return _("Row %d is withheld by the delegation's decision (17 §) and stays as it is. Change the other "
			 "rows; nothing was saved.");
	return row->attested
		       ? _("Row %d is authorised and stays as it is. Change the other rows; nothing was saved.")
		       : _("Row %d is reviewed and stays as it is. Take the review back first; nothing was saved.");
}

static struct plan_row *row_standing(struct planning *planning, int n)
{
	for (int i = 0; i < planning->rows.count; i++)
		if (planning->rows.items[i].n == n)
			return &planning->rows.items[i];
	return NULL;
}

static bool row_same(const struct decision_instalment *a, const struct decision_instalment *b)
{
	return !strcmp(a->due_on, b->due_on) && a->year == b->year && a->ore == b->ore &&
	       !strcmp(a->recipient, b->recipient) && !strcmp(a->condition, b->condition);
}

static bool row_place(struct planning *planning, int at, int n, struct error *err)
{
	struct plan_row *row = n ? row_standing(planning, n) : NULL;

	if (n && !row)
		return refuse(err, ERROR_MISSING, _("There is no row %d in version %d of the plan. Nothing was saved."),
			n, planning->head.version);
	for (int i = 0; row && i < at; i++)
		if (planning->keeps[i] == row)
			return refuse(err, ERROR_INVALID, _("Row %d is there twice. Nothing was saved."), n);
	if (row && row_stays(row) && !row_same(&row->values, &planning->wanted[at]))
		return refuse(err, ERROR_INVALID, row_stays_words(row), n);
	if (row && row->dead) { /* a new row takes its place */
		if (!strcmp(row->values.condition, planning->wanted[at].condition))
			planning->wanted[at].met_on = row->values.met_on;
		row = NULL;
	}
	planning->keeps[at] = row;
	return true;
}

static bool rows_read(struct planning *planning, const struct instalment_change *typed, int count, struct error *err)
{
	struct arena *arena = &planning->change->arena;
	struct plan_frame frame = {
		arena, planning->change->cw, planning->head.decided_on, &planning->recipients, &planning->head.granted};

	planning->count = count;
	planning->wanted = arena_take(arena, ((size_t)count + 1) * sizeof *planning->wanted);
	planning->keeps = arena_take(arena, ((size_t)count + 1) * sizeof *planning->keeps);
	for (int i = 0; i < count; i++)
		if (!plan_row_read(
			    &frame, typed[i].n ? typed[i].n : i + 1, &typed[i].values, &planning->wanted[i], err) ||
			!row_place(planning, i, typed[i].n, err))
			return false;
	return true;
}

static bool row_kept(const struct planning *planning, const struct plan_row *row)
{
	for (int i = 0; i < planning->count; i++)
		if (planning->keeps[i] == row)
			return true;
	return false;
}

/* What stands whatever the next version says. */
static bool staying_sum(const struct planning *planning, struct money_years *out)
{
	bool fits = true;

	*out = planning->earlier;
	for (int i = 0; i < planning->rows.count; i++) {
		const struct plan_row *row = &planning->rows.items[i];

		if (row_stays(row))
			fits = money_years_add(out, row->values.year, row->values.ore) && fits;
	}
	return fits;
}

static bool sums_stand(const struct planning *planning, struct error *err)
{
	struct money_years planned;
	bool fits = staying_sum(planning, &planned);

	for (int i = 0; i < planning->count; i++)
		if (!planning->keeps[i] || !row_stays(planning->keeps[i]))
			fits = money_years_add(&planned, planning->wanted[i].year, planning->wanted[i].ore) && fits;
	if (!fits)
		return refuse(err, ERROR_INVALID,
			_("There are amounts for more than %d years, or larger than any amount can be."), MONEY_YEARS);
	return money_years_planned(&planning->head.granted, &planned, err);
}

/* Öre that wait for the condition of standing row `like`, before and after. */
static int64_t held_before(const struct planning *planning, const struct plan_row *like)
{
	struct money_sum sum = {0};

	for (int i = 0; i < planning->rows.count; i++) {
		const struct plan_row *row = &planning->rows.items[i];

		if (!row_stays(row) && !row->dead && !row->met &&
			!strcmp(row->values.condition, like->values.condition))
			money_sum_add(&sum, row->values.ore);
	}
	return sum.ore;
}

static int64_t held_after(const struct planning *planning, const struct plan_row *like)
{
	struct money_sum sum = {0};

	for (int i = 0; i < planning->count; i++) {
		const struct plan_row *row = planning->keeps[i];
		bool free = planning->wanted[i].met_on ||
			    (row && (row_stays(row) || (row->met && !strcmp(row->values.condition,
									    planning->wanted[i].condition))));

		if (!free && !strcmp(planning->wanted[i].condition, like->values.condition))
			money_sum_add(&sum, planning->wanted[i].ore);
	}
	return sum.ore;
}

/* Conditions are the decision's (14 § 7): only a new decision takes one away. */
static bool conditions_stand(const struct planning *planning, struct error *err)
{
	char before[MONEY_TEXT], after[MONEY_TEXT];

	for (int i = 0; i < planning->rows.count; i++) {
		const struct plan_row *row = &planning->rows.items[i];
		int64_t was, is;

		if (row_stays(row) || row->dead || row->met || !row->values.condition[0])
			continue;
		was = held_before(planning, row);
		is = held_after(planning, row);
		if (is < was)
			return refuse(err, ERROR_INVALID,
				_("The condition '%s' is the decision's and holds back %s; in this plan it holds back "
				  "only %s. A "
				  "condition is taken away by a new decision."),
				row->values.condition, money_words(was, before), money_words(is, after));
	}
	return true;
}

static struct plan_of plan_of(const struct planning *planning)
{
	return (struct plan_of){
		planning->measure, planning->head.application, planning->head.decision, planning->version};
}

static bool row_book(struct planning *planning, const struct plan_row *row, const struct decision_instalment *values,
	enum ledger_account source, enum ledger_account target, struct error *err)
{
	struct plan_of plan = plan_of(planning);

	return instalment_book(planning->change, &plan, row->id, values, source, target, err);
}

static bool row_change(struct planning *planning, const struct plan_row *row, const struct decision_instalment *values,
	struct error *err)
{
	struct change *change = planning->change;
	const char *before;

	if (row_stays(row) || row_same(&row->values, values))
		return true;
	before = change_facts(change, OBJECT_INSTALMENT, row->id, err);
	return before && row_book(planning, row, &row->values, LEDGER_DUE, LEDGER_UNPLANNED, err) &&
	       row_book(planning, row, values, LEDGER_UNPLANNED, LEDGER_DUE, err) &&
	       store_run(change->store, SQL_INSTALMENT_UPDATE,
		       BINDS(BIND("id", row->id), BIND("due_on", values->due_on), BIND("year", values->year),
			       BIND("ore", values->ore), BIND("recipient", values->recipient),
			       BIND("condition", values->condition), BIND("made_by", casework_actor(change->cw))),
		       err) &&
	       change_record(change, OBJECT_INSTALMENT, row->id, planning->head.application, before, err);
}

static bool row_end(struct planning *planning, const struct plan_row *row, struct error *err)
{
	struct change *change = planning->change;
	const char *before;

	if (row_stays(row) || row_kept(planning, row))
		return true;
	before = change_facts(change, OBJECT_INSTALMENT, row->id, err);
	return before && (row->returned || row_book(planning, row, &row->values, LEDGER_DUE, LEDGER_UNPLANNED, err)) &&
	       store_run(change->store, SQL_INSTALMENT_END,
		       BINDS(BIND("id", row->id), BIND("until", planning->version)), err) &&
	       change_record(change, OBJECT_INSTALMENT, row->id, planning->head.application, before, err);
}

static bool last_n(struct planning *planning, int *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(planning->change->store, SQL_PLAN_LAST_N, BINDS(BIND("decision", planning->head.decision)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		*out = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

static bool rows_write(struct planning *planning, struct error *err)
{
	struct plan_of plan = plan_of(planning);
	int n = 0;

	if (!last_n(planning, &n, err))
		return false;
	for (int i = 0; i < planning->rows.count; i++)
		if (!row_end(planning, &planning->rows.items[i], err))
			return false;
	for (int i = 0; i < planning->count; i++) {
		const struct decision_instalment *values = &planning->wanted[i];

		if (planning->keeps[i] ? !row_change(planning, planning->keeps[i], values, err)
				       : !instalment_add(planning->change, &plan, ++n, values, NULL, err))
			return false;
	}
	return true;
}

static bool plan_write(struct planning *planning, struct error *err)
{
	struct change *change = planning->change;
	const struct plan_head *head = &planning->head;
	const char *before = change_facts(change, OBJECT_PLAN, head->decision, err);

	planning->version = head->version + 1;
	return before && plan_version_add(change, head->decision, planning->version, planning->why, err) &&
	       rows_write(planning, err) &&
	       change_record(change, OBJECT_PLAN, head->decision, head->application, before, err);
}

static bool earlier_load(struct planning *planning, struct error *err)
{
	bool fits = true;
	struct rows rows;

	if (!store_ask(planning->change->store, SQL_PLAN_EARLIER,
		    BINDS(BIND("measure", planning->measure), BIND("decision", planning->head.decision)), &rows, err))
		return false;
	while (rows_next(&rows))
		fits = money_years_add(
			       &planning->earlier, (int)rows_number(&rows, "year"), rows_number(&rows, "ore")) &&
		       fits;
	return rows_done(&rows, err) &&
	       (fits ||
		       refuse(err, ERROR_FAILED,
			       _("The decision has amounts for too many years, or too large ones. Run kansli check.")));
}

static bool planning_begin(struct planning *planning, int64_t measure, const char *why, struct error *err)
{
	struct change *change = planning->change;
	struct error inner = {0};

	planning->measure = measure;
	if (!plan_head_load(change->store, &change->arena, measure, &planning->head, err))
		return false;
	if (!planning->head.decision)
		return refuse(
			err, ERROR_MISSING, _("The measure has no granting decision, so it has no payment plan."));
	if (!bar_free(change->cw, planning->head.application, err) ||
		!change_fresh(change, OBJECT_PLAN, planning->head.decision, planning->head.version, err))
		return false;
	if (!text_clean(&change->arena, why ? why : "", why ? strlen(why) : 0, false, &planning->why, &inner))
		return refuse(err, inner.kind, _("Reason: %s"), inner.text);
	return plan_rows_load(change, planning->head.decision, &planning->rows, err) && earlier_load(planning, err) &&
	       recipients_load(change, planning->head.application, &planning->recipients, err) &&
	       recipients_stay(change, measure, &planning->recipients, err);
}

/* What is typed, held against what stands, and written. */
static bool planning_end(struct planning *planning, const struct instalment_change *rows, int count, struct error *err)
{
	return rows_read(planning, rows, count, err) && sums_stand(planning, err) && conditions_stand(planning, err) &&
	       plan_write(planning, err);
}

bool plan_put(struct casework *cw, const struct operation *op, int64_t measure, const struct instalment_change *rows,
	int count, const char *why, struct error *err)
{
	struct change change;
	struct planning planning = {.change = &change};

	if (!change_begin(&change, cw, op, "plan-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_PLAN_PUT, RELATION_NONE, err) || !planning_begin(&planning, measure, why, err) ||
		!planning_end(&planning, rows, count, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* What no row that stays pays, in rows made from the template. */
static bool template_write(
	struct planning *planning, const struct plan_template *template, const char *final_on, struct error *err)
{
	struct change *change = planning->change;
	struct decision_instalment *made;
	struct instalment_change *rows;
	struct money_years staying, rest;
	struct plan_parts parts;
	int count;

	if (!staying_sum(planning, &staying) || !money_years_rest(&planning->head.granted, &staying, &rest, err) ||
		!plan_parts_load(change, planning->measure, &planning->recipients, &parts, err) ||
		!plan_template_rows(template, &rest, planning->head.decided_on, final_on, &parts, &change->arena, &made,
			&count, err))
		return false;
	rows = arena_take(&change->arena, ((size_t)count + 1) * sizeof *rows);
	for (int i = 0; i < count; i++)
		rows[i].values = made[i];
	return planning_end(planning, rows, count, err);
}

bool plan_put_template(struct casework *cw, const struct operation *op, int64_t measure,
	const struct plan_template *template, const char *final_on, const char *why, struct error *err)
{
	struct change change;
	struct planning planning = {.change = &change};

	if (!change_begin(&change, cw, op, "plan-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_PLAN_PUT, RELATION_NONE, err) || !planning_begin(&planning, measure, why, err) ||
		!template_write(&planning, template, final_on, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
