/* Typed values made fit to keep. Invariant: what passes is clean UTF-8 that the schema takes, and what does not is
 * refused by a sentence that names the field and says what to write instead. */
#include "casework/field.h"
#include "casework/programme.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

enum { FIELD_SHOWN = 40 }; /* cells of a wrong value that are repeated in a sentence */
enum { NUMBER_DIGITS = 16, COUNT_MOST = 999999999, YEAR_FIRST = 2025, YEAR_LAST = 2099 };

struct cleaning {
	struct casework *cw;
	struct arena *arena;
	const char **wrong;
	struct error *err;
};

bool field_refuse(const char **wrong, const char *name, const char *label, struct error *err, const char *format, ...)
{
	char reason[sizeof(err->text)];
	va_list values;

	va_start(values, format);
	vsnprintf(reason, sizeof(reason), format, values);
	va_end(values);
	if (wrong)
		*wrong = name;
	return refuse(err, ERROR_INVALID, "%s: %s", _(label), reason);
}

#define REFUSE(cleaning, field, ...)                                                                                   \
	field_refuse((cleaning)->wrong, (field)->name, (field)->label, (cleaning)->err, __VA_ARGS__)

static bool day_clean(struct cleaning *cleaning, const struct field *field, const char *text)
{
	day which = day_read(text);

	if (which == DAY_NONE)
		return REFUSE(cleaning, field, _("“%s” is no day. Write it as 2026-12-01."),
			text_cut(cleaning->arena, text, FIELD_SHOWN));
	if (field->kind == FIELD_PAST && which > casework_today(cleaning->cw))
		return REFUSE(cleaning, field, _("%s has not come yet. Write today's day or an earlier one."), text);
	return true;
}

static bool time_is(const char *text)
{
	if (strlen(text) != 5 || text[2] != ':')
		return false;
	for (int i = 0; i < 5; i++)
		if (i != 2 && !isdigit((unsigned char)text[i]))
			return false;
	return (text[0] - '0') * 10 + text[1] - '0' < 24 && text[3] < '6';
}

static bool time_clean(struct cleaning *cleaning, const struct field *field, const char *text)
{
	if (time_is(text))
		return true;
	return REFUSE(cleaning, field, _("“%s” is no time of day. Write it as 14:02."),
		text_cut(cleaning->arena, text, FIELD_SHOWN));
}

/* Is it a code of the kind? `choices` gets them all, "restructuring (omstrukturering), …". */
static bool word_known(
	struct cleaning *cleaning, const char *kind, const char *code, bool *known, struct buffer *choices)
{
	struct rows rows;

	if (!store_ask(casework_store(cleaning->cw), SQL_WORD_CHOICES, BINDS(BIND("kind", kind)), &rows, cleaning->err))
		return false;
	*known = false;
	while (rows_next(&rows)) {
		const char *word = rows_text(&rows, "code", cleaning->arena);
		const char *swedish = rows_text(&rows, "name_sv", cleaning->arena);
		const char *english = rows_text(&rows, "name_en", cleaning->arena);

		*known = *known || !strcmp(word, code);
		buffer_format(
			choices, "%s%s (%s)", choices->bytes ? ", " : "", word, words_swedish() ? swedish : english);
	}
	return rows_done(&rows, cleaning->err);
}

static bool word_clean(struct cleaning *cleaning, const struct field *field, const char *text)
{
	struct buffer choices;
	bool known = false, read;

	buffer_init(&choices);
	read = word_known(cleaning, field->words, text, &known, &choices);
	if (read && !choices.bytes)
		REFUSE(cleaning, field, "%s", words_lacking());
	else if (read && !known)
		REFUSE(cleaning, field, _("“%s” is not one of the words to choose among: %s."),
			text_cut(cleaning->arena, text, FIELD_SHOWN), choices.text);
	buffer_done(&choices);
	return read && known;
}

