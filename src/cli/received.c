/* kansli received list|add|payer|place|take-back|void: money in from regions, and what it is for. */
#include "base/money.h"
#include "base/text.h"
#include "casework/claim.h"
#include "casework/money_in.h"
#include "cli/fields.h"
#include "cli/paper.h"
#include "csv/claim_paper.h"

static const char *kr(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(arena, money_text(ore, MONEY_KR, words_swedish(), text));
}

static bool list_run(struct shell *shell, struct error *err)
{
	struct money_in_list list;
	struct paper paper;
	bool done;

	if (!money_in_list_load(shell->cw, shell_switch(shell, "left"), &list, err))
		return false;
	paper_init(&paper);
	paper_list(&paper, "money_in", _("Money in"));
	for (int i = 0; i < list.count; i++)
		money_paper_write(&list.items[i], &paper);
	paper_list_end(&paper, _("Nothing has come in."));
	paper_ore(&paper, "in_ore", _("In all"), list.ore);
	paper_ore(&paper, "left_ore", _("Left to place"), list.left_ore);
	done = shell_paper(shell, &paper, err);
	paper_done(&paper);
	money_in_list_done(&list);
	return done;
}

static bool region_read(struct shell *shell, const char *typed, const char **out, struct error *err)
{
	struct programme programme;
	const struct region *region;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	region = programme_region(&programme, typed);
	*out = region ? arena_text(&shell->arena, region->code) : NULL;
	programme_done(&programme);
	return region || refuse(err, ERROR_MISSING, _("There is no region '%s'."), typed);
}

