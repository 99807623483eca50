/* The office's queue: writers take a lock on PATH-lock, one after the other, before BEGIN IMMEDIATE. The kernel keeps
 * the line; busy_timeout alone let one process in once while another came in twenty times. There are two places, a door
 * and a desk: who waits for the desk keeps the door, so that nobody gets from the desk back to it past one who waits.
 * Its one invariant: the side file is never the database, and never taken away while anybody may hold it. */
#include "store/inside.h"
#include <poll.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

/* SIGALRM to this thread alone, so that a wait for the lock ends in slices whatever other threads do. */
struct slices {
	timer_t timer;
	struct sigaction action;
	sigset_t mask;
};

int64_t moment_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void slice_ends(int number)
{
	(void)number; /* it is enough that fcntl() is interrupted */
}

static bool slices_begin(struct slices *slices)
{
	struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGALRM};
	event.sigev_notify_thread_id = gettid();
	if (timer_create(CLOCK_MONOTONIC, &event, &slices->timer) != 0)
		return false;
	struct sigaction action = {.sa_handler = slice_ends}; /* without SA_RESTART */
	sigaction(SIGALRM, &action, &slices->action);
	sigset_t only;
	sigemptyset(&only);
	sigaddset(&only, SIGALRM);
	pthread_sigmask(SIG_UNBLOCK, &only, &slices->mask);
	return true;
}

static void slices_end(struct slices *slices)
{
	timer_delete(slices->timer);
	pthread_sigmask(SIG_SETMASK, &slices->mask, NULL);
	sigaction(SIGALRM, &slices->action, NULL);
}

/* Bytes of the side file. */
enum place { PLACE_DESK, PLACE_DOOR };

static int lock_set(int file, enum place place, int command, short kind)
{
	struct flock lock = {.l_type = kind, .l_whence = SEEK_SET, .l_start = place, .l_len = 1};
	return fcntl(file, command, &lock) == 0 ? 0 : errno;
}

/* Waits one slice: 0 when the lock was taken, EINTR when the slice ended first. The timer goes on ringing, so that
 * a ring just before fcntl() costs another slice and not for ever. */
static int slice_wait(struct slices *slices, int file, enum place place)
{
	const struct timespec slice = {.tv_nsec = STORE_SLICE_MS * 1000000L};
	const struct itimerspec on = {.it_value = slice, .it_interval = slice}, off = {0};
	timer_settime(slices->timer, 0, &on, NULL);
	int why = lock_set(file, place, F_OFD_SETLKW, F_WRLCK);
	timer_settime(slices->timer, 0, &off, NULL);
	return why;
}

static bool wait_refuse(int64_t waited, struct error *err)
{
	if (waited < STORE_WAIT_MS)
		return refuse(
			err, ERROR_BUSY, _("You stopped waiting for the others who are saving; nothing was changed."));
	return refuse(err, ERROR_BUSY,
		_("Others kept the office busy for %d seconds, so nothing was changed. Try again in a moment."),
		STORE_WAIT_MS / 1000);
}

static bool gives_up(struct store *store, int64_t waited)
{
	return waited >= STORE_WAIT_MS || (store->patience && store->patience(store->patience_with, (int)waited));
}

static bool place_wait(struct store *store, enum place place, int64_t start, struct error *err)
{
	struct slices slices;
	int64_t waited = 0;
	int why = EINTR;
	if (!slices_begin(&slices))
		return refuse(err, ERROR_FAILED, _("The machine gave no timer to wait with (%s); nothing was changed."),
			strerror(errno));
	bool patient = true;
	while (patient && (why = slice_wait(&slices, store->queue, place)) == EINTR) {
		waited = moment_ms() - start;
		patient = !gives_up(store, waited);
	}
	slices_end(&slices);
	if (why == EINTR)
		return wait_refuse(waited, err);
	return why == 0 ||
	       refuse(err, ERROR_FAILED, _("The queue file %s-lock cannot be used: %s."), store->path, strerror(why));
}

