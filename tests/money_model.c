/* The model of the money: what each command does to it. */
#include "money_model.h"
#include "reclaiming.h"

#include "base/words.h"
#include "casework/batch.h"
#include "casework/budget.h"
#include "casework/payee_account.h"

#include <check.h>

const char *const model_days[MODEL_YEARS] = {"2027-06-01", "2028-06-01"};
static const char condition[] = "partial report approved";

/* ---- choosing */

int model_below(struct model *model, int64_t most)
{
	return (int)chance_below(&model->chance, (uint32_t)most);
}

static bool row_open(const struct model_row *row) /* the next version of the plan may change it */
{
	return row->place == MODEL_DUE && row->step == MODEL_MADE && !row->dead && !row->old;
}

static bool row_waits(const struct model_row *row)
{
	return row_open(row) && row->waits;
}

static bool row_ready(const struct model_row *row)
{
	return row_open(row) && !row->waits;
}

static bool row_at(const struct model_row *row, enum model_step step)
{
	return row->place == MODEL_DUE && row->step == step && !row->dead;
}

static bool row_reviewed(const struct model_row *row)
{
	return row_at(row, MODEL_REVIEWED);
}

static bool row_attested(const struct model_row *row)
{
	return row_at(row, MODEL_ATTESTED);
}

static bool row_sealed(const struct model_row *row)
{
	return row_at(row, MODEL_SEALED);
}

static bool row_authorised(const struct model_row *row)
{
	return row_attested(row) || row_sealed(row);
}

bool model_row_withheld(const struct model_row *row)
{
	return row->place == MODEL_STOPPED || row->place == MODEL_WITHDRAWN;
}

static bool row_signed(const struct model_row *row) /* its attest may be taken back */
{
	return (row->place == MODEL_DUE || (model_row_withheld(row) && !row->old)) && !row->dead &&
	       (row->step == MODEL_REVIEWED || row->step == MODEL_ATTESTED);
}

static bool row_held(const struct model_row *row) /* withheld, and in the plan by its attest alone */
{
	return model_row_withheld(row) && row->old;
}

static bool row_free(const struct model_row *row) /* may be withheld */
{
	return row->place == MODEL_DUE && row->step < MODEL_SEALED && !row->dead;
}

static bool row_paid(const struct model_row *row)
{
	return row->place == MODEL_PAID;
}

static bool row_stopped(const struct model_row *row)
{
	return row->place == MODEL_STOPPED;
}

/* The number of a row that is so, by chance; 0: there is none. */
static int pick(struct model *model, bool (*is)(const struct model_row *))
{
	int found[MODEL_ROWS], count = 0;

	for (int n = 1; n <= model->last; n++)
		if (is(&model->rows[n]))
			found[count++] = n;
	return count ? found[model_below(model, count)] : 0;
}

int64_t model_placed(const struct model *model, int year, enum model_place place)
{
	int64_t sum = 0;

	for (int n = 1; n <= model->last; n++)
		if (model->rows[n].place == place && model->rows[n].year == year)
			sum += model->rows[n].ore;
	return sum;
}

static int64_t id_of(const struct model *model, int n)
{
	return granting_row(model->cw, model->measure, n);
}

/* The program had to refuse it. */
void model_refused(struct model *model, bool let_through, const char *what)
{
	if (let_through)
		model->wrong = what;
}

/* ---- the plan */

/* What the year's plan lacks when only rows that stay are counted. */
static int64_t missing(const struct model *model, int year)
{
	int64_t sum = model->granted[year];

	for (int n = 1; n <= model->last; n++)
		if (model->rows[n].year == year && model->rows[n].place != MODEL_GONE &&
			(!model->rows[n].dead || model_row_withheld(&model->rows[n])))
			sum -= model->rows[n].ore;
	return sum;
}

void model_row_add(struct model *model, int year, int64_t ore, bool waits, bool partner)
{
	model->rows[++model->last] =
		(struct model_row){.year = year, .ore = ore, .place = MODEL_DUE, .waits = waits, .partner = partner};
}

