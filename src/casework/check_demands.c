/* Demands against what they say of themselves: the letter's fingerprint, and the interest its periods give. Invariant:
 * a finding names the demand, never what its letter says. */
#include "casework/check_inner.h"

#include "base/hash.h"
#include "base/words.h"
#include "casework/interest.h"

struct demand_told {
	int64_t id, interest_ore;
	int cut;
	const char *name, *text, *hash;
};

static bool hash_holds(const struct demand_told *demand)
{
	char text[HASH_TEXT];

	hash_of(demand->text, strlen(demand->text), text);
	return !strcmp(text, demand->hash);
}

/* All bases go into 365 · 366 · 360. */
static bool interest_holds(struct checking *checking, const struct demand_told *demand, struct error *err)
{
	const int64_t shared = INT64_C(365) * 366 * 360;
	const __int128 whole = (__int128)INTEREST_WHOLE * INTEREST_WHOLE * shared;
	__int128 sum = 0;
	struct rows rows;

	if (!store_ask(checking->store, SQL_CHECK_DEMAND_ROWS, BINDS(BIND("demand", demand->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t days = rows_number(&rows, "days"), base = rows_number(&rows, "base");

		sum += (__int128)rows_number(&rows, "balance_ore") * days * rows_number(&rows, "rate") *
		       (shared / base);
	}
	if (!rows_done(&rows, err))
		return false;
	sum *= INTEREST_WHOLE - demand->cut;
	return (int64_t)((sum * 2 + whole) / (whole * 2)) == demand->interest_ore;
}

static void demand_look(struct checking *checking, const struct demand_told *demand)
{
	struct error err = {0};

	if (!hash_holds(demand))
		checking_find(checking, _("%s: the letter no longer says what was sent."), demand->name);
	if (!interest_holds(checking, demand, &err)) {
		if (err.kind)
			checking_find(checking, "%s", err.text);
		else
			checking_find(checking, _("%s: the interest is not what its periods give."), demand->name);
	}
}

void check_demands(struct checking *checking)
{
	struct error err = {0};
	struct rows rows;

	if (!store_ask(checking->store, SQL_CHECK_DEMANDS, BINDS_NONE, &rows, &err)) {
		checking_find(checking, "%s", err.text);
		return;
	}
	while (rows_next(&rows)) {
		struct demand_told demand;
		struct arena arena;
		int n = (int)rows_number(&rows, "n"), year = (int)rows_number(&rows, "year"),
		    measure = (int)rows_number(&rows, "measure_n"), claim = (int)rows_number(&rows, "claim_n");

		arena_init(&arena);
		demand = (struct demand_told){rows_number(&rows, "id"), rows_number(&rows, "interest_ore"),
			(int)rows_number(&rows, "interest_cut"),
			arena_format(&arena, _("%d-%d.%d claim %d, demand %d"), n, year, measure, claim,
				(int)rows_number(&rows, "part")),
			rows_text(&rows, "text", &arena), rows_text(&rows, "hash", &arena)};
		demand_look(checking, &demand);
		arena_done(&arena);
	}
	if (!rows_done(&rows, &err))
		checking_find(checking, "%s", err.text);
}
