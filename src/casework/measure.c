/* Measures as they stand, with their money per payment year. Invariant: a total is known only when every part of it is;
 * what is unknown is never added up. */
#include "casework/measure_inner.h"

#include "base/words.h"
#include "casework/assess.h"

static void row_read(struct rows *rows, struct measure *measure, struct arena *arena)
{
	measure->id = rows_number(rows, "id");
	measure->version = rows_number(rows, "version");
	measure->application = rows_number(rows, "application");
	measure->year = (int)rows_number(rows, "year");
	measure->application_n = (int)rows_number(rows, "application_n");
	measure->n = (int)rows_number(rows, "n");
	measure->title = rows_text(rows, "title", arena);
	measure->description = rows_text(rows, "description", arena);
	measure->achieve = rows_text(rows, "achieve", arena);
	measure->type = rows_text(rows, "type", arena);
	measure->area = rows_text(rows, "area", arena);
	measure->effect = rows_text(rows, "effect", arena);
	measure->tags = rows_text(rows, "tags", arena);
	measure->from_on = rows_text(rows, "from_on", arena);
	measure->to_on = rows_text(rows, "to_on", arena);
	measure->form = rows_text(rows, "form", arena);
	measure->other_support = rows_text(rows, "other_support", arena);
	measure->lasting = rows_text(rows, "lasting", arena);
	measure->invented = rows_bool(rows, "invented");
	measure->withdrawn_on = rows_text(rows, "withdrawn_on", arena);
	measure->withdrawn_why = rows_text(rows, "withdrawn_why", arena);
	measure->outcome = rows_text(rows, "outcome", arena);
	measure->decision_kind = rows_text(rows, "decision_kind", arena);
	measure->ruling = rows_text(rows, "ruling", arena);
	measure->assignments = (int)rows_number(rows, "assignments");
	measure->submitted = (int)rows_number(rows, "submitted");
	measure->relation = rows_bool(rows, "mine") ? RELATION_ASSIGNED : RELATION_NONE;
	measure->relation |= rows_bool(rows, "owing") ? RELATION_UNSUBMITTED : RELATION_NONE;
	measure->relation |= rows_bool(rows, "barred") ? RELATION_BARRED : RELATION_NONE;
}

static struct measure *measure_new(struct measure_list *list)
{
	int count = list->count;

	if (!(count & (count - 1))) /* full at each power of two */
		list->items = arena_grow(
			&list->arena, list->items, (size_t)count, sizeof(*list->items), count ? (size_t)count * 2 : 1);
	list->items[count] = (struct measure){0};
	return &list->items[list->count++];
}

static bool measures_read(
	struct casework *cw, int64_t application, int64_t measure, struct measure_list *list, struct error *err)
{
	unsigned roles = access_roles(cw);
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_MEASURE_LIST,
		    BINDS(BIND("application", application),
			    measure ? bind_number("measure", measure) : bind_null("measure"),
			    BIND("actor", casework_actor(cw))),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct measure *each = measure_new(list);

		row_read(&rows, each, &list->arena);
		each->points_seen = score_seen(roles, each->relation, each->outcome != NULL);
	}
	return rows_done(&rows, err);
}

/* ---- money */

static struct year_amount *year_of(struct measure *measure, int year)
{
	struct year_amount *last = measure->year_count ? &measure->years[measure->year_count - 1] : NULL;

	if (last && last->year == year)
		return last;
	if (measure->year_count == MEASURE_YEARS)
		return NULL;
	measure->years[measure->year_count] = (struct year_amount){
		.year = year, .cost_ore = MONEY_UNKNOWN, .sought_ore = MONEY_UNKNOWN, .granted_ore = MONEY_UNKNOWN};
	return &measure->years[measure->year_count++];
}

static void amount_put(struct year_amount *year, const char *kind, int64_t ore)
{
	if (!strcmp(kind, "cost")) {
		year->cost_ore = ore;
		year->has_cost = true;
	} else if (!strcmp(kind, "sought")) {
		year->sought_ore = ore;
		year->has_sought = true;
	} else {
		year->granted_ore = ore;
		year->has_granted = true;
	}
}

static int64_t total_of(const struct money_sum *sum)
{
	return sum->known && !sum->unknown ? sum->ore : MONEY_UNKNOWN;
}

static void totals_make(struct measure *measure)
{
	struct money_sum cost = {0}, sought = {0}, granted = {0};

	for (int i = 0; i < measure->year_count; i++) {
		const struct year_amount *year = &measure->years[i];

		if (year->has_cost)
			money_sum_add(&cost, year->cost_ore);
		if (year->has_sought)
			money_sum_add(&sought, year->sought_ore);
		if (year->has_granted)
			money_sum_add(&granted, year->granted_ore);
	}
	measure->cost_ore = total_of(&cost);
	measure->sought_ore = total_of(&sought);
	measure->granted_ore = total_of(&granted);
}

static bool amounts_read(struct casework *cw, struct measure *measure, struct arena *arena, struct error *err)
{
	struct rows rows;
	bool fits = true;

	if (!store_ask(casework_store(cw), SQL_AMOUNT_LIST, BINDS(BIND("measure", measure->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct year_amount *year = year_of(measure, (int)rows_number(&rows, "year"));
		const char *kind = rows_text(&rows, "kind", arena);
		int64_t ore = rows_number(&rows, "ore");

		fits = fits && year;
		if (year)
			amount_put(year, kind, ore);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!fits)
		return refuse(err, ERROR_FAILED,
			_("Measure %d-%d.%d has amounts for more than %d years and cannot be shown."),
			measure->application_n, measure->year, measure->n, MEASURE_YEARS);
	totals_make(measure);
	return true;
}

static bool list_read(
	struct casework *cw, int64_t application, int64_t measure, struct measure_list *list, struct error *err)
{
	if (!measures_read(cw, application, measure, list, err))
		return false;
	for (int i = 0; i < list->count; i++)
		if (!amounts_read(cw, &list->items[i], &list->arena, err))
			return false;
	return true;
}

static bool list_load(
	struct casework *cw, int64_t application, int64_t measure, struct measure_list *out, struct error *err)
{
	struct measure_list list = {0};
	bool read;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	read = list_read(cw, application, measure, &list, err);
	store_look_done(casework_store(cw));
	if (!read) {
		measure_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

bool measure_list_load(struct casework *cw, int64_t application, struct measure_list *out, struct error *err)
{
	return list_load(cw, application, 0, out, err);
}

bool measure_load(struct casework *cw, int64_t id, struct measure_list *out, struct error *err)
{
	struct rows rows;
	int64_t application = 0;

	if (!store_ask(casework_store(cw), SQL_MEASURE_APPLICATION, BINDS(BIND("id", id)), &rows, err))
		return false;
	if (rows_next(&rows))
		application = rows_number(&rows, "application");
	if (!rows_done(&rows, err))
		return false;
	if (!application)
		return refuse(err, ERROR_MISSING, _("There is no such measure."));
	return list_load(cw, application, id, out, err);
}

void measure_list_done(struct measure_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct measure_list){0};
}
