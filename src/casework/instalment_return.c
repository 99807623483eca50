/* A payment that came back: the bank could not place it. Invariant: what came back is no longer paid, and is planned
 * anew by another row; nothing comes back that a claim or a voluntary repayment counts with. */
#include "casework/claim_inner.h"
#include "casework/field.h"
#include "casework/instalment_inner.h"
#include "casework/ledger.h"

#include "base/money.h"
#include "base/words.h"

struct returning {
	const char *on, *reference, *why;
};
#define AT(member) offsetof(struct returning, member)
static const struct field returning_fields[] = {
	{"returned_on", N_("Day it came back"), FIELD_PAST, .needed = true, .at = AT(on)},
	{"reference", N_("Reference"), FIELD_LINE, .at = AT(reference)},
	{"why", N_("Reason"), FIELD_LINE, .needed = true, .at = AT(why)},
};
#undef AT
static const struct form returning_form = {returning_fields, sizeof returning_fields / sizeof returning_fields[0]};

static bool return_may(const struct instalment_case *row, struct error *err)
{
	if (row->returned_on)
		return instalment_open(row, err);
	return row->paid_on ||
	       refuse(err, ERROR_INVALID,
		       _("Row %d is not recorded as paid, so it cannot come back. Nothing was saved."), row->n);
}

/* What has been paid, without this row, is at least what has been claimed and paid back of it. */
static bool claims_allow(struct change *change, const struct instalment_case *row, struct error *err)
{
	struct claim_subject subject;
	char a[MONEY_TEXT], b[MONEY_TEXT];

	if (!claim_subject_load(change->cw, &change->arena, row->measure, row->recipient, 0, &subject, err))
		return false;
	return subject.room.left_ore >= row->ore ||
	       refuse(err, ERROR_INVALID,
		       _("Of what %s has been paid, %s is claimed or paid back; only %s is left, so row %d cannot have "
			 "come back whole. Change the claim or take the money in back first; nothing was saved."),
		       subject.region_short, money_words(subject.room.claimed_ore + subject.room.voluntary_ore, a),
		       money_words(subject.room.left_ore, b), row->n);
}

static bool day_allows(const struct instalment_case *row, const struct returning *typed, struct error *err)
{
	return strcmp(typed->on, row->paid_on) >= 0 ||
	       field_refuse(NULL, "returned_on", N_("Day it came back"), err, _("%s is before it was paid, on %s."),
		       typed->on, row->paid_on);
}

static bool return_write(
	struct change *change, const struct instalment_case *row, const struct returning *typed, struct error *err)
{
	struct error none = {0};
	const char *before = change_facts(change, OBJECT_INSTALMENT_COURSE, row->id, &none);

	if (none.kind == ERROR_FAILED) {
		*err = none;
		return false;
	}
	return store_run(change->store, SQL_PAYMENT_RETURN_INSERT,
		       BINDS(BIND("instalment", row->id), BIND("returned_on", typed->on),
			       BIND("reference", typed->reference), BIND("why", typed->why),
			       BIND("recorded_by", casework_actor(change->cw)),
			       BIND("recorded_at", (const char *)change->now)),
		       err) &&
	       ledger_book(change,
		       &(struct ledger_move){row->measure, row->year, LEDGER_PAID, LEDGER_UNPLANNED, row->ore,
			       LEDGER_BY_RETURN, row->id},
		       err) &&
	       change_record(change, OBJECT_INSTALMENT_COURSE, row->id, row->application, before, err);
}

bool instalment_returned(struct casework *cw, const struct operation *op, int64_t instalment, const char *on,
	const char *reference, const char *why, struct error *err)
{
	struct returning typed = {on, reference, why};
	struct instalment_case row;
	struct change change;

	if (!change_begin(&change, cw, op, "payment-return", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_PAYMENT_RECORD, RELATION_NONE, err) ||
		!instalment_case_load(&change, instalment, &row, err) || !return_may(&row, err) ||
		!form_clean(cw, &returning_form, &typed, &change.arena, NULL, err) || !day_allows(&row, &typed, err) ||
		!claims_allow(&change, &row, err) || !return_write(&change, &row, &typed, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
