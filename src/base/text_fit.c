/* How much text fits on a row. Invariant: a cut falls between graphemes (a character and the marks written on it),
 * never inside one. */
#include "text_inner.h"

/* Cells of the next character, an invisible or broken one counting 1 for the mark that is shown for it. */
static int cells_next(const char **text)
{
	int cells = text_cells(text_next(text));
	return cells < 0 ? 1 : cells;
}

int text_width(const char *text)
{
	int width = 0;
	while (*text)
		width += cells_next(&text);
	return width;
}

size_t text_fit(const char *text, int cells, int *used)
{
	const char *end = text;
	int width = 0, taken = 0;
	for (const char *next = text; *next;) {
		width += cells_next(&next);
		if (width > cells)
			break;
		end = next;
		taken = width;
	}
	if (used)
		*used = taken;
	return (size_t)(end - text);
}

void text_end_whole(char *text)
{
	size_t end = strlen(text), start = end;
	uint32_t character;

	while (start > 0 && end - start < 3 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	start -= start > 0;
	if (start < end && (unsigned char)text[start] >= 0x80 && text_decode(text + start, end - start, &character) < 1)
		text[start] = '\0';
}

int text_part(const char *text, int bytes)
{
	int end = text ? (int)strnlen(text, (size_t)bytes + 1) : 0;

	if (end <= bytes)
		return end;
	for (end = bytes; end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80;)
		end--;
	return end;
}

char *text_cut(struct arena *arena, const char *text, int cells)
{
	if (!text)
		return NULL;
	size_t whole = strlen(text), bytes = text_fit(text, cells, NULL);
	if (bytes == whole)
		return arena_text_part(arena, text, whole);
	if (cells < 1)
		return arena_text(arena, "");
	bytes = text_fit(text, cells - 1, NULL);
	return arena_format(arena, "%.*s…", (int)bytes, text);
}
