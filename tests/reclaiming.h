/* A grant paid in part, to withhold the rest of and to claim back, for the tests of both. */
#ifndef KANSLI_TESTS_RECLAIMING_H
#define KANSLI_TESTS_RECLAIMING_H

#include "granting.h"

#include "casework/claim.h"
#include "casework/money_in.h"
#include "casework/withholding.h"

/* 9 000 000 kr to Halland, in 2027 alone: row 1, 4 500 000 on 2027-01-15, paid that day; row 2, 4 500 000 on 2027-09-01
 * when the partial report is approved. Decided on 2026-11-20. It is 2027-10-01 09:00:00 and cia sits at the desk. */
int64_t reclaiming_grant(struct casework *cw);
/* Authorised by all it takes, and paid on the day. */
void reclaiming_pay(struct casework *cw, int64_t measure, int n, const char *on);
/* A right decision on the second row, and a right claim of 3 000 000 on 2028-01-31, for a test to spoil. */
struct withholding_change reclaiming_withholding(void);
struct claim_change reclaiming_claim(void);
/* Claimed by elin; whoever sat at the desk sits there again. The claim's id. */
int64_t reclaiming_claimed(struct casework *cw, int64_t measure, const struct claim_change *change);
/* Money from a region (NULL: nobody knows) without a mark, and a part of it placed. */
int64_t reclaiming_came(struct casework *cw, const char *on, int64_t ore, const char *region);
void reclaiming_placed(
	struct casework *cw, int64_t measure, int64_t money, const char *kind, int64_t claim, int64_t ore);
/* Worked out through the day; to be freed by claim_sheet_done(). */
struct claim_sheet reclaiming_sheet(struct casework *cw, int64_t claim, const char *through);
/* Öre on an account of the ledger, of all measures and years. */
int64_t reclaiming_balance(struct casework *cw, const char *account);

#endif
