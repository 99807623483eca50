/* What cannot be done to the case in focus in the list: ready to be an action's barred. */
#ifndef KANSLI_TUI_LIST_BARS_H
#define KANSLI_TUI_LIST_BARS_H

#include "desk.h"

/* pane_list.c: how the person stands to the case in focus. */
unsigned list_relation(const struct pane *pane);

const char *list_notice(const struct pane *pane);
const char *list_note_barred(const struct ui *ui, const struct pane *pane);
const char *list_assign_barred(const struct ui *ui, const struct pane *pane);
const char *list_change_barred(const struct ui *ui, const struct pane *pane);

#endif
