/* What the files of text_*.c share: the tables of letters and of characters that cannot be seen. Not for other rooms.
 */
#ifndef KANSLI_BASE_TEXT_INNER_H
#define KANSLI_BASE_TEXT_INNER_H

#include "buffer.h"
#include "text.h"

enum { CHARACTER_UNKNOWN = 0xFFFD };

/* Control, bidi, zero-width, tag and other characters that leave no trace of their own on a screen. */
bool text_hidden(uint32_t character);
/* Blanks of every width, not line ends. */
bool text_space(uint32_t character);
/* One of the marks U+0300..U+036F that are written on a letter. */
bool text_mark(uint32_t character);
/* U+2010..U+2015 and the minus sign: dashes that a keyboard writes as "-". */
bool text_dash(uint32_t character);
/* Decodes the next character and moves *text on; a broken byte answers CHARACTER_UNKNOWN, the end answers 0. */
uint32_t text_next(const char **text);
void text_put(struct buffer *out, uint32_t character);

/* Latin letters with a mark: é is e + U+0301. False when the letter is not put together. */
bool letter_split(uint32_t letter, uint32_t *base, uint32_t *mark);
uint32_t letter_join(uint32_t base, uint32_t mark); /* 0 when there is no such letter */
/* Latin, Greek and Cyrillic; anything else is answered as it is. */
uint32_t letter_lower(uint32_t letter);
uint32_t letter_upper(uint32_t letter);
/* Letters of other alphabets written with ours: ß is "ss", æ is "ae"; NULL when there is no such habit. */
const char *letter_spell(uint32_t letter);
/* Adds text in NFC as far as Latin letters go (Unicode 15.1 3.11 D117, for U+0300..U+036F). Broken bytes are kept. */
void text_compose(struct buffer *out, const char *text, size_t bytes);

#endif
