/* What the generator's files share: the office being made, and how a thing is written with its event. */
#ifndef KANSLI_TESTS_GENERATE_INNER_H
#define KANSLI_TESTS_GENERATE_INNER_H

#include "generate.h"

#include "base/day.h"
#include "casework/change.h"
#include "casework/programme.h"

enum { ROUND_MOST = 500, MEASURES_MOST = 7, PARTICIPANTS_MOST = 4, ASSESSORS = 5 };

/* A made-up case while its round is being made. */
struct subject {
	int64_t id, measures[MEASURES_MOST], participants[PARTICIPANTS_MOST];
	int measure_count, participant_count, notes, notes_wanted;
	day arrived;
	bool checked, assessed;
};

struct generator {
	struct casework *cw;
	struct dice dice;
	struct programme programme;
	struct change change; /* the outer one: everything made joins it */
	struct error err;
	struct buffer text, other, third;
	struct generated made;
	int64_t persons[ASSESSORS], registrar, cia, carl;
	struct subject subjects[ROUND_MOST];
	int count, numbers[2]; /* of subjects; register numbers given, 2025 and 2026 */
	int64_t round;
	int year;
};

/* Stops the program with the sentence when the office refuses. */
void must(struct generator *g, bool went, const char *what);
/* Who writes from now on. */
void generator_sit(struct generator *g, int64_t person, enum role role);
void generator_clock(struct generator *g, day which, int minute);
/* One row, one event; or begun, run and ended apart where a thing has several rows. */
int64_t thing_put(struct generator *g, const char *action, enum object_kind kind, const struct subject *subject,
	enum sql which, struct binds binds);
void thing_begin(struct generator *g, struct change *change, const char *action);
void thing_run(struct generator *g, struct change *change, enum sql which, struct binds binds);
void thing_end(
	struct generator *g, struct change *change, enum object_kind kind, int64_t id, const struct subject *subject);

/* generate_case.c */
void case_register(struct generator *g, struct subject *subject, day arrived);
void case_note(struct generator *g, struct subject *subject);
void case_answer(struct generator *g, const struct subject *subject);
void case_assess(struct generator *g, const struct subject *subject); /* two assessors to a measure */
void case_decide(struct generator *g, const struct subject *subject); /* half of its measures, the first part paid */

#endif
