/* A ranking read from the file. Invariant: what the actor may not see of points is taken out before anything is ordered
 * or added up, so that neither place nor sum tells of it. */
#include "rank_inner.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/bar.h"
#include "casework/budget_inner.h"
#include "casework/grow.h"

/* What is known of a row while it is being put together. */
struct load_row {
	struct rank_standing standing; /* by what is handed in */
	int sheets;                    /* handed in that say anything the round asks, */
	int whole;                     /* and all of it */
	bool sought, proposed;         /* has such amounts */
	bool beyond;                   /* money is sought in a year no grant is paid in */
	bool set[BUDGET_YEARS];        /* the proposal has an amount of its own for the year */
	int64_t of_proposal[BUDGET_YEARS], granted[BUDGET_YEARS];
	bool stored;    /* a row of a locked proposal, */
	int64_t points; /* with these points, or unknown: without a place */
	int assessors;
	bool kept; /* with its standing */
	struct rank_standing locked;
	unsigned relation; /* the actor's */
};
struct load {
	struct casework *cw;
	struct ranking *ranking;
	struct load_row *beside; /* one for each of the ranking's rows, both by measure while loading */
	struct rank_criteria criteria;
	int64_t version; /* of the criteria to read under; 0: the round's own */
	bool open;       /* what is locked is taken as an open proposal that starts from it */
	bool locked;
	struct bars bars; /* the actor's */
};

/* ---- round and proposal */

