/* kansli draft list|show|drop: what the screens have kept of typed and not yet saved text. */
#include "cli/cli.h"

#include "base/draft.h"
#include "base/json.h"
#include "base/text.h"

static bool has_drafts(struct shell *shell, struct draft_place *place)
{
	*place = office_drafts(shell->cw, &shell->arena);
	return place->directory != NULL;
}

static void list_json(const struct draft_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "drafts");
	for (size_t i = 0; i < list->count; i++) {
		json_object(&json, NULL);
		json_text(&json, "form", list->items[i].form);
		json_text(&json, "title", list->items[i].title);
		json_text(&json, "written", list->items[i].moment);
		json_text(&json, "operation", list->items[i].operation);
		json_number(&json, "version", list->items[i].version);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static bool draft_list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {
		COLUMN_WRITTEN, COLUMN_DRAFT, COLUMN_TITLE, COLUMN_OPERATION, COLUMN_VERSION};
	static const struct listing listing = {"drafts", columns, sizeof columns / sizeof *columns};
	struct draft_place place;
	struct draft_list list = {0};
	struct buffer json;
	bool done;

	if (has_drafts(shell, &place) && !draft_list_load(&place, &list, err))
		return false;
	buffer_init(&json);
	list_json(&list, &json);
	for (size_t i = 0; i < list.count && !shell_for_programs(shell); i++)
		buffer_format(
			&shell->out, "%.16s  %s  %s\n", list.items[i].moment, list.items[i].form, list.items[i].title);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	if (list.broken)
		shell_say(shell,
			ngettext("%d file among the drafts is no draft; it is left alone.",
				"%d files among the drafts are no drafts; they are left alone.",
				(unsigned long)list.broken),
			list.broken);
	draft_list_done(&list);
	return done;
}

static void draft_json(const struct draft *draft, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "fields");
	for (size_t i = 0; i < draft->count; i++) {
		json_object(&json, NULL);
		json_text(&json, "field", draft->fields[i].name);
		json_text(&json, "value", draft->fields[i].text);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static bool draft_show_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_FIELD, COLUMN_VALUE};
	static const struct listing listing = {"fields", columns, sizeof columns / sizeof *columns};
	struct buffer json;
	bool done;
	struct draft_place place;
	struct draft draft;

	if (!has_drafts(shell, &place) || !draft_load(&place, shell->arguments[0], &shell->arena, &draft, err))
		return place.directory ? false
				       : refuse(err, ERROR_MISSING, _("There is no draft '%s'."), shell->arguments[0]);
	if (shell_for_programs(shell)) {
		buffer_init(&json);
		draft_json(&draft, &json);
		done = shell_listing(shell, &listing, &json, err);
		buffer_done(&json);
		return done;
	}
	buffer_format(&shell->out, "%s (%.16s)\n", draft.title, draft.moment);
	for (size_t i = 0; i < draft.count; i++)
		buffer_format(&shell->out, "\n%s:\n%s\n", draft.fields[i].name, draft.fields[i].text);
	return shell_divert(shell, err);
}

static bool draft_drop_run(struct shell *shell, struct error *err)
{
	struct draft_place place;
	struct draft draft;

	if (!has_drafts(shell, &place))
		return refuse(err, ERROR_MISSING, _("There is no draft '%s'."), shell->arguments[0]);
	if (!draft_load(&place, shell->arguments[0], &shell->arena, &draft, err) ||
		!draft_drop(&place, shell->arguments[0], err))
		return false;
	shell_say(shell, _("The draft %s is thrown away. What is saved in the office is as it was."),
		shell->arguments[0]);
	return true;
}

static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("list your drafts"), NULL, draft_list_run, false, true, true},
	{"show", "visa", N_("FORM"), 1, 1, N_("show a draft"), NULL, draft_show_run, false, true, true},
	{"drop", "kasta", N_("FORM"), 1, 1, N_("throw a draft away"), NULL, draft_drop_run, false, true, false},
	{0},
};
const struct verb verb_draft = {"draft", "utkast", N_("typed text that is not saved yet"), forms};
