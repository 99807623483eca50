/* The office's file: opened, written to in whole changes, closed. Its one invariant: a change is saved whole or not at
 * all, and the answer says which. */
#include "data.h"
#include "store/inside.h"

void schema_office(struct store_schema *out)
{
	static const char folder[] = "sql/migrate/";
	*out = (struct store_schema){
		.texts = sql_texts,
		.count = SQL_COUNT,
		.settings = data_find("sql/settings.sql")->bytes,
		.fresh = data_find("sql/schema.sql")->bytes,
	};
	for (size_t i = 0; i < data_count; i++) {
		if (strncmp(data_files[i].name, folder, sizeof(folder) - 1) != 0)
			continue;
		assert(out->step_count < STORE_STEPS_MOST);
		out->steps[out->step_count++] = data_files[i].bytes;
	}
}

int schema_version(const struct store_schema *schema)
{
	return 1 + schema->step_count;
}

static struct store *store_new(const struct store_schema *schema, enum store_mode mode)
{
	struct store *store = memory_take(sizeof(*store));
	size_t bytes = (size_t)schema->count * sizeof(*store->statements);
	*store = (struct store){.schema = *schema, .mode = mode, .queue = -1, .process = getpid()};
	store->statements = memory_take(bytes);
	memset(store->statements, 0, bytes);
	return store;
}

static bool connect_file(struct store *store, struct error *err)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW;
	switch (store->mode) {
	case STORE_READ: flags |= SQLITE_OPEN_READONLY; break;
	case STORE_WRITE:
	case STORE_CREATE: flags |= SQLITE_OPEN_READWRITE; break;
	case STORE_MEMORY: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY; break;
	}
	int code = sqlite3_open_v2(store->path, &store->db, flags, NULL);
	if (code != SQLITE_OK)
		return store_refuse(store->db, code, err);
	settings_first(store->db);
	sqlite3_set_authorizer(store->db, guard_ask, store);
	return true;
}

/* A new file gets everything in one transaction, with its own mark and version. */
static bool fresh_fill(struct store *store, struct error *err)
{
	store->version = schema_version(&store->schema);
	if (!settings_apply(store, err) || !own_run(store, SQL_STORE_BEGIN, err))
		return false;
	if (own_build(store, store->schema.fresh, err) && own_stamp(store, store->version, err) &&
		own_run(store, SQL_STORE_COMMIT, err))
		return true;
	own_run(store, SQL_STORE_ROLLBACK, NULL);
	return false;
}

static bool version_fits(struct store *store, int64_t version, struct error *err)
{
	int newest = schema_version(&store->schema);
	if (version < 1)
		return refuse(err, ERROR_FAILED, _("%s is half-made or damaged: it has no version."), store->path);
	if (version > newest)
		return refuse(err, ERROR_FAILED,
			_("%s was made by a newer kansli (version %d, and this one knows %d). Nothing was changed; "
			  "install the newer "
			  "kansli on this machine too."),
			store->path, (int)version, newest);
	if (version < newest && store->mode == STORE_READ)
		return refuse(err, ERROR_FAILED,
			_("%s is from an older kansli and must be lifted first. Its administrator does it with kansli "
			  "programme adopt; a copy of it is kept."),
			store->path);
	store->version = (int)version;
	return true;
}

/* Before anything is set: a foreign database must be left exactly as it was. */
static bool identity_fits(struct store *store, struct error *err)
{
	int64_t application = 0, version = 0;
	if (!own_number(store, SQL_STORE_APPLICATION, &application, err))
		return false;
	if (application != STORE_APPLICATION_ID)
		return refuse(err, ERROR_FAILED, _("%s is not an office's file, and was left as it was."), store->path);
	return own_number(store, SQL_STORE_VERSION, &version, err) && version_fits(store, version, err);
}

static bool found_open(struct store *store, struct error *err)
{
	if (!file_is_office(store->path, err) || !connect_file(store, err))
		return false;
	return identity_fits(store, err) && settings_apply(store, err) && store_lift(store, err);
}

static bool created_open(struct store *store, struct error *err)
{
	if (!file_make(store->path, err))
		return false;
	if (connect_file(store, err) && fresh_fill(store, err) && folder_sync(store->path, err))
		return true;
	sqlite3_close(store->db);
	store->db = NULL;
	file_unmake(store->path);
	return false;
}

static bool path_open(struct store *store, const char *path, struct error *err)
{
	char place[PATH_MAX] = ":memory:";
	if (store->mode != STORE_MEMORY && (!file_place(path, place, err) || !folder_is_local(place, err)))
		return false;
	store->path = memory_take(strlen(place) + 1);
	memcpy(store->path, place, strlen(place) + 1);
	switch (store->mode) {
	case STORE_READ:
	case STORE_WRITE: return found_open(store, err);
	case STORE_CREATE: return created_open(store, err);
	case STORE_MEMORY: return connect_file(store, err) && fresh_fill(store, err);
	}
	return false;
}

static void store_free(struct store *store)
{
	statements_close(store);
	queue_close(store);
	int code = sqlite3_close(store->db);
	assert(code == SQLITE_OK);
	free(store->statements);
	free(store->path);
	free(store);
}

bool store_open_schema(const char *path, enum store_mode mode, const struct store_schema *schema, struct store **out,
	struct error *err)
{
	struct store *store = store_new(schema, mode);
	if (!path_open(store, path, err)) {
		store_free(store);
		return false;
	}
	*out = store;
	return true;
}

bool store_open(const char *path, enum store_mode mode, struct store **out, struct error *err)
{
	struct store_schema office;
	schema_office(&office);
	return store_open_schema(path, mode, &office, out, err);
}

void store_close(struct store *store)
{
	if (!store)
		return;
	assert(store_idle(store));
	store_free(store);
}

const char *store_path(const struct store *store)
{
	return store->path;
}

int store_lifted_from(const struct store *store)
{
	return store->lifted_from;
}

int store_version(const struct store *store)
{
	return store->version;
}

void store_set_patience(struct store *store, store_patience *patience, void *with)
{
	store->patience = patience;
	store->patience_with = with;
}

int64_t store_steps(const struct store *store)
{
	return store->steps;
}

int64_t store_data_version(struct store *store)
{
	own_number(store, SQL_STORE_DATA_VERSION, &store->data_version, NULL);
	return store->data_version;
}
