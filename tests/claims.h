/* A suite is a list of claims; this runs one and answers the program's exit code. Output is TAP for meson. */
#ifndef KANSLI_TESTS_CLAIMS_H
#define KANSLI_TESTS_CLAIMS_H

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

/* Under the address checker every process takes many times as long to start and to end, and what it looks for shows in
 * few rounds as well as in many: what counts rounds to meet rare moments counts fewer there. */
#if defined(__SANITIZE_ADDRESS__)
#define CLAIMS_SLOW 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CLAIMS_SLOW 1
#endif
#endif
#ifndef CLAIMS_SLOW
#define CLAIMS_SLOW 0
#endif

/* `claims` must hold; `stops` are mistakes in the program and must end it by an abort. Both are ended by NULL. Each
 * runs in a process of its own within `seconds`; with CK_FORK=no the stops cannot be survived and are left out. */
static inline int claims_run_with_stops(
	const char *name, const TTest *const claims[], const TTest *const stops[], int seconds)
{
	Suite *suite = suite_create(name);
	TCase *all = tcase_create(name);
	for (; *claims; claims++)
		tcase_add_test(all, *claims);
	SRunner *runner = srunner_create(suite);
	for (; *stops && srunner_fork_status(runner) != CK_NOFORK; stops++)
		tcase_add_test_raise_signal(all, *stops, SIGABRT);
	tcase_set_timeout(all, seconds);
	suite_add_tcase(suite, all);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	int broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

static inline int claims_run(const char *name, const TTest *const claims[], int seconds)
{
	const TTest *const none[] = {NULL};
	return claims_run_with_stops(name, claims, none, seconds);
}

/* Each claim between `before` and `after`, in its own process. */
static inline int claims_run_in(
	const char *name, const TTest *const claims[], void (*before)(void), void (*after)(void), int seconds)
{
	Suite *suite = suite_create(name);
	TCase *all = tcase_create(name);
	for (; *claims; claims++)
		tcase_add_test(all, *claims);
	tcase_add_checked_fixture(all, before, after);
	tcase_set_timeout(all, seconds);
	suite_add_tcase(suite, all);
	SRunner *runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	int broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
