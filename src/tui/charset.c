/* Latin-1 and ASCII at the terminal's edge. */
#include "charset.h"

#include "base/arena.h"
#include "base/text.h"

unsigned char charset_spell(uint32_t character, char charset)
{
	char text[5] = "";
	struct arena arena;
	if (character < 0x80) {
		return (unsigned char)character;
	}
	arena_init(&arena);
	text[text_encode(character, text)] = '\0';
	unsigned char byte = (unsigned char)text_transliterate(&arena, text, charset)[0];
	arena_done(&arena);
	return byte == '\0' ? '?' : byte;
}
