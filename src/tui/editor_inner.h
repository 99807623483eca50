/* The wrapped lines of an editor, for editor.c and editor_view.c. */
#ifndef KANSLI_TUI_EDITOR_INNER_H
#define KANSLI_TUI_EDITOR_INNER_H

#include "editor.h"

size_t editor_step_back(const struct editor *editor, size_t at); /* to the grapheme before */
size_t editor_line_start(const struct editor *editor);           /* of the line the caret stands on */
size_t editor_line_end(const struct editor *editor);
/* Moves the caret by lines; false when it stood on the last one in that direction. */
bool editor_vertical(struct editor *editor, int by);
void editor_show_caret(struct editor *editor); /* scrolls so that the caret is in sight */

#endif
