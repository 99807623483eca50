/* The money by a model: a few lines of arithmetic of what is granted, planned, paid, withheld, claimed and repaid per
 * measure and year, driven by the same random commands as the program. After each command the model, the ledger and the
 * follow-up of facts by kansli check say the same. KANSLI_SEQUENCES says how many sequences are run (10 000 for the
 * figure); a control breaks one rule of the model on purpose, and one books an öre too many: both must be found. */
#include "cases.h"
#include "claims.h"
#undef REFUSED
#include "reclaiming.h"

#include "base/chance.h"
#include "base/words.h"
#include "casework/event.h"
#include "casework/ledger_list.h"

enum { YEARS = 2, ROWS = 16, COMMANDS = 12, OFFICE_SEQUENCES = 40, FIRST_YEAR = 2027 };

/* ---- the model */

enum place { GONE, DUE, PAID, STOPPED, WITHDRAWN };
struct model_row {
	int year; /* 0 or 1 */
	int64_t ore;
	enum place place;
	bool waits;
	int withholding; /* which stopped it */
};
struct model {
	int64_t measure;
	int64_t granted[YEARS], claimed, repaid, remitted, voluntary;
	struct model_row rows[ROWS + 1]; /* by the plan's number, from 1 */
	int last, withholdings;
	int64_t withholding[ROWS], claim, claim_net; /* ids; the one claim that stands */
	bool broken_rule;                            /* the control: what is withheld is forgotten */
};

static int64_t placed_in(const struct model *model, int year, enum place place)
{
	int64_t sum = 0;

	for (int n = 1; n <= model->last; n++)
		if (model->rows[n].place == place && model->rows[n].year == year)
			sum += model->rows[n].ore;
	return sum;
}

/* ---- held against the ledger */

static struct casework *cw;
static struct chance chance;
static const char *doing = "";

static bool same(const struct model *model)
{
	struct ledger_query query = {.measure = model->measure, .by = LEDGER_PER_MEASURE_YEAR};
	int64_t claims = 0, repaid = 0, remitted = 0, voluntary = 0;
	struct ledger_list list;
	bool holds;

	OK(ledger_list_load(cw, &query, &list, err));
	holds = list.unequal == 0;
	for (int i = 0; i < list.count; i++) {
		const struct ledger_line *line = &list.items[i];
		int year = line->year - FIRST_YEAR;

		claims += line->ore[LEDGER_CLAIMED];
		repaid += line->ore[LEDGER_REPAID];
		remitted += line->ore[LEDGER_REMITTED];
		voluntary += line->ore[LEDGER_VOLUNTARY];
		if (year < 0 || year >= YEARS)
			continue;
		holds &= line->granted == model->granted[year] && line->ore[LEDGER_FRAME] == -model->granted[year] &&
			 line->ore[LEDGER_DUE] == placed_in(model, year, DUE) &&
			 line->ore[LEDGER_PAID] == placed_in(model, year, PAID) &&
			 line->ore[LEDGER_STOPPED] == placed_in(model, year, STOPPED) &&
			 line->ore[LEDGER_WITHDRAWN] == placed_in(model, year, WITHDRAWN);
	}
	holds &= claims == model->claimed && repaid == model->repaid && remitted == model->remitted &&
		 voluntary == model->voluntary;
	ledger_list_done(&list);
	return holds;
}

/* ---- commands: each answers whether there was something to do */

static int pick(const struct model *model, enum place place)
{
	int found[ROWS], count = 0;

	for (int n = 1; n <= model->last; n++)
		if (model->rows[n].place == place)
			found[count++] = n;
	return count ? found[chance_below(&chance, (uint32_t)count)] : 0;
}

static const char *const days[YEARS] = {"2027-06-01", "2028-06-01"};

