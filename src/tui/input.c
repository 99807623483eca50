/* The decoder of keys. Terminals spell a key in several ways; all common ones are known here whatever TERM says, for
 * TERM is often wrong (PuTTY, screen inside ssh). Half a sequence is waited for far longer than a lone Esc: on a slow
 * line the rest of an arrow key must not become letters that run commands. */
#include "input.h"

#include "base/text.h"

enum { ESC = 0x1B, SEQUENCE_MOST = 256, HALF_MS = 1000, PASTE_MS = 5000, PASTE_MOST = 16 << 20 };
enum { BURST_LEAST = 9, BURST_KINDS = 4 };
#define PASTE_OPEN "\033[200~"
#define PASTE_CLOSE "\033[201~"
enum { PASTE_MARK = 6 };

void input_init(struct input *input, bool latin)
{
	memset(input, 0, sizeof *input);
	buffer_init(&input->bytes);
	buffer_init(&input->paste);
	input->latin = latin;
}

void input_done(struct input *input)
{
	buffer_done(&input->bytes);
	buffer_done(&input->paste);
}

void input_teach(struct input *input, const char *sequence, struct key key)
{
	size_t bytes = sequence == NULL ? 0 : strlen(sequence);
	if (bytes < 2 || bytes >= INPUT_SEQUENCE || sequence[0] != ESC || input->taught == INPUT_TAUGHT) {
		return;
	}
	memcpy(input->teaching[input->taught].sequence, sequence, bytes + 1);
	input->teaching[input->taught++].key = key;
}

/* Many different letters in one read were not typed; a held key on a slow line is one letter many times. */
static bool read_is_burst(const char *bytes, size_t count)
{
	bool seen[256] = {false};
	int printable = 0, kinds = 0;
	for (size_t i = 0; i < count; i++) {
		unsigned char byte = (unsigned char)bytes[i];
		if (byte == ESC) {
			return false;
		}
		if (byte > ' ' && byte != 0x7F) {
			printable++;
			kinds += !seen[byte];
			seen[byte] = true;
		}
	}
	return printable >= BURST_LEAST && kinds >= BURST_KINDS;
}

static void input_compact(struct input *input)
{
	size_t left = input->bytes.bytes - input->at;
	memmove(input->bytes.text, input->bytes.text + input->at, left);
	input->bytes.bytes = left;
	input->burst_from -= input->at < input->burst_from ? input->at : input->burst_from;
	input->burst_to -= input->at < input->burst_to ? input->at : input->burst_to;
	input->at = 0;
}

/* Whether what has come from `from` on looks like a read of pasted text. What follows a paste in the same read is asked
 * too: the text may have held an end mark of its own. */
static void burst_see(struct input *input, size_t from)
{
	if (read_is_burst(input->bytes.text + from, input->bytes.bytes - from)) {
		input->burst_from = input->burst_to > input->at ? input->burst_from : from;
		input->burst_to = input->bytes.bytes;
	}
}

void input_feed(struct input *input, const char *bytes, size_t count)
{
	if (input->at > 0) {
		input_compact(input);
	}
	size_t from = input->bytes.bytes;
	buffer_add(&input->bytes, bytes, count);
	if (!input->pasting) {
		burst_see(input, from);
	}
}

size_t input_pending(const struct input *input)
{
	return input->bytes.bytes - input->at + (input->pasting ? input->paste.bytes + PASTE_MARK : 0);
}

int input_patience(const struct input *input, int escape_ms)
{
	size_t left = input->bytes.bytes - input->at;
	if (input->pasting) {
		return PASTE_MS;
	}
	if (left == 0) {
		return -1;
	}
	return left == 1 && input->bytes.text[input->at] == ESC ? escape_ms : HALF_MS;
}

/* ---- one event */

static struct event event_key(struct input *input, size_t used, enum press press, uint32_t character)
{
	struct event event = {.kind = EVENT_KEY, .key = {press, character, false}};
	event.key.burst = input->at >= input->burst_from && input->at < input->burst_to;
	input->at += used;
	input->escaped = false;
	return event;
}

static const struct event nothing = {.kind = EVENT_NONE};

static struct event event_control(struct input *input, unsigned char byte)
{
	switch (byte) {
	case '\r':
	case '\n': return event_key(input, 1, PRESS_ENTER, 0);
	case '\t': return event_key(input, 1, PRESS_TAB, 0);
	case '\b':
	case 0x7F: return event_key(input, 1, PRESS_BACKSPACE, 0);
	case 0: return event_key(input, 1, PRESS_CTRL, '@');
	default: return event_key(input, 1, PRESS_CTRL, (uint32_t)byte + '@');
	}
}

