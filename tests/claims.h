/* A suite is a list of claims; this runs one and answers the program's exit code. Output is TAP for meson. */
#ifndef KANSLI_TESTS_CLAIMS_H
#define KANSLI_TESTS_CLAIMS_H

#include <check.h>
#include <stdlib.h>

/* `claims` is ended by NULL. Each runs in a process of its own unless CK_FORK=no, within `seconds`. */
static inline int claims_run(const char *name, const TTest *const claims[], int seconds)
{
	Suite *suite = suite_create(name);
	TCase *all = tcase_create(name);
	for (; *claims; claims++)
		tcase_add_test(all, *claims);
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
