/* What the points alone would fund, worked out in a thread beside the screen by a program of its own: no key waits for
 * it, and it is ended when the pane has closed or the person gives it up. */
#ifndef KANSLI_TUI_SOLVING_H
#define KANSLI_TUI_SOLVING_H

#include "casework/rank_firm.h"

struct solving;
/* Reads what is needed now and begins; NULL, with why in err, when it cannot be read or begun. */
struct solving *solving_begin(struct casework *cw, int64_t round, int year, struct error *err);
/* Gives it up, waiting some milliseconds for the thread; accepts NULL. */
void solving_end(struct solving *solving);
/* Nothing more will come. */
bool solving_ready(const struct solving *solving);
/* The best selection so far, proven or not; NULL: none yet. Stays until the next call. */
const struct optimum *solving_best(struct solving *solving);
/* Once it is ready: why there is no proof, NULL when there is one. */
const char *solving_why(const struct solving *solving);
const struct firm *solving_firm(const struct solving *solving);

#endif
