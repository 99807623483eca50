/* The calendar: holidays against published almanacs, deadlines, what people type, Swedish summer time. */
#include "base/day.h"
#include "claims.h"

static day on(const char *text)
{
	day which = day_read(text);
	ck_assert_msg(which != DAY_NONE, "%s", text);
	return which;
}

static void ck_day(day which, const char *text)
{
	char shown[DAY_TEXT];
	day_text(which, shown);
	ck_assert_str_eq(shown, text);
}

START_TEST(every_day_from_1900_to_2199_survives_being_taken_apart)
{
	char text[DAY_TEXT];
	int weekday = 1; /* 1900-01-01 was a Monday */
	for (day which = on("1900-01-01"), last = on("2199-12-31"); which <= last; which++) {
		int year, month, date;
		day_split(which, &year, &month, &date);
		ck_assert_int_eq(day_make(year, month, date), which);
		ck_assert_int_eq(day_year(which), year);
		ck_assert_int_eq(day_weekday(which), weekday);
		weekday = weekday % 7 + 1;
		day_text(which, text);
		ck_assert_int_eq(day_read(text), which);
	}
}
END_TEST

START_TEST(days_are_counted_from_1970)
{
	ck_assert_int_eq(on("1970-01-01"), 0);
	ck_assert_int_eq(on("2000-03-01"), 11017);
	ck_assert_int_eq(on("2026-12-01"), 20788);
	ck_assert_int_eq(on("1969-12-31"), -1);
	ck_assert_int_eq(day_weekday(on("2026-12-01")), 2);
}
END_TEST

START_TEST(a_day_that_does_not_exist_is_no_day)
{
	static const int wrong[][3] = {{2026, 2, 29}, {1900, 2, 29}, {2100, 2, 29}, {2026, 4, 31}, {2026, 0, 1},
		{2026, 13, 1}, {2026, 1, 0}, {2026, 1, 32}, {1899, 12, 31}, {2200, 1, 1}, {-5, 1, 1}};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_int_eq(day_make(wrong[i][0], wrong[i][1], wrong[i][2]), DAY_NONE);
	ck_assert_int_ne(day_make(2000, 2, 29), DAY_NONE);
	ck_assert_int_ne(day_make(2028, 2, 29), DAY_NONE);
}
END_TEST

