/* What happens to one instalment: its condition is met, it is paid. Invariant: nothing is paid that is not authorised,
 * and nothing that is not in a sealed batch without a reason. */
#include "casework/bar.h"
#include "casework/field.h"
#include "casework/instalment_inner.h"
#include "casework/ledger.h"

#include "base/text.h"
#include "base/words.h"

static void texts_read(struct rows *rows, struct arena *arena, struct instalment_case *row)
{
	row->maker = rows_text(rows, "maker", arena);
	row->condition = rows_text(rows, "condition", arena);
	row->condition_met_on = rows_text(rows, "condition_met_on", arena);
	row->decided_on = rows_text(rows, "decided_on", arena);
	row->attested_at = rows_text(rows, "attested_at", arena);
	row->attested_by = rows_text(rows, "attested_by", arena);
	row->paid_on = rows_text(rows, "paid_on", arena);
	row->reviewed_at = rows_text(rows, "reviewed_at", arena);
	row->reviewed_by = rows_text(rows, "reviewed_by", arena);
	row->revoked_at = rows_text(rows, "revoked_at", arena);
	row->revoked_by = rows_text(rows, "revoked_by", arena);
	row->returned_on = rows_text(rows, "returned_on", arena);
	row->sealed_at = rows_text(rows, "sealed_at", arena);
	row->recipient = rows_text(rows, "recipient", arena);
}

static void case_read(struct rows *rows, struct arena *arena, struct instalment_case *row)
{
	row->version = rows_number(rows, "version");
	row->made_by = rows_number(rows, "made_by");
	row->reviewer_id = rows_number_or(rows, "reviewer_id", 0);
	row->application = rows_number(rows, "application");
	row->measure = rows_number(rows, "measure");
	row->ore = rows_number(rows, "ore");
	row->year = (int)rows_number(rows, "year");
	row->n = (int)rows_number(rows, "n");
	row->batch_n = (int)rows_number_or(rows, "batch_n", 0);
	row->withheld = (int)rows_number_or(rows, "withheld", -1) + 1;
	row->stands = rows_bool(rows, "stands");
	row->replaced = rows_bool(rows, "replaced");
	texts_read(rows, arena, row);
	row->stands = (rows_null(rows, "until") && row->returned_on) || row->stands;
}

