/* The bench: starting, sending, waiting for marks. What it shows is in bench_screen.c. */
#include "bench_inner.h"

#include "tui/key.h"
#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

enum { PATIENCE_MS = 30000, ENVIRONMENT = 48 };
#define MARK_OPEN "\033]8888;"

/* ---- the program's side */

static int arguments_make(const struct bench_options *options, const char *out[ENVIRONMENT])
{
	int count = 0;
	out[count++] = options->program;
	for (int i = 0; options->arguments != NULL && options->arguments[i] != NULL && count < ENVIRONMENT - 1; i++) {
		out[count++] = options->arguments[i];
	}
	out[count] = NULL;
	return count;
}

static void environment_make(const struct bench_options *options)
{
	static const char *const kept[] = {
		"KANSLI_LOCALEDIR", "PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TMPDIR"};
	char *values[sizeof kept / sizeof kept[0]];
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
		const char *value = getenv(kept[i]);
		values[i] = value == NULL ? NULL : strdup(value);
	}
	clearenv();
	for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
		if (values[i] != NULL) {
			setenv(kept[i], values[i], 1);
		}
	}
	setenv("KANSLI_BENCH", "1", 1);
	setenv("TZ", "Europe/Stockholm", 1);
	setenv("TERM", options->type == NULL ? "xterm-256color" : options->type, 1);
	const char *locale = options->locale == NULL ? "sv_SE.UTF-8" : options->locale;
	if (locale[0] != '\0') {
		setenv("LC_ALL", locale, 1);
	}
	for (int i = 0; options->environment != NULL && options->environment[i] != NULL; i++) {
		putenv(strdup(options->environment[i]));
	}
}

static void program_run(const struct bench_options *options)
{
	const char *arguments[ENVIRONMENT];
	char *given[ENVIRONMENT];
	int count = arguments_make(options, arguments);
	for (int i = 0; i < count; i++) {
		given[i] = strdup(arguments[i]);
	}
	given[count] = NULL;
	execv(given[0], given);
	_exit(127);
}

/* As a shell does: the program in a group of its own that has the terminal; when it stops, the shell has it. */
static void shell_run(const struct bench_options *options)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	sigaction(SIGTTOU, &ignore, NULL);
	sigaction(SIGHUP, &ignore, NULL);
	pid_t program = fork();
	if (program == 0) {
		struct sigaction usual = {.sa_handler = SIG_DFL};
		setpgid(0, 0);
		tcsetpgrp(STDIN_FILENO, getpid());
		sigaction(SIGTTOU, &usual, NULL);
		sigaction(SIGHUP, &usual, NULL);
		program_run(options);
	}
	setpgid(program, program);
	for (;;) {
		int status = 0;
		char line[64];
		waitpid(program, &status, WUNTRACED);
		tcsetpgrp(STDIN_FILENO, getpgrp());
		if (!WIFSTOPPED(status)) {
			_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
		}
		dprintf(STDOUT_FILENO, MARK_OPEN "stopped;%d\033\\", (int)program);
		if (read(STDIN_FILENO, line, sizeof line) <= 0) {
			_exit(1);
		}
		tcsetpgrp(STDIN_FILENO, program);
		kill(-program, SIGCONT);
	}
}

/* ---- reading */

static void mark_read(struct bench *bench, const char *mark)
{
	unsigned long long taken, done, sizes, kept;
	if (sscanf(mark, "%llu;%llu;%llu;%llu", &taken, &done, &sizes, &kept) == 4) {
		bench->taken = taken;
		bench->done = done;
		bench->sizes = sizes;
		bench->kept = kept;
		bench->started = true;
	} else if (strncmp(mark, "stopped", 7) == 0) {
		bench->stopped = true;
	}
}

/* The stream without its marks goes to the emulator; half a mark is kept for the next read. */
static void stream_take(struct bench *bench)
{
	char *at = bench->raw.text;
	size_t left = bench->raw.bytes;
	while (left > 0) {
		char *open = memmem(at, left, MARK_OPEN, strlen(MARK_OPEN));
		size_t plain = open == NULL ? left : (size_t)(open - at);
		if (open == NULL) {
			char *escape = memrchr(at, '\033', left);
			if (escape != NULL && (size_t)(at + left - escape) < strlen(MARK_OPEN)) {
				plain = (size_t)(escape - at);
			}
		}
		screen_feed(bench, at, plain);
		at += plain;
		left -= plain;
		char *close = open == NULL ? NULL : memmem(at, left, "\033\\", 2);
		if (close == NULL) {
			break;
		}
		*close = '\0';
		mark_read(bench, at + strlen(MARK_OPEN));
		left -= (size_t)(close + 2 - at);
		at = close + 2;
	}
	memmove(bench->raw.text, at, left);
	bench->raw.bytes = left;
}

