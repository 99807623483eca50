/* Files that can be imported, and what becomes of them. */
#include "imports.h"

#include "base/money.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))
#define HEAD "ref;omgång;sökande;ärende;inkom;sätt\n"
#define ROW "R1;2026;20;Närmare vård;2026-03-30;e-post\n"

static void look(struct application *application, struct measure_list *measures)
{
	int64_t id = 0;

	OK(application_find(cw, "1-2026", &id, err));
	OK(application_load(cw, id, application, err));
	OK(measure_list_load(cw, id, measures, err));
}

START_TEST(a_good_import_is_taken_in_whole)
{
	struct intake_result result = {0};
	struct application application;
	struct measure_list measures;

	for (int i = 0; i < 3; i++)
		import_add_good(i, NULL, NULL);
	ck_assert_int_eq(files.items[0]->kind, INTAKE_APPLICATIONS);
	ck_assert_int_eq(files.items[1]->kind, INTAKE_PARTICIPANTS);
	ck_assert_int_eq(files.items[2]->kind, INTAKE_MEASURES);
	OK(import_take(false, &result, err));
	ck_assert_int_eq(result.applications + result.participants + result.measures, 3);
	look(&application, &measures);
	ck_assert_str_eq(application.row.title, "Närmare vård");
	ck_assert_str_eq(application.arrived_time, "10:20");
	ck_assert_str_eq(application.way, "email");
	ck_assert_int_eq(application.invented, 1);
	ck_assert_int_eq(application.participant_count, 1);
	ck_assert_str_eq(application.participants[0].paper, "decision");
	ck_assert_int_eq(measures.count, 1);
	ck_assert_str_eq(measures.items[0].tags, "process|ai");
	ck_assert_int_eq(measures.items[0].sought_ore, INT64_C(520000000));
	ck_assert_int_eq(measures.items[0].cost_ore, INT64_C(620000000));
	measure_list_done(&measures);
	application_done(&application);
}
END_TEST

START_TEST(english_headings_words_and_another_dialect_mean_the_same)
{
	static const char a[] =
		"ref,round,applicant,case,arrived,way\r\nR1,2026,20,\"Closer, care\",2026-03-30,e-mail\r\n";
	static const char m[] = "ref,heading,cost 2026,sought 2026,tags\r\nR1,One,1000000.50,unknown,AI\r\n"
				"R1,Two,,250000.00,\r\n";
	struct intake_result result = {0};
	struct application application;
	struct measure_list measures;

	OK(import_add("a.csv", a, strlen(a), err));
	OK(import_add("m.csv", m, strlen(m), err));
	OK(import_take(false, &result, err));
	look(&application, &measures);
	ck_assert_str_eq(application.row.title, "Closer, care");
	ck_assert_int_eq(measures.count, 2);
	ck_assert_int_eq(measures.items[0].years[0].cost_ore, INT64_C(100000050));
	ck_assert(measures.items[0].years[0].has_sought);
	ck_assert(measures.items[0].years[0].sought_ore == MONEY_UNKNOWN);
	ck_assert_int_eq(measures.items[1].sought_ore, INT64_C(25000000));
	ck_assert(!measures.items[1].years[0].has_cost);
	measure_list_done(&measures);
	application_done(&application);
}
END_TEST

START_TEST(days_may_be_written_as_people_write_them)
{
	static const char *const days[] = {
		"2026-03-30", "20260330", "30/3 2026", "30/3-2026", "30.3.2026", "30 mars 2026", "30 March 2026"};

	for (int i = 0; i < COUNT(days); i++) {
		intake_files_done(&files);
		intake_files_init(&files);
		import_add_good(0, "inkom", days[i]);
		intake_files_read(&files, &programme, NULL);
		ck_assert_int_eq(files.wrong.finding_count, 0);
		ck_assert_str_eq(files.intake.applications[0].change.arrived_on, "2026-03-30");
	}
}
END_TEST

START_TEST(windows_1252_is_read_and_said)
{
	static const char text[] = "ref;omg\xE5ng;s\xF6kande;\xE4rende;inkom;s\xE4tt\r\n"
				   "R1;2026;20;N\xE4rmare v\xE5rd \x96 fyra;2026-03-30;e-post\r\n";
	struct intake_result result = {0};
	struct application application;
	struct measure_list measures;
	struct arena arena;

	arena_init(&arena);
	OK(import_add("a.csv", text, strlen(text), err));
	ck_assert_str_eq(intake_file_text(files.items[0], &arena),
		"a.csv: applications, Windows-1252, semicolon, 6 columns, 1 row");
	OK(import_take(false, &result, err));
	look(&application, &measures);
	ck_assert_str_eq(application.row.title, "Närmare vård – fyra");
	measure_list_done(&measures);
	application_done(&application);
	arena_done(&arena);
}
END_TEST

