/* Interest, period by period: see interest.h. Invariant: nothing is rounded before the sum is, and no day is in two
 * periods. */
#include "casework/interest.h"

#include <string.h>

static const char *const codes[INTEREST_COUNTS] = {"365", "actual", "360"};

const char *interest_count_code(enum interest_count count)
{
	return codes[count];
}

bool interest_count_read(const char *code, enum interest_count *out)
{
	for (int i = 0; i < INTEREST_COUNTS; i++) {
		if (code && !strcmp(code, codes[i])) {
			*out = (enum interest_count)i;
			return true;
		}
	}
	return false;
}

day interest_start(day decided_on)
{
	return day_month_after(decided_on, 1);
}

/* Days since a day long ago where each month has thirty: the difference of two is what lies between them, wherever the
 * days in between are parted. */
static int day_of_360(day which)
{
	int year, month, date;

	day_split(which, &year, &month, &date);
	return year * 360 + month * 30 + (date > 30 ? 30 : date);
}

int interest_days(enum interest_count count, day from, day to)
{
	return count == INTEREST_360 ? day_of_360(to) - day_of_360(from) : to - from;
}

static int year_days(int year)
{
	return day_make(year + 1, 1, 1) - day_make(year, 1, 1);
}

static int base_of(enum interest_count count, day which)
{
	switch (count) {
	case INTEREST_365: return 365;
	case INTEREST_ACTUAL: return year_days(day_year(which));
	case INTEREST_360: return 360;
	case INTEREST_COUNTS: break;
	}
	return 365;
}

/* The rate in force on a day; NULL: none is entered for it. */
static const struct interest_rate *rate_of(const struct interest_case *about, day which)
{
	const struct interest_rate *found = NULL;

	for (int i = 0; i < about->rate_count && about->rates[i].from <= which; i++)
		found = &about->rates[i];
	return found && day_year(found->from) == day_year(which) ? found : NULL;
}

static int64_t balance_of(const struct interest_case *about, day which)
{
	int64_t left = about->principal_ore;

	for (int i = 0; i < about->payment_count && about->payments[i].on <= which; i++)
		left = about->payments[i].ore < left ? left - about->payments[i].ore : 0;
	return left;
}

static day sooner(day a, day b)
{
	return a < b ? a : b;
}

/* The last day that is like `from`: the same year, rate and balance. */
static day period_end(const struct interest_case *about, day from)
{
	day last = sooner(about->through, day_make(day_year(from), 12, 31));

	for (int i = 0; i < about->rate_count; i++)
		if (about->rates[i].from > from)
			last = sooner(last, about->rates[i].from - 1);
	for (int i = 0; i < about->payment_count; i++)
		if (about->payments[i].on > from)
			last = sooner(last, about->payments[i].on - 1);
	return last;
}

static struct interest_period period_make(
	const struct interest_case *about, const struct interest_rate *lending, day from)
{
	struct interest_period period = {.from = from, .through = period_end(about, from), .lending = lending->rate};
	__int128 exact;

	period.days = interest_days(about->count, from, period.through + 1);
	period.base = base_of(about->count, from);
	period.balance_ore = balance_of(about, from);
	period.rate = lending->rate + INTEREST_ABOVE > 0 ? lending->rate + INTEREST_ABOVE : 0;
	period.of = (int64_t)INTEREST_WHOLE * period.base;
	exact = (__int128)period.balance_ore * period.days * period.rate;
	period.ore = (int64_t)(exact / period.of);
	period.part = (int64_t)(exact % period.of);
	return period;
}

/* One denominator that every base goes into. */
static int64_t shared_base(enum interest_count count)
{
	return count == INTEREST_ACTUAL ? (int64_t)365 * 366 : base_of(count, 0);
}

static void interest_sum(struct interest *interest, const struct interest_case *about)
{
	int64_t base = shared_base(about->count);
	__int128 sum = 0, whole, left;

	interest->of = INTEREST_WHOLE * base;
	for (int i = 0; i < interest->count; i++) {
		const struct interest_period *period = &interest->items[i];

		sum += ((__int128)period->ore * period->of + period->part) * (base / period->base);
	}
	interest->sum_ore = (int64_t)(sum / interest->of);
	interest->part = (int64_t)(sum % interest->of);
	left = sum * (INTEREST_WHOLE - about->cut);
	whole = (__int128)interest->of * INTEREST_WHOLE;
	interest->interest_ore = (int64_t)((left * 2 + whole) / (whole * 2));
}

struct interest interest_calculate(const struct interest_case *about, struct arena *arena)
{
	struct interest interest = {.start = interest_start(about->decided_on), .missing = DAY_NONE};
	size_t room = 0;
	day at = interest.start;

	interest.through = at - 1;
	interest.unpaid_ore = balance_of(about, about->through);
	while (at <= about->through && balance_of(about, at) > 0) {
		const struct interest_rate *lending = rate_of(about, at);

		if (!lending) {
			interest.missing = at;
			break;
		}
		if ((size_t)interest.count == room) {
			room = room ? room * 2 : 16;
			interest.items =
				arena_grow(arena, interest.items, (size_t)interest.count, sizeof *interest.items, room);
		}
		interest.items[interest.count] = period_make(about, lending, at);
		interest.through = interest.items[interest.count].through;
		at = interest.items[interest.count++].through + 1;
	}
	interest_sum(&interest, about);
	return interest;
}
