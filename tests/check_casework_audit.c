/* What the auditor reads: roles when, acts with the roles of the day, and a sample that is the same for who draws it
 * again. */
#include "claims.h"
#include "copies.h"
#include "reclaiming.h"

#include "base/words.h"
#include "casework/audit.h"
#include "casework/payee_account.h"
#include "casework/person.h"
#include "casework/ruling.h"

static struct casework *cw;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
}

static int acts_of(const struct audit *audit, const char *what)
{
	int count = 0;

	for (int i = 0; i < audit->act_count; i++)
		count += !strcmp(audit->acts[i].what, what);
	return count;
}

START_TEST(every_step_to_a_payment_is_told_with_who_took_it_and_their_roles)
{
	struct audit audit;

	office_begin();
	reclaiming_grant(cw);
	office_sit(cw, "rev");
	OK(audit_load(cw, &(struct audit_query){0}, &audit, err));
	ck_assert_int_eq(acts_of(&audit, "decision"), 1);
	ck_assert_int_eq(acts_of(&audit, "plan"), 1);
	ck_assert_int_eq(acts_of(&audit, "attest"), 1);
	ck_assert_int_eq(acts_of(&audit, "payment"), 1);
	for (int i = 0; i < audit.act_count; i++)
		if (!strcmp(audit.acts[i].what, "attest"))
			ck_assert_ptr_nonnull(strstr(audit.acts[i].roles, "controller"));
	audit_done(&audit);
	OK(audit_load(cw, &(struct audit_query){.as_of = "2026-11-21"}, &audit, err));
	ck_assert_int_eq(audit.act_count, 0);
	audit_done(&audit);
	casework_close(cw);
}
END_TEST

static int roles_of(const struct audit *audit, const char *login)
{
	int count = 0;

	for (int i = 0; i < audit->role_count; i++)
		count += !strcmp(audit->roles[i].login, login);
	return count;
}

START_TEST(a_role_is_told_on_the_days_it_was_held)
{
	struct audit then, later;

	office_begin();
	office_sit(cw, "adam");
	OK(person_end_role(cw, NULL, office_person(cw, "carl"), ROLE_CONTROLLER, day_read("2026-11-21"), err));
	office_sit(cw, "rev");
	OK(audit_load(cw, &(struct audit_query){.as_of = "2026-11-21"}, &then, err));
	OK(audit_load(cw, &(struct audit_query){.as_of = "2026-11-22"}, &later, err));
	ck_assert_int_eq(roles_of(&then, "carl"), 1);
	ck_assert_int_eq(roles_of(&later, "carl"), 0);
	ck_assert_int_eq(roles_of(&later, "cia"), 1);
	audit_done(&then);
	audit_done(&later);
	casework_close(cw);
}
END_TEST

START_TEST(a_changed_account_is_told_with_who_entered_and_who_checked_it)
{
	struct payee_account_change change = {.region = "23",
		.kind = "bankgiro",
		.number = "5050-1055",
		.from_on = "2026-11-22",
		.source = "Regionens brev 2026-11-20"};
	struct audit audit;
	int64_t account;

	office_begin();
	reclaiming_grant(cw);
	office_sit(cw, "carl");
	OK(payee_account_add(cw, NULL, &change, &account, err));
	office_sit(cw, "cia");
	OK(payee_account_check(cw, NULL, account, change.number, err));
	office_sit(cw, "rev");
	OK(audit_load(cw, &(struct audit_query){0}, &audit, err));
	for (int i = 0, seen = 0; i < audit.act_count; i++)
		if (!strncmp(audit.acts[i].what, "account", 7)) {
			ck_assert_str_eq(audit.acts[i].person, seen++ ? "Cia Hägg" : "Carl Rönn");
			ck_assert_ptr_nonnull(audit.acts[i].region);
			ck_assert_int_eq(audit.acts[i].n, 0);
		}
	ck_assert_int_eq(acts_of(&audit, "account"), 1);
	ck_assert_int_eq(acts_of(&audit, "account_check"), 1);
	audit_done(&audit);
	casework_close(cw);
}
END_TEST

/* The only act of the sort. */
static struct audit_act act_of(const struct audit *audit, const char *what)
{
	struct audit_act found = {.at = ""};

	ck_assert_int_eq(acts_of(audit, what), 1);
	for (int i = 0; i < audit->act_count; i++)
		if (!strcmp(audit->acts[i].what, what))
			found = audit->acts[i];
	return found;
}

static void act_is(
	const struct audit_act *act, const char *at, const char *person, const char *role, int part, int64_t ore)
{
	ck_assert_str_eq(act->at, at);
	ck_assert_str_eq(act->person, person);
	ck_assert_ptr_nonnull(strstr(act->roles, role));
	ck_assert_int_eq(act->part, part);
	ck_assert_int_eq(act->ore, ore);
}

