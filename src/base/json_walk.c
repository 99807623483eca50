/* JSON read back. Invariant: every value is said once, in its order, under the path of names that leads to it. */
#include "json_walk.h"
#include "buffer.h"
#include "text.h"

enum { WALK_PATH = 512 };

struct walk {
	const char *at;
	struct arena *arena;
	json_say *say;
	void *with;
	char path[WALK_PATH];
};

static void value_walk(struct walk *walk);

/* One more name on the path; answers its length before, to be given back. */
static size_t path_add(struct walk *walk, const char *name)
{
	size_t before = strlen(walk->path);
	int wrote = snprintf(walk->path + before, WALK_PATH - before, "%s%s", before ? "." : "", name);

	assert(wrote > 0 && (size_t)wrote < WALK_PATH - before);
	return before;
}

static uint32_t hex_read(const char *digits)
{
	char four[5] = {digits[0], digits[1], digits[2], digits[3], '\0'};

	return (uint32_t)strtoul(four, NULL, 16);
}

/* A string without its quotes and escapes, in the arena. */
static const char *string_read(struct walk *walk)
{
	struct buffer text;
	const char *answer;

	assert(*walk->at == '"');
	buffer_init(&text);
	for (walk->at++; *walk->at != '"'; walk->at++) {
		static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
		const char *known;
		char letter[5] = {0};

		assert(*walk->at);
		if (*walk->at != '\\') {
			buffer_add(&text, walk->at, 1);
		} else if (*++walk->at == 'u') {
			text_encode(hex_read(walk->at + 1), letter);
			buffer_text(&text, letter);
			walk->at += 4;
		} else {
			known = strchr(from, *walk->at);
			buffer_add(&text, known ? &to[known - from] : walk->at, 1);
		}
	}
	walk->at++;
	answer = arena_text(walk->arena, text.text);
	buffer_done(&text);
	return answer;
}

static void value_say(struct walk *walk, const char *value)
{
	walk->say(walk->with, arena_text(walk->arena, walk->path), value);
}

/* The parts of an object (by name) or a list (by number), up to its end. */
static void parts_read(struct walk *walk, char end)
{
	char number[16];

	walk->at++;
	for (int i = 1; *walk->at != end; i++) {
		size_t before;

		if (end == '}') {
			before = path_add(walk, string_read(walk));
			assert(*walk->at == ':');
			walk->at++;
		} else {
			snprintf(number, sizeof number, "%d", i);
			before = path_add(walk, number);
		}
		value_walk(walk);
		walk->path[before] = '\0';
		walk->at += *walk->at == ',';
	}
	walk->at++;
}

static void value_walk(struct walk *walk)
{
	size_t bytes;

	if (*walk->at == '{' || *walk->at == '[') {
		parts_read(walk, *walk->at == '{' ? '}' : ']');
		return;
	}
	if (*walk->at == '"') {
		value_say(walk, string_read(walk));
		return;
	}
	bytes = strcspn(walk->at, ",]}\n");
	assert(bytes > 0);
	value_say(walk, !strncmp(walk->at, "null", 4) ? NULL : arena_text_part(walk->arena, walk->at, bytes));
	walk->at += bytes;
}

void json_walk(const char *json, struct arena *arena, json_say *say, void *with)
{
	struct walk walk = {.at = json, .arena = arena, .say = say, .with = with};

	value_walk(&walk);
}
