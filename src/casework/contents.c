/* The contents of an application. Invariant: nothing is worked out here that is kept anywhere; the same rows give the
 * same differences and the same evidence. */
#include "casework/contents.h"
#include "casework/contents_inner.h"
#include "casework/grow.h"

#include "base/money.h"

int64_t cost_year_difference(const struct cost_year *year)
{
	return year->estimate_ore == MONEY_UNKNOWN ? MONEY_UNKNOWN : year->rows_ore - year->estimate_ore;
}

static struct cost_year *year_of(struct contents *contents, const struct measure *measure, int year)
{
	for (int i = 0; i < contents->year_count; i++)
		if (contents->years[i].measure == measure->id && contents->years[i].year == year)
			return &contents->years[i];
	GROW(&contents->arena, contents->years, contents->year_count);
	contents->years[contents->year_count] = (struct cost_year){
		.measure = measure->id, .measure_n = measure->n, .year = year, .estimate_ore = MONEY_UNKNOWN};
	return &contents->years[contents->year_count++];
}

static int year_compare(const void *one, const void *two)
{
	const struct cost_year *a = one, *b = two;

	return a->measure_n != b->measure_n ? a->measure_n - b->measure_n : a->year - b->year;
}

static void years_make(struct contents *contents)
{
	const struct entry_list *costs = &contents->entries[ENTRY_COST];

	for (int m = 0; m < contents->measures.count; m++) {
		const struct measure *measure = &contents->measures.items[m];

		for (int i = 0; i < measure->year_count; i++)
			if (measure->years[i].has_cost)
				year_of(contents, measure, measure->years[i].year)->estimate_ore =
					measure->years[i].cost_ore;
		for (int i = 0; i < costs->count; i++) {
			const struct entry *row = &costs->items[i];
			struct cost_year *year;

			if (row->measure != measure->id)
				continue;
			year = year_of(contents, measure, (int)strtol(row->values[COST_YEAR], NULL, 10));
			year->rows_ore += entry_ore(row, COST_ORE); /* each is at most MONEY_MOST */
			year->rows++;
		}
	}
	if (contents->year_count)
		qsort(contents->years, (size_t)contents->year_count, sizeof(*contents->years), year_compare);
}

static bool parts_load(struct casework *cw, int64_t application, struct contents *contents, struct error *err)
{
	if (!application_load(cw, application, &contents->application, err) ||
		!measure_list_load(cw, application, &contents->measures, err) ||
		!share_list_load(cw, application, &contents->shares, err))
		return false;
	for (int kind = 0; kind < ENTRY_KINDS; kind++)
		if (!entry_list_load(cw, (enum entry_kind)kind, application, &contents->entries[kind], err))
			return false;
	years_make(contents);
	return evidence_gather(cw, contents, err);
}

bool contents_load(struct casework *cw, int64_t application, struct contents *out, struct error *err)
{
	struct contents contents = {0};

	arena_init(&contents.arena);
	if (!parts_load(cw, application, &contents, err)) {
		contents_done(&contents);
		return false;
	}
	*out = contents;
	return true;
}

void contents_done(struct contents *contents)
{
	if (!contents)
		return;
	for (int kind = 0; kind < ENTRY_KINDS; kind++)
		entry_list_done(&contents->entries[kind]);
	share_list_done(&contents->shares);
	measure_list_done(&contents->measures);
	application_done(&contents->application);
	arena_done(&contents->arena);
	*contents = (struct contents){0};
}

const struct entry *contents_promise(const struct contents *contents, int64_t measure)
{
	return entry_find(&contents->entries[ENTRY_PROMISE], measure, 1);
}

bool evidence_is_of(const struct evidence *evidence, const char *gate, int64_t measure, int64_t participant)
{
	return !strcmp(evidence->gate, gate) && evidence->measure == measure && evidence->participant == participant;
}

const char *contents_proposes(const struct contents *contents, const char *gate, int64_t measure, int64_t participant)
{
	static const char *const answers[] = {
		[SEES_YES] = "yes", [SEES_NOTHING] = NULL, [SEES_UNCLEAR] = "unclear", [SEES_NO] = "no"};
	bool any = false;
	enum evidence_sees worst = SEES_YES;

	for (int i = 0; i < contents->evidence_count; i++) {
		const struct evidence *each = &contents->evidence[i];

		if (!evidence_is_of(each, gate, measure, participant))
			continue;
		worst = !any || each->sees > worst ? each->sees : worst;
		any = true;
	}
	return any ? answers[worst] : NULL;
}
