/* The three questions one after the other: see firm_answer.h. Invariant: an answer is whole, or there is none; only the
 * solver's part may lack, with why. */
#include "firm_answer.h"

static bool stopped(const struct firm_watch *watch)
{
	return atomic_load(&watch->weightings.stop) || atomic_load(&watch->selections.stop);
}

bool firm_answer(const struct firm *firm, struct firm_watch *watch, struct firm_answer *out)
{
	struct firm_answer answer = {0};
	struct core_problem core = firm_core(firm);
	struct without_problem without = firm_without(firm);

	if (!robust_calculate(&firm->robust, &watch->weightings, &answer.robust))
		return false;
	without_calculate(&without, &answer.without);
	answer.cored = core_calculate(&core, &watch->selections, &answer.core, &answer.core_err);
	if (stopped(watch)) {
		firm_answer_done(&answer);
		return false;
	}
	*out = answer;
	return true;
}

void firm_answer_done(struct firm_answer *answer)
{
	robust_done(&answer->robust);
	without_done(&answer->without);
	core_done(&answer->core);
	answer->cored = false;
}

enum core_class firm_answer_class(const struct firm_answer *answer, int at)
{
	return answer->cored ? core_class(answer->core.held[at], answer->core.portfolios) : CORE_NONE;
}

int firm_answer_count(const struct firm_answer *answer, enum core_class class)
{
	int count = 0;

	for (int i = 0; i < answer->core.count && answer->cored; i++)
		count += firm_answer_class(answer, i) == class;
	return count;
}
