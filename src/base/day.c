/* The calendar. Invariant: a day is DAY_NONE or one of 1900-01-01..2199-12-31 of the Gregorian calendar; nothing here
 * asks the machine for a time zone. Days off are in day_off.c, typed days in day_parse.c. */
#include "day.h"

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199 };

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month)
{
	static const unsigned char lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

static bool is_day(int year, int month, int date)
{
	return year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 && month <= 12 && date >= 1 &&
	       date <= month_length(year, month);
}

/* Days from 1970-01-01 to the first of January; the year counts from March so that a leap day comes last. */
static int32_t days_before(int year, int month, int date)
{
	int from_march = (month + 9) % 12, whole = month <= 2 ? year - 1 : year;
	int in_year = (153 * from_march + 2) / 5 + date - 1;
	return 365 * whole + whole / 4 - whole / 100 + whole / 400 + in_year - 719468;
}

day day_make(int year, int month, int date)
{
	return is_day(year, month, date) ? days_before(year, month, date) : DAY_NONE;
}

void day_split(day which, int *year, int *month, int *date)
{
	assert(which >= days_before(YEAR_FIRST, 1, 1) && which <= days_before(YEAR_LAST, 12, 31));
	int found = 1970 + which / 366;
	found = found < YEAR_FIRST ? YEAR_FIRST : found;
	while (found < YEAR_LAST && days_before(found + 1, 1, 1) <= which)
		found++;
	while (days_before(found, 1, 1) > which)
		found--;
	int left = which - days_before(found, 1, 1), in_month = 1;
	while (left >= month_length(found, in_month))
		left -= month_length(found, in_month++);
	*year = found;
	*month = in_month;
	*date = left + 1;
}

int day_year(day which)
{
	int year, month, date;
	day_split(which, &year, &month, &date);
	return year;
}

int day_weekday(day which)
{
	assert(which != DAY_NONE);
	return ((which % 7) + 7 + 3) % 7 + 1; /* 1970-01-01 was a Thursday */
}

static bool digits_read(const char *text, int count, int *out)
{
	int number = 0;
	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		number = number * 10 + (text[i] - '0');
	}
	*out = number;
	return true;
}

day day_read(const char *text)
{
	int year, month, date;
	if (!text || strlen(text) != DAY_TEXT - 1 || text[4] != '-' || text[7] != '-')
		return DAY_NONE;
	if (!digits_read(text, 4, &year) || !digits_read(text + 5, 2, &month) || !digits_read(text + 8, 2, &date))
		return DAY_NONE;
	return day_make(year, month, date);
}

/* Two figures, kept within two for the compiler's eyes as well. */
static void two_write(char *out, int number)
{
	out[0] = (char)('0' + number / 10 % 10);
	out[1] = (char)('0' + number % 10);
}

void day_text(day which, char out[DAY_TEXT])
{
	int year, month, date;
	if (which == DAY_NONE) {
		out[0] = '\0';
		return;
	}
	day_split(which, &year, &month, &date);
	two_write(out, year / 100);
	two_write(out + 2, year % 100);
	out[4] = out[7] = '-';
	two_write(out + 5, month);
	two_write(out + 8, date);
	out[10] = '\0';
}

day day_month_after(day which, int months)
{
	int year, month, date;
	day_split(which, &year, &month, &date);
	int64_t count = (int64_t)year * 12 + month - 1 + months;
	if (count < YEAR_FIRST * 12 || count >= (YEAR_LAST + 1) * 12)
		return DAY_NONE;
	year = (int)(count / 12);
	month = (int)(count % 12) + 1;
	int last = month_length(year, month);
	return day_make(year, month, date < last ? date : last);
}

/* ---- moments */

static day sunday_last_of(int year, int month)
{
	day last = day_make(year, month, 31); /* March and October both have 31 */
	return last - day_weekday(last) % 7;
}

static int hours_ahead(int64_t seconds)
{
	int year = day_year((day)(seconds / 86400));
	int64_t begins = (int64_t)sunday_last_of(year, 3) * 86400 + 3600;
	int64_t ends = (int64_t)sunday_last_of(year, 10) * 86400 + 3600;
	return seconds >= begins && seconds < ends ? 2 : 1;
}

void moment_from_seconds(int64_t seconds, char out[MOMENT_TEXT])
{
	assert(seconds >= 0);
	int64_t local = seconds + (int64_t)hours_ahead(seconds) * 3600;
	int second = (int)(local % 86400);
	day_text((day)(local / 86400), out);
	out[10] = ' ';
	out[13] = out[16] = ':';
	two_write(out + 11, second / 3600);
	two_write(out + 14, second / 60 % 60);
	two_write(out + 17, second % 60);
	out[19] = '\0';
}

bool moment_is(const char *text)
{
	char date[DAY_TEXT];
	int hour, minute, second = 0;
	size_t bytes = text ? strlen(text) : 0;
	if (bytes != MOMENT_TEXT - 1 && bytes != MOMENT_TEXT - 4)
		return false;
	memcpy(date, text, DAY_TEXT - 1);
	date[DAY_TEXT - 1] = '\0';
	if (day_read(date) == DAY_NONE || text[10] != ' ' || text[13] != ':')
		return false;
	if (!digits_read(text + 11, 2, &hour) || !digits_read(text + 14, 2, &minute))
		return false;
	if (bytes == MOMENT_TEXT - 1 && (text[16] != ':' || !digits_read(text + 17, 2, &second)))
		return false;
	return hour < 24 && minute < 60 && second < 60;
}

void clock_moment(const struct clock *clock, char out[MOMENT_TEXT])
{
	if (!clock->fixed[0]) {
		moment_from_seconds((int64_t)time(NULL), out);
		return;
	}
	assert(moment_is(clock->fixed));
	memcpy(out, clock->fixed, MOMENT_TEXT);
	if (strlen(out) == MOMENT_TEXT - 4)
		memcpy(out + MOMENT_TEXT - 4, ":00", 4);
}

day clock_today(const struct clock *clock)
{
	char moment[MOMENT_TEXT];
	clock_moment(clock, moment);
	moment[DAY_TEXT - 1] = '\0';
	return day_read(moment);
}
