/* kansli clock list|ask|send|as-is|answer|end|respite|unnecessary|meetings|meeting */
#include "casework/application.h"

#include "base/text.h"
#include "casework/measure.h"
#include "cli/clock_send.h"
#include "cli/clock_show.h"
#include "cli/fields.h"

/* ---- looking */

static void clocks_json(const struct clock_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	clock_fields_json(&json, list, 0);
	json_close(&json);
	json_done(&json);
}

static bool list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_N, COLUMN_KIND, COLUMN_FOLLOWS, COLUMN_OF_MEASURE,
		COLUMN_PARTICIPANT, COLUMN_ASKED_WHOM, COLUMN_ASKS, COLUMN_SENT, COLUMN_WAY, COLUMN_DUE, COLUMN_MOVER,
		COLUMN_LATE, COLUMN_OVERDUE_DAY, COLUMN_SIGNED_BY, COLUMN_POWER, COLUMN_LETTER, COLUMN_ANSWERED,
		COLUMN_ANSWER, COLUMN_ANSWER_DOCUMENT, COLUMN_RULING, COLUMN_CONSEQUENCE, COLUMN_RULED_ON,
		COLUMN_VERSION};
	static const struct listing listing = {"clocks", columns, sizeof columns / sizeof *columns};
	struct programme programme;
	struct clock_list list;
	int64_t application;
	struct buffer text;
	bool done;

	if (!shell_application(shell, 0, &application, err) || !programme_load(shell->cw, &programme, err))
		return false;
	if (!clock_list_load(shell->cw, application, &list, err)) {
		programme_done(&programme);
		return false;
	}
	buffer_init(&text);
	clocks_json(&list, &text);
	if (!shell_for_programs(shell))
		clock_lines(&shell->out, &programme, &list, 0);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &text, err) : shell_divert(shell, err);
	buffer_done(&text);
	clock_list_done(&list);
	programme_done(&programme);
	return done;
}

static void candidates_json(const struct clock_candidates *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "asks");
	for (int i = 0; i < list->count; i++) {
		json_object(&json, NULL);
		json_text(&json, "gate", list->items[i].gate);
		json_text(&json, "about", list->items[i].about);
		json_text(&json, "answer", list->items[i].answer);
		json_text(&json, "text", list->items[i].text);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static bool ask_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_GATE, COLUMN_ABOUT, COLUMN_ANSWER, COLUMN_TEXT};
	static const struct listing listing = {"asks", columns, sizeof columns / sizeof *columns};
	struct programme programme;
	struct clock_candidates list;
	struct buffer json;
	int64_t application;
	const char *kind = NULL;
	bool done;

	if (!shell_application(shell, 0, &application, err) || !clock_kind_option(shell, &kind, err) ||
		!programme_load(shell->cw, &programme, err))
		return false;
	if (!clock_candidates_load(shell->cw, application, kind, &list, err)) {
		programme_done(&programme);
		return false;
	}
	buffer_init(&json);
	candidates_json(&list, &json);
	for (int i = 0; i < list.count && !shell_for_programs(shell); i++)
		buffer_format(&shell->out, "%s\t%s\t%s\t%s\n", list.items[i].gate,
			list.items[i].about ? list.items[i].about : "",
			programme_word_name(&programme, "answer", list.items[i].answer), list.items[i].text);
	programme_done(&programme);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	clock_candidates_done(&list);
	return done;
}

/* ---- what came, and what follows */

/* Argument 1: the number of the clock. */
static bool clock_of(struct shell *shell, int64_t *application, int *n, struct error *err)
{
	int number = text_number(shell->arguments[1]);

	if (!number)
		return refuse(err, ERROR_INVALID,
			_("'%s' is no number of a time limit. kansli clock list %s shows those there are."),
			shell->arguments[1], shell->arguments[0]);
	*n = number;
	return shell_application(shell, 0, application, err);
}

static bool items_option(struct shell *shell, int *items, int most, int *count, struct error *err)
{
	const char *value;

	for (*count = 0; (value = shell_option_nth(shell, "item", *count)); ++*count) {
		int n = text_number(value);

		if (!n || *count == most)
			return refuse(err, ERROR_INVALID, _("--item: '%s' is no number of what is asked for."), value);
		items[*count] = n;
	}
	return true;
}

