/* Adding, changing and withdrawing a measure. Invariant: what is sought is never more than the cost in total, and a
 * decided measure stays as the delegation saw it. */
#include "casework/application_inner.h"
#include "casework/budget.h"
#include "casework/clock_inner.h"
#include "casework/measure_inner.h"

#include "base/text.h"
#include "base/words.h"

#define AT(member) offsetof(struct measure_change, member)
static const struct field measure_fields[] = {
	{.name = "title", .label = N_("Title"), .kind = FIELD_LINE, .needed = true, .at = AT(title)},
	{.name = "description", .label = N_("Description"), .kind = FIELD_TEXT, .at = AT(description)},
	{.name = "achieve", .label = N_("What is to be achieved"), .kind = FIELD_TEXT, .at = AT(achieve)},
	{.name = "type", .label = N_("Type"), .kind = FIELD_WORD, .words = "type", .unknown = true, .at = AT(type)},
	{.name = "area", .label = N_("Area"), .kind = FIELD_WORD, .words = "area", .unknown = true, .at = AT(area)},
	{.name = "effect",
		.label = N_("Effect"),
		.kind = FIELD_WORD,
		.words = "effect",
		.unknown = true,
		.at = AT(effect)},
	{.name = "tags", .label = N_("Tags"), .kind = FIELD_WORDS, .words = "tag", .at = AT(tags)},
	{.name = "from_on", .label = N_("First day"), .kind = FIELD_DAY, .unknown = true, .at = AT(from_on)},
	{.name = "to_on", .label = N_("Last day"), .kind = FIELD_DAY, .unknown = true, .at = AT(to_on)},
	{.name = "form",
		.label = N_("Financing"),
		.kind = FIELD_WORD,
		.words = "form",
		.unknown = true,
		.at = AT(form)},
	{.name = "other_support", .label = N_("Other state support"), .kind = FIELD_TEXT, .at = AT(other_support)},
	{.name = "lasting", .label = N_("Plan for lasting effect"), .kind = FIELD_TEXT, .at = AT(lasting)},
};
#undef AT
const struct form measure_typed = {measure_fields, sizeof(measure_fields) / sizeof(*measure_fields)};

/* ---- values */

static bool ore_fits(int64_t ore)
{
	return ore == MONEY_UNKNOWN || (ore >= 0 && ore <= MONEY_MOST);
}

/* Cost may go on after the grant; money can only be sought for the years grants are given (1 §). */
static bool year_check(const struct measure_amount *amount, const char **wrong, struct error *err)
{
	int last = BUDGET_FIRST + (amount->has_sought ? BUDGET_YEARS : MEASURE_YEARS) - 1;

	if (amount->year < BUDGET_FIRST || amount->year > last)
		return field_refuse(wrong, "year", N_("Payment year"), err,
			amount->has_sought ? _("%d is not a year grants are given, %d–%d (section 1).")
					   : _("%d is not a year costs are kept for, %d–%d."),
			amount->year, BUDGET_FIRST, last);
	if (!amount->has_cost && !amount->has_sought)
		return field_refuse(wrong, "year", N_("Payment year"), err,
			_("%d has neither a cost nor an amount sought. Leave the year out."), amount->year);
	if (amount->has_cost && !ore_fits(amount->cost_ore))
		return field_refuse(wrong, "cost", N_("Cost"), err,
			_("The amount for %d is negative or too large to be real."), amount->year);
	if (amount->has_sought && !ore_fits(amount->sought_ore))
		return field_refuse(wrong, "sought", N_("Sought"), err,
			_("The amount for %d is negative or too large to be real."), amount->year);
	return true;
}

static bool years_check(const struct measure_change *values, const char **wrong, struct error *err)
{
	for (int i = 0; i < values->amount_count; i++) {
		if (!year_check(&values->amounts[i], wrong, err))
			return false;
		for (int k = 0; k < i; k++)
			if (values->amounts[k].year == values->amounts[i].year)
				return field_refuse(wrong, "year", N_("Payment year"), err,
					_("%d is there twice. Put the year's amounts in one row."),
					values->amounts[i].year);
	}
	return true;
}

