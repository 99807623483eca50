/* Days off. Invariant: a day is off exactly when it has a name here (SFS 1989:253 1-2 §§ and SFS 1930:173 2 §). */
#include "day.h"
#include "words.h"

/* Easter Day: the Sunday after the first full moon on or after 21 March, in the reckoning of the Gregorian calendar. */
static day easter_of(int year)
{
	int golden = year % 19, century = year / 100, in_century = year % 100;
	int leaps = century / 4, shift = (century + 8) / 25;
	int moon = (19 * golden + century - leaps - (century - shift + 1) / 3 + 15) % 30;
	int weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - moon - in_century % 4) % 7;
	int late = (golden + 11 * moon + 22 * weekday) / 451;
	int days = moon + weekday - 7 * late + 114;
	return day_make(year, days / 31, days % 31 + 1);
}

static const char *fixed_name(int month, int date)
{
	static const struct {
		int month, date;
		const char *name;
	} rows[] = {{1, 1, "nyårsdagen"}, {1, 6, "trettondedag jul"}, {5, 1, "första maj"}, {12, 24, "julafton"},
		{12, 25, "juldagen"}, {12, 26, "annandag jul"}, {12, 31, "nyårsafton"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (rows[i].month == month && rows[i].date == date)
			return rows[i].name;
	}
	return NULL;
}

static const char *easter_name(day which, int year)
{
	switch (which - easter_of(year)) {
	case -2: return "långfredagen";
	case 0: return "påskdagen";
	case 1: return "annandag påsk";
	case 39: return "Kristi himmelsfärdsdag"; /* the sixth Thursday after Easter Day */
	case 49: return "pingstdagen";
	case 50: return year < 2005 ? "annandag pingst" : NULL; /* until SFS 2004:1320 gave 6 June instead */
	}
	return NULL;
}

/* Midsummer and All Saints are the Saturday (the eve: the Friday) that falls between two dates. */
static const char *weekend_name(int weekday, int month, int date)
{
	if (weekday == 5 && month == 6 && date >= 19 && date <= 25)
		return "midsommarafton";
	if (weekday == 6 && month == 6 && date >= 20 && date <= 26)
		return "midsommardagen";
	if (weekday == 6 && ((month == 10 && date == 31) || (month == 11 && date <= 6)))
		return "alla helgons dag";
	return NULL;
}

const char *day_off_name(day which)
{
	int year, month, date, weekday = day_weekday(which);
	day_split(which, &year, &month, &date);
	const char *name = fixed_name(month, date);
	if (!name)
		name = easter_name(which, year);
	if (!name && month == 6 && date == 6 && year >= 2005)
		name = "Sveriges nationaldag";
	if (!name)
		name = weekend_name(weekday, month, date);
	if (!name && weekday >= 6)
		name = weekday == 6 ? "lördag" : "söndag";
	return name;
}

bool day_is_off(day which)
{
	return day_off_name(which) != NULL;
}

day day_next_working(day which)
{
	while (day_is_off(which))
		which++;
	return which;
}

day day_previous_working(day which)
{
	while (day_is_off(which))
		which--;
	return which;
}
