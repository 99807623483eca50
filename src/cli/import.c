/* kansli import FILE...: applications, participants and measures, all of them or none. The files are read and looked
 * through before the office is touched; Ctrl-C leaves nothing behind. */
#include "cli/runs.h"

#include "base/text.h"
#include "casework/round.h"
#include "csv/intake_file.h"

static volatile sig_atomic_t interrupted;

static void interrupt(int number)
{
	interrupted = number;
}

/* Ctrl-C is an answer while an import goes on, and again what it was afterwards. */
struct watch {
	struct sigaction before;
	struct shell *shell;
	time_t told; /* when the counter was last written */
	bool shown;  /* it stands there */
};

static void watch_begin(struct watch *watch, struct shell *shell)
{
	struct sigaction action = {.sa_handler = interrupt};

	interrupted = 0;
	*watch = (struct watch){.shell = shell, .told = time(NULL)};
	sigaction(SIGINT, &action, &watch->before);
}

static void watch_clear(struct watch *watch)
{
	if (watch->shown)
		shell_progress(watch->shell, NULL);
	watch->shown = false;
}

static void watch_end(struct watch *watch, bool imported)
{
	sigaction(SIGINT, &watch->before, NULL);
	watch_clear(watch);
	if (interrupted && !imported)
		watch->shell->signal = interrupted;
}

/* Once a second. */
static void watch_tell(struct watch *watch, const char *format, int done, int of)
{
	char line[80];
	time_t now = time(NULL);

	if (now == watch->told)
		return;
	watch->told = now;
	watch->shown = true;
	snprintf(line, sizeof line, format, done, of);
	shell_progress(watch->shell, line);
}

static bool reading_goes(void *with, int rows)
{
	watch_tell(with, _("%d rows read"), rows, 0);
	return interrupted != 0;
}

/* Inside the transaction `of` is 0, and nothing is written. */
static bool taking_goes(void *with, int done, int of)
{
	if (of)
		watch_tell(with, _("%d of %d rows"), done, of);
	return !interrupted;
}

/* ---- reading */

static bool files_load(
	struct shell *shell, struct intake_files *files, const char *round, struct watch *watch, struct error *err)
{
	for (int i = 0; i < shell->argument_count; i++) {
		const char *path = shell_path(shell, shell->arguments[i]);

		if (!intake_files_load(files, path, round, reading_goes, watch, err))
			return false;
		watch_clear(watch);
		shell_say(shell, "%s", intake_file_text(files->items[files->count - 1], &shell->arena));
	}
	return true;
}

/* "applications.csv sha256:3f…, measures.csv sha256:…": what the log says they came from. */
static const char *cause_of(const struct intake_files *files, struct arena *arena)
{
	const char *cause = "";

	for (int i = 0; i < files->count; i++) {
		const char *name = strrchr(files->items[i]->name, '/');

		cause = arena_format(arena, "%s%s%s sha256:%s", cause, i ? ", " : "",
			name ? name + 1 : files->items[i]->name, files->items[i]->sheet.hash);
	}
	return cause;
}

static void findings_say(struct shell *shell, struct intake_files *files)
{
	intake_files_settle(files);
	for (int i = 0; i < files->wrong.finding_count; i++) {
		const struct intake_finding *each = &files->wrong.findings[i];
		char value[TEXT_GLIMPSE];

		text_glimpse(each->value, value);
		if (each->column)
			shell_tell(shell, "%s:%d: %s: '%s': %s", each->file, each->line, each->column, value,
				each->reason);
		else
			shell_tell(shell, "%s:%d: %s", each->file, each->line, each->reason);
	}
}

/* ---- taking in */

static void result_say(struct shell *shell, const struct intake_files *files, const struct intake_result *result)
{
	bool dry = shell_switch(shell, "dry-run");

	if (files->left_out)
		shell_say(shell,
			ngettext("%d row of other rounds is left out.", "%d rows of other rounds are left out.",
				(unsigned long)files->left_out),
			files->left_out);
	shell_say(shell,
		dry ? _("Would come in: %d applications, %d participants, %d measures. Nothing was changed.")
		    : _("Taken in: %d applications, %d participants, %d measures."),
		result->applications, result->participants, result->measures);
	if (result->entries)
		shell_say(shell,
			ngettext("With them: %d need, cost row or other entry.",
				"With them: %d needs, cost rows and other entries.", (unsigned long)result->entries),
			result->entries);
	if (result->first_n)
		shell_say(shell,
			dry ? _("Their numbers would be %d-%d to %d-%d.") : _("Their numbers are %d-%d to %d-%d."),
			result->first_n, result->year, result->last_n, result->year);
}

/* Cells that cannot be read stop everything, but the rules have their say first, so that one reading of the findings
 * is enough to mend the files. */
static bool take(struct shell *shell, struct intake_files *files, struct watch *watch, struct error *err)
{
	int wrong = files->wrong.finding_count;
	bool dry = wrong || shell_switch(shell, "dry-run");
	struct intake_result result = {0};
	struct operation op;
	struct error why = {0};
	bool taken;

	if (!shell_operation(shell, cause_of(files, &shell->arena), &op, err))
		return false;
	taken = intake_take(shell->cw, &op, &files->intake, dry, taking_goes, watch, &result, &why);
	watch_clear(watch);
	if (!taken && why.kind != ERROR_INVALID)
		return refuse(err, why.kind, "%s", why.text);
	if (taken && !wrong) {
		result_say(shell, files, &result);
		return true;
	}
	findings_say(shell, files);
	if (!files->wrong.finding_count)
		return refuse(err, why.kind, "%s", why.text);
	return refuse(err, ERROR_INVALID,
		ngettext("%d thing is wrong. Nothing was taken in.", "%d things are wrong. Nothing was taken in.",
			(unsigned long)files->wrong.finding_count),
		files->wrong.finding_count);
}

static bool import_files(
	struct shell *shell, struct intake_files *files, const char *round, struct watch *watch, struct error *err)
{
	struct programme programme;

	if (!files_load(shell, files, round, watch, err) || !programme_load(shell->cw, &programme, err))
		return false;
	intake_files_read(files, &programme, round);
	programme_done(&programme);
	if (shell_option(shell, "only"))
		intake_files_only(files, shell_option(shell, "only"));
	return take(shell, files, watch, err);
}

static bool import_run(struct shell *shell, struct error *err)
{
	struct intake_files files;
	struct round round;
	struct watch watch;
	bool imported;

	if (import_is_case(shell))
		return import_case_run(shell, err);
	for (int i = 0; i < 2; i++) {
		const char *named = shell_option(shell, i ? "only" : "round");

		if (named && !round_find(shell->cw, named, &shell->arena, &round, err))
			return false;
	}
	intake_files_init(&files);
	watch_begin(&watch, shell);
	imported = import_files(shell, &files, shell_option(shell, "round"), &watch, err);
	watch_end(&watch, imported);
	intake_files_done(&files);
	return imported;
}

static const struct option_row options[] = {
	{"dry-run", NULL, N_("only say what would come in"), false},
	{"round", N_("ROUND"), N_("the round of applications whose file does not say it"), false},
	{"only", N_("ROUND"), N_("take in the applications of this round only, with what belongs to them"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("FILE..."), 1, -1,
		N_("take in sheets (CSV) of applications, participants and measures, tied together by ref, or a whole "
		   "case (JSON) that kansli export case has written"),
		options, import_run, false, false, false},
	{0},
};
const struct verb verb_import = {"import", "importera", N_("take in files"), forms};
