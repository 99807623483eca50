/* What the release pane and its forms share. */
#ifndef KANSLI_TUI_RELEASING_H
#define KANSLI_TUI_RELEASING_H

#include "casework/release.h"
#include "desk.h"

void release_test_form(struct ui *ui, int64_t matter, int n);
void release_add_form(struct ui *ui, int64_t matter);

#endif
