/* The queue: fair between processes, left when patience ends, and never in anybody's way afterwards. */
#include "store_office.h"

enum { WRITERS = 4, TURNS = 600 };

/* What one writer did, sent to the test through a pipe. */
struct tally {
	int turns, refused;
};

static int64_t counter_read(struct store *store)
{
	struct rows rows;
	struct error err = {0};
	ck_assert_msg(store_ask(store, small(SMALL_COUNTER), BINDS_NONE, &rows, &err), "%s", err.text);
	ck_assert(rows_next(&rows));
	int64_t value = rows_number(&rows, "value");
	ck_assert(rows_done(&rows, &err));
	return value;
}

/* Counts up, one change a turn, until all writers together have had their turns. */
static _Noreturn void writer_run(const char *path, int start, int report)
{
	struct store *store = small_open(path, STORE_WRITE);
	struct tally tally = {0};
	char go;
	if (read(start, &go, 1) != 0) /* the pipe's end: all have opened */
		_exit(1);
	while (counter_read(store) < TURNS) {
		if (!store_begin(store, NULL)) {
			tally.refused++;
			continue;
		}
		if (!store_run(store, small(SMALL_COUNTER_NEXT), BINDS_NONE, NULL) || !store_commit(store, NULL))
			_exit(1);
		tally.turns++;
	}
	store_close(store);
	_exit(write(report, &tally, sizeof(tally)) == sizeof(tally) ? 0 : 1);
}

static bool evenly_shared(const struct tally *tallies, int count)
{
	int least = INT_MAX, most = 0;
	for (int i = 0; i < count; i++) {
		least = tallies[i].turns < least ? tallies[i].turns : least;
		most = tallies[i].turns > most ? tallies[i].turns : most;
	}
	return least * 2 >= most;
}

START_TEST(the_queue_is_fair_and_loses_no_change)
{
	const char *path = in_folder("fair");
	int start[2], report[2];
	struct tally tallies[WRITERS] = {{0}};
	int turns = 0;
	store_close(small_open(path, STORE_CREATE));
	ck_assert(pipe(start) == 0 && pipe(report) == 0);
	for (int i = 0; i < WRITERS; i++) {
		pid_t child = fork();
		if (child == 0) {
			close(start[1]);
			writer_run(path, start[0], report[1]);
		}
		ck_assert_int_gt(child, 0);
	}
	close(start[1]);
	for (int i = 0; i < WRITERS; i++) {
		int status;
		ck_assert_int_eq(read(report[0], &tallies[i], sizeof(tallies[i])), sizeof(tallies[i]));
		ck_assert_int_gt(wait(&status), 0);
		ck_assert_int_eq(status, 0);
		ck_assert_int_eq(tallies[i].refused, 0);
		turns += tallies[i].turns;
	}
	struct store *store = small_open(path, STORE_READ);
	ck_assert_int_eq(counter_read(store), turns);
	store_close(store);
	ck_assert_msg(evenly_shared(tallies, WRITERS), "turns: %d %d %d %d", tallies[0].turns, tallies[1].turns,
		tallies[2].turns, tallies[3].turns);
}
END_TEST

START_TEST(an_uneven_queue_would_be_noticed)
{
	const struct tally uneven[] = {{23, 0}, {22, 0}, {1, 0}, {20, 0}},
			   even[] = {{15, 0}, {16, 0}, {15, 0}, {16, 0}};
	ck_assert(!evenly_shared(uneven, 4));
	ck_assert(evenly_shared(even, 4));
}
END_TEST

/* ---- patience */

struct waiting {
	int asked, leave_after;
	int waited[64];
	struct store *frees; /* ends its write at the first question */
};

static bool wait_ask(void *with, int waited_ms)
{
	struct waiting *waiting = with;
	if (waiting->asked < 64)
		waiting->waited[waiting->asked] = waited_ms;
	waiting->asked++;
	if (waiting->frees && waiting->asked == 1)
		small_commit(waiting->frees);
	return waiting->leave_after && waiting->asked >= waiting->leave_after;
}

static struct store *holder, *waiter;

