/* The delegation's sittings (sammanträden): who is called and comes, item by item who may take part, what was moved,
 * how it was voted, who differed, and how it ended (SFS 2007:824 15 c, 17 a §§; FL 17, 28–31 §§). A sitting is a matter
 * of kind meeting. While an item is open everything is worked out from the sitting and from who is barred now; when it
 * is closed it is kept as it was. What happened is recorded; nothing is counted anew afterwards. */
#ifndef KANSLI_CASEWORK_SITTING_H
#define KANSLI_CASEWORK_SITTING_H

#include "access.h"

/* ---- quorum (SFS 2007:824 15 c §): the chair and at least half, rounded up, of the other members */
enum seat_state { SEAT_THERE, SEAT_ABSENT, SEAT_BARRED };
struct seat {
	bool chair;
	enum seat_state state;
};
struct quorum {
	int others, needed, there; /* members but the chair: appointed, how many it takes, who are there */
	int barred;                /* of them: they count in `others` and are not there */
	bool chair;                /* is there */
	bool holds;
	bool disputed; /* does not hold, and would if barred members were left out of the base: the chair rules */
};
/* Pure. `seats` are all who are appointed on the day of the sitting; without a chair among them it never holds. */
struct quorum quorum_count(const struct seat *seats, int count);
/* "Beslutför: ordföranden och 4 av 6 ledamöter", or why it is not. In the arena. */
const char *quorum_words(const struct quorum *quorum, struct arena *arena);

/* ---- reading. Codes are the schema's: capacity chair member secretary presenter other; presence present remote
 * absent barred; outcome decided tabled referred respite no_quorum noted; kind measure application other. */
struct sitting_person {
	int64_t person;
	const char *name, *login, *capacity, *presence;
	const char *notice_on, *notice_way, *papers_on, *papers_way; /* NULL: not sent; way: a word 'arrival' */
};
/* How a person stands to one item: the sitting's list with what differs, and who is barred. */
struct sitting_seat {
	int64_t person;
	const char *name, *capacity, *presence;
	bool decides; /* chair or member, there and not barred: votes and may have a reservation */
	bool differs; /* from the sitting's own presence */
};
struct sitting_motion {
	int64_t id, person;
	int n;
	const char *text, *name;
	bool carried, beaten; /* became the decision; lost a vote */
};
struct sitting_vote {
	int64_t person;
	const char *name;
	bool yes;
};
struct sitting_ballot {
	int64_t id;
	int n, yes, no;          /* the two motions' numbers */
	int yes_count, no_count; /* votes */
	bool yes_won, casting;   /* casting: a tie, decided by the chair's vote */
	struct sitting_vote *votes;
	int count;
};
struct sitting_reservation {
	int64_t person;
	const char *name, *text, *reported_at;
	bool dissent; /* avvikande mening of one who did not decide; otherwise a reservation */
};
/* Written down wrong and taken back: what it was, why, by whom. Told to who sees the item, never in the minutes. */
enum sitting_part { SITTING_MOTION, SITTING_VOTE, SITTING_RESERVATION };
struct sitting_void {
	enum sitting_part part;
	int n, yes, no;          /* the motion's or vote's number, and of a vote the two motions' */
	const char *name, *text; /* who moved or differed, and how; of a vote NULL */
	const char *why, *taken_by, *at;
};
struct sitting_item {
	int64_t id, version, measure, application, proposal, presenter; /* 0: none */
	int n;                                                          /* place on the agenda */
	const char *kind, *title;
	char number[24];                                        /* "12.3", "12" or "" */
	const char *presenter_name;                             /* NULL: none */
	const char *proposes;                                   /* the presenter's own proposal; "" none */
	int year, section;                                      /* § of the year; 0: not taken up */
	const char *outcome, *outcome_why, *ruling, *closed_at; /* outcome NULL: not closed */
	bool immediate;                                         /* adjusted at once */
	bool available; /* a decision of it is dispatched or made known: no reservation any longer (FL 30 §) */
	bool decided;   /* a decision, ruling, withholding or claim refers to it */
	/* What is recorded from it: granted, partly, refused; or of a ruling written_off, dismissed, or tried (the
	 * ruling takes an earlier one away). NULL: nothing yet. */
	const char *granting;
	int64_t granted_ore;
	/* The actor is barred from the case and the minutes are not adjusted: title, number and § stand, nothing else.
	 */
	bool hidden;
	/* Who was there, and their votes, are left out until the minutes are adjusted: they tell who is barred. */
	bool veiled;
	struct quorum quorum;
	struct sitting_seat *seats;
	int seat_count;
	struct sitting_motion *motions;
	int motion_count;
	struct sitting_ballot *ballots;
	int ballot_count;
	struct sitting_reservation *reservations;
	int reservation_count;
	struct sitting_void *voids; /* as they were taken back */
	int void_count;
};
struct sitting {
	struct arena arena;
	int64_t id, version, matter, adjuster; /* adjuster 0: not chosen */
	char number[80];                       /* "EFF 31-2026" */
	const char *title, *on_day, *starts_at, *place;
	const char *opened_at, *closed_at, *adjuster_name, *adjusted_on; /* NULL: not yet */
	struct sitting_person *persons; /* chair, members, secretary, presenters, others; by name within each */
	int person_count;
	struct sitting_item *items; /* by place on the agenda */
	int item_count;
	int under_way; /* index of the item that is taken up and not closed; -1 none */
};
/* ERROR_MISSING. RIGHT_SEE; others' bars are told only to who may see them, or when the minutes are adjusted. */
bool sitting_load(struct casework *cw, int64_t sitting, struct sitting *out, struct error *err);
void sitting_done(struct sitting *sitting);
/* The sitting whose agenda the item is on. ERROR_MISSING. */
bool sitting_of_item(struct casework *cw, int64_t item, int64_t *sitting, struct error *err);
/* The item with place n on the agenda; NULL. */
const struct sitting_item *sitting_item_at(const struct sitting *sitting, int n);

