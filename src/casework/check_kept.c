/* Kept versions against what their events say of them. Invariant: a finding names the version, never what it holds. */
#include "casework/check_inner.h"

#include "base/words.h"

static bool hash_holds(const char *content, const char *wanted)
{
	char text[HASH_TEXT];

	hash_of(content, strlen(content), text);
	return !strcmp(text, wanted);
}

void check_kept(struct checking *checking)
{
	struct error err = {0};
	struct rows rows;

	if (!store_ask(checking->store, SQL_CHECK_VERSIONS, BINDS_NONE, &rows, &err)) {
		checking_find(checking, "%s", err.text);
		return;
	}
	while (rows_next(&rows)) {
		int n = (int)rows_number(&rows, "n"), year = (int)rows_number(&rows, "year"),
		    version = (int)rows_number(&rows, "version_n");
		struct arena arena;

		arena_init(&arena);
		if (!hash_holds(rows_text(&rows, "content", &arena), rows_text(&rows, "content_hash", &arena)))
			checking_find(
				checking, _("%d-%d: kept version %d no longer holds what was kept."), n, year, version);
		arena_done(&arena);
	}
	if (!rows_done(&rows, &err))
		checking_find(checking, "%s", err.text);
}
