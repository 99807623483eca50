/* Starting other programs. Invariant: a program that is started has ended when its starter is done with it, and once it
 * is forbidden none is started. */
#include "outside.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum { OUTSIDE_SECONDS = 30, OUTSIDE_NOT_STARTED = 127 };

/* The program gets the signals and the mask a program expects. */
static void program_become(char *const words[])
{
	static const int ours[] = {
		SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGPIPE, SIGTTOU, SIGTTIN};
	struct sigaction usual = {.sa_handler = SIG_DFL};
	sigset_t none;

	for (size_t i = 0; i < sizeof ours / sizeof ours[0]; i++)
		sigaction(ours[i], &usual, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	execvp(words[0], words);
	_exit(OUTSIDE_NOT_STARTED);
}

static bool forbidden; /* of the process: it is never allowed again */

void outside_forbid(void)
{
	forbidden = true;
}

bool outside_allowed(void)
{
	return !forbidden;
}

bool outside_run(char *const words[], int *status)
{
	pid_t program = forbidden ? -1 : fork();

	if (program == 0)
		program_become(words);
	/* A program that suspends itself would leave nobody at the terminal: it goes on at once. */
	for (pid_t got = 0; program > 0 && got != program;) {
		got = waitpid(program, status, WUNTRACED);
		if (got == program && WIFSTOPPED(*status)) {
			kill(program, SIGCONT);
			got = 0;
		} else if (got < 0 && errno != EINTR) {
			return false;
		}
	}
	return program > 0;
}

static _Noreturn void captured_become(char *const words[], int from, int to)
{
	struct rlimit limit = {OUTSIDE_SECONDS, OUTSIDE_SECONDS};
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (nothing < 0 || dup2(from, STDIN_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0 ||
		dup2(to, STDOUT_FILENO) < 0 || setrlimit(RLIMIT_CPU, &limit) != 0)
		_exit(OUTSIDE_NOT_STARTED);
	program_become(words);
	_exit(OUTSIDE_NOT_STARTED);
}

/* All that comes, or false when it is more than fits. */
static bool pipe_drain(int from, size_t most, struct buffer *out)
{
	char bytes[16384];
	size_t total = 0;

	for (;;) {
		ssize_t got = read(from, bytes, sizeof bytes);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0;
		total += (size_t)got;
		if (total > most)
			return false;
		buffer_add(out, bytes, (size_t)got);
	}
}

/* Kept in memory, so that nobody has to stand by and feed the program. */
static int given_make(const char *given, size_t bytes)
{
	int file = memfd_create("given", MFD_CLOEXEC);

	for (size_t put = 0; file >= 0 && put < bytes;) {
		ssize_t part = write(file, given + put, bytes - put);

		if (part < 0 && errno == EINTR)
			continue;
		if (part <= 0) {
			close(file);
			return -1;
		}
		put += (size_t)part;
	}
	if (file >= 0)
		lseek(file, 0, SEEK_SET);
	return file;
}

bool outside_begin(char *const words[], const char *given, size_t bytes, struct outside *out)
{
	int ends[2], file = forbidden ? -1 : given_make(given, bytes);
	pid_t program;

	if (file < 0)
		return false;
	if (pipe2(ends, O_CLOEXEC) != 0) {
		close(file);
		return false;
	}
	program = fork();
	if (program == 0)
		captured_become(words, file, ends[1]);
	close(file);
	close(ends[1]);
	if (program < 0) {
		close(ends[0]);
		return false;
	}
	*out = (struct outside){program, ends[0]};
	return true;
}

bool outside_end(struct outside *outside, bool at_once)
{
	int status = 0;

	close(outside->from);
	if (at_once)
		kill(outside->program, SIGKILL);
	while (waitpid(outside->program, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool outside_filter(char *const words[], const char *given, size_t bytes, size_t most, struct buffer *out)
{
	struct buffer come;
	struct outside outside;
	bool whole;

	if (!outside_begin(words, given, bytes, &outside))
		return false;
	buffer_init(&come);
	whole = pipe_drain(outside.from, most, &come);
	whole = outside_end(&outside, !whole) && whole;
	if (whole)
		buffer_add(out, come.text, come.bytes);
	buffer_done(&come);
	return whole;
}

bool outside_capture(char *const words[], size_t most, struct buffer *out)
{
	return outside_filter(words, "", 0, most, out);
}
