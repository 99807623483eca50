/* Recording claims. Invariant: nothing is claimed that was not paid, and a decision is followed by another, never
 * changed. */
#include "casework/claim_inner.h"

#include "casework/bar.h"
#include "casework/decided.h"
#include "casework/decision_inner.h"
#include "casework/field.h"
#include "casework/ledger.h"
#include "casework/lending_rate.h"

#include "base/text.h"
#include "base/words.h"

struct claiming {
	struct change *change;
	struct claim_change values;
	struct claim_subject subject;
	struct decided decided;
	struct claim before; /* when one is replaced */
	int64_t measure, net_ore;
};

#define FIELD_AT(member) offsetof(struct claim_change, member)
static const struct field fields[] = {
	{"evidence", N_("What shows it"), FIELD_TEXT, .needed = true, .at = FIELD_AT(evidence)},
	{"special_reasons", N_("Special reasons"), FIELD_TEXT, .at = FIELD_AT(special_reasons)},
	{"decided_on", N_("Day of the decision"), FIELD_PAST, .needed = true, .at = FIELD_AT(decided_on)},
	{"reasons", N_("Reasons"), FIELD_TEXT, .needed = true, .at = FIELD_AT(reasons)},
	{"pay_by", N_("To be paid by"), FIELD_DAY, .needed = true, .at = FIELD_AT(pay_by)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

bool claim_subject_load(struct casework *cw, struct arena *arena, int64_t measure, const char *region, int64_t first,
	struct claim_subject *out, struct error *err)
{
	struct claim_subject subject = {0};
	struct rows rows;
	bool found;

	if (!store_ask(casework_store(cw), SQL_CLAIM_ROOM,
		    BINDS(BIND("measure", measure), BIND("region", region), BIND("first", first)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		subject.application = rows_number(&rows, "application");
		subject.lead = rows_text(&rows, "lead", arena);
		subject.region_short = rows_text(&rows, "region_short", arena);
		subject.next_n = (int)rows_number(&rows, "next_n");
		subject.decided_on = rows_text(&rows, "decided_on", arena);
		subject.room.paid_ore = rows_number(&rows, "paid_ore");
		subject.room.claimed_ore = rows_number(&rows, "claimed_ore");
		subject.room.voluntary_ore = rows_number(&rows, "voluntary_ore");
		subject.room.left_ore = subject.room.paid_ore - subject.room.claimed_ore - subject.room.voluntary_ore;
	}
	if (!rows_done(&rows, err))
		return false;
	*out = subject;
	return found || refuse(err, ERROR_MISSING, _("There is no such measure. Nothing was saved."));
}

bool claim_room_load(
	struct casework *cw, int64_t measure, const char *region, struct claim_room *out, struct error *err)
{
	struct claim_subject subject;
	struct arena arena;
	bool loaded;

	arena_init(&arena);
	loaded = may(cw, RIGHT_SEE, RELATION_NONE, err) &&
		 claim_subject_load(cw, &arena, measure, region, 0, &subject, err);
	if (loaded)
		*out = subject.room;
	arena_done(&arena);
	return loaded;
}

/* What is not said anew stays as the decision before had it. */
static void before_keep(struct claiming *claiming)
{
	struct claim_change *values = &claiming->values;
	const struct claim *before = &claiming->before;

	values->region = before->region;
	values->ground = values->ground ? values->ground : before->ground;
	values->evidence = values->evidence ? values->evidence : before->evidence;
	values->ore = values->ore ? values->ore : before->ore;
	values->pay_by = values->pay_by ? values->pay_by : before->pay_by;
	values->day_count = values->day_count ? values->day_count : before->day_count;
}

/* The same of what is reduced (19 §); before a new claim nothing was. */
static void reduction_keep(struct claim_change *values, const struct claim *before)
{
	if (values->reduced_ore == MONEY_UNKNOWN)
		values->reduced_ore = before->reduced_ore;
	if (values->interest_cut == -1)
		values->interest_cut = before->interest_cut;
	if (!values->special_reasons && (values->reduced_ore || values->interest_cut))
		values->special_reasons = before->special_reasons;
}

static bool before_load(struct claiming *claiming, struct error *err)
{
	struct change *change = claiming->change;
	const struct claim *before = &claiming->before;

	if (!claiming->values.replaces)
		return !claiming->values.lifted ||
		       refuse(err, ERROR_INVALID, _("There is no earlier claim to take away. Nothing was saved."));
	if (!claim_one_load(change->cw, &change->arena, claiming->values.replaces, &claiming->before, err))
		return false;
	if (before->replaced)
		return refuse(err, ERROR_INVALID,
			_("Claim %d has been replaced by a later decision. Change that one; nothing was saved."),
			before->n);
	if (before->lifted)
		return refuse(err, ERROR_INVALID,
			_("Decision %d takes the claim away. If something is to be claimed after all, record a new "
			  "claim."),
			before->n);
	claiming->measure = before->measure;
	before_keep(claiming);
	return true;
}

static bool subject_load(struct claiming *claiming, struct error *err)
{
	struct claim_change *values = &claiming->values;
	struct claim_subject *subject = &claiming->subject;
	struct change *change = claiming->change;

	if (!claim_subject_load(change->cw, &change->arena, claiming->measure, values->region,
		    values->replaces ? claiming->before.first : 0, subject, err) ||
		!bar_free(change->cw, subject->application, err))
		return false;
	if (!values->region) {
		values->region = subject->lead;
		return subject_load(claiming, err);
	}
	if (!subject->decided_on)
		return refuse(
			err, ERROR_INVALID, _("Nothing has been granted for the measure, so nothing can be claimed."));
	return subject->region_short ||
	       refuse(err, ERROR_MISSING, _("There is no region '%s'. Nothing was saved."), values->region);
}

static bool ground_holds(const struct claim_change *values, struct error *err)
{
	static const char *const grounds[] = {"18.1", "18.2", "18.3"};

	for (size_t i = 0; i < sizeof grounds / sizeof grounds[0]; i++)
		if (text_same(values->ground, grounds[i]))
			return true;
	return refuse(err, ERROR_INVALID,
		_("'%s' is no ground for repayment. There are: 18.1 (a ground of 17 §), 18.2 (unused) and 18.3 (used "
		  "for "
		  "another purpose)."),
		values->ground ? values->ground : "");
}

static bool days_hold(struct claiming *claiming, struct error *err)
{
	const struct claim_change *values = &claiming->values;
	const char *first = values->replaces ? claiming->before.decided_on : claiming->subject.decided_on;

	if (strcmp(values->decided_on, first) < 0)
		return refuse(err, ERROR_INVALID, _("%s is before the decision it rests on, of %s. Nothing was saved."),
			values->decided_on, first);
	if (values->replaces)
		first = claiming->before.first_on; /* the day to pay by may have passed */
	else
		first = values->decided_on;
	return strcmp(values->pay_by, first) >= 0 ||
	       refuse(err, ERROR_INVALID, _("It cannot be paid by %s, before it is decided on %s."), values->pay_by,
		       values->decided_on);
}

static bool reduction_holds(const struct claim_change *values, struct error *err)
{
	bool reduced = values->reduced_ore || values->interest_cut;
	char a[MONEY_TEXT], b[MONEY_TEXT];

	if (values->reduced_ore < 0 || values->reduced_ore > values->ore)
		return refuse(err, ERROR_INVALID, _("A claim of %s cannot be reduced by %s. Nothing was saved."),
			money_words(values->ore, a), money_words(values->reduced_ore, b));
	if (values->interest_cut < 0 || values->interest_cut > INTEREST_WHOLE)
		return refuse(
			err, ERROR_INVALID, _("The interest is reduced by 0 to 100 per cent. Nothing was saved."));
	if (reduced && text_blank(values->special_reasons))
		return refuse(err, ERROR_INVALID,
			_("The claim or the interest is reduced for special reasons only (19 §). Say which; nothing "
			  "was "
			  "saved."));
	return reduced || text_blank(values->special_reasons) ||
	       refuse(err, ERROR_INVALID,
		       _("Special reasons are given, but nothing is reduced. Say by how much; nothing was saved."));
}

/* Never more than was paid, and a change never to more than before. */
static bool amount_holds(const struct claiming *claiming, struct error *err)
{
	const struct claim_change *values = &claiming->values;
	const struct claim_room *room = &claiming->subject.room;
	const struct claim *before = &claiming->before;
	char a[MONEY_TEXT], b[MONEY_TEXT];

	if (values->ore < 1 || values->ore > MONEY_MOST)
		return refuse(err, ERROR_INVALID, _("A claim is an amount above 0. Nothing was saved."));
	if (!values->lifted && values->ore > room->left_ore)
		return refuse(err, ERROR_INVALID,
			_("%s cannot be claimed of %s: what has been paid and is neither claimed nor paid back is %s."),
			money_words(values->ore, a), claiming->subject.region_short, money_words(room->left_ore, b));
	if (!values->replaces)
		return true;
	if (claiming->net_ore < before->repaid_ore)
		return refuse(err, ERROR_INVALID,
			_("%s is paid on the claim, more than the %s that would be left. Take the part that is too "
			  "much back "
			  "from the money in first, so that it can be paid back; nothing was saved."),
			money_words(before->repaid_ore, a), money_words(claiming->net_ore, b));
	return claiming->net_ore <= before->net_ore || text_same(values->provision, "FL 36") ||
	       refuse(err, ERROR_INVALID,
		       _("A claim of %s is not changed to %s. What is added is a claim of its own, with interest from "
			 "its "
			 "own decision; nothing was saved."),
		       money_words(before->net_ore, a), money_words(claiming->net_ore, b));
}

static bool provision_holds(struct claim_change *values, struct error *err)
{
	static const char *const provisions[] = {"FL 36", "FL 37", "FL 38"};

	if (!values->replaces) {
		values->provision = "";
		return true;
	}
	for (size_t i = 0; i < sizeof provisions / sizeof provisions[0]; i++)
		if (text_same(values->provision, provisions[i]))
			return true;
	return refuse(err, ERROR_INVALID,
		_("Say by which provision the decision is changed: FL 36 (a clerical error), FL 37 or FL 38."));
}

static bool values_read(struct claiming *claiming, struct error *err)
{
	struct claim_change *values = &claiming->values;
	const struct decided typed = {values->item, values->deciders, values->presenter, values->others};
	enum interest_count count = INTEREST_365;

	reduction_keep(values, &claiming->before);
	if (!ground_holds(values, err) || !provision_holds(values, err) ||
		!form_clean(claiming->change->cw, &form, values, &claiming->change->arena, NULL, err) ||
		!days_hold(claiming, err) || !reduction_holds(values, err))
		return false;
	if (values->day_count && !interest_count_read(values->day_count, &count))
		return refuse(err, ERROR_INVALID, _("'%s' is no day count. There are: 365, actual and 360."),
			values->day_count);
	values->day_count = interest_count_code(count);
	claiming->net_ore = values->lifted ? 0 : values->ore - values->reduced_ore;
	return amount_holds(claiming, err) &&
	       decided_read(claiming->change, &typed, claiming->subject.application, values->decided_on,
		       &claiming->decided, err) &&
	       decided_of(&claiming->decided, claiming->measure, err);
}

static bool claim_insert(struct claiming *claiming, struct error *err)
{
	const struct claim_change *values = &claiming->values;
	const struct decided *decided = &claiming->decided;

	return store_run(claiming->change->store, SQL_CLAIM_INSERT,
		BINDS(BIND("measure", claiming->measure), BIND("n", claiming->subject.next_n),
			BIND("region", values->region), BIND("ground", values->ground),
			BIND("evidence", values->evidence), BIND("ore", values->ore), BIND("lifted", values->lifted),
			BIND("reduced_ore", values->reduced_ore), BIND("interest_cut", values->interest_cut),
			BIND("special_reasons", values->special_reasons), BIND("decided_on", values->decided_on),
			BIND("item", decided->item ? decided->item : MONEY_UNKNOWN),
			BIND("deciders", decided->deciders), BIND("presenter", decided->presenter),
			BIND("others", decided->others), BIND("reasons", values->reasons),
			BIND("pay_by", values->pay_by), BIND("day_count", values->day_count),
			BIND("replaces", values->replaces ? values->replaces : MONEY_UNKNOWN),
			BIND("provision", values->provision), BIND("recorded_by", casework_actor(claiming->change->cw)),
			BIND("recorded_at", (const char *)claiming->change->now)),
		err);
}

/* Booked on the year of the line's first decision. */
static bool claim_book(struct claiming *claiming, int64_t id, struct error *err)
{
	const struct claim *before = &claiming->before;
	const char *first = before->id ? before->first_on : claiming->values.decided_on;
	struct ledger_move move = {claiming->measure, day_year(day_read(first)), LEDGER_LIABILITY, LEDGER_CLAIMED,
		claiming->net_ore - before->net_ore, LEDGER_BY_CLAIM, id};

	if (move.ore < 0) {
		move.source = LEDGER_CLAIMED;
		move.target = LEDGER_REMITTED;
		move.ore = -move.ore;
	}
	return ledger_book(claiming->change, &move, err);
}

static bool claiming_write(struct claiming *claiming, int64_t *id, struct error *err)
{
	if (!claim_insert(claiming, err))
		return false;
	*id = store_last_id(claiming->change->store);
	return claim_book(claiming, *id, err) &&
	       change_record(claiming->change, OBJECT_CLAIM, *id, claiming->subject.application, NULL, err);
}

bool claim_record(struct casework *cw, const struct operation *op, int64_t measure, const struct claim_change *typed,
	int64_t *id, struct error *err)
{
	struct change change;
	struct claiming claiming = {.change = &change, .values = *typed, .measure = measure};
	int64_t made = 0;

	if (!change_begin(&change, cw, op, typed->replaces ? "claim-change" : "claim-record", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!may(cw, RIGHT_DECISION_RECORD, RELATION_NONE, err) || !before_load(&claiming, err) ||
		!subject_load(&claiming, err) || !values_read(&claiming, err) || !claiming_write(&claiming, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = made;
	return true;
}
