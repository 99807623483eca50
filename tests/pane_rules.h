/* What every pane's table of actions must keep to. */
#ifndef KANSLI_TESTS_PANE_RULES_H
#define KANSLI_TESTS_PANE_RULES_H

#include "tui/pane.h"

enum { RULES_SAID = 512 };

/* The first breach in `kind`, in words, or NULL: keys that clash or that no keyboard has, rows without a name, a verb
 * phrase or a function, names that are not words joined by -, words without Swedish (asked when `swedish`). */
const char *pane_breach(const struct pane_kind *kind, bool swedish, char out[RULES_SAID]);

#endif
