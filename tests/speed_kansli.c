/* The real program on the bench, for benchmarks. */
#include "speed_kansli.h"

#include <check.h>

enum { WORDS_MOST = 24 };

const char *kansli_program(void)
{
	const char *program = getenv("KANSLI_PROGRAM");

	ck_assert_msg(program != NULL, "KANSLI_PROGRAM names the program to measure");
	return program;
}

struct bench *kansli_open(const struct kansli_options *options)
{
	char state[PATH_MAX + 32];
	const char *words[WORDS_MOST], *first = kansli_program();
	const char *const environment[] = {state, "NO_COLOR=", options->marker ? "KANSLI_MARKER=1" : NULL, NULL};
	int count = 0;

	snprintf(state, sizeof(state), "XDG_STATE_HOME=%s", speed_folder());
	if (options->wrapper) {
		first = options->wrapper[0];
		for (int i = 1; options->wrapper[i] && count < WORDS_MOST - 6; i++)
			words[count++] = options->wrapper[i];
		words[count++] = kansli_program();
	}
	words[count++] = "--db";
	words[count++] = options->office;
	words[count++] = "--as";
	words[count++] = options->login ? options->login : "elin";
	words[count] = NULL;
	struct bench_options given = {.program = first,
		.arguments = words,
		.environment = environment,
		.rows = options->rows,
		.columns = options->columns};
	return bench_open(&given);
}

void kansli_quit(struct bench *bench)
{
	bench_press(bench, "q");
	ck_assert_int_eq(bench_end(bench), 0);
	bench_close(bench);
}

/* ---- strace's log: a line is a call with its arguments, or begins with + or - */

static bool is_mark(const char *line)
{
	return strstr(line, "\\33]8888;") != NULL;
}

int trace_read(const char *log, struct traced *frames, int most)
{
	char line[4000];
	int at = 0;
	FILE *file = fopen(log, "re");

	ck_assert_msg(file != NULL, "%s: %s", log, strerror(errno));
	memset(frames, 0, (size_t)most * sizeof(*frames));
	while (fgets(line, sizeof(line), file) && at < most) {
		if (!isalpha((unsigned char)line[0]))
			continue;
		if (is_mark(line)) {
			at++;
			continue;
		}
		frames[at].calls++;
		frames[at].writes += !strncmp(line, "write(", 6) || !strncmp(line, "writev(", 7);
	}
	fclose(file);
	return at;
}

/* ---- as a test */

static void (*measured)(void);

START_TEST(measures)
{
	measured();
}
END_TEST

int speed_bench(void (*measure)(void))
{
	Suite *suite = suite_create("speed");
	TCase *all = tcase_create("speed");
	SRunner *runner = srunner_create(suite);
	int broken;

	measured = measure;
	tcase_set_timeout(all, 0);
	tcase_add_test(all, measures);
	suite_add_tcase(suite, all);
	srunner_set_fork_status(runner, CK_NOFORK);
	srunner_run_all(runner, CK_SILENT);
	broken = srunner_ntests_failed(runner);
	srunner_print(runner, broken ? CK_NORMAL : CK_SILENT);
	srunner_free(runner);
	return speed_end() != EXIT_SUCCESS || broken ? EXIT_FAILURE : EXIT_SUCCESS;
}
