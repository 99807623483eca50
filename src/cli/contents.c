/* kansli contents NR: 9 § part by part, with what is missing by name. */
#include "cli/cli.h"

#include "casework/application.h"
#include "cli/show.h"
#include "cli/show_contents.h"

static void contents_as_json(const struct contents *contents, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_text(&json, "number", contents->application.number);
	json_text(&json, "scope", contents->application.scope);
	contents_json(&json, contents);
	json_array(&json, "measures");
	for (int i = 0; i < contents->measures.count; i++) {
		json_object(&json, NULL);
		json_number(&json, "n", contents->measures.items[i].n);
		json_text(&json, "title", contents->measures.items[i].title);
		contents_measure_json(&json, contents, contents->measures.items[i].id);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static bool contents_run(struct shell *shell, struct error *err)
{
	static const struct listing everything = {0};
	struct contents contents;
	struct programme programme;
	struct buffer json;
	int64_t application;
	bool done;

	if (!shell_application(shell, 0, &application, err) || !contents_load(shell->cw, application, &contents, err))
		return false;
	buffer_init(&json);
	if (shell_for_programs(shell)) {
		contents_as_json(&contents, &json);
		done = shell_listing(shell, &everything, &json, err);
	} else if ((done = programme_load(shell->cw, &programme, err))) {
		contents_text(shell, &contents, &programme);
		show_text(&shell->out, 2, _("Scope"), contents.application.scope);
		programme_done(&programme);
		done = shell_divert(shell, err);
	}
	buffer_done(&json);
	contents_done(&contents);
	return done;
}

static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("what an application says, section 9 part by part, with what is missing"), NULL,
		contents_run, false, true, true},
	{0},
};
const struct verb verb_contents = {"contents", "innehåll", N_("what an application says, and what it lacks"), forms};
