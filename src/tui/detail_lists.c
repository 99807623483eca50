/* The sections of the detail as lists: measures, control points, notes, events, participants. */
#include "tui/detail_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- measures */

enum { MEASURE_NO, MEASURE_TITLE, MEASURE_COST, MEASURE_SOUGHT, MEASURE_DONE, MEASURE_POINTS };
static const struct column measures_columns[] = {
	{.head = N_("No"), .width = 5, .rank = 6},
	{.head = N_("Measures"), .width = 60, .least = 10},
	{.head = N_("Cost"), .width = 10, .least = 8, .rank = 2, .right = true},
	{.head = N_("SEK '000"), .width = 10, .rank = 5, .right = true},
	{.head = N_("Assessed"), .width = 13, .least = 8, .rank = 4},
	{.head = N_("Points"), .width = 6, .rank = 3, .right = true},
	{.head = NULL},
};

static long measures_count(const void *rows)
{
	return ((const struct detail *)rows)->measures.count;
}

static int64_t measures_id(const void *rows, long row)
{
	return ((const struct detail *)rows)->measures.items[row].id;
}

static void measures_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct detail *detail = rows;
	const struct measure *measure = &detail->measures.items[at];
	char words[CASE_WORDS];

	switch (column) {
	case MEASURE_NO:
		snprintf(out, LISTING_TEXT, "%d.%d", measure->application_n, measure->n); /* the title has the year */
		break;
	case MEASURE_TITLE: snprintf(out, LISTING_TEXT, "%s", measure->title); break;
	case MEASURE_COST: desk_tkr(detail->desk, measure->cost_ore, cells, out, LISTING_TEXT); break;
	case MEASURE_SOUGHT: desk_tkr(detail->desk, measure->sought_ore, cells, out, LISTING_TEXT); break;
	case MEASURE_DONE:
		measure_outcome(detail->desk, measure, words);
		if (!words[0])
			measure_assessed(measure, words);
		snprintf(out, LISTING_TEXT, "%s", words);
		break;
	case MEASURE_POINTS: snprintf(out, LISTING_TEXT, "%s", points_word(detail->points[at], words)); break;
	}
}

static void measures_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("No measures yet. + adds one."));
}

static const struct listing_kind measures_table = {
	.columns = measures_columns,
	.headed = true,
	.count = measures_count,
	.id = measures_id,
	.text = measures_text,
	.empty = measures_empty,
};

/* ---- control points, each once */

enum { GATE_ANSWER, GATE_NO, GATE_NAME, GATE_WAITING, GATE_DUE };
static const struct column gates_columns[] = {
	{.head = " ", .width = 8, .least = 6},
	{.head = " ", .width = 4, .least = 3},
	{.head = " ", .width = 40, .least = 12},
	{.head = " ", .width = 5, .rank = 1, .right = true},
	{.head = " ", .width = 10, .rank = 2},
	{.head = NULL},
};

static long gates_count(const void *rows)
{
	return ((const struct detail *)rows)->worst_count;
}

static int64_t gates_id(const void *rows, long row)
{
	return ((const struct detail *)rows)->worst[row].gate->sort;
}

static void gates_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct detail *detail = rows;
	const struct gate_worst *worst = &detail->worst[at];

	(void)cells;
	switch (column) {
	case GATE_ANSWER:
		snprintf(out, LISTING_TEXT, "%s",
			worst->answer ? programme_word_name(&detail->desk->programme, "answer", worst->answer) : "-");
		break;
	case GATE_NO: snprintf(out, LISTING_TEXT, "%s", worst->gate->id); break;
	case GATE_NAME: snprintf(out, LISTING_TEXT, "%s", worst->gate->name[words_swedish()]); break;
	case GATE_WAITING: /* of how many things it is asked; one needs no count */
		if (worst->rows > 1)
			snprintf(out, LISTING_TEXT, "%d/%d", worst->rows - worst->waiting, worst->rows);
		break;
	case GATE_DUE: snprintf(out, LISTING_TEXT, "%s", worst->due_on ? worst->due_on : ""); break;
	}
}

static const struct listing_kind gates_table = {
	.columns = gates_columns,
	.headless = true,
	.count = gates_count,
	.id = gates_id,
	.text = gates_text,
};

static int answer_turn(const char *answer)
{
	if (!answer)
		return 2;
	return !strcmp(answer, "no") ? 0 : !strcmp(answer, "unclear") ? 1 : 3;
}

static void gate_count(struct detail *detail, struct gate_worst *worst)
{
	for (int i = 0; i < detail->gates.count; i++) {
		const struct gate_row *row = &detail->gates.items[i];

		if (row->gate != worst->gate)
			continue;
		worst->rows++;
		worst->waiting += answer_turn(row->answer) < 3;
		if (row->due_on && (!worst->due_on || strcmp(row->due_on, worst->due_on) < 0))
			worst->due_on = row->due_on;
	}
}

