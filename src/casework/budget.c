/* Money per payment year. Invariant: the same statements say what is granted to the budget and to the ranking, and what
 * is proposed comes from the ranking itself, so that the two screens cannot differ. */
#include "casework/budget_inner.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/change.h"
#include "casework/grow.h"
#include "casework/rank_inner.h"

static bool year_is_kept(int year)
{
	return year >= BUDGET_FIRST && year < BUDGET_FIRST + BUDGET_YEARS;
}

static void ore_add(int64_t *sum, int64_t ore)
{
	bool fits = money_add(*sum, ore, sum);

	assert(fits); /* amounts are bounded and an office is small */
}

/* ---- limits and what is granted */

static void budget_clear(struct budget *budget)
{
	*budget = (struct budget){0};
	for (int y = 0; y < BUDGET_YEARS; y++) {
		struct budget_year *year = &budget->years[y];
		year->year = BUDGET_FIRST + y;
		year->appropriation = year->carried = year->commitment = year->round = MONEY_UNKNOWN;
	}
	budget->later.appropriation = budget->later.carried = budget->later.commitment = budget->later.round =
		budget->later.left = budget->later.lapsed = MONEY_UNKNOWN;
}

static int64_t *limit_of(struct budget_year *year, const char *kind)
{
	if (!strcmp(kind, "appropriation"))
		return &year->appropriation;
	if (!strcmp(kind, "carried"))
		return &year->carried;
	return !strcmp(kind, "commitment") ? &year->commitment : &year->round;
}

static bool limits_read(struct casework *cw, int64_t round, struct budget *budget, struct error *err)
{
	char today[DAY_TEXT];
	struct arena kinds;
	struct rows rows;

	day_text(casework_today(cw), today);
	if (!store_ask(casework_store(cw), SQL_BUDGET_LIMITS,
		    BINDS(BIND("today", (const char *)today), BIND("round", round)), &rows, err))
		return false;
	arena_init(&kinds);
	while (rows_next(&rows)) {
		const char *kind = rows_text(&rows, "kind", &kinds);
		int year = (int)rows_number(&rows, "year");
		int64_t ore = rows_number(&rows, "ore");

		if (year_is_kept(year))
			*limit_of(&budget->years[year - BUDGET_FIRST], kind) = ore;
	}
	arena_done(&kinds);
	return rows_done(&rows, err);
}

static bool granted_read(struct casework *cw, int64_t round, struct budget *budget, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_BUDGET_GRANTED, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		int year = (int)rows_number(&rows, "year"), round_year = (int)rows_number(&rows, "round_year");
		int64_t of_round = rows_number(&rows, "round"), ore = rows_number(&rows, "ore");

		if (!year_is_kept(year))
			continue;
		struct budget_year *to = &budget->years[year - BUDGET_FIRST];
		ore_add(&to->decided, ore);
		if (of_round == round)
			ore_add(&to->decided_round, ore);
		if (round_year < year)
			ore_add(&to->committed, ore);
	}
	return rows_done(&rows, err);
}

bool budget_read(struct casework *cw, int64_t round, struct budget *out, struct error *err)
{
	struct budget budget;

	budget_clear(&budget);
	if (!limits_read(cw, round, &budget, err) || !granted_read(cw, round, &budget, err))
		return false;
	*out = budget;
	return true;
}

/* ---- proposed and planned */

/* What one round's newest proposal asks of each year: rows above its line that are not decided. */
static bool proposed_read(
	struct casework *cw, int64_t round, int64_t ore[BUDGET_YEARS], int *round_year, struct error *err)
{
	struct ranking ranking;

	if (!rank_read(cw, round, 0, 0, RANK_AS_ACTOR, &ranking, err))
		return false;
	for (int i = 0; i < ranking.line; i++) {
		const struct rank_row *row = &ranking.items[i];
		for (int y = 0; row->fit == RANK_INSIDE && !row->outcome && y < BUDGET_YEARS; y++)
			ore_add(&ore[y], row->proposed[y]);
	}
	*round_year = ranking.round_year;
	ranking_done(&ranking);
	return true;
}

/* What is proposed, for the tests against each limit. */
struct proposed {
	int64_t all[BUDGET_YEARS], of_round[BUDGET_YEARS], of_earlier[BUDGET_YEARS];
};

static void proposed_add(struct proposed *to, const int64_t ore[BUDGET_YEARS], int round_year, bool of_round)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		ore_add(&to->all[y], ore[y]);
		if (of_round)
			ore_add(&to->of_round[y], ore[y]);
		if (round_year < BUDGET_FIRST + y)
			ore_add(&to->of_earlier[y], ore[y]);
	}
}

