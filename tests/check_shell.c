/* The shell's door through the real program: tests/shell/NAME.scn are scenarios (scenario.h says what their lines
 * mean), each a claim of its own; and what a scenario cannot bring about. */
#include "claims.h"
#include "folder.h"
#include "json_is.h"
#include "office.h"
#include "office_copy.h"
#include "scenario.h"

#include "base/file.h"
#include <dirent.h>

enum { SCENARIOS = 100, PATH = SCENARIO_PATH };

static char store[64], demo[96]; /* what all scenarios start from */
static char *names[SCENARIOS];
static int name_count;

START_TEST(scenario_plays)
{
	struct scenario scenario;
	char path[PATH], folder[16];
	struct buffer text;

	buffer_init(&text);
	snprintf(folder, sizeof folder, "%d", _i);
	scenario_init(&scenario, names[_i], store, folder, demo);
	snprintf(path, sizeof path, "%s/%s.scn", SCENARIO_ROOT, names[_i]);
	OK(file_read(path, 1 << 20, &text, err));
	scenario_play(&scenario, text.text);
	ck_assert_msg(!scenario.wrong.bytes, "%s", scenario.wrong.text);
	scenario_done(&scenario);
	buffer_done(&text);
}
END_TEST

/* ---- what a scenario cannot bring about */

static void scenario_begin(struct scenario *scenario, const char *name)
{
	scenario_init(scenario, name, store, name, demo);
}

static void scenario_holds(struct scenario *scenario, const char *lines)
{
	char text[400];

	snprintf(text, sizeof text, "%s", lines);
	scenario_play(scenario, text);
	ck_assert_msg(!scenario->wrong.bytes, "%s", scenario->wrong.text);
}

START_TEST(an_office_where_the_queue_stands_still_ends_with_6)
{
	struct scenario scenario;
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	char path[2 * PATH];
	int lock;

	scenario_begin(&scenario, "busy");
	snprintf(path, sizeof path, "%s-lock", scenario.db);
	lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	ck_assert_int_ge(lock, 0);
	ck_assert_int_eq(fcntl(lock, F_OFD_SETLK, &whole), 0);
	scenario_holds(&scenario, "ARGS note 12-2026 --as elin --way telefon --said Hej\nEXIT 6\n");
	close(lock);
	scenario_holds(&scenario, "ARGS note 12-2026 --as elin --way telefon --said Hej\nEXIT 0\n");
	scenario_done(&scenario);
}
END_TEST

START_TEST(an_office_that_somebody_has_written_in_by_hand_ends_with_7)
{
	static const char said[] = "Rekryteringen av farmaceuter";
	struct scenario scenario;
	struct buffer bytes;
	char *found;

	scenario_begin(&scenario, "forged");
	buffer_init(&bytes);
	OK(file_read(scenario.db, 64 << 20, &bytes, err));
	found = memmem(bytes.text, bytes.bytes, said, strlen(said));
	ck_assert_ptr_nonnull(found);
	memcpy(found, "Anställningen ", strlen("Anställningen "));
	OK(file_write(scenario.db, bytes.text, bytes.bytes, true, 0600, err));
	buffer_done(&bytes);
	scenario_holds(&scenario, "ARGS check\nEXIT 7\nOUT 2-2026\nERR finding\n");
	scenario_done(&scenario);
}
END_TEST

/* The same of a file that may not be there yet. */
static void output_read_if(const struct scenario *scenario, const char *name, struct buffer *out)
{
	char path[2 * PATH];

	snprintf(path, sizeof path, "%s/%s", scenario->folder, name);
	buffer_clear(out);
	file_read(path, 64 << 20, out, NULL);
}

