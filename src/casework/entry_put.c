/* Entries added, changed, taken away. Invariant: a number that has been given is never given again, and a measure that
 * is decided or withdrawn keeps what it has. */
#include "casework/application_inner.h"
#include "casework/entry_inner.h"
#include "casework/measure_inner.h"

#include "base/text.h"
#include "base/words.h"

static enum field_kind kind_of(enum entry_value value)
{
	switch (value) {
	case ENTRY_LINE: return FIELD_LINE;
	case ENTRY_TEXT: return FIELD_TEXT;
	case ENTRY_DAY: return FIELD_DAY;
	case ENTRY_WORD: return FIELD_WORD;
	case ENTRY_REGION: return FIELD_REGION;
	case ENTRY_YEAR: return FIELD_YEAR;
	case ENTRY_ORE: return FIELD_ORE;
	case ENTRY_COUNT: return FIELD_COUNT;
	case ENTRY_YES: return FIELD_YES;
	}
	return FIELD_LINE;
}

static bool is_number(enum entry_value value)
{
	return value == ENTRY_YEAR || value == ENTRY_ORE || value == ENTRY_COUNT || value == ENTRY_YES;
}

bool entry_values_clean(struct casework *cw, enum entry_kind kind, const char *values[ENTRY_FIELDS],
	struct arena *arena, const char **wrong, struct error *err)
{
	const struct entry_shape *shape = entry_shape(kind);
	struct field fields[ENTRY_FIELDS] = {0};
	const struct form form = {fields, shape->typed};

	for (int i = 0; i < shape->typed; i++) {
		const struct entry_column *column = &shape->columns[i];

		fields[i] = (struct field){.name = column->key,
			.label = column->label,
			.kind = kind_of(column->value),
			.needed = column->needed,
			.unknown = column->value != ENTRY_LINE && column->value != ENTRY_TEXT &&
				   column->value != ENTRY_YES,
			.words = column->words,
			.at = (size_t)i * sizeof(*values)};
		if (column->value == ENTRY_YES && text_blank(values[i]))
			values[i] = "0";
	}
	return form_clean(cw, &form, (void *)values, arena, wrong, err);
}

/* ---- whose it is */

static bool owner_load(struct entry_put *put, struct error *err)
{
	struct change *change = put->change;
	struct measure_standing measure;
	struct standing standing;

	if (!put->shape->of_measure) {
		put->application = put->owner;
		if (!standing_load(change, put->owner, &standing, err) || !standing_is_live(&standing, err))
			return false;
		put->arrived_on = standing.arrived_on;
		return true;
	}
	if (!measure_look(change, put->owner, &measure, err) || !measure_is_open(&measure, err))
		return false;
	put->application = measure.application;
	put->arrived_on = measure.of.arrived_on;
	return true;
}

/* The row as it stands: id 0 when it is a new one. */
struct entry_standing {
	int64_t id, version;
};

static bool row_look(struct entry_put *put, struct entry_standing *out, struct error *err)
{
	bool fresh = put->n == 0, gone;
	struct rows rows;
	int next = 0;

	if (put->shape->single)
		put->n = 1;
	*out = (struct entry_standing){0};
	if (!store_ask(put->change->store, put->shape->standing, BINDS(BIND("owner", put->owner), BIND("n", put->n)),
		    &rows, err))
		return false;
	if (!rows_next(&rows))
		return rows_done(&rows, err);
	next = (int)rows_number(&rows, "next_n");
	out->id = rows_number_or(&rows, "id", 0);
	out->version = rows_number_or(&rows, "version", 0);
	gone = !rows_null(&rows, "dropped_on");
	if (!rows_done(&rows, err))
		return false;
	if (fresh && !put->shape->single)
		put->n = next;
	else if (!put->shape->single && (!out->id || gone))
		return refuse(err, ERROR_MISSING,
			gone ? _("Nothing was changed: %s %d has been taken away.")
			     : _("There is no %s %d here. Nothing was changed."),
			_(put->shape->label), put->n);
	return true;
}

/* ---- writing */

/* Every value under its column's name, numbers as numbers. */
static size_t values_bind(const struct entry_put *put, struct bind *binds)
{
	const struct entry_shape *shape = put->shape;
	size_t count = 0;

	for (int i = 0; i < shape->typed + shape->worked; i++) {
		const struct entry_column *column = &shape->columns[i];
		const char *value = put->values[i];

		if (shape->after && i == NEED_MEASURES) /* rows of their own */
			continue;
		if (!is_number(column->value))
			binds[count++] = bind_text(column->name, value);
		else if (text_blank(value))
			binds[count++] = bind_null(column->name);
		else
			binds[count++] = bind_number(column->name, strtoll(value, NULL, 10));
	}
	return count;
}

