/* OSC 52: the terminal, not this machine, owns the clipboard. It is never read. */
#include "clip.h"

static void base64_add(const unsigned char *bytes, size_t count, struct buffer *out)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t at = 0; at < count; at += 3) {
		size_t left = count - at;
		unsigned long group = (unsigned long)bytes[at] << 16 |
				      (unsigned long)(left > 1 ? bytes[at + 1] : 0) << 8 |
				      (unsigned long)(left > 2 ? bytes[at + 2] : 0);
		char four[4] = {letters[group >> 18 & 63], letters[group >> 12 & 63],
			left > 1 ? letters[group >> 6 & 63] : '=', left > 2 ? letters[group & 63] : '='};
		buffer_add(out, four, sizeof four);
	}
}

bool clip_spell(const char *text, size_t bytes, struct buffer *out)
{
	if (bytes > CLIP_BYTES) {
		return false;
	}
	buffer_text(out, "\033]52;c;");
	base64_add((const unsigned char *)text, bytes, out);
	buffer_text(out, "\a");
	return true;
}
