/* kansli withhold list|add|lift|paper: instalments that the delegation has decided to withhold (17 §). */
#include "base/money.h"
#include "base/text.h"
#include "casework/claim.h"
#include "casework/withholding.h"
#include "cli/deciding.h"
#include "cli/paper.h"
#include "csv/recovery_letter.h"

/* "12.3 1", in the arena. */
static const char *number_text(struct arena *arena, const struct withholding *item)
{
	return arena_format(arena, "%d-%d.%d %d", item->application_n, item->year, item->measure_n, item->n);
}

static void item_write(struct paper *paper, const struct withholding *item)
{
	struct arena *arena = &paper->arena;
	char ore[MONEY_TEXT];

	paper_item(paper, arena_format(arena, _("%s: row %s, %s, %s"), number_text(arena, item), item->rows,
				  money_text(item->ore, MONEY_KR, words_swedish(), ore),
				  item->lifted_on ? _("lifted")
				  : item->final   ? _("for good")
						  : _("for the time being")));
	paper_text(paper, "measure", NULL,
		arena_format(arena, "%d-%d.%d", item->application_n, item->year, item->measure_n));
	paper_number(paper, "n", NULL, item->n);
	paper_text(paper, "rows", NULL, item->rows);
	paper_ore(paper, "withheld_ore", NULL, item->ore);
	paper_bool(paper, "final", NULL, item->final);
	paper_text(paper, "decided_on", _("Decided on"), item->decided_on);
	paper_word(paper, "ground", _("Ground"), item->ground, claim_ground_words(item->ground));
	paper_text(paper, "evidence", _("What shows it"), item->evidence);
	paper_text(paper, "reasons", _("Reasons"), item->reasons);
	paper_text(paper, "deciders", _("Decided by"), item->deciders);
	paper_text(paper, "presenter", _("Presented by"), item->presenter);
	paper_text(paper, "others", _("Others who took part"), item->others);
	paper_text(paper, "lifted_on", _("Lifted on"), item->lifted_on);
	paper_text(paper, "lifted_why", _("Why it was lifted"), item->lifted_why);
	shell_sent_write(paper, item->application_n, item->year, item->lifted_on ? &item->lifted_sent : &item->sent);
	paper_number(paper, "version", NULL, item->version);
	paper_item_end(paper);
}

static bool list_run(struct shell *shell, struct error *err)
{
	struct withholding_list list;
	struct paper paper;
	int64_t measure = 0;
	bool done;

	if ((shell->argument_count && !shell_measure(shell, 0, &measure, err)) ||
		!withholding_list_load(shell->cw, measure, &list, err))
		return false;
	paper_init(&paper);
	paper_list(&paper, "withholdings", _("Withheld instalments (17 §)"));
	for (int i = 0; i < list.count; i++)
		item_write(&paper, &list.items[i]);
	paper_list_end(&paper, _("Nothing is withheld."));
	done = shell_paper(shell, &paper, err);
	paper_done(&paper);
	withholding_list_done(&list);
	return done;
}

static bool parts_read(struct shell *shell, struct withholding_part *parts, int *count, struct error *err)
{
	for (*count = 0; *count + 1 < shell->argument_count; ++*count)
		if (!withholding_part_parse(shell->arguments[*count + 1], &parts[*count], err))
			return false;
	return true;
}

