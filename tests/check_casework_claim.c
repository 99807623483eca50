/* Repayment and recovery (18–20 §§): claims, money in, demands, and a ledger that agrees with them to the öre. */
#include "claims.h"
#include "reclaiming.h"

#include "casework/event.h"
#include "casework/lending_rate.h"

#include "base/words.h"

#include <unistd.h>

static struct casework *cw;
static int64_t measure;

/* Rates of 2028 and 2029; it is 2029-07-01. */
static void office_continue(void)
{
	measure = reclaiming_grant(cw);
	office_clock(cw, "2029-07-01 09:00:00");
	OK(lending_rate_put(cw, NULL, "2028-01-01", 250, "Riksgälden, 2028 (invented)", err));
	OK(lending_rate_put(cw, NULL, "2029-01-01", 300, "Riksgälden, 2029 (invented)", err));
}

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	office_continue();
}

static bool letter(void *with, struct casework *of, const struct claim_sheet *sheet, const char *sent_on,
	struct buffer *out, struct error *err)
{
	(void)with, (void)of, (void)err;
	buffer_format(out, "%s: %lld + %lld", sent_on, (long long)sheet->interest.unpaid_ore,
		(long long)sheet->interest.interest_ore);
	return true;
}

START_TEST(three_millions_used_for_another_purpose_come_back_with_interest_across_a_rate_change)
{
	struct claim_change change = reclaiming_claim();
	struct claim_sheet sheet;
	int64_t claim;

	office_begin();
	claim = reclaiming_claimed(cw, measure, &change);
	ck_assert_int_eq(reclaiming_balance(cw, "claimed"), KRONOR(2500000));
	reclaiming_placed(cw, measure, reclaiming_came(cw, "2028-03-15", KRONOR(1000000), "13"), "principal", claim, 0);
	reclaiming_placed(cw, measure, reclaiming_came(cw, "2029-02-10", KRONOR(1500000), "13"), "principal", claim, 0);
	sheet = reclaiming_sheet(cw, claim, "2029-06-30");
	ck_assert_int_eq(sheet.interest.start, day_read("2028-02-29"));
	ck_assert_int_eq(sheet.interest.count, 3);
	ck_assert_int_eq(sheet.interest.interest_ore, 6684247);
	ck_assert_int_eq(sheet.owed_ore, 6684247);
	claim_sheet_done(&sheet);
	reclaiming_placed(cw, measure, reclaiming_came(cw, "2029-06-30", 6684247, "13"), "interest", claim, 0);
	sheet = reclaiming_sheet(cw, claim, "2029-06-30");
	ck_assert_int_eq(sheet.owed_ore, 0);
	claim_sheet_done(&sheet);
	ck_assert_int_eq(reclaiming_balance(cw, "claimed"), 0);
	ck_assert_int_eq(reclaiming_balance(cw, "repaid"), KRONOR(2500000));
	ck_assert_int_eq(reclaiming_balance(cw, "interest"), 6684247);
	office_sound(cw);
}
END_TEST

START_TEST(a_rate_entered_later_makes_a_new_calculation_and_leaves_the_demand)
{
	struct claim_change change = reclaiming_claim();
	struct demand_change demand = {"2028-12-31", NULL, 0};
	struct claim_sheet sheet;
	int64_t claim;

	office_begin();
	claim = reclaiming_claimed(cw, measure, &change);
	OK(demand_send(cw, NULL, claim, &demand, letter, NULL, NULL, err));
	OK(lending_rate_put(cw, NULL, "2028-07-01", 350, "Riksgälden, changed (invented)", err));
	OK(lending_rate_put(cw, NULL, "2028-01-01", 275, "Riksgälden, corrected (invented)", err));
	sheet = reclaiming_sheet(cw, claim, "2028-12-31");
	ck_assert_int_eq(sheet.demand_count, 1);
	/* 2 500 000 × 4,5 % × 307/365 = 94 623,2877 */
	ck_assert_int_eq(sheet.demands[0].interest_ore, 9462329);
	ck_assert_str_eq(sheet.demands[0].text, "2028-12-31: 250000000 + 9462329");
	/* 2 500 000 × (4,75 % × 123 + 5,5 % × 184)/365 = 40 017,1233 + 69 315,0685 */
	ck_assert_int_eq(sheet.interest.interest_ore, 10933219);
	claim_sheet_done(&sheet);
	office_sound(cw);
}
END_TEST

static void claim_refused(struct claim_change change, const char *says)
{
	REFUSED(claim_record(cw, NULL, measure, &change, NULL, err), ERROR_INVALID, says);
}

