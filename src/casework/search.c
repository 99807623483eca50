/* The filter language: terms side by side all hold, eller/or parts alternatives, a dash before a term turns it.
 * Invariant: what is not understood is refused with the place where it stands; a filter never quietly means something
 * else. */
#include "casework/search.h"
#include "casework/search_inner.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static const struct {
	enum filter_field field;
	const char *names[4]; /* English, Swedish (as words_swedish() counts), and others that are known too */
} fields[] = {
	{FILTER_STATE, {"state", "status", "läge"}},
	{FILTER_OFFICER, {"officer", "handläggare"}},
	{FILTER_MINE, {"mine", "min", "my"}},
	{FILTER_TO_SCORE, {"toscore", "bedöma"}},
	{FILTER_APPLICANT, {"applicant", "sökande"}},
	{FILTER_TITLE, {"title", "ärende", "case"}},
	{FILTER_ROUND, {"round", "omgång"}},
	{FILTER_YEAR, {"year", "år"}},
	{FILTER_NUMBER, {"number", "nr", "no"}},
	{FILTER_SOUGHT, {"sought", "sökt", "ask"}},
	{FILTER_COST, {"cost", "kostnad"}},
	{FILTER_MEASURES, {"measures", "åtgärder"}},
	{FILTER_PARTICIPANTS, {"participants", "deltagare", "regions", "regioner"}},
	{FILTER_DUE, {"due", "frist"}},
	{FILTER_ARRIVED, {"arrived", "inkom", "inkommen"}},
	{FILTER_GATE, {"gate", "kontrollpunkt", "grind"}},
	{FILTER_LATE, {"late", "sen"}},
	{FILTER_BARRED, {"barred", "jäv", "jävig", "conflict"}},
	{FILTER_POINTS, {"points", "poäng"}},
};
enum { FIELDS = sizeof(fields) / sizeof(*fields), NAMES = 4, NEAR = 2 };

/* ---- fields */

static bool field_read(struct filter_reader *reader, const char *name, enum filter_field *out)
{
	const char *folded = text_fold(reader->arena, name);

	for (int i = 0; i < FIELDS; i++) {
		for (int k = 0; k < NAMES && fields[i].names[k]; k++) {
			if (!strcmp(fields[i].names[k], folded)) {
				*out = fields[i].field;
				return true;
			}
		}
	}
	return false;
}

/* How far a name is from what was typed; the same first letter decides between equals. */
static int name_distance(const char *name, const char *typed)
{
	return text_distance(name, typed) * 2 + (*name != *typed);
}

static const char *field_near(struct filter_reader *reader, const char *name)
{
	const char *folded = text_fold(reader->arena, name), *nearest = NULL;
	int best = NEAR * 2 + 2;

	for (int i = 0; i < FIELDS; i++) {
		for (int k = 0; k < NAMES && fields[i].names[k]; k++) {
			int distance = name_distance(fields[i].names[k], folded);

			if (distance < best && fields[i].field != FILTER_POINTS) {
				best = distance;
				nearest = fields[i].names[k];
			}
		}
	}
	return nearest;
}

static bool field_unknown(struct filter_reader *reader, const char *name, struct span span)
{
	const char *near = field_near(reader, name);
	const char *shown = text_cut(reader->arena, text_harmless(reader->arena, name, false), 40);
	struct buffer known;

	if (near)
		return refuse(reader->err, ERROR_INVALID, _("Unknown field “%s” (characters %d–%d). Did you mean %s?"),
			shown, span.first, span.last, near);
	buffer_init(&known);
	for (int i = 0; i < FIELDS; i++)
		if (fields[i].field != FILTER_POINTS)
			buffer_format(&known, "%s%s", known.bytes ? ", " : "", fields[i].names[words_swedish()]);
	refuse(reader->err, ERROR_INVALID, _("Unknown field “%s” (characters %d–%d). The fields are: %s."), shown,
		span.first, span.last, known.text);
	buffer_done(&known);
	return false;
}

/* ---- the typed text, taken apart */

struct cursor {
	const char *at;
	int character; /* of `at`, from 1 */
};

static void step(struct cursor *cursor)
{
	uint32_t character;
	int bytes = text_decode(cursor->at, strlen(cursor->at), &character);

	cursor->at += bytes ? bytes : 1;
	cursor->character++;
}

static bool is_blank(const char *at)
{
	return *at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || !strncmp(at, "\xC2\xA0", 2);
}

static bool is_letter(const char *at)
{
	return isalpha((unsigned char)*at) || ((unsigned char)*at >= 0x80 && !is_blank(at));
}

static bool is_operator(char byte)
{
	return byte == ':' || byte == '=' || byte == '<' || byte == '>';
}

static const char *part_between(struct filter_reader *reader, const char *from, const char *to)
{
	return arena_text_part(reader->arena, from, (size_t)(to - from));
}

/* "…": what stands between the quotes. The cursor is on the first one. */
static bool quoted_read(struct filter_reader *reader, struct cursor *cursor, const char **out)
{
	int first = cursor->character;
	const char *from = cursor->at + 1;

	do
		step(cursor);
	while (*cursor->at && *cursor->at != '"');
	if (!*cursor->at)
		return refuse(reader->err, ERROR_INVALID,
			_("The quotation mark (character %d) has no end. Put another after the words."), first);
	*out = part_between(reader, from, cursor->at);
	step(cursor);
	return true;
}