START_TEST(a_day_is_read_strictly)
{
	static const char *const wrong[] = {"", "2026-12-1", "2026-2-01", "26-12-01", "2026/12/01", "2026-12-01 ",
		" 2026-12-01", "2026-02-30", "2026-12-0a", "+026-12-01", "2026-12--1", "20261201", "2026-12-011",
		"idag"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(day_read(wrong[i]) == DAY_NONE, "%s", wrong[i]);
	ck_assert_int_eq(day_read(NULL), DAY_NONE);
	char text[DAY_TEXT] = "x";
	day_text(DAY_NONE, text);
	ck_assert_str_eq(text, "");
}
END_TEST

START_TEST(a_month_ends_on_its_last_day)
{
	static const struct {
		const char *from;
		int months;
		const char *to;
	} rows[] = {{"2025-01-31", 1, "2025-02-28"}, {"2028-01-31", 1, "2028-02-29"}, {"2026-01-30", 1, "2026-02-28"},
		{"2026-08-31", 1, "2026-09-30"}, {"2026-12-31", 2, "2027-02-28"}, {"2026-12-15", 1, "2027-01-15"},
		{"2026-03-31", -1, "2026-02-28"}, {"2026-01-15", -1, "2025-12-15"}, {"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"}, {"2026-05-31", 0, "2026-05-31"}, {"2026-01-01", 120, "2036-01-01"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		ck_day(day_month_after(on(rows[i].from), rows[i].months), rows[i].to);
	ck_assert_int_eq(day_month_after(on("2199-12-31"), 1), DAY_NONE);
	ck_assert_int_eq(day_month_after(on("1900-01-01"), -1), DAY_NONE);
	ck_assert_int_eq(day_month_after(on("2026-01-01"), INT_MAX), DAY_NONE);
}
END_TEST

START_TEST(easter_follows_the_almanac)
{
	static const char *const easters[] = {"1961-04-02", "1981-04-19", "1999-04-04", "2000-04-23", "2011-04-24",
		"2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20",
		"2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28",
		"2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28"};
	for (size_t i = 0; i < sizeof easters / sizeof *easters; i++) {
		day easter = on(easters[i]);
		ck_assert_int_eq(day_weekday(easter), 7);
		ck_assert_str_eq(day_off_name(easter), "påskdagen");
		ck_assert_str_eq(day_off_name(easter - 2), "långfredagen");
		ck_assert_str_eq(day_off_name(easter + 1), "annandag påsk");
		ck_assert_str_eq(day_off_name(easter - 1), "lördag");
		ck_assert_str_eq(day_off_name(easter + 39), "Kristi himmelsfärdsdag");
		ck_assert_str_eq(day_off_name(easter + 49), "pingstdagen");
	}
}
END_TEST

/* Long Friday, Ascension, Whit Sunday, midsummer's eve, All Saints, as printed in almanacs. */
START_TEST(the_moving_holidays_follow_the_almanac)
{
	static const char *const years[][5] = {{"2024-03-29", "2024-05-09", "2024-05-19", "2024-06-21", "2024-11-02"},
		{"2025-04-18", "2025-05-29", "2025-06-08", "2025-06-20", "2025-11-01"},
		{"2026-04-03", "2026-05-14", "2026-05-24", "2026-06-19", "2026-10-31"},
		{"2027-03-26", "2027-05-06", "2027-05-16", "2027-06-25", "2027-11-06"},
		{"2028-04-14", "2028-05-25", "2028-06-04", "2028-06-23", "2028-11-04"},
		{"2029-03-30", "2029-05-10", "2029-05-20", "2029-06-22", "2029-11-03"},
		{"2030-04-19", "2030-05-30", "2030-06-09", "2030-06-21", "2030-11-02"},
		{"2031-04-11", "2031-05-22", "2031-06-01", "2031-06-20", "2031-11-01"}};
	static const char *const names[] = {
		"långfredagen", "Kristi himmelsfärdsdag", "pingstdagen", "midsommarafton", "alla helgons dag"};
	for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
		for (int j = 0; j < 5; j++)
			ck_assert_str_eq(day_off_name(on(years[i][j])), names[j]);
		ck_assert_str_eq(day_off_name(on(years[i][3]) + 1), "midsommardagen");
	}
}
END_TEST

START_TEST(the_fixed_holidays_come_every_year)
{
	static const struct {
		int month, date;
		const char *name;
	} rows[] = {{1, 1, "nyårsdagen"}, {1, 6, "trettondedag jul"}, {5, 1, "första maj"},
		{6, 6, "Sveriges nationaldag"}, {12, 24, "julafton"}, {12, 25, "juldagen"}, {12, 26, "annandag jul"},
		{12, 31, "nyårsafton"}};
	for (int year = 2024; year <= 2031; year++) {
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
			ck_assert_str_eq(day_off_name(day_make(year, rows[i].month, rows[i].date)), rows[i].name);
	}
	ck_assert_str_eq(day_off_name(on("2008-05-01")), "första maj"); /* and Ascension Day */
	ck_assert_ptr_null(day_off_name(on("2003-06-06")));             /* a Friday, before it was a holiday */
	ck_assert_str_eq(day_off_name(on("2004-05-31")), "annandag pingst");
	ck_assert_ptr_null(day_off_name(on("2005-05-16")));
}
END_TEST

START_TEST(a_year_has_as_many_days_off_as_the_almanac_says)
{
	/* Working days (no Saturday, Sunday, holiday, eve of midsummer, Christmas, New Year). */
	static const int rows[][2] = {{2024, 251}, {2025, 249}, {2026, 251}, {2027, 253}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int working = 0;
		for (day which = day_make(rows[i][0], 1, 1); day_year(which) == rows[i][0]; which++)
			working += day_is_off(which) ? 0 : 1;
		ck_assert_int_eq(working, rows[i][1]);
	}
}
END_TEST

/* Every public holiday (SFS 1989:253 1-2 §§) and every eve that counts as one (SFS 1930:173 2 §), 2025–2031, written
 * out day by day; every other day is off only by being a Saturday or a Sunday. */
START_TEST(every_public_holiday_of_the_grants_years_is_known)
{
	static const char *const names[] = {"nyårsdagen", "trettondedag jul", "långfredagen", "påskdagen",
		"annandag påsk", "första maj", "Kristi himmelsfärdsdag", "pingstdagen", "Sveriges nationaldag",
		"midsommarafton", "midsommardagen", "alla helgons dag", "julafton", "juldagen", "annandag jul",
		"nyårsafton"};
	enum { NAMES = sizeof names / sizeof *names };
	static const char *const years[][NAMES] = {
		{"2025-01-01", "2025-01-06", "2025-04-18", "2025-04-20", "2025-04-21", "2025-05-01", "2025-05-29",
			"2025-06-08", "2025-06-06", "2025-06-20", "2025-06-21", "2025-11-01", "2025-12-24",
			"2025-12-25", "2025-12-26", "2025-12-31"},
		{"2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
			"2026-05-24", "2026-06-06", "2026-06-19", "2026-06-20", "2026-10-31", "2026-12-24",
			"2026-12-25", "2026-12-26", "2026-12-31"},
		{"2027-01-01", "2027-01-06", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06",
			"2027-05-16", "2027-06-06", "2027-06-25", "2027-06-26", "2027-11-06", "2027-12-24",
			"2027-12-25", "2027-12-26", "2027-12-31"},
		{"2028-01-01", "2028-01-06", "2028-04-14", "2028-04-16", "2028-04-17", "2028-05-01", "2028-05-25",
			"2028-06-04", "2028-06-06", "2028-06-23", "2028-06-24", "2028-11-04", "2028-12-24",
			"2028-12-25", "2028-12-26", "2028-12-31"},
		{"2029-01-01", "2029-01-06", "2029-03-30", "2029-04-01", "2029-04-02", "2029-05-01", "2029-05-10",
			"2029-05-20", "2029-06-06", "2029-06-22", "2029-06-23", "2029-11-03", "2029-12-24",
			"2029-12-25", "2029-12-26", "2029-12-31"},
		{"2030-01-01", "2030-01-06", "2030-04-19", "2030-04-21", "2030-04-22", "2030-05-01", "2030-05-30",
			"2030-06-09", "2030-06-06", "2030-06-21", "2030-06-22", "2030-11-02", "2030-12-24",
			"2030-12-25", "2030-12-26", "2030-12-31"},
		{"2031-01-01", "2031-01-06", "2031-04-11", "2031-04-13", "2031-04-14", "2031-05-01", "2031-05-22",
			"2031-06-01", "2031-06-06", "2031-06-20", "2031-06-21", "2031-11-01", "2031-12-24",
			"2031-12-25", "2031-12-26", "2031-12-31"}};
	int holidays = 0;

	for (day which = on("2025-01-01"), last = on("2031-12-31"); which <= last; which++) {
		const char *name = NULL;
		char text[DAY_TEXT];

		day_text(which, text);
		for (size_t i = 0; i < NAMES; i++)
			if (!strcmp(years[day_year(which) - 2025][i], text))
				name = names[i];
		holidays += name != NULL;
		if (!name && day_weekday(which) >= 6)
			name = day_weekday(which) == 6 ? "lördag" : "söndag";
		ck_assert_msg(day_is_off(which) == (name != NULL), "%s", text);
		if (name)
			ck_assert_str_eq(day_off_name(which), name);
	}
	ck_assert_int_eq(holidays, 7 * NAMES);
}
END_TEST

/* SFS 1930:173 2 §: the next working day. */
START_TEST(a_deadline_moves_past_days_off)
{
	static const char *const rows[][3] = {/* day, next working, previous working */
		{"2026-11-22", "2026-11-23", "2026-11-20"}, {"2026-11-23", "2026-11-23", "2026-11-23"},
		{"2026-04-03", "2026-04-07", "2026-04-02"}, {"2026-12-24", "2026-12-28", "2026-12-23"},
		{"2026-12-31", "2027-01-04", "2026-12-30"}, {"2026-06-19", "2026-06-22", "2026-06-18"},
		{"2025-06-06", "2025-06-09", "2025-06-05"}, {"2025-05-01", "2025-05-02", "2025-04-30"},
		{"2027-01-06", "2027-01-07", "2027-01-05"}, {"2025-12-24", "2025-12-29", "2025-12-23"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_day(day_next_working(on(rows[i][0])), rows[i][1]);
		ck_day(day_previous_working(on(rows[i][0])), rows[i][2]);
	}
}
END_TEST

START_TEST(a_typed_day_is_understood)
{
	static const char *const rows[][2] = {{"2026-12-01", "2026-12-01"}, {"20261201", "2026-12-01"},
		{"261201", "2026-12-01"}, {"1/12", "2026-12-01"}, {"1.12", "2026-12-01"}, {"01/12", "2026-12-01"},
		{"22/11", "2026-11-22"}, {"21/11", "2027-11-21"}, {"1/1", "2027-01-01"}, {"29/2", "2028-02-29"},
		{"+14", "2026-12-06"}, {"-3", "2026-11-19"}, {"+0", "2026-11-22"}, {"idag", "2026-11-22"},
		{"i dag", "2026-11-22"}, {"Today", "2026-11-22"}, {"  IDAG ", "2026-11-22"}, {" 1/12 ", "2026-12-01"},
		{"000229", "2000-02-29"}, {"+400", "2027-12-27"}};
	day today = on("2026-11-22");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		day got = 7;
		struct error err = {0};
		ck_assert_msg(day_parse(rows[i][0], today, &got, &err), "%s: %s", rows[i][0], err.text);
		ck_day(got, rows[i][1]);
	}
}
END_TEST

START_TEST(a_typed_day_that_is_none_is_refused_and_nothing_is_changed)
{
	static const char *const rows[] = {"", "  ", "31/2", "31/11", "2026-02-29", "20260230", "260230", "1/13", "0/1",
		"32/1", "1/12/2026", "1-12", "12", "+", "-", "+-1", "+99999", "+1x", "-9999999999", "i morgon", "2026",
		"2026-W48", "12345678901234567890123456789", "\xE5", "1//2", "1/", "/2", "+9999999", "99/99"};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		day got = 7;
		struct error err = {0};
		ck_assert_msg(!day_parse(rows[i], on("2026-11-22"), &got, &err), "%s", rows[i]);
		ck_assert_int_eq(got, 7);
		ck_assert_int_eq(err.kind, ERROR_INVALID);
		ck_assert_int_ne(err.text[0], '\0');
	}
	day got = 7;
	ck_assert(!day_parse(NULL, on("2026-11-22"), &got, NULL));
	ck_assert(!day_parse("-9000", on("1910-01-01"), &got, NULL));
	ck_assert(!day_parse("+9000", on("2199-01-01"), &got, NULL));
}
END_TEST

START_TEST(the_clock_follows_swedish_summer_time)
{
	static const struct {
		int64_t seconds;
		const char *moment;
	} rows[] = {{0, "1970-01-01 01:00:00"}, {1795352527, "2026-11-22 14:02:07"},
		{1774745999, "2026-03-29 01:59:59"}, /* one second before the clocks go forward */
		{1774746000, "2026-03-29 03:00:00"}, {1792889999, "2026-10-25 02:59:59"},
		{1792890000, "2026-10-25 02:00:00"}, /* and back: the hour comes twice */
		{1711846800, "2024-03-31 03:00:00"}, {1711846799, "2024-03-31 01:59:59"},
		{1729990800, "2024-10-27 02:00:00"}, {1782864000, "2026-07-01 02:00:00"},
		{1798758000, "2027-01-01 00:00:00"}, {1798757999, "2026-12-31 23:59:59"},
		{1835370000, "2028-02-28 18:00:00"}};
	char got[MOMENT_TEXT];
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		moment_from_seconds(rows[i].seconds, got);
		ck_assert_str_eq(got, rows[i].moment);
	}
}
END_TEST

