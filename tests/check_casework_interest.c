/* Interest on a claim, beside a table worked by hand and beside a slow calculation that takes one day at a time. */
#include "claims.h"

#include "base/chance.h"
#include "casework/interest.h"

enum { MOST = 8 };
#define KR(kronor) (INT64_C(100) * (kronor))

/* A period as worked by hand: the interest is kronor and öre cut off, in öre, and what was cut off. */
struct expected {
	const char *from, *through;
	int days, base;
	int64_t balance_ore;
	int rate; /* lending + 2 points */
	int64_t ore, part;
};
struct worked {
	const char *what, *decided, *start, *through, *missing;
	int64_t principal_ore;
	int cut;
	enum interest_count count;
	struct {
		const char *from;
		int rate;
	} rates[MOST];
	struct {
		const char *on;
		int64_t ore;
	} payments[MOST];
	struct expected periods[MOST];
	int64_t unpaid_ore, interest_ore;
};

static const struct worked table[] = {
	/* 31 January + a month: February's last day, 28. 1 000 000 × 5 % × 32/365 (28 Feb, 31 days of March) = 4
	   383,5616 */
	{"the 31st, to the last day of February", "2025-01-31", "2025-02-28", "2025-03-31", NULL, KR(1000000), 0,
		INTEREST_365, {{"2025-01-01", 300}}, {{0}},
		{{"2025-02-28", "2025-03-31", 32, 365, KR(1000000), 500, 438356, 600000}}, KR(1000000), 438356},
	/* The situation of the claim of three millions, half a million of it reduced. 31 January 2028 + a month: 29
	 * February. 29 Feb–14 Mar: 2 500 000 × 4,5 % × 15/365 =  4 623,2877 15 Mar–31 Dec: 1 500 000 × 4,5 % × 292/365
	 * = 54 000,0000 1 Jan–9 Feb:   1 500 000 × 5 % × 40/365    =  8 219,1781    together 66 842,4658 */
	{"a leap year, a part payment, a rate change, the rest", "2028-01-31", "2028-02-29", "2029-06-30", NULL,
		KR(2500000), 0, INTEREST_365, {{"2028-01-01", 250}, {"2029-01-01", 300}},
		{{"2028-03-15", KR(1000000)}, {"2029-02-10", KR(1500000)}},
		{{"2028-02-29", "2028-03-14", 15, 365, KR(2500000), 450, 462328, 2800000},
			{"2028-03-15", "2028-12-31", 292, 365, KR(1500000), 450, 5400000, 0},
			{"2029-01-01", "2029-02-09", 40, 365, KR(1500000), 500, 821917, 2950000}},
		0, 6684247},
	/* The same by the calendar: 2028 has 366 days.
	 *   2 500 000 × 4,5 % × 15/366 = 4 610,6557;  1 500 000 × 4,5 % × 292/366 = 53 852,4590;  8 219,1781
	 *   together 66 682,2929 */
	{"the same, of 366 days in a leap year", "2028-01-31", "2028-02-29", "2029-06-30", NULL, KR(2500000), 0,
		INTEREST_ACTUAL, {{"2028-01-01", 250}, {"2029-01-01", 300}},
		{{"2028-03-15", KR(1000000)}, {"2029-02-10", KR(1500000)}},
		{{"2028-02-29", "2028-03-14", 15, 366, KR(2500000), 450, 461065, 2100000},
			{"2028-03-15", "2028-12-31", 292, 366, KR(1500000), 450, 5385245, 3300000},
			{"2029-01-01", "2029-02-09", 40, 365, KR(1500000), 500, 821917, 2950000}},
		0, 6668229},
	/* The same by months of thirty days: 29 Feb to 15 Mar 16 days, 15 Mar to 1 Jan 9 months and 16 days = 286,
	 * 1 Jan to 10 Feb 39 days.
	 *   2 500 000 × 4,5 % × 16/360 = 5 000;  1 500 000 × 4,5 % × 286/360 = 53 625;  1 500 000 × 5 % × 39/360 = 8
	 * 125 */
	{"the same, by months of thirty days", "2028-01-31", "2028-02-29", "2029-06-30", NULL, KR(2500000), 0,
		INTEREST_360, {{"2028-01-01", 250}, {"2029-01-01", 300}},
		{{"2028-03-15", KR(1000000)}, {"2029-02-10", KR(1500000)}},
		{{"2028-02-29", "2028-03-14", 16, 360, KR(2500000), 450, 500000, 0},
			{"2028-03-15", "2028-12-31", 286, 360, KR(1500000), 450, 5362500, 0},
			{"2029-01-01", "2029-02-09", 39, 360, KR(1500000), 500, 812500, 0}},
		0, 6675000},
	/* A change in the middle of a year: 30 June + a month = 30 July. 90 000 × 4 % × 63/365 (2 + 31 + 30) =
	 * 621,3699; 90 000 × 4,75 % × 31/365 = 363,0822; together 984,4521 */
	{"a rate that changes within the year", "2027-06-30", "2027-07-30", "2027-10-31", NULL, KR(90000), 0,
		INTEREST_365, {{"2027-01-01", 200}, {"2027-10-01", 275}}, {{0}},
		{{"2027-07-30", "2027-09-30", 63, 365, KR(90000), 400, 62136, 3600000},
			{"2027-10-01", "2027-10-31", 31, 365, KR(90000), 475, 36308, 800000}},
		KR(90000), 98445},
	/* Lending −0,50 gives 1,50: 365 000 × 1,5 % × 10/365 = 150. Lending −2,25 would give less than nothing: it
	   gives 0. */
	{"a rate below zero, and never interest below zero", "2027-11-22", "2027-12-22", "2028-01-31", NULL, KR(365000),
		0, INTEREST_365, {{"2027-01-01", -50}, {"2028-01-01", -225}}, {{0}},
		{{"2027-12-22", "2027-12-31", 10, 365, KR(365000), 150, 15000, 0},
			{"2028-01-01", "2028-01-31", 31, 365, KR(365000), 0, 0, 0}},
		KR(365000), 15000},
	/* Half of the interest is remitted: 365 000 × 5 % × 11/365 = 550, half of it 275. A quarter left of 137,50 the
	   next. */
	{"half of the interest cut", "2027-04-20", "2027-05-20", "2027-05-30", NULL, KR(365000), 5000, INTEREST_365,
		{{"2027-01-01", 300}}, {{0}}, {{"2027-05-20", "2027-05-30", 11, 365, KR(365000), 500, 55000, 0}},
		KR(365000), 27500},
	/* The cut comes before the rounding: 73 × 5 % × 7/365 = 0,07 kr = 7 öre, half of it 3,5: four öre. */
	{"half an öre is rounded up, once", "2027-04-20", "2027-05-20", "2027-05-26", NULL, KR(73), 5000, INTEREST_365,
		{{"2027-01-01", 300}}, {{0}}, {{"2027-05-20", "2027-05-26", 7, 365, KR(73), 500, 7, 0}}, KR(73), 4},
	/* No rate for 2028: 2027 is worked, 2028 is named. 1 460 000 × 4 % × 12/365 = 1 920 */
	{"a rate that is missing is not guessed", "2027-11-20", "2027-12-20", "2028-03-01", "2028-01-01", KR(1460000),
		0, INTEREST_365, {{"2027-01-01", 200}}, {{0}},
		{{"2027-12-20", "2027-12-31", 12, 365, KR(1460000), 400, 192000, 0}}, KR(1460000), 192000},
	/* What is paid before the first day bears none: 500 000 − 135 000 = 365 000 × 5 % × 1/365 = 50. */
	{"paid before the first day, and one day of it", "2027-03-31", "2027-04-30", "2027-04-30", NULL, KR(500000), 0,
		INTEREST_365, {{"2027-01-01", 300}}, {{"2027-04-02", KR(135000)}},
		{{"2027-04-30", "2027-04-30", 1, 365, KR(365000), 500, 5000, 0}}, KR(365000), 5000},
	/* Paid in time, and asked for the day before the first day: nothing, and no rate is missed. */
	{"paid whole before the first day", "2027-03-31", "2027-04-30", "2029-12-31", NULL, KR(500000), 0, INTEREST_365,
		{{"2027-01-01", 300}}, {{"2027-04-29", KR(500000)}}, {{0}}, 0, 0},
	{"asked before the first day", "2027-03-31", "2027-04-30", "2027-04-29", NULL, KR(500000), 0, INTEREST_365,
		{{0}}, {{0}}, {{0}}, KR(500000), 0},
	/* 2100 is no leap year: 28 February is followed by 1 March. 365 000 × 3 % ×
	   3/365 = 90 */
	{"a century without a leap day, and far after 2030", "2100-01-27", "2100-02-27", "2100-03-01", NULL, KR(365000),
		0, INTEREST_ACTUAL, {{"2100-01-01", 100}}, {{0}},
		{{"2100-02-27", "2100-03-01", 3, 365, KR(365000), 300, 9000, 0}}, KR(365000), 9000},
};