/* Only what is known in full can be compared; an unknown cost is asked for, never assumed. */
static bool totals_check(const struct measure_change *values, const char **wrong, struct error *err)
{
	struct money_sum cost = {0}, sought = {0};
	char more[MONEY_TEXT], less[MONEY_TEXT];

	for (int i = 0; i < values->amount_count; i++) {
		if (values->amounts[i].has_cost)
			money_sum_add(&cost, values->amounts[i].cost_ore);
		if (values->amounts[i].has_sought)
			money_sum_add(&sought, values->amounts[i].sought_ore);
	}
	if (!cost.known || cost.unknown || sought.ore <= cost.ore)
		return true;
	return field_refuse(wrong, "sought", N_("Sought"), err,
		_("%s is more than the cost, %s. Lower what is sought or correct the cost."),
		money_text(sought.ore, MONEY_KR, words_swedish(), more),
		money_text(cost.ore, MONEY_KR, words_swedish(), less));
}

static bool period_check(const struct measure_change *values, const char **wrong, struct error *err)
{
	if (!values->from_on || !values->to_on || strcmp(values->from_on, values->to_on) <= 0)
		return true;
	return field_refuse(wrong, "to_on", N_("Last day"), err, _("%s is before the first day, %s."), values->to_on,
		values->from_on);
}

bool measure_values_clean(
	struct casework *cw, struct arena *arena, struct measure_change *values, const char **wrong, struct error *err)
{
	return form_clean(cw, &measure_typed, values, arena, wrong, err) && period_check(values, wrong, err) &&
	       years_check(values, wrong, err) && totals_check(values, wrong, err);
}

/* ---- saving */

static bool amount_save(
	struct change *change, int64_t measure, int year, const char *kind, int64_t ore, struct error *err)
{
	return store_run(change->store, SQL_AMOUNT_INSERT,
		BINDS(BIND("measure", measure), BIND("year", year), BIND("kind", kind), BIND("ore", ore)), err);
}

static bool amounts_save(struct change *change, int64_t measure, const struct measure_change *values, struct error *err)
{
	if (!store_run(change->store, SQL_AMOUNT_CLEAR, BINDS(BIND("measure", measure)), err))
		return false;
	for (int i = 0; i < values->amount_count; i++) {
		const struct measure_amount *each = &values->amounts[i];

		if (each->has_cost && !amount_save(change, measure, each->year, "cost", each->cost_ore, err))
			return false;
		if (each->has_sought && !amount_save(change, measure, each->year, "sought", each->sought_ore, err))
			return false;
	}
	return true;
}

static bool next_n(struct change *change, int64_t application, int64_t *n, struct error *err)
{
	struct rows rows;
	int64_t next = 0;

	if (!store_ask(change->store, SQL_MEASURE_NEXT_N, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows))
		next = rows_number(&rows, "n");
	if (!rows_done(&rows, err))
		return false;
	*n = next;
	return true;
}

static bool measure_insert(
	struct change *change, int64_t application, const struct measure_change *values, int64_t *id, struct error *err)
{
	int64_t n;

	if (!next_n(change, application, &n, err) ||
		!store_run(change->store, SQL_MEASURE_INSERT,
			BINDS(BIND("application", application), BIND("n", n), BIND("title", values->title),
				BIND("description", values->description), BIND("achieve", values->achieve),
				BIND("type", values->type), BIND("area", values->area), BIND("effect", values->effect),
				BIND("tags", values->tags), BIND("from_on", values->from_on),
				BIND("to_on", values->to_on), BIND("form", values->form),
				BIND("other_support", values->other_support), BIND("lasting", values->lasting),
				BIND("invented", values->invented)),
			err))
		return false;
	*id = store_last_id(change->store);
	return amounts_save(change, *id, values, err) &&
	       change_record(change, OBJECT_MEASURE, *id, application, NULL, err);
}

static bool add_save(
	struct change *change, int64_t application, const struct measure_change *given, int64_t *id, struct error *err)
{
	struct measure_change values = *given;
	struct standing standing;

	return may(change->cw, RIGHT_MEASURE_PUT, RELATION_NONE, err) &&
	       standing_load(change, application, &standing, err) && standing_is_live(&standing, err) &&
	       measure_values_clean(change->cw, &change->arena, &values, NULL, err) &&
	       measure_insert(change, application, &values, id, err);
}

bool measure_add(struct casework *cw, const struct operation *op, int64_t application,
	const struct measure_change *given, int64_t *id, struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "measure-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!add_save(&change, application, given, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*id = made;
	return true;
}

/* ---- changing what is there */

