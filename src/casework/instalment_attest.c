/* The two attests of an instalment (granskning, beslutsattest), and what is taken back. Invariant: maker, reviewer and
 * the one who authorises are three persons, the last two on the attest list that day for that amount; several rows are
 * attested all or none. */
#include "casework/attest_power.h"
#include "casework/field.h"
#include "casework/instalment_inner.h"
#include "casework/ledger.h"

#include "base/text.h"
#include "base/words.h"

/* What the two steps share. */
struct step {
	const char *action, *list; /* the event's, and the attest list's */
	bool (*may)(struct change *change, const struct instalment_case *row, struct error *err);
	bool (*write)(struct change *change, const struct instalment_case *row, struct error *err);
};

static bool not_the_maker(struct change *change, const struct instalment_case *row, struct error *err)
{
	unsigned relation = row->made_by == casework_actor(change->cw) ? RELATION_MAKER : RELATION_NONE;
	struct error inner = {0};

	if (!may(change->cw, RIGHT_ATTEST, relation, &inner))
		return refuse(err, inner.kind, _("Row %d was made by %s, who may not authorise it too. %s"), row->n,
			row->maker, inner.text);
	return true;
}

static bool condition_is_met(const struct instalment_case *row, struct error *err)
{
	return !row->condition[0] || row->condition_met_on ||
	       refuse(err, ERROR_INVALID, _("Row %d cannot be authorised: the condition '%s' is not met."), row->n,
		       row->condition);
}

static bool review_may(struct change *change, const struct instalment_case *row, struct error *err)
{
	if (row->reviewed_at)
		return refuse(err, ERROR_INVALID, _("Row %d is already reviewed, by %s at %.16s."), row->n,
			row->reviewed_by, row->reviewed_at);
	if (row->attested_at)
		return refuse(err, ERROR_INVALID, _("Row %d is already authorised, by %s at %.16s."), row->n,
			row->attested_by, row->attested_at);
	return not_the_maker(change, row, err) && condition_is_met(row, err);
}

static bool attest_may(struct change *change, const struct instalment_case *row, struct error *err)
{
	if (row->attested_at)
		return refuse(err, ERROR_INVALID, _("Row %d is already authorised, by %s at %.16s."), row->n,
			row->attested_by, row->attested_at);
	if (!not_the_maker(change, row, err) || !condition_is_met(row, err))
		return false;
	if (!row->reviewed_at)
		return refuse(err, ERROR_INVALID,
			_("Row %d has not been reviewed. Somebody else than you and %s, who made it, reviews it "
			  "first."),
			row->n, row->maker);
	return row->reviewer_id != casework_actor(change->cw) ||
	       refuse(err, ERROR_DENIED, _("Row %d was reviewed by you. A third person authorises it."), row->n);
}

static bool step_insert(struct change *change, const struct instalment_case *row, enum sql insert,
	enum object_kind kind, const char *before, struct error *err)
{
	return store_run(change->store, insert,
		       BINDS(BIND("instalment", row->id), BIND("maker", row->made_by),
			       BIND("person", casework_actor(change->cw)), BIND("at", (const char *)change->now)),
		       err) &&
	       change_record(change, kind, row->id, row->application, before, err);
}

static bool review_write(struct change *change, const struct instalment_case *row, struct error *err)
{
	return step_insert(change, row, SQL_REVIEW_INSERT, OBJECT_INSTALMENT_COURSE, NULL, err);
}

static bool attest_write(struct change *change, const struct instalment_case *row, struct error *err)
{
	const char *before = change_facts(change, OBJECT_INSTALMENT, row->id, err);

	return before && step_insert(change, row, SQL_ATTEST_INSERT, OBJECT_INSTALMENT, before, err);
}

static const struct step review_step = {"instalment-review", "review", review_may, review_write};
static const struct step attest_step = {"instalment-attest", "decide", attest_may, attest_write};

static bool row_step(
	struct change *change, const struct step *step, const struct instalment_seen *seen, struct error *err)
{
	struct instalment_case row;

	change->op.if_version = seen->version;
	return instalment_case_load(change, seen->id, &row, err) && instalment_open(&row, err) &&
	       step->may(change, &row, err) && attest_power_require(change, step->list, row.ore, err) &&
	       step->write(change, &row, err);
}

