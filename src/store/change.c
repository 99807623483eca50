/* How a write and a look end, and whether anything is open. Its one invariant: after commit or rollback no transaction
 * is left, whatever the disk did, and the queue moves on. */
#include "store/inside.h"

bool store_writing(const struct store *store)
{
	return store->writing;
}

bool store_idle(const struct store *store)
{
	return !store->writing && store->looks == 0 && store->asking == 0;
}

static void write_end(struct store *store)
{
	if (!sqlite3_get_autocommit(store->db))
		own_run(store, SQL_STORE_ROLLBACK, NULL);
	assert(sqlite3_get_autocommit(store->db));
	store->writing = false;
	queue_leave(store);
}

/* A failing disk can answer an error and have saved all the same: only reading again tells. */
static bool commit_run(struct store *store, struct error *err)
{
	struct error why = {0};
	if (sqlite3_get_autocommit(store->db))
		return refuse(err, ERROR_FAILED,
			_("The change had to be given up before it was saved; nothing was changed. Make it again."));
	if (own_run(store, SQL_STORE_COMMIT, &why))
		return true;
	if (why.kind == ERROR_INVALID)
		return refuse(err, why.kind, "%s", why.text);
	return refuse(err, ERROR_FAILED,
		_("It is not certain that the change was saved. Look before you make it again. %s"), why.text);
}

bool store_commit(struct store *store, struct error *err)
{
	assert(store->writing && store->asking == 0);
	bool saved = commit_run(store, err);
	write_end(store);
	return saved;
}

void store_rollback(struct store *store)
{
	if (!store->writing)
		return;
	assert(store->asking == 0);
	write_end(store);
}

bool store_look(struct store *store, struct error *err)
{
	bool inside = store->writing || store->looks > 0;
	if (!inside && !own_run(store, SQL_STORE_LOOK, err))
		return false;
	store->looks++;
	return true;
}

void store_look_done(struct store *store)
{
	assert(store->looks > 0 && store->asking == 0);
	store->looks--;
	bool outermost = store->looks == 0 && !store->writing;
	if (outermost && !sqlite3_get_autocommit(store->db))
		own_run(store, SQL_STORE_ROLLBACK, NULL);
}

void store_rest(struct store *store)
{
	sqlite3_db_release_memory(store->db);
	memory_rest();
}
