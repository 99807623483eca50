/* Writes JSON into a buffer. Commas, escapes and nesting are its own; a misnested document stops the program. */
#ifndef KANSLI_BASE_JSON_H
#define KANSLI_BASE_JSON_H

#include "buffer.h"
#include <stdbool.h>
#include <stdint.h>

enum { JSON_DEPTH = 32 };
struct json {
	struct buffer *out;
	int depth;
	char kind[JSON_DEPTH]; /* '{' or '[' */
	bool first[JSON_DEPTH];
};

void json_init(struct json *json, struct buffer *out);
void json_done(struct json *json); /* asserts that all is closed, ends with a newline */
/* name is NULL inside an array and at the top. */
void json_object(struct json *json, const char *name);
void json_array(struct json *json, const char *name);
void json_close(struct json *json);
void json_text(struct json *json, const char *name, const char *text); /* NULL becomes null */
void json_number(struct json *json, const char *name, int64_t number);
void json_ore(struct json *json, const char *name, int64_t ore); /* MONEY_UNKNOWN becomes null; name ends in _ore */
void json_bool(struct json *json, const char *name, bool value);
void json_null(struct json *json, const char *name);

#endif
