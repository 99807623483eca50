/* What a measure's points are. Invariant: the mean is exact, in units of 1/RANK_UNIT, and a criterion abstained from is
 * left out of it: never a zero. No file, no clock, no office. */
#include "rank_inner.h"

static int64_t criterion_mean(
	const struct rank_sheet *sheets, int sheet_count, const int8_t *agreed, int criterion, bool *whole)
{
	int64_t sum = 0;
	int scored = 0;
	bool unsaid = false;

	*whole = true;
	if (agreed[criterion] >= 0)
		return agreed[criterion] * (int64_t)RANK_UNIT;
	for (int s = 0; s < sheet_count; s++) {
		int step = sheets[s].steps[criterion];
		unsaid |= step == STEP_UNSAID;
		if (step >= 0) {
			sum += step;
			scored++;
		}
	}
	*whole = scored > 0 && !unsaid;
	return scored ? sum * RANK_UNIT / scored : 0;
}

/* What one assessor's points come to: an agreed step counts for all, and where the assessor abstains the criterion
 * stands as it does. False: nothing of the assessor's own is among them. */
static bool sheet_total(const struct rank_criteria *criteria, const int8_t *sheet, const int8_t *agreed,
	const int64_t *means, int64_t *out)
{
	int64_t total = 0;
	bool own = false;

	for (int k = 0; k < criteria->count; k++) {
		bool counts = sheet[k] >= 0 && agreed[k] < 0;
		own |= sheet[k] >= 0;
		total += criteria->weights[k] * (counts ? sheet[k] * (int64_t)RANK_UNIT : means[k]);
	}
	*out = total;
	return own;
}

static int total_compare(const void *a, const void *b)
{
	int64_t first = *(const int64_t *)a, second = *(const int64_t *)b;
	return (first > second) - (first < second);
}

static void totals_fill(struct rank_standing *standing, const struct rank_criteria *criteria,
	const struct rank_sheet *sheets, int sheet_count, const int8_t *agreed, const int64_t *means)
{
	int64_t *totals = memory_take(((size_t)sheet_count + 1) * sizeof(*totals));
	int count = 0;

	for (int s = 0; s < sheet_count; s++)
		count += sheet_total(criteria, sheets[s].steps, agreed, means, &totals[count]);
	standing->median = standing->lowest = standing->highest = standing->mean;
	if (count > 0) {
		qsort(totals, (size_t)count, sizeof(*totals), total_compare);
		standing->median = (totals[(count - 1) / 2] + totals[count / 2]) / 2;
		standing->lowest = totals[0];
		standing->highest = totals[count - 1];
	}
	free(totals);
}

/* The lowest step that counts for a criterion; SCORE_NONE: none does. */
static int criterion_lowest(const struct rank_sheet *sheets, int sheet_count, const int8_t *agreed, int criterion)
{
	int lowest = SCORE_NONE;

	if (agreed[criterion] >= 0)
		return agreed[criterion];
	for (int s = 0; s < sheet_count; s++) {
		int step = sheets[s].steps[criterion];
		if (step >= 0 && (lowest == SCORE_NONE || step < lowest))
			lowest = step;
	}
	return lowest;
}

/* A bonus criterion is a wish: it makes no lowest step, unless there is nothing else. */
static int lowest_find(const struct rank_criteria *criteria, const struct rank_sheet *sheets, int sheet_count,
	const int8_t *agreed, bool bonus)
{
	int lowest = SCORE_NONE;

	for (int k = 0; k < criteria->count; k++) {
		int step = criterion_lowest(sheets, sheet_count, agreed, k);
		if (criteria->bonus[k] == bonus && step >= 0 && (lowest == SCORE_NONE || step < lowest))
			lowest = step;
	}
	return lowest;
}

void rank_standing_count(const struct rank_criteria *criteria, const struct rank_sheet *sheets, int sheet_count,
	const int8_t agreed[SCORE_CRITERIA], struct rank_standing *out)
{
	struct rank_standing standing = {0};
	int64_t means[SCORE_CRITERIA];

	for (int k = 0; k < criteria->count; k++) {
		bool whole;
		means[k] = criterion_mean(sheets, sheet_count, agreed, k, &whole);
		standing.mean += criteria->weights[k] * means[k];
		standing.missing += !whole;
		standing.agreed += agreed[k] >= 0;
		for (int s = 0; s < sheet_count; s++)
			standing.abstained += sheets[s].steps[k] == STEP_ABSTAINED;
	}
	totals_fill(&standing, criteria, sheets, sheet_count, agreed, means);
	int lowest = lowest_find(criteria, sheets, sheet_count, agreed, false);
	standing.zero = lowest == 0;
	standing.lowest_step = lowest != SCORE_NONE ? lowest : lowest_find(criteria, sheets, sheet_count, agreed, true);
	*out = standing;
}

int rank_hundred(int64_t points)
{
	return (int)((2 * points + 4 * (int64_t)RANK_UNIT) / (8 * (int64_t)RANK_UNIT));
}

void rank_row_stand(struct rank_row *row, const struct rank_standing *standing)
{
	row->points = standing->mean;
	row->median = standing->median;
	row->lowest = standing->lowest;
	row->highest = standing->highest;
	row->lowest_step = standing->lowest_step;
	row->abstained = standing->abstained;
	row->agreed = standing->agreed;
	row->median_100 = standing->median < 0 ? -1 : rank_hundred(standing->median);
	row->spread_100 = standing->highest < 0 ? -1 : rank_hundred(standing->highest - standing->lowest);
}

