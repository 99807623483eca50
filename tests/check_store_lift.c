/* Older files are lifted to exactly what a fresh one is, or stay as they were. */
#include "store_office.h"
#include <dirent.h>

/* The small office as it might look one and two versions later. */
static const char fresh_2[] =
	"CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, ore INTEGER, seal BLOB,\n"
	" version INTEGER NOT NULL DEFAULT 1, /* new: */ place TEXT, CONSTRAINT thing_is_named CHECK (name <> ''),\n"
	" CONSTRAINT never_negative CHECK (ore >= 0)) STRICT;\n"
	"CREATE TABLE part (id INTEGER PRIMARY KEY, thing INTEGER NOT NULL REFERENCES thing (id)\n"
	" DEFERRABLE INITIALLY DEFERRED, word TEXT NOT NULL) STRICT;\n"
	"CREATE TABLE counter (value INTEGER NOT NULL) STRICT;\n"
	"CREATE TABLE event (seq INTEGER PRIMARY KEY, what TEXT NOT NULL) STRICT;\n"
	"CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN\n"
	" SELECT RAISE(ABORT, 'history is only added to'); END;\n"
	"CREATE INDEX thing_by_place ON thing (place); -- for lists\n";
static const char step_1[] = "ALTER TABLE thing ADD COLUMN place TEXT;\n"
			     "CREATE INDEX thing_by_place\n  ON thing (place);\n";
/* The part table rebuilt with another name for a column. */
static const char step_2[] =
	"CREATE TABLE part_new (id INTEGER PRIMARY KEY, thing INTEGER NOT NULL REFERENCES thing (id)\n"
	" DEFERRABLE INITIALLY DEFERRED, label TEXT NOT NULL) STRICT;\n"
	"INSERT INTO part_new SELECT id, thing, word FROM part; DROP TABLE part;\n"
	"ALTER TABLE part_new RENAME TO part;\n";

static char fresh_3[sizeof(fresh_2) + 16];

static struct store_schema version_2(const char *step)
{
	struct store_schema schema = small_schema;
	schema.fresh = fresh_2;
	schema.steps[schema.step_count++] = step;
	return schema;
}

static struct store_schema version_3(void)
{
	struct store_schema schema = version_2(step_1);
	const char *word = strstr(fresh_2, "word TEXT");
	snprintf(fresh_3, sizeof(fresh_3), "%.*slabel%s", (int)(word - fresh_2), fresh_2, word + 4);
	schema.fresh = fresh_3;
	schema.steps[schema.step_count++] = step_2;
	return schema;
}

static void old_office(const char *path)
{
	struct store *store = small_open(path, STORE_CREATE);
	struct error err = {0};
	small_begin(store);
	small_add(store, "kept", 5);
	ck_assert(store_run(store, small(SMALL_EVENT_ADD), BINDS(BIND("what", "kept made")), &err));
	ck_assert(store_run(store, small(SMALL_PART_ADD), BINDS(BIND("thing", 1), BIND("word", "handle")), &err));
	small_commit(store);
	store_close(store);
}

static struct store *lifted(const char *path, const struct store_schema *schema)
{
	struct store *store = NULL;
	struct error err = {0};
	ck_assert_msg(store_open_schema(path, STORE_WRITE, schema, &store, &err), "%s", err.text);
	ck_assert_int_eq(store_version(store), schema_version(schema));
	return store;
}

static void finding_show(void *with, const char *finding)
{
	(void)with;
	fprintf(stderr, "%s\n", finding);
}

static void equals_fresh(struct store *store, const struct store_schema *schema)
{
	struct shape is, should;
	struct error err = {0};
	ck_assert_msg(shape_load(&is, store, &err) && shape_fresh(&should, schema, &err), "%s", err.text);
	ck_assert_uint_gt(should.count, 0);
	ck_assert_int_eq(shape_compare(&is, &should, finding_show, NULL), 0);
	shape_done(&is);
	shape_done(&should);
	ck_assert_int_eq(store_check(store, finding_show, NULL), 0);
}

START_TEST(an_upgrade_equals_a_fresh_file)
{
	struct store_schema two = version_2(step_1), three = version_3();
	old_office(in_folder("one"));
	struct store *store = lifted(in_folder("one"), &two);
	equals_fresh(store, &two);
	ck_assert_int_eq(small_count(store), 1);
	store_close(store);
	store = lifted(in_folder("one"), &three); /* one step more */
	equals_fresh(store, &three);
	store_close(store);
	old_office(in_folder("both"));
	store = lifted(in_folder("both"), &three); /* two steps at once */
	equals_fresh(store, &three);
	small_begin(store);
	small_commit(store);
	store_close(store);
	store = lifted(in_folder("both"), &three); /* nothing left to do */
	store_close(store);
	ck_assert(!file_there(in_folder("both.before-v3.2")));
}
END_TEST

