/* kansli power list|add|end: who may sign what. */
#include "cli/cli.h"

#include "base/json.h"
#include "casework/power.h"
#include "casework/programme.h"

static void powers_json(const struct power_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "powers");
	for (int i = 0; i < list->count; i++) {
		const struct power *power = &list->items[i];

		json_object(&json, NULL);
		json_text(&json, "what", power->what);
		json_text(&json, "role", power->role);
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

static bool list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {
		COLUMN_WHAT, COLUMN_ROLE, COLUMN_FROM, COLUMN_TO, COLUMN_SOURCE, COLUMN_IN_FORCE, COLUMN_VERSION};
	static const struct listing listing = {"powers", columns, sizeof columns / sizeof *columns};
	struct programme programme;
	struct power_list list;
	struct buffer json;
	bool done;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	if (!power_list_load(shell->cw, &list, err)) {
		programme_done(&programme);
		return false;
	}
	buffer_init(&json);
	powers_json(&list, &json);
	for (int i = 0; i < list.count && !shell_for_programs(shell); i++) {
		const struct power *power = &list.items[i];

		if (shell_switch(shell, "all") || power->in_force)
			buffer_format(&shell->out, "%s\t%s\t%s–%s\t%s\n",
				programme_word_name(&programme, "power", power->what), access_role_name(power->role),
				power->from_on, power->to_on ? power->to_on : "", power->source);
	}
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	power_list_done(&list);
	programme_done(&programme);
	return done;
}

/* Arguments WHAT ROLE as codes; a name in either language is understood too. */
static bool codes_read(struct shell *shell, const char **what, const char **role, struct error *err)
{
	struct programme programme;
	const struct word *word;
	enum role known;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	word = programme_word(&programme, "power", shell->arguments[0]);
	*what = arena_text(&shell->arena, word ? word->code : shell->arguments[0]);
	programme_done(&programme);
	*role = access_role_read(shell->arguments[1], &known) ? access_role_code(known) : shell->arguments[1];
	return true;
}

static bool add_run(struct shell *shell, struct error *err)
{
	struct power_change change = {.source = shell_option(shell, "source")};
	char today[DAY_TEXT];
	struct operation op;

	day_text(casework_today(shell->cw), today);
	if (!codes_read(shell, &change.what, &change.role, err) ||
		!shell_day_text(shell, "from", &change.from_on, err) ||
		!shell_day_text(shell, "to", &change.to_on, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!change.from_on)
		change.from_on = today;
	if (!power_add(shell->cw, &op, &change, NULL, err))
		return false;
	shell_say(shell, _("%s may sign %s from %s."), shell->arguments[1], shell->arguments[0], change.from_on);
	return true;
}

/* The power that is in force on the last day. */
static bool end_run(struct shell *shell, struct error *err)
{
	const char *what, *role, *last = NULL;
	struct power_list list;
	char today[DAY_TEXT];
	struct operation op;
	int64_t id = 0;

	day_text(casework_today(shell->cw), today);
	if (!codes_read(shell, &what, &role, err) || !shell_day_text(shell, "on", &last, err) ||
		!shell_operation(shell, NULL, &op, err) || !power_list_load(shell->cw, &list, err))
		return false;
	last = last ? last : today;
	for (int i = 0; i < list.count; i++) {
		const struct power *power = &list.items[i];

		if (!strcmp(power->what, what) && !strcmp(power->role, role) && strcmp(power->from_on, last) <= 0 &&
			(!power->to_on || strcmp(power->to_on, last) >= 0))
			id = power->id;
	}
	power_list_done(&list);
	if (!id)
		return refuse(err, ERROR_MISSING, _("%s has no power to sign %s on %s."), shell->arguments[1],
			shell->arguments[0], last);
	if (!power_end(shell->cw, &op, id, last, err))
		return false;
	shell_say(shell, _("%s may sign %s until %s."), shell->arguments[1], shell->arguments[0], last);
	return true;
}

static const struct option_row list_options[] = {
	{"all", NULL, N_("those that are no longer or not yet in force too"), false},
	{0},
};
static const struct option_row add_options[] = {
	{"from", N_("DAY"), N_("first day (today)"), false},
	{"to", N_("DAY"), N_("last day (until further notice)"), false},
	{"source", N_("TEXT"), N_("where it is decided: rules of procedure, decision"), false},
	{0},
};
static const struct option_row end_options[] = {
	{"on", N_("DAY"), N_("last day (today)"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("who may sign what"), list_options, list_run, false, true, true},
	{"add", "lägg-till", N_("WHAT ROLE"), 2, 2, N_("let a role sign something from a day"), add_options, add_run,
		false, false, false},
	{"end", "avsluta", N_("WHAT ROLE"), 2, 2, N_("end a power to sign"), end_options, end_run, false, false, false},
	{0},
};
const struct verb verb_power = {"power", "behörighet", N_("who may sign what"), forms};
