/* Payment plans (14 § 2, 16 §): instalments with day, payment year, recipient and condition; authorised by somebody
 * else than the maker; sums equal the grant, year by year, to the öre. */
#ifndef KANSLI_CASEWORK_PAYMENT_H
#define KANSLI_CASEWORK_PAYMENT_H

#include "decision.h"

enum instalment_state {
	INSTALMENT_PLANNED,   /* planerad: its day has not come */
	INSTALMENT_CONDITION, /* villkor ej uppfyllt */
	INSTALMENT_READY,     /* klar för attest */
	INSTALMENT_REVIEWED,  /* granskad: the first of two */
	INSTALMENT_ATTESTED,  /* attesterad */
	INSTALMENT_SEALED,    /* i betalfil */
	INSTALMENT_PAID,      /* utbetald */
	INSTALMENT_WITHHELD,  /* innehållen (17 §) */
	INSTALMENT_WITHDRAWN, /* betalas inte ut */
	INSTALMENT_RETURNED,  /* återkommen: to be planned anew */
	INSTALMENT_REVOKED,   /* attest återtagen: replaced by the next version of the plan */
	INSTALMENT_STATES
};
struct instalment {
	int64_t id, version, measure, decision, ore, round, maker_id, reviewer_id, application;
	unsigned relation; /* of the actor to the case: RELATION_BARRED, RELATION_CLOSED */
	int year, application_year, application_n, measure_n, n;
	int batch_n;     /* the sealed batch; 0: none */
	int elsewhere_n; /* the batch it was sealed in by the office the case came from; 0: none */
	const char *due_on, *recipient, *recipient_short, *recipient_name, *recipient_orgnr, *condition,
		*condition_met_on, *maker, *reviewed_by, *reviewed_at, *attested_by, *attested_at, *revoked_by,
		*revoked_at, *revoked_why, *paid_on, *reference, *returned_on, *returned_why, *title, *lead_short,
		*decided_on;
	enum instalment_state state;
	bool late; /* its day has passed and it is neither paid nor stopped */
};
/* Reviewed or authorised, and neither taken back nor come back: the plan keeps the row as it is. */
bool instalment_locked(const struct instalment *row);
/* Locked, or withheld by the delegation's decision (17 §): no next version of the plan changes it. */
bool instalment_stays(const struct instalment *row);
struct plan_check {
	bool ok;
	const char *text; /* "Summan är lika med beviljat belopp": a sentence in the user's language */
};
struct plan {
	struct arena arena;
	int64_t measure, decision; /* decision 0: the measure has no granting decision */
	int version;
	int64_t granted_ore, planned_ore, attested_ore, paid_ore; /* what came back is not planned */
	struct instalment *items;                                 /* by day */
	int count;
	struct plan_check checks[8];
	int check_count;
};
bool plan_load(struct casework *cw, int64_t measure, struct plan *out, struct error *err);
void plan_done(struct plan *plan);

struct instalment_query {
	int64_t round;     /* 0: all */
	int year;          /* payment year, 0: all */
	const char *state; /* code of instalment_state_code, NULL: all */
};
struct instalment_list {
	struct arena arena;
	struct instalment *items; /* by day, then number */
	int count;
	int64_t sum_ore;
};
bool instalment_list_load(
	struct casework *cw, const struct instalment_query *query, struct instalment_list *out, struct error *err);
void instalment_list_done(struct instalment_list *list);
const char *instalment_state_code(enum instalment_state state); /* "ready" */
const char *instalment_state_word(enum instalment_state state); /* in the language chosen */

struct instalment_change {
	int n; /* row kept and changed; 0: a new row */
	struct decision_instalment values;
};
/* The next plan version: these rows and the authorised ones; rows left out end. Sums per year must equal the granted,
 * ERROR_INVALID says which year differs by how much. op->if_version is the plan's version. */
bool plan_put(struct casework *cw, const struct operation *op, int64_t measure, const struct instalment_change *rows,
	int count, const char *why, struct error *err);
/* The next version made from a template: it replaces every row that is neither authorised nor withheld. final_on NULL:
 * a second half is to be paid in the middle of December. */
bool plan_put_template(struct casework *cw, const struct operation *op, int64_t measure,
	const struct plan_template *template, const char *final_on, const char *why, struct error *err);
/* The condition of the decision is met from this day. */
bool instalment_condition_met(
	struct casework *cw, const struct operation *op, int64_t instalment, const char *on, struct error *err);
/* Granskning, the first attest: by somebody else than the maker, on the attest list; never while the condition is not
 * met. */
bool instalment_review(struct casework *cw, const struct operation *op, int64_t instalment, struct error *err);
/* Beslutsattest, the second: by a third person, on the attest list. */
bool instalment_attest(struct casework *cw, const struct operation *op, int64_t instalment, struct error *err);
/* The same for several rows, all or none. */
struct instalment_seen {
	int64_t id, version; /* as it was shown; version 0: whatever it is */
};
bool instalments_review(struct casework *cw, const struct operation *op, const struct instalment_seen *rows, int count,
	struct error *err);
bool instalments_attest(struct casework *cw, const struct operation *op, const struct instalment_seen *rows, int count,
	struct error *err);
/* A review or an authorisation taken back, before the row is sealed: the row is never paid, and the next version of the
 * plan replaces it. RIGHT_ATTEST; needs a reason. */
bool instalment_revoke(
	struct casework *cw, const struct operation *op, int64_t instalment, const char *why, struct error *err);
/* Paid as the economy system tells; a row in no sealed batch needs op->cause, why. */
bool instalment_paid(struct casework *cw, const struct operation *op, int64_t instalment, const char *on,
	const char *reference, struct error *err);
/* A payment that came back whole, as the bank tells it: the row is no longer paid, and the next version of the plan
 * puts another in its place. RIGHT_PAYMENT_RECORD; needs a reason. ERROR_INVALID where a claim or a voluntary repayment
 * counts with the money. */
bool instalment_returned(struct casework *cw, const struct operation *op, int64_t instalment, const char *on,
	const char *reference, const char *why, struct error *err);
/* "12.3 2": row 2 of the plan of measure 12.3. */
bool instalment_find(struct casework *cw, int64_t measure, int n, int64_t *id, struct error *err);

#endif