bool measure_look(struct change *change, int64_t measure, struct measure_standing *out, struct error *err)
{
	struct rows rows;
	bool found;

	*out = (struct measure_standing){.id = measure};
	if (!store_ask(change->store, SQL_MEASURE_STANDING, BINDS(BIND("id", measure)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		out->version = rows_number(&rows, "version");
		out->application = rows_number(&rows, "application");
		out->n = (int)rows_number(&rows, "n");
		out->withdrawn_on = rows_text(&rows, "withdrawn_on", &change->arena);
		out->decided = rows_bool(&rows, "decided");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such measure. Nothing was changed."));
	return standing_load(change, out->application, &out->of, err);
}

bool measure_is_open(const struct measure_standing *standing, struct error *err)
{
	if (!standing_is_live(&standing->of, err))
		return false;
	if (standing->withdrawn_on)
		return refuse(err, ERROR_INVALID, _("Measure %s.%d was withdrawn on %s and is no longer changed."),
			standing->of.number, standing->n, standing->withdrawn_on);
	if (standing->decided)
		return refuse(err, ERROR_INVALID,
			_("Measure %s.%d is decided and stays as the delegation saw it. What is wrong in the decision "
			  "is "
			  "put right by a new decision."),
			standing->of.number, standing->n);
	return true;
}

static bool measure_update(struct change *change, const struct measure_standing *standing,
	const struct measure_change *values, struct error *err)
{
	bool saved = store_run(change->store, SQL_MEASURE_UPDATE,
		BINDS(BIND("id", standing->id), BIND("version", standing->version), BIND("title", values->title),
			BIND("description", values->description), BIND("achieve", values->achieve),
			BIND("type", values->type), BIND("area", values->area), BIND("effect", values->effect),
			BIND("tags", values->tags), BIND("from_on", values->from_on), BIND("to_on", values->to_on),
			BIND("form", values->form), BIND("other_support", values->other_support),
			BIND("lasting", values->lasting), BIND("invented", values->invented)),
		err);

	assert(!saved || store_changed(change->store) == 1);
	return saved && amounts_save(change, standing->id, values, err);
}

static bool change_save(struct change *change, int64_t measure, const struct measure_change *given, struct error *err)
{
	struct measure_change values = *given;
	struct measure_standing standing;
	const char *before;

	if (!may(change->cw, RIGHT_MEASURE_PUT, RELATION_NONE, err) || !measure_look(change, measure, &standing, err) ||
		!change_fresh(change, OBJECT_MEASURE, measure, standing.version, err) ||
		!measure_is_open(&standing, err) ||
		!measure_values_clean(change->cw, &change->arena, &values, NULL, err))
		return false;
	before = change_facts(change, OBJECT_MEASURE, measure, err);
	return before && measure_update(change, &standing, &values, err) &&
	       change_record(change, OBJECT_MEASURE, measure, standing.application, before, err);
}

bool measure_change(struct casework *cw, const struct operation *op, int64_t measure,
	const struct measure_change *given, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "measure-change", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!change_save(&change, measure, given, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool withdraw_save(struct change *change, int64_t measure, const struct withdrawal *given, struct error *err)
{
	struct withdrawal clean = *given;
	struct measure_standing standing;
	const char *before;

	if (!may(change->cw, RIGHT_APPLICATION_WITHDRAW, RELATION_NONE, err) ||
		!measure_look(change, measure, &standing, err) ||
		!change_fresh(change, OBJECT_MEASURE, measure, standing.version, err) ||
		!measure_is_open(&standing, err) || !withdrawal_clean(change, &standing.of, &clean, err))
		return false;
	before = change_facts(change, OBJECT_MEASURE, measure, err);
	if (!before || !store_run(change->store, SQL_MEASURE_WITHDRAW,
			       BINDS(BIND("id", measure), BIND("version", standing.version),
				       BIND("withdrawn_on", clean.on), BIND("withdrawn_why", clean.why)),
			       err))
		return false;
	assert(store_changed(change->store) == 1);
	return change_record(change, OBJECT_MEASURE, measure, standing.application, before, err) &&
	       clocks_withdraw(change, standing.application, measure, clean.on, err);
}

bool measure_withdraw(struct casework *cw, const struct operation *op, int64_t measure, const char *on, const char *why,
	struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "measure-withdraw", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!withdraw_save(&change, measure, &(struct withdrawal){on, why}, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
