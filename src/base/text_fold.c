/* Text for finding. Invariant: two texts that a searcher would call the same fold to the same bytes, and folding what
 * is folded changes nothing. */
#include "text_inner.h"

/* Letters that Swedish order puts beside ours; letter_spell would make them two letters. */
static uint32_t neighbour_of(uint32_t letter)
{
	switch (letter) {
	case 0xE6: return 0xE4;
	case 0xF8: return 0xF6;
	}
	return letter;
}

static bool is_swedish(uint32_t letter)
{
	return letter == 0xE5 || letter == 0xE4 || letter == 0xF6;
}

/* The letter below all its marks, but never below å, ä or ö: ǻ is å. */
static uint32_t letter_plain(uint32_t letter)
{
	uint32_t base, mark;
	letter = neighbour_of(letter);
	while (!is_swedish(letter) && letter_split(letter, &base, &mark))
		letter = neighbour_of(base);
	return letter;
}

static void fold_put(struct buffer *out, uint32_t character)
{
	if (text_mark(character))
		return;
	if (text_space(character))
		character = ' ';
	else if (text_dash(character))
		character = '-';
	else if (character == 0x2019)
		character = '\'';
	uint32_t plain = letter_plain(letter_lower(character));
	const char *spelt = letter_spell(plain);
	if (spelt) {
		for (; *spelt; spelt++)
			text_put(out, letter_lower((unsigned char)*spelt));
	} else {
		text_put(out, plain);
	}
}

/* Folds the ASCII that stands here in one go, for megabytes are folded before a search. Answers its bytes. */
static size_t ascii_put(struct buffer *out, const char *text)
{
	char folded[256];
	size_t bytes = 0;
	for (; bytes < sizeof folded && (unsigned char)(text[bytes] - 1) < 0x7F; bytes++) {
		char byte = text[bytes];
		folded[bytes] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte == '\t' ? ' ' : byte);
	}
	buffer_add(out, folded, bytes);
	return bytes;
}

static char *buffer_keep(struct buffer *buffer, struct arena *arena)
{
	char *text = arena_text_part(arena, buffer->text, buffer->bytes);
	buffer_done(buffer);
	return text;
}

char *text_fold(struct arena *arena, const char *text)
{
	struct buffer composed, folded;
	if (!text)
		return NULL;
	buffer_init(&composed);
	buffer_init(&folded);
	text_compose(&composed, text, strlen(text));
	const char *next = composed.text;
	while (*next) {
		size_t plain = ascii_put(&folded, next);
		next += plain;
		if (!plain)
			fold_put(&folded, text_next(&next));
	}
	buffer_done(&composed);
	return buffer_keep(&folded, arena);
}

bool text_fold_find(const char *text, const char *folded, size_t *at, size_t *bytes)
{
	size_t wanted = strlen(folded), *starts = memory_take((strlen(text) + 1) * 4 * sizeof(*starts));
	const char *next = text, *found;
	struct buffer out;

	buffer_init(&out);
	while (*next) {
		size_t start = (size_t)(next - text), before = out.bytes;
		fold_put(&out, text_next(&next));
		for (size_t i = before; i < out.bytes; i++)
			starts[i] = start;
	}
	starts[out.bytes] = (size_t)(next - text);
	found = wanted ? memmem(out.text, out.bytes, folded, wanted) : NULL;
	if (found) {
		size_t first = (size_t)(found - out.text), last = first + wanted;
		*at = starts[first];
		while (last < out.bytes && starts[last] == starts[last - 1])
			last++;
		*bytes = starts[last] - *at;
	}
	free(starts);
	buffer_done(&out);
	return found != NULL;
}

char *text_number_key(struct arena *arena, const char *text)
{
	struct buffer composed, key;
	if (!text)
		return NULL;
	buffer_init(&composed);
	buffer_init(&key);
	text_compose(&composed, text, strlen(text));
	const char *next = composed.text;
	for (uint32_t character; (character = text_next(&next));) {
		bool separates = text_space(character) || text_dash(character) ||
				 (character < 0x80 && strchr("/-.:_", (int)character));
		if (!separates)
			text_put(&key, letter_upper(character));
	}
	buffer_done(&composed);
	return buffer_keep(&key, arena);
}