static void gates_fill(struct detail *detail)
{
	const struct gate *last = NULL;

	detail->worst_count = 0;
	for (int turn = 0; turn < 4; turn++) {
		for (int i = 0; i < detail->gates.count; i++) {
			const struct gate *gate = detail->gates.items[i].gate;
			const char *answer = gate_list_worst(&detail->gates, gate->id);

			if (gate == last || answer_turn(answer) != turn || detail->worst_count == DETAIL_GATES)
				continue;
			last = gate;
			detail->worst[detail->worst_count] = (struct gate_worst){.gate = gate, .answer = answer};
			gate_count(detail, &detail->worst[detail->worst_count++]);
		}
		last = NULL;
	}
}

/* ---- notes */

enum { NOTE_NO, NOTE_ON, NOTE_SAID, NOTE_WHO, SAID_CELLS = 120 };
static const struct column notes_columns[] = {
	{.head = " ", .width = 4, .least = 2, .right = true},
	{.head = " ", .width = 10, .rank = 2},
	{.head = " ", .width = 90, .least = 14},
	{.head = " ", .width = 18, .least = 8, .rank = 1},
	{.head = NULL},
};

static long notes_count(const void *rows)
{
	return ((const struct detail *)rows)->notes.count;
}

static int64_t notes_id(const void *rows, long row)
{
	return ((const struct detail *)rows)->notes.items[row].id;
}

static void said_say(const struct note *note, char out[LISTING_TEXT])
{
	int bytes = (int)text_fit(note->said, SAID_CELLS, NULL);

	if (note->corrected_by_n)
		snprintf(out, LISTING_TEXT, _("(corrected by %d) %.*s"), note->corrected_by_n, bytes, note->said);
	else if (note->corrects_n)
		snprintf(out, LISTING_TEXT, _("(corrects %d) %.*s"), note->corrects_n, bytes, note->said);
	else if (note->follow_on && !note->followed_on)
		snprintf(out, LISTING_TEXT, _("(follow up %s) %.*s"), note->follow_on, bytes, note->said);
	else if (!strcmp(note->kind, "working"))
		snprintf(out, LISTING_TEXT, _("(working) %.*s"), bytes, note->said);
	else
		snprintf(out, LISTING_TEXT, "%.*s", bytes, note->said);
	for (char *at = out; (at = strchr(at, '\n')); at++)
		*at = ' ';
}

static void notes_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct note *note = &((const struct detail *)rows)->notes.items[at];

	(void)cells;
	switch (column) {
	case NOTE_NO: snprintf(out, LISTING_TEXT, "%d", note->n); break;
	case NOTE_ON: snprintf(out, LISTING_TEXT, "%s", note->occurred_on); break;
	case NOTE_SAID: said_say(note, out); break;
	case NOTE_WHO: snprintf(out, LISTING_TEXT, "%s", note->author); break;
	}
}

static void notes_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("No notes yet. c writes one."));
}

static const struct listing_kind notes_table = {
	.columns = notes_columns,
	.headless = true,
	.count = notes_count,
	.id = notes_id,
	.text = notes_text,
	.empty = notes_empty,
};

/* ---- events */

enum { EVENT_AT, EVENT_WHO, EVENT_WHAT };
static const struct column events_columns[] = {
	{.head = " ", .width = 16, .least = 10, .rank = 2},
	{.head = " ", .width = 18, .least = 8, .rank = 1},
	{.head = " ", .width = 40, .least = 14},
	{.head = NULL},
};

static long events_count(const void *rows)
{
	return ((const struct detail *)rows)->events.count;
}

static int64_t events_id(const void *rows, long row)
{
	const struct event_row *event = &((const struct detail *)rows)->events.items[row];

	return event->seq * 1024 + event->part;
}

static void events_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct event_row *event = &((const struct detail *)rows)->events.items[at];

	switch (column) {
	case EVENT_AT: snprintf(out, LISTING_TEXT, "%.*s", cells < 16 ? 10 : 16, event->at); break;
	case EVENT_WHO: snprintf(out, LISTING_TEXT, "%s", event->actor); break;
	case EVENT_WHAT: snprintf(out, LISTING_TEXT, "%s", event_words(event)); break;
	}
}

static const struct listing_kind events_table = {
	.columns = events_columns,
	.headless = true,
	.count = events_count,
	.id = events_id,
	.text = events_text,
};

/* ---- participants, who is missing first */

