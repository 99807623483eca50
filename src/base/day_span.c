/* Dates of lower precision as papers give them: "27 maj", "juli 2024", "2024". Invariant: a text gives the days it can
 * mean or none; it is never read as a more exact day than it says. */
#include "day.h"
#include "text.h"

enum { SPAN_MOST = 40, YEAR_LEAST = 1900, YEAR_MOST = 2199 };

static const char *const months[12][2] = {{"januari", "january"}, {"februari", "february"}, {"mars", "march"},
	{"april", "april"}, {"maj", "may"}, {"juni", "june"}, {"juli", "july"}, {"augusti", "august"},
	{"september", "september"}, {"oktober", "october"}, {"november", "november"}, {"december", "december"}};

/* A month by its name or the first three letters of it, with or without a point; 0: none. */
static int month_read(const char *word)
{
	size_t bytes = strlen(word);

	if (bytes && word[bytes - 1] == '.')
		bytes--;
	for (int i = 0; i < 12; i++)
		for (int language = 0; language < 2; language++)
			if (!strncmp(word, months[i][language], bytes) &&
				(bytes == 3 || bytes == strlen(months[i][language])))
				return i + 1;
	return 0;
}

/* Figures only, at most four of them; -1: not a number. */
static int number_read(const char *word)
{
	size_t bytes = strspn(word, "0123456789");

	return bytes && bytes <= 4 && !word[bytes] ? (int)strtol(word, NULL, 10) : -1;
}

struct parts {
	int year, month, date; /* 0: not said */
};

static bool part_take(struct parts *parts, const char *word)
{
	int number = number_read(word), month = month_read(word);

	if (month) {
		if (parts->month)
			return false;
		parts->month = month;
		return true;
	}
	if (number >= YEAR_LEAST && number <= YEAR_MOST && !parts->year) {
		parts->year = number;
		return true;
	}
	if (number < 1 || number > 31 || parts->date || parts->month)
		return false;
	parts->date = number;
	return true;
}

/* Words parted by blanks and commas; "den" before a date says nothing. */
static bool parts_read(const char *text, struct parts *out)
{
	char copy[SPAN_MOST], *state = NULL;
	struct parts parts = {0};
	size_t bytes = strlen(text);

	if (bytes >= sizeof(copy))
		return false;
	for (size_t i = 0; i <= bytes; i++)
		copy[i] = (char)tolower((unsigned char)text[i]);
	for (char *word = strtok_r(copy, " ,", &state); word; word = strtok_r(NULL, " ,", &state))
		if (strcmp(word, "den") != 0 && !part_take(&parts, word))
			return false;
	*out = parts;
	return parts.year || parts.month;
}

/* "2024-07" */
static bool year_month_read(const char *text, struct parts *out)
{
	if (strlen(text) != 7 || text[4] != '-' || strspn(text, "0123456789") != 4 ||
		strspn(text + 5, "0123456789") != 2)
		return false;
	*out = (struct parts){(int)strtol(text, NULL, 10), (int)strtol(text + 5, NULL, 10), 0};
	return out->month >= 1 && out->month <= 12 && out->year >= YEAR_LEAST && out->year <= YEAR_MOST;
}

/* Without a year: the latest one that does not lie after `near`. */
static bool span_make(struct parts parts, day near, day *first, day *last)
{
	day from = DAY_NONE, to;

	if (parts.year || near == DAY_NONE) {
		if (!parts.year)
			return false;
		from = day_make(parts.year, parts.month ? parts.month : 1, parts.date ? parts.date : 1);
	} else {
		for (int year = day_year(near), least = year - 8; year >= least; year--) {
			from = day_make(year, parts.month, parts.date ? parts.date : 1);
			if (from != DAY_NONE && from <= near)
				break;
		}
	}
	if (from == DAY_NONE || (parts.date && !parts.month))
		return false;
	to = parts.date ? from : day_month_after(from, parts.month ? 1 : 12) - 1;
	*first = from;
	*last = to;
	return true;
}

bool day_span(const char *text, day near, day *first, day *last)
{
	char trimmed[SPAN_MOST];
	struct parts parts;
	size_t bytes;

	text += strspn(text, " ");
	bytes = strlen(text);
	while (bytes && text[bytes - 1] == ' ')
		bytes--;
	if (!bytes || bytes >= sizeof(trimmed))
		return false;
	memcpy(trimmed, text, bytes);
	trimmed[bytes] = '\0';
	if (day_read(trimmed) != DAY_NONE) {
		*first = *last = day_read(trimmed);
		return true;
	}
	return (year_month_read(trimmed, &parts) || parts_read(trimmed, &parts)) && span_make(parts, near, first, last);
}
