/* kansli clock send, ask and as-is. Invariant: what is asked for one by one is what was typed and what control points
 * leave, in that order; nothing is added unasked. */
#include "cli/clock_send.h"

#include "base/text.h"
#include "casework/application.h"
#include "cli/clock_show.h"
#include "cli/fields.h"

bool clock_kind_option(struct shell *shell, const char **kind, struct error *err)
{
	const char *wanted = shell_option(shell, "kind");
	struct programme programme;
	const struct word *word;

	if (!wanted)
		return true;
	if (!programme_load(shell->cw, &programme, err))
		return false;
	word = programme_word(&programme, "clock", wanted);
	*kind = arena_text(&shell->arena, word ? word->code : wanted);
	programme_done(&programme);
	for (int i = 0; clock_kinds[i]; i++)
		if (!strcmp(clock_kinds[i], *kind))
			return true;
	return refuse(err, ERROR_INVALID,
		_("--kind: '%s' is no kind of time limit. There are completion, notice, communication and referral."),
		wanted);
}

/* --region as a participant of the application. */
static bool participant_option(struct shell *shell, int64_t application, int64_t *out, struct error *err)
{
	const char *wanted = shell_option(shell, "region");
	const struct region *region;
	struct programme programme;
	struct application whole;
	bool found = false;

	if (!wanted)
		return true;
	if (!application_load(shell->cw, application, &whole, err))
		return false;
	if (!programme_load(shell->cw, &programme, err)) {
		application_done(&whole);
		return false;
	}
	region = programme_region(&programme, wanted);
	for (int i = 0; region && i < whole.participant_count; i++) {
		if (!strcmp(whole.participants[i].region, region->code)) {
			*out = whole.participants[i].id;
			found = true;
		}
	}
	programme_done(&programme);
	application_done(&whole);
	return found || refuse(err, ERROR_MISSING, _("%s does not take part in %s."), wanted, shell->arguments[0]);
}

/* Is the candidate meant by --gates (all) or a --gate? */
static bool candidate_meant(struct shell *shell, const struct clock_candidate *candidate)
{
	const char *gate;

	for (int i = 0; (gate = shell_option_nth(shell, "gate", i)); i++)
		if (!strcasecmp(gate, candidate->gate))
			return true;
	return shell_switch(shell, "gates");
}

static bool gates_met(struct shell *shell, const struct clock_candidates *list, struct error *err)
{
	const char *gate;

	for (int i = 0; (gate = shell_option_nth(shell, "gate", i)); i++) {
		bool met = false;

		for (int k = 0; k < list->count; k++)
			met = met || !strcasecmp(gate, list->items[k].gate);
		if (!met)
			return refuse(err, ERROR_MISSING,
				_("--gate: %s leaves nothing to ask for in %s. kansli clock ask %s shows what there "
				  "is."),
				gate, shell->arguments[0], shell->arguments[0]);
	}
	return true;
}

/* What is typed first, then what control points leave; of one measure or region where one is named. */
static bool items_take(struct shell *shell, int64_t application, struct clock_change *change, struct error *err)
{
	struct clock_item_change *items;
	struct clock_candidates list;
	const char *text;
	bool met;

	if (!clock_candidates_load(shell->cw, application, NULL, &list, err))
		return false;
	items = arena_take(&shell->arena, (size_t)(SHELL_VALUES + list.count) * sizeof *items);
	for (int i = 0; (text = shell_option_nth(shell, "item", i)); i++)
		items[change->item_count++].text = text;
	for (int i = 0; i < list.count; i++) {
		const struct clock_candidate *each = &list.items[i];

		if ((change->measure && each->measure && each->measure != change->measure) ||
			(change->participant && each->participant && each->participant != change->participant) ||
			!candidate_meant(shell, each))
			continue;
		items[change->item_count++].gate_answer = each->gate_answer;
	}
	met = gates_met(shell, &list, err);
	clock_candidates_done(&list);
	change->items = items;
	return met;
}

static bool way_option(struct shell *shell, const char **way, struct error *err)
{
	struct programme programme;
	bool read;

	*way = "email";
	if (!programme_load(shell->cw, &programme, err))
		return false;
	read = field_word(shell, &programme, "way", "arrival", way, err);
	programme_done(&programme);
	return read;
}