/* Bytes above 127: strict UTF-8, or Latin-1 where the terminal has that. */
static struct event event_text(struct input *input, const char *at, size_t left, bool late)
{
	unsigned char first = (unsigned char)*at;
	if (input->latin) {
		return event_key(input, 1, first >= 0xA0 ? PRESS_CHARACTER : PRESS_BROKEN, first);
	}
	uint32_t character;
	int used = text_decode(at, left, &character);
	if (used > 0) {
		bool shown = text_cells(character) >= 0;
		return event_key(input, (size_t)used, shown ? PRESS_CHARACTER : PRESS_UNKNOWN, character);
	}
	size_t wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
	bool may_follow = first >= 0xC2 && first <= 0xF4 && left < wanted;
	for (size_t i = 1; i < left && may_follow; i++) {
		may_follow = ((unsigned char)at[i] & 0xC0) == 0x80;
	}
	return may_follow && !late ? nothing : event_key(input, 1, PRESS_BROKEN, first);
}

/* ---- sequences */

static const struct {
	const char *spelling; /* after ESC; several terminals' ways for the same key */
	enum press press;
	uint32_t character;
} sequences[] = {
	{"[A", PRESS_UP, 0},
	{"[B", PRESS_DOWN, 0},
	{"[C", PRESS_RIGHT, 0},
	{"[D", PRESS_LEFT, 0},
	{"OA", PRESS_UP, 0},
	{"OB", PRESS_DOWN, 0},
	{"OC", PRESS_RIGHT, 0},
	{"OD", PRESS_LEFT, 0},
	{"[H", PRESS_HOME, 0},
	{"[F", PRESS_END, 0},
	{"OH", PRESS_HOME, 0},
	{"OF", PRESS_END, 0},
	{"[1~", PRESS_HOME, 0},
	{"[4~", PRESS_END, 0},
	{"[7~", PRESS_HOME, 0},
	{"[8~", PRESS_END, 0},
	{"[2~", PRESS_INSERT, 0},
	{"[3~", PRESS_DELETE, 0},
	{"[5~", PRESS_PAGE_UP, 0},
	{"[6~", PRESS_PAGE_DOWN, 0},
	{"[Z", PRESS_BACKTAB, 0},
	{"[1;2A", PRESS_SHIFT_UP, 0},
	{"[1;2B", PRESS_SHIFT_DOWN, 0},
	{"[a", PRESS_SHIFT_UP, 0},
	{"[b", PRESS_SHIFT_DOWN, 0},
	{"OP", PRESS_FUNCTION, 1},
	{"[[A", PRESS_FUNCTION, 1},
	{"OQ", PRESS_FUNCTION, 2},
	{"[[B", PRESS_FUNCTION, 2},
	{"OR", PRESS_FUNCTION, 3},
	{"[[C", PRESS_FUNCTION, 3},
	{"OS", PRESS_FUNCTION, 4},
	{"[[D", PRESS_FUNCTION, 4},
	{"[[E", PRESS_FUNCTION, 5},
	{"[11~", PRESS_FUNCTION, 1},
	{"[12~", PRESS_FUNCTION, 2},
	{"[13~", PRESS_FUNCTION, 3},
	{"[14~", PRESS_FUNCTION, 4},
	{"[15~", PRESS_FUNCTION, 5},
	{"[17~", PRESS_FUNCTION, 6},
	{"[18~", PRESS_FUNCTION, 7},
	{"[19~", PRESS_FUNCTION, 8},
	{"[20~", PRESS_FUNCTION, 9},
	{"[21~", PRESS_FUNCTION, 10},
	{"[23~", PRESS_FUNCTION, 11},
	{"[24~", PRESS_FUNCTION, 12},
	{"OM", PRESS_ENTER, 0},
	{"Oj", PRESS_CHARACTER, '*'},
	{"Ok", PRESS_CHARACTER, '+'},
	{"Ol", PRESS_CHARACTER, ','},
	{"Om", PRESS_CHARACTER, '-'},
	{"On", PRESS_CHARACTER, '.'},
	{"Oo", PRESS_CHARACTER, '/'},
	{"OX", PRESS_CHARACTER, '='},
};
enum { SEQUENCES = sizeof sequences / sizeof sequences[0] };

static struct event event_sequence(struct input *input, size_t skip, const char *spelling, size_t bytes)
{
	for (size_t i = 0; i < SEQUENCES; i++) {
		if (strlen(sequences[i].spelling) == bytes && memcmp(sequences[i].spelling, spelling, bytes) == 0) {
			return event_key(input, skip + bytes, sequences[i].press, sequences[i].character);
		}
	}
	if (bytes == 2 && spelling[0] == 'O' && spelling[1] >= 'p' && spelling[1] <= 'y') {
		return event_key(input, skip + bytes, PRESS_CHARACTER, (uint32_t)(spelling[1] - 'p' + '0'));
	}
	return event_key(input, skip + bytes, PRESS_UNKNOWN, 0);
}

