/* Many applications: what is shown costs what is on the screen, and every sum agrees with every other. */
#include "cases.h"
#include "casework/office.h"
#include "claims.h"
#include "store/inside.h"

#include "base/words.h"

static struct casework *cw;

/* Deterministic, by the number alone: 0–3 measures each, some withdrawn, some amounts unknown, some years two. */
static void office(int applications)
{
	static char sql[6000];

	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
	snprintf(sql, sizeof(sql),
		"INSERT INTO application (id, year, n, round, lead, title, own_number, own_number_key, arrived_on, way,"
		" registered_by, registered_at, officer, assigned_on)"
		" WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < %d)"
		" SELECT n, 2025 + n %% 2, n, 1, CASE n %% 4 WHEN 0 THEN '13' WHEN 1 THEN '19' WHEN 2 THEN '20' ELSE "
		"'23' END,"
		" 'Ärende om vård nummer ' || n, 'RS/' || n, 'RS' || n, '2026-03-10', 'email', 2, '2026-03-10 "
		"09:00:00',"
		" CASE WHEN n %% 3 THEN 3 END, CASE WHEN n %% 3 THEN '2026-03-11' END FROM i;"
		"INSERT INTO participant (application, region) SELECT id, lead FROM application;"
		"INSERT INTO participant (application, region) SELECT id, CASE lead WHEN '13' THEN '20' ELSE '13' END"
		" FROM application WHERE n %% 5 = 0;"
		"INSERT INTO measure (application, n, title, withdrawn_on, withdrawn_why)"
		" WITH RECURSIVE k (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < 3)"
		" SELECT a.id, k.n, 'Åtgärd ' || k.n, CASE WHEN (a.n + k.n) %% 11 = 0 THEN '2026-04-01' END,"
		" CASE WHEN (a.n + k.n) %% 11 = 0 THEN 'Skäl' END"
		" FROM application AS a JOIN k ON k.n <= a.n %% 4 ORDER BY a.id, k.n;"
		"INSERT INTO amount (measure, year, kind, ore) SELECT id, 2026, 'cost', CASE WHEN id %% 13 THEN id * "
		"100 END FROM measure;"
		"INSERT INTO amount (measure, year, kind, ore) SELECT id, 2026, 'sought', CASE WHEN id %% 17 THEN id * "
		"50 END"
		" FROM measure WHERE id %% 7;"
		"INSERT INTO amount (measure, year, kind, ore) SELECT id, 2027, 'sought', CASE WHEN id %% 19 THEN id * "
		"10 END"
		" FROM measure WHERE id %% 3 = 0;"
		"INSERT INTO gate_answer (application, gate_version, gate, answer, answered_by, answered_at)"
		" SELECT id, 1, 'G1', 'yes', 3, '2026-05-01 09:00:00' FROM application;"
		"INSERT INTO assignment (measure, person, assigned_by, assigned_at) SELECT id, 5, 3, '2026-05-01 "
		"09:00:00' FROM measure;"
		"INSERT INTO assessment (assignment, criteria_version, submitted_at) SELECT id, 1, '2026-06-01 "
		"09:00:00'"
		" FROM assignment WHERE id %% 2;",
		applications);
	rows_put(cw, sql);
}

START_TEST(sums_of_the_list_are_sums_of_the_measures)
{
	struct application_list list;

	office(400);
	OK(application_list_load(cw, &(struct application_query){0}, &list, err));
	ck_assert_int_eq(list.count, 400);
	for (int i = 0; i < list.count; i++) {
		const struct application_row *row = &list.items[i];
		struct money_sum cost = {0}, sought = {0};
		struct measure_list measures;
		int live = 0, assignments = 0, submitted = 0;

		OK(measure_list_load(cw, row->id, &measures, err));
		for (int k = 0; k < measures.count; k++) {
			if (measures.items[k].withdrawn_on)
				continue;
			live++;
			money_sum_add(&cost, measures.items[k].cost_ore);
			money_sum_add(&sought, measures.items[k].sought_ore);
			assignments += measures.items[k].assignments;
			submitted += measures.items[k].submitted;
		}
		measure_list_done(&measures);
		ck_assert_int_eq(row->measures, live);
		ck_assert_int_eq(row->cost_ore, cost.ore);
		ck_assert_int_eq(row->cost_unknown, cost.unknown);
		ck_assert_int_eq(row->sought_ore, sought.ore);
		ck_assert_int_eq(row->sought_unknown, sought.unknown);
		ck_assert_int_eq(row->facts.assignments, assignments);
		ck_assert_int_eq(row->facts.submitted, submitted);
	}
	application_list_done(&list);
	casework_close(cw);
}
END_TEST