/* False when nothing more will come. */
static bool bench_read(struct bench *bench, int ms, bool *timely)
{
	struct pollfd polled = {.fd = bench->terminal, .events = POLLIN};
	char bytes[8192];
	int came;
	do {
		came = poll(&polled, 1, ms);
	} while (came < 0 && errno == EINTR);
	*timely = came > 0;
	if (came <= 0) {
		return true;
	}
	ssize_t got = read(bench->terminal, bytes, sizeof bytes);
	if (got <= 0) {
		bench->ended = true;
		screen_feed(bench, bench->raw.text, bench->raw.bytes);
		bench->raw.bytes = 0;
		return false;
	}
	buffer_add(&bench->raw, bytes, (size_t)got);
	stream_take(bench);
	return true;
}

static void bench_more(struct bench *bench, const char *waiting_for)
{
	bool timely;
	if (bench_read(bench, PATIENCE_MS, &timely) && !timely) {
		struct arena arena;
		arena_init(&arena);
		ck_abort_msg("waited too long for %s; sent %llu, read %llu, handled %llu; the screen:\n%s", waiting_for,
			(unsigned long long)bench->sent, (unsigned long long)bench->taken,
			(unsigned long long)bench->done, bench_screen(bench, &arena));
	}
}

void bench_settle(struct bench *bench)
{
	while (!bench->ended && (!bench->started || bench->done < bench->sent)) {
		bench_more(bench, "the keys to be handled");
	}
}

void bench_taken(struct bench *bench)
{
	while (!bench->ended && bench->taken < bench->sent) {
		bench_more(bench, "the keys to be read");
	}
}

void bench_kept(struct bench *bench, uint64_t kept)
{
	while (!bench->ended && bench->kept < kept) {
		bench_more(bench, "a draft on disk");
	}
}

void bench_stopped(struct bench *bench)
{
	while (!bench->ended && !bench->stopped) {
		bench_more(bench, "the program to be suspended");
	}
}

bool bench_quiet(struct bench *bench, int ms)
{
	bool timely;
	bench_read(bench, ms, &timely);
	return !timely;
}

int bench_end(struct bench *bench)
{
	while (!bench->ended) {
		bench_more(bench, "the program to end");
	}
	if (bench->process > 0) {
		int status = 0;
		while (waitpid(bench->process, &status, 0) < 0 && errno == EINTR) {
		}
		bench->process = 0;
		bench->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	}
	return bench->status;
}

static int line_open(const struct bench *bench)
{
	char name[128];
	ck_assert_int_eq(ptsname_r(bench->terminal, name, sizeof name), 0);
	int line = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	ck_assert_int_ge(line, 0);
	return line;
}

void bench_freeze(struct bench *bench, bool frozen)
{
	int line = line_open(bench);
	ck_assert_int_eq(tcflow(line, frozen ? TCOOFF : TCOON), 0);
	close(line);
}

/* The line's modes are asked for through the program's side, held open here while the program ends. */
int bench_end_modes(struct bench *bench, struct termios *modes)
{
	int line = line_open(bench), status = 0;
	bool timely = true;
	while (waitpid(bench->process, &status, WNOHANG) == 0) {
		bench_read(bench, 50, &timely);
	}
	bench->process = 0;
	while (timely) {
		bench_read(bench, 0, &timely);
	}
	ck_assert_int_eq(tcgetattr(line, modes), 0);
	close(line);
	bench->ended = true;
	bench->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return bench->status;
}

/* ---- sending */

