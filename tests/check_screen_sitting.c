/* A short sitting of the delegation on the real program, from the notice to the minutes on paper, typed live. */
#include "real.h"

#include "base/file.h"
#include "base/words.h"

static void line(struct bench *bench, const char *key, const char *text)
{
	bench_press(bench, key);
	bench_text(bench, text);
	bench_press(bench, "Enter");
}

START_TEST(a_whole_sitting_is_called_held_closed_and_written_out)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24, .columns = 80});
	struct buffer minutes;
	struct error err = {0};
	char path[128];

	bench_press(bench, "1");
	line(bench, "+", "2026-11-22 13:00 Stockholm");
	bench_press(bench, "Enter S 1 2 3 4");
	real_shown(bench, "3 närv.");
	line(bench, "+", "Budget för 2027");
	bench_press(bench, "Enter");
	line(bench, "y", "1 Underlaget godkänns.");
	line(bench, "y", "2 Återremiss.");
	line(bench, "o", "2 4");
	real_shown(bench, "2 ja, 2 nej: lika, och ordföranden röstade ja");
	bench_press(bench, "Enter");
	line(bench, "R", "2 Underlaget räcker inte.");
	bench_press(bench, "u 1 Enter");
	real_shown(bench, "beslutad");
	line(bench, "S", "AVSLUTA");
	bench_press(bench, "J 2 3 J 3 Enter");
	real_shown(bench, "protokollet justerat");
	bench_press(bench, "w 3 Ctrl-U");
	snprintf(path, sizeof path, "%s/protokoll.txt", real_folder);
	bench_text(bench, path);
	bench_press(bench, "Enter");
	buffer_init(&minutes);
	ck_assert_msg(file_read(path, 1 << 20, &minutes, &err), "%s", err.text);
	ck_assert_ptr_nonnull(strstr(minutes.text, "Budget för 2027"));
	ck_assert_ptr_nonnull(strstr(minutes.text, "utslagsröst"));
	ck_assert_ptr_nonnull(strstr(minutes.text, "Delegationen beslutar enligt yrkande 1: Underlaget"));
	ck_assert_ptr_nonnull(strstr(minutes.text, "Reservation, Bengt Wiklund"));
	ck_assert_ptr_nonnull(strstr(minutes.text, "Justerat 2026-11-22 av Margareta Ekdahl"));
	ck_assert_ptr_nonnull(strstr(minutes.text, " 1 (1)\n"));
	buffer_done(&minutes);
	real_close(bench);
}
END_TEST

START_TEST(a_motion_half_typed_is_offered_again_after_the_line_was_lost)
{
	struct bench *bench = real_open("elin", (struct bench_options){.rows = 24, .columns = 80});

	bench_press(bench, "1");
	line(bench, "+", "2026-11-22 13:00 Stockholm");
	bench_press(bench, "Enter S 1 2 3 4");
	line(bench, "+", "Budget för 2027");
	bench_press(bench, "Enter y");
	bench_text(bench, "2 Avslag eftersom");
	bench_press(bench, "Esc q q q");
	bench_close(bench);
	bench = real_open("elin", (struct bench_options){.rows = 24, .columns = 80});
	bench_press(bench, "Esc 1 Down Enter y");
	real_shown(bench, "2 Avslag eftersom");
	bench_press(bench, "Esc");
	real_close(bench);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_whole_sitting_is_called_held_closed_and_written_out,
		a_motion_half_typed_is_offered_again_after_the_line_was_lost, NULL};

	real_hastens = true;
	words_open("sv");
	return real_run("screen sitting", claims, 60);
}
