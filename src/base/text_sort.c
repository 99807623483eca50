/* Swedish order as bytes. Invariant: a key is three rows, each ended by a byte lower than all in it: letters first (w
 * after v, å ä ö last), then marks, then case; comparing bytes compares names, and no byte is NUL.
 *
 * The order of letters is that of Svenska Akademiens ordlista since 2006: é as e, ü as y, æ as ä, ø as ö, đ and ð as d,
 * þ as th. Blanks come before signs, signs before figures, figures before letters, so that "AB Volvo" precedes "ABB".
 */
#include "text_inner.h"

enum {
	ROW_END = 0x01,
	KEY_BLANK = 0x02,
	KEY_SIGN = 0x03,       /* 32 of ASCII: 03..22 */
	KEY_OTHER_SIGN = 0x28, /* followed by its UTF-8 */
	KEY_FIGURE = 0x30,
	KEY_LETTER = 0x40,
	KEY_OTHER_LETTER = 0xF0, /* followed by its UTF-8 */
	MARK_NONE = 0x02,
	MARK_FIRST = 0x03,  /* U+0300..U+036F: 03..72 */
	MARK_OTHER = 0x78,  /* another way of writing the same letter */
	MARK_OTHER2 = 0x79, /* a third one */
	CASE_LOWER = 0x02,
	CASE_UPPER = 0x03,
};

struct key {
	struct buffer letters, marks, cases;
};

static void byte_add(struct buffer *buffer, int byte)
{
	char one = (char)byte;
	buffer_add(buffer, &one, 1);
}

/* Letters that stand where other letters stand. Lower case. */
static const struct neighbour {
	uint32_t letter;
	const char *as;
	int mark;
} neighbours[] = {
	{0xFC, "y", MARK_OTHER},              /* ü */
	{0x171, "y", MARK_OTHER2},            /* ű */
	{0xE6, "\xC3\xA4", MARK_OTHER},       /* æ as ä */
	{0xF8, "\xC3\xB6", MARK_OTHER},       /* ø as ö */
	{0x151, "\xC3\xB6", MARK_OTHER2},     /* ő as ö */
	{0x153, "\xC3\xB6", MARK_OTHER2 + 1}, /* œ as ö */
	{0x111, "d", MARK_OTHER},             /* đ */
	{0xF0, "d", MARK_OTHER2},             /* ð */
};

static const struct neighbour *neighbour_find(uint32_t letter)
{
	for (size_t i = 0; i < sizeof neighbours / sizeof *neighbours; i++) {
		if (neighbours[i].letter == letter)
			return &neighbours[i];
	}
	return NULL;
}

/* 1..29 for a letter of the Swedish alphabet, otherwise 0. */
static int alphabet_place(uint32_t letter)
{
	if (letter >= 'a' && letter <= 'z')
		return (int)(letter - 'a') + 1;
	switch (letter) {
	case 0xE5: return 27;
	case 0xE4: return 28;
	case 0xF6: return 29;
	}
	return 0;
}

static void other_add(struct key *key, int lead, uint32_t character, int mark)
{
	byte_add(&key->letters, lead);
	text_put(&key->letters, character);
	byte_add(&key->marks, mark);
}

static bool is_sign(uint32_t character)
{
	return (character >= 0x80 && character <= 0xBF && character != 0xAA && character != 0xB5 &&
		       character != 0xBA) ||
	       character == 0xD7 || character == 0xF7 || (character >= 0x2000 && character <= 0x2BFF);
}

/* ASCII signs in their own order, without the holes that figures and letters leave. */
static int sign_place(uint32_t sign)
{
	if (sign < '0')
		return (int)sign - '!';
	if (sign < 'A')
		return (int)sign - ':' + 15;
	if (sign < 'a')
		return (int)sign - '[' + 22;
	return (int)sign - '{' + 28;
}

/* Anything that is no letter of ours. Dashes and blanks of other widths stand beside the plain ones. */
static void sign_add(struct key *key, uint32_t character)
{
	if (text_space(character) || character < ' ' || character == 0x7F) {
		byte_add(&key->letters, KEY_BLANK);
		byte_add(&key->marks, character == ' ' ? MARK_NONE : MARK_OTHER);
	} else if (character >= '0' && character <= '9') {
		byte_add(&key->letters, KEY_FIGURE + (int)(character - '0'));
		byte_add(&key->marks, MARK_NONE);
	} else if (character < 0x80 || text_dash(character)) {
		byte_add(&key->letters, KEY_SIGN + sign_place(character < 0x80 ? character : '-'));
		byte_add(&key->marks, character < 0x80 ? MARK_NONE : MARK_OTHER);
	} else {
		other_add(key, is_sign(character) ? KEY_OTHER_SIGN : KEY_OTHER_LETTER, character, MARK_NONE);
	}
}

static void letters_add(struct key *key, uint32_t letter);

/* One letter in lower case, its marks after it on the second row. */
static void letter_add(struct key *key, uint32_t letter)
{
	uint32_t base, mark;
	const struct neighbour *neighbour = neighbour_find(letter);
	int place = alphabet_place(letter);
	if (place) {
		byte_add(&key->letters, KEY_LETTER + place);
		byte_add(&key->marks, MARK_NONE);
	} else if (neighbour) {
		const char *as = neighbour->as;
		letters_add(key, text_next(&as));
		byte_add(&key->marks, neighbour->mark);
	} else if (letter_split(letter, &base, &mark)) {
		letters_add(key, base);
		byte_add(&key->marks, MARK_FIRST + (int)(mark - 0x300));
	} else {
		sign_add(key, letter);
	}
}

static void letters_add(struct key *key, uint32_t letter)
{
	const char *spelt = neighbour_find(letter) ? NULL : letter_spell(letter);
	if (!spelt) {
		letter_add(key, letter);
		return;
	}
	for (; *spelt; spelt++) {
		letter_add(key, (unsigned char)*spelt);
		byte_add(&key->marks, MARK_OTHER);
	}
}

static void character_add(struct key *key, uint32_t character)
{
	if (text_mark(character)) {
		byte_add(&key->marks, MARK_FIRST + (int)(character - 0x300));
		return;
	}
	uint32_t lower = letter_lower(character);
	letters_add(key, lower);
	byte_add(&key->cases, lower == character ? CASE_LOWER : CASE_UPPER);
}

char *text_sort_key(struct arena *arena, const char *text)
{
	struct buffer composed;
	struct key key;
	if (!text)
		return NULL;
	buffer_init(&composed);
	buffer_init(&key.letters);
	buffer_init(&key.marks);
	buffer_init(&key.cases);
	text_compose(&composed, text, strlen(text));
	const char *next = composed.text;
	for (uint32_t character; (character = text_next(&next));)
		character_add(&key, character);
	byte_add(&key.letters, ROW_END);
	buffer_add(&key.letters, key.marks.text, key.marks.bytes);
	byte_add(&key.letters, ROW_END);
	buffer_add(&key.letters, key.cases.text, key.cases.bytes);
	char *bytes = arena_text_part(arena, key.letters.text, key.letters.bytes);
	buffer_done(&key.letters);
	buffer_done(&key.marks);
	buffer_done(&key.cases);
	buffer_done(&composed);
	return bytes;
}