static void same_row(const struct application_row *a, const struct application_row *b)
{
	ck_assert_int_eq(a->id, b->id);
	ck_assert_str_eq(a->title, b->title);
	ck_assert_str_eq(a->lead_short, b->lead_short);
	ck_assert_int_eq(a->measures, b->measures);
	ck_assert_int_eq(a->participants, b->participants);
	ck_assert_int_eq(a->sought_ore, b->sought_ore);
	ck_assert_int_eq(a->sought_unknown, b->sought_unknown);
	ck_assert_int_eq(a->cost_ore, b->cost_ore);
	ck_assert_int_eq(a->facts.gates_wanted, b->facts.gates_wanted);
	ck_assert_int_eq(a->facts.gates_answered, b->facts.gates_answered);
	ck_assert_int_eq(a->facts.measures_assessed, b->facts.measures_assessed);
	ck_assert_int_eq(a->state, b->state);
	ck_assert_uint_eq(a->relation, b->relation);
}

START_TEST(a_row_is_the_same_whether_asked_for_alone_or_with_all)
{
	struct application_list all, alone;

	office(400); /* above what is asked for one by one */
	OK(application_list_load(cw, &(struct application_query){.sort = "number"}, &all, err));
	ck_assert_int_eq(all.count, 400);
	for (int i = 0; i < all.count; i++) {
		OK(application_rows_load(cw, &all.items[i].id, 1, &alone, err));
		same_row(&alone.items[0], &all.items[i]);
		application_list_done(&alone);
	}
	application_list_done(&all);
	casework_close(cw);
}
END_TEST

/* SQLite's own plan of a statement: the words of each step. */
static void plan_of(enum sql which, char *out, size_t room)
{
	sqlite3_stmt *handle = NULL;
	struct arena arena;

	arena_init(&arena);
	cw->store->guard = GUARD_BUILD;
	ck_assert_int_eq(sqlite3_prepare_v2(cw->store->db,
				 arena_format(&arena, "EXPLAIN QUERY PLAN %s", cw->store->schema.texts[which].text), -1,
				 &handle, NULL),
		SQLITE_OK);
	arena_done(&arena);
	out[0] = '\0';
	while (sqlite3_step(handle) == SQLITE_ROW)
		snprintf(out + strlen(out), room - strlen(out), "%s; ", (const char *)sqlite3_column_text(handle, 3));
	sqlite3_finalize(handle);
	cw->store->guard = GUARD_OFFICE;
}

START_TEST(the_plain_list_is_one_walk_along_a_covering_index)
{
	char plan[1000];

	office(10);
	plan_of(SQL_APPLICATION_INDEX, plan, sizeof(plan));
	ck_assert_str_eq(plan, "SCAN application USING COVERING INDEX sqlite_autoindex_application_1; ");
	plan_of(SQL_APPLICATION_INDEX_ROUND, plan, sizeof(plan));
	ck_assert_str_eq(plan, "SEARCH application USING COVERING INDEX application_round (round=?); ");
	casework_close(cw);
}
END_TEST

/* What is asked for a row is found by keys: no table is walked, nothing is sorted. */
START_TEST(a_row_walks_no_table)
{
	static const enum sql statements[] = {SQL_APPLICATION_ROWS, SQL_APPLICATION_PARTICIPANTS, SQL_APPLICATION_MONEY,
		SQL_APPLICATION_GATES, SQL_APPLICATION_ASSESSMENTS, SQL_APPLICATION_OUTCOMES, SQL_APPLICATION_DETAIL,
		SQL_APPLICATION_BY_NUMBER, SQL_APPLICATION_BY_OWN, SQL_APPLICATION_STANDING, SQL_APPLICATION_NEXT_N,
		SQL_APPLICATION_OWN_TAKEN, SQL_MEASURE_LIST, SQL_AMOUNT_LIST, SQL_NOTE_LIST, SQL_NOTE_NEXT_N};
	char plan[4000];

	office(10);
	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++) {
		plan_of(statements[i], plan, sizeof(plan));
		for (const char *scan = strstr(plan, "SCAN "); scan; scan = strstr(scan + 1, "SCAN "))
			ck_assert_msg(!strncmp(scan, "SCAN (", 6) || !strncmp(scan, "SCAN CONSTANT", 13), "%s: %s",
				cw->store->schema.texts[statements[i]].name, plan);
	}
	plan_of(SQL_PERSON_LIST, plan, sizeof(plan)); /* the control: a statement that does walk a table */
	ck_assert_ptr_nonnull(strstr(plan, "SCAN person"));
	casework_close(cw);
}
END_TEST

