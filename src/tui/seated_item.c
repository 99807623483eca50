/* At the sitting: an item taken up, who is there, what is moved, how it ends. */
#include "tui/seated.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"

enum { ASKED = 2048 };

/* ---- taking up */

void seated_take_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_focus(seated);
	struct operation op = operation_new();
	struct error err = {0};

	seated->whole = false;
	seated_done(ui, sitting_take(seated->desk->cw, &op, item->id, &err), &err, _("The item is taken up."));
}

void seated_resume_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	seated_done(ui, sitting_resume(seated->desk->cw, &op, seated_focus(seated)->id, &err), &err,
		_("The item is under way again."));
}

/* ---- presence */

void seated_scope_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;

	seated->whole = !seated->whole;
	ui_say(ui, "%s",
		seated->whole ? _("1-9 record presence for the whole sitting. P: for the item under way.")
			      : _("1-9 record presence for the item under way. P: for the whole sitting."));
}

/* present, remote, absent; where the item is about no case also barred, for there nothing else says so. */
static const char *presence_next(const char *now, bool by_hand)
{
	if (!strcmp(now, "present"))
		return "remote";
	if (!strcmp(now, "remote"))
		return "absent";
	return by_hand && !strcmp(now, "absent") ? "barred" : "present";
}

static void presence_put(struct ui *ui, struct seated *seated, int person)
{
	const struct sitting_item *item = seated_presence(seated);
	const struct sitting_person *who;
	struct operation op = operation_new();
	struct error err = {0};
	char said[160];
	const char *next;

	if (person >= seated->sitting.person_count) {
		ui_say(ui, _("Nobody has number %d. a calls more."), person + 1);
		return;
	}
	who = &seated->sitting.persons[person];
	next = presence_next(seated_stands(seated, item, person), item && !item->application);
	snprintf(said, sizeof said, "%.*s: %s.", TEXT_PART(who->name, 80), sitting_presence_words(next));
	seated_done(ui,
		sitting_present(seated->desk->cw, &op, seated->id, item ? item->id : 0, who->person, next, &err), &err,
		said);
}

static void person_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	(void)with;
	presence_put(ui, pane->state, which);
}

void seated_present_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	const char *names[CHOICES];
	struct key key = ui_key(ui);
	int count = seated->sitting.person_count < CHOICES ? seated->sitting.person_count : CHOICES;

	if (key.press == PRESS_CHARACTER && key.character >= '1' && key.character <= '9') {
		presence_put(ui, seated, (int)key.character - '1');
		return;
	}
	for (int i = 0; i < count; i++)
		names[i] = seated->sitting.persons[i].name;
	dialog_choose(
		ui, &(struct choosing){
			    .text = _("Whose presence?"), .choices = names, .count = count, .chosen = person_chosen});
}

/* ---- "2 avslag": a person's number and words; without a number it is the chair's */

static void persons_tell(const struct seated *seated, const char *before, char out[ASKED])
{
	int used = snprintf(out, ASKED, "%s\n", before);

	for (int i = 0; i < seated->sitting.person_count && used < ASKED - 100; i++)
		used += snprintf(out + used, (size_t)(ASKED - used), "%s%d %.*s", i ? "  " : "", i + 1,
			TEXT_PART(seated->sitting.persons[i].name, 60));
}

static bool said_by(
	const struct seated *seated, const char *text, int64_t *person, const char **words, struct error *err)
{
	const struct sitting *sitting = &seated->sitting;
	char *end;
	long number = strtol(text, &end, 10);

	*words = text;
	*person = 0;
	if (end == text) {
		for (int i = 0; i < sitting->person_count && !*person; i++)
			if (!strcmp(sitting->persons[i].capacity, "chair"))
				*person = sitting->persons[i].person;
		return true;
	}
	if (number < 1 || number > sitting->person_count)
		return refuse(err, ERROR_INVALID,
			_("Nobody who is called has number %ld: they are 1 to %d. Nothing was saved."), number,
			sitting->person_count);
	*words = end + strspn(end, " .:");
	*person = sitting->persons[number - 1].person;
	return true;
}

static bool words_accepts(const char *text, struct error *err)
{
	char *end;

	strtol(text, &end, 10);
	return !text_blank(end + strspn(end, " .:")) ||
	       refuse(err, ERROR_INVALID, _("Write the person's number and then the words: 2 refusal."));
}

static void words_ask(struct ui *ui, struct seated *seated, const char *before, const char *label, const char *what,
	void (*answered)(struct ui *, struct pane *, const char *, void *))
{
	char text[ASKED], keep[SEATED_KEEP];

	persons_tell(seated, before, text);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = label,
			       .accepts = words_accepts,
			       .yes = _("record"),
			       .answered = answered,
			       .keep = seated_keep(seated, what, keep)});
}

static void motion_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};
	int64_t person;
	const char *words;
	char said[80];
	int n = 0;
	bool done = said_by(seated, text, &person, &words, &err) &&
		    sitting_motion(seated->desk->cw, &op, seated->item, person, words, &n, &err);

	(void)with;
	snprintf(said, sizeof said, _("Motion %d is recorded."), n);
	seated_done(ui, done, &err, said);
}

