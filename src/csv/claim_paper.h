/* A claim on paper: written so that a controller can work it again by hand, line by line; and the letter that demands
 * what is owed, in Swedish whatever language the screen has. */
#ifndef KANSLI_CSV_CLAIM_PAPER_H
#define KANSLI_CSV_CLAIM_PAPER_H

#include "casework/claim.h"
#include "casework/money_in.h"
#include "paper.h"

/* The sheet, with the mark of invented data and the newest event. */
bool claim_paper_write(struct casework *cw, const struct claim_sheet *sheet, struct paper *paper, struct error *err);
/* A demand_writer: the letter's text. `with` is not used. */
bool demand_letter_write(void *with, struct casework *cw, const struct claim_sheet *sheet, const char *sent_on,
	struct buffer *out, struct error *err);
/* A demand as it was sent, put on a paper of its own; true. */
bool demand_paper_write(const struct claim *claim, const struct demand *demand, struct paper *paper);
/* Money in and its parts, as an item of the list that is open. */
void money_paper_write(const struct money_in *money, struct paper *paper);
/* "12-2026.3 återkrav 1", in the arena. */
const char *claim_number_text(struct arena *arena, const struct claim *claim);
/* An exact amount as kronor with six decimals, cut off: "4 623,287671 kr". */
const char *interest_exact_text(struct arena *arena, int64_t ore, int64_t part, int64_t of);
/* "2 500 000 kr × (2,50 % + 2 %) × 15/365" */
const char *interest_working_text(struct arena *arena, const struct interest_period *period);
/* The rules the sheet goes by, one sentence each; NULL ends them. In the language chosen. */
const char *const *interest_rules(enum interest_count count);

#endif