/* Bytes of the sequence that starts with '[' or 'O' at `at`, 0 when more are needed. */
static size_t sequence_length(const char *at, size_t left)
{
	if (left >= 3 && at[0] == '[' && at[1] == '[') {
		return 3; /* the Linux console's F1..F5 */
	}
	if (at[0] == 'O') {
		return left >= 2 ? 2 : 0;
	}
	for (size_t i = 1; i < left && i < SEQUENCE_MOST; i++) {
		unsigned char byte = (unsigned char)at[i];
		if (byte >= 0x40 && byte <= 0x7E && !(i == 1 && byte == '[')) {
			return i + 1;
		}
		if (byte < 0x20 || byte > 0x7E) {
			return i; /* no sequence after all: what has come is dropped, the rest is read anew */
		}
	}
	return left >= SEQUENCE_MOST ? SEQUENCE_MOST : 0;
}

static struct event paste_start(struct input *input, size_t used)
{
	input->at += used;
	input->pasting = true;
	input->escaped = false;
	buffer_clear(&input->paste);
	return input_next(input, false);
}

/* After `skip` bytes (the ESC, or none when it went before) stands a '[' or an 'O'. */
static struct event event_half(struct input *input, size_t skip, bool late)
{
	const char *at = input->bytes.text + input->at + skip;
	size_t left = input->bytes.bytes - input->at - skip;
	size_t length = sequence_length(at, left);
	if (length == PASTE_MARK - 1 && memcmp(at, &PASTE_OPEN[1], length) == 0) {
		return paste_start(input, skip + length);
	}
	if (length > 0) {
		return event_sequence(input, skip, at, length);
	}
	return late ? event_key(input, skip + left, PRESS_UNKNOWN, 0) : nothing;
}

static struct event event_taught(struct input *input, const char *at, size_t left)
{
	for (int i = 0; i < input->taught; i++) {
		size_t bytes = strlen(input->teaching[i].sequence);
		if (left >= bytes && memcmp(at, input->teaching[i].sequence, bytes) == 0) {
			struct key key = input->teaching[i].key;
			return event_key(input, bytes, key.press, key.character);
		}
	}
	return nothing;
}

static struct event event_escape(struct input *input, const char *at, size_t left, bool late)
{
	struct event taught = event_taught(input, at, left);
	if (taught.kind != EVENT_NONE) {
		return taught;
	}
	if (left == 1 && !late) {
		return nothing;
	}
	if (left > 1 && (at[1] == '[' || at[1] == 'O')) {
		return event_half(input, 1, late);
	}
	struct event event = event_key(input, 1, PRESS_ESCAPE, 0);
	input->escaped = left == 1;
	return event;
}

/* ---- paste */

static struct event event_paste(struct input *input, bool late)
{
	const char *at = input->bytes.text + input->at;
	size_t left = input->bytes.bytes - input->at;
	const char *close = memmem(at, left, PASTE_CLOSE, PASTE_MARK);
	/* A pasted end mark would let the rest of the paste through as keys: the last one in sight is the real one. */
	for (const char *more = close; more != NULL;) {
		size_t from = (size_t)(more - at) + PASTE_MARK;
		const char *open = memmem(at + from, left - from, PASTE_OPEN, PASTE_MARK);
		more = memmem(at + from, left - from, PASTE_CLOSE, PASTE_MARK);
		close = more != NULL && (open == NULL || open > more) ? more : close;
		more = open != NULL && open < more ? NULL : more;
	}
	size_t taken = close != NULL       ? (size_t)(close - at)
		       : late              ? left
		       : left < PASTE_MARK ? 0
					   : left - (PASTE_MARK - 1);
	size_t room = PASTE_MOST - input->paste.bytes;
	buffer_add(&input->paste, at, taken < room ? taken : room);
	input->at += taken + (close != NULL ? PASTE_MARK : 0);
	if (close == NULL && !late) {
		return nothing;
	}
	input->pasting = false;
	burst_see(input, input->at);
	return (struct event){.kind = EVENT_PASTE, .text = input->paste.text, .bytes = input->paste.bytes};
}

struct event input_next(struct input *input, bool late)
{
	if (input->pasting) {
		return event_paste(input, late);
	}
	const char *at = input->bytes.text + input->at;
	size_t left = input->bytes.bytes - input->at;
	if (left == 0) {
		return nothing;
	}
	unsigned char first = (unsigned char)*at;
	if (first == ESC) {
		return event_escape(input, at, left, late);
	}
	if (first == '[' && input->escaped) {
		return event_half(input, 0, late);
	}
	if (first < ' ' || first == 0x7F) {
		return event_control(input, first);
	}
	return first < 0x80 ? event_key(input, 1, PRESS_CHARACTER, first) : event_text(input, at, left, late);
}
