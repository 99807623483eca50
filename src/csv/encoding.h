/* Which letters a file's bytes are: UTF-8 with or without a mark, or Windows-1252, never guessed further. */
#ifndef KANSLI_CSV_ENCODING_H
#define KANSLI_CSV_ENCODING_H

#include "base/buffer.h"
#include "base/error.h"
#include <stdbool.h>
#include <stddef.h>

enum encoding { ENCODING_UTF8, ENCODING_UTF8_MARKED, ENCODING_WINDOWS_1252 };

/* Finds the encoding and answers the text as UTF-8 without its mark: *text points into `bytes`, or into `room` when
 * the letters had to be rewritten. Refuses (ERROR_INVALID, naming the line) UTF-16, NUL, broken UTF-8 and the five
 * bytes that Windows-1252 leaves undefined. */
bool encoding_read(const char *bytes, size_t count, struct buffer *room, enum encoding *out, const char **text,
	size_t *length, struct error *err);
const char *encoding_name(enum encoding encoding); /* as people know it; not translated */

/* The first line's bytes with its end (LF, CRLF or CR); all of them when no line ends. */
size_t encoding_line(const char *text, size_t count);

#endif
