/* Money per payment year: three limits kept apart, and what is decided, proposed, planned and paid against them. */
#ifndef KANSLI_CASEWORK_BUDGET_H
#define KANSLI_CASEWORK_BUDGET_H

#include "access.h"

enum { BUDGET_FIRST = 2025, BUDGET_YEARS = 6 }; /* 2025–2030: the years grants may be given (1 §) */

struct budget_year {
	int year;
	/* Öre. A limit that no row sets is MONEY_UNKNOWN: nothing is tested against it. */
	int64_t appropriation, carried, commitment, round;
	int64_t decided;       /* granted by valid decisions, all rounds */
	int64_t decided_round; /* of the round asked for */
	int64_t committed;     /* of decided, by rounds meant for an earlier year: what the commitment covers */
	int64_t proposed;      /* in the newest proposal of each round, rows above its line, not decided yet */
	int64_t planned, attested, paid; /* instalments of the plans as they stand */
	/* As the ledger has it: granted and not planned; planned and not paid yet; withheld; not to be paid; and of
	 * money back, what is claimed and not repaid, what is repaid, and what came back without a claim. */
	int64_t unplanned, due, stopped, withdrawn, claimed, repaid, voluntary;
	int64_t left;   /* appropriation + carried − decided; a past year's lapses: shown as 0 with lapsed */
	int64_t lapsed; /* past years: what was not paid */
	bool over;      /* decided + proposed above a limit */
};
struct budget {
	struct budget_year years[BUDGET_YEARS]; /* 2025 first */
	struct budget_year later;               /* after 2030: money back goes on; year 0 */
	struct budget_year sum;                 /* year 0 */
};
/* round 0: all. */
bool budget_load(struct casework *cw, int64_t round, struct budget *out, struct error *err);
/* Per round of one year, newest first: for the budget screen's lower part. year 0: all years. */
struct budget_round {
	int64_t id;
	const char *name;
	int64_t decided, proposed, paid;
};
struct budget_rounds {
	struct arena arena;
	struct budget_round *items;
	int count;
};
bool budget_rounds_load(struct casework *cw, int year, struct budget_rounds *out, struct error *err);
void budget_rounds_done(struct budget_rounds *rounds);

struct limit {
	int64_t id, round, ore;
	const char *kind, *source, *valid_from, *round_name;
	int year;
	bool in_force; /* today */
};
struct limit_list {
	struct arena arena;
	struct limit *items;
	int count;
};
bool limit_list_load(struct casework *cw, struct limit_list *out, struct error *err);
void limit_list_done(struct limit_list *list);
struct limit_change {
	const char *kind, *source, *valid_from;
	int year;
	int64_t round, ore; /* round 0 unless kind is "round" */
};
/* A new dated row with its source; old ones stay. RIGHT_LIMIT_PUT: the controller. */
bool limit_put(struct casework *cw, const struct operation *op, const struct limit_change *change, struct error *err);

#endif