void bench_send(struct bench *bench, const char *bytes, size_t count)
{
	while (count > 0 && !bench->ended) {
		bool timely;
		struct pollfd polled = {.fd = bench->terminal, .events = POLLIN | POLLOUT};
		ck_assert_int_gt(poll(&polled, 1, PATIENCE_MS), 0);
		if ((polled.revents & POLLIN) != 0) {
			bench_read(bench, 0, &timely); /* the program may wait for us to read before it reads on */
			continue;
		}
		ssize_t sent = write(bench->terminal, bytes, count < 1024 ? count : 1024);
		if (sent <= 0) {
			return;
		}
		bench->sent += (uint64_t)sent;
		bytes += sent;
		count -= (size_t)sent;
	}
}

void bench_send_unread(struct bench *bench, const char *bytes, size_t count)
{
	ck_assert_int_eq(write(bench->terminal, bytes, count), (ssize_t)count);
	bench->sent += count;
}

void bench_bytes(struct bench *bench, const char *bytes, size_t count)
{
	bench_send(bench, bytes, count);
	bench_settle(bench);
}

void bench_text(struct bench *bench, const char *text)
{
	bench_bytes(bench, text, strlen(text));
}

void bench_resize_unseen(struct bench *bench, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
	screen_resize(bench, rows, columns);
	ck_assert_int_eq(ioctl(bench->terminal, TIOCSWINSZ, &size), 0);
}

void bench_resize(struct bench *bench, int rows, int columns)
{
	uint64_t sizes = bench->sizes;
	struct winsize now;
	if (ioctl(bench->terminal, TIOCGWINSZ, &now) == 0 && now.ws_row == rows && now.ws_col == columns) {
		return; /* the system tells of changes only */
	}
	bench_resize_unseen(bench, rows, columns);
	while (!bench->ended && bench->sizes == sizes) {
		bench_more(bench, "the new size to be taken in");
	}
}

void bench_continue(struct bench *bench)
{
	uint64_t sizes = bench->sizes;
	kill(bench->process, SIGCONT);
	while (!bench->ended && bench->sizes == sizes) {
		bench_more(bench, "the program to go on");
	}
}

void bench_go_on(struct bench *bench)
{
	bench->stopped = false;
	uint64_t sizes = bench->sizes;
	ck_assert_int_eq(write(bench->terminal, "fg\n", 3), 3);
	while (!bench->ended && bench->sizes == sizes) {
		bench_more(bench, "the program to go on");
	}
}

void bench_signal(struct bench *bench, int which)
{
	kill(bench->process, which);
}

void bench_hang_up(struct bench *bench)
{
	close(bench->terminal);
	bench->terminal = -1;
	bench->ended = true;
}

/* ---- opening and closing */

struct bench *bench_open(const struct bench_options *options)
{
	struct bench *bench = memory_take(sizeof *bench);
	memset(bench, 0, sizeof *bench);
	int rows = options->rows > 0 ? options->rows : 24, columns = options->columns > 0 ? options->columns : 80;
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
	buffer_init(&bench->raw);
	buffer_init(&bench->stream);
	bench->latin = options->latin;
	screen_open(bench, rows, columns);
	pid_t process = forkpty(&bench->terminal, NULL, NULL, &size);
	ck_assert_int_ge(process, 0);
	if (process == 0) {
		environment_make(options);
		if (options->shell) {
			shell_run(options);
		}
		program_run(options);
	}
	fcntl(bench->terminal, F_SETFD, FD_CLOEXEC);
	bench->process = process;
	bench_settle(bench);
	return bench;
}

void bench_close(struct bench *bench)
{
	if (bench->process > 0) {
		kill(bench->process, SIGKILL);
		while (waitpid(bench->process, NULL, 0) < 0 && errno == EINTR) {
		}
	}
	if (bench->terminal >= 0) {
		close(bench->terminal);
	}
	screen_close(bench);
	buffer_done(&bench->raw);
	buffer_done(&bench->stream);
	free(bench);
}

bool bench_ended(const struct bench *bench)
{
	return bench->ended;
}

uint64_t bench_received(const struct bench *bench)
{
	return bench->stream.bytes;
}

const char *bench_stream(const struct bench *bench, size_t *bytes)
{
	*bytes = bench->stream.bytes;
	return bench->stream.text;
}

uint64_t bench_kept_count(const struct bench *bench)
{
	return bench->kept;
}

int bench_terminal(const struct bench *bench)
{
	return bench->terminal;
}

long bench_program(const struct bench *bench)
{
	return (long)bench->process;
}
