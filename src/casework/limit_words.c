/* Limits in words. Invariant: what no row sets is not tested, and a past year no longer binds. */
#include "casework/limit_words.h"

#include "casework/money_years.h"

#include "base/words.h"

/* Öre of one year; MONEY_UNKNOWN where there is no limit. */
struct limits {
	int64_t appropriation, carried, commitment, round;
	int64_t decided, decided_round;
	int64_t committed; /* of decided, by rounds meant for an earlier year */
};

static void limit_keep(struct limits *limits, const char *kind, int64_t ore)
{
	if (!strcmp(kind, "appropriation"))
		limits->appropriation = ore;
	else if (!strcmp(kind, "carried"))
		limits->carried = ore;
	else if (!strcmp(kind, "commitment"))
		limits->commitment = ore;
	else if (!strcmp(kind, "round"))
		limits->round = ore;
}

static bool limits_load(
	struct casework *cw, int64_t round, int year, struct arena *arena, struct limits *limits, struct error *err)
{
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(cw), today);
	if (!store_ask(casework_store(cw), SQL_BUDGET_LIMITS,
		    BINDS(BIND("today", (const char *)today), BIND("round", round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const char *kind = rows_text(&rows, "kind", arena);
		int64_t ore = rows_number(&rows, "ore");

		if (rows_number(&rows, "year") == year)
			limit_keep(limits, kind, ore);
	}
	return rows_done(&rows, err);
}

static bool decided_load(struct casework *cw, int64_t round, int year, struct limits *limits, struct error *err)
{
	struct rows rows;

	if (!store_ask(
		    casework_store(cw), SQL_DECISION_YEAR, BINDS(BIND("year", year), BIND("round", round)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		limits->decided = rows_number(&rows, "decided");
		limits->decided_round = rows_number(&rows, "decided_round");
		limits->committed = rows_number(&rows, "committed");
	}
	return rows_done(&rows, err);
}

static const char *over_words(struct arena *arena, const char *format, int year, int64_t decided, int64_t limit)
{
	char over[MONEY_TEXT];

	return arena_format(arena, format, year, money_words(decided - limit, over));
}

static const char *limits_tell(const struct limits *limits, int year, struct arena *arena)
{
	int64_t available = limits->appropriation;

	if (available != MONEY_UNKNOWN && limits->carried != MONEY_UNKNOWN)
		available += limits->carried;
	if (available != MONEY_UNKNOWN && limits->decided > available)
		return over_words(arena, _("%d: what is decided is %s above the appropriation."), year, limits->decided,
			available);
	if (limits->commitment != MONEY_UNKNOWN && limits->committed > limits->commitment)
		return over_words(arena, _("%d: what is decided is %s above the authority to commit later years."),
			year, limits->committed, limits->commitment);
	if (limits->round != MONEY_UNKNOWN && limits->decided_round > limits->round)
		return over_words(arena, _("%d: what is decided is %s above the limit of the round."), year,
			limits->decided_round, limits->round);
	return NULL;
}

bool limit_words(struct casework *cw, int64_t round, int year, struct arena *arena, const char **out, struct error *err)
{
	struct limits limits = {MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN, 0, 0, 0};
	int this_year = day_year(casework_today(cw));

	if (year >= this_year &&
		(!limits_load(cw, round, year, arena, &limits, err) || !decided_load(cw, round, year, &limits, err)))
		return false;
	*out = year < this_year ? NULL : limits_tell(&limits, year, arena);
	return true;
}

static bool limit_refuse(const char *format, int year, int64_t decided, int64_t limit, struct error *err)
{
	char now[MONEY_TEXT], over[MONEY_TEXT];

	return refuse(err, ERROR_INVALID, format, year, money_words(decided, now), money_words(decided - limit, over));
}

bool limit_holds(struct casework *cw, int64_t round, int year, struct error *err)
{
	struct limits limits = {MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN, MONEY_UNKNOWN, 0, 0, 0};
	struct arena arena;
	bool read;

	if (year < day_year(casework_today(cw)))
		return true;
	arena_init(&arena);
	read = limits_load(cw, round, year, &arena, &limits, err) && decided_load(cw, round, year, &limits, err);
	arena_done(&arena);
	if (!read)
		return false;
	if (limits.appropriation != MONEY_UNKNOWN && limits.carried != MONEY_UNKNOWN)
		limits.appropriation += limits.carried;
	if (limits.appropriation != MONEY_UNKNOWN && limits.decided > limits.appropriation)
		return limit_refuse(
			_("%d: with this decision %s is granted for the year, %s above its appropriation with what is "
			  "carried over. Nothing was recorded. Grant less, or let the controller enter another limit "
			  "with its source first."),
			year, limits.decided, limits.appropriation, err);
	if (limits.commitment != MONEY_UNKNOWN && limits.committed > limits.commitment)
		return limit_refuse(
			_("%d: with this decision earlier rounds are granted %s of the year, %s above the authority to "
			  "commit later years. Nothing was recorded. Grant less, or let the controller enter another "
			  "limit with its source first."),
			year, limits.committed, limits.commitment, err);
	return true;
}
