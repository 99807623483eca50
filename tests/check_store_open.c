/* Opening an office: every setting holds, and what is no office is refused without being touched. */
#include "data.h"
#include "store_office.h"
#include <dirent.h>

static struct store *office_open(const char *path, enum store_mode mode)
{
	struct store *store = NULL;
	struct error err = {0};
	ck_assert_msg(store_open(path, mode, &store, &err), "%s", err.text);
	return store;
}

static void setting_is(struct store *store, const char *name, const char *value)
{
	struct arena arena;
	arena_init(&arena);
	const char *is = store_setting(store, name, &arena);
	ck_assert_msg(strcmp(is, value) == 0, "%s is %s, not %s", name, is, value);
	arena_done(&arena);
}

static const char *const held[][2] = {{"busy_timeout", "5000"}, {"journal_mode", "wal"}, {"synchronous", "2"},
	{"foreign_keys", "1"}, {"recursive_triggers", "1"}, {"trusted_schema", "0"}, {"cell_size_check", "1"},
	{"mmap_size", "0"}, {"temp_store", "2"}, {"secure_delete", "1"}, {"encoding", "UTF-8"},
	{"ignore_check_constraints", "0"}, {"journal_size_limit", "16777216"}, {"defensive", "1"}, {"dqs_dml", "0"},
	{"dqs_ddl", "0"}, {"load_extension", "0"}, {"writable_schema", "0"}, {"limit_attached", "0"},
	{"limit_length", "10000000"}};

START_TEST(every_setting_reads_back_on_a_file)
{
	struct store *store = office_open(in_folder("settings"), STORE_CREATE);
	for (size_t i = 0; i < sizeof(held) / sizeof(*held); i++)
		setting_is(store, held[i][0], held[i][1]);
	setting_is(store, "application_id", "1262571091"); /* KANS */
	store_close(store);
	store = office_open(in_folder("settings"), STORE_WRITE);
	for (size_t i = 0; i < sizeof(held) / sizeof(*held); i++)
		setting_is(store, held[i][0], held[i][1]);
	store_close(store);
	store = office_open(in_folder("settings"), STORE_READ);
	for (size_t i = 0; i < sizeof(held) / sizeof(*held); i++)
		setting_is(store, held[i][0], held[i][1]);
	store_close(store);
}
END_TEST

START_TEST(the_settings_file_names_what_this_test_looks_at)
{
	const char *settings = data_find("sql/settings.sql")->bytes;
	int lines = 0;
	for (const char *at = settings; (at = strstr(at, "\nPRAGMA ")); at++) {
		char name[32] = "";
		bool known = false;
		ck_assert_int_eq(sscanf(at, "\nPRAGMA %31[a-z_]", name), 1);
		for (size_t i = 0; i < sizeof(held) / sizeof(*held); i++)
			known = known || strcmp(held[i][0], name) == 0;
		ck_assert_msg(known, "%s is set and not looked at", name);
		lines++;
	}
	ck_assert_int_ge(lines, 10);
	const char *first = strstr(settings, "PRAGMA ");
	ck_assert(strncmp(first, "PRAGMA busy_timeout", 19) == 0);
}
END_TEST

START_TEST(a_setting_that_does_not_take_stops_the_opening)
{
	static const char *const wrong[] = {"PRAGMA synchronus = 2;\n", "PRAGMA synchronous = FULL;\n",
		"-- why\nPRAGMA journal_mode = memory_mapped;\n"};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		struct store_schema schema = small_schema;
		struct store *store = NULL;
		struct error err = {0};
		schema.settings = wrong[i];
		ck_assert_msg(
			!store_open_schema(in_folder("unset"), STORE_CREATE, &schema, &store, &err), "setting %zu", i);
		ck_assert_int_eq(err.kind, ERROR_FAILED);
		ck_assert(!file_there(in_folder("unset")));
	}
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

START_TEST(a_statement_of_an_unknown_column_does_not_prepare)
{
	static const struct sql_text wrong[] = {{"wrong", "SELECT nmae FROM thing", "wrong.sql", 1}};
	struct store_schema schema = small_schema;
	struct store *store = NULL;
	struct error err = {0};
	schema.texts = wrong;
	schema.count = 1;
	ck_assert(store_open_schema(NULL, STORE_MEMORY, &schema, &store, &err));
	ck_assert(!store_prepares(store, (enum sql)0, &err));
	ck_assert_msg(strstr(err.text, "nmae") != NULL, "%s", err.text);
	store_close(store);
}
END_TEST

