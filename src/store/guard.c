/* What SQL may do at all. The authorizer is asked when a statement is prepared; its one invariant: a named statement
 * can read, insert, and update or delete what is not history, and nothing else. */
#include "store/inside.h"

/* History is added to and never changed; the schema has triggers for it, and this does not depend on them. */
static bool only_grows(const char *table)
{
	return table && sqlite3_stricmp(table, "event") == 0;
}

static int allow(bool allowed)
{
	return allowed ? SQLITE_OK : SQLITE_DENY;
}

static int office_ask(const struct store *store, int action, const char *first, const char *second)
{
	bool writes = store->mode != STORE_READ;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_RECURSIVE: return SQLITE_OK;
	case SQLITE_FUNCTION: return allow(sqlite3_stricmp(second, "load_extension") != 0);
	case SQLITE_INSERT: return allow(writes);
	case SQLITE_UPDATE:
	case SQLITE_DELETE: return allow(writes && !only_grows(first));
	/* The full-text index asks it for itself. */
	case SQLITE_PRAGMA: return allow(!second && sqlite3_stricmp(first, "data_version") == 0);
	default: return SQLITE_DENY;
	}
}

int guard_ask(void *with, int action, const char *first, const char *second, const char *database, const char *trigger)
{
	const struct store *store = with;
	(void)database;
	(void)trigger;
	switch (store->guard) {
	case GUARD_OFFICE: return office_ask(store, action, first, second);
	case GUARD_OWN:
		if (action == SQLITE_PRAGMA || action == SQLITE_TRANSACTION)
			return SQLITE_OK;
		return office_ask(store, action, first, second);
	case GUARD_BUILD:
		return allow(action != SQLITE_ATTACH && action != SQLITE_DETACH && action != SQLITE_TRANSACTION);
	}
	return SQLITE_DENY;
}
