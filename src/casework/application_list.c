/* Which applications a query asks for, and in what order. Invariant: without filter and sort the answer is one walk
 * along an index; the same query on the same office always gives the same order. */
#include "casework/application_inner.h"
#include "casework/search.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

/* ---- sorting */

enum sort_key {
	SORT_NUMBER,
	SORT_APPLICANT,
	SORT_TITLE,
	SORT_SOUGHT,
	SORT_COST,
	SORT_MEASURES,
	SORT_PARTICIPANTS,
	SORT_DUE,
	SORT_STATE,
	SORT_ARRIVED,
	SORT_OFFICER,
	SORT_ROUND,
};
static const struct {
	const char *name;
	enum sort_key key;
} sort_names[] = {
	{"number", SORT_NUMBER},
	{"nr", SORT_NUMBER},
	{"applicant", SORT_APPLICANT},
	{"sökande", SORT_APPLICANT},
	{"title", SORT_TITLE},
	{"ärende", SORT_TITLE},
	{"sought", SORT_SOUGHT},
	{"sökt", SORT_SOUGHT},
	{"cost", SORT_COST},
	{"kostnad", SORT_COST},
	{"measures", SORT_MEASURES},
	{"åtgärder", SORT_MEASURES},
	{"participants", SORT_PARTICIPANTS},
	{"deltagare", SORT_PARTICIPANTS},
	{"due", SORT_DUE},
	{"frist", SORT_DUE},
	{"state", SORT_STATE},
	{"status", SORT_STATE},
	{"läge", SORT_STATE},
	{"arrived", SORT_ARRIVED},
	{"inkom", SORT_ARRIVED},
	{"officer", SORT_OFFICER},
	{"handläggare", SORT_OFFICER},
	{"round", SORT_ROUND},
	{"omgång", SORT_ROUND},
};
static bool sort_asks_facts(enum sort_key key)
{
	switch (key) {
	case SORT_SOUGHT:
	case SORT_COST:
	case SORT_MEASURES:
	case SORT_PARTICIPANTS:
	case SORT_DUE:
	case SORT_STATE: return true;
	case SORT_NUMBER:
	case SORT_APPLICANT:
	case SORT_TITLE:
	case SORT_ARRIVED:
	case SORT_OFFICER:
	case SORT_ROUND: break;
	}
	return false;
}

enum { SORT_NAMES = sizeof(sort_names) / sizeof(*sort_names) };

struct sort_row {
	const struct application_row *row;
	const char *text; /* of text keys: Swedish order */
	int64_t number;   /* of the others */
	bool last;        /* nothing to sort by: last whatever the direction */
};

static bool sort_read(const char *text, enum sort_key *key, bool *down, struct arena *arena, struct error *err)
{
	const char *wanted = text_fold(arena, text + (*text == '-')), *nearest = sort_names[0].name;
	struct buffer names;

	for (int i = 0; i < SORT_NAMES; i++) {
		if (!strcmp(text_fold(arena, sort_names[i].name), wanted)) {
			*key = sort_names[i].key;
			*down = *text == '-';
			return true;
		}
		if (text_distance(wanted, sort_names[i].name) < text_distance(wanted, nearest))
			nearest = sort_names[i].name;
	}
	buffer_init(&names);
	for (int i = 0; i < SORT_NAMES; i++)
		buffer_format(&names, "%s%s", i ? ", " : "", sort_names[i].name);
	refuse(err, ERROR_INVALID, _("The list cannot be sorted by “%s”. Did you mean %s? There are: %s."),
		text_cut(arena, text_harmless(arena, text, false), 40), nearest, names.text);
	buffer_done(&names);
	return false;
}

static void sort_number(struct sort_row *out, int64_t number)
{
	out->number = number;
}

static void sort_money(struct sort_row *out, int64_t ore, int unknown)
{
	out->number = ore;
	out->last = unknown >= out->row->measures; /* no amount is known */
}

static void sort_text(struct sort_row *out, const char *text, struct arena *arena)
{
	out->last = !text;
	out->text = text ? text_sort_key(arena, text) : "";
}

static void sort_make(struct sort_row *out, enum sort_key key, struct arena *arena)
{
	const struct application_row *row = out->row;

	switch (key) {
	case SORT_NUMBER: sort_number(out, (int64_t)row->year * 1000000 + row->n); break;
	case SORT_APPLICANT: sort_text(out, row->lead_short, arena); break;
	case SORT_TITLE: sort_text(out, row->title, arena); break;
	case SORT_SOUGHT: sort_money(out, row->sought_ore, row->sought_unknown); break;
	case SORT_COST: sort_money(out, row->cost_ore, row->cost_unknown); break;
	case SORT_MEASURES: sort_number(out, row->measures); break;
	case SORT_PARTICIPANTS: sort_number(out, row->participants); break;
	case SORT_DUE:
		sort_number(out, row->due);
		out->last = row->due == DAY_NONE;
		break;
	case SORT_STATE: sort_number(out, row->state); break;
	case SORT_ARRIVED: sort_number(out, day_read(row->arrived_on)); break;
	case SORT_OFFICER: sort_text(out, row->officer_name, arena); break;
	case SORT_ROUND: sort_text(out, row->round_name, arena); break;
	}
}

