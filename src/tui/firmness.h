/* How firm a ranking is, worked out in a thread beside the screen: no key waits for it, and it is given up when the
 * pane has closed or something else is asked for. */
#ifndef KANSLI_TUI_FIRMNESS_H
#define KANSLI_TUI_FIRMNESS_H

#include "casework/firm_answer.h"

struct firmness;
struct firmness_wish {
	int64_t round;
	int year; /* 0: all */
	enum weighting_rule rule;
};
/* From now on few weightings: for tests of the terminal that walk past these screens a hundred times. */
void firmness_hasten(void);
/* Reads what is needed now and begins; NULL when there is nothing to weigh or it cannot be read. The one is only what
 * the weightings say of each measure's place; the other everything. */
struct firmness *firmness_begin(struct casework *cw, int64_t round, int year);
struct firmness *firmness_begin_all(struct casework *cw, const struct firmness_wish *wish);
bool firmness_ready(const struct firmness *firmness);
/* How far it has come, of firm->robust.draws and of CORE_WEIGHTINGS. */
int firmness_weightings(const struct firmness *firmness);
int firmness_selections(const struct firmness *firmness);
/* Gives it up, waiting some milliseconds for the thread; accepts NULL. */
void firmness_end(struct firmness *firmness);

/* ---- once it is ready */
/* Share of the weightings in which the measure fits, whole per cent; -1: it is not weighed. */
int firmness_per_cent(const struct firmness *firmness, int64_t measure);
/* NULL: it is not weighed. */
const struct robust_share *firmness_share(const struct firmness *firmness, int64_t measure);
/* NULL: it was given up, or only the weightings were asked about. */
const struct firm_answer *firmness_answer(const struct firmness *firmness);
/* What the figures come from. */
const struct firm *firmness_firm(const struct firmness *firmness);

#endif