START_TEST(the_clock_does_not_listen_to_tz)
{
	struct clock clock = {""};
	char here[MOMENT_TEXT], there[MOMENT_TEXT], expected[MOMENT_TEXT], after[MOMENT_TEXT];
	do { /* again if a second passed meanwhile */
		moment_from_seconds((int64_t)time(NULL), expected);
		setenv("TZ", "Asia/Tokyo", 1);
		tzset();
		clock_moment(&clock, here);
		setenv("TZ", "America/Los_Angeles", 1);
		tzset();
		clock_moment(&clock, there);
		moment_from_seconds((int64_t)time(NULL), after);
	} while (strcmp(expected, after) != 0);
	ck_assert_str_eq(here, expected);
	ck_assert_str_eq(there, expected);
	ck_assert_int_eq(clock_today(&clock), day_read((here[10] = '\0', here)));
}
END_TEST

START_TEST(a_fixed_clock_stands_still)
{
	struct clock clock = {"2026-11-22 14:02:07"};
	char moment[MOMENT_TEXT];
	clock_moment(&clock, moment);
	ck_assert_str_eq(moment, "2026-11-22 14:02:07");
	ck_day(clock_today(&clock), "2026-11-22");
	clock = (struct clock){"2026-11-22 14:02"};
	clock_moment(&clock, moment);
	ck_assert_str_eq(moment, "2026-11-22 14:02:00");
}
END_TEST

