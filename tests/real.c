/* The office of the real program's claims: the sample's, copied for each. */
#include "real.h"
#include "folder.h"

#include "office_copy.h"

#include <ftw.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WORDS = 24 };
static char office[96], state_variable[96];
char real_folder[64];
bool real_hastens;

const char *real_office(void)
{
	return office;
}

static int entry_drop(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

static const char *program(void)
{
	const char *path = getenv("KANSLI_PROGRAM");

	ck_assert_msg(path != NULL, "KANSLI_PROGRAM names the program to test");
	return path;
}

static void begin(void)
{
	ck_assert(folder_new(real_folder, "real"));
	snprintf(office, sizeof office, "%s/kontor.kansli", real_folder);
	snprintf(state_variable, sizeof state_variable, "XDG_STATE_HOME=%s", real_folder);
	office_copy_sample(office);
}

static void end(void)
{
	nftw(real_folder, entry_drop, 8, FTW_DEPTH | FTW_PHYS);
}

int real_run(const char *name, const TTest *const claims[], int seconds)
{
	Suite *suite = suite_create(name);
	TCase *all = tcase_create(name);
	SRunner *runner;
	int broken;

	for (; *claims; claims++)
		tcase_add_test(all, *claims);
	tcase_add_checked_fixture(all, begin, end);
	tcase_set_timeout(all, seconds);
	suite_add_tcase(suite, all);
	runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* ---- the program */

struct bench *real_open(const char *as, struct bench_options options)
{
	const char *arguments[] = {"--db", office, "--as", as, NULL};
	const char *environment[WORDS] = {state_variable};
	int count = 1;

	if (real_hastens)
		environment[count++] = "KANSLI_HASTE=1";
	for (int i = 0; options.environment && options.environment[i] && count < WORDS - 1; i++)
		environment[count++] = options.environment[i];
	options.program = program();
	options.arguments = arguments;
	options.environment = environment;
	return bench_open(&options);
}

struct bench *real_open_demo(void)
{
	const char *arguments[] = {"demo", "--path", office, NULL}, *environment[] = {state_variable, NULL};
	struct bench_options options = {.program = program(), .arguments = arguments, .environment = environment};

	return bench_open(&options);
}

void real_close(struct bench *bench)
{
	bench_text(bench, "\033\033\033\033\033\033"); /* in one write: only the last is waited for */
	demo_quit(bench);
}

int real_verb(const char *as, ...)
{
	const char *arguments[WORDS] = {"--db", office, "--as", as}, *environment[] = {state_variable, NULL};
	struct bench_options options = {.program = program(), .arguments = arguments, .environment = environment};
	struct bench *bench;
	int code, count = 4;
	va_list words;

	va_start(words, as);
	while (count < WORDS - 1 && (arguments[count] = va_arg(words, const char *)) != NULL)
		count++;
	va_end(words);
	bench = bench_open(&options);
	code = bench_end(bench);
	bench_close(bench);
	return code;
}

struct casework *real_casework(const char *as)
{
	struct casework_who who = {.login = as, .as = as};
	struct casework *cw;
	struct error err = {0};

	ck_assert_msg(casework_open(office, STORE_READ, &who, &cw, &err), "%s", err.text);
	return cw;
}

void real_find(struct bench *bench, const char *words)
{
	char typed[64];

	bench_press(bench, "/");
	snprintf(typed, sizeof typed, "\x01\x0B%s\r", words); /* in one write: one frame */
	bench_text(bench, typed);
}

void real_shown(struct bench *bench, const char *text)
{
	struct arena arena;

	arena_init(&arena);
	ck_assert_msg(bench_has(bench, text), "%s is not on the screen:\n%s", text, bench_screen(bench, &arena));
	arena_done(&arena);
}
