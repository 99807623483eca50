/* What cannot be done to the case in focus in the list. Invariant: as in the case itself, nothing is offered that would
 * be refused. */
#include "tui/list_bars.h"

const char *list_notice(const struct pane *pane)
{
	return desk_notice(list_relation(pane));
}

const char *list_note_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_NOTE_ADD, list_relation(pane));
}

const char *list_assign_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_APPLICATION_ASSIGN, list_relation(pane));
}

const char *list_change_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_APPLICATION_CHANGE, list_relation(pane));
}
