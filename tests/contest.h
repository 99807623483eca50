/* Cases to gate, assess, rank and add up, made with the office's own verbs. */
#ifndef KANSLI_TESTS_CONTEST_H
#define KANSLI_TESTS_CONTEST_H

#include "office.h"

#include <check.h>

/* A round before the office's own, in which later applications are registered. */
int64_t contest_earlier_round(struct casework *cw);
/* An application of round 2026, or of the earlier one once there is one; `participants` are region codes ended by NULL,
 * the first is the lead. Sits rut down. */
int64_t contest_application(struct casework *cw, const char *title, const char *const participants[]);
/* A measure with what is sought in thousands of kronor, by payment year from 2025; -1: a year whose amount is unknown,
 * 0: a year without. */
enum { CONTEST_YEARS = 6 };
int64_t contest_measure(struct casework *cw, int64_t application, const char *title, const int tkr[CONTEST_YEARS]);
/* An application of Dalarna with one measure that seeks this much of 2026. */
int64_t contest_entry(struct casework *cw, const char *title, int tkr);
/* Another amount is sought for it. */
void contest_seek(struct casework *cw, int64_t measure, const char *title, const int tkr[CONTEST_YEARS]);
void contest_withdraw(struct casework *cw, int64_t measure);
void contest_assign(struct casework *cw, int64_t measure, const char *login);
/* Points on K1, K2, K3 with reasons, as a draft; the person stays at the desk. */
void contest_score(struct casework *cw, int64_t measure, const char *login, int k1, int k2, int k3);
/* Assigned, scored and handed in. */
void contest_assess(struct casework *cw, int64_t measure, const char *login, int k1, int k2, int k3);

/* Decided by kim, with one instalment on the 1st of December of each year an amount (thousands of kronor) is given for;
 * `outcome` refused takes no amounts, and only a decision that replaces another has a ground. */
void contest_decide(struct casework *cw, int64_t measure, const char *outcome, const int tkr[CONTEST_YEARS],
	const char *decided_on, const char *ground);
/* Instalment n is authorised by cia and paid. */
void contest_pay(struct casework *cw, int64_t measure, int n, const char *on);

#endif
