/* A ranking made into the problems of how firm it is and of what points alone would fund. Its one invariant: a row
 * whose points the actor may not see never comes into either. */
#include "rank_firm.h"

#include "base/words.h"
#include "rank_inner.h"

struct firm_load {
	struct casework *cw;
	struct firm *firm;
	struct robust_measure *measures;
	struct robust_sheet *sheets;
	struct optimum_measure *amounts;
	struct rank_criteria criteria;
	int sheet_room, voice_room;
};

static bool criteria_read(struct firm_load *load, struct error *err)
{
	struct firm *firm = load->firm;
	struct weighting *weighting = &firm->robust.weighting;
	struct rank_criteria *criteria = &load->criteria;

	if (!rank_criteria_read(load->cw, firm->ranking.round, 0, &firm->arena, criteria, err))
		return false;
	firm->criteria_version = criteria->version;
	for (int k = 0; k < criteria->count && k < WEIGHTING_CRITERIA; k++) {
		firm->criteria[k] = criteria->ids[k];
		weighting->agreed[weighting->criteria++] = criteria->weights[k];
	}
	return true;
}

/* ---- measures, by number: that is the order of equals */

static int number_compare(const void *a, const void *b)
{
	const struct rank_row *first = *(const struct rank_row *const *)a, *second = *(const struct rank_row *const *)b;

	if (first->year != second->year)
		return first->year < second->year ? -1 : 1;
	if (first->application_n != second->application_n)
		return first->application_n < second->application_n ? -1 : 1;
	return (first->n > second->n) - (first->n < second->n);
}

static void rows_choose(struct firm *firm)
{
	firm->rows = arena_take(&firm->arena, ((size_t)firm->ranking.count + 1) * sizeof(*firm->rows));
	for (int i = 0; i < firm->ranking.count; i++) {
		const struct rank_row *row = &firm->ranking.items[i];
		if (rank_has_place(row) && firm->count < ROBUST_MEASURES)
			firm->rows[firm->count++] = row;
	}
	if (firm->count > 0)
		qsort(firm->rows, (size_t)firm->count, sizeof(*firm->rows), number_compare);
}

int firm_find(const struct firm *firm, int64_t measure)
{
	for (int i = 0; i < firm->count; i++) {
		if (firm->rows[i]->measure == measure)
			return i;
	}
	return -1;
}

/* What is granted already takes its money before anything else, and asks for no more. */
static void money_fill(struct firm_load *load)
{
	struct firm *firm = load->firm;

	memcpy(firm->robust.room, firm->ranking.room, sizeof(firm->robust.room));
	for (int i = 0; i < firm->count; i++) {
		const struct rank_row *row = firm->rows[i];
		struct robust_measure *measure = &load->measures[i];
		measure->unknown = row->fit == RANK_UNKNOWN;
		for (int y = 0; y < BUDGET_YEARS && !measure->unknown; y++) {
			if (firm->robust.room[y] == MONEY_UNKNOWN || row->proposed[y] == 0)
				continue;
			measure->years |= 1U << y;
			if (row->outcome)
				firm->robust.room[y] -= row->proposed[y];
			else
				measure->needs[y] = row->proposed[y];
		}
	}
	memcpy(firm->optimum.room, firm->robust.room, sizeof(firm->optimum.room));
}

/* The least of the years that are tested: those that are not are taken for granted. A part is worth having from 1 öre
 * when what is granted elsewhere is enough, and the whole is never less than sense. */
static int64_t least_of(const struct rank_row *row, const struct optimum_measure *amount)
{
	int64_t tested = 0, all = rank_amount(row->proposed, 0);

	for (int y = 0; y < BUDGET_YEARS; y++)
		tested += amount->needs[y];
	if (!row->least_ore || all == MONEY_UNKNOWN)
		return 0;
	int64_t least = row->least_ore - (all - tested);
	return least > tested ? tested : least < 1 ? 1 : least;
}

