/* Many at the same rows: nobody's change is lost, whoever saves meanwhile. Each of several processes reads a case, adds
 * one to the count its summary holds, and saves it with the version it read; a conflict is read again. A writer that
 * saves without the version shows that the test would notice. The seed is printed; KANSLI_SEED runs it again. */
#include "claims.h"
#include "generate.h"

#include "base/text.h"
#include "casework/application.h"
#include "casework/matter.h"
#include "office.h"
#include "trust.h"

enum {
	WRITERS = 8,
	EDITS = CLAIMS_SLOW ? 40 : 200,
	SHARED = 5,
	NAIVE_TURNS = 12,
	TAKERS = 6,
	NUMBERS = CLAIMS_SLOW ? 8 : 25
};

static uint64_t seed;

/* ---- one edit */

static struct application_change as_it_is(const struct application *application, const char *summary)
{
	return (struct application_change){.round = application->row.round_name,
		.lead = application->row.lead,
		.title = application->row.title,
		.own_number = application->row.own_number,
		.arrived_on = application->row.arrived_on,
		.arrived_time = application->arrived_time,
		.way = application->way,
		.summary = summary,
		.economy = application->economy,
		.needs = application->needs,
		.scope = application->scope,
		.sources = application->sources,
		.invented = application->invented};
}

static long counted(const char *summary)
{
	return strncmp(summary, "Antal: ", 7) ? 0 : strtol(summary + 7, NULL, 10);
}

/* Saves what was read with one more counted. ERROR_CONFLICT when somebody came first and `careful` says so. */
static enum error_kind count_up(struct casework *cw, const struct application *read, bool careful)
{
	struct operation op = operation_new();
	struct error err = {0};
	char summary[64];

	snprintf(summary, sizeof(summary), "Antal: %ld", counted(read->summary) + 1);
	op.if_version = careful ? read->row.version : 0;
	struct application_change change = as_it_is(read, summary);
	if (application_change(cw, &op, read->row.id, &change, &err))
		return ERROR_NONE;
	if (err.kind != ERROR_CONFLICT)
		fprintf(stderr, "# %s\n", err.text);
	return err.kind;
}

/* ---- the processes */

struct tally {
	int saved[SHARED], conflicts;
};

/* Until it has saved its edits; how often on which row goes to the pipe. */
static _Noreturn void writer_run(int which, int start, int report)
{
	struct dice dice = {seed + (uint64_t)which * 7919 + 1};
	struct tally tally = {{0}, 0};
	struct casework *cw = trust_office("elin");
	char go;

	if (read(start, &go, 1) != 0) /* the pipe's end: all have opened */
		_exit(1);
	for (int done = 0; done < EDITS;) {
		int row = dice_throw(&dice, SHARED);
		struct application application;
		enum error_kind kind;

		OK(application_load(cw, row + 1, &application, err));
		kind = count_up(cw, &application, true);
		application_done(&application);
		if (kind != ERROR_NONE && kind != ERROR_CONFLICT)
			_exit(1);
		tally.conflicts += kind == ERROR_CONFLICT;
		tally.saved[row] += kind == ERROR_NONE;
		done += kind == ERROR_NONE;
	}
	casework_close(cw);
	_exit(write(report, &tally, sizeof(tally)) == sizeof(tally) ? 0 : 1);
}

static void writers_run(struct tally *sum)
{
	int start[2], report[2], status;
	struct tally one;

	ck_assert(pipe(start) == 0 && pipe(report) == 0);
	for (int i = 0; i < WRITERS; i++) {
		pid_t child = fork();

		ck_assert_int_ge(child, 0);
		if (child)
			continue;
		close(start[1]);
		writer_run(i, start[0], report[1]);
	}
	close(start[1]);
	for (int i = 0; i < WRITERS; i++) {
		ck_assert_int_gt(wait(&status), 0);
		ck_assert_int_eq(status, 0);
		ck_assert_int_eq(read(report[0], &one, sizeof(one)), sizeof(one));
		for (int row = 0; row < SHARED; row++)
			sum->saved[row] += one.saved[row];
		sum->conflicts += one.conflicts;
	}
}

/* What the file says of row 1…SHARED against what was answered "saved": how many answers it does not show. */
static int lost(struct casework *cw, const struct tally *tally, const int64_t *versions)
{
	int missing = 0;

	for (int row = 0; row < SHARED; row++) {
		struct application application;

		OK(application_load(cw, row + 1, &application, err));
		ck_assert_int_eq(application.row.version - versions[row], tally->saved[row]);
		missing += tally->saved[row] - (int)counted(application.summary);
		application_done(&application);
	}
	return missing;
}

static void versions_read(struct casework *cw, int64_t versions[SHARED])
{
	for (int row = 0; row < SHARED; row++) {
		struct application application;

		OK(application_load(cw, row + 1, &application, err));
		versions[row] = application.row.version;
		application_done(&application);
	}
}

/* ---- numbers: applications and matters of other kinds are given theirs from one series */

static void application_take(struct casework *cw)
{
	struct application_change form = {.round = "2026",
		.lead = "23",
		.title = "Ansökan",
		.arrived_on = "2026-03-10",
		.way = "email",
		.summary = "",
		.economy = "",
		.needs = "",
		.scope = "",
		.sources = ""};
	int64_t id = 0;

	OK(application_register(cw, NULL, &form, NULL, 0, &id, err));
}

