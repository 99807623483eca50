/* Follow-up as one report to the government office: everything in order, as text and JSON from the same calls, with the
 * head of the chain printed. */
#ifndef KANSLI_CSV_FOLLOWUP_PAPER_H
#define KANSLI_CSV_FOLLOWUP_PAPER_H

#include "casework/casework.h"
#include "csv/paper.h"

/* round 0: all; as_of NULL: today. RIGHT_SEE. */
bool followup_paper(struct casework *cw, int64_t round, const char *as_of, struct paper *paper, struct error *err);

#endif
