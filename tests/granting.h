/* Measures ready to be decided, and a decision to record, for the tests of decisions, payment and kansli check. */
#ifndef KANSLI_TESTS_GRANTING_H
#define KANSLI_TESTS_GRANTING_H

#include "office.h"

#include "casework/measure.h"
#include "casework/payment.h"

#define KRONOR(kronor) (INT64_C(100) * (kronor))

/* A measure of its own application in round 2026, registered by rut: 24 500 000 kr sought (19 600 000 in 2027, 4 900
 * 000 in 2028) of 30 000 000 (24 and 6), from 2027-01-01 to 2028-12-31. Whoever sat at the desk sits there again. */
int64_t granting_measure(struct casework *cw);
/* The same with amounts of the test's own. */
int64_t granting_measure_of(struct casework *cw, const char *const *participants, int participant_count,
	const struct measure_amount *amounts, int amount_count);
/* An office where that one is decided as granting_whole(); elin sits at the desk. */
struct casework *granting_office(int64_t *measure);
int64_t granting_application(struct casework *cw, int64_t measure);
/* Seventeen more regions than the office has, "40" to "56"; `codes` gets all 21, Halland first. */
void granting_regions(struct casework *cw, const char *codes[21]);

/* The whole sum of granting_measure() in three instalments: 2027-01-15 without condition, 2027-09-01 when the partial
 * report is approved, 2028-11-30 when the final one is. decided_on is 2026-11-20. Fresh at every call. */
struct decision_change granting_whole(void);
extern const struct decision_instalment granting_rows[3];
/* A refusal of the same day, with all that FL 31–32 §§ ask for. */
struct decision_change granting_refusal(const char *reasons);
/* Recorded by elin, who made the rows. */
int64_t granting_decide(struct casework *cw, int64_t measure, const struct decision_change *change);
/* granting_measure() decided as granting_whole(); cia sits at the desk. */
int64_t granting_granted(struct casework *cw);
/* All of the application written off by elin on 2026-11-21, as withdrawn. */
void granting_write_off(struct casework *cw, int64_t application);
/* The row's id. */
int64_t granting_row(struct casework *cw, int64_t measure, int n);

/* Past the program: runs SQL on the file with triggers, checks and references out of the way, and puts the triggers
 * back as they were. */
void granting_plant(const char *path, const char *sql);

#endif
