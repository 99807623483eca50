/* What the files about clocks share, for the casework room only. */
#ifndef KANSLI_CASEWORK_CLOCK_INNER_H
#define KANSLI_CASEWORK_CLOCK_INNER_H

#include "application_inner.h"
#include "clock.h"

/* ---- clock_answer.c: a clock as it stands when a change begins. */
struct clock_standing {
	int64_t id, version, measure; /* measure 0: of the whole application */
	int n, items, unmet;
	const char *kind, *sent_on, *due_on, *answered_on, *answer, *outcome, *ended_on;
};
/* ERROR_MISSING when the application has no such clock. */
bool clock_standing_load(
	struct change *change, int64_t application, int n, struct clock_standing *out, struct error *err);
/* A registered paper of the application by its number; *on (may be NULL) gets the day it came in or was sent. */
bool clock_document(struct change *change, int64_t application, int n, int64_t *id, const char **on, struct error *err);
/* Writes the outcome with its event; before the caller has looked at what it may be. */
bool clock_outcome_write(struct change *change, int64_t application, const struct clock_standing *standing,
	const char *outcome, const char *consequence, const char *ended_on, struct error *err);

/* Those that run end as withdrawn, with the application or (measure not 0) with the measure. */
bool clocks_withdraw(struct change *change, int64_t application, int64_t measure, const char *on, struct error *err);

/* ---- clock_asks.c */
bool clock_candidates_read(
	struct casework *cw, int64_t application, const char *kind, struct clock_candidates *list, struct error *err);

#endif
