/* How firm a ranking is, worked out in a thread beside the screen: no key waits for it, and it is given up when the
 * pane has closed or something else is asked for. */
#ifndef KANSLI_TUI_FIRMNESS_H
#define KANSLI_TUI_FIRMNESS_H

#include "casework/rank_firm.h"

struct firmness;
/* Reads what is needed now and begins; NULL when there is nothing to weigh or it cannot be read. */
struct firmness *firmness_begin(struct casework *cw, int64_t round, int year);
bool firmness_ready(const struct firmness *firmness);
/* Gives it up, waiting some milliseconds for the thread; accepts NULL. */
void firmness_end(struct firmness *firmness);

/* ---- once it is ready */
/* Share of the weightings in which the measure fits, whole per cent; -1: it is not weighed. */
int firmness_per_cent(const struct firmness *firmness, int64_t measure);
/* NULL: it is not weighed. */
const struct robust_share *firmness_share(const struct firmness *firmness, int64_t measure);
/* What the figures come from. */
const struct firm *firmness_firm(const struct firmness *firmness);

#endif
