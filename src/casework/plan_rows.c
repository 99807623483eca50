/* Rows of a payment plan: as typed, as they stand, and how a new one is written. Invariant: money goes to nobody who
 * takes no part in the application, and on no day before the decision. */
#include "casework/decision_inner.h"

#include "casework/field.h"

#include "base/words.h"

#define FIELD_AT(member) offsetof(struct decision_instalment, member)
static const struct field fields[] = {
	{"due_on", N_("Day"), FIELD_DAY, .needed = true, .at = FIELD_AT(due_on)},
	{"condition", N_("Condition"), FIELD_LINE, .at = FIELD_AT(condition)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static bool row_texts(const struct plan_frame *frame, int number, struct decision_instalment *row, struct error *err)
{
	struct error inner = {0};

	return form_clean(frame->cw, &form, row, frame->arena, NULL, &inner) ||
	       refuse(err, inner.kind, _("Row %d. %s"), number, inner.text);
}

static bool row_day(const struct plan_frame *frame, int number, struct decision_instalment *row, struct error *err)
{
	int decided = day_year(day_read(frame->decided_on));

	if (strcmp(row->due_on, frame->decided_on) < 0)
		return refuse(err, ERROR_INVALID, _("Row %d: %s is before the decision of %s. Nothing was saved."),
			number, row->due_on, frame->decided_on);
	if (!row->year)
		row->year = day_year(day_read(row->due_on));
	return (row->year >= decided && row->year <= MONEY_YEAR_LAST) || money_years_of(frame->granted, row->year) ||
	       refuse(err, ERROR_INVALID, _("Row %d: %d cannot be the payment year of a decision made on %s."), number,
		       row->year, frame->decided_on);
}

static bool row_recipient(
	const struct plan_frame *frame, int number, struct decision_instalment *row, struct error *err)
{
	const struct recipients *recipients = frame->recipients;
	bool named = row->recipient && row->recipient[0];

	for (int i = 0; i < recipients->count; i++) {
		if (!named || !strcmp(recipients->codes[i], row->recipient)) {
			row->recipient = recipients->codes[i];
			return true;
		}
	}
	return refuse(err, ERROR_INVALID,
		_("Row %d: the recipient %s takes no part in the application. Choose a region that does; without one "
		  "the lead "
		  "receives."),
		number, named ? row->recipient : "");
}

bool plan_row_read(const struct plan_frame *frame, int number, const struct decision_instalment *typed,
	struct decision_instalment *out, struct error *err)
{
	struct decision_instalment row = *typed;

	if (!row_texts(frame, number, &row, err) || !row_day(frame, number, &row, err) ||
		!row_recipient(frame, number, &row, err))
		return false;
	if (row.ore < 1 || row.ore > MONEY_MOST)
		return refuse(err, ERROR_INVALID,
			_("Row %d: the amount is missing. An instalment is at least one öre."), number);
	*out = row;
	return true;
}

static void row_read(struct rows *rows, struct arena *arena, struct plan_row *row)
{
	bool revoked = rows_bool(rows, "revoked"), locked = rows_bool(rows, "locked"),
	     attested = rows_bool(rows, "attested");

	row->id = rows_number(rows, "id");
	row->n = (int)rows_number(rows, "n");
	row->returned = rows_bool(rows, "returned");
	row->withheld = rows_bool(rows, "withheld");
	row->dead = row->returned || (revoked && !row->withheld);
	row->locked = locked && !row->dead;
	row->attested = attested && !row->dead;
	row->values.met_on = rows_text(rows, "condition_met_on", arena);
	row->met = row->values.met_on != NULL;
	row->values.due_on = rows_text(rows, "due_on", arena);
	row->values.year = (int)rows_number(rows, "year");
	row->values.ore = rows_number(rows, "ore");
	row->values.recipient = rows_text(rows, "recipient", arena);
	row->values.condition = rows_text(rows, "condition", arena);
}

bool plan_rows_load(struct change *change, int64_t decision, struct plan_rows *out, struct error *err)
{
	struct plan_rows found = {0};
	size_t room = 0;
	struct rows rows;

	if (!store_ask(change->store, SQL_PLAN_ROWS, BINDS(BIND("decision", decision)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		if ((size_t)found.count == room) {
			room = room ? room * 2 : 8;
			found.items =
				arena_grow(&change->arena, found.items, (size_t)found.count, sizeof *found.items, room);
		}
		row_read(&rows, &change->arena, &found.items[found.count++]);
	}
	*out = found;
	return rows_done(&rows, err);
}

bool instalment_book(struct change *change, const struct plan_of *plan, int64_t instalment,
	const struct decision_instalment *values, enum ledger_account source, enum ledger_account target,
	struct error *err)
{
	return ledger_book(change,
		&(struct ledger_move){
			plan->measure, values->year, source, target, values->ore, LEDGER_BY_INSTALMENT, instalment},
		err);
}

bool instalment_add(struct change *change, const struct plan_of *plan, int n, const struct decision_instalment *values,
	int64_t *made, struct error *err)
{
	int64_t id;

	if (!store_run(change->store, SQL_INSTALMENT_INSERT,
		    BINDS(BIND("decision", plan->decision), BIND("n", n), BIND("since", plan->version),
			    BIND("due_on", values->due_on), BIND("year", values->year), BIND("ore", values->ore),
			    BIND("recipient", values->recipient), BIND("condition", values->condition),
			    BIND("met_on", values->met_on), BIND("made_by", casework_actor(change->cw))),
		    err))
		return false;
	id = store_last_id(change->store);
	if (!instalment_book(change, plan, id, values, LEDGER_UNPLANNED, LEDGER_DUE, err) ||
		!change_record(change, OBJECT_INSTALMENT, id, plan->application, NULL, err))
		return false;
	if (made)
		*made = id;
	return true;
}

bool plan_version_add(struct change *change, int64_t decision, int version, const char *why, struct error *err)
{
	return store_run(change->store, SQL_PLAN_INSERT,
		BINDS(BIND("decision", decision), BIND("version", version), BIND("made_by", casework_actor(change->cw)),
			BIND("made_at", (const char *)change->now), BIND("why", why)),
		err);
}