/* A large file: it is being taken in when the signal comes. */
START_TEST(an_import_that_is_stopped_leaves_nothing)
{
	struct scenario scenario;
	char pipe[2 * PATH], program[] = "kansli", verb[] = "import", as[] = "--as=siv";
	char *argv[] = {program, verb, as, pipe, NULL};
	int feed, status = 0;
	pid_t pid;

	scenario_begin(&scenario, "stopped");
	snprintf(pipe, sizeof pipe, "%s/endless.csv", scenario.folder);
	feed = open(pipe, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	dprintf(feed, "ref;omgång;sökande;ärende;inkom;sätt\n");
	for (int i = 0; i < 200000; i++)
		dprintf(feed, "S%d;2026;20;Stoppad;2026-11-10;post\n", i);
	close(feed);
	pid = fork();
	if (pid == 0)
		kansli_become(scenario.folder, scenario.db, argv);
	/* It says what the file holds when it has read it, long before it has taken it in. */
	for (scenario.err.bytes = 0; !scenario.err.bytes && waitpid(pid, &status, WNOHANG) == 0;)
		output_read_if(&scenario, ".err", &scenario.err);
	ck_assert_int_eq(kill(pid, SIGINT), 0);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 128 + SIGINT);
	scenario_holds(&scenario, "ARGS list --plain\nOUT! Stoppad\nARGS check\n");
	scenario_done(&scenario);
}
END_TEST

START_TEST(json_is_told_from_what_is_not)
{
	static const char *const good[] = {"{}", "[1,-2.5e3,\"a\\u00e5\\n\",true,null,{\"a\":[]}]\n", " 0 "};
	static const char *const bad[] = {"", "{", "{\"a\"}", "[1,]", "{\"a\":1,}", "01", "\"\n\"", "nul", "[] []",
		"'a'", "{a:1}", "\"\\x\"", "1."};

	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
		ck_assert_msg(json_is(good[i]), "%s", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		ck_assert_msg(!json_is(bad[i]), "%s", bad[i]);
}
END_TEST

/* The control: scenarios that say what is not so do not hold. */
static const char *const wrong[] = {"ARGS help\nOUT nobody says this\n", "ARGS help\nOUT! kansli\n",
	"ARGS help\nEXIT 2\n", "ARGS nosuch\n", "ARGS help\nJSON\n", "ARGS help\nOUT= x\n",
	"ARGS nosuch\nEXIT 2\nERR nobody says this\n", "PUT a\n| one\nFILE a two\n", "NONSENSE\n"};

START_TEST(a_wrong_scenario_is_found)
{
	struct scenario scenario;
	char text[200], folder[16];

	snprintf(folder, sizeof folder, "wrong%d", _i);
	snprintf(text, sizeof text, "%s", wrong[_i]);
	scenario_init(&scenario, "wrong", store, folder, NULL);
	scenario_play(&scenario, text);
	ck_assert_int_gt(scenario.wrong.bytes, 0);
	scenario_done(&scenario);
}
END_TEST

static int name_compare(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void names_read(void)
{
	struct dirent *entry;
	DIR *folder = opendir(SCENARIO_ROOT);

	while (folder && (entry = readdir(folder)) != NULL && name_count < SCENARIOS) {
		char *dot = strrchr(entry->d_name, '.');

		if (dot && !strcmp(dot, ".scn"))
			names[name_count++] = strndup(entry->d_name, (size_t)(dot - entry->d_name));
	}
	if (folder)
		closedir(folder);
	qsort(names, (size_t)name_count, sizeof names[0], name_compare);
}

static bool demo_copy(void)
{
	if (!folder_new(store, "shell"))
		return false;
	snprintf(demo, sizeof demo, "%s/demo.kansli", store);
	office_copy_sample(demo);
	return true;
}

int main(void)
{
	static TTest claims[SCENARIOS];
	Suite *suite = suite_create("shell");
	TCase *all = tcase_create("shell");
	SRunner *runner = srunner_create(suite);
	int broken = 1;

	names_read();
	for (int i = 0; i < name_count; i++) {
		claims[i] = *scenario_plays;
		claims[i].name = names[i];
		tcase_add_loop_test(all, &claims[i], i, i + 1);
	}
	tcase_add_test(all, an_office_where_the_queue_stands_still_ends_with_6);
	tcase_add_test(all, an_office_that_somebody_has_written_in_by_hand_ends_with_7);
	tcase_add_test(all, an_import_that_is_stopped_leaves_nothing);
	tcase_add_test(all, json_is_told_from_what_is_not);
	tcase_add_loop_test(all, a_wrong_scenario_is_found, 0, sizeof wrong / sizeof wrong[0]);
	tcase_set_timeout(all, 120);
	suite_add_tcase(suite, all);
	srunner_set_tap(runner, "-");
	if (name_count && demo_copy()) {
		srunner_run_all(runner, CK_SILENT);
		broken = srunner_ntests_failed(runner);
	}
	srunner_free(runner);
	folder_remove(store);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}
