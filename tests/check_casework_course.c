/* What happens to an application on its way: assigned, withdrawn, its participants' papers. */
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

START_TEST(a_case_is_assigned_to_somebody_who_is_a_case_officer_today)
{
	struct application application;
	int64_t id, elin, maja;

	office("elin");
	id = application_of(cw, "23", "Närmare vård");
	elin = office_person(cw, "elin");
	maja = office_person(cw, "maja");
	OK(application_assign(cw, NULL, id, elin, err));
	application = loaded(id);
	ck_assert_int_eq(application.row.officer, elin);
	ck_assert_str_eq(application.row.officer_name, "Elin Björk");
	ck_assert_str_eq(application.assigned_on, "2026-11-22");
	application_done(&application);
	REFUSED(application_assign(cw, NULL, id, maja, err), ERROR_INVALID, "Maja Lind does not hold");
	REFUSED(application_assign(cw, NULL, id, 999, err), ERROR_MISSING, "no such person");
	OK(application_assign(cw, NULL, id, 0, err));
	application = loaded(id);
	ck_assert_int_eq(application.row.officer, 0);
	ck_assert_ptr_null(application.assigned_on);
	application_done(&application);
	office_sit(cw, "cia");
	REFUSED(application_assign(cw, NULL, id, elin, err), ERROR_DENIED, "assign");
	casework_close(cw);
}
END_TEST

START_TEST(a_withdrawn_application_is_no_longer_changed)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	struct participant_change participant = {.region = "13"};
	struct application application;
	int64_t id;

	office("elin");
	id = application_of(cw, "23", "Närmare vård");
	OK(application_withdraw(cw, NULL, id, "2026-11-05", "Brev från regiondirektören.", err));
	application = loaded(id);
	ck_assert_str_eq(application.withdrawn_on, "2026-11-05");
	ck_assert_str_eq(application.withdrawn_why, "Brev från regiondirektören.");
	ck_assert_int_eq(application.row.state, STATE_WITHDRAWN);
	application_done(&application);
	REFUSED(application_withdraw(cw, NULL, id, "2026-11-05", "Igen", err), ERROR_INVALID,
		"withdrawn on 2026-11-05");
	REFUSED(application_change(cw, NULL, id, &change, err), ERROR_INVALID, "withdrawn on 2026-11-05");
	REFUSED(application_assign(cw, NULL, id, office_person(cw, "elin"), err), ERROR_INVALID, "withdrawn on");
	REFUSED(participant_put(cw, NULL, id, &participant, err), ERROR_INVALID, "withdrawn on");
	casework_close(cw);
}
END_TEST

START_TEST(a_withdrawal_has_a_day_between_arrival_and_today_and_words)
{
	int64_t id;

	office("rut");
	id = application_of(cw, "23", "Närmare vård");
	REFUSED(application_withdraw(cw, NULL, id, "2026-03-09", "Skäl", err), ERROR_INVALID,
		"before application 1 arrived");
	REFUSED(application_withdraw(cw, NULL, id, "2026-11-23", "Skäl", err), ERROR_INVALID, "has not come yet");
	REFUSED(application_withdraw(cw, NULL, id, "igår", "Skäl", err), ERROR_INVALID,
		"Day of withdrawal: “igår” is no day");
	REFUSED(application_withdraw(cw, NULL, id, "2026-11-20", " ", err), ERROR_INVALID, "It is empty");
	REFUSED(application_withdraw(cw, NULL, id, NULL, "Skäl", err), ERROR_INVALID, "Day of withdrawal: It is empty");
	casework_close(cw);
}
END_TEST

