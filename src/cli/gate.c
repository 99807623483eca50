/* kansli gate NR [GATE ANSWER]: the control points of an application. */
#include "cli/cli.h"

#include "base/json.h"
#include "base/text.h"
#include "casework/application.h"
#include "casework/gate.h"

static void gate_json(const struct gate_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "gates");
	for (int i = 0; i < list->count; i++) {
		const struct gate_row *row = &list->items[i];

		json_object(&json, NULL);
		json_text(&json, "gate", row->gate->id);
		json_text(&json, "name", row->gate->name[words_swedish()]);
		json_text(&json, "about", row->about);
		json_text(&json, "answer", row->answer);
		json_text(&json, "reason", row->reason);
		json_text(&json, "way", row->way);
		json_text(&json, "due", row->due_on);
		json_text(&json, "answered_by", row->answered_by);
		json_text(&json, "answered_at", row->answered_at);
		json_number(&json, "version", row->version);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static void gate_lines(const struct gate_list *list, struct buffer *out)
{
	for (int i = 0; i < list->count; i++) {
		const struct gate_row *row = &list->items[i];

		buffer_format(out, "%s\t%s\t%s\t%s\t%s\t%s\n", row->gate->id, row->about ? row->about : "",
			row->answer ? programme_word_name(&list->programme, "answer", row->answer) : "-",
			row->gate->name[words_swedish()], row->due_on ? row->due_on : "",
			row->reason ? row->reason : "");
	}
}

static bool gate_show(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_GATE, COLUMN_NAME, COLUMN_ABOUT, COLUMN_ANSWER, COLUMN_REASON,
		COLUMN_WAY, COLUMN_DUE, COLUMN_ANSWERED_BY, COLUMN_ANSWERED_AT, COLUMN_VERSION};
	static const struct listing listing = {"gates", columns, sizeof columns / sizeof *columns};
	struct gate_list list;
	struct buffer json;
	int64_t application;
	bool done;

	if (!shell_application(shell, 0, &application, err) || !gate_list_load(shell->cw, application, &list, err))
		return false;
	buffer_init(&json);
	gate_json(&list, &json);
	if (!shell_for_programs(shell))
		gate_lines(&list, &shell->out);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	gate_list_done(&list);
	return done;
}

/* "12.3" names a measure too; --region a participant. */
static bool gate_about(struct shell *shell, int64_t *application, struct gate_change *change, struct error *err)
{
	const char *wanted = shell_option(shell, "region");
	const struct region *region;
	struct application whole;
	struct programme programme;
	bool found = !wanted;

	if (!shell_part(shell, 0, application, &change->measure, err))
		return false;
	if (found)
		return true;
	if (!application_load(shell->cw, *application, &whole, err))
		return false;
	if (!programme_load(shell->cw, &programme, err)) {
		application_done(&whole);
		return false;
	}
	region = programme_region(&programme, wanted);
	for (int i = 0; region && i < whole.participant_count; i++) {
		if (!strcmp(whole.participants[i].region, region->code)) {
			change->participant = whole.participants[i].id;
			found = true;
		}
	}
	programme_done(&programme);
	application_done(&whole);
	return found || refuse(err, ERROR_MISSING, _("%s does not take part in %s."), wanted, shell->arguments[0]);
}

static bool gate_word(struct shell *shell, const char *kind, const char *wanted, const char **code, struct error *err)
{
	struct programme programme;
	const struct word *word;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	word = programme_word(&programme, kind, wanted);
	*code = arena_text(&shell->arena, word ? word->code : NULL);
	programme_done(&programme);
	return *code || refuse(err, ERROR_INVALID, _("'%s' is no answer. Say yes, no, unclear or na."), wanted);
}

static bool gate_run(struct shell *shell, struct error *err)
{
	struct gate_change change = {.reason = ""};
	struct operation op;
	int64_t application;

	if (shell->argument_count == 1)
		return gate_show(shell, err);
	if (shell->argument_count != 3)
		return refuse(err, ERROR_INVALID,
			_("Use: kansli gate NR to see them, kansli gate NR GATE ANSWER to answer."));
	change.gate = shell->arguments[1];
	change.way = shell_option(shell, "way");
	change.rest = shell_switch(shell, "rest");
	if (!gate_word(shell, "answer", shell->arguments[2], &change.answer, err) ||
		!gate_about(shell, &application, &change, err) || !shell_text(shell, "reason", &change.reason, err) ||
		!shell_day_text(shell, "due", &change.due_on, err) || !shell_operation(shell, NULL, &op, err) ||
		!gate_answer(shell->cw, &op, application, &change, err))
		return false;
	shell_say(shell, _("%s of %s: %s."), change.gate, shell->arguments[0], shell->arguments[2]);
	return true;
}

static const struct option_row options[] = {
	{"reason", N_("TEXT"), N_("why; needed for no, unclear and na; @FILE reads a file"), false},
	{"way", N_("WAY"), N_("the way on: completion, communication, suitability or ruling"), false},
	{"due", N_("DAY"), N_("last day for the applicant's answer"), false},
	{"region", N_("REGION"), N_("answer for one participant; without it, for all of them"), false},
	{"rest", NULL, N_("answer only for the participants that have no answer yet"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR [GATE ANSWER]"), 1, 3, N_("show the control points, or answer one: yes, no, unclear or na"),
		options, gate_run, false, false, true},
	{0},
};
const struct verb verb_gate = {"gate", "kontrollpunkt", N_("control points: show and answer"), forms};
