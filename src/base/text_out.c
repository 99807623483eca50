/* Text on its way out. Invariant: whatever comes in, nothing leaves here that moves a cursor, turns the direction of
 * writing or stands on a screen without being seen. */
#include "text_inner.h"

enum { MARKS_SHOWN = 2 }; /* no writing we meet has more marks on one letter */

static void mark_write(struct buffer *out, uint32_t character)
{
	buffer_format(out, "‹U+%04X›", (unsigned)character);
}

char *text_harmless(struct arena *arena, const char *text, bool lines)
{
	struct buffer out;
	if (!text)
		return NULL;
	buffer_init(&out);
	int room_for_marks = 0;
	for (size_t left = strlen(text); left;) {
		uint32_t character;
		int count = text_decode(text, left, &character);
		int cells = count ? text_cells(character) : -1;
		bool keep = cells > 0 || (cells == 0 && room_for_marks > 0) || (lines && count && character == '\n');
		if (keep)
			buffer_add(&out, text, (size_t)count);
		else if (count)
			mark_write(&out, character);
		else
			buffer_format(&out, "‹0x%02X›", (unsigned)character);
		room_for_marks = cells == 0 ? room_for_marks - 1 : cells > 0 ? MARKS_SHOWN : 0;
		text += count ? count : 1;
		left -= count ? (size_t)count : 1;
	}
	char *kept = arena_text_part(arena, out.text, out.bytes);
	buffer_done(&out);
	return kept;
}

/* Signs that ASCII writes otherwise, one for one. */
static char sign_plain(uint32_t sign)
{
	static const struct {
		uint32_t sign;
		char plain;
	} rows[] = {{0xA0, ' '}, {0xA7, 'S'}, {0xAB, '"'}, {0xB0, 'o'}, {0xB1, '+'}, {0xB4, '\''}, {0xB7, '.'},
		{0xBB, '"'}, {0xD7, 'x'}, {0x2018, '\''}, {0x2019, '\''}, {0x201A, ','}, {0x201C, '"'}, {0x201D, '"'},
		{0x201E, '"'}, {0x2022, '*'}, {0x2026, '~'}, {0x2030, '%'}, {0x2032, '\''}, {0x2033, '"'},
		{0x2039, '<'}, {0x203A, '>'}, {0x20AC, 'E'}, {0x2190, '<'}, {0x2191, '^'}, {0x2192, '>'}, {0x2193, 'v'},
		{0x2260, '#'}, {0x2264, '<'}, {0x2265, '>'}, {0x2500, '-'}, {0x2501, '-'}, {0x2502, '|'}, {0x2503, '|'},
		{0x2504, '-'}, {0x2506, '|'}, {0x2550, '='}, {0x2551, '|'}, {0x2588, '#'}, {0x2591, '.'}, {0x2592, ':'},
		{0x2593, '%'}, {0x25A0, '#'}, {0x25A1, 'o'}, {0x25AA, '*'}, {0x25B2, '^'}, {0x25B6, '>'}, {0x25B8, '>'},
		{0x25BA, '>'}, {0x25BC, 'v'}, {0x25BE, 'v'}, {0x25C0, '<'}, {0x25C2, '<'}, {0x25C6, '*'}, {0x25CB, 'o'},
		{0x25CF, '*'}, {0x2605, '*'}, {0x2713, 'v'}, {0x2714, 'v'}, {0x2717, 'x'}, {0x2718, 'x'},
		{0x276F, '>'}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (rows[i].sign == sign)
			return rows[i].plain;
	}
	if (text_space(sign))
		return ' ';
	if (text_dash(sign))
		return '-';
	if (sign >= 0x2581 && sign <= 0x258F)
		return '#';
	return sign >= 0x250C && sign <= 0x256C ? '+' : '?'; /* corners and crossings of lines */
}

/* The one byte that stands for a character one cell wide. */
static char byte_for(uint32_t character, char to)
{
	uint32_t base, mark;
	if (character < 0x80 || (to == '1' && character >= 0xA0 && character <= 0xFF))
		return (char)character;
	while (letter_split(character, &base, &mark))
		character = base;
	const char *spelt = letter_spell(character);
	if (character < 0x80)
		return (char)character;
	return spelt ? *spelt : sign_plain(character);
}

char *text_transliterate(struct arena *arena, const char *text, char to)
{
	struct buffer composed, out;
	if (!text || to == 'u')
		return arena_text(arena, text);
	buffer_init(&composed);
	buffer_init(&out);
	text_compose(&composed, text, strlen(text));
	const char *next = composed.text;
	for (uint32_t character; (character = text_next(&next));) {
		int cells = text_cells(character);
		char byte = character == '\n' || cells == 1 ? byte_for(character, to) : '?';
		if (cells == 2)
			buffer_add(&out, &byte, 1);
		if (cells)
			buffer_add(&out, &byte, 1);
	}
	char *kept = arena_text_part(arena, out.text, out.bytes);
	buffer_done(&composed);
	buffer_done(&out);
	return kept;
}