static bool statements_of(const char *file)
{
	for (int i = 0; i < SQL_COUNT; i++) {
		if (strcmp(sql_texts[i].file, file) == 0)
			return true;
	}
	return data_find(file) != NULL;
}

START_TEST(every_sql_file_is_in_the_program)
{
	static const char *const folders[] = {"sql", "sql/migrate"};
	int files = 0;
	for (size_t i = 0; i < sizeof(folders) / sizeof(*folders); i++) {
		char path[PATH_MAX];
		snprintf(path, sizeof(path), "%s/%s", DATA_ROOT, folders[i]);
		DIR *open = opendir(path);
		if (!open)
			continue; /* no steps */
		for (struct dirent *entry = readdir(open); entry; entry = readdir(open)) {
			size_t bytes = strlen(entry->d_name);
			if (bytes < 4 || strcmp(entry->d_name + bytes - 4, ".sql") != 0)
				continue;
			snprintf(path, sizeof(path), "%s/%.200s", folders[i], entry->d_name);
			ck_assert_msg(statements_of(path), "%s is not in meson.build's list", path);
			files++;
		}
		closedir(open);
	}
	ck_assert_int_ge(files, 4);
	ck_assert(!statements_of("sql/elsewhere.sql"));
}
END_TEST

START_TEST(every_data_file_is_byte_for_byte_what_is_on_the_disk)
{
	ck_assert_uint_ge(data_count, 2);
	for (size_t i = 0; i < data_count; i++) {
		char path[PATH_MAX];
		const struct data_file *file = &data_files[i];
		snprintf(path, sizeof(path), "%s/%s", DATA_ROOT, file->name);
		FILE *in = fopen(path, "rb");
		ck_assert_msg(in != NULL, "%s", path);
		char *bytes = memory_take(file->count + 2);
		ck_assert_uint_eq(fread(bytes, 1, file->count + 1, in), file->count);
		ck_assert_mem_eq(bytes, file->bytes, file->count);
		ck_assert_int_eq(file->bytes[file->count], '\0');
		ck_assert_ptr_eq(data_find(file->name), file);
		free(bytes);
		fclose(in);
	}
	ck_assert_ptr_null(data_find("sql/elsewhere.sql"));
}
END_TEST

static void mode_is(const char *path, mode_t mode)
{
	struct stat found;
	ck_assert_int_eq(lstat(path, &found), 0);
	ck_assert_msg((found.st_mode & 07777) == mode, "%s is %o", path, found.st_mode & 07777);
}

START_TEST(a_new_office_is_shared_by_its_group_whatever_the_umask)
{
	static const mode_t masks[] = {0002, 0022, 0077, 0177};
	for (size_t i = 0; i < sizeof(masks) / sizeof(*masks); i++) {
		char name[32];
		snprintf(name, sizeof(name), "shared%zu", i);
		umask(masks[i]);
		struct store *store = small_open(in_folder(name), STORE_CREATE);
		small_begin(store);
		small_add(store, "one", 1);
		small_commit(store);
		char beside[300];
		static const char *const endings[] = {"", "-wal", "-shm", "-lock"};
		for (size_t k = 0; k < sizeof(endings) / sizeof(*endings); k++) {
			snprintf(beside, sizeof(beside), "%s%s", in_folder(name), endings[k]);
			mode_is(beside, 0660);
		}
		store_close(store);
	}
}
END_TEST

START_TEST(a_new_office_refuses_a_taken_name)
{
	struct store *store = NULL;
	struct error err = {0};
	bytes_write(in_folder("taken"), "mine", 4);
	ck_assert(!store_open_schema(in_folder("taken"), STORE_CREATE, &small_schema, &store, &err));
	ck_assert_int_eq(err.kind, ERROR_CONFLICT);
	struct stat found;
	ck_assert_int_eq(stat(in_folder("taken"), &found), 0);
	ck_assert_int_eq(found.st_size, 4);
	bytes_write(in_folder("ghost-wal"), "old", 3);
	ck_assert(!store_open_schema(in_folder("ghost"), STORE_CREATE, &small_schema, &store, &err));
	ck_assert_msg(strstr(err.text, "ghost-wal") != NULL, "%s", err.text);
	ck_assert(!file_there(in_folder("ghost")));
}
END_TEST