static int64_t common_divisor(int64_t a, int64_t b)
{
	return b == 0 ? a : common_divisor(b, a % b);
}

/* As small numbers as say the same: the solver's are floating ones. A decided row is not chosen anew, and an unknown
 * amount cannot be. */
static void worth_fill(struct firm_load *load)
{
	struct firm *firm = load->firm;
	int64_t part = RANK_UNIT;

	for (int i = 0; i < firm->count; i++)
		part = common_divisor(part, firm->rows[i]->points);
	firm->unit = RANK_UNIT / part;
	for (int i = 0; i < firm->count; i++) {
		const struct rank_row *row = firm->rows[i];
		struct optimum_measure *amount = &load->amounts[i];
		firm->out[i] = row->outcome || load->measures[i].unknown;
		if (firm->out[i])
			continue;
		amount->value = row->points / part;
		memcpy(amount->needs, load->measures[i].needs, sizeof(amount->needs));
		amount->least_ore = least_of(row, amount);
	}
}

/* ---- sheets */

static struct robust_sheet *sheet_begin(struct firm_load *load, int measure)
{
	struct firm *firm = load->firm;
	int at = firm->robust.sheet_count++;

	if (at == load->sheet_room) {
		int room = load->sheet_room ? 2 * load->sheet_room : 64;
		load->sheets = arena_grow(&firm->arena, load->sheets, (size_t)at, sizeof(*load->sheets), (size_t)room);
		load->sheet_room = room;
	}
	load->sheets[at] = (struct robust_sheet){.measure = measure};
	return &load->sheets[at];
}

/* An agreed step is every assessor's. */
static void sheet_take(struct firm_load *load, int measure, const struct rank_counted *counted, int at)
{
	const struct rank_sheet *from = &counted->sheets[at];
	struct robust_sheet *sheet = sheet_begin(load, measure);

	for (int k = 0; k < load->firm->robust.weighting.criteria; k++) {
		int8_t agreed = counted->agreed[k];
		bool said = from->steps[k] >= 0;
		sheet->low[k] = agreed >= 0 ? agreed : said ? from->low[k] : (int8_t)ROBUST_ABSTAINED;
		sheet->high[k] = agreed >= 0 ? agreed : said ? from->high[k] : (int8_t)ROBUST_ABSTAINED;
	}
}

/* ---- voices: the same, one criterion at a time and with who said it */

static void voice_put(struct firm_load *load, struct voice voice)
{
	struct firm *firm = load->firm;

	if (firm->voice_count == load->voice_room) {
		int room = load->voice_room ? 2 * load->voice_room : 256;
		firm->voices = arena_grow(
			&firm->arena, firm->voices, (size_t)firm->voice_count, sizeof(*firm->voices), (size_t)room);
		load->voice_room = room;
	}
	firm->voices[firm->voice_count++] = voice;
}

/* One beyond those there is room for is not left out alone: all such are one. */
static int assessor_find(struct firm *firm, int64_t person)
{
	for (int a = 0; a < firm->assessor_count; a++) {
		if (firm->assessors[a] == person)
			return a;
	}
	if (firm->assessor_count == WITHOUT_ASSESSORS)
		return WITHOUT_ASSESSORS - 1;
	firm->assessors[firm->assessor_count] = person;
	return firm->assessor_count++;
}

static void voices_take(struct firm_load *load, int measure, const struct rank_counted *counted)
{
	int criteria = load->firm->robust.weighting.criteria;

	for (int k = 0; k < criteria; k++) {
		int8_t agreed = counted->agreed[k];
		if (agreed >= 0)
			voice_put(load, (struct voice){measure, k, VOICE_AGREED, agreed, agreed, agreed});
	}
	for (int s = 0; s < counted->sheet_count; s++) {
		const struct rank_sheet *sheet = &counted->sheets[s];
		int assessor = assessor_find(load->firm, sheet->person);
		for (int k = 0; k < criteria; k++) {
			if (sheet->steps[k] >= 0)
				voice_put(load, (struct voice){measure, k, assessor, sheet->steps[k], sheet->low[k],
							sheet->high[k]});
		}
	}
}

