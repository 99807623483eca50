/* What the closing pane and its forms share. */
#ifndef KANSLI_TUI_CLOSING_H
#define KANSLI_TUI_CLOSING_H

#include "casework/application.h"
#include "casework/closure.h"
#include "desk.h"

/* The day and the reason; the fates are copied. */
void closing_form(struct ui *ui, int64_t application, const struct closure_fate *fates, int count);
void reopening_form(struct ui *ui, int64_t application);

#endif
