/* Files are written whole or not at all, and nothing else is left in the folder. */
#include "base/file.h"
#include "claims.h"
#include "folder.h"
#include <dirent.h>
#include <sys/resource.h>

static char folder[64], target[96];

static void folder_make(void)
{
	ck_assert(folder_new(folder, "file"));
	snprintf(target, sizeof(target), "%s/plan.csv", folder);
}

/* Empties and removes the folder; answers how many names were in it. */
static int folder_drop(void)
{
	int count = 0;
	DIR *open = opendir(folder);
	ck_assert_ptr_nonnull(open);
	for (struct dirent *entry; (entry = readdir(open));) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		count++;
		unlinkat(dirfd(open), entry->d_name, 0);
	}
	closedir(open);
	ck_assert_int_eq(rmdir(folder), 0);
	return count;
}

static void ck_holds(const char *path, const char *text)
{
	struct buffer bytes;
	struct error err = {0};
	buffer_init(&bytes);
	ck_assert_msg(file_read(path, 1000, &bytes, &err), "%s", err.text);
	ck_assert_str_eq(bytes.text, text);
	buffer_done(&bytes);
}

static bool put(const char *text, bool force, struct error *err)
{
	return file_write(target, text, strlen(text), force, 0600, err);
}

START_TEST(a_file_is_written_whole_and_alone)
{
	struct error err = {0};
	folder_make();
	ck_assert_msg(put("a;b\r\n", false, &err), "%s", err.text);
	ck_holds(target, "a;b\r\n");
	struct stat facts;
	ck_assert_int_eq(stat(target, &facts), 0);
	ck_assert_int_eq(facts.st_mode & 07777, 0600);
	ck_assert_int_eq(folder_drop(), 1);
}
END_TEST

START_TEST(a_bare_name_lands_in_the_working_folder)
{
	struct error err = {0};
	folder_make();
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert_msg(file_write("plan.csv", "x", 1, false, 0600, &err), "%s", err.text);
	ck_holds(target, "x");
	ck_assert_int_eq(folder_drop(), 1);
}
END_TEST

START_TEST(an_existing_file_stays_unless_forced)
{
	struct error err = {0};
	folder_make();
	ck_assert(put("old", false, &err));
	ck_assert(!put("new", false, &err));
	ck_assert_int_eq(err.kind, ERROR_CONFLICT);
	ck_assert_ptr_nonnull(strstr(err.text, "untouched"));
	ck_holds(target, "old");
	ck_assert(put("new", true, &err));
	ck_holds(target, "new");
	ck_assert_int_eq(folder_drop(), 1);
}
END_TEST

START_TEST(a_file_that_came_meanwhile_stays)
{
	struct error err = {0};
	struct file_draft draft = {0};
	folder_make();
	ck_assert(file_begin(&draft, target, false, 0600, &err));
	ck_assert(file_add(&draft, "mine", 4, &err));
	int handle = open(target, O_WRONLY | O_CREAT | O_EXCL, 0600);
	ck_assert_int_eq(write(handle, "theirs", 6), 6);
	close(handle);
	ck_assert(!file_commit(&draft, &err));
	ck_assert_int_eq(err.kind, ERROR_CONFLICT);
	ck_holds(target, "theirs");
	ck_assert_int_eq(folder_drop(), 1);
}
END_TEST

START_TEST(a_dropped_draft_leaves_nothing)
{
	struct error err = {0};
	struct file_draft draft = {0};
	folder_make();
	file_drop(&draft);
	ck_assert(file_begin(&draft, target, false, 0600, &err));
	ck_assert(file_add(&draft, "half", 4, &err));
	file_drop(&draft);
	file_drop(&draft);
	ck_assert_int_eq(folder_drop(), 0);
}
END_TEST

START_TEST(a_disk_that_ends_leaves_nothing)
{
	struct error err = {0};
	char much[4096] = {0};
	folder_make();
	signal(SIGXFSZ, SIG_IGN);
	struct rlimit limit = {.rlim_cur = 1000, .rlim_max = 1000};
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	ck_assert(!file_write(target, much, sizeof(much), false, 0600, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert_ptr_nonnull(strstr(err.text, "No half file is left behind."));
	ck_assert_int_eq(folder_drop(), 0);
}
END_TEST

START_TEST(a_link_or_a_folder_never_gives_way)
{
	struct error err = {0};
	folder_make();
	ck_assert_int_eq(symlink("elsewhere", target), 0);
	ck_assert(!put("x", true, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert_int_eq(folder_drop(), 1);
	folder_make();
	snprintf(target, sizeof(target), "%s", folder);
	ck_assert(!put("x", true, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert_int_eq(folder_drop(), 0);
}
END_TEST

START_TEST(a_folder_that_is_not_there_is_missing)
{
	struct error err = {0};
	folder_make();
	snprintf(target, sizeof(target), "%s/none/plan.csv", folder);
	ck_assert(!put("x", false, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	ck_assert_int_eq(folder_drop(), 0);
}
END_TEST

static enum error_kind read_kind(const char *path, size_t most)
{
	struct buffer bytes;
	struct error err = {0};
	buffer_init(&bytes);
	buffer_text(&bytes, "before");
	ck_assert(!file_read(path, most, &bytes, &err));
	ck_assert_str_eq(bytes.text, "before");
	buffer_done(&bytes);
	return err.kind;
}

START_TEST(what_cannot_be_read_is_refused_and_the_buffer_kept)
{
	struct error err = {0};
	folder_make();
	ck_assert_int_eq(read_kind(target, 10), ERROR_MISSING);
	ck_assert_int_eq(read_kind(folder, 10), ERROR_INVALID);
	ck_assert_int_eq(mkfifo(target, 0600), 0);
	ck_assert_int_eq(read_kind(target, 10), ERROR_INVALID);
	ck_assert_int_eq(unlink(target), 0);
	ck_assert(put("12345678901", false, &err));
	ck_assert_int_eq(read_kind(target, 10), ERROR_INVALID);
	ck_assert_int_eq(folder_drop(), 1);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_file_is_written_whole_and_alone, a_bare_name_lands_in_the_working_folder,
		an_existing_file_stays_unless_forced, a_file_that_came_meanwhile_stays, a_dropped_draft_leaves_nothing,
		a_disk_that_ends_leaves_nothing, a_link_or_a_folder_never_gives_way,
		a_folder_that_is_not_there_is_missing, what_cannot_be_read_is_refused_and_the_buffer_kept, NULL};
	return claims_run("base file", claims, 20);
}