struct sitting_row {
	int64_t id, version;
	char number[80];
	const char *title, *on_day, *starts_at, *place, *opened_at, *closed_at, *adjusted_on;
	int items, left, first_section, last_section; /* left: not closed; sections 0: none */
};
struct sitting_list {
	struct arena arena;
	struct sitting_row *items; /* newest day first */
	int count;
};
bool sitting_list_load(struct casework *cw, struct sitting_list *out, struct error *err);
void sitting_list_done(struct sitting_list *list);
/* "31", "EFF 31-2026", or its day "2026-11-25". ERROR_MISSING; ERROR_INVALID names the candidates. */
bool sitting_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err);

/* ---- words, in the language chosen */
const char *sitting_capacity_words(const char *capacity);
const char *sitting_presence_words(const char *presence);
const char *sitting_outcome_words(const char *outcome); /* NULL answers NULL */
/* Whether the item is taken up and its presenter is recorded as away: the minutes would contradict themselves. */
bool sitting_presenter_away(const struct sitting_item *item);
const char *sitting_state_words(const char *opened_at, const char *closed_at, const char *adjusted_on);
/* "Motion 2, Mats Ask: refusal", "Vote 1, yes for motion 1, no for motion 2". In the arena. */
const char *sitting_void_words(const struct sitting_void *each, struct arena *arena);
/* The code meant by a code or by a word in the language chosen; NULL: none. */
const char *sitting_presence_read(const char *typed);
const char *sitting_outcome_read(const char *typed);
const char *sitting_capacity_read(const char *typed);

/* ---- before the sitting. RIGHT_SITTING_CALL: officer, registrar */
struct sitting_change {
	const char *title, *on_day, *starts_at, *place; /* title NULL: "Sammanträde 2026-11-25" */
};
/* Opens the matter and calls the chair and the members appointed that day. */
bool sitting_open(struct casework *cw, const struct operation *op, const struct sitting_change *change, int64_t *id,
	struct error *err);
/* Another hour or place; another day only before the sitting is opened, and calls those who are appointed then. */
bool sitting_change(struct casework *cw, const struct operation *op, int64_t sitting,
	const struct sitting_change *change, struct error *err);
/* Somebody who is no member: capacity secretary, presenter or other. */
bool sitting_call(struct casework *cw, const struct operation *op, int64_t sitting, int64_t person,
	const char *capacity, struct error *err);
/* The notice (papers false) or the papers were sent to these, or with count 0 to all who are called. */
bool sitting_send(struct casework *cw, const struct operation *op, int64_t sitting, bool papers, const int64_t *persons,
	int count, const char *on, const char *way, struct error *err);
/* The agenda from the round's newest proposal locked for a meeting: those of its measures that are not decided and not
 * on it, in the order of their numbers, for the order of the ranking is not everybody's to see. *added gets how many.
 */
bool sitting_draw(
	struct casework *cw, const struct operation *op, int64_t sitting, int64_t round, int *added, struct error *err);
