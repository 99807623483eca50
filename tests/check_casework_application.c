/* Registering and changing applications. */
#include "cases.h"
#include "casework/office.h"
#include "claims.h"
#include "office.h"

#include "base/words.h"

static struct casework *cw;

static void office(const char *login)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, login);
}

static struct application loaded(int64_t id)
{
	struct application application;

	OK(application_load(cw, id, &application, err));
	return application;
}

static int64_t registered(const struct application_change *change)
{
	int64_t id = 0;

	OK(application_register(cw, NULL, change, NULL, 0, &id, err));
	return id;
}

/* ---- registering */

START_TEST(the_number_is_the_next_of_the_year_of_arrival)
{
	static const struct {
		const char *arrived;
		int year, n;
	} table[] = {{"2026-03-10", 2026, 1}, {"2026-01-02", 2026, 2}, {"2025-12-30", 2025, 1}, {"2026-11-22", 2026, 3},
		{"2025-01-01", 2025, 2}};

	office("rut");
	for (int i = 0; i < 5; i++) {
		struct application_change change = application_form_of("23", "Närmare vård");
		struct application application;

		change.arrived_on = table[i].arrived;
		application = loaded(registered(&change));
		ck_assert_int_eq(application.row.year, table[i].year);
		ck_assert_int_eq(application.row.n, table[i].n);
		application_done(&application);
	}
	casework_close(cw);
}
END_TEST

START_TEST(a_number_is_never_given_again)
{
	int64_t last, next;
	struct application application;

	office("rut");
	application_of(cw, "23", "Den första");
	last = application_of(cw, "23", "Den andra");
	OK(application_withdraw(cw, NULL, last, "2026-11-20", "Återkallad av regionen.", err));
	next = application_of(cw, "23", "Den tredje");
	application = loaded(next);
	ck_assert_int_eq(application.row.n, 3);
	application_done(&application);
	casework_close(cw);
}
END_TEST

START_TEST(the_lead_is_always_one_of_the_participants)
{
	static const char *const others[] = {"20", "13"}, *const with_lead[] = {"13", "23"};
	struct application_change change = application_form_of("23", "Gemensam ansökan");
	struct application application;
	int64_t id = 0;

	office("rut");
	OK(application_register(cw, NULL, &change, others, 2, &id, err));
	application = loaded(id);
	ck_assert_int_eq(application.participant_count, 3);
	ck_assert_int_eq(application.row.participants, 3);
	ck_assert(application.participants[0].lead);
	ck_assert_str_eq(application.participants[0].region, "23");
	ck_assert_str_eq(application.participants[1].region_short, "Dalarna"); /* the others in Swedish order */
	ck_assert_str_eq(application.participants[2].region_name, "Region Halland");
	application_done(&application);
	OK(application_register(cw, NULL, &change, with_lead, 2, &id, err));
	application = loaded(id);
	ck_assert_int_eq(application.participant_count, 2);
	application_done(&application);
	casework_close(cw);
}
END_TEST

START_TEST(a_participant_named_twice_is_a_slip)
{
	static const char *const twice[] = {"20", "13", " 20 "}, *const unknown[] = {"20", "99"};
	struct application_change change = application_form_of("23", "Gemensam ansökan");
	int64_t id = 77;

	office("rut");
	REFUSED(application_register(cw, NULL, &change, twice, 3, &id, err), ERROR_INVALID, "20 is there twice");
	REFUSED(application_register(cw, NULL, &change, unknown, 2, &id, err), ERROR_INVALID, "“99” is no code");
	ck_assert_int_eq(id, 77);
	casework_close(cw);
}
END_TEST

START_TEST(the_same_applicants_own_number_is_refused_however_it_is_written)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	int64_t id = 0;

	office("rut");
	change.own_number = "HSN/1005/2026";
	registered(&change);
	change.own_number = "hsn 1005-2026";
	REFUSED(application_register(cw, NULL, &change, NULL, 0, &id, err), ERROR_INVALID,
		"registered already, as 1-2026");
	change.lead = "13"; /* another applicant may have the same */
	registered(&change);
	change.own_number = "---"; /* no letter and no figure: kept as it is, and compared with nothing */
	registered(&change);
	registered(&change);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_kept_is_clean_text)
{
	struct application_change change = application_form_of(" 23 ", "  A\xCC\x8Angpanna  ");
	struct application application;

	office("rut");
	change.summary = "Första raden  \r\nAndra raden\n\n";
	change.own_number = " HSN/1005/2026 ";
	application = loaded(registered(&change));
	ck_assert_str_eq(application.row.title, "Ångpanna");
	ck_assert_str_eq(application.summary, "Första raden\nAndra raden");
	ck_assert_str_eq(application.row.own_number, "HSN/1005/2026");
	ck_assert_str_eq(application.economy, "");
	ck_assert_str_eq(application.arrived_time, "09:30");
	application_done(&application);
	casework_close(cw);
}
END_TEST

