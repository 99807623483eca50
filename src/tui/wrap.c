/* Line breaking. Invariant: the lines of a text, each with what it ended at, are the whole text. */
#include "wrap.h"

#include "base/text.h"

static size_t grapheme_bytes(const char *text)
{
	for (int cells = 1; cells <= 2; cells++) {
		size_t bytes = text_fit(text, cells, NULL);
		if (bytes > 0) {
			return bytes;
		}
	}
	return 1;
}

static bool is_digit(char character)
{
	return character >= '0' && character <= '9';
}

/* A blank between two digits holds a number together: 24 500 000 kr. */
static bool breaks_at(const char *text, size_t at)
{
	return text[at] == ' ' && !(at > 0 && is_digit(text[at - 1]) && is_digit(text[at + 1]));
}

/* The last place at or before `fits` where `breaks` lets the line end; false when there is none. */
static bool break_find(const char *text, size_t fits, bool (*breaks)(const char *text, size_t at), struct wrap *out)
{
	if (breaks(text, fits)) {
		*out = (struct wrap){fits, fits + 1};
		return true;
	}
	for (size_t at = fits; at > 0; at--) {
		if (breaks(text, at - 1)) {
			*out = (struct wrap){at, at};
			return true;
		}
	}
	return false;
}

static bool is_blank(const char *text, size_t at)
{
	return text[at] == ' ';
}

struct wrap wrap_line(const char *text, int cells)
{
	const char *end = strchrnul(text, '\n');
	size_t paragraph = (size_t)(end - text);
	struct wrap line;
	/* A paragraph never needs more than four bytes a cell and a few marks: the rest is not looked at. */
	size_t fits = text_fit(text, cells < 1 ? 1 : cells, NULL);
	if (fits >= paragraph) {
		return (struct wrap){paragraph, *end == '\n' ? paragraph + 1 : 0};
	}
	if (break_find(text, fits, breaks_at, &line) || break_find(text, fits, is_blank, &line)) {
		return line;
	}
	size_t taken = fits > 0 ? fits : grapheme_bytes(text);
	return (struct wrap){taken, text[taken] == '\0' ? 0 : taken};
}

int wrap_rows(const char *text, int cells)
{
	int rows = 1;
	for (struct wrap line = wrap_line(text, cells); line.next > 0; line = wrap_line(text, cells)) {
		text += line.next;
		rows++;
	}
	return rows;
}