START_TEST(a_new_office_that_fails_leaves_nothing)
{
	struct store_schema schema = small_schema;
	struct store *store = NULL;
	struct error err = {0};
	schema.fresh = "CREATE TABLE a (b TEXT) STRICT; CREATE TABLE a (b TEXT) STRICT;";
	ck_assert(!store_open_schema(in_folder("nothing"), STORE_CREATE, &schema, &store, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert(!file_there(in_folder("nothing")));
	ck_assert(!file_there(in_folder("nothing-wal")));
	ck_assert_ptr_null(store);
}
END_TEST

START_TEST(a_reader_sees_what_is_saved_and_saves_nothing)
{
	struct store *writer = small_open(in_folder("read"), STORE_CREATE);
	small_begin(writer);
	small_add(writer, "one", 1);
	small_commit(writer);
	for (int i = 0; i < 2; i++) { /* with a writer there, and alone */
		struct store *reader = small_open(in_folder("read"), STORE_READ);
		struct error err = {0};
		ck_assert_int_eq(small_count(reader), 1);
		ck_assert(!store_begin(reader, &err));
		ck_assert_int_eq(err.kind, ERROR_DENIED);
		/* Even past store_begin(): the connection itself cannot. */
		ck_assert_int_ne(
			sqlite3_exec(reader->db, "INSERT INTO thing (name) VALUES ('x')", NULL, NULL, NULL), SQLITE_OK);
		sqlite3_set_authorizer(reader->db, NULL, NULL);
		ck_assert_int_eq(sqlite3_exec(reader->db, "INSERT INTO thing (name) VALUES ('x')", NULL, NULL, NULL),
			SQLITE_READONLY);
		ck_assert_int_eq(small_count(reader), 1);
		store_close(reader);
		store_close(writer);
		writer = NULL;
	}
}
END_TEST

START_TEST(the_path_is_the_whole_one)
{
	struct store *store = small_open(in_folder("whole"), STORE_CREATE);
	ck_assert_str_eq(store_path(store), in_folder("whole"));
	ck_assert_int_eq(store_version(store), 1);
	store_close(store);
	ck_assert_int_eq(chdir(in_folder("")), 0);
	store = small_open("./whole", STORE_WRITE);
	ck_assert_str_eq(store_path(store), in_folder("whole"));
	store_close(store);
	store = small_memory();
	ck_assert_str_eq(store_path(store), ":memory:");
	store_close(store);
	store = small_open(":memory:", STORE_CREATE); /* an odd name for a file, but a file */
	ck_assert_str_eq(store_path(store), in_folder(":memory:"));
	store_close(store);
	ck_assert(file_there(in_folder(":memory:")));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("opening");
	TCase *opening = tcase_create("opening");
	tcase_add_unchecked_fixture(opening, folder_make, folder_drop);
	tcase_add_test(opening, every_setting_reads_back_on_a_file);
	tcase_add_test(opening, the_settings_file_names_what_this_test_looks_at);
	tcase_add_test(opening, a_setting_that_does_not_take_stops_the_opening);
	tcase_add_test(opening, every_embedded_statement_prepares);
	tcase_add_test(opening, a_statement_of_an_unknown_column_does_not_prepare);
	tcase_add_test(opening, every_sql_file_is_in_the_program);
	tcase_add_test(opening, every_data_file_is_byte_for_byte_what_is_on_the_disk);
	tcase_add_test(opening, a_new_office_is_shared_by_its_group_whatever_the_umask);
	tcase_add_test(opening, a_new_office_refuses_a_taken_name);
	tcase_add_test(opening, a_new_office_that_fails_leaves_nothing);
	tcase_add_test(opening, a_reader_sees_what_is_saved_and_saves_nothing);
	tcase_add_test(opening, the_path_is_the_whole_one);
	suite_add_tcase(suite, opening);
	return suite_run(suite);
}
