/* Withholding lifted by a later decision, and withholdings as they are read. Invariant: what is withheld for good stays
 * so. */
#include "casework/bar.h"
#include "casework/decided.h"
#include "casework/decision_paper.h"
#include "casework/field.h"
#include "casework/grow.h"
#include "casework/ledger.h"
#include "casework/withholding.h"

#include "base/money.h"
#include "base/words.h"

struct lifting {
	struct change *change;
	struct withholding_lifting values;
	struct decided decided;
	int64_t id, measure, version, application;
	int n;
	bool final;
	const char *decided_on, *lifted_on;
};

#define FIELD_AT(member) offsetof(struct withholding_lifting, member)
static const struct field fields[] = {
	{"lifted_on", N_("Day of the decision"), FIELD_PAST, .needed = true, .at = FIELD_AT(lifted_on)},
	{"why", N_("Reasons"), FIELD_TEXT, .needed = true, .at = FIELD_AT(why)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static bool one_load(struct lifting *lifting, struct error *err)
{
	struct change *change = lifting->change;
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_WITHHOLDING_ONE, BINDS(BIND("id", lifting->id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		lifting->measure = rows_number(&rows, "measure");
		lifting->version = rows_number(&rows, "version");
		lifting->n = (int)rows_number(&rows, "n");
		lifting->final = rows_bool(&rows, "final");
		lifting->decided_on = rows_text(&rows, "decided_on", &change->arena);
		lifting->lifted_on = rows_text(&rows, "lifted_on", &change->arena);
		lifting->application = rows_number(&rows, "application");
	}
	if (!rows_done(&rows, err))
		return false;
	return found || refuse(err, ERROR_MISSING, _("There is no such decision to withhold. Nothing was saved."));
}

static bool lifting_may(struct lifting *lifting, struct error *err)
{
	struct change *change = lifting->change;
	struct withholding_lifting *values = &lifting->values;
	const struct decided typed = {values->item, values->deciders, values->presenter, values->others};

	if (lifting->final)
		return refuse(err, ERROR_INVALID,
			_("Decision %d withholds for good, and stays. Money that is to be paid after all is granted "
			  "anew, beside it."),
			lifting->n);
	if (lifting->lifted_on)
		return refuse(
			err, ERROR_INVALID, _("Decision %d was lifted on %s already."), lifting->n, lifting->lifted_on);
	if (!change_fresh(change, OBJECT_WITHHOLDING, lifting->id, lifting->version, err) ||
		!form_clean(change->cw, &form, values, &change->arena, NULL, err))
		return false;
	if (strcmp(values->lifted_on, lifting->decided_on) < 0)
		return refuse(err, ERROR_INVALID, _("%s is before it was decided to withhold, on %s."),
			values->lifted_on, lifting->decided_on);
	return decided_read(change, &typed, lifting->application, values->lifted_on, &lifting->decided, err) &&
	       decided_of(&lifting->decided, lifting->measure, err);
}

static bool years_load(struct lifting *lifting, struct money_years *years, struct error *err)
{
	bool fits = true;
	struct rows rows;

	if (!store_ask(
		    lifting->change->store, SQL_WITHHOLDING_YEARS, BINDS(BIND("withholding", lifting->id)), &rows, err))
		return false;
	while (rows_next(&rows))
		fits = money_years_add(years, (int)rows_number(&rows, "year"), rows_number(&rows, "ore")) && fits;
	return rows_done(&rows, err) &&
	       (fits || refuse(err, ERROR_FAILED, _("The rows withheld have too large amounts. Run kansli check.")));
}

static bool lifting_write(struct lifting *lifting, struct error *err)
{
	const struct decided *decided = &lifting->decided;
	struct change *change = lifting->change;
	const char *before = change_facts(change, OBJECT_WITHHOLDING, lifting->id, err);
	struct money_years years = {0};

	return before && years_load(lifting, &years, err) &&
	       store_run(change->store, SQL_WITHHOLDING_LIFT,
		       BINDS(BIND("id", lifting->id), BIND("lifted_on", lifting->values.lifted_on),
			       BIND("lifted_why", lifting->values.why),
			       BIND("lifted_item", decided->item ? decided->item : MONEY_UNKNOWN),
			       BIND("lifted_deciders", decided->deciders), BIND("lifted_presenter", decided->presenter),
			       BIND("lifted_others", decided->others)),
		       err) &&
	       ledger_book_years(change,
		       &(struct ledger_move){
			       lifting->measure, 0, LEDGER_STOPPED, LEDGER_DUE, 0, LEDGER_BY_WITHHOLDING, lifting->id},
		       &years, err) &&
	       change_record(change, OBJECT_WITHHOLDING, lifting->id, lifting->application, before, err);
}

bool withholding_lift(struct casework *cw, const struct operation *op, int64_t id,
	const struct withholding_lifting *typed, struct error *err)
{
	struct change change;
	struct lifting lifting = {.change = &change, .values = *typed, .id = id};

	if (!change_begin(&change, cw, op, "withholding-lift", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_DECISION_RECORD, RELATION_NONE, err) || !one_load(&lifting, err) ||
		!bar_free(cw, lifting.application, err) || !lifting_may(&lifting, err) || !lifting_write(&lifting, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- rows as typed */

bool withholding_part_parse(const char *typed, struct withholding_part *out, struct error *err)
{
	struct withholding_part part = {0};
	char *end;
	long n = strtol(typed, &end, 10);

	end += strspn(end, " ");
	if (n < 1 || n > INT_MAX || (*end && *end != '='))
		return refuse(err, ERROR_INVALID,
			_("'%s' is no row of a payment plan. Write 2 for row 2, or 2=1,5 mnkr for a part of it."),
			typed);
	part.n = (int)n;
	if (*end && !money_parse(end + 1, &part.ore, err))
		return false;
	if (*end && part.ore < 1)
		return refuse(err, ERROR_INVALID,
			_("An amount above 0 is withheld of row %d. Leave it out to withhold the whole row."), part.n);
	*out = part;
	return true;
}

/* ---- as they are read */

static void withholding_read(struct rows *rows, struct withholding_list *list)
{
	struct arena *arena = &list->arena;

	GROW(arena, list->items, list->count);
	list->items[list->count++] = (struct withholding){
		.id = rows_number(rows, "id"),
		.version = rows_number(rows, "version"),
		.measure = rows_number(rows, "measure"),
		.n = (int)rows_number(rows, "n"),
		.ground = rows_text(rows, "ground", arena),
		.evidence = rows_text(rows, "evidence", arena),
		.final = rows_bool(rows, "final"),
		.ore = rows_number(rows, "ore"),
		.decided_on = rows_text(rows, "decided_on", arena),
		.deciders = rows_text(rows, "deciders", arena),
		.presenter = rows_text(rows, "presenter", arena),
		.others = rows_text(rows, "others", arena),
		.reasons = rows_text(rows, "reasons", arena),
		.recorded_by = rows_text(rows, "recorded_by", arena),
		.recorded_at = rows_text(rows, "recorded_at", arena),
		.lifted_on = rows_text(rows, "lifted_on", arena),
		.lifted_why = rows_text(rows, "lifted_why", arena),
		.lifted_deciders = rows_text(rows, "lifted_deciders", arena),
		.lifted_presenter = rows_text(rows, "lifted_presenter", arena),
		.lifted_others = rows_text(rows, "lifted_others", arena),
		.section = (int)rows_number_or(rows, "section", 0),
		.lifted_section = (int)rows_number_or(rows, "lifted_section", 0),
		.measure_n = (int)rows_number(rows, "measure_n"),
		.application = rows_number(rows, "application"),
		.year = (int)rows_number(rows, "year"),
		.application_n = (int)rows_number(rows, "application_n"),
		.round = rows_number(rows, "round"),
		.relation = rows_bool(rows, "closed") ? RELATION_CLOSED : RELATION_NONE,
		.rows = rows_text(rows, "rows", arena),
	};
}

static bool bars_settle(struct casework *cw, struct withholding_list *list, struct error *err)
{
	struct bars bars;

	if (!bars_load(cw, &list->arena, &bars, err))
		return false;
	for (int i = 0; i < list->count; i++)
		list->items[i].relation |= bars_relation(&bars, list->items[i].application, list->items[i].round);
	return true;
}

/* After the reading: how far each letter has gone. */
static bool papers_settle(struct casework *cw, struct withholding_list *list, struct error *err)
{
	struct arena *arena = &list->arena;

	for (int i = 0; i < list->count; i++) {
		struct withholding *item = &list->items[i];

		if (!paper_sent_load(cw, item->id, false, 0, arena, &item->sent, err) ||
			!paper_sent_load(cw, item->id, true, 0, arena, &item->lifted_sent, err))
			return false;
	}
	return true;
}

bool withholding_list_load(struct casework *cw, int64_t measure, struct withholding_list *out, struct error *err)
{
	struct withholding_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_WITHHOLDING_LIST, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows))
		withholding_read(&rows, &list);
	if (!rows_done(&rows, err) || !bars_settle(cw, &list, err) || !papers_settle(cw, &list, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void withholding_list_done(struct withholding_list *list)
{
	if (list)
		arena_done(&list->arena);
}