/* A region that has left is paid only what was authorised for it. */
static struct instalment_change typed_row(const struct model *model, struct model_row *row, int n, int64_t ore)
{
	row->partner &= !model->left;
	return (struct instalment_change){
		n, {model_days[row->year], 0, ore, row->partner ? "20" : "13", row->waits ? condition : ""}};
}

/* The plan anew: a row becomes two, and what came back or was taken back gets a new row; each year's sum stays. */
static bool plan(struct model *model)
{
	struct instalment_change rows[MODEL_ROWS + 4] = {{0}};
	int n = pick(model, row_ready), count = 0, last = model->last;
	int64_t part = 0, lacks[MODEL_YEARS];

	if (model->last > MODEL_ROWS - 4)
		return false;
	if (n && model->rows[n].ore < 2)
		n = 0;
	for (int year = 0; year < MODEL_YEARS; year++)
		lacks[year] = missing(model, year);
	if (!n && !lacks[0] && !lacks[1])
		return false;
	model->doing = "plan";
	if (n)
		part = 1 + model_below(model, model->rows[n].ore - 1);
	for (int i = 1; i <= last; i++)
		if (row_open(&model->rows[i]))
			rows[count++] = typed_row(model, &model->rows[i], i, model->rows[i].ore - (i == n ? part : 0));
	if (n) {
		model->rows[n].ore -= part;
		model_row_add(model, model->rows[n].year, part, false, false);
		rows[count++] = typed_row(model, &model->rows[model->last], 0, part);
	}
	for (int year = 0; year < MODEL_YEARS; year++) {
		if (!lacks[year])
			continue;
		model_row_add(model, year, lacks[year], false, !model->left && model_below(model, 3) == 0);
		rows[count++] = typed_row(model, &model->rows[model->last], 0, lacks[year]);
	}
	for (int i = 1; i <= last; i++)
		if (model->rows[i].dead && model->rows[i].place == MODEL_DUE)
			model->rows[i].place = MODEL_GONE;
	office_sit(model->cw, "carl");
	OK(plan_put(model->cw, NULL, model->measure, rows, count, "Anew.", err));
	return true;
}

static bool meet(struct model *model)
{
	int n = pick(model, row_waits);

	if (!n)
		return false;
	model->doing = "meet";
	office_sit(model->cw, "carl");
	OK(instalment_condition_met(model->cw, NULL, id_of(model, n), "2028-12-01", err));
	model->rows[n].waits = false;
	return true;
}

/* ---- attests and payment */

static bool review(struct model *model)
{
	int n = pick(model, row_ready);

	if (!n)
		return false;
	model->doing = "review";
	office_sit(model->cw, "conny");
	OK(instalment_review(model->cw, NULL, id_of(model, n), err));
	model->rows[n].step = MODEL_REVIEWED;
	return true;
}

static bool attest(struct model *model)
{
	int n = pick(model, row_reviewed);
	struct error err_ = {0};

	if (!n)
		return false;
	model->doing = "attest";
	office_sit(model->cw, "conny");
	model_refused(model, instalment_attest(model->cw, NULL, id_of(model, n), &err_),
		"one person reviewed and authorised");
	office_sit(model->cw, "carl");
	if (!instalment_attest(model->cw, NULL, id_of(model, n), &err_)) {
		office_sit(model->cw, "cia"); /* carl made the row */
		OK(instalment_attest(model->cw, NULL, id_of(model, n), err));
	}
	model->rows[n].step = MODEL_ATTESTED;
	return true;
}

