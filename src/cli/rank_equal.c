/* kansli rank equal|equal-add|equal-end: how the money above the line falls, beside rules that are shown and never
 * imposed. */
#include "base/money.h"
#include "base/text.h"
#include "casework/equal.h"
#include "cli/cli.h"
#include "cli/fields.h"
#include "cli/runs.h"
#include "csv/reports.h"

static void equal_tell(struct shell *shell, const struct equal *equal, const struct programme *programme)
{
	for (int i = 0; i < equal->rule_count; i++)
		shell_say(shell, "%s", equal_rule_text(&shell->arena, programme, &equal->rules[i]));
	shell_say(shell, "%s", equal_method_text(&shell->arena, equal));
}

bool rank_equal_run(struct shell *shell, struct error *err)
{
	struct programme programme;
	struct equal equal;
	struct report report;
	int64_t round, proposal = 0;
	int year = 0;

	if (!shell_round(shell, false, &round, err) || !shell_year(shell, &year, err) ||
		!shell_number(shell, "proposal", &proposal, err) || !programme_load(shell->cw, &programme, err))
		return false;
	bool done = equal_load(shell->cw, round, (int)proposal, year, &equal, err);
	if (done) {
		report_equal(&report, &equal, &programme);
		done = shell_report(shell, &report, false, err);
		if (done)
			equal_tell(shell, &equal, &programme);
		report_done(&report);
		equal_done(&equal);
	}
	programme_done(&programme);
	return done;
}

/* Exactly one of the three says how much. */
static bool value_read(struct shell *shell, struct equal_change *rule, struct error *err)
{
	int64_t share = -1, count = -1, ore = MONEY_UNKNOWN;

	if (!shell_number(shell, "share", &share, err) || !shell_number(shell, "count", &count, err) ||
		!shell_money(shell, "amount", &ore, err))
		return false;
	if ((share >= 0) + (count >= 0) + (ore != MONEY_UNKNOWN) != 1)
		return refuse(err, ERROR_INVALID, _("Say one of --share, --amount and --count."));
	rule->unit = share >= 0 ? EQUAL_SHARE : count >= 0 ? EQUAL_COUNT : EQUAL_ORE;
	rule->value = share >= 0 ? share : count >= 0 ? count : ore;
	return true;
}

static bool rule_read(struct shell *shell, struct equal_change *rule, struct error *err)
{
	struct programme programme;

	if (shell_option(shell, "region") && shell_option(shell, "type"))
		return refuse(err, ERROR_INVALID, _("A rule is of a region or of a type, not of both."));
	if (shell_switch(shell, "most") == shell_switch(shell, "least"))
		return refuse(err, ERROR_INVALID, _("Say either --most or --least."));
	rule->most = shell_switch(shell, "most");
	rule->per = shell_option(shell, "type") || shell_switch(shell, "each-type") ? EQUAL_TYPE : EQUAL_REGION;
	if (!programme_load(shell->cw, &programme, err))
		return false;
	bool read = field_region(shell, &programme, "region", &rule->code, err) &&
		    field_word(shell, &programme, "type", "type", &rule->code, err);
	programme_done(&programme);
	return read && value_read(shell, rule, err) && shell_text(shell, "source", &rule->source, err);
}

bool rank_equal_add_run(struct shell *shell, struct error *err)
{
	struct equal_change rule = {0};
	struct operation op;
	int64_t id = 0;

	if (!rule_read(shell, &rule, err) || !shell_round(shell, false, &rule.round, err) ||
		!shell_operation(shell, NULL, &op, err) || !equal_add(shell->cw, &op, &rule, &id, err))
		return false;
	shell_say(shell, _("Rule %d is entered. It is shown beside the ranking and imposes nothing."), (int)id);
	return true;
}

bool rank_equal_end_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int id = text_number(shell->arguments[0]);

	if (!id)
		return refuse(err, ERROR_INVALID, _("'%s' is no number of a rule."), shell->arguments[0]);
	if (!shell_operation(shell, NULL, &op, err) || !equal_end(shell->cw, &op, id, err))
		return false;
	shell_say(shell, _("Rule %d is ended."), id);
	return true;
}