static bool queue_open(struct store *store, struct error *err)
{
	char name[PATH_MAX + 8];
	struct stat found;
	snprintf(name, sizeof(name), "%s-lock", store->path);
	int file = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0660);
	if (file >= 0)
		(void)fchmod(file, 0660); /* shared by the group whatever the umask is */
	else if (errno == EEXIST)
		file = open(name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file < 0)
		return refuse(err, ERROR_FAILED, _("The queue file %s cannot be used: %s."), name, strerror(errno));
	if (fstat(file, &found) != 0 || !S_ISREG(found.st_mode)) {
		close(file);
		return refuse(err, ERROR_FAILED, _("The queue file %s is not an ordinary file."), name);
	}
	store->queue = file;
	return true;
}

/* Somebody took the side file away: those who come now would stand in another line. */
static bool queue_is_gone(const struct store *store)
{
	struct stat found;
	return fstat(store->queue, &found) != 0 || found.st_nlink == 0;
}

static bool place_take(struct store *store, enum place place, int64_t start, struct error *err)
{
	return lock_set(store->queue, place, F_OFD_SETLK, F_WRLCK) == 0 || place_wait(store, place, start, err);
}

bool queue_take(struct store *store, int64_t start, struct error *err)
{
	if (store->mode == STORE_MEMORY)
		return true;
	if (store->queue >= 0 && queue_is_gone(store))
		queue_close(store);
	if (store->queue < 0 && !queue_open(store, err))
		return false;
	if (!place_take(store, PLACE_DOOR, start, err))
		return false;
	bool taken = place_take(store, PLACE_DESK, start, err);
	lock_set(store->queue, PLACE_DOOR, F_OFD_SETLK, F_UNLCK);
	return taken;
}

/* Whoever watches the folder is woken by the write to the journal, often before what it holds counts as changed: the
 * side file's time, set when all is said, wakes them again. */
void queue_leave(struct store *store)
{
	if (store->queue < 0)
		return;
	lock_set(store->queue, PLACE_DESK, F_OFD_SETLK, F_UNLCK);
	(void)futimens(store->queue, NULL);
}

void queue_close(struct store *store)
{
	if (store->queue >= 0)
		close(store->queue);
	store->queue = -1;
}

/* ---- behind the queue: programs that do not stand in it */

struct outsider {
	struct store *store;
	int64_t start, asked;
};

static int outsider_wait(void *with, int times)
{
	struct outsider *outsider = with;
	int64_t now = moment_ms();
	if (now - outsider->start >= STORE_WAIT_MS)
		return 0;
	if (now - outsider->asked >= STORE_SLICE_MS) {
		outsider->asked = now;
		if (gives_up(outsider->store, now - outsider->start))
			return 0;
	}
	poll(NULL, 0, times < 20 ? 1 : 5);
	return 1;
}

static bool write_begin(struct store *store, int64_t start, struct error *err)
{
	struct outsider outsider = {store, start, start};
	int64_t version = 0;
	sqlite3_busy_handler(store->db, outsider_wait, &outsider);
	bool begun = own_run(store, SQL_STORE_BEGIN, err);
	sqlite3_busy_timeout(store->db, STORE_WAIT_MS);
	if (!begun)
		return false;
	bool read = own_number(store, SQL_STORE_VERSION, &version, err);
	if (read && version == store->version)
		return true;
	own_run(store, SQL_STORE_ROLLBACK, NULL);
	return read && refuse(err, ERROR_FAILED,
			       _("A newer kansli has changed the form of the office's file, so nothing was saved. "
				 "Leave the program and "
				 "start it again."));
}

bool store_begin(struct store *store, struct error *err)
{
	assert(store_idle(store));
	assert(store->process == getpid()); /* a lock taken before a fork would be shared by both */
	if (store->mode == STORE_READ)
		return refuse(
			err, ERROR_DENIED, _("The office is open for reading only, so nothing can be saved in it."));
	int64_t start = moment_ms();
	if (!queue_take(store, start, err))
		return false;
	store->writing = write_begin(store, start, err);
	if (!store->writing)
		queue_leave(store);
	return store->writing;
}
