/* Offices of any size, made up from a seed: the same number and seed give the same cases, for tests and benchmarks.
 * Every row has its event, so that an office made here passes kansli check as one that people have worked in does. */
#ifndef KANSLI_TESTS_GENERATE_H
#define KANSLI_TESTS_GENERATE_H

#include "base/buffer.h"
#include "casework/casework.h"

/* Throws of a die that are the same every time. */
struct dice {
	uint64_t state;
};
int dice_throw(struct dice *dice, int sides); /* 0 … sides-1 */
bool dice_chance(struct dice *dice, int percent);
void dice_operation(struct dice *dice, char out[OPERATION_TEXT]); /* a UUID */
/* Swedish-looking sentences of about so many bytes, put last in `out`. */
void dice_prose(struct dice *dice, int bytes, struct buffer *out);
void dice_title(struct dice *dice, struct buffer *out); /* of a measure or an application */

/* What was made, for whoever wants to say so. */
struct generated {
	int applications, participants, measures, notes, scores, answers, decisions, instalments;
	int64_t note_bytes;
};
/* Makes the office at `path` (NULL: in memory) and answers it open, with `elin`, a case officer, at the desk; about
 * 3.9 measures, 9.8 notes and 21 scores to an application, in rounds of at most 500 that belong to 2025 and 2026. It is
 * an office of invented cases, where it is 2026-11-22 09:00. Persons are those of office.h. Stops the program with a
 * sentence when it does not go. */
struct casework *generate_office(const char *path, int applications, uint64_t seed, struct generated *made);

#endif
