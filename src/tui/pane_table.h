/* The table of panes, made by the build from the list in meson.build. */
#ifndef KANSLI_TUI_PANE_TABLE_H
#define KANSLI_TUI_PANE_TABLE_H

#include "pane.h"

extern const struct pane_kind *const pane_kinds[]; /* NULL ends it */

#endif
