/* kansli claim list|show|add|change|demand|paper|letter: repayment and recovery (18–20 §§). */
#include "casework/claim.h"
#include "base/money.h"
#include "base/text.h"
#include "casework/lending_rate.h"
#include "cli/deciding.h"
#include "cli/fields.h"
#include "cli/paper.h"
#include "csv/claim_paper.h"
#include "csv/recovery_letter.h"

static const char *kr(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(arena, money_text(ore, MONEY_KR, words_swedish(), text));
}

/* Arguments NR.N N: claim N of the measure. */
static bool claim_read(struct shell *shell, int64_t *id, struct error *err)
{
	int64_t measure;
	int n = text_number(shell->arguments[1]);

	if (!n)
		return refuse(err, ERROR_INVALID, _("'%s' is no claim. Write 12.3 1 for claim 1 of 12.3."),
			shell->arguments[1]);
	return shell_measure(shell, 0, &measure, err) && claim_find(shell->cw, measure, n, id, err);
}

static void item_write(struct paper *paper, const struct claim *claim)
{
	struct arena *arena = &paper->arena;

	paper_item(paper,
		arena_format(arena, _("%s: %s, %s, %s left"), claim_number_text(arena, claim), claim->region_short,
			kr(arena, claim->net_ore), kr(arena, claim->replaced ? 0 : claim->left_ore)));
	paper_text(paper, "measure", NULL,
		arena_format(arena, "%d-%d.%d", claim->application_n, claim->year, claim->measure_n));
	paper_number(paper, "n", NULL, claim->n);
	paper_text(paper, "region", NULL, claim->region_short);
	paper_text(paper, "decided_on", _("Decided on"), claim->decided_on);
	paper_word(paper, "ground", _("Ground"), claim->ground, claim_ground_words(claim->ground));
	paper_ore(paper, "claimed_ore", NULL, claim->ore);
	paper_ore(paper, "net_ore", NULL, claim->net_ore);
	paper_ore(paper, "repaid_ore", NULL, claim->repaid_ore);
	paper_ore(paper, "interest_paid_ore", NULL, claim->interest_paid_ore);
	paper_ore(paper, "left_ore", NULL, claim->left_ore);
	paper_text(paper, "pay_by", _("To be paid by"), claim->pay_by);
	paper_number(paper, "replaces", _("Changes claim"), claim->replaces_n);
	paper_bool(paper, "lifted", _("Takes the claim away"), claim->lifted);
	paper_bool(paper, "replaced", _("Replaced by a later decision"), claim->replaced);
	shell_sent_write(paper, claim->application_n, claim->year, &claim->sent);
	paper_item_end(paper);
}

static bool list_run(struct shell *shell, struct error *err)
{
	struct claim_query query = {.open = shell_switch(shell, "open")};
	struct claim_list list;
	struct paper paper;
	bool done;

	if ((shell->argument_count &&
		    !(strchr(shell->arguments[0], '.') ? shell_measure(shell, 0, &query.measure, err)
						       : shell_application(shell, 0, &query.application, err))) ||
		!claim_list_load(shell->cw, &query, &list, err))
		return false;
	paper_init(&paper);
	paper_list(&paper, "claims", _("Claims"));
	for (int i = 0; i < list.count; i++)
		item_write(&paper, &list.items[i]);
	paper_list_end(&paper, _("Nothing is claimed."));
	paper_ore(&paper, "net_ore", _("Claimed in all"), list.net_ore);
	paper_ore(&paper, "left_ore", _("Left in all"), list.left_ore);
	done = shell_paper(shell, &paper, err);
	paper_done(&paper);
	claim_list_done(&list);
	return done;
}

static bool show_run(struct shell *shell, struct error *err)
{
	day through = casework_today(shell->cw);
	struct claim_sheet sheet;
	struct paper paper;
	int64_t id;
	bool done;

	if (!claim_read(shell, &id, err) || !shell_day(shell, "through", &through, err) ||
		!claim_sheet_load(shell->cw, id, through, &sheet, err))
		return false;
	paper_init(&paper);
	done = claim_paper_write(shell->cw, &sheet, &paper, err) && shell_paper(shell, &paper, err);
	paper_done(&paper);
	claim_sheet_done(&sheet);
	return done;
}

