/* The thing a case is opened at, and what is done to the note in focus: that it has been followed up. */
#include "tui/detail_inner.h"
#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/words.h"

static const struct note *note_focused(const struct detail *detail)
{
	long row = listing_focus(&detail->listings[NOTES]);

	return detail->section == NOTES && row >= 0 && row < detail->notes.count ? &detail->notes.items[row] : NULL;
}

static void followed(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	const struct detail *detail = pane->state;
	const struct note *note = note_focused(detail);
	struct operation op = verb_on(0);
	struct error err = {0};

	(void)with;
	if (note && verb_ended(ui, note_followed(detail->desk->cw, &op, detail->application, note->n, NULL, text, &err),
			    &err))
		ui_say(ui, "%s", _("The note is followed up."));
}

void detail_follow_run(struct ui *ui, struct pane *pane)
{
	char text[160];

	snprintf(text, sizeof text, _("Note %d is followed up. What came of it may be said in the field."),
		note_focused(pane->state)->n);
	dialog_ask(ui, &(struct question){
			       .text = text, .label = _("What came of it:"), .yes = _("done"), .answered = followed});
}

const char *detail_follow_barred(const struct ui *ui, const struct pane *pane)
{
	const struct note *note = note_focused(pane->state);

	if (!note || !note->follow_on)
		return _("d is for a note that asks for a follow-up. Tab goes to the notes.");
	if (note->followed_on)
		return _("The note has been followed up already.");
	return detail_barred(ui, pane->state, RIGHT_NOTE_ADD);
}

void detail_at(struct detail *detail)
{
	static const enum section sections[] = {[PLACE_FACTS] = FACTS,
		[PLACE_MEASURE] = MEASURES,
		[PLACE_GATE] = GATES,
		[PLACE_NOTE] = NOTES,
		[PLACE_PARTICIPANT] = PARTICIPANTS};
	enum case_place place = detail->desk->at.place;

	if (place == PLACE_NONE || place > PLACE_PARTICIPANT)
		return;
	detail->section = sections[place];
	listing_find(&detail->listings[detail->section], detail->desk->at.id, 1);
}
