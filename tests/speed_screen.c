/* Rows 2, 3, 4, 6, 7 and 18: what the screens cost on the line, in system calls and in memory, on the real program. */
#include "generate.h"
#include "speed_ideal.h"
#include "speed_kansli.h"

#include "casework/application.h"

#include <check.h>

/* ---- row 2: bytes against the ideal renderer */

static struct ideal_screen before, after;

/* Presses the key so many times; adds up what was sent, and what the ideal renderer would have sent. */
static void bytes_of(struct bench *bench, const char *key, int times, double *own, double *ideal)
{
	*own = *ideal = 0;
	ideal_take(bench, &before);
	for (int i = 0; i < times; i++) {
		uint64_t received = bench_received(bench);

		bench_press(bench, key);
		ideal_take(bench, &after);
		*own += (double)(bench_received(bench) - received);
		*ideal += ideal_bytes(&before, &after);
		before = after;
	}
	*own /= times;
	*ideal /= times;
}

static void bytes_row(const char *what, double own, double ideal, double goal)
{
	speed_row(&(struct speed_row){.row = 2,
		.what = what,
		.unit = "bytes",
		.beside = "the ideal renderer",
		.own = own,
		.anchor = ideal,
		.goal = goal});
}

static void resize_row(struct bench *bench)
{
	double own, ideal;
	uint64_t received = bench_received(bench);

	bench_resize(bench, 30, 100);
	bench_settle(bench);
	own = (double)(bench_received(bench) - received);
	ideal_take(bench, &after);
	ideal = ideal_bytes_anew(&after);
	bytes_row("another size", own, ideal, 1.10);
}

static void bytes_measure(void)
{
	struct bench *bench = kansli_open(&(struct kansli_options){.office = speed_office(500)});
	double own, ideal;

	bench_press(bench, "Down Up");
	bytes_of(bench, "Down", 8, &own, &ideal);
	bytes_row("a row move", own, ideal, 1.05);
	while (bench_cursor_row(bench) < 21)
		bench_press(bench, "Down");
	bytes_of(bench, "Down", 8, &own, &ideal);
	bytes_row("a scroll", own, ideal, 1.10);
	bytes_of(bench, "PgDn", 6, &own, &ideal);
	bytes_row("a page", own, ideal, 1.10);
	resize_row(bench);
	kansli_quit(bench);
	bench = kansli_open(&(struct kansli_options){.office = speed_office(500), .marker = true});
	bench_press(bench, "Down Up");
	bytes_of(bench, "Down", 8, &own, &ideal);
	kansli_quit(bench);
	speed_row(&(struct speed_row){
		.row = 2, .what = "a row move told by the mark alone", .unit = "bytes", .own = own, .goal = 25});
}

/* ---- row 6: keys that have queued */

static void queued_measure(void)
{
	static char downs[50 * 3 + 1];
	double own, ideal, one;

	for (int i = 0; i < 50; i++)
		memcpy(downs + 3 * i, "\033[B", 3);
	struct bench *tall = kansli_open(&(struct kansli_options){.office = speed_office(500), .rows = 80});
	bench_press(tall, "Down Up");
	bytes_of(tall, "Down", 4, &one, &ideal);
	uint64_t received = bench_received(tall);
	bench_bytes(tall, downs, strlen(downs));
	own = (double)(bench_received(tall) - received);
	kansli_quit(tall);
	speed_row(&(struct speed_row){.row = 6,
		.what = "50 queued downs on a page that holds them",
		.unit = "bytes",
		.beside = "one row move",
		.own = own,
		.anchor = one,
		.goal = 1.2});

	struct bench *low = kansli_open(&(struct kansli_options){.office = speed_office(500)});
	bench_press(low, "Down Up");
	ideal_take(low, &before);
	received = bench_received(low);
	bench_bytes(low, downs, strlen(downs));
	own = (double)(bench_received(low) - received);
	ideal_take(low, &after);
	kansli_quit(low);
	speed_row(&(struct speed_row){.row = 6,
		.what = "50 queued downs over several pages",
		.unit = "bytes",
		.beside = "one ideal repaint",
		.own = own,
		.anchor = ideal_bytes(&before, &after),
		.goal = 1.2});
}

/* ---- rows 3, 4 and 7: system calls */

enum { MOVES = 12, PAGES = 3, IDLE_MS = 5000, FRAMES = 64 };

static const char *const kinds[] = {"a row move", "a page"};

static void calls_rows(const struct traced *frames)
{
	int most_calls = 0, most_writes = 0, idle = frames[2 + MOVES + PAGES].calls - frames[1 + MOVES].calls;

	for (int i = 2; i < 2 + MOVES; i++) {
		most_calls = frames[i].calls > most_calls ? frames[i].calls : most_calls;
		most_writes = frames[i].writes > most_writes ? frames[i].writes : most_writes;
	}
	speed_row(&(struct speed_row){
		.row = 3, .what = kinds[0], .unit = "writes", .own = most_writes, .goal = 1, .slack = 1});
	speed_row(
		&(struct speed_row){.row = 4, .what = kinds[0], .unit = "system calls", .own = most_calls, .goal = 4});
	most_writes = 0;
	for (int i = 2 + MOVES; i < 2 + MOVES + PAGES; i++)
		most_writes = frames[i].writes > most_writes ? frames[i].writes : most_writes;
	speed_row(&(struct speed_row){
		.row = 3, .what = kinds[1], .unit = "writes", .own = most_writes, .goal = 1, .slack = 1});
	speed_row(&(struct speed_row){.row = 7,
		.what = "idle for 5 s",
		.unit = "system calls",
		.own = idle > 0 ? idle : 0,
		.goal = 0,
		.slack = 1});
}

