/* The papers of the delegation's later decisions on money (17–20 §§; FL 31–33 §§): instalments withheld or to be paid
 * again, and claims. In Swedish, as what is sent; the caller ends the paper. RIGHT_SEE. */
#ifndef KANSLI_CSV_RECOVERY_LETTER_H
#define KANSLI_CSV_RECOVERY_LETTER_H

#include "casework/casework.h"
#include "paper.h"

/* Decision n of the measure to withhold; `lifting`: the later one that lifts it. ERROR_MISSING. */
bool withholding_letter_write(
	struct casework *cw, int64_t measure, int n, bool lifting, struct paper *paper, struct error *err);
/* Claim n of the measure, whether it is new, changes another or takes it away. ERROR_MISSING. */
bool claim_letter_write(struct casework *cw, int64_t measure, int n, struct paper *paper, struct error *err);

#endif
