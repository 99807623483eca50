/* The store's own statements, from sql/store.sql, each prepared for one use. The guard is lowered for exactly as long
 * as such a statement lives. */
#include "store/inside.h"

static bool own_open(struct store *store, enum sql which, sqlite3_stmt **out, struct error *err)
{
	int code = sqlite3_prepare_v2(store->db, sql_texts[which].text, -1, out, NULL);
	return code == SQLITE_OK || store_refuse(store->db, code, err);
}

bool own_each(struct store *store, enum sql which, own_row *row, void *with, struct error *err)
{
	sqlite3_stmt *handle = NULL;
	const char *columns[STORE_COLUMNS_MOST];
	enum guard before = store->guard;
	store->guard = GUARD_OWN;
	bool ok = own_open(store, which, &handle, err);
	int code = SQLITE_DONE;
	while (ok && (code = sqlite3_step(handle)) == SQLITE_ROW) {
		int count = sqlite3_column_count(handle);
		for (int i = 0; i < count; i++) {
			const char *text = (const char *)sqlite3_column_text(handle, i);
			columns[i] = text ? text : "";
		}
		if (row)
			row(with, count, columns);
	}
	if (ok && code != SQLITE_DONE)
		ok = store_refuse(store->db, code, err);
	sqlite3_finalize(handle);
	store->steps++;
	store->guard = before;
	return ok;
}

bool own_run(struct store *store, enum sql which, struct error *err)
{
	return own_each(store, which, NULL, NULL, err);
}

static void number_keep(void *with, int count, const char *const *columns)
{
	int64_t *number = with;
	(void)count;
	*number = strtoll(columns[0], NULL, 10);
}

bool own_number(struct store *store, enum sql which, int64_t *out, struct error *err)
{
	return own_each(store, which, number_keep, out, err);
}

static bool script_run(struct store *store, const char *script, enum guard guard, struct error *err)
{
	enum guard before = store->guard;
	store->guard = guard;
	int code = sqlite3_exec(store->db, script, NULL, NULL, NULL);
	store->guard = before;
	return code == SQLITE_OK || store_refuse(store->db, code, err);
}

bool own_build(struct store *store, const char *script, struct error *err)
{
	return script_run(store, script, GUARD_BUILD, err);
}

bool own_stamp(struct store *store, int version, struct error *err)
{
	char script[96]; /* a PRAGMA's value cannot be bound */
	snprintf(script, sizeof(script), "PRAGMA application_id = %d; PRAGMA user_version = %d;", STORE_APPLICATION_ID,
		version);
	return script_run(store, script, GUARD_OWN, err);
}