#define AT(member) offsetof(struct application_change, member)
static const struct {
	size_t at;
	const char *value, *says;
} wrong[] = {
	{AT(round), NULL, "Round: It is empty"},
	{AT(round), "", "Round: It is empty"},
	{AT(round), "2027", "Round: There is no round “2027”. There are: 2026."},
	{AT(round), "20\n26", "Round: The text is not kept"},
	{AT(lead), NULL, "Applicant: It is empty"},
	{AT(lead), "", "Applicant: It is empty"},
	{AT(lead), "99", "Applicant: “99” is no code"},
	{AT(lead), "Region Halland", "Applicant: “Region Halland” is no code"},
	{AT(title), NULL, "Subject line: It is empty"},
	{AT(title), "", "Subject line: It is empty"},
	{AT(title), " \t ", "Subject line: It is empty"},
	{AT(title), "två\nrader", "Subject line: The text is not kept"},
	{AT(title), "br\xFFuten", "Subject line: The text is not kept"},
	{AT(title), "dold\xE2\x80\xAEtext", "Subject line: The text is not kept"},
	{AT(title), "klocka\a", "Subject line: The text is not kept"},
	{AT(own_number), "RS\n2", "The applicant's number: The text is not kept"},
	{AT(arrived_on), NULL, "Day of arrival: It is empty"},
	{AT(arrived_on), "", "Day of arrival: It is empty"},
	{AT(arrived_on), "2026-02-29", "Day of arrival: “2026-02-29” is no day"},
	{AT(arrived_on), "2026-13-01", "Day of arrival: “2026-13-01” is no day"},
	{AT(arrived_on), "10/3", "Day of arrival: “10/3” is no day"},
	{AT(arrived_on), "2026-3-10", "Day of arrival: “2026-3-10” is no day"},
	{AT(arrived_on), "2026-11-23", "Day of arrival: 2026-11-23 has not come yet"},
	{AT(arrived_on), "2024-12-31", "Day of arrival: 2024-12-31 is before the grant"},
	{AT(arrived_time), "9.30", "Time of arrival: “9.30” is no time of day"},
	{AT(arrived_time), "24:00", "Time of arrival: “24:00” is no time of day"},
	{AT(arrived_time), "12:60", "Time of arrival: “12:60” is no time of day"},
	{AT(arrived_time), "1a:00", "Time of arrival: “1a:00” is no time of day"},
	{AT(way), NULL, "Came by: It is empty"},
	{AT(way), "", "Came by: It is empty"},
	{AT(way), "pigeon", "Came by: “pigeon” is not one of the words to choose among: email (e-mail), post (post)."},
	{AT(way), "e-post", "Came by: “e-post” is not one of the words"},
	{AT(summary), "br\xC3", "Summary: The text is not kept"},
	{AT(economy), "br\xC3", "Economic conditions: The text is not kept"},
	{AT(needs), "br\xC3", "Development needs: The text is not kept"},
	{AT(scope), "br\xC3", "Limits of scope: The text is not kept"},
	{AT(sources), "br\xC3", "Sources: The text is not kept"},
};
#undef AT
enum { WRONG = sizeof(wrong) / sizeof(*wrong) };

static struct application_change spoilt(int which)
{
	struct application_change change = application_form_of("23", "Närmare vård");

	*(const char **)((char *)&change + wrong[which].at) = wrong[which].value;
	return change;
}

START_TEST(a_wrong_value_is_refused_by_a_sentence_that_names_the_field)
{
	int64_t id = 77, right;

	ck_assert_int_ge(WRONG, 30);
	office("rut");
	right = application_of(cw, "23", "Den rätta");
	for (int i = 0; i < WRONG; i++) {
		struct application_change change = spoilt(i);

		REFUSED(application_register(cw, NULL, &change, NULL, 0, &id, err), ERROR_INVALID, wrong[i].says);
		REFUSED(application_change(cw, NULL, right, &change, err), ERROR_INVALID, wrong[i].says);
		ck_assert_int_eq(id, 77);
	}
	casework_close(cw);
}
END_TEST

