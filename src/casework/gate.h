/* Control points (kontrollpunkter): answered by a person with a reason; a no or unclear leads on to something, never to
 * silent removal (10–12 §§). */
#ifndef KANSLI_CASEWORK_GATE_H
#define KANSLI_CASEWORK_GATE_H

#include "access.h"
#include "programme.h"

/* One line of the control: a gate asked of the application, of one measure or of one participant. */
struct gate_row {
	const struct gate *gate;      /* in list's programme */
	int64_t measure, participant; /* 0 where it is not about one */
	int measure_n;
	const char *about;   /* "12.3 …" title or region's short name; NULL for the application */
	int64_t id, version; /* of the answer; 0: not answered */
	const char *answer;  /* yes no unclear na, or NULL */
	const char *reason, *way, *due_on, *answered_by, *answered_at;
};
struct gate_list {
	struct arena arena;
	struct programme programme;
	struct gate_row *items; /* by gate, then measure or participant */
	int count;
	int yes, no, unclear, na, unanswered; /* by row */
};
bool gate_list_load(struct casework *cw, int64_t application, struct gate_list *out, struct error *err);
void gate_list_done(struct gate_list *list);
/* The worst answer of a gate over its rows: no, unclear, NULL (unanswered), yes, na. */
const char *gate_list_worst(const struct gate_list *list, const char *gate);

struct gate_change {
	const char *gate;             /* "G7" */
	int64_t measure, participant; /* 0; a participant-gate answered with neither answers all participants at once */
	bool rest;                    /* then: only those that have no answer yet, the others are left as they are */
	const char *answer, *reason;  /* a reason is needed for no, unclear and na */
	const char *way;              /* NULL: the gate's own way for a no */
	const char *due_on;           /* last day for the applicant's answer, or NULL */
};
bool gate_answer(struct casework *cw, const struct operation *op, int64_t application, const struct gate_change *change,
	struct error *err);

#endif
