/* Typed and imported text made fit to keep. Invariant: what is kept is UTF-8, composed, without a character that cannot
 * be seen, and cleaning it again changes nothing. */
#include "text_inner.h"
#include "words.h"

struct place {
	int line, character; /* both from 1 */
};

static bool broken_refuse(struct place place, unsigned char byte, struct error *err)
{
	return refuse(err, ERROR_INVALID,
		_("The text is not kept: character %d on line %d is a broken byte (0x%02X) that is not UTF-8. "
		  "Type it again, or save the file as UTF-8."),
		place.character, place.line, byte);
}

static bool hidden_refuse(struct place place, uint32_t character, struct error *err)
{
	return refuse(err, ERROR_INVALID,
		_("The text is not kept: character %d on line %d is U+%04X, which leaves no trace on a screen. "
		  "Take it away and try again."),
		place.character, place.line, (unsigned)character);
}

static bool line_refuse(struct place place, struct error *err)
{
	return refuse(err, ERROR_INVALID,
		_("The text is not kept: it has a line break at character %d, and this field is one line. "
		  "Put a blank there instead."),
		place.character);
}

/* Bytes of the line end that stands here, or 0. */
static size_t line_end(const char *text, size_t bytes)
{
	if (bytes > 1 && text[0] == '\r' && text[1] == '\n')
		return 2;
	if (bytes > 2 && (memcmp(text, "\xE2\x80\xA8", 3) == 0 || memcmp(text, "\xE2\x80\xA9", 3) == 0))
		return 3;
	return bytes && (*text == '\r' || *text == '\n') ? 1 : 0;
}

/* Blanks and line ends at the end are no part of a text, however the field is shaped. */
static size_t bytes_without_end(const char *text, size_t bytes)
{
	size_t kept = 0, at = 0;
	while (at < bytes) {
		uint32_t character;
		size_t end = line_end(text + at, bytes - at);
		int count = end ? (int)end : text_decode(text + at, bytes - at, &character);
		bool blank = end || (count && text_space(character));
		at += count ? (size_t)count : 1;
		if (!blank)
			kept = at;
	}
	return kept;
}

static size_t bytes_of_start(const char *text, size_t bytes)
{
	size_t at = 0;
	while (at < bytes) {
		uint32_t character;
		size_t end = line_end(text + at, bytes - at);
		int count = end ? (int)end : text_decode(text + at, bytes - at, &character);
		if (!end && !(count && text_space(character)))
			break;
		at += (size_t)count;
	}
	return at;
}

static void blanks_drop(struct buffer *out)
{
	size_t end = out->bytes;
	while (end > 0) {
		size_t begin = end - 1;
		while (begin > 0 && ((unsigned char)out->text[begin] & 0xC0) == 0x80)
			begin--;
		uint32_t character;
		if (!text_decode(out->text + begin, end - begin, &character) || !text_space(character))
			break;
		end = begin;
	}
	out->bytes = end;
	if (out->room)
		out->text[end] = '\0';
}

/* Copies what may be kept, with \n for each line end and no blanks before it. */
static bool lines_copy(
	struct buffer *out, const char *text, size_t bytes, bool lines, struct place place, struct error *err)
{
	while (bytes) {
		uint32_t character;
		size_t end = line_end(text, bytes);
		int count = end ? (int)end : text_decode(text, bytes, &character);
		if (end && !lines)
			return line_refuse(place, err);
		if (!count && *text)
			return broken_refuse(place, (unsigned char)*text, err);
		if (!end && text_hidden(character))
			return hidden_refuse(place, character, err);
		if (end) {
			blanks_drop(out);
			buffer_text(out, "\n");
			place = (struct place){place.line + 1, 1};
		} else {
			buffer_add(out, text, (size_t)count);
			place.character++;
		}
		text += count;
		bytes -= (size_t)count;
	}
	return true;
}

/* Where the kept text begins, told in the lines and characters of what was typed. */
static struct place place_after(const char *text, size_t bytes)
{
	struct place place = {1, 1};
	while (bytes) {
		uint32_t character;
		size_t end = line_end(text, bytes);
		int count = end ? (int)end : text_decode(text, bytes, &character);
		place = end ? (struct place){place.line + 1, 1} : (struct place){place.line, place.character + 1};
		text += count;
		bytes -= (size_t)count;
	}
	return place;
}

bool text_clean(struct arena *arena, const char *text, size_t bytes, bool lines, const char **out, struct error *err)
{
	struct buffer copy, composed;
	size_t start = bytes_of_start(text, bytes);
	size_t kept = bytes_without_end(text + start, bytes - start);
	buffer_init(&copy);
	buffer_init(&composed);
	bool fit = lines_copy(&copy, text + start, kept, lines, place_after(text, start), err);
	if (fit) {
		text_compose(&composed, copy.text, copy.bytes);
		*out = arena_text_part(arena, composed.text, composed.bytes);
	}
	buffer_done(&composed);
	buffer_done(&copy);
	return fit;
}
