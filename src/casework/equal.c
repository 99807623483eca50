/* How the money above the line falls on regions and types: see equal.h. Invariant: the parts of a measure add up to the
 * whole of it, to the öre. */
#include "casework/equal.h"

#include "base/buffer.h"
#include "base/money.h"
#include "base/words.h"
#include "casework/grow.h"
#include "rank_inner.h"

static const char *const per_codes[EQUAL_PERS] = {[EQUAL_REGION] = "region", [EQUAL_TYPE] = "type"};
static const char *const unit_codes[EQUAL_UNITS] = {
	[EQUAL_SHARE] = "share", [EQUAL_ORE] = "ore", [EQUAL_COUNT] = "count"};

const char *equal_per_code(enum equal_per per)
{
	return per_codes[per];
}

const char *equal_unit_code(enum equal_unit unit)
{
	return unit_codes[unit];
}

struct part {
	int64_t measure, ore;
	int group;
};
struct look {
	struct casework *cw;
	struct equal *equal;
	struct ranking ranking;
	struct part *shares; /* by measure */
	int share_count;
};

/* ---- groups */

static int group_find(const struct equal *equal, enum equal_per per, const char *code)
{
	for (int i = 0; i < equal->group_count; i++) {
		if (equal->groups[i].per == per && !strcmp(equal->groups[i].code, code))
			return i;
	}
	return -1;
}

static int group_of(struct equal *equal, enum equal_per per, const char *code, const char *name)
{
	int at = group_find(equal, per, code);

	if (at >= 0)
		return at;
	GROW(&equal->arena, equal->groups, equal->group_count);
	equal->groups[equal->group_count] = (struct equal_group){.per = per, .code = code, .name = name};
	return equal->group_count++;
}

static const struct rank_row *row_of(const struct look *look, int64_t measure)
{
	for (int i = 0; i < look->ranking.count; i++) {
		if (look->ranking.items[i].measure == measure)
			return &look->ranking.items[i];
	}
	return NULL;
}

