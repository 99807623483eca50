/* Changes: saved whole or not at all, broken rules told by name, history only added to. */
#include "store_office.h"

static struct store *store;

static void set_up(void)
{
	store = small_memory();
	small_begin(store);
	small_add(store, "one", 100);
	small_commit(store);
}

static void take_down(void)
{
	store_close(store);
}

static void stopped(enum small which, struct binds binds, enum error_kind kind, const char *words)
{
	struct error err = {0};
	ck_assert(!store_run(store, small(which), binds, &err));
	ck_assert_msg(err.kind == kind, "%s: kind %d, not %d", err.text, err.kind, kind);
	ck_assert_msg(strstr(err.text, words) != NULL, "\"%s\" does not say \"%s\"", err.text, words);
	ck_assert_int_eq(store_changed(store), 0);
}

START_TEST(a_rolled_back_change_is_gone_and_a_committed_one_stays)
{
	small_begin(store);
	ck_assert(store_writing(store) && !store_idle(store));
	small_add(store, "two", 2);
	ck_assert_int_eq(small_count(store), 2);
	store_rollback(store);
	ck_assert(!store_writing(store) && store_idle(store));
	ck_assert_int_eq(small_count(store), 1);
	store_rollback(store); /* nothing is open: nothing happens */
	small_begin(store);
	small_add(store, "two", 2);
	small_commit(store);
	ck_assert_int_eq(small_count(store), 2);
}
END_TEST

START_TEST(changed_counts_the_rows_and_a_stale_version_changes_none)
{
	struct error err = {0};
	small_begin(store);
	ck_assert(store_run(
		store, small(SMALL_RENAME), BINDS(BIND("id", 1), BIND("version", 1), BIND("name", "uno")), &err));
	ck_assert_int_eq(store_changed(store), 1);
	ck_assert(store_run(
		store, small(SMALL_RENAME), BINDS(BIND("id", 1), BIND("version", 1), BIND("name", "ein")), &err));
	ck_assert_int_eq(store_changed(store), 0);
	small_commit(store);
}
END_TEST

START_TEST(a_broken_rule_is_told_by_its_name)
{
	small_begin(store);
	stopped(SMALL_ADD, BINDS(BIND("name", "minus"), BIND("ore", -1), bind_null("seal")), ERROR_INVALID,
		"never_negative");
	stopped(SMALL_ADD, BINDS(BIND("name", ""), BIND("ore", 1), bind_null("seal")), ERROR_INVALID, "thing_is_named");
	stopped(SMALL_ADD, BINDS(BIND("name", "one"), BIND("ore", 1), bind_null("seal")), ERROR_INVALID, "thing.name");
	stopped(SMALL_ADD_AS, BINDS(BIND("id", 1), BIND("name", "two")), ERROR_INVALID, "thing.id");
	stopped(SMALL_ADD, BINDS(bind_null("name"), BIND("ore", 1), bind_null("seal")), ERROR_INVALID, "thing.name");
	stopped(SMALL_ADD, BINDS(BIND("name", "two"), BIND("ore", "much"), bind_null("seal")), ERROR_INVALID,
		"thing.ore");
	stopped(SMALL_EVENT_REPLACE, BINDS(bind_null("seq"), bind_null("what")), ERROR_INVALID, "event.what");
	/* A stopped statement leaves the rest of the change as it was. */
	small_add(store, "two", 2);
	small_commit(store);
	ck_assert_int_eq(small_count(store), 2);
}
END_TEST

START_TEST(a_reference_to_nothing_stops_the_commit)
{
	struct error err = {0};
	small_begin(store);
	small_add(store, "two", 2);
	ck_assert(store_run(store, small(SMALL_PART_ADD), BINDS(BIND("thing", 99), BIND("word", "lost")), &err));
	ck_assert(!store_commit(store, &err));
	ck_assert_int_eq(err.kind, ERROR_INVALID);
	ck_assert(store_idle(store));
	ck_assert_int_eq(small_count(store), 1);
}
END_TEST

START_TEST(a_text_too_long_is_refused)
{
	size_t bytes = 10000001;
	char *text = memory_take(bytes + 1);
	memset(text, 'x', bytes);
	text[bytes] = '\0';
	small_begin(store);
	stopped(SMALL_ADD, BINDS(BIND("name", text), BIND("ore", 1), bind_null("seal")), ERROR_INVALID, "longer");
	text[1000] = '\0';
	small_add(store, text, 1);
	small_commit(store);
	free(text);
}
END_TEST

START_TEST(history_is_only_added_to)
{
	static const char *const forbidden[] = {"UPDATE event SET what = 'else'", "DELETE FROM event",
		"DROP TABLE event",
		"INSERT INTO event (seq, what) VALUES (1, 'else') ON CONFLICT DO UPDATE SET what = 'else'",
		"ALTER TABLE event ADD COLUMN extra TEXT", "DROP TRIGGER event_stays"};
	struct error err = {0};
	small_begin(store);
	ck_assert(store_run(store, small(SMALL_EVENT_ADD), BINDS(BIND("what", "made")), &err));
	stopped(SMALL_EVENT_REPLACE, BINDS(BIND("seq", 1), BIND("what", "else")), ERROR_INVALID,
		"history is only added to");
	small_commit(store);
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(*forbidden); i++)
		ck_assert_msg(
			sqlite3_exec(store->db, forbidden[i], NULL, NULL, NULL) == SQLITE_AUTH, "%s", forbidden[i]);
	ck_assert_int_eq(sqlite3_exec(store->db, "SELECT what FROM event WHERE seq = 1", NULL, NULL, NULL), SQLITE_OK);
}
END_TEST

