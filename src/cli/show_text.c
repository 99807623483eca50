/* An application in sections, for people. Invariant: nothing is cut; what is empty is not mentioned. */
#include "cli/show.h"
#include "cli/show_contents.h"

#include "base/money.h"
#include "base/text.h"
#include "casework/bar.h"
#include "cli/clock_show.h"
#include "csv/reports.h"

enum { LABEL_CELLS = 22 };

void show_line(struct buffer *out, int indent, const char *label, const char *value)
{
	if (text_blank(value))
		return;
	buffer_format(out, "%*s%s", indent, "", label);
	for (int i = indent + text_width(label); i < LABEL_CELLS; i++)
		buffer_text(out, " ");
	buffer_format(out, " %s\n", value);
}

void show_text(struct buffer *out, int indent, const char *heading, const char *text)
{
	if (text_blank(text))
		return;
	buffer_format(out, "%*s%s\n", indent, "", heading);
	for (const char *at = text; *at;) {
		size_t bytes = strcspn(at, "\n");

		buffer_format(out, "%*s", indent + 2, "");
		buffer_add(out, at, bytes);
		buffer_text(out, "\n");
		at += bytes + (at[bytes] == '\n');
	}
}

const char *show_ore(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(arena, money_text(ore, MONEY_KR, words_swedish(), text));
}

static void heading(struct buffer *out, const char *text)
{
	buffer_format(out, "\n%s\n", text);
}

/* ---- sections */

static const char *due_text(struct arena *arena, const struct application_row *row)
{
	char due[DAY_TEXT];

	if (row->due == DAY_NONE)
		return NULL;
	day_text(row->due, due);
	return arena_format(arena, "%s %s", mover_words(row->due_mover), due);
}

static const char *sought_text(struct arena *arena, const struct application_row *row)
{
	const char *sought = show_ore(arena, row->sought_ore), *cost = show_ore(arena, row->cost_ore);

	if (row->sought_unknown)
		sought = arena_format(arena,
			ngettext("%s, and %d measure without an amount", "%s, and %d measures without an amount",
				(unsigned long)row->sought_unknown),
			sought, row->sought_unknown);
	return arena_format(arena, _("%s of %s"), sought, cost);
}

static void head_section(struct shell *shell, const struct dossier *dossier)
{
	const struct application *application = &dossier->application;
	const struct application_row *row = &application->row;
	const struct programme *words = &dossier->gates.programme;
	struct buffer *out = &shell->out;
	struct arena *arena = &shell->arena;

	buffer_format(out, _("%s · %s · version %lld\n"), application->number, application->lead_name,
		(long long)row->version);
	buffer_format(out, "%s\n\n", row->title);
	show_line(out, 0, _("Status"),
		arena_format(arena, "%s. %s", state_word(words, row->state), state_step(words, &row->facts)));
	show_line(out, 0, _("Deadline"), due_text(arena, row));
	show_line(out, 0, _("Case officer"), row->officer_name);
	show_line(out, 0, _("Sought"), sought_text(arena, row));
	show_line(out, 0, _("Round"), row->round_name);
	show_line(out, 0, _("Applicant's number"), row->own_number);
	show_line(out, 0, _("Came in"),
		arena_format(arena, "%s%s%s, %s%s%s", row->arrived_on, application->arrived_time ? " " : "",
			application->arrived_time ? application->arrived_time : "",
			programme_word_name(words, "arrival", application->way), row->late ? ", " : "",
			row->late ? _("late") : ""));
	show_line(out, 0, _("Registered"),
		arena_format(arena, "%.16s, %s", application->registered_at, application->registered_by));
	if (application->withdrawn_on)
		show_line(out, 0, _("Withdrawn"),
			arena_format(arena, "%s. %s", application->withdrawn_on, application->withdrawn_why));
	show_line(out, 0, _("Conflict of interest"), disqualification_sum_words(&dossier->conflicts.sum, arena));
	if (row->bar)
		show_line(out, 0, "", bar_words(row->bar, application->shorter, arena));
	show_line(out, 0, _("Invented"),
		application->invented == 1   ? _("yes, all of it")
		: application->invented == 2 ? _("yes, in part")
					     : NULL);
}

/* References stand parted by |: each gets a line. */
static const char *lines_of(struct arena *arena, const char *text)
{
	char *lines = arena_text(arena, text);

	for (char *at = lines; at && *at; at++)
		if (*at == '|')
			*at = '\n';
	return lines;
}

static void texts_section(struct shell *shell, const struct dossier *dossier)
{
	const struct application *application = &dossier->application;
	struct buffer *out = &shell->out;

	buffer_text(out, "\n");
	show_text(out, 0, _("Summary"), application->summary);
	show_text(out, 0, _("Scope"), application->scope);
	show_text(out, 0, _("Economic conditions"), application->economy);
	show_text(out, 0, _("Development needs"), application->needs);
	show_text(out, 0, _("References"), lines_of(&shell->arena, application->sources));
}