/* Regions first, in Swedish order: every one that has a place in the list, by itself or by a share. */
static bool regions_read(struct look *look, struct error *err)
{
	struct equal *equal = look->equal;
	struct rows rows;

	if (!store_ask(casework_store(look->cw), SQL_EQUAL_REGIONS, BINDS(BIND("round", equal->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const struct rank_row *row = row_of(look, rows_number(&rows, "measure"));
		const char *code = rows_text(&rows, "region", &equal->arena);
		const char *name = rows_text(&rows, "region_short", &equal->arena);

		if (row && rank_has_place(row))
			group_of(equal, EQUAL_REGION, code, name);
	}
	return rows_done(&rows, err);
}

/* ---- what each has above the line */

static bool counts(const struct rank_row *row)
{
	return row && row->fit == RANK_INSIDE && row->proposed_ore > 0;
}

static void group_add(struct equal *equal, int group, int64_t ore)
{
	equal->groups[group].ore += ore;
	equal->groups[group].count++;
}

static bool shares_read(struct look *look, struct error *err)
{
	struct equal *equal = look->equal;
	struct rows rows;

	if (!store_ask(casework_store(look->cw), SQL_EQUAL_SHARES, BINDS(BIND("round", equal->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t measure = rows_number(&rows, "measure"), ore = rows_number(&rows, "ore");
		int group = group_find(equal, EQUAL_REGION, rows_text(&rows, "region", &equal->arena));

		if (group < 0)
			continue;
		GROW(&equal->arena, look->shares, look->share_count);
		look->shares[look->share_count++] = (struct part){.measure = measure, .ore = ore, .group = group};
	}
	return rows_done(&rows, err);
}

/* False: no shares are written of it. */
static bool split_by_shares(struct look *look, const struct rank_row *row)
{
	int first = 0, last;
	int64_t whole = 0, rest = row->proposed_ore;

	while (first < look->share_count && look->shares[first].measure != row->measure)
		first++;
	for (last = first; last < look->share_count && look->shares[last].measure == row->measure; last++)
		whole += look->shares[last].ore;
	if (whole == 0)
		return false;
	for (int i = first; i < last; i++)
		rest -= (int64_t)((__int128)row->proposed_ore * look->shares[i].ore / whole);
	for (int i = first; i < last; i++) {
		int64_t part = (int64_t)((__int128)row->proposed_ore * look->shares[i].ore / whole);
		group_add(look->equal, look->shares[i].group, part + (rest > 0));
		rest -= rest > 0;
	}
	return true;
}

static void measure_add(struct look *look, const struct rank_row *row, const char *region, const char *type)
{
	struct equal *equal = look->equal;
	bool shared = split_by_shares(look, row);

	if (!shared)
		group_add(equal, group_find(equal, EQUAL_REGION, region), row->proposed_ore);
	group_add(equal, group_find(equal, EQUAL_TYPE, type), row->proposed_ore);
	equal->shared += shared && row->participants > 1;
	equal->led += !shared && row->participants > 1;
	equal->measures++;
	equal->ore += row->proposed_ore;
}

static bool measures_read(struct look *look, struct error *err)
{
	struct equal *equal = look->equal;
	struct rows rows;

	if (!store_ask(casework_store(look->cw), SQL_EQUAL_MEASURES, BINDS(BIND("round", equal->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const struct rank_row *row = row_of(look, rows_number(&rows, "measure"));
		const char *region = rows_text(&rows, "region", &equal->arena);
		const char *type = rows_text(&rows, "type", &equal->arena);

		if (!row || !rank_has_place(row))
			continue;
		group_of(equal, EQUAL_TYPE, type, type);
		if (counts(row))
			measure_add(look, row, region, type);
	}
	return rows_done(&rows, err);
}

/* ---- rules */

static bool rules_read(struct look *look, struct error *err)
{
	struct equal *equal = look->equal;
	struct arena *arena = &equal->arena;
	struct rows rows;

	if (!store_ask(casework_store(look->cw), SQL_EQUAL_RULES, BINDS(BIND("round", equal->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const char *unit = rows_text(&rows, "unit", arena), *region = rows_text(&rows, "region_short", arena);
		struct equal_rule rule = {.id = rows_number(&rows, "id"),
			.version = rows_number(&rows, "version"),
			.per = strcmp(rows_text(&rows, "per", arena), "type") ? EQUAL_REGION : EQUAL_TYPE,
			.most = !strcmp(rows_text(&rows, "bound", arena), "most"),
			.value = rows_number(&rows, "value"),
			.code = rows_text(&rows, "code", arena),
			.source = rows_text(&rows, "source", arena),
			.put_by = rows_text(&rows, "put_by_name", arena),
			.put_at = rows_text(&rows, "put_at", arena),
			.breaks = ""};

		while (strcmp(unit_codes[rule.unit], unit) != 0)
			rule.unit++;
		rule.name = region ? region : rule.code;
		GROW(arena, equal->rules, equal->rule_count);
		equal->rules[equal->rule_count++] = rule;
	}
	return rows_done(&rows, err);
}

/* Compared exactly: a share as products, and there is no share of nothing. */
static bool group_holds(const struct equal *equal, const struct equal_rule *rule, const struct equal_group *group)
{
	__int128 has = 0, bound = rule->value;

	switch (rule->unit) {
	case EQUAL_SHARE:
		has = (__int128)group->ore * 100;
		bound = (__int128)rule->value * equal->ore;
		if (equal->ore == 0)
			return rule->most || rule->value == 0;
		break;
	case EQUAL_ORE: has = group->ore; break;
	case EQUAL_COUNT: has = group->count; break;
	case EQUAL_UNITS: break;
	}
	return rule->most ? has <= bound : has >= bound;
}

static void rule_try(struct equal *equal, struct equal_rule *rule)
{
	struct buffer names;

	buffer_init(&names);
	rule->held = true;
	if (rule->code[0])
		group_of(equal, rule->per, rule->code, rule->name);
	for (int i = 0; i < equal->group_count; i++) {
		struct equal_group *group = &equal->groups[i];
		if (group->per != rule->per || (rule->code[0] && strcmp(rule->code, group->code) != 0) ||
			group_holds(equal, rule, group))
			continue;
		rule->held = false;
		group->breaks = true;
		buffer_format(&names, "%s%s", names.bytes ? ", " : "", group->name);
	}
	if (names.bytes)
		rule->breaks = arena_text(&equal->arena, names.text);
	buffer_done(&names);
}

/* ---- all of it */

static bool all_read(struct look *look, struct error *err)
{
	struct equal *equal = look->equal;

	if (!regions_read(look, err) || !shares_read(look, err) || !measures_read(look, err) || !rules_read(look, err))
		return false;
	for (int i = 0; i < equal->rule_count; i++)
		rule_try(equal, &equal->rules[i]);
	equal->round_name = arena_text(&equal->arena, look->ranking.round_name);
	equal->proposal_n = look->ranking.proposal ? look->ranking.n : 0;
	equal->hidden = look->ranking.hidden;
	return true;
}

static bool moment_read(struct look *look, int proposal_n, struct error *err)
{
	struct equal *equal = look->equal;

	if (!rank_read(look->cw, equal->round, proposal_n, equal->year, RANK_AS_ACTOR, &look->ranking, err))
		return false;
	bool read = all_read(look, err);
	ranking_done(&look->ranking);
	return read;
}

bool equal_load(struct casework *cw, int64_t round, int proposal_n, int year, struct equal *out, struct error *err)
{
	struct equal equal = {.round = round, .year = year};
	struct look look = {.cw = cw, .equal = &equal};

	if (!rank_may(cw, year, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&equal.arena);
	bool read = moment_read(&look, proposal_n, err);
	store_look_done(casework_store(cw));
	if (read)
		*out = equal;
	else
		arena_done(&equal.arena);
	return read;
}

void equal_done(struct equal *equal)
{
	if (equal)
		arena_done(&equal->arena);
}

int equal_per_mille(const struct equal *equal, const struct equal_group *group)
{
	return equal->ore ? (int)(((__int128)group->ore * 2000 + equal->ore) / ((__int128)equal->ore * 2)) : 0;
}
