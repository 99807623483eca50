/* The terminal lent to an editor. Never when kansli is served over SSH, where another program would be a door out of
 * it. */
#ifndef KANSLI_TUI_PROGRAM_H
#define KANSLI_TUI_PROGRAM_H

#include "base/buffer.h"
#include "base/error.h"
#include "ui.h"

/* Lends the terminal to $VISUAL or $EDITOR (else vi) with `text` in a file only the owner can read, in the drafts'
 * folder, and takes the file's text back. False, with `text` as it was, when the editor cannot be started or ended with
 * an error; a text that came back broken is refused and its file is left and named. */
bool program_edit(struct ui *ui, struct buffer *text, struct error *err);

#endif
