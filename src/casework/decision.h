/* Decisions (7, 13, 14 §§; FL 31–33 §§): per measure, versioned, replaced and never changed. Recorded by the office;
 * the delegation decides. */
#ifndef KANSLI_CASEWORK_DECISION_H
#define KANSLI_CASEWORK_DECISION_H

#include "access.h"

struct decision_amount {
	int year;
	int64_t ore;
};
struct decision_instalment {
	const char *due_on;
	int year; /* 0: the day's year */
	int64_t ore;
	const char *recipient; /* region code; NULL: the lead */
	const char *condition; /* "" none */
	const char *met_on;    /* inside: a row that takes another's place keeps that its condition is met; else NULL */
};
struct decision_change {
	const char *outcome;    /* granted, partly, refused */
	const char *decided_on; /* within 2025-01-01–2030-12-31 (1 §) */
	const char *meeting, *provisions, *reasons, *ground;
	const char *report_on;                 /* day of the partial report (14 § 5), or "none"; NULL: not said */
	const char *final_on;                  /* day of the final report (14 § 6), or NULL */
	const char *conditions;                /* other conditions (14 § 7), or NULL */
	const struct decision_amount *amounts; /* none when refused */
	int amount_count;
	const struct decision_instalment *instalments; /* per year equal to the amounts, to the öre */
	int instalment_count;
	const char *from_on, *to_on; /* period (14 § 4); NULL: the measure's */
	const char *final_how;       /* how it is reported (14 § 6), told after the day; or NULL */
};
/* granted ≤ sought ≤ cost in total, or refused; granted: all that is sought; partly: less. A second decision on the
 * measure replaces the first and needs a ground (FL 36–38 §§), and is refused while an instalment is authorised. The
 * ten points of 14 § are filled from the change and the standard texts, in Swedish; an empty one is ERROR_INVALID and
 * named. Plan version 1 comes with it. *warning gets sentences (in the arena) when a year's granted is above what is
 * sought that year or above a limit, when the cost is unknown, and when the applicant has not been told of what goes
 * against it (FL 25 §); else NULL. op->if_version is the measure's. */
bool decision_record(struct casework *cw, const struct operation *op, int64_t measure,
	const struct decision_change *change, struct arena *arena, const char **warning, int64_t *id,
	struct error *err);

struct decision_point {
	int number;
	const char *title[2], *text;
};
struct decision {
	int64_t id, measure, replaces;
	int n;
	const char *outcome, *decided_on, *meeting, *ground, *provisions, *reasons, *recorded_by, *recorded_at;
	bool valid; /* not replaced */
	struct decision_amount amounts[12];
	int amount_count;
	int64_t granted_ore;
	struct decision_point *points;
	int point_count;
};
struct decision_list {
	struct arena arena;
	struct decision *items; /* newest first */
	int count;
};
bool decision_list_load(struct casework *cw, int64_t measure, struct decision_list *out, struct error *err);
void decision_list_done(struct decision_list *list);

#endif