static int number_order(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Equal rows stand newest number first, in both directions. */
static int newest_order(const struct application_row *a, const struct application_row *b)
{
	return a->year != b->year ? b->year - a->year : b->n - a->n;
}

static int sort_compare(const void *one, const void *two, void *with)
{
	const struct sort_row *a = one, *b = two;
	const bool *down = with;
	int order;

	if (a->last != b->last)
		return a->last - b->last;
	order = a->text ? strcmp(a->text, b->text) : number_order(a->number, b->number);
	if (order && !a->last)
		return *down ? -order : order;
	return newest_order(a->row, b->row);
}

/* ---- a query in memory */

struct picking {
	struct arena arena;
	struct application_mirror *mirror;
	const struct application_query *query;
	struct filter *filter; /* NULL: everything */
	enum sort_key key;
	bool down;
	struct sort_row *picked;
	int count;
};

static bool picking_read(struct casework *cw, struct picking *picking, struct error *err)
{
	const char *filter = picking->query->filter, *sort = picking->query->sort;
	struct application_mirror *mirror = picking->mirror;

	picking->down = true; /* newest number first */
	if (sort && *sort && !sort_read(sort, &picking->key, &picking->down, &picking->arena, err))
		return false;
	if (sort_asks_facts(picking->key) && !application_mirror_facts(cw, mirror, err))
		return false;
	if (!filter)
		return true;
	if (!filter_read(filter, casework_today(cw), &mirror->programme, &picking->arena, &picking->filter, err))
		return false;
	return (!filter_asks_facts(picking->filter) || application_mirror_facts(cw, mirror, err)) &&
	       (!filter_asks_words(picking->filter) || application_mirror_words(cw, mirror, err)) &&
	       (!filter_asks_gates(picking->filter) || application_mirror_gates(cw, mirror, err));
}

static void picking_pick(struct casework *cw, struct picking *picking)
{
	const struct application_mirror *mirror = picking->mirror;
	const struct application_list *list = &mirror->list;

	picking->picked = arena_take(&picking->arena, (size_t)(list->count + 1) * sizeof(*picking->picked));
	for (int i = 0; i < list->count; i++) {
		const struct application_row *row = &list->items[i];
		struct sort_row *next = &picking->picked[picking->count];

		if (picking->query->round && row->round != picking->query->round)
			continue;
		if (picking->filter && !filter_matches(picking->filter, row, mirror->folded ? mirror->folded[i] : NULL,
					       casework_actor(cw)))
			continue;
		*next = (struct sort_row){.row = row};
		sort_make(next, picking->key, &picking->arena);
		picking->count++;
	}
	qsort_r(picking->picked, (size_t)picking->count, sizeof(*picking->picked), sort_compare, &picking->down);
}

static void index_keep(const struct picking *picking, struct application_index *out)
{
	out->ids = memory_take((size_t)(picking->count + 1) * sizeof(*out->ids));
	out->count = picking->count;
	for (int i = 0; i < picking->count; i++)
		out->ids[i] = picking->picked[i].row->id;
}

static bool index_picked(
	struct casework *cw, const struct application_query *query, struct application_index *out, struct error *err)
{
	struct picking picking = {.query = query};
	bool read;

	arena_init(&picking.arena);
	read = application_mirror_load(cw, &picking.mirror, err) && picking_read(cw, &picking, err);
	if (read) {
		picking_pick(cw, &picking);
		index_keep(&picking, out);
	}
	arena_done(&picking.arena);
	return read;
}

/* ---- the plain order: ids straight from the index */

static bool index_walked(struct casework *cw, int64_t round, struct application_index *out, struct error *err)
{
	struct application_index index = {0};
	struct rows rows;
	int room = 0;
	bool asked = round ? store_ask(casework_store(cw), SQL_APPLICATION_INDEX_ROUND, BINDS(BIND("round", round)),
				     &rows, err)
			   : store_ask(casework_store(cw), SQL_APPLICATION_INDEX, BINDS_NONE, &rows, err);

	if (!asked)
		return false;
	while (rows_next(&rows)) {
		if (index.count == room) {
			room = room ? room * 2 : 256;
			index.ids = memory_retake(index.ids, (size_t)room * sizeof(*index.ids));
		}
		index.ids[index.count++] = rows_number(&rows, "id");
	}
	if (!rows_done(&rows, err)) {
		application_index_done(&index);
		return false;
	}
	*out = index;
	return true;
}

bool application_index_load(
	struct casework *cw, const struct application_query *query, struct application_index *out, struct error *err)
{
	bool plain = text_blank(query->filter) && text_blank(query->sort);
	bool loaded;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	loaded = plain ? index_walked(cw, query->round, out, err) : index_picked(cw, query, out, err);
	store_look_done(casework_store(cw));
	return loaded;
}

void application_index_done(struct application_index *index)
{
	if (!index)
		return;
	free(index->ids);
	*index = (struct application_index){0};
}

bool application_list_load(
	struct casework *cw, const struct application_query *query, struct application_list *out, struct error *err)
{
	struct application_index index;
	bool loaded = false;

	if (!store_look(casework_store(cw), err))
		return false;
	if (application_index_load(cw, query, &index, err)) {
		loaded = application_rows_load(cw, index.ids, index.count, out, err);
		application_index_done(&index);
	}
	store_look_done(casework_store(cw));
	return loaded;
}
