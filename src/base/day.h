/* The calendar: days as ISO text outside, as a count inside. Knows Swedish public holidays (SFS 1989:253) and the days
 * that count like them (SFS 1930:173 2 §). */
#ifndef KANSLI_BASE_DAY_H
#define KANSLI_BASE_DAY_H

#include "error.h"
#include <stdbool.h>
#include <stdint.h>

typedef int32_t day; /* days since 1970-01-01; the one typedef, as time_t is one */
enum { DAY_NONE = INT32_MIN, DAY_TEXT = 11, MOMENT_TEXT = 20 };

day day_make(int year, int month, int date); /* DAY_NONE if there is no such day; years 1900..2199 */
void day_split(day which, int *year, int *month, int *date);
int day_year(day which);
int day_weekday(day which); /* 1 Monday .. 7 Sunday */
/* "2026-12-01" strictly; DAY_NONE otherwise. */
day day_read(const char *text);
/* As typed: 2026-12-01, 20261201, 261201, 1/12 or 1.12 (nearest such day from `today` on), +14, -3, idag/today. */
bool day_parse(const char *text, day today, day *out, struct error *err);
/* The days a date of lower precision can mean: "2024-07-01", "27 maj 2025", "juli 2024", "2024-07", "2024"; without a
 * year ("27 maj") the latest that does not lie after `near`. English months too. false: it cannot be placed. */
bool day_span(const char *text, day near, day *first, day *last);
void day_text(day which, char out[DAY_TEXT]); /* "" for DAY_NONE */
day day_month_after(day which, int months);   /* SFS 1930:173 1 §: same number, or the month's last day */
/* Sunday, public holiday, Saturday, midsommarafton, julafton, nyårsafton: days a legal deadline moves past. */
bool day_is_off(day which);
/* Name of the holiday in Swedish, or NULL on an ordinary day; Saturday and Sunday have names too. */
const char *day_off_name(day which);
day day_next_working(day which);     /* the day itself when it is a working day */
day day_previous_working(day which); /* the day itself when it is a working day */

/* Moments are local civil time as "2026-11-22 14:02:07" text, from one clock that tests and the demo office fix. */
struct clock {
	char fixed[MOMENT_TEXT]; /* "" means the system's clock, in Europe/Stockholm whatever TZ says */
};
void clock_moment(const struct clock *clock, char out[MOMENT_TEXT]);
day clock_today(const struct clock *clock);
/* Seconds since 1970 UTC as civil time in Stockholm: UTC+1, +2 from 01:00 UTC on the last Sunday of March to 01:00 UTC
 * on the last Sunday of October (directive 2000/84/EC). Years 1996..2199. */
void moment_from_seconds(int64_t seconds, char out[MOMENT_TEXT]);
bool moment_is(const char *text); /* a valid "YYYY-MM-DD HH:MM:SS" or "YYYY-MM-DD HH:MM" */

#endif