static bool names_read(struct firm_load *load, struct error *err)
{
	struct firm *firm = load->firm;
	struct rows rows;

	for (int a = 0; a < firm->assessor_count; a++) {
		if (!store_ask(casework_store(load->cw), SQL_RANK_ASSESSOR, BINDS(BIND("person", firm->assessors[a])),
			    &rows, err))
			return false;
		if (rows_next(&rows))
			firm->assessor_names[a] = rows_text(&rows, "name", &firm->arena);
		if (!rows_done(&rows, err))
			return false;
	}
	return true;
}

static void counted_take(const struct rank_counted *counted, void *closure)
{
	struct firm_load *load = closure;
	int measure = firm_find(load->firm, counted->measure);
	struct rank_standing standing;

	if (measure < 0)
		return;
	rank_standing_count(&load->criteria, counted->sheets, counted->sheet_count, counted->agreed, &standing);
	if (standing.missing > 0)
		return;
	for (int i = 0; i < counted->sheet_count; i++)
		sheet_take(load, measure, counted, i);
	voices_take(load, measure, counted);
}

/* A measure with points kept in a locked proposal whose sheets have since been set aside, or say nothing of a criterion
 * that the round has come to ask: it has nothing to weigh. */
static void sheetless_drop(struct firm_load *load)
{
	struct firm *firm = load->firm;
	int *to = arena_take(&firm->arena, ((size_t)firm->count + 1) * sizeof(*to)), kept = 0;
	bool *has = arena_take(&firm->arena, (size_t)firm->count + 1);

	for (int s = 0; s < firm->robust.sheet_count; s++)
		has[load->sheets[s].measure] = true;
	for (int i = 0; i < firm->count; i++) {
		to[i] = kept;
		if (has[i]) {
			firm->rows[kept] = firm->rows[i];
			kept++;
		}
	}
	for (int s = 0; s < firm->robust.sheet_count; s++)
		load->sheets[s].measure = to[load->sheets[s].measure];
	for (int v = 0; v < firm->voice_count; v++)
		firm->voices[v].measure = to[firm->voices[v].measure];
	firm->count = kept;
}

/* ---- all of it, at one moment */

static bool all_read(struct firm_load *load, struct error *err)
{
	struct firm *firm = load->firm;

	if (!criteria_read(load, err))
		return false;
	rows_choose(firm);
	if (!rank_counted_read(load->cw, firm->ranking.round, &load->criteria, counted_take, load, err) ||
		!names_read(load, err))
		return false;
	sheetless_drop(load);
	firm->out = arena_take(&firm->arena, (size_t)firm->count + 1);
	load->measures = arena_take(&firm->arena, ((size_t)firm->count + 1) * sizeof(*load->measures));
	load->amounts = arena_take(&firm->arena, ((size_t)firm->count + 1) * sizeof(*load->amounts));
	money_fill(load);
	worth_fill(load);
	firm->left_out = firm->ranking.count - firm->count;
	firm->robust.measures = load->measures;
	firm->robust.sheets = load->sheets;
	firm->robust.measure_count = firm->optimum.count = firm->count;
	firm->optimum.measures = load->amounts;
	return true;
}

static bool moment_read(struct firm_load *load, int64_t round, int year, enum rank_eyes eyes, struct error *err)
{
	struct firm *firm = load->firm;

	if (!rank_read(load->cw, round, 0, year, eyes, &firm->ranking, err))
		return false;
	if (all_read(load, err))
		return true;
	ranking_done(&firm->ranking);
	return false;
}

bool firm_read(struct casework *cw, int64_t round, int year, enum rank_eyes eyes, struct firm *out, struct error *err)
{
	struct firm firm = {
		.robust = {.seed = FIRM_SEED, .draws = ROBUST_DRAWS, .threads = 2}, .weightings = CORE_WEIGHTINGS};
	struct firm_load load = {.cw = cw, .firm = &firm};

	arena_init(&firm.arena);
	bool read = moment_read(&load, round, year, eyes, err);
	if (read)
		*out = firm;
	else
		arena_done(&firm.arena);
	return read;
}