START_TEST(days_of_claims_and_demands_may_be_the_same_and_not_before)
{
	struct claim_change change = reclaiming_claim();
	struct demand_change demand = {.sent_on = "2028-01-30", .through_on = "2028-12-31"};
	int64_t claim;

	office_begin();
	office_sit(cw, "elin");
	change.pay_by = "2028-01-30";
	claim_refused(change, "before it is decided on 2028-01-31");
	change.pay_by = "2028-01-31";
	claim = reclaiming_claimed(cw, measure, &change);
	REFUSED(demand_send(cw, NULL, claim, &demand, letter, NULL, NULL, err), ERROR_INVALID,
		"before the claim was decided");
	demand.sent_on = "2028-01-31";
	OK(demand_send(cw, NULL, claim, &demand, letter, NULL, NULL, err));
}
END_TEST

/* 9 000 000 paid less 2 500 000 claimed: 6 500 000 can come back of itself. */
START_TEST(no_more_comes_back_of_itself_than_was_paid_and_is_not_claimed)
{
	struct money_part_change part = {.kind = "voluntary"};
	struct claim_change change = reclaiming_claim();
	int64_t money;

	office_begin();
	office_sit(cw, "cia");
	OK(instalment_condition_met(cw, NULL, granting_row(cw, measure, 2), "2027-09-20", err));
	reclaiming_pay(cw, measure, 2, "2027-10-01");
	reclaiming_claimed(cw, measure, &change);
	money = reclaiming_came(cw, "2028-03-15", KRONOR(7000000), "13");
	part.measure = measure;
	part.ore = KRONOR(6500000) + 1;
	REFUSED(money_in_place(cw, NULL, money, &part, NULL, err), ERROR_INVALID, "cannot come back of it");
	part.ore--;
	OK(money_in_place(cw, NULL, money, &part, NULL, err));
	office_sound(cw);
}
END_TEST

START_TEST(a_demand_asked_for_twice_is_sent_once)
{
	struct claim_change change = reclaiming_claim();
	struct demand_change demand = {.sent_on = "2028-12-31", .registered = true};
	struct operation op = operation_new();
	int64_t claim, first = 0, again = 0, events;

	office_begin();
	claim = reclaiming_claimed(cw, measure, &change);
	office_sit(cw, "elin");
	OK(demand_send(cw, &op, claim, &demand, letter, NULL, &first, err));
	events = office_events(cw);
	OK(demand_send(cw, &op, claim, &demand, letter, NULL, &again, err));
	OK(demand_send(cw, &op, claim, &demand, letter, NULL, NULL, err)); /* nobody asks which */
	ck_assert_int_eq(first, again);
	ck_assert_int_eq(office_events(cw), events);
}
END_TEST

START_TEST(a_demand_is_not_sent_while_a_rate_is_missing)
{
	struct claim_change change = reclaiming_claim();
	struct demand_change demand = {"2029-06-30", "2030-01-05", 0};
	int64_t claim;

	office_begin();
	claim = reclaiming_claimed(cw, measure, &change);
	REFUSED(demand_send(cw, NULL, claim, &demand, letter, NULL, NULL, err), ERROR_INVALID, "2030-01-01");
	demand.through_on = "2029-12-31";
	OK(demand_send(cw, NULL, claim, &demand, letter, NULL, NULL, err));
	REFUSED(lending_rate_put(cw, NULL, "2029-01-01", 300, "the same", err), ERROR_INVALID, "already");
	REFUSED(lending_rate_put(cw, NULL, "2030-01-01", 300, "", err), ERROR_INVALID, "Source");
	office_sit(cw, "elin");
	REFUSED(lending_rate_put(cw, NULL, "2030-01-01", 300, "me", err), ERROR_DENIED, "lending rate");
}
END_TEST

START_TEST(no_more_is_claimed_than_was_paid_and_neither_claimed_nor_back)
{
	struct claim_change right = reclaiming_claim(), change = right;
	struct claim_room room;

	office_begin();
	reclaiming_placed(cw, measure, reclaiming_came(cw, "2028-01-05", 41235050, "13"), "voluntary", 0, 0);
	office_sit(cw, "elin");
	OK(claim_room_load(cw, measure, "13", &room, err));
	ck_assert_int_eq(room.left_ore, KRONOR(4500000) - 41235050);
	change.ore = room.left_ore + 1;
	claim_refused(change, "4,087,649.50");
	change.region = "19";
	claim_refused(change, "Västmanland");
	change.region = NULL;
	change.ore--;
	reclaiming_claimed(cw, measure, &change);
	change.ore = 1;
	change.reduced_ore = 0;
	change.special_reasons = NULL;
	claim_refused(change, "cannot be claimed");
	ck_assert_int_eq(reclaiming_balance(cw, "voluntary"), 41235050);
	office_sound(cw);
}
END_TEST

