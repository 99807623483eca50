/* The difference between before and after, in words. Invariant: what is told is what the two kept texts say. */
#include "casework/event_words.h"

#include "base/buffer.h"

/* One fact of canonical text: "name=<bytes>:<value>\n" or "name=-\n". Answers where the next begins, NULL at the end.
 */
static const char *fact_read(
	const char *at, const char **name, size_t *name_bytes, const char **value, size_t *value_bytes)
{
	const char *equals;
	char *end;
	size_t bytes;

	if (!at || !*at || !(equals = strchr(at, '=')))
		return NULL;
	*name = at;
	*name_bytes = (size_t)(equals - at);
	*value = NULL;
	*value_bytes = 0;
	if (equals[1] == '-')
		return equals[2] ? equals + 3 : NULL;
	bytes = strtoul(equals + 1, &end, 10);
	if (*end != ':' || strlen(end + 1) <= bytes)
		return NULL;
	*value = end + 1;
	*value_bytes = bytes;
	return end + 1 + bytes + 1;
}

static bool fact_find(const char *facts, const char *name, size_t name_bytes, const char **value, size_t *value_bytes)
{
	const char *found;
	size_t found_bytes;

	for (const char *at = facts; at && *at;) {
		at = fact_read(at, &found, &found_bytes, value, value_bytes);
		if (!at)
			break;
		if (found_bytes == name_bytes && !memcmp(found, name, name_bytes))
			return true;
	}
	*value = NULL;
	*value_bytes = 0;
	return false;
}

static void fact_say(struct buffer *buffer, const char *value, size_t bytes)
{
	if (value)
		buffer_add(buffer, value, bytes);
	else
		buffer_text(buffer, "-");
}

static void field_say(struct buffer *buffer, const char *object, const char *name, size_t bytes)
{
	const char *words = event_field_words(object, name, bytes);

	if (words)
		buffer_text(buffer, words);
	else
		buffer_add(buffer, name, bytes);
	buffer_text(buffer, ": ");
}

const char *event_difference(const struct event_row *event, struct arena *arena)
{
	struct buffer buffer;
	const char *name, *after, *before, *answer;
	size_t name_bytes, after_bytes, before_bytes;

	buffer_init(&buffer);
	for (const char *at = event->after; at && *at;) {
		at = fact_read(at, &name, &name_bytes, &after, &after_bytes);
		if (!at)
			break;
		fact_find(event->before, name, name_bytes, &before, &before_bytes);
		if (before_bytes == after_bytes && !before == !after && (!after || !memcmp(before, after, after_bytes)))
			continue;
		field_say(&buffer, event->object, name, name_bytes);
		if (event->before) {
			fact_say(&buffer, before, before_bytes);
			buffer_text(&buffer, " → ");
		}
		fact_say(&buffer, after, after_bytes);
		buffer_text(&buffer, "\n");
	}
	answer = arena_text(arena, buffer.text);
	buffer_done(&buffer);
	return answer;
}
