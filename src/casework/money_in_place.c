/* What money in is for: parts placed and taken back, or the whole entered wrong. Invariant: each part that counts is in
 * the ledger, and each part taken back is booked back. */
#include "casework/bar.h"
#include "casework/field.h"
#include "casework/ledger.h"
#include "casework/money_in.h"

#include "base/text.h"
#include "base/words.h"

struct placing {
	struct change *change;
	struct money_part_change values;
	int64_t id, version, application, measure, ore, left_ore;
	int n, money_n, year;
	const char *region, *on_day, *void_at, *placed_parts, *before;
	bool elsewhere; /* a part stays in another office */
};

static bool money_load(struct placing *placing, struct error *err)
{
	struct change *change = placing->change;
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_MONEY_IN_ONE, BINDS(BIND("id", placing->id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		placing->money_n = (int)rows_number(&rows, "n");
		placing->region = rows_text(&rows, "region", &change->arena);
		placing->on_day = rows_text(&rows, "on_day", &change->arena);
		placing->ore = rows_number(&rows, "ore");
		placing->version = rows_number(&rows, "version");
		placing->left_ore = placing->ore - rows_number(&rows, "placed_ore");
		placing->n = (int)rows_number(&rows, "next_n");
		placing->void_at = rows_text(&rows, "void_at", &change->arena);
		placing->placed_parts = rows_text(&rows, "placed_parts", &change->arena);
		placing->elsewhere = rows_bool(&rows, "elsewhere");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such money in. Nothing was saved."));
	if (placing->void_at)
		return refuse(err, ERROR_INVALID,
			_("Money in %d was voided at %.16s: it was entered wrong and is not touched again."),
			placing->money_n, placing->void_at);
	placing->before = change_facts(change, OBJECT_MONEY_IN, placing->id, err);
	return placing->before && change_fresh(change, OBJECT_MONEY_IN, placing->id, placing->version, err);
}

/* ---- who paid */

static bool payer_write(struct placing *placing, const char *region, struct error *err)
{
	static const struct field field = {"region", N_("Payer"), FIELD_REGION, .needed = true};
	static const struct form form = {&field, 1};
	struct change *change = placing->change;

	if (placing->left_ore != placing->ore)
		return refuse(err, ERROR_INVALID,
			_("Money in %d is placed, so its payer stays. Take the parts back first; nothing was saved."),
			placing->money_n);
	return form_clean(change->cw, &form, &region, &change->arena, NULL, err) &&
	       store_run(change->store, SQL_MONEY_IN_PAYER, BINDS(BIND("id", placing->id), BIND("region", region)),
		       err) &&
	       change_record(change, OBJECT_MONEY_IN, placing->id, 0, placing->before, err);
}

bool money_in_payer(struct casework *cw, const struct operation *op, int64_t id, const char *region, struct error *err)
{
	struct change change;
	struct placing placing = {.change = &change, .id = id};

	if (!change_begin(&change, cw, op, "money-in-payer", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_MONEY_IN, RELATION_NONE, err) || !money_load(&placing, err) ||
		!payer_write(&placing, region, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- parts */

static bool part_is(const struct placing *placing, const char *kind)
{
	return text_same(placing->values.kind, kind);
}

static bool amount_read(struct placing *placing, struct error *err)
{
	struct money_part_change *values = &placing->values;
	char has[MONEY_TEXT], wants[MONEY_TEXT];

	if (!values->ore)
		values->ore = placing->left_ore;
	if (values->ore < 1 || values->ore > placing->left_ore)
		return refuse(err, ERROR_INVALID,
			_("Of money in %d %s is left to place, so %s cannot be. Nothing was saved."), placing->money_n,
			money_words(placing->left_ore, has), money_words(values->ore, wants));
	return true;
}

static bool region_stands(const struct placing *placing, struct error *err)
{
	return placing->region ||
	       refuse(err, ERROR_INVALID, _("Nobody knows yet who paid money in %d. Say who, and then what it is for."),
		       placing->money_n);
}

static bool claim_read(struct placing *placing, int64_t *unpaid, struct error *err)
{
	const char *region = NULL, *name = NULL;
	struct change *change = placing->change;
	bool found, replaced = false;
	struct rows rows;

	if (!store_ask(change->store, SQL_MONEY_IN_CLAIM, BINDS(BIND("id", placing->values.claim)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		placing->measure = rows_number(&rows, "measure");
		placing->application = rows_number(&rows, "application");
		placing->year = (int)rows_number(&rows, "year");
		region = rows_text(&rows, "region", &change->arena);
		name = rows_text(&rows, "region_short", &change->arena);
		replaced = rows_bool(&rows, "replaced");
		*unpaid = rows_number(&rows, "unpaid_ore");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such claim. Nothing was saved."));
	if (replaced)
		return refuse(err, ERROR_INVALID,
			_("The claim has been replaced by a later decision. Name that one; nothing was saved."));
	return text_same(region, placing->region) ||
	       refuse(err, ERROR_INVALID, _("The claim is on %s, and the money came from another. Nothing was saved."),
		       name);
}

static bool claim_stands(struct placing *placing, struct error *err)
{
	char has[MONEY_TEXT], wants[MONEY_TEXT];
	int64_t unpaid = 0;

	if (!region_stands(placing, err) || !claim_read(placing, &unpaid, err))
		return false;
	if (part_is(placing, "interest")) {
		placing->year = day_year(day_read(placing->on_day));
		return true;
	}
	return placing->values.ore <= unpaid ||
	       refuse(err, ERROR_INVALID,
		       _("%s of the claim's principal is unpaid, so %s cannot be placed there. What is too much is "
			 "placed as "
			 "interest, on another claim, or paid back; nothing was saved."),
		       money_words(unpaid, has), money_words(placing->values.ore, wants));
}

static bool voluntary_stands(struct placing *placing, struct error *err)
{
	char has[MONEY_TEXT], wants[MONEY_TEXT];
	int64_t room = 0;
	struct rows rows;
	bool found;

	if (!region_stands(placing, err) ||
		!store_ask(placing->change->store, SQL_MONEY_IN_VOLUNTARY,
			BINDS(BIND("measure", placing->values.measure), BIND("region", placing->region)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		placing->application = rows_number(&rows, "application");
		room = rows_number(&rows, "room_ore");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such measure. Nothing was saved."));
	placing->measure = placing->values.measure;
	placing->year = placing->values.year ? placing->values.year : day_year(day_read(placing->on_day));
	if (placing->year < MONEY_YEAR_FIRST || placing->year > MONEY_YEAR_LAST)
		return refuse(err, ERROR_INVALID, _("%d is no payment year. Nothing was saved."), placing->year);
	return placing->values.ore <= room || refuse(err, ERROR_INVALID,
						      _("%s has been paid for the measure and is neither claimed nor "
							"paid back, so %s cannot come back of it. "
							"Nothing was saved."),
						      money_words(room, has), money_words(placing->values.ore, wants));
}

static bool back_stands(struct placing *placing, struct error *err)
{
	placing->year = day_year(day_read(placing->on_day));
	return !text_blank(placing->values.why) ||
	       refuse(err, ERROR_INVALID,
		       _("Say why the money is paid back, and how: that it was too much, and to which account."));
}

static bool why_read(struct placing *placing, const char **why, struct error *err)
{
	const char *typed = *why ? *why : "";
	struct error inner = {0};

	return text_clean(&placing->change->arena, typed, strlen(typed), false, why, &inner) ||
	       refuse(err, inner.kind, _("Reason: %s"), inner.text);
}

static bool values_read(struct placing *placing, struct error *err)
{
	if (!why_read(placing, &placing->values.why, err) || !amount_read(placing, err))
		return false;
	if (part_is(placing, "principal") || part_is(placing, "interest"))
		return claim_stands(placing, err);
	if (part_is(placing, "voluntary"))
		return voluntary_stands(placing, err);
	if (part_is(placing, "back"))
		return back_stands(placing, err);
	return refuse(err, ERROR_INVALID,
		_("'%s' is nothing money in can be for. There are: principal, interest, voluntary and back."),
		placing->values.kind ? placing->values.kind : "");
}

/* Placed, or booked back. */
static bool part_book(struct placing *placing, bool back, struct error *err)
{
	struct ledger_move move = {placing->measure, placing->year, LEDGER_INFLOW, LEDGER_VOLUNTARY,
		placing->values.ore, LEDGER_BY_MONEY_IN, placing->id};
	enum ledger_account source;

	if (part_is(placing, "back"))
		return true;
	if (part_is(placing, "interest"))
		move.target = LEDGER_INTEREST;
	if (part_is(placing, "principal")) {
		move.source = LEDGER_CLAIMED;
		move.target = LEDGER_REPAID;
	}
	source = move.source;
	if (back) {
		move.source = move.target;
		move.target = source;
	}
	return ledger_book(placing->change, &move, err);
}

static bool part_write(struct placing *placing, struct error *err)
{
	const struct money_part_change *values = &placing->values;
	struct change *change = placing->change;
	bool claimed = part_is(placing, "principal") || part_is(placing, "interest");

	return store_run(change->store, SQL_MONEY_IN_PART_INSERT,
		       BINDS(BIND("money_in", placing->id), BIND("n", placing->n), BIND("kind", values->kind),
			       BIND("claim", claimed ? values->claim : MONEY_UNKNOWN),
			       BIND("measure", placing->measure ? placing->measure : MONEY_UNKNOWN),
			       BIND("year", placing->year), BIND("ore", values->ore), BIND("why", values->why),
			       BIND("made_by", casework_actor(change->cw)), BIND("made_at", (const char *)change->now)),
		       err) &&
	       store_run(change->store, SQL_MONEY_IN_TOUCH, BINDS(BIND("id", placing->id)), err) &&
	       part_book(placing, false, err) &&
	       change_record(change, OBJECT_MONEY_IN, placing->id, placing->application, placing->before, err);
}

bool money_in_place(struct casework *cw, const struct operation *op, int64_t id, const struct money_part_change *typed,
	int *n, struct error *err)
{
	struct change change;
	struct placing placing = {.change = &change, .id = id, .values = *typed};

	if (!change_begin(&change, cw, op, "money-in-place", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_MONEY_IN, RELATION_NONE, err) || !money_load(&placing, err) || !values_read(&placing, err) ||
		(placing.application && !bar_free(cw, placing.application, err)) || !part_write(&placing, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (n)
		*n = placing.n;
	return true;
}

/* ---- taken back */

static bool part_load(struct placing *placing, int n, struct error *err)
{
	const char *taken = NULL;
	struct change *change = placing->change;
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_MONEY_IN_PART_ONE, BINDS(BIND("money_in", placing->id), BIND("n", n)), &rows,
		    err))
		return false;
	found = rows_next(&rows);
	if (found) {
		placing->values.kind = rows_text(&rows, "kind", &change->arena);
		placing->measure = rows_number_or(&rows, "measure", 0);
		placing->year = (int)rows_number(&rows, "year");
		placing->values.ore = rows_number(&rows, "ore");
		taken = rows_text(&rows, "taken_back_at", &change->arena);
		placing->application = rows_number_or(&rows, "application", 0);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("Money in %d has no part %d."), placing->money_n, n);
	if (part_is(placing, "elsewhere"))
		return refuse(err, ERROR_INVALID,
			_("Part %d came with a case from another office and stays there: it is for no case here. "
			  "Nothing was saved."),
			n);
	return !taken || refuse(err, ERROR_INVALID, _("Part %d was taken back at %.16s already."), n, taken);
}

static bool take_write(struct placing *placing, int n, const char *why, struct error *err)
{
	struct change *change = placing->change;

	if (!why_read(placing, &why, err))
		return false;
	if (text_blank(why))
		return refuse(err, ERROR_INVALID, _("Say why the part is taken back. Nothing was saved."));
	return store_run(change->store, SQL_MONEY_IN_PART_BACK,
		       BINDS(BIND("money_in", placing->id), BIND("n", n), BIND("at", (const char *)change->now),
			       BIND("why", why)),
		       err) &&
	       store_run(change->store, SQL_MONEY_IN_TOUCH, BINDS(BIND("id", placing->id)), err) &&
	       part_book(placing, true, err) &&
	       change_record(change, OBJECT_MONEY_IN, placing->id, placing->application, placing->before, err);
}

bool money_in_take_back(
	struct casework *cw, const struct operation *op, int64_t id, int n, const char *why, struct error *err)
{
	struct change change;
	struct placing placing = {.change = &change, .id = id};

	if (!change_begin(&change, cw, op, "money-in-take-back", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_MONEY_IN, RELATION_NONE, err) || !money_load(&placing, err) ||
		!part_load(&placing, n, err) || (placing.application && !bar_free(cw, placing.application, err)) ||
		!take_write(&placing, n, why, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- the whole was wrong */

static bool void_write(struct placing *placing, const char *why, struct error *err)
{
	struct change *change = placing->change;
	char placed[MONEY_TEXT];

	if (placing->elsewhere)
		return refuse(err, ERROR_INVALID,
			_("Money in %d came with a case from another office, and a part of it stays there. Nothing was "
			  "saved."),
			placing->money_n);
	if (placing->left_ore != placing->ore)
		return refuse(err, ERROR_INVALID,
			_("Of money in %d %s is placed, as part %s. Take that back first; nothing was saved."),
			placing->money_n, money_words(placing->ore - placing->left_ore, placed), placing->placed_parts);
	if (!why_read(placing, &why, err))
		return false;
	if (text_blank(why))
		return refuse(err, ERROR_INVALID, _("Say what was wrong with it. Nothing was saved."));
	return store_run(change->store, SQL_MONEY_IN_VOID_INSERT,
		       BINDS(BIND("id", placing->id), BIND("why", why), BIND("person", casework_actor(change->cw)),
			       BIND("at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_MONEY_IN_VOID, placing->id, 0, NULL, err);
}

bool money_in_void(struct casework *cw, const struct operation *op, int64_t id, const char *why, struct error *err)
{
	struct change change;
	struct placing placing = {.change = &change, .id = id};

	if (!change_begin(&change, cw, op, "money-in-void", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_MONEY_IN, RELATION_NONE, err) || !money_load(&placing, err) ||
		!void_write(&placing, why, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
