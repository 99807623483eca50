/* Where lines of running text break. */
#ifndef KANSLI_TUI_WRAP_H
#define KANSLI_TUI_WRAP_H

#include <stdbool.h>
#include <stddef.h>

struct wrap {
	size_t bytes; /* of the line, without the blank or line break it ended at */
	size_t next;  /* bytes to where the next line starts; 0 when the text ended with this line */
};

/* The first line of `text` in at most `cells` cells: at a line break, else after the last blank that fits and does not
 * stand between two digits, else after any, else inside the word between graphemes. At least one grapheme is taken even
 * when it does not fit. */
struct wrap wrap_line(const char *text, int cells);
int wrap_rows(const char *text, int cells); /* lines the whole text takes, at least 1 */

#endif
