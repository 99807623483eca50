/* How one assessor has used the scale, as text: the numbers first, bars that repeat them after. */
#ifndef KANSLI_TUI_PROGRESSED_H
#define KANSLI_TUI_PROGRESSED_H

#include "base/buffer.h"
#include "casework/progress.h"
#include "ui.h"

/* bars: false for screen readers, and where the screen is narrow. */
void progressed_text(const struct progress *progress, const struct progress_row *row, bool bars, struct buffer *out);

#endif