static void round_add_row(struct rows *rows, struct budget_rounds *list, bool **proposed)
{
	bool is = rows_bool(rows, "proposed");

	GROW(&list->arena, *proposed, list->count);
	GROW(&list->arena, list->items, list->count);
	(*proposed)[list->count] = is;
	list->items[list->count++] = (struct budget_round){
		.id = rows_number(rows, "id"),
		.name = rows_text(rows, "name", &list->arena),
	};
}

/* The rounds, newest first; *proposed, beside them: whether there is a proposal. Both belong to the list's arena. */
static bool rounds_read(struct casework *cw, struct budget_rounds *list, bool **proposed, struct error *err)
{
	struct rows rows;

	*proposed = NULL;
	if (!store_ask(casework_store(cw), SQL_BUDGET_ROUNDS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows))
		round_add_row(&rows, list, proposed);
	return rows_done(&rows, err);
}

static bool all_proposed_read(struct casework *cw, int64_t round, struct proposed *out, struct error *err)
{
	struct budget_rounds rounds = {0};
	bool *proposed;

	arena_init(&rounds.arena);
	bool read = rounds_read(cw, &rounds, &proposed, err);
	for (int i = 0; read && i < rounds.count; i++) {
		int64_t ore[BUDGET_YEARS] = {0};
		int round_year = 0;

		if (!proposed[i])
			continue;
		read = proposed_read(cw, rounds.items[i].id, ore, &round_year, err);
		if (read)
			proposed_add(out, ore, round_year, rounds.items[i].id == round);
	}
	budget_rounds_done(&rounds);
	return read;
}

static bool planned_read(struct casework *cw, struct budget *budget, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_BUDGET_PLANNED, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		int year = (int)rows_number(&rows, "year");
		int64_t planned = rows_number(&rows, "planned"), attested = rows_number(&rows, "attested");
		int64_t paid = rows_number(&rows, "paid");

		rows_null(&rows, "round");
		if (!year_is_kept(year))
			continue;
		struct budget_year *to = &budget->years[year - BUDGET_FIRST];
		ore_add(&to->planned, planned);
		ore_add(&to->attested, attested);
		ore_add(&to->paid, paid);
	}
	return rows_done(&rows, err);
}

static int64_t *booked_of(struct budget_year *year, const char *account)
{
	static const char *const accounts[] = {
		"unplanned", "due", "stopped", "withdrawn", "claimed", "repaid", "voluntary"};
	int64_t *const amounts[] = {&year->unplanned, &year->due, &year->stopped, &year->withdrawn, &year->claimed,
		&year->repaid, &year->voluntary};
	size_t at = 0;

	while (strcmp(accounts[at], account) != 0)
		at++;
	return amounts[at];
}

static bool booked_read(struct casework *cw, struct budget *budget, struct error *err)
{
	struct arena accounts;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_BUDGET_LEDGER, BINDS_NONE, &rows, err))
		return false;
	arena_init(&accounts);
	while (rows_next(&rows)) {
		const char *account = rows_text(&rows, "account", &accounts);
		int year = (int)rows_number(&rows, "year");
		int64_t ore = rows_number(&rows, "ore");

		ore_add(booked_of(year_is_kept(year) ? &budget->years[year - BUDGET_FIRST] : &budget->later, account),
			ore);
	}
	arena_done(&accounts);
	return rows_done(&rows, err);
}

/* ---- what is left */

static bool above(int64_t limit, int64_t decided, int64_t proposed)
{
	ore_add(&decided, proposed);
	return limit != MONEY_UNKNOWN && decided > limit;
}

static void year_settle(struct budget_year *year, const struct proposed *proposed, int this_year)
{
	int y = year->year - BUDGET_FIRST;
	int64_t available = year->appropriation;

	if (available != MONEY_UNKNOWN && year->carried != MONEY_UNKNOWN)
		ore_add(&available, year->carried);
	year->proposed = proposed->all[y];
	year->over = above(available, year->decided, proposed->all[y]) ||
		     above(year->commitment, year->committed, proposed->of_earlier[y]) ||
		     above(year->round, year->decided_round, proposed->of_round[y]);
	if (year->year < this_year) {
		year->lapsed = available;
		if (available != MONEY_UNKNOWN)
			year->lapsed = available > year->paid ? available - year->paid : 0;
	} else {
		year->left = available;
		if (available != MONEY_UNKNOWN)
			ore_add(&year->left, -year->decided);
	}
}

/* The known ones; unknown only when every year's is. */
static void known_add(int64_t *sum, int64_t ore)
{
	if (*sum == MONEY_UNKNOWN)
		*sum = ore;
	else if (ore != MONEY_UNKNOWN)
		ore_add(sum, ore);
}

