/* What cells mean. Invariant: a text has one meaning or none; nothing is guessed, and no day is without its year. */
#include "csv/intake_value.h"

#include "base/buffer.h"
#include "base/day.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"

enum { NUMBER_MOST = 999 };

/* ---- days and times */

/* Figures only, at most `most`; moves *at on. -1 when there are none or too many. */
static int figures(const char **at, int most)
{
	int number = 0, count = 0;

	for (; isdigit((unsigned char)**at); (*at)++) {
		if (++count > most)
			return -1;
		number = number * 10 + (**at - '0');
	}
	return count ? number : -1;
}

static void blanks(const char **at)
{
	while (**at == ' ')
		(*at)++;
}

/* The month whose name stands at *at, in either language; 0 for none. */
static int month_named(const char **at)
{
	static const char *const names[2][12] = {
		{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
			"november", "december"},
		{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
			"november", "december"},
	};

	for (int language = 0; language < 2; language++) {
		for (int month = 0; month < 12; month++) {
			size_t bytes = strlen(names[language][month]);

			if (strncasecmp(*at, names[language][month], bytes) || isalpha((unsigned char)(*at)[bytes]))
				continue;
			*at += bytes;
			return month + 1;
		}
	}
	return 0;
}

/* 30/9 2026, 30/9-2026, 30/9/2026, 30.9.2026, 30 september 2026. */
static day swedish_read(const char *text)
{
	const char *at = text;
	int date = figures(&at, 2), month, year;

	blanks(&at);
	if (*at == '/' || *at == '.') {
		at++;
		month = figures(&at, 2);
		if (*at == '-' || *at == '/' || *at == '.')
			at++;
	} else {
		month = month_named(&at);
	}
	blanks(&at);
	year = strlen(at) == 4 ? figures(&at, 4) : -1;
	return date < 0 || month < 1 || year < 0 || *at ? DAY_NONE : day_make(year, month, date);
}

bool value_day(const char *text, struct arena *arena, const char **out, struct error *err)
{
	char iso[DAY_TEXT];
	const char *at = text;
	int number = strlen(text) == 8 ? figures(&at, 8) : -1;
	day found = day_read(text);

	if (found == DAY_NONE && number >= 0 && !*at)
		found = day_make(number / 10000, number / 100 % 100, number % 100);
	if (found == DAY_NONE)
		found = swedish_read(text);
	if (found == DAY_NONE)
		return refuse(err, ERROR_INVALID,
			_("It is no day in the calendar. Write it as 2026-09-30 or 30 september 2026."));
	day_text(found, iso);
	*out = arena_text(arena, iso);
	return true;
}

bool value_time(const char *text, struct arena *arena, const char **out, struct error *err)
{
	const char *at = text;
	int hour, minute = -1;

	if (!strncasecmp(at, "kl.", 3) || !strncasecmp(at, "kl ", 3))
		at += 3;
	blanks(&at);
	hour = figures(&at, 2);
	if (*at == ':' || *at == '.')
		minute = strlen(++at) == 2 ? figures(&at, 2) : -1;
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || *at)
		return refuse(err, ERROR_INVALID, _("It is no time of day. Write it as 09:05."));
	*out = arena_format(arena, "%02d:%02d", hour, minute);
	return true;
}

/* ---- amounts and numbers */

bool value_money(const char *text, int64_t *out, struct error *err)
{
	if (!strcasecmp(text, "okänt") || !strcmp(text, "OKÄNT") || !strcasecmp(text, "unknown")) {
		*out = MONEY_UNKNOWN;
		return true;
	}
	return money_parse(text, out, err);
}

bool value_number(const char *text, int *out, struct error *err)
{
	const char *at = text;
	int number = figures(&at, 4);

	if (number < 1 || number > NUMBER_MOST || *at)
		return refuse(err, ERROR_INVALID, _("It is no number of a measure. Write 1, 2, 3 and so on."));
	*out = number;
	return true;
}

