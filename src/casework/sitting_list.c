/* All sittings, and the one meant. */
#include "casework/application_inner.h"
#include "casework/document_inner.h"
#include "casework/matter.h"
#include "casework/sitting_inner.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static void row_read(struct rows *rows, const char *pattern, struct arena *arena, struct sitting_row *row)
{
	row->id = rows_number(rows, "id");
	row->version = rows_number(rows, "version");
	case_number(
		pattern, (int)rows_number(rows, "year"), (int)rows_number(rows, "n"), row->number, sizeof row->number);
	row->title = rows_text(rows, "title", arena);
	row->on_day = rows_text(rows, "on_day", arena);
	row->starts_at = rows_text(rows, "starts_at", arena);
	row->place = rows_text(rows, "place", arena);
	row->opened_at = rows_text(rows, "opened_at", arena);
	row->closed_at = rows_text(rows, "closed_at", arena);
	row->adjusted_on = rows_text(rows, "adjusted_on", arena);
	row->items = (int)rows_number(rows, "items");
	row->left = (int)rows_number(rows, "open");
	row->first_section = (int)rows_number_or(rows, "first_section", 0);
	row->last_section = (int)rows_number_or(rows, "last_section", 0);
}

static bool rows_read(struct casework *cw, struct sitting_list *list, struct error *err)
{
	const char *pattern;
	struct rows rows;

	if (!application_pattern(cw, &list->arena, &pattern, err) ||
		!store_ask(cw->store, SQL_SITTING_LIST, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&list->arena, list->items, list->count);
		list->items[list->count] = (struct sitting_row){0};
		row_read(&rows, pattern, &list->arena, &list->items[list->count++]);
	}
	return rows_done(&rows, err);
}

bool sitting_list_load(struct casework *cw, struct sitting_list *out, struct error *err)
{
	struct sitting_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!rows_read(cw, &list, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void sitting_list_done(struct sitting_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct sitting_list){0};
}

/* *count gets how many there are on the day, *id one of them; `numbers` names them. */
static bool day_find(
	struct casework *cw, const char *wanted, int64_t *id, int *count, struct buffer *numbers, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_SITTING_BY_DAY, BINDS(BIND("day", wanted)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		*id = rows_number(&rows, "id");
		buffer_format(numbers, "%s%d-%d", *count ? ", " : "", (int)rows_number(&rows, "n"),
			(int)rows_number(&rows, "year"));
		++*count;
	}
	return rows_done(&rows, err);
}

static bool by_day(struct casework *cw, const char *wanted, int64_t *id, struct error *err)
{
	struct buffer numbers;
	int64_t found = 0;
	int count = 0;
	bool read;

	buffer_init(&numbers);
	read = day_find(cw, wanted, &found, &count, &numbers, err);
	if (read && !count)
		read = refuse(err, ERROR_MISSING, _("There is no sitting on %s."), wanted);
	else if (read && count > 1)
		read = refuse(err, ERROR_INVALID, _("There are %d sittings on %s: %s. Write the number."), count,
			wanted, numbers.text);
	buffer_done(&numbers);
	if (read)
		*id = found;
	return read;
}

static bool by_number(struct casework *cw, const char *wanted, int64_t *id, struct error *err)
{
	char shown[TEXT_GLIMPSE];
	int64_t matter, found = 0;
	struct rows rows;

	text_glimpse(wanted, shown);
	if (!matter_find(cw, wanted, &matter, err) ||
		!store_ask(cw->store, SQL_SITTING_BY_MATTER, BINDS(BIND("matter", matter)), &rows, err))
		return false;
	if (rows_next(&rows))
		found = rows_number(&rows, "id");
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("“%s” is no sitting of the delegation."), shown);
	*id = found;
	return true;
}

bool sitting_find(struct casework *cw, const char *wanted, int64_t *id, struct error *err)
{
	return day_read(wanted) != DAY_NONE ? by_day(cw, wanted, id, err) : by_number(cw, wanted, id, err);
}
