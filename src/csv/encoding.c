/* Which letters a file's bytes are. Invariant: what is handed on is valid UTF-8 without NUL, or the file is refused. */
#include "csv/encoding.h"
#include "base/text.h"
#include "base/words.h"

/* Windows-1252, 80 to 9F, as Unicode publishes it; 0 where nothing is defined. The rest is as in Latin-1. */
static const uint16_t windows_1252[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030,
	0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
	0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

/* Looks in steps that grow, so that neither a file without LF nor one very long line costs more than its length. */
static const char *line_end(const char *text, size_t count)
{
	for (size_t at = 0, step = 256; at < count; at += step, step *= 2) {
		size_t part = count - at < step ? count - at : step;
		const char *feed = memchr(text + at, '\n', part);
		const char *turn = memchr(text + at, '\r', feed ? (size_t)(feed - text) - at : part);
		if (turn || feed)
			return turn ? turn : feed;
	}
	return NULL;
}

size_t encoding_line(const char *text, size_t count)
{
	const char *end = line_end(text, count);
	if (!end)
		return count;
	size_t length = (size_t)(end - text) + 1;
	return *end == '\r' && length < count && text[length] == '\n' ? length + 1 : length;
}

/* The line, from 1, on which the byte at `place` stands. */
static int line_of(const char *bytes, size_t count, size_t place)
{
	int line = 1;
	for (size_t at = encoding_line(bytes, count); at <= place && at < count; line++)
		at += encoding_line(bytes + at, count - at);
	return line;
}

const char *encoding_name(enum encoding encoding)
{
	static const char *const names[] = {[ENCODING_UTF8] = "UTF-8",
		[ENCODING_UTF8_MARKED] = "UTF-8 (BOM)",
		[ENCODING_WINDOWS_1252] = "Windows-1252"};
	return names[encoding];
}

static bool starts(const char *bytes, size_t count, const char *mark, size_t length)
{
	return count >= length && memcmp(bytes, mark, length) == 0;
}

static bool kind_refused(const char *bytes, size_t count, struct error *err)
{
	if (starts(bytes, count, "\xFF\xFE", 2) || starts(bytes, count, "\xFE\xFF", 2))
		return !refuse(err, ERROR_INVALID,
			_("The file was not read: it is in UTF-16 (“Unicode text”). Save it again as CSV UTF-8."));
	const char *nul = memchr(bytes, 0, count);
	if (nul)
		return !refuse(err, ERROR_INVALID,
			_("The file was not read: line %d holds a NUL byte, so it is not text, or it is in UTF-16. "
			  "Save it "
			  "again as CSV UTF-8."),
			line_of(bytes, count, (size_t)(nul - bytes)));
	return false;
}

/* What a text that is not UTF-8 from end to end holds: well-formed characters beyond ASCII, and bytes that are none. */
struct tally {
	size_t well, broken, first_broken;
};

static struct tally characters_count(const char *bytes, size_t count)
{
	struct tally tally = {0};
	for (size_t at = 0; at < count;) {
		uint32_t character;
		int took = (unsigned char)bytes[at] < 0x80 ? 1 : text_decode(bytes + at, count - at, &character);
		if (took == 0 && tally.broken++ == 0)
			tally.first_broken = at;
		tally.well += took > 1;
		at += took ? (size_t)took : 1;
	}
	return tally;
}

static bool windows_read(const char *bytes, size_t count, struct buffer *room, struct error *err)
{
	for (size_t at = 0, plain = 0; at <= count; at++) {
		unsigned char byte = at < count ? (unsigned char)bytes[at] : 0x80;
		if (byte < 0x80)
			continue;
		buffer_add(room, bytes + plain, at - plain);
		plain = at + 1;
		if (at == count)
			break;
		uint32_t character = byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
		if (character == 0)
			return refuse(err, ERROR_INVALID,
				_("The file was not read: line %d holds the byte %02X, which neither UTF-8 nor "
				  "Windows-1252 "
				  "knows. Save it again as CSV UTF-8."),
				line_of(bytes, count, at), byte);
		char letter[4];
		buffer_add(room, letter, (size_t)text_encode(character, letter));
	}
	return true;
}

/* Bytes that are mostly UTF-8 with a break in it are a damaged file, not a Windows-1252 file: read as such, every å
 * would become two strange letters. */
static bool unmarked_read(const char *bytes, size_t count, struct buffer *room, bool marked, struct error *err)
{
	struct tally tally = characters_count(bytes, count);
	if (marked || tally.well > tally.broken)
		return refuse(err, ERROR_INVALID,
			_("The file was not read: it is in UTF-8, but line %d holds bytes that are no letters. It may "
			  "have been "
			  "damaged or joined from two files; save it again as CSV UTF-8."),
			line_of(bytes, count, tally.first_broken));
	return windows_read(bytes, count, room, err);
}

bool encoding_read(const char *bytes, size_t count, struct buffer *room, enum encoding *out, const char **text,
	size_t *length, struct error *err)
{
	if (kind_refused(bytes, count, err))
		return false;
	size_t mark = starts(bytes, count, "\xEF\xBB\xBF", 3) ? 3 : 0;
	if (text_is_utf8(bytes + mark, count - mark)) {
		*out = mark ? ENCODING_UTF8_MARKED : ENCODING_UTF8;
		*text = bytes + mark;
		*length = count - mark;
		return true;
	}
	if (!unmarked_read(bytes + mark, count - mark, room, mark != 0, err))
		return false;
	*out = ENCODING_WINDOWS_1252;
	*text = room->text;
	*length = room->bytes;
	return true;
}
