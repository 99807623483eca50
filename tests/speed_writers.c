/* Row 14: fifty at once. Each of so many processes thinks a little and then adds one to a number in the office, round
 * after round: by turns standing in kansli's queue and leaning on SQLite's busy_timeout alone, with the same statements
 * in the same file. How long the slowest waited, how evenly they came in, and that nothing was lost. The thinking is
 * real: there is nothing else to wait for. Usage: speed_writers [SECONDS-A-ROUND]. */
#include "generate.h"
#include "speed.h"

#include "base/words.h"

#include <math.h>
#include <poll.h>
#include <sqlite3.h>

enum { WRITERS = 50, ROUNDS = 3, THINK_MS = 200, TURNS_MOST = 100, WAITING_MS = 500 };

struct tally {
	int turns, refused;
	float waited[TURNS_MOST]; /* seconds, each */
};

static const char *path;
static double seconds = 4;

/* The same for all: they come at once, which is when it shows who is let in. */
static void think(void)
{
	struct timespec time = {0, THINK_MS * 1000000L};

	ppoll(NULL, 0, &time, NULL); /* thinking is what the writers do here, nothing is waited for */
}

static _Noreturn void give_up(const char *why)
{
	fprintf(stderr, "# a writer gave up: %s\n", why);
	_exit(1);
}

/* ---- in the queue */

static bool number_read(struct store *store, int64_t *number, struct error *err)
{
	struct rows rows;
	struct arena arena;

	*number = 0;
	arena_init(&arena);
	if (!store_ask(store, SQL_SETTING_FIND, BINDS(BIND("name", "speed")), &rows, err))
		return false;
	if (rows_next(&rows))
		*number = strtoll(rows_text(&rows, "value", &arena), NULL, 10);
	arena_done(&arena);
	return rows_done(&rows, err);
}

static void queue_turn(struct store *store)
{
	struct error err = {0};
	int64_t number;
	char value[24];

	if (!store_begin(store, &err) || !number_read(store, &number, &err))
		give_up(err.text);
	snprintf(value, sizeof(value), "%lld", (long long)number + 1);
	if (!store_run(
		    store, SQL_SETTING_PUT, BINDS(BIND("name", "speed"), BIND("value", (const char *)value)), &err) ||
		!store_commit(store, &err))
		give_up(err.text);
}

/* ---- with busy_timeout */

struct patient {
	sqlite3 *db;
	sqlite3_stmt *begin, *find, *put, *commit;
};

static sqlite3_stmt *prepared(sqlite3 *db, const char *text)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(db, text, -1, &statement, NULL) != SQLITE_OK)
		give_up(sqlite3_errmsg(db));
	return statement;
}

