/* The attest list and the two attests: who may, in which order, up to how much, and what is taken back. */
#include "claims.h"
#include "granting.h"

#include "casework/attest_power.h"
#include "casework/attest_said.h"
#include "casework/event.h"
#include "casework/payee_account.h"

#include "base/money.h"
#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static void begin(void)
{
	words_open("en");
	cw = granting_office(&measure);
	office_sit(cw, "adam");
}

static void end(void)
{
	casework_close(cw);
}

static int64_t row(int n)
{
	return granting_row(cw, measure, n);
}

static bool list_add(
	const char *login, const char *step, const char *from, const char *to, int64_t most, struct error *err)
{
	struct attest_power_change change = {office_person(cw, login), step, from, to, "Rules of procedure 9 §", most};

	return attest_power_add(cw, NULL, &change, NULL, err);
}

static enum instalment_state state_of(int n)
{
	enum instalment_state state = INSTALMENT_STATES;
	struct plan plan = {0};

	OK(plan_load(cw, measure, &plan, err));
	for (int i = 0; i < plan.count; i++)
		if (plan.items[i].n == n)
			state = plan.items[i].state;
	plan_done(&plan);
	return state;
}

START_TEST(nobody_puts_themselves_on_the_attest_list_and_only_an_administrator_puts_others)
{
	REFUSED(list_add("adam", "review", "2026-01-01", NULL, MONEY_UNKNOWN, err), ERROR_DENIED, "about yourself");
	office_sit(cw, "cia");
	REFUSED(list_add("carl", "review", "2026-01-01", NULL, MONEY_UNKNOWN, err), ERROR_DENIED, "administrator");
	office_sit(cw, "adam");
	REFUSED(list_add("carl", "bless", "2026-01-01", NULL, MONEY_UNKNOWN, err), ERROR_INVALID, "no step");
	REFUSED(list_add("carl", "review", "2026-02-01", "2026-01-01", MONEY_UNKNOWN, err), ERROR_INVALID,
		"before the first day");
	REFUSED(list_add("carl", "review", "2026-02-01", NULL, 0, err), ERROR_INVALID, "at least one öre");
	OK(list_add("carl", "review", "2026-01-01", "2026-06-30", MONEY_UNKNOWN, err));
	REFUSED(list_add("carl", "review", "2026-06-30", NULL, MONEY_UNKNOWN, err), ERROR_INVALID,
		"End that row first");
	OK(list_add("carl", "review", "2026-07-01", NULL, MONEY_UNKNOWN, err));
	OK(list_add("carl", "decide", "2026-01-01", NULL, MONEY_UNKNOWN, err));
}
END_TEST

START_TEST(who_is_not_on_the_list_that_day_and_for_that_amount_attests_nothing)
{
	OK(list_add("rev", "review", "2026-01-01", "2026-11-21", MONEY_UNKNOWN, err));
	OK(list_add("carl", "review", "2026-01-01", NULL, KRONOR(12250000) - 1, err));
	office_sit(cw, "cia");
	REFUSED(instalment_review(cw, NULL, row(1), err), ERROR_DENIED,
		"not on the attest list of 2026-11-22 for this step. On it: Carl Rönn (at most 12,249,999.99");
	office_sit(cw, "carl");
	REFUSED(instalment_review(cw, NULL, row(1), err), ERROR_DENIED, "at most 12,249,999.99");
	office_sit(cw, "adam");
	OK(list_add("cia", "review", "2026-01-01", NULL, KRONOR(12250000), err));
	office_sit(cw, "cia");
	OK(instalment_review(cw, NULL, row(1), err));
	office_sit(cw, "carl");
	REFUSED(instalment_attest(cw, NULL, row(1), err), ERROR_DENIED, "Nobody is on the attest list");
}
END_TEST

