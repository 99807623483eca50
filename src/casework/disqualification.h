/* Conflict of interest, jäv (FL 16–18 §§), as a process: asked, answered or not, reported, tried, found later. A person
 * is asked about one application, or about a whole round, where cases compete (13 §). Who reports steps aside at once;
 * bar.h says what that takes away. A home region that takes part is a hint to ask, never a bar. */
#ifndef KANSLI_CASEWORK_DISQUALIFICATION_H
#define KANSLI_CASEWORK_DISQUALIFICATION_H

#include "access.h"

/* What it is about: one of the two. */
struct disqualification_about {
	int64_t application, round;
};

enum disqualification_state {
	DISQUALIFICATION_HINT,       /* not asked; the home region takes part */
	DISQUALIFICATION_UNANSWERED, /* asked */
	DISQUALIFICATION_NONE,       /* answered: nothing to report */
	DISQUALIFICATION_REPORTED,   /* steps aside, not tried yet */
	DISQUALIFICATION_BARRED,     /* tried: jävig, deltar inte */
	DISQUALIFICATION_FREE,       /* tried: inte jävig */
	DISQUALIFICATION_EXCEPTED,   /* tried: jävig, but nobody else could in time (FL 17 §) */
};
struct disqualification {
	int64_t id, version, person, application, round; /* application 0: about the round; id 0: a hint */
	int year, n;                                     /* the application's number */
	const char *person_name, *login, *title, *round_name;
	const char *asked_on, *asked_by, *answer, *answered_at, *ground, *what; /* NULL where there is none */
	const char *tried_on, *tried_by, *outcome, *reasons, *work, *work_why, *recorded_by;
	const char *region;               /* the person's home region, which takes part; NULL */
	bool later;                       /* found after work had begun */
	bool took_part;                   /* was needed in trying it (FL 18 §) */
	bool own;                         /* said by the person, not recorded by another */
	int officer_of, owing, submitted; /* cases and assessments the person has in hand there: to be replaced */
	enum disqualification_state state;
};
/* "6 av 7 svarat, 0 anmält": persons, each counted once. */
struct disqualification_sum {
	int asked, answered, reported, barred; /* asked or having said; barred: reported and not tried otherwise */
	int untried;
};
struct disqualification_list {
	struct arena arena;
	struct disqualification *items; /* by name, the round before its applications; hints last */
	int count;
	struct disqualification_sum sum;
	bool own_only; /* the actor sees only what is the actor's own; the sum counts all */
};
/* About an application and its round, or about a round and its applications. Without RIGHT_DISQUALIFICATION_SEE only
 * the actor's own rows. ERROR_MISSING. */
bool disqualification_list_load(
	struct casework *cw, struct disqualification_about about, struct disqualification_list *out, struct error *err);
void disqualification_list_done(struct disqualification_list *list);
const char *disqualification_state_words(enum disqualification_state state); /* "anmäld, inte prövad" */
const char *disqualification_state_code(enum disqualification_state state);  /* "reported" */
/* "6 av 7 svarat, 0 anmält", in the arena; "ingen tillfrågad" */
const char *disqualification_sum_words(const struct disqualification_sum *sum, struct arena *arena);

/* Asks these persons, or with count 0 all members and the chair of today. Who has been asked or has answered is passed
 * over; ERROR_INVALID when that is everybody. *asked gets how many. RIGHT_DISQUALIFICATION_ASK. */
bool disqualification_ask(struct casework *cw, const struct operation *op, struct disqualification_about about,
	const int64_t *persons, int count, int *asked, struct error *err);

struct disqualification_change {
	int64_t person; /* 0: the actor */
	struct disqualification_about about;
	const char *answer; /* "none", "reported" */
	const char *ground; /* reported: "party" "representative" "earlier" "other" (FL 16 § 1–4) */
	const char *what;   /* reported: the circumstance */
};
/* Asked or unasked. For oneself RIGHT_DISQUALIFICATION_ANSWER, for another RIGHT_DISQUALIFICATION_RECORD. What is
 * reported stands until it is tried; what was tried free may be reported anew. */
bool disqualification_answer(struct casework *cw, const struct operation *op,
	const struct disqualification_change *change, int64_t *id, struct error *err);

struct disqualification_trial {
	int64_t person;
	struct disqualification_about about;
	const char *tried_on; /* NULL: today */
	const char *tried_by; /* "chair", "delegation": never the person concerned, */
	bool took_part;       /* unless needed to be quorate in time: then it is said (FL 18 §) */
	const char *outcome;  /* "barred", "free", "excepted" (FL 17 §) */
	const char *reasons;
};
/* RIGHT_DISQUALIFICATION_TRY; ERROR_INVALID when nothing is reported. */
bool disqualification_try(
	struct casework *cw, const struct operation *op, const struct disqualification_trial *trial, struct error *err);

struct disqualification_later {
	int64_t person;
	struct disqualification_about about;
	const char *ground, *what; /* when it has not been reported yet; otherwise "" or NULL keeps what is there */
	const char *work;          /* NULL: not settled yet; "none" "set_aside" "kept" "redone" */
	const char *work_why;
};
/* Found after work had begun: what was found, and what becomes of the work. Set aside and redone work no longer counts
 * in points and ranking. RIGHT_DISQUALIFICATION_RECORD. */
bool disqualification_later(
	struct casework *cw, const struct operation *op, const struct disqualification_later *later, struct error *err);

#endif
