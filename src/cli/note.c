/* kansli note NR --said TEXT: a dialogue note. */
#include "cli/cli.h"

#include "base/text.h"
#include "casework/application.h"
#include "casework/note.h"

static bool note_words(struct shell *shell, struct note_change *note, struct error *err)
{
	struct programme programme;
	const struct word *way;

	if (!shell_text(shell, "said", &note->said, err) || !shell_text(shell, "changed", &note->changed, err))
		return false;
	if (!note->said)
		return refuse(err, ERROR_INVALID, _("A note needs --said: what was said, or @FILE."));
	if (!programme_load(shell->cw, &programme, err))
		return false;
	way = programme_word(&programme, "dialogue", shell_option(shell, "way"));
	note->way = arena_text(&shell->arena, way ? way->code : NULL);
	programme_done(&programme);
	if (!note->way)
		return refuse(err, ERROR_INVALID,
			_("--way: '%s' is not known. Say phone, meeting, letter, email or video."),
			shell_option(shell, "way") ? shell_option(shell, "way") : "");
	return true;
}

static bool note_run(struct shell *shell, struct error *err)
{
	struct note_change note = {.with_whom = "", .with_role = "", .with_name = "", .changed = ""};
	struct operation op;
	char today[DAY_TEXT];
	int64_t application, corrects = 0;
	int n = 0;

	if (!shell_part(shell, 0, &application, &note.measure, err) || !note_words(shell, &note, err) ||
		!shell_day_text(shell, "on", &note.occurred_on, err) ||
		!shell_day_text(shell, "follow", &note.follow_on, err) ||
		!shell_number(shell, "corrects", &corrects, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	day_text(casework_today(shell->cw), today);
	if (!note.occurred_on)
		note.occurred_on = today;
	note.occurred_time = shell_option(shell, "at");
	note.corrects_n = (int)corrects;
	note.gate = shell_option(shell, "gate");
	note.criterion = shell_option(shell, "criterion");
	note.communicate = shell_switch(shell, "communicate");
	note.kind = shell_switch(shell, "working") ? "working" : "file";
	if (shell_option(shell, "with"))
		note.with_whom = shell_option(shell, "with");
	if (shell_option(shell, "role"))
		note.with_role = shell_option(shell, "role");
	if (shell_option(shell, "name"))
		note.with_name = shell_option(shell, "name");
	if (!note_add(shell->cw, &op, application, &note, &n, err))
		return false;
	shell_say(shell, _("Note %d of %s is saved."), n, shell->arguments[0]);
	return true;
}

static bool done_run(struct shell *shell, struct error *err)
{
	struct operation op;
	const char *how = "", *on = NULL;
	char shown[TEXT_GLIMPSE];
	int64_t application;
	int n = text_number(shell->arguments[1]);

	text_glimpse(shell->arguments[1], shown);
	if (!n)
		return refuse(err, ERROR_INVALID, _("'%s' is no number of a note."), shown);
	if (!shell_application(shell, 0, &application, err) || !shell_text(shell, "how", &how, err) ||
		!shell_day_text(shell, "on", &on, err) || !shell_operation(shell, NULL, &op, err) ||
		!note_followed(shell->cw, &op, application, n, on, how, err))
		return false;
	shell_say(shell, _("Note %d of %s is followed up."), n, shell->arguments[0]);
	return true;
}

static const struct option_row options[] = {
	{"said", N_("TEXT"), N_("what was said; @FILE reads a file, @- standard input"), false},
	{"changed", N_("TEXT"), N_("what it changed in the case"), false},
	{"way", N_("WAY"), N_("phone, meeting, letter, email or video"), false},
	{"on", N_("DAY"), N_("the day of the talk (today)"), false},
	{"at", N_("HH:MM"), N_("the time of it"), false},
	{"with", N_("ORGANISATION"), N_("with which organisation"), false},
	{"role", N_("ROLE"), N_("the other's role there"), false},
	{"name", N_("NAME"), N_("the other's name"), false},
	{"corrects", N_("N"), N_("the number of the note this one corrects"), false},
	{"gate", N_("ID"), N_("the control point it is about, such as G12"), false},
	{"criterion", N_("ID"), N_("the criterion it is about, such as K4"), false},
	{"follow", N_("DAY"), N_("to be followed up on this day"), false},
	{"communicate", NULL, N_("to be communicated to the applicant, not internal"), false},
	{"working", NULL, N_("keep it as working material, not as a file note"), false},
	{0},
};
static const struct option_row done_options[] = {
	{"how", N_("TEXT"), N_("what came of it; @FILE reads a file, @- standard input"), false},
	{"on", N_("DAY"), N_("the day it was done (today)"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("write a dialogue note"), options, note_run, false, false, false},
	{"done", "uppföljd", N_("NR N"), 2, 2, N_("note that a note has been followed up"), done_options, done_run,
		false, false, false},
	{0},
};
const struct verb verb_note = {"note", "anteckna", N_("write a dialogue note"), forms};