/* The plan anew: one due row becomes two, or two of a year one; the year's sum stays. */
static bool split(struct model *model)
{
	struct instalment_change rows[ROWS + 1] = {{0}};
	int count = 0, n = pick(model, DUE);
	int64_t part;

	if (!n || model->rows[n].waits || model->last >= ROWS || model->rows[n].ore < 2)
		return false;
	doing = "split";
	part = 1 + (int64_t)chance_below(&chance, (uint32_t)(model->rows[n].ore - 1));
	for (int i = 1; i <= model->last; i++) {
		const struct model_row *row = &model->rows[i];

		if (row->place != DUE && row->place != STOPPED && row->place != WITHDRAWN)
			continue;
		if (row->place == DUE)
			rows[count++] = (struct instalment_change){
				i, {days[row->year], 0, i == n ? row->ore - part : row->ore, NULL,
					   row->waits ? "partial report approved" : ""}};
	}
	rows[count++] = (struct instalment_change){0, {days[model->rows[n].year], 0, part, NULL, ""}};
	office_sit(cw, "elin");
	office_sit(cw, "carl");
	OK(plan_put(cw, NULL, model->measure, rows, count, "Split.", err));
	model->rows[n].ore -= part;
	model->rows[++model->last] = (struct model_row){model->rows[n].year, part, DUE, false, 0};
	return true;
}

static bool meet(struct model *model)
{
	int n = pick(model, DUE);

	if (!n || !model->rows[n].waits)
		return false;
	doing = "meet";
	office_sit(cw, "carl");
	OK(instalment_condition_met(cw, NULL, granting_row(cw, model->measure, n), "2028-12-01", err));
	model->rows[n].waits = false;
	return true;
}

static bool pay(struct model *model)
{
	int n = pick(model, DUE);

	if (!n || model->rows[n].waits)
		return false;
	doing = "pay";
	reclaiming_pay(cw, model->measure, n, "2028-12-01");
	model->rows[n].place = PAID;
	return true;
}

static bool withhold(struct model *model)
{
	struct withholding_change change = reclaiming_withholding();
	int n = pick(model, DUE);
	struct withholding_part part = {n, 0};

	if (!n || model->withholdings >= ROWS)
		return false;
	doing = "withhold";
	change.parts = &part;
	change.final = chance_below(&chance, 3) == 0;
	office_sit(cw, "elin");
	OK(withholding_record(cw, NULL, model->measure, &change, &model->withholding[model->withholdings], err));
	if (!model->broken_rule)
		model->rows[n].place = change.final ? WITHDRAWN : STOPPED;
	model->rows[n].withholding = model->withholdings++;
	return true;
}

static bool lift(struct model *model)
{
	struct withholding_lifting lifting = {"2028-12-01", "It has come.", 0, "Kim Ek (ordförande)", "Elin Dahl", ""};
	int n = pick(model, STOPPED);

	if (!n)
		return false;
	doing = "lift";
	office_sit(cw, "elin");
	OK(withholding_lift(cw, NULL, model->withholding[model->rows[n].withholding], &lifting, err));
	model->rows[n].place = DUE;
	return true;
}

static bool claim(struct model *model)
{
	struct claim_change change = reclaiming_claim();
	struct claim_room room;

	if (model->claim)
		return false;
	OK(claim_room_load(cw, model->measure, "13", &room, err));
	if (room.left_ore < 2)
		return false;
	doing = "claim";
	change.ore = 1 + (int64_t)chance_below(&chance, (uint32_t)room.left_ore);
	change.reduced_ore = (int64_t)chance_below(&chance, (uint32_t)change.ore);
	if (!change.reduced_ore)
		change.special_reasons = "";
	change.decided_on = "2028-12-01";
	change.pay_by = "2028-12-31";
	office_sit(cw, "elin");
	OK(claim_record(cw, NULL, model->measure, &change, &model->claim, err));
	model->claim_net = change.ore - change.reduced_ore;
	model->claimed += model->claim_net;
	return true;
}

/* Money in for the claim or without one, some of it taken back again. */
static bool receive(struct model *model)
{
	struct money_in_change money = {"13", "2028-12-15", "", 0};
	struct money_part_change part = {.measure = model->measure, .year = FIRST_YEAR, .why = "told"};
	bool principal = model->claim && model->claimed > 0 && chance_below(&chance, 2) == 0;
	int64_t id;
	int n = 0;

	struct claim_room room;

	OK(claim_room_load(cw, model->measure, "13", &room, err));
	if (!principal && room.left_ore < 1)
		return false;
	doing = "receive";
	money.ore = 1 + (int64_t)chance_below(&chance, (uint32_t)(principal ? model->claimed : room.left_ore));
	part.kind = principal ? "principal" : "voluntary";
	part.claim = principal ? model->claim : 0;
	office_sit(cw, "cia");
	OK(money_in_add(cw, NULL, &money, &id, NULL, err));
	OK(money_in_place(cw, NULL, id, &part, &n, err));
	if (chance_below(&chance, 3) == 0) {
		OK(money_in_take_back(cw, NULL, id, n, "Wrong place.", err));
	} else if (principal) {
		model->claimed -= money.ore;
		model->repaid += money.ore;
	} else {
		model->voluntary += money.ore;
	}
	return true;
}

