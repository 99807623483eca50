/* Money in whole öre. Invariant: no amount passes through floating point, and no sum is taken without asking whether it
 * fits; MONEY_UNKNOWN is never a term of a sum. Reading of typed amounts is in money_parse.c. */
#include "money.h"
#include "words.h"

bool money_add(int64_t a, int64_t b, int64_t *out)
{
	int64_t sum;
	if (a == MONEY_UNKNOWN || b == MONEY_UNKNOWN || __builtin_add_overflow(a, b, &sum) || sum == MONEY_UNKNOWN)
		return false;
	*out = sum;
	return true;
}

bool money_subtract(int64_t a, int64_t b, int64_t *out)
{
	return b != MONEY_UNKNOWN && money_add(a, -b, out);
}

bool money_part(int64_t a, int64_t b, int64_t c, int64_t *out)
{
	assert(c > 0);
	if (a == MONEY_UNKNOWN || b == MONEY_UNKNOWN)
		return false;
	__int128 product = (__int128)a * b;
	bool below = product < 0;
	/* Half away from zero: round the size, then give it its sign again. */
	unsigned __int128 size = below ? -(unsigned __int128)product : (unsigned __int128)product;
	unsigned __int128 rest = size % (uint64_t)c;
	size = size / (uint64_t)c + (rest * 2 >= (uint64_t)c ? 1 : 0);
	if (size > INT64_MAX)
		return false;
	*out = below ? -(int64_t)size : (int64_t)size;
	return true;
}

bool money_part_down(int64_t a, int64_t b, int64_t c, int64_t *out)
{
	assert(c > 0);
	if (a < 0 || b < 0)
		return false;
	unsigned __int128 part = (unsigned __int128)a * (unsigned __int128)b / (uint64_t)c;
	if (part > INT64_MAX)
		return false;
	*out = (int64_t)part;
	return true;
}

void money_sum_add(struct money_sum *sum, int64_t ore)
{
	if (ore == MONEY_UNKNOWN) {
		sum->unknown++;
		return;
	}
	bool fits = money_add(sum->ore, ore, &sum->ore);
	assert(fits);
	sum->known++;
}

/* Digits in threes, from the right end of a scratch text; answers where they begin. */
static char *digits_group(uint64_t number, char blank, char *end)
{
	int written = 0;
	do {
		if (blank && written && written % 3 == 0)
			*--end = blank;
		*--end = (char)('0' + number % 10);
		number /= 10;
		written++;
	} while (number);
	return end;
}

static uint64_t round_to(uint64_t size, uint64_t unit)
{
	return size / unit + (size % unit >= unit / 2 ? 1 : 0);
}

/* whole, and a fraction written with so many places (0 leaves it out). */
static char *amount_write(bool below, uint64_t whole, int fraction, int places, char blank, char point, char *out)
{
	char scratch[32], *end = scratch + sizeof scratch - 1;
	*end = '\0';
	const char *digits = digits_group(whole, blank, end);
	const char *sign = below && (whole || fraction) ? "-" : "";
	if (places)
		snprintf(out, MONEY_TEXT, "%s%s%c%0*d", sign, digits, point, places, fraction);
	else
		snprintf(out, MONEY_TEXT, "%s%s", sign, digits);
	return out;
}

char *money_text(int64_t ore, enum money_style style, bool swedish, char out[MONEY_TEXT])
{
	char blank = swedish ? ' ' : ',', point = swedish ? ',' : '.';
	bool below = ore < 0;
	uint64_t size = below ? -(uint64_t)ore : (uint64_t)ore, tenths;
	if (ore == MONEY_UNKNOWN) {
		snprintf(out, MONEY_TEXT, "%s", style == MONEY_CSV ? "" : swedish ? "okänt" : "unknown");
		return out;
	}
	switch (style) {
	case MONEY_KR:
	case MONEY_PLAIN:
		amount_write(below, size / 100, (int)(size % 100), size % 100 ? 2 : 0, blank, point, out);
		if (style == MONEY_KR)
			snprintf(out + strlen(out), MONEY_TEXT - strlen(out), swedish ? " kr" : " SEK");
		break;
	case MONEY_TKR: amount_write(below, round_to(size, 100000), 0, 0, blank, point, out); break;
	case MONEY_MNKR:
		tenths = round_to(size, 10000000);
		amount_write(below, tenths / 10, (int)(tenths % 10), 1, blank, point, out);
		break;
	case MONEY_CSV: amount_write(below, size / 100, (int)(size % 100), 2, '\0', ',', out); break;
	}
	return out;
}

char *count_text(int64_t count, bool swedish, char out[MONEY_TEXT])
{
	return money_text(count * 100, MONEY_PLAIN, swedish, out);
}
