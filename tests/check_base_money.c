/* Money: exact, checked, read one way or not at all. */
#include "base/money.h"
#include "claims.h"

START_TEST(sums_are_exact_and_checked)
{
	int64_t out = 7;
	ck_assert(money_add(1, 2, &out));
	ck_assert_int_eq(out, 3);
	ck_assert(money_subtract(1, 2, &out));
	ck_assert_int_eq(out, -1);
	ck_assert(money_add(INT64_MAX, INT64_MIN + 1, &out));
	ck_assert_int_eq(out, 0);
	ck_assert(money_subtract(0, INT64_MAX, &out));
	ck_assert_int_eq(out, -INT64_MAX);
}
END_TEST

START_TEST(overflow_and_the_unknown_are_no_sums)
{
	static const int64_t pairs[][2] = {{INT64_MAX, 1}, {-INT64_MAX, -2}, {MONEY_UNKNOWN, 0}, {0, MONEY_UNKNOWN},
		{MONEY_UNKNOWN, MONEY_UNKNOWN}, {-INT64_MAX, -1}, {INT64_MAX, INT64_MAX}};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		int64_t out = 7;
		ck_assert(!money_add(pairs[i][0], pairs[i][1], &out));
		ck_assert_int_eq(out, 7);
	}
	int64_t out = 7;
	ck_assert(!money_subtract(MONEY_UNKNOWN, 1, &out));
	ck_assert(!money_subtract(1, MONEY_UNKNOWN, &out));
	ck_assert(!money_subtract(-INT64_MAX, 1, &out)); /* would be the unknown itself */
	ck_assert(!money_subtract(-2, INT64_MAX, &out));
	ck_assert_int_eq(out, 7);
}
END_TEST

START_TEST(a_part_is_rounded_half_away_from_zero)
{
	static const int64_t rows[][4] = {/* a, b, c, a·b/c */
		{1, 1, 2, 1}, {-1, 1, 2, -1}, {1, 1, 3, 0}, {2, 1, 3, 1}, {-2, 1, 3, -1}, {3, 1, 2, 2}, {5, 1, 2, 3},
		{-5, 1, 2, -3}, {4999, 1, 10000, 0}, {5000, 1, 10000, 1}, {100, 33, 100, 33}, {0, 5, 7, 0},
		{7, 0, 7, 0}, {5200000000, 1, 21, 247619048}, {1, 1, INT64_MAX, 0}, {INT64_MAX, 1, 1, INT64_MAX},
		{INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX}, {-INT64_MAX, INT64_MAX, INT64_MAX, -INT64_MAX},
		{INT64_MAX / 2 + 1, 1, INT64_MAX, 1}, {INT64_MAX / 2, 1, INT64_MAX, 0},
		/* three factors of 19 figures: only 128 bits hold the product */
		{1000000000000000000, 999999999999999999, 1000000000000000000, 999999999999999999},
		{123456789012345678, 987654321098765432, 123456789012345679, 987654321098765424}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t out = 7;
		ck_assert_msg(money_part(rows[i][0], rows[i][1], rows[i][2], &out), "row %zu", i);
		ck_assert_msg(out == rows[i][3], "row %zu: %" PRId64, i, out);
	}
}
END_TEST

START_TEST(a_part_that_does_not_fit_is_refused)
{
	int64_t out = 7;
	ck_assert(!money_part(INT64_MAX, 2, 1, &out));
	ck_assert(!money_part(INT64_MAX, -2, 1, &out));
	ck_assert(!money_part(INT64_MAX, INT64_MAX, INT64_MAX - 1, &out));
	ck_assert(!money_part(MONEY_UNKNOWN, 1, 1, &out));
	ck_assert(!money_part(1, MONEY_UNKNOWN, 1, &out));
	ck_assert_int_eq(out, 7);
}
END_TEST

START_TEST(a_sum_counts_what_it_does_not_know)
{
	struct money_sum sum = {0};
	money_sum_add(&sum, 100);
	money_sum_add(&sum, MONEY_UNKNOWN);
	money_sum_add(&sum, 0);
	money_sum_add(&sum, 250);
	ck_assert_int_eq(sum.ore, 350);
	ck_assert_int_eq(sum.known, 3);
	ck_assert_int_eq(sum.unknown, 1);
}
END_TEST

START_TEST(a_sum_that_overflows_stops_the_program)
{
	struct money_sum sum = {.ore = INT64_MAX};
	money_sum_add(&sum, 1);
}
END_TEST

