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

struct wrap wrap_line(const char *text, int cells)
{
	const char *end = strchrnul(text, '\n');
	size_t paragraph = (size_t)(end - text);
	/* A paragraph never needs more than four bytes a cell and a few marks: the rest is not looked at. */
	size_t fits = text_fit(text, cells < 1 ? 1 : cells, NULL);
	if (fits >= paragraph) {
		return (struct wrap){paragraph, *end == '\n' ? paragraph + 1 : 0};
	}
	if (text[fits] == ' ') {
		return (struct wrap){fits, fits + 1};
	}
	for (size_t at = fits; at > 0; at--) {
		if (text[at - 1] == ' ') {
			return (struct wrap){at, at};
		}
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
