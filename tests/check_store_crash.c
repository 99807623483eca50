/* Killed, out of room, out of memory: what was answered "saved" is there, and nothing is there by halves. */
#include "store_office.h"
#include <sys/resource.h>

enum { ROUNDS = 20, WRITERS = 2 };

/* Saves pairs without end and tells of each that is saved. */
static _Noreturn void writer_run(const char *path, int first, int tell)
{
	struct store *store = small_open(path, STORE_WRITE);
	for (int i = first;; i += WRITERS) {
		if (!store_begin(store, NULL))
			_exit(1);
		if (!small_pair(store, i, NULL) || !store_commit(store, NULL))
			_exit(1);
		if (write(tell, &i, sizeof(i)) != sizeof(i))
			_exit(1);
	}
}

struct writer {
	pid_t process;
	int told, next; /* the pipe; the next pair it would tell of */
};

static struct writer writer_start(const char *path, int first)
{
	int ends[2];
	ck_assert_int_eq(pipe(ends), 0);
	pid_t child = fork();
	ck_assert_int_ge(child, 0);
	if (child == 0)
		writer_run(path, first, ends[1]);
	close(ends[1]);
	return (struct writer){child, ends[0], first};
}

static bool told_read(struct writer *writer)
{
	int which;
	if (read(writer->told, &which, sizeof(which)) != sizeof(which))
		return false;
	ck_assert_int_eq(which, writer->next);
	writer->next += WRITERS;
	return true;
}

static void writer_end(struct writer *writer)
{
	int status;
	ck_assert_int_eq(kill(writer->process, SIGKILL), 0);
	ck_assert_int_eq(waitpid(writer->process, &status, 0), writer->process);
	ck_assert_msg(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "the writer gave up by itself");
	while (told_read(writer))
		; /* told before it was killed */
	close(writer->told);
}

START_TEST(what_a_killed_program_had_saved_is_there_whole)
{
	const char *path = in_folder("killed");
	int next[WRITERS] = {0, 1};
	store_close(small_open(path, STORE_CREATE));
	for (int round = 0; round < ROUNDS; round++) {
		struct writer writers[WRITERS];
		for (int i = 0; i < WRITERS; i++)
			writers[i] = writer_start(path, next[i]);
		for (int told = 0; told < 1 + round % 7; told++)
			ck_assert(told_read(&writers[0]));
		for (int i = 0; i < WRITERS; i++)
			writer_end(&writers[i]);
		struct store *store = small_open(path, STORE_WRITE);
		for (int i = 0; i < WRITERS; i++) {
			for (int pair = next[i]; pair < writers[i].next; pair += WRITERS)
				ck_assert_int_eq(small_pair_count(store, pair), 2);
			int untold = small_pair_count(store, writers[i].next);
			ck_assert_int_ne(untold, 1); /* saved without having told, or not saved */
			next[i] = writers[i].next + (untold ? WRITERS : 0);
		}
		ck_assert_int_eq(store_check(store, NULL, NULL), 0);
		store_close(store);
	}
}
END_TEST

START_TEST(a_file_that_may_not_grow_is_told_and_left_whole)
{
	struct store *store = small_open(in_folder("room"), STORE_CREATE);
	struct rlimit before, tight;
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct error err = {0};
	size_t bytes = 400000;
	char *text = memory_take(bytes + 1);
	memset(text, 'x', bytes);
	text[bytes] = '\0';
	ck_assert_int_eq(sigaction(SIGXFSZ, &ignore, NULL), 0);
	small_begin(store);
	small_add(store, "before", 1);
	small_commit(store);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
	tight = before;
	tight.rlim_cur = 100000;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &tight), 0);
	small_begin(store);
	bool saved = store_run(store, small(SMALL_ADD), BINDS(BIND("name", text), BIND("ore", 1), bind_null("seal")),
			     &err) &&
		     store_commit(store, &err);
	store_rollback(store);
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
	ck_assert(!saved && store_idle(store));
	ck_assert_msg(err.kind == ERROR_FAILED && err.text[0], "%s", err.text);
	ck_assert_int_eq(small_count(store), 1);
	small_begin(store);
	small_add(store, "after", 1);
	small_commit(store);
	ck_assert_int_eq(store_check(store, NULL, NULL), 0);
	store_close(store);
	free(text);
}
END_TEST

/* Saves a large pair with little memory left; answers how the process ended. */
static int memory_ends(const char *path, int64_t room)
{
	pid_t child = fork();
	if (child == 0) {
		struct store *store = small_open(path, STORE_WRITE);
		(void)!freopen("/dev/null", "w", stderr); /* the farewell */
		sqlite3_hard_heap_limit64(sqlite3_memory_used() + room);
		writer_run(path, 0, -1);
		store_close(store);
	}
	int status;
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	return status;
}

START_TEST(when_memory_ends_the_program_does_and_nothing_is_there_by_halves)
{
	const char *path = in_folder("memory");
	int aborted = 0;
	store_close(small_open(path, STORE_CREATE));
	for (int64_t room = 0; room < 80000; room += 4000) {
		int status = memory_ends(path, room);
		aborted += WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
		ck_assert(WIFSIGNALED(status) ? WTERMSIG(status) == SIGABRT : WEXITSTATUS(status) == 1);
		struct store *store = small_open(path, STORE_READ);
		ck_assert_int_ne(small_pair_count(store, 0), 1);
		ck_assert_int_eq(store_check(store, NULL, NULL), 0);
		store_close(store);
	}
	ck_assert_int_gt(aborted, 3);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("crash");
	TCase *crash = tcase_create("crash");
	tcase_set_timeout(crash, 60);
	tcase_add_unchecked_fixture(crash, folder_make, folder_drop);
	tcase_add_test(crash, what_a_killed_program_had_saved_is_there_whole);
	tcase_add_test(crash, a_file_that_may_not_grow_is_told_and_left_whole);
	tcase_add_test(crash, when_memory_ends_the_program_does_and_nothing_is_there_by_halves);
	suite_add_tcase(suite, crash);
	return suite_run(suite);
}