START_TEST(named_statements_can_do_nothing_to_the_file)
{
	static const char *const forbidden[] = {"ATTACH '/tmp/elsewhere' AS other", "DROP TABLE thing",
		"PRAGMA foreign_keys = 0", "CREATE TABLE mine (a)", "CREATE TEMP TABLE mine (a)",
		"VACUUM INTO '/tmp/elsewhere'", "BEGIN", "COMMIT", "SAVEPOINT here", "PRAGMA user_version = 9",
		"PRAGMA journal_mode = DELETE", "ANALYZE", "REINDEX", "ALTER TABLE thing RENAME TO item",
		"SELECT load_extension('x')", "CREATE VIEW v AS SELECT 1", "SELECT * FROM pragma_table_info('thing')",
		"UPDATE sqlite_schema SET sql = ''"};
	static const char *const allowed[] = {"INSERT INTO thing (name) VALUES ('x')", "UPDATE thing SET ore = 1",
		"DELETE FROM thing WHERE name = 'x'", "SELECT upper(name) FROM thing", "PRAGMA data_version",
		"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n"};
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(*forbidden); i++)
		ck_assert_msg(sqlite3_exec(store->db, forbidden[i], NULL, NULL, NULL) != SQLITE_OK, "%s", forbidden[i]);
	for (size_t i = 0; i < sizeof(allowed) / sizeof(*allowed); i++)
		ck_assert_msg(sqlite3_exec(store->db, allowed[i], NULL, NULL, NULL) == SQLITE_OK, "%s: %s", allowed[i],
			sqlite3_errmsg(store->db));
}
END_TEST

START_TEST(full_text_search_works_under_the_guard)
{
	static const struct sql_text texts[] = {
		{"add", "INSERT INTO note (words) VALUES (:words)", "note.sql", 1},
		{"find", "SELECT rowid AS id FROM note WHERE note MATCH :words", "note.sql", 2},
		{"drop", "DELETE FROM note WHERE rowid = :id", "note.sql", 3},
	};
	struct store_schema schema = small_schema;
	struct store *notes;
	struct rows rows;
	struct error err = {0};
	schema.texts = texts;
	schema.count = 3;
	schema.fresh = "CREATE VIRTUAL TABLE note USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');";
	ck_assert_msg(store_open_schema(in_folder("notes"), STORE_CREATE, &schema, &notes, &err), "%s", err.text);
	for (int i = 0; i < 50; i++) {
		small_begin(notes);
		ck_assert_msg(
			store_run(notes, (enum sql)0, BINDS(BIND("words", i ? "vård" : "Åre")), &err), "%s", err.text);
		small_commit(notes);
	}
	small_begin(notes);
	ck_assert_msg(store_run(notes, (enum sql)2, BINDS(BIND("id", 50)), &err), "%s", err.text);
	small_commit(notes);
	ck_assert_msg(store_ask(notes, (enum sql)1, BINDS(BIND("words", "åre")), &rows, &err), "%s", err.text);
	ck_assert(rows_next(&rows));
	ck_assert_int_eq(rows_number(&rows, "id"), 1);
	ck_assert_msg(rows_done(&rows, &err), "%s", err.text);
	store_close(notes);
}
END_TEST

