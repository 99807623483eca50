/* The ':' line: commands in both languages, with the matches listed above and Tab to complete. */
#ifndef KANSLI_TUI_COMMAND_H
#define KANSLI_TUI_COMMAND_H

#include "pane.h"

void command_open(struct ui *ui, struct pane *pane, const char *text);
/* Runs a line as if typed over `pane`; false, with a message said, when there is no such command. */
bool command_line(struct ui *ui, struct pane *pane, const char *line);

#endif