START_TEST(after_a_decision_an_application_is_neither_withdrawn_nor_given_another_applicant)
{
	struct application_change change = application_form_of("23", "Närmare vård");
	int64_t id;

	office("rut");
	id = application_of(cw, "23", "Närmare vård");
	measure_of(cw, id, "Åtgärd", 100, 50);
	rows_put(cw, "INSERT INTO decision (measure, n, outcome, decided_on, reasons, recorded_by, recorded_at)"
		     " VALUES (1, 1, 'refused', '2026-11-20', 'Skäl', 1, '2026-11-20 10:00:00');");
	REFUSED(application_withdraw(cw, NULL, id, "2026-11-21", "Skäl", err), ERROR_INVALID, "a changed decision");
	change.lead = "13";
	REFUSED(application_change(cw, NULL, id, &change, err), ERROR_INVALID, "Applicant: A measure of application 1");
	casework_close(cw);
}
END_TEST

/* ---- participants */

START_TEST(a_participant_is_added_or_its_papers_are_changed)
{
	struct participant_change papers = {.region = "13",
		.own_number = "RS250503",
		.paper = "proposal",
		.paper_on = "2026-04-12",
		.paper_body = "Regionstyrelsen"}; /* a Sunday: a document's day is what it is */
	struct application application;
	int64_t id;

	office("rut");
	id = application_of(cw, "23", "Närmare vård");
	OK(participant_put(cw, NULL, id, &papers, err));
	papers = (struct participant_change){.region = "13", .paper = "decision", .certified_on = "2026-05-01"};
	OK(participant_put(cw, NULL, id, &papers, err));
	application = loaded(id);
	ck_assert_int_eq(application.participant_count, 2);
	ck_assert_str_eq(application.participants[1].paper, "decision");
	ck_assert_str_eq(application.participants[1].certified_on, "2026-05-01");
	ck_assert_ptr_null(application.participants[1].own_number); /* what is not given is unknown */
	ck_assert_int_eq(application.participants[1].version, 2);
	ck_assert_int_eq(application.row.version, 1); /* a row's version counts its own edits */
	application_done(&application);
	casework_close(cw);
}
END_TEST

START_TEST(a_wrong_paper_is_refused_by_its_field)
{
	static const struct {
		struct participant_change change;
		const char *says;
	} table[] = {
		{{.region = NULL}, "Region: It is empty"},
		{{.region = "77"}, "Region: “77” is no code"},
		{{.region = "13", .paper = "rumour"}, "Paper: “rumour” is not one of the words"},
		{{.region = "13", .paper_on = "i våras"}, "Day of the paper: “i våras” is no day"},
		{{.region = "13", .paper_on = "2027-01-01"}, "Day of the paper: 2027-01-01 has not come yet"},
		{{.region = "13", .certified_on = "0"}, "Day of the certificate: “0” is no day"},
		{{.region = "13", .paper_body = "a\nb"}, "Body: The text is not kept"},
		{{.region = "13", .own_number = "\x01"}, "The region's number: The text is not kept"},
	};
	int64_t id;

	office("rut");
	id = application_of(cw, "23", "Närmare vård");
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		REFUSED(participant_put(cw, NULL, id, &table[i].change, err), ERROR_INVALID, table[i].says);
	casework_close(cw);
}
END_TEST

START_TEST(a_participant_another_has_changed_is_a_conflict)
{
	struct participant_change papers = {.region = "23", .paper = "decision"};
	struct operation op = operation_new();
	int64_t id;

	office("rut");
	id = application_of(cw, "23", "Närmare vård");
	OK(participant_put(cw, NULL, id, &papers, err));
	op.if_version = 1;
	REFUSED(participant_put(cw, &op, id, &papers, err), ERROR_CONFLICT, "Rut Registrator");
	op.if_version = 2;
	OK(participant_put(cw, &op, id, &papers, err));
	OK(participant_put(cw, &op, id, &papers, err)); /* the same again */
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_case_is_assigned_to_somebody_who_is_a_case_officer_today,
		a_withdrawn_application_is_no_longer_changed,
		a_withdrawal_has_a_day_between_arrival_and_today_and_words,
		after_a_decision_an_application_is_neither_withdrawn_nor_given_another_applicant,
		a_participant_is_added_or_its_papers_are_changed, a_wrong_paper_is_refused_by_its_field,
		a_participant_another_has_changed_is_a_conflict, NULL};

	return claims_run("course", claims, 60);
}