static void patient_open(struct patient *patient)
{
	if (sqlite3_open_v2(path, &patient->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		give_up("cannot be opened");
	sqlite3_busy_timeout(patient->db, 5000);
	sqlite3_exec(patient->db, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
	patient->begin = prepared(patient->db, "BEGIN IMMEDIATE");
	patient->find = prepared(patient->db, "SELECT value FROM setting WHERE name = 'speed'");
	patient->put = prepared(patient->db, sql_texts[SQL_SETTING_PUT].text);
	patient->commit = prepared(patient->db, "COMMIT");
}

static void step(struct patient *patient, sqlite3_stmt *statement)
{
	if (sqlite3_step(statement) != SQLITE_DONE)
		give_up(sqlite3_errmsg(patient->db));
	sqlite3_reset(statement);
}

/* False when SQLite gave up after its five seconds. */
static bool patient_turn(struct patient *patient)
{
	char value[24];
	long long number = 0;

	if (sqlite3_step(patient->begin) == SQLITE_BUSY) {
		sqlite3_reset(patient->begin);
		return false;
	}
	sqlite3_reset(patient->begin);
	if (sqlite3_step(patient->find) == SQLITE_ROW)
		number = strtoll((const char *)sqlite3_column_text(patient->find, 0), NULL, 10);
	sqlite3_reset(patient->find);
	snprintf(value, sizeof(value), "%lld", number + 1);
	sqlite3_bind_text(patient->put, 1, "speed", -1, SQLITE_STATIC);
	sqlite3_bind_text(patient->put, 2, value, -1, SQLITE_STATIC);
	step(patient, patient->put);
	step(patient, patient->commit);
	return true;
}

/* ---- rounds */

static _Noreturn void writer_run(bool queued, int start, int report)
{
	static struct tally tally;
	struct store *store = NULL;
	struct patient patient;
	struct error err = {0};
	char go;

	if (queued && !store_open(path, STORE_WRITE, &store, &err))
		give_up(err.text);
	if (!queued)
		patient_open(&patient);
	if (read(start, &go, 1) != 0) /* the pipe's end: all have opened */
		_exit(1);
	for (double end = speed_now() + seconds; speed_now() < end && tally.turns < TURNS_MOST;) {
		think();
		double began = speed_now();
		if (queued)
			queue_turn(store);
		else
			tally.refused += !patient_turn(&patient);
		tally.waited[tally.turns++] = (float)(speed_now() - began);
	}
	if (write(report, &tally, sizeof(tally)) != (ssize_t)sizeof(tally)) /* in one piece: below PIPE_BUF */
		_exit(1);
	_exit(0);
}

struct outcome {
	double waited[WRITERS * TURNS_MOST];
	int turns, refused;
	double p50, p99, even; /* ms; fewest turns to most */
};

static void tallies_read(struct outcome *outcome, int report)
{
	int least = INT_MAX, most = 0;
	struct tally tally;

	for (int i = 0; i < WRITERS; i++) {
		if (read(report, &tally, sizeof(tally)) != (ssize_t)sizeof(tally))
			exit(EXIT_FAILURE);
		for (int k = 0; k < tally.turns; k++)
			outcome->waited[outcome->turns++] = 1e3 * (double)tally.waited[k];
		outcome->refused += tally.refused;
		least = tally.turns < least ? tally.turns : least;
		most = tally.turns > most ? tally.turns : most;
	}
	outcome->even = (double)least / most;
	outcome->p50 = speed_median(outcome->waited, outcome->turns);
	outcome->p99 = speed_quantile(outcome->waited, outcome->turns, 0.99);
	printf("p50 %.1f ms, p99 %.1f ms, %d turns, %d to %d each, %d refused\n", outcome->p50, outcome->p99,
		outcome->turns, least, most, outcome->refused);
}

static void round_run(bool queued, struct outcome *outcome)
{
	int start[2], report[2], status;

	if (pipe(start) || pipe(report))
		exit(EXIT_FAILURE);
	outcome->turns = outcome->refused = 0;
	printf("# %s: ", queued ? "queue" : "busy_timeout");
	fflush(stdout); /* the children have a copy */
	for (int i = 0; i < WRITERS; i++) {
		if (fork())
			continue;
		close(start[1]);
		writer_run(queued, start[0], report[1]);
	}
	close(start[1]);
	close(report[1]);
	tallies_read(outcome, report[0]);
	while (wait(&status) > 0)
		if (status)
			exit(EXIT_FAILURE);
	close(start[0]);
	close(report[0]);
}

static int64_t number_now(void)
{
	struct store *store;
	struct error err = {0};
	int64_t number = -1;

	if (store_open(path, STORE_READ, &store, &err) && number_read(store, &number, &err))
		store_close(store);
	return number;
}

/* The goal is about the seconds that busy_timeout makes some wait. Where the disk is so quick that nobody waits long,
 * there is nothing to hold the queue against. */
static void waits_say(double own, double anchor)
{
	static const char what[] = "50 writers, the slowest hundredth waits, in the middle pair of rounds";
	char why[200];

	if (anchor >= WAITING_MS) {
		speed_row(&(struct speed_row){.row = 14,
			.what = what,
			.unit = "ms",
			.beside = "with busy_timeout",
			.own = own,
			.anchor = anchor,
			.goal = 0.05});
		return;
	}
	snprintf(why, sizeof(why),
		"not judged: with busy_timeout the slowest hundredth waited %.0f ms here, less than %d ms; %.1f ms in "
		"the queue",
		anchor, WAITING_MS, own);
	speed_skip(14, what, why);
}

static void rows_say(double own, double anchor, double even, int64_t lost)
{
	waits_say(own, anchor);
	speed_row(&(struct speed_row){.row = 14,
		.what = "50 writers, fewest turns to most in the worst round",
		.unit = "of 1",
		.own = even,
		.goal = 0.6,
		.least = true});
	speed_row(&(struct speed_row){
		.row = 14, .what = "50 writers, changes lost", .unit = "changes", .own = (double)lost, .slack = 1});
}

int main(int argc, char **argv)
{
	static struct outcome queue[ROUNDS], patience[ROUNDS];
	double ratios[ROUNDS], even = 1, middle;
	char place[PATH_MAX];
	int64_t turns = 0;
	int at = 0;

	words_open("en");
	seconds = argc > 1 ? strtod(argv[1], NULL) : seconds;
	snprintf(place, sizeof(place), "%s/writers", speed_folder());
	path = place;
	casework_close(generate_office(path, 20, 1, NULL));
	for (int i = 0; i < ROUNDS; i++) {
		round_run(false, &patience[i]);
		round_run(true, &queue[i]);
		turns += patience[i].turns - patience[i].refused + queue[i].turns;
		even = fmin(even, queue[i].even);
		ratios[i] = queue[i].p99 / patience[i].p99;
	}
	middle = speed_median(ratios, ROUNDS);
	while (at < ROUNDS - 1 && queue[at].p99 / patience[at].p99 != middle)
		at++;
	rows_say(queue[at].p99, patience[at].p99, even, turns - number_now());
	return speed_end();
}
