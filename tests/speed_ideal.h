/* The ideal renderer: the fewest bytes that turn one screen into another on an xterm, as far as we know how. It is told
 * both screens and may use what a real one may not know to use: scrolling any block, erasing, jumping by the cheapest
 * way, and drawing upwards. It does not repeat a character by its code (REP): too many terminals that call themselves
 * xterms lack it, and curses does not send it for wide characters. What kansli sends is held against it. */
#ifndef KANSLI_TESTS_SPEED_IDEAL_H
#define KANSLI_TESTS_SPEED_IDEAL_H

#include "bench.h"

enum { IDEAL_ROWS = 100, IDEAL_COLUMNS = 200 };

struct ideal_cell {
	char text[12]; /* "" is the second half of a wide one */
	unsigned char bytes;
	unsigned char pen;  /* bold 1, underline 2, reverse 4 */
	short fore, behind; /* colour, -1 the terminal's own */
};
struct ideal_screen {
	int rows, columns, cursor_row, cursor_column;
	struct ideal_cell cells[IDEAL_ROWS][IDEAL_COLUMNS];
};

void ideal_take(struct bench *bench, struct ideal_screen *out);
int ideal_bytes(const struct ideal_screen *before, const struct ideal_screen *after);
/* On a terminal that shows nobody knows what, as one that got another size: cleared and drawn. */
int ideal_bytes_anew(const struct ideal_screen *after);

#endif
