/* The register as it is read. Invariant: what a list says of a paper, every list says of it: one statement reads them
 * all. */
#include "casework/document.h"

#include "casework/application_inner.h"
#include "casework/document_inner.h"

#include "base/text.h"

static void content_read(struct rows *rows, struct document *out, struct arena *arena)
{
	out->file_name = rows_text(rows, "file_name", arena);
	out->file_hash = rows_text(rows, "file_hash", arena);
	out->file_bytes = rows_number_or(rows, "file_bytes", 0);
	out->secret_ground = rows_text(rows, "secret_ground", arena);
	out->secret_on = rows_text(rows, "secret_on", arena);
	out->secret_by = rows_text(rows, "secret_by", arena);
	out->removed = rows_text(rows, "removed", arena);
	out->removed_ground = rows_text(rows, "removed_ground", arena);
	out->removed_at = rows_text(rows, "removed_at", arena);
	out->removed_by = rows_text(rows, "removed_by", arena);
	out->listed = (int)rows_number(rows, "listed");
	out->sent = (int)rows_number(rows, "sent");
	out->received = (int)rows_number(rows, "received");
}

static void paper_values_read(struct rows *rows, struct document *out, struct arena *arena)
{
	out->direction = rows_text(rows, "direction", arena);
	out->kind = rows_text(rows, "kind", arena);
	out->on_day = rows_text(rows, "on_day", arena);
	out->on_time = rows_text(rows, "on_time", arena);
	out->found_on = rows_text(rows, "found_on", arena);
	out->arrival_rule = rows_text(rows, "arrival_rule", arena);
	out->dated_on = rows_text(rows, "dated_on", arena);
	out->way = rows_text(rows, "way", arena);
	out->region = rows_text(rows, "region", arena);
	out->region_short = rows_text(rows, "region_short", arena);
	out->party = rows_text(rows, "party", arena);
	out->subject = rows_text(rows, "subject", arena);
	out->open_subject = rows_text(rows, "open_subject", arena);
	out->own_number = rows_text(rows, "own_number", arena);
	out->pages = (int)rows_number_or(rows, "pages", 0);
	out->incomplete = rows_bool(rows, "incomplete");
	out->late = rows_bool(rows, "late");
}

static void place_read(struct rows *rows, struct document *out, const char *pattern, struct arena *arena)
{
	int moved_n = (int)rows_number_or(rows, "moved_n", 0), year = (int)rows_number_or(rows, "moved_year", 0);
	int case_n = (int)rows_number_or(rows, "moved_case_n", 0);

	out->id = rows_number(rows, "id");
	out->version = rows_number(rows, "version");
	out->application = rows_number_or(rows, "application", 0);
	out->matter = rows_number_or(rows, "matter", 0);
	out->n = (int)rows_number_or(rows, "n", 0);
	out->year = (int)rows_number_or(rows, "year", 0);
	out->case_n = (int)rows_number_or(rows, "case_n", 0);
	out->case_title = rows_text(rows, "case_title", arena);
	out->void_why = rows_text(rows, "void_why", arena);
	out->moved_to = rows_number_or(rows, "moved_to", 0);
	out->moved_from = rows_number_or(rows, "moved_from", 0);
	out->registered_by = rows_text(rows, "registered_by", arena);
	out->registered_at = rows_text(rows, "registered_at", arena);
	document_number_fill(pattern, out->year, out->case_n, out->n, out->id, out->number);
	if (out->moved_to)
		document_number_fill(pattern, year, case_n, moved_n, out->moved_to, out->moved_number);
}

/* As soon as possible: the day it came in, or the next working day. */
static bool is_overdue(const struct document *document, day today)
{
	day seen = day_read(document->found_on ? document->found_on : document->on_day);

	return !document->n && !document->void_why && seen != DAY_NONE && day_next_working(seen + 1) < today;
}

static bool documents_read(struct casework *cw, const struct document_query *query, const char *pattern,
	struct document_list *list, struct error *err)
{
	day last = query->last ? day_read(query->last) : DAY_NONE;
	char after[DAY_TEXT];
	struct rows rows;
	size_t room = 0;

	day_text(last == DAY_NONE ? last : last + 1, after);
	if (!store_ask(casework_store(cw), SQL_DOCUMENT_LIST,
		    BINDS(BIND("id", query->id), case_application(&query->of), case_matter(&query->of),
			    BIND("first", query->first ? query->first : "9"),
			    BIND("last", (const char *)(query->first && !*after ? "9" : after)),
			    BIND("inbox", query->inbox)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct document *document;

		if ((size_t)list->count == room) {
			room = room ? room * 2 : 16;
			list->items =
				arena_grow(&list->arena, list->items, (size_t)list->count, sizeof *list->items, room);
		}
		document = &list->items[list->count++];
		*document = (struct document){0};
		place_read(&rows, document, pattern, &list->arena);
		paper_values_read(&rows, document, &list->arena);
		content_read(&rows, document, &list->arena);
		document->overdue = is_overdue(document, casework_today(cw));
	}
	return rows_done(&rows, err);
}

bool document_list_load(
	struct casework *cw, const struct document_query *query, struct document_list *out, struct error *err)
{
	struct document_list list = {0};
	const char *pattern;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!application_pattern(cw, &list.arena, &pattern, err) || !documents_read(cw, query, pattern, &list, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void document_list_done(struct document_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct document_list){0};
}

const char *document_open_party(const struct document *document)
{
	if (document->secret_ground)
		return "";
	return !text_blank(document->party) ? document->party : document->region_short ? document->region_short : "";
}

const char *document_open_subject(const struct document *document)
{
	return document->secret_ground ? document->open_subject : document->subject;
}