static bool sent_said(
	struct shell *shell, int64_t application, const struct clock_change *change, int n, struct error *err)
{
	shell_say(shell, _("%s: time limit %d of %s is set, answer by %s."), clock_kind_words(change->kind), n,
		shell->arguments[0], change->due_on);
	return clock_day_tell(shell, application, change->sent_on, change->due_on, err);
}

bool clock_send_run(struct shell *shell, struct error *err)
{
	struct clock_change change = {.kind = "completion",
		.asks = "",
		.asked_whom = shell_option(shell, "to"),
		.power_ref = shell_option(shell, "decision")};
	int64_t application, document = 0, follows = 0;
	char today[DAY_TEXT];
	struct operation op;
	int n = 0;

	day_text(casework_today(shell->cw), today);
	if (!shell_part(shell, 0, &application, &change.measure, err) || !clock_kind_option(shell, &change.kind, err) ||
		!participant_option(shell, application, &change.participant, err) ||
		!items_take(shell, application, &change, err) || !shell_text(shell, "asks", &change.asks, err) ||
		!way_option(shell, &change.way, err) || !shell_day_text(shell, "sent", &change.sent_on, err) ||
		!shell_day_text(shell, "due", &change.due_on, err) ||
		!shell_number(shell, "document", &document, err) || !shell_number(shell, "follows", &follows, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (!change.sent_on)
		change.sent_on = today;
	change.document_n = (int)document;
	change.follows_n = (int)follows;
	return clock_send(shell->cw, &op, application, &change, &n, err) &&
	       sent_said(shell, application, &change, n, err);
}

bool clock_as_is_run(struct shell *shell, struct error *err)
{
	struct clock_change change = {
		.kind = "as_is", .asks = "", .way = "", .power_ref = shell_option(shell, "decision")};
	char today[DAY_TEXT];
	int64_t application;
	struct operation op;
	int n = 0;

	day_text(casework_today(shell->cw), today);
	change.follows_n = text_number(shell->arguments[1]);
	if (!change.follows_n)
		return refuse(err, ERROR_INVALID,
			_("'%s' is no number of a time limit. kansli clock list %s shows those there are."),
			shell->arguments[1], shell->arguments[0]);
	if (!shell_application(shell, 0, &application, err) || !shell_text(shell, "why", &change.asks, err) ||
		!shell_day_text(shell, "on", &change.sent_on, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!change.sent_on)
		change.sent_on = today;
	if (!clock_send(shell->cw, &op, application, &change, &n, err))
		return false;
	shell_say(shell, _("%s is assessed as submitted: ruling %d."), shell->arguments[0], n);
	return true;
}

const struct option_row clock_ask_options[] = {
	{"kind", N_("KIND"), N_("only what leads to this: completion, notice or communication"), false},
	{0},
};
const struct option_row clock_send_options[] = {
	{"kind", N_("KIND"), N_("completion (the usual), notice, communication or referral"), false},
	{"asks", N_("TEXT"), N_("what is asked, or what is told; @FILE reads a file"), false},
	{"due", N_("DAY"), N_("last day for the answer"), false},
	{"sent", N_("DAY"), N_("the day it is sent (today)"), false},
	{"way", N_("WAY"), N_("how it is sent: email (the usual), eservice, post or hand"), false},
	{"item", N_("TEXT"), N_("one thing asked for; may be given several times"), true},
	{"gate", N_("GATE"), N_("ask for what this control point leaves; may be given several times"), true},
	{"gates", NULL, N_("ask for what all control points leave"), false},
	{"region", N_("REGION"), N_("asked of one participant"), false},
	{"to", N_("BODY"), N_("whom a referral goes to"), false},
	{"document", N_("N"), N_("the letter's document in the register"), false},
	{"follows", N_("N"), N_("the earlier round"), false},
	{"decision", N_("TEXT"), N_("the delegation's own decision: meeting and section"), false},
	{0},
};
const struct option_row clock_as_is_options[] = {
	{"why", N_("TEXT"), N_("the reason"), false},
	{"on", N_("DAY"), N_("the day of the ruling (today)"), false},
	{"decision", N_("TEXT"), N_("the delegation's own decision: meeting and section"), false},
	{0},
};
