/* Where assessors differ. Invariant: a measure that hides its points from the actor is taken out before anything is
 * counted or put in order. */
#include "casework/differ.h"

#include "base/words.h"
#include "casework/grow.h"
#include "casework/rank_inner.h"

struct finding {
	struct casework *cw;
	struct differ *differ;
	struct ranking ranking;
	struct rank_criteria criteria;
};

static const struct rank_row *row_seen(const struct ranking *ranking, int64_t measure)
{
	for (int i = 0; i < ranking->count; i++) {
		const struct rank_row *row = &ranking->items[i];
		if (row->measure == measure)
			return row->fit == RANK_HIDDEN ? NULL : row;
	}
	return NULL;
}

static bool steps_apart(const struct rank_counted *counted, int criterion, int *low, int *high)
{
	int known = 0;

	*low = SCORE_MOST;
	*high = 0;
	for (int s = 0; s < counted->sheet_count; s++) {
		int step = counted->sheets[s].steps[criterion];
		if (step < 0)
			continue;
		known++;
		*low = step < *low ? step : *low;
		*high = step > *high ? step : *high;
	}
	return known >= 2 && *high - *low >= DIFFER_STEPS;
}

static void criteria_take(struct finding *finding, struct differ_row *row, const struct rank_counted *counted)
{
	struct arena *arena = &finding->differ->arena;

	for (int k = 0; k < finding->criteria.count; k++) {
		int low, high;
		if (!steps_apart(counted, k, &low, &high))
			continue;
		GROW(arena, row->criteria, row->count);
		row->criteria[row->count++] = (struct differing){.criterion = k,
			.low = low,
			.high = high,
			.agreed = counted->agreed[k] < 0 ? SCORE_NONE : counted->agreed[k]};
	}
}

static void counted_take(const struct rank_counted *counted, void *closure)
{
	struct finding *finding = closure;
	struct differ *differ = finding->differ;
	const struct rank_row *from = row_seen(&finding->ranking, counted->measure);
	struct rank_standing standing;

	if (!from || counted->sheet_count < 2)
		return;
	rank_standing_count(&finding->criteria, counted->sheets, counted->sheet_count, counted->agreed, &standing);
	bool whole = standing.missing == 0;
	GROW(&differ->arena, differ->items, differ->count);
	struct differ_row *row = &differ->items[differ->count++];
	*row = (struct differ_row){
		.measure = from->measure,
		.application = from->application,
		.year = from->year,
		.application_n = from->application_n,
		.n = from->n,
		.lead_short = arena_text(&differ->arena, from->lead_short),
		.title = arena_text(&differ->arena, from->title),
		.assessors = from->assessors,
		.submitted = counted->sheet_count,
		.points_100 = whole ? rank_hundred(standing.mean) : -1,
		.median_100 = whole ? rank_hundred(standing.median) : -1,
		.lowest_100 = whole ? rank_hundred(standing.lowest) : -1,
		.highest_100 = whole ? rank_hundred(standing.highest) : -1,
		.spread_100 = rank_hundred(standing.highest - standing.lowest),
	};
	criteria_take(finding, row, counted);
}

/* ---- what has been talked over */

static struct differing *differing_of(struct differ *differ, int64_t measure, const char *criterion)
{
	for (int i = 0; i < differ->count; i++) {
		struct differ_row *row = &differ->items[i];
		for (int d = 0; row->measure == measure && d < row->count; d++) {
			if (!strcmp(differ->criteria[row->criteria[d].criterion], criterion))
				return &row->criteria[d];
		}
	}
	return NULL;
}

