/* kansli document: the register. */
#include "cli/document_fields.h"

#include "casework/dispatch.h"
#include "cli/fields.h"
#include "csv/reports.h"

static bool list_run(struct shell *shell, struct error *err)
{
	struct document_query query = {0};
	struct document_list list;
	struct report report;
	bool done;

	if (shell->argument_count && !shell_case(shell, 0, &query.of, err))
		return false;
	if (!shell_day_text(shell, "since", &query.first, err) || !shell_day_text(shell, "until", &query.last, err))
		return false;
	if (!shell->argument_count && !query.first)
		return refuse(err, ERROR_INVALID, _("Say which case, or --since: the first day of registration."));
	if (!document_list_load(shell->cw, &query, &list, err))
		return false;
	report_documents(&report, &list, shell_switch(shell, "public"));
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	document_list_done(&list);
	return done;
}

static bool add_run(struct shell *shell, struct error *err)
{
	struct document_change change = {.direction = "in", .kind = "letter", .party = "", .open_subject = ""};
	const char *file = shell_option(shell, "file");
	struct case_ref of = {0};
	struct operation op;
	int64_t id;

	if ((shell->argument_count && !shell_case(shell, 0, &of, err)) || !document_fields(shell, &change, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!document_add(shell->cw, &op, &of, &change, file ? shell_path(shell, file) : NULL, &id, err))
		return false;
	buffer_format(&shell->out, "%s\n", document_said(shell, id));
	shell_say(shell, _("%s is registered."), document_said(shell, id));
	return true;
}

static bool change_run(struct shell *shell, struct error *err)
{
	struct document_query query = {0};
	struct document_change change;
	struct document_list list;
	struct operation op;
	bool done;

	if (!shell_document(shell, 0, &query.id, err) ||
		!shell_operation(shell, shell_option(shell, "why"), &op, err) ||
		!document_list_load(shell->cw, &query, &list, err))
		return false;
	change = document_change_of(&list.items[0]);
	done = document_fields(shell, &change, err) && document_change(shell->cw, &op, query.id, &change, err);
	document_list_done(&list);
	if (done)
		shell_say(shell, _("%s is changed."), shell->arguments[0]);
	return done;
}

static bool attach_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t id;

	if (!shell_document(shell, 0, &id, err) || !shell_operation(shell, NULL, &op, err) ||
		!document_attach(shell->cw, &op, id, shell_path(shell, shell->arguments[1]), err))
		return false;
	shell_say(shell, _("%s has its file."), shell->arguments[0]);
	return true;
}

static bool words_print(struct shell *shell, int64_t id, struct error *err)
{
	struct document_query query = {.id = id};
	struct document_list list;
	const char *words;

	if (!document_words(shell->cw, id, &shell->arena, &words, err) ||
		!document_list_load(shell->cw, &query, &list, err))
		return false;
	buffer_format(&shell->out, "%s%s", words, *words ? "\n" : "");
	if (!*words)
		shell_say(shell, "%s", document_wordless(&list.items[0]));
	document_list_done(&list);
	return true;
}

static bool read_run(struct shell *shell, struct error *err)
{
	struct buffer content;
	int64_t id;
	bool read;

	if (!shell_document(shell, 0, &id, err))
		return false;
	if (!shell_switch(shell, "bytes"))
		return words_print(shell, id, err);
	buffer_init(&content);
	read = document_read(shell->cw, id, &content, err);
	buffer_add(&shell->out, content.text, content.bytes);
	buffer_done(&content);
	return read;
}

static bool move_run(struct shell *shell, struct error *err)
{
	struct operation op;
	struct case_ref to;
	const char *why = NULL;
	int64_t id, moved;

	if (!shell_document(shell, 0, &id, err) || !shell_case(shell, 1, &to, err) ||
		!shell_text(shell, "why", &why, err) || !shell_operation(shell, NULL, &op, err) ||
		!document_move(shell->cw, &op, id, &to, why, &moved, err))
		return false;
	buffer_format(&shell->out, "%s\n", document_said(shell, moved));
	shell_say(shell, _("%s is moved to %s. Its number stays."), shell->arguments[0], document_said(shell, moved));
	return true;
}

static bool void_run(struct shell *shell, struct error *err)
{
	struct operation op;
	const char *why = NULL;
	int64_t id;

	if (!shell_document(shell, 0, &id, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err) || !document_void(shell->cw, &op, id, why, err))
		return false;
	shell_say(shell, _("%s is void, registered by mistake. Its number stays."), shell->arguments[0]);
	return true;
}