START_TEST(a_moment_is_strict)
{
	static const char *const right[] = {"2026-11-22 14:02:07", "2026-11-22 00:00", "2026-11-22 23:59:59"};
	static const char *const wrong[] = {"", "2026-11-22", "2026-11-22T14:02:07", "2026-11-22 24:00",
		"2026-11-22 14:60", "2026-11-22 14:02:60", "2026-02-29 14:02", "2026-11-22 14:02:7",
		"2026-11-22 14:02:", "2026-11-22 14.02", "2026-11-22 14:02:071", "2026-11-22 1a:02",
		" 026-11-22 14:02"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		ck_assert_msg(moment_is(right[i]), "%s", right[i]);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(!moment_is(wrong[i]), "%s", wrong[i]);
	ck_assert(!moment_is(NULL));
}
END_TEST

START_TEST(a_date_of_lower_precision_gives_the_days_it_can_mean)
{
	static const struct {
		const char *text, *first, *last;
	} rows[] = {{"2024-03-04", "2024-03-04", "2024-03-04"}, {"27 maj", "2025-05-27", "2025-05-27"},
		{" 27 Maj 2024 ", "2024-05-27", "2024-05-27"}, {"den 4 mars 2024", "2024-03-04", "2024-03-04"},
		{"juli 2024", "2024-07-01", "2024-07-31"}, {"July, 2024", "2024-07-01", "2024-07-31"},
		{"feb. 2024", "2024-02-01", "2024-02-29"}, {"2024-02", "2024-02-01", "2024-02-29"},
		{"2024", "2024-01-01", "2024-12-31"}, {"6 juni", "2024-06-06", "2024-06-06"},
		{"5 juni", "2025-06-05", "2025-06-05"}, {"29 februari", "2024-02-29", "2024-02-29"},
		{"december", "2024-12-01", "2024-12-31"}, {"17 oktober 2024", "2024-10-17", "2024-10-17"}};
	day first, last;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_assert_msg(day_span(rows[i].text, on("2025-06-05"), &first, &last), "%s", rows[i].text);
		ck_day(first, rows[i].first);
		ck_day(last, rows[i].last);
	}
}
END_TEST

