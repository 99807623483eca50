/* The only room that speaks SQLite. One store is one open file. Statements are named texts in data/sql, made into
 * `enum sql` at build time; values are bound by name and type and columns are read by name. An unknown or forgotten
 * parameter, an unknown column, or a selected column that was never read stops the program: those are mistakes in the
 * program. A statement can read, insert, and update or delete what is not history (the table `event`), and nothing
 * else: PRAGMA, transactions and whatever changes the schema are the store's own. */
#ifndef KANSLI_STORE_STORE_H
#define KANSLI_STORE_STORE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/money.h"
#include "sql.h" /* made by tools/embed: enum sql { SQL_APPLICATION_LIST, … SQL_COUNT } and the texts */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { STORE_APPLICATION_ID = 0x4B414E53 }; /* "KANS" */

enum store_mode {
	STORE_READ,   /* may only look; writes are refused by the connection itself */
	STORE_WRITE,  /* an existing office, read and write */
	STORE_CREATE, /* a new office; refuses a path where something exists */
	STORE_MEMORY, /* path is ignored; for tests */
};

struct store;

/* Opens (lstat regular file, no symlink, not on a network file system, application_id and version looked at, every
 * setting of settings.sql applied and read back). An older file is lifted by the numbered steps after a copy of it has
 * been put beside it; a newer file is refused (ERROR_FAILED). CREATE makes the file 0660 before SQLite sees it.
 * ERROR_MISSING: no such file. ERROR_CONFLICT: CREATE, and something is there. ERROR_BUSY: it stayed locked. On failure
 * *out is untouched. */
bool store_open(const char *path, enum store_mode mode, struct store **out, struct error *err);
void store_close(struct store *store);             /* accepts NULL; asserts that nothing is open */
const char *store_path(const struct store *store); /* absolute, its folder's links followed; or ":memory:" */
int store_version(const struct store *store);      /* 1 + the steps applied, from user_version */
int store_lifted_from(const struct store *store);  /* the version before this opening lifted it; 0: it did not */

/* Asked in 200 ms slices while a write waits for its turn; true gives up (ERROR_BUSY). May be NULL. */
typedef bool store_patience(void *with, int waited_ms);
void store_set_patience(struct store *store, store_patience *patience, void *with);

/* One write: takes the fair queue (F_OFD_SETLKW on "PATH-lock") and BEGIN IMMEDIATE. Refused: ERROR_BUSY after 5 s or
 * when patience ends, ERROR_DENIED in STORE_READ, ERROR_FAILED when a newer program has lifted the file meanwhile.
 * Asserts that nothing is open, and that this is the process that opened the store. */
bool store_begin(struct store *store, struct error *err);
/* If COMMIT fails the write is rolled back and the sentence says so; the caller re-reads by operation id. */
bool store_commit(struct store *store, struct error *err);
void store_rollback(struct store *store); /* safe after a failed statement has already rolled back */
bool store_writing(const struct store *store);
/* No statement and no transaction is open: asserted before every wait for a key and every write to a terminal. */
bool store_idle(const struct store *store);
/* A read of several statements that must agree: BEGIN (deferred) … end. Never across a wait. Inside a write or another
 * look it only counts, so that one loading may use another. */
bool store_look(struct store *store, struct error *err);
void store_look_done(struct store *store);
/* After much was read that is not read again soon: the memory it was read through goes back to the system. */
void store_rest(struct store *store);
/* Changes when another connection has committed (PRAGMA data_version). */
int64_t store_data_version(struct store *store);

