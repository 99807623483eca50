/* What the panes and forms of the criteria share. */
#ifndef KANSLI_TUI_CRITERIA_WORDS_H
#define KANSLI_TUI_CRITERIA_WORDS_H

#include "casework/criteria.h"
#include "desk.h"
#include "listing.h"

/* "adopted 2025-01-17", "draft version" */
void criteria_status(const struct criteria_version *version, char out[LISTING_TEXT]);
/* All that differs between two versions, and which scores would have to be given again. */
void criteria_difference_show(struct ui *ui, int64_t before, int64_t after);
/* Why a draft is not changed here: it is none, or the role is not held; NULL: it may be. */
const char *criteria_closed(const struct ui *ui, const struct criteria_version *version);
/* Why the delegation's decision is not recorded here. */
const char *criteria_adopt_closed(const struct ui *ui, const struct criteria_version *version);
/* Opens the order of the round worked with under a version. */
void criteria_preview_open(struct ui *ui, int64_t number);

#endif
