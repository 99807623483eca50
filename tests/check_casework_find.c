/* From what a person writes to the one application or measure meant. */
#include "cases.h"
#include "casework/office.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;

static void office(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "rut");
}

static int64_t with_number(const char *lead, const char *own_number, const char *arrived)
{
	struct application_change change = application_form_of(lead, "Ärende");
	int64_t id = 0;

	change.own_number = own_number;
	change.arrived_on = arrived;
	OK(application_register(cw, NULL, &change, NULL, 0, &id, err));
	return id;
}

static int64_t found(const char *wanted)
{
	int64_t id = 0;

	OK(application_find(cw, wanted, &id, err));
	return id;
}

static int64_t found_measure(const char *wanted)
{
	int64_t id = 0;

	OK(measure_find(cw, wanted, &id, err));
	return id;
}

START_TEST(an_application_is_found_by_every_form_of_its_number)
{
	static const char *const forms[] = {"2", " 2 ", "2-2026", "2/2026", "EFF 2-2026", "eff 2-2026", "EFF2-2026",
		"Eff 2", "HSN/1005/2026", "HSN10052026", "hsn 1005 2026", "HSN-1005-2026", "hsn.1005:2026", "RS250503",
		"rs 250503"};
	struct participant_change paper = {.region = "13", .own_number = "RS 250503"};
	int64_t id;

	office();
	with_number("23", "AB/1", "2026-03-01");
	id = with_number("23", "HSN/1005/2026", "2026-03-10");
	OK(participant_put(cw, NULL, id, &paper, err));
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		ck_assert_msg(found(forms[i]) == id, "%s", forms[i]);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_not_there_is_missing_and_says_what_to_write)
{
	static const char *const forms[] = {"9", "2-2025", "2-20261", "2-0000", "EFF", "EFF 9-2026", "0", "-2", "2.9",
		"", "99999999999999999999", "\x1B[31m", "2026", "HSN/9999/2026", "å", "---"};
	int64_t id = 77;

	office();
	with_number("23", "AB/1", "2026-03-01");
	with_number("23", "---", "2026-03-10");
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		REFUSED(application_find(cw, forms[i], &id, err), ERROR_MISSING, "12 or 12-2026");
	ck_assert_int_eq(id, 77);
	casework_close(cw);
}
END_TEST

START_TEST(what_can_mean_two_is_refused_with_the_candidates)
{
	int64_t old, new, id = 77;

	office();
	old = with_number("23", NULL, "2025-06-01");
	new = with_number("23", "RS/1", "2026-03-10");
	with_number("13", "RS 1", "2026-03-11");
	REFUSED(application_find(cw, "1", &id, err), ERROR_INVALID,
		"“1” can mean several applications: 1-2025, 1-2026.");
	REFUSED(application_find(cw, "rs1", &id, err), ERROR_INVALID, "1-2026, 2-2026");
	REFUSED(measure_find(cw, "1.1", &id, err), ERROR_INVALID, "1-2025, 1-2026");
	ck_assert_int_eq(id, 77);
	ck_assert_int_eq(found("1-2025"), old);
	ck_assert_int_eq(found("1-2026"), new);
	casework_close(cw);
}
END_TEST

START_TEST(the_offices_own_number_wins_over_an_applicants)
{
	int64_t first;

	office();
	first = with_number("23", NULL, "2026-03-01");
	with_number("13", "1", "2026-03-02");
	ck_assert_int_eq(found("1"), first);
	casework_close(cw);
}
END_TEST

START_TEST(a_measure_is_found_by_number_or_as_the_only_live_one)
{
	int64_t application, other, first, second, only, id = 77;

	office();
	application = with_number("23", "HSN/1.5/2026", "2026-03-01");
	other = with_number("13", "RS.7", "2026-03-01");
	first = measure_of(cw, application, "Ett", 100, 50);
	second = measure_of(cw, application, "Två", 100, 50);
	only = measure_of(cw, other, "Ensam", 100, 50);
	ck_assert_int_eq(found_measure("1.1"), first);
	ck_assert_int_eq(found_measure("1-2026.2"), second);
	ck_assert_int_eq(found_measure("EFF 1-2026.2"), second);
	ck_assert_int_eq(found_measure("HSN/1.5/2026.2"), second);
	ck_assert_int_eq(found_measure("2"), only);
	ck_assert_int_eq(found_measure("RS.7"), only); /* a number of its own with a point in it */
	REFUSED(measure_find(cw, "1", &id, err), ERROR_INVALID, "several measures: 1.1, 1.2");
	REFUSED(measure_find(cw, "1.3", &id, err), ERROR_MISSING, "Application 1 has no measure 3");
	REFUSED(measure_find(cw, "9.1", &id, err), ERROR_MISSING, "no application “9.1”");
	REFUSED(measure_find(cw, "1.", &id, err), ERROR_MISSING, "no application");
	OK(measure_withdraw(cw, NULL, second, "2026-11-20", "Skäl", err));
	ck_assert_int_eq(found_measure("1"), first);
	ck_assert_int_eq(found_measure("1.2"), second); /* by its number a withdrawn one is still found */
	OK(measure_withdraw(cw, NULL, first, "2026-11-20", "Skäl", err));
	REFUSED(measure_find(cw, "1", &id, err), ERROR_MISSING, "no live measure");
	ck_assert_int_eq(id, 77);
	casework_close(cw);
}
END_TEST

START_TEST(the_number_is_short_while_one_year_is_there)
{
	char shorter[16] = "";
	struct application application;
	int64_t id;
	int years = 0;

	office();
	OK(application_years(cw, &years, err));
	ck_assert_int_eq(years, 0);
	id = with_number("23", NULL, "2026-03-01");
	OK(application_number_short(cw, 2026, 1, shorter, err));
	ck_assert_str_eq(shorter, "1");
	OK(application_load(cw, id, &application, err));
	ck_assert_str_eq(application.number, "EFF 1-2026");
	ck_assert_str_eq(application.shorter, "1");
	ck_assert_str_eq(application.lead_name, "Region Jämtland Härjedalen");
	ck_assert_str_eq(application.registered_by, "Rut Registrator");
	ck_assert_str_eq(application.registered_at, "2026-11-22 09:00:00");
	ck_assert_str_eq(application.way, "email");
	application_done(&application);
	with_number("23", NULL, "2025-03-01");
	OK(application_years(cw, &years, err));
	ck_assert_int_eq(years, 2);
	OK(application_number_short(cw, 2026, 1, shorter, err));
	ck_assert_str_eq(shorter, "1-2026");
	casework_close(cw);
}
END_TEST

START_TEST(the_office_chooses_its_pattern)
{
	struct application application;
	int64_t id;

	office();
	rows_put(cw, "UPDATE setting SET value = '{yyyy}/ÄDEL-{n}' WHERE name = 'number_pattern';");
	id = with_number("23", NULL, "2026-03-01");
	OK(application_load(cw, id, &application, err));
	ck_assert_str_eq(application.number, "2026/ÄDEL-1");
	application_done(&application);
	ck_assert_int_eq(found("1-2026"), id);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {an_application_is_found_by_every_form_of_its_number,
		what_is_not_there_is_missing_and_says_what_to_write, what_can_mean_two_is_refused_with_the_candidates,
		the_offices_own_number_wins_over_an_applicants, a_measure_is_found_by_number_or_as_the_only_live_one,
		the_number_is_short_while_one_year_is_there, the_office_chooses_its_pattern, NULL};

	return claims_run("find", claims, 60);
}
