/* How a case stands for closing. Invariant: the person is told beforehand that history keeps what was written. */
#include "csv/closing.h"

#include "base/words.h"

static void notes_write(struct paper *paper, const struct closure *closure)
{
	paper_list(paper, "notes",
		closure->note_count ? _("Working notes to archive, discard or make a file note:") : NULL);
	for (int i = 0; i < closure->note_count; i++) {
		const struct closure_note *note = &closure->notes[i];

		paper_item(paper, arena_format(&paper->arena, "%d  %s  %s", note->n, note->occurred_on, note->author));
		paper_number(paper, "n", NULL, note->n);
		paper_text(paper, "occurred", NULL, note->occurred_on);
		paper_text(paper, "author", NULL, note->author);
		paper_text(paper, "said", NULL, note->said);
		paper_say(paper, note->said);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
	paper_bool(paper, "notes_hidden", _("Working notes you may not see"), closure->notes_hidden);
	if (closure->note_count)
		paper_say(paper, closure_warning());
}

void closing_write(struct paper *paper, const struct closure *closure)
{
	paper_bool(paper, "closed", _("Closed"), closure->stands);
	paper_text(paper, "closed_on", _("Closed on"), closure->closed_on);
	paper_text(paper, "closed_by", _("Closed by"), closure->closed_by);
	paper_text(paper, "why", _("Why"), closure->why);
	paper_text(paper, "reopened_on", _("Reopened on"), closure->reopened_on);
	paper_text(paper, "reopened_why", _("Why it was reopened"), closure->reopened_why);
	paper_list(paper, "open", !closure->stands && closure->open_count ? _("Still open:") : NULL);
	for (int i = 0; i < closure->open_count; i++) {
		paper_item(paper, closure->stands ? NULL : closure->open[i]);
		paper_text(paper, "what", NULL, closure->open[i]);
		paper_item_end(paper);
	}
	paper_list_end(paper, closure->stands ? NULL : _("Nothing is open: the case can be closed."));
	notes_write(paper, closure);
}