static bool rows_step(struct casework *cw, const struct operation *op, const struct step *step,
	const struct instalment_seen *rows, int count, struct error *err)
{
	struct change change;

	if (!count)
		return refuse(err, ERROR_INVALID, _("No row is chosen. Nothing was saved."));
	if (!change_begin(&change, cw, op, step->action, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_ATTEST, RELATION_NONE, err))
		return change_abandon(&change);
	for (int i = 0; i < count; i++)
		if (!row_step(&change, step, &rows[i], err))
			return change_abandon(&change);
	return change_commit(&change, err);
}

bool instalments_review(struct casework *cw, const struct operation *op, const struct instalment_seen *rows, int count,
	struct error *err)
{
	return rows_step(cw, op, &review_step, rows, count, err);
}

bool instalments_attest(struct casework *cw, const struct operation *op, const struct instalment_seen *rows, int count,
	struct error *err)
{
	return rows_step(cw, op, &attest_step, rows, count, err);
}

bool instalment_review(struct casework *cw, const struct operation *op, int64_t instalment, struct error *err)
{
	return instalments_review(cw, op, &(struct instalment_seen){instalment, op ? op->if_version : 0}, 1, err);
}

bool instalment_attest(struct casework *cw, const struct operation *op, int64_t instalment, struct error *err)
{
	return instalments_attest(cw, op, &(struct instalment_seen){instalment, op ? op->if_version : 0}, 1, err);
}

/* ---- taken back */

struct revoking {
	const char *why;
};
static const struct field revoking_fields[] = {
	{"why", N_("Reason"), FIELD_LINE, .needed = true, .at = offsetof(struct revoking, why)},
};
static const struct form revoking_form = {revoking_fields, sizeof revoking_fields / sizeof revoking_fields[0]};

static bool revoke_may(const struct instalment_case *row, struct error *err)
{
	if (row->returned_on || row->revoked_at)
		return instalment_open(row, err);
	if (row->paid_on)
		return refuse(err, ERROR_INVALID, _("Row %d is already paid, on %s."), row->n, row->paid_on);
	if (row->batch_n)
		return refuse(err, ERROR_INVALID,
			_("Row %d is in sealed payment file %d, so its attest cannot be taken back."), row->n,
			row->batch_n);
	if (row->withheld && row->replaced)
		return refuse(err, ERROR_INVALID,
			_("Row %d is withheld by the delegation's decision (17 §), and of a decision that has been "
			  "replaced: without its attest it would no longer stand in the plan, withheld or not. Lift "
			  "the "
			  "withholding first."),
			row->n);
	return row->reviewed_at || row->attested_at ||
	       refuse(err, ERROR_INVALID, _("Row %d is neither reviewed nor authorised. Change it in the plan."),
		       row->n);
}

/* A row of a decision that has been replaced stood by its attest alone: now it is in no plan. */
static bool revoke_book(struct change *change, const struct instalment_case *row, struct error *err)
{
	return !row->replaced || !row->attested_at ||
	       ledger_book(change,
		       &(struct ledger_move){row->measure, row->year, LEDGER_DUE, LEDGER_UNPLANNED, row->ore,
			       LEDGER_BY_INSTALMENT, row->id},
		       err);
}

static bool revoke_write(
	struct change *change, const struct instalment_case *row, const struct revoking *typed, struct error *err)
{
	const char *before = row->reviewed_at ? change_facts(change, OBJECT_INSTALMENT_COURSE, row->id, err) : NULL;

	return (before || !row->reviewed_at) &&
	       store_run(change->store, SQL_ATTEST_REVOKE,
		       BINDS(BIND("instalment", row->id), BIND("person", casework_actor(change->cw)),
			       BIND("at", (const char *)change->now), BIND("why", typed->why)),
		       err) &&
	       revoke_book(change, row, err) &&
	       change_record(change, OBJECT_INSTALMENT_COURSE, row->id, row->application, before, err);
}

bool instalment_revoke(
	struct casework *cw, const struct operation *op, int64_t instalment, const char *why, struct error *err)
{
	struct revoking typed = {why};
	struct instalment_case row;
	struct change change;

	if (!change_begin(&change, cw, op, "attest-revoke", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_ATTEST, RELATION_NONE, err) || !instalment_case_load(&change, instalment, &row, err) ||
		!revoke_may(&row, err) || !form_clean(cw, &revoking_form, &typed, &change.arena, NULL, err) ||
		!revoke_write(&change, &row, &typed, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