struct sitting_item_change {
	int64_t measure, application; /* one of them, or none */
	const char *title;            /* NULL: the measure's or application's */
	int64_t presenter;            /* 0: none */
	const char *proposes;
};
struct sitting_item_change sitting_item_change_of(const struct sitting_item *item);
bool sitting_item_add(struct casework *cw, const struct operation *op, int64_t sitting,
	const struct sitting_item_change *change, int64_t *id, struct error *err);
/* Until it is closed; a measure's or application's item keeps what it is about. */
bool sitting_item_change(struct casework *cw, const struct operation *op, int64_t item,
	const struct sitting_item_change *change, struct error *err);
/* To the place of another item that is not taken up either; those between move one step. */
bool sitting_item_place(struct casework *cw, const struct operation *op, int64_t item, int place, struct error *err);

/* ---- at the sitting. RIGHT_SITTING_RECORD: the officer who is secretary. ERROR_INVALID: closed */
/* Opens it on its day or later; who is appointed is looked up anew. */
bool sitting_start(struct casework *cw, const struct operation *op, int64_t sitting, struct error *err);
/* item 0: for the whole sitting. For an item 'barred' is set by hand only where it is about no case: otherwise who is
 * barred follows from what is recorded about conflicts of interest. */
bool sitting_present(struct casework *cw, const struct operation *op, int64_t sitting, int64_t item, int64_t person,
	const char *presence, struct error *err);
/* Takes the item up: the next § of the year. One at a time. */
bool sitting_take(struct casework *cw, const struct operation *op, int64_t item, struct error *err);
/* Moved by somebody who is there; *n (may be NULL) gets its number. */
bool sitting_motion(struct casework *cw, const struct operation *op, int64_t item, int64_t person, const char *text,
	int *n, struct error *err);
struct sitting_ballot_change {
	int yes, no;           /* numbers of two motions that have not lost a vote */
	const int64_t *voters; /* everybody who decides, once, the chair too */
	const bool *votes;     /* true: yes */
	int count;
};
/* FL 28–29 §§: open, simple majority, at a tie as the chair voted. A vote stays as it was taken; see sitting_void. */
bool sitting_ballot(struct casework *cw, const struct operation *op, int64_t item,
	const struct sitting_ballot_change *change, struct error *err);
/* Who decided has a reservation, others who took part a dissent; until a decision is dispatched or made known, also
 * after the sitting (FL 30 §). Everybody may report their own, the secretary anybody's. */
bool sitting_reserve(struct casework *cw, const struct operation *op, int64_t item, int64_t person, const char *text,
	struct error *err);
/* Written down wrong: taken back with a reason and kept as it was written; then it may be written anew. A motion that
 * no vote stands on, and the newest vote, until the item is closed (n: its number; 0: the newest vote); a person's
 * reservation until a decision is dispatched or made known, or the item or the minutes are approved. */
struct sitting_void_change {
	enum sitting_part part;
	int n;
	int64_t person; /* whose reservation */
	const char *why;
};
bool sitting_void(struct casework *cw, const struct operation *op, int64_t item,
	const struct sitting_void_change *change, struct error *err);
/* The chair's ruling where the base of the quorum is disputed; "" takes it away. RIGHT_SITTING_RULE: officer, chair */
bool sitting_ruling(struct casework *cw, const struct operation *op, int64_t item, const char *text, struct error *err);
struct sitting_outcome {
	const char *outcome, *why; /* why: needed for referred and respite */
	int carried; /* decided: the motion's number; 0: the one there is, or the one no vote has beaten */
};
/* Closes the item. Without a quorum it can only be no_quorum or noted; with one that is disputed, as the chair rules.
 */
bool sitting_outcome(struct casework *cw, const struct operation *op, int64_t item,
	const struct sitting_outcome *outcome, struct error *err);
/* Takes up again an item that was closed by mistake, while the sitting goes on and nothing refers to it. */
bool sitting_resume(struct casework *cw, const struct operation *op, int64_t item, struct error *err);
/* Closes the sitting: no item is under way. What was never taken up has no § and is not in the minutes. */
bool sitting_close(struct casework *cw, const struct operation *op, int64_t sitting, struct error *err);

/* ---- the minutes approved. RIGHT_SITTING_RULE */
/* Who approves them beside the chair: a member who is there. */
bool sitting_adjuster(
	struct casework *cw, const struct operation *op, int64_t sitting, int64_t person, struct error *err);
/* One closed item at once (omedelbar justering). */
bool sitting_adjust_item(struct casework *cw, const struct operation *op, int64_t item, struct error *err);
/* The minutes of a closed sitting; on NULL: today. */
bool sitting_adjust(
	struct casework *cw, const struct operation *op, int64_t sitting, const char *on, struct error *err);

#endif
