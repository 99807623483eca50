/* What belongs to one measure, for people: amounts, assessment, decisions, payment plan. */
#include "cli/show.h"

#include "base/money.h"
#include "base/text.h"
#include "csv/reports.h"

enum { INDENT = 4 };

static void part(struct buffer *line, const char *text)
{
	buffer_format(line, "%s%s", line->bytes ? ", " : "", text);
}

/* "2027: 4 900 000 kr cost, 3 600 000 kr sought, …" */
static void years_lines(struct buffer *out, struct arena *arena, const struct measure *measure)
{
	for (int i = 0; i < measure->year_count; i++) {
		const struct year_amount *year = &measure->years[i];
		struct buffer line;

		buffer_init(&line);
		if (year->has_cost)
			part(&line, arena_format(arena, _("cost %s"), show_ore(arena, year->cost_ore)));
		if (year->has_sought)
			part(&line, arena_format(arena, _("sought %s"), show_ore(arena, year->sought_ore)));
		if (year->has_granted)
			part(&line, arena_format(arena, _("granted %s"), show_ore(arena, year->granted_ore)));
		show_line(out, INDENT, arena_format(arena, "%d", year->year), line.text);
		buffer_done(&line);
	}
}

static const char *tags_text(struct arena *arena, const struct programme *words, const char *tags)
{
	const char *text = "";

	for (const char *at = tags; *at;) {
		size_t bytes = strcspn(at, "|");

		text = arena_format(arena, "%s%s%s", text, text[0] ? ", " : "",
			programme_word_name(words, "tag", arena_text_part(arena, at, bytes)));
		at += bytes + (at[bytes] == '|');
	}
	return text;
}

static void words_lines(
	struct buffer *out, struct arena *arena, const struct programme *words, const struct measure *measure)
{
	show_line(out, INDENT, _("Type"), measure->type ? programme_word_name(words, "type", measure->type) : NULL);
	show_line(out, INDENT, _("Area"), measure->area ? programme_word_name(words, "area", measure->area) : NULL);
	show_line(out, INDENT, _("Effect type"),
		measure->effect ? programme_word_name(words, "effect", measure->effect) : NULL);
	show_line(
		out, INDENT, _("Financing"), measure->form ? programme_word_name(words, "form", measure->form) : NULL);
	show_line(out, INDENT, _("Tags"), tags_text(arena, words, measure->tags));
	if (measure->from_on || measure->to_on)
		show_line(out, INDENT, _("Period"),
			arena_format(arena, "%s–%s", measure->from_on ? measure->from_on : "",
				measure->to_on ? measure->to_on : ""));
	show_line(out, INDENT, _("Other support"), measure->other_support);
}

static void assessors_lines(struct buffer *out, struct arena *arena, const struct dossier_measure *each)
{
	for (int i = 0; i < each->assessors.count; i++) {
		const struct assessor *assessor = &each->assessors.items[i];

		show_line(out, INDENT, i ? "" : _("Assessors"),
			arena_format(arena, "%s: %s%s", assessor->name,
				assessor->submitted_at
					? arena_format(arena, _("handed in %.10s"), assessor->submitted_at)
					: _("not handed in"),
				assessor->set_aside ? _(", set aside")
				: assessor->barred  ? _(", conflict of interest: to be replaced")
						    : ""));
	}
	if (!each->seen && each->assessors.count)
		show_line(out, INDENT, _("Points"),
			each->measure->relation & RELATION_BARRED ? _("hidden, for you have a conflict of interest")
			: each->by_role                           ? _("hidden until you have handed in your own")
					: _("hidden, for your roles do not see points before the decision"));
}

static void views_lines(struct buffer *out, struct arena *arena, const struct dossier_measure *each)
{
	for (int i = 0; each->seen && i < each->views.count; i++) {
		const struct score_view *view = &each->views.items[i];
		const char *points = "";

		for (int k = 0; k < each->views.criterion_count; k++)
			if (view->points[k] != SCORE_NONE)
				points = arena_format(arena, view->points[k] < 0 ? "%s %s=-" : "%s %s=%d%s", points,
					each->views.criteria[k]->id, view->points[k], view->late[k] ? "*" : "");
		show_line(out, INDENT, i ? "" : _("Points"),
			arena_format(arena, "%s: %d/400 %s%s", view->name, view->weighted, points,
				view->set_aside ? _(", set aside") : ""));
	}
	for (int i = 0; each->seen && i < each->views.consensus_count; i++) {
		const struct consensus *said = &each->views.consensus[i];
		const char *id = each->views.criteria[said->criterion]->id;

		show_line(out, INDENT, i ? "" : _("Agreed"),
			said->points < 0
				? arena_format(arena, _("%s: no step, %s: %s"), id, said->on_day, said->discussion)
				: arena_format(
					  arena, "%s=%d, %s: %s", id, said->points, said->on_day, said->discussion));
	}
}

