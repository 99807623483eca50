/* What cannot be done in a case here and now, and why. Invariant: nothing is offered that casework would refuse, for a
 * conflict of interest or because the case is closed. */
#include "tui/detail_inner.h"

#include "base/words.h"

const char *detail_barred(const struct ui *ui, const struct detail *detail, enum right right)
{
	return desk_barred_in(ui, right, detail->whole.row.relation);
}

const char *detail_notice(const struct pane *pane)
{
	return desk_notice(((const struct detail *)pane->state)->whole.row.relation);
}

const char *detail_change_barred(const struct ui *ui, const struct pane *pane)
{
	const struct detail *detail = pane->state;

	switch (detail->section) {
	case FACTS:
	case PARTICIPANTS: return detail_barred(ui, detail, RIGHT_APPLICATION_CHANGE);
	case MEASURES: return detail_barred(ui, detail, RIGHT_MEASURE_PUT);
	case NOTES: return detail_barred(ui, detail, RIGHT_NOTE_ADD);
	case GATES: return detail_barred(ui, detail, RIGHT_GATE_ANSWER);
	case EVENTS: return _("What has happened is never changed. Tab goes to what can be.");
	case SECTIONS: break;
	}
	return NULL;
}

const char *detail_add_barred(const struct ui *ui, const struct pane *pane)
{
	const struct detail *detail = pane->state;

	switch (detail->section) {
	case PARTICIPANTS: return detail_barred(ui, detail, RIGHT_APPLICATION_CHANGE);
	case MEASURES: return detail_barred(ui, detail, RIGHT_MEASURE_PUT);
	case NOTES: return detail_barred(ui, detail, RIGHT_NOTE_ADD);
	case FACTS:
	case GATES:
	case EVENTS:
	case SECTIONS: break;
	}
	return _("+ adds a measure, a note or a participant: Tab goes to their sections.");
}

const char *detail_note_barred(const struct ui *ui, const struct pane *pane)
{
	return detail_barred(ui, pane->state, RIGHT_NOTE_ADD);
}

const char *detail_officer_barred(const struct ui *ui, const struct pane *pane)
{
	return detail_barred(ui, pane->state, RIGHT_APPLICATION_ASSIGN);
}

const char *detail_withdraw_barred(const struct ui *ui, const struct pane *pane)
{
	return detail_barred(ui, pane->state, RIGHT_APPLICATION_WITHDRAW);
}
