/* What a report tells region by region and indicator by indicator. Invariant: money that a region has not used is
 * proposed, as told or as what is left of its share, and never more than a proposal. */
#include "casework/reporting_inner.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/grow.h"

/* ---- shares of what is granted */

void reporting_shares(int64_t granted_ore, const int64_t *shares, int count, int64_t *out)
{
	struct money_sum sum = {0};
	int64_t left = granted_ore;

	for (int i = 0; i < count; i++)
		if (shares[i] != MONEY_UNKNOWN)
			money_sum_add(&sum, shares[i]);
	for (int i = 0; i < count; i++) {
		out[i] = MONEY_UNKNOWN;
		if (sum.ore <= 0 || shares[i] == MONEY_UNKNOWN)
			continue;
		out[i] = (int64_t)((__int128)granted_ore * shares[i] / sum.ore);
		left -= out[i];
	}
	if (sum.ore <= 0)
		return;
	for (int i = 0; i < count && left > 0; i++)
		if (shares[i] != MONEY_UNKNOWN && shares[i] > 0) {
			out[i]++;
			left--;
		}
}

bool reporting_condition_names(const struct programme *programme, const char *condition, const char *kind)
{
	const struct word *word = programme_word(programme, "report", kind);
	struct arena arena;
	const char *folded;
	bool names;

	if (!word || text_blank(condition))
		return false;
	arena_init(&arena);
	folded = text_fold(&arena, condition);
	names = strstr(folded, text_fold(&arena, word->name[0])) || strstr(folded, text_fold(&arena, word->name[1]));
	arena_done(&arena);
	return names;
}

/* ---- what is told of regions, as it stands */

bool reporting_regions_load(struct casework *cw, int64_t measure, int64_t report, int64_t granted_ore,
	struct arena *arena, struct reporting_region **out, int *count, struct error *err)
{
	struct reporting_region *items = NULL;
	int64_t *shares = NULL, *parts;
	struct rows rows;
	int found = 0;

	if (!store_ask(casework_store(cw), SQL_REPORTING_REGIONS,
		    BINDS(BIND("measure", measure), BIND("report", report)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, items, found);
		GROW(arena, shares, found);
		shares[found] = rows_number(&rows, "share");
		items[found++] = (struct reporting_region){.region = rows_text(&rows, "region", arena),
			.short_name = rows_text(&rows, "short_name", arena),
			.told = rows_bool(&rows, "told"),
			.used_ore = rows_number(&rows, "used_ore"),
			.unused_ore = rows_number(&rows, "unused_ore"),
			.effects = rows_text(&rows, "effects", arena)};
	}
	if (!rows_done(&rows, err))
		return false;
	parts = arena_take(arena, (size_t)(found + 1) * sizeof(*parts));
	reporting_shares(granted_ore, shares, found, parts);
	for (int i = 0; i < found; i++) {
		items[i].left = shares[i] == 0;
		items[i].share_ore = found == 1 ? granted_ore : parts[i];
	}
	*out = items;
	*count = found;
	return true;
}

/* ---- money and effects of one region */

#define AT(member) offsetof(struct reporting_told, member)
static const struct field told_fields[] = {
	{.name = "region", .label = N_("Region"), .kind = FIELD_REGION, .needed = true, .at = AT(region)},
	{.name = "effects", .label = N_("Effects"), .kind = FIELD_TEXT, .unknown = true, .at = AT(effects)},
};
#undef AT
static const struct form told_form = {told_fields, sizeof(told_fields) / sizeof(*told_fields)};

/* What the region has told so far, with its share. */
static bool region_now(struct change *change, const struct reporting_standing *standing, const char *region,
	struct reporting_region *out, struct error *err)
{
	struct reporting_region *items;
	struct reporting_money money;
	int count;