static bool add_run(struct shell *shell, struct error *err)
{
	struct money_in_change money = {.reference = shell_option(shell, "reference")};
	const char *region = shell_option(shell, "region");
	struct operation op;
	char today[DAY_TEXT];
	int n = 0;

	day_text(casework_today(shell->cw), today);
	if (!money_parse(shell->arguments[0], &money.ore, err) ||
		(region && !region_read(shell, region, &money.region, err)) ||
		!shell_day_text(shell, "on", &money.on_day, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	money.on_day = money.on_day ? money.on_day : today;
	if (!money_in_add(shell->cw, &op, &money, NULL, &n, err))
		return false;
	shell_say(shell, _("Money in %d: %s on %s. Place it when you know what it is for."), n,
		kr(&shell->arena, money.ore), money.on_day);
	return true;
}

/* Argument 0 as the number of money in. */
static bool money_find(struct shell *shell, int64_t *id, struct error *err)
{
	const struct money_in *money;
	struct money_in_list list;
	int n = text_number(shell->arguments[0]);

	if (!money_in_list_load(shell->cw, false, &list, err))
		return false;
	money = n ? money_in_of(&list, n) : NULL;
	*id = money ? money->id : 0;
	money_in_list_done(&list);
	return *id || refuse(err, ERROR_MISSING, _("There is no money in %s."), shell->arguments[0]);
}

static bool payer_run(struct shell *shell, struct error *err)
{
	const char *region;
	struct operation op;
	int64_t id;

	if (!money_find(shell, &id, err) || !region_read(shell, shell->arguments[1], &region, err) ||
		!shell_operation(shell, NULL, &op, err) || !money_in_payer(shell->cw, &op, id, region, err))
		return false;
	shell_say(shell, _("Money in %s came from %s."), shell->arguments[0], shell->arguments[1]);
	return true;
}

/* Arguments after KIND: "12.3 1" of a claim, "12.3" of voluntary money, none of what goes back. */
static bool about_read(struct shell *shell, struct money_part_change *part, struct error *err)
{
	bool claim = text_same(part->kind, "principal") || text_same(part->kind, "interest");
	bool measure = text_same(part->kind, "voluntary");
	int wanted = claim ? 4 : measure ? 3 : 2;
	int64_t of;
	long n;

	if (shell->argument_count != wanted)
		return refuse(err, ERROR_INVALID,
			_("Write 'place 4 principal 12.3 1' or interest of a claim, 'place 4 voluntary 12.3', or "
			  "'place 4 "
			  "back'."));
	if (wanted > 2 && !shell_measure(shell, 2, &of, err))
		return false;
	if (measure)
		part->measure = of;
	if (!claim)
		return true;
	n = text_number(shell->arguments[3]);
	return claim_find(shell->cw, of, n, &part->claim, err);
}

static const char *kind_of(const char *typed)
{
	static const char *const kinds[] = {"principal", "interest", "voluntary", "back"}, *const swedish[] = {
												   "kapital", "ränta",
												   "frivillig",
												   "tillbaka"};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (!strcmp(typed, swedish[i]))
			return kinds[i];
	return typed;
}

static bool place_run(struct shell *shell, struct error *err)
{
	struct money_part_change part = {.kind = kind_of(shell->arguments[1])};
	struct operation op;
	int64_t id, year = 0;

	if (!money_find(shell, &id, err) || !about_read(shell, &part, err) ||
		!shell_money(shell, "amount", &part.ore, err) || !shell_number(shell, "year", &year, err) ||
		!shell_text(shell, "why", &part.why, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (shell_option(shell, "amount") && part.ore < 1)
		return refuse(err, ERROR_INVALID,
			_("A part of money in is an amount above 0. Leave --amount out for all that is left."));
	part.year = (int)year;
	if (!money_in_place(shell->cw, &op, id, &part, NULL, err))
		return false;
	shell_say(shell, _("Money in %s: placed as %s."), shell->arguments[0], money_part_word(part.kind));
	return true;
}

static bool back_run(struct shell *shell, struct error *err)
{
	const char *why = NULL;
	struct operation op;
	int64_t id;
	int n = text_number(shell->arguments[1]);

	if (!money_find(shell, &id, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err) || !money_in_take_back(shell->cw, &op, id, n, why, err))
		return false;
	shell_say(shell, _("Part %s of money in %s is taken back."), shell->arguments[1], shell->arguments[0]);
	return true;
}

static bool void_run(struct shell *shell, struct error *err)
{
	const char *why = NULL;
	struct operation op;
	int64_t id;

	if (!money_find(shell, &id, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err) || !money_in_void(shell->cw, &op, id, why, err))
		return false;
	shell_say(shell, _("Money in %s is voided: it counts no more."), shell->arguments[0]);
	return true;
}

static const struct option_row list_options[] = {
	{"left", NULL, N_("what is not placed whole"), false},
	{0},
};
static const struct option_row add_options[] = {
	{"on", N_("DAY"), N_("the day it came in (today)"), false},
	{"region", N_("REGION"), N_("who paid; without it the payer is not known yet"), false},
	{"reference", N_("TEXT"), N_("the payer's mark"), false},
	{0},
};
static const struct option_row place_options[] = {
	{"amount", N_("AMOUNT"), N_("how much of it (all that is left)"), false},
	{"year", N_("YEAR"), N_("year in the ledger of voluntary money (the day's)"), false},
	{"why", N_("TEXT"), N_("why; needed for what is paid back"), false},
	{0},
};
static const struct option_row back_options[] = {
	{"why", N_("TEXT"), N_("why it was wrong"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("money in, and what it is for"), list_options, list_run, false, true, true},
	{"add", "lägg-till", N_("AMOUNT"), 1, 1, N_("record money in, as the bank tells it"), add_options, add_run,
		false, false, false},
	{"payer", "betalare", N_("N REGION"), 2, 2, N_("say who paid"), NULL, payer_run, false, false, false},
	{"place", "fördela", N_("N KIND [NR.N [N]]"), 2, 4,
		N_("say what money in is for: principal, interest, voluntary or back"), place_options, place_run, false,
		false, false},
	{"take-back", "ta-tillbaka", N_("N PART"), 2, 2, N_("take back a part that was put in the wrong place"),
		back_options, back_run, false, false, false},
	{"void", "makulera", N_("N"), 1, 1, N_("void money in that was entered wrong, or twice; it stays to be seen"),
		back_options, void_run, false, false, false},
	{0},
};
const struct verb verb_received = {"received", "inbetalning", N_("money in from regions"), forms};
