/* Before and after the items: the sitting opened and closed, its agenda, who is called, what was sent, and who approves
 * the minutes. */
#include "tui/seated.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/person.h"

/* ---- open and close */

static void close_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	(void)text;
	(void)with;
	seated_done(ui, sitting_close(seated->desk->cw, &op, seated->id, &err), &err,
		_("The sitting is closed. J approves the minutes, w writes them."));
}

static void close_ask(struct ui *ui, const struct seated *seated)
{
	char text[300];
	int left = 0;

	for (int i = 0; i < seated->sitting.item_count; i++)
		left += !seated->sitting.items[i].section;
	if (left)
		snprintf(text, sizeof text,
			ngettext("Close the sitting? %d item has not been taken up: it gets no § and is not in the "
				 "minutes.",
				"Close the sitting? %d items have not been taken up: they get no § and are not in the "
				"minutes.",
				(unsigned long)left),
			left);
	else
		snprintf(text, sizeof text, "%s", _("Close the sitting? Every item is dealt with."));
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Type CLOSE:"),
			       .must = _("CLOSE"),
			       .yes = _("close the sitting"),
			       .answered = close_answered});
}

void seated_start_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	if (seated->sitting.opened_at)
		close_ask(ui, seated);
	else
		seated_done(ui, sitting_start(seated->desk->cw, &op, seated->id, &err), &err,
			_("The sitting is opened. 1-9 record who is there, Enter takes up the item in focus."));
}

/* ---- the agenda */

void seated_draw_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	struct desk *desk = desk_with_round(ui, _("No round is worked with: 7 in the list chooses one."));
	struct operation op = operation_new();
	struct error err = {0};
	char said[120];
	int added = 0;
	bool done;

	if (!desk)
		return;
	done = sitting_draw(desk->cw, &op, seated->id, desk->round, &added, &err);
	snprintf(said, sizeof said,
		ngettext(
			"%d measure is put on the agenda.", "%d measures are put on the agenda.", (unsigned long)added),
		added);
	seated_done(ui, done, &err, said);
}

/* "12.3" and "12-2026.3" are a measure, "12" and "12-2026" an application: nothing but such a number. */
static bool about_read(struct casework *cw, const char *text, struct sitting_item_change *change, struct error *err)
{
	size_t digits = strspn(text, "0123456789-.");

	if (text[0] < '1' || text[0] > '9' || !text_blank(text + digits))
		return true;
	change->title = NULL;
	return strchr(text, '.') ? measure_find(cw, text, &change->measure, err)
				 : application_find(cw, text, &change->application, err);
}

static void add_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct sitting_item_change change = {.title = text, .proposes = ""};
	struct operation op = operation_new();
	struct error err = {0};
	int64_t id;

	(void)with;
	if (seated_done(ui,
		    about_read(seated->desk->cw, text, &change, &err) &&
			    sitting_item_add(seated->desk->cw, &op, seated->id, &change, &id, &err),
		    &err, _("The item stands last on the agenda. e says who presents it.")))
		seated->made = id;
}

void seated_add_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	char keep[SEATED_KEEP];

	seated->item = 0;
	dialog_ask(ui,
		&(struct question){.text = _("What is the item about? A measure or a case by its number, 12.3 or 12; "
					     "anything else in words."),
			.label = _("Item:"),
			.yes = _("add"),
			.answered = add_answered,
			.keep = seated_keep(seated, "item", keep)});
}

static void proposes_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_item(seated, seated->item);
	struct sitting_item_change change;
	struct operation op = operation_new();
	struct error err = {0};

	(void)with;
	if (!item)
		return;
	change = sitting_item_change_of(item);
	change.presenter = seated->person;
	change.proposes = text;
	seated_done(ui, sitting_item_change(seated->desk->cw, &op, item->id, &change, &err), &err,
		_("Presenter and proposal are recorded."));
}

static void presenter_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_item(seated, seated->item);
	char keep[SEATED_KEEP];

	(void)with;
	if (!item)
		return;
	seated->person = seated->sitting.persons[which].person;
	dialog_ask(ui, &(struct question){.text = _("What does the presenter propose? It stands apart from the chair's "
						    "order."),
			       .label = _("Proposal:"),
			       .begin = item->proposes,
			       .yes = _("record"),
			       .answered = proposes_answered,
			       .keep = seated_keep(seated, "proposal", keep)});
}

static int persons_fill(const struct seated *seated, const char *names[CHOICES])
{
	int count = seated->sitting.person_count < CHOICES ? seated->sitting.person_count : CHOICES;

	for (int i = 0; i < count; i++)
		names[i] = seated->sitting.persons[i].name;
	return count;
}

void seated_change_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_focus(seated);
	const char *names[CHOICES];
	int count = persons_fill(seated, names), now = seated_person(seated, item->presenter);

	seated->item = item->id;
	dialog_choose(ui, &(struct choosing){.text = _("Who presents the item? a calls somebody who is not here."),
				  .choices = names,
				  .count = count,
				  .first = now < 0 ? count - 1 : now,
				  .chosen = presenter_chosen});
}

static void place_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	(void)with;
	seated_done(ui, sitting_item_place(seated->desk->cw, &op, seated->item, (int)strtol(text, NULL, 10), &err),
		&err, _("The item is moved."));
}

static bool place_accepts(const char *text, struct error *err)
{
	size_t digits = strspn(text, "0123456789");

	return (digits > 0 && digits < 5 && text_blank(text + digits)) ||
	       refuse(err, ERROR_INVALID, _("Write the place as a number, 3."));
}

