/* All that is worked out of how firm a ranking is: under other weightings (robust.h), among selections that could be
 * the best (core.h), and with one assessor at a time left out (without.h). */
#ifndef KANSLI_CASEWORK_FIRM_ANSWER_H
#define KANSLI_CASEWORK_FIRM_ANSWER_H

#include "rank_firm.h"

/* What the figures are and how they are come to; counted up when the same input would give others. */
#define FIRM_METHOD "SMAA-2, core index, leave one assessor out"
enum { FIRM_METHOD_VERSION = 1 };

struct firm_watch {
	struct robust_watch weightings, selections; /* stop both */
};
struct firm_answer {
	struct robust robust;
	struct without without;
	struct core core;
	bool cored;            /* the solver did its part */
	struct error core_err; /* else why not */
};
/* Robust first, then the others. False when it was stopped; *out is then untouched. */
bool firm_answer(const struct firm *firm, struct firm_watch *watch, struct firm_answer *out);
void firm_answer_done(struct firm_answer *answer);
/* How many measures are of the class; 0 of all where there is no core. */
int firm_answer_count(const struct firm_answer *answer, enum core_class class);
enum core_class firm_answer_class(const struct firm_answer *answer, int at);

#endif
