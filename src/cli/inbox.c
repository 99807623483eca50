/* kansli inbox: papers without a case. */
#include "cli/document_fields.h"

#include "casework/inbox.h"
#include "casework/round.h"
#include "cli/fields.h"
#include "csv/reports.h"

/* The likeliest case of each paper, or "". */
static bool suggestions_read(struct shell *shell, const struct document_list *list, const char **out, struct error *err)
{
	for (int i = 0; i < list->count; i++) {
		struct suggestion_list suggestions;

		if (!suggestion_list_load(shell->cw, &list->items[i], &suggestions, err))
			return false;
		out[i] = suggestions.count ? arena_text(&shell->arena, suggestions.items[0].number) : "";
		suggestion_list_done(&suggestions);
	}
	return true;
}

static bool list_run(struct shell *shell, struct error *err)
{
	struct document_query query = {.inbox = true};
	struct document_list list;
	struct report report;
	const char **suggested;
	bool done;

	if (!document_list_load(shell->cw, &query, &list, err))
		return false;
	suggested = arena_take(&shell->arena, ((size_t)list.count + 1) * sizeof *suggested);
	done = suggestions_read(shell, &list, suggested, err);
	if (done) {
		report_inbox(&report, &list, suggested);
		done = shell_report(shell, &report, false, err);
		report_done(&report);
	}
	document_list_done(&list);
	return done;
}

static bool tie_run(struct shell *shell, struct error *err)
{
	struct operation op;
	struct case_ref to;
	int64_t id;

	if (!shell_document(shell, 0, &id, err) || !shell_case(shell, 1, &to, err) ||
		!shell_operation(shell, NULL, &op, err) || !document_tie(shell->cw, &op, id, &to, err))
		return false;
	buffer_format(&shell->out, "%s\n", document_said(shell, id));
	shell_say(shell, _("%s is now %s."), shell->arguments[0], document_said(shell, id));
	return true;
}

static bool register_run(struct shell *shell, struct error *err)
{
	struct application_change change = {.summary = "", .economy = "", .needs = "", .scope = "", .sources = ""};
	const char *participants[SHELL_VALUES];
	struct document_query query = {0};
	struct document_list list;
	struct operation op;
	struct round round;
	int64_t application;
	int count;
	bool done;

	if (!shell_document(shell, 0, &query.id, err) ||
		!round_find(shell->cw, shell_option(shell, "round"), &shell->arena, &round, err) ||
		!document_list_load(shell->cw, &query, &list, err))
		return false;
	change.round = round.name;
	change.lead = list.items[0].region;
	change.title = list.items[0].subject;
	change.own_number = list.items[0].own_number;
	change.arrived_on = list.items[0].on_day;
	change.arrived_time = list.items[0].on_time;
	change.way = list.items[0].way;
	done = application_fields(shell, &change, err) && participants_read(shell, participants, &count, err) &&
	       shell_operation(shell, shell_option(shell, "why"), &op, err) &&
	       inbox_register(shell->cw, &op, query.id, &change, participants, count, &application, err);
	document_list_done(&list);
	if (!done)
		return false;
	buffer_format(&shell->out, "%s\n", document_said(shell, query.id));
	shell_say(shell, _("%s is now %s, a new application."), shell->arguments[0], document_said(shell, query.id));
	return true;
}

static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("list papers without a case, and where they may belong"), NULL, list_run, false,
		true, true},
	{"tie", "koppla", N_("DOCUMENT NR"), 2, 2, N_("tie a paper to its case; its number goes to standard output"),
		NULL, tie_run, false, false, false},
	{"register", "registrera", N_("DOCUMENT"), 1, 1, N_("register a paper as a new application"),
		application_options, register_run, false, false, false},
	{0},
};
const struct verb verb_inbox = {"inbox", "inkorg", N_("papers without a case"), forms};
