/* The sample office's papers: every fate a document can have is among them. */
#include "sample_papers.h"

#include "casework/document.h"
#include "casework/matter.h"
#include "office.h"

#include <check.h>

static int papers_count(const struct document_list *list, bool (*is)(const struct document *))
{
	int count = 0;

	for (int i = 0; i < list->count; i++)
		count += is(&list->items[i]);
	return count;
}

static bool is_moved(const struct document *document)
{
	return document->moved_to && !document->void_why && *document->moved_number;
}

static bool is_void(const struct document *document)
{
	return document->void_why && !document->moved_to;
}

static bool is_removed(const struct document *document)
{
	return document->removed && document->file_hash && *document->removed_ground;
}

static bool is_marked(const struct document *document)
{
	return document->secret_ground != NULL;
}

static bool is_waiting(const struct document *document)
{
	return !document->n && !document->void_why;
}

static bool is_found_later(const struct document *document)
{
	return document->found_on && strcmp(document->found_on, document->on_day) > 0;
}

void sample_papers_hold(struct casework *cw)
{
	struct document_query query = {.first = "2025-01-01", .last = "2026-12-31"};
	struct document_list list;
	struct matter_list matters;
	int moved = 0;

	OK(document_list_load(cw, &query, &list, err));
	ck_assert_int_ge(papers_count(&list, is_moved), 2);
	ck_assert_int_ge(papers_count(&list, is_void), 1);
	ck_assert_int_eq(papers_count(&list, is_removed), 1);
	ck_assert_int_ge(papers_count(&list, is_marked), 1);
	ck_assert_int_ge(papers_count(&list, is_waiting), 3);
	ck_assert_int_ge(papers_count(&list, is_found_later), 2);
	document_list_done(&list);
	OK(matter_list_load(cw, &(struct matter_query){0}, &matters, err));
	for (int i = 0; i < matters.count; i++)
		moved += matters.items[i].wrong_why && *matters.items[i].wrong_to;
	ck_assert_int_eq(moved, 1);
	matter_list_done(&matters);
}
