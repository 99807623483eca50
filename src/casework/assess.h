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
};
/* One assessor's sheet for one measure. */
struct score_sheet {
	struct arena arena;
	struct programme programme;
	int64_t measure, assessment, version; /* assessment 0: nothing saved yet */
	const char *submitted_at;             /* NULL: a draft */
	struct score items[SCORE_CRITERIA];
	int count, set;
	int weighted;                                     /* Σ weight·points over those set; 400 is the most */
	int weight_set;                                   /* Σ weight over those set */
	int distribution[SCORE_CRITERIA][SCORE_MOST + 1]; /* the actor's own points per criterion over the round */
};
/* The actor's own sheet; ERROR_DENIED when not assigned. */
bool score_sheet_load(struct casework *cw, int64_t measure, struct score_sheet *out, struct error *err);
void score_sheet_done(struct score_sheet *sheet);

struct score_change {
	const char *criterion; /* "K4" */
	bool set_points, set_span, set_reason;
	int points, low, high; /* SCORE_NONE clears */
	const char *reason;
};
/* Draft changes to the actor's own sheet, all or none. op->if_version is the sheet's. Refused once handed in, and when
 * the measure is withdrawn or decided: points given afterwards would not be what the decision rested on. */
bool score_put(struct casework *cw, const struct operation *op, int64_t measure, const struct score_change *changes,
	int count, struct error *err);
/* Hands in: every criterion needs points and a reason; ERROR_INVALID names what is missing. Final. */
bool score_submit(struct casework *cw, const struct operation *op, int64_t measure, struct error *err);

/* Points of others on a measure, as seen by the actor with these roles and this relation: as access_sees_points() says;
 * when the measure is decided, by everyone who sees the case but an assessor who has not handed in. */
bool score_seen(unsigned roles, unsigned relation, bool decided);

/* All submitted sheets of a measure, for who may see them (score_seen), else ERROR_DENIED. */
struct score_view {
	const char *name;
	int points[SCORE_CRITERIA]; /* SCORE_NONE where an earlier version of the criteria did not ask */
	const char *reason[SCORE_CRITERIA];
	int weighted;
	bool set_aside; /* a conflict of interest was found: shown, and not counted */
};
struct score_views {
	struct arena arena;
	struct programme programme;
	const struct criterion *criteria[SCORE_CRITERIA];
	int criterion_count;
	struct score_view *items;
	int count;
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
