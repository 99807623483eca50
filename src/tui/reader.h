/* A long text to read and search in: help, messages, a document. Invariant: the text is never changed here. */
#ifndef KANSLI_TUI_READER_H
#define KANSLI_TUI_READER_H

#include "base/buffer.h"
#include "pane.h"

enum { READER_WIDEST = 78 }; /* text is never wider, however wide the terminal is */

struct reader {
	struct buffer text;
	size_t top;           /* byte of the first line in sight; always the start of a line at the last width */
	size_t focus;         /* byte of the line the cursor stands on */
	struct buffer sought; /* "" when nothing is */
	int columns;          /* the width `top` and `focus` were counted for */
};

void reader_init(struct reader *reader);
void reader_done(struct reader *reader);
/* Takes a copy; stands at the top. */
void reader_set(struct reader *reader, const char *text);
void reader_move(struct reader *reader, long by, int rows, int columns);
void reader_ends(struct reader *reader, bool last, int rows, int columns);
/* Looks for text in either case from the line in focus on (or back), around the end; false when it is nowhere. */
bool reader_seek(struct reader *reader, const char *sought, bool back, int rows, int columns);
void reader_draw(const struct reader *reader, struct area area);

extern const struct action reader_actions[];

#endif