void seated_place_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;

	seated->item = seated_focus(seated)->id;
	dialog_ask(ui, &(struct question){.text = _("To which place on the agenda?"),
			       .label = _("Place:"),
			       .accepts = place_accepts,
			       .yes = _("move"),
			       .answered = place_answered});
}

/* ---- who is called, and what was sent */

static const char *const capacities[] = {"secretary", "presenter", "other"};

static void called(struct ui *ui, struct pane *pane, int64_t person, int64_t about)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	(void)about;
	seated_done(
		ui, sitting_call(seated->desk->cw, &op, seated->id, person, seated->word, &err), &err, _("Called."));
}

static void capacity_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	const char *names[CHOICES];
	int64_t ids[CHOICES];
	struct person_list list;
	struct error err = {0};
	int count = 0;

	(void)with;
	snprintf(seated->word, sizeof seated->word, "%s", capacities[which]);
	if (!person_list_load(seated->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	for (int i = 0; i < list.count && count < CHOICES; i++) {
		names[count] = list.items[i].name;
		ids[count++] = list.items[i].id;
	}
	dialog_choose(ui, &(struct choosing){.text = _("Who?"),
				  .choices = names,
				  .ids = ids,
				  .count = count,
				  .chosen_id = called,
				  .about = seated->id});
	person_list_done(&list);
}

void seated_call_run(struct ui *ui, struct pane *pane)
{
	const char *words[3];

	(void)pane;
	for (int i = 0; i < 3; i++)
		words[i] = sitting_capacity_words(capacities[i]);
	dialog_choose(ui, &(struct choosing){.text = _("Called as what? The chair and the members are called by "
						       "themselves."),
				  .choices = words,
				  .count = 3,
				  .chosen = capacity_chosen});
}

static const char *const ways[] = {"email", "eservice", "post", "hand"};

static void way_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	bool papers = !strcmp(seated->word, "papers");
	struct operation op = operation_new();
	struct error err = {0};
	char today[DAY_TEXT];

	(void)with;
	day_text(casework_today(seated->desk->cw), today);
	seated_done(ui, sitting_send(seated->desk->cw, &op, seated->id, papers, NULL, 0, today, ways[which], &err),
		&err,
		papers ? _("The papers are sent to all who are called.")
		       : _("The notice is sent to all who are called."));
}

static void sent_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	const char *words[sizeof ways / sizeof ways[0]];
	int count = (int)(sizeof ways / sizeof ways[0]);

	(void)with;
	snprintf(seated->word, sizeof seated->word, "%s", which ? "papers" : "notice");
	for (int i = 0; i < count; i++)
		words[i] = programme_word_name(&seated->desk->programme, "arrival", ways[i]);
	dialog_choose(ui, &(struct choosing){.text = _("Sent today, in which way?"),
				  .choices = words,
				  .count = count,
				  .chosen = way_chosen});
}

void seated_send_run(struct ui *ui, struct pane *pane)
{
	const char *words[2] = {_("the notice"), _("the papers")};

	(void)pane;
	dialog_choose(ui, &(struct choosing){.text = _("What was sent to all who are called?"),
				  .choices = words,
				  .count = 2,
				  .chosen = sent_chosen});
}

/* ---- the minutes approved */

enum { ADJUST_ITEM, ADJUST_WHO, ADJUST_ALL };

static void adjuster_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	(void)with;
	seated_done(ui,
		sitting_adjuster(seated->desk->cw, &op, seated->id, seated->sitting.persons[which].person, &err), &err,
		_("Who approves the minutes beside the chair is recorded."));
}

static void all_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	(void)with;
	seated_done(ui, sitting_adjust(seated->desk->cw, &op, seated->id, text_blank(text) ? NULL : text, &err), &err,
		_("The minutes are approved."));
}

static void item_adjust(struct ui *ui, struct seated *seated)
{
	const struct sitting_item *item = seated_focus(seated);
	struct operation op = operation_new();
	struct error err = {0};

	if (item)
		seated_done(ui, sitting_adjust_item(seated->desk->cw, &op, item->id, &err), &err,
			_("The item is approved at once."));
}

static void adjust_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	const char *names[CHOICES];

	(void)with;
	switch (which) {
	case ADJUST_ITEM: item_adjust(ui, seated); return;
	case ADJUST_WHO:
		dialog_choose(ui, &(struct choosing){.text = _("Who approves the minutes beside the chair?"),
					  .choices = names,
					  .count = persons_fill(seated, names),
					  .chosen = adjuster_chosen});
		return;
	case ADJUST_ALL:
		dialog_ask(ui,
			&(struct question){.text = _("On which day were the minutes approved? Nothing typed: today. "
						     "They stay as they are from then on."),
				.label = _("Day:"),
				.yes = _("approve"),
				.answered = all_answered});
	}
}

void seated_adjust_run(struct ui *ui, struct pane *pane)
{
	const struct seated *seated = pane->state;
	const char *words[3] = {_("approve the item in focus at once"), _("choose who approves beside the chair"),
		_("approve the minutes")};

	dialog_choose(ui, &(struct choosing){.text = _("The minutes:"),
				  .choices = words,
				  .count = seated->sitting.closed_at ? 3 : 2,
				  .first = seated->sitting.closed_at ? seated->sitting.adjuster ? 2 : 1 : 0,
				  .chosen = adjust_chosen});
}
