/* kansli pay plan: the next version of a payment plan, row by row or from a template. */
#include "cli/pay.h"

#include "base/text.h"
#include "cli/parse.h"

/* "2=2027-02-01=7,35 mnkr;Halland;villkor": row 2 kept and changed; "+=…" a new row. */
static bool rows_read(struct shell *shell, struct instalment_change *rows, int *count, struct error *err)
{
	struct programme programme;
	const char *value;
	bool read = true;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	for (*count = 0; read && (value = shell_option_nth(shell, "row", *count)); ++*count) {
		char *end;
		long n = value[0] == '+' ? (end = (char *)value + 1, 0) : strtol(value, &end, 10);

		if (*end != '=' || n < 0)
			read = refuse(err, ERROR_INVALID,
				_("--row: '%s'. Write ROW=DAY=AMOUNT, or +=DAY=AMOUNT for a new row."), value);
		else
			read = instalment_read(shell, &programme, end + 1, &rows[*count].values, err);
		rows[*count].n = (int)n;
		if (!read)
			break;
	}
	programme_done(&programme);
	return read;
}

/* "2027-03-01=Delmål 1 är nått". */
static bool milestones_read(struct shell *shell, struct plan_template *template, struct error *err)
{
	struct plan_milestone *milestones = arena_take(&shell->arena, SHELL_VALUES * sizeof *milestones);
	const char *value;
	int count = 0;

	for (; count < SHELL_VALUES && (value = shell_option_nth(shell, "milestone", count)); count++) {
		const char *equals = strchr(value, '=');
		char text[DAY_TEXT];
		day on;

		if (!day_parse(arena_text_part(&shell->arena, value, equals ? (size_t)(equals - value) : strlen(value)),
			    casework_today(shell->cw), &on, err))
			return false;
		day_text(on, text);
		milestones[count] = (struct plan_milestone){arena_text(&shell->arena, text), equals ? equals + 1 : ""};
	}
	template->milestones = milestones;
	template->milestone_count = count;
	return true;
}

bool pay_template(struct shell *shell, struct plan_template *out, bool *given, struct error *err)
{
	static const struct {
		const char *name, *swedish;
		enum plan_template_kind kind;
	} kinds[] = {
		{"half", "halva", PLAN_HALVES}, {"year", "år", PLAN_YEARS}, {"milestone", "delmål", PLAN_MILESTONES}};
	const char *typed = shell_option(shell, "template");
	struct plan_template template = {.shares = shell_switch(shell, "shares")};

	*given = typed != NULL;
	if (!typed && (template.shares || shell_option(shell, "milestone")))
		return refuse(
			err, ERROR_INVALID, _("--shares and --milestone belong to --template. Nothing was saved."));
	if (!typed)
		return true;
	for (size_t i = 0; i <= sizeof kinds / sizeof *kinds; i++) {
		if (i == sizeof kinds / sizeof *kinds)
			return refuse(err, ERROR_INVALID,
				_("There is no template '%s'. There are: half, year, milestone."), typed);
		if (!strcmp(typed, kinds[i].name) || !strcmp(typed, kinds[i].swedish)) {
			template.kind = kinds[i].kind;
			break;
		}
	}
	if (!shell_day_text(shell, "first", &template.first_on, err) || !milestones_read(shell, &template, err))
		return false;
	template.condition = shell_option(shell, "condition");
	*out = template;
	return true;
}

static bool plan_write(struct shell *shell, int64_t measure, const char *why, struct error *err)
{
	struct instalment_change rows[SHELL_VALUES] = {0};
	struct plan_template template;
	const char *final_on = NULL;
	struct operation op;
	bool given;
	int count;

	if (!pay_template(shell, &template, &given, err) || !shell_day_text(shell, "final", &final_on, err) ||
		!rows_read(shell, rows, &count, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (given && count)
		return refuse(err, ERROR_INVALID, _("Give --template or --row, not both. Nothing was saved."));
	return given ? plan_put_template(shell->cw, &op, measure, &template, final_on, why, err)
		     : plan_put(shell->cw, &op, measure, rows, count, why, err);
}

bool pay_plan_run(struct shell *shell, struct error *err)
{
	const char *why = NULL;
	int64_t measure;

	if (!shell_measure(shell, 0, &measure, err) || !shell_text(shell, "why", &why, err) ||
		!plan_write(shell, measure, why ? why : "", err))
		return false;
	shell_say(shell, _("The payment plan of %s has a new version."), shell->arguments[0]);
	return true;
}
