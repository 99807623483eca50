/* Characters and bytes. Invariant: nothing here reads past the bytes it was given, and whatever is not one whole,
 * shortest UTF-8 character is answered as no character. */
#include "text_inner.h"

static bool is_tail(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

/* Bytes a first byte asks for; 0 for one that begins nothing (C0, C1 and F5.. can only begin overlong or too large). */
static int length_of(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xC2 && first <= 0xDF)
		return 2;
	if (first >= 0xE0 && first <= 0xEF)
		return 3;
	if (first >= 0xF0 && first <= 0xF4)
		return 4;
	return 0;
}

int text_decode(const char *text, size_t bytes, uint32_t *out)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char first = bytes ? (unsigned char)*text : 0;
	*out = first;
	int length = first ? length_of(first) : 0;
	if (!length || (size_t)length > bytes)
		return 0;
	if (length == 1)
		return 1;
	uint32_t character = first & (0xFF >> (length + 1));
	for (int i = 1; i < length; i++) {
		if (!is_tail((unsigned char)text[i]))
			return 0;
		character = character << 6 | ((unsigned char)text[i] & 0x3F);
	}
	if (character < least[length] || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
		return 0;
	*out = character;
	return length;
}

int text_encode(uint32_t character, char out[4])
{
	if (character < 0x80) {
		out[0] = (char)character;
		return 1;
	}
	if (character < 0x800) {
		out[0] = (char)(0xC0 | character >> 6);
		out[1] = (char)(0x80 | (character & 0x3F));
		return 2;
	}
	if (character < 0x10000) {
		out[0] = (char)(0xE0 | character >> 12);
		out[1] = (char)(0x80 | (character >> 6 & 0x3F));
		out[2] = (char)(0x80 | (character & 0x3F));
		return 3;
	}
	assert(character <= 0x10FFFF);
	out[0] = (char)(0xF0 | character >> 18);
	out[1] = (char)(0x80 | (character >> 12 & 0x3F));
	out[2] = (char)(0x80 | (character >> 6 & 0x3F));
	out[3] = (char)(0x80 | (character & 0x3F));
	return 4;
}

bool text_is_utf8(const char *text, size_t bytes)
{
	while (bytes) {
		uint32_t character;
		int count = text_decode(text, bytes, &character);
		if (!count)
			return false;
		text += count;
		bytes -= (size_t)count;
	}
	return true;
}

uint32_t text_next(const char **text)
{
	uint32_t character;
	/* A sequence never runs over the NUL, for a NUL is no tail byte: four bytes may be promised. */
	int count = text_decode(*text, 4, &character);
	if (!count && !character)
		return 0;
	*text += count ? count : 1;
	return count ? character : CHARACTER_UNKNOWN;
}

void text_put(struct buffer *out, uint32_t character)
{
	char bytes[4];
	buffer_add(out, bytes, (size_t)text_encode(character, bytes));
}

bool text_space(uint32_t character)
{
	return character == ' ' || character == '\t' || character == 0xA0 || character == 0x1680 ||
	       (character >= 0x2000 && character <= 0x200A) || character == 0x202F || character == 0x205F ||
	       character == 0x3000;
}

bool text_mark(uint32_t character)
{
	return character >= 0x300 && character <= 0x36F;
}

bool text_dash(uint32_t character)
{
	return (character >= 0x2010 && character <= 0x2015) || character == 0x2212;
}

bool text_same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

bool text_blank(const char *text)
{
	if (!text)
		return true;
	for (uint32_t character; (character = text_next(&text));) {
		if (!text_space(character) && character != '\n' && character != '\r')
			return false;
	}
	return true;
}

/* Bytes of the longest beginning of whole characters that is at most so long. */
static size_t whole_prefix(const char *text, size_t most)
{
	size_t kept = 0, left = strlen(text);
	uint32_t character;
	for (int count; (count = text_decode(text + kept, left - kept, &character)) && kept + (size_t)count <= most;)
		kept += (size_t)count;
	return kept;
}

void text_glimpse(const char *text, char out[TEXT_GLIMPSE])
{
	struct arena arena;
	arena_init(&arena);
	const char *shown = text_cut(&arena, text_harmless(&arena, text ? text : "", false), TEXT_GLIMPSE_CELLS);
	size_t bytes = whole_prefix(shown, TEXT_GLIMPSE - 1);
	memcpy(out, shown, bytes);
	out[bytes] = '\0';
	arena_done(&arena);
}

int text_number(const char *text)
{
	size_t digits = text ? strspn(text, "0123456789") : 0;

	return digits > 0 && digits < 10 && !text[digits] ? (int)strtol(text, NULL, 10) : 0;
}

enum { WORD_MOST = 64 };

static int word_read(const char *text, uint32_t out[WORD_MOST])
{
	int count = 0;
	while (count < WORD_MOST && (out[count] = text_next(&text)))
		count++;
	return count;
}

static int least_of(int a, int b, int c)
{
	int ab = a < b ? a : b;
	return ab < c ? ab : c;
}

int text_distance(const char *a, const char *b)
{
	uint32_t left[WORD_MOST], right[WORD_MOST];
	int across = word_read(a, left), down = word_read(b, right), rows[3][WORD_MOST + 1];
	for (int j = 0; j <= down; j++)
		rows[0][j] = j;
	for (int i = 1; i <= across; i++) {
		int *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
		row[0] = i;
		for (int j = 1; j <= down; j++) {
			bool same = left[i - 1] == right[j - 1];
			row[j] = least_of(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1));
			bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
			if (swapped && before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
	}
	return rows[across % 3][down];
}
