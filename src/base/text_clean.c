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

/* Blanks and line ends wait until something visible follows; what nothing follows is no part of the text. */
struct reading {
	struct buffer out;
	bool lines;
	struct place here, first_break, first_tab; /* line 0: none waits */
	const char *blanks;
	size_t blank_bytes;
	int breaks;
};

static void break_wait(struct reading *reading)
{
	if (!reading->breaks++)
		reading->first_break = reading->here;
	reading->blank_bytes = 0;
	reading->first_tab.line = 0;
	reading->here = (struct place){reading->here.line + 1, 1};
}

static void blank_wait(struct reading *reading, const char *text, size_t bytes)
{
	if (!reading->blank_bytes)
		reading->blanks = text;
	reading->blank_bytes += bytes;
	if (*text == '\t' && !reading->first_tab.line)
		reading->first_tab = reading->here;
	reading->here.character++;
}

/* What waited stands before something visible now, so it belongs to the text, unless the text begins only here. */
static bool waiting_put(struct reading *reading, struct error *err)
{
	bool begun = reading->out.bytes > 0;
	if (begun && reading->breaks && !reading->lines)
		return line_refuse(reading->first_break, err);
	if (begun && reading->first_tab.line)
		return hidden_refuse(reading->first_tab, '\t', err);
	for (; begun && reading->breaks; reading->breaks--)
		buffer_text(&reading->out, "\n");
	if (begun)
		buffer_add(&reading->out, reading->blanks, reading->blank_bytes);
	reading->breaks = 0;
	reading->blank_bytes = 0;
	reading->first_tab.line = 0;
	return true;
}

static bool text_read(struct reading *reading, const char *text, size_t bytes, struct error *err)
{
	while (bytes) {
		uint32_t character;
		size_t end = line_end(text, bytes);
		size_t count = end ? end : (size_t)text_decode(text, bytes, &character);
		if (end) {
			break_wait(reading);
		} else if (!count && *text) {
			return broken_refuse(reading->here, (unsigned char)*text, err);
		} else if (count && text_space(character)) {
			blank_wait(reading, text, count);
		} else {
			if (text_hidden(character))
				return hidden_refuse(reading->here, character, err);
			if (!waiting_put(reading, err))
				return false;
			buffer_add(&reading->out, text, count);
			reading->here.character++;
		}
		text += count;
		bytes -= count;
	}
	return true;
}

/* Nothing but printable ASCII and composed letters of Latin-1, and no blank at the ends: most texts, which are clean as
 * they stand. A sign that joins the letter before it is none of them, so nothing here is to be composed. */
static bool clean_already(const char *text, size_t bytes)
{
	if (bytes == 0 || text[0] == ' ' || text[bytes - 1] == ' ')
		return false;
	for (size_t i = 0; i < bytes; i++) {
		unsigned char byte = (unsigned char)text[i];
		if (byte == 0xC3 && i + 1 < bytes && ((unsigned char)text[i + 1] & 0xC0) == 0x80)
			i++;
		else if (byte < 0x20 || byte > 0x7E)
			return false;
	}
	return true;
}

bool text_clean(struct arena *arena, const char *text, size_t bytes, bool lines, const char **out, struct error *err)
{
	struct reading reading = {.lines = lines, .here = {1, 1}};
	struct buffer composed;
	if (clean_already(text, bytes)) {
		*out = arena_text_part(arena, text, bytes);
		return true;
	}
	buffer_init(&reading.out);
	buffer_init(&composed);
	bool fit = text_read(&reading, text, bytes, err);
	if (fit) {
		text_compose(&composed, reading.out.text, reading.out.bytes);
		*out = arena_text_part(arena, composed.text, composed.bytes);
	}
	buffer_done(&composed);
	buffer_done(&reading.out);
	return fit;
}