static const char *run_read(struct filter_reader *reader, struct cursor *cursor)
{
	const char *from = cursor->at;

	while (*cursor->at && !is_blank(cursor->at))
		step(cursor);
	return part_between(reader, from, cursor->at);
}

static enum comparison comparison_read(struct cursor *cursor)
{
	char first = *cursor->at;
	bool same;

	step(cursor);
	same = (first == '<' || first == '>') && *cursor->at == '=';
	if (same)
		step(cursor);
	if (first == '<')
		return same ? COMPARE_LESS_SAME : COMPARE_LESS;
	if (first == '>')
		return same ? COMPARE_MORE_SAME : COMPARE_MORE;
	return COMPARE_IS;
}

/* ---- terms */

static struct term *term_new(struct filter_reader *reader, struct filter *filter)
{
	int count = filter->count;

	if (!(count & (count - 1)))
		filter->terms = arena_grow(reader->arena, filter->terms, (size_t)count, sizeof(*filter->terms),
			count ? (size_t)count * 2 : 1);
	filter->terms[count] = (struct term){0};
	return &filter->terms[filter->count++];
}

/* "HSN-1005-2025" is found however its parts are kept apart; a shorter text would match by chance. */
static const char *words_key(struct filter_reader *reader, const char *words)
{
	enum { KEY_LEAST = 5 };
	const char *key = text_fold(reader->arena, text_number_key(reader->arena, words));
	bool figure = strpbrk(key, "0123456789") != NULL;

	return figure && strlen(key) >= KEY_LEAST ? key : NULL;
}

static void words_set(struct filter_reader *reader, struct term *term, const char *words)
{
	term->text = text_fold(reader->arena, words);
	term->key = words_key(reader, words);
}

static bool field_term(
	struct filter_reader *reader, struct cursor *cursor, struct term *term, const char *name, int first)
{
	struct span name_span = {first, cursor->character - 1}, span;
	enum comparison comparison = comparison_read(cursor);
	const char *value;

	span.first = cursor->character;
	if (*cursor->at == '"') {
		if (!quoted_read(reader, cursor, &value))
			return false;
	} else {
		value = run_read(reader, cursor);
	}
	span.last = cursor->character - 1;
	if (!field_read(reader, name, &term->field))
		return field_unknown(reader, name, name_span);
	if (term->field == FILTER_POINTS)
		return refuse(reader->err, ERROR_INVALID,
			_("Points (characters %d–%d) belong to measures and can be hidden, so applications are not "
			  "found by "
			  "them. Look in the ranking."),
			name_span.first, name_span.last);
	if (text_blank(value))
		return refuse(reader->err, ERROR_INVALID, _("A value is missing after %s (characters %d–%d)."), name,
			name_span.first, span.first - 1);
	return value_read(reader, term, comparison, value, span);
}

static bool term_read(struct filter_reader *reader, struct cursor *cursor, struct term *term)
{
	struct cursor ahead;
	const char *words;

	if (*cursor->at == '-' && cursor->at[1] && !is_blank(cursor->at + 1)) {
		term->negated = true;
		step(cursor);
	}
	if (*cursor->at == '"') {
		if (!quoted_read(reader, cursor, &words))
			return false;
		words_set(reader, term, words);
		return true;
	}
	ahead = *cursor;
	while (is_letter(ahead.at))
		step(&ahead);
	if (ahead.at > cursor->at && is_operator(*ahead.at)) {
		int first = cursor->character;
		const char *name = part_between(reader, cursor->at, ahead.at);

		*cursor = ahead;
		return field_term(reader, cursor, term, name, first);
	}
	words_set(reader, term, run_read(reader, cursor));
	return true;
}

/* eller, or: true when one stands here, and it is taken. */
static bool or_read(struct cursor *cursor)
{
	static const char *const words[] = {"eller", "or"};

	for (int i = 0; i < 2; i++) {
		size_t bytes = strlen(words[i]);

		if (!strncasecmp(cursor->at, words[i], bytes) && (!cursor->at[bytes] || is_blank(cursor->at + bytes))) {
			while (bytes--)
				step(cursor);
			return true;
		}
	}
	return false;
}

static bool or_alone(struct filter_reader *reader, struct span span)
{
	return refuse(reader->err, ERROR_INVALID, _("Something is missing beside “or” (characters %d–%d)."), span.first,
		span.last);
}

static bool terms_read(struct filter_reader *reader, struct filter *filter)
{
	struct cursor cursor = {reader->text, 1};
	struct span or = {0, 0};
	bool pending = false;

	for (;;) {
		while (is_blank(cursor.at))
			step(&cursor);
		if (!*cursor.at)
			return !pending || or_alone(reader, or);
		struct span here = {cursor.character, 0};
		if (or_read(&cursor)) {
			or = (struct span){here.first, cursor.character - 1};
			if (pending || !filter->count)
				return or_alone(reader, or);
			pending = true;
			continue;
		}
		struct term *term = term_new(reader, filter);
		term->begins = pending;
		pending = false;
		if (!term_read(reader, &cursor, term))
			return false;
	}
}

bool filter_read(const char *text, day today, const struct programme *programme, struct arena *arena,
	struct filter **out, struct error *err)
{
	struct filter_reader reader = {
		.text = text, .today = today, .programme = programme, .arena = arena, .err = err};
	struct filter *filter = arena_take(arena, sizeof(*filter));

	if (!text_is_utf8(text, strlen(text)))
		return refuse(err, ERROR_INVALID, _("The filter is not UTF-8 text. Type it again."));
	if (!terms_read(&reader, filter))
		return false;
	*out = filter;
	return true;
}
