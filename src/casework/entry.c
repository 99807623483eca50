/* Entries as they stand. Invariant: a list is of one moment, and what has been taken away is not in it. */
#include "casework/entry.h"
#include "casework/entry_inner.h"
#include "casework/grow.h"

#include "base/money.h"
#include "base/words.h"

static void entry_read(struct rows *rows, const struct entry_shape *shape, struct entry_list *list)
{
	GROW(&list->arena, list->items, list->count);
	struct entry *entry = &list->items[list->count++];

	*entry = (struct entry){.id = rows_number(rows, "id"),
		.version = rows_number(rows, "version"),
		.n = (int)rows_number(rows, "n")};
	if (shape->of_measure) {
		entry->measure = rows_number(rows, "measure");
		entry->measure_n = (int)rows_number(rows, "measure_n");
	}
	for (int i = 0; i < shape->typed + shape->worked; i++)
		entry->values[i] = rows_text(rows, shape->columns[i].name, &list->arena);
}

bool entry_list_load(
	struct casework *cw, enum entry_kind kind, int64_t application, struct entry_list *out, struct error *err)
{
	const struct entry_shape *shape = entry_shape(kind);
	struct entry_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), shape->list, BINDS(BIND("application", application)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows))
		entry_read(&rows, shape, &list);
	if (!rows_done(&rows, err)) {
		entry_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void entry_list_done(struct entry_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct entry_list){0};
}

const struct entry *entry_find(const struct entry_list *list, int64_t measure, int n)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].measure == measure && list->items[i].n == n)
			return &list->items[i];
	return NULL;
}

int64_t entry_ore(const struct entry *entry, int field)
{
	const char *text = entry->values[field];

	return text && *text ? strtoll(text, NULL, 10) : MONEY_UNKNOWN;
}
