/* kansli decide write-off, dismiss and try: what the delegation does not try, and what it tries after all. */
#include "cli/deciding.h"

#include "casework/decision.h"
#include "casework/ruling.h"

static bool decided_read(struct shell *shell, struct ruling_change *change, struct error *err)
{
	const char *section = shell_option(shell, "item");

	if (!change->decided_on)
		return refuse(err, ERROR_INVALID, _("Say --on: the day the delegation decided."));
	return (!section || decision_item_find(
				    shell->cw, section, day_year(day_read(change->decided_on)), &change->item, err)) &&
	       shell_text(shell, "deciders", &change->deciders, err) &&
	       shell_text(shell, "presenter", &change->presenter, err) &&
	       shell_text(shell, "others", &change->others, err);
}

/* --replaces 1: of the case. What it says stays but for what is said anew. */
static bool replaced_read(struct shell *shell, int64_t application, struct ruling_change *change, struct error *err)
{
	int64_t n = 0;

	change->provision = shell_option(shell, "by");
	if (!shell_number(shell, "replaces", &n, err))
		return false;
	if (!n && !change->lifted)
		return true;
	return ruling_find(shell->cw, application, n > 0 && n < 10000 ? (int)n : 0, &change->replaces, err);
}

static bool ruling_run(struct shell *shell, const char *kind, bool lifted, struct error *err)
{
	struct ruling_change change = {.kind = kind, .lifted = lifted};
	int64_t application = 0;
	const char *warning = NULL;
	struct operation op;

	if (!shell_part(shell, 0, &application, &change.measure, err) ||
		!shell_day_text(shell, "on", &change.decided_on, err) ||
		!shell_text(shell, "reasons", &change.reasons, err) ||
		!shell_text(shell, "provisions", &change.provisions, err) || !decided_read(shell, &change, err) ||
		!replaced_read(shell, application, &change, err) || !shell_operation(shell, NULL, &op, err) ||
		!ruling_record(shell->cw, &op, application, &change, &shell->arena, &warning, NULL, err))
		return false;
	shell_say(shell,
		lifted         ? _("%s is tried after all.")
		: *kind == 'w' ? _("%s is written off.")
			       : _("%s is dismissed."),
		shell->arguments[0]);
	if (warning)
		shell_say(shell, _("Note: %s"), warning);
	return true;
}

bool decide_write_off_run(struct shell *shell, struct error *err)
{
	return ruling_run(shell, "written_off", false, err);
}

bool decide_dismiss_run(struct shell *shell, struct error *err)
{
	return ruling_run(shell, "dismissed", false, err);
}

bool decide_try_run(struct shell *shell, struct error *err)
{
	return ruling_run(shell, NULL, true, err);
}

const struct option_row decide_ruling_options[] = {
	{"on", N_("DAY"), N_("the day of the decision"), false},
	{"reasons", N_("TEXT"), N_("which circumstances were decisive (FL 32 §); @FILE reads a file"), false},
	{"provisions", N_("TEXT"), N_("which provisions were applied (FL 32 §)"), false},
	{"item", N_("§ N"), N_("the section of the minutes that says who decided, who presented and who took part"),
		false},
	{"deciders", N_("TEXT"), N_("who decided (FL 31 §), without an item"), false},
	{"presenter", N_("TEXT"), N_("who presented the matter, without an item"), false},
	{"others", N_("TEXT"), N_("who took part in the final handling without deciding"), false},
	{"replaces", N_("N"), N_("the ruling of the case that this one replaces"), false},
	{"by", N_("PROVISION"), N_("by which it is replaced: FL 36, FL 37 or FL 38"), false},
	{0},
};
