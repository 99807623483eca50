/* The letter of a decision to withhold, of the later one that lifts it, or of a claim, put in the register from a pane
 * where the decision is in focus. */
#ifndef KANSLI_TUI_LETTERED_H
#define KANSLI_TUI_LETTERED_H

#include "casework/claim.h"
#include "casework/withholding.h"
#include "ui.h"

/* Whose letters; kept by the pane while it asks. */
struct lettering {
	int64_t withholding, claim, measure; /* one of the first two is 0 */
	int n;                               /* of the measure */
	bool decision, lifting;              /* letters that are not in the register */
};
/* One of them is NULL, or both. */
struct lettering lettering_of(const struct withholding *withheld, const struct claim *claim);
/* Asks which letter, sent today or later, and puts it there. */
void lettering_ask(struct ui *ui, struct lettering *lettering);
/* relation: of the person to the case. NULL: there is a letter to put, and the person may. */
const char *lettering_barred(const struct ui *ui, const struct lettering *lettering, unsigned relation);

#endif
