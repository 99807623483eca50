/* kansli person list|add|change|role|end */
#include "cli/cli.h"

#include "casework/person.h"
#include "cli/fields.h"
#include "csv/reports.h"

static bool person_list_run(struct shell *shell, struct error *err)
{
	struct person_list list;
	struct report report;
	bool done;

	if (!person_list_load(shell->cw, &list, err))
		return false;
	report_persons(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	person_list_done(&list);
	return done;
}

/* --region as a code: by code or by name. */
static bool person_region(struct shell *shell, const char **out, struct error *err)
{
	struct programme programme;
	bool read;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	read = field_region(shell, &programme, "region", out, err);
	programme_done(&programme);
	return read;
}

static bool person_add_run(struct shell *shell, struct error *err)
{
	struct person_change change = {.login = shell->arguments[0], .name = shell->arguments[1]};
	struct operation op;

	if (!person_region(shell, &change.region, err) || !shell_operation(shell, NULL, &op, err) ||
		!person_add(shell->cw, &op, &change, NULL, err))
		return false;
	shell_say(shell, _("%s (%s) is added. Give a role: kansli person role %s ROLE."), change.name, change.login,
		change.login);
	return true;
}

static bool person_change_run(struct shell *shell, struct error *err)
{
	struct person person;
	struct person_change change;
	struct operation op;

	if (!shell_operation(shell, NULL, &op, err) ||
		!person_find(shell->cw, shell->arguments[0], &shell->arena, &person, err))
		return false;
	change = (struct person_change){person.login, person.name, person.region};
	if (shell_switch(shell, "login"))
		change.login = shell_option(shell, "login");
	if (shell_switch(shell, "name"))
		change.name = shell_option(shell, "name");
	if (!person_region(shell, &change.region, err) || !person_change(shell->cw, &op, person.id, &change, err))
		return false;
	shell_say(shell, _("%s is changed."), change.name);
	return true;
}

/* The person and the role of the first two arguments. */
static bool who_and_role(struct shell *shell, struct person *person, enum role *role, struct error *err)
{
	if (!access_role_read(shell->arguments[1], role))
		return refuse(err, ERROR_INVALID,
			_("'%s' is no role. There are: registrar, officer, member, chair, controller, auditor, "
			  "administrator."),
			shell->arguments[1]);
	return person_find(shell->cw, shell->arguments[0], &shell->arena, person, err);
}

static bool person_role_run(struct shell *shell, struct error *err)
{
	struct person person;
	struct operation op;
	enum role role;
	day from = casework_today(shell->cw), to = DAY_NONE;

	if (!shell_operation(shell, NULL, &op, err) || !who_and_role(shell, &person, &role, err) ||
		!shell_day(shell, "from", &from, err) || !shell_day(shell, "to", &to, err) ||
		!person_give_role(shell->cw, &op, person.id, role, from, to, err))
		return false;
	shell_say(shell, _("%s now holds the role %s."), person.name, shell->arguments[1]);
	return true;
}

static bool person_end_run(struct shell *shell, struct error *err)
{
	struct person person;
	struct operation op;
	enum role role;
	day last = casework_today(shell->cw);

	if (!shell_operation(shell, NULL, &op, err) || !who_and_role(shell, &person, &role, err) ||
		!shell_day(shell, "on", &last, err) || !person_end_role(shell->cw, &op, person.id, role, last, err))
		return false;
	shell_say(shell, _("The role %s of %s ends."), shell->arguments[1], person.name);
	return true;
}

static const struct option_row change_options[] = {
	{"login", N_("LOGIN"), N_("the Unix user"), false},
	{"name", N_("NAME"), N_("name as shown"), false},
	{"region", N_("REGION"), N_("home region or employer, a hint when conflicts of interest are asked for"), false},
	{0},
};
static const struct option_row role_options[] = {
	{"from", N_("DAY"), N_("first day (today)"), false},
	{"to", N_("DAY"), N_("last day (until further notice)"), false},
	{0},
};
static const struct option_row end_options[] = {
	{"on", N_("DAY"), N_("last day (today)"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("who there is, and their roles"), NULL, person_list_run, false, true, true},
	{"add", "lägg-till", N_("LOGIN NAME"), 2, 2, N_("add a person"), change_options + 2, person_add_run, false,
		false},
	{"change", "ändra", N_("PERSON"), 1, 1, N_("change a person"), change_options, person_change_run, false, false},
	{"role", "roll", N_("PERSON ROLE"), 2, 2, N_("give a role from a day"), role_options, person_role_run, false,
		false},
	{"end", "avsluta", N_("PERSON ROLE"), 2, 2, N_("end a role"), end_options, person_end_run, false, false},
	{0},
};
const struct verb verb_person = {"person", "person", N_("persons and their roles"), forms};
