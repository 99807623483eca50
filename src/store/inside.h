/* What the store's own files share; nothing outside this room includes it but the store's tests, which bring a small
 * schema of their own through store_open_schema. */
#ifndef KANSLI_STORE_INSIDE_H
#define KANSLI_STORE_INSIDE_H

#include "base/buffer.h"
#include "base/words.h"
#include "store/store.h"
#include <sqlite3.h>

enum { STORE_STEPS_MOST = 200, STORE_COLUMNS_MOST = 64, STORE_WAIT_MS = 5000, STORE_SLICE_MS = 200 };

/* Everything a store is made of: the office's own comes from data/sql. A file's version is 1 + the steps that have
 * been applied; `fresh` is what a new file gets and what the steps must arrive at. */
struct store_schema {
	const struct sql_text *texts;
	int count;
	const char *settings, *fresh;
	const char *steps[STORE_STEPS_MOST];
	int step_count;
};

struct statement {
	sqlite3_stmt *handle; /* NULL until first used */
	bool open;            /* being asked */
};

/* What the authorizer lets through. */
enum guard {
	GUARD_OFFICE, /* named statements of the nouns */
	GUARD_OWN,    /* the store's own: transactions and PRAGMA */
	GUARD_BUILD,  /* schema.sql and the steps: everything but ATTACH and transactions */
};

struct store {
	sqlite3 *db;
	struct store_schema schema;
	enum store_mode mode;
	enum guard guard;
	char *path; /* absolute, or ":memory:" */
	int version, lifted_from;
	int queue; /* the side file, -1 until the first write */
	pid_t process;
	bool writing;
	int looks, asking;
	struct statement *statements; /* schema.count of them */
	store_patience *patience;
	void *patience_with;
	int64_t changed, last_id, steps, data_version;
};

/* store.c */
void schema_office(struct store_schema *out); /* the embedded one */
int schema_version(const struct store_schema *schema);
bool store_open_schema(const char *path, enum store_mode mode, const struct store_schema *schema, struct store **out,
	struct error *err);

/* own.c: statements of sql/store.sql, prepared for one use. */
bool own_run(struct store *store, enum sql which, struct error *err);
bool own_number(struct store *store, enum sql which, int64_t *out, struct error *err);
/* Each row's columns (NULL as "") go to `row`; answers false when the reading failed. */
typedef void own_row(void *with, int count, const char *const *columns);
bool own_each(struct store *store, enum sql which, own_row *row, void *with, struct error *err);
/* A whole script with the guard lowered to GUARD_BUILD. */
bool own_build(struct store *store, const char *script, struct error *err);
bool own_stamp(struct store *store, int version, struct error *err); /* user_version */

/* sentence.c: puts SQLite's refusal into a sentence; answers false. */
bool store_refuse(sqlite3 *db, int code, struct error *err);

/* file.c */
bool file_place(const char *path, char out[PATH_MAX], struct error *err); /* absolute, the folder's links followed */
bool file_is_office(const char *path, struct error *err);                 /* regular, one name, not empty */
bool file_make(const char *path, struct error *err);                      /* empty, 0660 */
void file_unmake(const char *path);                                       /* takes a half-made office away again */

/* folder.c */
bool folder_is_local(const char *path, struct error *err);
bool filesystem_is_network(long kind); /* statfs's number */
/* `mounts` is the text of /proc/self/mountinfo. */
bool mount_is_network(const char *mounts, unsigned major, unsigned minor);
bool folder_sync(const char *path, struct error *err); /* the folder of `path` */

/* settings.c */
void settings_first(sqlite3 *db); /* before anything is read from the file */
bool settings_apply(struct store *store, struct error *err);

/* guard.c */
int guard_ask(
	void *store, int action, const char *first, const char *second, const char *database, const char *trigger);

/* queue.c */
/* `start` is when the caller began to wait, from moment_ms(). Nothing to do on :memory:. */
bool queue_take(struct store *store, int64_t start, struct error *err);
void queue_leave(struct store *store);
void queue_close(struct store *store);
int64_t moment_ms(void); /* from a clock that only goes forward */

/* statement.c */
/* Stops the program as a failed assert does, naming the statement's place instead of ours. */
_Noreturn void statement_mistake(const struct sql_text *text, const char *what, const char *name);
bool statement_ready(struct store *store, int which, struct statement **out, struct error *err);
bool statement_bind(
	struct store *store, struct statement *statement, struct binds binds, bool copies, struct error *err);
void statement_rest(struct statement *statement); /* reset, with the values forgotten */
void statements_close(struct store *store);

/* migrate.c */
bool store_lift(struct store *store, struct error *err);

/* shape.c */
struct shape_part {
	const char *key, *sql; /* "table application", its text without comments and layout */
};
struct shape {
	struct shape_part *parts;
	size_t count, room;
	struct arena arena;
};
bool shape_load(struct shape *shape, struct store *store, struct error *err);
bool shape_fresh(struct shape *shape, const struct store_schema *schema, struct error *err);
void shape_done(struct shape *shape);
/* Names each part that is missing, foreign or different; answers how many. */
int shape_compare(
	const struct shape *is, const struct shape *should, void (*say)(void *with, const char *finding), void *with);

/* backup.c: `source` may be open elsewhere in this program. */
bool backup_make(const char *source, const char *target, bool force, struct error *err);

#endif