/* ---- from the file */

struct rank_standing rank_standing_read(struct rows *rows)
{
	return (struct rank_standing){
		.mean = rows_number_or(rows, "mean", -1),
		.median = rows_number_or(rows, "median", -1),
		.lowest = rows_number_or(rows, "lowest", -1),
		.highest = rows_number_or(rows, "highest", -1),
		.lowest_step = (int)rows_number_or(rows, "lowest_step", -1),
		.abstained = (int)rows_number_or(rows, "abstained", 0),
		.agreed = (int)rows_number_or(rows, "agreed", 0),
	};
}

bool rank_criteria_read(struct casework *cw, int64_t round, int64_t version, struct arena *arena,
	struct rank_criteria *out, struct error *err)
{
	struct rows rows;

	*out = (struct rank_criteria){0};
	if (!store_ask(casework_store(cw), SQL_RANK_CRITERIA, BINDS(BIND("round", round), BIND("version", version)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		int at = out->count;
		int64_t used = rows_number(&rows, "version");
		const char *id = rows_text(&rows, "id", arena);
		int weight = (int)rows_number(&rows, "weight");
		bool bonus = rows_bool(&rows, "bonus");

		assert(at < SCORE_CRITERIA);
		out->version = used;
		out->ids[at] = id;
		out->weights[at] = weight;
		out->bonus[at] = bonus;
		out->count++;
	}
	return rows_done(&rows, err);
}

static int criterion_find(const struct rank_criteria *criteria, const char *id)
{
	int k = 0;

	while (k < criteria->count && strcmp(criteria->ids[k], id) != 0)
		k++;
	assert(k < criteria->count); /* the view tells of the round's criteria only */
	return k;
}

static void counted_begin(struct rank_counted *counted, int64_t measure)
{
	counted->measure = measure;
	counted->sheet_count = 0;
	memset(counted->agreed, STEP_UNSAID, sizeof(counted->agreed));
}

static struct rank_sheet *sheet_begin(struct rank_counted *counted, struct arena *arena, int64_t id, int64_t person)
{
	if (counted->sheet_count == counted->room) {
		int room = counted->room ? 2 * counted->room : ASSESSORS_MOST;
		counted->sheets = arena_grow(
			arena, counted->sheets, (size_t)counted->sheet_count, sizeof(*counted->sheets), (size_t)room);
		counted->room = room;
	}
	struct rank_sheet *sheet = &counted->sheets[counted->sheet_count++];
	*sheet = (struct rank_sheet){.id = id, .person = person};
	memset(sheet->steps, STEP_UNSAID, sizeof(sheet->steps));
	return sheet;
}

static void row_take(
	struct rank_counted *counted, struct rows *rows, const struct rank_criteria *criteria, struct arena *arena)
{
	int64_t id = rows_number(rows, "sheet"), person = rows_number(rows, "person");
	int k = criterion_find(criteria, rows_text(rows, "criterion", arena));
	struct rank_sheet *sheet = counted->sheet_count ? &counted->sheets[counted->sheet_count - 1] : NULL;

	if (!sheet || sheet->id != id)
		sheet = sheet_begin(counted, arena, id, person);
	sheet->steps[k] = (int8_t)rows_number_or(rows, "points", STEP_ABSTAINED);
	sheet->low[k] = (int8_t)rows_number_or(rows, "low", sheet->steps[k]);
	sheet->high[k] = (int8_t)rows_number_or(rows, "high", sheet->steps[k]);
	counted->agreed[k] = (int8_t)rows_number_or(rows, "agreed", STEP_UNSAID);
}

static bool counted_tell(struct rows *rows, const struct rank_criteria *criteria,
	void (*tell)(const struct rank_counted *counted, void *closure), void *closure, struct error *err)
{
	struct rank_counted counted = {0};
	struct arena arena;

	arena_init(&arena);
	while (rows_next(rows)) {
		int64_t measure = rows_number(rows, "measure");
		if (measure != counted.measure && counted.measure)
			tell(&counted, closure);
		if (measure != counted.measure)
			counted_begin(&counted, measure);
		row_take(&counted, rows, criteria, &arena);
	}
	if (counted.measure)
		tell(&counted, closure);
	arena_done(&arena);
	return rows_done(rows, err);
}

bool rank_counted_read(struct casework *cw, int64_t round, const struct rank_criteria *criteria,
	void (*tell)(const struct rank_counted *counted, void *closure), void *closure, struct error *err)
{
	struct rows rows;

	return store_ask(casework_store(cw), SQL_RANK_COUNTED,
		       BINDS(BIND("round", round), BIND("version", criteria->version)), &rows, err) &&
	       counted_tell(&rows, criteria, tell, closure, err);
}

bool rank_counted_measure_read(struct casework *cw, int64_t measure, const struct rank_criteria *criteria,
	void (*tell)(const struct rank_counted *counted, void *closure), void *closure, struct error *err)
{
	struct rows rows;

	return store_ask(casework_store(cw), SQL_RANK_COUNTED_MEASURE, BINDS(BIND("measure", measure)), &rows, err) &&
	       counted_tell(&rows, criteria, tell, closure, err);
}
