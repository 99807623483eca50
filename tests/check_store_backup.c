/* Copies: whole, checked, never over what is there; and the check that finds what is broken. */
#include "store_office.h"
#include <dirent.h>

static struct store *office_with(const char *name, int things)
{
	struct store *store = small_open(in_folder(name), STORE_CREATE);
	char thing[32];
	small_begin(store);
	for (int i = 0; i < things; i++) {
		snprintf(thing, sizeof(thing), "thing %d", i);
		small_add(store, thing, i);
	}
	small_commit(store);
	return store;
}

static void copied(struct store *store, const char *target, bool force)
{
	struct error err = {0};
	ck_assert_msg(store_backup(store, target, force, &err), "%s", err.text);
}

static void not_copied(struct store *store, const char *target, bool force, enum error_kind kind)
{
	struct error err = {0};
	ck_assert(!store_backup(store, target, force, &err));
	ck_assert_msg(err.kind == kind && err.text[0], "%d %s", err.kind, err.text);
}

/* Half-made copies have another name; none may be left. */
static int leftovers(void)
{
	int count = 0;
	DIR *open = opendir(in_folder(""));
	for (struct dirent *entry = readdir(open); entry; entry = readdir(open))
		count += strstr(entry->d_name, ".part") != NULL;
	closedir(open);
	return count;
}

START_TEST(a_copy_is_an_office_with_the_same_rights)
{
	struct store *store = office_with("whole", 500);
	copied(store, in_folder("whole-copy"), false);
	struct store *copy = small_open(in_folder("whole-copy"), STORE_READ);
	ck_assert_int_eq(small_count(copy), 500);
	ck_assert_int_eq(store_version(copy), 1);
	ck_assert_int_eq(store_check(copy, NULL, NULL), 0);
	store_close(copy);
	struct stat found;
	ck_assert_int_eq(stat(in_folder("whole-copy"), &found), 0);
	ck_assert_int_eq(found.st_mode & 07777, 0660);
	ck_assert(!file_there(in_folder("whole-copy-wal")));
	ck_assert_int_eq(leftovers(), 0);
	store_close(store);
	store_close(small_open(in_folder("whole-copy"), STORE_WRITE)); /* and may go on as the office */
}
END_TEST

START_TEST(a_copy_overwrites_nothing_unless_told_to)
{
	struct store *store = office_with("careful", 3);
	bytes_write(in_folder("precious"), "mine", 4);
	not_copied(store, in_folder("precious"), false, ERROR_CONFLICT);
	struct stat found;
	ck_assert_int_eq(stat(in_folder("precious"), &found), 0);
	ck_assert_int_eq(found.st_size, 4);
	copied(store, in_folder("precious"), true);
	store_close(small_open(in_folder("precious"), STORE_READ));
	ck_assert_int_eq(mkdir(in_folder("precious-folder"), 0700), 0);
	not_copied(store, in_folder("precious-folder"), true, ERROR_INVALID);
	not_copied(store, in_folder("no/such/folder"), false, ERROR_MISSING);
	ck_assert_int_eq(symlink(in_folder("careful"), in_folder("precious-link")), 0);
	not_copied(store, in_folder("precious-link"), true, ERROR_INVALID);
	ck_assert_int_eq(leftovers(), 0);
	store_close(store);
}
END_TEST

START_TEST(a_copy_is_never_put_over_the_office)
{
	static const char *const own[] = {"self", "self-wal", "self-shm", "self-lock", "self-journal", "./self"};
	struct store *store = office_with("self", 3);
	ck_assert_int_eq(chdir(in_folder("")), 0);
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		not_copied(store, own[i], true, ERROR_INVALID);
	ck_assert_int_eq(small_count(store), 3);
	copied(store, "self-copy", false);
	store_close(store);
}
END_TEST

START_TEST(a_reader_may_copy_and_memory_cannot)
{
	store_close(office_with("readable", 3));
	struct store *reader = small_open(in_folder("readable"), STORE_READ), *memory = small_memory();
	copied(reader, in_folder("readable-copy"), false);
	not_copied(memory, in_folder("memory-copy"), false, ERROR_INVALID);
	store_close(reader);
	store_close(memory);
}
END_TEST

/* Writes until it is killed, two rows at a time. */
static _Noreturn void writer_run(const char *path, int tell)
{
	struct store *store = small_open(path, STORE_WRITE);
	char name[32];
	for (int i = 0;; i++) {
		small_begin(store);
		snprintf(name, sizeof(name), "left %d", i);
		small_add(store, name, i);
		snprintf(name, sizeof(name), "right %d", i);
		small_add(store, name, i);
		small_commit(store);
		if (i == 0 && write(tell, "", 1) != 1)
			_exit(1);
	}
}

