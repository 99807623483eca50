/* How far the assessors of a round have come, how each has used the scale, and how severe each is beside the others.
 * Shown and never applied: nothing here enters any measure's points. Measures whose points the actor may not see are
 * taken out before anything is counted that points enter. */
#ifndef KANSLI_CASEWORK_PROGRESS_H
#define KANSLI_CASEWORK_PROGRESS_H

#include "assess.h"

/* A severity rests on at least so many points, of at least so many measures; otherwise none is told. */
enum { PROGRESS_POINTS_LEAST = 10, PROGRESS_MEASURES_LEAST = 2 };

/* What an assessor has said of conflicts of interest in the round (FL 16–18 §§). */
enum progress_conflict {
	/* From the one that says least: the last that is true of somebody is what is said. */
	PROGRESS_UNASKED,
	PROGRESS_PARTLY,     /* asked about some cases only, and has answered */
	PROGRESS_ANSWERED,   /* about the whole round: nothing that bars */
	PROGRESS_UNANSWERED, /* asked about the round or one of its cases, and owes an answer */
	PROGRESS_CASES,      /* takes no part in some cases */
	PROGRESS_OUT,        /* takes no part in the round */
	PROGRESS_UNKNOWN,    /* the actor may not see */
};

struct progress_steps {
	int times[SCORE_MOST + 1]; /* how many times each step was given */
	int abstained, given;
	int mean_10; /* tenths of a step; -1 when none was given */
};
struct progress_severity {
	int points, measures; /* what it was compared on */
	bool told;            /* on enough; otherwise tenths is 0 */
	int tenths;           /* of a step; negative: lower steps than others on the same, halves away from zero */
};
struct progress_row {
	int64_t person;
	const char *name, *login;
	bool assesses; /* may be assigned today */
	/* assigned = submitted + left + to_replace. What can no longer be handed in, the measure being decided, and
	 * what was set aside are not in it. */
	int assigned, submitted, left;
	int to_replace; /* takes no part in the case and has not handed in: somebody else is to */
	int begun;      /* of those left; only where the actor may see */
	int relieved, set_aside;
	enum progress_conflict conflict;
	int conflict_cases;                   /* how many cases PROGRESS_CASES and PROGRESS_OUT bar from, one by one */
	struct progress_steps all, *criteria; /* by criterion, as progress.criteria */
	struct progress_severity severity;
};
struct progress {
	struct arena arena;
	int64_t round;
	const char *round_name;
	struct progress_row *items; /* by name in Swedish order */
	int count;
	const char *criteria[SCORE_CRITERIA]; /* "K4": those the round asks */
	int criterion_count;
	int assigned, submitted, to_replace; /* of all */
	int hidden; /* measures with assessors whose points and drafts the actor may not see: left out */
};
/* Those who are assigned in the round; `everybody`: also those who may be assigned today. ERROR_MISSING. */
bool progress_load(struct casework *cw, int64_t round, bool everybody, struct progress *out, struct error *err);
void progress_done(struct progress *progress);
/* "not asked", "bars in 2 cases": of a row, in the arena. */
const char *progress_conflict_words(struct arena *arena, const struct progress_row *row);
const char *progress_conflict_code(enum progress_conflict conflict); /* "unasked" */
/* "gives 0.4 steps less on average than others on the same measures (compared on 14 points)"; why none is told. */
const char *progress_severity_words(struct arena *arena, const struct progress_severity *severity);
/* "0.4 lower", "0.2 higher", "as others"; "" when none is told. In the arena. */
const char *progress_severity_text(struct arena *arena, const struct progress_severity *severity);

/* Measures there is something to assess in and the actor may handle, those with fewest assessors first. */
struct progress_measure {
	int64_t measure, application;
	int year, application_n, n;
	const char *title, *lead_short;
	int assessors; /* whose work will count */
};
struct progress_measures {
	struct arena arena;
	struct progress_measure *items;
	int count;
};
bool progress_measures_load(struct casework *cw, int64_t round, struct progress_measures *out, struct error *err);
void progress_measures_done(struct progress_measures *measures);

#endif