START_TEST(a_copy_from_before_stands_beside_it)
{
	struct store_schema two = version_2(step_1);
	old_office(in_folder("copied"));
	store_close(lifted(in_folder("copied"), &two));
	struct store *before = small_open(in_folder("copied.before-v2"), STORE_WRITE);
	ck_assert_int_eq(store_version(before), 1);
	ck_assert_int_eq(small_count(before), 1);
	equals_fresh(before, &small_schema);
	store_close(before);
}
END_TEST

START_TEST(a_copy_left_by_an_earlier_attempt_is_kept)
{
	struct store_schema two = version_2(step_1);
	old_office(in_folder("again"));
	bytes_write(in_folder("again.before-v2"), "earlier", 7);
	store_close(lifted(in_folder("again"), &two));
	struct stat found;
	ck_assert_int_eq(stat(in_folder("again.before-v2"), &found), 0);
	ck_assert_int_eq(found.st_size, 7);
	store_close(small_open(in_folder("again.before-v2.2"), STORE_READ));
}
END_TEST

/* Each must be refused and leave the file as it was. */
static const char *const wrong_steps[] = {
	"ALTER TABLE thing ADD COLUMN place TEXT;", /* the index is missing */
	"ALTER TABLE thing ADD COLUMN place INTEGER; CREATE INDEX thing_by_place ON thing (place);", /* another type */
	"ALTER TABLE thing ADD COLUMN place TEXT; CREATE INDEX thing_by_place ON thing (place); CREATE TABLE mine (a);",
	"ALTER TABLE thing ADD COLUMN place TEXT; CREATE INDEX thing_by_place ON thing (place); DELETE FROM thing;",
	"ALTER TABLE thing ADD COLUMN place TEXT; COMMIT; CREATE INDEX thing_by_place ON thing (place);",
	"ATTACH 'elsewhere' AS elsewhere; ALTER TABLE thing ADD COLUMN place TEXT;",
	"ALTER TABLE thing ADD COLUM place TEXT;",
};

START_TEST(a_step_that_arrives_elsewhere_changes_nothing)
{
	struct store_schema two = version_2(wrong_steps[_i]);
	struct store *store = NULL;
	struct error err = {0};
	char name[16], copy[32];
	snprintf(name, sizeof(name), "wrong%d", _i);
	snprintf(copy, sizeof(copy), "%s.before-v2", name);
	old_office(in_folder(name));
	ck_assert(!store_open_schema(in_folder(name), STORE_WRITE, &two, &store, &err));
	ck_assert_msg(err.kind == ERROR_FAILED && err.text[0], "%d %s", err.kind, err.text);
	ck_assert(!file_there(in_folder(copy)));
	store = small_open(in_folder(name), STORE_WRITE);
	equals_fresh(store, &small_schema);
	ck_assert_int_eq(small_count(store), 1);
	store_close(store);
}
END_TEST

START_TEST(an_older_file_is_not_lifted_by_a_reader)
{
	struct store_schema two = version_2(step_1);
	struct store *store = NULL;
	struct error err = {0};
	old_office(in_folder("reader"));
	ck_assert(!store_open_schema(in_folder("reader"), STORE_READ, &two, &store, &err));
	ck_assert_msg(strstr(err.text, "older kansli") != NULL, "%s", err.text);
	ck_assert(!file_there(in_folder("reader.before-v2")));
	store_close(small_open(in_folder("reader"), STORE_READ));
}
END_TEST

START_TEST(several_who_open_it_at_once_lift_it_once)
{
	struct store_schema two = version_2(step_1);
	old_office(in_folder("rush"));
	for (int i = 0; i < 4; i++) {
		pid_t child = fork();
		ck_assert_int_ge(child, 0);
		if (child > 0)
			continue;
		struct store *store = NULL;
		bool opened = store_open_schema(in_folder("rush"), STORE_WRITE, &two, &store, NULL);
		_exit(opened && store_version(store) == 2 ? 0 : 1);
	}
	for (int i = 0; i < 4; i++) {
		int status;
		ck_assert_int_gt(wait(&status), 0);
		ck_assert_int_eq(status, 0);
	}
	ck_assert(file_there(in_folder("rush.before-v2")));
	ck_assert(!file_there(in_folder("rush.before-v2.2")));
}
END_TEST