static void matter_take(struct casework *cw)
{
	struct matter_change form = {.kind = "request",
		.title = "Begäran",
		.opened_on = "2026-11-20",
		.party = "",
		.about = "",
		.outcome = ""};
	int64_t id = 0;

	OK(matter_open(cw, NULL, &form, &id, err));
}

static _Noreturn void taker_run(bool matters, int start)
{
	struct casework *cw = trust_office("elin");
	char go;

	if (read(start, &go, 1) != 0)
		_exit(1);
	for (int i = 0; i < NUMBERS; i++)
		matters ? matter_take(cw) : application_take(cw);
	casework_close(cw);
	_exit(0);
}

static void takers_run(void)
{
	int start[2], status;

	ck_assert(pipe(start) == 0);
	for (int i = 0; i < TAKERS; i++) {
		pid_t child = fork();

		ck_assert_int_ge(child, 0);
		if (child)
			continue;
		close(start[1]);
		taker_run(i % 2, start[0]);
	}
	close(start[1]);
	for (int i = 0; i < TAKERS; i++) {
		ck_assert_int_gt(wait(&status), 0);
		ck_assert_int_eq(status, 0);
	}
}

/* Each number of the year is a case once, and none is left out. */
static void numbers_check(struct casework *cw, int total)
{
	bool *taken = memory_take((size_t)(total + 1) * sizeof *taken);
	struct matter_query query = {0};
	struct matter_list matters;
	struct application_list all;

	memset(taken, 0, (size_t)(total + 1) * sizeof *taken);
	OK(matter_list_load(cw, &query, &matters, err));
	OK(application_list_load(cw, &(struct application_query){0}, &all, err));
	ck_assert_int_eq(matters.count, TAKERS / 2 * NUMBERS);
	for (int i = 0; i < matters.count; i++)
		taken[matters.items[i].n] = true;
	for (int i = 0; i < all.count; i++) {
		if (all.items[i].year != 2026)
			continue;
		ck_assert(!taken[all.items[i].n]);
		taken[all.items[i].n] = true;
	}
	for (int n = 1; n <= total; n++)
		ck_assert_msg(taken[n], "%d is nobody's number", n);
	application_list_done(&all);
	matter_list_done(&matters);
	free(taken);
}

/* ---- claims */

START_TEST(applications_and_matters_registered_at_once_get_each_its_number_and_leave_no_gap)
{
	struct casework *cw = generate_office(trust_path, 20, seed, NULL);
	struct application_list before;
	int total = 0;

	OK(application_list_load(cw, &(struct application_query){0}, &before, err));
	for (int i = 0; i < before.count; i++)
		total += before.items[i].year == 2026;
	application_list_done(&before);
	casework_close(cw);
	takers_run();
	cw = trust_office("elin");
	numbers_check(cw, total + TAKERS * NUMBERS);
	trust_whole(cw);
	casework_close(cw);
}
END_TEST

START_TEST(no_change_saved_with_its_version_is_lost)
{
	struct casework *cw = generate_office(trust_path, 20, seed, NULL);
	struct tally tally = {{0}, 0};
	int64_t versions[SHARED], events = office_events(cw);
	int saved = 0;

	versions_read(cw, versions);
	casework_close(cw);
	writers_run(&tally);
	cw = trust_office("elin");
	ck_assert_int_eq(lost(cw, &tally, versions), 0);
	for (int row = 0; row < SHARED; row++)
		saved += tally.saved[row];
	ck_assert_int_eq(saved, WRITERS * EDITS);
	ck_assert_int_eq(office_events(cw) - events, saved); /* and a conflict writes none */
	printf("# %d edits saved by %d processes, %d conflicts shown\n", saved, WRITERS, tally.conflicts);
	fflush(stdout);
	ck_assert_int_gt(tally.conflicts, 0);
	trust_whole(cw);
	casework_close(cw);
}
END_TEST

/* All read before any saves, turn after turn: a writer without versions must lose all but one of each turn. */
START_TEST(a_writer_that_saves_without_the_version_is_seen_to_lose)
{
	struct casework *first = generate_office(trust_path, 20, seed, NULL), *second = trust_office("elin");
	struct tally tally = {{0}, 0};
	int64_t versions[SHARED];

	versions_read(first, versions);
	for (int turn = 0; turn < NAIVE_TURNS; turn++) {
		struct application here, there;

		OK(application_load(first, 1, &here, err));
		OK(application_load(second, 1, &there, err));
		tally.saved[0] += count_up(first, &here, false) == ERROR_NONE;
		tally.saved[0] += count_up(second, &there, false) == ERROR_NONE;
		application_done(&here);
		application_done(&there);
	}
	ck_assert_int_eq(tally.saved[0], 2 * NAIVE_TURNS);
	ck_assert_int_eq(lost(first, &tally, versions), NAIVE_TURNS);
	trust_whole(first); /* each was saved and told: nothing but the version could have helped */
	casework_close(second);
	casework_close(first);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("race");
	TCase *race = tcase_create("race");
	SRunner *runner = srunner_create(suite);
	int broken;

	seed = trust_seed();
	tcase_set_timeout(race, 60);
	tcase_add_checked_fixture(race, trust_folder_make, trust_folder_drop);
	tcase_add_test(race, applications_and_matters_registered_at_once_get_each_its_number_and_leave_no_gap);
	tcase_add_test(race, no_change_saved_with_its_version_is_lost);
	tcase_add_test(race, a_writer_that_saves_without_the_version_is_seen_to_lose);
	suite_add_tcase(suite, race);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}
