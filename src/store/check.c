/* Looks through the whole file: SQLite's own checks, the references, and the schema against the one this program would
 * make. An answer of none is no proof that nothing was altered; the history's chain is for that. */
#include "store/inside.h"

struct listener {
	void (*say)(void *with, const char *finding);
	void *with;
	int found;
};

static void finding_say(struct listener *listener, const char *finding)
{
	listener->found++;
	if (listener->say)
		listener->say(listener->with, finding);
}

static void integrity_say(void *with, int count, const char *const *columns)
{
	(void)count;
	if (strcmp(columns[0], "ok") != 0)
		finding_say(with, columns[0]);
}

/* Columns: the table that points, its row, the table pointed to, which of its references. */
static void reference_say(void *with, int count, const char *const *columns)
{
	char finding[320];
	assert(count == 4);
	snprintf(finding, sizeof(finding), _("row %s of %s points to something in %s that does not exist"), columns[1],
		columns[0], columns[2]);
	finding_say(with, finding);
}

static void shape_say(void *with, const char *finding)
{
	finding_say(with, finding);
}

static bool shape_check(struct store *store, struct listener *listener, struct error *err)
{
	struct shape is, should;
	if (!shape_load(&is, store, err))
		return false;
	bool loaded = shape_fresh(&should, &store->schema, err);
	if (loaded) {
		shape_compare(&is, &should, shape_say, listener);
		shape_done(&should);
	}
	shape_done(&is);
	return loaded;
}

static bool whole_check(struct store *store, struct listener *listener, struct error *err)
{
	return own_each(store, SQL_STORE_INTEGRITY, integrity_say, listener, err) &&
	       own_each(store, SQL_STORE_REFERENCES, reference_say, listener, err) && shape_check(store, listener, err);
}

/* SQLite forgets a table's CHECK rules on a connection that can only read, and so would pass what breaks them. The
 * guard still lets a reader change nothing. NULL when the file cannot be had otherwise than for reading. */
static sqlite3 *connection_with_rules(struct store *store)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
	sqlite3 *db = NULL;
	if (store->mode != STORE_READ)
		return NULL;
	if (sqlite3_open_v2(store->path, &db, flags, NULL) != SQLITE_OK || sqlite3_db_readonly(db, "main") != 0) {
		sqlite3_close(db);
		return NULL;
	}
	settings_first(db);
	sqlite3_set_authorizer(db, guard_ask, store);
	return db;
}

int store_check(struct store *store, void (*say)(void *with, const char *finding), void *with)
{
	struct listener listener = {.say = say, .with = with};
	struct error err = {0};
	assert(!store->writing && store->asking == 0);
	sqlite3 *usual = store->db, *other = connection_with_rules(store);
	if (other)
		store->db = other;
	if (!whole_check(store, &listener, &err))
		finding_say(&listener, err.text);
	store->db = usual;
	sqlite3_close(other);
	return listener.found;
}
