/* A text that grows. Invariant: text[bytes] is NUL at all times; an empty buffer that never held a byte owns nothing.
 */
#include "buffer.h"
#include "arena.h"

enum { ROOM_FIRST = 256 };

static char nothing[1]; /* shared by all empty buffers; only ever read */

void buffer_init(struct buffer *buffer)
{
	*buffer = (struct buffer){.text = nothing};
}

void buffer_done(struct buffer *buffer)
{
	if (!buffer)
		return;
	if (buffer->room)
		free(buffer->text);
	buffer_init(buffer);
}

void buffer_clear(struct buffer *buffer)
{
	buffer->bytes = 0;
	if (buffer->room)
		buffer->text[0] = '\0';
}

static void buffer_need(struct buffer *buffer, size_t more)
{
	size_t need;
	if (__builtin_add_overflow(buffer->bytes, more, &need) || need == SIZE_MAX)
		memory_out();
	if (need < buffer->room)
		return;
	size_t room = buffer->room ? buffer->room : ROOM_FIRST;
	while (room <= need)
		room = room > SIZE_MAX / 2 ? SIZE_MAX : room * 2;
	char *text = memory_retake(buffer->room ? buffer->text : NULL, room);
	text[buffer->bytes] = '\0';
	buffer->text = text;
	buffer->room = room;
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t count)
{
	if (!count)
		return;
	buffer_need(buffer, count);
	memcpy(buffer->text + buffer->bytes, bytes, count);
	buffer->bytes += count;
	buffer->text[buffer->bytes] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
	va_list values, again;
	va_start(values, format);
	va_copy(again, values);
	int bytes = vsnprintf(NULL, 0, format, values);
	va_end(values);
	assert(bytes >= 0);
	if (bytes) {
		buffer_need(buffer, (size_t)bytes);
		vsnprintf(buffer->text + buffer->bytes, (size_t)bytes + 1, format, again);
		buffer->bytes += (size_t)bytes;
	}
	va_end(again);
}
