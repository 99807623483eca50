/* Demands sent on a claim. Invariant: a demand is the sheet and the letter of one moment; no rate and no payment that
 * comes later touches it. */
#include "casework/claim_inner.h"

#include "casework/bar.h"
#include "casework/decision_paper.h"
#include "casework/document_inner.h"
#include "casework/field.h"

#include "base/hash.h"
#include "base/text.h"
#include "base/words.h"

struct demanding {
	struct change *change;
	struct demand_change values;
	struct claim_sheet sheet;
	struct buffer text;
	int64_t document;
	int n;
	char hash[HASH_TEXT];
};

#define FIELD_AT(member) offsetof(struct demand_change, member)
static const struct field fields[] = {
	{"sent_on", N_("Sent on"), FIELD_PAST, .needed = true, .at = FIELD_AT(sent_on)},
	{"through_on", N_("Interest through"), FIELD_DAY, .needed = true, .at = FIELD_AT(through_on)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static bool values_read(struct demanding *demanding, struct error *err)
{
	struct demand_change *values = &demanding->values;

	if (!values->through_on)
		values->through_on = values->sent_on;
	return form_clean(demanding->change->cw, &form, values, &demanding->change->arena, NULL, err);
}

static bool sheet_holds(struct demanding *demanding, struct error *err)
{
	const struct claim_sheet *sheet = &demanding->sheet;
	const struct claim *claim = &sheet->claim;
	char missing[DAY_TEXT];

	if (claim->replaced || claim->lifted)
		return refuse(err, ERROR_INVALID,
			_("Claim %d no longer holds: a later decision has changed it or taken it away. Nothing was "
			  "sent."),
			claim->n);
	if (strcmp(demanding->values.sent_on, claim->decided_on) < 0)
		return refuse(err, ERROR_INVALID, _("%s is before the claim was decided, on %s."),
			demanding->values.sent_on, claim->decided_on);
	if (sheet->owed_ore <= 0)
		return refuse(err, ERROR_INVALID, _("Nothing is left to pay on claim %d through %s. Nothing was sent."),
			claim->n, demanding->values.through_on);
	if (sheet->interest.missing == DAY_NONE)
		return true;
	day_text(sheet->interest.missing, missing);
	return refuse(err, ERROR_INVALID,
		_("The lending rate from %s is not entered, so the interest cannot be calculated through %s. Enter the "
		  "rate, "
		  "or send a demand through the day before; nothing was sent."),
		missing, demanding->values.through_on);
}

static bool named_find(struct demanding *demanding, struct error *err)
{
	int n = demanding->values.document;
	struct rows rows;

	demanding->document = MONEY_UNKNOWN;
	if (!n)
		return true;
	if (!store_ask(demanding->change->store, SQL_DEMAND_DOCUMENT,
		    BINDS(BIND("application", demanding->sheet.claim.application), BIND("n", n)), &rows, err))
		return false;
	if (rows_next(&rows))
		demanding->document = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	return demanding->document != MONEY_UNKNOWN ||
	       refuse(err, ERROR_MISSING, _("The case has no document %d. Nothing was sent."), n);
}

static bool rows_write(struct demanding *demanding, int64_t id, struct error *err)
{
	const struct interest *interest = &demanding->sheet.interest;
	char from[DAY_TEXT], through[DAY_TEXT];

	for (int i = 0; i < interest->count; i++) {
		const struct interest_period *period = &interest->items[i];

		day_text(period->from, from);
		day_text(period->through, through);
		if (!store_run(demanding->change->store, SQL_DEMAND_ROW_INSERT,
			    BINDS(BIND("demand", id), BIND("n", i + 1), BIND("from_on", (const char *)from),
				    BIND("through_on", (const char *)through), BIND("days", period->days),
				    BIND("base", period->base), BIND("balance_ore", period->balance_ore),
				    BIND("lending", period->lending), BIND("rate", period->rate)),
			    err))
			return false;
	}
	return true;
}

static bool next_n(struct demanding *demanding, struct error *err)
{
	struct rows rows;

	if (!store_ask(demanding->change->store, SQL_DEMAND_NEXT, BINDS(BIND("claim", demanding->sheet.claim.id)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		demanding->n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

/* Into the register with it, as it is sent. */
static bool letter_put(struct demanding *demanding, struct error *err)
{
	const struct demand_change *values = &demanding->values;
	const struct claim *claim = &demanding->sheet.claim;
	struct arena *arena = &demanding->change->arena;
	struct letter_out letter = {.application = claim->application,
		.kind = "letter",
		.subject = arena_format(
			arena, "Kravbrev %d, återkrav %d, åtgärd %d", demanding->n, claim->n, claim->measure_n),
		.name = arena_format(arena, "kravbrev-%d-%d-%d.txt", claim->measure_n, claim->n, demanding->n),
		.text = demanding->text.text,
		.way = text_blank(values->way) ? "email" : values->way,
		.sent_on = values->sent_on,
		.codes = &claim->region,
		.code_count = 1};

	return !values->registered || values->document ||
	       letter_register(demanding->change, &letter, &demanding->document, err);
}

static bool demand_write(struct demanding *demanding, int64_t *id, struct error *err)
{
	const struct claim_sheet *sheet = &demanding->sheet;
	const struct demand_change *values = &demanding->values;
	struct change *change = demanding->change;
	hash_of(demanding->text.text, demanding->text.bytes, demanding->hash);
	if (!store_run(change->store, SQL_DEMAND_INSERT,
		    BINDS(BIND("claim", sheet->claim.id), BIND("n", demanding->n), BIND("sent_on", values->sent_on),
			    BIND("through_on", values->through_on), BIND("principal_ore", sheet->interest.unpaid_ore),
			    BIND("interest_ore", sheet->interest.interest_ore),
			    BIND("text", (const char *)demanding->text.text),
			    BIND("hash", (const char *)demanding->hash), BIND("document", demanding->document),
			    BIND("made_by", casework_actor(change->cw)), BIND("made_at", (const char *)change->now)),
		    err))
		return false;
	*id = store_last_id(change->store);
	return rows_write(demanding, *id, err) &&
	       change_record(change, OBJECT_DEMAND, *id, sheet->claim.application, NULL, err);
}

static bool demand_make(
	struct demanding *demanding, int64_t claim, demand_writer *write, void *with, int64_t *id, struct error *err)
{
	struct casework *cw = demanding->change->cw;

	return claim_sheet_make(cw, claim, day_read(demanding->values.through_on), &demanding->sheet, err) &&
	       bar_free(cw, demanding->sheet.claim.application, err) && sheet_holds(demanding, err) &&
	       named_find(demanding, err) && next_n(demanding, err) &&
	       write(with, cw, &demanding->sheet, demanding->values.sent_on, &demanding->text, err) &&
	       letter_put(demanding, err) && demand_write(demanding, id, err);
}

/* The first event of a demand that was registered is its document's. */
static bool repeated(struct change *change, const struct demand_change *typed, int64_t *id, struct error *err)
{
	struct casework *cw = change->cw;
	int64_t document;
	struct rows rows;

	if (!typed->registered || typed->document)
		return change_repeated(change, id);
	change_repeated(change, &document);
	if (!store_ask(casework_store(cw), SQL_DEMAND_OF_DOCUMENT, BINDS(BIND("document", document)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t found = rows_number(&rows, "id");

		if (id)
			*id = found;
	}
	return rows_done(&rows, err);
}

bool demand_send(struct casework *cw, const struct operation *op, int64_t claim, const struct demand_change *typed,
	demand_writer *write, void *with, int64_t *id, struct error *err)
{
	struct change change;
	struct demanding demanding = {.change = &change, .values = *typed, .n = 1};
	int64_t made = 0;
	bool sent;

	if (!change_begin(&change, cw, op, "demand-send", err))
		return false;
	if (change.repeated)
		return repeated(&change, typed, id, err);
	arena_init(&demanding.sheet.arena);
	buffer_init(&demanding.text);
	sent = may(cw, RIGHT_DEMAND_SEND, RELATION_NONE, err) && values_read(&demanding, err) &&
	       demand_make(&demanding, claim, write, with, &made, err);
	buffer_done(&demanding.text);
	arena_done(&demanding.sheet.arena);
	if (!sent)
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = made;
	return true;
}
