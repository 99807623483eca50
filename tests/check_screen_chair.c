/* The chair's sitting at 80x24: a round of 36 measures in order, four of them moved with reasons, what is firm and what
 * to discuss, the proposal locked and read back; then what a person with a conflict of interest sees of it. */
#include "contest.h"
#include "real.h"

#include "base/buffer.h"
#include "base/chance.h"
#include "base/file.h"
#include "casework/budget.h"
#include "casework/disqualification.h"
#include "store/inside.h"

enum { APPLICATIONS = 12, MEASURES = 36, PATIENCE_MS = 20000 };

/* ---- the round */

static void limit_set(struct casework *cw, int64_t round)
{
	struct limit_change change = {.kind = "round",
		.year = 2026,
		.round = round,
		.ore = INT64_C(20000000000),
		.source = "Delegationens beslut",
		.valid_from = "2026-01-01"};

	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &change, err));
}

static void measure_make(struct casework *cw, int64_t application, struct chance *chance, int n)
{
	const int tkr[CONTEST_YEARS] = {0, 3000 + 500 * (int)chance_below(chance, 20)};
	char title[32];
	int64_t id;

	snprintf(title, sizeof title, "Åtgärd %d", n);
	id = contest_measure(cw, application, title, tkr);
	contest_assess(cw, id, "mats", 1 + (int)chance_below(chance, 4), (int)chance_below(chance, 5),
		(int)chance_below(chance, 5));
	contest_assess(cw, id, "maja", 1 + (int)chance_below(chance, 4), (int)chance_below(chance, 5),
		(int)chance_below(chance, 5));
}

/* Over the sample office. */
static void office_put(struct casework *cw)
{
	sqlite3 *file;
	sqlite3_backup *backup;

	ck_assert_int_eq(sqlite3_open(real_office(), &file), SQLITE_OK);
	backup = sqlite3_backup_init(file, "main", casework_store(cw)->db, "main");
	ck_assert_msg(backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE, "%s", sqlite3_errmsg(file));
	ck_assert_int_eq(sqlite3_backup_finish(backup), SQLITE_OK);
	ck_assert_int_eq(sqlite3_close(file), SQLITE_OK);
}

/* In memory, then put where the program looks: a hundred events are not waited for one by one. */
static void office_make(void)
{
	struct disqualification_change report = {.answer = "reported", .ground = "other", .what = "Leder projektet."};
	static const char *const leads[] = {"13", "19", "20", "23"};
	struct casework *cw = office_open();
	struct chance chance;
	int64_t round = office_round(cw, "2026");

	chance_start(&chance, 36, 0);
	for (int a = 0; a < APPLICATIONS; a++) {
		char title[32];
		int64_t application;

		snprintf(title, sizeof title, "Ansökan %d", a + 1);
		application = contest_application(cw, title, (const char *[]){leads[a % 4], NULL});
		for (int m = 0; m < MEASURES / APPLICATIONS; m++)
			measure_make(cw, application, &chance, 1 + a * MEASURES / APPLICATIONS + m);
		report.about.application = application;
		office_sit(cw, "olle");
		if (a < 4)
			OK(disqualification_answer(cw, NULL, &report, NULL, err));
	}
	limit_set(cw, round);
	office_sit(cw, "kim");
	office_put(cw);
	casework_close(cw);
}

/* ---- at the desk */

/* What is worked out beside the screen has no key to wait for: the screen is read until it is there. */
static void told(struct bench *bench, const char *text)
{
	while (!bench_has(bench, text) && !bench_quiet(bench, PATIENCE_MS)) {
	}
	real_shown(bench, text);
}

static void answer(struct bench *bench, const char *text)
{
	bench_press(bench, "Ctrl-A Ctrl-K");
	bench_type(bench, text);
	bench_press(bench, "Enter");
}

static void order_seen(struct bench *bench)
{
	bench_press(bench, "2");
	real_shown(bench, "Rangordning");
	bench_press(bench, "End");
	real_shown(bench, "36 åtgärder");
	real_shown(bench, "  36  ");
	bench_press(bench, "Home");
}

static void moved(struct bench *bench, const char *keys, const char *reason)
{
	bench_press(bench, keys);
	real_shown(bench, "Varför flyttas");
	answer(bench, reason);
	real_shown(bench, "är flyttad till plats");
}

