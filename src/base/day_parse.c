/* Days as people type them. Invariant: a text has one reading or none; two figures for a year are 20xx. */
#include "day.h"
#include "text.h"
#include "words.h"

enum { TYPED_MOST = 24, SHIFT_MOST = 9999 };

/* The typed text without blanks around it, in lower case; false when it is too long to be a day. */
static bool typed_trim(const char *text, char out[TYPED_MOST])
{
	while (*text == ' ' || *text == '\t')
		text++;
	size_t bytes = strlen(text);
	while (bytes && (text[bytes - 1] == ' ' || text[bytes - 1] == '\t'))
		bytes--;
	if (bytes == 0 || bytes >= TYPED_MOST)
		return false;
	for (size_t i = 0; i < bytes; i++)
		out[i] = (char)tolower((unsigned char)text[i]);
	out[bytes] = '\0';
	return true;
}

/* Figures only, at most `most` of them; moves *text on. */
static bool number_read(const char **text, int most, int *out)
{
	int number = 0, count = 0;
	for (; **text >= '0' && **text <= '9'; (*text)++) {
		if (++count > most)
			return false;
		number = number * 10 + (**text - '0');
	}
	*out = number;
	return count > 0;
}

static bool is_today(const char *typed)
{
	return strcmp(typed, "idag") == 0 || strcmp(typed, "i dag") == 0 || strcmp(typed, "today") == 0;
}

/* 20261201 or 261201. */
static day figures_read(const char *typed)
{
	int number;
	size_t bytes = strlen(typed);
	const char *next = typed;
	if ((bytes != 8 && bytes != 6) || !number_read(&next, 8, &number) || *next)
		return DAY_NONE;
	int year = number / 10000 + (bytes == 6 ? 2000 : 0);
	return day_make(year, number / 100 % 100, number % 100);
}

static day shift_read(const char *typed, day today)
{
	int number, year, month, date;
	const char *next = typed + 1;
	if ((*typed != '+' && *typed != '-') || !number_read(&next, 4, &number) || *next)
		return DAY_NONE;
	day_split(today, &year, &month, &date);
	day first = day_make(1900, 1, 1), last = day_make(2199, 12, 31);
	day shifted = today + (*typed == '-' ? -number : number);
	return shifted < first || shifted > last ? DAY_NONE : shifted;
}

/* 1/12 or 1.12: date and month, the nearest such day from today on; 29/2 waits for the next leap year. */
static day short_read(const char *typed, day today)
{
	int date, month;
	const char *next = typed;
	if (!number_read(&next, 2, &date) || (*next != '/' && *next != '.'))
		return DAY_NONE;
	next++;
	if (!number_read(&next, 2, &month) || *next)
		return DAY_NONE;
	for (int year = day_year(today), last = year + 8; year <= last; year++) {
		day found = day_make(year, month, date);
		if (found != DAY_NONE && found >= today)
			return found;
	}
	return DAY_NONE;
}

static day typed_read(const char *typed, day today)
{
	if (is_today(typed))
		return today;
	day found = day_read(typed);
	if (found == DAY_NONE)
		found = figures_read(typed);
	if (found == DAY_NONE)
		found = shift_read(typed, today);
	return found == DAY_NONE ? short_read(typed, today) : found;
}

bool day_parse(const char *text, day today, day *out, struct error *err)
{
	char typed[TYPED_MOST], shown[TEXT_GLIMPSE];
	if (text_blank(text))
		return refuse(err, ERROR_INVALID, _("No day was given. Write it as 2026-12-01, 1/12, +14 or today."));
	day found = typed_trim(text, typed) ? typed_read(typed, today) : DAY_NONE;
	if (found == DAY_NONE) {
		text_glimpse(text, shown);
		return refuse(err, ERROR_INVALID,
			_("“%s” is not a day in the calendar. Write it as 2026-12-01, 1/12, +14 or today."), shown);
	}
	*out = found;
	return true;
}
