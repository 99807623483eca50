/* Rows of the list, worked out from facts. Invariant: a row on the screen and a row in a filter come from the same
 * statements, so that what is shown and what is counted cannot differ. */
#include "casework/application_inner.h"
#include "casework/clock.h"

struct gates_wanted {
	int64_t version;
	int of_application, of_measure, of_participant;
};

/* The rows being filled, walked beside an answer that comes in the same order. */
struct walk {
	struct application_fill *fill;
	int64_t first, last;
	int from, at;
};

static bool wanted_load(struct application_fill *fill, struct error *err)
{
	struct arena *arena = &fill->list->arena;
	struct rows rows;

	if (!store_ask(casework_store(fill->cw), SQL_APPLICATION_GATES_WANTED, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		int count = fill->wanted_count;

		fill->wanted = arena_grow(arena, fill->wanted, (size_t)count, sizeof(*fill->wanted), (size_t)count + 1);
		fill->wanted[count] = (struct gates_wanted){
			.version = rows_number(&rows, "version"),
			.of_application = (int)rows_number(&rows, "of_application"),
			.of_measure = (int)rows_number(&rows, "of_measure"),
			.of_participant = (int)rows_number(&rows, "of_participant"),
		};
		fill->wanted_count++;
	}
	return rows_done(&rows, err);
}

bool application_fill_begin(
	struct application_fill *fill, struct casework *cw, struct application_list *list, struct error *err)
{
	*fill = (struct application_fill){.cw = cw, .list = list};
	day_text(casework_today(cw), fill->today);
	return wanted_load(fill, err) && bars_load(cw, &list->arena, &fill->bars, err);
}

static struct application_row *row_new(struct application_fill *fill)
{
	struct application_list *list = fill->list;

	if (list->count == fill->room) {
		fill->room = fill->room ? fill->room * 2 : 64;
		list->items = arena_grow(
			&list->arena, list->items, (size_t)list->count, sizeof(*list->items), (size_t)fill->room);
	}
	list->items[list->count] = (struct application_row){0};
	return &list->items[list->count++];
}

static void row_read(struct rows *rows, struct application_row *row, struct arena *arena)
{
	row->id = rows_number(rows, "id");
	row->version = rows_number(rows, "version");
	row->year = (int)rows_number(rows, "year");
	row->n = (int)rows_number(rows, "n");
	row->round = rows_number(rows, "round");
	row->lead = rows_text(rows, "lead", arena);
	row->lead_short = rows_text(rows, "lead_short", arena);
	row->title = rows_text(rows, "title", arena);
	row->own_number = rows_text(rows, "own_number", arena);
	row->round_name = rows_text(rows, "round_name", arena);
	row->gate_version = rows_number(rows, "gate_version");
	row->officer = rows_number_or(rows, "officer", 0);
	row->officer_name = rows_text(rows, "officer_name", arena);
	row->arrived_on = rows_text(rows, "arrived_on", arena);
	row->late = rows_bool(rows, "late");
	row->facts.withdrawn = rows_bool(rows, "withdrawn");
	row->ruling = rows_text(rows, "ruling", arena);
	row->part_ruling = rows_text(rows, "part_ruling", arena);
	row->facts.closed = rows_bool(rows, "closed");
	row->facts.misregistered = rows_bool(rows, "misregistered");
	row->facts.moved = rows_bool(rows, "moved");
	row->facts.assigned = row->officer != 0;
}

static bool walk_ask(struct walk *walk, enum sql which, struct rows *rows, struct error *err)
{
	walk->at = walk->from;
	return store_ask(casework_store(walk->fill->cw), which,
		BINDS(BIND("first", walk->first), BIND("last", walk->last)), rows, err);
}

/* The row the answer's row is about. Within one look every application of an answer is among those filled. */
static struct application_row *walk_to(struct walk *walk, struct rows *rows)
{
	struct application_list *list = walk->fill->list;
	int64_t application = rows_number(rows, "application");

	while (walk->at < list->count && list->items[walk->at].id < application)
		walk->at++;
	assert(walk->at < list->count && list->items[walk->at].id == application);
	return &list->items[walk->at];
}

static bool bases_load(struct walk *walk, struct error *err)
{
	struct rows rows;

	if (!walk_ask(walk, SQL_APPLICATION_ROWS, &rows, err))
		return false;
	while (rows_next(&rows))
		row_read(&rows, row_new(walk->fill), &walk->fill->list->arena);
	return rows_done(&rows, err);
}

static bool participants_count(struct walk *walk, struct error *err)
{
	struct rows rows;

	if (!walk_ask(walk, SQL_APPLICATION_PARTICIPANTS, &rows, err))
		return false;
	while (rows_next(&rows))
		walk_to(walk, &rows)->participants = (int)rows_number(&rows, "participants");
	return rows_done(&rows, err);
}

static bool money_load(struct walk *walk, struct error *err)
{
	struct rows rows;

	if (!walk_ask(walk, SQL_APPLICATION_MONEY, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct application_row *row = walk_to(walk, &rows);

		row->measures = row->facts.measures = (int)rows_number(&rows, "measures");
		row->sought_ore = rows_number(&rows, "sought_ore");
		row->sought_unknown = (int)rows_number(&rows, "sought_unknown");
		row->cost_ore = rows_number(&rows, "cost_ore");
		row->cost_unknown = (int)rows_number(&rows, "cost_unknown");
	}
	return rows_done(&rows, err);
}

static bool gates_load(struct walk *walk, struct error *err)
{
	struct rows rows;

	walk->at = walk->from;
	if (!store_ask(casework_store(walk->fill->cw), SQL_APPLICATION_GATES,
		    BINDS(BIND("first", walk->first), BIND("last", walk->last),
			    BIND("today", (const char *)walk->fill->today)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct state_facts *facts = &walk_to(walk, &rows)->facts;

		facts->gates_answered = (int)rows_number(&rows, "answered");
		facts->gates_bad = (int)rows_number(&rows, "bad");
		facts->gates_open = (int)rows_number(&rows, "open");
		facts->gate_due = rows_text(&rows, "due", &walk->fill->list->arena);
	}
	return rows_done(&rows, err);
}

/* The nearest day of those that run is the one shown; of two the same day, the one that waits for us. */
static void clock_keep(struct state_facts *facts, const char *kind, const char *due_on, bool answered, enum mover mover)
{
	facts->clocks_waiting += mover != MOVER_US;
	if (facts->clock_due && strcmp(facts->clock_due, due_on) <= (mover == MOVER_US ? -1 : 0))
		return;
	facts->clock_due = due_on;
	facts->clock_mover = mover;
	facts->clock_step = mover != MOVER_US ? kind : answered ? "answered" : "passed";
}

static bool clocks_load(struct walk *walk, struct error *err)
{
	struct arena *arena = &walk->fill->list->arena;
	struct rows rows;

	if (!walk_ask(walk, SQL_APPLICATION_CLOCKS, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct state_facts *facts = &walk_to(walk, &rows)->facts;
		const char *kind = rows_text(&rows, "kind", arena), *due_on = rows_text(&rows, "due_on", arena),
			   *answered_on = rows_text(&rows, "answered_on", arena);
		enum mover mover = clock_mover(kind, due_on, answered_on, NULL, walk->fill->today);

		if (mover != MOVER_NOBODY)
			clock_keep(facts, kind, due_on, answered_on != NULL, mover);
	}
	return rows_done(&rows, err);
}

static bool assessments_load(struct walk *walk, struct error *err)
{
	struct rows rows;

	walk->at = walk->from;
	if (!store_ask(casework_store(walk->fill->cw), SQL_APPLICATION_ASSESSMENTS,
		    BINDS(BIND("first", walk->first), BIND("last", walk->last),
			    BIND("actor", casework_actor(walk->fill->cw))),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct application_row *row = walk_to(walk, &rows);

		row->facts.assignments = (int)rows_number(&rows, "assignments");
		row->facts.submitted = (int)rows_number(&rows, "submitted");
		row->facts.measures_assessed = (int)rows_number(&rows, "assessed");
		row->relation |= rows_bool(&rows, "mine") ? RELATION_ASSIGNED : RELATION_NONE;
		row->relation |= rows_bool(&rows, "owing") ? RELATION_UNSUBMITTED : RELATION_NONE;
	}
	return rows_done(&rows, err);
}

static bool outcomes_load(struct walk *walk, struct error *err)
{
	struct rows rows;

	if (!walk_ask(walk, SQL_APPLICATION_OUTCOMES, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct state_facts *facts = &walk_to(walk, &rows)->facts;

		facts->measures_proposed = (int)rows_number(&rows, "proposed");
		facts->measures_decided = (int)rows_number(&rows, "decided");
		facts->measures_granted = (int)rows_number(&rows, "granted");
		facts->instalments = (int)rows_number(&rows, "instalments");
		facts->instalments_paid = (int)rows_number(&rows, "paid");
		facts->measures_reported = (int)rows_number(&rows, "reported");
		facts->pay_due = rows_text(&rows, "due", &walk->fill->list->arena);
	}
	return rows_done(&rows, err);
}

/* All of it is not tried, or nothing is left of it that is: of the rest what is said last holds. */
static void ruling_derive(struct application_row *row)
{
	const char *kind = row->ruling ? row->ruling : !row->measures ? row->part_ruling : NULL;

	row->facts.ruled = kind != NULL;
	row->facts.dismissed = kind && !strcmp(kind, "dismissed");
}

static void row_derive(const struct application_fill *fill, struct application_row *row)
{
	for (int i = 0; i < fill->wanted_count; i++) {
		const struct gates_wanted *wanted = &fill->wanted[i];

		if (wanted->version == row->gate_version)
			row->facts.gates_wanted = wanted->of_application + wanted->of_measure * row->measures +
						  wanted->of_participant * row->participants;
	}
	row->bar = bars_hold(&fill->bars, row->id, row->round);
	row->relation |= row->bar ? RELATION_BARRED : RELATION_NONE;
	ruling_derive(row);
	row->relation |= row->facts.closed ? RELATION_CLOSED : RELATION_NONE;
	row->state = state_of(&row->facts);
	row->due = state_due(&row->facts, &row->due_mover);
}

bool application_fill_bases(struct application_fill *fill, int64_t first, int64_t last, struct error *err)
{
	struct walk walk = {.fill = fill, .first = first, .last = last};

	return bases_load(&walk, err);
}

bool application_fill_facts(struct application_fill *fill, int from, int64_t first, int64_t last, struct error *err)
{
	struct walk walk = {.fill = fill, .first = first, .last = last, .from = from};

	if (!participants_count(&walk, err) || !money_load(&walk, err) || !gates_load(&walk, err) ||
		!clocks_load(&walk, err) || !assessments_load(&walk, err) || !outcomes_load(&walk, err))
		return false;
	for (int i = from; i < fill->list->count; i++)
		row_derive(fill, &fill->list->items[i]);
	return true;
}

bool application_fill_range(struct application_fill *fill, int64_t first, int64_t last, struct error *err)
{
	int from = fill->list->count;

	return application_fill_bases(fill, first, last, err) && application_fill_facts(fill, from, first, last, err);
}

struct application_row *application_row_find(struct application_row *rows, int count, int64_t id)
{
	int low = 0, high = count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (rows[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && rows[low].id == id ? &rows[low] : NULL;
}

/* ---- rows for the screen: a page costs a page whatever the office's size. Ids that stand close are asked for as one
 * range, a large export too; others one at a time. */
enum { FILL_PAGE = 256, FILL_LOOSE = 2 };

static bool rows_each(struct application_fill *fill, const int64_t *ids, int count, struct error *err)
{
	for (int i = 0; i < count; i++)
		if (!application_fill_range(fill, ids[i], ids[i], err))
			return false;
	return true;
}

static void ids_span(const int64_t *ids, int count, int64_t *first, int64_t *last)
{
	*first = *last = ids[0];
	for (int i = 1; i < count; i++) {
		*first = ids[i] < *first ? ids[i] : *first;
		*last = ids[i] > *last ? ids[i] : *last;
	}
}

/* Is it cheaper to read every row between the first and the last than to ask for each? */
static bool ids_close(const int64_t *ids, int count)
{
	int64_t first, last;

	ids_span(ids, count, &first, &last);
	return count > FILL_PAGE || last - first < (int64_t)count * FILL_LOOSE;
}

static bool rows_at_once(struct application_fill *fill, const int64_t *ids, int count, struct error *err)
{
	struct application_list *list = fill->list;
	struct application_row *all, *found;
	int64_t first, last;
	int have;

	ids_span(ids, count, &first, &last);
	if (!application_fill_range(fill, first, last, err))
		return false;
	all = list->items;
	have = list->count;
	list->items = arena_take(&list->arena, (size_t)count * sizeof(*list->items));
	list->count = 0;
	for (int i = 0; i < count; i++) {
		found = application_row_find(all, have, ids[i]);
		if (found)
			list->items[list->count++] = *found;
	}
	return true;
}

static bool rows_fill(
	struct casework *cw, const int64_t *ids, int count, struct application_list *list, struct error *err)
{
	struct application_fill fill;
	bool filled;

	if (!count)
		return true;
	if (!store_look(casework_store(cw), err))
		return false;
	filled = application_fill_begin(&fill, cw, list, err) &&
		 (ids_close(ids, count) ? rows_at_once : rows_each)(&fill, ids, count, err);
	store_look_done(casework_store(cw));
	return filled;
}

bool application_rows_load(
	struct casework *cw, const int64_t *ids, int count, struct application_list *out, struct error *err)
{
	struct application_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!rows_fill(cw, ids, count, &list, err)) {
		application_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void application_list_done(struct application_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct application_list){0};
}
