/* kansli programme [adopt]: the law as data that this kansli brings, and what the office has of it. */
#include "cli/cli.h"

#include "base/json.h"
#include "casework/programme.h"
#include "csv/programme_file.h"

static void lacks_json(const struct programme_lacks *lacks, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "lacks");
	for (int i = 0; i < lacks->count; i++) {
		json_object(&json, NULL);
		json_text(&json, "part", lacks->items[i].part);
		json_text(&json, "code", lacks->items[i].code);
		json_text(&json, "name", lacks->items[i].name);
		json_bool(&json, "other", lacks->items[i].other);
		json_bool(&json, "kept", lacks->items[i].kept);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static void lacks_lines(const struct programme_lacks *lacks, struct buffer *out)
{
	for (int i = 0; i < lacks->count; i++) {
		const struct programme_lack *each = &lacks->items[i];

		buffer_format(out, "%s\t%s\t%s\t%s\n", each->part, each->code, each->name,
			each->kept    ? _("the office's own version stays")
			: each->other ? _("says something else here")
				      : _("is missing here"));
	}
	if (!lacks->count)
		buffer_format(out, "%s\n", _("The office has everything."));
}

static bool show_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_PART, COLUMN_CODE, COLUMN_NAME, COLUMN_OTHER, COLUMN_KEPT};
	static const struct listing listing = {"lacks", columns, sizeof columns / sizeof *columns};
	struct programme programme;
	struct programme_lacks lacks;
	struct buffer json;
	bool loaded;

	if (!programme_read(&programme, err))
		return false;
	loaded = programme_lacks_load(shell->cw, &programme, &lacks, err);
	if (loaded) {
		buffer_init(&json);
		lacks_json(&lacks, &json);
		if (!shell_for_programs(shell))
			lacks_lines(&lacks, &shell->out);
		loaded = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err)
						   : shell_divert(shell, err);
		buffer_done(&json);
		programme_lacks_done(&lacks);
	}
	programme_done(&programme);
	return loaded;
}

static bool adopt_run(struct shell *shell, struct error *err)
{
	struct programme programme;
	struct operation op;
	bool adopted;

	if (!shell_operation(shell, NULL, &op, err) || !programme_read(&programme, err))
		return false;
	adopted = programme_adopt(shell->cw, &op, &programme, err);
	programme_done(&programme);
	if (adopted)
		shell_say(shell,
			_("The law as data of this kansli is taken in. Versions that were there stay as they are."));
	return adopted;
}

static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("show what this kansli's law as data has that the office lacks"), NULL, show_run,
		false, true, true},
	{"adopt", "ta-in", "", 0, 0,
		N_("take it in: regions, words and points; new versions of control points and criteria"), NULL,
		adopt_run, false, false, false},
	{0},
};
const struct verb verb_programme = {"programme", "programmet", N_("the law as data: what the office has of it"), forms};
