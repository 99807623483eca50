/* How far the assessors of a round have come. Invariant: a measure whose points the actor may not see is out of all
 * that points and drafts enter; the rows stand by name, so that their order tells nothing. */
#include "casework/progress.h"
#include "casework/bar.h"
#include "casework/grow.h"
#include "casework/rank_inner.h"

#include "base/words.h"

struct measure_seen {
	int64_t measure;
	unsigned relation; /* the actor's */
	bool decided, seen;
	int assignments;
};
/* One assignment as it is read. */
struct sheet {
	int64_t person;
	int measure; /* index among the measures */
	bool relieved, submitted, begun, barred, set_aside;
};
/* Of one row, while points are counted. */
struct sums {
	int64_t difference; /* from the mean of the others, in steps · RANK_UNIT */
};
struct load {
	struct casework *cw;
	struct progress *progress;
	struct rank_criteria criteria;
	struct measure_seen *measures; /* by id */
	struct sheet *sheets;
	struct sums *sums; /* one for each row */
	int measure_count, sheet_count;
};

/* ---- persons and the round */

static bool round_read(struct load *load, struct error *err)
{
	struct progress *progress = load->progress;
	struct rows rows;

	if (!store_ask(casework_store(load->cw), SQL_PROGRESS_ROUND, BINDS(BIND("round", progress->round)), &rows, err))
		return false;
	if (rows_next(&rows))
		progress->round_name = rows_text(&rows, "name", &progress->arena);
	if (!rows_done(&rows, err))
		return false;
	return progress->round_name || refuse(err, ERROR_MISSING, _("There is no such round."));
}

static bool persons_read(struct load *load, struct error *err)
{
	struct progress *progress = load->progress;
	char today[DAY_TEXT];
	struct rows rows;

	day_text(casework_today(load->cw), today);
	if (!store_ask(casework_store(load->cw), SQL_PROGRESS_PERSONS, BINDS(BIND("today", (const char *)today)), &rows,
		    err))
		return false;
	while (rows_next(&rows)) {
		GROW(&progress->arena, progress->items, progress->count);
		progress->items[progress->count++] = (struct progress_row){
			.person = rows_number(&rows, "person"),
			.name = rows_text(&rows, "name", &progress->arena),
			.login = rows_text(&rows, "login", &progress->arena),
			.assesses = rows_bool(&rows, "assesses"),
		};
	}
	return rows_done(&rows, err);
}

/* The row's index. */
static int person_find(const struct progress *progress, int64_t person)
{
	int at = 0;

	while (at < progress->count && progress->items[at].person != person)
		at++;
	assert(at < progress->count); /* a foreign key, and the same moment */
	return at;
}

/* ---- assignments */

static struct measure_seen *measure_of(struct load *load, struct rows *rows)
{
	int64_t id = rows_number(rows, "measure");
	bool decided = rows_bool(rows, "decided");

	if (load->measure_count && load->measures[load->measure_count - 1].measure == id)
		return &load->measures[load->measure_count - 1];
	GROW(&load->progress->arena, load->measures, load->measure_count);
	struct measure_seen *measure = &load->measures[load->measure_count++];
	*measure = (struct measure_seen){.measure = id, .decided = decided};
	return measure;
}

static void sheet_read(struct load *load, struct rows *rows, const struct bars *bars)
{
	struct measure_seen *measure = measure_of(load, rows);
	struct sheet sheet = {
		.person = rows_number(rows, "person"),
		.measure = load->measure_count - 1,
		.relieved = rows_bool(rows, "relieved"),
		.submitted = rows_bool(rows, "submitted"),
		.begun = rows_bool(rows, "begun"),
		.barred = rows_bool(rows, "barred"),
		.set_aside = rows_bool(rows, "set_aside"),
	};

	measure->relation |= bars_relation(bars, rows_number(rows, "application"), load->progress->round);
	if (sheet.person == casework_actor(load->cw) && !sheet.relieved)
		measure->relation |= RELATION_ASSIGNED | (sheet.submitted ? 0 : RELATION_UNSUBMITTED);
	measure->assignments += !sheet.relieved;
	GROW(&load->progress->arena, load->sheets, load->sheet_count);
	load->sheets[load->sheet_count++] = sheet;
}