static bool answer_run(struct shell *shell, struct error *err)
{
	struct clock_answer_change change = {.all = shell_switch(shell, "all")};
	int items[SHELL_VALUES], n;
	int64_t application, document = 0;
	char today[DAY_TEXT];
	struct operation op;

	if (!clock_of(shell, &application, &n, err) ||
		!items_option(shell, items, SHELL_VALUES, &change.item_count, err) ||
		!shell_text(shell, "answer", &change.answer, err) ||
		!shell_day_text(shell, "on", &change.answered_on, err) ||
		!shell_number(shell, "document", &document, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	day_text(casework_today(shell->cw), today);
	change.items = items;
	change.document_n = (int)document;
	if (!change.answered_on && !document)
		change.answered_on = today;
	if (!clock_answer(shell->cw, &op, application, n, &change, err))
		return false;
	shell_say(shell, _("The answer to %s, time limit %d, is recorded."), shell->arguments[0], n);
	return true;
}

static bool end_run(struct shell *shell, struct error *err)
{
	struct clock_end_change change = {.consequence = ""};
	struct programme programme;
	const struct word *word;
	int64_t application;
	struct operation op;
	int n;

	if (!clock_of(shell, &application, &n, err) || !shell_text(shell, "why", &change.consequence, err) ||
		!shell_day_text(shell, "on", &change.ended_on, err) || !shell_operation(shell, NULL, &op, err) ||
		!programme_load(shell->cw, &programme, err))
		return false;
	word = programme_word(&programme, "clock_outcome", shell->arguments[2]);
	change.outcome = arena_text(&shell->arena, word ? word->code : shell->arguments[2]);
	programme_done(&programme);
	if (!clock_end(shell->cw, &op, application, n, &change, err))
		return false;
	shell_say(shell, _("Time limit %d of %s has ended: %s."), n, shell->arguments[0],
		clock_outcome_words(change.outcome));
	return true;
}

static bool respite_run(struct shell *shell, struct error *err)
{
	struct clock_respite_change change = {.why = "", .power_ref = shell_option(shell, "decision")};
	bool refused = shell_switch(shell, "refuse");
	int64_t application;
	char today[DAY_TEXT];
	struct operation op;
	int n;

	day_text(casework_today(shell->cw), today);
	if (!clock_of(shell, &application, &n, err) || !shell_text(shell, "why", &change.why, err) ||
		!shell_day_text(shell, "asked", &change.asked_on, err) ||
		!shell_day_text(shell, "until", &change.new_due_on, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!change.asked_on)
		change.asked_on = today;
	if (refused == (change.new_due_on != NULL))
		return refuse(
			err, ERROR_INVALID, _("Say --until DAY to give more time, or --refuse. Nothing was saved."));
	if (!clock_respite(shell->cw, &op, application, n, &change, err))
		return false;
	shell_say(shell,
		refused ? _("More time for %s, time limit %d, is refused.")
			: _("The last day of %s, time limit %d, is moved."),
		shell->arguments[0], n);
	return clock_day_tell(shell, application, today, change.new_due_on, err);
}

static bool unnecessary_run(struct shell *shell, struct error *err)
{
	int64_t application, measure;
	const char *why = "";
	struct operation op;

	if (!shell_part(shell, 0, &application, &measure, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!clock_uncommunicated(shell->cw, &op, application, measure, why, err))
		return false;
	shell_say(shell, _("That communication of %s is unnecessary is recorded."), shell->arguments[0]);
	return true;
}

/* ---- the regions' meetings */

static void meetings_json(const struct meeting_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "meetings");
	for (int i = 0; i < list->count; i++) {
		json_object(&json, NULL);
		json_text(&json, "day", list->items[i].on_day);
		json_text(&json, "region", list->items[i].region);
		json_text(&json, "name", list->items[i].region_short);
		json_text(&json, "body", list->items[i].body);
		json_text(&json, "source", list->items[i].source);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static bool meetings_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_DAY, COLUMN_REGION, COLUMN_NAME, COLUMN_BODY, COLUMN_SOURCE};
	static const struct listing listing = {"meetings", columns, sizeof columns / sizeof *columns};
	const char *region = NULL, *first = NULL;
	struct programme programme;
	struct meeting_list list;
	struct buffer json;
	char today[DAY_TEXT];
	bool read;

	day_text(casework_today(shell->cw), today);
	if (!shell_day_text(shell, "from", &first, err) || !programme_load(shell->cw, &programme, err))
		return false;
	read = field_region(shell, &programme, "region", &region, err);
	programme_done(&programme);
	if (!read || !meeting_list_load(shell->cw, region, first ? first : today, &list, err))
		return false;
	buffer_init(&json);
	meetings_json(&list, &json);
	for (int i = 0; i < list.count && !shell_for_programs(shell); i++)
		buffer_format(&shell->out, "%s\t%s\t%s\t%s\n", list.items[i].on_day, list.items[i].region_short,
			list.items[i].body, list.items[i].source);
	read = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	meeting_list_done(&list);
	return read;
}

/* --moved DAY: the same body's meeting of that day is the one that is changed. */
static bool meeting_moved(struct shell *shell, const struct meeting_change *change, int64_t *id, struct error *err)
{
	struct meeting_list list;
	const char *moved = NULL;

	*id = 0;
	if (!shell_day_text(shell, "moved-from", &moved, err))
		return false;
	if (!moved)
		return true;
	if (!meeting_list_load(shell->cw, change->region, moved, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		if (!strcmp(list.items[i].on_day, moved) && !strcmp(list.items[i].body, change->body))
			*id = list.items[i].id;
	meeting_list_done(&list);
	return *id || refuse(err, ERROR_MISSING, _("%s has no known meeting on %s."), change->body, moved);
}

static bool meeting_run(struct shell *shell, struct error *err)
{
	struct meeting_change change = {.body = shell->arguments[2], .source = shell_option(shell, "source")};
	struct programme programme;
	const struct region *region;
	char on[DAY_TEXT];
	struct operation op;
	int64_t id;
	day which;

	if (!day_parse(shell->arguments[1], casework_today(shell->cw), &which, err) ||
		!shell_operation(shell, NULL, &op, err) || !programme_load(shell->cw, &programme, err))
		return false;
	day_text(which, on);
	region = programme_region(&programme, shell->arguments[0]);
	change.region = arena_text(&shell->arena, region ? region->code : shell->arguments[0]);
	programme_done(&programme);
	change.on_day = on;
	if (!meeting_moved(shell, &change, &id, err) || !meeting_put(shell->cw, &op, id, &change, NULL, err))
		return false;
	shell_say(shell, _("%s: %s meets on %s."), shell->arguments[0], change.body, on);
	return true;
}

/* ---- the table */

static const struct option_row answer_options[] = {
	{"on", N_("DAY"), N_("the day it counts as come in (today, or the document's)"), false},
	{"answer", N_("TEXT"), N_("what the answer says; @FILE reads a file"), false},
	{"item", N_("N"), N_("number of what came, of what was asked for; may be given several times"), true},
	{"all", NULL, N_("all that was asked for has come"), false},
	{"document", N_("N"), N_("the answer's document in the register"), false},
	{0},
};
static const struct option_row end_options[] = {
	{"why", N_("TEXT"), N_("what follows; needed for silence and for a ruling made anew"), false},
	{"on", N_("DAY"), N_("the day of the ruling (today)"), false},
	{0},
};
static const struct option_row respite_options[] = {
	{"until", N_("DAY"), N_("the new last day"), false},
	{"refuse", NULL, N_("more time is refused"), false},
	{"why", N_("TEXT"), N_("the reason"), false},
	{"asked", N_("DAY"), N_("the day more time was asked for (today)"), false},
	{"decision", N_("TEXT"), N_("the delegation's own decision: meeting and section"), false},
	{0},
};
static const struct option_row unnecessary_options[] = {
	{"why", N_("TEXT"), N_("the reason"), false},
	{0},
};
static const struct option_row meetings_options[] = {
	{"region", N_("REGION"), N_("only this region's"), false},
	{"from", N_("DAY"), N_("from this day on (today)"), false},
	{0},
};
static const struct option_row meeting_options[] = {
	{"source", N_("TEXT"), N_("where the day is known from"), false},
	{"moved-from", N_("DAY"), N_("the meeting known for this day has moved"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("NR"), 1, 1, N_("the time limits of an application"), NULL, list_run, false, true, true},
	{"ask", "fråga", N_("NR"), 1, 1, N_("what control points leave to ask for"), clock_ask_options, ask_run, false,
		true, true},
	{"send", "sänd", N_("NR"), 1, 1, N_("set a time limit: ask, notify, communicate or refer"), clock_send_options,
		clock_send_run, false, false, false},
	{"as-is", "befintligt-skick", N_("NR N"), 2, 2, N_("rule that it is assessed as submitted after time limit N"),
		clock_as_is_options, clock_as_is_run, false, false, false},
	{"answer", "svar", N_("NR N"), 2, 2, N_("record what came in"), answer_options, answer_run, false, false,
		false},
	{"end", "avsluta", N_("NR N OUTCOME"), 3, 3, N_("rule on what follows"), end_options, end_run, false, false,
		false},
	{"respite", "anstånd", N_("NR N"), 2, 2, N_("give or refuse more time"), respite_options, respite_run, false,
		false, false},
	{"unnecessary", "obehövligt", N_("NR"), 1, 1, N_("record why communication is obviously unnecessary"),
		unnecessary_options, unnecessary_run, false, false, false},
	{"meetings", "regionmöten", "", 0, 0, N_("the regions' known meetings"), meetings_options, meetings_run, false,
		true, true},
	{"meeting", "sammanträde", N_("REGION DAY BODY"), 3, 3, N_("enter a meeting of a region's body"),
		meeting_options, meeting_run, false, false, false},
	{0},
};
const struct verb verb_clock = {"clock", "frist", N_("time limits: ask, answer, more time, what follows"), forms};
