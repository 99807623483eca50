/* kansli versions list|keep|diff|show: an application as it stood. */
#include "cli/cli.h"

#include "base/json.h"
#include "base/money.h"
#include "casework/version.h"

static void list_json(const struct version_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "versions");
	for (int i = 0; i < list->count; i++) {
		json_object(&json, NULL);
		json_number(&json, "n", list->items[i].n);
		json_text(&json, "kept_at", list->items[i].kept_at);
		json_text(&json, "kept_by", list->items[i].kept_by);
		json_text(&json, "why", list->items[i].why);
		json_close(&json);
	}
	json_close(&json);
	json_bool(&json, "changed", list->changed);
	json_close(&json);
	json_done(&json);
}

static void list_lines(const struct version_list *list, struct buffer *out)
{
	for (int i = 0; i < list->count; i++)
		buffer_format(out, "%d\t%.16s\t%s\t%s\n", list->items[i].n, list->items[i].kept_at,
			list->items[i].kept_by, list->items[i].why);
	buffer_format(out, "%s\n",
		list->changed ? _("What stands now differs from the newest kept version.")
			      : _("What stands now is the newest kept version."));
}

static bool list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_N, COLUMN_KEPT_AT, COLUMN_KEPT_BY, COLUMN_WHY};
	static const struct listing listing = {"versions", columns, sizeof columns / sizeof *columns};
	struct version_list list;
	struct buffer json;
	int64_t application;
	bool done;

	if (!shell_application(shell, 0, &application, err) || !version_list_load(shell->cw, application, &list, err))
		return false;
	buffer_init(&json);
	list_json(&list, &json);
	if (!shell_for_programs(shell))
		list_lines(&list, &shell->out);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	version_list_done(&list);
	return done;
}

static bool keep_run(struct shell *shell, struct error *err)
{
	const char *why = "";
	int64_t application;
	struct operation op;
	int n;

	if (!shell_application(shell, 0, &application, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err) || !version_keep(shell->cw, &op, application, why, &n, err))
		return false;
	shell_say(shell, _("Version %d of %s is kept."), n, shell->arguments[0]);
	return true;
}

/* Argument nth as a version; none, 0 or "now" is what stands now. */
static bool version_of(struct shell *shell, int nth, int *n, struct error *err)
{
	char *end;
	long number;

	*n = 0;
	if (nth >= shell->argument_count || !strcmp(shell->arguments[nth], "now") ||
		!strcmp(shell->arguments[nth], _("now")))
		return true;
	number = strtol(shell->arguments[nth], &end, 10);
	if (end == shell->arguments[nth] || *end || number < 0 || number > 100000)
		return refuse(
			err, ERROR_INVALID, _("'%s' is no version: write its number, or now."), shell->arguments[nth]);
	*n = (int)number;
	return true;
}

static void difference_json(const struct version_difference *difference, struct buffer *out)
{
	static const char *const ways[] = {
		[VERSION_CHANGED] = "changed", [VERSION_ADDED] = "added", [VERSION_GONE] = "gone"};
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_number(&json, "from", difference->from);
	json_number(&json, "to", difference->to);
	json_ore(&json, "sought_before_ore", difference->sought_before);
	json_ore(&json, "sought_after_ore", difference->sought_after);
	json_ore(&json, "cost_before_ore", difference->cost_before);
	json_ore(&json, "cost_after_ore", difference->cost_after);
	json_array(&json, "changes");
	for (int i = 0; i < difference->count; i++) {
		const struct version_change *change = &difference->items[i];

		json_object(&json, NULL);
		json_text(&json, "way", ways[change->way]);
		json_text(&json, "about", change->about);
		json_text(&json, "field", change->field);
		json_text(&json, "before", change->before);
		json_text(&json, "after", change->after);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

/* What a row is about stands once, above its fields. */
static void difference_lines(const struct version_difference *difference, struct buffer *out)
{
	const char *about = NULL;

	if (!difference->count)
		buffer_format(out, "%s\n", _("Nothing differs."));
	for (int i = 0; i < difference->count; i++) {
		const struct version_change *change = &difference->items[i];

		if (!about || strcmp(about, change->about) != 0)
			buffer_format(out, "%s\n", *change->about ? change->about : _("The application"));
		about = change->about;
		if (*change->field)
			buffer_format(out, "  %s\n", change->field);
		else
			buffer_format(out, "  %s\n", change->way == VERSION_ADDED ? _("added") : _("no longer there"));
		buffer_format(out, "    - %s\n    + %s\n", change->before, change->after);
	}
}

static bool difference_show(struct shell *shell, const struct version_difference *difference, struct error *err)
{
	static const enum column_name columns[] = {
		COLUMN_DIFFERENCE, COLUMN_ABOUT, COLUMN_FIELD, COLUMN_BEFORE, COLUMN_AFTER};
	static const struct listing listing = {"changes", columns, sizeof columns / sizeof *columns};
	struct buffer json;
	bool done;

	if (!shell_for_programs(shell)) {
		difference_lines(difference, &shell->out);
		return shell_divert(shell, err);
	}
	buffer_init(&json);
	difference_json(difference, &json);
	done = shell_listing(shell, &listing, &json, err);
	buffer_done(&json);
	return done;
}

static bool diff_run(struct shell *shell, struct error *err)
{
	bool done;
	struct version_difference difference;
	struct version_list list;
	int64_t application;
	int from, to;

	if (!shell_application(shell, 0, &application, err) || !version_of(shell, 1, &from, err) ||
		!version_of(shell, 2, &to, err) || !version_list_load(shell->cw, application, &list, err))
		return false;
	if (shell->argument_count == 1)
		from = list.count;
	version_list_done(&list);
	if (!from && !to)
		return refuse(err, ERROR_MISSING, _("No version of %s is kept: there is nothing to compare with."),
			shell->arguments[0]);
	if (!version_difference_load(shell->cw, application, from, to, &difference, err))
		return false;
	done = difference_show(shell, &difference, err);
	version_difference_done(&difference);
	return done;
}

static bool show_run(struct shell *shell, struct error *err)
{
	const char *content;
	int64_t application;
	int n;

	if (!shell_application(shell, 0, &application, err) || !version_of(shell, 1, &n, err) ||
		!version_content(shell->cw, application, n, &shell->arena, &content, err))
		return false;
	buffer_format(&shell->out, "%s\n", content);
	return true;
}

static const struct option_row keep_options[] = {
	{"why", N_("TEXT"), N_("the reason"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("NR"), 1, 1, N_("the versions that are kept"), NULL, list_run, false, true, true},
	{"keep", "bevara", N_("NR"), 1, 1, N_("keep the application as it stands"), keep_options, keep_run, false,
		false, false},
	{"diff", "skillnad", N_("NR [VERSION [VERSION]]"), 1, 3,
		N_("what differs between two versions; without a second, against what stands now"), NULL, diff_run,
		false, true, true},
	{"show", "visa", N_("NR [VERSION]"), 1, 2, N_("one version as JSON; without a number, what stands now"), NULL,
		show_run, false, true, false},
	{0},
};
const struct verb verb_versions = {"versions", "versioner", N_("an application as it stood, and what differs"), forms};
