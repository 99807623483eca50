/* Rows 1 and 5: how long until the first screen is complete, and how many instructions a key costs after it, on the
 * real program. A start is held against the sqlite3 shell's asking for the facts of the same page, by turns; what the
 * clock of a shared machine says of both is much the same. Instructions are the difference between a sitting with the
 * keys and one without. */
#include "speed_kansli.h"

#include <check.h>

enum { STARTS = 21 };

/* ---- row 1 */

static double start_once(const char *office)
{
	double began = speed_now();
	struct bench *bench = kansli_open(&(struct kansli_options){.office = office});
	double took = speed_now() - began;

	kansli_quit(bench);
	return 1e3 * took;
}

static double page_once(const char *sqlite, const char *office)
{
	const char *words[] = {sqlite, "-batch", office, ".read \"" SPEED_PAGE "\"", NULL};
	char found[PATH_MAX + 16];
	double began = speed_now();
	struct stat written = {0};

	snprintf(found, sizeof(found), "%s/page", speed_folder());
	ck_assert_int_eq(speed_run(words, found), 0);
	began = speed_now() - began;
	ck_assert_int_eq(stat(found, &written), 0);
	ck_assert_int_gt(written.st_size, 20 * 40); /* it is the page */
	return 1e3 * began;
}

static double page_row(const char *sqlite, int applications, const char *what)
{
	double own[STARTS], shell[STARTS];
	const char *office = speed_office(applications);

	start_once(office);
	page_once(sqlite, office);
	for (int i = 0; i < STARTS; i++) {
		own[i] = start_once(office);
		shell[i] = page_once(sqlite, office);
	}
	speed_row(&(struct speed_row){.row = 1,
		.what = what,
		.unit = "ms",
		.beside = "the sqlite3 shell, same page",
		.own = speed_median(own, STARTS),
		.anchor = speed_median(shell, STARTS),
		.goal = 1.25});
	return speed_median(own, STARTS);
}

static void start_measure(void)
{
	const char *tool = speed_tool("sqlite3");
	char sqlite[PATH_MAX];

	if (!tool) {
		speed_skip(1, "exec to the first screen", "sqlite3 is not installed");
		return;
	}
	snprintf(sqlite, sizeof(sqlite), "%s", tool);
	double few = page_row(sqlite, 500, "exec to the first screen of 500");
	double many = page_row(sqlite, 20000, "exec to the first screen of 20 000");
	speed_row(&(struct speed_row){.row = 1,
		.what = "exec to the first screen of 20 000, the large office here",
		.unit = "ms",
		.beside = "of 500",
		.own = many,
		.anchor = few,
		.goal = 1.15});
}

/* ---- row 5 */

/* Instructions of a sitting with so many of the key there and the key back. */
static double sitting_cost(int applications, const char *there, const char *back, int times)
{
	char log[PATH_MAX + 32], logged[PATH_MAX + 48];
	const char *wrapper[] = {
		speed_tool("valgrind"), "--tool=callgrind", "--callgrind-out-file=/dev/null", logged, NULL};

	snprintf(log, sizeof(log), "%s/callgrind.log", speed_folder());
	snprintf(logged, sizeof(logged), "--log-file=%s", log);
	struct bench *bench =
		kansli_open(&(struct kansli_options){.office = speed_office(applications), .wrapper = wrapper});
	bench_press(bench, "Down PgDn PgUp Up");
	for (int i = 0; i < times; i++) {
		bench_press(bench, there);
		bench_press(bench, back);
	}
	kansli_quit(bench);
	return speed_collected(log);
}

enum { MOVES = 20, PAGES = 5, KINDS = 3 };
static const struct {
	const char *there, *back;
	int times;
} kinds[KINDS] = {{"Down", "Up", MOVES}, {"PgDn", "PgUp", PAGES}, {"PgDn", "PgDn", PAGES}};

static void costs_take(int applications, double costs[KINDS])
{
	double without = sitting_cost(applications, "", "", 0);

	for (int i = 0; i < KINDS; i++)
		costs[i] = (sitting_cost(applications, kinds[i].there, kinds[i].back, kinds[i].times) - without) / 2 /
			   kinds[i].times;
}

static void cost_row(const char *what, double own, double goal, bool told)
{
	speed_row(&(struct speed_row){
		.row = 5, .what = what, .unit = "instructions", .own = own, .goal = goal, .told = told});
}

static void same_row(const char *what, double many, double few)
{
	speed_row(&(struct speed_row){.row = 5,
		.what = what,
		.unit = "instructions",
		.beside = "of 500",
		.own = many,
		.anchor = few,
		.goal = 1.02,
		.slack = 1.1});
}

static void keys_measure(void)
{
	double few[KINDS], many[KINDS];

	if (!speed_tool("valgrind")) {
		speed_skip(5, "instructions of a key", "valgrind is not installed");
		return;
	}
	costs_take(500, few);
	costs_take(20000, many);
	cost_row("a row move in loaded rows", few[0], 180e3, false);
	cost_row("a page in loaded rows", few[1], 3.6e6, false);
	cost_row("a page further down, rows read on the way", few[2], 3.6e6, true);
	same_row("a row move of 20 000, the large office here", many[0], few[0]);
	same_row("a page of 20 000, the large office here", many[1], few[1]);
}

static void measure(void)
{
	start_measure();
	keys_measure();
}

int main(void)
{
	return speed_bench(measure);
}
