/* Obstacles to payment (SFS 2024:1102 17 §): the delegation has decided that instalments are not to be paid, for the
 * time being or for good. An instalment is withheld whole; where a part of one is, the plan is first split. */
#ifndef KANSLI_CASEWORK_WITHHOLDING_H
#define KANSLI_CASEWORK_WITHHOLDING_H

#include "decision.h"

struct withholding_part {
	int n;       /* the row of the plan */
	int64_t ore; /* 0: the whole row */
};
/* "2" the whole row, "2=1,5 mnkr" a part of it; ERROR_INVALID. */
bool withholding_part_parse(const char *typed, struct withholding_part *out, struct error *err);
struct withholding_change {
	const char *ground;   /* "17.1" wrong grounds or too high; "17.2" a condition not followed */
	const char *evidence; /* what shows it */
	const char *decided_on, *reasons;
	bool final;                                /* for good: it is not paid at all */
	int64_t item;                              /* of the sitting where it was decided; 0: the three as typed */
	const char *deciders, *presenter, *others; /* FL 31 § */
	const struct withholding_part *parts;
	int count;
};
/* RIGHT_DECISION_RECORD. Refused of a row that is paid, sealed or withheld already; part of a row only while nobody has
 * reviewed or authorised it. */
bool withholding_record(struct casework *cw, const struct operation *op, int64_t measure,
	const struct withholding_change *change, int64_t *id, struct error *err);

struct withholding_lifting {
	const char *lifted_on, *why; /* the later decision, and its reasons */
	int64_t item;
	const char *deciders, *presenter, *others;
};
/* The rows are to be paid again. Never of what is withheld for good. */
bool withholding_lift(struct casework *cw, const struct operation *op, int64_t id,
	const struct withholding_lifting *lifting, struct error *err);

struct withholding {
	int64_t id, version, measure, application, round, ore;
	unsigned relation; /* of the actor to the case: RELATION_BARRED, RELATION_CLOSED */
	int year, application_n, measure_n, n;
	int section, lifted_section; /* of the minutes; 0: no sitting is named */
	const char *ground, *evidence, *decided_on, *deciders, *presenter, *others, *reasons, *recorded_by,
		*recorded_at, *rows,                                                          /* "2, 4" */
		*lifted_on, *lifted_why, *lifted_deciders, *lifted_presenter, *lifted_others; /* NULL: not lifted */
	bool final;
	struct decision_sent sent, lifted_sent; /* its letter in the register, and that of the decision that lifts it */
};
struct withholding_list {
	struct arena arena;
	struct withholding *items; /* by measure, the newest last */
	int count;
};
/* Of a measure; 0: of all. */
bool withholding_list_load(struct casework *cw, int64_t measure, struct withholding_list *out, struct error *err);
void withholding_list_done(struct withholding_list *list);

#endif