START_TEST(a_mark_of_invention_is_0_1_or_2)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	int64_t id = 0;

	office("rut");
	change.invented = 3;
	REFUSED(application_register(cw, NULL, &change, NULL, 0, &id, err), ERROR_INVALID, "Invented: 3 is not 0");
	change.invented = -1;
	REFUSED(application_register(cw, NULL, &change, NULL, 0, &id, err), ERROR_INVALID, "Invented: -1 is not 0");
	casework_close(cw);
}
END_TEST

START_TEST(a_text_longer_than_fits_is_refused_and_says_how_long_it_is)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	char *title = malloc(10002);
	int64_t id = 0;

	office("rut");
	memset(title, 'a', 10001);
	title[10001] = '\0';
	change.title = title;
	REFUSED(application_register(cw, NULL, &change, NULL, 0, &id, err), ERROR_INVALID,
		"10001 bytes; at most 10000");
	title[10000] = '\0';
	registered(&change);
	free(title);
	casework_close(cw);
}
END_TEST

/* ---- who may, and again */

START_TEST(only_a_registrar_or_an_officer_registers_and_changes)
{
	static const char *const denied[] = {"adam", "maja", "kim", "cia", "rev"};
	struct application_change change = application_form_of("23", "Närmare vård");
	struct participant_change participant = {.region = "13"};
	int64_t id = 0, there;

	office("rut");
	there = application_of(cw, "23", "Där");
	for (int i = 0; i < 5; i++) {
		office_sit(cw, denied[i]);
		REFUSED(application_register(cw, NULL, &change, NULL, 0, &id, err), ERROR_DENIED, "register");
		REFUSED(application_change(cw, NULL, there, &change, err), ERROR_DENIED, "change applications");
		REFUSED(application_withdraw(cw, NULL, there, "2026-11-20", "Skäl", err), ERROR_DENIED, "withdraw");
		REFUSED(participant_put(cw, NULL, there, &participant, err), ERROR_DENIED, "change applications");
	}
	office_sit(cw, "elin");
	registered(&change);
	casework_close(cw);
}
END_TEST

START_TEST(a_repeated_operation_registers_once_and_answers_the_same_application)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	struct operation op = operation_new();
	struct application_index index;
	int64_t first = 0, again = 0, events;

	office("rut");
	OK(application_register(cw, &op, &change, NULL, 0, &first, err));
	events = office_events(cw);
	OK(application_register(cw, &op, &change, NULL, 0, &again, err));
	ck_assert_int_eq(again, first);
	ck_assert_int_eq(office_events(cw), events);
	OK(application_index_load(cw, &(struct application_query){0}, &index, err));
	ck_assert_int_eq(index.count, 1);
	application_index_done(&index);
	op = operation_new();
	OK(application_change(cw, &op, first, &change, err));
	OK(application_change(cw, &op, first, &change, err));
	op = operation_new();
	OK(application_withdraw(cw, &op, first, "2026-11-20", "Skäl", err));
	OK(application_withdraw(cw, &op, first, "2026-11-20", "Skäl", err));
	ck_assert_int_eq(office_events(cw), events + 2);
	casework_close(cw);
}
END_TEST

/* ---- changing */

START_TEST(a_change_keeps_the_number_and_raises_the_version)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	struct application application;
	int64_t id;

	office("rut");
	id = registered(&change);
	change.title = "Ännu närmare vård";
	change.arrived_on = "2025-12-30"; /* counted as come in the year before: the number stays */
	change.arrived_time = NULL;
	OK(application_change(cw, NULL, id, &change, err));
	application = loaded(id);
	ck_assert_str_eq(application.row.title, "Ännu närmare vård");
	ck_assert_int_eq(application.row.year, 2026);
	ck_assert_int_eq(application.row.n, 1);
	ck_assert_int_eq(application.row.version, 2);
	ck_assert_ptr_null(application.arrived_time);
	application_done(&application);
	casework_close(cw);
}
END_TEST

START_TEST(a_change_of_what_another_has_changed_is_a_conflict)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	struct operation op;
	int64_t id;

	office("rut");
	id = registered(&change);
	office_sit(cw, "elin");
	OK(application_change(cw, NULL, id, &change, err));
	office_sit(cw, "rut");
	op = operation_new();
	op.if_version = 1;
	REFUSED(application_change(cw, &op, id, &change, err), ERROR_CONFLICT, "Elin Björk");
	REFUSED(application_withdraw(cw, &op, id, "2026-11-20", "Skäl", err), ERROR_CONFLICT, "Elin Björk");
	office_sit(cw, "elin");
	REFUSED(application_assign(cw, &op, id, office_person(cw, "olle"), err), ERROR_CONFLICT, "Elin Björk");
	op.if_version = 2;
	OK(application_change(cw, &op, id, &change, err));
	casework_close(cw);
}
END_TEST

