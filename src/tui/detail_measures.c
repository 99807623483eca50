/* What can be done to the measure in focus: scoring, assigning assessors, deciding, its payment plan. */
#include "tui/detail_inner.h"
#include "tui/dialog.h"

#include "base/words.h"

static const char *no_measure(const struct pane *pane)
{
	return detail_measure(pane->state) ? NULL : _("The application has no measure yet. + adds one.");
}

/* ---- scoring: one's own measures, or what others have handed in */

static int own_count(const struct detail *detail, int own[CHOICES])
{
	int count = 0;

	for (int i = 0; i < detail->measures.count && count < CHOICES; i++)
		if (detail->measures.items[i].relation & RELATION_ASSIGNED && !detail->measures.items[i].withdrawn_on)
			own[count++] = i;
	return count;
}

static void own_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	const struct detail *detail = pane->state;
	int own[CHOICES];

	(void)with;
	if (which < own_count(detail, own))
		ui_push(ui, &scoring_pane, &detail->measures.items[own[which]].id);
}

static void own_choose(struct ui *ui, const struct detail *detail, const int own[CHOICES], int count)
{
	struct arena arena;
	const char *choices[CHOICES];
	struct choosing choosing = {
		.text = _("Which measure do you score?"), .choices = choices, .count = count, .chosen = own_chosen};
	char number[DESK_NUMBER];

	arena_init(&arena);
	for (int i = 0; i < count; i++) {
		const struct measure *measure = &detail->measures.items[own[i]];

		choices[i] = arena_format(&arena, "%s %s%s",
			desk_measure(detail->desk, measure->year, measure->application_n, measure->n, number),
			measure->title, measure->relation & RELATION_UNSUBMITTED ? "" : _(" (handed in)"));
	}
	dialog_choose(ui, &choosing);
	arena_done(&arena);
}

void detail_score_run(struct ui *ui, struct pane *pane)
{
	const struct detail *detail = pane->state;
	const struct measure *measure = detail_measure(detail);
	int own[CHOICES], count = own_count(detail, own);

	if (!count || (detail->section == MEASURES && measure->relation & RELATION_ASSIGNED))
		ui_push(ui, &scoring_pane, &measure->id);
	else if (count == 1)
		ui_push(ui, &scoring_pane, &detail->measures.items[own[0]].id);
	else
		own_choose(ui, detail, own, count);
}

const char *detail_score_barred(const struct ui *ui, const struct pane *pane)
{
	const struct detail *detail = pane->state;
	const char *none = no_measure(pane);
	int own[CHOICES];

	(void)ui;
	if (none || own_count(detail, own) || detail_measure(detail)->points_seen)
		return none;
	return _("You are no assessor of any measure here. a assigns assessors.");
}

/* ---- the rest */

void detail_assessor_run(struct ui *ui, struct pane *pane)
{
	assign_assessor(ui, detail_measure(pane->state)->id);
}

const char *detail_assessor_barred(const struct ui *ui, const struct pane *pane)
{
	const char *none = no_measure(pane);

	return none ? none : detail_barred(ui, pane->state, RIGHT_ASSESSOR_ASSIGN);
}

void detail_decide_run(struct ui *ui, struct pane *pane)
{
	decision_form(ui, detail_measure(pane->state)->id);
}

const char *detail_decide_barred(const struct ui *ui, const struct pane *pane)
{
	const char *none = no_measure(pane);

	return none ? none : detail_barred(ui, pane->state, RIGHT_DECISION_RECORD);
}

void detail_plan_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &plan_pane, &detail_measure(pane->state)->id);
}

const char *detail_plan_barred(const struct ui *ui, const struct pane *pane)
{
	const char *none = no_measure(pane), *outcome;

	(void)ui;
	if (none)
		return none;
	outcome = detail_measure(pane->state)->outcome;
	return outcome && strcmp(outcome, "refused") ? NULL
						     : _("Nothing is granted to this measure, so it has no plan.");
}
