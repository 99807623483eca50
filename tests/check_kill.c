/* The program itself, killed at any moment: what it had answered "saved" is there, and nothing is there by halves. In
 * each round several kansli processes write a note or a score and tell so through a pipe; some are killed wherever they
 * happen to be, so that the next to come must clear up after them. The seed is printed; KANSLI_SEED runs it again. */
#include "claims.h"
#include "generate.h"

#include "casework/application.h"
#include "casework/assess.h"
#include "casework/measure.h"
#include "casework/note.h"
#include "office.h"
#include "trust.h"

#include <poll.h>
#include <spawn.h>

enum { KILLS = CLAIMS_SLOW ? 50 : 200, LANES = 4, TRIES_MOST = 4000, TALKED_OF = 15, TEXT = 400 };

extern char **environ;
static struct dice dice;

/* One run of the program: what it was to write, and what it answered. */
struct attempt {
	int lane, number;
	bool score, told, killed; /* told: it said that it had saved */
	int note_n;               /* and under which number */
};

struct lane {
	const char *login;
	int64_t measure;
	char measure_text[16];
	pid_t process;
	int pipe;
	int64_t kill_at; /* ns; 0: lives */
	struct attempt *attempt;
	char text[TEXT];
	size_t bytes;
	int saved, tried; /* numbers of score attempts: the last told, the last made */
};

struct test {
	struct lane lanes[LANES];
	struct attempt attempts[TRIES_MOST];
	int count, kills;
	int64_t usual; /* ns an undisturbed run takes */
};

static struct test *test;

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

/* ---- the office */

/* The next measure nobody assesses, from application *at on. */
static int64_t measure_free(struct casework *cw, int64_t *at, char text[16])
{
	for (;; ++*at) {
		struct measure_list list = {0};
		int64_t found = 0;

		OK(measure_list_load(cw, *at, &list, err));
		for (int i = 0; i < list.count && !found; i++) {
			const struct measure *measure = &list.items[i];

			if (measure->assignments)
				continue;
			found = measure->id;
			snprintf(text, 16, "%d-%d.%d", measure->application_n, measure->year, measure->n);
		}
		measure_list_done(&list);
		if (found)
			return found;
	}
}

static void office_make(void)
{
	static const char *const logins[LANES] = {"elin", "olle", "maja", "mats"};
	struct casework *cw = generate_office(trust_path, 30, 5, NULL);
	int64_t at = TALKED_OF + 1; /* of 2026: none is decided */

	for (int i = 0; i < LANES; i++) {
		struct lane *lane = &test->lanes[i];

		lane->login = logins[i];
		lane->measure = measure_free(cw, &at, lane->measure_text);
		OK(assessor_assign(cw, NULL, lane->measure, office_person(cw, lane->login), err));
	}
	casework_close(cw);
}

static void begin(void)
{
	trust_folder_make();
	test = memory_take(sizeof(*test));
	memset(test, 0, sizeof(*test));
	test->usual = 20000000;
	office_make();
}

static void end(void)
{
	trust_folder_drop();
	free(test);
}

/* ---- runs of the program */

static void program_start(struct lane *lane, const char *const *words)
{
	const char *program = getenv("KANSLI_PROGRAM");
	char *given[16];
	int ends[2], count = 0;
	posix_spawn_file_actions_t actions;

	ck_assert_ptr_nonnull(program);
	for (given[count++] = (char *)(uintptr_t)program; *words; words++)
		given[count++] = (char *)(uintptr_t)*words;
	given[count] = NULL;
	ck_assert_int_eq(pipe2(ends, O_CLOEXEC), 0);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
	ck_assert_int_eq(posix_spawn(&lane->process, program, &actions, NULL, given, environ), 0);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	lane->pipe = ends[0];
	lane->bytes = 0;
}

static struct attempt *attempt_new(int lane, bool score)
{
	struct attempt *attempt = &test->attempts[test->count];

	ck_assert_int_lt(test->count, TRIES_MOST);
	*attempt = (struct attempt){.lane = lane, .number = ++test->count, .score = score};
	return attempt;
}

