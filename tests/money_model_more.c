/* The model of the money, continued: what comes back, and decisions that replace one. */
#include "money_model.h"
#include "reclaiming.h"

#include <check.h>

/* ---- claimed, and money in */

bool model_claim(struct model *model)
{
	struct claim_change change = reclaiming_claim();
	struct claim_room room = model_room(model, false);

	if (model->claim || room.left_ore < 2)
		return false;
	model->doing = "claim";
	change.ore = 1 + model_below(model, room.left_ore);
	change.reduced_ore = model_below(model, change.ore);
	if (!change.reduced_ore)
		change.special_reasons = "";
	change.decided_on = "2028-12-01";
	change.pay_by = "2028-12-31";
	office_sit(model->cw, "elin");
	OK(claim_record(model->cw, NULL, model->measure, &change, &model->claim, err));
	model->claimed += change.ore - change.reduced_ore;
	return true;
}

/* To less, never below what has been paid of it. */
bool model_claim_less(struct model *model)
{
	struct claim_change change = reclaiming_claim();
	int64_t net = model->claimed + model->repaid, less;

	if (!model->claim || model->claimed < 2 || net < 2)
		return false;
	model->doing = "claim less";
	less = model->repaid + 1 + model_below(model, model->claimed - 1);
	change.replaces = model->claim;
	change.ore = less;
	change.reduced_ore = 0;
	change.special_reasons = "";
	change.provision = "FL 37";
	change.decided_on = "2028-12-10";
	change.pay_by = "2028-12-31";
	office_sit(model->cw, "elin");
	OK(claim_record(model->cw, NULL, model->measure, &change, &model->claim, err));
	if (model->broken != MODEL_FORGETS_REMITTED)
		model->remitted += net - less;
	model->claimed = less - model->repaid;
	return true;
}

/* Money in for the claim or without one, some of it taken back again. */
bool model_receive(struct model *model)
{
	struct money_in_change money = {"13", "2028-12-15", "", 0};
	struct money_part_change part = {.measure = model->measure, .year = MODEL_FIRST_YEAR, .why = "told"};
	bool principal = model->claim && model->claimed > 0 && model_below(model, 2) == 0;
	struct claim_room room = model_room(model, false);
	int64_t id;
	int n = 0;

	if (!principal && room.left_ore < 1)
		return false;
	model->doing = "receive";
	money.ore = 1 + model_below(model, principal ? model->claimed : room.left_ore);
	part.kind = principal ? "principal" : "voluntary";
	part.claim = principal ? model->claim : 0;
	office_sit(model->cw, "cia");
	OK(money_in_add(model->cw, NULL, &money, &id, NULL, err));
	OK(money_in_place(model->cw, NULL, id, &part, &n, err));
	if (model_below(model, 3) == 0) {
		OK(money_in_take_back(model->cw, NULL, id, n, "Wrong place.", err));
	} else if (principal) {
		model->claimed -= money.ore;
		model->repaid += money.ore;
	} else {
		model->voluntary += money.ore;
	}
	return true;
}

/* ---- decisions that replace one */

static bool row_attested(const struct model_row *row)
{
	return row->step >= MODEL_ATTESTED && !row->dead;
}

/* What stands whatever is decided: authorised, paid or withheld. */
static int64_t standing(const struct model *model, int year)
{
	int64_t sum = 0;

	for (int n = 1; n <= model->last; n++) {
		const struct model_row *row = &model->rows[n];

		if (row->year == year && row->place != MODEL_GONE && (row_attested(row) || model_row_withheld(row)))
			sum += row->ore;
	}
	return sum;
}

struct deciding {
	struct decision_change change;
	struct decision_amount amounts[MODEL_YEARS];
	struct decision_instalment rows[MODEL_YEARS];
	int64_t granted[MODEL_YEARS];
};

/* The rest of each year in one row, to the one that leads. */
static void rest_type(const struct model *model, struct deciding *deciding)
{
	struct decision_change *change = &deciding->change;

	for (int year = 0; year < MODEL_YEARS; year++) {
		int64_t rest = deciding->granted[year] - standing(model, year);

		if (rest > 0)
			deciding->rows[change->instalment_count++] =
				(struct decision_instalment){model_days[year], 0, rest, "13", "", NULL};
	}
	change->instalments = deciding->rows;
}

static struct deciding deciding_of(const struct model *model, const char *kind)
{
	struct deciding deciding = {.change = {.kind = kind,
					    .decided_on = "2026-12-01",
					    .provisions = "37 §",
					    .reasons = "New facts.",
					    .deciders = "Kim Alm (ordförande)",
					    .presenter = "Elin Björk"},
		.granted = {model->granted[0], model->granted[1]}};

	return deciding;
}

/* Withheld, and held in the plan by no attest: the next plan has the row too, withheld by the same decision. */
static int held_find(const struct model *model, struct model_row out[MODEL_ROWS])
{
	int count = 0;

	for (int n = 1; n <= model->last; n++)
		if (model_row_withheld(&model->rows[n]) && !row_attested(&model->rows[n]))
			out[count++] = model->rows[n];
	return count;
}

