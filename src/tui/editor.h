/* Typing: one line or many, with Emacs' keys. Invariant: the caret stands between graphemes, and the text is always
 * UTF-8 without control characters other than line breaks. */
#ifndef KANSLI_TUI_EDITOR_H
#define KANSLI_TUI_EDITOR_H

#include "base/buffer.h"
#include "key.h"
#include "surface.h"

enum { EDITOR_UNDO = 256, EDITOR_BYTES = 1 << 20 };

struct edit {
	size_t at, inserted; /* bytes typed at `at` */
	size_t removed, caret;
	char *text; /* what stood there; owned */
};

struct editor {
	struct buffer text, killed;
	size_t caret;
	bool lines;        /* many lines: Enter breaks, long lines wrap */
	int rows, columns; /* of the area it is drawn in; editor_fit() */
	int top;           /* first wrapped line in sight */
	int goal;          /* the column Up and Down aim for; -1: the caret's own */
	bool joined;       /* the next letter belongs to the same edit as the last */
	uint32_t changes;  /* counts edits, so that a form knows what to keep */
	struct edit edits[EDITOR_UNDO];
	int edit_count;
};

void editor_init(struct editor *editor, bool lines);
void editor_done(struct editor *editor);
/* Replaces all; the caret stands at the end, and nothing can be undone. Broken bytes and control characters are left
 * out, and line breaks become blanks in a one-line editor. */
void editor_set(struct editor *editor, const char *text);
void editor_take(struct editor *editor, const char *text); /* the same as one edit that can be undone */
void editor_caret(struct editor *editor, size_t at);       /* to the byte, or the letter it is within */
const char *editor_text(const struct editor *editor);
/* The area's size, for moves by line and page; call when it may have changed. */
void editor_fit(struct editor *editor, int rows, int columns);
/* True when the key was taken: typed, moved or edited. Up on the first line, Down on the last, Tab, Esc and (with one
 * line) Enter are left to the form around it. */
bool editor_typed(struct editor *editor, const struct key *key);
void editor_paste(struct editor *editor, const char *text, size_t bytes);
/* Takes back the last edit; false when there is none. */
bool editor_undo(struct editor *editor);
/* With `focused` the hardware cursor stands at the caret. */
void editor_draw(const struct editor *editor, struct area area, unsigned style, bool focused);
int editor_rows(const struct editor *editor, int columns); /* lines the text takes when wrapped */

#endif
