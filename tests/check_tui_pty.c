/* The loop on a terminal: keys, sizes, signals, pastes and character sets, through the bench. */
#include "bench.h"
#include "claims.h"

static struct bench *demo_open(struct bench_options options)
{
	options.program = getenv("KANSLI_DEMO");
	ck_assert_msg(options.program != NULL, "KANSLI_DEMO names the program to test");
	return bench_open(&options);
}

START_TEST(the_first_screen_is_a_list_with_the_cursor_on_its_row)
{
	struct bench *bench = demo_open((struct bench_options){.rows = 24});
	bench_golden(bench, "demo-list-80x24");
	ck_assert_int_eq(bench_cursor_row(bench), 2);
	ck_assert_int_eq(bench_cursor_column(bench), 0);
	ck_assert(bench_other_screen(bench));
	bench_press(bench, "q");
	ck_assert_int_eq(bench_end(bench), 0);
	ck_assert(!bench_other_screen(bench));
	bench_close(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		the_first_screen_is_a_list_with_the_cursor_on_its_row,
		NULL,
	};
	return claims_run("tui pty", claims, 60);
}