static void four_moved(struct bench *bench)
{
	moved(bench, "Home J", "Den andra visar större vinst (13 §).");
	moved(bench, "Home Down Down Down K", "Fler regioner får del av den.");
	bench_press(bench, "Home Down Down Down Down Down Down m");
	answer(bench, "12");
	answer(bench, "Vinsten kommer sent.");
	real_shown(bench, "är flyttad till plats 12.");
	bench_press(bench, "End m");
	answer(bench, "20");
	answer(bench, "Minst men snabbast.");
	real_shown(bench, "är flyttad till plats 20.");
}

static void firmness_read(struct bench *bench)
{
	bench_press(bench, "Home F");
	told(bench, " att diskutera, ");
	real_shown(bench, "Poängen är inte prövningen enligt 13 §.");
	bench_press(bench, "Esc");
	real_shown(bench, "Rangordning");
}

static void optimum_read(struct bench *bench)
{
	bench_press(bench, "O");
	told(bench, "bevisat");
	real_shown(bench, "Enbart poäng: ");
	real_shown(bench, "2026 binder");
	bench_press(bench, "Esc");
	real_shown(bench, "Rangordning");
}

/* The line breaks in the middle of a reason: it stands in the question again. */
static struct bench *broken_off(struct bench *bench)
{
	bench_press(bench, "Home Down Down Down Down Down J");
	real_shown(bench, "Varför flyttas");
	bench_type(bench, "Halvt sk");
	real_close(bench);
	bench = real_open("kim", (struct bench_options){.rows = 24, .columns = 80});
	real_shown(bench, "Osparat arbete");
	bench_press(bench, "Enter");
	real_shown(bench, "Rangordning");
	bench_press(bench, "Home Down Down Down Down Down J");
	real_shown(bench, "Skäl: Halvt sk");
	bench_press(bench, "Esc");
	return bench;
}

/* Three frames are tried, each said in words; the real one stands again afterwards. */
static void frames_tried(struct bench *bench)
{
	static const char *const frames[] = {"120 mnkr", "160 mnkr", "260 mnkr"};

	for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
		bench_press(bench, "R Enter");
		real_shown(bench, "bara controllern");
		answer(bench, "mycket"); /* no amount: what was typed stays to be mended */
		real_shown(bench, "mycket");
		real_shown(bench, "bara controllern");
		answer(bench, frames[i]);
		told(bench, "PRÖVAR");
		bench_press(bench, "J"); /* refused: what is tried is not the order */
		ck_assert_hidden(bench, "Varför flyttas");
	}
	bench_press(bench, "Esc");
	ck_assert_hidden(bench, "PRÖVAR");
	real_shown(bench, "Prövningen är avslutad.");
}

static void locked(struct bench *bench)
{
	bench_press(bench, "L");
	real_shown(bench, "36 åtgärder");
	answer(bench, "35");
	answer(bench, "36");
	real_shown(bench, "låst");
}

/* What was locked stays; the next begins from it, and the two stand side by side. */
static void next_compared(struct bench *bench)
{
	moved(bench, "Home Down Down Down Down Down J", "Den nästa är redan igång.");
	bench_press(bench, "v");
	told(bench, "Förslag 2 bredvid 1");
	real_shown(bench, "2 flyttade");
	bench_press(bench, "Esc");
}

/* The record on file holds the reasons. */
static void written(struct bench *bench)
{
	struct buffer text;
	char path[128];

	snprintf(path, sizeof path, "%s/protokoll.txt", real_folder);
	bench_press(bench, "w 2");
	answer(bench, path);
	buffer_init(&text);
	OK(file_read(path, 1 << 20, &text, err));
	ck_assert_ptr_nonnull(strstr(text.text, "Fler regioner får del av den."));
	ck_assert_ptr_nonnull(strstr(text.text, "Minst men snabbast."));
	buffer_done(&text);
}

START_TEST(the_chair_goes_through_a_round_in_one_sitting)
{
	struct bench *bench;

	office_make();
	bench = real_open("kim", (struct bench_options){.rows = 24, .columns = 80});
	order_seen(bench);
	four_moved(bench);
	bench = broken_off(bench);
	frames_tried(bench);
	firmness_read(bench);
	optimum_read(bench);
	locked(bench);
	next_compared(bench);
	written(bench);
	real_close(bench);
	bench = real_open("olle", (struct bench_options){.rows = 24, .columns = 80});
	bench_press(bench, "2");
	real_shown(bench, "Rangordning");
	ck_assert_hidden(bench, "Väger");
	bench_press(bench, "End");
	real_shown(bench, "dold");
	real_close(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_chair_goes_through_a_round_in_one_sitting, NULL};

	return real_run("screen chair", claims, 120);
}