START_TEST(a_lifting_is_told_of_whoever_recorded_it)
{
	struct withholding_change change = reclaiming_withholding();
	struct withholding_lifting lifting = {"2027-11-01", "It has come.", 0, "Kim Ek (ordförande)", "Elin Dahl", ""};
	struct audit audit;
	struct audit_act act;
	int64_t measure, withheld;

	office_begin();
	measure = reclaiming_grant(cw);
	office_sit(cw, "elin");
	OK(withholding_record(cw, NULL, measure, &change, &withheld, err));
	office_sit(cw, "rev");
	OK(audit_load(cw, &(struct audit_query){0}, &audit, err));
	ck_assert_int_eq(acts_of(&audit, "lifting"), 0);
	audit_done(&audit);
	office_clock(cw, "2027-11-02 10:30:00");
	office_sit(cw, "kim");
	OK(withholding_lift(cw, NULL, withheld, &lifting, err));
	office_sit(cw, "rev");
	OK(audit_load(cw, &(struct audit_query){0}, &audit, err));
	ck_assert_str_eq(act_of(&audit, "withholding").person, "Elin Björk");
	act = act_of(&audit, "lifting");
	act_is(&act, "2027-11-02 10:30:00", "Kim Alm", "chair", 1, KRONOR(4500000));
	ck_assert_int_eq(act.measure_n, 1);
	audit_done(&audit);
	casework_close(cw);
}
END_TEST

START_TEST(money_is_told_as_it_is_placed_and_as_it_is_taken_back)
{
	struct claim_change change = reclaiming_claim();
	int64_t measure, claim, money;
	struct audit audit;
	struct audit_act act;

	office_begin();
	measure = reclaiming_grant(cw);
	office_clock(cw, "2028-03-16 09:00:00");
	claim = reclaiming_claimed(cw, measure, &change);
	money = reclaiming_came(cw, "2028-03-15", KRONOR(900000), "13");
	reclaiming_placed(cw, measure, money, "principal", claim, KRONOR(600000));
	office_clock(cw, "2028-03-17 11:00:00");
	office_sit(cw, "carl");
	OK(money_in_take_back(cw, NULL, money, 1, "The wrong claim.", err));
	office_sit(cw, "rev");
	OK(audit_load(cw, &(struct audit_query){.application = granting_application(cw, measure)}, &audit, err));
	act = act_of(&audit, "placed");
	act_is(&act, "2028-03-16 09:00:00", "Cia Hägg", "controller", 1, KRONOR(600000));
	ck_assert_str_eq(act.region, "Halland");
	act = act_of(&audit, "taken_back");
	act_is(&act, "2028-03-17 11:00:00", "Carl Rönn", "controller", 1, KRONOR(600000));
	ck_assert_int_eq(act.measure_n, 1);
	audit_done(&audit);
	OK(audit_load(cw, &(struct audit_query){.as_of = "2028-03-16"}, &audit, err));
	ck_assert_int_eq(acts_of(&audit, "taken_back"), 0);
	audit_done(&audit);
	office_sit(cw, "carl");
	OK(money_in_void(cw, NULL, money, "A nought too many.", err));
	office_sit(cw, "rev");
	OK(audit_load(cw, &(struct audit_query){0}, &audit, err));
	act = act_of(&audit, "voided");
	act_is(&act, "2028-03-17 11:00:00", "Carl Rönn", "controller", 1, KRONOR(900000));
	audit_done(&audit);
	casework_close(cw);
}
END_TEST

/* Its events stay where they happened: who did it is not made up. */
START_TEST(of_a_case_from_another_office_only_what_came_with_it_is_told)
{
	struct copies_desk desk;
	struct buffer json;
	struct audit audit;
	struct audit_act act;

	words_open("en");
	copies_desk_open(&desk);
	json = copies_written(desk.one, desk.own, desk.files);
	copies_taken(desk.other, &json, desk.files);
	office_sit(desk.other, "rev");
	OK(audit_load(desk.other, &(struct audit_query){0}, &audit, err));
	act = act_of(&audit, "lifting");
	ck_assert_str_eq(act.at, "2026-11-22");
	ck_assert_str_eq(act.person, "");
	ck_assert_str_eq(act.roles, "");
	ck_assert_str_eq(act_of(&audit, "taken_back").person, "");
	ck_assert_int_eq(acts_of(&audit, "placed"), 3); /* not what stays at the other office */
	audit_done(&audit);
	buffer_done(&json);
	copies_desk_close(&desk);
}
END_TEST