static void two_open(void)
{
	char name[32];
	snprintf(name, sizeof(name), "two-%d", (int)getpid());
	holder = small_open(in_folder(name), STORE_CREATE);
	waiter = small_open(in_folder(name), STORE_WRITE);
}

static void two_close(void)
{
	store_close(holder);
	store_close(waiter);
}

START_TEST(a_wait_ends_when_patience_does)
{
	struct waiting waiting = {.leave_after = 3};
	struct error err = {0};
	small_begin(holder);
	store_set_patience(waiter, wait_ask, &waiting);
	ck_assert(!store_begin(waiter, &err));
	ck_assert_int_eq(err.kind, ERROR_BUSY);
	ck_assert_int_eq(waiting.asked, 3);
	for (int i = 0; i < 3; i++)
		ck_assert_int_ge(waiting.waited[i], 190 * (i + 1)); /* in slices of 200 ms */
	ck_assert(store_idle(waiter));
	small_commit(holder);
	small_begin(waiter);
	small_commit(waiter);
}
END_TEST

START_TEST(a_wait_ends_with_the_turn)
{
	struct waiting waiting = {.frees = holder};
	small_begin(holder);
	small_add(holder, "first", 1);
	store_set_patience(waiter, wait_ask, &waiting);
	small_begin(waiter);
	ck_assert_int_eq(waiting.asked, 1);
	ck_assert_int_eq(small_count(waiter), 1);
	small_commit(waiter);
}
END_TEST

START_TEST(nobody_waits_longer_than_five_seconds)
{
	struct waiting waiting = {0};
	struct error err = {0};
	int64_t before = moment_ms();
	small_begin(holder);
	store_set_patience(waiter, wait_ask, &waiting);
	ck_assert(!store_begin(waiter, &err));
	ck_assert_int_eq(err.kind, ERROR_BUSY);
	ck_assert_msg(strstr(err.text, "5 seconds") != NULL, "%s", err.text);
	ck_assert_int_ge(moment_ms() - before, 5000);
	ck_assert_int_ge(waiting.asked, 5);
	store_rollback(holder);
}
END_TEST

