/* Curses loses resizes that come between its own checks, cannot tell "no key" from "no terminal", and reads a byte at a
 * time; so the waiting and the reading are done here: one ppoll() and one read() for whatever has come. */
#include "wait.h"

#include <poll.h>

enum { ESCAPED_MS = 1000 };

static volatile sig_atomic_t came_hangup, came_end, came_size, came_stop, came_continue;

static void signal_came(int which)
{
	switch (which) {
	case SIGHUP: came_hangup = 1; break;
	case SIGTERM: came_end = 1; break;
	case SIGWINCH: came_size = 1; break;
	case SIGTSTP: came_stop = 1; break;
	case SIGCONT: came_continue = 1; break;
	}
}

static const int handled[] = {SIGHUP, SIGTERM, SIGWINCH, SIGTSTP, SIGCONT};
static const int ignored[] = {SIGPIPE, SIGINT, SIGQUIT, SIGTTOU, SIGTTIN};
enum { HANDLED = sizeof handled / sizeof handled[0], IGNORED = sizeof ignored / sizeof ignored[0] };
static struct sigaction before_handled[HANDLED], before_ignored[IGNORED];

static void handled_set(sigset_t *set)
{
	sigemptyset(set);
	for (int i = 0; i < HANDLED; i++) {
		sigaddset(set, handled[i]);
	}
}

void wait_init(struct wait *wait, int in, int out, bool latin)
{
	sigset_t blocked;
	memset(wait, 0, sizeof *wait);
	input_init(&wait->input, latin);
	wait->in = in;
	wait->out = out;
	wait->watch = -1;
	wait->escape_ms = 25;
	handled_set(&blocked);
	sigprocmask(SIG_BLOCK, &blocked, &wait->before);
	for (int i = 0; i < HANDLED; i++) {
		sigdelset(&wait->before, handled[i]);
	}
	struct sigaction action = {.sa_handler = signal_came};
	for (int i = 0; i < HANDLED; i++) {
		sigaction(handled[i], &action, &before_handled[i]);
	}
	action.sa_handler = SIG_IGN;
	for (int i = 0; i < IGNORED; i++) {
		sigaction(ignored[i], &action, &before_ignored[i]);
	}
}

void wait_done(struct wait *wait)
{
	for (int i = 0; i < HANDLED; i++) {
		sigaction(handled[i], &before_handled[i], NULL);
	}
	for (int i = 0; i < IGNORED; i++) {
		sigaction(ignored[i], &before_ignored[i], NULL);
	}
	sigprocmask(SIG_SETMASK, &wait->before, NULL);
	input_done(&wait->input);
}

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool wait_write(int descriptor, const char *bytes, size_t count)
{
	while (count > 0) {
		ssize_t sent = write(descriptor, bytes, count);
		if (sent < 0 && errno != EINTR) {
			return false;
		}
		bytes += sent > 0 ? sent : 0;
		count -= sent > 0 ? (size_t)sent : 0;
	}
	return true;
}

/* ---- signals */

static struct event event_end(enum end_reason reason)
{
	return (struct event){.kind = EVENT_END, .reason = reason};
}

static struct event signal_event(struct wait *wait)
{
	if (came_hangup) {
		return event_end(END_HANGUP);
	}
	if (came_end) {
		return event_end(END_TERMINATED);
	}
	if (came_size) {
		came_size = 0;
		wait->sizes++;
		return (struct event){.kind = EVENT_RESIZE};
	}
	if (came_continue) {
		return (struct event){.kind = EVENT_RESIZE}; /* wait_continued() clears it */
	}
	if (came_stop) {
		came_stop = 0;
		return (struct event){.kind = EVENT_SUSPEND};
	}
	return (struct event){.kind = EVENT_NONE};
}

bool wait_continued(void)
{
	bool came = came_continue != 0;
	came_continue = 0;
	return came;
}

/* A shell that can continue this program is its parent: in the same session, and in another group. */
static bool shell_is_there(void)
{
	pid_t parent = getppid();
	return getsid(parent) == getsid(0) && getpgid(parent) != getpgrp();
}

bool wait_stop(void)
{
	sigset_t stop, before;
	struct sigaction action = {.sa_handler = SIG_DFL}, ours;
	if (!shell_is_there()) {
		return false;
	}
	sigemptyset(&stop);
	sigaddset(&stop, SIGTSTP);
	sigaddset(&stop, SIGCONT);
	sigaction(SIGTSTP, &action, &ours);
	kill(0, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &stop, &before); /* stops here, and SIGCONT is taken */
	sigprocmask(SIG_SETMASK, &before, NULL);
	sigaction(SIGTSTP, &ours, NULL);
	return true;
}

/* ---- waiting */

