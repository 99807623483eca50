/* How a connection is set: the limits and switches C has to set, and settings.sql. Its one invariant: every value is
 * read back, and one that did not take stops the opening; a misspelled PRAGMA is otherwise silently nothing. */
#include "store/inside.h"

struct setting {
	const char *name;
	int option, value;
};

static const struct setting switches[] = {
	{"defensive", SQLITE_DBCONFIG_DEFENSIVE, 1},
	{"dqs_dml", SQLITE_DBCONFIG_DQS_DML, 0},
	{"dqs_ddl", SQLITE_DBCONFIG_DQS_DDL, 0},
	{"load_extension", SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
	{"writable_schema", SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
	{"fts3_tokenizer", SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
};

static const struct setting limits[] = {
	{"limit_attached", SQLITE_LIMIT_ATTACHED, 0},
	{"limit_length", SQLITE_LIMIT_LENGTH, 10000000}, /* bytes of a text or a row */
};

enum { SWITCHES = sizeof(switches) / sizeof(*switches), LIMITS = sizeof(limits) / sizeof(*limits) };

static int switch_value(sqlite3 *db, const struct setting *one)
{
	int value = -1;
	sqlite3_db_config(db, one->option, -1, &value);
	return value;
}

void settings_first(sqlite3 *db)
{
	sqlite3_busy_timeout(db, STORE_WAIT_MS);
	for (int i = 0; i < SWITCHES; i++)
		sqlite3_db_config(db, switches[i].option, switches[i].value, NULL);
	for (int i = 0; i < LIMITS; i++)
		sqlite3_limit(db, limits[i].option, limits[i].value);
}

static bool setting_refuse(const char *name, const char *is, const char *should, struct error *err)
{
	return refuse(err, ERROR_FAILED,
		_("The file was not opened, for SQLite's setting %s stayed %s and must be %s for the office to be "
		  "safe."),
		name, is, should);
}

static bool switches_hold(sqlite3 *db, struct error *err)
{
	char is[16], should[16];
	for (int i = 0; i < SWITCHES + LIMITS; i++) {
		const struct setting *one = i < SWITCHES ? &switches[i] : &limits[i - SWITCHES];
		int value = i < SWITCHES ? switch_value(db, one) : sqlite3_limit(db, one->option, -1);
		if (value == one->value)
			continue;
		snprintf(is, sizeof(is), "%d", value);
		snprintf(should, sizeof(should), "%d", one->value);
		return setting_refuse(one->name, is, should, err);
	}
	return true;
}

/* PRAGMA `name`'s value; "" when it answers nothing. */
static const char *pragma_read(struct store *store, const char *name, struct arena *arena)
{
	char text[80]; /* a PRAGMA's name cannot be bound; the names stand in settings.sql and in tests */
	sqlite3_stmt *handle = NULL;
	const char *value = "";
	assert(name[strspn(name, "abcdefghijklmnopqrstuvwxyz_")] == '\0');
	snprintf(text, sizeof(text), "PRAGMA %.60s", name);
	enum guard before = store->guard;
	store->guard = GUARD_OWN;
	if (sqlite3_prepare_v2(store->db, text, -1, &handle, NULL) == SQLITE_OK && sqlite3_step(handle) == SQLITE_ROW)
		value = arena_text(arena, (const char *)sqlite3_column_text(handle, 0));
	sqlite3_finalize(handle);
	store->guard = before;
	return value ? value : "";
}

/* WAL needs a file, and a connection that may write; a mapping needs a file. */
static bool setting_applies(const struct store *store, const char *name)
{
	if (strcmp(name, "journal_mode") == 0)
		return store->mode != STORE_MEMORY && store->mode != STORE_READ;
	return store->mode != STORE_MEMORY || strcmp(name, "mmap_size") != 0;
}

static bool setting_apply(struct store *store, const char *line, struct error *err)
{
	char name[32], value[32], text[100];
	int fields = sscanf(line, "PRAGMA %31[a-z_] = %31[^;\n]", name, value);
	assert(fields == 2);
	if (!setting_applies(store, name))
		return true;
	snprintf(text, sizeof(text), "PRAGMA %s = %s", name, value);
	store->guard = GUARD_OWN;
	int code = sqlite3_exec(store->db, text, NULL, NULL, NULL);
	store->guard = GUARD_OFFICE;
	if (code != SQLITE_OK)
		return store_refuse(store->db, code, err);
	struct arena arena;
	arena_init(&arena);
	const char *is = pragma_read(store, name, &arena);
	size_t quoted = value[0] == '\'';
	value[strlen(value) - quoted] = '\0';
	bool took = strcmp(is, value + quoted) == 0 || setting_refuse(name, is, value + quoted, err);
	arena_done(&arena);
	return took;
}

bool settings_apply(struct store *store, struct error *err)
{
	const char *line = store->schema.settings;
	while (*line) {
		size_t bytes = strcspn(line, "\n");
		bool comment = bytes == 0 || strncmp(line, "--", 2) == 0;
		if (!comment && !setting_apply(store, line, err))
			return false;
		line += bytes + (line[bytes] == '\n');
	}
	return switches_hold(store->db, err);
}

const char *store_setting(struct store *store, const char *name, struct arena *arena)
{
	for (int i = 0; i < SWITCHES; i++) {
		if (strcmp(switches[i].name, name) == 0)
			return arena_format(arena, "%d", switch_value(store->db, &switches[i]));
	}
	for (int i = 0; i < LIMITS; i++) {
		if (strcmp(limits[i].name, name) == 0)
			return arena_format(arena, "%d", sqlite3_limit(store->db, limits[i].option, -1));
	}
	return pragma_read(store, name, arena);
}
