/* Money in that was entered wrong: voided with a reason, seen, and counted nowhere. */
#include "claims.h"
#include "reclaiming.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure;

static void begin(void)
{
	words_open("en");
	cw = office_open();
	measure = reclaiming_grant(cw);
	office_clock(cw, "2028-04-01 09:00:00");
}

static void end(void)
{
	casework_close(cw);
}

static struct money_in_list listed(bool unplaced)
{
	struct money_in_list list;

	OK(money_in_list_load(cw, unplaced, &list, err));
	return list;
}

START_TEST(what_was_entered_wrong_counts_nowhere_and_is_seen_with_its_reason)
{
	int64_t wrong = reclaiming_came(cw, "2028-03-15", KRONOR(2500000), "13");
	struct money_in_list list;

	reclaiming_came(cw, "2028-03-16", KRONOR(250000), "13");
	ck_assert_int_eq(office_tasks(cw, "money_in"), 2);
	REFUSED(money_in_void(cw, NULL, wrong, "  ", err), ERROR_INVALID, "what was wrong");
	OK(money_in_void(cw, NULL, wrong, "A nought too many.", err));
	ck_assert_int_eq(office_tasks(cw, "money_in"), 1);
	list = listed(false);
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.ore, KRONOR(250000));
	ck_assert_int_eq(list.left_ore, KRONOR(250000));
	ck_assert_str_eq(list.items[1].void_why, "A nought too many.");
	ck_assert_str_eq(list.items[1].void_by, "Cia Hägg");
	ck_assert_str_eq(list.items[1].void_at, "2028-04-01 09:00:00");
	ck_assert_int_eq(list.items[1].left_ore, 0);
	ck_assert_ptr_null(list.items[0].void_at);
	money_in_list_done(&list);
	list = listed(true);
	ck_assert_int_eq(list.count, 1);
	money_in_list_done(&list);
	office_sound(cw);
}
END_TEST

START_TEST(what_is_voided_is_not_touched_again)
{
	int64_t money = reclaiming_came(cw, "2028-03-15", KRONOR(1000), NULL);
	struct money_part_change back = {.kind = "back", .why = "Told."};
	int64_t before;

	OK(money_in_void(cw, NULL, money, "Twice.", err));
	before = office_events(cw);
	REFUSED(money_in_void(cw, NULL, money, "Again.", err), ERROR_INVALID, "was voided at 2028-04-01 09:00");
	REFUSED(money_in_place(cw, NULL, money, &back, NULL, err), ERROR_INVALID, "not touched again");
	REFUSED(money_in_payer(cw, NULL, money, "13", err), ERROR_INVALID, "not touched again");
	REFUSED(money_in_take_back(cw, NULL, money, 1, "Why.", err), ERROR_INVALID, "not touched again");
	ck_assert_int_eq(office_events(cw), before);
}
END_TEST

START_TEST(what_is_placed_is_taken_back_before_the_whole_is_voided)
{
	struct claim_change change = reclaiming_claim();
	int64_t claim = reclaiming_claimed(cw, measure, &change);
	int64_t money = reclaiming_came(cw, "2028-03-15", KRONOR(1000000), "13");

	reclaiming_placed(cw, measure, money, "principal", claim, KRONOR(400000));
	REFUSED(money_in_void(cw, NULL, money, "Wrong.", err), ERROR_INVALID, "400,000 SEK is placed, as part 1.");
	OK(money_in_take_back(cw, NULL, money, 1, "Wrong.", err));
	OK(money_in_void(cw, NULL, money, "Wrong.", err));
	ck_assert_int_eq(reclaiming_balance(cw, "repaid"), 0);
	ck_assert_int_eq(reclaiming_balance(cw, "claimed"), KRONOR(2500000));
	office_sound(cw);
}
END_TEST

START_TEST(the_same_operation_again_is_one_and_only_who_enters_money_voids_it)
{
	struct operation op = operation_new(), seen = operation_new();
	int64_t money = reclaiming_came(cw, "2028-03-15", KRONOR(1000), "13");
	int64_t other = reclaiming_came(cw, "2028-03-16", KRONOR(1000), NULL);
	int64_t before;

	OK(money_in_void(cw, &op, money, "Twice.", err));
	before = office_events(cw);
	OK(money_in_void(cw, &op, money, "Twice.", err));
	ck_assert_int_eq(office_events(cw), before);
	OK(money_in_payer(cw, NULL, other, "13", err));
	seen.if_version = 1;
	REFUSED(money_in_void(cw, &seen, other, "Wrong.", err), ERROR_CONFLICT, "version 1 is now version 2");
	office_sit(cw, "elin");
	REFUSED(money_in_void(cw, NULL, other, "Wrong.", err), ERROR_DENIED, "");
	REFUSED(money_in_void(cw, NULL, 99, "Wrong.", err), ERROR_DENIED, "");
	office_sit(cw, "cia");
	REFUSED(money_in_void(cw, NULL, 99, "Wrong.", err), ERROR_MISSING, "no such money in");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {what_was_entered_wrong_counts_nowhere_and_is_seen_with_its_reason,
		what_is_voided_is_not_touched_again, what_is_placed_is_taken_back_before_the_whole_is_voided,
		the_same_operation_again_is_one_and_only_who_enters_money_voids_it, NULL};

	return claims_run_in("received", claims, begin, end, 20);
}
