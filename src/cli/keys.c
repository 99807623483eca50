/* kansli keys */
#include "cli/cli.h"

static bool keys_run(struct shell *shell, struct error *err)
{
	(void)err;
	shell_keys(&shell->out);
	return true;
}

static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("show the keys of all screens"), NULL, keys_run, true, false, false},
	{0},
};
const struct verb verb_keys = {"keys", "tangenter", N_("show the keys of all screens"), forms};