START_TEST(a_copy_made_while_others_write_is_whole)
{
	int told[2];
	char go;
	struct store *store = office_with("busy", 0);
	ck_assert_int_eq(pipe(told), 0);
	pid_t child = fork();
	if (child == 0)
		writer_run(in_folder("busy"), told[1]);
	ck_assert_int_eq(read(told[0], &go, 1), 1);
	int64_t most = 0;
	for (int i = 0; i < 10; i++) {
		copied(store, in_folder("busy-copy"), true);
		struct store *copy = small_open(in_folder("busy-copy"), STORE_READ);
		int64_t things = small_count(copy);
		ck_assert_int_eq(things % 2, 0);
		ck_assert_int_ge(things, most);
		most = things;
		ck_assert_int_eq(store_check(copy, NULL, NULL), 0);
		store_close(copy);
	}
	ck_assert_int_gt(most, 0);
	kill(child, SIGKILL);
	ck_assert_int_eq(waitpid(child, NULL, 0), child);
	store_close(store);
}
END_TEST

static void tamper(const char *path, const char *script)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, script, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

START_TEST(a_copy_of_a_broken_office_is_not_kept)
{
	static const char *const breaks[] = {"INSERT INTO part (thing, word) VALUES (99, 'lost')",
		"PRAGMA ignore_check_constraints = 1; UPDATE thing SET ore = -5 WHERE id = 1"};
	char name[32];
	snprintf(name, sizeof(name), "broken%d", _i);
	struct store *store = office_with(name, 3);
	copied(store, in_folder("sound-copy"), true);
	tamper(in_folder(name), breaks[_i]);
	not_copied(store, in_folder("broken-copy"), false, ERROR_FAILED);
	ck_assert(!file_there(in_folder("broken-copy")));
	ck_assert_int_eq(leftovers(), 0);
	store_close(store);
}
END_TEST

START_TEST(copying_inside_a_write_stops_the_program)
{
	struct store *store = office_with("inside", 0);
	small_begin(store);
	store_backup(store, in_folder("inside-copy"), false, NULL);
}
END_TEST

/* ---- the check */

struct findings {
	int count;
	char last[400];
};

static void finding_keep(void *with, const char *finding)
{
	struct findings *findings = with;
	findings->count++;
	snprintf(findings->last, sizeof(findings->last), "%s", finding);
}

static const char *const tampering[][2] = {
	{"INSERT INTO part (thing, word) VALUES (99, 'lost')", "part"},
	{"DROP TRIGGER event_stays", "event_stays is missing"},
	{"CREATE TRIGGER spy AFTER INSERT ON thing BEGIN DELETE FROM part; END", "trigger spy is not kansli's"},
	{"PRAGMA ignore_check_constraints = 1; UPDATE thing SET ore = -5 WHERE id = 1", "CHECK"},
	{"CREATE TABLE notes (a)", "table notes is not kansli's"},
	{"DROP TRIGGER event_stays; CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT 1; END",
		"event_stays is not as this kansli makes it"},
};

START_TEST(the_check_finds_what_another_program_did)
{
	char name[32];
	struct findings findings = {0};
	snprintf(name, sizeof(name), "tampered%d", _i);
	store_close(office_with(name, 3));
	struct store *store = small_open(in_folder(name), STORE_READ);
	ck_assert_int_eq(store_check(store, finding_keep, &findings), 0);
	ck_assert_int_eq(findings.count, 0);
	store_close(store);
	tamper(in_folder(name), tampering[_i][0]);
	store = small_open(in_folder(name), STORE_READ);
	ck_assert_int_eq(store_check(store, finding_keep, &findings), 1);
	ck_assert_int_eq(findings.count, 1);
	ck_assert_msg(strstr(findings.last, tampering[_i][1]) != NULL, "%s", findings.last);
	store_close(store);
}
END_TEST

START_TEST(the_check_finds_a_damaged_page)
{
	struct findings findings = {0};
	store_close(office_with("damaged", 2000));
	FILE *file = fopen(in_folder("damaged"), "r+b");
	ck_assert_ptr_nonnull(file);
	for (long page = 8; page < 20; page++) {
		ck_assert_int_eq(fseek(file, page * 4096, SEEK_SET), 0);
		ck_assert_uint_eq(fwrite("\xff\xff\xff\xff\xff\xff\xff\xff", 1, 8, file), 8);
	}
	fclose(file);
	struct store *store = small_open(in_folder("damaged"), STORE_READ);
	ck_assert_int_gt(store_check(store, finding_keep, &findings), 0);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("backup");
	TCase *backup = tcase_create("backup"), *looking = tcase_create("check");
	tcase_set_timeout(backup, 30);
	tcase_add_unchecked_fixture(backup, folder_make, folder_drop);
	tcase_add_test(backup, a_copy_is_an_office_with_the_same_rights);
	tcase_add_test(backup, a_copy_overwrites_nothing_unless_told_to);
	tcase_add_test(backup, a_copy_is_never_put_over_the_office);
	tcase_add_test(backup, a_reader_may_copy_and_memory_cannot);
	tcase_add_test(backup, a_copy_made_while_others_write_is_whole);
	tcase_add_loop_test(backup, a_copy_of_a_broken_office_is_not_kept, 0, 2);
	stop_add(backup, copying_inside_a_write_stops_the_program);
	tcase_add_unchecked_fixture(looking, folder_make, folder_drop);
	tcase_add_loop_test(
		looking, the_check_finds_what_another_program_did, 0, (int)(sizeof(tampering) / sizeof(*tampering)));
	tcase_add_test(looking, the_check_finds_a_damaged_page);
	suite_add_tcase(suite, backup);
	suite_add_tcase(suite, looking);
	return suite_run(suite);
}