START_TEST(what_is_wrong_in_a_claim_is_refused_and_named)
{
	struct claim_change right = reclaiming_claim(), change = right;

	office_begin();
	office_sit(cw, "elin");
	change.ground = "17.1";
	claim_refused(change, "18.1");
	change = right;
	change.special_reasons = NULL;
	claim_refused(change, "special reasons");
	change = right;
	change.reduced_ore = 0;
	claim_refused(change, "nothing is reduced");
	change = right;
	change.reduced_ore = change.ore + 1;
	claim_refused(change, "reduced by");
	change = right;
	change.interest_cut = 10001;
	claim_refused(change, "100 per cent");
	change = right;
	change.day_count = "366";
	claim_refused(change, "day count");
	change = right;
	change.pay_by = "2028-01-30";
	claim_refused(change, "paid by");
	change = right;
	change.provision = "FL 37";
	change.lifted = true;
	claim_refused(change, "no earlier claim");
	office_sit(cw, "cia");
	REFUSED(claim_record(cw, NULL, measure, &right, NULL, err), ERROR_DENIED, "decisions");
}
END_TEST

START_TEST(a_changed_decision_lowers_the_claim_and_keeps_the_first_day_of_interest)
{
	struct claim_change change = reclaiming_claim(), later = {.decided_on = "2028-06-01",
								 .reasons = "Less rent than known.",
								 .deciders = "Kim Ek",
								 .presenter = "Elin Dahl",
								 .provision = "FL 37"};
	struct claim_sheet sheet;
	struct claim_list list;

	office_begin();
	later.replaces = reclaiming_claimed(cw, measure, &change);
	reclaiming_placed(
		cw, measure, reclaiming_came(cw, "2028-03-15", KRONOR(1000000), "13"), "principal", later.replaces, 0);
	later.ore = KRONOR(1600000);
	later.reduced_ore = KRONOR(100000);
	later.special_reasons = "As before.";
	reclaiming_claimed(cw, measure, &later);
	OK(claim_list_load(cw, &(struct claim_query){.open = true}, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(list.left_ore, KRONOR(500000));
	ck_assert_int_eq(list.items[0].replaces_n, 1);
	sheet = reclaiming_sheet(cw, list.items[0].id, "2028-03-31");
	ck_assert_int_eq(sheet.interest.start, day_read("2028-02-29"));
	ck_assert_int_eq(sheet.interest.items[0].balance_ore, KRONOR(1500000));
	ck_assert_int_eq(sheet.interest.items[1].balance_ore, KRONOR(500000));
	claim_sheet_done(&sheet);
	ck_assert_int_eq(reclaiming_balance(cw, "remitted"), KRONOR(1000000));
	ck_assert_int_eq(reclaiming_balance(cw, "claimed"), KRONOR(500000));
	office_sound(cw);
	office_sit(cw, "elin");
	claim_refused(later, "replaced");
	later.replaces = list.items[0].id;
	later.ore = KRONOR(1700000);
	claim_refused(later, "a claim of its own");
	later.ore = KRONOR(1000000);
	claim_refused(later, "is paid on the claim");
	claim_list_done(&list);
}
END_TEST

START_TEST(a_later_decision_takes_a_claim_away_once_what_was_paid_is_placed_elsewhere)
{
	struct claim_change change = reclaiming_claim(), later = {.decided_on = "2028-06-01",
								 .reasons = "The accounts were misread.",
								 .deciders = "Kim Ek",
								 .presenter = "Elin Dahl",
								 .provision = "FL 38",
								 .lifted = true};
	int64_t money;

	office_begin();
	later.replaces = reclaiming_claimed(cw, measure, &change);
	money = reclaiming_came(cw, "2028-03-15", KRONOR(1000000), "13");
	reclaiming_placed(cw, measure, money, "principal", later.replaces, 0);
	office_sit(cw, "elin");
	claim_refused(later, "is paid on the claim");
	office_sit(cw, "cia");
	OK(money_in_take_back(cw, NULL, money, 1, "The claim is to be taken away.", err));
	REFUSED(money_in_take_back(cw, NULL, money, 1, "Again.", err), ERROR_INVALID, "already");
	reclaiming_claimed(cw, measure, &later);
	reclaiming_placed(cw, measure, money, "back", 0, 0);
	ck_assert_int_eq(reclaiming_balance(cw, "claimed"), 0);
	ck_assert_int_eq(reclaiming_balance(cw, "remitted"), KRONOR(2500000));
	ck_assert_int_eq(reclaiming_balance(cw, "repaid"), 0);
	office_sound(cw);
}
END_TEST

START_TEST(money_is_placed_by_a_person_and_never_for_more_than_there_is)
{
	struct claim_change change = reclaiming_claim();
	struct money_part_change part = {.kind = "principal"};
	struct money_in_list list;
	int64_t money;

	office_begin();
	part.claim = reclaiming_claimed(cw, measure, &change);
	money = reclaiming_came(cw, "2028-03-15", KRONOR(3000000), NULL);
	REFUSED(money_in_add(cw, NULL, &(struct money_in_change){.on_day = "2024-12-31", .ore = 100}, NULL, NULL, err),
		ERROR_INVALID, "2024-12-31 is before 2025");
	REFUSED(money_in_place(cw, NULL, money, &part, NULL, err), ERROR_INVALID, "Nobody knows yet");
	OK(money_in_payer(cw, NULL, money, "19", err));
	REFUSED(money_in_place(cw, NULL, money, &part, NULL, err), ERROR_INVALID, "Halland");
	OK(money_in_payer(cw, NULL, money, "13", err));
	REFUSED(money_in_place(cw, NULL, money, &part, NULL, err), ERROR_INVALID, "2,500,000");
	reclaiming_placed(cw, measure, money, "principal", part.claim, KRONOR(2500000));
	REFUSED(money_in_payer(cw, NULL, money, "19", err), ERROR_INVALID, "Take the parts back");
	part.kind = "back";
	REFUSED(money_in_place(cw, NULL, money, &part, NULL, err), ERROR_INVALID, "why");
	part.kind = "offset";
	REFUSED(money_in_place(cw, NULL, money, &part, NULL, err), ERROR_INVALID, "offset");
	OK(money_in_list_load(cw, true, &list, err));
	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(list.left_ore, KRONOR(500000));
	money_in_list_done(&list);
	reclaiming_placed(cw, measure, money, "back", 0, KRONOR(500000));
	OK(money_in_list_load(cw, true, &list, err));
	ck_assert_int_eq(list.count, 0);
	money_in_list_done(&list);
	office_sound(cw);
}
END_TEST

START_TEST(the_sheet_tells_what_is_due_to_the_region_and_sets_nothing_off)
{
	struct claim_change change = reclaiming_claim();
	struct claim_sheet sheet;

	office_begin();
	sheet = reclaiming_sheet(cw, reclaiming_claimed(cw, measure, &change), "2028-02-28");
	ck_assert_int_eq(sheet.due_ore, KRONOR(4500000));
	ck_assert_str_eq(sheet.due_on, "2027-09-01");
	ck_assert_int_eq(sheet.claim.left_ore, KRONOR(2500000));
	ck_assert_int_eq(sheet.interest.count, 0);
	claim_sheet_done(&sheet);
}
END_TEST

START_TEST(per_cent_is_read_and_written_to_the_hundredth)
{
	static const struct {
		const char *typed;
		int hundredths;
	} rows[] = {{"2,5", 250}, {"2.55 %", 255}, {"-0,25", -25}, {"−1", -100}, {"0", 0}, {" 3,00%", 300}};
	struct arena arena;
	int hundredths;

	words_open("sv");
	arena_init(&arena);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		OK(per_cent_parse(rows[i].typed, &hundredths, err));
		ck_assert_int_eq(hundredths, rows[i].hundredths);
	}
	ck_assert(!per_cent_parse("2,555", &hundredths, NULL) && !per_cent_parse("två", &hundredths, NULL) &&
		  !per_cent_parse("", &hundredths, NULL) && !per_cent_parse("123456", &hundredths, NULL));
	ck_assert_str_eq(per_cent_text(&arena, -25), "−0,25 %");
	ck_assert_str_eq(per_cent_text(&arena, 450), "4,50 %");
	arena_done(&arena);
}
END_TEST

/* ---- kansli check finds what is altered past the program */

static int found;
static char said[4096];

static void finding_keep(void *with, const char *finding)
{
	(void)with;
	found++;
	snprintf(said + strlen(said), sizeof said - strlen(said), "%s\n", finding);
}

static void plant(const char *path, const char *sql, const char *says)
{
	struct casework_who who = {"adam", NULL};
	int findings = 0;

	granting_plant(path, sql);
	OK(casework_open(path, STORE_WRITE, &who, &cw, err));
	said[0] = 0;
	found = 0;
	OK(check_all(cw, finding_keep, NULL, &findings, err));
	ck_assert_msg(strstr(said, says) != NULL, "%s: '%s' is not in: %s", sql, says, said);
	casework_close(cw);
}

START_TEST(what_is_altered_past_the_program_is_found)
{
	char folder[] = "/tmp/kansli-claim-XXXXXX", path[64];
	static const char *const ends[] = {"", "-wal", "-shm", "-lock"};
	struct claim_change change = reclaiming_claim();
	struct demand_change demand = {"2028-12-31", NULL, 0};
	struct withholding_change held = reclaiming_withholding();
	int64_t claim;

	words_open("en");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/office", folder);
	cw = office_open_at(path);
	office_continue();
	claim = reclaiming_claimed(cw, measure, &change);
	reclaiming_placed(cw, measure, reclaiming_came(cw, "2028-03-15", KRONOR(1000000), "13"), "principal", claim, 0);
	OK(demand_send(cw, NULL, claim, &demand, letter, NULL, NULL, err));
	OK(money_in_void(cw, NULL, reclaiming_came(cw, "2028-03-16", KRONOR(5), "13"), "Twice.", err));
	office_sit(cw, "elin");
	OK(withholding_record(cw, NULL, measure, &held, NULL, err));
	office_sound(cw);
	casework_close(cw);
	plant(path, "UPDATE demand SET text = 'x'", "no longer says");
	plant(path, "UPDATE demand_row SET days = days + 1 WHERE n = 1", "what its periods give");
	plant(path, "UPDATE claim SET ore = ore + 100", "claimed");
	plant(path, "UPDATE lending_rate SET rate = 1", "lending rate");
	plant(path, "UPDATE money_in_part SET ore = ore + 1", "repaid");
	plant(path, "UPDATE money_in SET ore = 5", "of it is placed");
	plant(path,
		"INSERT INTO money_in_part (money_in, n, kind, year, ore, made_by, "
		"made_at)"
		" SELECT money_in, 1, 'back', 2028, 500, person, at FROM money_in_void",
		"is 0 SEK, but 5 SEK of it is placed");
	plant(path, "UPDATE money_in_void SET why = 'x'", "voided money in");
	plant(path, "UPDATE withholding SET final = 1", "withdrawn");
	plant(path,
		"INSERT INTO payment SELECT id, '2027-09-01', '', 1, '2027-09-01 09:00:00' FROM instalment WHERE n = 2",
		"though it is withheld");
	plant(path, "DELETE FROM demand_row; DELETE FROM demand", "demand has been removed past the events");
	plant(path, "DELETE FROM lending_rate WHERE id = (SELECT max(id) FROM lending_rate)",
		"lending rate has been removed past the events");
	plant(path, "DELETE FROM money_in_void", "voided money in has been removed past the events");
	plant(path, "DELETE FROM money_in_part; DELETE FROM money_in", "money in has been removed past the events");
	plant(path, "DELETE FROM claim", "claim has been removed past the events");
	plant(path, "DELETE FROM withholding_row; DELETE FROM withholding",
		"decision to withhold has been removed past the events");
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		snprintf(path, sizeof path, "%s/office%s", folder, ends[i]);
		unlink(path);
	}
	rmdir(folder);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		three_millions_used_for_another_purpose_come_back_with_interest_across_a_rate_change,
		a_rate_entered_later_makes_a_new_calculation_and_leaves_the_demand,
		days_of_claims_and_demands_may_be_the_same_and_not_before,
		no_more_comes_back_of_itself_than_was_paid_and_is_not_claimed, a_demand_asked_for_twice_is_sent_once,
		a_demand_is_not_sent_while_a_rate_is_missing,
		no_more_is_claimed_than_was_paid_and_neither_claimed_nor_back,
		what_is_wrong_in_a_claim_is_refused_and_named,
		a_changed_decision_lowers_the_claim_and_keeps_the_first_day_of_interest,
		a_later_decision_takes_a_claim_away_once_what_was_paid_is_placed_elsewhere,
		money_is_placed_by_a_person_and_never_for_more_than_there_is,
		the_sheet_tells_what_is_due_to_the_region_and_sets_nothing_off,
		per_cent_is_read_and_written_to_the_hundredth, what_is_altered_past_the_program_is_found, NULL};

	return claims_run("claim", claims, 60);
}