bool instalment_case_load(struct change *change, int64_t id, struct instalment_case *out, struct error *err)
{
	struct instalment_case row = {.id = id};
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_INSTALMENT_ONE, BINDS(BIND("id", id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found)
		case_read(&rows, &change->arena, &row);
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such instalment. Nothing was saved."));
	if (!bar_free(change->cw, row.application, err))
		return false;
	if (!row.stands)
		return refuse(err, ERROR_INVALID,
			_("Row %d no longer stands: the plan has a newer version or the decision has been "
			  "replaced. Look at the plan as it is now."),
			row.n);
	if (!change_fresh(change, OBJECT_INSTALMENT, id, row.version, err))
		return false;
	*out = row;
	return true;
}

bool instalment_open(const struct instalment_case *row, struct error *err)
{
	if (row->returned_on)
		return refuse(err, ERROR_INVALID,
			_("Row %d was paid and came back on %s. Plan its amount anew by another row."), row->n,
			row->returned_on);
	if (row->revoked_at)
		return refuse(err, ERROR_INVALID,
			_("The attest of row %d was taken back by %s at %.16s. The next version of the plan replaces "
			  "the row."),
			row->n, row->revoked_by, row->revoked_at);
	if (row->withheld)
		return refuse(err, ERROR_INVALID,
			row->withheld == 2
				? _("Row %d is not to be paid: the delegation has decided so (17 §).")
				: _("Row %d is withheld by the delegation's decision (17 §). Lift it by a decision "
				    "first."),
			row->n);
	return true;
}

/* A day that has come, and is not before the decision. */
static bool day_typed(
	struct change *change, const struct instalment_case *row, const char *label, const char **on, struct error *err)
{
	const struct field field = {"on", label, FIELD_PAST, .needed = true};
	const struct form form = {&field, 1};

	if (!form_clean(change->cw, &form, on, &change->arena, NULL, err))
		return false;
	return strcmp(*on, row->decided_on) >= 0 ||
	       field_refuse(NULL, "on", label, err, _("%s is before the decision of %s."), *on, row->decided_on);
}

static bool condition_may_meet(const struct instalment_case *row, struct error *err)
{
	if (!row->condition[0])
		return refuse(err, ERROR_INVALID, _("Row %d has no condition to meet."), row->n);
	if (row->attested_at)
		return refuse(err, ERROR_INVALID,
			_("Row %d was authorised by %s at %.16s; its condition stands as it did then."), row->n,
			row->attested_by, row->attested_at);
	if (row->reviewed_at)
		return refuse(err, ERROR_INVALID,
			_("Row %d was reviewed by %s at %.16s; its condition stands as it did then."), row->n,
			row->reviewed_by, row->reviewed_at);
	return true;
}

static bool condition_write(struct change *change, const struct instalment_case *row, const char *on, struct error *err)
{
	const char *before = change_facts(change, OBJECT_INSTALMENT, row->id, err);

	return before &&
	       store_run(change->store, SQL_INSTALMENT_MEET, BINDS(BIND("id", row->id), BIND("met_on", on)), err) &&
	       change_record(change, OBJECT_INSTALMENT, row->id, row->application, before, err);
}

bool instalment_condition_met(
	struct casework *cw, const struct operation *op, int64_t instalment, const char *on, struct error *err)
{
	struct change change;
	struct instalment_case row;

	if (!change_begin(&change, cw, op, "instalment-condition-met", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_PLAN_PUT, RELATION_NONE, err) || !instalment_case_load(&change, instalment, &row, err) ||
		!condition_may_meet(&row, err) || (on && !day_typed(&change, &row, N_("Condition met"), &on, err)) ||
		!condition_write(&change, &row, on, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

struct paying {
	const char *on, *reference;
	const char *why; /* of a row in no sealed payment file: how it was paid */
};
static const struct field paying_fields[] = {
	{"paid_on", N_("Day of payment"), FIELD_PAST, .needed = true, .at = offsetof(struct paying, on)},
	{"reference", N_("Reference"), FIELD_LINE, .at = offsetof(struct paying, reference)},
};
static const struct form paying_form = {paying_fields, sizeof paying_fields / sizeof paying_fields[0]};

static bool paid_may(struct change *change, const struct instalment_case *row, struct paying *paying, struct error *err)
{
	if (row->returned_on)
		return instalment_open(row, err);
	if (row->paid_on)
		return refuse(err, ERROR_INVALID, _("Row %d is already paid, on %s."), row->n, row->paid_on);
	if (!row->attested_at)
		return refuse(err, ERROR_INVALID,
			_("Row %d is not authorised, so it cannot be paid. Authorise it first."), row->n);
	if (!instalment_open(row, err))
		return false;
	if (!row->batch_n && text_blank(paying->why))
		return refuse(err, ERROR_INVALID,
			_("Row %d is in no sealed payment file. Seal it first; or, if it was paid in another way, say "
			  "why."),
			row->n);
	if (!form_clean(change->cw, &paying_form, paying, &change->arena, NULL, err))
		return false;
	if (row->sealed_at && strncmp(paying->on, row->sealed_at, strlen(paying->on)) < 0)
		return field_refuse(NULL, "paid_on", N_("Day of payment"), err,
			_("%s is before the payment file was sealed, on %.10s."), paying->on, row->sealed_at);
	return strcmp(paying->on, row->decided_on) >= 0 ||
	       field_refuse(NULL, "paid_on", N_("Day of payment"), err, _("%s is before the decision of %s."),
		       paying->on, row->decided_on);
}

static bool paid_write(
	struct change *change, const struct instalment_case *row, const struct paying *paying, struct error *err)
{
	const char *before = change_facts(change, OBJECT_INSTALMENT, row->id, err);

	return before &&
	       store_run(change->store, SQL_PAYMENT_INSERT,
		       BINDS(BIND("instalment", row->id), BIND("paid_on", paying->on),
			       BIND("reference", paying->reference), BIND("recorded_by", casework_actor(change->cw)),
			       BIND("recorded_at", (const char *)change->now)),
		       err) &&
	       ledger_book(change,
		       &(struct ledger_move){
			       row->measure, row->year, LEDGER_DUE, LEDGER_PAID, row->ore, LEDGER_BY_PAYMENT, row->id},
		       err) &&
	       change_record(change, OBJECT_INSTALMENT, row->id, row->application, before, err);
}

bool instalment_paid(struct casework *cw, const struct operation *op, int64_t instalment, const char *on,
	const char *reference, struct error *err)
{
	struct change change;
	struct instalment_case row;
	struct paying paying = {on, reference, op ? op->cause : NULL};

	if (!change_begin(&change, cw, op, "instalment-paid", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_PAYMENT_RECORD, RELATION_NONE, err) ||
		!instalment_case_load(&change, instalment, &row, err) || !paid_may(&change, &row, &paying, err) ||
		!paid_write(&change, &row, &paying, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

bool instalment_find(struct casework *cw, int64_t measure, int n, int64_t *id, struct error *err)
{
	struct rows rows;
	int64_t found = 0;
	bool ended = false;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_INSTALMENT_FIND, BINDS(BIND("measure", measure), BIND("n", n)),
			&rows, err))
		return false;
	if (rows_next(&rows)) {
		found = rows_number(&rows, "id");
		ended = !rows_null(&rows, "until");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("The measure's payment plan has no row %d."), n);
	if (ended)
		return refuse(err, ERROR_MISSING, _("Row %d is no longer in the measure's payment plan."), n);
	*id = found;
	return true;
}
