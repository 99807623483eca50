/* Answers: rows of a statement, read by column name. Its one invariant: text and blobs leave as copies the caller's
 * arena owns, and a value of another kind than the column promises is a damaged file, never a quiet zero. */
#include "store/inside.h"

static const struct sql_text *text_of(const struct rows *rows)
{
	return &rows->store->schema.texts[rows->statement - rows->store->statements];
}

static _Noreturn void mistake(const struct rows *rows, const char *what, const char *name)
{
	statement_mistake(text_of(rows), what, name);
}

bool store_ask(struct store *store, enum sql which, struct binds binds, struct rows *rows, struct error *err)
{
	struct statement *statement;
	if (!statement_ready(store, (int)which, &statement, err))
		return false;
	struct rows asked = {.store = store, .statement = statement};
	int columns = sqlite3_column_count(statement->handle);
	if (columns == 0 || !sqlite3_stmt_readonly(statement->handle))
		mistake(&asked, "store_ask() takes a statement that answers and changes nothing", "");
	if (!statement_bind(store, statement, binds, true, err))
		return false;
	asked.unread = columns == 64 ? UINT64_MAX : (UINT64_C(1) << columns) - 1;
	statement->open = true;
	store->asking++;
	*rows = asked;
	return true;
}

static void all_read(const struct rows *rows)
{
	if (rows->count == 0 || rows->failed || rows->unread == 0)
		return;
	mistake(rows, "a column was not read",
		sqlite3_column_name(rows->statement->handle, __builtin_ctzll(rows->unread)));
}

bool rows_next(struct rows *rows)
{
	all_read(rows);
	if (rows->failed || rows->ended)
		return false;
	int code = sqlite3_step(rows->statement->handle);
	rows->store->steps++;
	rows->ended = code != SQLITE_ROW;
	rows->failed = code != SQLITE_ROW && code != SQLITE_DONE;
	rows->count += code == SQLITE_ROW;
	rows->at = 0;
	return code == SQLITE_ROW;
}

bool rows_done(struct rows *rows, struct error *err)
{
	struct store *store = rows->store;
	assert(rows->statement->open);
	all_read(rows);
	int code = sqlite3_reset(rows->statement->handle);
	bool whole = !rows->failed;
	if (code != SQLITE_OK)
		whole = store_refuse(store->db, code, err);
	else if (rows->failed)
		refuse(err, ERROR_FAILED,
			_("The office's file is damaged: a value is of the wrong kind (%s). Keep the file and continue "
			  "from the "
			  "latest copy."),
			text_of(rows)->name);
	sqlite3_clear_bindings(rows->statement->handle);
	rows->statement->open = false;
	store->asking--;
	return whole;
}

/* ---- values out */

static int column_find(struct rows *rows, const char *name)
{
	sqlite3_stmt *handle = rows->statement->handle;
	int count = sqlite3_column_count(handle);
	if (rows->count == 0 || rows->ended)
		mistake(rows, "columns are read only while rows_next() is true", name);
	for (int i = 0; i < count; i++) {
		int at = (rows->at + i) % count;
		if (strcmp(sqlite3_column_name(handle, at), name) != 0)
			continue;
		rows->at = at + 1;
		rows->unread &= ~(UINT64_C(1) << at);
		return at;
	}
	mistake(rows, "no such column", name);
}

/* True when the column holds a value of the kind; a value of another kind fails the whole asking. */
static bool column_is(struct rows *rows, int at, int kind)
{
	int is = sqlite3_column_type(rows->statement->handle, at);
	if (is != kind && is != SQLITE_NULL)
		rows->failed = true;
	return is == kind;
}

int64_t rows_number_or(struct rows *rows, const char *column, int64_t otherwise)
{
	int at = column_find(rows, column);
	return column_is(rows, at, SQLITE_INTEGER) ? sqlite3_column_int64(rows->statement->handle, at) : otherwise;
}

int64_t rows_number(struct rows *rows, const char *column)
{
	return rows_number_or(rows, column, MONEY_UNKNOWN);
}

bool rows_bool(struct rows *rows, const char *column)
{
	return rows_number_or(rows, column, 0) != 0;
}

bool rows_null(struct rows *rows, const char *column)
{
	return sqlite3_column_type(rows->statement->handle, column_find(rows, column)) == SQLITE_NULL;
}

const char *rows_text(struct rows *rows, const char *column, struct arena *arena)
{
	sqlite3_stmt *handle = rows->statement->handle;
	int at = column_find(rows, column);
	if (sqlite3_column_type(handle, at) == SQLITE_NULL)
		return NULL;
	if (!column_is(rows, at, SQLITE_TEXT))
		return arena_text(arena, "");
	const char *text = (const char *)sqlite3_column_text(handle, at);
	if (!text)
		memory_out();
	return arena_text_part(arena, text, (size_t)sqlite3_column_bytes(handle, at));
}

const void *rows_blob(struct rows *rows, const char *column, struct arena *arena, size_t *bytes)
{
	sqlite3_stmt *handle = rows->statement->handle;
	int at = column_find(rows, column);
	*bytes = 0;
	if (!column_is(rows, at, SQLITE_BLOB))
		return NULL;
	const void *data = sqlite3_column_blob(handle, at);
	*bytes = (size_t)sqlite3_column_bytes(handle, at);
	void *copy = arena_take(arena, *bytes + 1);
	if (*bytes)
		memcpy(copy, data, *bytes);
	return copy;
}
