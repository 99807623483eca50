/* Sealed payment files as they are read. Invariant: bytes that are not those that were sealed are not given out. */
#include "casework/access.h"
#include "casework/batch.h"
#include "casework/grow.h"
#include "casework/office.h"

#include "base/words.h"

static void batch_read(struct rows *rows, struct arena *arena, struct batch *out, const char **file)
{
	*out = (struct batch){
		.id = rows_number(rows, "id"),
		.ore = rows_number(rows, "ore"),
		.n = (int)rows_number(rows, "n"),
		.rows = (int)rows_number(rows, "rows"),
		.paid = (int)rows_number(rows, "paid"),
		.returned = (int)rows_number(rows, "returned"),
		.sealed_by = rows_text(rows, "sealed_by", arena),
		.sealed_at = rows_text(rows, "sealed_at", arena),
		.hash = rows_text(rows, "hash", arena),
		.seq = rows_number(rows, "seq"),
		.link = "",
	};
	*file = rows_text(rows, "file", arena);
}

static bool link_read(struct casework *cw, struct arena *arena, struct batch *batch, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_BATCH_LINK, BINDS(BIND("seq", batch->seq)), &rows, err))
		return false;
	if (rows_next(&rows))
		batch->link = arena_text_part(arena, rows_text(&rows, "hash", arena), 16);
	return rows_done(&rows, err);
}

bool batch_list_read(struct casework *cw, struct batch_list *out, struct error *err)
{
	struct batch_list list = {0};
	struct rows rows;
	const char *file;
	bool read;

	if (!store_ask(cw->store, SQL_BATCH_LIST, BINDS(BIND("n", (int64_t)0)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		GROW(&list.arena, list.items, list.count);
		batch_read(&rows, &list.arena, &list.items[list.count++], &file);
	}
	read = rows_done(&rows, err);
	for (int i = 0; read && i < list.count; i++)
		read = link_read(cw, &list.arena, &list.items[i], err);
	if (!read) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

bool batch_list_load(struct casework *cw, struct batch_list *out, struct error *err)
{
	return may(cw, RIGHT_SEE, RELATION_NONE, err) && batch_list_read(cw, out, err);
}

void batch_list_done(struct batch_list *list)
{
	if (list)
		arena_done(&list->arena);
}

/* ---- one */

static void item_texts(struct rows *rows, struct arena *arena, struct batch_item *item)
{
	item->title = rows_text(rows, "title", arena);
	item->due_on = rows_text(rows, "due_on", arena);
	item->name = rows_text(rows, "name", arena);
	item->name_short = rows_text(rows, "short", arena);
	item->orgnr = rows_text(rows, "orgnr", arena);
	item->kind = rows_text(rows, "kind", arena);
	item->number = rows_text(rows, "number", arena);
	item->paid_on = rows_text(rows, "paid_on", arena);
	item->returned_on = rows_text(rows, "returned_on", arena);
	item->maker = rows_text(rows, "maker", arena);
	item->reviewed_by = rows_text(rows, "reviewed_by", arena);
	item->attested_by = rows_text(rows, "attested_by", arena);
}

static void item_read(struct rows *rows, struct arena *arena, struct batch_item *item)
{
	*item = (struct batch_item){
		.instalment = rows_number(rows, "id"),
		.measure = rows_number(rows, "measure"),
		.ore = rows_number(rows, "ore"),
		.n = (int)rows_number(rows, "n"),
		.row_n = (int)rows_number(rows, "row_n"),
		.measure_n = (int)rows_number(rows, "measure_n"),
		.application_n = (int)rows_number(rows, "application_n"),
		.application_year = (int)rows_number(rows, "application_year"),
		.year = (int)rows_number(rows, "year"),
	};
	item_texts(rows, arena, item);
	item->payment_id = arena_format(
		arena, "EFF-%d-%d-%d-%d", item->application_n, item->application_year, item->measure_n, item->row_n);
}

static bool items_load(struct casework *cw, struct batch_whole *whole, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_BATCH_ROWS, BINDS(BIND("batch", whole->head.id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&whole->arena, whole->items, whole->count);
		item_read(&rows, &whole->arena, &whole->items[whole->count++]);
	}
	return rows_done(&rows, err);
}

static bool bytes_are_sealed(const struct batch_whole *whole, struct error *err)
{
	char text[HASH_TEXT];

	hash_of(whole->file, strlen(whole->file), text);
	return !strcmp(text, whole->head.hash) ||
	       refuse(err, ERROR_FAILED,
		       _("Payment file %d is not as it was sealed, so it is not given out. Run kansli check."),
		       whole->head.n);
}

static bool whole_load(struct casework *cw, int n, struct batch_whole *whole, struct error *err)
{
	struct rows rows;
	bool found;

	if (!store_ask(cw->store, SQL_BATCH_LIST, BINDS(BIND("n", (int64_t)n)), &rows, err))
		return false;
	found = n > 0 && rows_next(&rows);
	if (found)
		batch_read(&rows, &whole->arena, &whole->head, &whole->file);
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no sealed payment file %d."), n);
	return bytes_are_sealed(whole, err) && link_read(cw, &whole->arena, &whole->head, err) &&
	       items_load(cw, whole, err);
}

bool batch_read_whole(struct casework *cw, int n, struct batch_whole *out, struct error *err)
{
	struct batch_whole whole = {0};

	arena_init(&whole.arena);
	if (!whole_load(cw, n, &whole, err)) {
		arena_done(&whole.arena);
		return false;
	}
	*out = whole;
	return true;
}

bool batch_load(struct casework *cw, int n, struct batch_whole *out, struct error *err)
{
	return may(cw, RIGHT_SEE, RELATION_NONE, err) && batch_read_whole(cw, n, out, err);
}

void batch_whole_done(struct batch_whole *whole)
{
	if (whole)
		arena_done(&whole->arena);
}
