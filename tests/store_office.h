/* A small office for the store's tests: three tables and statements of their own, through the same code as the real
 * one, and a folder that is taken away afterwards. */
#ifndef KANSLI_TESTS_STORE_OFFICE_H
#define KANSLI_TESTS_STORE_OFFICE_H

#include "base/text.h"
#include "store/inside.h"
#include <check.h>

/* Stands in for enum sql. */
enum small {
	SMALL_ADD,
	SMALL_ADD_AS, /* :id too */
	SMALL_RENAME, /* :id :version :name */
	SMALL_DROP,
	SMALL_LIST,
	SMALL_ONE,
	SMALL_COUNT_ALL,
	SMALL_NAMED,
	SMALL_FACTS,
	SMALL_MIXED, /* a fraction, which is no fact */
	SMALL_PART_ADD,
	SMALL_EVENT_ADD,
	SMALL_EVENT_ALL,
	SMALL_EVENT_REPLACE,
	SMALL_COUNTER_NEXT,
	SMALL_COUNTER,
	SMALL_STATEMENTS,
};

extern const struct store_schema small_schema;

/* Set up and taken down around a whole test case (unchecked fixtures). */
void folder_make(void);
void folder_drop(void);
/* A path in the folder; a few are kept at a time. */
const char *in_folder(const char *name);
void bytes_write(const char *path, const void *bytes, size_t count);
bool file_there(const char *path);

/* Stop the test with the error's sentence when it does not go. */
struct store *small_open(const char *path, enum store_mode mode);
struct store *small_memory(void);
void small_begin(struct store *store);
void small_commit(struct store *store);
void small_add(struct store *store, const char *name, int64_t ore);
int64_t small_count(struct store *store);
/* How many things have the name. */
int small_named(struct store *store, const char *name);
/* A change of two things, "left N" and "right N", that belong together; and how many of the two are there. */
bool small_pair(struct store *store, int which, struct error *err);
int small_pair_count(struct store *store, int which);
enum sql small(enum small which);

/* A mistake in the program, which must end it by an abort; left out where tests run without a process of their own. */
#define stop_add(tcase, test)                                                                                          \
	do {                                                                                                           \
		if (!text_same(getenv("CK_FORK"), "no"))                                                               \
			tcase_add_test_raise_signal(tcase, test, SIGABRT);                                             \
	} while (0)

/* Runs a test case's claims under TAP; answers main()'s exit status. */
int suite_run(Suite *suite);

#endif
