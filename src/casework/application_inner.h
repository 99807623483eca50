/* What the files about applications share, for the casework room only. */
#ifndef KANSLI_CASEWORK_APPLICATION_INNER_H
#define KANSLI_CASEWORK_APPLICATION_INNER_H

#include "application.h"
#include "bar.h"
#include "change.h"
#include "field.h"
#include "office.h"

/* ---- application_rows.c */
struct application_fill {
	struct casework *cw;
	struct application_list *list; /* grows */
	int room;
	struct gates_wanted *wanted;
	int wanted_count;
	struct bars bars; /* the actor's, in the list's arena */
	char today[DAY_TEXT];
};
/* Inside a look. Rows are added to the list, which the caller has zeroed and whose arena is open. */
bool application_fill_begin(
	struct application_fill *fill, struct casework *cw, struct application_list *list, struct error *err);
/* Those with ids first..last, in id order: what stands in the application itself, and then, for the rows from `from`
 * on, what is worked out of all the rest. */
bool application_fill_bases(struct application_fill *fill, int64_t first, int64_t last, struct error *err);
bool application_fill_facts(struct application_fill *fill, int from, int64_t first, int64_t last, struct error *err);
/* Both. */
bool application_fill_range(struct application_fill *fill, int64_t first, int64_t last, struct error *err);
/* The row with the id among rows in id order, or NULL. */
struct application_row *application_row_find(struct application_row *rows, int count, int64_t id);

/* ---- application_mirror.c: every row in memory for filters, kept until something in the office changes. */
struct application_mirror {
	struct application_list list; /* in id order */
	struct programme programme;
	const char **folded; /* beside items; NULL until words are asked for */
	bool facts, gates;   /* the rows have theirs */
	int64_t seq;         /* of the newest event when it was read */
	day today;
	int64_t actor;
};
enum { MIRROR_APART = 0x1F }; /* stands between the parts of a folded text; no kept text has it */
bool application_mirror_load(struct casework *cw, struct application_mirror **out, struct error *err);
/* What a filter or an order asks for beside the applications themselves, read when first asked for, inside the look. */
bool application_mirror_facts(struct casework *cw, struct application_mirror *mirror, struct error *err);
bool application_mirror_words(struct casework *cw, struct application_mirror *mirror, struct error *err);
bool application_mirror_gates(struct casework *cw, struct application_mirror *mirror, struct error *err);

/* ---- application_find.c */
/* "EFF 12-2026", by the office's pattern. */
bool application_number(struct casework *cw, int year, int n, char *out, size_t room, struct error *err);
/* The pattern, to be filled in many times. */
bool application_pattern(struct casework *cw, struct arena *arena, const char **out, struct error *err);
void application_pattern_fill(const char *pattern, int year, int n, char *out, size_t room);

/* ---- application_standing.c: what a change has to know of the application as it stands. */
struct standing {
	int64_t id, version, round;
	int year, n;
	const char *lead, *arrived_on, *withdrawn_on; /* withdrawn_on NULL: live */
	bool decided;                                 /* a measure of it */
	char number[16];                              /* as shown in sentences */
};
/* ERROR_MISSING when there is no such application, ERROR_DENIED when the actor is barred from it. */
bool standing_load(struct change *change, int64_t application, struct standing *out, struct error *err);
/* ERROR_INVALID when it is withdrawn. */
bool standing_is_live(const struct standing *standing, struct error *err);

/* What an applicant says when taking something back. */
struct withdrawal {
	const char *on, *why;
};
/* Cleaned in place: the day between arrival and today, the words not empty. */
bool withdrawal_clean(
	struct change *change, const struct standing *standing, struct withdrawal *values, struct error *err);

/* ---- application_change.c and participant.c */
extern const struct form application_typed, participant_typed;
struct application_values {
	struct application_change clean;
	int64_t round, criteria_version, gate_version;
	const char *own_number_key; /* NULL: the applicant has given no number */
	int year;                   /* of arrival */
};
/* What may be kept of what was given, or the first wrong field; `id` is the application itself, 0 a new one. */
bool application_values_clean(struct casework *cw, struct arena *arena, const struct application_change *given,
	int64_t id, const char **wrong, struct application_values *out, struct error *err);
/* Inserts clean values with their event. */
bool participant_add(
	struct change *change, int64_t application, const struct participant_change *values, struct error *err);
/* The lead is always one of the participants: the new one becomes it. When the old lead stood alone and nothing was
 * said of it, it was a slip, and its row becomes the new lead's. */
bool participant_follow(
	struct change *change, int64_t application, const char *old_lead, const char *new_lead, struct error *err);

#endif
