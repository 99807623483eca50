/* Assessment: assessors score a measure apart, 0–4 per criterion with a reason, a draft until handed in. Another's
 * scores are hidden until one's own are in. */
#ifndef KANSLI_CASEWORK_ASSESS_H
#define KANSLI_CASEWORK_ASSESS_H

#include "access.h"
#include "programme.h"

enum { ASSESSORS_MOST = 16 }; /* of a measure: a mean of more would not be exact in the ranking */
struct assessor {
	int64_t person, assignment;
	const char *name, *login, *submitted_at; /* NULL: not handed in */
	int scored;                              /* criteria with points; -1 where hidden from the actor */
	bool barred;                             /* has a conflict of interest, and is to be replaced */
	bool set_aside;                          /* what was handed in no longer counts */
};
struct assessor_list {
	struct arena arena;
	struct assessor *items;
	int count;
};
/* By name in Swedish order; relieved ones are left out. */
bool assessor_list_load(struct casework *cw, int64_t measure, struct assessor_list *out, struct error *err);
void assessor_list_done(struct assessor_list *list);
/* The person must hold officer, member or chair today. A relieved one may be assigned again, the draft goes on. Refused
 * when the measure is withdrawn or decided, or has ASSESSORS_MOST. */
bool assessor_assign(
	struct casework *cw, const struct operation *op, int64_t measure, int64_t person, struct error *err);
/* Relieves one who has not handed in. */
bool assessor_relieve(
	struct casework *cw, const struct operation *op, int64_t measure, int64_t person, struct error *err);

enum { SCORE_NONE = -1, SCORE_MOST = 4, SCORE_CRITERIA = 32 };
struct score {
	const struct criterion *criterion; /* in the sheet's programme */
	int points, low, high;             /* SCORE_NONE: not set */
	const char *reason;                /* "" when there is none */
	const char *abstention;            /* why the assessor abstains from the criterion; NULL: does not */
	int late;                          /* number of the later word that counts; 0: as handed in, or a draft */
};
/* One assessor's sheet for one measure; handed in, as it counts now under the round's criteria. */
struct score_sheet {
	struct arena arena;
	struct programme programme;
	int64_t measure, assessment, version; /* assessment 0: nothing saved yet */
	const char *submitted_at;             /* NULL: a draft */
	struct score items[SCORE_CRITERIA];
	int count, set;                                   /* set: with points, or abstained from */
	int abstained;                                    /* criteria */
	int weighted;                                     /* Σ weight·points over those set; 400 is the most */
	int weight_set;                                   /* Σ weight over those set */
	int distribution[SCORE_CRITERIA][SCORE_MOST + 1]; /* the actor's own points per criterion over the round */
};
/* The actor's own sheet; ERROR_DENIED when not assigned. */
bool score_sheet_load(struct casework *cw, int64_t measure, struct score_sheet *out, struct error *err);
void score_sheet_done(struct score_sheet *sheet);

struct score_change {
	const char *criterion; /* "K4" */
	bool set_points, set_span, set_reason, set_abstain;
	int points, low, high; /* SCORE_NONE clears */
	const char *reason;
	const char
		*abstain; /* why; NULL: abstains no longer. Abstaining clears the points, and points the abstention */
};
/* Draft changes to the actor's own sheet, all or none. op->if_version is the sheet's. Refused once handed in, and when
 * the measure is withdrawn or decided: points given afterwards would not be what the decision rested on. */
bool score_put(struct casework *cw, const struct operation *op, int64_t measure, const struct score_change *changes,
	int count, struct error *err);
/* Hands in: every criterion needs points and a reason, or an abstention; ERROR_INVALID names what is missing. Final. */
bool score_submit(struct casework *cw, const struct operation *op, int64_t measure, struct error *err);
/* Later words on one's own sheet that is handed in: points with a reason, or an abstention, on each criterion named,
 * and why they are given. What was handed in stays beside them, with author and time; the latest counts. Refused when
 * the measure is withdrawn or decided. */
bool score_again(struct casework *cw, const struct operation *op, int64_t measure, const struct score_change *changes,
	int count, const char *why, struct error *err);

/* What the assessors have said together where they differ: each one's own scores stay, and while the latest record has
 * a step, that step counts for the criterion. RIGHT_CONSENSUS_RECORD, never before one's own sheet of the measure is
 * handed in; op->if_version is how many records the criterion has. Refused while an assessor has not handed in, when
 * fewer than two have said anything of the criterion, and when the measure is withdrawn or decided. */
struct consensus_change {
	const char *criterion;  /* "K3" */
	int points;             /* the agreed step; SCORE_NONE: they did not agree */
	const char *discussion; /* what was said */
	const char *on_day;     /* NULL or "": today */
};
bool consensus_record(struct casework *cw, const struct operation *op, int64_t measure,
	const struct consensus_change *change, struct error *err);

/* Points of others on a measure, as seen by the actor with these roles and this relation: as access_sees_points() says;
 * when the measure is decided, by everyone who sees the case but an assessor who has not handed in. */
bool score_seen(unsigned roles, unsigned relation, bool decided);

/* All submitted sheets of a measure, for who may see them (score_seen), else ERROR_DENIED. */
enum { SCORE_ABSTAINED = -2 };
/* What an assessor has said of a criterion at one time. */
struct score_word {
	int criterion, n;                   /* index; 0: at handing in, then 1, 2 … */
	int points, low, high;              /* SCORE_ABSTAINED; low and high SCORE_NONE: no span */
	const char *reason, *why, *at, *by; /* why NULL: at handing in */
	bool same;                          /* of the steps the round asks by now: otherwise it does not count */
};
struct score_view {
	const char *name;
	bool own;
	int points[SCORE_CRITERIA]; /* as they count now: SCORE_NONE where nothing does, SCORE_ABSTAINED */
	int late[SCORE_CRITERIA];   /* later words on the criterion; points show the last one */
	const char *reason[SCORE_CRITERIA];
	int weighted, weight_set; /* Σ weight·points, and Σ weight of those with points */
	bool set_aside;           /* a conflict of interest was found: shown, and not counted */
	struct score_word *words; /* by criterion, first to last */
	int word_count;
};
/* What was said together. */
struct consensus {
	int criterion, n, points; /* index; number; SCORE_NONE: no step agreed on */
	const char *discussion, *on_day, *by, *at;
	bool counts; /* the latest there is, of the steps the round asks by now */
};
struct score_views {
	struct arena arena;
	struct programme programme;
	const struct criterion *criteria[SCORE_CRITERIA]; /* that the round asks */
	int criterion_count;
	struct score_view *items;
	int count;
	struct consensus *consensus; /* by criterion, first to last */
	int consensus_count;
	int agreed[SCORE_CRITERIA]; /* the step that counts for all; SCORE_NONE: none */
	int points_100, median_100; /* of what is handed in, as in the ranking; -1: a criterion lacks a step */
};
bool score_views_load(struct casework *cw, int64_t measure, struct score_views *out, struct error *err);
void score_views_done(struct score_views *views);

/* Measures the actor shall score, not handed in first. A measure decided meanwhile is left out unless handed in. */
struct score_todo {
	int64_t measure, application;
	int year, application_n, n, set, wanted;
	const char *title, *lead_short, *submitted_at;
};
struct score_todo_list {
	struct arena arena;
	struct score_todo *items;
	int count;
};
bool score_todo_load(struct casework *cw, struct score_todo_list *out, struct error *err);
void score_todo_done(struct score_todo_list *list);

#endif