static void participant_line(struct shell *shell, const struct dossier *dossier, const struct participant *each)
{
	const char *missing = !each->certified_on ? _("certificate missing") : NULL;

	show_line(&shell->out, 0,
		arena_format(&shell->arena, "%s%s %s", participant_is_complete(each) ? " " : "!",
			each->lead ? "*" : " ", each->region_short),
		arena_format(&shell->arena, "%s%s%s%s%s%s%s%s%s%s%s",
			programme_word_name(&dossier->gates.programme, "paper", each->paper), each->paper_on ? " " : "",
			each->paper_on ? each->paper_on : "", each->paper_body ? ", " : "",
			each->paper_body ? each->paper_body : "", text_blank(each->section) ? "" : " ",
			each->section ? each->section : "", each->own_number ? ", " : "",
			each->own_number ? each->own_number : "", missing ? ", " : "", missing ? missing : ""));
}

/* Who has not sent everything stands first. */
static void participants_section(struct shell *shell, const struct dossier *dossier)
{
	const struct application *application = &dossier->application;
	const struct participant *all = application->participants;
	int count = application->participant_count;

	heading(&shell->out, arena_format(&shell->arena, _("Participants: papers %d of %d (decision and certificate)"),
				     participants_complete(all, count), count));
	for (int i = 0; i < count; i++)
		if (!participant_is_complete(&all[i]))
			participant_line(shell, dossier, &all[i]);
	for (int i = 0; i < count; i++)
		if (participant_is_complete(&all[i]))
			participant_line(shell, dossier, &all[i]);
}

static void contents_section(struct shell *shell, const struct dossier *dossier)
{
	heading(&shell->out, _("Contents"));
	contents_text(shell, &dossier->contents, &dossier->gates.programme);
}

/* What the program sees for itself, where nobody has answered yet. */
static void evidence_lines(struct shell *shell, const struct dossier *dossier, const struct gate_row *row)
{
	const struct contents *contents = &dossier->contents;

	for (int i = 0; !row->answer && i < contents->evidence_count; i++)
		if (evidence_is_of(&contents->evidence[i], row->gate->id, row->measure, row->participant))
			buffer_format(&shell->out, _("      seen: %s (%s)\n"), contents->evidence[i].sentence,
				contents->evidence[i].where);
}

static void gate_line(struct shell *shell, const struct gate_list *list, const struct gate_row *row)
{
	buffer_format(&shell->out, "  %-3s %s%s%s: %s", row->gate->id, row->gate->name[words_swedish()],
		row->about ? ", " : "", row->about ? row->about : "",
		row->answer ? programme_word_name(&list->programme, "answer", row->answer) : "–");
	buffer_format(&shell->out, "%s%s", row->due_on ? " → " : "", row->due_on ? row->due_on : "");
	if (row->answer)
		buffer_format(&shell->out, " (%s %.10s)", row->answered_by, row->answered_at);
	buffer_text(&shell->out, "\n");
	if (!text_blank(row->reason))
		buffer_format(&shell->out, "      %s\n", row->reason);
}

static void gates_section(struct shell *shell, const struct dossier *dossier)
{
	const struct gate_list *list = &dossier->gates;

	if (dossier->only)
		heading(&shell->out, _("Control points"));
	else
		heading(&shell->out,
			arena_format(&shell->arena,
				_("Control points: %d yes, %d no, %d unclear, %d not applicable, %d unanswered"),
				list->yes, list->no, list->unclear, list->na, list->unanswered));
	for (int i = 0; i < list->count; i++)
		if (!dossier->only || list->items[i].measure == dossier->only) {
			gate_line(shell, list, &list->items[i]);
			evidence_lines(shell, dossier, &list->items[i]);
		}
}

