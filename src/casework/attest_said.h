/* What is said before somebody reviews or authorises: the sum, how many rows, who is paid and where, and account
 * details that have changed, in words. The same from the screen and the shell. */
#ifndef KANSLI_CASEWORK_ATTEST_SAID_H
#define KANSLI_CASEWORK_ATTEST_SAID_H

#include "payment.h"

enum attest_step { ATTEST_REVIEW, ATTEST_DECIDE, ATTEST_SEAL };
struct attest_said {
	const char *text; /* lines; in the arena */
	const char *must; /* the sum as it is typed to confirm: "12250000", "412350,50" */
	int64_t ore;
};
/* `with_year`: numbers are told with their year. ERROR_INVALID: the sum is too large to be real. */
bool attest_said(struct casework *cw, enum attest_step step, const struct instalment *const *rows, int count,
	bool with_year, struct arena *arena, struct attest_said *out, struct error *err);

#endif
