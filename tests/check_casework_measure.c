/* Measures and their money per payment year. */
#include "cases.h"
#include "casework/office.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;

static int64_t office(const char *login)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, login);
	return application_of(cw, "23", "Närmare vård");
}

static struct measure_list loaded(int64_t id)
{
	struct measure_list list;

	OK(measure_load(cw, id, &list, err));
	ck_assert_int_eq(list.count, 1);
	return list;
}

static int64_t added(int64_t application, const struct measure_change *change)
{
	int64_t id = 0;

	OK(measure_add(cw, NULL, application, change, &id, err));
	return id;
}

#define KR(kronor) INT64_C(kronor##00)

START_TEST(measures_are_numbered_within_the_application_and_numbers_stay)
{
	int64_t application = office("rut"), other = application_of(cw, "13", "En annan"), second;
	struct measure_list list;

	measure_of(cw, application, "Ett", 100, 50);
	second = measure_of(cw, application, "Två", 100, 50);
	measure_of(cw, other, "Annan", 100, 50);
	OK(measure_withdraw(cw, NULL, second, "2026-11-20", "Regionen tar tillbaka åtgärd 2.", err));
	measure_of(cw, application, "Tre", 100, 50);
	OK(measure_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 3); /* the withdrawn one too */
	for (int i = 0; i < 3; i++)
		ck_assert_int_eq(list.items[i].n, i + 1);
	ck_assert_str_eq(list.items[1].withdrawn_on, "2026-11-20");
	ck_assert_ptr_null(list.items[2].withdrawn_on);
	ck_assert_int_eq(list.items[2].application_n, 1);
	ck_assert_int_eq(list.items[2].year, 2026);
	measure_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(every_value_reads_back_as_it_was_given)
{
	int64_t application = office("rut");
	struct measure_amount amounts[] = {{2026, true, true, KR(1000000), KR(600000)},
		{2027, true, false, KR(500000), 0}, {2028, false, true, 0, KR(250000)}};
	struct measure_change change = {"Frigjord tid", "Beskrivning\ni två rader", "Mer vård", "restructuring",
		"administration", "less_resources", "process|ai", "2026-09-01", "2028-12-31", "part", "Inget", "Plan",
		amounts, 3, true};
	struct measure_list list = loaded(added(application, &change));
	const struct measure *measure = &list.items[0];

	ck_assert_str_eq(measure->title, "Frigjord tid");
	ck_assert_str_eq(measure->description, "Beskrivning\ni två rader");
	ck_assert_str_eq(measure->achieve, "Mer vård");
	ck_assert_str_eq(measure->type, "restructuring");
	ck_assert_str_eq(measure->area, "administration");
	ck_assert_str_eq(measure->effect, "less_resources");
	ck_assert_str_eq(measure->tags, "process|ai");
	ck_assert_str_eq(measure->from_on, "2026-09-01");
	ck_assert_str_eq(measure->to_on, "2028-12-31");
	ck_assert_str_eq(measure->form, "part");
	ck_assert_str_eq(measure->other_support, "Inget");
	ck_assert_str_eq(measure->lasting, "Plan");
	ck_assert(measure->invented);
	ck_assert_int_eq(measure->year_count, 3);
	ck_assert(measure->years[1].has_cost && !measure->years[1].has_sought);
	ck_assert(!measure->years[2].has_cost && measure->years[2].has_sought);
	ck_assert_int_eq(measure->cost_ore, KR(1500000));
	ck_assert_int_eq(measure->sought_ore, KR(850000));
	ck_assert_int_eq(measure->granted_ore, MONEY_UNKNOWN);
	ck_assert_ptr_null(measure->outcome);
	measure_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_total_is_unknown_when_a_part_of_it_is)
{
	int64_t application = office("rut"), id;
	struct measure_amount amounts[] = {
		{2026, true, true, MONEY_UNKNOWN, KR(600000)}, {2027, true, true, KR(500000), MONEY_UNKNOWN}};
	struct measure_change change = measure_form_of("Okänd");
	struct measure_list list;

	change.amounts = amounts;
	change.amount_count = 2;
	id = added(application, &change);
	list = loaded(id);
	ck_assert_int_eq(list.items[0].cost_ore, MONEY_UNKNOWN);
	ck_assert_int_eq(list.items[0].sought_ore, MONEY_UNKNOWN);
	ck_assert(list.items[0].years[0].has_cost);
	ck_assert_int_eq(list.items[0].years[0].cost_ore, MONEY_UNKNOWN);
	ck_assert_int_eq(list.items[0].years[0].sought_ore, KR(600000));
	measure_list_done(&list);
	change.amount_count = 0; /* a year left out has no amounts afterwards */
	OK(measure_change(cw, NULL, id, &change, err));
	list = loaded(id);
	ck_assert_int_eq(list.items[0].year_count, 0);
	ck_assert_int_eq(list.items[0].sought_ore, MONEY_UNKNOWN);
	ck_assert_int_eq(list.items[0].version, 2);
	measure_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_sought_is_at_most_the_cost_in_total_though_a_year_may_be_above)
{
	int64_t application = office("rut"), id = 77;
	struct measure_amount amounts[] = {{2026, true, true, KR(100), KR(900)}, {2027, true, true, KR(1000), KR(200)}};
	struct measure_change change = measure_form_of("Gränsen");

	change.amounts = amounts;
	change.amount_count = 2;
	added(application, &change); /* 1 100 of 1 100 */
	amounts[0].sought_ore++;     /* one öre above */
	REFUSED(measure_add(cw, NULL, application, &change, &id, err), ERROR_INVALID,
		"Sought: 1,100.01 SEK is more than");
	ck_assert_int_eq(id, 77);
	amounts[1].cost_ore = MONEY_UNKNOWN; /* an unknown cost cannot be compared */
	added(application, &change);
	casework_close(cw);
}
END_TEST

#define AT(member) offsetof(struct measure_change, member)
static const struct {
	size_t at;
	const char *value, *says;
} wrong[] = {
	{AT(title), NULL, "Title: It is empty"},
	{AT(title), "  ", "Title: It is empty"},
	{AT(title), "a\nb", "Title: The text is not kept"},
	{AT(title),
		"a\xE2\x80\x8B"
		"b",
		"Title: The text is not kept"},
	{AT(description), "\xFF", "Description: The text is not kept"},
	{AT(achieve), "\x02", "What is to be achieved: The text is not kept"},
	{AT(type), "miracle",
		"Type: “miracle” is not one of the words to choose among: efficiency (efficiency measure), "},
	{AT(type), "effektiviseringsåtgärd", "Type: “effektiviseringsåtgärd” is not"},
	{AT(area), "roof", "Area: “roof” is not"},
	{AT(effect), "more", "Effect: “more” is not"},
	{AT(tags), "process|zebra", "Tags: “zebra” is not"},
	{AT(tags), "process|ai|process", "Tags: “process” is there twice"},
	{AT(tags), "process|", "Tags: A word is missing after the last |"},
	{AT(tags), "|process", "Tags: “” is not"},
	{AT(tags), "process ai", "Tags: “process ai” is not"},
	{AT(from_on), "2027-02-30", "First day: “2027-02-30” is no day"},
	{AT(from_on), "2027", "First day: “2027” is no day"},
	{AT(to_on), "nästa år", "Last day: “nästa år” is no day"},
	{AT(to_on), "2026-12-31", "Last day: 2026-12-31 is before the first day, 2027-01-01"},
	{AT(form), "half", "Financing: “half” is not"},
	{AT(other_support), "\xC0\x80", "Other state support: The text is not kept"},
	{AT(lasting), "\x1B[2J", "Plan for lasting effect: The text is not kept"},
};
#undef AT
static const struct {
	struct measure_amount amount;
	const char *says;
} wrong_amounts[] = {
	{{2024, true, false, KR(1), 0}, "Payment year: 2024 is not a year costs are kept for, 2025–2036"},
	{{2037, true, false, KR(1), 0}, "Payment year: 2037 is not a year costs are kept for"},
	{{2031, true, true, KR(1), KR(1)}, "Payment year: 2031 is not a year grants are given, 2025–2030 (section 1)"},
	{{0, false, true, 0, KR(1)}, "Payment year: 0 is not a year grants are given"},
	{{2026, false, false, 0, 0}, "Payment year: 2026 has neither"},
	{{2026, true, false, -1, 0}, "Cost: The amount for 2026 is negative or too large"},
	{{2026, true, false, MONEY_MOST + 1, 0}, "Cost: The amount for 2026"},
	{{2026, false, true, 0, -100}, "Sought: The amount for 2026"},
	{{2026, false, true, 0, INT64_MAX}, "Sought: The amount for 2026"},
};
#define COUNT(array) (int)(sizeof(array) / sizeof(*(array)))

START_TEST(a_wrong_value_is_refused_by_a_sentence_that_names_the_field)
{
	int64_t application = office("rut"), there = measure_of(cw, application, "Rätt", 100, 50), id = 77;

	ck_assert_int_ge(COUNT(wrong) + COUNT(wrong_amounts), 30);
	for (int i = 0; i < COUNT(wrong); i++) {
		struct measure_change change = measure_form_of("Fel");

		change.from_on = "2027-01-01";
		*(const char **)((char *)&change + wrong[i].at) = wrong[i].value;
		REFUSED(measure_add(cw, NULL, application, &change, &id, err), ERROR_INVALID, wrong[i].says);
		REFUSED(measure_change(cw, NULL, there, &change, err), ERROR_INVALID, wrong[i].says);
	}
	for (int i = 0; i < COUNT(wrong_amounts); i++) {
		struct measure_change change = measure_form_of("Fel");

		change.amounts = &wrong_amounts[i].amount;
		change.amount_count = 1;
		REFUSED(measure_add(cw, NULL, application, &change, &id, err), ERROR_INVALID, wrong_amounts[i].says);
	}
	ck_assert_int_eq(id, 77);
	casework_close(cw);
}
END_TEST

START_TEST(a_year_stands_once)
{
	int64_t application = office("rut"), id = 0;
	struct measure_amount amounts[] = {{2026, true, false, KR(1), 0}, {2026, false, true, 0, KR(1)}};
	struct measure_change change = measure_form_of("Dubbel");

	change.amounts = amounts;
	change.amount_count = 2;
	REFUSED(measure_add(cw, NULL, application, &change, &id, err), ERROR_INVALID,
		"Payment year: 2026 is there twice");
	casework_close(cw);
}
END_TEST

START_TEST(only_a_registrar_or_an_officer_changes_measures)
{
	static const char *const denied[] = {"adam", "mats", "kim", "carl", "rev"};
	int64_t application = office("rut"), there = measure_of(cw, application, "Där", 100, 50), id = 0;
	struct measure_change change = measure_form_of("Ny");

	for (int i = 0; i < 5; i++) {
		office_sit(cw, denied[i]);
		REFUSED(measure_add(cw, NULL, application, &change, &id, err), ERROR_DENIED, "change measures");
		REFUSED(measure_change(cw, NULL, there, &change, err), ERROR_DENIED, "change measures");
		REFUSED(measure_withdraw(cw, NULL, there, "2026-11-20", "Skäl", err), ERROR_DENIED, "withdraw");
	}
	casework_close(cw);
}
END_TEST

START_TEST(the_office_of_persons_sees_no_case)
{
	int64_t application = office("rut"), there = measure_of(cw, application, "Där", 100, 50), id = 0;
	struct measure_list list;

	office_sit(cw, "adam");
	REFUSED(measure_list_load(cw, application, &list, err), ERROR_DENIED, "see the cases");
	REFUSED(measure_load(cw, there, &list, err), ERROR_DENIED, "see the cases");
	REFUSED(measure_find(cw, "1.1", &id, err), ERROR_DENIED, "see the cases");
	casework_close(cw);
}
END_TEST

START_TEST(a_change_of_what_another_has_changed_is_a_conflict_and_the_same_operation_is_known_again)
{
	int64_t application = office("rut"), id = 0, again = 0, events;
	struct measure_change change = measure_form_of("Ny");
	struct operation op = operation_new();

	OK(measure_add(cw, &op, application, &change, &id, err));
	OK(measure_add(cw, &op, application, &change, &again, err));
	ck_assert_int_eq(again, id);
	office_sit(cw, "elin");
	OK(measure_change(cw, NULL, id, &change, err));
	office_sit(cw, "rut");
	op = operation_new();
	op.if_version = 1;
	REFUSED(measure_change(cw, &op, id, &change, err), ERROR_CONFLICT, "Elin Björk");
	REFUSED(measure_withdraw(cw, &op, id, "2026-11-20", "Skäl", err), ERROR_CONFLICT, "Elin Björk");
	op.if_version = 2;
	events = office_events(cw);
	OK(measure_change(cw, &op, id, &change, err));
	OK(measure_change(cw, &op, id, &change, err));
	op = operation_new();
	OK(measure_withdraw(cw, &op, id, "2026-11-20", "Skäl", err));
	OK(measure_withdraw(cw, &op, id, "2026-11-20", "Skäl", err));
	ck_assert_int_eq(office_events(cw), events + 2);
	casework_close(cw);
}
END_TEST

START_TEST(a_decided_or_withdrawn_measure_stays)
{
	int64_t application = office("rut"), decided = measure_of(cw, application, "Beslutad", 100, 50);
	int64_t withdrawn = measure_of(cw, application, "Återtagen", 100, 50), id = 0;
	struct measure_change change = measure_form_of("Ändrad");

	rows_put(cw, "INSERT INTO decision (measure, n, outcome, decided_on, reasons, recorded_by, recorded_at)"
		     " VALUES (1, 1, 'refused', '2026-11-20', 'Skäl', 1, '2026-11-20 10:00:00');");
	OK(measure_withdraw(cw, NULL, withdrawn, "2026-11-20", "Skäl", err));
	REFUSED(measure_change(cw, NULL, decided, &change, err), ERROR_INVALID, "Measure 1.1 is decided");
	REFUSED(measure_withdraw(cw, NULL, decided, "2026-11-21", "Skäl", err), ERROR_INVALID,
		"Measure 1.1 is decided");
	REFUSED(measure_change(cw, NULL, withdrawn, &change, err), ERROR_INVALID,
		"Measure 1.2 was withdrawn on 2026-11-20");
	REFUSED(measure_withdraw(cw, NULL, withdrawn, "2026-11-21", "Skäl", err), ERROR_INVALID, "Measure 1.2 was");
	REFUSED(measure_change(cw, NULL, 99, &change, err), ERROR_MISSING, "no such measure");
	REFUSED(measure_add(cw, NULL, 99, &change, &id, err), ERROR_MISSING, "no such application");
	casework_close(cw);
}
END_TEST

START_TEST(measures_of_a_withdrawn_application_stay)
{
	int64_t application = office("rut"), there = measure_of(cw, application, "Där", 100, 50), id = 0;
	struct measure_change change = measure_form_of("Ändrad");

	OK(application_withdraw(cw, NULL, application, "2026-11-20", "Skäl", err));
	REFUSED(measure_change(cw, NULL, there, &change, err), ERROR_INVALID, "Application 1 was withdrawn");
	REFUSED(measure_add(cw, NULL, application, &change, &id, err), ERROR_INVALID, "Application 1 was withdrawn");
	REFUSED(measure_withdraw(cw, NULL, there, "2026-11-20", "Skäl", err), ERROR_INVALID,
		"Application 1 was withdrawn");
	casework_close(cw);
}
END_TEST

START_TEST(the_valid_decision_gives_outcome_and_granted_amounts)
{
	int64_t application = office("rut"), id = measure_of(cw, application, "Beviljad", 1000, 900);
	struct measure_list list;

	rows_put(cw, "INSERT INTO decision (id, measure, n, outcome, decided_on, reasons, recorded_by, recorded_at)"
		     " VALUES (1, 1, 1, 'granted', '2026-11-18', 'Skäl', 1, '2026-11-18 10:00:00');"
		     "INSERT INTO amount (measure, year, kind, decision, ore) VALUES (1, 2026, 'granted', 1, 90000);"
		     "INSERT INTO decision (id, measure, n, outcome, decided_on, ground, reasons, replaces, "
		     "recorded_by, recorded_at)"
		     " VALUES (2, 1, 2, 'partly', '2026-11-20', 'FL 37 §', 'Skäl', 1, 1, '2026-11-20 10:00:00');"
		     "INSERT INTO amount (measure, year, kind, decision, ore) VALUES (1, 2026, 'granted', 2, 30000),"
		     " (1, 2027, 'granted', 2, 40000);");
	list = loaded(id);
	ck_assert_str_eq(list.items[0].outcome, "partly");
	ck_assert_int_eq(list.items[0].granted_ore, KR(700));
	ck_assert_int_eq(list.items[0].year_count, 2);
	ck_assert_int_eq(list.items[0].years[0].granted_ore, KR(300));
	ck_assert_int_eq(list.items[0].years[0].sought_ore, KR(900));
	ck_assert(!list.items[0].years[1].has_sought);
	measure_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(an_assessor_who_has_not_handed_in_does_not_see_points)
{
	int64_t application = office("rut");
	struct measure_list list;

	measure_of(cw, application, "Bedöms", 100, 50);
	rows_put(cw, "INSERT INTO assignment (id, measure, person, assigned_by, assigned_at) SELECT 1, 1, id, 1, "
		     "'2026-11-01 09:00:00'"
		     " FROM person WHERE login = 'maja';"
		     "INSERT INTO assignment (id, measure, person, assigned_by, assigned_at) SELECT 2, 1, id, 1, "
		     "'2026-11-01 09:00:00'"
		     " FROM person WHERE login = 'mats';"
		     "INSERT INTO assessment (assignment, criteria_version, submitted_at) VALUES (2, 1, '2026-11-10 "
		     "09:00:00');");
	office_sit(cw, "maja");
	OK(measure_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.items[0].assignments, 2);
	ck_assert_int_eq(list.items[0].submitted, 1);
	ck_assert_uint_eq(list.items[0].relation, RELATION_ASSIGNED | RELATION_UNSUBMITTED);
	ck_assert(!list.items[0].points_seen);
	measure_list_done(&list);
	office_sit(cw, "mats");
	OK(measure_list_load(cw, application, &list, err));
	ck_assert_uint_eq(list.items[0].relation, RELATION_ASSIGNED);
	ck_assert(list.items[0].points_seen);
	measure_list_done(&list);
	office_sit(cw, "rut"); /* no part in the assessment */
	OK(measure_list_load(cw, application, &list, err));
	ck_assert(!list.items[0].points_seen);
	measure_list_done(&list);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {measures_are_numbered_within_the_application_and_numbers_stay,
		every_value_reads_back_as_it_was_given, a_total_is_unknown_when_a_part_of_it_is,
		what_is_sought_is_at_most_the_cost_in_total_though_a_year_may_be_above,
		a_wrong_value_is_refused_by_a_sentence_that_names_the_field, a_year_stands_once,
		only_a_registrar_or_an_officer_changes_measures, the_office_of_persons_sees_no_case,
		a_change_of_what_another_has_changed_is_a_conflict_and_the_same_operation_is_known_again,
		a_decided_or_withdrawn_measure_stays, measures_of_a_withdrawn_application_stay,
		the_valid_decision_gives_outcome_and_granted_amounts,
		an_assessor_who_has_not_handed_in_does_not_see_points, NULL};

	return claims_run("measure", claims, 60);
}
