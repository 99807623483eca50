/* An application's status: never typed, always worked out from facts. One table from status to word and next step. */
#ifndef KANSLI_CASEWORK_STATE_H
#define KANSLI_CASEWORK_STATE_H

#include "base/day.h"
#include "programme.h"

enum state {
	STATE_NEW,       /* registered, nobody assigned */
	STATE_CHECKING,  /* control points are being answered */
	STATE_WAITING,   /* the applicant has been asked for something */
	STATE_ASSESSING, /* answered; scores are not all handed in */
	STATE_ASSESSED,  /* every live measure scored by its assessors */
	STATE_PROPOSED,  /* every live measure stands with points in the round's newest locked proposal */
	STATE_PARTLY,    /* some measures decided */
	STATE_DECIDED,   /* all decided, nothing granted to pay */
	STATE_PAYING,    /* granted, instalments not all paid */
	STATE_PAID,      /* all instalments paid */
	STATE_REPORTED,  /* and the final report of every grant is approved: slutredovisad */
	STATE_WITHDRAWN,
	STATE_WRITTEN_OFF, /* by a ruling (ruling.h): avskriven */
	STATE_DISMISSED,   /* by a ruling: avvisad */
	STATE_CLOSED,
	STATE_MOVED, /* registered by mistake, its papers belong to another case: överförd */
	STATE_VOID,  /* registered by mistake, no case at all: utgår */
	STATE_COUNT
};
enum mover { MOVER_NOBODY, MOVER_US, MOVER_APPLICANT, MOVER_DELEGATION, MOVER_BODY }; /* BODY: asked by referral */

/* What the status is worked out from; counts over live measures. */
struct state_facts {
	bool withdrawn, assigned, closed, misregistered, moved; /* moved: misregistered, to another case */
	bool ruled, dismissed; /* not tried: all of it, or every live measure; dismissed and not written off */
	int measures, gates_wanted, gates_answered;
	int gates_open; /* no or unclear, and the applicant has been asked: way on completion or a day set; not past */
	int gates_bad;  /* no or unclear whatever the way */
	int assignments, submitted, measures_assessed, measures_proposed, measures_decided, measures_granted;
	int instalments, instalments_paid;
	int measures_reported;          /* granted, with an approved final report */
	const char *gate_due, *pay_due; /* nearest, ISO or NULL; of control points that no clock asks about */
	int clocks_waiting;             /* clocks (clock.h) that run: no answer, and the last day has not passed */
	const char *clock_due;          /* nearest last day of those that run, ISO or NULL: answered ones too */
	const char *clock_step;         /* of the same: a clock's kind, "answered" or "passed"; NULL: none runs */
	enum mover clock_mover;
};
enum state state_of(const struct state_facts *facts);
const char *state_code(enum state state); /* "waiting", the code in words kind 'state' */
bool state_read(const char *code, enum state *out);
/* At most 8 cells, in the language chosen. */
const char *state_word(const struct programme *programme, enum state state);
/* The next step in plain words. */
const char *state_next(const struct programme *programme, enum state state);
/* The same, but where a clock runs the next step is the clock's. */
const char *state_step(const struct programme *programme, const struct state_facts *facts);
/* Nearest deadline and whose move it is. */
day state_due(const struct state_facts *facts, enum mover *mover);

#endif
