/* Money per payment year. Invariant: the years stand in order, each once, and their sum never overflows. */
#include "casework/money_years.h"

#include "base/words.h"

/* The year's place, made when it is not there; NULL when the room is full. */
static struct decision_amount *year_place(struct money_years *years, int year)
{
	int at = 0;

	while (at < years->count && years->items[at].year < year)
		at++;
	if (at < years->count && years->items[at].year == year)
		return &years->items[at];
	if (years->count == MONEY_YEARS)
		return NULL;
	memmove(&years->items[at + 1], &years->items[at], (size_t)(years->count - at) * sizeof years->items[0]);
	years->items[at] = (struct decision_amount){.year = year};
	years->count++;
	return &years->items[at];
}

bool money_years_add(struct money_years *years, int year, int64_t ore)
{
	struct decision_amount *place = year_place(years, year);
	int64_t sum;

	if (!place)
		return false;
	if (ore == MONEY_UNKNOWN) {
		years->unknown++;
		return true;
	}
	if (!money_add(years->ore, ore, &sum) || sum > MONEY_MOST)
		return false;
	years->ore = sum;
	place->ore += ore;
	years->known++;
	return true;
}

bool money_years_sure(const struct money_years *years)
{
	return years->known > 0 && !years->unknown;
}

int64_t money_years_of(const struct money_years *years, int year)
{
	for (int i = 0; i < years->count; i++)
		if (years->items[i].year == year)
			return years->items[i].ore;
	return 0;
}

const char *money_words(int64_t ore, char out[MONEY_TEXT])
{
	return money_text(ore, MONEY_KR, words_swedish(), out);
}

static bool year_agrees(
	const struct money_years *granted, const struct money_years *planned, int year, struct error *err)
{
	int64_t should = money_years_of(granted, year), is = money_years_of(planned, year);
	char a[MONEY_TEXT], b[MONEY_TEXT], c[MONEY_TEXT];

	if (should == is)
		return true;
	if (is < should)
		return refuse(err, ERROR_INVALID,
			_("The instalments of %d add up to %s, but %s is granted for that year: %s is missing."), year,
			money_words(is, a), money_words(should, b), money_words(should - is, c));
	return refuse(err, ERROR_INVALID,
		_("The instalments of %d add up to %s, but only %s is granted for that year: %s is too much."), year,
		money_words(is, a), money_words(should, b), money_words(is - should, c));
}

bool money_years_planned(const struct money_years *granted, const struct money_years *planned, struct error *err)
{
	for (int i = 0; i < granted->count; i++)
		if (!year_agrees(granted, planned, granted->items[i].year, err))
			return false;
	for (int i = 0; i < planned->count; i++)
		if (!year_agrees(granted, planned, planned->items[i].year, err))
			return false;
	return true;
}

bool money_years_rest(
	const struct money_years *whole, const struct money_years *taken, struct money_years *out, struct error *err)
{
	struct money_years rest = {0};

	for (int i = 0; i < taken->count; i++)
		if (taken->items[i].ore > money_years_of(whole, taken->items[i].year))
			return year_agrees(whole, taken, taken->items[i].year, err);
	for (int i = 0; i < whole->count; i++) {
		int year = whole->items[i].year;
		int64_t ore = whole->items[i].ore - money_years_of(taken, year);

		if (ore && !money_years_add(&rest, year, ore))
			return refuse(err, ERROR_INVALID,
				_("There are amounts for more than %d years, or larger than any amount can be."),
				MONEY_YEARS);
	}
	*out = rest;
	return true;
}