START_TEST(maker_reviewer_and_the_one_who_authorises_are_three)
{
	office_attest_list(cw);
	office_sit(cw, "cia");
	REFUSED(instalment_attest(cw, NULL, row(1), err), ERROR_INVALID, "has not been reviewed");
	OK(instalment_review(cw, NULL, row(1), err));
	ck_assert_int_eq(state_of(1), INSTALMENT_REVIEWED);
	REFUSED(instalment_review(cw, NULL, row(1), err), ERROR_INVALID, "already reviewed, by Cia Hägg");
	REFUSED(instalment_attest(cw, NULL, row(1), err), ERROR_DENIED, "reviewed by you");
	office_sit(cw, "carl");
	OK(instalment_attest(cw, NULL, row(1), err));
	ck_assert_int_eq(state_of(1), INSTALMENT_ATTESTED);
	REFUSED(instalment_review(cw, NULL, row(1), err), ERROR_INVALID, "already reviewed");
	office_sound(cw);
}
END_TEST

START_TEST(the_file_itself_takes_no_attest_without_anothers_review)
{
	struct error err = {0};

	office_attest_list(cw);
	office_sit(cw, "carl");
	ck_assert(store_begin(casework_store(cw), &err));
	ck_assert(!store_run(casework_store(cw), SQL_ATTEST_INSERT,
		BINDS(BIND("instalment", row(1)), BIND("maker", office_person(cw, "elin")),
			BIND("person", office_person(cw, "carl")), BIND("at", "2026-11-22 10:00:00")),
		&err));
	ck_assert_msg(strstr(err.text, "another person has reviewed"), "%s", err.text);
	store_rollback(casework_store(cw));
}
END_TEST

START_TEST(several_rows_are_attested_all_or_none)
{
	struct instalment_seen both[2];
	int64_t events;

	office_attest_list(cw);
	office_sit(cw, "cia");
	both[0] = (struct instalment_seen){row(1), 1};
	both[1] = (struct instalment_seen){row(2), 1};
	REFUSED(instalments_review(cw, NULL, both, 2, err), ERROR_INVALID, "is not met");
	REFUSED(instalments_review(cw, NULL, both, 0, err), ERROR_INVALID, "No row is chosen");
	ck_assert_int_eq(state_of(1), INSTALMENT_PLANNED);
	OK(instalment_condition_met(cw, NULL, row(2), "2026-11-22", err));
	REFUSED(instalments_review(cw, NULL, both, 2, err), ERROR_CONFLICT, "version 1 is now version 2");
	both[1].version = 2;
	events = office_events(cw);
	OK(instalments_review(cw, NULL, both, 2, err));
	ck_assert_int_eq(office_events(cw), events + 2);
	REFUSED(instalment_condition_met(cw, NULL, row(2), NULL, err), ERROR_INVALID, "was reviewed by Cia");
}
END_TEST

/* Every row of the plan as it is typed when nothing is changed. */
static bool put_same(struct error *err)
{
	struct instalment_change rows[3];

	for (int i = 0; i < 3; i++)
		rows[i] = (struct instalment_change){i + 1, granting_rows[i]};
	return plan_put(cw, NULL, measure, rows, 3, "Again.", err);
}

START_TEST(what_is_taken_back_is_never_paid_and_the_next_version_replaces_it)
{
	struct plan plan;

	office_sit(cw, "cia");
	office_attest(cw, row(1));
	REFUSED(instalment_revoke(cw, NULL, row(1), " ", err), ERROR_INVALID, "Reason");
	REFUSED(instalment_revoke(cw, NULL, row(2), "Wrong.", err), ERROR_INVALID, "neither reviewed nor");
	OK(instalment_revoke(cw, NULL, row(1), "The account is wrong.", err));
	ck_assert_int_eq(state_of(1), INSTALMENT_REVOKED);
	REFUSED(office_paid(cw, row(1), "2026-11-22", "", err), ERROR_INVALID, "taken back by Cia");
	REFUSED(instalment_revoke(cw, NULL, row(1), "Wrong.", err), ERROR_INVALID, "taken back by Cia");
	office_sound(cw);
	OK(put_same(err));
	OK(plan_load(cw, measure, &plan, err));
	ck_assert_int_eq(plan.count, 3);
	ck_assert_int_eq(plan.items[0].n, 4);
	ck_assert_int_eq(plan.planned_ore, plan.granted_ore);
	ck_assert_int_eq(plan.attested_ore, 0);
	plan_done(&plan);
	office_attest(cw, row(4));
	ck_assert_int_eq(state_of(4), INSTALMENT_ATTESTED);
	office_sound(cw);
}
END_TEST

