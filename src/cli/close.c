/* kansli close NR, close show NR, close reopen NR: closing a case, and opening it again. */
#include "cli/cli.h"

#include "base/text.h"
#include "casework/application.h"
#include "casework/closure.h"
#include "cli/paper.h"
#include "csv/closing.h"

/* "3=archive": one working note and its fate. */
static bool fate_read(struct shell *shell, const char *value, struct closure_fate *out, struct error *err)
{
	char *end, shown[TEXT_GLIMPSE];
	long n = strtol(value, &end, 10);

	text_glimpse(value, shown);
	if (n < 1 || n > 100000 || *end != '=')
		return refuse(err, ERROR_INVALID,
			_("--note: '%s' is no note and fate. Write the number, = and archive, discard or file."),
			shown);
	out->n = (int)n;
	out->fate = closure_fate_read(end + 1);
	(void)shell;
	return out->fate ||
	       refuse(err, ERROR_INVALID,
		       _("--note: '%s': a working note is archived (archive), discarded (discard) or made a "
			 "file note (file)."),
		       shown);
}

static bool close_run(struct shell *shell, struct error *err)
{
	struct closure_fate fates[SHELL_VALUES];
	struct operation op;
	const char *on = NULL, *why = NULL, *value;
	int64_t id;
	int count = 0;

	for (; (value = shell_option_nth(shell, "note", count)); count++)
		if (!fate_read(shell, value, &fates[count], err))
			return false;
	if (!shell_application(shell, 0, &id, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_text(shell, "why", &why, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!why)
		return refuse(err, ERROR_INVALID, _("Say --why: why the case is done."));
	if (!case_close(shell->cw, &op, id, on, why, fates, count, err))
		return false;
	shell_say(shell, _("%s is closed."), shell->arguments[0]);
	if (count)
		shell_say(shell, "%s", closure_warning());
	return true;
}

static bool reopen_run(struct shell *shell, struct error *err)
{
	struct operation op;
	const char *why = NULL;
	int64_t id;

	if (!shell_application(shell, 0, &id, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (!why)
		return refuse(err, ERROR_INVALID, _("Say --why: why the case is opened again."));
	if (!case_reopen(shell->cw, &op, id, why, err))
		return false;
	shell_say(shell, _("%s is open again."), shell->arguments[0]);
	return true;
}

static bool show_run(struct shell *shell, struct error *err)
{
	struct application application;
	struct closure closure;
	struct paper paper;
	int64_t id;
	bool shown;

	if (!shell_application(shell, 0, &id, err) || !application_load(shell->cw, id, &application, err))
		return false;
	if (!closure_load(shell->cw, id, &closure, err)) {
		application_done(&application);
		return false;
	}
	paper_init(&paper);
	paper_title(&paper, arena_format(&paper.arena, "%s  %s", application.number, application.row.title));
	closing_write(&paper, &closure);
	shown = shell_paper(shell, &paper, err);
	paper_done(&paper);
	closure_done(&closure);
	application_done(&application);
	return shown;
}

static const struct option_row close_options[] = {
	{"why", N_("TEXT"), N_("why the case is done; @FILE reads a file, @- standard input"), false},
	{"on", N_("DAY"), N_("the day (today)"), false},
	{"note", N_("N=FATE"), N_("what becomes of working note N: archive, discard or file (a file note)"), true},
	{0},
};
static const struct option_row reopen_options[] = {
	{"why", N_("TEXT"), N_("why it is opened again"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("close a case, with a fate for each working note"), close_options, close_run,
		false, false, false},
	{"show", "visa", N_("NR"), 1, 1, N_("show what is still open, and which working notes wait for a fate"), NULL,
		show_run, false, true, true},
	{"reopen", "öppna", N_("NR"), 1, 1, N_("open a closed case again"), reopen_options, reopen_run, false, false,
		false},
	{0},
};
const struct verb verb_close = {"close", "avsluta", N_("close a case, or open it again"), forms};
