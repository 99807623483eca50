/* Amounts as people type them. Invariant: a text has one reading or none; whatever could be two amounts is refused,
 * never guessed. */
#include "money.h"
#include "text.h"
#include "words.h"

enum { TYPED_MOST = 64, DECIMALS_MOST = 11 }; /* mdkr with öre has eleven decimals */

/* What was typed, taken apart before anything is made of it. */
struct typed {
	uint64_t whole;
	char fraction[DECIMALS_MOST + 1];
	int whole_digits, fraction_digits;
	bool grouped; /* blanks stood between the figures */
	char unit[12];
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* Plain text of the typed amount: every grouping blank a space, ends trimmed. False when it is too long. */
static bool blanks_even(const char *text, char out[TYPED_MOST])
{
	size_t bytes = 0;
	while (*text) {
		bool hard = strncmp(text, "\xC2\xA0", 2) == 0, narrow = strncmp(text, "\xE2\x80\xAF", 3) == 0;
		char byte = hard || narrow || *text == '\t' ? ' ' : *text;
		text += hard ? 2 : narrow ? 3 : 1;
		if (byte == ' ' && bytes == 0)
			continue;
		if (bytes + 1 >= TYPED_MOST)
			return false;
		out[bytes++] = byte;
	}
	while (bytes && out[bytes - 1] == ' ')
		bytes--;
	out[bytes] = '\0';
	return bytes > 0;
}

/* The figures before the decimal sign: 1240000, or groups of three after the first with one blank between. */
static bool whole_read(const char **next, struct typed *typed)
{
	const char *at = *next;
	for (int in_group = 0;; at++) {
		if (is_digit(*at)) {
			typed->whole_digits++;
			typed->whole = typed->whole * 10 + (uint64_t)(*at - '0');
			if (typed->whole > MONEY_MOST)
				typed->whole = MONEY_MOST; /* in kronor: too large a hundred times over, and stays so */
			in_group++;
			continue;
		}
		bool first_ok = typed->grouped ? in_group == 3 : in_group >= 1;
		bool more = *at == ' ' && is_digit(at[1]);
		if (!first_ok || (more && !typed->grouped && in_group > 3))
			return false;
		if (!more) {
			*next = at;
			return true;
		}
		typed->grouped = true;
		in_group = 0;
	}
}

static bool fraction_read(const char **next, struct typed *typed)
{
	const char *at = *next;
	if (*at != ',' && *at != '.')
		return true;
	for (at++; is_digit(*at); at++) {
		if (typed->fraction_digits >= DECIMALS_MOST)
			return false;
		typed->fraction[typed->fraction_digits++] = *at;
	}
	*next = at;
	return typed->fraction_digits > 0;
}

static bool unit_read(const char *next, struct typed *typed)
{
	size_t bytes = 0;
	while (*next == ' ')
		next++;
	for (; *next; next++) {
		if (bytes + 1 >= sizeof typed->unit || !isascii(*next))
			return false;
		typed->unit[bytes++] = (char)tolower((unsigned char)*next);
	}
	typed->unit[bytes] = '\0';
	return true;
}

static bool typed_read(const char *even, struct typed *typed)
{
	const char *next = even;
	return whole_read(&next, typed) && fraction_read(&next, typed) && unit_read(next, typed);
}

/* Powers of ten that the unit adds to kronor; -1 for a unit nobody knows. */
static int unit_zeros(const char *unit)
{
	static const struct {
		const char *name;
		int zeros;
	} rows[] = {{"", 0}, {"kr", 0}, {"kr.", 0}, {"kronor", 0}, {"sek", 0}, {"tkr", 3}, {"ksek", 3}, {"mnkr", 6},
		{"mn", 6}, {"mkr", 6}, {"msek", 6}, {"mdkr", 9}, {"md", 9}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (strcmp(rows[i].name, unit) == 0)
			return rows[i].zeros;
	}
	return -1;
}

/* "1.000" is a thousand to one person and one to another; "0,125 mnkr" and "1 000,125 mnkr" can be read only one way.
 */
static bool is_ambiguous(const struct typed *typed)
{
	return typed->fraction_digits == 3 && !typed->grouped && typed->whole_digits <= 3 && typed->whole > 0;
}

/* Several signs, as in "1.000.000" or "1,000.50": the fraction's place is anybody's guess. */
static bool has_two_points(const char *even)
{
	size_t first = strcspn(even, ".,");
	return even[first] && is_digit(even[first + 1]) && strpbrk(even + first + 1, ".,") != NULL &&
	       is_digit(strpbrk(even + first + 1, ".,")[1]);
}

static bool whole_ore(const struct typed *typed, int zeros, int64_t *out)
{
	unsigned __int128 ore = typed->whole;
	for (int i = 0; i < zeros + 2; i++) {
		int digit = i < typed->fraction_digits ? typed->fraction[i] - '0' : 0;
		ore = ore * 10 + (unsigned)digit;
	}
	if (ore > MONEY_MOST)
		return false;
	*out = (int64_t)ore;
	return true;
}

/* More figures than öre have, even noughts: whoever typed them meant something else. */
static bool below_ore(const struct typed *typed, int zeros)
{
	return typed->fraction_digits > zeros + 2;
}

static bool reading_refuse(const char *even, const struct typed *typed, bool read, const char *shown, struct error *err)
{
	if (*even == '-' || strncmp(even, "\xE2\x88\x92", 3) == 0)
		return refuse(err, ERROR_INVALID, _("The amount “%s” is negative. An amount is 0 or more."), shown);
	if (has_two_points(even) || (read && is_ambiguous(typed)))
		return refuse(err, ERROR_INVALID,
			_("The amount “%s” can be read in two ways. Write thousands with a blank (1 000) and öre with "
			  "two figures (1000,00)."),
			shown);
	return refuse(err, ERROR_INVALID,
		_("“%s” is not an amount. Write kronor (1 240 000), or a unit after the figure: 350 kr, 12 tkr, "
		  "1,2 mnkr."),
		shown);
}

bool money_parse(const char *text, int64_t *out, struct error *err)
{
	char even[TYPED_MOST] = "", shown[TEXT_GLIMPSE];
	struct typed typed = {0};
	int64_t ore;
	if (text_blank(text))
		return refuse(err, ERROR_INVALID, _("No amount was given. Write kronor (1 240 000) or 1,2 mnkr."));
	text_glimpse(text, shown);
	bool read = blanks_even(text, even) && typed_read(even, &typed);
	int zeros = unit_zeros(typed.unit);
	if (!read || zeros < 0 || is_ambiguous(&typed))
		return reading_refuse(even, &typed, read && zeros >= 0, shown, err);
	if (below_ore(&typed, zeros))
		return refuse(err, ERROR_INVALID,
			_("The amount “%s” has parts smaller than an öre. Give at most two decimals of a krona."),
			shown);
	if (!whole_ore(&typed, zeros, &ore))
		return refuse(err, ERROR_INVALID,
			_("The amount “%s” is larger than 10 000 mdkr. Look for a figure too many."), shown);
	*out = ore;
	return true;
}