static int64_t steps_of_page(int from)
{
	struct application_index index;
	struct application_list list;
	int64_t before;

	OK(application_index_load(cw, &(struct application_query){0}, &index, err));
	before = store_steps(casework_store(cw));
	OK(application_rows_load(cw, index.ids + from, 40, &list, err));
	ck_assert_int_eq(list.count, 40);
	before = store_steps(casework_store(cw)) - before;
	application_list_done(&list);
	application_index_done(&index);
	return before;
}

START_TEST(a_page_costs_a_page_in_an_office_of_any_size)
{
	int64_t small, large, deep;

	office(400);
	small = steps_of_page(0);
	casework_close(cw);
	office(20000);
	large = steps_of_page(0);
	deep = steps_of_page(19000);
	ck_assert_int_le(large, small + small / 10);
	ck_assert_int_le(deep, small + small / 10);
	ck_assert_int_le(small, 40 * 14); /* six statements a row, two steps each, and a little */
	casework_close(cw);
}
END_TEST

static int matches(const char *filter, const char *sort)
{
	struct application_index index;
	int count;

	OK(application_index_load(cw, &(struct application_query){.filter = filter, .sort = sort}, &index, err));
	count = index.count;
	application_index_done(&index);
	return count;
}

/* What a filter or an order needs is read when it is first asked for. */
START_TEST(a_filter_finds_the_same_whatever_was_asked_before_it)
{
	static const char *const filters[] = {"vård", "status:open", "mine:yes", "sought>1tkr", "measures:2",
		"participants:2", "gate:G1=yes", "toscore:yes", "nr:17", "due:none"};
	enum { FILTERS = sizeof filters / sizeof *filters };
	int alone[FILTERS];

	office(200);
	for (int i = 0; i < FILTERS; i++) {
		application_mirror_done(cw->mirror);
		cw->mirror = NULL;
		alone[i] = matches(filters[i], NULL);
	}
	ck_assert_int_gt(alone[4], 0);
	for (int i = 0; i < FILTERS; i++) {
		application_mirror_done(cw->mirror);
		cw->mirror = NULL;
		ck_assert_int_eq(matches("vård", i % 2 ? "-sökt" : NULL), 200);
		ck_assert_int_eq(matches(filters[i], NULL), alone[i]);
	}
	casework_close(cw);
}
END_TEST

static double seconds_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

/* Times are printed; what is held to is the ratio to a walk in the same run, with slack for a busy machine. */
START_TEST(twenty_thousand_applications_answer_at_each_key)
{
	static const char *const typed[] = {"v", "vå", "vår", "vård", "vård 19999", "status:ny", "sökt>1tkr"};
	struct application_index index;
	struct timespec start;
	double walk, first, facts, key;

	office(20000);
	OK(application_index_load(cw, &(struct application_query){0}, &index, err));
	application_index_done(&index);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	for (int i = 0; i < 10; i++) {
		OK(application_index_load(cw, &(struct application_query){0}, &index, err));
		ck_assert_int_eq(index.count, 20000);
		application_index_done(&index);
	}
	walk = seconds_since(&start) / 10;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	OK(application_index_load(cw, &(struct application_query){.filter = "nummer"}, &index, err));
	application_index_done(&index);
	first = seconds_since(&start);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	OK(application_index_load(cw, &(struct application_query){.filter = "status:öppen"}, &index, err));
	application_index_done(&index);
	facts = seconds_since(&start);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	for (int i = 0; i < 7; i++) {
		OK(application_index_load(cw, &(struct application_query){.filter = typed[i]}, &index, err));
		application_index_done(&index);
	}
	key = seconds_since(&start) / 7;
	printf("# 20 000 applications: plain list %.2f ms, first words %.0f ms, first status %.0f ms, a key %.2f ms\n",
		walk * 1e3, first * 1e3, facts * 1e3, key * 1e3);
	ck_assert_double_le(key, first / 3);
	ck_assert_double_le(key, walk * 20);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {sums_of_the_list_are_sums_of_the_measures,
		a_row_is_the_same_whether_asked_for_alone_or_with_all,
		the_plain_list_is_one_walk_along_a_covering_index, a_row_walks_no_table,
		a_page_costs_a_page_in_an_office_of_any_size, a_filter_finds_the_same_whatever_was_asked_before_it,
		twenty_thousand_applications_answer_at_each_key, NULL};

	return claims_run("many", claims, 120);
}
