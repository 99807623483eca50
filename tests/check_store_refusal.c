/* What is no office, or not this program's, is refused in words and left exactly as it was. */
#include "store_office.h"

/* Opening must be refused with `kind`, in a sentence that holds `words`, and leave *out alone. */
static void refused(const char *path, enum store_mode mode, enum error_kind kind, const char *words)
{
	struct store *untouched = (struct store *)&untouched, *store = untouched;
	struct error err = {0};
	ck_assert_msg(!store_open_schema(path, mode, &small_schema, &store, &err), "%s was opened", path);
	ck_assert_ptr_eq(store, untouched);
	ck_assert_msg(err.kind == kind, "%s: kind %d, not %d", err.text, err.kind, kind);
	ck_assert_msg(strstr(err.text, words) != NULL, "\"%s\" does not say \"%s\"", err.text, words);
}

static void refused_both_ways(const char *path, enum error_kind kind, const char *words)
{
	refused(path, STORE_READ, kind, words);
	refused(path, STORE_WRITE, kind, words);
}

/* A database made by another program: SQL run on a plain connection. */
static void database_make(const char *path, const char *script)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	int code = sqlite3_exec(db, script, NULL, NULL, NULL);
	ck_assert_msg(code == SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

static size_t file_read(const char *path, unsigned char *bytes, size_t room)
{
	FILE *in = fopen(path, "rb");
	ck_assert_ptr_nonnull(in);
	size_t count = fread(bytes, 1, room, in);
	fclose(in);
	return count;
}

static void office_make(const char *path)
{
	store_close(small_open(path, STORE_CREATE));
}

START_TEST(a_file_that_is_not_there_is_missing)
{
	refused_both_ways(in_folder("absent"), ERROR_MISSING, "absent");
	refused_both_ways(in_folder("no/such/folder"), ERROR_MISSING, "no/such/folder");
	refused(in_folder("no/such/folder"), STORE_CREATE, ERROR_MISSING, "no/such/folder");
	ck_assert(!file_there(in_folder("absent")));
}
END_TEST

START_TEST(a_symbolic_link_is_refused)
{
	office_make(in_folder("office"));
	ck_assert_int_eq(symlink(in_folder("office"), in_folder("link")), 0);
	refused_both_ways(in_folder("link"), ERROR_FAILED, "symbolic link");
	ck_assert_int_eq(symlink(in_folder("nowhere"), in_folder("dangling")), 0);
	refused_both_ways(in_folder("dangling"), ERROR_FAILED, "symbolic link");
	refused(in_folder("dangling"), STORE_CREATE, ERROR_CONFLICT, "exists");
	ck_assert(!file_there(in_folder("nowhere")));
}
END_TEST

START_TEST(a_folder_may_be_a_link)
{
	ck_assert_int_eq(mkdir(in_folder("real"), 0770), 0);
	ck_assert_int_eq(symlink(in_folder("real"), in_folder("short")), 0);
	office_make(in_folder("short/office"));
	struct store *store = small_open(in_folder("short/office"), STORE_WRITE);
	ck_assert_str_eq(store_path(store), in_folder("real/office"));
	store_close(store);
}
END_TEST

START_TEST(a_second_name_for_the_same_file_is_refused)
{
	office_make(in_folder("first"));
	ck_assert_int_eq(link(in_folder("first"), in_folder("second")), 0);
	refused_both_ways(in_folder("first"), ERROR_FAILED, "hard link");
	ck_assert_int_eq(unlink(in_folder("second")), 0);
	store_close(small_open(in_folder("first"), STORE_WRITE));
}
END_TEST

START_TEST(a_pipe_is_refused_without_waiting)
{
	ck_assert_int_eq(mkfifo(in_folder("pipe"), 0600), 0);
	refused_both_ways(in_folder("pipe"), ERROR_FAILED, "ordinary file");
	refused_both_ways(in_folder(""), ERROR_INVALID, "folder");
	ck_assert_int_eq(mkdir(in_folder("folder"), 0700), 0);
	refused_both_ways(in_folder("folder"), ERROR_FAILED, "folder");
}
END_TEST

START_TEST(an_empty_file_is_refused)
{
	bytes_write(in_folder("empty"), "", 0);
	refused_both_ways(in_folder("empty"), ERROR_FAILED, "empty");
	struct stat found;
	ck_assert_int_eq(stat(in_folder("empty"), &found), 0);
	ck_assert_int_eq(found.st_size, 0);
}
END_TEST

START_TEST(random_bytes_are_refused)
{
	unsigned char bytes[8192], after[8192];
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (unsigned char)(i * 7919 >> 3);
	for (size_t count = 1; count <= sizeof(bytes); count *= 2) {
		bytes_write(in_folder("random"), bytes, count);
		refused_both_ways(in_folder("random"), ERROR_FAILED, "not an office");
		ck_assert_uint_eq(file_read(in_folder("random"), after, sizeof(after)), count);
		ck_assert_mem_eq(bytes, after, count);
	}
}
END_TEST

START_TEST(a_truncated_office_is_refused)
{
	static unsigned char bytes[1 << 20];
	office_make(in_folder("cut"));
	size_t count = file_read(in_folder("cut"), bytes, sizeof(bytes));
	for (size_t kept = 120; kept < 4096; kept += 1000) {
		struct store *store = NULL;
		struct error err = {0};
		bytes_write(in_folder("cut"), bytes, kept);
		ck_assert(!store_open_schema(in_folder("cut"), STORE_WRITE, &small_schema, &store, &err));
		ck_assert_int_eq(err.kind, ERROR_FAILED);
	}
	bytes_write(in_folder("cut"), bytes, count);
	store_close(small_open(in_folder("cut"), STORE_WRITE));
}
END_TEST

START_TEST(a_foreign_database_is_left_as_it_was)
{
	static unsigned char before[1 << 16], after[1 << 16];
	database_make(in_folder("foreign"), "CREATE TABLE t (a); INSERT INTO t VALUES (1);");
	size_t count = file_read(in_folder("foreign"), before, sizeof(before));
	refused_both_ways(in_folder("foreign"), ERROR_FAILED, "not an office");
	ck_assert_uint_eq(file_read(in_folder("foreign"), after, sizeof(after)), count);
	ck_assert_mem_eq(before, after, count);
	ck_assert(!file_there(in_folder("foreign-wal")));
}
END_TEST

START_TEST(a_newer_file_is_refused_and_an_unversioned_too)
{
	office_make(in_folder("newer"));
	database_make(in_folder("newer"), "PRAGMA user_version = 7;");
	refused_both_ways(in_folder("newer"), ERROR_FAILED, "newer kansli");
	refused_both_ways(in_folder("newer"), ERROR_FAILED, "version 7");
	database_make(in_folder("newer"), "PRAGMA user_version = 0;");
	refused_both_ways(in_folder("newer"), ERROR_FAILED, "no version");
	database_make(in_folder("newer"), "PRAGMA user_version = -3;");
	refused_both_ways(in_folder("newer"), ERROR_FAILED, "no version");
	database_make(in_folder("newer"), "PRAGMA user_version = 1;");
	store_close(small_open(in_folder("newer"), STORE_WRITE));
}
END_TEST

START_TEST(an_office_in_another_encoding_is_refused)
{
	struct store *store = NULL;
	struct error err = {0};
	struct store_schema schema = small_schema;
	schema.settings = "PRAGMA encoding = 'UTF-8';\n";
	database_make(in_folder("wide"), "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (a);"
					 "PRAGMA application_id = 1262571091; PRAGMA user_version = 1;");
	ck_assert(!store_open_schema(in_folder("wide"), STORE_WRITE, &schema, &store, &err));
	ck_assert_msg(strstr(err.text, "UTF-16le") != NULL, "%s", err.text);
}
END_TEST

START_TEST(a_file_one_may_not_touch_is_refused_in_words)
{
	office_make(in_folder("locked-away"));
	ck_assert_int_eq(chmod(in_folder("locked-away"), 0000), 0);
	ck_assert_int_eq(chmod(in_folder(""), 0755), 0);
	if (geteuid() == 0)
		ck_assert_int_eq(seteuid(65534), 0);
	refused_both_ways(in_folder("locked-away"), ERROR_FAILED, "rights of the file");
	if (getuid() == 0)
		ck_assert_int_eq(seteuid(0), 0);
}
END_TEST

/* A folder nobody but its owner can write in, and somebody else (or, without rights to be, its owner) in it. */
static void folder_close(const char *path)
{
	ck_assert_int_eq(chmod(in_folder(""), 0755), 0);
	ck_assert_int_eq(chmod(path, 0555), 0);
	if (geteuid() == 0)
		ck_assert_int_eq(seteuid(65534), 0);
}

START_TEST(a_copy_can_be_read_where_nothing_can_be_written)
{
	ck_assert_int_eq(mkdir(in_folder("sealed"), 0755), 0);
	struct store *store = small_open(in_folder("sealed/office"), STORE_CREATE);
	small_begin(store);
	small_add(store, "one", 1);
	small_commit(store);
	ck_assert(store_backup(store, in_folder("sealed/copy"), false, NULL));
	store_close(store);
	ck_assert_int_eq(chmod(in_folder("sealed/office"), 0444), 0);
	ck_assert_int_eq(chmod(in_folder("sealed/copy"), 0444), 0);
	folder_close(in_folder("sealed"));
	store = small_open(in_folder("sealed/copy"), STORE_READ);
	ck_assert_int_eq(small_count(store), 1);
	ck_assert_int_eq(store_check(store, NULL, NULL), 0);
	store_close(store);
	refused(in_folder("sealed/copy"), STORE_WRITE, ERROR_FAILED, "written by you");
	refused_both_ways(in_folder("sealed/office"), ERROR_FAILED, "written by you");
	refused(in_folder("sealed/new"), STORE_CREATE, ERROR_FAILED, "sealed/new");
	if (getuid() == 0)
		ck_assert_int_eq(seteuid(0), 0);
	ck_assert_int_eq(chmod(in_folder("sealed"), 0755), 0);
}
END_TEST

START_TEST(network_disks_are_known)
{
	static const long network[] = {0x6969, 0xff534d42, (long)(int)0xff534d42, 0xfe534d42, 0x517b, 0x5346414f};
	static const long local[] = {0xef53, 0x58465342, 0x9123683e, 0x01021994, 0x794c7630, 0x2fc12fc1};
	for (size_t i = 0; i < sizeof(network) / sizeof(*network); i++)
		ck_assert_msg(filesystem_is_network(network[i]), "%lx", network[i]);
	for (size_t i = 0; i < sizeof(local) / sizeof(*local); i++)
		ck_assert_msg(!filesystem_is_network(local[i]), "%lx", local[i]);
}
END_TEST

START_TEST(network_disks_in_user_space_are_known_by_their_mount)
{
	static const char mounts[] = "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n"
				     "40 22 0:37 / /home/a rw shared:3 - fuse.sshfs b@c:/srv rw,user_id=0\n"
				     "41 22 0:38 / /home/b rw - fuse.gocryptfs /srv/b rw";
	ck_assert(mount_is_network(mounts, 0, 37));
	ck_assert(!mount_is_network(mounts, 0, 38));
	ck_assert(!mount_is_network(mounts, 254, 1));
	ck_assert(!mount_is_network(mounts, 0, 99));
	ck_assert(!mount_is_network("", 0, 37));
	ck_assert(!mount_is_network("\n40 22 0:37 no type\n41 22 0:38 / /a rw - fuse.sshfs b", 0, 37));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("refusal");
	TCase *refusal = tcase_create("refusal");
	tcase_add_unchecked_fixture(refusal, folder_make, folder_drop);
	tcase_add_test(refusal, a_file_that_is_not_there_is_missing);
	tcase_add_test(refusal, a_symbolic_link_is_refused);
	tcase_add_test(refusal, a_folder_may_be_a_link);
	tcase_add_test(refusal, a_second_name_for_the_same_file_is_refused);
	tcase_add_test(refusal, a_pipe_is_refused_without_waiting);
	tcase_add_test(refusal, an_empty_file_is_refused);
	tcase_add_test(refusal, random_bytes_are_refused);
	tcase_add_test(refusal, a_truncated_office_is_refused);
	tcase_add_test(refusal, a_foreign_database_is_left_as_it_was);
	tcase_add_test(refusal, a_newer_file_is_refused_and_an_unversioned_too);
	tcase_add_test(refusal, an_office_in_another_encoding_is_refused);
	tcase_add_test(refusal, a_file_one_may_not_touch_is_refused_in_words);
	tcase_add_test(refusal, a_copy_can_be_read_where_nothing_can_be_written);
	tcase_add_test(refusal, network_disks_are_known);
	tcase_add_test(refusal, network_disks_in_user_space_are_known_by_their_mount);
	suite_add_tcase(suite, refusal);
	return suite_run(suite);
}