/* ---- values in */
enum bind_kind { BIND_NULL, BIND_NUMBER, BIND_TEXT, BIND_BLOB };
struct bind {
	const char *name; /* without the colon */
	enum bind_kind kind;
	int64_t number; /* or bytes of the blob */
	const void *data;
};
struct binds {
	const struct bind *items;
	size_t count;
};
struct bind bind_number(const char *name, int64_t number); /* MONEY_UNKNOWN binds NULL */
struct bind bind_text(const char *name, const char *text); /* NULL binds NULL */
struct bind bind_bool(const char *name, bool value);
struct bind bind_blob(const char *name, const void *data, size_t bytes);
struct bind bind_null(const char *name);
#define BIND(name, value)                                                                                              \
	_Generic((value), bool: bind_bool, char *: bind_text, const char *: bind_text, default: bind_number)(name, value)
#define BINDS(...)                                                                                                     \
	((struct binds){(const struct bind[]){__VA_ARGS__}, sizeof((struct bind[]){__VA_ARGS__}) / sizeof(struct bind)})
#define BINDS_NONE ((struct binds){0, 0})

/* ---- change: answers false on a broken rule (ERROR_INVALID with the rule's name when a CHECK, UNIQUE or foreign key
 * stopped it) or a failing disk. Asserts that a write is open. */
bool store_run(struct store *store, enum sql which, struct binds binds, struct error *err);
int64_t store_changed(const struct store *store); /* rows the last run changed */
int64_t store_last_id(const struct store *store);

/* ---- ask:  struct rows rows;
 *            if (!store_ask(store, SQL_X, BINDS(...), &rows, err)) return false;
 *            while (rows_next(&rows)) { … rows_number(&rows, "id") … }
 *            return rows_done(&rows, err);                                                     */
struct rows {
	struct store *store;
	struct statement *statement;
	bool failed, ended;
	int at;          /* where the next column name is looked for first */
	uint64_t unread; /* columns of the first row not read yet */
	int count;       /* rows seen */
};
bool store_ask(struct store *store, enum sql which, struct binds binds, struct rows *rows, struct error *err);
bool rows_next(struct rows *rows);
/* Ends the asking; false when the reading itself failed. Asserts that each selected column of a seen row was read.
 * May be called before the last row. */
bool rows_done(struct rows *rows, struct error *err);
int64_t rows_number(struct rows *rows, const char *column); /* NULL answers MONEY_UNKNOWN */
int64_t rows_number_or(struct rows *rows, const char *column, int64_t otherwise);
bool rows_bool(struct rows *rows, const char *column);
bool rows_null(struct rows *rows, const char *column);                             /* counts as reading it */
const char *rows_text(struct rows *rows, const char *column, struct arena *arena); /* copy; NULL stays NULL */
/* A copy of a blob; *bytes gets its size. */
const void *rows_blob(struct rows *rows, const char *column, struct arena *arena, size_t *bytes);
/* All columns of the row as canonical facts: names sorted, "name=<bytes>:<value>\n", null as "name=-\n",
 * numbers in decimal, blobs in hex. For events: whoever reads the row later gets the same bytes. Counts as reading all.
 */
const char *rows_facts(struct rows *rows, struct arena *arena);

/* ---- the whole file */
/* VACUUM INTO a temporary name on a connection of its own, checked, synced, renamed. Refuses an existing target
 * (ERROR_CONFLICT) unless `force`, and the office's own files always. Never called inside a write. */
bool store_backup(struct store *store, const char *target, bool force, struct error *err);
/* PRAGMA integrity_check and foreign_key_check, and the schema held against this program's; each finding is one line
 * given to `say` (may be NULL). Answers the findings. CHECK rules are looked at only where the file can be written. */
int store_check(struct store *store, void (*say)(void *with, const char *finding), void *with);
/* For tests: prepares statement `which`; false with SQLite's words if it does not prepare. */
bool store_prepares(struct store *store, enum sql which, struct error *err);
/* For tests: the value of PRAGMA `name` as text in the arena; or of dbconfig "defensive" and the like. */
const char *store_setting(struct store *store, const char *name, struct arena *arena);
/* Instructions, for the benchmark: how many statements were stepped since open. */
int64_t store_steps(const struct store *store);

#endif
