/* Follow-up in groups. Invariant: every group of a kind is made from the same measures, so that the sums of the groups
 * are the sum of all, and the years are the ledger's own. */
#include "casework/followup_inner.h"

#include "base/words.h"
#include "casework/grow.h"
#include "casework/ledger_list.h"

void follow_add(int64_t *sum, int64_t ore)
{
	bool fits = money_add(*sum, ore, sum);

	assert(fits); /* amounts are bounded and an office is small */
}

static void group_add(struct follow_group *to, const struct follow_group *from)
{
	follow_add(&to->sought, from->sought);
	follow_add(&to->granted_ore, from->granted_ore);
	follow_add(&to->planned, from->planned);
	follow_add(&to->unplanned, from->unplanned);
	follow_add(&to->paid, from->paid);
	follow_add(&to->stopped, from->stopped);
	follow_add(&to->withheld, from->withheld);
	follow_add(&to->claimed, from->claimed);
	follow_add(&to->repaid, from->repaid);
	follow_add(&to->remitted, from->remitted);
	follow_add(&to->voluntary, from->voluntary);
	follow_add(&to->interest, from->interest);
	follow_add(&to->share_sought, from->share_sought);
	to->measures += from->measures;
	to->granted += from->granted;
	to->refused += from->refused;
	to->ruled += from->ruled;
	to->open += from->open;
	to->withdrawn += from->withdrawn;
	to->unknown += from->unknown;
}

/* ---- the measures */

static void amounts_read(struct rows *rows, struct follow_group *to)
{
	to->sought = rows_number(rows, "sought");
	to->unknown = rows_number(rows, "unknown") > 0;
	to->granted_ore = rows_number(rows, "granted");
	to->planned = rows_number(rows, "planned");
	to->unplanned = rows_number(rows, "unplanned");
	to->paid = rows_number(rows, "paid");
	to->stopped = rows_number(rows, "stopped");
	to->withheld = rows_number(rows, "withheld");
	to->claimed = rows_number(rows, "claimed");
	to->repaid = rows_number(rows, "repaid");
	to->remitted = rows_number(rows, "remitted");
	to->voluntary = rows_number(rows, "voluntary");
	to->interest = rows_number(rows, "interest");
}

/* What has become of the measure is said once: a decision counts before a ruling, and that before a withdrawal. */
static void fate_settle(struct follow_measure *measure)
{
	struct follow_group *money = &measure->money;
	bool refused = measure->outcome && !strcmp(measure->outcome, "refused");

	if (measure->withdrawn && !measure->outcome)
		*money = (struct follow_group){.withdrawn = 1};
	else
		money->measures = 1;
	money->granted = measure->outcome && !refused;
	money->refused = refused;
	money->ruled = !measure->outcome && measure->ruled_on && !measure->withdrawn;
	money->open = !measure->outcome && !measure->ruled_on && !measure->withdrawn;
	money->share_sought = measure->outcome ? money->sought : 0;
}

static void measure_read(struct rows *rows, struct arena *arena, struct follow_measure *measure)
{
	bool said = !rows_null(rows, "hours");

	*measure = (struct follow_measure){
		.application = rows_number(rows, "application"),
		.lead = rows_text(rows, "lead", arena),
		.type = rows_text(rows, "type", arena),
		.area = rows_text(rows, "area", arena),
		.effect = rows_text(rows, "effect", arena),
		.arrived_on = rows_text(rows, "arrived_on", arena),
		.outcome = rows_text(rows, "outcome", arena),
		.decided_on = rows_text(rows, "decided_on", arena),
		.ruled_on = rows_text(rows, "ruled_on", arena),
		.withdrawn = !rows_null(rows, "withdrawn") && rows_bool(rows, "withdrawn"),
		.hours = said ? rows_number(rows, "hours") : MONEY_UNKNOWN,
	};
	rows_null(rows, "measure");
	amounts_read(rows, &measure->money);
	fate_settle(measure);
}

