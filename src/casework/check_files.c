/* kansli check looks through the register's files. Invariant: every file a paper has is read and held against its hash;
 * a finding names the paper, never what the file says. */
#include "casework/check_inner.h"

#include "casework/document.h"
#include "casework/files.h"

#include "base/words.h"

struct kept {
	const char *hash;
	int64_t document;
	bool removed;
};

static bool kept_list(struct checking *checking, struct kept **out, int *count, struct error *err)
{
	struct rows rows;
	size_t room = 0;

	*out = NULL;
	*count = 0;
	if (!store_ask(checking->store, SQL_CHECK_FILES, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		if ((size_t)*count == room) {
			room = room ? room * 2 : 32;
			*out = arena_grow(&checking->arena, *out, (size_t)*count, sizeof **out, room);
		}
		rows_text(&rows, "name", &checking->arena);
		(*out)[(*count)++] = (struct kept){.hash = rows_text(&rows, "hash", &checking->arena),
			.document = rows_number(&rows, "document"),
			.removed = rows_bool(&rows, "removed")};
	}
	return rows_done(&rows, err);
}

/* "EFF 12-2026-3", or the key in the inbox. Who may check may lack the right to see: then the key. */
static const char *kept_name(struct checking *checking, const struct kept *kept)
{
	struct document_query query = {.id = kept->document};
	struct document_list list;
	const char *name = NULL;

	if (document_list_load(checking->cw, &query, &list, NULL)) {
		name = list.count ? arena_text(&checking->arena, list.items[0].number) : NULL;
		document_list_done(&list);
	}
	return name ? name : arena_format(&checking->arena, "i%lld", (long long)kept->document);
}

static void kept_check(struct checking *checking, const struct kept *kept)
{
	struct buffer content;
	struct error why = {0};

	if (kept->removed) {
		if (files_there(checking->cw, kept->hash))
			checking_find(checking,
				_("%s: the content was removed, but the file still lies beside the office (%.12s…). "
				  "Remove "
				  "the content again."),
				kept_name(checking, kept), kept->hash);
		return;
	}
	buffer_init(&content);
	if (!files_read(checking->cw, kept->hash, &content, &why)) {
		if (why.kind == ERROR_MISSING)
			checking_find(checking, _("%s: the file is not beside the office (%.12s…)."),
				kept_name(checking, kept), kept->hash);
		else
			checking_find(checking, "%s (%.12s…): %s", kept_name(checking, kept), kept->hash, why.text);
	}
	buffer_done(&content);
}

void check_files(struct checking *checking)
{
	struct error err = {0};
	struct kept *kept;
	int count;

	if (!kept_list(checking, &kept, &count, &err))
		checking_find(checking, "%s", err.text);
	for (int i = 0; i < count; i++)
		kept_check(checking, &kept[i]);
}
