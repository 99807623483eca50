/* The small office of store_office.h. */
#include "store_office.h"
#include <ftw.h>

#define TEXT(which, words) [which] = {.name = #which, .text = words, .file = "small.sql", .line = (which) + 1}

static const struct sql_text small_texts[SMALL_STATEMENTS] = {
	TEXT(SMALL_ADD, "INSERT INTO thing (name, ore, seal) VALUES (:name, :ore, :seal)"),
	TEXT(SMALL_ADD_AS, "INSERT INTO thing (id, name) VALUES (:id, :name)"),
	TEXT(SMALL_RENAME,
		"UPDATE thing SET name = :name, version = version + 1 WHERE id = :id AND version = :version"),
	TEXT(SMALL_DROP, "DELETE FROM thing WHERE id = :id"),
	TEXT(SMALL_LIST, "SELECT id, name, ore FROM thing ORDER BY id"),
	TEXT(SMALL_ONE, "SELECT id, name, ore, seal, version FROM thing WHERE id = :id"),
	TEXT(SMALL_COUNT_ALL, "SELECT count(*) AS things FROM thing"),
	TEXT(SMALL_NAMED, "SELECT count(*) AS things FROM thing WHERE name = :name"),
	TEXT(SMALL_FACTS, "SELECT version, name, ore, id, seal FROM thing ORDER BY id"),
	TEXT(SMALL_MIXED, "SELECT id / 2.0 AS half, name AS id FROM thing"),
	TEXT(SMALL_PART_ADD, "INSERT INTO part (thing, word) VALUES (:thing, :word)"),
	TEXT(SMALL_EVENT_ADD, "INSERT INTO event (what) VALUES (:what)"),
	TEXT(SMALL_EVENT_ALL, "SELECT seq, what FROM event ORDER BY seq"),
	TEXT(SMALL_EVENT_REPLACE, "INSERT OR REPLACE INTO event (seq, what) VALUES (:seq, :what)"),
	TEXT(SMALL_COUNTER_NEXT, "UPDATE counter SET value = value + 1"),
	TEXT(SMALL_COUNTER, "SELECT value FROM counter"),
};

const struct store_schema small_schema = {
	.texts = small_texts,
	.count = SMALL_STATEMENTS,
	.settings = "PRAGMA busy_timeout = 5000;\nPRAGMA journal_mode = wal;\nPRAGMA synchronous = 2;\n"
		    "PRAGMA foreign_keys = 1;\nPRAGMA recursive_triggers = 1;\n",
	.fresh = "-- What the small office holds.\n"
		 "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, ore INTEGER, seal BLOB,\n"
		 " version INTEGER NOT NULL DEFAULT 1, CONSTRAINT thing_is_named CHECK (name <> ''),\n"
		 " CONSTRAINT never_negative CHECK (ore >= 0)) STRICT;\n"
		 "CREATE TABLE part (id INTEGER PRIMARY KEY, thing INTEGER NOT NULL REFERENCES thing (id)\n"
		 " DEFERRABLE INITIALLY DEFERRED, word TEXT NOT NULL) STRICT; -- parts of things\n"
		 "CREATE TABLE counter (value INTEGER NOT NULL) STRICT;\nINSERT INTO counter VALUES (0);\n"
		 "CREATE TABLE event (seq INTEGER PRIMARY KEY, what TEXT NOT NULL) STRICT;\n"
		 "CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN\n"
		 " SELECT RAISE(ABORT, 'history is only added to'); END;\n",
};

enum sql small(enum small which)
{
	return (enum sql)which;
}

/* ---- files */

static char folder[64];

void folder_make(void)
{
	/* on the disk: how fair the queue is shows only where each write waits for it */
	snprintf(folder, sizeof(folder), "/tmp/kansli-check-XXXXXX");
	if (!mkdtemp(folder))
		abort();
}

static int entry_drop(const char *path, const struct stat *found, int kind, struct FTW *where)
{
	(void)found;
	(void)kind;
	(void)where;
	return remove(path);
}

void folder_drop(void)
{
	nftw(folder, entry_drop, 8, FTW_DEPTH | FTW_PHYS);
}

const char *in_folder(const char *name)
{
	static char paths[8][256];
	static unsigned next;
	char *path = paths[next++ % 8];
	snprintf(path, 256, "%s/%s", folder, name);
	return path;
}

void bytes_write(const char *path, const void *bytes, size_t count)
{
	FILE *out = fopen(path, "wb");
	ck_assert_ptr_nonnull(out);
	ck_assert_uint_eq(fwrite(bytes, 1, count, out), count);
	ck_assert_int_eq(fclose(out), 0);
}

bool file_there(const char *path)
{
	struct stat found;
	return lstat(path, &found) == 0;
}

/* ---- the office */

struct store *small_open(const char *path, enum store_mode mode)
{
	struct store *store = NULL;
	struct error err = {0};
	ck_assert_msg(store_open_schema(path, mode, &small_schema, &store, &err), "%s", err.text);
	return store;
}

struct store *small_memory(void)
{
	return small_open(NULL, STORE_MEMORY);
}

void small_begin(struct store *store)
{
	struct error err = {0};
	ck_assert_msg(store_begin(store, &err), "%s", err.text);
}

void small_commit(struct store *store)
{
	struct error err = {0};
	ck_assert_msg(store_commit(store, &err), "%s", err.text);
}

void small_add(struct store *store, const char *name, int64_t ore)
{
	struct error err = {0};
	struct binds binds = BINDS(BIND("name", name), BIND("ore", ore), bind_null("seal"));
	ck_assert_msg(store_run(store, small(SMALL_ADD), binds, &err), "%s", err.text);
}

int64_t small_count(struct store *store)
{
	struct rows rows;
	struct error err = {0};
	ck_assert_msg(store_ask(store, small(SMALL_COUNT_ALL), BINDS_NONE, &rows, &err), "%s", err.text);
	ck_assert(rows_next(&rows));
	int64_t count = rows_number(&rows, "things");
	ck_assert_msg(rows_done(&rows, &err), "%s", err.text);
	return count;
}

int small_named(struct store *store, const char *name)
{
	struct rows rows;
	struct error err = {0};
	ck_assert_msg(store_ask(store, small(SMALL_NAMED), BINDS(BIND("name", name)), &rows, &err), "%s", err.text);
	ck_assert(rows_next(&rows));
	int64_t count = rows_number(&rows, "things");
	ck_assert_msg(rows_done(&rows, &err), "%s", err.text);
	return (int)count;
}

bool small_pair(struct store *store, int which, struct error *err)
{
	char left[32], right[32];
	snprintf(left, sizeof(left), "left %d", which);
	snprintf(right, sizeof(right), "right %d", which);
	return store_run(store, small(SMALL_ADD), BINDS(BIND("name", left), BIND("ore", which), bind_null("seal")),
		       err) &&
	       store_run(store, small(SMALL_EVENT_ADD), BINDS(BIND("what", left)), err) &&
	       store_run(
		       store, small(SMALL_ADD), BINDS(BIND("name", right), BIND("ore", which), bind_null("seal")), err);
}

int small_pair_count(struct store *store, int which)
{
	char left[32], right[32];
	snprintf(left, sizeof(left), "left %d", which);
	snprintf(right, sizeof(right), "right %d", which);
	return small_named(store, left) + small_named(store, right);
}

int suite_run(Suite *suite)
{
	SRunner *runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