static day on(const char *text)
{
	day which = day_read(text);

	ck_assert_msg(which != DAY_NONE, "%s", text);
	return which;
}

struct asked {
	struct interest_rate rates[MOST];
	struct interest_payment payments[MOST];
	struct interest_case about;
};

static void asked_make(const struct worked *row, struct asked *asked)
{
	struct interest_case *about = &asked->about;

	*about = (struct interest_case){on(row->decided), row->principal_ore, row->cut, row->count, asked->rates, 0,
		asked->payments, 0, on(row->through)};
	for (; about->rate_count < MOST && row->rates[about->rate_count].from; about->rate_count++)
		asked->rates[about->rate_count] = (struct interest_rate){
			on(row->rates[about->rate_count].from), row->rates[about->rate_count].rate};
	for (; about->payment_count < MOST && row->payments[about->payment_count].on; about->payment_count++)
		asked->payments[about->payment_count] = (struct interest_payment){
			on(row->payments[about->payment_count].on), row->payments[about->payment_count].ore};
}

static void ck_period(const char *what, const struct interest_period *period, const struct expected *expected)
{
	ck_assert_msg(period->from == on(expected->from) && period->through == on(expected->through), "%s: days", what);
	ck_assert_msg(period->days == expected->days, "%s: %d days, not %d", what, period->days, expected->days);
	ck_assert_msg(period->base == expected->base, "%s: of %d", what, period->base);
	ck_assert_msg(period->balance_ore == expected->balance_ore, "%s: balance", what);
	ck_assert_msg(period->rate == expected->rate, "%s: rate %d", what, period->rate);
	ck_assert_msg(
		period->ore == expected->ore && period->part == expected->part && period->of == 10000 * period->base,
		"%s: %lld öre and %lld/%lld", what, (long long)period->ore, (long long)period->part,
		(long long)period->of);
}