/* A row of a decision that has been replaced stands only by its attest. */
static bool take_back(struct model *model)
{
	int n = pick(model, row_signed), sealed = pick(model, row_sealed), held = pick(model, row_held);
	struct error err_ = {0};

	if (!n)
		return false;
	model->doing = "revoke";
	office_sit(model->cw, "cia");
	if (sealed)
		model_refused(model, instalment_revoke(model->cw, NULL, id_of(model, sealed), "Wrong.", &err_),
			"the attest of a sealed row was taken back");
	if (held)
		model_refused(model, instalment_revoke(model->cw, NULL, id_of(model, held), "Wrong.", &err_),
			"what was withheld left the plan with its attest");
	OK(instalment_revoke(model->cw, NULL, id_of(model, n), "Wrong.", err));
	model->rows[n].dead = true;
	if (model->rows[n].old)
		model->rows[n].place = MODEL_GONE;
	return true;
}

static bool seal(struct model *model)
{
	int n = pick(model, row_attested), file;
	struct error err_ = {0};
	int64_t id;

	if (!n)
		return false;
	model->doing = "seal";
	id = id_of(model, n);
	office_sit(model->cw, "cia");
	OK(batch_seal(model->cw, NULL, &(struct batch_wish){.instalments = &id, .count = 1}, &file, err));
	model_refused(model,
		batch_seal(model->cw, NULL, &(struct batch_wish){.instalments = &id, .count = 1}, &file, &err_),
		"a row was sealed twice");
	model->rows[n].step = MODEL_SEALED;
	return true;
}

static bool pay(struct model *model)
{
	int n = pick(model, row_authorised);
	struct error err_ = {0};

	if (!n)
		return false;
	model->doing = "pay";
	office_sit(model->cw, "cia");
	OK(office_paid(model->cw, id_of(model, n), "2028-12-20", "", err));
	model_refused(model, office_paid(model->cw, id_of(model, n), "2028-12-20", "", &err_), "a row was paid twice");
	model->rows[n].place = MODEL_PAID;
	return true;
}

struct claim_room model_room(const struct model *model, bool partner)
{
	struct claim_room room;

	OK(claim_room_load(model->cw, model->measure, partner ? "20" : "13", &room, err));
	return room;
}

/* What is claimed or paid back does not come back from the bank. */
static bool comes_back(struct model *model)
{
	int n = pick(model, row_paid);
	struct error err_ = {0};
	int64_t id;

	if (!n)
		return false;
	model->doing = "return";
	id = id_of(model, n);
	office_sit(model->cw, "cia");
	if (model_room(model, model->rows[n].partner).left_ore < model->rows[n].ore) {
		model_refused(model, instalment_returned(model->cw, NULL, id, "2028-12-20", "", "No account.", &err_),
			"what is claimed came back");
		return true;
	}
	OK(instalment_returned(model->cw, NULL, id, "2028-12-20", "", "No account.", err));
	if (model->broken != MODEL_FORGETS_RETURNED)
		model->rows[n].place = MODEL_GONE;
	return true;
}

/* ---- withheld */

static bool withhold(struct model *model)
{
	struct withholding_change change = reclaiming_withholding();
	int n = pick(model, row_free), sealed = pick(model, row_sealed);
	struct withholding_part part = {n, 0}, wrong = {sealed, 0};
	struct error err_ = {0};

	if (!n || model->withholdings >= MODEL_ROWS)
		return false;
	model->doing = "withhold";
	office_sit(model->cw, "elin");
	change.parts = &wrong;
	if (sealed)
		model_refused(model, withholding_record(model->cw, NULL, model->measure, &change, &(int64_t){0}, &err_),
			"a sealed row was withheld");
	change.parts = &part;
	change.final = model_below(model, 3) == 0;
	OK(withholding_record(model->cw, NULL, model->measure, &change, &model->withholding[model->withholdings], err));
	if (model->broken != MODEL_FORGETS_WITHHELD)
		model->rows[n].place = change.final ? MODEL_WITHDRAWN : MODEL_STOPPED;
	model->rows[n].withholding = model->withholdings++;
	return true;
}

static bool lift(struct model *model)
{
	struct withholding_lifting lifting = {"2028-12-01", "It has come.", 0, "Kim Ek (ordförande)", "Elin Dahl", ""};
	int n = pick(model, row_stopped);

	if (!n)
		return false;
	model->doing = "lift";
	office_sit(model->cw, "elin");
	OK(withholding_lift(model->cw, NULL, model->withholding[model->rows[n].withholding], &lifting, err));
	model->rows[n].place = MODEL_DUE;
	return true;
}

