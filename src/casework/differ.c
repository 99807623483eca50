/* Where assessors differ. Invariant: a measure whose points are hidden from the actor is taken out before anything is
 * counted or put in order. */
#include "casework/differ.h"

#include "base/words.h"
#include "casework/grow.h"
#include "casework/rank_inner.h"

struct finding {
	struct casework *cw;
	struct differ *differ;
	struct ranking ranking; /* as the actor sees it */
	struct rank_criteria criteria;
	int64_t *persons; /* by name */
	const char **names;
	int person_count;
};

/* ---- steps */

static const struct rank_row *row_seen(const struct ranking *ranking, int64_t measure)
{
	for (int i = 0; i < ranking->count; i++) {
		if (ranking->items[i].measure == measure)
			return ranking->items[i].fit == RANK_HIDDEN ? NULL : &ranking->items[i];
	}
	return NULL;
}

/* How far apart those who gave points are; 0 when fewer than two did. */
static int steps_apart(const struct rank_counted *counted, int criterion, int *low, int *high)
{
	*low = SCORE_MOST;
	*high = 0;
	for (int s = 0; s < counted->sheet_count; s++) {
		int step = counted->sheets[s].steps[criterion];
		if (step < 0)
			continue;
		*low = step < *low ? step : *low;
		*high = step > *high ? step : *high;
	}
	return *high > *low ? *high - *low : 0;
}

static void criteria_take(struct finding *finding, struct differ_row *row, const struct rank_counted *counted)
{
	struct arena *arena = &finding->differ->arena;

	for (int k = 0; k < finding->criteria.count; k++) {
		int low, high, apart = steps_apart(counted, k, &low, &high);
		row->steps = apart > row->steps ? apart : row->steps;
		if (apart < DIFFER_STEPS)
			continue;
		GROW(arena, row->criteria, row->count);
		row->criteria[row->count++] =
			(struct differing){.criterion = k, .low = low, .high = high, .agreed = SCORE_NONE};
	}
}

static void sheet_fill(
	const struct finding *finding, const struct rank_sheet *from, const char *name, struct differ_sheet *out)
{
	out->name = name;
	memset(out->steps, SCORE_NONE, sizeof(out->steps));
	for (int k = 0; k < finding->criteria.count; k++) {
		int step = from->steps[k];
		out->steps[k] = (int8_t)(step >= 0 ? step : step == STEP_ABSTAINED ? SCORE_ABSTAINED : SCORE_NONE);
	}
}

static void sheets_take(struct finding *finding, struct differ_row *row, const struct rank_counted *counted)
{
	row->sheets = arena_take(&finding->differ->arena, (size_t)counted->sheet_count * sizeof(*row->sheets));
	for (int p = 0; p < finding->person_count; p++) {
		for (int s = 0; s < counted->sheet_count; s++) {
			if (counted->sheets[s].person == finding->persons[p])
				sheet_fill(finding, &counted->sheets[s], finding->names[p],
					&row->sheets[row->sheet_count++]);
		}
	}
	assert(row->sheet_count == counted->sheet_count);
}

static void points_take(struct differ_row *row, const struct rank_row *from)
{
	bool placed = from->points_100 >= 0 && from->median_100 >= 0;

	row->points_100 = placed ? from->points_100 : -1;
	row->median_100 = placed ? from->median_100 : -1;
	row->lowest_100 = placed ? rank_hundred(from->lowest) : -1;
	row->highest_100 = placed ? rank_hundred(from->highest) : -1;
	row->spread_100 = placed ? from->spread_100 : -1;
	row->spread = placed ? from->highest - from->lowest : -1;
}

static void counted_take(const struct rank_counted *counted, void *closure)
{
	struct finding *finding = closure;
	struct differ *differ = finding->differ;
	const struct rank_row *from = row_seen(&finding->ranking, counted->measure);

	if (!from || counted->sheet_count < DIFFER_SHEETS)
		return;
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
		.place = from->place,
		.assessors = from->assessors,
		.submitted = from->submitted,
		.abstained = from->abstained,
		.lowest_step = from->lowest_step,
		.zero_flag = from->zero_flag,
		.barred = from->barred,
		.closed = from->closed,
		.decided = from->outcome != NULL,
	};
	points_take(row, from);
	sheets_take(finding, row, counted);
	criteria_take(finding, row, counted);
}

/* ---- who, what, and what has been said */

