/* The written reply on a request for documents: what is kept back and by which provision, who has tested it, and how to
 * get a decision that can be appealed (OSL 6 kap. 3 and 7 §§). */
#ifndef KANSLI_CSV_REFUSAL_H
#define KANSLI_CSV_REFUSAL_H

#include "casework/release.h"
#include "paper.h"

/* In Swedish, as what is sent; its sentences are words of the programme. ERROR_INVALID: nothing is asked for yet, or a
 * part has not been tested. The caller ends the paper. */
bool refusal_write(struct casework *cw, const struct release *release, struct paper *paper, struct error *err);

#endif
