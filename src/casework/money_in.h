/* Money in from regions: as the bank tells it, and then part by part what it is for, as a controller says. The program
 * never chooses between principal and interest, and never what a payment is for. A part put wrong is taken back and
 * stays to be seen. */
#ifndef KANSLI_CASEWORK_MONEY_IN_H
#define KANSLI_CASEWORK_MONEY_IN_H

#include "access.h"

struct money_in_change {
	const char *region; /* NULL: the payer is not known yet */
	const char *on_day, *reference;
	int64_t ore;
};
/* RIGHT_MONEY_IN, as are the others. *n (may be NULL) gets its number. */
bool money_in_add(struct casework *cw, const struct operation *op, const struct money_in_change *typed, int64_t *id,
	int *n, struct error *err);
/* Who paid, once it is known; refused when parts are placed. */
bool money_in_payer(struct casework *cw, const struct operation *op, int64_t id, const char *region, struct error *err);

struct money_part_change {
	const char *
		kind; /* "principal" and "interest" of a claim, "voluntary" of a measure, "back": too much, paid back */
	int64_t claim;   /* of the first two */
	int64_t measure; /* of "voluntary" */
	int year;        /* in the ledger, of "voluntary"; 0: the day's */
	int64_t ore;     /* 0: all that is left */
	const char *why; /* needed for "back" */
};
/* Never more than is left of the money, nor of the claim's principal. op->if_version is the money's. */
bool money_in_place(struct casework *cw, const struct operation *op, int64_t id, const struct money_part_change *typed,
	int *n, struct error *err);
/* It was put in the wrong place: it counts no more. */
bool money_in_take_back(
	struct casework *cw, const struct operation *op, int64_t id, int n, const char *why, struct error *err);

/* The whole was entered wrong, or twice: it counts no more, and stays to be seen with the reason. Refused while a part
 * of it is placed. op->if_version is the money's. */
bool money_in_void(struct casework *cw, const struct operation *op, int64_t id, const char *why, struct error *err);

struct money_part {
	int n, claim_n, measure_n, application_year, application_n, year;
	int64_t claim, measure, ore;
	const char *kind, *why, *made_by, *taken_back_at, *taken_back_why;
};
struct money_in {
	int64_t id, version, ore, placed_ore, left_ore;
	int n, part_count;
	const char *region, *region_short, *on_day, *reference, *recorded_by, *recorded_at;
	const char *void_at, *void_by, *void_why; /* NULL: it stands; otherwise nothing of it is left */
	struct money_part *parts;
};
struct money_in_list {
	struct arena arena;
	struct money_in *items; /* the newest day first */
	int count;
	int64_t ore, left_ore; /* of those that stand */
};
bool money_in_list_load(struct casework *cw, bool unplaced, struct money_in_list *out, struct error *err);
void money_in_list_done(struct money_in_list *list);
const struct money_in *money_in_of(const struct money_in_list *list, int n); /* NULL: there is none */
const char *money_part_word(const char *kind);

#endif
