/* kansli pay review|attest|revoke: what is said of the rows comes first, and their sum is typed to confirm it. */
#include "cli/pay.h"

#include "base/money.h"
#include "base/text.h"
#include "casework/attest_said.h"

bool pay_row(struct shell *shell, int at, int64_t *instalment, struct error *err)
{
	int64_t measure;
	long n;

	if (at + 1 >= shell->argument_count)
		return refuse(err, ERROR_INVALID, _("'%s' has no row after it. Write 12.3 2 for row 2 of 12.3."),
			shell->arguments[at]);
	n = text_number(shell->arguments[at + 1]);
	if (!n)
		return refuse(err, ERROR_INVALID,
			_("'%s' is no row of a payment plan. Write 12.3 2 for row 2 of 12.3."),
			shell->arguments[at + 1]);
	return shell_measure(shell, at, &measure, err) && instalment_find(shell->cw, measure, n, instalment, err);
}

/* The rows named by the arguments, two by two, as they stand. */
struct chosen {
	struct instalment_list list;
	const struct instalment *rows[SHELL_VALUES];
	int count;
};

static const struct instalment *row_in(const struct instalment_list *list, int64_t id)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			return &list->items[i];
	return NULL;
}

static bool chosen_read(struct shell *shell, struct chosen *chosen, struct error *err)
{
	for (int at = 0; at < shell->argument_count; at += 2) {
		const struct instalment *row;
		int64_t id;

		if (!pay_row(shell, at, &id, err))
			return false;
		row = row_in(&chosen->list, id);
		if (!row)
			return refuse(err, ERROR_INVALID,
				_("Row %s of %s no longer stands: the plan has a newer version or the decision has "
				  "been replaced."),
				shell->arguments[at + 1], shell->arguments[at]);
		for (int i = 0; i < chosen->count; i++)
			if (chosen->rows[i] == row)
				return refuse(err, ERROR_INVALID, _("Row %s of %s is there twice. Nothing was saved."),
					shell->arguments[at + 1], shell->arguments[at]);
		chosen->rows[chosen->count++] = row;
	}
	return true;
}

/* --confirm holds the sum; without it, or with another, what there is to know is said and nothing is done. */
static bool confirmed(struct shell *shell, enum attest_step step, const struct chosen *chosen, struct error *err)
{
	struct attest_said said;
	int64_t typed = MONEY_UNKNOWN;
	bool with_year;

	if (!shell_money(shell, "confirm", &typed, err) || !shell_with_year(shell, &with_year, err) ||
		!attest_said(shell->cw, step, chosen->rows, chosen->count, with_year, &shell->arena, &said, err))
		return false;
	if (typed == said.ore)
		return true;
	shell_say(shell, "%s", said.text);
	return refuse(err, ERROR_INVALID,
		typed == MONEY_UNKNOWN ? _("Write --confirm %s when you have read this. Nothing was done.")
				       : _("The sum is %s, not what --confirm says. Nothing was done."),
		said.must);
}

static bool step_do(struct shell *shell, enum attest_step step, const struct chosen *chosen, struct error *err)
{
	struct instalment_seen rows[SHELL_VALUES];
	struct operation op;

	if (!shell_operation(shell, NULL, &op, err))
		return false;
	for (int i = 0; i < chosen->count; i++)
		rows[i] = (struct instalment_seen){
			chosen->rows[i]->id, op.if_version ? op.if_version : chosen->rows[i]->version};
	op.if_version = 0;
	return step == ATTEST_REVIEW ? instalments_review(shell->cw, &op, rows, chosen->count, err)
				     : instalments_attest(shell->cw, &op, rows, chosen->count, err);
}

static void step_tell(struct shell *shell, enum attest_step step)
{
	for (int at = 0; at + 1 < shell->argument_count; at += 2)
		shell_say(shell,
			step == ATTEST_REVIEW ? _("Row %s of %s is reviewed.") : _("Row %s of %s is authorised."),
			shell->arguments[at + 1], shell->arguments[at]);
}

static bool step_run(struct shell *shell, enum attest_step step, struct error *err)
{
	struct chosen chosen = {.count = 0};
	bool done;

	if (!may(shell->cw, RIGHT_ATTEST, RELATION_NONE, err) ||
		!instalment_list_load(shell->cw, &(struct instalment_query){0}, &chosen.list, err))
		return false;
	done = chosen_read(shell, &chosen, err) && confirmed(shell, step, &chosen, err) &&
	       step_do(shell, step, &chosen, err);
	if (done)
		step_tell(shell, step);
	instalment_list_done(&chosen.list);
	return done;
}

bool pay_review_run(struct shell *shell, struct error *err)
{
	return step_run(shell, ATTEST_REVIEW, err);
}

bool pay_attest_run(struct shell *shell, struct error *err)
{
	return step_run(shell, ATTEST_DECIDE, err);
}

bool pay_revoke_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t instalment;
	const char *why = NULL;

	if (!pay_row(shell, 0, &instalment, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!instalment_revoke(shell->cw, &op, instalment, why ? why : "", err))
		return false;
	shell_say(shell, _("The attest of row %s of %s is taken back. The next version of the plan replaces the row."),
		shell->arguments[1], shell->arguments[0]);
	return true;
}
