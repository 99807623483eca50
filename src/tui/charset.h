/* What a terminal without UTF-8 can show instead of a character. */
#ifndef KANSLI_TUI_CHARSET_H
#define KANSLI_TUI_CHARSET_H

#include <stdint.h>

/* One byte for one character, so that columns stay: the rest of a longer spelling is left out. `charset` is '1' or 'a',
 * as words_charset() says. */
unsigned char charset_spell(uint32_t character, char charset);

#endif
