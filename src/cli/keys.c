/* kansli keys */
#include "cli/cli.h"

static bool keys_run(struct shell *shell, struct error *err)
{
	(void)err;
	if (shell_switch(shell, "manual"))
		words_open("en");
	shell_keys(&shell->out, shell_switch(shell, "manual"));
	return true;
}

static const struct option_row options[] = {
	{"manual", NULL, N_("write the keys as a part of the manual page"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("show the keys of all screens"), options, keys_run, true, false, false},
	{0},
};
const struct verb verb_keys = {"keys", "tangenter", N_("show the keys of all screens"), forms};
