/* What follows when a pane has asked casework for a change. */
#ifndef KANSLI_TUI_VERB_H
#define KANSLI_TUI_VERB_H

#include "casework/casework.h"
#include "ui.h"

/* A fresh operation on the row as it was looked at; version 0 expects none. */
struct operation verb_on(int64_t version);
/* Says why when it was not done; everything is read anew when it was, and after a conflict. Answers done. */
bool verb_ended(struct ui *ui, bool done, const struct error *err);

#endif