bool value_invented(const char *text, int *out, struct error *err)
{
	static const char *const words[3][2] = {{"nej", "no"}, {"ja", "yes"}, {"delvis", "partly"}};

	for (int i = 0; i < 3; i++) {
		if (!strcasecmp(text, words[i][0]) || !strcasecmp(text, words[i][1])) {
			*out = i;
			return true;
		}
	}
	return refuse(err, ERROR_INVALID, _("It says neither ja, nej nor delvis (yes, no, partly)."));
}

/* ---- words and regions */

/* "telefon, möte, …": what there is to choose among, in the language chosen. */
static const char *choices(const struct programme *programme, const char *kind, struct buffer *out)
{
	for (int i = 0; i < programme->word_count; i++) {
		const struct word *word = &programme->words[i];

		if (!strcmp(word->kind, kind))
			buffer_format(out, "%s%s", out->bytes ? ", " : "", word->name[words_swedish()]);
	}
	return out->text;
}

/* `shown`: the one word of several that is wrong, or NULL when it is the whole cell. */
static bool word_refuse(const struct programme *programme, const char *kind, const char *shown, struct error *err)
{
	struct buffer there;
	char glimpse[TEXT_GLIMPSE];

	buffer_init(&there);
	choices(programme, kind, &there);
	text_glimpse(shown, glimpse);
	if (!there.bytes)
		refuse(err, ERROR_INVALID, "%s", words_lacking());
	else if (shown)
		refuse(err, ERROR_INVALID, _("'%s' is not one of the words to choose among: %s."), glimpse, there.text);
	else
		refuse(err, ERROR_INVALID, _("It is not one of the words to choose among: %s."), there.text);
	buffer_done(&there);
	return false;
}

bool value_word(
	const struct programme *programme, const char *kind, const char *text, const char **out, struct error *err)
{
	const struct word *word = programme_word(programme, kind, text);

	if (!word)
		return word_refuse(programme, kind, NULL, err);
	*out = word->code;
	return true;
}

static char *trimmed(struct arena *arena, const char *text, size_t bytes)
{
	while (bytes && *text == ' ') {
		text++;
		bytes--;
	}
	while (bytes && text[bytes - 1] == ' ')
		bytes--;
	return arena_text_part(arena, text, bytes);
}

static bool holds(const char *codes, const char *code)
{
	size_t bytes = strlen(code);

	for (const char *at = codes; *at; at += strcspn(at, "|") + (at[strcspn(at, "|")] == '|'))
		if (strcspn(at, "|") == bytes && !memcmp(at, code, bytes))
			return true;
	return false;
}

static bool words_read(const struct programme *programme, const char *kind, const char *text, struct arena *arena,
	struct buffer *codes, struct error *err)
{
	for (const char *at = text;; at++) {
		size_t bytes = strcspn(at, "|");
		const char *typed = trimmed(arena, at, bytes);
		const struct word *word = programme_word(programme, kind, typed);

		if (!*typed)
			return refuse(err, ERROR_INVALID, _("A word is missing beside a |. Take the sign away."));
		if (!word)
			return word_refuse(programme, kind, typed, err);
		if (holds(codes->text, word->code))
			return refuse(err, ERROR_INVALID, _("'%s' is there twice. Write each word once."), typed);
		buffer_format(codes, "%s%s", codes->bytes ? "|" : "", word->code);
		at += bytes;
		if (!*at)
			return true;
	}
}

bool value_words(const struct programme *programme, const char *kind, const char *text, struct arena *arena,
	const char **out, struct error *err)
{
	struct buffer codes;
	bool read;

	buffer_init(&codes);
	read = words_read(programme, kind, text, arena, &codes, err);
	if (read)
		*out = arena_text(arena, codes.text);
	buffer_done(&codes);
	return read;
}

bool value_region(const struct programme *programme, const char *text, const char **out, struct error *err)
{
	const struct region *region = programme_region(programme, text);

	if (!region)
		return refuse(err, ERROR_INVALID,
			_("No region that may apply is called so. Write its whole name, Region Halland, or its county "
			  "code."));
	*out = region->code;
	return true;
}
