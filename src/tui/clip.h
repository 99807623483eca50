/* Text on its way to the clipboard of the person's own machine. */
#ifndef KANSLI_TUI_CLIP_H
#define KANSLI_TUI_CLIP_H

#include "base/buffer.h"
#include <stdbool.h>

enum { CLIP_BYTES = 64 * 1024 };

/* Adds the OSC 52 sequence for the text; false, and nothing added, above CLIP_BYTES. */
bool clip_spell(const char *text, size_t bytes, struct buffer *out);

#endif
