/* What a pane can do, shown: the ? pane and the x menu, both made from the action tables, and the log of messages. */
#ifndef KANSLI_TUI_HELP_H
#define KANSLI_TUI_HELP_H

#include "pane.h"

void help_open(struct ui *ui, struct pane *pane); /* the keys of `pane` */
void menu_open(struct ui *ui, struct pane *pane); /* Enter runs the action on `pane` */
void messages_open(struct ui *ui);

extern const struct pane_kind help_pane, menu_pane, messages_pane;

#endif
