/* A case as it was known on a day. Invariant: only what an event has kept is told of the past; nothing is guessed. */
#include "casework/rewind.h"
#include "casework/change.h"
#include "casework/event.h"
#include "casework/grow.h"

bool facts_value(const char *facts, const char *name, struct arena *arena, const char **out)
{
	size_t wanted = strlen(name);

	while (facts && *facts) {
		const char *equals = strchr(facts, '=');
		bool same = equals && (size_t)(equals - facts) == wanted && !memcmp(facts, name, wanted);
		size_t bytes;
		char *end;

		if (!equals)
			return false;
		if (equals[1] == '-') {
			if (same)
				*out = NULL;
			end = (char *)equals + 2;
			bytes = 0;
		} else {
			bytes = strtoul(equals + 1, &end, 10);
			if (*end != ':' || strlen(end) <= bytes)
				return false;
			if (same)
				*out = arena_text_part(arena, end + 1, bytes);
			end++;
		}
		if (same)
			return true;
		facts = end[bytes] ? end + bytes + 1 : NULL;
	}
	return false;
}

static struct rewind_item *item_of(const struct rewind *rewind, const char *object, int64_t id)
{
	for (int i = 0; i < rewind->count; i++)
		if (rewind->items[i].id == id && !strcmp(rewind->items[i].object, object))
			return &rewind->items[i];
	return NULL;
}

/* Events come newest first: of each thing the first by the day is the one that holds. */
static void event_take(struct rewind *rewind, const struct event_row *event)
{
	bool by_then = strncmp(event->at, rewind->day, DAY_TEXT - 1) <= 0;
	struct rewind_item *item = item_of(rewind, event->object, event->object_id);

	rewind->later += !by_then;
	if (!item) {
		GROW(&rewind->arena, rewind->items, rewind->count);
		item = &rewind->items[rewind->count++];
		*item = (struct rewind_item){
			.object = arena_text(&rewind->arena, event->object), .id = event->object_id};
	}
	if (!by_then || item->there)
		return;
	item->there = true;
	item->after = arena_text(&rewind->arena, event->after);
	rewind->hidden += !event->after;
}

bool rewind_load(struct casework *cw, int64_t application, const char *as_of, struct rewind *out, struct error *err)
{
	struct event_query query = {.application = application};
	struct rewind rewind = {0};
	struct event_list events;

	arena_init(&rewind.arena);
	if (as_of) {
		if (!event_list_load(cw, &query, &events, err)) {
			arena_done(&rewind.arena);
			return false;
		}
		rewind.day = arena_text(&rewind.arena, as_of);
		for (int i = 0; i < events.count; i++)
			event_take(&rewind, &events.items[i]);
		event_list_done(&events);
	}
	*out = rewind;
	return true;
}

void rewind_done(struct rewind *rewind)
{
	if (!rewind)
		return;
	arena_done(&rewind->arena);
	*rewind = (struct rewind){0};
}

bool rewind_there(const struct rewind *rewind, enum object_kind kind, int64_t id)
{
	const struct rewind_item *item;

	if (!rewind->day)
		return true;
	item = item_of(rewind, object_code(kind), id);
	return item && item->there;
}

const char *rewind_text(struct rewind *rewind, enum object_kind kind, int64_t id, const char *column, const char *now)
{
	const struct rewind_item *item = rewind->day ? item_of(rewind, object_code(kind), id) : NULL;
	const char *then = NULL;

	if (!item || !item->after || !facts_value(item->after, column, &rewind->arena, &then))
		return now;
	return then;
}
