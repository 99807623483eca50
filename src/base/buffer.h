/* A text that grows: for files, JSON and screens' long texts. Always NUL-terminated; owned by whoever inits it. */
#ifndef KANSLI_BASE_BUFFER_H
#define KANSLI_BASE_BUFFER_H

#include <stddef.h>

struct buffer {
	char *text; /* "" before the first byte, never NULL */
	size_t bytes, room;
};

void buffer_init(struct buffer *buffer);
void buffer_done(struct buffer *buffer);
void buffer_clear(struct buffer *buffer);
void buffer_add(struct buffer *buffer, const char *bytes, size_t count);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