START_TEST(a_look_sees_one_moment_and_may_hold_another)
{
	struct store *a = small_open(in_folder("look"), STORE_CREATE), *b = small_open(in_folder("look"), STORE_WRITE);
	struct error err = {0};
	ck_assert(store_look(a, &err));
	ck_assert_int_eq(small_count(a), 0);
	ck_assert(store_look(a, &err));
	small_begin(b);
	small_add(b, "new", 1);
	small_commit(b);
	ck_assert_int_eq(small_count(a), 0);
	store_look_done(a);
	ck_assert_int_eq(small_count(a), 0);
	ck_assert(!store_idle(a));
	store_look_done(a);
	ck_assert(store_idle(a));
	ck_assert_int_eq(small_count(a), 1);
	small_begin(a);
	ck_assert(store_look(a, &err)); /* inside a write it changes nothing */
	small_add(a, "mine", 1);
	store_look_done(a);
	ck_assert(store_writing(a));
	small_commit(a);
	ck_assert_int_eq(small_count(b), 2);
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(anothers_commit_changes_the_data_version_and_ones_own_does_not)
{
	struct store *a = small_open(in_folder("version"), STORE_CREATE),
		     *b = small_open(in_folder("version"), STORE_WRITE);
	int64_t before = store_data_version(a);
	small_begin(a);
	small_add(a, "mine", 1);
	small_commit(a);
	ck_assert_int_eq(store_data_version(a), before);
	small_begin(b);
	small_add(b, "theirs", 1);
	ck_assert_int_eq(store_data_version(a), before);
	small_commit(b);
	ck_assert_int_ne(store_data_version(a), before);
	store_close(a);
	store_close(b);
}
END_TEST

START_TEST(a_write_undone_underneath_is_never_half_saved)
{
	struct error err = {0};
	small_begin(store);
	small_add(store, "two", 2);
	store->guard = GUARD_OWN; /* as SQLite does by itself when the disk is full */
	ck_assert_int_eq(sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	store->guard = GUARD_OFFICE;
	stopped(SMALL_ADD, BINDS(BIND("name", "three"), BIND("ore", 3), bind_null("seal")), ERROR_FAILED, "given up");
	ck_assert(!store_commit(store, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert(store_idle(store));
	ck_assert_int_eq(small_count(store), 1);
	small_begin(store);
	store->guard = GUARD_OWN;
	ck_assert_int_eq(sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	store->guard = GUARD_OFFICE;
	store_rollback(store);
	ck_assert(store_idle(store));
}
END_TEST

START_TEST(a_file_lifted_by_a_newer_program_takes_no_more_from_this_one)
{
	struct store *old = small_open(in_folder("lifted"), STORE_CREATE);
	struct error err = {0};
	sqlite3 *newer;
	ck_assert_int_eq(sqlite3_open(in_folder("lifted"), &newer), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(newer, "PRAGMA user_version = 2", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(newer);
	ck_assert(!store_begin(old, &err));
	ck_assert_int_eq(err.kind, ERROR_FAILED);
	ck_assert_msg(strstr(err.text, "newer kansli") != NULL, "%s", err.text);
	ck_assert(store_idle(old));
	store_close(old);
}
END_TEST

/* ---- mistakes in the program */

START_TEST(a_change_outside_a_write_stops_the_program)
{
	store_run(store, small(SMALL_DROP), BINDS(BIND("id", 1)), NULL);
}
END_TEST

START_TEST(a_write_inside_a_write_stops_the_program)
{
	small_begin(store);
	store_begin(store, NULL);
}
END_TEST

START_TEST(a_write_inside_a_look_stops_the_program)
{
	store_look(store, NULL);
	store_begin(store, NULL);
}
END_TEST

START_TEST(a_commit_without_a_write_stops_the_program)
{
	store_commit(store, NULL);
}
END_TEST

START_TEST(a_commit_in_the_middle_of_an_answer_stops_the_program)
{
	struct rows rows;
	small_begin(store);
	ck_assert(store_ask(store, small(SMALL_LIST), BINDS_NONE, &rows, NULL));
	store_commit(store, NULL);
}
END_TEST

START_TEST(closing_in_the_middle_of_a_write_stops_the_program)
{
	small_begin(store);
	store_close(store);
}
END_TEST

START_TEST(a_write_after_a_fork_stops_the_program)
{
	pid_t child = fork();
	if (child != 0) {
		int status;
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		raise(WIFSIGNALED(status) ? WTERMSIG(status) : SIGTERM);
	}
	store_begin(store, NULL);
	_exit(0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("change");
	TCase *change = tcase_create("change"), *mistakes = tcase_create("mistakes");
	tcase_add_unchecked_fixture(change, folder_make, folder_drop);
	tcase_add_checked_fixture(change, set_up, take_down);
	tcase_add_test(change, a_rolled_back_change_is_gone_and_a_committed_one_stays);
	tcase_add_test(change, changed_counts_the_rows_and_a_stale_version_changes_none);
	tcase_add_test(change, a_broken_rule_is_told_by_its_name);
	tcase_add_test(change, a_reference_to_nothing_stops_the_commit);
	tcase_add_test(change, a_text_too_long_is_refused);
	tcase_add_test(change, history_is_only_added_to);
	tcase_add_test(change, named_statements_can_do_nothing_to_the_file);
	tcase_add_test(change, full_text_search_works_under_the_guard);
	tcase_add_test(change, a_look_sees_one_moment_and_may_hold_another);
	tcase_add_test(change, anothers_commit_changes_the_data_version_and_ones_own_does_not);
	tcase_add_test(change, a_write_undone_underneath_is_never_half_saved);
	tcase_add_test(change, a_file_lifted_by_a_newer_program_takes_no_more_from_this_one);
	tcase_add_checked_fixture(mistakes, set_up, take_down);
	stop_add(mistakes, a_change_outside_a_write_stops_the_program);
	stop_add(mistakes, a_write_inside_a_write_stops_the_program);
	stop_add(mistakes, a_write_inside_a_look_stops_the_program);
	stop_add(mistakes, a_commit_without_a_write_stops_the_program);
	stop_add(mistakes, a_commit_in_the_middle_of_an_answer_stops_the_program);
	stop_add(mistakes, closing_in_the_middle_of_a_write_stops_the_program);
	stop_add(mistakes, a_write_after_a_fork_stops_the_program);
	suite_add_tcase(suite, change);
	suite_add_tcase(suite, mistakes);
	return suite_run(suite);
}