/* Down and Up until the first rows are loaded, moves, pages, and a move after a silence. */
static void calls_measure(void)
{
	struct traced frames[FRAMES];
	char log[PATH_MAX + 16];
	const char *wrapper[] = {speed_tool("strace"), "-o", log, "-s", "64", NULL};

	if (!wrapper[0]) {
		speed_skip(3, "writes of a frame", "strace is not installed");
		speed_skip(4, "system calls of a key", "strace is not installed");
		speed_skip(7, "idle", "strace is not installed");
		return;
	}
	snprintf(log, sizeof(log), "%s/trace", speed_folder());
	struct bench *bench = kansli_open(&(struct kansli_options){.office = speed_office(500), .wrapper = wrapper});
	for (int i = 0; i < 1 + MOVES; i++)
		bench_press(bench, i % 2 ? "Up" : "Down");
	for (int i = 0; i < PAGES; i++)
		bench_press(bench, "PgDn");
	uint64_t received = bench_received(bench);
	ck_assert(bench_quiet(bench, IDLE_MS));
	speed_row(&(struct speed_row){.row = 7,
		.what = "idle for 5 s",
		.unit = "bytes",
		.own = (double)(bench_received(bench) - received),
		.goal = 0,
		.slack = 1});
	bench_press(bench, "Down");
	kansli_quit(bench);
	int count = trace_read(log, frames, FRAMES);
	ck_assert_int_ge(count, 3 + MOVES + PAGES);
	calls_rows(frames);
}

/* ---- row 7: another's commit */

enum { NOTICES = 21 };

static double notice_once(struct bench *bench, struct casework *cw)
{
	static const struct application_change change = {.round = "2026",
		.lead = "20",
		.title = "En till",
		.arrived_on = "2026-03-10",
		.way = "email",
		.summary = "",
		.economy = "",
		.needs = "",
		.scope = "",
		.sources = ""};
	struct error err = {0};
	uint64_t received = bench_received(bench);
	int64_t id;
	double began;

	ck_assert_msg(application_register(cw, NULL, &change, NULL, 0, &id, &err), "%s", err.text);
	began = speed_now();
	while (bench_received(bench) == received)
		ck_assert_msg(!bench_quiet(bench, 10000), "another's commit was not noticed");
	began = speed_now() - began;
	while (!bench_quiet(bench, 20))
		;
	bench_press(bench, "r");
	return began;
}

/* Another registers application after application; the screen says so, and takes it in before the next. */
static void notice_measure(void)
{
	char path[PATH_MAX];
	double waited[NOTICES];

	snprintf(path, sizeof(path), "%s/noticed", speed_folder());
	struct casework *cw = generate_office(path, 60, 1, NULL);
	struct bench *bench = kansli_open(&(struct kansli_options){.office = path, .login = "olle"});
	notice_once(bench, cw);
	for (int i = 0; i < NOTICES; i++)
		waited[i] = 1e3 * notice_once(bench, cw);
	kansli_quit(bench);
	casework_close(cw);
	speed_row(&(struct speed_row){.row = 7,
		.what = "from another's commit to the first of it on the screen, middle of 21",
		.unit = "ms",
		.own = speed_median(waited, NOTICES),
		.goal = 1,
		.told = true});
}

/* ---- row 18: memory */

static double memory_of(struct bench *bench)
{
	char path[64], line[200];
	double kb = 0;

	snprintf(path, sizeof(path), "/proc/%ld/status", bench_program(bench));
	FILE *file = fopen(path, "re");
	ck_assert(file != NULL);
	while (fgets(line, sizeof(line), file))
		if (!strncmp(line, "VmRSS:", 6))
			kb = strtod(line + 6, NULL);
	fclose(file);
	return kb / 1000;
}

static void memory_measure(int applications, double goal)
{
	static const struct {
		const char *what, *keys;
	} screens[] = {{"the list", "Down Up"}, {"a case", "Enter"}, {"the ranking", "2"}, {"the payment plans", "3"},
		{"the budget", "4"}, {"the log", "5"}, {"persons and roles", "6"}, {"the rounds", "7"}};
	char what[80];

	for (size_t i = 0; i < sizeof(screens) / sizeof(*screens); i++) {
		struct bench *bench = kansli_open(&(struct kansli_options){.office = speed_office(applications)});

		bench_press(bench, screens[i].keys);
		snprintf(what, sizeof(what), "%s of %d", screens[i].what, applications);
		speed_row(&(struct speed_row){
			.row = 18, .what = what, .unit = "MB resident", .own = memory_of(bench), .goal = goal});
		bench_close(bench);
	}
}

static void measure(void)
{
	bytes_measure();
	calls_measure();
	queued_measure();
	notice_measure();
	memory_measure(500, 6);
	memory_measure(20000, 8);
}

int main(void)
{
	return speed_bench(measure);
}
