/* Several assessors for several measures in one operation, all or nothing: when one of them cannot, nobody is assigned.
 * Nobody is assigned so without having answered about conflicts of interest, in the case or in its round (FL 18 §):
 * asked for first, and never passed by in bulk. Who is an assessor already stays one and stops nothing. */
#ifndef KANSLI_CASEWORK_ASSIGN_MANY_H
#define KANSLI_CASEWORK_ASSIGN_MANY_H

#include "assess.h"

enum assign_standing {
	ASSIGN_CAN,
	ASSIGN_ALREADY,
	ASSIGN_BARRED,     /* takes no part in the case (FL 17 §) */
	ASSIGN_UNANSWERED, /* asked about conflicts of interest, and has not answered */
	ASSIGN_UNASKED,    /* not asked about the case or the round */
	ASSIGN_ROLELESS,   /* cannot assess today */
};
struct assign_pair {
	int64_t measure, person;
	const char *number, *name; /* "12.3" */
	enum assign_standing standing;
};
struct assign_plan {
	struct arena arena;
	struct assign_pair *items; /* measure by measure, as named */
	int count, can, already;   /* the others stop it */
};
/* What would happen. RIGHT_ASSESSOR_ASSIGN; ERROR_INVALID and ERROR_DENIED by the measures' cases. */
bool assign_plan_load(struct casework *cw, const int64_t *measures, int measure_count, const int64_t *persons,
	int person_count, struct assign_plan *out, struct error *err);
void assign_plan_done(struct assign_plan *plan);
/* "has not answered about conflicts of interest"; "" for who can. */
const char *assign_standing_words(enum assign_standing standing);
const char *assign_standing_code(enum assign_standing standing); /* "unanswered" */
/* *assigned gets how many are new. ERROR_INVALID naming the first who cannot and how many there are. op->if_version
 * belongs to one assignment and must be 0. */
bool assessor_assign_many(struct casework *cw, const struct operation *op, const int64_t *measures, int measure_count,
	const int64_t *persons, int person_count, int *assigned, struct error *err);

#endif
