/* Starting other programs. Invariant: a program that is started has ended before this room answers. */
#include "outside.h"

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

bool outside_run(char *const words[], int *status)
{
	pid_t program = fork();

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

static _Noreturn void captured_become(char *const words[], int to)
{
	struct rlimit limit = {OUTSIDE_SECONDS, OUTSIDE_SECONDS};
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0 ||
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

static bool program_ended(pid_t program, bool wanted)
{
	int status = 0;

	if (!wanted)
		kill(program, SIGKILL);
	while (waitpid(program, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool outside_capture(char *const words[], size_t most, struct buffer *out)
{
	struct buffer come;
	int ends[2];
	pid_t program;
	bool whole;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	program = fork();
	if (program == 0)
		captured_become(words, ends[1]);
	close(ends[1]);
	buffer_init(&come);
	whole = program > 0 && pipe_drain(ends[0], most, &come);
	close(ends[0]);
	whole = program > 0 && program_ended(program, whole) && whole;
	if (whole)
		buffer_add(out, come.text, come.bytes);
	buffer_done(&come);
	return whole;
}