static void note_lines(struct shell *shell, const struct dossier *dossier, const struct note *note)
{
	struct buffer *out = &shell->out;

	buffer_format(out, "  %d  %s%s%s  %s", note->n, note->occurred_on, note->occurred_time ? " " : "",
		note->occurred_time ? note->occurred_time : "",
		programme_word_name(&dossier->gates.programme, "dialogue", note->way));
	if (!text_blank(note->with_whom))
		buffer_format(out, ", %s", note->with_whom);
	if (note->measure)
		buffer_format(out, _(", measure %d"), note->measure_n);
	buffer_format(
		out, "  (%s, %s)", note->author, programme_word_name(&dossier->gates.programme, "note", note->kind));
	if (note->corrects)
		buffer_format(out, _(" · corrects %d"), note->corrects_n);
	if (note->corrected_by)
		buffer_format(out, _(" · corrected by %d"), note->corrected_by_n);
	if (note->communicate)
		buffer_text(out, _(" · to be communicated"));
	if (note->gate)
		buffer_format(out, " · %s", note->gate);
	if (note->criterion)
		buffer_format(out, " · %s", note->criterion);
	if (note->followed_on)
		buffer_format(out, _(" · followed up %s"), note->followed_on);
	else if (note->follow_on)
		buffer_format(out, _(" · follow up %s"), note->follow_on);
	buffer_text(out, "\n");
	buffer_format(out, "      %s\n", note->said);
	if (!text_blank(note->changed))
		buffer_format(out, "      %s %s\n", _("It changed:"), note->changed);
}

/* The section `write` makes, under its heading unless it is empty. */
static void measures_each(struct shell *shell, const struct dossier *dossier, const char *name,
	void (*write)(struct buffer *out, const struct dossier *dossier, const struct dossier_measure *each))
{
	struct buffer section;

	buffer_init(&section);
	for (int i = 0; i < dossier->count; i++)
		write(&section, dossier, &dossier->each[i]);
	if (section.bytes) {
		heading(&shell->out, name);
		buffer_add(&shell->out, section.text, section.bytes);
	}
	buffer_done(&section);
}

static void notes_section(struct shell *shell, const struct dossier *dossier)
{
	bool begun = false;

	for (int i = 0; i < dossier->notes.count; i++) {
		const struct note *note = &dossier->notes.items[i];

		if (dossier->only && note->measure != dossier->only)
			continue;
		if (!begun)
			heading(&shell->out, _("Notes"));
		begun = true;
		note_lines(shell, dossier, note);
	}
}

static void clocks_section(struct shell *shell, const struct dossier *dossier)
{
	struct buffer section;

	buffer_init(&section);
	clock_lines(&section, &dossier->gates.programme, &dossier->clocks, dossier->only);
	if (section.bytes) {
		heading(&shell->out, _("Time limits"));
		buffer_add(&shell->out, section.text, section.bytes);
	}
	buffer_done(&section);
}

static void measures_section(struct shell *shell, const struct dossier *dossier)
{
	measures_each(shell, dossier, _("Measures"), measure_section);
}

static void decisions_section(struct shell *shell, const struct dossier *dossier)
{
	struct buffer section;

	measures_each(shell, dossier, _("Decisions"), decision_section);
	buffer_init(&section);
	rulings_section(&section, dossier);
	if (section.bytes) {
		heading(&shell->out, _("Not tried"));
		buffer_add(&shell->out, section.text, section.bytes);
	}
	buffer_done(&section);
}

static void payments_section(struct shell *shell, const struct dossier *dossier)
{
	measures_each(shell, dossier, _("Payment plans"), payment_section);
}

static void log_section(struct shell *shell, const struct dossier *dossier)
{
	heading(&shell->out, _("What has happened"));
	for (int i = 0; i < dossier->events.count; i++) {
		const struct event_row *event = &dossier->events.items[i];

		buffer_format(&shell->out, "  %.16s  %s %s%s%s\n", event->at, event->actor, event_words(event),
			event->cause[0] ? ": " : "", event->cause);
	}
}

/* ---- which of them */

static const struct section {
	const char *name, *swedish;
	void (*write)(struct shell *shell, const struct dossier *dossier);
	bool whole; /* of the application: not shown with a measure */
} sections[] = {
	{"texts", "texter", texts_section, true},
	{"participants", "deltagare", participants_section, true},
	{"measures", "åtgärder", measures_section, false},
	{"contents", "innehåll", contents_section, true},
	{"gates", "kontrollpunkter", gates_section, false},
	{"clocks", "frister", clocks_section, false},
	{"notes", "anteckningar", notes_section, false},
	{"decisions", "beslut", decisions_section, false},
	{"payments", "utbetalningar", payments_section, false},
	{"log", "logg", log_section, true},
};

bool dossier_text(struct shell *shell, const struct dossier *dossier, const char *section, struct error *err)
{
	bool found = !section;

	if (!section)
		head_section(shell, dossier);
	for (size_t i = 0; i < sizeof sections / sizeof sections[0]; i++) {
		const struct section *each = &sections[i];

		if (section ? strcmp(section, each->name) && strcmp(section, each->swedish)
			    : each->whole && dossier->only)
			continue;
		each->write(shell, dossier);
		found = true;
	}
	return found || refuse(err, ERROR_INVALID,
				_("--section: '%s' is not known. There are texts, participants, measures, contents, "
				  "gates, clocks, notes, "
				  "decisions, payments and log."),
				section);
}
