/* kansli import FILE.json: a whole case, with its papers' files from the folder beside it. */
#include "cli/runs.h"

#include "base/file.h"
#include "base/hash.h"
#include "casework/case_copy.h"

bool import_is_case(const struct shell *shell)
{
	for (int i = 0; i < shell->argument_count; i++) {
		size_t bytes = strlen(shell->arguments[i]);

		if (bytes > 5 && !strcmp(shell->arguments[i] + bytes - 5, ".json"))
			return true;
	}
	return false;
}

/* "12-2026.json sha256:3f…": what the log says it came from. */
static const char *cause_of(const char *path, const struct buffer *json, struct arena *arena)
{
	const char *slash = strrchr(path, '/');
	char text[HASH_TEXT];

	hash_of(json->text, json->bytes, text);
	return arena_format(arena, "%s sha256:%s", slash ? slash + 1 : path, text);
}

static void intake_say(struct shell *shell, const struct case_copy_intake *intake)
{
	bool dry = shell_switch(shell, "dry-run");

	shell_say(shell,
		dry ? _("Would come in: case %d-%d, %d things and the files of %d documents. Nothing was changed.")
		    : _("Taken in: case %d-%d, %d things and the files of %d documents."),
		intake->n, intake->year, intake->things, intake->files);
	if (!dry)
		shell_say(shell,
			_("What happened before stays in the other office's log; here it begins with the import."));
}

static bool copy_take(struct shell *shell, const char *path, const struct buffer *json, struct error *err)
{
	struct case_copy_intake intake;
	struct operation op;
	bool taken;

	if (!shell_operation(shell, cause_of(path, json, &shell->arena), &op, err))
		return false;
	case_copy_intake_init(&intake);
	taken = case_copy_take(
		shell->cw, &op, json, shell_case_folder(shell, path), shell_switch(shell, "dry-run"), &intake, err);
	if (taken)
		intake_say(shell, &intake);
	for (int i = 0; i < intake.finding_count; i++)
		shell_tell(shell, "%s: %s: %s", path, intake.findings[i].path, intake.findings[i].reason);
	case_copy_intake_done(&intake);
	return taken;
}

bool import_case_run(struct shell *shell, struct error *err)
{
	const char *path = shell_path(shell, shell->arguments[0]);
	struct buffer json;
	bool taken;

	if (shell->argument_count > 1)
		return refuse(err, ERROR_INVALID,
			_("A whole case (JSON) is taken in by itself: one file at a time. Nothing was taken in."));
	if (shell_option(shell, "round") || shell_option(shell, "only"))
		return refuse(err, ERROR_INVALID,
			_("--round and --only go with sheets: a whole case (JSON) says its round itself."));
	buffer_init(&json);
	taken = file_read(path, CASE_COPY_MOST, &json, err) && copy_take(shell, path, &json, err);
	buffer_done(&json);
	return taken;
}