void measure_section(struct buffer *out, const struct dossier *dossier, const struct dossier_measure *each)
{
	const struct measure *measure = each->measure;
	const struct programme *words = &dossier->gates.programme;
	struct arena arena;

	arena_init(&arena);
	buffer_format(out, "  %s  %s\n", show_measure_number(&arena, measure, dossier->with_year), measure->title);
	if (measure->withdrawn_on)
		show_line(out, INDENT, _("Withdrawn"),
			arena_format(&arena, "%s. %s", measure->withdrawn_on, measure->withdrawn_why));
	show_line(out, INDENT, _("Sought"),
		arena_format(&arena, _("%s of %s"), show_ore(&arena, measure->sought_ore),
			show_ore(&arena, measure->cost_ore)));
	years_lines(out, &arena, measure);
	words_lines(out, &arena, words, measure);
	assessors_lines(out, &arena, each);
	views_lines(out, &arena, each);
	if (measure->outcome)
		show_line(out, INDENT, _("Decision"),
			decision_outcome_name(words, measure->outcome, measure->decision_kind));
	if (measure->ruling)
		show_line(out, INDENT, _("Not tried"), ruling_words(measure->ruling, false));
	if (dossier->only) {
		buffer_text(out, "\n");
		show_text(out, 0, _("Description"), measure->description);
		show_text(out, 0, _("To be achieved"), measure->achieve);
		show_text(out, 0, _("Lasting effect"), measure->lasting);
	}
	arena_done(&arena);
}

void decision_section(struct buffer *out, const struct dossier *dossier, const struct dossier_measure *each)
{
	const struct programme *words = &dossier->gates.programme;
	struct arena arena;

	arena_init(&arena);
	for (int i = 0; i < each->decisions.count; i++) {
		const struct decision *decision = &each->decisions.items[i];

		buffer_format(out, "  %s  %s %s%s%s%s%s\n",
			show_measure_number(&arena, each->measure, dossier->with_year), decision->decided_on,
			decision_outcome_name(words, decision->outcome, decision->kind),
			text_blank(decision->meeting) ? "" : ", ", decision->meeting, decision->valid ? "" : ", ",
			decision->valid ? "" : _("replaced"));
		if (!text_blank(decision->kind) && strcmp(decision->kind, "first") != 0)
			show_line(out, INDENT, _("Kind"), programme_word_name(words, "decision_form", decision->kind));
		show_line(out, INDENT, _("Ground"), decision->ground);
		if (decision->granted_ore > 0)
			show_line(out, INDENT, _("Granted"), show_ore(&arena, decision->granted_ore));
		show_line(out, INDENT, _("Provisions"), decision->provisions);
		show_text(out, INDENT, _("Reasons"), decision->reasons);
		show_sent(out, INDENT, dossier, &decision->sent);
		show_line(out, INDENT, _("Decided by"), decision->deciders);
		show_line(out, INDENT, _("Presented by"), decision->presenter);
		show_line(out, INDENT, _("Others taking part"), decision->others);
		for (int k = 0; k < decision->point_count; k++)
			show_text(out, INDENT,
				arena_format(&arena, "%d. %s", decision->points[k].number,
					decision->points[k].title[words_swedish()]),
				decision->points[k].text);
	}
	arena_done(&arena);
}

static void instalment_line(struct buffer *out, struct arena *arena, const struct instalment *row)
{
	buffer_format(out, "    %2d  %s  %s  %s  %s", row->n, row->due_on, show_ore(arena, row->ore),
		row->recipient_short, instalment_state_word(row->state));
	if (row->late)
		buffer_format(out, ", %s", _("overdue"));
	if (!text_blank(row->condition))
		buffer_format(out, "; %s%s%s", row->condition, row->condition_met_on ? " ✓ " : "",
			row->condition_met_on ? row->condition_met_on : "");
	if (row->paid_on)
		buffer_format(out, "; %s", row->paid_on);
	buffer_text(out, "\n");
}

void payment_section(struct buffer *out, const struct dossier *dossier, const struct dossier_measure *each)
{
	struct arena arena;

	if (!each->plan.decision)
		return;
	arena_init(&arena);
	buffer_format(out, "  %s  ", show_measure_number(&arena, each->measure, dossier->with_year));
	buffer_format(out, _("plan version %d, granted %s, paid %s\n"), each->plan.version,
		show_ore(&arena, each->plan.granted_ore), show_ore(&arena, each->plan.paid_ore));
	for (int i = 0; i < each->plan.count; i++)
		instalment_line(out, &arena, &each->plan.items[i]);
	arena_done(&arena);
}