START_TEST(every_row_of_the_table_worked_by_hand_comes_out)
{
	const struct worked *row = &table[_i];
	struct asked asked;
	struct interest got;
	struct arena arena;
	int count = 0;

	arena_init(&arena);
	asked_make(row, &asked);
	got = interest_calculate(&asked.about, &arena);
	ck_assert_msg(got.start == on(row->start), "%s: first day", row->what);
	while (count < MOST && row->periods[count].from)
		count++;
	ck_assert_msg(got.count == count, "%s: %d periods, not %d", row->what, got.count, count);
	for (int i = 0; i < count; i++)
		ck_period(row->what, &got.items[i], &row->periods[i]);
	ck_assert_msg(got.missing == (row->missing ? on(row->missing) : DAY_NONE), "%s: missing", row->what);
	ck_assert_msg(got.unpaid_ore == row->unpaid_ore, "%s: unpaid", row->what);
	ck_assert_msg(got.interest_ore == row->interest_ore, "%s: %lld öre, not %lld", row->what,
		(long long)got.interest_ore, (long long)row->interest_ore);
	arena_done(&arena);
}
END_TEST

START_TEST(the_day_one_month_after_has_the_same_number_or_is_the_months_last)
{
	static const struct {
		const char *decided, *start;
	} months[] = {{"2025-01-31", "2025-02-28"}, {"2028-01-31", "2028-02-29"}, {"2028-01-29", "2028-02-29"},
		{"2028-01-28", "2028-02-28"}, {"2027-01-29", "2027-02-28"}, {"2027-02-28", "2027-03-28"},
		{"2027-03-31", "2027-04-30"}, {"2027-12-31", "2028-01-31"}, {"2027-08-31", "2027-09-30"}};

	for (size_t i = 0; i < sizeof months / sizeof months[0]; i++)
		ck_assert_int_eq(interest_start(on(months[i].decided)), on(months[i].start));
}
END_TEST

/* ---- beside one day at a time */

static int64_t balance_slow(const struct interest_case *about, day which)
{
	int64_t paid = 0;

	for (int i = 0; i < about->payment_count; i++)
		if (about->payments[i].on <= which)
			paid += about->payments[i].ore;
	return paid < about->principal_ore ? about->principal_ore - paid : 0;
}

static int rate_slow(const struct interest_case *about, day which)
{
	int rate = INT32_MIN;

	for (int i = 0; i < about->rate_count; i++)
		if (about->rates[i].from <= which && day_year(about->rates[i].from) == day_year(which))
			rate = about->rates[i].rate + 200;
	return rate;
}

static bool leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* In parts of an öre: 10000 × 365 × 366 × 360 in one. */
static __int128 day_slow(const struct interest_case *about, day which, int rate)
{
	const int64_t shared = INT64_C(365) * 366 * 360;
	int year, month, date, days = 1, base = 365, years[2], months[2], dates[2];

	day_split(which, &year, &month, &date);
	if (about->count == INTEREST_ACTUAL && leap(year))
		base = 366;
	if (about->count == INTEREST_360) {
		base = 360;
		for (int i = 0; i < 2; i++)
			day_split(which + i, &years[i], &months[i], &dates[i]);
		days = (years[1] - years[0]) * 360 + (months[1] - months[0]) * 30 +
		       ((dates[1] == 31 ? 30 : dates[1]) - (dates[0] == 31 ? 30 : dates[0]));
	}
	return (__int128)balance_slow(about, which) * (rate > 0 ? rate : 0) * days * (shared / base);
}

