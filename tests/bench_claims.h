/* What the suites on the bench share. */
#ifndef KANSLI_TESTS_BENCH_CLAIMS_H
#define KANSLI_TESTS_BENCH_CLAIMS_H

#include "bench.h"
#include "claims.h"
#include <stdio.h>

static inline struct bench *demo_open(struct bench_options options)
{
	options.program = getenv("KANSLI_DEMO");
	ck_assert_msg(options.program != NULL, "KANSLI_DEMO names the program to test");
	return bench_open(&options);
}

static inline void demo_quit(struct bench *bench)
{
	bench_press(bench, "q");
	ck_assert_int_eq(bench_end(bench), 0);
	bench_close(bench);
}

static inline void demo_quit_from_prompt(struct bench *bench)
{
	bench_press(bench, "Esc");
	demo_quit(bench);
}

#define ck_assert_row(bench, row, text) ck_assert_str_eq(bench_row(bench, row), text)
#define ck_assert_shown(bench, text) ck_assert_msg(bench_has(bench, text), "%s is not on the screen", text)
#define ck_assert_hidden(bench, text) ck_assert_msg(!bench_has(bench, text), "%s is on the screen", text)
#define ck_assert_cursor(bench, row, column)                                                                           \
	do {                                                                                                           \
		ck_assert_int_eq(bench_cursor_row(bench), row);                                                        \
		ck_assert_int_eq(bench_cursor_column(bench), column);                                                  \
		ck_assert(bench_cursor_shown(bench));                                                                  \
	} while (0)

#endif