START_TEST(a_replaced_row_keeps_that_its_condition_is_met)
{
	office_sit(cw, "cia");
	OK(instalment_condition_met(cw, NULL, row(2), "2026-11-22", err));
	office_review(cw, row(2));
	OK(instalment_revoke(cw, NULL, row(2), "Wrong account.", err));
	OK(put_same(err));
	ck_assert_int_eq(state_of(4), INSTALMENT_PLANNED); /* not: condition */
	office_sound(cw);
}
END_TEST

START_TEST(a_changed_account_is_told_in_words_before_the_typing)
{
	static const struct payee_account_change accounts[] = {
		{"13", "bankgiro", "5050-1055", "2026-01-01", "Letter of January"},
		{"13", "bankgiro", "5402-9681", "2026-11-03", "Letter of November"},
	};
	const struct instalment *rows[1];
	struct attest_said said;
	struct plan plan;
	int64_t id;

	for (int i = 0; i < 2; i++) {
		office_sit(cw, "cia");
		OK(payee_account_add(cw, NULL, &accounts[i], &id, err));
		REFUSED(payee_account_check(cw, NULL, id, accounts[i].number, err), ERROR_DENIED, "entered by Cia");
		office_sit(cw, "carl");
		REFUSED(payee_account_check(cw, NULL, id, "5555-5551", err), ERROR_INVALID, "not the number");
		OK(payee_account_check(cw, NULL, id, accounts[i].number, err));
		REFUSED(payee_account_check(cw, NULL, id, accounts[i].number, err), ERROR_INVALID, "checked already");
	}
	OK(plan_load(cw, measure, &plan, err));
	rows[0] = &plan.items[0];
	OK(attest_said(cw, ATTEST_REVIEW, rows, 1, true, &plan.arena, &said, err));
	ck_assert_str_eq(said.must, "12250000");
	ck_assert_msg(strstr(said.text, "Review 12,250,000 SEK, 1 row, 1 payee:"), "%s", said.text);
	ck_assert_msg(
		strstr(said.text,
			"! Region Halland: the account changed on 2026-11-03, 5050-1055 → 5402-9681 (entered by Cia "
			"Hägg, checked by Carl Rönn)"),
		"%s", said.text);
	plan_done(&plan);
	office_sound(cw);
}
END_TEST

START_TEST(numbers_are_held_against_their_check_digit)
{
	static const struct {
		const char *kind, *typed, *kept; /* kept NULL: refused */
	} numbers[] = {{"bankgiro", "50501055", "5050-1055"}, {"bankgiro", "5050-1055", "5050-1055"},
		{"bankgiro", "5050-1056", NULL}, {"bankgiro", "991-2346", "991-2346"}, {"bankgiro", "123-4567", NULL},
		{"bankgiro", "12-3", NULL}, {"plusgiro", "4 12 34 56-2", NULL}, {"plusgiro", "90 19 50-6", "901950-6"},
		{"plusgiro", "9019507", NULL}, {"account", "8327-9 123 456", "8327-9123456"},
		{"account", "8327-12", NULL}, {"iban", "1", NULL}, {"bankgiro", "5050-105X", NULL}};
	char out[PAYEE_NUMBER];

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct error err = {0};
		bool read = payee_number_read(numbers[i].kind, numbers[i].typed, out, &err);

		ck_assert_msg(read == (numbers[i].kept != NULL), "%s: %s", numbers[i].typed, err.text);
		if (read)
			ck_assert_str_eq(out, numbers[i].kept);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {nobody_puts_themselves_on_the_attest_list_and_only_an_administrator_puts_others,
		who_is_not_on_the_list_that_day_and_for_that_amount_attests_nothing,
		maker_reviewer_and_the_one_who_authorises_are_three,
		the_file_itself_takes_no_attest_without_anothers_review, several_rows_are_attested_all_or_none,
		what_is_taken_back_is_never_paid_and_the_next_version_replaces_it,
		a_replaced_row_keeps_that_its_condition_is_met, a_changed_account_is_told_in_words_before_the_typing,
		numbers_are_held_against_their_check_digit, NULL};

	return claims_run_in("attest", claims, begin, end, 60);
}