static int64_t interest_slow(const struct interest_case *about)
{
	const __int128 whole = (__int128)10000 * 10000 * 365 * 366 * 360;
	__int128 sum = 0;

	for (day at = interest_start(about->decided_on); at <= about->through; at++) {
		int rate = rate_slow(about, at);

		if (!balance_slow(about, at) || rate == INT32_MIN)
			break;
		sum += day_slow(about, at, rate);
	}
	sum *= 10000 - about->cut;
	return (int64_t)((sum + whole / 2) / whole);
}

static void asked_throw(struct chance *chance, struct asked *asked)
{
	struct interest_case *about = &asked->about;
	int first = 2025 + (int)chance_below(chance, 6);
	day at = day_make(first, 1, 1) + (day)chance_below(chance, 365);

	*about = (struct interest_case){at, 1 + (int64_t)chance_below(chance, 100000000), 0,
		(enum interest_count)chance_below(chance, INTEREST_COUNTS), asked->rates, 0, asked->payments, 0,
		at + (day)chance_below(chance, 1200)};
	about->cut = chance_below(chance, 2) ? (int)chance_below(chance, 10001) : 0;
	for (int year = first; about->rate_count < 5; year++)
		if (year == first || chance_below(chance, 12))
			asked->rates[about->rate_count++] =
				(struct interest_rate){day_make(year, 1, 1), (int)chance_below(chance, 700) - 250};
		else
			break;
	for (int i = (int)chance_below(chance, 4); i > 0; i--) {
		at += (day)chance_below(chance, 400);
		asked->payments[about->payment_count++] = (struct interest_payment){
			at, 1 + (int64_t)chance_below(chance, (uint32_t)(about->principal_ore))};
	}
}

START_TEST(periods_give_what_one_day_at_a_time_gives)
{
	struct chance chance;
	int missing = 0, paid = 0;

	chance_start(&chance, 2028, 0);
	for (int i = 0; i < 500; i++) {
		struct asked asked;
		struct interest got;
		struct arena arena;

		arena_init(&arena);
		asked_throw(&chance, &asked);
		got = interest_calculate(&asked.about, &arena);
		ck_assert_int_eq(got.interest_ore, interest_slow(&asked.about));
		missing += got.missing != DAY_NONE;
		paid += !got.unpaid_ore;
		arena_done(&arena);
	}
	ck_assert_int_gt(missing, 10); /* the throws met what is rare */
	ck_assert_int_gt(paid, 10);
}
END_TEST

START_TEST(the_largest_claim_there_can_be_is_still_exact)
{
	struct interest_rate rates[60];
	struct interest_case about = {
		on("2030-12-31"), MONEY_MOST, 0, INTEREST_ACTUAL, rates, 60, NULL, 0, on("2089-12-31")};
	struct arena arena;

	for (int i = 0; i < 60; i++)
		rates[i] = (struct interest_rate){day_make(2030 + i, 1, 1), 10000};
	arena_init(&arena);
	ck_assert_int_eq(interest_calculate(&about, &arena).interest_ore, interest_slow(&about));
	arena_done(&arena);
}
END_TEST

START_TEST(counts_are_known_by_their_codes)
{
	enum interest_count count = INTEREST_ACTUAL;

	for (int i = 0; i < INTEREST_COUNTS; i++) {
		ck_assert(interest_count_read(interest_count_code((enum interest_count)i), &count));
		ck_assert_int_eq(count, i);
	}
	ck_assert(!interest_count_read("366", &count) && !interest_count_read(NULL, &count));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("interest");
	TCase *all = tcase_create("interest");
	SRunner *runner = srunner_create(suite);
	int broken;

	tcase_add_loop_test(
		all, every_row_of_the_table_worked_by_hand_comes_out, 0, (int)(sizeof table / sizeof table[0]));
	tcase_add_test(all, the_day_one_month_after_has_the_same_number_or_is_the_months_last);
	tcase_add_test(all, periods_give_what_one_day_at_a_time_gives);
	tcase_add_test(all, the_largest_claim_there_can_be_is_still_exact);
	tcase_add_test(all, counts_are_known_by_their_codes);
	tcase_set_timeout(all, 30);
	suite_add_tcase(suite, all);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}