START_TEST(columns_that_nobody_reads_are_said)
{
	static const char text[] = "ref;omgång;sökande;ärende;inkom;sätt;diarieplan;ålder\n" ROW;
	struct arena arena;

	arena_init(&arena);
	OK(import_add("a.csv", text, strlen(text), err));
	ck_assert_str_eq(files.items[0]->unread, "diarieplan, ålder");
	ck_assert_ptr_nonnull(strstr(intake_file_text(files.items[0], &arena), "Not read: diarieplan, ålder"));
	arena_done(&arena);
}
END_TEST

START_TEST(a_trial_says_what_would_come_and_leaves_nothing)
{
	struct intake_result result = {0};
	int64_t events = office_events(cw);

	for (int i = 0; i < 3; i++)
		import_add_good(i, NULL, NULL);
	OK(import_take(true, &result, err));
	ck_assert_int_eq(result.applications, 1);
	ck_assert_int_eq(result.first_n, 1);
	ck_assert_int_eq(office_events(cw), events);
	ck_assert(nothing_there());
}
END_TEST

static bool never(void *with, int done, int of)
{
	(void)done;
	++*(int *)with;
	return of != 0;
}

START_TEST(a_cancelled_import_leaves_nothing)
{
	struct intake_result result = {0};
	struct error why = {0};
	int64_t events = office_events(cw);
	int asked = 0;

	for (int i = 0; i < 3; i++)
		import_add_good(i, NULL, NULL);
	intake_files_read(&files, &programme, NULL);
	ck_assert(!intake_take(cw, NULL, &files.intake, false, never, &asked, &result, &why));
	ck_assert_int_gt(asked, 3);
	ck_assert_int_eq(why.kind, ERROR_FAILED);
	ck_assert_int_eq(office_events(cw), events);
	ck_assert(nothing_there());
}
END_TEST

START_TEST(one_round_of_several_is_taken_with_what_belongs_to_it)
{
	static const char a[] = HEAD ROW "R2;2025;13;Äldre;2025-03-30;e-post\n";
	static const char d[] = "ref;region\nR1;20\nR2;13\nR2;19\nR9;23\n";
	static const char m[] = "ref;rubrik\nR2;Äldre\nR1;Ett\n";

	OK(import_add("a.csv", a, strlen(a), err));
	OK(import_add("d.csv", d, strlen(d), err));
	OK(import_add("m.csv", m, strlen(m), err));
	intake_files_read(&files, &programme, NULL);
	intake_files_only(&files, "2026");
	ck_assert_int_eq(files.intake.application_count, 1);
	ck_assert_int_eq(files.intake.participant_count, 2); /* R9 is nobody's: the rules shall say so */
	ck_assert_int_eq(files.intake.measure_count, 1);
	ck_assert_str_eq(files.intake.measures[0].change.title, "Ett");
	ck_assert_int_eq(files.left_out, 4);
}
END_TEST

START_TEST(a_file_without_a_round_takes_the_one_named)
{
	static const char text[] = "ref;sökande;ärende;inkom;sätt\nR1;20;Ett;2026-03-30;e-post\n";

	OK(intake_files_add(&files, "a.csv", text, strlen(text), "2026", err));
	intake_files_read(&files, &programme, "2026");
	ck_assert_str_eq(files.intake.applications[0].change.round, "2026");
}
END_TEST

int main(void)
{
	const struct import_claim claims[] = {
		{a_good_import_is_taken_in_whole, 1},
		{english_headings_words_and_another_dialect_mean_the_same, 1},
		{days_may_be_written_as_people_write_them, 1},
		{windows_1252_is_read_and_said, 1},
		{columns_that_nobody_reads_are_said, 1},
		{a_trial_says_what_would_come_and_leaves_nothing, 1},
		{a_cancelled_import_leaves_nothing, 1},
		{one_round_of_several_is_taken_with_what_belongs_to_it, 1},
		{a_file_without_a_round_takes_the_one_named, 1},
		{NULL, 0},
	};

	return import_claims_run("csv intake", claims);
}