/* ---- offices and sequences */

static void account_make(struct casework *cw, const char *region, const char *number)
{
	struct payee_account_change account = {region, "account", number, "2026-01-01", "Letter"};
	int64_t id;

	office_sit(cw, "cia");
	OK(payee_account_add(cw, NULL, &account, &id, err));
	office_sit(cw, "carl");
	OK(payee_account_check(cw, NULL, id, number, err));
}

struct casework *model_office(void)
{
	struct casework *cw = office_open();

	office_attest_list(cw);
	office_clock(cw, "2028-12-20 09:00:00");
	account_make(cw, "13", "8000-100000");
	account_make(cw, "20", "8000-100001");
	office_sit(cw, "cia");
	return cw;
}

/* The year's appropriation leaves room for the first grant and a little more. */
static void frame_set(struct model *model, int year, uint64_t seed)
{
	int turn = (int)(seed % 300); /* a later limit is another day's */
	char from[16];
	struct limit_change limit = {
		.kind = "appropriation", .year = MODEL_FIRST_YEAR + year, .source = "Model", .valid_from = from};
	struct budget budget;

	snprintf(from, sizeof from, "2028-%02d-%02d", 1 + turn / 28, 1 + turn % 28);
	office_sit(model->cw, "cia");
	OK(budget_load(model->cw, 0, &budget, err));
	model->frame[year] = KRONOR(10000) + model_below(model, KRONOR(4000));
	limit.ore = budget.years[MODEL_FIRST_YEAR + year - BUDGET_FIRST].decided + model->frame[year];
	OK(limit_put(model->cw, NULL, &limit, err));
}

void model_begin(struct model *model, struct casework *cw, enum model_broken broken, uint64_t seed)
{
	static const char *const with[] = {"20"};
	const struct measure_amount sought[] = {
		{2027, true, true, KRONOR(20000), KRONOR(20000)}, {2028, true, true, KRONOR(20000), KRONOR(20000)}};
	const struct decision_amount granted[] = {{2027, KRONOR(10000)}, {2028, KRONOR(10000)}};
	struct decision_change whole = granting_whole();
	int64_t first;

	*model = (struct model){.cw = cw, .broken = broken, .granted = {KRONOR(10000), KRONOR(10000)}, .doing = ""};
	chance_start(&model->chance, 20261122, seed);
	first = 1 + model_below(model, 600000);
	model_row_add(model, 0, first, false, false);
	model_row_add(model, 0, KRONOR(10000) - first, true, true);
	model_row_add(model, 1, KRONOR(10000), false, false);
	for (int year = 0; year < MODEL_YEARS; year++) {
		frame_set(model, year, seed);
		model->frame[year] -= KRONOR(10000);
	}
	const struct decision_instalment rows[] = {{"2027-06-01", 0, first, "13", ""},
		{"2027-09-01", 0, KRONOR(10000) - first, "20", condition}, {"2028-06-01", 0, KRONOR(10000), "13", ""}};
	whole.outcome = "partly";
	whole.amounts = granted;
	whole.amount_count = 2;
	whole.instalments = rows;
	whole.instalment_count = 3;
	model->measure = granting_measure_of(cw, with, 1, sought, 2);
	granting_decide(cw, model->measure, &whole);
}

bool model_command(struct model *model)
{
	static bool (*const commands[])(struct model *) = {plan, plan, meet, meet, review, review, review, attest,
		attest, attest, take_back, seal, pay, pay, pay, comes_back, withhold, lift, model_claim, model_claim,
		model_claim_less, model_claim_less, model_receive, model_receive, model_change, model_correct,
		model_extend, model_give_up, model_leave};

	return commands[model_below(model, sizeof commands / sizeof *commands)](model);
}
