/* Cutting SQL files: one statement per name, or the build stops at the line. */
#include "tools/statements.h"
#include <check.h>

static struct statements all;

static void set_up(void)
{
	all = (struct statements){0};
}

static void take_down(void)
{
	statements_done(&all);
}

static void taken(const char *source)
{
	char complaint[COMPLAINT_TEXT] = "";
	ck_assert_msg(statements_read(&all, "sql/a.sql", source, complaint), "%s", complaint);
}

static void refused(const char *source, const char *complaint)
{
	char is[COMPLAINT_TEXT] = "";
	ck_assert_msg(!statements_read(&all, "sql/a.sql", source, is), "taken: %s", source);
	ck_assert_msg(strstr(is, complaint) == is, "\"%s\" does not begin \"%s\"", is, complaint);
}

static void statement_is(size_t which, const char *name, const char *text, int line)
{
	ck_assert_uint_lt(which, all.count);
	ck_assert_str_eq(all.items[which].name, name);
	ck_assert_str_eq(all.items[which].text, text);
	ck_assert_str_eq(all.items[which].file, "sql/a.sql");
	ck_assert_int_eq(all.items[which].line, line);
}

START_TEST(a_name_begins_a_statement_and_the_next_name_ends_it)
{
	taken("-- Things.\n\n-- name: thing_list\nSELECT 1;\n\n-- About the next.\n-- name: thing_one\nSELECT\n  2\n");
	ck_assert_uint_eq(all.count, 2);
	statement_is(0, "thing_list", "SELECT 1", 3);
	statement_is(1, "thing_one", "SELECT\n  2", 7);
}
END_TEST

START_TEST(comments_and_quotes_hide_what_looks_like_sql)
{
	taken("/* ; */\n-- name: a\nSELECT ';', \"x;y\", 'it''s -- not' -- why; not\n  /* ; */ FROM t; -- done; "
	      "really\n"
	      "-- name: b\r\nSELECT '\n-- name: c\n';\n");
	ck_assert_uint_eq(all.count, 2);
	statement_is(0, "a", "SELECT ';', \"x;y\", 'it''s -- not' -- why; not\n  /* ; */ FROM t", 2);
	statement_is(1, "b", "SELECT '\n-- name: c\n'", 5);
}
END_TEST

START_TEST(several_files_share_one_set_of_names)
{
	char complaint[COMPLAINT_TEXT];
	taken("-- name: one\nSELECT 1;\n");
	ck_assert(statements_read(&all, "sql/b.sql", "-- name: two\nSELECT 2;\n", complaint));
	ck_assert(!statements_read(&all, "sql/c.sql", "\n-- name: one\nSELECT 3;\n", complaint));
	ck_assert_str_eq(complaint, "sql/c.sql:2: the name \"one\" stands already at sql/a.sql:1");
	ck_assert_uint_eq(all.count, 2);
}
END_TEST

static const char *const wrong[][2] = {
	{"", "sql/a.sql:1: the file names no statement"},
	{"-- nothing\n", "sql/a.sql:1: the file names no statement"},
	{"SELECT 1;\n-- name: a\nSELECT 2;\n", "sql/a.sql:1: there is text before the first"},
	{"-- name: a\n-- name: b\nSELECT 1;\n", "sql/a.sql:1: the statement \"a\" is empty"},
	{"-- name: a\n/* nothing */\n-- at all\n", "sql/a.sql:1: the statement \"a\" is empty"},
	{"-- name: a\n;\n", "sql/a.sql:1: the statement \"a\" is empty"},
	{"-- name: a\nSELECT 1;\nSELECT 2;\n", "sql/a.sql:3: \"a\" holds a second statement"},
	{"-- name: a\nSELECT 1;;\n", "sql/a.sql:2: \"a\" holds a second statement"},
	{"-- name: a\nSELECT 1;\n-- name: a\nSELECT 2;\n", "sql/a.sql:3: the name \"a\" stands already"},
	{"-- name: Application\nSELECT 1;\n", "sql/a.sql:1: \"Application\" is no name"},
	{"-- name: a-b\nSELECT 1;\n", "sql/a.sql:1: \"a-b\" is no name"},
	{"-- name: a b\nSELECT 1;\n", "sql/a.sql:1: \"a b\" is no name"},
	{"-- name: 1a\nSELECT 1;\n", "sql/a.sql:1: \"1a\" is no name"},
	{"-- name: \nSELECT 1;\n", "sql/a.sql:1: \"\" is no name"},
	{"-- name: count\nSELECT 1;\n", "sql/a.sql:1: \"count\" is no name"},
	{"-- name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nSELECT 1;\n",
		"sql/a.sql:1: the name is longer"},
	{"-- name: a\nSELECT 1;\n--name: b\nSELECT 2;\n", "sql/a.sql:3: a name line is written"},
	{"-- name: a\nSELECT 1;\n-- Name : b\nSELECT 2;\n", "sql/a.sql:3: a name line is written"},
	{"-- name: a\nSELECT 1;\n  -- name: b\nSELECT 2;\n", "sql/a.sql:3: a name line is written"},
	{"-- name: a\nSELECT 'x;\n\n", "sql/a.sql:2: what begins here is never ended by '"},
	{"-- name: a\nSELECT 1 /* x;\n\n", "sql/a.sql:2: what begins here is never ended by */"},
};

START_TEST(a_wrong_file_stops_at_its_line)
{
	refused(wrong[_i][0], wrong[_i][1]);
}
END_TEST

START_TEST(steps_are_numbered_without_a_gap)
{
	static const char *const right[] = {
		"sql/schema.sql", "sql/migrate/0001-places.sql", "sql/migrate/0002-labels.sql"};
	static const char *const gap[] = {"sql/migrate/0001-places.sql", "sql/migrate/0003-labels.sql"};
	static const char *const turned[] = {"sql/migrate/0002-labels.sql", "sql/migrate/0001-places.sql"};
	char complaint[COMPLAINT_TEXT] = "";
	ck_assert(steps_in_order(right, 3, complaint));
	ck_assert(steps_in_order(right, 0, complaint));
	ck_assert(!steps_in_order(gap, 2, complaint));
	ck_assert_msg(strstr(complaint, "0003-labels.sql:1: ") && strstr(complaint, "0002-"), "%s", complaint);
	ck_assert(!steps_in_order(turned, 2, complaint));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("statements");
	TCase *cutting = tcase_create("cutting");
	tcase_add_checked_fixture(cutting, set_up, take_down);
	tcase_add_test(cutting, a_name_begins_a_statement_and_the_next_name_ends_it);
	tcase_add_test(cutting, comments_and_quotes_hide_what_looks_like_sql);
	tcase_add_test(cutting, several_files_share_one_set_of_names);
	tcase_add_loop_test(cutting, a_wrong_file_stops_at_its_line, 0, (int)(sizeof(wrong) / sizeof(*wrong)));
	tcase_add_test(cutting, steps_are_numbered_without_a_gap);
	suite_add_tcase(suite, cutting);
	SRunner *runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
