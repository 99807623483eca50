/* What the files of conflicts of interest share, inside the casework room only. */
#ifndef KANSLI_CASEWORK_DISQUALIFICATION_INNER_H
#define KANSLI_CASEWORK_DISQUALIFICATION_INNER_H

#include "change.h"
#include "disqualification.h"

/* One person and what it is about, as it stands inside the change. */
struct process {
	struct change *change;
	int64_t person;
	struct disqualification_about about;
	const char *name; /* of the person */
	bool self, chairs;
	int64_t id, version, asked_by, recorded_by; /* id 0: no row yet; asked_by 0: not asked */
	const char *asked_on, *answer, *answered_at, *ground, *what, *tried_on, *tried_by, *outcome, *reasons, *work,
		*work_why;
	bool later, took_part;
};
/* ERROR_INVALID or ERROR_MISSING when there is nothing to ask the person about; ERROR_CONFLICT by the change's version.
 */
bool process_begin(struct process *process, struct change *change, int64_t person, struct disqualification_about about,
	struct error *err);
/* A right to handle what it is about: taken away from who is barred there. */
bool process_may(const struct process *process, enum right right, struct error *err);
/* Writes the row with its event. */
bool process_save(struct process *process, struct error *err);
/* One of FL 16 § 1–4, and a text that is cleaned and not empty. */
bool process_ground(const char *ground, struct process *process, struct error *err);
bool process_text(struct change *change, const char *label, const char *typed, const char **out, struct error *err);
/* Is the word one of these, ended by NULL? */
bool process_word(const char *word, const char *const words[]);

#endif
