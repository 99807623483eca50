/* What is to be done: time limits, regions' meetings, follow-ups, payments, accounts, reports, claims, money in,
 * post, sittings and other matters, assessments,
 * control points, conflicts of interest, letters of decisions, and cases without an officer, each saying whose move it
 * is, the day, the thing and what to do next. One table of sources; nothing here is a fact of its own. */
#ifndef KANSLI_CASEWORK_TODO_H
#define KANSLI_CASEWORK_TODO_H

#include "access.h"
#include "state.h"

/* Where the thing stands. */
enum todo_place {
	TODO_CASE, /* the case as a whole */
	TODO_CLOCK,
	TODO_GATE,
	TODO_NOTE,
	TODO_PLAN,
	TODO_SCORE,
	TODO_INBOX,
	TODO_CONFLICT,
	TODO_REPORT,
	TODO_MATTER,
	TODO_MEETING,
	TODO_CLAIM,
	TODO_CLAIM_LETTER, /* the claim's letter */
	TODO_WITHHELD,     /* the letter of a decision to withhold, or of the one that lifts it */
	TODO_MONEY,        /* that came in */
	TODO_ACCOUNT,
	TODO_PAID, /* a file of what has been paid */
	TODO_PLACES
};
struct todo_item {
	enum todo_place place;
	const char *code;                        /* "follow" */
	int64_t id, application, round, measure; /* 0 where it has none */
	int64_t person;                          /* who acts; 0: whoever has the role */
	int year, n, measure_n, item_n;          /* of the case or matter, 12.3, note or time limit 2; 0 none */
	const char *lead, *text, *person_name;   /* person_name "" for a role */
	const char *word, *next;                 /* what kind of task, and what to do; in the user's language */
	day due;                                 /* DAY_NONE: no day */
	enum mover mover;
	bool late;
};
/* Cases that an officer has. */
struct todo_officer {
	int64_t person;
	const char *name;         /* "" for the cases of nobody */
	int open, waiting, tasks; /* not decided; of them with the applicant; tasks of theirs in the list */
};
struct todo_list {
	struct arena arena;
	struct todo_item *items; /* by day, those without one last */
	int count, late;
	struct todo_officer *officers; /* the most cases first; only of the office's list */
	int officer_count;
};
/* mine: the actor's own and those of the actor's roles; otherwise the office's. What the actor is barred from is left
 * out. RIGHT_SEE. */
bool todo_list_load(struct casework *cw, bool mine, struct todo_list *out, struct error *err);
void todo_list_done(struct todo_list *list);
/* "we", "applicant" … in the language chosen. */
const char *todo_mover(enum mover mover);

#endif
