/* Values in and out: bound by name, read by name, and a mistake in the program stops it at the statement's place. */
#include "store_office.h"

static struct store *store;
static struct arena arena;

static void set_up(void)
{
	store = small_memory();
	arena_init(&arena);
	small_begin(store);
	small_add(store, "Östersund", 124000050);
	small_add(store, "Åre", MONEY_UNKNOWN);
	small_commit(store);
}

static void take_down(void)
{
	store_close(store);
	arena_done(&arena);
}

static void asked(struct rows *rows, enum small which, struct binds binds)
{
	struct error err = {0};
	ck_assert_msg(store_ask(store, small(which), binds, rows, &err), "%s", err.text);
}

static void answered(struct rows *rows)
{
	struct error err = {0};
	ck_assert_msg(rows_done(rows, &err), "%s", err.text);
}

START_TEST(columns_are_read_by_name_in_any_order)
{
	struct rows rows;
	asked(&rows, SMALL_LIST, BINDS_NONE);
	ck_assert(rows_next(&rows));
	ck_assert_int_eq(rows_number(&rows, "ore"), 124000050);
	ck_assert_str_eq(rows_text(&rows, "name", &arena), "Östersund");
	ck_assert_int_eq(rows_number(&rows, "id"), 1);
	ck_assert(rows_next(&rows));
	ck_assert_int_eq(rows_number(&rows, "id"), 2);
	ck_assert_str_eq(rows_text(&rows, "name", &arena), "Åre");
	ck_assert_int_eq(rows_number(&rows, "ore"), MONEY_UNKNOWN);
	ck_assert_int_eq(rows_number_or(&rows, "ore", 7), 7);
	ck_assert(rows_null(&rows, "ore"));
	ck_assert(!rows_next(&rows));
	ck_assert(!rows_next(&rows));
	answered(&rows);
	ck_assert(store_idle(store));
}
END_TEST

START_TEST(every_kind_of_value_comes_back)
{
	struct rows rows;
	struct error err = {0};
	const unsigned char seal[] = {0, 255, 16};
	size_t bytes = 99;
	small_begin(store);
	ck_assert(store_run(store, small(SMALL_ADD),
		BINDS(BIND("name", "kind"), BIND("ore", true), bind_blob("seal", seal, sizeof(seal))), &err));
	int64_t id = store_last_id(store);
	ck_assert(store_run(store, small(SMALL_ADD),
		BINDS(BIND("name", "empty"), bind_number("ore", INT64_MAX), bind_blob("seal", NULL, 0)), &err));
	small_commit(store);
	asked(&rows, SMALL_ONE, BINDS(BIND("id", id)));
	ck_assert(rows_next(&rows));
	ck_assert(rows_bool(&rows, "ore"));
	ck_assert_mem_eq(rows_blob(&rows, "seal", &arena, &bytes), seal, 3);
	ck_assert_uint_eq(bytes, 3);
	ck_assert_int_eq(rows_number(&rows, "id") + rows_number(&rows, "version"), id + 1);
	ck_assert_str_eq(rows_text(&rows, "name", &arena), "kind");
	answered(&rows); /* before the last row */
	asked(&rows, SMALL_ONE, BINDS(BIND("id", id + 1)));
	ck_assert(rows_next(&rows));
	ck_assert_int_eq(rows_number(&rows, "ore"), INT64_MAX);
	ck_assert_ptr_nonnull(rows_blob(&rows, "seal", &arena, &bytes));
	ck_assert_uint_eq(bytes, 0);
	rows_facts(&rows, &arena);
	answered(&rows);
}
END_TEST

START_TEST(a_text_outlives_its_row_and_a_value_its_giver)
{
	struct rows rows;
	char name[] = "first";
	struct bind given[] = {bind_text("name", name), bind_number("ore", 5), bind_null("seal")};
	struct error err = {0};
	small_begin(store);
	ck_assert(store_run(store, small(SMALL_ADD), (struct binds){given, 3}, &err));
	small_commit(store);
	struct bind which[] = {bind_number("id", 3)};
	asked(&rows, SMALL_ONE, (struct binds){which, 1});
	memset(which, 0, sizeof(which));
	memset(name, 'x', 5);
	ck_assert(rows_next(&rows));
	const char *kept = rows_text(&rows, "name", &arena);
	rows_facts(&rows, &arena);
	answered(&rows);
	ck_assert_str_eq(kept, "first");
}
END_TEST

START_TEST(a_name_with_a_quote_is_only_a_name)
{
	struct rows rows;
	small_begin(store);
	small_add(store, "x'); DROP TABLE thing; --", 1);
	small_commit(store);
	asked(&rows, SMALL_ONE, BINDS(BIND("id", 3)));
	ck_assert(rows_next(&rows));
	ck_assert_str_eq(rows_text(&rows, "name", &arena), "x'); DROP TABLE thing; --");
	rows_facts(&rows, &arena);
	answered(&rows);
}
END_TEST

