/* The rows of an intake looked through before anything is written, for the casework room only. */
#ifndef KANSLI_CASEWORK_INTAKE_CHECK_H
#define KANSLI_CASEWORK_INTAKE_CHECK_H

#include "casework/intake.h"

/* The applications by ref, in the intake's arena. */
struct intake_ref {
	const char *ref;
	int application; /* its place in the file */
};
struct intake_refs {
	struct intake_ref *items; /* by ref, then place */
	int count;
};
void intake_refs_make(struct intake *intake, struct intake_refs *out);
int intake_ref_find(const struct intake_refs *refs, const char *ref); /* -1: there is none */

/* Every row is tried by the rules of its form, and what is wrong becomes a finding. ERROR_INVALID with the count when
 * there is any; ERROR_FAILED when progress says stop. No transaction is open while progress is asked. */
bool intake_check(struct casework *cw, struct intake *intake, const struct intake_refs *refs,
	bool (*progress)(void *with, int done, int of), void *with, struct error *err);
bool intake_cancelled(struct error *err); /* always false */
/* Places of the measures, so that each application's come in the order of their numbers. */
const int *intake_measure_order(struct intake *intake, const struct intake_refs *refs);

#endif
