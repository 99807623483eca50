/* Bars of plain signs: they repeat numbers that stand beside them. */
#ifndef KANSLI_TUI_BAR_H
#define KANSLI_TUI_BAR_H

#include "ui.h"

enum { BAR_TEXT = 256 };
/* "####==....": what is taken, what is on its way, what is left of the limit; where the limit is passed a '|' stands in
 * its place. `scale` is the öre that fill all cells. An amount above 0 takes at least one cell. Answers out. */
char *bar_text(int64_t taken, int64_t coming, int64_t limit, int64_t scale, int cells, char out[BAR_TEXT]);
/* Not for screen readers, who have the numbers. NULL: they are shown. */
bool bars_shown(const struct ui *ui);

#endif