START_TEST(facts_are_sorted_measured_and_say_what_is_null)
{
	struct rows rows;
	struct error err = {0};
	small_begin(store);
	ck_assert(store_run(store, small(SMALL_ADD),
		BINDS(BIND("name", "å\nname=1:x"), BIND("ore", 0), bind_blob("seal", "\x01\xab", 2)), &err));
	small_commit(store);
	asked(&rows, SMALL_FACTS, BINDS_NONE);
	ck_assert(rows_next(&rows));
	ck_assert_str_eq(
		rows_facts(&rows, &arena), "id=1:1\nname=10:Östersund\nore=9:124000050\nseal=-\nversion=1:1\n");
	ck_assert(rows_next(&rows));
	ck_assert_str_eq(rows_facts(&rows, &arena), "id=1:2\nname=4:Åre\nore=-\nseal=-\nversion=1:1\n");
	ck_assert(rows_next(&rows));
	ck_assert_str_eq(rows_facts(&rows, &arena), "id=1:3\nname=11:å\nname=1:x\nore=1:0\nseal=4:01ab\nversion=1:1\n");
	answered(&rows);
	asked(&rows, SMALL_ONE, BINDS(BIND("id", 1))); /* the same columns in another order */
	ck_assert(rows_next(&rows));
	ck_assert_str_eq(
		rows_facts(&rows, &arena), "id=1:1\nname=10:Östersund\nore=9:124000050\nseal=-\nversion=1:1\n");
	answered(&rows);
}
END_TEST