static void held_carry(struct model *model, const struct model_row *held)
{
	model_row_add(model, held->year, held->ore, held->waits, held->partner);
	model->rows[model->last].place = model->broken == MODEL_LIFTS_REPLACED ? MODEL_DUE : held->place;
	model->rows[model->last].withholding = held->withholding;
}

/* Rows that no attest holds go with their decision. */
static void replace(struct model *model, const int64_t granted[MODEL_YEARS])
{
	struct model_row held[MODEL_ROWS];
	int64_t rest[MODEL_YEARS];
	int count = held_find(model, held);

	for (int year = 0; year < MODEL_YEARS; year++)
		rest[year] = granted[year] - standing(model, year);
	for (int n = 1; n <= model->last; n++) {
		if (!row_attested(&model->rows[n]) && model->broken != MODEL_KEEPS_REPLACED)
			model->rows[n].place = MODEL_GONE;
		model->rows[n].old = true;
	}
	for (int year = 0; year < MODEL_YEARS; year++) {
		if (rest[year] > 0)
			model_row_add(model, year, rest[year], false, false);
		model->frame[year] -= granted[year] - model->granted[year];
		model->granted[year] = granted[year];
	}
	for (int i = 0; i < count; i++)
		held_carry(model, &held[i]);
	model->decisions++;
}

static bool decide(struct model *model, struct deciding *deciding)
{
	office_sit(model->cw, "elin");
	OK(decision_record(model->cw, NULL, model->measure, &deciding->change, NULL, NULL, &(int64_t){0}, err));
	replace(model, deciding->granted);
	return true;
}

static bool room_for_decision(const struct model *model)
{
	struct model_row held[MODEL_ROWS];

	return model->last + held_find(model, held) < MODEL_ROWS - 6 && model->decisions < 8;
}

/* It is 2028: the money of a year that has passed binds nobody any longer. */
static bool year_binds(int year)
{
	return MODEL_FIRST_YEAR + year >= 2028;
}

/* To more or less, never below what stands; above the year's money it has to be refused. */
static bool amounts_change(struct model *model, const char *kind, const char *ground, const char *doing)
{
	struct deciding deciding = deciding_of(model, kind);
	bool over = false, same = true;
	struct error err_ = {0};

	if (!room_for_decision(model))
		return false;
	for (int year = 0; year < MODEL_YEARS; year++) {
		int64_t low = standing(model, year), high = KRONOR(20000);

		deciding.granted[year] = low + (low < high ? model_below(model, high - low + 1) : 0);
		deciding.amounts[year] = (struct decision_amount){MODEL_FIRST_YEAR + year, deciding.granted[year]};
		same &= deciding.granted[year] == model->granted[year];
		over |= year_binds(year) && deciding.granted[year] > model->granted[year] &&
			deciding.granted[year] - model->granted[year] > model->frame[year];
	}
	if (same || deciding.granted[0] + deciding.granted[1] == 0)
		return false;
	model->doing = doing;
	deciding.change.ground = ground;
	deciding.change.amounts = deciding.amounts;
	deciding.change.amount_count = MODEL_YEARS;
	rest_type(model, &deciding);
	if (!over)
		return decide(model, &deciding);
	office_sit(model->cw, "elin");
	model_refused(model,
		decision_record(model->cw, NULL, model->measure, &deciding.change, NULL, NULL, &(int64_t){0}, &err_) !=
			(model->broken == MODEL_FORGETS_FRAME),
		"a year's money was exceeded");
	return true;
}

bool model_change(struct model *model)
{
	return amounts_change(model, "change", "37 § FL", "change");
}

bool model_correct(struct model *model)
{
	return amounts_change(model, "correction", "36 § FL: the amount was written wrong.", "correct");
}

bool model_extend(struct model *model)
{
	struct deciding deciding = deciding_of(model, "extension");
	char to[16];

	if (!room_for_decision(model))
		return false;
	model->doing = "extend";
	snprintf(to, sizeof to, "2029-%02d-28", 1 + model->decisions % 12);
	deciding.change.to_on = to;
	rest_type(model, &deciding);
	return decide(model, &deciding);
}

/* The region gives up what nobody has authorised yet. */
bool model_give_up(struct model *model)
{
	struct deciding deciding = deciding_of(model, "withdrawal");
	int64_t keeps = 0, has = 0;

	for (int year = 0; year < MODEL_YEARS; year++) {
		deciding.granted[year] = standing(model, year);
		keeps += deciding.granted[year];
		has += model->granted[year];
	}
	if (!room_for_decision(model) || !keeps || keeps == has)
		return false;
	model->doing = "give up";
	return decide(model, &deciding);
}

bool model_leave(struct model *model)
{
	struct deciding deciding = deciding_of(model, "leaving");

	if (model->left || !room_for_decision(model))
		return false;
	model->doing = "leave";
	deciding.change.region = "20";
	rest_type(model, &deciding);
	model->left = true;
	return decide(model, &deciding);
}