static bool round_read(struct load *load, struct error *err)
{
	struct ranking *ranking = load->ranking;
	struct rows rows;

	if (!store_ask(casework_store(load->cw), SQL_RANK_ROUND, BINDS(BIND("round", ranking->round)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		ranking->round_name = rows_text(&rows, "name", &ranking->arena);
		ranking->round_year = (int)rows_number(&rows, "year");
	}
	if (!rows_done(&rows, err))
		return false;
	return ranking->round_name || refuse(err, ERROR_MISSING, _("There is no such round."));
}

static bool proposal_read(struct load *load, int n, struct error *err)
{
	struct ranking *ranking = load->ranking;
	struct rows rows;

	if (!store_ask(casework_store(load->cw), SQL_RANK_PROPOSAL, BINDS(BIND("round", ranking->round), BIND("n", n)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		ranking->proposal = rows_number(&rows, "id");
		ranking->n = (int)rows_number(&rows, "n");
		ranking->version = rows_number(&rows, "version");
		ranking->made_at = rows_text(&rows, "made_at", &ranking->arena);
		ranking->locked_at = rows_text(&rows, "locked_at", &ranking->arena);
		ranking->saved = rows_bool(&rows, "saved");
		ranking->name = rows_text(&rows, "name", &ranking->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	load->locked = ranking->locked_at != NULL && !load->open;
	return ranking->proposal || n == 0 ||
	       refuse(err, ERROR_MISSING, _("Round %s has no proposal %d."), ranking->round_name, n);
}

/* ---- measures */

/* The rows grow in an arena of their own: a round has many. */
static void measure_read(struct rows *rows, struct arena *growing, struct ranking *ranking)
{
	struct arena *arena = &ranking->arena;

	GROW(growing, ranking->items, ranking->count);
	ranking->items[ranking->count++] = (struct rank_row){
		.measure = rows_number(rows, "measure"),
		.application = rows_number(rows, "application"),
		.year = (int)rows_number(rows, "year"),
		.application_n = (int)rows_number(rows, "application_n"),
		.n = (int)rows_number(rows, "n"),
		.participants = (int)rows_number(rows, "participants"),
		.lead_short = rows_text(rows, "lead_short", arena),
		.title = rows_text(rows, "title", arena),
		.outcome = rows_text(rows, "outcome", arena),
		.decision_kind = rows_text(rows, "decision_kind", arena),
		.gates_bad = (int)rows_number(rows, "gates_bad"),
		.closed = rows_bool(rows, "closed"),
		.reason = "",
		.points_100 = -1,
	};
}

static bool measures_read(struct load *load, struct error *err)
{
	struct ranking *ranking = load->ranking;
	struct arena growing;
	struct rows rows;

	if (!store_ask(casework_store(load->cw), SQL_RANK_MEASURES, BINDS(BIND("round", ranking->round)), &rows, err))
		return false;
	arena_init(&growing);
	while (rows_next(&rows))
		measure_read(&rows, &growing, ranking);
	ranking->items = arena_grow(&ranking->arena, ranking->items, (size_t)ranking->count, sizeof *ranking->items,
		(size_t)ranking->count);
	arena_done(&growing);
	load->beside = arena_take(&ranking->arena, (size_t)ranking->count * sizeof(*load->beside) + 1);
	return rows_done(&rows, err);
}

static int measure_compare(const void *key, const void *item)
{
	int64_t measure = *(const int64_t *)key;
	const struct rank_row *row = item;

	return (measure > row->measure) - (measure < row->measure);
}

/* The row's index while rows stand by measure; -1: a measure that is withdrawn. */
static int row_find(const struct ranking *ranking, int64_t measure)
{
	const struct rank_row *row = ranking->count ? bsearch(&measure, ranking->items, (size_t)ranking->count,
							      sizeof(*ranking->items), measure_compare)
						    : NULL;
	return row ? (int)(row - ranking->items) : -1;
}

/* ---- points */

static bool sheets_read(struct load *load, struct error *err)
{
	struct ranking *ranking = load->ranking;
	struct rows rows;

	if (!store_ask(casework_store(load->cw), SQL_RANK_SHEETS, BINDS(BIND("round", ranking->round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int index = row_find(ranking, rows_number(&rows, "measure")),
		    wanted = (int)rows_number(&rows, "wanted");
		bool own = rows_number(&rows, "person") == casework_actor(load->cw),
		     submitted = rows_bool(&rows, "submitted");
		int64_t scored = rows_number(&rows, "scored");

		if (index < 0)
			continue;
		struct rank_row *row = &ranking->items[index];
		row->assessors++;
		row->submitted += submitted;
		row->criteria_scored += (int)scored;
		row->criteria_wanted += wanted ? wanted : load->criteria.count;
		if (own)
			load->beside[index].relation = RELATION_ASSIGNED | (submitted ? 0 : RELATION_UNSUBMITTED);
	}
	return rows_done(&rows, err);
}

/* Does the assessor say something of each criterion that is not agreed on? */
static bool sheet_is_whole(const struct rank_criteria *criteria, const struct rank_counted *counted, int sheet)
{
	for (int k = 0; k < criteria->count; k++)
		if (counted->sheets[sheet].steps[k] == STEP_UNSAID && counted->agreed[k] < 0)
			return false;
	return true;
}

static void counted_take(const struct rank_counted *counted, void *closure)
{
	struct load *load = closure;
	int index = row_find(load->ranking, counted->measure);

	if (index < 0)
		return;
	load->beside[index].sheets = counted->sheet_count;
	for (int s = 0; s < counted->sheet_count; s++)
		load->beside[index].whole += sheet_is_whole(&load->criteria, counted, s);
	rank_standing_count(
		&load->criteria, counted->sheets, counted->sheet_count, counted->agreed, &load->beside[index].standing);
}

/* ---- amounts */

static void amount_add(struct load *load, int index, const char *kind, int year, int64_t ore)
{
	struct load_row *beside = &load->beside[index];
	int y = year - BUDGET_FIRST;

	if (y < 0 || y >= BUDGET_YEARS) {
		beside->beyond = true;
	} else if (!strcmp(kind, "sought")) {
		load->ranking->items[index].sought[y] = ore;
		beside->sought = true;
	} else if (!strcmp(kind, "proposed")) {
		beside->of_proposal[y] = ore;
		beside->set[y] = beside->proposed = true;
	} else {
		beside->granted[y] = ore;
	}
}

static bool amounts_read(struct load *load, struct error *err)
{
	struct ranking *ranking = load->ranking;
	struct arena kinds;
	struct rows rows;

	if (!store_ask(casework_store(load->cw), SQL_RANK_AMOUNTS,
		    BINDS(BIND("round", ranking->round), BIND("proposal", ranking->proposal)), &rows, err))
		return false;
	arena_init(&kinds);
	while (rows_next(&rows)) {
		int index = row_find(ranking, rows_number(&rows, "measure")), year = (int)rows_number(&rows, "year");
		const char *kind = rows_text(&rows, "kind", &kinds);
		int64_t ore = rows_number(&rows, "ore");

		if (index >= 0)
			amount_add(load, index, kind, year, ore);
	}
	arena_done(&kinds);
	return rows_done(&rows, err);
}

static void years_fill(int64_t years[BUDGET_YEARS], int64_t ore)
{
	for (int y = 0; y < BUDGET_YEARS; y++)
		years[y] = ore;
}

/* Nothing stated is unknown, in every year. An open proposal follows what is sought where it says nothing else; a
 * locked one stands for itself; a decided row stands with what it was granted. */
static void amounts_settle(struct load *load, int index)
{
	struct rank_row *row = &load->ranking->items[index];
	struct load_row *beside = &load->beside[index];

	if (!beside->sought || beside->beyond)
		years_fill(row->sought, MONEY_UNKNOWN);
	for (int y = 0; y < BUDGET_YEARS; y++)
		row->proposed[y] = beside->set[y] ? beside->of_proposal[y] : load->locked ? 0 : row->sought[y];
	if (load->locked && !beside->proposed)
		years_fill(row->proposed, MONEY_UNKNOWN);
	row->proposed_set = beside->proposed;
	if (load->locked)
		row->proposed_set = beside->proposed && memcmp(row->proposed, row->sought, sizeof(row->sought)) != 0;
	if (row->outcome)
		memcpy(row->proposed, beside->granted, sizeof(row->proposed));
}

/* ---- what the proposal keeps */

static bool stored_read(struct load *load, struct error *err)
{
	struct ranking *ranking = load->ranking;
	struct rows rows;

	if (!store_ask(casework_store(load->cw), SQL_RANK_ROWS, BINDS(BIND("proposal", ranking->proposal)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int index = row_find(ranking, rows_number(&rows, "measure"));
		int64_t position = rows_number(&rows, "position"), points = rows_number(&rows, "points");
		int assessors = (int)rows_number_or(&rows, "assessors", 0);
		bool moved = rows_bool(&rows, "moved");
		const char *reason = rows_text(&rows, "reason", &ranking->arena);
		struct rank_standing locked = rank_standing_read(&rows);

		if (index < 0)
			continue;
		ranking->items[index].moved = moved;
		ranking->items[index].reason = reason;
		ranking->items[index].place = (int)position;
		load->beside[index].stored = true;
		load->beside[index].points = points;
		load->beside[index].assessors = assessors;
		load->beside[index].kept = locked.mean >= 0;
		load->beside[index].locked = locked;
	}
	return rows_done(&rows, err);
}

/* ---- who has a place */

static void row_hide(struct rank_row *row)
{
	row->fit = RANK_HIDDEN;
	row->reason = "";
	row->moved = row->proposed_set = row->zero_flag = false;
	row->skip_reason = NULL;
	row->points = 0;
	row->median = row->lowest = row->highest = row->lowest_step = row->median_100 = -1;
	row->abstained = row->agreed = row->missing = row->incomplete = 0;
	row->spread_100 = row->criteria_scored = row->place = 0;
	if (!row->outcome)
		memcpy(row->proposed, row->sought, sizeof(row->proposed));
}

/* A locked proposal keeps the points it was locked with; an open one follows the assessments. */
static bool row_has_points(const struct load *load, int index)
{
	const struct rank_row *row = &load->ranking->items[index];

	if (load->locked)
		return load->beside[index].stored && load->beside[index].points != MONEY_UNKNOWN;
	return row->assessors > 0 && row->submitted == row->assessors && row->missing == 0;
}

/* As it is assessed now. */
static void row_stand_now(struct load *load, int index)
{
	struct rank_row *row = &load->ranking->items[index];
	const struct load_row *beside = &load->beside[index];

	row->criteria = load->criteria.count;
	if (row->assessors == 0)
		row->criteria_wanted = load->criteria.count;
	rank_row_stand(row, &beside->standing);
	row->zero_flag = beside->standing.zero;
	row->missing = beside->standing.missing;
	row->incomplete = row->submitted - beside->whole;
	if (beside->sheets == 0 || beside->sheets < row->submitted)
		row->missing = row->criteria - row->agreed;
	if (beside->sheets == 0)
		row->median = row->lowest = row->highest = row->lowest_step = row->median_100 = -1;
}

/* As it was locked. One locked before standings were kept has the sum over its assessors. */
static void row_stand_locked(struct load *load, int index)
{
	struct rank_row *row = &load->ranking->items[index];
	struct load_row *beside = &load->beside[index];
	struct rank_standing old = {.median = -1, .lowest = -1, .highest = -1, .lowest_step = -1};

	if (!beside->kept)
		old.mean = beside->points * RANK_UNIT / (beside->assessors ? beside->assessors : 1);
	rank_row_stand(row, beside->kept ? &beside->locked : &old);
	row->missing = 0;
	row->assessors = row->submitted = beside->assessors;
}

static void row_settle(struct load *load, int index, unsigned roles, enum rank_eyes eyes)
{
	struct rank_row *row = &load->ranking->items[index];
	struct load_row *beside = &load->beside[index];

	amounts_settle(load, index);
	beside->relation |= bars_relation(&load->bars, row->application, load->ranking->round);
	row->barred = beside->relation & RELATION_BARRED;
	row_stand_now(load, index);
	if (eyes == RANK_AS_ACTOR && !score_seen(roles, beside->relation, row->outcome != NULL)) {
		row_hide(row);
		return;
	}
	if (!row_has_points(load, index)) {
		row->fit = RANK_NO_PLACE;
		return;
	}
	if (load->locked)
		row_stand_locked(load, index);
	row->points_100 = rank_hundred(row->points);
}

/* ---- order and money */

static int place_compare(const void *a, const void *b)
{
	const struct rank_row *first = a, *second = b;
	int by = rank_has_place(second) - rank_has_place(first);

	if (by == 0 && rank_has_place(first))
		by = (first->place > second->place) - (first->place < second->place);
	return by != 0 ? by : (first->point_place > second->point_place) - (first->point_place < second->point_place);
}

/* Only those with a place: the foot keeps the order it has. */
static void rows_order(struct load *load)
{
	struct ranking *ranking = load->ranking;
	int placed = 0;

	rank_by_points(ranking->items, ranking->count);
	while (placed < ranking->count && rank_has_place(&ranking->items[placed]))
		placed++;
	if (load->locked && placed > 0)
		qsort(ranking->items, (size_t)placed, sizeof(*ranking->items), place_compare);
	else
		rank_insert_moved(ranking->items, ranking->count);
}

/* What is granted to rows with a place is counted in the list, so it is not among what is granted outside it. */
static void budget_less_list(const struct load *load, struct budget *left)
{
	const struct ranking *ranking = load->ranking;

	for (int y = 0; y < BUDGET_YEARS; y++) {
		struct budget_year *year = &left->years[y];
		for (int i = 0; i < ranking->count; i++) {
			const struct rank_row *row = &ranking->items[i];
			if (!row->outcome || !rank_has_place(row))
				continue;
			year->decided -= row->proposed[y];
			year->decided_round -= row->proposed[y];
			year->committed -= row->proposed[y];
		}
		if (year->year <= ranking->round_year)
			year->commitment = MONEY_UNKNOWN; /* it covers later years only */
	}
}

static bool all_read(struct load *load, int proposal_n, struct budget *left, struct error *err)
{
	struct ranking *ranking = load->ranking;

	return round_read(load, err) &&
	       rank_criteria_read(load->cw, ranking->round, load->version, &ranking->arena, &load->criteria, err) &&
	       proposal_read(load, proposal_n, err) && measures_read(load, err) && sheets_read(load, err) &&
	       rank_counted_read(load->cw, ranking->round, &load->criteria, counted_take, load, err) &&
	       amounts_read(load, err) && stored_read(load, err) && rank_beside_read(load->cw, load->ranking, err) &&
	       bars_load(load->cw, &load->ranking->arena, &load->bars, err) &&
	       budget_read(load->cw, load->ranking->round, left, err);
}

static bool load_read(struct load *load, int proposal_n, enum rank_eyes eyes, struct ranking *out, struct error *err)
{
	struct ranking *ranking = load->ranking;
	struct budget left;

	arena_init(&ranking->arena);
	if (!all_read(load, proposal_n, &left, err)) {
		arena_done(&ranking->arena);
		return false;
	}
	unsigned roles = access_roles(load->cw);
	for (int i = 0; i < ranking->count; i++)
		row_settle(load, i, roles, eyes);
	rows_order(load);
	budget_less_list(load, &left);
	rank_fill(ranking, &left);
	ranking->name = ranking->hidden ? "" : ranking->name; /* it may tell of what is hidden */
	*out = *ranking;
	return true;
}

bool rank_read(struct casework *cw, int64_t round, int proposal_n, int year, enum rank_eyes eyes, struct ranking *out,
	struct error *err)
{
	struct ranking ranking = {.round = round, .year = year, .name = ""};
	struct load load = {.cw = cw, .ranking = &ranking};
	bool done = load_read(&load, proposal_n, eyes, out, err);

	store_rest(casework_store(cw)); /* every score of the round was read */
	return done;
}

bool rank_read_under(struct casework *cw, int64_t round, int year, int64_t version, struct ranking *out, int64_t *used,
	struct error *err)
{
	struct ranking ranking = {.round = round, .year = year, .name = ""};
	struct load load = {.cw = cw, .ranking = &ranking, .version = version, .open = true};

	if (!load_read(&load, 0, RANK_AS_ACTOR, out, err))
		return false;
	*used = load.criteria.version;
	return true;
}

bool rank_may(struct casework *cw, int year, struct error *err)
{
	if (year != 0 && (year < BUDGET_FIRST || year >= BUDGET_FIRST + BUDGET_YEARS))
		return refuse(err, ERROR_INVALID, _("%d is no payment year: grants are paid %d–%d (1 §)."), year,
			BUDGET_FIRST, BUDGET_FIRST + BUDGET_YEARS - 1);
	return may(cw, RIGHT_SEE, RELATION_NONE, err);
}

bool ranking_load(struct casework *cw, int64_t round, int proposal_n, int year, struct ranking *out, struct error *err)
{
	if (!rank_may(cw, year, err) || !store_look(casework_store(cw), err))
		return false;
	bool read = rank_read(cw, round, proposal_n, year, RANK_AS_ACTOR, out, err);
	store_look_done(casework_store(cw));
	return read;
}

void ranking_done(struct ranking *ranking)
{
	if (ranking)
		arena_done(&ranking->arena);
}