static bool sheets_read(struct load *load, struct error *err)
{
	struct bars bars;
	struct rows rows;

	if (!bars_load(load->cw, &load->progress->arena, &bars, err) ||
		!store_ask(casework_store(load->cw), SQL_PROGRESS_SHEETS, BINDS(BIND("round", load->progress->round)),
			&rows, err))
		return false;
	while (rows_next(&rows))
		sheet_read(load, &rows, &bars);
	return rows_done(&rows, err);
}

static void measures_settle(struct load *load)
{
	unsigned roles = access_roles(load->cw);

	for (int i = 0; i < load->measure_count; i++) {
		struct measure_seen *measure = &load->measures[i];
		measure->seen = score_seen(roles, measure->relation, measure->decided);
		load->progress->hidden += !measure->seen && measure->assignments > 0;
	}
}

/* Whether it is handed in stands in the lists of assessors for all who see the case; how far a draft has come does not.
 */
static void sheet_count(struct load *load, const struct sheet *sheet)
{
	const struct measure_seen *measure = &load->measures[sheet->measure];
	struct progress_row *row = &load->progress->items[person_find(load->progress, sheet->person)];

	if (sheet->relieved || sheet->set_aside) {
		row->relieved += sheet->relieved;
		row->set_aside += !sheet->relieved;
		return;
	}
	if (measure->decided && !sheet->submitted)
		return;
	row->assigned++;
	if (sheet->submitted)
		row->submitted++;
	else if (sheet->barred)
		row->to_replace++;
	else
		row->left++;
	if (!sheet->submitted && !sheet->barred && sheet->begun)
		row->begun += measure->seen || sheet->person == casework_actor(load->cw);
}

/* ---- conflicts of interest */

static void conflict_take(struct progress_row *row, struct rows *rows)
{
	bool whole = rows_bool(rows, "whole"), answered = rows_bool(rows, "answered"), bars = rows_bool(rows, "bars");
	enum progress_conflict now = PROGRESS_UNANSWERED;

	if (bars)
		now = whole ? PROGRESS_OUT : PROGRESS_CASES;
	else if (answered)
		now = whole ? PROGRESS_ANSWERED : PROGRESS_PARTLY;
	row->conflict_cases += bars && !whole;
	if (now > row->conflict)
		row->conflict = now;
}

static bool conflicts_read(struct load *load, struct error *err)
{
	bool seen = access_allows(access_roles(load->cw), RIGHT_DISQUALIFICATION_SEE, RELATION_NONE, NULL);
	struct progress *progress = load->progress;
	struct rows rows;

	if (!store_ask(casework_store(load->cw), SQL_PROGRESS_CONFLICTS, BINDS(BIND("round", progress->round)), &rows,
		    err))
		return false;
	while (rows_next(&rows))
		conflict_take(&progress->items[person_find(progress, rows_number(&rows, "person"))], &rows);
	if (!rows_done(&rows, err))
		return false;
	for (int i = 0; i < progress->count && !seen; i++) {
		if (progress->items[i].person == casework_actor(load->cw))
			continue;
		progress->items[i].conflict = PROGRESS_UNKNOWN;
		progress->items[i].conflict_cases = 0;
	}
	return true;
}

/* ---- points */

static int measure_compare(const void *key, const void *item)
{
	int64_t id = *(const int64_t *)key, other = ((const struct measure_seen *)item)->measure;

	return (id > other) - (id < other);
}

/* One that is not there is withdrawn. */
static bool measure_is_seen(const struct load *load, int64_t measure)
{
	const struct measure_seen *found = !load->measure_count
						   ? NULL
						   : bsearch(&measure, load->measures, (size_t)load->measure_count,
							     sizeof(*load->measures), measure_compare);

	return found && found->seen;
}

/* One assessor's points beside the mean of the others' on the same criterion. True when there was one to compare. */
static bool step_compare(const struct rank_counted *counted, int at, int k, struct progress_row *row, struct sums *sums)
{
	int step = counted->sheets[at].steps[k], others = 0, sum = 0;

	for (int s = 0; s < counted->sheet_count; s++) {
		if (s == at || counted->sheets[s].steps[k] < 0)
			continue;
		sum += counted->sheets[s].steps[k];
		others++;
	}
	if (step < 0 || !others)
		return false;
	sums->difference += (int64_t)(step * others - sum) * RANK_UNIT / others;
	row->severity.points++;
	return true;
}