static bool add_run(struct shell *shell, struct error *err)
{
	struct withholding_part parts[SHELL_VALUES];
	struct withholding_change change = {.ground = shell_option(shell, "ground"), .parts = parts};
	struct deciding deciding;
	struct operation op;
	char today[DAY_TEXT];
	int64_t measure;

	day_text(casework_today(shell->cw), today);
	change.decided_on = today;
	change.final = shell_switch(shell, "final");
	if (!shell_measure(shell, 0, &measure, err) || !parts_read(shell, parts, &change.count, err) ||
		!shell_day_text(shell, "on", &change.decided_on, err) ||
		!shell_text(shell, "evidence", &change.evidence, err) ||
		!shell_text(shell, "reasons", &change.reasons, err) || !shell_deciding(shell, &deciding, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (!change.decided_on)
		change.decided_on = today;
	change.item = deciding.item;
	change.deciders = deciding.deciders;
	change.presenter = deciding.presenter;
	change.others = deciding.others;
	if (!withholding_record(shell->cw, &op, measure, &change, NULL, err))
		return false;
	shell_say(shell,
		change.final ? _("Of %s is withheld for good what was named.")
			     : _("Of %s is withheld for the time being what was named."),
		shell->arguments[0]);
	return true;
}

/* The decision named by its measure and number. */
static bool one_find(struct shell *shell, int64_t *id, struct error *err)
{
	struct withholding_list list;
	int n = text_number(shell->arguments[1]);
	int64_t measure;

	*id = 0;
	if (!shell_measure(shell, 0, &measure, err) || !withholding_list_load(shell->cw, measure, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		if (list.items[i].n == n)
			*id = list.items[i].id;
	withholding_list_done(&list);
	return *id || refuse(err, ERROR_MISSING, _("%s has no decision %s to withhold."), shell->arguments[0],
			      shell->arguments[1]);
}

static bool lift_run(struct shell *shell, struct error *err)
{
	struct withholding_lifting lifting = {0};
	struct deciding deciding;
	struct operation op;
	char today[DAY_TEXT];
	int64_t id;

	day_text(casework_today(shell->cw), today);
	if (!one_find(shell, &id, err) || !shell_day_text(shell, "on", &lifting.lifted_on, err) ||
		!shell_text(shell, "reasons", &lifting.why, err) || !shell_deciding(shell, &deciding, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	lifting.item = deciding.item;
	lifting.deciders = deciding.deciders;
	lifting.presenter = deciding.presenter;
	lifting.others = deciding.others;
	lifting.lifted_on = lifting.lifted_on ? lifting.lifted_on : today;
	if (!withholding_lift(shell->cw, &op, id, &lifting, err))
		return false;
	shell_say(shell, _("What was withheld of %s is to be paid again."), shell->arguments[0]);
	return true;
}

static bool paper_run(struct shell *shell, struct error *err)
{
	struct decision_paper_change change = {.lifting = shell_switch(shell, "lifting")};
	struct paper paper;
	int64_t measure;
	bool done;

	paper_init(&paper);
	done = one_find(shell, &change.withholding, err) && shell_measure(shell, 0, &measure, err) &&
	       withholding_letter_write(
		       shell->cw, measure, text_number(shell->arguments[1]), change.lifting, &paper, err) &&
	       shell_paper_put(shell, &change, &paper, err);
	paper_done(&paper);
	return done;
}

static const struct option_row paper_options[] = {
	{"lifting", NULL, N_("the letter of the later decision that lifts it"), false},
	PAPER_OPTIONS,
	{0},
};
static const struct option_row add_options[] = {
	{"ground", N_("CODE"), N_("17.1 wrong grounds or too high, 17.2 a condition not followed"), false},
	{"evidence", N_("TEXT"), N_("what shows it"), false},
	{"final", NULL, N_("for good: it is not paid at all"), false},
	DECIDING_OPTIONS,
	{0},
};
static const struct option_row lift_options[] = {
	DECIDING_OPTIONS,
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("[NR.N]"), 0, 1, N_("what is withheld, and by which decision"), NULL, list_run, false,
		true, true},
	{"add", "lägg-till", N_("NR.N ROW[=AMOUNT]..."), 2, -1, N_("record a decision to withhold rows of a plan"),
		add_options, add_run, false, false, false},
	{"lift", "häv", N_("NR.N N"), 2, 2, N_("record a later decision that lifts it"), lift_options, lift_run, false,
		false, false},
	{"paper", "expediera", N_("NR.N N"), 2, 2, N_("register the letter of the decision, and note that it was sent"),
		paper_options, paper_run, false, false, false},
	{0},
};
const struct verb verb_withhold = {
	"withhold", "håll-inne", N_("payment withheld by the delegation's decision (17 §)"), forms, "hall-inne"};
