/* An office that can be played twice, alike in everything but the working material of one case: the scores and reasons
 * of its measure, what the chair moved and proposed, a working note. */
#ifndef KANSLI_TESTS_LEAK_OFFICE_H
#define KANSLI_TESTS_LEAK_OFFICE_H

#include "contest.h"

/* What differs: two of the hidden offices have nothing of this in common. */
struct leak_secret {
	int mats[3], kim[3];     /* points on K1, K2, K3 */
	int place;               /* where the chair puts the measure */
	int64_t ore;             /* what the chair proposes for it, of 2026 */
	const char *word, *note; /* in every reason, and in the working note */
};
extern const struct leak_secret leak_secrets[2];

/* Whose eyes: from whom the material is hidden and why, or who may see it. */
struct leak_eyes {
	const char *login, *why;
	bool barred;    /* has reported a conflict of interest in the case */
	bool assigned;  /* assesses the measure and has not handed in */
	bool note_seen; /* the working note is not hidden from this person: the same in both offices */
};

/* 1-2026 is the case: 1-2026.1 the measure, 1-2026.2 and 3 beside it. 2-2026 and 3-2026 compete; 3-2026.1 is decided.
 * The person sits at the desk. */
struct casework *leak_office(const struct leak_secret *secret, const struct leak_eyes *eyes);

#endif