static void attempt_start(int which)
{
	struct lane *lane = &test->lanes[which];
	bool score = dice_chance(&dice, 40);
	char value[64];

	lane->attempt = attempt_new(which, score);
	lane->kill_at = dice_chance(&dice, 75) ? now() + test->usual * (1 + dice_throw(&dice, 1200)) / 1000 : 0;
	if (score) {
		lane->tried = lane->attempt->number;
		snprintf(value, sizeof(value), "K1=%d", lane->tried);
		program_start(lane, (const char *[]){"--db", trust_path, "--as", lane->login, "score",
					    lane->measure_text, "--reason", value, NULL});
	} else {
		snprintf(value, sizeof(value), "%d", lane->attempt->number);
		program_start(lane, (const char *[]){"--db", trust_path, "--as", lane->login, "note", "15-2025",
					    "--said", value, "--way", "phone", NULL});
	}
}

/* All that the program said before its end; false while it goes on. */
static bool said_all(struct lane *lane)
{
	ssize_t got = read(lane->pipe, lane->text + lane->bytes, TEXT - 1 - lane->bytes);

	ck_assert_int_ge(got, 0);
	lane->bytes += (size_t)got;
	lane->text[lane->bytes] = '\0';
	return got == 0;
}

static void attempt_judge(struct lane *lane, int status, int64_t took)
{
	struct attempt *attempt = lane->attempt;

	attempt->killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
	attempt->told = strstr(lane->text, "saved") != NULL;
	if (attempt->told && attempt->score)
		lane->saved = attempt->number;
	if (attempt->told && !attempt->score)
		attempt->note_n = (int)strtol(lane->text + strlen("Note "), NULL, 10);
	ck_assert_msg(attempt->killed || (attempt->told && WIFEXITED(status) && WEXITSTATUS(status) == 0),
		"status %x: %s", (unsigned)status, lane->text);
	test->kills += attempt->killed;
	if (!attempt->killed)
		test->usual = (test->usual * 7 + took) / 8;
}

static void lane_finish(struct lane *lane, int64_t began)
{
	int status;

	close(lane->pipe);
	ck_assert_int_eq(waitpid(lane->process, &status, 0), lane->process);
	lane->process = 0;
	attempt_judge(lane, status, now() - began);
}

/* The time until the first of those who shall be killed is. */
static int64_t next_kill(void)
{
	int64_t first = INT64_MAX;

	for (int i = 0; i < LANES; i++)
		if (test->lanes[i].process && test->lanes[i].kill_at && test->lanes[i].kill_at < first)
			first = test->lanes[i].kill_at;
	return first;
}

static void kill_due(void)
{
	for (int i = 0; i < LANES; i++) {
		struct lane *lane = &test->lanes[i];

		if (!lane->process || !lane->kill_at || lane->kill_at > now())
			continue;
		ck_assert_int_eq(kill(lane->process, SIGKILL), 0);
		lane->kill_at = 0;
	}
}

/* Something was said, or it is time for the next kill. */
static void round_wait(struct pollfd polled[LANES])
{
	int64_t first = next_kill(), left = first == INT64_MAX ? INT64_MAX : first - now();
	struct timespec wait = {.tv_sec = left / 1000000000, .tv_nsec = left % 1000000000};

	for (int i = 0; i < LANES; i++)
		polled[i] = (struct pollfd){test->lanes[i].process ? test->lanes[i].pipe : -1, POLLIN, 0};
	if (left <= 0)
		wait = (struct timespec){0, 0};
	ck_assert_int_ge(ppoll(polled, LANES, left == INT64_MAX ? NULL : &wait, NULL), 0);
}

static void round_run(void)
{
	struct pollfd polled[LANES];
	int64_t began = now();
	int running = LANES;

	for (int i = 0; i < LANES; i++)
		attempt_start(i);
	while (running) {
		round_wait(polled);
		kill_due();
		for (int i = 0; i < LANES; i++) {
			if (!(polled[i].revents & (POLLIN | POLLHUP)) || !said_all(&test->lanes[i]))
				continue;
			lane_finish(&test->lanes[i], began);
			running--;
		}
	}
}

/* ---- what is in the file */

/* How many answers the notes do not bear out: told and not there, there twice, or under another number. *untold gets
 * how many were saved by a run that was killed before it had said so. */
