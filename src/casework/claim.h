/* Repayment and recovery (SFS 2024:1102 18–20 §§): claims as the delegation has decided them, what has been paid on
 * them, interest calculated anew at every reading, and demands that stay as they were sent. A claim is changed by a
 * later decision only; the claim and what changed it are one line: interest runs from the line's first decision, and
 * money counts for the line. Nothing is ever set off. */
#ifndef KANSLI_CASEWORK_CLAIM_H
#define KANSLI_CASEWORK_CLAIM_H

#include "base/buffer.h"
#include "decision.h"
#include "interest.h"

struct claim_change {
	int64_t replaces;   /* the claim that this decision changes; 0: a new one */
	bool lifted;        /* it takes the earlier away: nothing is claimed */
	const char *region; /* who is liable; NULL: the lead, or as before */
	const char
		*ground; /* "18.1" a ground of 17 §, "18.2" unused, "18.3" used for another purpose; NULL: as before */
	const char *evidence;        /* NULL: as before */
	int64_t ore;                 /* what the ground covers; 0: as before */
	int64_t reduced_ore;         /* for special reasons (19 §); MONEY_UNKNOWN: as before */
	int interest_cut;            /* of the interest, in hundredths of a per cent (19 §); -1: as before */
	const char *special_reasons; /* NULL: as before, while anything is reduced */
	const char *decided_on, *reasons, *pay_by;
	const char *day_count;                     /* code of interest_count_code(); NULL: "365", or as before */
	int64_t item;                              /* of the sitting where it was decided; 0: the three as typed */
	const char *deciders, *presenter, *others; /* FL 31 § */
	const char *provision;                     /* of a change: "FL 36", "FL 37", "FL 38" */
};
/* RIGHT_DECISION_RECORD. At most what was paid to the region for the measure and neither claimed nor come back. A
 * change is never to more (but for a clerical error, FL 36 §): what is added is a claim of its own, with interest from
 * its own decision. */
bool claim_record(struct casework *cw, const struct operation *op, int64_t measure, const struct claim_change *change,
	int64_t *id, struct error *err);

/* What can be claimed of a region for a measure. */
struct claim_room {
	int64_t paid_ore, claimed_ore, voluntary_ore, left_ore;
};
bool claim_room_load(
	struct casework *cw, int64_t measure, const char *region, struct claim_room *out, struct error *err);

struct claim {
	int64_t id, first, measure, application, round; /* first: of its line */
	unsigned relation;                              /* of the actor to the case: RELATION_BARRED, RELATION_CLOSED */
	int year, application_n, measure_n, n, replaces_n, interest_cut;
	int section;                                     /* of the minutes; 0: no sitting is named */
	int64_t ore, reduced_ore, net_ore;               /* net: what is claimed */
	int64_t repaid_ore, interest_paid_ore, left_ore; /* on the line; left: of the principal */
	const char *region, *region_short, *region_name, *ground, *evidence, *special_reasons, *decided_on, *first_on,
		*deciders, *presenter, *others, *reasons, *pay_by, *day_count, *provision, *recorded_by, *recorded_at,
		*title, *region_statute, *replaces_on; /* by the ordinance's name; NULL: a new claim */
	bool lifted, replaced;
	struct decision_sent sent; /* the decision's letter in the register */
};
struct claim_query {
	int64_t measure, application; /* 0: all */
	bool open;                    /* those that hold and are not paid whole */
};
struct claim_list {
	struct arena arena;
	struct claim *items; /* by measure and number */
	int count;
	int64_t net_ore, left_ore; /* of those that hold */
};
bool claim_list_load(struct casework *cw, const struct claim_query *query, struct claim_list *out, struct error *err);
void claim_list_done(struct claim_list *list);
/* "12.3 2": claim 2 of measure 12.3. */
bool claim_find(struct casework *cw, int64_t measure, int n, int64_t *id, struct error *err);
const char *claim_ground_words(const char *ground); /* of 17 and 18 §§, in the language chosen */

struct demand {
	int64_t id, principal_ore, interest_ore;
	int n, claim_n, document_n;
	const char *sent_on, *through_on, *text, *hash, *made_by, *made_at;
};
struct claim_payment {
	int n; /* of the money that came in */
	const char *on, *kind;
	int64_t ore;
};
/* All that a controller needs to work the claim again by hand. */
struct claim_sheet {
	struct arena arena;
	struct claim claim;
	enum interest_count count;
	struct interest interest;
	struct claim_payment *payments; /* by day, interest too */
	int payment_count;
	struct demand *demands; /* as they were sent */
	int demand_count;
	day through; /* what was asked for; the next two are at the end of it */
	int64_t interest_paid_ore;
	int64_t owed_ore;   /* principal and interest left; below 0: paid too much */
	int64_t due_ore;    /* to be paid out to the same region: never set off */
	const char *due_on; /* the first of it; NULL: nothing */
};
/* Interest through this day; a claim that was replaced is shown as it was decided, with the line's payments. */
bool claim_sheet_load(struct casework *cw, int64_t claim, day through, struct claim_sheet *out, struct error *err);
void claim_sheet_done(struct claim_sheet *sheet);

/* Writes the letter from the sheet; the text is kept as it is written. */
typedef bool demand_writer(void *with, struct casework *cw, const struct claim_sheet *sheet, const char *sent_on,
	struct buffer *out, struct error *err);
struct demand_change {
	const char *sent_on, *through_on; /* NULL: the same day */
	int document;                     /* its number in the case's register; 0: none */
	bool registered;                  /* without one: the letter is put there, sent to the region it is on */
	const char *way;                  /* word 'arrival'; NULL: by e-mail */
};
/* RIGHT_DEMAND_SEND. The sheet is calculated and the letter written in the same change. Refused while a rate is
 * missing, and of a claim that is replaced, lifted or paid. */
bool demand_send(struct casework *cw, const struct operation *op, int64_t claim, const struct demand_change *typed,
	demand_writer *write, void *with, int64_t *id, struct error *err);

#endif
