/* An instalment as it stands when a change begins, for the casework room only. */
#ifndef KANSLI_CASEWORK_INSTALMENT_INNER_H
#define KANSLI_CASEWORK_INSTALMENT_INNER_H

#include "change.h"
#include "payment.h"

/* One row, read inside the write. */
struct instalment_case {
	int64_t id, version, made_by, reviewer_id, application, measure, ore;
	int n, year, batch_n; /* batch_n 0: in no batch */
	int withheld;         /* 0 no, 1 for the time being, 2 for good */
	bool stands;          /* in the plan of the measure as it is */
	bool replaced;        /* its decision: only its attest keeps it in the plan */
	const char *maker, *condition, *condition_met_on, *decided_on, *attested_at, *attested_by, *paid_on,
		*reviewed_at, *reviewed_by, *revoked_at, *revoked_by, *sealed_at, *returned_on, *recipient;
};
/* ERROR_MISSING: no such row; ERROR_DENIED: the actor takes no part in the case; ERROR_INVALID: it is not in the plan
 * any more; ERROR_CONFLICT: it has another version than op->if_version. */
bool instalment_case_load(struct change *change, int64_t id, struct instalment_case *out, struct error *err);
/* Always true unless the row is taken back, come back or withheld: then ERROR_INVALID says which. */
bool instalment_open(const struct instalment_case *row, struct error *err);

#endif