/* Each word by itself, and none twice. */
static bool words_clean(struct cleaning *cleaning, const struct field *field, const char *text)
{
	for (const char *at = text; *at;) {
		size_t bytes = strcspn(at, "|");
		char *word = arena_text_part(cleaning->arena, at, bytes);
		const char *earlier = text;

		if (!word_clean(cleaning, field, word))
			return false;
		for (; earlier < at; earlier += strcspn(earlier, "|") + 1)
			if (strcspn(earlier, "|") == bytes && !strncmp(earlier, word, bytes))
				return REFUSE(cleaning, field, _("“%s” is there twice. Write each word once."), word);
		at += bytes + (at[bytes] == '|');
		if (!*at && at[-1] == '|')
			return REFUSE(cleaning, field, _("A word is missing after the last |. Take the sign away."));
	}
	return true;
}

static bool region_clean(struct cleaning *cleaning, const struct field *field, const char *text)
{
	struct rows rows;
	bool known;

	if (!store_ask(casework_store(cleaning->cw), SQL_REGION_KNOWN, BINDS(BIND("code", text)), &rows, cleaning->err))
		return false;
	known = rows_next(&rows) && rows_bool(&rows, "known");
	if (!rows_done(&rows, cleaning->err))
		return false;
	if (!known)
		return REFUSE(cleaning, field,
			_("“%s” is no code of a region that may apply. Write a county code, such as 23."),
			text_cut(cleaning->arena, text, FIELD_SHOWN));
	return true;
}

static bool number_clean(
	struct cleaning *cleaning, const struct field *field, const char *text, int64_t least, int64_t most)
{
	int64_t number = 0;

	for (const char *at = text; *at; at++) {
		if (!isdigit((unsigned char)*at) || at - text >= NUMBER_DIGITS)
			return REFUSE(cleaning, field, _("“%s” is not a whole number."),
				text_cut(cleaning->arena, text, FIELD_SHOWN));
		number = number * 10 + (*at - '0');
	}
	if (number < least || number > most)
		return REFUSE(cleaning, field, _("%s is outside %lld–%lld."), text, (long long)least, (long long)most);
	return true;
}

static bool kind_clean(struct cleaning *cleaning, const struct field *field, const char *text)
{
	switch (field->kind) {
	case FIELD_LINE:
	case FIELD_TEXT: return true;
	case FIELD_DAY:
	case FIELD_PAST: return day_clean(cleaning, field, text);
	case FIELD_TIME: return time_clean(cleaning, field, text);
	case FIELD_WORD: return word_clean(cleaning, field, text);
	case FIELD_WORDS: return words_clean(cleaning, field, text);
	case FIELD_REGION: return region_clean(cleaning, field, text);
	case FIELD_YEAR: return number_clean(cleaning, field, text, YEAR_FIRST, YEAR_LAST);
	case FIELD_ORE: return number_clean(cleaning, field, text, 0, MONEY_MOST);
	case FIELD_COUNT: return number_clean(cleaning, field, text, 0, COUNT_MOST);
	case FIELD_YES: return number_clean(cleaning, field, text, 0, 1);
	}
	return false;
}

static bool field_clean(struct cleaning *cleaning, const struct field *field, const char **text)
{
	const char *clean = "";
	struct error why;
	size_t most = field->kind == FIELD_TEXT ? FIELD_TEXT_MOST : FIELD_LINE_MOST;

	if (*text && !text_clean(cleaning->arena, *text, strlen(*text), field->kind == FIELD_TEXT, &clean, &why))
		return REFUSE(cleaning, field, "%s", why.text);
	if (!*clean) {
		*text = field->unknown ? NULL : "";
		return field->needed ? REFUSE(cleaning, field, _("It is empty, and has to be filled in.")) : true;
	}
	if (strlen(clean) > most)
		return REFUSE(cleaning, field, _("The text has %zu bytes; at most %zu fit."), strlen(clean), most);
	*text = clean;
	return kind_clean(cleaning, field, clean);
}

bool form_clean(struct casework *cw, const struct form *form, void *change, struct arena *arena, const char **wrong,
	struct error *err)
{
	struct cleaning cleaning = {.cw = cw, .arena = arena, .wrong = wrong, .err = err};

	for (int i = 0; i < form->count; i++)
		if (!field_clean(&cleaning, &form->fields[i], (const char **)((char *)change + form->fields[i].at)))
			return false;
	return true;
}

const char *form_text(const struct form *form, const void *change, const char *name)
{
	for (int i = 0; name && i < form->count; i++)
		if (!strcmp(form->fields[i].name, name))
			return *(const char *const *)((const char *)change + form->fields[i].at);
	return NULL;
}