static bool remove_run(struct shell *shell, struct error *err)
{
	const char *ground = NULL, *kind = shell_option(shell, "kind");
	struct operation op;
	int64_t id;

	if (!shell_document(shell, 0, &id, err) || !shell_text(shell, "ground", &ground, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!document_remove(shell->cw, &op, id, kind ? kind : "error", ground, err))
		return false;
	shell_say(shell,
		_("The content of %s is removed; its trace stays. Older backups still hold it: remove it there too."),
		shell->arguments[0]);
	return true;
}

static bool wrong_run(struct shell *shell, struct error *err)
{
	const char *to_text = shell_option(shell, "to"), *why = NULL;
	struct case_ref from, to = {0};
	struct operation op;

	if (!shell_case(shell, 0, &from, err) || (to_text && !case_find(shell->cw, to_text, &to, err)) ||
		!shell_text(shell, "why", &why, err) || !shell_operation(shell, NULL, &op, err) ||
		!misregistration_record(shell->cw, &op, &from, &to, why, err))
		return false;
	shell_say(shell, _("%s is noted as registered by mistake. Its number stays."), shell->arguments[0]);
	return true;
}

/* ---- distribution lists */

static bool send_one(struct shell *shell, const struct operation *op, int64_t id, struct dispatch_change *change,
	const char *to, struct error *err)
{
	struct programme programme;
	const struct region *region;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	region = programme_region(&programme, to);
	change->region = region ? arena_text(&shell->arena, region->code) : NULL;
	change->name = region ? "" : to;
	programme_done(&programme);
	return dispatch_add(shell->cw, op, id, change, err);
}

static bool send_run(struct shell *shell, struct error *err)
{
	struct dispatch_change change = {.name = "", .way = "email"};
	struct programme programme;
	struct operation op;
	const char *to;
	int64_t id;
	bool way;

	if (!shell_document(shell, 0, &id, err) || !shell_day_text(shell, "on", &change.sent_on, err) ||
		!shell_operation(shell, NULL, &op, err) || !programme_load(shell->cw, &programme, err))
		return false;
	way = field_word(shell, &programme, "way", "arrival", &change.way, err);
	programme_done(&programme);
	if (!way)
		return false;
	to = shell_option(shell, "to");
	if (!to && !shell_switch(shell, "regions"))
		return dispatch_send(shell->cw, &op, id, 0, change.sent_on, err);
	return to ? send_one(shell, &op, id, &change, to, err)
		  : dispatch_add_regions(shell->cw, &op, id, change.way, change.sent_on, NULL, err);
}

static bool receipt_run(struct shell *shell, struct error *err)
{
	struct operation op;
	const char *on = NULL;
	char today[DAY_TEXT];
	int64_t id, dispatch;

	day_text(casework_today(shell->cw), today);
	return shell_document(shell, 0, &id, err) &&
	       dispatch_find(shell->cw, id, shell->arguments[1], &dispatch, err) &&
	       shell_day_text(shell, "on", &on, err) && shell_operation(shell, NULL, &op, err) &&
	       dispatch_receive(shell->cw, &op, dispatch, on ? on : today, err);
}

static bool receivers_run(struct shell *shell, struct error *err)
{
	struct dispatch_list list;
	struct report report;
	int64_t id;
	bool done;

	if (!shell_document(shell, 0, &id, err) || !dispatch_list_load(shell->cw, id, &list, err))
		return false;
	report_receivers(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	dispatch_list_done(&list);
	return done;
}

static const struct option_row list_options[] = {
	{"since", N_("DAY"), N_("registered on this day or later"), false},
	{"until", N_("DAY"), N_("registered on this day or earlier"), false},
	{"public", NULL, N_("as the public may see it: marked fields left out (OSL 5:2)"), false},
	{0},
};
static const struct option_row read_options[] = {
	{"bytes", NULL, N_("the file itself, not its words"), false},
	{0},
};
static const struct option_row why_options[] = {
	{"why", N_("TEXT"), N_("the reason, for the log"), false},
	{0},
};
static const struct option_row remove_options[] = {
	{"kind", N_("disposal|error"), N_("by a decision on disposal, or sent in error"), false},
	{"ground", N_("TEXT"), N_("the decision or the provision; @FILE reads a file"), false},
	{0},
};
static const struct option_row wrong_options[] = {
	{"to", N_("NR"), N_("the case its documents belong to"), false},
	{"why", N_("TEXT"), N_("the reason, for the log"), false},
	{0},
};
static const struct option_row send_options[] = {
	{"to", N_("REGION"), N_("a region or anybody else; without it, all on the list not sent to yet"), false},
	{"regions", NULL, N_("all that may apply"), false},
	{"way", N_("WAY"), N_("e-service, e-mail, post or by hand"), false},
	{"on", N_("DAY"), N_("the day it was sent; without it, only on the list"), false},
	{0},
};
static const struct option_row on_options[] = {
	{"on", N_("DAY"), N_("the day (today)"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("[NR]"), 0, 1, N_("list the documents of a case, or those of some days"), list_options,
		list_run, false, true, true},
	{"add", "registrera", N_("[NR]"), 0, 1, N_("register a document; without a case, in the inbox"),
		document_add_options, add_run, false, false, false},
	{"change", "ändra", N_("DOCUMENT"), 1, 1, N_("correct what is said of a document"), document_change_options,
		change_run, false, false, false},
	{"attach", "bifoga", N_("DOCUMENT FILE"), 2, 2, N_("add the file of a document that has none"), NULL,
		attach_run, false, false, false},
	{"read", "läs", N_("DOCUMENT"), 1, 1, N_("read a document; the reading of a marked one is logged"),
		read_options, read_run, false, false, false},
	{"move", "överför", N_("DOCUMENT NR"), 2, 2, N_("move a document to another case; its number stays"),
		why_options, move_run, false, false, false},
	{"void", "utgår", N_("DOCUMENT"), 1, 1, N_("note a document as registered by mistake"), why_options, void_run,
		false, false, false},
	{"remove", "gallra", N_("DOCUMENT"), 1, 1, N_("remove a document's content, with a trace"), remove_options,
		remove_run, false, false, false},
	{"misregistered", "felregistrerat", N_("NR"), 1, 1, N_("note a whole case as registered by mistake"),
		wrong_options, wrong_run, false, false, false},
	{"send", "expediera", N_("DOCUMENT"), 1, 1, N_("put receivers on the list, or note it as sent"), send_options,
		send_run, false, false, false},
	{"receipt", "kvittera", N_("DOCUMENT RECEIVER"), 2, 2, N_("note that a receiver has got it"), on_options,
		receipt_run, false, false, false},
	{"receivers", "mottagare", N_("DOCUMENT"), 1, 1, N_("list who gets it, when sent and received"), NULL,
		receivers_run, false, true, true},
	{0},
};
const struct verb verb_document = {"document", "handling", N_("the register of documents"), forms};
