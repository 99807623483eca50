/* What a search asks for. Invariant: what is looked for and what is looked in are folded by the same function. */
#include "casework/hit_inner.h"

#include "base/text.h"
#include "casework/grow.h"

/* ---- folding */

static bool is_separator(char c)
{
	return c == '/' || c == '-' || c == '.' || c == ':' || c == '_';
}

/* A folded word that is a number with separators, without them; "" otherwise. */
static size_t number_key(const char *word, size_t bytes, char out[64])
{
	size_t used = 0, digits = 0, separators = 0;

	for (size_t i = 0; i < bytes && used < 63; i++) {
		digits += word[i] >= '0' && word[i] <= '9';
		if (is_separator(word[i]))
			separators++;
		else
			out[used++] = word[i];
	}
	out[used] = '\0';
	return digits >= 2 && separators && bytes < 64 ? used : 0;
}

static size_t word_end(const char *text, size_t from, size_t bytes)
{
	while (from < bytes && text[from] != ' ' && text[from] != HIT_FIELD_APART)
		from++;
	return from;
}

/* The numbers of what stands from `from` on, put last. */
static void number_keys_add(struct buffer *out, size_t from)
{
	const char apart = HIT_FIELD_APART;
	size_t bytes = out->bytes;
	char key[64];

	for (size_t at = from; at < bytes;) {
		size_t end = word_end(out->text, at, bytes), used = number_key(out->text + at, end - at, key);

		if (used) {
			buffer_add(out, &apart, 1);
			buffer_add(out, key, used);
		}
		at = end + 1;
	}
}

void hit_fold(const char *text, struct buffer *out)
{
	struct arena arena;
	size_t from = out->bytes;
	char *folded;

	arena_init(&arena);
	folded = text_fold(&arena, text);
	for (char *at = folded; (at = strchr(at, '\n'));)
		*at++ = ' ';
	buffer_text(out, folded);
	arena_done(&arena);
	number_keys_add(out, from);
}

/* ---- words that mean the same */

/* How a noun may end beyond the word itself: "bidraget", "åtgärderna". */
static bool is_ending(const char *text, size_t bytes)
{
	static const char *const endings[] = {"", "s", "n", "t", "en", "et", "er", "ar", "na", "ens", "ets", "ers",
		"ars", "erna", "arna", "ernas", "arnas"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (strlen(endings[i]) == bytes && !memcmp(endings[i], text, bytes))
			return true;
	return false;
}

static void needle_add(struct hit_term *term, const char *needle)
{
	if (!*needle || term->count == HIT_NEEDLES)
		return;
	for (int i = 0; i < term->count; i++)
		if (strstr(needle, term->needles[i])) /* whatever has the longer has the shorter too */
			return;
	term->bytes[term->count] = strlen(needle);
	term->needles[term->count++] = needle;
}

/* The list's words when one of them is the word asked for. */
static void synonyms_add(struct arena *arena, const char *list, struct hit_term *term)
{
	char *words[HIT_NEEDLES], *rest = text_fold(arena, list), *word;
	const char *asked = term->needles[0];
	int count = 0;
	bool same = false;

	while ((word = strsep(&rest, ",")) && count < HIT_NEEDLES) {
		word += strspn(word, " ");
		words[count++] = word;
		same |= *word && !strncmp(asked, word, strlen(word)) &&
			is_ending(asked + strlen(word), strlen(asked) - strlen(word));
	}
	for (int i = 0; same && i < count; i++)
		needle_add(term, words[i]);
}

/* ---- reading */

static bool quote_here(const char *at, size_t *bytes)
{
	static const char *const quotes[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E"};

	for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++) {
		*bytes = strlen(quotes[i]);
		if (!strncmp(at, quotes[i], *bytes))
			return true;
	}
	return false;
}

/* The next term's text and where the next begins; an open quote goes on to the end. NULL: no more. */
static const char *term_cut(struct arena *arena, const char **next, bool *quoted)
{
	const char *at = *next + strspn(*next, " "), *end;
	size_t quote = 0, ignored;

	*quoted = quote_here(at, &quote);
	at += *quoted ? quote : 0;
	for (end = at; *end; end++)
		if (*quoted ? quote_here(end, &ignored) : *end == ' ' || quote_here(end, &ignored))
			break;
	*next = *end && *quoted ? end + (quote_here(end, &quote) ? quote : 0) : end;
	if (end == at && !*end && !*quoted)
		return NULL;
	return arena_text_part(arena, at, (size_t)(end - at));
}

struct synonyms {
	const char **lists;
	int count;
};

static bool synonyms_load(struct casework *cw, struct arena *arena, struct synonyms *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_HIT_SYNONYMS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, out->lists, out->count);
		out->lists[out->count++] = rows_text(&rows, "name_sv", arena);
		GROW(arena, out->lists, out->count);
		out->lists[out->count++] = rows_text(&rows, "name_en", arena);
	}
	return rows_done(&rows, err);
}

static void term_fill(
	const struct synonyms *synonyms, struct arena *arena, const char *text, bool quoted, struct hit_term *term)
{
	char key[64];

	needle_add(term, text);
	if (quoted || !term->count)
		return;
	if (number_key(text, strlen(text), key))
		needle_add(term, arena_text(arena, key));
	for (int i = 0; i < synonyms->count; i++)
		synonyms_add(arena, synonyms->lists[i], term);
}

static void terms_read(const struct synonyms *synonyms, const char *folded, struct arena *arena, struct hit_words *out)
{
	const char *text;
	bool quoted;

	while (out->count < HIT_TERMS && (text = term_cut(arena, &folded, &quoted))) {
		struct hit_term *term = &out->terms[out->count];

		*term = (struct hit_term){0};
		term_fill(synonyms, arena, text, quoted, term);
		out->count += term->count > 0;
	}
}

bool hit_words_read(
	struct casework *cw, const char *asked, struct arena *arena, struct hit_words *out, struct error *err)
{
	struct synonyms synonyms = {0};
	char *folded = text_fold(arena, asked ? asked : "");

	for (char *at = folded; *at; at++)
		if ((unsigned char)*at < ' ')
			*at = ' ';
	if (!synonyms_load(cw, arena, &synonyms, err))
		return false;
	*out = (struct hit_words){0};
	terms_read(&synonyms, folded, arena, out);
	out->whole = arena_format(arena, "%c%s%c", HIT_FIELD_APART, folded, HIT_FIELD_APART);
	return true;
}

/* ---- matching */

bool hit_term_stands(const struct hit_term *term, const char *folded, size_t bytes)
{
	for (int i = 0; i < term->count; i++)
		if (memmem(folded, bytes, term->needles[i], term->bytes[i]))
			return true;
	return false;
}

unsigned hit_words_standing(const struct hit_words *words, const char *folded, size_t bytes)
{
	unsigned standing = 0;

	for (int i = 0; i < words->count; i++)
		if (hit_term_stands(&words->terms[i], folded, bytes))
			standing |= 1u << i;
	return standing;
}
