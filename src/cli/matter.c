/* kansli matter: matters that are not applications. */
#include "casework/matter.h"

#include "casework/event.h"
#include "casework/inbox.h"
#include "casework/person.h"
#include "cli/document_fields.h"
#include "cli/fields.h"
#include "csv/reports.h"

static bool matter_fields(struct shell *shell, struct matter_change *change, struct error *err)
{
	const char *login = shell_option(shell, "officer");
	struct programme programme;
	struct person person;
	bool filled;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	filled = field_word(shell, &programme, "kind", "matter", &change->kind, err) &&
		 field_region(shell, &programme, "region", &change->region, err);
	programme_done(&programme);
	if (!filled || (login && !person_find(shell->cw, login, &shell->arena, &person, err)))
		return false;
	if (login)
		change->officer = person.id;
	return field_text(shell, "title", &change->title, err) && field_day(shell, "on", &change->opened_on, err) &&
	       field_text(shell, "round", &change->round, err) && field_text(shell, "party", &change->party, err) &&
	       field_text(shell, "about", &change->about, err) && field_text(shell, "outcome", &change->outcome, err);
}

static bool number_out(struct shell *shell, int64_t id, struct error *err)
{
	struct case_ref ref = {0, id};
	const char *number;

	if (!case_name(shell->cw, &ref, &shell->arena, &number, NULL, err))
		return false;
	buffer_format(&shell->out, "%s\n", number);
	shell_say(shell, _("%s is opened."), number);
	return true;
}

static bool open_run(struct shell *shell, struct error *err)
{
	struct matter_change change = {.kind = "other", .party = "", .about = "", .outcome = ""};
	const char *paper = shell_option(shell, "paper");
	struct operation op;
	char today[DAY_TEXT];
	int64_t document = 0, id;

	day_text(casework_today(shell->cw), today);
	change.opened_on = today;
	if (!matter_fields(shell, &change, err) || (paper && !document_find(shell->cw, paper, &document, err)) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (paper ? !inbox_open(shell->cw, &op, document, &change, &id, err)
		  : !matter_open(shell->cw, &op, &change, &id, err))
		return false;
	return number_out(shell, id, err);
}

static bool change_run(struct shell *shell, struct error *err)
{
	struct matter_query query = {0};
	struct matter_change change;
	struct matter_list list;
	struct operation op;
	bool done;

	if (!matter_find(shell->cw, shell->arguments[0], &query.id, err) || !shell_operation(shell, NULL, &op, err) ||
		!matter_list_load(shell->cw, &query, &list, err))
		return false;
	change = matter_change_of(&list.items[0]);
	done = matter_fields(shell, &change, err) && matter_change(shell->cw, &op, query.id, &change, err);
	matter_list_done(&list);
	if (done)
		shell_say(shell, _("%s is changed."), shell->arguments[0]);
	return done;
}

static bool list_run(struct shell *shell, struct error *err)
{
	struct matter_query query = {0};
	struct programme programme;
	struct matter_list list;
	struct report report;
	bool done;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	done = field_word(shell, &programme, "kind", "matter", &query.kind, err);
	programme_done(&programme);
	if (!done || !matter_list_load(shell->cw, &query, &list, err))
		return false;
	report_matters(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	matter_list_done(&list);
	return done;
}

static bool close_run(struct shell *shell, struct error *err)
{
	const char *why = NULL, *kept = NULL, *on = NULL;
	struct operation op;
	int64_t id;

	if (!matter_find(shell->cw, shell->arguments[0], &id, err) || !shell_text(shell, "why", &why, err) ||
		!shell_text(shell, "kept", &kept, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_operation(shell, NULL, &op, err) || !matter_close(shell->cw, &op, id, on, why, kept, err))
		return false;
	shell_say(shell, _("%s is closed."), shell->arguments[0]);
	return true;
}

static bool reopen_run(struct shell *shell, struct error *err)
{
	const char *why = NULL;
	struct operation op;
	int64_t id;

	if (!matter_find(shell->cw, shell->arguments[0], &id, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err) || !matter_reopen(shell->cw, &op, id, why, err))
		return false;
	shell_say(shell, _("%s is open again."), shell->arguments[0]);
	return true;
}

static bool log_run(struct shell *shell, struct error *err)
{
	struct event_query query = {0};
	struct event_list list;
	struct report report;
	bool done;

	if (!matter_find(shell->cw, shell->arguments[0], &query.matter, err) ||
		!event_list_load(shell->cw, &query, &list, err))
		return false;
	report_events(&report, &list, false);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	event_list_done(&list);
	return done;
}

static const struct option_row close_options[] = {
	{"why", N_("TEXT"), N_("why it is closed"), false},
	{"kept", N_("TEXT"), N_("what is archived, discarded or made a file note"), false},
	{"on", N_("DAY"), N_("the day (today)"), false},
	{0},
};
static const struct option_row why_options[] = {
	{"why", N_("TEXT"), N_("the reason, for the log"), false},
	{0},
};
static const struct option_row list_options[] = {
	{"kind", N_("WORD"), N_("one kind only"), false},
	{0},
};
#define MATTER_ROWS                                                                                                    \
	{"kind", N_("WORD"), N_("round, analysis, request, report, meeting, referral or other"), false},               \
		{"title", N_("TEXT"), N_("subject line"), false},                                                      \
		{"on", N_("DAY"), N_("the day it is opened (today)"), false},                                          \
		{"round", N_("ROUND"), N_("of a round's matter: which"), false},                                       \
		{"region", N_("REGION"), N_("whom it is with"), false},                                                \
		{"party", N_("TEXT"), N_("whom it is with, where no region"), false},                                  \
		{"about", N_("TEXT"), N_("what it is about; @FILE reads a file"), false},                              \
		{"officer", N_("LOGIN"), N_("the case officer"), false},                                               \
		{"outcome", N_("TEXT"), N_("how it ended"), false},
static const struct option_row open_options[] = {
	MATTER_ROWS{"paper", N_("DOCUMENT"), N_("the paper of the inbox that opens it, i7"), false},
	{0},
};
static const struct option_row change_options[] = {
	MATTER_ROWS{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("list matters that are not applications"), list_options, list_run, false, true,
		true},
	{"open", "öppna", "", 0, 0, N_("open a matter; its number goes to standard output"), open_options, open_run,
		false, false, false},
	{"change", "ändra", N_("NR"), 1, 1, N_("change a matter"), change_options, change_run, false, false, false},
	{"close", "avsluta", N_("NR"), 1, 1, N_("close a matter, saying what is kept"), close_options, close_run, false,
		false, false},
	{"reopen", "återuppta", N_("NR"), 1, 1, N_("open a closed matter again"), why_options, reopen_run, false, false,
		false},
	{"log", "logg", N_("NR"), 1, 1, N_("list what has happened in a matter"), NULL, log_run, false, true, true},
	{0},
};
const struct verb verb_matter = {"matter", "ärende", N_("matters that are not applications"), forms};