static void sum_add(struct budget_year *sum, const struct budget_year *year)
{
	known_add(&sum->appropriation, year->appropriation);
	known_add(&sum->carried, year->carried);
	known_add(&sum->commitment, year->commitment);
	known_add(&sum->round, year->round);
	known_add(&sum->left, year->left);
	known_add(&sum->lapsed, year->lapsed);
	ore_add(&sum->decided, year->decided);
	ore_add(&sum->decided_round, year->decided_round);
	ore_add(&sum->committed, year->committed);
	ore_add(&sum->proposed, year->proposed);
	ore_add(&sum->planned, year->planned);
	ore_add(&sum->attested, year->attested);
	ore_add(&sum->paid, year->paid);
	ore_add(&sum->unplanned, year->unplanned);
	ore_add(&sum->due, year->due);
	ore_add(&sum->stopped, year->stopped);
	ore_add(&sum->withdrawn, year->withdrawn);
	ore_add(&sum->claimed, year->claimed);
	ore_add(&sum->repaid, year->repaid);
	ore_add(&sum->voluntary, year->voluntary);
	sum->over = sum->over || year->over;
}

static void budget_settle(struct budget *budget, const struct proposed *proposed, day today)
{
	budget->sum = (struct budget_year){.appropriation = MONEY_UNKNOWN,
		.carried = MONEY_UNKNOWN,
		.commitment = MONEY_UNKNOWN,
		.round = MONEY_UNKNOWN,
		.left = MONEY_UNKNOWN,
		.lapsed = MONEY_UNKNOWN};
	for (int y = 0; y < BUDGET_YEARS; y++) {
		year_settle(&budget->years[y], proposed, day_year(today));
		sum_add(&budget->sum, &budget->years[y]);
	}
	sum_add(&budget->sum, &budget->later);
}

bool budget_load(struct casework *cw, int64_t round, struct budget *out, struct error *err)
{
	struct budget budget;
	struct proposed proposed = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	bool read = budget_read(cw, round, &budget, err) && all_proposed_read(cw, round, &proposed, err) &&
		    planned_read(cw, &budget, err) && booked_read(cw, &budget, err);
	store_look_done(casework_store(cw));
	if (!read)
		return false;
	budget_settle(&budget, &proposed, casework_today(cw));
	*out = budget;
	return true;
}

/* ---- per round of one year */

static struct budget_round *round_find_in(struct budget_rounds *list, int64_t round)
{
	for (int i = 0; i < list->count; i++) {
		if (list->items[i].id == round)
			return &list->items[i];
	}
	return NULL;
}

static bool rounds_granted_read(struct casework *cw, int year, struct budget_rounds *list, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_BUDGET_GRANTED, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct budget_round *to = round_find_in(list, rows_number(&rows, "round"));
		int64_t of_year = rows_number(&rows, "year"), ore = rows_number(&rows, "ore");

		rows_null(&rows, "round_year");
		if (to && (year == 0 || of_year == year))
			ore_add(&to->decided, ore);
	}
	return rows_done(&rows, err);
}

static bool rounds_paid_read(struct casework *cw, int year, struct budget_rounds *list, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_BUDGET_PLANNED, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct budget_round *to = round_find_in(list, rows_number(&rows, "round"));
		int64_t of_year = rows_number(&rows, "year"), paid = rows_number(&rows, "paid");

		rows_null(&rows, "planned");
		rows_null(&rows, "attested");
		if (to && (year == 0 || of_year == year))
			ore_add(&to->paid, paid);
	}
	return rows_done(&rows, err);
}

static bool rounds_all_read(struct casework *cw, int year, struct budget_rounds *list, struct error *err)
{
	bool *proposed, read = rounds_read(cw, list, &proposed, err) && rounds_granted_read(cw, year, list, err) &&
			       rounds_paid_read(cw, year, list, err);

	for (int i = 0; read && i < list->count; i++) {
		int64_t ore[BUDGET_YEARS] = {0};
		int round_year = 0;

		if (proposed[i])
			read = proposed_read(cw, list->items[i].id, ore, &round_year, err);
		list->items[i].proposed = rank_amount(ore, year);
	}
	return read;
}

bool budget_rounds_load(struct casework *cw, int year, struct budget_rounds *out, struct error *err)
{
	struct budget_rounds list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	bool read = rounds_all_read(cw, year, &list, err);
	store_look_done(casework_store(cw));
	if (!read) {
		budget_rounds_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void budget_rounds_done(struct budget_rounds *rounds)
{
	if (rounds)
		arena_done(&rounds->arena);
}