static bool discussed_read(struct finding *finding, struct error *err)
{
	struct differ *differ = finding->differ;
	struct rows rows;

	if (!store_ask(casework_store(finding->cw), SQL_CONSENSUS_ROUND, BINDS(BIND("round", finding->ranking.round)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct differing *item = differing_of(
			differ, rows_number(&rows, "measure"), rows_text(&rows, "criterion", &differ->arena));
		if (item)
			item->discussed = true;
	}
	for (int i = 0; i < differ->count; i++) {
		for (int d = 0; d < differ->items[i].count; d++)
			differ->items[i].open += !differ->items[i].criteria[d].discussed;
		differ->open += differ->items[i].open;
	}
	return rows_done(&rows, err);
}

static bool all_read(struct finding *finding, int64_t round, struct error *err)
{
	struct differ *differ = finding->differ;

	if (!rank_read(finding->cw, round, 0, 0, RANK_AS_ACTOR, &finding->ranking, err))
		return false;
	bool read = rank_criteria_read(finding->cw, round, 0, &differ->arena, &finding->criteria, err);
	differ->criterion_count = finding->criteria.count;
	memcpy(differ->criteria, finding->criteria.ids, sizeof(differ->criteria));
	differ->round_name = arena_text(&differ->arena, finding->ranking.round_name);
	read = read && rank_counted_read(finding->cw, round, &finding->criteria, counted_take, finding, err) &&
	       discussed_read(finding, err);
	ranking_done(&finding->ranking);
	return read;
}

bool differ_load(struct casework *cw, int64_t round, enum differ_order order, struct differ *out, struct error *err)
{
	struct differ differ = {0};
	struct finding finding = {.cw = cw, .differ = &differ};

	if (!rank_may(cw, 0, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&differ.arena);
	bool read = all_read(&finding, round, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&differ.arena);
		return false;
	}
	differ_sort(&differ, order);
	*out = differ;
	return true;
}

void differ_done(struct differ *differ)
{
	if (differ)
		arena_done(&differ->arena);
}

/* ---- order */

static int more_first(int a, int b)
{
	return (a < b) - (a > b);
}

static int number_compare(const struct differ_row *a, const struct differ_row *b)
{
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	if (a->application_n != b->application_n)
		return a->application_n < b->application_n ? -1 : 1;
	return (a->n > b->n) - (a->n < b->n);
}

static int gap_of(const struct differ_row *row)
{
	return row->points_100 > row->median_100 ? row->points_100 - row->median_100
						 : row->median_100 - row->points_100;
}

static int order_compare(const struct differ_row *a, const struct differ_row *b, enum differ_order order)
{
	int by = 0;

	switch (order) {
	case DIFFER_BY_OPEN: by = more_first(a->open, b->open); break;
	case DIFFER_BY_GAP: by = more_first(gap_of(a), gap_of(b)); break;
	case DIFFER_BY_POINTS: by = more_first(a->points_100, b->points_100); break;
	case DIFFER_BY_NUMBER: return number_compare(a, b);
	case DIFFER_BY_SPREAD:
	case DIFFER_ORDERS: break;
	}
	if (by == 0)
		by = more_first(a->spread_100, b->spread_100);
	return by != 0 ? by : number_compare(a, b);
}

void differ_sort(struct differ *differ, enum differ_order order)
{
	for (int i = 1; i < differ->count; i++) {
		struct differ_row row = differ->items[i];
		int at = i;
		for (; at > 0 && order_compare(&row, &differ->items[at - 1], order) < 0; at--)
			differ->items[at] = differ->items[at - 1];
		differ->items[at] = row;
	}
}

static const struct {
	const char *code, *words;
} orders[DIFFER_ORDERS] = {
	[DIFFER_BY_OPEN] = {"open", N_("not discussed first")},
	[DIFFER_BY_SPREAD] = {"spread", N_("by disagreement")},
	[DIFFER_BY_GAP] = {"gap", N_("by mean against median")},
	[DIFFER_BY_POINTS] = {"points", N_("by points")},
	[DIFFER_BY_NUMBER] = {"number", N_("in order of number")},
};

const char *differ_order_code(enum differ_order order)
{
	return orders[order].code;
}

const char *differ_order_words(enum differ_order order)
{
	return _(orders[order].words);
}

const char *differ_words(struct arena *arena, const struct differ *differ, const struct differ_row *row)
{
	const char *text = "";

	for (int d = 0; d < row->count; d++) {
		const struct differing *item = &row->criteria[d];
		const char *after = "";

		if (item->agreed != SCORE_NONE)
			after = arena_format(arena, _(" (agreed %d)"), item->agreed);
		else if (item->discussed)
			after = _(" (discussed)");
		text = arena_format(arena, "%s%s%s %d-%d%s", text, d ? ", " : "", differ->criteria[item->criterion],
			item->low, item->high, after);
	}
	return text;
}