/* ---- sequences */

static void begin(struct model *model)
{
	const struct measure_amount sought[] = {
		{2027, true, true, KRONOR(20000), KRONOR(10000)}, {2028, true, true, KRONOR(20000), KRONOR(10000)}};
	const int64_t first = 1 + (int64_t)chance_below(&chance, 600000), second = KRONOR(10000) - first;
	const struct decision_amount granted[] = {{2027, KRONOR(10000)}, {2028, KRONOR(10000)}};
	const struct decision_instalment rows[] = {{"2027-06-01", 0, first, NULL, ""},
		{"2027-09-01", 0, second, NULL, "partial report approved"}, {"2028-06-01", 0, KRONOR(10000), NULL, ""}};
	struct decision_change change = granting_whole();

	*model = (struct model){.granted = {KRONOR(10000), KRONOR(10000)}, .last = 3};
	model->rows[1] = (struct model_row){0, first, DUE, false, 0};
	model->rows[2] = (struct model_row){0, second, DUE, true, 0};
	model->rows[3] = (struct model_row){1, KRONOR(10000), DUE, false, 0};
	change.amounts = granted;
	change.amount_count = 2;
	change.instalments = rows;
	change.instalment_count = 3;
	model->measure = granting_measure_of(cw, NULL, 0, sought, 2);
	granting_decide(cw, model->measure, &change);
}

static bool (*const commands[])(struct model *) = {split, meet, pay, withhold, lift, claim, receive, pay, meet};

/* Answers the number of the command after which the two differ; 0: never. */
static int sequence(struct model *model)
{
	if (!same(model))
		return -1;
	for (int i = 0; i < COMMANDS; i++) {
		uint32_t which = chance_below(&chance, sizeof commands / sizeof *commands);

		if (commands[which](model) && !same(model))
			return i + 1;
	}
	return 0;
}

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	office_clock(cw, "2028-12-20 09:00:00");
	office_sit(cw, "cia");
}

static int sequences_wanted(void)
{
	const char *wanted = getenv("KANSLI_SEQUENCES");

	return wanted ? (int)strtol(wanted, NULL, 10) : CLAIMS_SLOW ? 8 : 24;
}

START_TEST(model_and_ledger_and_facts_say_the_same_after_every_command)
{
	int wanted = sequences_wanted(), run = 0;

	while (run < wanted) {
		office_begin();
		for (int i = 0; i < OFFICE_SEQUENCES && run < wanted; i++, run++) {
			struct model model;
			int at;

			chance_start(&chance, 20261122, (uint64_t)run);
			begin(&model);
			at = sequence(&model);
			ck_assert_msg(!at, "sequence %d differs after command %d, %s", run, at, doing);
		}
		reclaiming_sound(cw);
		casework_close(cw);
	}
}
END_TEST

START_TEST(control_a_rule_broken_in_the_model_is_found)
{
	int found = 0;

	office_begin();
	for (int run = 0; run < 12 && !found; run++) {
		struct model model;

		chance_start(&chance, 20261122, (uint64_t)run);
		begin(&model);
		model.broken_rule = true;
		found = sequence(&model);
	}
	ck_assert_int_gt(found, 0);
	ck_assert_str_eq(doing, "withhold");
	casework_close(cw);
}
END_TEST

START_TEST(control_a_booking_too_many_is_found)
{
	struct model model;
	char sql[256];

	office_begin();
	chance_start(&chance, 1, 1);
	begin(&model);
	ck_assert(same(&model));
	snprintf(sql, sizeof sql,
		"INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id) "
		"VALUES ('2028-12-20 09:00:00', %d, 2027, 'due', 'unplanned', 1, 'instalment', 1)",
		(int)model.measure);
	rows_put(cw, sql);
	ck_assert(!same(&model));
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		model_and_ledger_and_facts_say_the_same_after_every_command,
		control_a_rule_broken_in_the_model_is_found,
		control_a_booking_too_many_is_found,
		NULL,
	};

	return claims_run("money model", claims, 3600);
}