START_TEST(what_is_not_there_is_missing)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	struct participant_change participant = {.region = "13"};
	struct application application;

	office("rut");
	REFUSED(application_change(cw, NULL, 9, &change, err), ERROR_MISSING, "no such application");
	REFUSED(application_withdraw(cw, NULL, 9, "2026-11-20", "Skäl", err), ERROR_MISSING, "no such application");
	REFUSED(participant_put(cw, NULL, 9, &participant, err), ERROR_MISSING, "no such application");
	REFUSED(application_load(cw, 9, &application, err), ERROR_MISSING, "no such application");
	casework_close(cw);
}
END_TEST

START_TEST(the_only_applicant_named_wrongly_is_put_right)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	struct application application;
	int64_t id;

	office("rut");
	id = registered(&change);
	change.lead = "13";
	OK(application_change(cw, NULL, id, &change, err));
	application = loaded(id);
	ck_assert_int_eq(application.participant_count, 1);
	ck_assert_str_eq(application.participants[0].region, "13");
	ck_assert(application.participants[0].lead);
	application_done(&application);
	casework_close(cw);
}
END_TEST

START_TEST(a_new_lead_joins_those_of_whom_something_is_known)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	struct participant_change paper = {.region = "23", .paper = "decision", .paper_on = "2026-02-01"};
	struct application application;
	int64_t id;

	office("rut");
	id = registered(&change);
	OK(participant_put(cw, NULL, id, &paper, err));
	change.lead = "13";
	OK(application_change(cw, NULL, id, &change, err));
	application = loaded(id);
	ck_assert_int_eq(application.participant_count, 2);
	ck_assert_str_eq(application.participants[0].region, "13");
	ck_assert_str_eq(application.participants[1].paper, "decision");
	application_done(&application);
	change.lead = "23"; /* back: both are there already */
	OK(application_change(cw, NULL, id, &change, err));
	application = loaded(id);
	ck_assert_int_eq(application.participant_count, 2);
	application_done(&application);
	casework_close(cw);
}
END_TEST

START_TEST(the_round_changes_until_something_stands_in_it)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	int64_t id;

	office("rut");
	rows_put(cw, "INSERT INTO round (name, title, year, opens_on, closes_on, criteria_version, gate_version)"
		     " VALUES ('2027', 'Omgång 2027', 2027, '2026-10-01', '2026-12-31', 1, 1);");
	id = registered(&change);
	measure_of(cw, id, "Åtgärd", 100, 50);
	change.round = "2027";
	OK(application_change(cw, NULL, id, &change, err));
	rows_put(cw, "INSERT INTO assignment (measure, person, assigned_by, assigned_at) VALUES (1, 2, 2, '2026-11-01 "
		     "09:00:00');"
		     "INSERT INTO assessment (assignment, criteria_version) VALUES (1, 1);");
	change.round = "2026"; /* a draft under the same criteria goes along */
	OK(application_change(cw, NULL, id, &change, err));
	rows_put(cw, "UPDATE assessment SET submitted_at = '2026-11-02 09:00:00' WHERE id = 1;");
	change.round = "2027";
	REFUSED(application_change(cw, NULL, id, &change, err), ERROR_INVALID,
		"Round: Application 1 stays in its round");
	change.round = "2026"; /* everything else may still be put right */
	change.title = "Närmare vård, rättad";
	OK(application_change(cw, NULL, id, &change, err));
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {the_number_is_the_next_of_the_year_of_arrival, a_number_is_never_given_again,
		the_lead_is_always_one_of_the_participants, a_participant_named_twice_is_a_slip,
		the_same_applicants_own_number_is_refused_however_it_is_written, what_is_kept_is_clean_text,
		a_wrong_value_is_refused_by_a_sentence_that_names_the_field, a_mark_of_invention_is_0_1_or_2,
		a_text_longer_than_fits_is_refused_and_says_how_long_it_is,
		only_a_registrar_or_an_officer_registers_and_changes,
		a_repeated_operation_registers_once_and_answers_the_same_application,
		a_change_keeps_the_number_and_raises_the_version, a_change_of_what_another_has_changed_is_a_conflict,
		what_is_not_there_is_missing, the_only_applicant_named_wrongly_is_put_right,
		a_new_lead_joins_those_of_whom_something_is_known, the_round_changes_until_something_stands_in_it,
		NULL};

	return claims_run("application", claims, 60);
}
