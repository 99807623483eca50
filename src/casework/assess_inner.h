/* What the files of assessment and ranking share, inside the casework room only. */
#ifndef KANSLI_CASEWORK_ASSESS_INNER_H
#define KANSLI_CASEWORK_ASSESS_INNER_H

#include "assess.h"
#include "bar.h"
#include "change.h"

/* A measure, and how the actor stands to it. */
struct assess_subject {
	int64_t measure, application, round;
	int year, application_n, n;
	int64_t criteria_version; /* of the actor's draft, or the round's */
	int64_t round_criteria;
	const char *title;
	bool withdrawn, ruled, decided;          /* ruled: written off or dismissed */
	int64_t assignment, assessment, version; /* the actor's own; 0: none, nothing saved */
	const char *submitted_at;                /* NULL: a draft, or nothing */
	unsigned relation;                       /* RELATION_ASSIGNED, RELATION_UNSUBMITTED */
	char number[32];                         /* "12.3" as shown */
};
/* ERROR_MISSING: no such measure. Texts belong to the arena. */
bool assess_subject_read(
	struct casework *cw, int64_t measure, struct arena *arena, struct assess_subject *out, struct error *err);
/* ERROR_INVALID when there is nothing left to assess: the measure is withdrawn or decided. */
bool assess_subject_is_open(const struct assess_subject *subject, struct error *err);
/* The actor's own sheet, whose arena is begun; ERROR_DENIED when there is none. */
bool assess_sheet_read(struct casework *cw, int64_t measure, struct score_sheet *sheet, struct assess_subject *subject,
	struct error *err);
/* One change on top of the sheet as it stands; ERROR_MISSING: no such criterion. */
bool assess_change_apply(struct change *change, struct score_sheet *sheet, const struct score_change *from,
	bool touched[SCORE_CRITERIA], struct error *err);
bool assess_points_fit(const struct score *score, struct error *err);
/* The right to score, of what is open for it, by the version that was looked at. */
bool assess_sheet_may(struct change *change, const struct assess_subject *subject, struct error *err);

/* One assessment's scores in the order of the criteria; assessment 0: none are set. */
bool assess_scores_read(struct casework *cw, const struct assess_subject *subject, const struct programme *programme,
	struct arena *arena, struct score items[SCORE_CRITERIA], int *count, struct error *err);
/* One assignment with its event, inside a change whose right has been asked for. */
bool assess_assign(struct change *change, const struct assess_subject *subject, int64_t person, struct error *err);

#endif