void seated_motion_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;

	seated->item = seated_going(seated)->id;
	words_ask(ui, seated, _("Who moves what? First the person's number; without one it is the chair."),
		_("Motion:"), "motion", motion_answered);
}

static void reserve_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};
	int64_t person;
	const char *words;

	(void)with;
	seated_done(ui,
		said_by(seated, text, &person, &words, &err) &&
			sitting_reserve(seated->desk->cw, &op, seated->item, person, words, &err),
		&err, _("It is recorded, and stays as it was reported."));
}

void seated_reserve_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;

	seated->item = seated_focus(seated)->id;
	words_ask(ui, seated,
		_("Who differs, and how? First the person's number; without one it is the chair. It stays as it is "
		  "reported."),
		_("Reservation:"), "reservation", reserve_answered);
}

const char *seated_reserve_barred(const struct ui *ui, const struct pane *pane)
{
	const struct seated *seated = pane->state;
	const struct sitting_item *item = seated_focus(seated);

	if (!item || !item->section || item->hidden)
		return _("There is nothing to differ from: the item in focus has not been taken up.");
	if (item->outcome && (!strcmp(item->outcome, "noted") || !strcmp(item->outcome, "no_quorum")))
		return _("There is nothing to differ from: nothing was decided in the item in focus.");
	if (seated->sitting.adjusted_on || item->immediate)
		return _("The minutes of the item are approved: nobody can differ from it any longer (FL 30 §).");
	if (item->available)
		return _("The decision has been made available: nobody can differ from it any longer (FL 30 §).");
	return access_allows(seated->desk->roles, RIGHT_RESERVE, RELATION_SELF, NULL)
		       ? NULL
		       : desk_barred(ui, RIGHT_SITTING_RECORD);
}

/* ---- the chair's ruling */

static void ruling_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	(void)with;
	seated_done(ui, sitting_ruling(seated->desk->cw, &op, seated->item, text, &err), &err,
		_("The chair's ruling is recorded."));
}

void seated_ruling_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_going(seated);
	char keep[SEATED_KEEP];

	seated->item = item->id;
	dialog_ask(ui, &(struct question){
			       .text = _("What does the chair rule about the quorum? Barred members are in the base "
					 "unless the chair rules otherwise. Nothing typed takes the ruling away."),
			       .label = _("Ruling:"),
			       .begin = item->ruling,
			       .yes = _("record"),
			       .answered = ruling_answered,
			       .keep = seated_keep(seated, "ruling", keep)});
}

/* ---- how it ends */

static const char *const outcomes[] = {"decided", "tabled", "referred", "respite", "no_quorum", "noted"};

static void next_focus(struct seated *seated)
{
	for (int i = 0; i < seated->sitting.item_count; i++)
		if (!seated->sitting.items[i].section) {
			listing_find(&seated->listing, seated->sitting.items[i].id, 1);
			return;
		}
}

static void why_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct sitting_outcome outcome = {.outcome = seated->word, .why = text};
	struct operation op = operation_new();
	struct error err = {0};

	(void)with;
	if (seated_done(ui, sitting_outcome(seated->desk->cw, &op, seated->item, &outcome, &err), &err,
		    _("The item is closed.")))
		next_focus(seated);
}

static void outcome_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_going(seated);
	bool noted = !strcmp(outcomes[which], "noted");
	char keep[SEATED_KEEP], text[400], away[200] = "";

	(void)with;
	if (item && sitting_presenter_away(item))
		snprintf(away, sizeof away, _("%.*s presents the item and is recorded as absent. "),
			TEXT_PART(item->presenter_name, 60));
	snprintf(seated->word, sizeof seated->word, "%s", outcomes[which]);
	snprintf(text, sizeof text,
		noted ? _("%sOutcome: %s. What is noted? The words go into the minutes.")
		      : _("%sOutcome: %s. Why? The words go into the minutes; referred back and respite need them."),
		away, sitting_outcome_words(seated->word));
	dialog_ask(ui, &(struct question){.text = text,
			       .label = noted ? _("Noted:") : _("Reason:"),
			       .yes = _("close the item"),
			       .answered = why_answered,
			       .keep = seated_keep(seated, "outcome", keep)});
}

void seated_outcome_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_going(seated);
	const char *words[sizeof outcomes / sizeof outcomes[0]];
	int count = (int)(sizeof outcomes / sizeof outcomes[0]);
	bool quorate = item->quorum.holds || (item->quorum.disputed && !text_blank(item->ruling));

	seated->item = item->id;
	for (int i = 0; i < count; i++)
		words[i] = sitting_outcome_words(outcomes[i]);
	dialog_choose(ui, &(struct choosing){.text = _("How does the item end?"),
				  .choices = words,
				  .count = count,
				  .first = !item->application        ? 5
					   : quorate || item->veiled ? 0
								     : 4,
				  .chosen = outcome_chosen});
}
