/* Going to a screen, the same from a key and from the command line. */
#ifndef KANSLI_TUI_GO_H
#define KANSLI_TUI_GO_H

#include "desk.h"

void go_ranking(struct ui *ui, struct pane *pane);
void go_plans(struct ui *ui, struct pane *pane);
void go_budget(struct ui *ui, struct pane *pane);
void go_log(struct ui *ui, struct pane *pane); /* of the whole office */
void go_persons(struct ui *ui, struct pane *pane);
void go_rounds(struct ui *ui, struct pane *pane);

extern const struct command go_commands[]; /* the ':' line's, ended by a row without a name */

#endif