START_TEST(a_value_of_another_kind_is_damage_and_no_zero)
{
	struct rows rows;
	struct error err = {0};
	asked(&rows, SMALL_MIXED, BINDS_NONE);
	ck_assert(rows_next(&rows));
	ck_assert_int_eq(rows_number(&rows, "half"), MONEY_UNKNOWN);
	rows_text(&rows, "id", &arena);
	ck_assert(!rows_next(&rows));
	ck_assert(!rows_done(&rows, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert_msg(strstr(err.text, "SMALL_MIXED") != NULL, "%s", err.text);
	asked(&rows, SMALL_MIXED, BINDS_NONE);
	ck_assert(rows_next(&rows));
	rows_facts(&rows, &arena);
	ck_assert(!rows_done(&rows, NULL));
	asked(&rows, SMALL_LIST, BINDS_NONE);
	ck_assert(rows_next(&rows));
	ck_assert_str_eq(rows_text(&rows, "id", &arena), ""); /* a number is no text */
	ck_assert(!rows_done(&rows, NULL));
	ck_assert(store_idle(store));
}
END_TEST

START_TEST(an_answer_of_no_rows_needs_no_reading)
{
	struct rows rows;
	asked(&rows, SMALL_ONE, BINDS(BIND("id", 99)));
	ck_assert(!rows_next(&rows));
	answered(&rows);
	asked(&rows, SMALL_LIST, BINDS_NONE);
	answered(&rows); /* never begun */
}
END_TEST

START_TEST(steps_are_counted)
{
	int64_t before = store_steps(store);
	small_count(store);
	ck_assert_int_eq(store_steps(store), before + 1);
}
END_TEST

/* ---- mistakes in the program: each of these must end with SIGABRT */

START_TEST(a_column_left_unread_stops_the_program)
{
	struct rows rows;
	asked(&rows, SMALL_LIST, BINDS_NONE);
	ck_assert(rows_next(&rows));
	rows_number(&rows, "id");
	rows_text(&rows, "name", &arena);
	rows_next(&rows);
}
END_TEST

START_TEST(a_column_left_unread_stops_the_program_at_the_end_too)
{
	struct rows rows;
	asked(&rows, SMALL_LIST, BINDS_NONE);
	ck_assert(rows_next(&rows));
	rows_number(&rows, "id");
	rows_done(&rows, NULL);
}
END_TEST

START_TEST(an_unknown_column_stops_the_program)
{
	struct rows rows;
	asked(&rows, SMALL_LIST, BINDS_NONE);
	ck_assert(rows_next(&rows));
	rows_number(&rows, "sum");
}
END_TEST

START_TEST(an_unknown_parameter_stops_the_program)
{
	struct rows rows;
	store_ask(store, small(SMALL_ONE), BINDS(BIND("id", 1), BIND("nmae", 2)), &rows, NULL);
}
END_TEST

START_TEST(a_forgotten_parameter_stops_the_program)
{
	small_begin(store);
	store_run(store, small(SMALL_ADD), BINDS(BIND("name", "x"), BIND("ore", 1)), NULL);
}
END_TEST

START_TEST(a_parameter_given_twice_stops_the_program)
{
	struct rows rows;
	store_ask(store, small(SMALL_ONE), BINDS(BIND("id", 1), BIND("id", 2)), &rows, NULL);
}
END_TEST

START_TEST(reading_before_the_first_row_stops_the_program)
{
	struct rows rows;
	asked(&rows, SMALL_LIST, BINDS_NONE);
	rows_number(&rows, "id");
}
END_TEST

START_TEST(reading_after_the_last_row_stops_the_program)
{
	struct rows rows;
	asked(&rows, SMALL_COUNT_ALL, BINDS_NONE);
	while (rows_next(&rows))
		rows_number(&rows, "things");
	rows_number(&rows, "things");
}
END_TEST

START_TEST(the_same_question_inside_itself_stops_the_program)
{
	struct rows rows, again;
	asked(&rows, SMALL_LIST, BINDS_NONE);
	store_ask(store, small(SMALL_LIST), BINDS_NONE, &again, NULL);
}
END_TEST

START_TEST(asking_with_a_change_stops_the_program)
{
	struct rows rows;
	store_ask(store, small(SMALL_DROP), BINDS(BIND("id", 1)), &rows, NULL);
}
END_TEST

START_TEST(changing_with_a_question_stops_the_program)
{
	small_begin(store);
	store_run(store, small(SMALL_LIST), BINDS_NONE, NULL);
}
END_TEST

START_TEST(closing_in_the_middle_of_an_answer_stops_the_program)
{
	struct rows rows;
	asked(&rows, SMALL_LIST, BINDS_NONE);
	store_close(store);
}
END_TEST

START_TEST(a_statement_past_the_last_stops_the_program)
{
	store_prepares(store, small(SMALL_STATEMENTS), NULL);
}
END_TEST

static void unsound(const char *text)
{
	const struct sql_text texts[] = {{"unsound", text, "unsound.sql", 1}};
	struct store_schema schema = small_schema;
	struct store *other = NULL;
	schema.texts = texts;
	schema.count = 1;
	ck_assert(store_open_schema(NULL, STORE_MEMORY, &schema, &other, NULL));
	store_prepares(other, (enum sql)0, NULL);
	store_close(other);
}

static const char *const unsound_texts[] = {
	"SELECT id, name AS id FROM thing",     /* which one would be read? */
	"SELECT id FROM thing WHERE id = ?",    /* bound by place */
	"SELECT id FROM thing WHERE id = @id",  /* another sign than the one for names */
	"SELECT id FROM thing; SELECT 1 AS one" /* the second would never run */
};

START_TEST(an_unsound_statement_stops_the_program)
{
	unsound(unsound_texts[_i]);
}
END_TEST

START_TEST(a_sound_statement_goes_through_the_same_test)
{
	unsound("SELECT id FROM thing WHERE id = :id;\n");
}
END_TEST

static void mistakes_add(TCase *mistakes)
{
	stop_add(mistakes, a_column_left_unread_stops_the_program);
	stop_add(mistakes, a_column_left_unread_stops_the_program_at_the_end_too);
	stop_add(mistakes, an_unknown_column_stops_the_program);
	stop_add(mistakes, an_unknown_parameter_stops_the_program);
	stop_add(mistakes, a_forgotten_parameter_stops_the_program);
	stop_add(mistakes, a_parameter_given_twice_stops_the_program);
	stop_add(mistakes, reading_before_the_first_row_stops_the_program);
	stop_add(mistakes, reading_after_the_last_row_stops_the_program);
	stop_add(mistakes, the_same_question_inside_itself_stops_the_program);
	stop_add(mistakes, asking_with_a_change_stops_the_program);
	stop_add(mistakes, changing_with_a_question_stops_the_program);
	stop_add(mistakes, closing_in_the_middle_of_an_answer_stops_the_program);
	stop_add(mistakes, a_statement_past_the_last_stops_the_program);
	if (!text_same(getenv("CK_FORK"), "no"))
		tcase_add_loop_test_raise_signal(mistakes, an_unsound_statement_stops_the_program, SIGABRT, 0,
			(int)(sizeof(unsound_texts) / sizeof(*unsound_texts)));
}

int main(void)
{
	Suite *suite = suite_create("rows");
	TCase *values = tcase_create("values"), *mistakes = tcase_create("mistakes");
	tcase_add_checked_fixture(values, set_up, take_down);
	tcase_add_test(values, columns_are_read_by_name_in_any_order);
	tcase_add_test(values, every_kind_of_value_comes_back);
	tcase_add_test(values, a_text_outlives_its_row_and_a_value_its_giver);
	tcase_add_test(values, a_name_with_a_quote_is_only_a_name);
	tcase_add_test(values, facts_are_sorted_measured_and_say_what_is_null);
	tcase_add_test(values, a_value_of_another_kind_is_damage_and_no_zero);
	tcase_add_test(values, an_answer_of_no_rows_needs_no_reading);
	tcase_add_test(values, steps_are_counted);
	tcase_add_test(values, a_sound_statement_goes_through_the_same_test);
	tcase_add_checked_fixture(mistakes, set_up, take_down);
	mistakes_add(mistakes);
	suite_add_tcase(suite, values);
	suite_add_tcase(suite, mistakes);
	return suite_run(suite);
}