static bool persons_read(struct finding *finding, struct error *err)
{
	struct arena *arena = &finding->differ->arena;
	struct rows rows;

	if (!store_ask(casework_store(finding->cw), SQL_DIFFER_PERSONS, BINDS(BIND("round", finding->differ->round)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t person = rows_number(&rows, "person");
		const char *name = rows_text(&rows, "name", arena);

		GROW(arena, finding->persons, finding->person_count);
		GROW(arena, finding->names, finding->person_count);
		finding->persons[finding->person_count] = person;
		finding->names[finding->person_count++] = name;
	}
	return rows_done(&rows, err);
}

static bool names_read(struct finding *finding, struct error *err)
{
	struct differ *differ = finding->differ;
	struct programme programme;

	if (!programme_load(finding->cw, &programme, err))
		return false;
	differ->criterion_count = finding->criteria.count;
	for (int k = 0; k < finding->criteria.count; k++) {
		differ->criteria[k] = finding->criteria.ids[k];
		differ->names[k] = "";
		for (int i = 0; i < programme.criterion_count; i++) {
			const struct criterion *criterion = &programme.criteria[i];
			if (criterion->version == finding->criteria.version &&
				!strcmp(criterion->id, finding->criteria.ids[k]))
				differ->names[k] = arena_text(&differ->arena, criterion->name[words_swedish()]);
		}
	}
	programme_done(&programme);
	return true;
}

/* NULL: it does not differ, or is hidden. */
static struct differing *differing_find(struct differ *differ, int64_t measure, const char *criterion)
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

static bool talks_read(struct finding *finding, struct error *err)
{
	struct differ *differ = finding->differ;
	struct rows rows;

	if (!store_ask(casework_store(finding->cw), SQL_DIFFER_TALKS, BINDS(BIND("round", differ->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t measure = rows_number(&rows, "measure"), records = rows_number(&rows, "records");
		const char *criterion = rows_text(&rows, "criterion", &differ->arena);
		int agreed = (int)rows_number_or(&rows, "points", SCORE_NONE);
		const char *discussion = rows_text(&rows, "discussion", &differ->arena);
		const char *on_day = rows_text(&rows, "on_day", &differ->arena);
		struct differing *item = differing_find(differ, measure, criterion);

		if (!item)
			continue;
		item->records = records;
		item->agreed = agreed;
		item->discussion = discussion;
		item->on_day = on_day;
		if (discussion)
			item->talk = agreed == SCORE_NONE ? DIFFER_NOT_AGREED : DIFFER_AGREED;
	}
	return rows_done(&rows, err);
}

static void open_count(struct differ *differ)
{
	for (int i = 0; i < differ->count; i++) {
		struct differ_row *row = &differ->items[i];
		for (int d = 0; d < row->count; d++)
			row->open += row->criteria[d].talk == DIFFER_NOT_DISCUSSED;
		differ->open += row->open;
		differ->open_measures += row->open > 0;
		differ->differing += row->count > 0;
	}
}

static bool parts_read(struct finding *finding, struct error *err)
{
	struct differ *differ = finding->differ;

	return rank_criteria_read(finding->cw, differ->round, 0, &differ->arena, &finding->criteria, err) &&
	       persons_read(finding, err) && names_read(finding, err) &&
	       rank_counted_read(finding->cw, differ->round, &finding->criteria, counted_take, finding, err) &&
	       talks_read(finding, err);
}

static bool all_read(struct finding *finding, struct error *err)
{
	struct differ *differ = finding->differ;
	int64_t version;

	if (!rank_read_under(finding->cw, differ->round, 0, 0, &finding->ranking, &version, err))
		return false;
	differ->round_name = arena_text(&differ->arena, finding->ranking.round_name);
	differ->hidden = finding->ranking.hidden;
	bool read = parts_read(finding, err);
	ranking_done(&finding->ranking);
	open_count(differ);
	return read;
}

bool differ_load(struct casework *cw, int64_t round, enum differ_order order, struct differ *out, struct error *err)
{
	struct differ differ = {.round = round};
	struct finding finding = {.cw = cw, .differ = &differ};

	if (!rank_may(cw, 0, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&differ.arena);
	bool read = all_read(&finding, err);
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

static int number_compare(const struct differ_row *a, const struct differ_row *b)
{
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	if (a->application_n != b->application_n)
		return a->application_n < b->application_n ? -1 : 1;
	return (a->n > b->n) - (a->n < b->n);
}

static int by_number(const void *a, const void *b)
{
	return number_compare(a, b);
}

static int by_place(const void *a, const void *b)
{
	const struct differ_row *first = a, *second = b;

	if (!first->place != !second->place)
		return first->place ? -1 : 1;
	return first->place != second->place ? (first->place < second->place ? -1 : 1) : number_compare(a, b);
}

static int by_disagreement(const void *a, const void *b)
{
	const struct differ_row *first = a, *second = b;

	if (first->spread != second->spread)
		return first->spread > second->spread ? -1 : 1;
	return first->steps != second->steps ? (first->steps > second->steps ? -1 : 1) : number_compare(a, b);
}

void differ_sort(struct differ *differ, enum differ_order order)
{
	static int (*const compares[])(const void *, const void *) = {[DIFFER_BY_DISAGREEMENT] = by_disagreement,
		[DIFFER_BY_PLACE] = by_place,
		[DIFFER_BY_NUMBER] = by_number};

	if (differ->count)
		qsort(differ->items, (size_t)differ->count, sizeof(*differ->items), compares[order]);
}

/* ---- words */

const char *differ_order_words(enum differ_order order)
{
	static const char *const words[] = {
		N_("in order of disagreement"), N_("in order of place"), N_("in order of number")};

	return _(words[order]);
}

const char *differ_steps_text(struct arena *arena, const struct differ *differ, const struct differ_row *row,
	enum differ_talk talk, bool every)
{
	const char *text = "";

	for (int d = 0; d < row->count; d++) {
		const struct differing *item = &row->criteria[d];
		if (every || item->talk == talk)
			text = arena_format(arena, "%s%s%s %d–%d", text, text[0] ? ", " : "",
				differ->criteria[item->criterion], item->low, item->high);
	}
	return text;
}

const char *differ_given_text(struct arena *arena, const struct differ_row *row, int criterion, bool named)
{
	const char *text = "";

	for (int s = 0; s < row->sheet_count; s++) {
		int step = row->sheets[s].steps[criterion];
		const char *said = step >= 0                 ? arena_format(arena, "%d", step)
				   : step == SCORE_ABSTAINED ? _("abstains")
							     : "-";
		text = arena_format(arena, "%s%s%s%s%s", text, s ? ", " : "", named ? row->sheets[s].name : "",
			named ? " " : "", said);
	}
	return text;
}

const char *differ_talk_words(struct arena *arena, const struct differing *item)
{
	switch (item->talk) {
	case DIFFER_NOT_DISCUSSED: return _("not discussed");
	case DIFFER_NOT_AGREED: return _("not agreed");
	case DIFFER_AGREED: return arena_format(arena, _("agreed %d"), item->agreed);
	}
	return "";
}
