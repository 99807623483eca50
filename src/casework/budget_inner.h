/* What the budget and the ranking share, inside the casework room only. */
#ifndef KANSLI_CASEWORK_BUDGET_INNER_H
#define KANSLI_CASEWORK_BUDGET_INNER_H

#include "budget.h"

/* The limits in force and what is granted against them; nothing of what is proposed or planned. No question of right
 * and no common moment of its own: for use inside another read or a change. */
bool budget_read(struct casework *cw, int64_t round, struct budget *out, struct error *err);

#endif