static bool measures_read(struct follow_asking *asking, struct follow_measures *out, struct error *err)
{
	struct arena *arena = &asking->out->arena;
	struct rows rows;

	if (!store_ask(casework_store(asking->cw), SQL_FOLLOW_MEASURES,
		    BINDS(BIND("until", (const char *)asking->until), BIND("round", asking->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, out->items, out->count);
		measure_read(&rows, arena, &out->items[out->count++]);
	}
	return rows_done(&rows, err);
}

/* ---- groups */

static struct follow_group *group_of(struct follow_asking *asking, enum follow_by by, const char *code)
{
	struct follow_groups *groups = &asking->out->by[by];

	for (int i = 0; i < groups->count; i++)
		if (!strcmp(groups->items[i].code, code))
			return &groups->items[i];
	GROW(&asking->out->arena, groups->items, groups->count);
	groups->items[groups->count] = (struct follow_group){.code = code};
	return &groups->items[groups->count++];
}

static const char *group_key(const struct follow_measure *measure, enum follow_by by)
{
	switch (by) {
	case FOLLOW_YEAR: return "";
	case FOLLOW_REGION: return measure->lead;
	case FOLLOW_TYPE: return measure->type;
	case FOLLOW_AREA: return measure->area;
	case FOLLOW_EFFECT: return measure->effect;
	}
	return "";
}

static const char *group_name(const struct programme *programme, enum follow_by by, const char *code)
{
	static const char *const kinds[FOLLOW_BYS] = {
		[FOLLOW_TYPE] = "type", [FOLLOW_AREA] = "area", [FOLLOW_EFFECT] = "effect"};

	if (by == FOLLOW_YEAR)
		return code;
	if (!*code)
		return _("not said");
	if (by == FOLLOW_REGION) {
		const struct region *region = programme_region(programme, code);

		return region ? region->short_name : code;
	}
	return programme_word_name(programme, kinds[by], code);
}

/* The measures of an application follow on each other: it is counted once in each group. */
static void groups_fill(struct follow_asking *asking, const struct follow_measures *measures, enum follow_by by)
{
	struct follow_groups *groups = &asking->out->by[by];

	for (int i = 0; i < measures->count; i++) {
		const struct follow_measure *measure = &measures->items[i];
		const char *key = group_key(measure, by);
		bool counted = !measure->money.measures;

		for (int j = i - 1; j >= 0 && measures->items[j].application == measure->application; j--)
			counted |=
				measures->items[j].money.measures && !strcmp(group_key(&measures->items[j], by), key);
		struct follow_group *group = group_of(asking, by, key);
		group_add(group, &measure->money);
		group->applications += !counted;
	}
	for (int i = 0; i < groups->count; i++)
		groups->items[i].name = group_name(asking->programme, by, groups->items[i].code);
}

static bool receivers_read(struct follow_asking *asking, struct error *err)
{
	struct arena *arena = &asking->out->arena;
	struct rows rows;

	if (!store_ask(casework_store(asking->cw), SQL_FOLLOW_RECIPIENTS,
		    BINDS(BIND("until", (const char *)asking->until), BIND("round", asking->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct follow_group *group = group_of(asking, FOLLOW_REGION, rows_text(&rows, "region", arena));

		group->name = group_name(asking->programme, FOLLOW_REGION, group->code);
		group->to_planned = rows_number(&rows, "planned");
		group->to_paid = rows_number(&rows, "paid");
		group->shares = rows_number(&rows, "share");
		group->takes_part = (int)rows_number(&rows, "part");
	}
	return rows_done(&rows, err);
}

static int region_order(const void *a, const void *b)
{
	const struct follow_group *left = a, *right = b;

	return strcmp(left->code, right->code);
}

/* ---- the years */

static bool years_sought(struct follow_asking *asking, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(asking->cw), SQL_FOLLOW_SOUGHT,
		    BINDS(BIND("until", (const char *)asking->until), BIND("round", asking->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		char *year = arena_format(&asking->out->arena, "%d", (int)rows_number(&rows, "year"));
		struct follow_group *group = group_of(asking, FOLLOW_YEAR, year);

		group->sought = rows_number(&rows, "ore");
		group->unknown = (int)rows_number(&rows, "unknown");
	}
	return rows_done(&rows, err);
}

static void year_fill(struct follow_asking *asking, const struct ledger_line *line)
{
	struct follow_group *group = group_of(asking, FOLLOW_YEAR, arena_format(&asking->out->arena, "%d", line->year));

	group->granted_ore = line->granted;
	group->planned = ledger_line_planned(line);
	group->unplanned = line->ore[LEDGER_UNPLANNED];
	group->paid = line->ore[LEDGER_PAID];
	group->stopped = line->ore[LEDGER_STOPPED];
	group->withheld = line->ore[LEDGER_WITHDRAWN];
	group->claimed = line->ore[LEDGER_CLAIMED];
	group->repaid = line->ore[LEDGER_REPAID];
	group->remitted = line->ore[LEDGER_REMITTED];
	group->voluntary = line->ore[LEDGER_VOLUNTARY];
	group->interest = line->ore[LEDGER_INTEREST];
}

static bool years_read(struct follow_asking *asking, struct error *err)
{
	struct follow_groups *years = &asking->out->by[FOLLOW_YEAR];
	char on[DAY_TEXT];
	struct ledger_query query = {.round = asking->round, .as_of = on, .by = LEDGER_PER_YEAR};
	struct ledger_list list;

	day_text(asking->on, on);
	if (!years_sought(asking, err) || !ledger_list_load(asking->cw, &query, &list, err))
		return false;
	for (int i = 0; i < list.count; i++)
		year_fill(asking, &list.items[i]);
	ledger_list_done(&list);
	for (int i = 0; i < years->count; i++)
		years->items[i].name = years->items[i].code;
	if (years->count)
		qsort(years->items, (size_t)years->count, sizeof *years->items, region_order);
	return true;
}

/* ---- all of it */

static bool followup_read(struct follow_asking *asking, struct error *err)
{
	struct follow_groups *regions = &asking->out->by[FOLLOW_REGION];
	struct follow_measures measures = {0};

	if (!measures_read(asking, &measures, err))
		return false;
	for (int by = FOLLOW_REGION; by < FOLLOW_BYS; by++)
		groups_fill(asking, &measures, (enum follow_by)by);
	for (int i = 0; i < regions->count; i++) {
		group_add(&asking->out->sum, &regions->items[i]);
		asking->out->sum.applications += regions->items[i].applications;
	}
	asking->out->sum.code = asking->out->sum.name = "";
	follow_times_settle(asking, &measures);
	if (!years_read(asking, err) || !receivers_read(asking, err) || !follow_criteria_read(asking, err) ||
		!follow_effects_read(asking, &measures, err) || !follow_reports_read(asking, err) ||
		!follow_claims_read(asking, err))
		return false;
	if (regions->count)
		qsort(regions->items, (size_t)regions->count, sizeof *regions->items, region_order);
	return true;
}

bool followup_load(struct casework *cw, int64_t round, const char *as_of, struct followup *out, struct error *err)
{
	struct followup followup = {0};
	struct programme programme;
	struct follow_asking asking = {
		cw, round, "", as_of ? day_read(as_of) : casework_today(cw), &followup, &programme};
	char on[DAY_TEXT];

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !programme_load(cw, &programme, err))
		return false;
	if (!store_look(casework_store(cw), err)) { /* all groups of one moment */
		programme_done(&programme);
		return false;
	}
	day_text(asking.on, on);
	snprintf(asking.until, sizeof asking.until, "%s 23:59:59", on);
	arena_init(&followup.arena);
	followup.as_of = arena_text(&followup.arena, on);
	followup.past = asking.on < casework_today(cw);
	bool read = followup_read(&asking, err);
	store_look_done(casework_store(cw));
	programme_done(&programme);
	if (!read) {
		followup_done(&followup);
		return false;
	}
	*out = followup;
	return true;
}

void followup_done(struct followup *followup)
{
	if (followup)
		arena_done(&followup->arena);
}
