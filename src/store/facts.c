/* A row as canonical facts, for the history. Its one invariant: the same values give the same bytes for ever, because
 * the history's chain is counted over them. */
#include "store/inside.h"

static int name_compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void text_fact(struct buffer *out, const char *name, const char *text, size_t bytes)
{
	buffer_format(out, "%s=%zu:", name, bytes);
	buffer_add(out, text, bytes);
	buffer_add(out, "\n", 1);
}

static void blob_fact(struct buffer *out, const char *name, const unsigned char *blob, size_t bytes)
{
	buffer_format(out, "%s=%zu:", name, bytes * 2);
	for (size_t i = 0; i < bytes; i++)
		buffer_format(out, "%02x", blob[i]);
	buffer_add(out, "\n", 1);
}

static void fact_add(struct rows *rows, const char *name, int at, struct buffer *out, struct arena *arena)
{
	char number[24];
	size_t bytes;
	switch (sqlite3_column_type(rows->statement->handle, at)) {
	case SQLITE_INTEGER:
		snprintf(number, sizeof(number), "%" PRId64, rows_number(rows, name));
		text_fact(out, name, number, strlen(number));
		break;
	case SQLITE_BLOB: {
		const unsigned char *blob = rows_blob(rows, name, arena, &bytes);
		blob_fact(out, name, blob, bytes);
		break;
	}
	case SQLITE_NULL:
		rows_null(rows, name);
		buffer_format(out, "%s=-\n", name);
		break;
	case SQLITE_TEXT: {
		const char *text = rows_text(rows, name, arena);
		text_fact(out, name, text, (size_t)sqlite3_column_bytes(rows->statement->handle, at));
		break;
	}
	default: rows_number(rows, name); /* a fraction is no fact: this fails the asking */
	}
}

const char *rows_facts(struct rows *rows, struct arena *arena)
{
	sqlite3_stmt *handle = rows->statement->handle;
	const char *names[STORE_COLUMNS_MOST];
	int count = sqlite3_column_count(handle);
	struct buffer out;
	for (int i = 0; i < count; i++)
		names[i] = sqlite3_column_name(handle, i);
	qsort(names, (size_t)count, sizeof(*names), name_compare);
	buffer_init(&out);
	for (int i = 0; i < count; i++) {
		int at = 0;
		while (strcmp(sqlite3_column_name(handle, at), names[i]) != 0)
			at++;
		fact_add(rows, names[i], at, &out, arena);
	}
	const char *facts = arena_text_part(arena, out.text, out.bytes);
	buffer_done(&out);
	return facts;
}
