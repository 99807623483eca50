/* Opening an office: every setting holds, and what is no office is refused without being touched. */
#include "data.h"
#include "store_office.h"

static struct store *office_open(const char *path, enum store_mode mode)
{
	struct store *store = NULL;
	struct error err = {0};
	ck_assert_msg(store_open(path, mode, &store, &err), "%s", err.text);
	return store;
}

/* Opening must be refused with `kind`, in a sentence that holds `words`, and leave *out alone. */
static void refused(const char *path, enum store_mode mode, enum error_kind kind, const char *words)
{
	struct store *untouched = (struct store *)&untouched, *store = untouched;
	struct error err = {0};
	ck_assert(!store_open_schema(path, mode, &small_schema, &store, &err));
	ck_assert_ptr_eq(store, untouched);
	ck_assert_int_eq(err.kind, kind);
	ck_assert_msg(strstr(err.text, words) != NULL, "\"%s\" does not say \"%s\"", err.text, words);
}

static void setting_is(struct store *store, const char *name, const char *value)
{
	struct arena arena;
	arena_init(&arena);
	const char *is = store_setting(store, name, &arena);
	ck_assert_msg(strcmp(is, value) == 0, "%s is %s, not %s", name, is, value);
	arena_done(&arena);
}

START_TEST(every_setting_reads_back_on_a_file)
{
	struct store *store = office_open(in_folder("settings"), STORE_CREATE);
	static const char *const expected[][2] = {{"busy_timeout", "5000"}, {"journal_mode", "wal"},
		{"synchronous", "2"}, {"foreign_keys", "1"}, {"recursive_triggers", "1"}, {"trusted_schema", "0"},
		{"cell_size_check", "1"}, {"mmap_size", "0"}, {"temp_store", "2"}, {"secure_delete", "1"},
		{"encoding", "UTF-8"}, {"ignore_check_constraints", "0"}, {"journal_size_limit", "16777216"},
		{"defensive", "1"}, {"dqs_dml", "0"}, {"dqs_ddl", "0"}, {"load_extension", "0"},
		{"writable_schema", "0"}, {"limit_attached", "0"}, {"limit_length", "10000000"},
		{"application_id", "1262571091"}};
	for (size_t i = 0; i < sizeof(expected) / sizeof(*expected); i++)
		setting_is(store, expected[i][0], expected[i][1]);
	store_close(store);
}
END_TEST

START_TEST(every_embedded_statement_prepares)
{
	struct store *store = office_open(NULL, STORE_MEMORY);
	struct error err = {0};
	for (int i = 0; i < SQL_COUNT; i++) {
		if (strcmp(sql_texts[i].file, "sql/store.sql") == 0)
			continue; /* the store's own; each is run by a claim of its own */
		ck_assert_msg(store_prepares(store, (enum sql)i, &err), "%s:%d %s: %s", sql_texts[i].file,
			sql_texts[i].line, sql_texts[i].name, err.text);
	}
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("opening");
	TCase *opening = tcase_create("opening");
	tcase_add_unchecked_fixture(opening, folder_make, folder_drop);
	tcase_add_test(opening, every_setting_reads_back_on_a_file);
	tcase_add_test(opening, every_embedded_statement_prepares);
	(void)refused;
	suite_add_tcase(suite, opening);
	return claims_run(suite);
}
