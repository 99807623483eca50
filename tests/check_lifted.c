/* An office of the first released schema (tests/archive/v0001.db), filled as it was then and opened with this program:
 * whoever lifts it is told what came of it, and an administrator who does has it complete at once. */
#include "claims.h"
#include "folder.h"
#include "office.h"
#include "scenario.h"

#include "base/file.h"
#include "csv/programme_file.h"
#include <sqlite3.h>

enum { PATH = SCENARIO_PATH };

static char store[64];

/* The kinds of words there were then. */
static bool word_is_old(const struct word *word)
{
	static const char *const kinds[] = {"type", "area", "effect", "tag", "way", "arrival", "outcome", "item",
		"limit", "form", "paper", "dialogue", "role", "answer", "state"};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(word->kind, kinds[i]))
			return true;
	return false;
}

/* Today's law without what was not there then. */
static void law_then(struct programme *law)
{
	int kept = 0;

	OK(programme_read(law, err));
	for (int i = 0; i < law->gate_count; i++)
		law->gates[i].evidence = NULL;
	for (int i = 0; i < law->word_count; i++)
		if (word_is_old(&law->words[i]))
			law->words[kept++] = law->words[i];
	law->word_count = kept;
	law->power_count = 0;
}

static void sql_run(sqlite3 *db, const char *sql)
{
	char *why = NULL;

	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &why) == SQLITE_OK, "%s: %s", sql, why ? why : "");
}

/* Every row of `from` that the tables of the old file have room for. */
static void rows_move(const char *from, const char *to)
{
	sqlite3 *db;
	sqlite3_stmt *tables;
	char sql[2 * PATH];

	ck_assert_int_eq(sqlite3_open(to, &db), SQLITE_OK);
	snprintf(sql, sizeof sql, "ATTACH '%s' AS now", from);
	sql_run(db, sql);
	sql_run(db, "PRAGMA foreign_keys = OFF");
	ck_assert_int_eq(
		sqlite3_prepare_v2(db,
			"SELECT 'INSERT INTO main.' || name || ' SELECT * FROM now.' || name FROM main.sqlite_schema "
			"WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
			-1, &tables, NULL),
		SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW)
		sql_run(db, (const char *)sqlite3_column_text(tables, 0));
	sqlite3_finalize(tables);
	ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

static void old_begin(struct scenario *scenario, const char *name)
{
	struct programme law;
	struct buffer bytes;
	char now[PATH], old[PATH];

	snprintf(now, sizeof now, "%s/%s.now", store, name);
	snprintf(old, sizeof old, "%s/%s.old", store, name);
	law_then(&law);
	casework_close(office_open_at_under(now, &law));
	programme_done(&law);
	buffer_init(&bytes);
	OK(file_read(ARCHIVE "/v0001.db", 1 << 20, &bytes, err));
	OK(file_write(old, bytes.text, bytes.bytes, true, 0600, err));
	buffer_done(&bytes);
	rows_move(now, old);
	scenario_init(scenario, name, store, name, old);
}

static void holds(struct scenario *scenario, const char *lines)
{
	char text[2000];

	snprintf(text, sizeof text, "%s", lines);
	scenario_play(scenario, text);
	ck_assert_msg(!scenario->wrong.bytes, "%s", scenario->wrong.text);
}

START_TEST(who_only_looks_is_told_how_an_old_office_is_lifted)
{
	struct scenario scenario;

	old_begin(&scenario, "looks");
	holds(&scenario, "ARGS list --as elin\nEXIT 1\nERR Its administrator does it with kansli programme adopt\n");
	scenario_done(&scenario);
}
END_TEST

START_TEST(an_administrator_who_lifts_it_has_it_complete)
{
	struct scenario scenario;

	old_begin(&scenario, "complete");
	holds(&scenario, "ARGS person add nils \"Nils Ny\" --as adam\nERR is taken in, in your name\n"
			 "ARGS person add nora \"Nora Ny\" --as adam\nERR! older\n"
			 "ARGS programme --as adam\nOUT The office has everything.\n"
			 "ARGS log --plain --as adam\nOUT the office was lifted from version 1\n"
			 "ARGS check --as adam\n");
	scenario_done(&scenario);
}
END_TEST

START_TEST(somebody_else_who_lifts_it_is_told_whom_to_ask)
{
	static const char arrived[] =
		"ARGS document add --as rut --subject Brev --direction in --way post --on 2026-11-20\n";
	struct scenario scenario;
	char lines[1000];

	old_begin(&scenario, "asks");
	snprintf(lines, sizeof lines,
		"ARGS register --as rut --applicant 23 --title Prov --arrived 2026-03-10 --way post --round 2026\n"
		"ERR until its administrator takes them in\n%sEXIT 2\nERR nothing to choose among\n"
		"ARGS programme adopt --as adam\n%sARGS check --as adam\n",
		arrived, arrived);
	holds(&scenario, lines);
	scenario_done(&scenario);
}
END_TEST

START_TEST(an_old_office_of_invented_cases_is_lifted_and_says_how_it_is_made_anew)
{
	struct scenario scenario;

	old_begin(&scenario, "demo");
	holds(&scenario,
		"ARGS demo --path {DB}\nERR what you did in it is kept\nERR --reset makes it anew\n"
		"ARGS programme adopt --as adam\nARGS demo --path {DB}\nERR! older kansli\nERR there already\n");
	scenario_done(&scenario);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {who_only_looks_is_told_how_an_old_office_is_lifted,
		an_administrator_who_lifts_it_has_it_complete, somebody_else_who_lifts_it_is_told_whom_to_ask,
		an_old_office_of_invented_cases_is_lifted_and_says_how_it_is_made_anew, NULL};
	int broken;

	if (!folder_new(store, "lifted"))
		return 1;
	broken = claims_run("lifted", claims, 120);
	folder_remove(store);
	return broken;
}
