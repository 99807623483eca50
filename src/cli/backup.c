/* kansli backup FILE */
#include "cli/cli.h"

static bool backup_run(struct shell *shell, struct error *err)
{
	if (!casework_backup(shell->cw, shell->arguments[0], shell_switch(shell, "force"), err))
		return false;
	shell_say(shell, _("%s is written and checked. It is a whole office, with all that is in it."),
		shell->arguments[0]);
	return true;
}

static const struct option_row options[] = {
	{"force", NULL, N_("overwrite that file"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("FILE"), 1, 1, N_("copy the whole office to a file while others work in it"), options,
		backup_run, false, true, false},
	{0},
};
const struct verb verb_backup = {"backup", "säkerhetskopiera", N_("copy the whole office"), forms};