/* What `add` and `change` take alike. */
static bool change_read(struct shell *shell, struct claim_change *change, struct error *err)
{
	const char *cut = shell_option(shell, "interest-cut"), *today;
	struct deciding deciding;
	char text[DAY_TEXT];

	day_text(casework_today(shell->cw), text);
	today = arena_text(&shell->arena, text);
	change->ground = shell_option(shell, "ground");
	change->day_count = shell_option(shell, "day-count");
	if (!shell_text(shell, "evidence", &change->evidence, err) ||
		!shell_text(shell, "reasons", &change->reasons, err) ||
		!shell_text(shell, "special", &change->special_reasons, err) ||
		!shell_money(shell, "reduced", &change->reduced_ore, err) ||
		(cut && !per_cent_parse(cut, &change->interest_cut, err)) ||
		!shell_day_text(shell, "on", &change->decided_on, err) ||
		!shell_day_text(shell, "pay-by", &change->pay_by, err) || !shell_deciding(shell, &deciding, err))
		return false;
	change->decided_on = change->decided_on ? change->decided_on : today;
	change->item = deciding.item;
	change->deciders = deciding.deciders;
	change->presenter = deciding.presenter;
	change->others = deciding.others;
	return true;
}

static bool region_read(struct shell *shell, struct claim_change *change, struct error *err)
{
	struct programme programme;
	bool read;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	read = field_region(shell, &programme, "region", &change->region, err);
	if (change->region)
		change->region = arena_text(&shell->arena, change->region);
	programme_done(&programme);
	return read;
}

static bool add_run(struct shell *shell, struct error *err)
{
	struct claim_change change = {0};
	struct operation op;
	int64_t measure, id = 0;

	if (!shell_measure(shell, 0, &measure, err) || !money_parse(shell->arguments[1], &change.ore, err) ||
		!change_read(shell, &change, err) || !region_read(shell, &change, err) ||
		!shell_operation(shell, NULL, &op, err) || !claim_record(shell->cw, &op, measure, &change, &id, err))
		return false;
	shell_say(shell, _("Of %s %s is claimed, %s of it reduced."), shell->arguments[0],
		kr(&shell->arena, change.ore), kr(&shell->arena, change.reduced_ore));
	return true;
}

static bool change_run(struct shell *shell, struct error *err)
{
	struct claim_change change = {.lifted = shell_switch(shell, "lifted"),
		.provision = shell_option(shell, "provision"),
		.reduced_ore = MONEY_UNKNOWN,
		.interest_cut = -1};
	struct operation op;
	int64_t id = 0;

	if (!claim_read(shell, &change.replaces, err) || !shell_money(shell, "amount", &change.ore, err) ||
		!change_read(shell, &change, err) || !shell_operation(shell, NULL, &op, err) ||
		!claim_record(shell->cw, &op, 0, &change, &id, err))
		return false;
	shell_say(shell, change.lifted ? _("The claim is taken away by the later decision.")
				       : _("The claim is changed by the later decision."));
	return true;
}