bool firm_load(struct casework *cw, int64_t round, int year, struct firm *out, struct error *err)
{
	if (!rank_may(cw, year, err) || !store_look(casework_store(cw), err))
		return false;
	bool read = firm_read(cw, round, year, RANK_AS_ACTOR, out, err);
	store_look_done(casework_store(cw));
	store_rest(casework_store(cw));
	return read;
}

void firm_done(struct firm *firm)
{
	arena_done(&firm->arena);
	ranking_done(&firm->ranking);
}

void firm_chair(const struct firm *firm, int64_t *value, int64_t *ore)
{
	*value = *ore = 0;
	for (int i = 0; i < firm->count; i++) {
		const struct rank_row *row = firm->rows[i];
		if (row->fit != RANK_INSIDE || row->outcome)
			continue;
		*value += firm->optimum.measures[i].value;
		*ore += row->proposed_ore;
	}
}

int64_t firm_points_10(const struct firm *firm, int64_t value)
{
	return (2 * value * 10 + 4 * firm->unit) / (8 * firm->unit);
}

/* ---- other questions about the same */

struct core_problem firm_core(const struct firm *firm)
{
	return (struct core_problem){.optimum = &firm->optimum,
		.out = firm->out,
		.voices = firm->voices,
		.voice_count = firm->voice_count,
		.weighting = firm->robust.weighting,
		.seed = firm->robust.seed,
		.weightings = firm->weightings};
}

struct without_problem firm_without(const struct firm *firm)
{
	struct without_problem problem = {.measures = firm->robust.measures,
		.voices = firm->voices,
		.measure_count = firm->count,
		.voice_count = firm->voice_count,
		.assessor_count = firm->assessor_count,
		.weighting = firm->robust.weighting};

	memcpy(problem.room, firm->robust.room, sizeof(problem.room));
	return problem;
}

/* Numbers as text with their names, so that a hash says the same on every machine. */
static void input_write(const struct firm *firm, struct buffer *out)
{
	const struct weighting *weighting = &firm->robust.weighting;

	buffer_format(out, "firmness 1\nyear %d\ncriteria %" PRId64 "\n", firm->ranking.year, firm->criteria_version);
	for (int k = 0; k < weighting->criteria; k++)
		buffer_format(out, "%s %d\n", firm->criteria[k], weighting->agreed[k]);
	for (int y = 0; y < BUDGET_YEARS; y++)
		buffer_format(out, "room %" PRId64 "\n", firm->robust.room[y]);
	for (int i = 0; i < firm->count; i++) {
		const struct robust_measure *measure = &firm->robust.measures[i];
		buffer_format(out, "measure %" PRId64 " %d %d %u %" PRId64, firm->rows[i]->measure, firm->out[i],
			measure->unknown, measure->years, firm->optimum.measures[i].least_ore);
		for (int y = 0; y < BUDGET_YEARS; y++)
			buffer_format(out, " %" PRId64, measure->needs[y]);
		buffer_text(out, "\n");
	}
	for (int v = 0; v < firm->voice_count; v++) {
		const struct voice *voice = &firm->voices[v];
		buffer_format(out, "voice %" PRId64 " %s %" PRId64 " %d %d %d\n", firm->rows[voice->measure]->measure,
			firm->criteria[voice->criterion],
			voice->assessor == VOICE_AGREED ? 0 : firm->assessors[voice->assessor], voice->points,
			voice->low, voice->high);
	}
}

void firm_input(const struct firm *firm, char out[HASH_TEXT])
{
	struct buffer text;

	buffer_init(&text);
	input_write(firm, &text);
	hash_of(text.text, text.bytes, out);
	buffer_done(&text);
}