START_TEST(shapes_differ_when_the_rules_do_and_not_when_the_layout_does)
{
	static const char *const same[] = {"CREATE TABLE a (b TEXT NOT NULL) STRICT;",
		"CREATE TABLE a -- why\n(\n\tb TEXT NOT NULL /* (c) */\n)STRICT;",
		"CREATE TABLE \"a\" (b TEXT NOT NULL) STRICT;"};
	static const char *const other[] = {"CREATE TABLE a (b TEXT) STRICT;", "CREATE TABLE a (b TEXT NOT NULL);",
		"CREATE TABLE a (b TEXT NOT NULL CHECK (b <> 'x  y')) STRICT;",
		"CREATE TABLE a (b TEXT NOT NULL) STRICT; CREATE INDEX c ON a (b);",
		"CREATE TABLE b (b TEXT NOT NULL) STRICT;"};
	struct shape first, second;
	struct store_schema schema = small_schema;
	schema.fresh = same[0];
	ck_assert(shape_fresh(&first, &schema, NULL));
	for (size_t i = 0; i < 3; i++) {
		schema.fresh = same[i];
		ck_assert(shape_fresh(&second, &schema, NULL));
		ck_assert_int_eq(shape_compare(&second, &first, finding_show, NULL), 0);
		shape_done(&second);
	}
	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++) {
		schema.fresh = other[i];
		ck_assert(shape_fresh(&second, &schema, NULL));
		ck_assert_int_ge(shape_compare(&second, &first, finding_show, NULL), 1);
		shape_done(&second);
	}
	shape_done(&first);
}
END_TEST

/* ---- files of every released schema */

static void file_copy(const char *from, const char *to)
{
	char bytes[65536];
	FILE *in = fopen(from, "rb");
	ck_assert_ptr_nonnull(in);
	FILE *out = fopen(to, "wb");
	ck_assert_ptr_nonnull(out);
	for (size_t count; (count = fread(bytes, 1, sizeof(bytes), in)) > 0;)
		ck_assert_uint_eq(fwrite(bytes, 1, count, out), count);
	fclose(in);
	fclose(out);
}

/* With KANSLI_RELEASE the schema as it is now is kept as the one released under its version, once and for all. */
static void archive_add(const struct store_schema *office)
{
	char path[PATH_MAX];
	struct store *store = NULL;
	snprintf(path, sizeof(path), "%s/v%04d.db", ARCHIVE, schema_version(office));
	if (!getenv("KANSLI_RELEASE") || file_there(path))
		return;
	(void)mkdir(ARCHIVE, 0755);
	ck_assert(store_open(path, STORE_CREATE, &store, NULL));
	store_close(store);
}

START_TEST(every_released_schema_is_lifted_to_this_one)
{
	struct store_schema office;
	schema_office(&office);
	archive_add(&office);
	DIR *open = opendir(ARCHIVE);
	for (struct dirent *entry = open ? readdir(open) : NULL; entry; entry = readdir(open)) {
		char path[PATH_MAX];
		size_t bytes = strlen(entry->d_name);
		if (bytes < 4 || strcmp(entry->d_name + bytes - 3, ".db") != 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", ARCHIVE, entry->d_name);
		file_copy(path, in_folder(entry->d_name));
		struct store *store = lifted(in_folder(entry->d_name), &office);
		equals_fresh(store, &office);
		store_close(store);
	}
	if (open)
		closedir(open);
	/* The same through the real schema, for a file made now. */
	struct store *store = NULL;
	ck_assert(store_open(in_folder("now"), STORE_CREATE, &store, NULL));
	equals_fresh(store, &office);
	ck_assert_int_eq(store_version(store), 1 + office.step_count);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("lift");
	TCase *lift = tcase_create("lift");
	tcase_set_timeout(lift, 30);
	tcase_add_unchecked_fixture(lift, folder_make, folder_drop);
	tcase_add_test(lift, an_upgrade_equals_a_fresh_file);
	tcase_add_test(lift, a_copy_from_before_stands_beside_it);
	tcase_add_test(lift, a_copy_left_by_an_earlier_attempt_is_kept);
	tcase_add_loop_test(lift, a_step_that_arrives_elsewhere_changes_nothing, 0,
		(int)(sizeof(wrong_steps) / sizeof(*wrong_steps)));
	tcase_add_test(lift, an_older_file_is_not_lifted_by_a_reader);
	tcase_add_test(lift, several_who_open_it_at_once_lift_it_once);
	tcase_add_test(lift, shapes_differ_when_the_rules_do_and_not_when_the_layout_does);
	tcase_add_test(lift, every_released_schema_is_lifted_to_this_one);
	suite_add_tcase(suite, lift);
	return suite_run(suite);
}
