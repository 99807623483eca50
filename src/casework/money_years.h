/* Money per payment year, for the casework room only: what is sought, granted and planned is compared year by year. */
#ifndef KANSLI_CASEWORK_MONEY_YEARS_H
#define KANSLI_CASEWORK_MONEY_YEARS_H

#include "base/money.h"
#include "decision.h"

enum { MONEY_YEARS = 12, MONEY_YEAR_FIRST = 2025, MONEY_YEAR_LAST = 2099 }; /* years as the file holds them */
struct money_years {
	struct decision_amount items[MONEY_YEARS]; /* a year once, in order */
	int count;
	int64_t ore;        /* the sum of what is known */
	int known, unknown; /* how many amounts were added */
};

/* Adds to the year; starts from zeroed memory. False when there is no room for another year, or the sum is larger than
 * any amount can be. */
bool money_years_add(struct money_years *years, int year, int64_t ore);
/* Something was added and no part of it is unknown. */
bool money_years_sure(const struct money_years *years);
int64_t money_years_of(const struct money_years *years, int year); /* öre, 0 for a year that is not there */
/* What is left of each year's amount; ERROR_INVALID names a year where more is taken than there is. */
bool money_years_rest(
	const struct money_years *whole, const struct money_years *taken, struct money_years *out, struct error *err);
/* Each year's plan is what is granted that year, to the öre; ERROR_INVALID names the first year that differs and by how
 * much. */
bool money_years_planned(const struct money_years *granted, const struct money_years *planned, struct error *err);
/* An amount in the user's language: "1 240 000 kr". */
const char *money_words(int64_t ore, char out[MONEY_TEXT]);

#endif
