/* Refusals. Invariant: an error's text is whole UTF-8 and always ends, however long the sentence was. */
#include "error.h"

/* Where a cut at `end` must move back to so that no character is split. */
static size_t whole_end(const char *text, size_t end)
{
	while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
		end--;
	return end;
}

bool refuse(struct error *err, enum error_kind kind, const char *format, ...)
{
	if (!err)
		return false;
	char text[sizeof err->text + 1]; /* one more, so that the byte after the cut is known */
	va_list values;
	va_start(values, format);
	int bytes = vsnprintf(text, sizeof text, format, values);
	va_end(values);
	assert(bytes >= 0);
	size_t end = (size_t)bytes;
	if (end >= sizeof err->text)
		end = whole_end(text, sizeof err->text - 1);
	err->kind = kind;
	memcpy(err->text, text, end);
	err->text[end] = '\0';
	return false;
}
