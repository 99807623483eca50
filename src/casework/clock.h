/* The clocks (10–12 §§, FL 25–26 §§): something asked of somebody outside, with a day for the answer. The program
 * counts days and says whose move it is; what follows from an answer, or from none, a person rules. */
#ifndef KANSLI_CASEWORK_CLOCK_H
#define KANSLI_CASEWORK_CLOCK_H

#include "access.h"
#include "meeting.h"
#include "state.h"

/* One thing asked for. */
struct clock_item {
	int n;
	const char *text, *gate, *met_on; /* gate: the control point it came from, or NULL; met_on NULL: not here yet */
	int64_t gate_answer;
	int document_n; /* the paper it came with, 0 none */
};
/* More time: asked for, given (new_due_on) or refused (NULL). */
struct clock_respite {
	const char *asked_on, *old_due_on, *new_due_on, *why, *signed_by, *power, *ruled_at;
};
struct clock_row {
	int64_t id, version, measure, participant;
	int n, measure_n, follows_n, document_n, answer_document_n; /* 0 where none */
	const char *kind; /* completion, notice, as_is, communication, referral */
	const char *measure_title, *participant_short, *asked_whom, *asks, *sent_on, *way;
	const char *due_on;            /* last day for the answer; NULL of as_is */
	const char *signed_by, *power; /* power: the role and its source, or the delegation's decision */
	const char *answered_on, *answer, *outcome, *consequence, *ended_on; /* NULL: not yet */
	struct clock_item *items;
	struct clock_respite *respites;
	int item_count, respite_count, met; /* met: items that are here */
	enum mover mover;                   /* whose move it is today */
	bool late;                          /* answered after the last day; what it means a person rules */
	bool overdue;                       /* no answer, and the last day has passed */
};
/* That communication was judged obviously unnecessary (FL 25 §). */
struct clock_uncommunicated {
	int measure_n; /* 0: the whole application */
	const char *why, *judged_by, *judged_at;
};
struct clock_list {
	struct arena arena;
	struct clock_row *items; /* by n */
	int count;
	struct clock_uncommunicated *uncommunicated;
	int uncommunicated_count;
};
bool clock_list_load(struct casework *cw, int64_t application, struct clock_list *out, struct error *err);
void clock_list_done(struct clock_list *list);
/* The clock with the number, or NULL. */
const struct clock_row *clock_find(const struct clock_list *list, int n);

/* An answer to a control point that stops and has not been asked about in a clock that runs. */
struct clock_candidate {
	int64_t gate_answer, measure, participant;
	int measure_n;
	const char *gate, *answer, *about; /* about: region or measure's number; NULL: the application */
	const char *text;                  /* proposed words of the item, in Swedish as what is sent */
};
struct clock_candidates {
	struct arena arena;
	struct clock_candidate *items;
	int count;
};
/* kind: a clock's; only answers whose way leads to it. NULL: all that stop. */
bool clock_candidates_load(
	struct casework *cw, int64_t application, const char *kind, struct clock_candidates *out, struct error *err);
void clock_candidates_done(struct clock_candidates *list);

struct clock_item_change {
	const char *text;    /* NULL or "": the candidate's own words */
	int64_t gate_answer; /* 0: from no control point */
};
struct clock_change {
	const char *kind, *asks, *sent_on, *way, *due_on; /* due_on NULL of as_is, way "" */
	const char *asked_whom;                           /* of a referral */
	const char *power_ref;        /* the delegation's own decision; NULL or "": the actor's power */
	int64_t measure, participant; /* 0 */
	int document_n;               /* the letter in the register, 0: not registered yet */
	int follows_n;                /* the clock an as_is ruling is about; the earlier round; 0 none */
	const struct clock_item_change *items;
	int item_count;
};
/* Sends, or rules that the application is tried as it stands (12 §): that ends the clock it follows. The application
 * as it stands is kept before a completion or a notice goes out. *n is its number in the application.
 * ERROR_DENIED: no power in force that day. ERROR_INVALID: a field is wrong, or an as_is before the last day. */
bool clock_send(struct casework *cw, const struct operation *op, int64_t application, const struct clock_change *change,
	int *n, struct error *err);

struct clock_answer_change {
	const char *answered_on; /* NULL: the day the paper came in (FL 22 §) */
	const char *answer;      /* NULL: what was written before stays */
	int document_n;          /* the paper in the register, 0 none */
	const int *items;        /* numbers of what came */
	int item_count;
	bool all; /* all that was asked for */
};
/* What came in. May be repeated until the clock has ended, and after that when it ended without a whole answer. */
bool clock_answer(struct casework *cw, const struct operation *op, int64_t application, int n,
	const struct clock_answer_change *change, struct error *err);

struct clock_end_change {
	const char *outcome, *consequence, *ended_on; /* ended_on NULL: today */
};
/* What follows: a person's ruling. Outcomes by kind: completion complete partly unanswered; notice commented adjusted
 * stands unanswered; communication and referral commented unanswered. `withdrawn` comes with the withdrawal alone. */
bool clock_end(struct casework *cw, const struct operation *op, int64_t application, int n,
	const struct clock_end_change *change, struct error *err);

struct clock_respite_change {
	const char *asked_on, *new_due_on, *why, *power_ref; /* new_due_on NULL: refused */
};
bool clock_respite(struct casework *cw, const struct operation *op, int64_t application, int n,
	const struct clock_respite_change *change, struct error *err);

/* Communication is obviously unnecessary, in somebody's judgement and for a stated reason. measure 0: all of it. */
bool clock_uncommunicated(struct casework *cw, const struct operation *op, int64_t application, int64_t measure,
	const char *why, struct error *err);

/* ---- words and days */
extern const char *const clock_kinds[];              /* NULL-ended codes, in order */
const char *const *clock_outcomes(const char *kind); /* NULL-ended codes a person may choose */
/* The way a control point's no leads to this kind, and back; NULL where none does. */
const char *clock_way(const char *kind);
const char *clock_kind_of(const char *way);
/* "Supplementary information (section 10)" and the like, in the language chosen. */
const char *clock_kind_words(const char *kind);
const char *clock_outcome_words(const char *outcome);
/* A short word for whose move it is: "applicant", "we" … ; "" for nobody. */
const char *mover_words(enum mover mover);
/* Whose move it is on the day. due_on NULL and ended_on not NULL: nobody's. */
enum mover clock_mover(
	const char *kind, const char *due_on, const char *answered_on, const char *ended_on, const char *today);
/* A sentence when the day is no working day (1989:253, 1930:173 2 §), naming the next one; NULL otherwise. A warning,
 * never a stop: the Act is not written for days an authority sets itself. */
const char *clock_day_warning(day which, struct arena *arena);
/* What the applicant's known meetings say of a last day: the last before it and the first after. NULL: none known. */
const char *clock_meetings_words(const struct meeting_list *meetings, const char *due_on, struct arena *arena);

#endif