START_TEST(a_program_outside_the_queue_is_waited_for_with_patience_too)
{
	struct waiting waiting = {.leave_after = 2};
	struct error err = {0};
	struct arena arena;
	sqlite3 *outsider;
	ck_assert_int_eq(sqlite3_open(store_path(holder), &outsider), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(outsider, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	store_set_patience(waiter, wait_ask, &waiting);
	ck_assert(!store_begin(waiter, &err));
	ck_assert_int_eq(err.kind, ERROR_BUSY);
	ck_assert_int_eq(waiting.asked, 2);
	ck_assert_int_eq(sqlite3_exec(outsider, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	arena_init(&arena);
	ck_assert_str_eq(store_setting(waiter, "busy_timeout", &arena), "5000");
	arena_done(&arena);
	small_begin(holder); /* the queue was left again */
	small_commit(holder);
	sqlite3_close(outsider);
}
END_TEST

static void alarm_other(int number)
{
	(void)number;
}

START_TEST(the_alarm_is_given_back_as_it_was)
{
	struct waiting waiting = {.leave_after = 1};
	struct sigaction before = {.sa_handler = alarm_other, .sa_flags = SA_RESTART}, after;
	sigset_t blocked, mask;
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGALRM);
	sigaddset(&blocked, SIGHUP);
	ck_assert_int_eq(sigprocmask(SIG_BLOCK, &blocked, NULL), 0);
	ck_assert_int_eq(sigaction(SIGALRM, &before, NULL), 0);
	small_begin(holder);
	store_set_patience(waiter, wait_ask, &waiting);
	ck_assert(!store_begin(waiter, NULL));
	ck_assert_int_eq(sigaction(SIGALRM, NULL, &after), 0);
	ck_assert(after.sa_handler == alarm_other && (after.sa_flags & SA_RESTART));
	ck_assert_int_eq(sigprocmask(SIG_SETMASK, NULL, &mask), 0);
	ck_assert(sigismember(&mask, SIGALRM) == 1 && sigismember(&mask, SIGHUP) == 1);
	ck_assert_int_eq(sigpending(&mask), 0);
	ck_assert_int_eq(sigismember(&mask, SIGALRM), 0);
	store_rollback(holder);
}
END_TEST

/* ---- the side file */

START_TEST(a_killed_writer_leaves_the_queue_and_saves_nothing)
{
	const char *path = store_path(holder);
	pid_t child = fork();
	if (child == 0) {
		struct store *store = small_open(path, STORE_WRITE);
		small_begin(store);
		small_add(store, "half", 1);
		raise(SIGKILL);
	}
	int status;
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	small_begin(waiter);
	ck_assert_int_eq(small_count(waiter), 0);
	small_commit(waiter);
}
END_TEST

START_TEST(a_removed_side_file_does_not_make_two_queues)
{
	struct waiting waiting = {.leave_after = 1};
	char name[300];
	snprintf(name, sizeof(name), "%s-lock", store_path(holder));
	small_begin(holder);
	small_commit(holder);
	ck_assert_int_eq(unlink(name), 0);
	small_begin(waiter); /* makes a new one */
	store_set_patience(holder, wait_ask, &waiting);
	ck_assert(!store_begin(holder, NULL));
	ck_assert_int_eq(waiting.asked, 1);
	small_commit(waiter);
}
END_TEST

START_TEST(the_side_file_is_not_inherited_by_other_programs)
{
	small_begin(holder);
	ck_assert_int_ge(holder->queue, 0);
	ck_assert(fcntl(holder->queue, F_GETFD) & FD_CLOEXEC);
	small_commit(holder);
}
END_TEST

START_TEST(a_side_file_that_is_no_file_is_refused)
{
	char name[300];
	struct error err = {0};
	snprintf(name, sizeof(name), "%s-lock", store_path(holder));
	ck_assert_int_eq(mkfifo(name, 0600), 0);
	ck_assert(!store_begin(holder, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert_int_eq(unlink(name), 0);
	bytes_write(in_folder("victim"), "mine", 4);
	ck_assert_int_eq(symlink(in_folder("victim"), name), 0);
	ck_assert(!store_begin(holder, &err));
	ck_assert_int_eq(unlink(name), 0);
	small_begin(holder);
	small_commit(holder);
}
END_TEST

START_TEST(memory_has_no_queue)
{
	struct store *store = small_memory();
	small_begin(store);
	ck_assert_int_eq(store->queue, -1);
	small_commit(store);
	store_close(store);
	ck_assert(!file_there(":memory:-lock"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("queue");
	TCase *fair = tcase_create("fair"), *patience = tcase_create("patience");
	tcase_set_timeout(fair, 60);
	tcase_add_unchecked_fixture(fair, folder_make, folder_drop);
	tcase_add_test(fair, the_queue_is_fair_and_loses_no_change);
	tcase_add_test(fair, an_uneven_queue_would_be_noticed);
	tcase_add_test(fair, memory_has_no_queue);
	tcase_set_timeout(patience, 60);
	tcase_add_unchecked_fixture(patience, folder_make, folder_drop);
	tcase_add_checked_fixture(patience, two_open, two_close);
	tcase_add_test(patience, a_wait_ends_when_patience_does);
	tcase_add_test(patience, a_wait_ends_with_the_turn);
	tcase_add_test(patience, nobody_waits_longer_than_five_seconds);
	tcase_add_test(patience, a_program_outside_the_queue_is_waited_for_with_patience_too);
	tcase_add_test(patience, the_alarm_is_given_back_as_it_was);
	tcase_add_test(patience, a_killed_writer_leaves_the_queue_and_saves_nothing);
	tcase_add_test(patience, a_removed_side_file_does_not_make_two_queues);
	tcase_add_test(patience, the_side_file_is_not_inherited_by_other_programs);
	tcase_add_test(patience, a_side_file_that_is_no_file_is_refused);
	suite_add_tcase(suite, fair);
	suite_add_tcase(suite, patience);
	return suite_run(suite);
}
