/* The money by a model: a few lines of arithmetic of what is granted, planned, reviewed, authorised, sealed, paid, come
 * back, withheld, claimed, remitted and repaid per measure and year, driven by the same random commands as the program,
 * with decisions that replace one another and each year's money at its end. After each command the model, the ledger
 * and the follow-up of facts by kansli check say the same. KANSLI_SEQUENCES says how many sequences are run (10 000 for
 * the figure); controls break one rule of the model each, and one books an öre too many: all must be found. */
#include "cases.h"
#include "claims.h"
#include "money_model.h"
#include "reclaiming.h"

#include "base/words.h"
#include "casework/event.h"
#include "casework/ledger_list.h"

enum { COMMANDS = 36, OFFICE_SEQUENCES = 30 };

/* ---- held against the ledger */

static bool year_same(const struct model *model, const struct ledger_line *line)
{
	int year = line->year - MODEL_FIRST_YEAR;
	int64_t placed = 0;

	if (year < 0 || year >= MODEL_YEARS)
		return true;
	for (int place = MODEL_DUE; place <= MODEL_WITHDRAWN; place++)
		placed += model_placed(model, year, (enum model_place)place);
	return line->granted == model->granted[year] && line->ore[LEDGER_FRAME] == -model->granted[year] &&
	       line->ore[LEDGER_UNPLANNED] == model->granted[year] - placed && line->planned == placed &&
	       line->ore[LEDGER_DUE] == model_placed(model, year, MODEL_DUE) &&
	       line->ore[LEDGER_PAID] == model_placed(model, year, MODEL_PAID) &&
	       line->ore[LEDGER_STOPPED] == model_placed(model, year, MODEL_STOPPED) &&
	       line->ore[LEDGER_WITHDRAWN] == model_placed(model, year, MODEL_WITHDRAWN);
}

static bool same(const struct model *model)
{
	struct ledger_query query = {.measure = model->measure, .by = LEDGER_PER_MEASURE_YEAR};
	int64_t claims = 0, repaid = 0, remitted = 0, voluntary = 0;
	struct ledger_list list;
	bool holds;

	OK(ledger_list_load(model->cw, &query, &list, err));
	holds = list.unequal == 0 && !model->wrong;
	for (int i = 0; i < list.count; i++) {
		const struct ledger_line *line = &list.items[i];

		claims += line->ore[LEDGER_CLAIMED];
		repaid += line->ore[LEDGER_REPAID];
		remitted += line->ore[LEDGER_REMITTED];
		voluntary += line->ore[LEDGER_VOLUNTARY];
		holds &= year_same(model, line);
	}
	holds &= claims == model->claimed && repaid == model->repaid && remitted == model->remitted &&
		 voluntary == model->voluntary;
	ledger_list_done(&list);
	return holds;
}

/* Answers the number of the command after which the two differ; 0: never. */
static int sequence(struct model *model)
{
	if (!same(model))
		return -1;
	for (int i = 0; i < COMMANDS; i++)
		if (model_command(model) && !same(model))
			return i + 1;
	return 0;
}

static int sequences_wanted(void)
{
	const char *wanted = getenv("KANSLI_SEQUENCES");

	return wanted ? (int)strtol(wanted, NULL, 10) : CLAIMS_SLOW ? 6 : 18;
}

START_TEST(model_and_ledger_and_facts_say_the_same_after_every_command)
{
	int wanted = sequences_wanted(), run = 0;

	words_open("en");
	while (run < wanted) {
		struct casework *cw = model_office();

		for (int i = 0; i < OFFICE_SEQUENCES && run < wanted; i++, run++) {
			struct model model;
			int at;

			model_begin(&model, cw, MODEL_WHOLE, (uint64_t)run);
			at = sequence(&model);
			ck_assert_msg(!at, "sequence %d differs after command %d, %s: %s", run, at, model.doing,
				model.wrong ? model.wrong : "the sums");
		}
		office_sound(cw);
		casework_close(cw);
	}
}
END_TEST

/* What was being done when each broken rule was found, or rightly refused where the model let it through. */
static const char *const found_by[MODEL_BROKEN_COUNT] = {"", "withhold", "return", NULL, NULL, "claim less", NULL};

START_TEST(control_a_rule_broken_in_the_model_is_found)
{
	words_open("en");
	for (int broken = MODEL_WHOLE + 1; broken < MODEL_BROKEN_COUNT; broken++) {
		struct casework *cw = model_office();
		struct model model;
		int found = 0;

		for (int run = 0; run < 40 && !found; run++) {
			model_begin(&model, cw, (enum model_broken)broken, (uint64_t)run);
			found = sequence(&model);
		}
		ck_assert_msg(found > 0, "rule %d was broken, and nobody saw it", broken);
		if (found_by[broken])
			ck_assert_str_eq(model.doing, found_by[broken]);
		casework_close(cw);
	}
}
END_TEST

START_TEST(control_a_booking_too_many_is_found)
{
	struct model model;
	char sql[256];

	words_open("en");
	model_begin(&model, model_office(), MODEL_WHOLE, 1);
	ck_assert(same(&model));
	snprintf(sql, sizeof sql,
		"INSERT INTO ledger (at, measure, year, source, target, ore, cause, cause_id) "
		"VALUES ('2028-12-20 09:00:00', %d, 2027, 'due', 'unplanned', 1, 'instalment', 1)",
		(int)model.measure);
	rows_put(model.cw, sql);
	ck_assert(!same(&model));
	casework_close(model.cw);
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
