/* Row 13: what it costs to save. A commit of the store is held against one write of as many bytes and one fdatasync(),
 * by turns on the same disk; how often it waits for the disk is counted by standing before the C library's fdatasync().
 */
#include "generate.h"
#include "speed.h"

#include "base/words.h"
#include "casework/note.h"

#include <sys/syscall.h>

enum { TURNS = 40, EACH = 10, PAGE_BYTES = 4096 + 24, RAW_BYTES = 16 * 1024 * 1024 };

static int syncs;

int fdatasync(int file)
{
	syncs++;
	return (int)syscall(SYS_fdatasync, file);
}

int fsync(int file)
{
	syncs++;
	return (int)syscall(SYS_fsync, file);
}

struct place {
	struct casework *cw;
	int raw, pages;
	off_t at;
	double commits[TURNS * EACH], verbs[TURNS * EACH], raws[TURNS * EACH];
	int once, turns; /* commits with exactly one wait for the disk */
};

static void stop(const struct error *err)
{
	fprintf(stderr, "%s\n", err->text);
	exit(EXIT_FAILURE);
}

/* A row that is there gets another value: the smallest change there is. */
static double commit_once(struct place *place, int n)
{
	struct store *store = casework_store(place->cw);
	struct error err = {0};
	char value[32];
	double began = speed_now();
	int before = syncs;

	snprintf(value, sizeof(value), "%d", n);
	if (!store_begin(store, &err) ||
		!store_run(store, SQL_SETTING_PUT, BINDS(BIND("name", "speed"), BIND("value", (const char *)value)),
			&err) ||
		!store_commit(store, &err))
		stop(&err);
	place->once += syncs - before == 1;
	place->turns++;
	return speed_now() - began;
}

static double verb_once(struct place *place)
{
	struct note_change note = {
		.occurred_on = "2026-11-20", .way = "phone", .said = "Regionen räknar med mindre tid."};
	struct error err = {0};
	double began = speed_now();
	int n;

	if (!note_add(place->cw, NULL, 1, &note, &n, &err))
		stop(&err);
	return speed_now() - began;
}

/* As the write-ahead file of the commit: page by page into a file that is already so large, then to the disk. */
static double raw_once(struct place *place)
{
	static char bytes[PAGE_BYTES];
	double began = speed_now();

	for (int i = 0; i < place->pages; i++) {
		if (pwrite(place->raw, bytes, sizeof(bytes), place->at) != (ssize_t)sizeof(bytes))
			perror("pwrite");
		place->at = (place->at + PAGE_BYTES) % (RAW_BYTES - PAGE_BYTES);
	}
	syscall(SYS_fdatasync, place->raw);
	return speed_now() - began;
}

static off_t wal_bytes(const char *path)
{
	char name[PATH_MAX + 8];
	struct stat found = {0};

	snprintf(name, sizeof(name), "%s-wal", path);
	return stat(name, &found) == 0 ? found.st_size : 0;
}

/* The write-ahead file begins anew now and then, so the growth is looked at over one commit in its beginning. */
static int pages_of_commit(struct place *place, const char *path)
{
	off_t before;

	commit_once(place, 0);
	before = wal_bytes(path);
	commit_once(place, 1);
	return wal_bytes(path) > before ? (int)((wal_bytes(path) - before) / PAGE_BYTES) : 1;
}

static void place_make(struct place *place)
{
	static char zeros[65536];
	char path[PATH_MAX], raw[PATH_MAX];

	snprintf(path, sizeof(path), "%s/commit", speed_folder());
	snprintf(raw, sizeof(raw), "%s/raw", speed_folder());
	casework_close(generate_office(path, 100, 1, NULL));
	struct casework_who who = {.login = "elin"};
	struct error err = {0};
	if (!casework_open(path, STORE_WRITE, &who, &place->cw, &err))
		stop(&err);
	place->pages = pages_of_commit(place, path);
	place->raw = open(raw, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	for (int i = 0; i < RAW_BYTES / (int)sizeof(zeros); i++)
		if (write(place->raw, zeros, sizeof(zeros)) != (ssize_t)sizeof(zeros))
			perror(raw);
	syscall(SYS_fdatasync, place->raw);
}

int main(void)
{
	static struct place place;
	enum { ALL = TURNS * EACH };

	words_open("en");
	place_make(&place);
	place.once = place.turns = 0;
	for (int turn = 0; turn < TURNS; turn++) {
		for (int i = 0; i < EACH; i++) {
			place.commits[turn * EACH + i] = commit_once(&place, turn * EACH + i);
			place.raws[turn * EACH + i] = raw_once(&place);
			place.verbs[turn * EACH + i] = verb_once(&place);
		}
	}
	double raw = speed_median(place.raws, ALL) * 1e6;
	speed_row(&(struct speed_row){.row = 13,
		.what = "waits for the disk, commits that had exactly one",
		.unit = "of 100",
		.own = 100.0 * place.once / place.turns,
		.goal = 95,
		.least = true,
		.slack = 1.1});
	speed_row(&(struct speed_row){.row = 13,
		.what = "a durable commit",
		.unit = "µs",
		.beside = "a raw write and fdatasync",
		.own = speed_median(place.commits, ALL) * 1e6,
		.anchor = raw,
		.goal = 2});
	speed_row(&(struct speed_row){.row = 13,
		.what = "a whole note, with rights, event and reading back",
		.unit = "µs",
		.beside = "a raw write and fdatasync",
		.own = speed_median(place.verbs, ALL) * 1e6,
		.anchor = raw,
		.goal = 4,
		.told = true});
	casework_close(place.cw);
	return speed_end();
}