START_TEST(a_ruling_is_told_in_the_case_or_the_measure_it_is_about)
{
	struct ruling_change change = {.kind = "written_off",
		.decided_on = "2026-11-21",
		.provisions = "1 § förordningen (2024:1102)",
		.reasons = "The region has withdrawn the application.",
		.deciders = "Kim Alm (ordförande)",
		.presenter = "Elin Björk"};
	int64_t application, whole;
	struct audit audit;
	struct audit_act act;

	office_begin();
	office_sit(cw, "elin");
	application = granting_application(cw, granting_measure(cw));
	OK(ruling_record(cw, NULL, application, &change, NULL, NULL, &whole, err));
	change.replaces = whole;
	change.kind = NULL;
	change.provision = "FL 37";
	change.lifted = true;
	OK(ruling_record(cw, NULL, application, &change, NULL, NULL, NULL, err));
	office_sit(cw, "rev");
	OK(audit_load(cw, &(struct audit_query){.application = application}, &audit, err));
	act = act_of(&audit, "written_off");
	act_is(&act, "2026-11-22 09:00:00", "Elin Björk", "officer", 1, MONEY_UNKNOWN);
	ck_assert_int_eq(act.n, 1);
	ck_assert_int_eq(act.measure_n, 0);
	act = act_of(&audit, "tried");
	ck_assert_int_eq(act.part, 2);
	ck_assert_int_eq(acts_of(&audit, "dismissed"), 0);
	audit_done(&audit);
	casework_close(cw);
}
END_TEST

START_TEST(an_assessor_sees_no_audit)
{
	struct audit audit;

	office_begin();
	office_sit(cw, "maja");
	REFUSED(audit_load(cw, &(struct audit_query){0}, &audit, err), ERROR_DENIED, "see the audit");
	casework_close(cw);
}
END_TEST

/* ---- samples: pure */

static struct forecast_row rows[60];

static struct forecast rows_made(void)
{
	for (int i = 0; i < 60; i++) {
		int64_t kronor = i < 4 ? 20000000 : i < 20 ? 2000000 : 100000;

		rows[i] = (struct forecast_row){.key = "",
			.region = "",
			.due_on = "2027-01-01",
			.paid_at = i % 2 ? i < 30 ? "2027-01-04 09:00:00" : "2027-02-01 09:00:00" : NULL,
			.year = 2027,
			.ore = KRONOR(kronor),
			.state = i % 2 ? FORECAST_PAID : FORECAST_EXPECTED};
	}
	return (struct forecast){.rows = rows, .row_count = 60};
}

START_TEST(the_same_seed_draws_the_same_rows_and_another_does_not)
{
	struct forecast forecast = rows_made();
	struct audit_sample a, b, c;
	int same = 0;

	audit_sample_draw(&forecast, &(struct audit_drawing){true, NULL, 12, 4711}, &a);
	audit_sample_draw(&forecast, &(struct audit_drawing){true, NULL, 12, 4711}, &b);
	audit_sample_draw(&forecast, &(struct audit_drawing){true, NULL, 12, 4712}, &c);
	ck_assert_int_eq(a.count, 12);
	for (int i = 0; i < 12; i++) {
		ck_assert_ptr_eq(a.items[i], b.items[i]);
		same += a.items[i] == c.items[i];
	}
	ck_assert_int_lt(same, 12);
	audit_sample_done(&a);
	audit_sample_done(&b);
	audit_sample_done(&c);
}
END_TEST

START_TEST(every_stratum_with_rows_is_in_the_sample_and_no_row_twice)
{
	struct forecast forecast = rows_made();
	struct audit_sample sample;

	for (int size = 3; size <= 60; size++) {
		audit_sample_draw(&forecast, &(struct audit_drawing){true, NULL, size, 1}, &sample);
		ck_assert_int_eq(sample.count, size);
		for (int s = 0; s < AUDIT_STRATA; s++)
			ck_assert(sample.chosen[s] >= 1 && sample.chosen[s] <= sample.rows[s]);
		for (int i = 1; i < sample.count; i++)
			for (int j = 0; j < i; j++)
				ck_assert_ptr_ne(sample.items[i], sample.items[j]);
		audit_sample_done(&sample);
	}
}
END_TEST

START_TEST(only_what_is_paid_is_drawn_unless_all_is_asked_for)
{
	struct forecast forecast = rows_made();
	struct audit_sample sample;

	audit_sample_draw(&forecast, &(struct audit_drawing){.size = 100, .seed = 1}, &sample);
	ck_assert_int_eq(sample.count, 30);
	for (int i = 0; i < sample.count; i++)
		ck_assert_int_eq(sample.items[i]->state, FORECAST_PAID);
	audit_sample_done(&sample);
	audit_sample_draw(&forecast, &(struct audit_drawing){.on = "2027-01-04", .size = 100, .seed = 1}, &sample);
	ck_assert_int_eq(sample.count, 15); /* those of the day itself among them */
	audit_sample_done(&sample);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		every_step_to_a_payment_is_told_with_who_took_it_and_their_roles,
		a_role_is_told_on_the_days_it_was_held,
		a_changed_account_is_told_with_who_entered_and_who_checked_it,
		a_lifting_is_told_of_whoever_recorded_it,
		money_is_told_as_it_is_placed_and_as_it_is_taken_back,
		of_a_case_from_another_office_only_what_came_with_it_is_told,
		a_ruling_is_told_in_the_case_or_the_measure_it_is_about,
		an_assessor_sees_no_audit,
		the_same_seed_draws_the_same_rows_and_another_does_not,
		every_stratum_with_rows_is_in_the_sample_and_no_row_twice,
		only_what_is_paid_is_drawn_unless_all_is_asked_for,
		NULL,
	};

	return claims_run("casework audit", claims, 60);
}