START_TEST(a_typed_amount_is_understood)
{
	static const struct {
		const char *typed;
		int64_t ore;
	} rows[] = {{"0", 0}, {"1", 100}, {"350", 35000}, {"350 kr", 35000}, {"350kr", 35000}, {"350 kr.", 35000},
		{"350 KR", 35000}, {"350 kronor", 35000}, {"350 SEK", 35000}, {"350 sek", 35000}, {" 350 ", 35000},
		{"\t350", 35000}, {"007", 700}, {"1240000", 124000000}, {"1 240 000", 124000000},
		{"1\u00A0240\u00A0000", 124000000}, {"1\u202F240\u202F000", 124000000},
		{"1\u202F240\u00A0000\u00A0kr", 124000000}, {"12 tkr", 1200000}, {"12tkr", 1200000},
		{"12,5 tkr", 1250000}, {"1 240 tkr", 124000000}, {"12 Tkr", 1200000}, {"1,2 mnkr", 120000000},
		{"1.2 mnkr", 120000000}, {"1,2 mn", 120000000}, {"1,2 mkr", 120000000}, {"1,2 Mkr", 120000000},
		{"1,2 MSEK", 120000000}, {"1,2\u00A0mnkr", 120000000}, {"1,2mnkr", 120000000}, {"25 mnkr", 2500000000},
		{"0,125 mnkr", 12500000}, {"0.125 mnkr", 12500000}, {"1 000,125 mnkr", 100012500000},
		{"1000,125 mnkr", 100012500000}, {"1,25 mnkr", 125000000}, {"1,2345 mnkr", 123450000},
		{"1,23456789 mnkr", 123456789}, {"3 mdkr", 300000000000}, {"3 md", 300000000000},
		{"1,5 mdkr", 150000000000}, {"0,00000000001 mdkr", 1}, {"350,5", 35050}, {"350,50", 35050},
		{"350.50", 35050}, {"0,01", 1}, {"0,5 kr", 50}, {"1 000,50", 100050}, {"1000,00", 100000},
		{"12 345 678,90 kr", 1234567890}, {"100 000 000 000", INT64_C(10000000000000)},
		{"10 000 mdkr", MONEY_MOST}, {"10000000000000", MONEY_MOST}, {"10 000 000 000 000,00", MONEY_MOST},
		{"000000000000000000000000000001", 100}, {"350   kr", 35000}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t ore = 7;
		struct error err = {0};
		ck_assert_msg(money_parse(rows[i].typed, &ore, &err), "%s: %s", rows[i].typed, err.text);
		ck_assert_msg(ore == rows[i].ore, "%s: %" PRId64, rows[i].typed, ore);
	}
}
END_TEST