/* Says how far the input has been handled, so that a bench never waits by the clock. */
static void mark_send(struct wait *wait)
{
	char mark[WAIT_MARK];
	uint64_t done = wait->bytes - input_pending(&wait->input);
	snprintf(mark, sizeof mark, "\033]8888;%" PRIu64 ";%" PRIu64 ";%" PRIu64 ";%" PRIu64 "\033\\", wait->bytes,
		done, wait->sizes, wait->notes);
	if (strcmp(mark, wait->mark) != 0) {
		memcpy(wait->mark, mark, sizeof mark);
		wait_write(wait->out, mark, strlen(mark));
	}
}

/* False when there is nothing more to read, ever. */
static bool input_read(struct wait *wait)
{
	char bytes[4096];
	ssize_t got = read(wait->in, bytes, sizeof bytes);
	if (got < 0) {
		return errno == EINTR || errno == EAGAIN;
	}
	int64_t now = now_ms();
	if (now - wait->read_at > ESCAPED_MS) {
		wait->input.escaped = false;
	}
	wait->read_at = now;
	wait->bytes += (uint64_t)got;
	input_feed(&wait->input, bytes, (size_t)got);
	return got > 0;
}

/* The sooner of two waits in ms, -1 being for ever. */
static int sooner(int a, int64_t b)
{
	int64_t least = a < 0 ? b : b < 0 || a < b ? a : b;
	return (int)least;
}

static int wait_poll(struct wait *wait, struct pollfd polled[3], int ms, bool writable)
{
	polled[0] = (struct pollfd){.fd = wait->in, .events = POLLIN};
	polled[1] = (struct pollfd){.fd = writable ? wait->out : -1, .events = POLLOUT};
	polled[2] = (struct pollfd){.fd = wait->watch, .events = POLLIN};
	struct timespec time = {ms / 1000, (long)(ms % 1000) * 1000000};
	return ppoll(polled, 3, ms < 0 ? NULL : &time, &wait->before);
}

static struct event polled_event(struct wait *wait, const struct pollfd polled[3])
{
	if ((polled[0].revents & (POLLIN | POLLHUP | POLLERR | POLLNVAL)) != 0) {
		bool more = (polled[0].revents & POLLNVAL) == 0 && input_read(wait);
		return more ? input_next(&wait->input, false) : event_end(END_GONE);
	}
	if (polled[2].revents != 0) {
		return (struct event){.kind = EVENT_WATCH};
	}
	if ((polled[1].revents & POLLOUT) != 0) {
		return (struct event){.kind = EVENT_WRITABLE};
	}
	return polled[1].revents != 0 ? event_end(END_GONE) : (struct event){.kind = EVENT_NONE};
}

struct event wait_next(struct wait *wait, int ms, bool writable)
{
	struct event event = signal_event(wait);
	int64_t until = ms > 0 ? now_ms() + ms : 0;
	if (event.kind == EVENT_NONE) {
		event = input_next(&wait->input, false);
	}
	while (event.kind == EVENT_NONE) {
		int patience = input_patience(&wait->input, wait->escape_ms), timeout = ms;
		int64_t now = ms > 0 || patience >= 0 ? now_ms() : 0;
		if (ms > 0) {
			timeout = until > now ? (int)(until - now) : 0;
		}
		if (patience >= 0) {
			int64_t left = wait->read_at + patience - now;
			if (left <= 0) {
				return input_next(&wait->input, true);
			}
			timeout = sooner(timeout, left);
		}
		if (wait->bench && !writable && !wait->working) {
			mark_send(wait);
		}
		struct pollfd polled[3];
		int came = wait_poll(wait, polled, timeout, writable);
		event = came > 0 ? polled_event(wait, polled) : came < 0 ? signal_event(wait) : event;
		if (came == 0 && ms >= 0 && now_ms() >= until) {
			break;
		}
	}
	return event;
}

bool wait_writable(const struct wait *wait)
{
	struct pollfd polled = {.fd = wait->out, .events = POLLOUT};
	return poll(&polled, 1, 0) > 0 && (polled.revents & POLLOUT) != 0;
}

bool wait_waiting(struct wait *wait)
{
	struct pollfd polled = {.fd = wait->in, .events = POLLIN};
	return wait->input.bytes.bytes > wait->input.at || came_hangup || came_end || poll(&polled, 1, 0) > 0;
}

bool wait_cancelled(struct wait *wait)
{
	struct pollfd polled[3];
	bool more = true;
	if (wait_poll(wait, polled, 0, false) > 0 && polled[0].revents != 0) {
		more = input_read(wait);
	}
	const char *pending = wait->input.bytes.text + wait->input.at;
	size_t bytes = wait->input.bytes.bytes - wait->input.at;
	bool given_up = bytes > 0 && (memchr(pending, 3, bytes) != NULL || pending[bytes - 1] == '\033');
	if (given_up) {
		wait->input.at = wait->input.bytes.bytes;
	}
	return given_up || !more || came_hangup || came_end;
}
