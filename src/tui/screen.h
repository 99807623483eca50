/* The terminal screens, from the terminal's taking over to its giving back. */
#ifndef KANSLI_TUI_SCREEN_H
#define KANSLI_TUI_SCREEN_H

#include "base/buffer.h"
#include "casework/casework.h"

struct screen_options {
	const char *drafts; /* the folder of drafts; "" keeps none */
	bool colour;        /* --color and NO_COLOR weighed together */
	bool served;        /* over SSH as a service: no shell, no other program */
	bool linear;        /* for screen readers */
	const char *notice; /* said at the start instead of the greeting; NULL nothing */
	bool marker;        /* for slow lines: the row in focus is told by its mark and the cursor alone */
};
/* Runs until the person leaves. Answers the exit code: 0, 129 when the line was lost, 143 when ended by the system, 2
 * with err when there is no terminal to run in. */
int screen_run(struct casework *cw, const struct screen_options *options, struct error *err);

/* All keys of all panes, from the action tables: as text for `kansli keys`, or as mdoc for the manual page. */
void keys_print(struct buffer *out, bool manual);

#endif