START_TEST(an_amount_of_two_meanings_or_none_is_refused)
{
	static const struct {
		const char *typed, *word; /* a word of the sentence that tells why */
	} rows[] = {{"", "No amount"}, {"   ", "No amount"}, {"\u00A0", "No amount"}, {"1.000", "two ways"},
		{"1,000", "two ways"}, {"12.500", "two ways"}, {"999,999", "two ways"}, {"1.000 kr", "two ways"},
		{"1,250 mnkr", "two ways"}, {"1.000.000", "two ways"}, {"1,000,000", "two ways"},
		{"1.000,50", "two ways"}, {"1,000.50", "two ways"}, {"-5", "negative"}, {"-1 000", "negative"},
		{"\u22125", "negative"}, {" -5", "negative"}, {"0,001", "smaller than an öre"}, {"350,505", "two ways"},
		{"0,123", "smaller than an öre"}, {"1,2345", "smaller than an öre"},
		{"1,234567890 mnkr", "smaller than an öre"}, {"10 000,01 mdkr", "larger"},
		{"10 000 000 000 000,01", "larger"}, {"99999999999999999999999999", "larger"},
		{"9223372036854775807", "larger"}, {"92233720368547758,07", "larger"},
		{"18446744073709551616", "larger"}, {"100000 mdkr", "larger"}, {"1 24", "not an amount"},
		{"1 2400", "not an amount"}, {"12 40 000", "not an amount"}, {"1240 000", "not an amount"},
		{"1  000", "not an amount"}, {"1\u2009000", "not an amount"}, {"abc", "not an amount"},
		{"kr", "not an amount"}, {"kr 350", "not an amount"}, {"350 euro", "not an amount"},
		{"350 kr kr", "not an amount"}, {"350,", "not an amount"}, {",50", "not an amount"},
		{".5", "not an amount"}, {"350,5,", "not an amount"}, {"+5", "not an amount"}, {"1e6", "not an amount"},
		{"0x10", "not an amount"}, {"1_000", "not an amount"}, {"1'000", "not an amount"},
		{"350 kr\n", "not an amount"}, {"३५०", "not an amount"}, {"１２", "not an amount"},
		{"350 \xE5", "not an amount"}, {"\xC2", "not an amount"}, {"\xE2\x80", "not an amount"},
		{"12 tusenkronor", "not an amount"}, {"0,000000000001 mdkr", "not an amount"},
		{"1111111111111111111111111111111111111111111111111111111111111111111111", "not an amount"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int64_t ore = 7;
		struct error err = {0};
		ck_assert_msg(!money_parse(rows[i].typed, &ore, &err), "%s: %" PRId64, rows[i].typed, ore);
		ck_assert_int_eq(ore, 7);
		ck_assert_int_eq(err.kind, ERROR_INVALID);
		ck_assert_msg(strstr(err.text, rows[i].word) != NULL, "%s: %s", rows[i].typed, err.text);
	}
	int64_t ore = 7;
	ck_assert(!money_parse(NULL, &ore, NULL));
	ck_assert_int_eq(ore, 7);
}
END_TEST

START_TEST(what_was_typed_is_quoted_without_its_mischief)
{
	struct error err;
	int64_t ore;
	ck_assert(!money_parse("12\033[2J\u202E", &ore, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "12‹U+001B›[2J‹U+202E›"));
	ck_assert_ptr_null(strchr(err.text, '\033'));
}
END_TEST

START_TEST(money_is_shown_in_both_languages)
{
	static const struct {
		int64_t ore;
		enum money_style style;
		const char *swedish, *english;
	} rows[] = {{124000000, MONEY_KR, "1 240 000 kr", "1,240,000 SEK"},
		{124000050, MONEY_KR, "1 240 000,50 kr", "1,240,000.50 SEK"}, {5, MONEY_KR, "0,05 kr", "0.05 SEK"},
		{0, MONEY_KR, "0 kr", "0 SEK"}, {-124000000, MONEY_KR, "-1 240 000 kr", "-1,240,000 SEK"},
		{-5, MONEY_PLAIN, "-0,05", "-0.05"}, {100000, MONEY_PLAIN, "1 000", "1,000"},
		{99999, MONEY_PLAIN, "999,99", "999.99"}, {99900, MONEY_PLAIN, "999", "999"},
		{124000000, MONEY_TKR, "1 240", "1,240"}, {49999, MONEY_TKR, "0", "0"}, {50000, MONEY_TKR, "1", "1"},
		{-50000, MONEY_TKR, "-1", "-1"}, {-49999, MONEY_TKR, "0", "0"}, {149999, MONEY_TKR, "1", "1"},
		{150000, MONEY_TKR, "2", "2"}, {124000000, MONEY_MNKR, "1,2", "1.2"},
		{125000000, MONEY_MNKR, "1,3", "1.3"}, {-125000000, MONEY_MNKR, "-1,3", "-1.3"},
		{4999999, MONEY_MNKR, "0,0", "0.0"}, {5000000, MONEY_MNKR, "0,1", "0.1"},
		{-4999999, MONEY_MNKR, "0,0", "0.0"}, {120000000000, MONEY_MNKR, "1 200,0", "1,200.0"},
		{124000000, MONEY_CSV, "1240000,00", "1240000,00"}, {5, MONEY_CSV, "0,05", "0,05"},
		{-124000050, MONEY_CSV, "-1240000,50", "-1240000,50"}, {MONEY_UNKNOWN, MONEY_KR, "okänt", "unknown"},
		{MONEY_UNKNOWN, MONEY_TKR, "okänt", "unknown"}, {MONEY_UNKNOWN, MONEY_CSV, "", ""},
		{INT64_MAX, MONEY_KR, "92 233 720 368 547 758,07 kr", "92,233,720,368,547,758.07 SEK"},
		{-INT64_MAX, MONEY_CSV, "-92233720368547758,07", "-92233720368547758,07"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char out[MONEY_TEXT];
		ck_assert_str_eq(money_text(rows[i].ore, rows[i].style, true, out), rows[i].swedish);
		ck_assert_str_eq(money_text(rows[i].ore, rows[i].style, false, out), rows[i].english);
	}
}
END_TEST

START_TEST(what_is_shown_in_swedish_reads_back_the_same)
{
	int64_t ore = 1;
	for (int i = 0; i < 200; i++) {
		char out[MONEY_TEXT];
		int64_t back = 7;
		struct error err = {0};
		ck_assert_msg(money_parse(money_text(ore, MONEY_KR, true, out), &back, &err), "%s: %s", out, err.text);
		ck_assert_int_eq(back, ore);
		ck_assert_msg(money_parse(money_text(ore, MONEY_CSV, true, out), &back, &err), "%s: %s", out, err.text);
		ck_assert_int_eq(back, ore);
		ore = (ore * 31 + 17) % MONEY_MOST;
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {sums_are_exact_and_checked, overflow_and_the_unknown_are_no_sums,
		a_part_is_rounded_half_away_from_zero, a_part_that_does_not_fit_is_refused,
		a_sum_counts_what_it_does_not_know, a_typed_amount_is_understood,
		an_amount_of_two_meanings_or_none_is_refused, what_was_typed_is_quoted_without_its_mischief,
		money_is_shown_in_both_languages, what_is_shown_in_swedish_reads_back_the_same, NULL};
	const TTest *const stops[] = {a_sum_that_overflows_stops_the_program, NULL};
	return claims_run_with_stops("money", claims, stops, 30);
}