	if (!reporting_money_load(change->cw, standing->measure, &change->arena, &money, err) ||
		!reporting_regions_load(change->cw, standing->measure, standing->report, money.granted_ore,
			&change->arena, &items, &count, err))
		return false;
	for (int i = 0; i < count; i++)
		if (!strcmp(items[i].region, region))
			*out = items[i];
	return true;
}

/* What is left of the share is unused only when the measure is done: a partial report proposes nothing by itself. */
static int64_t unused_of(
	const struct reporting_told *told, const struct reporting_region *now, int64_t used, bool final)
{
	if (told->set_unused)
		return told->unused_ore;
	if (!told->set_used || !final)
		return now->unused_ore;
	if (used == MONEY_UNKNOWN || now->share_ore == MONEY_UNKNOWN)
		return MONEY_UNKNOWN;
	return used < now->share_ore ? now->share_ore - used : 0;
}

static bool region_put(struct change *change, int64_t due, const struct reporting_told *given, struct error *err)
{
	struct reporting_told clean = *given;
	struct reporting_region now = {
		.share_ore = MONEY_UNKNOWN, .used_ore = MONEY_UNKNOWN, .unused_ore = MONEY_UNKNOWN};
	struct reporting_standing standing;
	const char *before;
	int64_t used;

	if (!reporting_open(change, RIGHT_REPORT_PUT, due, &standing, err))
		return false;
	if (!clean.region)
		clean.region = standing.lead;
	if (!form_clean(change->cw, &told_form, &clean, &change->arena, NULL, err) ||
		!reporting_region_takes_part(change, &standing, clean.region, err) ||
		!region_now(change, &standing, clean.region, &now, err))
		return false;
	used = given->set_used ? given->used_ore : now.used_ore;
	before = change_facts(change, OBJECT_REPORT, standing.report, err);
	return before &&
	       store_run(change->store, SQL_REPORTING_REGION_PUT,
		       BINDS(BIND("report", standing.report), BIND("region", clean.region), BIND("used_ore", used),
			       BIND("unused_ore", unused_of(&clean, &now, used, !strcmp(standing.kind, "final"))),
			       BIND("effects", given->effects ? (clean.effects ? clean.effects : "") : now.effects)),
		       err) &&
	       store_run(change->store, SQL_REPORTING_TOUCH,
		       BINDS(BIND("id", standing.report), BIND("version", standing.report_version)), err) &&
	       change_record(change, OBJECT_REPORT, standing.report, standing.application, before, err);
}

bool reporting_region_put(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_told *told, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "report-region", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!region_put(&change, due, told, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- what was achieved of an indicator */

#define AT(member) offsetof(struct reporting_achieved, member)
static const struct field achieved_fields[] = {
	{.name = "region", .label = N_("Region"), .kind = FIELD_REGION, .unknown = true, .at = AT(region)},
	{.name = "achieved", .label = N_("Achieved"), .kind = FIELD_LINE, .at = AT(achieved)},
	{.name = "achieved_on", .label = N_("Measured on"), .kind = FIELD_DAY, .unknown = true, .at = AT(achieved_on)},
	{.name = "note", .label = N_("Note"), .kind = FIELD_TEXT, .at = AT(note)},
};
#undef AT
static const struct form achieved_form = {achieved_fields, sizeof(achieved_fields) / sizeof(*achieved_fields)};

static bool indicator_find(
	struct change *change, const struct reporting_standing *standing, int n, int64_t *id, struct error *err)
{
	struct rows rows;
	int64_t found = 0;

	if (!store_ask(change->store, SQL_REPORTING_INDICATOR, BINDS(BIND("measure", standing->measure), BIND("n", n)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		found = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	*id = found;
	return found || refuse(err, ERROR_MISSING, _("The measure has no indicator %d. Nothing was saved."), n);
}

static bool effect_write(struct change *change, int64_t report, int64_t indicator,
	const struct reporting_achieved *clean, struct error *err)
{
	const char *region = clean->region ? clean->region : "";

	if (text_blank(clean->achieved))
		return store_run(change->store, SQL_REPORTING_EFFECT_DROP,
			BINDS(BIND("report", report), BIND("indicator", indicator), BIND("region", region)), err);
	return store_run(change->store, SQL_REPORTING_EFFECT_PUT,
		BINDS(BIND("report", report), BIND("indicator", indicator), BIND("region", region),
			BIND("achieved", clean->achieved), BIND("achieved_on", clean->achieved_on),
			BIND("note", clean->note)),
		err);
}

static bool effect_put(struct change *change, int64_t due, const struct reporting_achieved *given, struct error *err)
{
	struct reporting_achieved clean = *given;
	struct reporting_standing standing;
	const char *before;
	int64_t indicator;

	if (!reporting_open(change, RIGHT_REPORT_PUT, due, &standing, err) ||
		!form_clean(change->cw, &achieved_form, &clean, &change->arena, NULL, err) ||
		(clean.region && !reporting_region_takes_part(change, &standing, clean.region, err)) ||
		!indicator_find(change, &standing, clean.indicator, &indicator, err))
		return false;
	before = change_facts(change, OBJECT_REPORT, standing.report, err);
	return before && effect_write(change, standing.report, indicator, &clean, err) &&
	       store_run(change->store, SQL_REPORTING_TOUCH,
		       BINDS(BIND("id", standing.report), BIND("version", standing.report_version)), err) &&
	       change_record(change, OBJECT_REPORT, standing.report, standing.application, before, err);
}

bool reporting_effect_put(struct casework *cw, const struct operation *op, int64_t due,
	const struct reporting_achieved *achieved, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "report-effect", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!effect_put(&change, due, achieved, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
