/* Choosing a person: who takes a case, who assesses a measure. */
#include "tui/desk.h"
#include "tui/dialog.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/assess.h"
#include "casework/person.h"

/* What is chosen about, kept while the dialog stands. One dialog at a time. */
static struct {
	int64_t about;
	int64_t persons[CHOICES];
	int count;
} choosing;

/* The persons who may be chosen, by roles held today; the first choice is nobody when `nobody`. */
static bool candidates(struct ui *ui, unsigned roles, struct person_list *list, const char **choices, struct error *err)
{
	if (!person_list_load(desk_of(ui)->cw, list, err))
		return false;
	for (int i = 0; i < list->count && choosing.count < CHOICES; i++) {
		if (!(list->items[i].roles & roles))
			continue;
		choosing.persons[choosing.count] = list->items[i].id;
		choices[choosing.count++] = list->items[i].name;
	}
	return true;
}

static void officer_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct error err = {0};

	(void)pane;
	(void)with;
	if (!application_assign(desk_of(ui)->cw, NULL, choosing.about, choosing.persons[which], &err)) {
		desk_refused(ui, &err);
		return;
	}
	ui_stale(ui);
	ui_say(ui, "%s", choosing.persons[which] ? _("The case is assigned.") : _("The case is assigned to nobody."));
}

static void assessor_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct error err = {0};

	(void)pane;
	(void)with;
	if (!assessor_assign(desk_of(ui)->cw, NULL, choosing.about, choosing.persons[which], &err)) {
		desk_refused(ui, &err);
		return;
	}
	ui_stale(ui);
	ui_say(ui, "%s", _("The assessor is assigned."));
}

static void choose(struct ui *ui, int64_t about, unsigned roles, bool nobody, const char *text,
	void (*chosen)(struct ui *, struct pane *, int, void *))
{
	const char *choices[CHOICES];
	struct person_list list;
	struct error err = {0};

	choosing.about = about;
	choosing.count = 0;
	if (nobody) {
		choosing.persons[0] = 0;
		choices[choosing.count++] = _("nobody");
	}
	if (!candidates(ui, roles, &list, choices, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (choosing.count)
		dialog_choose(ui, &(struct choosing){
					  .text = text, .choices = choices, .count = choosing.count, .chosen = chosen});
	else
		ui_say(ui, "%s", _("Nobody holds a role that can be chosen here today."));
	person_list_done(&list);
}

void assign_officer(struct ui *ui, int64_t application)
{
	choose(ui, application, ROLE_OFFICER, true, _("Who takes the case?"), officer_chosen);
}

void assign_assessor(struct ui *ui, int64_t measure)
{
	choose(ui, measure, ROLE_OFFICER | ROLE_MEMBER | ROLE_CHAIR, false, _("Who assesses the measure?"),
		assessor_chosen);
}