static bool demand_run(struct shell *shell, struct error *err)
{
	struct demand_change change = {0};
	struct operation op;
	char today[DAY_TEXT];
	int64_t id, document = 0;

	day_text(casework_today(shell->cw), today);
	if (!claim_read(shell, &id, err) || !shell_day_text(shell, "sent", &change.sent_on, err) ||
		!shell_day_text(shell, "through", &change.through_on, err) ||
		!shell_number(shell, "document", &document, err) || !shell_text(shell, "way", &change.way, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	change.document = (int)document;
	change.registered = true;
	change.sent_on = change.sent_on ? change.sent_on : today;
	if (!demand_send(shell->cw, &op, id, &change, demand_letter_write, NULL, NULL, err))
		return false;
	shell_say(shell, _("The demand is kept as it was sent on %s, and stands in the case's register."),
		change.sent_on);
	return true;
}

static bool paper_run(struct shell *shell, struct error *err)
{
	struct decision_paper_change change = {0};
	struct paper paper;
	int64_t measure;
	bool done;

	paper_init(&paper);
	done = claim_read(shell, &change.claim, err) && shell_measure(shell, 0, &measure, err) &&
	       claim_letter_write(shell->cw, measure, text_number(shell->arguments[1]), &paper, err) &&
	       shell_paper_put(shell, &change, &paper, err);
	paper_done(&paper);
	return done;
}

/* A demand as it was sent, to the byte. */
static bool letter_run(struct shell *shell, struct error *err)
{
	const struct demand *found = NULL;
	struct claim_sheet sheet;
	struct buffer text;
	int64_t id;
	int n = text_number(shell->arguments[2]);
	bool done;

	if (!claim_read(shell, &id, err) || !claim_sheet_load(shell->cw, id, casework_today(shell->cw), &sheet, err))
		return false;
	for (int i = 0; i < sheet.demand_count; i++)
		if (sheet.demands[i].n == n && sheet.demands[i].claim_n == sheet.claim.n)
			found = &sheet.demands[i];
	buffer_init(&text);
	buffer_text(&text, found ? found->text : "");
	done = found ? shell_deliver(shell, &text, err)
		     : refuse(err, ERROR_MISSING, _("No demand %s has been sent on claim %s of %s."),
			       shell->arguments[2], shell->arguments[1], shell->arguments[0]);
	buffer_done(&text);
	claim_sheet_done(&sheet);
	return done;
}

#define CLAIM_OPTIONS                                                                                                  \
	{"ground", N_("CODE"), N_("18.1 a ground of 17 §, 18.2 unused, 18.3 used for another purpose"), false},        \
		{"evidence", N_("TEXT"), N_("what shows it"), false},                                                  \
		{"reduced", N_("AMOUNT"), N_("by how much the claim is reduced (19 §)"), false},                       \
		{"interest-cut", N_("PERCENT"), N_("by how much the interest is reduced (19 §)"), false},              \
		{"special", N_("TEXT"), N_("the special reasons for it"), false},                                      \
		{"pay-by", N_("DAY"), N_("the day it is to be paid"), false},                                          \
	{                                                                                                              \
		"day-count", N_("CODE"), N_("of interest: 365 (without it), actual or 360"), false                     \
	}
static const struct option_row list_options[] = {
	{"open", NULL, N_("those that hold and are not paid whole"), false},
	{0},
};
static const struct option_row show_options[] = {
	{"through", N_("DAY"), N_("interest through this day (today)"), false},
	{0},
};
static const struct option_row add_options[] = {
	{"region", N_("REGION"), N_("who is liable (the lead)"), false},
	CLAIM_OPTIONS,
	DECIDING_OPTIONS,
	{0},
};
static const struct option_row change_options[] = {
	{"amount", N_("AMOUNT"), N_("what the ground covers now (as before)"), false},
	{"lifted", NULL, N_("the claim is taken away"), false},
	{"provision", N_("CODE"), N_("FL 36 (clerical error), FL 37 or FL 38"), false},
	CLAIM_OPTIONS,
	DECIDING_OPTIONS,
	{0},
};
static const struct option_row demand_options[] = {
	{"sent", N_("DAY"), N_("the day it is sent (today)"), false},
	{"through", N_("DAY"), N_("interest through this day (the day it is sent)"), false},
	{"document", N_("N"), N_("its document in the case's register, where it is there already"), false},
	{"way", N_("WAY"), N_("how it is sent (email)"), false},
	{0},
};
static const struct option_row paper_options[] = {
	PAPER_OPTIONS,
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("[NR|NR.N]"), 0, 1, N_("what is claimed, and what is left of it"), list_options, list_run,
		false, true, true},
	{"show", "visa", N_("NR.N N"), 2, 2, N_("the sheet: decision, interest line by line, money in, balance"),
		show_options, show_run, false, true, true},
	{"add", "lägg-till", N_("NR.N AMOUNT"), 2, 2, N_("record a decision to reclaim"), add_options, add_run, false,
		false, false},
	{"change", "ändra", N_("NR.N N"), 2, 2, N_("record a later decision that changes a claim or takes it away"),
		change_options, change_run, false, false, false},
	{"demand", "krav", N_("NR.N N"), 2, 2,
		N_("send a demand: the sheet and the letter are kept, and the letter registered"), demand_options,
		demand_run, false, false, false},
	{"paper", "expediera", N_("NR.N N"), 2, 2, N_("register the letter of the decision, and note that it was sent"),
		paper_options, paper_run, false, false, false},
	{"letter", "kravbrev", N_("NR.N N N"), 3, 3, N_("a demand as it was sent"), NULL, letter_run, false, true,
		false, true},
	{0},
};
const struct verb verb_claim = {"claim", "återkrav", N_("repayment and recovery (18–20 §§)"), forms, "aterkrav"};
