/* Writes JSON. Invariant: what has been written is a prefix of one valid document, and of ASCII and visible characters
 * only: what a terminal would not show stands as \uXXXX, which loses nothing. */
#include "json.h"
#include "money.h"
#include "text.h"

void json_init(struct json *json, struct buffer *out)
{
	*json = (struct json){.out = out};
	json->first[0] = true;
}

static void text_write(struct buffer *out, const char *text);

/* The comma, and the name where one belongs; a misnested document is a mistake in the program. */
static void item_begin(struct json *json, const char *name)
{
	bool in_object = json->depth > 0 && json->kind[json->depth] == '{';
	assert(in_object == (name != NULL));
	assert(json->depth > 0 || json->first[0]); /* one value at the top */
	if (!json->first[json->depth])
		buffer_text(json->out, ",");
	json->first[json->depth] = false;
	if (name) {
		text_write(json->out, name);
		buffer_text(json->out, ":");
	}
}

static void nest_begin(struct json *json, const char *name, char kind)
{
	item_begin(json, name);
	assert(json->depth + 1 < JSON_DEPTH);
	json->depth++;
	json->kind[json->depth] = kind;
	json->first[json->depth] = true;
	buffer_add(json->out, &kind, 1);
}

void json_object(struct json *json, const char *name)
{
	nest_begin(json, name, '{');
}

void json_array(struct json *json, const char *name)
{
	nest_begin(json, name, '[');
}

void json_close(struct json *json)
{
	assert(json->depth > 0);
	buffer_text(json->out, json->kind[json->depth] == '{' ? "}" : "]");
	json->depth--;
}

void json_done(struct json *json)
{
	assert(json->depth == 0 && !json->first[0]);
	buffer_text(json->out, "\n");
}

static void escape_write(struct buffer *out, uint32_t character)
{
	if (character >= 0x10000) {
		buffer_format(out, "\\u%04x", (unsigned)(0xD800 + ((character - 0x10000) >> 10)));
		character = 0xDC00 + (character & 0x3FF);
	}
	buffer_format(out, "\\u%04x", (unsigned)character);
}

static void character_write(struct buffer *out, uint32_t character, const char *bytes, int count)
{
	switch (character) {
	case '"': buffer_text(out, "\\\""); return;
	case '\\': buffer_text(out, "\\\\"); return;
	case '\n': buffer_text(out, "\\n"); return;
	case '\r': buffer_text(out, "\\r"); return;
	case '\t': buffer_text(out, "\\t"); return;
	}
	if (text_cells(character) < 0)
		escape_write(out, character);
	else
		buffer_add(out, bytes, (size_t)count);
}

static void text_write(struct buffer *out, const char *text)
{
	size_t left = strlen(text);
	buffer_text(out, "\"");
	while (left) {
		uint32_t character;
		int count = text_decode(text, left, &character);
		if (count)
			character_write(out, character, text, count);
		else
			buffer_text(out, "\\ufffd");
		text += count ? count : 1;
		left -= count ? (size_t)count : 1;
	}
	buffer_text(out, "\"");
}

void json_text(struct json *json, const char *name, const char *text)
{
	item_begin(json, name);
	if (text)
		text_write(json->out, text);
	else
		buffer_text(json->out, "null");
}

void json_number(struct json *json, const char *name, int64_t number)
{
	item_begin(json, name);
	buffer_format(json->out, "%" PRId64, number);
}

void json_ore(struct json *json, const char *name, int64_t ore)
{
	size_t length = name ? strlen(name) : 0;
	assert(!name || (length > 4 && strcmp(name + length - 4, "_ore") == 0));
	if (ore == MONEY_UNKNOWN)
		json_null(json, name);
	else
		json_number(json, name, ore);
}

void json_bool(struct json *json, const char *name, bool value)
{
	item_begin(json, name);
	buffer_text(json->out, value ? "true" : "false");
}

void json_null(struct json *json, const char *name)
{
	item_begin(json, name);
	buffer_text(json->out, "null");
}
