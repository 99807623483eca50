/* kansli check: the file, the chain of events, and that the money adds up. */
#include "cli/cli.h"

#include "casework/event.h"

static void finding_put(void *with, const char *finding)
{
	buffer_format(with, "%s\n", finding);
}

static bool check_run(struct shell *shell, struct error *err)
{
	char head[HASH_TEXT];
	int64_t seq;
	int findings = 0;

	if (!check_all(shell->cw, finding_put, &shell->out, &findings, err) || !event_head(shell->cw, &seq, head, err))
		return false;
	shell->exit = findings ? 7 : 0;
	if (findings)
		shell_say(shell, ngettext("%d finding.", "%d findings.", (unsigned long)findings), findings);
	else
		shell_say(
			shell, _("Everything adds up. The newest event is number %lld, %.16s…"), (long long)seq, head);
	return true;
}

static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("check the file, the history and the sums; findings on standard output, exit 7"),
		NULL, check_run, false, true, false},
	{0},
};
const struct verb verb_check = {"check", "kontrollera", N_("check that the office is whole"), forms};