static bool row_write(struct entry_put *put, struct entry_standing *row, struct error *err)
{
	struct bind binds[ENTRY_FIELDS + 4];
	size_t count = values_bind(put, binds);
	bool fresh = !row->id;

	binds[count++] = bind_number("owner", put->owner);
	binds[count++] = bind_number("n", put->n);
	if (!fresh) {
		binds[count++] = bind_number("id", row->id);
		binds[count++] = bind_number("version", row->version);
	}
	if (!store_run(put->change->store, fresh ? put->shape->insert : put->shape->update,
		    (struct binds){binds, count}, err))
		return false;
	assert(store_changed(put->change->store) == 1);
	if (fresh)
		row->id = put->shape->single ? put->owner : store_last_id(put->change->store);
	return !put->shape->after || put->shape->after(put, row->id, err);
}

static bool entry_save(struct entry_put *put, const struct entry_change *given, struct error *err)
{
	struct change *change = put->change;
	enum right right = put->shape->of_measure ? RIGHT_MEASURE_PUT : RIGHT_APPLICATION_CHANGE;
	struct entry_standing row;
	const char *before = NULL;

	if (!may(change->cw, right, RELATION_NONE, err) || !owner_load(put, err) || !row_look(put, &row, err) ||
		!change_fresh(change, put->shape->object, row.id, row.version, err) ||
		!entry_values_clean(change->cw, given->kind, put->values, &change->arena, NULL, err) ||
		(put->shape->settle && !put->shape->settle(put, err)))
		return false;
	if (row.id && !(before = change_facts(change, put->shape->object, row.id, err)))
		return false;
	return row_write(put, &row, err) &&
	       change_record(change, put->shape->object, row.id, put->application, before, err);
}

/* A retry answers the number the first try got: the place of the row that its event tells of. */
static bool number_again(struct change *change, const struct entry_change *given, int *n, struct error *err)
{
	struct entry_list list;
	struct entry_put put = {.change = change, .shape = entry_shape(given->kind), .owner = given->owner};

	if (!n)
		return true;
	if (!owner_load(&put, err) || !entry_list_load(change->cw, given->kind, put.application, &list, err))
		return false;
	*n = given->n;
	for (int i = 0; i < list.count; i++)
		if (list.items[i].id == change->repeated_id)
			*n = list.items[i].n;
	entry_list_done(&list);
	return true;
}

bool entry_put(
	struct casework *cw, const struct operation *op, const struct entry_change *given, int *n, struct error *err)
{
	struct change change;
	struct entry_put put = {
		.change = &change, .shape = entry_shape(given->kind), .owner = given->owner, .n = given->n};

	memcpy(put.values, given->values, sizeof(put.values));
	if (!change_begin(&change, cw, op, put.shape->put, err))
		return false;
	if (change.repeated)
		return number_again(&change, given, n, err) ? change_repeated(&change, NULL) : change_abandon(&change);
	if (!entry_save(&put, given, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (n)
		*n = put.n;
	return true;
}

static bool row_drop(struct entry_put *put, struct error *err)
{
	struct change *change = put->change;
	enum right right = put->shape->of_measure ? RIGHT_MEASURE_PUT : RIGHT_APPLICATION_CHANGE;
	struct entry_standing row;
	const char *before;

	if (!may(change->cw, right, RELATION_NONE, err) || !owner_load(put, err) || !row_look(put, &row, err) ||
		!change_fresh(change, put->shape->object, row.id, row.version, err) ||
		!(before = change_facts(change, put->shape->object, row.id, err)) ||
		!store_run(change->store, put->shape->remove,
			BINDS(BIND("id", row.id), BIND("version", row.version),
				BIND("on", (const char *)change->today)),
			err))
		return false;
	assert(store_changed(change->store) == 1);
	return change_record(change, put->shape->object, row.id, put->application, before, err);
}

bool entry_drop(
	struct casework *cw, const struct operation *op, enum entry_kind kind, int64_t owner, int n, struct error *err)
{
	struct change change;
	struct entry_put put = {.change = &change, .shape = entry_shape(kind), .owner = owner, .n = n};

	if (n <= 0 || put.shape->single)
		return refuse(
			err, ERROR_INVALID, _("Say which %s by its number. Nothing was changed."), _(put.shape->label));
	if (!change_begin(&change, cw, op, put.shape->drop, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	return row_drop(&put, err) ? change_commit(&change, err) : change_abandon(&change);
}
