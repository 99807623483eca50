/* The inside of the follow-up pane, for pane_followup.c and its view. */
#ifndef KANSLI_TUI_FOLLOWED_H
#define KANSLI_TUI_FOLLOWED_H

#include "csv/reports_followup.h"
#include "tui/tabled.h"

/* The columns a view of the follow-up is shown in; FOLLOW_VIEWS: what was sent. */
const struct tabled_column *followed_columns(int view);
/* What stands where a view has no rows. */
const char *followed_none(int view);

#endif
