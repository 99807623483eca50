/* The list: which applications, in what order, and what each row says. */
#include "cases.h"
#include "casework/office.h"
#include "claims.h"
#include "folder.h"

#include "base/words.h"

static struct casework *cw;

static void office(const char *login)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, login);
}

/* "3 1 2": the numbers a query answers, in order. */
static const char *answered(const char *filter, const char *sort)
{
	static char text[400];
	struct application_query query = {.filter = filter, .sort = sort};
	struct application_list list;
	size_t used = 0;

	OK(application_list_load(cw, &query, &list, err));
	text[0] = '\0';
	for (int i = 0; i < list.count; i++)
		used += (size_t)snprintf(text + used, sizeof(text) - used, "%s%d", i ? " " : "", list.items[i].n);
	application_list_done(&list);
	return text;
}

static struct application_row row_of(int64_t id, struct application_list *list)
{
	OK(application_rows_load(cw, &id, 1, list, err));
	ck_assert_int_eq(list->count, 1);
	return list->items[0];
}

static enum state state_now(int64_t id)
{
	struct application_list list;
	enum state state = row_of(id, &list).state;

	application_list_done(&list);
	return state;
}

START_TEST(without_a_filter_the_newest_number_stands_first)
{
	struct application_change change = application_form_of("23", "Förra året");
	struct application_index index;
	int64_t first, second, old = 0;

	office("rut");
	first = application_of(cw, "23", "Ett");
	change.arrived_on = "2025-06-01";
	OK(application_register(cw, NULL, &change, NULL, 0, &old, err));
	second = application_of(cw, "13", "Två");
	OK(application_index_load(cw, &(struct application_query){0}, &index, err));
	ck_assert_int_eq(index.count, 3);
	ck_assert_int_eq(index.ids[0], second);
	ck_assert_int_eq(index.ids[1], first);
	ck_assert_int_eq(index.ids[2], old);
	application_index_done(&index);
	OK(application_index_load(cw, &(struct application_query){.round = 99}, &index, err));
	ck_assert_int_eq(index.count, 0);
	application_index_done(&index);
	application_index_done(NULL);
	casework_close(cw);
}
END_TEST

