/* A terminal that takes nothing more, on every screen of the real program: nobody else waits for it. While the line is
 * stopped, the program is, or nobody reads what it writes, another process saves, the queue of writers is free, and no
 * open look keeps the write-ahead log from being emptied. The limits are what only something held would reach. */
#include "walk.h"

#include "casework/application.h"
#include "casework/note.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT_MS = 5000, REDRAWS = 64, SURE = 5 };

static struct error err[1];
#define OK(call) ck_assert_msg(call, "%s", err->text)

/* ---- what another process can do */

/* Both places of the side file: the door and the desk. */
static bool queue_free(void)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 2};
	char path[128];
	int file;

	snprintf(path, sizeof path, "%s-lock", real_office());
	file = open(path, O_RDWR | O_CLOEXEC);
	ck_assert_int_ge(file, 0);
	ck_assert_int_eq(fcntl(file, F_OFD_GETLK, &lock), 0);
	close(file);
	return lock.l_type == F_UNLCK;
}

static sqlite3 *office_bare(int patience_ms)
{
	sqlite3 *db;

	ck_assert_int_eq(sqlite3_open_v2(real_office(), &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_busy_timeout(db, patience_ms);
	return db;
}

/* The log can be emptied when nobody looks at the office through it and nobody writes. */
static bool log_free(int patience_ms)
{
	sqlite3 *db = office_bare(patience_ms);
	sqlite3_stmt *statement;
	bool freed;

	ck_assert_int_eq(sqlite3_prepare_v2(db, "PRAGMA wal_checkpoint(TRUNCATE)", -1, &statement, NULL), SQLITE_OK);
	freed = sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) == 0;
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return freed;
}

static struct casework *office_other(void)
{
	struct casework_who who = {.login = "goran", .as = "goran"};
	struct casework *cw;

	OK(casework_open(real_office(), STORE_WRITE, &who, &cw, err));
	return cw;
}

static void note_save(struct casework *cw)
{
	struct note_change note = {.occurred_on = "2026-11-20", .way = "phone", .said = "Regionen ringde."};
	int64_t application;
	int n;

	OK(application_find(cw, "4-2026", &application, err));
	OK(note_add(cw, NULL, application, &note, &n, err)); /* refused as busy after the limit */
}

static void nobody_waits(struct casework *other, const struct walk *walk, const char *how)
{
	note_save(other);
	ck_assert_msg(queue_free(), "%s (%s), %s: the queue is held", walk->name, walk->as, how);
	ck_assert_msg(log_free(LIMIT_MS), "%s (%s), %s: a look is open", walk->name, walk->as, how);
}

/* ---- the ways to stop */

static int line_open(const struct bench *bench)
{
	char name[128];
	int line;

	ck_assert_int_eq(ptsname_r(bench_terminal(bench), name, sizeof name), 0);
	line = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	ck_assert_int_ge(line, 0);
	return line;
}

static bool input_waits(int line)
{
	int bytes = 0;

	ck_assert_int_eq(ioctl(line, FIONREAD, &bytes), 0);
	return bytes > 0;
}

/* Ctrl-S with work to do: all is read anew, and a frame waits for the line. */
static void line_stopped(struct bench *bench, struct casework *other, const struct walk *walk)
{
	int line = line_open(bench);

	bench_freeze(bench, true);
	bench_send(bench, "r\f", 2);
	while (input_waits(line))
		ck_assert(bench_quiet(bench, 1)); /* nothing can come; the program reads all the same */
	nobody_waits(other, walk, "the line stopped");
	bench_freeze(bench, false);
	bench_settle(bench);
	close(line);
}

static void program_stopped(struct bench *bench, struct casework *other, const struct walk *walk)
{
	int status;

	bench_signal(bench, SIGSTOP);
	ck_assert_int_eq(waitpid((pid_t)bench_program(bench), &status, WUNTRACED), (pid_t)bench_program(bench));
	ck_assert(WIFSTOPPED(status));
	nobody_waits(other, walk, "the program stopped");
	bench_continue(bench);
	bench_press(bench, "Ctrl-L");
}

static char program_state(const struct bench *bench)
{
	char path[64], text[256], state = '?';
	FILE *in;

	snprintf(path, sizeof path, "/proc/%ld/stat", bench_program(bench));
	in = fopen(path, "r");
	ck_assert_ptr_nonnull(in);
	if (fgets(text, sizeof text, in) && strrchr(text, ')'))
		state = strrchr(text, ')')[2];
	fclose(in);
	return state;
}

/* It sleeps with keys to read, which it does only in the middle of writing. False when it has taken the keys. */
static bool writing_blocked(const struct bench *bench, int line)
{
	int seen = 0;

	while (seen < SURE && input_waits(line)) {
		seen = program_state(bench) == 'S' ? seen + 1 : 0;
		sched_yield();
	}
	return seen == SURE;
}

/* Nobody reads: more frames are asked for than the line holds, so that the last waits before it is written, or on its
 * way out. */
static void line_unread(struct bench *bench, struct casework *other, const struct walk *walk)
{
	int line = line_open(bench);

	for (int i = 0; i < REDRAWS; i++) {
		bench_send_unread(bench, "\f", 1);
		if (writing_blocked(bench, line))
			break;
	}
	nobody_waits(other, walk, "nobody reading");
	bench_settle(bench);
	close(line);
}

static void every_screen(void (*stop)(struct bench *, struct casework *, const struct walk *))
{
	struct casework *other = office_other();

	for (const struct walk *walk = walks; walk->name;) {
		struct bench *bench = real_open(walk->as, (struct bench_options){.rows = 24});

		for (int left = walk_person(walk); left; left--, walk++) {
			walk_to(bench, walk);
			stop(bench, other, walk);
			walk_home(bench);
		}
		real_close(bench);
	}
	casework_close(other);
}

/* ---- claims */

START_TEST(a_stopped_line_keeps_nobody_waiting)
{
	every_screen(line_stopped);
}
END_TEST

START_TEST(a_stopped_program_keeps_nobody_waiting)
{
	every_screen(program_stopped);
}
END_TEST

START_TEST(a_line_nobody_reads_keeps_nobody_waiting)
{
	every_screen(line_unread);
}
END_TEST

START_TEST(a_look_left_open_and_a_held_queue_are_found)
{
	struct casework *other = office_other();
	sqlite3 *held = office_bare(0);
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1};
	char path[128];
	int file;

	note_save(other);
	ck_assert(queue_free() && log_free(0));
	ck_assert_int_eq(sqlite3_exec(held, "BEGIN; SELECT * FROM note", NULL, NULL, NULL), SQLITE_OK);
	note_save(other); /* a look does not stop who writes */
	ck_assert(queue_free() && !log_free(0));
	ck_assert_int_eq(sqlite3_exec(held, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	ck_assert(log_free(0));
	snprintf(path, sizeof path, "%s-lock", real_office());
	file = open(path, O_RDWR | O_CLOEXEC);
	ck_assert_int_eq(fcntl(file, F_OFD_SETLK, &lock), 0);
	ck_assert(!queue_free());
	close(file);
	sqlite3_close(held);
	casework_close(other);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_stopped_line_keeps_nobody_waiting, a_stopped_program_keeps_nobody_waiting,
		a_line_nobody_reads_keeps_nobody_waiting, a_look_left_open_and_a_held_queue_are_found, NULL};

	real_hastens = true;
	return real_run("screen frozen", claims, 120);
}
