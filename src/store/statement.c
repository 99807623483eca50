/* Statements: prepared once, when first used, and bound by name. Its one invariant: what the text asks for and what
 * the program gives are the same names, each once; anything else is a mistake in the program and stops it. */
#include "store/inside.h"

enum { PARAMETERS_MOST = 200 };

_Noreturn void statement_mistake(const struct sql_text *text, const char *what, const char *name)
{
	char words[160];
	snprintf(words, sizeof(words), "%s%s%s", what, *name ? ": " : "", name);
	__assert_fail(words, text->file, (unsigned)text->line, text->name);
}

static void insist(bool truth, const struct sql_text *text, const char *what)
{
	if (!truth)
		statement_mistake(text, what, "");
}

static const struct sql_text *text_of(const struct store *store, const struct statement *statement)
{
	return &store->schema.texts[statement - store->statements];
}

static bool columns_differ(sqlite3_stmt *handle)
{
	int count = sqlite3_column_count(handle);
	for (int i = 1; i < count; i++) {
		for (int k = 0; k < i; k++) {
			if (strcmp(sqlite3_column_name(handle, i), sqlite3_column_name(handle, k)) == 0)
				return false;
		}
	}
	return true;
}

static bool parameters_named(sqlite3_stmt *handle)
{
	for (int i = 1; i <= sqlite3_bind_parameter_count(handle); i++) {
		const char *name = sqlite3_bind_parameter_name(handle, i);
		if (!name || name[0] != ':')
			return false;
	}
	return true;
}

static bool statement_prepare(
	struct store *store, const struct sql_text *text, struct statement *statement, struct error *err)
{
	const char *tail = "";
	int code = sqlite3_prepare_v3(store->db, text->text, -1, SQLITE_PREPARE_PERSISTENT, &statement->handle, &tail);
	if (code != SQLITE_OK)
		return store_refuse(store->db, code, err);
	sqlite3_stmt *handle = statement->handle;
	insist(tail[strspn(tail, " \t\r\n;")] == '\0', text, "a name holds one statement");
	insist(sqlite3_column_count(handle) <= STORE_COLUMNS_MOST, text, "at most 64 columns are selected");
	insist(columns_differ(handle), text, "each selected column has a name of its own");
	insist(sqlite3_bind_parameter_count(handle) <= PARAMETERS_MOST, text, "at most 200 parameters");
	insist(parameters_named(handle), text, "every parameter is written :name");
	return true;
}

bool statement_ready(struct store *store, int which, struct statement **out, struct error *err)
{
	assert(which >= 0 && which < store->schema.count);
	struct statement *statement = &store->statements[which];
	const struct sql_text *text = &store->schema.texts[which];
	insist(!statement->open, text, "a statement is not asked again before rows_done()");
	if (!statement->handle && !statement_prepare(store, text, statement, err))
		return false;
	*out = statement;
	return true;
}

static int value_bind(sqlite3_stmt *handle, int at, const struct bind *bind, bool copies)
{
	sqlite3_destructor_type keep = copies ? SQLITE_TRANSIENT : SQLITE_STATIC;
	switch (bind->kind) {
	case BIND_NULL: return sqlite3_bind_null(handle, at);
	case BIND_NUMBER: return sqlite3_bind_int64(handle, at, bind->number);
	case BIND_TEXT: return sqlite3_bind_text(handle, at, bind->data, -1, keep);
	case BIND_BLOB: return sqlite3_bind_blob64(handle, at, bind->data, (sqlite3_uint64)bind->number, keep);
	}
	return SQLITE_MISUSE;
}

bool statement_bind(
	struct store *store, struct statement *statement, struct binds binds, bool copies, struct error *err)
{
	const struct sql_text *text = text_of(store, statement);
	bool bound[PARAMETERS_MOST + 1] = {false};
	size_t wanted = (size_t)sqlite3_bind_parameter_count(statement->handle);
	for (size_t i = 0; i < binds.count; i++) {
		char name[64];
		snprintf(name, sizeof(name), ":%s", binds.items[i].name);
		int at = sqlite3_bind_parameter_index(statement->handle, name);
		if (at == 0 || bound[at])
			statement_mistake(
				text, at ? "a parameter given twice" : "no such parameter", binds.items[i].name);
		bound[at] = true;
		int code = value_bind(statement->handle, at, &binds.items[i], copies);
		if (code != SQLITE_OK) {
			store_refuse(store->db, code, err);
			statement_rest(statement);
			return false;
		}
	}
	insist(binds.count == wanted, text, "every parameter is given a value");
	return true;
}

void statement_rest(struct statement *statement)
{
	sqlite3_reset(statement->handle);
	sqlite3_clear_bindings(statement->handle);
}

void statements_close(struct store *store)
{
	for (int i = 0; i < store->schema.count; i++)
		sqlite3_finalize(store->statements[i].handle);
}

bool store_prepares(struct store *store, enum sql which, struct error *err)
{
	struct statement *statement;
	return statement_ready(store, (int)which, &statement, err);
}

bool store_run(struct store *store, enum sql which, struct binds binds, struct error *err)
{
	struct statement *statement;
	assert(store->writing);
	store->changed = 0;
	if (sqlite3_get_autocommit(store->db))
		return refuse(err, ERROR_FAILED,
			_("The change had to be given up before it was saved; nothing was changed. Make it again."));
	if (!statement_ready(store, (int)which, &statement, err))
		return false;
	insist(sqlite3_column_count(statement->handle) == 0, text_of(store, statement), "store_run() answers no rows");
	if (!statement_bind(store, statement, binds, false, err))
		return false;
	int code = sqlite3_step(statement->handle);
	store->steps++;
	bool done = code == SQLITE_DONE || store_refuse(store->db, code, err);
	if (done) {
		store->changed = sqlite3_changes64(store->db);
		store->last_id = sqlite3_last_insert_rowid(store->db);
	}
	statement_rest(statement);
	return done;
}

int64_t store_changed(const struct store *store)
{
	return store->changed;
}

int64_t store_last_id(const struct store *store)
{
	return store->last_id;
}

/* ---- values in */

struct bind bind_number(const char *name, int64_t number)
{
	enum bind_kind kind = number == MONEY_UNKNOWN ? BIND_NULL : BIND_NUMBER;
	return (struct bind){.name = name, .kind = kind, .number = number};
}

struct bind bind_text(const char *name, const char *text)
{
	return (struct bind){.name = name, .kind = text ? BIND_TEXT : BIND_NULL, .data = text};
}

struct bind bind_bool(const char *name, bool value)
{
	return (struct bind){.name = name, .kind = BIND_NUMBER, .number = value};
}

struct bind bind_blob(const char *name, const void *data, size_t bytes)
{
	/* A NULL pointer would bind NULL: an empty blob keeps an address. */
	return (struct bind){.name = name, .kind = BIND_BLOB, .number = (int64_t)bytes, .data = data ? data : ""};
}

struct bind bind_null(const char *name)
{
	return (struct bind){.name = name, .kind = BIND_NULL};
}
