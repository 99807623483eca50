/* kansli attest list|add|end: who may review and who may authorise. */
#include "cli/cli.h"

#include "base/json.h"
#include "base/money.h"
#include "casework/attest_power.h"
#include "casework/person.h"

static void powers_json(const struct attest_power_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "attest_list");
	for (int i = 0; i < list->count; i++) {
		const struct attest_power *power = &list->items[i];

		json_object(&json, NULL);
		json_text(&json, "login", power->login);
		json_text(&json, "name", power->name);
		json_text(&json, "step", power->step);
		json_ore(&json, "most_ore", power->most_ore);
		json_text(&json, "from", power->from_on);
		json_text(&json, "to", power->to_on);
		json_text(&json, "source", power->source);
		json_bool(&json, "in_force", power->in_force);
		json_number(&json, "version", power->version);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static void power_say(struct shell *shell, const struct attest_power *power)
{
	char money[MONEY_TEXT];

	buffer_format(&shell->out, "%s\t%s\t%s\t%s–%s\t%s\n", attest_step_word(power->step), power->name,
		power->most_ore == MONEY_UNKNOWN ? _("any amount")
						 : money_text(power->most_ore, MONEY_KR, words_swedish(), money),
		power->from_on, power->to_on ? power->to_on : "", power->source);
}

static bool list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_LOGIN, COLUMN_NAME, COLUMN_STEP_CODE, COLUMN_MOST_ORE,
		COLUMN_FROM, COLUMN_TO, COLUMN_SOURCE, COLUMN_IN_FORCE, COLUMN_VERSION};
	static const struct listing listing = {"attest_list", columns, sizeof columns / sizeof *columns};
	struct attest_power_list list;
	struct buffer json;
	bool done;

	if (!attest_power_list_load(shell->cw, &list, err))
		return false;
	buffer_init(&json);
	powers_json(&list, &json);
	for (int i = 0; i < list.count && !shell_for_programs(shell); i++)
		if (shell_switch(shell, "all") || list.items[i].in_force)
			power_say(shell, &list.items[i]);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	attest_power_list_done(&list);
	return done;
}

/* Arguments PERSON STEP; the step's Swedish name is understood too. */
static bool row_read(struct shell *shell, int64_t *person, const char **step, struct error *err)
{
	struct person found;

	*step = shell->arguments[1];
	if (!strcmp(*step, "granska") || !strcmp(*step, "granskning"))
		*step = "review";
	else if (!strcmp(*step, "besluta") || !strcmp(*step, "beslut") || !strcmp(*step, "attest"))
		*step = "decide";
	if (!person_find(shell->cw, shell->arguments[0], &shell->arena, &found, err))
		return false;
	*person = found.id;
	return true;
}

static bool add_run(struct shell *shell, struct error *err)
{
	struct attest_power_change change = {.source = shell_option(shell, "source"), .most_ore = MONEY_UNKNOWN};
	char today[DAY_TEXT];
	struct operation op;

	day_text(casework_today(shell->cw), today);
	if (!row_read(shell, &change.person, &change.step, err) ||
		!shell_day_text(shell, "from", &change.from_on, err) ||
		!shell_day_text(shell, "to", &change.to_on, err) ||
		!shell_money(shell, "most", &change.most_ore, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!change.from_on)
		change.from_on = today;
	if (!attest_power_add(shell->cw, &op, &change, NULL, err))
		return false;
	shell_say(shell, _("%s is on the attest list (%s) from %s."), shell->arguments[0],
		attest_step_word(change.step), change.from_on);
	return true;
}

/* The row that is in force on the last day. */
static int64_t row_on(const struct attest_power_list *list, int64_t person, const char *step, const char *on)
{
	for (int i = 0; i < list->count; i++) {
		const struct attest_power *power = &list->items[i];

		if (power->person == person && !strcmp(power->step, step) && strcmp(power->from_on, on) <= 0 &&
			(!power->to_on || strcmp(power->to_on, on) >= 0))
			return power->id;
	}
	return 0;
}

static bool end_run(struct shell *shell, struct error *err)
{
	const char *step, *last = NULL;
	struct attest_power_list list;
	char today[DAY_TEXT];
	struct operation op;
	int64_t person, id;

	day_text(casework_today(shell->cw), today);
	if (!row_read(shell, &person, &step, err) || !shell_day_text(shell, "on", &last, err) ||
		!shell_operation(shell, NULL, &op, err) || !attest_power_list_load(shell->cw, &list, err))
		return false;
	last = last ? last : today;
	id = row_on(&list, person, step, last);
	attest_power_list_done(&list);
	if (!id)
		return refuse(err, ERROR_MISSING, _("%s is not on the attest list (%s) on %s."), shell->arguments[0],
			attest_step_word(step), last);
	if (!attest_power_end(shell->cw, &op, id, last, err))
		return false;
	shell_say(
		shell, _("%s is on the attest list (%s) until %s."), shell->arguments[0], attest_step_word(step), last);
	return true;
}

static const struct option_row list_options[] = {
	{"all", NULL, N_("those that are no longer or not yet in force too"), false},
	{0},
};
static const struct option_row add_options[] = {
	{"from", N_("DAY"), N_("first day (today)"), false},
	{"to", N_("DAY"), N_("last day (until further notice)"), false},
	{"most", N_("AMOUNT"), N_("the largest instalment (any amount)"), false},
	{"source", N_("TEXT"), N_("where it is decided: rules of procedure, decision"), false},
	{0},
};
static const struct option_row end_options[] = {
	{"on", N_("DAY"), N_("last day (today)"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("who may review and authorise"), list_options, list_run, false, true, true},
	{"add", "lägg-till", N_("PERSON STEP"), 2, 2, N_("put a person on the list; STEP is review or decide"),
		add_options, add_run, false, false, false},
	{"end", "avsluta", N_("PERSON STEP"), 2, 2, N_("give a row of the list a last day"), end_options, end_run,
		false, false, false},
	{0},
};
const struct verb verb_attest = {"attest", "attestlista", N_("the attest list"), forms};
