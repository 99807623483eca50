/* kansli help [VERB] */
#include "cli/cli.h"

static bool help_run(struct shell *shell, struct error *err)
{
	const struct verb *verb;

	if (shell_switch(shell, "manual")) {
		words_open("en");
		help_manual(&shell->out);
		return true;
	}
	if (!shell->argument_count) {
		help_all(&shell->out);
		return true;
	}
	verb = verb_find(shell->arguments[0]);
	if (!verb)
		return refuse(
			err, ERROR_INVALID, _("Unknown verb '%s'. kansli help shows them all."), shell->arguments[0]);
	help_verb(verb, &shell->out);
	return true;
}

static const struct option_row options[] = {
	{"manual", NULL, N_("write the verbs as a part of the manual page"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("[VERB]"), 0, 1, N_("show all verbs, or how one is used"), options, help_run, true, false},
	{0},
};
const struct verb verb_help = {"help", "hjälp", N_("show how kansli is used"), forms};
