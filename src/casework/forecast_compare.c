/* A kept forecast read back, and two side by side. Invariant: rows are the same when measure and row number are, and
 * each row is told at most once. */
#include "casework/forecast.h"

#include "base/json_walk.h"
#include "casework/grow.h"

/* ---- reading back */

static void value_take(struct forecast_row *row, const char *field, const char *value)
{
	if (!strcmp(field, "key"))
		row->key = value;
	else if (!strcmp(field, "region"))
		row->region = value;
	else if (!strcmp(field, "due_on"))
		row->due_on = value;
	else if (!strcmp(field, "year"))
		row->year = (int)strtol(value, NULL, 10);
	else if (!strcmp(field, "sum_ore"))
		row->ore = strtoll(value, NULL, 10);
	else if (!strcmp(field, "late"))
		row->late = !strcmp(value, "true");
	for (int i = 0; !strcmp(field, "state") && i < FORECAST_STATES; i++)
		if (!strcmp(forecast_state_code((enum forecast_state)i), value))
			row->state = (enum forecast_state)i;
}

/* "rows.3.due_on": the third row's day. */
static void value_read(void *with, const char *path, const char *value)
{
	struct forecast *out = with;
	char *field;
	int at;

	if (!strcmp(path, "as_of"))
		out->as_of = value;
	if (strncmp(path, "rows.", 5) != 0 || !value)
		return;
	at = (int)strtol(path + 5, &field, 10);
	while (out->row_count < at) {
		GROW(&out->arena, out->rows, out->row_count);
		out->rows[out->row_count++] = (struct forecast_row){.key = "", .region = "", .due_on = ""};
	}
	value_take(&out->rows[at - 1], field + 1, value);
}

void forecast_read(const char *json, struct forecast *out)
{
	*out = (struct forecast){.as_of = ""};
	arena_init(&out->arena);
	json_walk(json, &out->arena, value_read, out);
}

/* ---- side by side */

static bool awaited(const struct forecast_row *row)
{
	return row && row->state <= FORECAST_WAITS;
}

static const struct forecast_row *row_find(const struct forecast *forecast, const char *key)
{
	for (int i = 0; i < forecast->row_count; i++)
		if (!strcmp(forecast->rows[i].key, key))
			return &forecast->rows[i];
	return NULL;
}

static void pair_add(
	struct forecast_comparison *out, const struct forecast_row *before, const struct forecast_row *after)
{
	const struct forecast_row *either = after ? after : before;
	struct forecast_move move = {either->key, either->region, before, after, false, false, false};

	if (before && after) {
		move.day = strcmp(before->due_on, after->due_on) != 0;
		move.amount = before->ore != after->ore;
		move.state = before->state != after->state;
		if (!move.day && !move.amount && !move.state) {
			out->same++;
			return;
		}
	}
	GROW(&out->arena, out->items, out->count);
	out->items[out->count++] = move;
}

static int move_order(const void *a, const void *b)
{
	const struct forecast_move *left = a, *right = b;

	return strcmp(left->key, right->key);
}

void forecast_compare(const struct forecast *before, const struct forecast *after, struct forecast_comparison *out)
{
	*out = (struct forecast_comparison){0};
	arena_init(&out->arena);
	for (int i = 0; i < before->row_count; i++) {
		out->before += awaited(&before->rows[i]) ? before->rows[i].ore : 0;
		pair_add(out, &before->rows[i], row_find(after, before->rows[i].key));
	}
	for (int i = 0; i < after->row_count; i++) {
		out->after += awaited(&after->rows[i]) ? after->rows[i].ore : 0;
		if (!row_find(before, after->rows[i].key))
			pair_add(out, NULL, &after->rows[i]);
	}
	if (out->count)
		qsort(out->items, (size_t)out->count, sizeof *out->items, move_order);
}

void forecast_comparison_done(struct forecast_comparison *comparison)
{
	if (comparison)
		arena_done(&comparison->arena);
}