START_TEST(rows_come_in_the_order_asked_for_and_those_gone_are_left_out)
{
	struct application_list list;
	int64_t ids[3];

	office("rut");
	ids[2] = application_of(cw, "23", "Ett");
	ids[1] = 999;
	ids[0] = application_of(cw, "13", "Två");
	OK(application_rows_load(cw, ids, 3, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert_str_eq(list.items[0].title, "Två");
	ck_assert_str_eq(list.items[1].title, "Ett");
	application_list_done(&list);
	OK(application_rows_load(cw, NULL, 0, &list, err));
	ck_assert_int_eq(list.count, 0);
	application_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_row_says_what_the_list_shows)
{
	static const char *const others[] = {"13", "20"};
	struct application_change change = application_form_of("23", "Närmare vård");
	struct application_list list;
	struct application_row row;
	int64_t id = 0, taken;

	office("elin");
	change.own_number = "HSN/1005/2026";
	change.arrived_on = "2026-04-01"; /* a day after the round closed */
	OK(application_register(cw, NULL, &change, others, 2, &id, err));
	measure_of(cw, id, "Ett", 1000, 600);
	measure_of(cw, id, "Två", -1, 300);
	measure_of(cw, id, "Tre", 500, -1);
	taken = measure_of(cw, id, "Fyra", 9000, 9000);
	OK(measure_withdraw(cw, NULL, taken, "2026-11-20", "Skäl", err));
	OK(application_assign(cw, NULL, id, office_person(cw, "olle"), err));
	row = row_of(id, &list);
	ck_assert_int_eq(row.participants, 3);
	ck_assert_int_eq(row.measures, 3); /* the live ones */
	ck_assert_int_eq(row.sought_ore, 90000);
	ck_assert_int_eq(row.sought_unknown, 1);
	ck_assert_int_eq(row.cost_ore, 150000);
	ck_assert_int_eq(row.cost_unknown, 1);
	ck_assert_str_eq(row.lead, "23");
	ck_assert_str_eq(row.lead_short, "Jämtland Härjedalen");
	ck_assert_str_eq(row.own_number, "HSN/1005/2026");
	ck_assert_str_eq(row.round_name, "2026");
	ck_assert_str_eq(row.officer_name, "Olle Ek");
	ck_assert_str_eq(row.arrived_on, "2026-04-01");
	ck_assert(row.late);
	ck_assert_ptr_null(row.gates);
	ck_assert_int_eq(row.state, STATE_CHECKING);
	ck_assert_int_eq(row.facts.gates_wanted, 1 + 3 + 3); /* the application, its live measures, its participants */
	ck_assert_int_eq(row.due, DAY_NONE);
	application_list_done(&list);
	casework_close(cw);
}
END_TEST

/* What follows is told by the rows that the verbs of other files write. */
START_TEST(status_follows_the_control_points)
{
	struct application_list list;
	struct application_row row;
	int64_t id;

	office("elin");
	id = application_of(cw, "23", "Närmare vård");
	ck_assert_int_eq(state_now(id), STATE_NEW);
	measure_of(cw, id, "Ett", 1000, 600);
	OK(application_assign(cw, NULL, id, office_person(cw, "elin"), err));
	ck_assert_int_eq(state_now(id), STATE_CHECKING);
	rows_put(cw,
		"INSERT INTO gate_answer (application, gate_version, gate, answer, answered_by, answered_at)"
		" VALUES (1, 1, 'G1', 'yes', 1, '2026-11-01 09:00:00');"
		"INSERT INTO gate_answer (application, measure, gate_version, gate, answer, answered_by, answered_at)"
		" VALUES (1, 1, 1, 'G7', 'yes', 1, '2026-11-01 09:00:00');"
		"INSERT INTO gate_answer (application, participant, gate_version, gate, answer, reason, way, due_on, "
		"answered_by,"
		" answered_at) VALUES (1, 1, 1, 'G12', 'no', 'Bara ett förslag', 'completion', '2026-11-22', 1,"
		" '2026-11-01 09:00:00');");
	row = row_of(id, &list);
	ck_assert_int_eq(row.state, STATE_WAITING); /* the last day has not passed */
	ck_assert_int_eq(row.due, day_read("2026-11-22"));
	ck_assert_int_eq(row.due_mover, MOVER_APPLICANT);
	application_list_done(&list);
	office_clock(cw, "2026-11-23 00:00:00");
	row = row_of(id, &list);
	ck_assert_int_eq(row.state, STATE_ASSESSING); /* tried as it stands (12 §) */
	ck_assert_int_eq(row.due_mover, MOVER_US);
	application_list_done(&list);
	casework_close(cw);
}
END_TEST

/* Elin's case with one measure and every control point answered with yes. */
static int64_t answered_case(void)
{
	int64_t id;

	office("elin");
	id = application_of(cw, "23", "Närmare vård");
	measure_of(cw, id, "Ett", 1000, 600);
	OK(application_assign(cw, NULL, id, office_person(cw, "elin"), err));
	rows_put(cw,
		"INSERT INTO gate_answer (application, gate_version, gate, answer, answered_by, answered_at)"
		" VALUES (1, 1, 'G1', 'yes', 1, '2026-11-01 09:00:00');"
		"INSERT INTO gate_answer (application, measure, gate_version, gate, answer, answered_by, answered_at)"
		" VALUES (1, 1, 1, 'G7', 'yes', 1, '2026-11-01 09:00:00');"
		"INSERT INTO gate_answer (application, participant, gate_version, gate, answer, answered_by, "
		"answered_at)"
		" VALUES (1, 1, 1, 'G12', 'yes', 1, '2026-11-01 09:00:00');");
	return id;
}

START_TEST(status_follows_the_assessment)
{
	int64_t id = answered_case();

	rows_put(cw, "INSERT INTO assignment (id, measure, person, assigned_by, assigned_at) VALUES"
		     " (1, 1, 3, 1, '2026-11-01 09:00:00'), (2, 1, 4, 1, '2026-11-01 09:00:00');"
		     "INSERT INTO assessment (assignment, criteria_version, submitted_at) VALUES (1, 1, '2026-11-10 "
		     "09:00:00');");
	ck_assert_int_eq(state_now(id), STATE_ASSESSING);
	rows_put(cw, "INSERT INTO assessment (assignment, criteria_version, submitted_at) VALUES (2, 1, '2026-11-11 "
		     "09:00:00');");
	ck_assert_int_eq(state_now(id), STATE_ASSESSED);
	rows_put(cw, "INSERT INTO proposal (id, round, n, made_by, made_at) VALUES (1, 1, 1, 1, '2026-11-12 09:00:00');"
		     "INSERT INTO proposal_row (proposal, measure, position, moved, points) VALUES (1, 1, 1, 0, 500);");
	ck_assert_int_eq(state_now(id), STATE_ASSESSED); /* an open proposal is not yet one */
	rows_put(cw, "UPDATE proposal SET locked_by = 1, locked_at = '2026-11-13 09:00:00' WHERE id = 1;");
	ck_assert_int_eq(state_now(id), STATE_PROPOSED);
	casework_close(cw);
}
END_TEST

START_TEST(status_follows_the_money)
{
	int64_t id = answered_case();
	struct application_list list;
	struct application_row row;

	rows_put(cw,
		"INSERT INTO decision (id, measure, n, outcome, decided_on, reasons, recorded_by, recorded_at)"
		" VALUES (1, 1, 1, 'granted', '2026-11-18', 'Skäl', 1, '2026-11-18 10:00:00');"
		"INSERT INTO plan (decision, version, made_by, made_at) VALUES (1, 1, 1, '2026-11-18 10:00:00');"
		"INSERT INTO instalment (id, decision, n, since, until, due_on, year, ore, recipient, made_by) VALUES"
		" (1, 1, 1, 1, NULL, '2026-12-10', 2026, 30000, '23', 1), (2, 1, 2, 1, NULL, '2027-02-10', 2027, "
		"30000, '23', 1),"
		" (3, 1, 3, 1, 2, '2026-11-30', 2026, 1, '23', 1);");
	row = row_of(id, &list);
	ck_assert_int_eq(row.state, STATE_PAYING);
	ck_assert_int_eq(row.facts.instalments, 2); /* the ended row is not counted */
	ck_assert_int_eq(row.due, day_read("2026-12-10"));
	ck_assert_int_eq(row.due_mover, MOVER_US);
	application_list_done(&list);
	rows_put(cw, "INSERT INTO review (instalment, maker, person, at) VALUES (1, 1, 9, '2026-12-01 09:00:00'),"
		     " (2, 1, 9, '2026-12-01 09:00:00');"
		     "INSERT INTO attest (instalment, maker, person, at) VALUES (1, 1, 8, '2026-12-01 10:00:00'),"
		     " (2, 1, 8, '2026-12-01 10:00:00');"
		     "INSERT INTO payment (instalment, paid_on, recorded_by, recorded_at) VALUES"
		     " (1, '2026-12-10', 8, '2026-12-10 10:00:00');");
	ck_assert_int_eq(state_now(id), STATE_PAYING);
	rows_put(cw, "INSERT INTO payment (instalment, paid_on, recorded_by, recorded_at) VALUES"
		     " (2, '2027-02-10', 8, '2027-02-10 10:00:00');");
	ck_assert_int_eq(state_now(id), STATE_PAID);
	casework_close(cw);
}
END_TEST

START_TEST(what_belongs_to_a_withdrawn_measure_or_another_version_is_not_counted)
{
	struct application_list list;
	struct application_row row;
	int64_t id, taken;

	office("elin");
	id = application_of(cw, "23", "Närmare vård");
	measure_of(cw, id, "Ett", 1000, 600);
	taken = measure_of(cw, id, "Två", 1000, 600);
	OK(application_assign(cw, NULL, id, office_person(cw, "elin"), err));
	rows_put(cw,
		"INSERT INTO gate_version (number) VALUES (2);"
		"INSERT INTO gate SELECT 2, id, sort, subject, basis, way_no, name_sv, name_en, question_sv, "
		"question_en,"
		" ground_sv, ground_en, way_text_sv, way_text_en FROM gate WHERE version = 1;"
		"INSERT INTO gate_answer (application, measure, gate_version, gate, answer, answered_by, answered_at) "
		"VALUES"
		" (1, 2, 1, 'G7', 'yes', 1, '2026-11-01 09:00:00');"
		"INSERT INTO gate_answer (application, gate_version, gate, answer, reason, way, answered_by, "
		"answered_at)"
		" VALUES (1, 2, 'G1', 'no', 'Skäl', 'completion', 1, '2026-11-01 09:00:00');"
		"INSERT INTO assignment (measure, person, assigned_by, assigned_at, ended_at) VALUES"
		" (1, 3, 1, '2026-11-01 09:00:00', '2026-11-02 09:00:00'), (2, 4, 1, '2026-11-01 09:00:00', NULL);");
	row = row_of(id, &list);
	ck_assert_int_eq(row.facts.gates_answered, 1);
	ck_assert_int_eq(row.facts.assignments, 1);
	application_list_done(&list);
	OK(measure_withdraw(cw, NULL, taken, "2026-11-20", "Skäl", err));
	row = row_of(id, &list);
	ck_assert_int_eq(row.facts.gates_answered, 0);
	ck_assert_int_eq(row.facts.gates_wanted, 3);
	ck_assert_int_eq(row.facts.gates_bad, 0);
	ck_assert_int_eq(row.facts.assignments, 0);
	ck_assert_int_eq(row.state, STATE_CHECKING);
	application_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(the_one_who_looks_sees_how_they_stand_to_the_case)
{
	struct application_list list;
	int64_t id;

	office("elin");
	id = application_of(cw, "23", "Närmare vård");
	measure_of(cw, id, "Ett", 1000, 600);
	rows_put(cw, "INSERT INTO assignment (measure, person, assigned_by, assigned_at) SELECT 1, id, 1, '2026-11-01 "
		     "09:00:00'"
		     " FROM person WHERE login = 'maja';");
	ck_assert_uint_eq(row_of(id, &list).relation, RELATION_NONE);
	application_list_done(&list);
	office_sit(cw, "maja");
	ck_assert_uint_eq(row_of(id, &list).relation, RELATION_ASSIGNED | RELATION_UNSUBMITTED);
	application_list_done(&list);
	office_sit(cw, "adam");
	REFUSED(application_rows_load(cw, &id, 1, &list, err), ERROR_DENIED, "see the cases");
	REFUSED(application_list_load(cw, &(struct application_query){0}, &list, err), ERROR_DENIED, "see the cases");
	casework_close(cw);
}
END_TEST

START_TEST(every_column_sorts_both_ways_with_nothing_last)
{
	static const struct {
		const char *sort, *numbers;
	} table[] = {{NULL, "4 3 2 1"}, {"number", "1 2 3 4"}, {"-nr", "4 3 2 1"}, {"applicant", "4 2 3 1"},
		{"-sökande", "1 3 4 2"}, {"title", "4 3 2 1"}, {"-ärende", "1 2 3 4"}, {"sought", "1 3 2 4"},
		{"-sökt", "2 3 1 4"}, {"cost", "1 3 2 4"}, {"-kostnad", "2 3 1 4"}, {"measures", "4 3 1 2"},
		{"-åtgärder", "2 4 3 1"}, {"participants", "4 3 2 1"}, {"due", "2 1 4 3"}, {"-frist", "1 2 4 3"},
		{"arrived", "3 4 2 1"}, {"-inkom", "4 2 1 3"}, {"officer", "1 4 3 2"}, {"state", "4 3 2 1"},
		{"round", "4 3 2 1"}, {"NUMBER", "1 2 3 4"}};
	struct application_change change = application_form_of("20", "Ambulans");
	int64_t one, two, three, four = 0;

	office("elin");
	one = application_of(cw, "19", "Övrigt");
	two = application_of(cw, "20", "Äldre");
	three = application_of(cw, "13", "Åkeri");
	OK(application_register(cw, NULL, &change, NULL, 0, &four, err));
	change = application_form_of("13", "Åkeri");
	change.arrived_on = "2026-02-01";
	OK(application_change(cw, NULL, three, &change, err));
	measure_of(cw, one, "A", 100, 50);
	measure_of(cw, two, "B", 900, 300);
	measure_of(cw, two, "C", 900, 300);
	measure_of(cw, three, "D", 200, 100);
	measure_of(cw, four, "E", -1, -1);
	OK(application_assign(cw, NULL, one, office_person(cw, "elin"), err));
	rows_put(cw, "INSERT INTO gate_answer (application, gate_version, gate, answer, reason, way, due_on, "
		     "answered_by, answered_at)"
		     " VALUES (1, 1, 'G1', 'no', 'Skäl', 'completion', '2026-12-10', 1, '2026-11-01 09:00:00'),"
		     " (2, 1, 'G1', 'no', 'Skäl', 'completion', '2026-12-01', 1, '2026-11-01 09:00:00');");
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++) {
		const char *is = answered(NULL, table[i].sort);

		ck_assert_msg(!strcmp(is, table[i].numbers), "%s: %s, not %s", table[i].sort, is, table[i].numbers);
	}
	casework_close(cw);
}
END_TEST

START_TEST(an_unknown_column_is_refused_with_a_suggestion)
{
	struct application_list list;
	struct application_query query = {.sort = "-frits"};

	office("elin");
	REFUSED(application_list_load(cw, &query, &list, err), ERROR_INVALID,
		"“-frits”. Did you mean frist? There are: number");
	query.sort = "poäng";
	REFUSED(application_list_load(cw, &query, &list, err), ERROR_INVALID, "cannot be sorted by “poäng”");
	casework_close(cw);
}
END_TEST

START_TEST(a_filter_sees_every_change_at_once)
{
	struct application_change change = application_form_of("23", "Hemmonitorering");
	int64_t id;

	office("elin");
	application_of(cw, "13", "Något annat");
	ck_assert_str_eq(answered("hemmonitorering", NULL), "");
	id = application_of(cw, "23", "Hemmonitorering");
	ck_assert_str_eq(answered("hemmonitorering", NULL), "2");
	change.title = "Röntgenflöde";
	OK(application_change(cw, NULL, id, &change, err));
	ck_assert_str_eq(answered("hemmonitorering", NULL), "");
	ck_assert_str_eq(answered("röntgen", NULL), "2");
	OK(application_assign(cw, NULL, id, office_person(cw, "elin"), err));
	ck_assert_str_eq(answered("min:ja", NULL), "2");
	office_sit(cw, "olle"); /* another actor, the same rows */
	ck_assert_str_eq(answered("min:ja", NULL), "");
	casework_close(cw);
}
END_TEST

START_TEST(a_filter_sees_what_another_session_saved)
{
	char folder[FOLDER_PATH], path[96];
	struct casework *mine, *theirs = NULL;

	words_open("en");
	ck_assert(folder_new(folder, "list"));
	snprintf(path, sizeof(path), "%s/office", folder);
	mine = office_open_at(path);
	OK(casework_open(path, STORE_WRITE, &(struct casework_who){"rut", NULL}, &theirs, err));
	cw = mine;
	office_sit(cw, "elin");
	ck_assert_str_eq(answered("hemmonitorering", NULL), "");
	application_of(theirs, "23", "Hemmonitorering");
	ck_assert_str_eq(answered("hemmonitorering", NULL), "1");
	casework_close(theirs);
	casework_close(mine);
	ck_assert_int_eq(unlink(path), 0);
	snprintf(path, sizeof(path), "%s/office-lock", folder);
	ck_assert_int_eq(unlink(path), 0);
	ck_assert_int_eq(rmdir(folder), 0);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {without_a_filter_the_newest_number_stands_first,
		rows_come_in_the_order_asked_for_and_those_gone_are_left_out, a_row_says_what_the_list_shows,
		status_follows_the_control_points, status_follows_the_assessment, status_follows_the_money,
		what_belongs_to_a_withdrawn_measure_or_another_version_is_not_counted,
		the_one_who_looks_sees_how_they_stand_to_the_case, every_column_sorts_both_ways_with_nothing_last,
		an_unknown_column_is_refused_with_a_suggestion, a_filter_sees_every_change_at_once,
		a_filter_sees_what_another_session_saved, NULL};

	return claims_run("list", claims, 60);
}
