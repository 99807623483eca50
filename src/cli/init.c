/* kansli init PATH: founds an office. Whoever does it becomes its first person and administrator, until a second
 * administrator is there. */
#include "cli/cli.h"

#include "casework/programme.h"
#include "csv/programme_file.h"

bool office_found(struct shell *shell, const char *path, const struct casework_founding *founding, struct error *err)
{
	struct programme programme;
	struct casework *cw;
	bool adopted;

	if (!programme_read(&programme, err))
		return false;
	if (!casework_found(path, STORE_CREATE, founding, &cw, err)) {
		programme_done(&programme);
		return false;
	}
	adopted = programme_adopt(cw, NULL, &programme, err);
	casework_close(cw);
	programme_done(&programme);
	if (!adopted)
		shell_say(shell, _("%s is made, but is not fit for use: remove it and try again."), path);
	return adopted;
}

static bool init_run(struct shell *shell, struct error *err)
{
	struct casework_founding founding = {
		.office = shell_option(shell, "name"),
		.login = shell_option(shell, "login"),
		.name = shell_option(shell, "person"),
		.demo = shell_switch(shell, "invented"),
		.moment = shell_option(shell, "clock"),
	};

	if (!founding.login)
		founding.login = office_login(&shell->arena);
	if (!founding.name)
		founding.name = office_login_name(&shell->arena);
	if (!founding.office)
		return refuse(err, ERROR_INVALID, _("Say --name: what the office is called."));
	if (!office_found(shell, shell->arguments[0], &founding, err))
		return false;
	shell_say(shell, _("%s is made. %s (%s) is its administrator. Next: kansli person add, kansli round add."),
		shell->arguments[0], founding.name, founding.login);
	return true;
}

static const struct option_row options[] = {
	{"name", N_("TEXT"), N_("what the office is called"), false},
	{"person", N_("NAME"), N_("the first person's name (as the system knows it)"), false},
	{"login", N_("LOGIN"), N_("the first person's Unix user (you)"), false},
	{"invented", NULL, N_("an office of invented cases, for exercise: --as and a set clock are allowed"), false},
	{"clock", N_("MOMENT"), N_("there, where its clock stands: 2026-11-22 09:00"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("FILE"), 1, 1, N_("make a new office in a file that is not there yet"), options, init_run, true,
		false, false},
	{0},
};
const struct verb verb_init = {"init", "grunda", N_("make a new office"), forms};