static void sheet_take(struct load *load, const struct rank_counted *counted, int at)
{
	int row_at = person_find(load->progress, counted->sheets[at].person);
	struct progress_row *row = &load->progress->items[row_at];
	struct sums *sums = &load->sums[row_at];
	bool compared = false;

	for (int k = 0; k < load->criteria.count; k++) {
		int step = counted->sheets[at].steps[k];
		row->criteria[k].abstained += step == STEP_ABSTAINED;
		row->all.abstained += step == STEP_ABSTAINED;
		if (step >= 0) {
			row->criteria[k].times[step]++;
			row->all.times[step]++;
		}
		compared = step_compare(counted, at, k, row, sums) || compared;
	}
	row->severity.measures += compared;
}

static void counted_take(const struct rank_counted *counted, void *closure)
{
	struct load *load = closure;

	if (!measure_is_seen(load, counted->measure))
		return;
	for (int s = 0; s < counted->sheet_count; s++)
		sheet_take(load, counted, s);
}

/* Halves away from zero. */
static int64_t divide(int64_t value, int64_t by)
{
	return value < 0 ? -divide(-value, by) : (2 * value + by) / (2 * by);
}

static void steps_settle(struct progress_steps *steps)
{
	int sum = 0;

	for (int step = 0; step <= SCORE_MOST; step++) {
		steps->given += steps->times[step];
		sum += step * steps->times[step];
	}
	steps->mean_10 = steps->given ? (int)divide((int64_t)10 * sum, steps->given) : -1;
}

static void row_settle(const struct load *load, int at)
{
	struct progress_row *row = &load->progress->items[at];
	struct progress_severity *severity = &row->severity;

	steps_settle(&row->all);
	for (int k = 0; k < load->criteria.count; k++)
		steps_settle(&row->criteria[k]);
	severity->told = severity->points >= PROGRESS_POINTS_LEAST && severity->measures >= PROGRESS_MEASURES_LEAST;
	if (severity->told)
		severity->tenths = (int)divide(10 * load->sums[at].difference, (int64_t)severity->points * RANK_UNIT);
}

static bool points_read(struct load *load, struct error *err)
{
	struct progress *progress = load->progress;
	size_t count = (size_t)progress->count;

	if (!rank_criteria_read(load->cw, progress->round, 0, &progress->arena, &load->criteria, err))
		return false;
	progress->criterion_count = load->criteria.count;
	for (int k = 0; k < load->criteria.count; k++)
		progress->criteria[k] = load->criteria.ids[k];
	load->sums = arena_take(&progress->arena, (count + 1) * sizeof(*load->sums));
	memset(load->sums, 0, (count + 1) * sizeof(*load->sums));
	for (int i = 0; i < progress->count; i++) {
		size_t room = (size_t)(load->criteria.count + 1) * sizeof(struct progress_steps);
		progress->items[i].criteria = arena_take(&progress->arena, room);
		memset(progress->items[i].criteria, 0, room);
	}
	return rank_counted_read(load->cw, progress->round, &load->criteria, counted_take, load, err);
}

/* ---- the whole */

static bool all_read(struct load *load, bool everybody, struct error *err)
{
	struct progress *progress = load->progress;
	int kept = 0;

	if (!round_read(load, err) || !persons_read(load, err) || !sheets_read(load, err))
		return false;
	measures_settle(load);
	if (!conflicts_read(load, err) || !points_read(load, err))
		return false;
	for (int i = 0; i < load->sheet_count; i++)
		sheet_count(load, &load->sheets[i]);
	for (int i = 0; i < progress->count; i++) {
		struct progress_row *row = &progress->items[i];
		row_settle(load, i);
		progress->assigned += row->assigned;
		progress->submitted += row->submitted;
		progress->to_replace += row->to_replace;
		if (row->assigned + row->relieved + row->set_aside || (everybody && row->assesses))
			progress->items[kept++] = *row;
	}
	progress->count = kept;
	return true;
}

bool progress_load(struct casework *cw, int64_t round, bool everybody, struct progress *out, struct error *err)
{
	struct progress progress = {.round = round};
	struct load load = {.cw = cw, .progress = &progress};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&progress.arena);
	bool read = all_read(&load, everybody, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&progress.arena);
		return false;
	}
	*out = progress;
	return true;
}

void progress_done(struct progress *progress)
{
	if (progress)
		arena_done(&progress->arena);
}