static int notes_lost(struct casework *cw, int *untold)
{
	int *seen = memory_take((size_t)(test->count + 1) * sizeof(*seen)), wrong = 0;
	struct note_list list = {0};

	memset(seen, 0, (size_t)(test->count + 1) * sizeof(*seen));
	OK(note_list_load(cw, TALKED_OF, &list, err));
	for (int i = 0; i < list.count; i++) {
		long number = strtol(list.items[i].said, NULL, 10);

		if (number < 1 || number > test->count)
			continue; /* there from the beginning */
		seen[number]++;
		if (test->attempts[number - 1].told && test->attempts[number - 1].note_n != list.items[i].n)
			wrong++;
	}
	for (int i = 0; i < test->count; i++) {
		const struct attempt *attempt = &test->attempts[i];
		int most = attempt->score ? 0 : 1;

		if (seen[i + 1] > most || (attempt->told && seen[i + 1] != most))
			wrong++;
		*untold += seen[i + 1] && !attempt->told;
	}
	note_list_done(&list);
	free(seen);
	return wrong;
}

/* A sheet holds the last score that was told, or one tried after it. */
static int scores_lost(struct casework *cw)
{
	int wrong = 0;

	for (int i = 0; i < LANES; i++) {
		struct lane *lane = &test->lanes[i];
		struct score_sheet sheet = {0};
		long kept;

		office_sit(cw, lane->login);
		OK(score_sheet_load(cw, lane->measure, &sheet, err));
		kept = strtol(sheet.items[0].reason, NULL, 10);
		wrong += kept < lane->saved || kept > lane->tried;
		lane->saved = (int)kept; /* from now on nothing older may be there */
		score_sheet_done(&sheet);
	}
	return wrong;
}

/* ---- claims */

START_TEST(a_killed_program_has_kept_what_it_said_it_saved)
{
	int told = 0, killed_told = 0, untold = 0;

	for (int round = 0; test->kills < KILLS; round++) {
		struct casework *cw;

		round_run();
		cw = trust_office("elin");
		ck_assert_int_eq(scores_lost(cw), 0);
		if (round % 20 == 0)
			trust_whole(cw);
		casework_close(cw);
	}
	struct casework *cw = trust_office("elin");
	ck_assert_int_eq(notes_lost(cw, &untold), 0);
	trust_whole(cw);
	casework_close(cw);
	for (int i = 0; i < test->count; i++) {
		told += test->attempts[i].told;
		killed_told += test->attempts[i].told && test->attempts[i].killed;
	}
	printf("# %d runs, %d killed: %d after their answer, %d notes between saving and answering; %d answers kept\n",
		test->count, test->kills, killed_told, untold, told);
	fflush(stdout);
}
END_TEST

/* Answers before it saves, and is killed in between. */
static _Noreturn void hasty_run(int tell, int number)
{
	struct casework *cw = trust_office("elin");
	struct note_change note = {.occurred_on = "2026-11-20", .way = "phone"};
	char said[16];
	int n;

	snprintf(said, sizeof(said), "%d", number);
	note.said = said;
	dprintf(tell, "Note 1 of 15-2025 is saved.\n");
	pause();
	note_add(cw, NULL, TALKED_OF, &note, &n, NULL);
	_exit(0);
}

START_TEST(a_program_that_answers_before_it_has_saved_is_found_out)
{
	struct lane *lane = &test->lanes[0];
	int ends[2], untold = 0;

	ck_assert_int_eq(pipe(ends), 0);
	lane->attempt = attempt_new(0, false);
	lane->process = fork();
	ck_assert_int_ge(lane->process, 0);
	if (!lane->process)
		hasty_run(ends[1], lane->attempt->number);
	close(ends[1]);
	lane->pipe = ends[0];
	ck_assert(!said_all(lane));
	ck_assert_int_eq(kill(lane->process, SIGKILL), 0);
	lane_finish(lane, now());
	struct casework *cw = trust_office("elin");
	ck_assert_int_eq(notes_lost(cw, &untold), 1);
	casework_close(cw);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("kill");
	TCase *kills = tcase_create("kill");
	SRunner *runner = srunner_create(suite);
	int broken;

	dice.state = trust_seed() * UINT64_C(0x9E3779B97F4A7C15) + 1;
	tcase_set_timeout(kills, 90);
	tcase_add_checked_fixture(kills, begin, end);
	tcase_add_test(kills, a_killed_program_has_kept_what_it_said_it_saved);
	tcase_add_test(kills, a_program_that_answers_before_it_has_saved_is_found_out);
	suite_add_tcase(suite, kills);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}
