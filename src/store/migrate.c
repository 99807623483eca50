/* Lifts an older file to this program's schema. Its one invariant: a lifted file is exactly what a fresh one is,
 * checked before it is kept; otherwise the file stays as it was, and in either case a copy from before stands beside
 * it. */
#include "store/inside.h"

/* A name nobody has: PATH.before-v3, then PATH.before-v3.2 … after an earlier attempt that was cut short. */
static bool copy_name(const struct store *store, char out[PATH_MAX + 64], struct error *err)
{
	int newest = schema_version(&store->schema);
	struct stat found;
	for (int i = 1; i < 100; i++) {
		int bytes = snprintf(out, PATH_MAX + 64, "%s.before-v%d", store->path, newest);
		if (i > 1)
			snprintf(out + bytes, (size_t)(PATH_MAX + 64 - bytes), ".%d", i);
		if (lstat(out, &found) != 0 && errno == ENOENT)
			return true;
	}
	return refuse(err, ERROR_FAILED,
		_("The older file was not lifted, for too many copies of it (%s) stand beside it already. Move them "
		  "away."),
		out);
}

static bool steps_run(struct store *store, struct error *err)
{
	for (int step = store->version - 1; step < store->schema.step_count; step++) {
		if (!own_build(store, store->schema.steps[step], err))
			return false;
	}
	return true;
}

static void finding_keep(void *with, const char *finding)
{
	char *first = with;
	if (first[0] == '\0')
		snprintf(first, 320, "%s", finding);
}

static void reference_keep(void *with, int count, const char *const *columns)
{
	(void)count;
	finding_keep(with, columns[0]);
}

/* The steps are right only if they arrive where schema.sql stands, with every reference whole. */
static bool arrived(struct store *store, struct error *err)
{
	struct shape is, should;
	char finding[320] = "";
	if (!own_each(store, SQL_STORE_REFERENCES, reference_keep, finding, err) ||
		!shape_fresh(&should, &store->schema, err))
		return false;
	bool loaded = shape_load(&is, store, err);
	if (loaded) {
		shape_compare(&is, &should, finding_keep, finding);
		shape_done(&is);
	}
	shape_done(&should);
	if (!loaded || finding[0] == '\0')
		return loaded;
	return refuse(err, ERROR_FAILED,
		_("%s is from an older kansli and could not be lifted (%s). The file is as it was; keep the older "
		  "kansli for now."),
		store->path, finding);
}

static bool lift_inside(struct store *store, struct error *err)
{
	int newest = schema_version(&store->schema);
	return steps_run(store, err) && arrived(store, err) && own_stamp(store, newest, err) &&
	       own_run(store, SQL_STORE_COMMIT, err);
}

static bool lift_run(struct store *store, struct error *err)
{
	/* A step may rebuild a table others point to; the references are checked whole at the end. */
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
	bool lifted = own_run(store, SQL_STORE_BEGIN, err) && lift_inside(store, err);
	if (!sqlite3_get_autocommit(store->db))
		own_run(store, SQL_STORE_ROLLBACK, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	if (lifted) {
		store->lifted_from = store->version;
		store->version = schema_version(&store->schema);
	}
	return lifted;
}

static bool lift_copied(struct store *store, struct error *err)
{
	char copy[PATH_MAX + 64];
	if (!copy_name(store, copy, err) || !backup_make(store->path, copy, false, err))
		return false;
	if (lift_run(store, err))
		return true;
	unlink(copy); /* the file is as it was: the copy would only be in the way next time */
	return false;
}

bool store_lift(struct store *store, struct error *err)
{
	int newest = schema_version(&store->schema);
	int64_t version = 0;
	if (store->version == newest)
		return true;
	if (!queue_take(store, moment_ms(), err))
		return false;
	/* Another program may have lifted it while this one waited. */
	bool lifted = own_number(store, SQL_STORE_VERSION, &version, err);
	if (lifted && version == newest)
		store->version = newest;
	else if (lifted)
		lifted = lift_copied(store, err);
	queue_leave(store);
	return lifted;
}