enum { PART_REGION, PART_PAPER, PART_ON, PART_BODY, PART_CERTIFIED };
static const struct column participants_columns[] = {
	{.head = " ", .width = 26, .least = 16},
	{.head = " ", .width = 12, .least = 9},
	{.head = " ", .width = 10, .rank = 2},
	{.head = " ", .width = 20, .least = 10, .rank = 1},
	{.head = " ", .width = 18, .least = 10, .rank = 3},
	{.head = NULL},
};

static long participants_count(const void *rows)
{
	return ((const struct detail *)rows)->participant_count;
}

static int64_t participants_id(const void *rows, long row)
{
	return ((const struct detail *)rows)->participants[row]->id;
}

static void participants_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct detail *detail = rows;
	const struct participant *part = detail->participants[at];

	switch (column) {
	case PART_REGION: snprintf(out, LISTING_TEXT, part->lead ? _("%s, lead") : "%s", part->region_short); break;
	case PART_PAPER:
		snprintf(out, LISTING_TEXT, "%s", programme_word_name(&detail->desk->programme, "paper", part->paper));
		break;
	case PART_ON: snprintf(out, LISTING_TEXT, "%s", part->paper_on ? part->paper_on : ""); break;
	case PART_BODY: snprintf(out, LISTING_TEXT, "%s", part->paper_body ? part->paper_body : ""); break;
	case PART_CERTIFIED:
		if (part->certified_on)
			snprintf(out, LISTING_TEXT, cells < 18 ? "%s" : _("cert. %s"), part->certified_on);
		break;
	}
}

static const struct listing_kind participants_table = {
	.columns = participants_columns,
	.headless = true,
	.count = participants_count,
	.id = participants_id,
	.text = participants_text,
};

enum { PAPER_TURNS = 5 };

static int paper_turn(const struct participant *participant)
{
	static const char *const order[] = {"none", "proposal", "handled"};

	for (int i = 0; i < 3; i++)
		if (!strcmp(participant->paper, order[i]))
			return i;
	return participant_is_complete(participant) ? PAPER_TURNS - 1 : PAPER_TURNS - 2;
}

static void participants_fill(struct detail *detail)
{
	struct application *whole = &detail->whole;

	detail->participants =
		arena_take(&whole->arena, (size_t)(whole->participant_count + 1) * sizeof(*detail->participants));
	detail->participant_count = 0;
	for (int turn = 0; turn < PAPER_TURNS; turn++)
		for (int i = 0; i < whole->participant_count; i++)
			if (paper_turn(&whole->participants[i]) == turn)
				detail->participants[detail->participant_count++] = &whole->participants[i];
}

/* ---- all of them */

static const struct listing_kind *const tables[SECTIONS] = {
	[FACTS] = &detail_facts_tables[0],
	[MEASURES] = &measures_table,
	[GATES] = &gates_table,
	[NOTES] = &notes_table,
	[EVENTS] = &events_table,
	[PARTICIPANTS] = &participants_table,
};

void detail_lists_init(struct detail *detail)
{
	detail->pairs = 1;
	for (int i = 0; i < SECTIONS; i++)
		listing_init(&detail->listings[i], tables[i], detail);
}

/* Out of focus the first is shown: the newest, so that what was just written is seen, or who is missing something. */
static void first_show(struct detail *detail, enum section section)
{
	if (detail->section == section)
		return;
	detail->listings[section].top = 0;
	listing_to(&detail->listings[section], 0, 1);
}

void detail_lists_fill(struct detail *detail)
{
	detail_facts_fill(detail);
	gates_fill(detail);
	participants_fill(detail);
	for (int i = 0; i < SECTIONS; i++)
		listing_follow(&detail->listings[i]);
	first_show(detail, NOTES);
	first_show(detail, EVENTS);
	first_show(detail, PARTICIPANTS);
}

const char *section_name(enum section section)
{
	switch (section) {
	case FACTS: return _("Facts");
	case MEASURES: return _("Measures");
	case GATES: return _("Control points");
	case NOTES: return _("Notes");
	case EVENTS: return _("Events");
	case PARTICIPANTS: return _("Participants");
	case SECTIONS: break;
	}
	return "";
}

void section_count(const struct detail *detail, enum section section, char out[CASE_WORDS])
{
	const struct gate_list *gates = &detail->gates;

	out[0] = '\0';
	switch (section) {
	case GATES: case_gates(gates->yes, gates->no, gates->unclear, gates->unanswered, out); break;
	case NOTES: snprintf(out, CASE_WORDS, "%d", detail->notes.count); break;
	case EVENTS:
		if (detail->events.count)
			snprintf(out, CASE_WORDS, _("newest %.10s"), detail->events.items[0].at);
		break;
	case PARTICIPANTS: case_papers(&detail->whole, out); break;
	case FACTS:
	case MEASURES:
	case SECTIONS: break;
	}
}
