/* Choosing a person: the case officer of an application, the assessors of a measure. */
#include "tui/desk.h"
#include "tui/dialog.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/assess.h"
#include "casework/measure.h"
#include "casework/person.h"

struct people {
	struct arena arena;
	const char *choices[CHOICES];
	int64_t ids[CHOICES];
	int count, first;
};

static void people_add(struct people *people, int64_t id, const char *text)
{
	if (people->count == CHOICES)
		return;
	people->ids[people->count] = id;
	people->choices[people->count++] = text;
}

static void people_ask(struct ui *ui, struct people *people, const char *text, int64_t about,
	void (*chosen)(struct ui *, struct pane *, int64_t, int64_t))
{
	if (people->count)
		dialog_choose(ui, &(struct choosing){.text = text,
					  .choices = people->choices,
					  .ids = people->ids,
					  .count = people->count,
					  .first = people->first,
					  .chosen_id = chosen,
					  .about = about});
	else
		ui_say(ui, "%s", _("Nobody holds a role for this today."));
	arena_done(&people->arena);
}

/* ---- the case officer */

static void officer_chosen(struct ui *ui, struct pane *pane, int64_t person, int64_t application)
{
	struct operation op = operation_new();
	struct application whole;
	struct error err = {0};

	(void)pane;
	if (!application_assign(desk_of(ui)->cw, &op, application, person, &err) ||
		!application_load(desk_of(ui)->cw, application, &whole, &err)) {
		desk_refused(ui, &err);
		return;
	}
	ui_stale(ui);
	if (whole.row.officer_name)
		ui_say(ui, _("%s handles %s."), whole.row.officer_name, whole.shorter);
	else
		ui_say(ui, _("Nobody handles %s."), whole.shorter);
	application_done(&whole);
}

void assign_officer(struct ui *ui, int64_t application)
{
	struct desk *desk = desk_of(ui);
	struct people people = {.count = 0};
	struct person_list list;
	struct application whole;
	struct error err = {0};
	char text[160];

	if (!application_load(desk->cw, application, &whole, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!person_list_load(desk->cw, &list, &err)) {
		application_done(&whole);
		desk_refused(ui, &err);
		return;
	}
	arena_init(&people.arena);
	for (int i = 0; i < list.count; i++) {
		if (!(list.items[i].roles & ROLE_OFFICER))
			continue;
		if (whole.row.officer ? list.items[i].id == whole.row.officer
				      : list.items[i].id == casework_actor(desk->cw))
			people.first = people.count;
		people_add(&people, list.items[i].id, arena_text(&people.arena, list.items[i].name));
	}
	if (whole.row.officer)
		people_add(&people, 0, _("nobody"));
	snprintf(text, sizeof text, _("Who handles %s?"), whole.shorter);
	person_list_done(&list);
	application_done(&whole);
	people_ask(ui, &people, text, application, officer_chosen);
}

/* ---- assessors */

static const struct assessor *assessor_of(const struct assessor_list *list, int64_t person)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].person == person)
			return &list->items[i];
	return NULL;
}

/* One who is assigned and has not handed in is relieved. */
static void assessor_chosen(struct ui *ui, struct pane *pane, int64_t person, int64_t measure)
{
	struct casework *cw = desk_of(ui)->cw;
	struct operation op = operation_new();
	struct assessor_list list;
	struct error err = {0};
	bool assigned, done;

	(void)pane;
	if (!assessor_list_load(cw, measure, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	assigned = assessor_of(&list, person) != NULL;
	assessor_list_done(&list);
	done = assigned ? assessor_relieve(cw, &op, measure, person, &err)
			: assessor_assign(cw, &op, measure, person, &err);
	if (!done) {
		desk_refused(ui, &err);
		return;
	}
	ui_stale(ui);
	ui_say(ui, "%s", assigned ? _("The assessor is relieved; the draft is kept.") : _("The assessor is assigned."));
}

static const char *assessor_text(struct people *people, const struct person *person, const struct assessor *assessor)
{
	if (!assessor)
		return arena_text(&people->arena, person->name);
	return arena_format(&people->arena,
		assessor->submitted_at ? _("%s: has handed in") : _("%s: assigned; choosing relieves"), person->name);
}

void assign_assessor(struct ui *ui, int64_t measure)
{
	struct desk *desk = desk_of(ui);
	struct people people = {.count = 0};
	struct person_list persons;
	struct assessor_list assessors;
	struct error err = {0};

	if (!assessor_list_load(desk->cw, measure, &assessors, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!person_list_load(desk->cw, &persons, &err)) {
		assessor_list_done(&assessors);
		desk_refused(ui, &err);
		return;
	}
	arena_init(&people.arena);
	for (int i = 0; i < persons.count; i++) {
		const struct person *person = &persons.items[i];
		const struct assessor *assessor = assessor_of(&assessors, person->id);

		if (assessor || person->roles & (ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR))
			people_add(&people, person->id, assessor_text(&people, person, assessor));
	}
	person_list_done(&persons);
	assessor_list_done(&assessors);
	people_ask(ui, &people, _("Who assesses the measure? They score apart and see each other's points afterwards."),
		measure, assessor_chosen);
}
