/* A vote between two motions: who votes no is typed, everybody else who decides votes yes, and what comes of it is told
 * in words before it is recorded, for a vote stays as it was taken (FL 28–29 §§). */
#include "tui/seated.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"

enum { ASKED = 2048 };

static void ballot_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct sitting_ballot_change change = {.yes = seated->yes,
		.no = seated->no,
		.voters = seated->voters,
		.votes = seated->votes,
		.count = seated->voter_count};
	struct operation op = operation_new();
	struct error err = {0};

	(void)text;
	(void)with;
	seated_done(ui, sitting_ballot(seated->desk->cw, &op, seated->item, &change, &err), &err,
		_("The vote is recorded."));
}

/* "3 yes, 3 no: a tie, and the chair voted yes. Motion 1 wins." */
static void result_tell(const struct seated *seated, char out[ASKED])
{
	int64_t chair = 0;
	bool yes_won, chair_yes = false;
	int yes = 0;

	for (int i = 0; i < seated->sitting.person_count && !chair; i++)
		if (!strcmp(seated->sitting.persons[i].capacity, "chair"))
			chair = seated->sitting.persons[i].person;
	for (int i = 0; i < seated->voter_count; i++) {
		yes += seated->votes[i];
		if (seated->voters[i] == chair)
			chair_yes = seated->votes[i];
	}
	yes_won = yes * 2 == seated->voter_count ? chair_yes : yes * 2 > seated->voter_count;
	if (yes * 2 == seated->voter_count)
		snprintf(out, ASKED,
			chair_yes ? _("%d yes, %d no: a tie, and the chair voted yes. By the casting vote motion %d "
				      "wins.")
				  : _("%d yes, %d no: a tie, and the chair voted no. By the casting vote motion %d "
				      "wins."),
			yes, seated->voter_count - yes, yes_won ? seated->yes : seated->no);
	else
		snprintf(out, ASKED, _("%d yes, %d no: motion %d wins."), yes, seated->voter_count - yes,
			yes_won ? seated->yes : seated->no);
	snprintf(out + strlen(out), ASKED - strlen(out), "\n%s",
		_("It stays as it was taken; U takes back one that was recorded wrongly, until the item is closed."));
}

/* The numbers typed, of persons who decide; false names the one that is not. */
static bool nos_read(struct seated *seated, const char *text, struct error *err)
{
	for (const char *at = text + strspn(text, " ,"); *at; at += strspn(at, " ,")) {
		char *end;
		long number = strtol(at, &end, 10);
		bool found = false;

		for (int i = 0; end > at && i < seated->voter_count; i++)
			if (seated_person(seated, seated->voters[i]) == number - 1) {
				seated->votes[i] = false;
				found = true;
			}
		if (!found)
			return refuse(err, ERROR_INVALID,
				_("'%.*s' is nobody who decides here. Write the numbers of those who vote no."),
				TEXT_PART(at, 20));
		at = end;
	}
	return true;
}

static void nos_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct error err = {0};
	char told[ASKED];

	(void)with;
	for (int i = 0; i < seated->voter_count; i++)
		seated->votes[i] = true;
	if (!nos_read(seated, text, &err)) {
		ui_say_error(ui, &err);
		return;
	}
	result_tell(seated, told);
	dialog_ask(ui, &(struct question){.text = told, .yes = _("record"), .answered = ballot_answered});
}

static void voters_ask(struct ui *ui, struct seated *seated, const struct sitting_item *item)
{
	char text[ASKED], keep[SEATED_KEEP];
	int used = snprintf(text, sizeof text,
		_("Yes for motion %d, no for motion %d. Who votes no? Those who decide:\n"), seated->yes, seated->no);

	seated->voter_count = 0;
	for (int i = 0; i < item->seat_count && seated->voter_count < SEATED_VOTERS && used < ASKED - 100; i++) {
		if (!item->seats[i].decides)
			continue;
		used += snprintf(text + used, sizeof text - (size_t)used, "%s%d %.*s", seated->voter_count ? "  " : "",
			seated_person(seated, item->seats[i].person) + 1, TEXT_PART(item->seats[i].name, 60));
		seated->voters[seated->voter_count++] = item->seats[i].person;
	}
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("No (numbers; nothing: all yes):"),
			       .yes = _("count"),
			       .answered = nos_answered,
			       .keep = seated_keep(seated, "vote", keep)});
}

static void motions_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_item(seated, seated->item);
	char *end;

	(void)with;
	seated->yes = (int)strtol(text, &end, 10);
	seated->no = (int)strtol(end, NULL, 10);
	if (item)
		voters_ask(ui, seated, item);
}

static bool motions_accepts(const char *text, struct error *err)
{
	char *end, *last;
	long yes = strtol(text, &end, 10), no = strtol(end, &last, 10);

	return (yes > 0 && no > 0 && yes != no && text_blank(last)) ||
	       refuse(err, ERROR_INVALID, _("Write the numbers of two motions: 1 2."));
}

/* With two left they are the ones; with more the chair says which two meet. */
void seated_ballot_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_going(seated);
	int left = 0;

	seated->item = item->id;
	seated->yes = seated->no = 0;
	for (int i = 0; i < item->motion_count; i++) {
		if (item->motions[i].beaten)
			continue;
		*(left ? &seated->no : &seated->yes) = item->motions[i].n;
		left++;
	}
	if (left == 2)
		voters_ask(ui, seated, item);
	else
		dialog_ask(ui, &(struct question){
				       .text = _("Which two motions are put against each other? The first is yes."),
				       .label = _("Motions:"),
				       .accepts = motions_accepts,
				       .yes = _("go on"),
				       .answered = motions_answered,
			       });
}