START_TEST(a_date_that_cannot_be_placed_changes_nothing)
{
	static const char *const wrong[] = {"", " ", "i våras", "31 april 2024", "2024-13", "maj juni 2024", "27",
		"27 28 maj", "2024 2025", "30 februari", "1 maj 2300", "m", "0 maj", "3.5.2024",
		"en mycket lång text som inte är någon dag alls i någon kalender"};
	day first = 7, last = 8;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(!day_span(wrong[i], on("2025-06-05"), &first, &last), "%s", wrong[i]);
	ck_assert(!day_span("27 maj", DAY_NONE, &first, &last));
	ck_assert_int_eq(first, 7);
	ck_assert_int_eq(last, 8);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {every_day_from_1900_to_2199_survives_being_taken_apart,
		days_are_counted_from_1970, a_day_that_does_not_exist_is_no_day, a_day_is_read_strictly,
		a_month_ends_on_its_last_day, easter_follows_the_almanac, the_moving_holidays_follow_the_almanac,
		the_fixed_holidays_come_every_year, a_year_has_as_many_days_off_as_the_almanac_says,
		a_deadline_moves_past_days_off, a_typed_day_is_understood,
		a_typed_day_that_is_none_is_refused_and_nothing_is_changed, the_clock_follows_swedish_summer_time,
		the_clock_does_not_listen_to_tz, a_fixed_clock_stands_still, a_moment_is_strict,
		a_date_of_lower_precision_gives_the_days_it_can_mean, a_date_that_cannot_be_placed_changes_nothing,
		every_public_holiday_of_the_grants_years_is_known, NULL};
	return claims_run("day", claims, 30);
}
