/* How a link of the chain is made, and how the chain is walked. Invariant: the bytes that are hashed depend on nothing
 * but the row itself and the row before it. */
#include "casework/event_chain.h"
#include "casework/office.h"

#include "base/words.h"

static void hash_field(struct hash *hash, const char *text)
{
	unsigned char length[8];
	uint64_t bytes = text ? strlen(text) : UINT64_MAX;

	for (int i = 0; i < 8; i++)
		length[i] = (unsigned char)(bytes >> (56 - 8 * i));
	hash_add(hash, length, sizeof length);
	if (text)
		hash_add(hash, text, bytes);
}

static void hash_number(struct hash *hash, int64_t number)
{
	char text[24];

	snprintf(text, sizeof text, "%" PRId64, number);
	hash_field(hash, number == MONEY_UNKNOWN ? NULL : text);
}

void event_hash(const struct event_link *link, const unsigned char previous[HASH_BYTES], unsigned char out[HASH_BYTES])
{
	struct hash hash;

	hash_init(&hash);
	hash_add(&hash, "kansli-event-1", 14);
	hash_add(&hash, previous, HASH_BYTES);
	hash_number(&hash, link->seq);
	hash_field(&hash, link->at);
	hash_number(&hash, link->actor);
	hash_field(&hash, link->role);
	hash_field(&hash, link->operation);
	hash_number(&hash, link->part);
	hash_field(&hash, link->action);
	hash_field(&hash, link->object);
	hash_number(&hash, link->object_id);
	hash_number(&hash, link->application);
	hash_field(&hash, link->cause);
	hash_field(&hash, link->before);
	hash_field(&hash, link->after);
	hash_done(&hash, out);
}

/* The newest link's number and hash; 0 and zero bytes before the first. */
static bool newest(
	struct store *store, struct arena *arena, int64_t *seq, unsigned char hash[HASH_BYTES], struct error *err)
{
	struct rows rows;
	size_t bytes;

	*seq = 0;
	memset(hash, 0, HASH_BYTES);
	if (!store_ask(store, SQL_EVENT_NEWEST, BINDS_NONE, &rows, err))
		return false;
	if (rows_next(&rows)) {
		const void *found;

		*seq = rows_number(&rows, "seq");
		found = rows_blob(&rows, "hash", arena, &bytes);
		assert(bytes == HASH_BYTES);
		memcpy(hash, found, HASH_BYTES);
	}
	return rows_done(&rows, err);
}

bool event_append(struct store *store, struct event_link *link, struct arena *arena, struct error *err)
{
	unsigned char previous[HASH_BYTES], hash[HASH_BYTES];

	if (!newest(store, arena, &link->seq, previous, err))
		return false;
	link->seq++;
	event_hash(link, previous, hash);
	return store_run(store, SQL_EVENT_INSERT,
		BINDS(BIND("seq", link->seq), BIND("at", link->at), BIND("actor", link->actor),
			BIND("role", link->role), BIND("operation", link->operation), BIND("part", link->part),
			BIND("action", link->action), BIND("object", link->object), BIND("object_id", link->object_id),
			BIND("application", link->application), BIND("cause", link->cause),
			BIND("before", link->before), BIND("after", link->after), bind_blob("hash", hash, HASH_BYTES)),
		err);
}

static void read_link(struct rows *rows, struct arena *arena, struct event_link *link)
{
	link->seq = rows_number(rows, "seq");
	link->at = rows_text(rows, "at", arena);
	link->actor = rows_number(rows, "actor");
	link->role = rows_text(rows, "role", arena);
	link->operation = rows_text(rows, "operation", arena);
	link->part = (int)rows_number(rows, "part");
	link->action = rows_text(rows, "action", arena);
	link->object = rows_text(rows, "object", arena);
	link->object_id = rows_number(rows, "object_id");
	link->application = rows_number(rows, "application");
	link->cause = rows_text(rows, "cause", arena);
	link->before = rows_text(rows, "before", arena);
	link->after = rows_text(rows, "after", arena);
}

bool event_chain_check(
	struct casework *cw, void (*say)(void *with, const char *finding), void *with, int *findings, struct error *err)
{
	unsigned char expected[HASH_BYTES] = {0}, previous[HASH_BYTES];
	int64_t seq = 0;
	struct rows rows;

	if (!store_ask(cw->store, SQL_EVENT_CHAIN, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct event_link link;
		struct arena arena;
		const void *found;
		size_t bytes;

		arena_init(&arena);
		read_link(&rows, &arena, &link);
		found = rows_blob(&rows, "hash", &arena, &bytes);
		memcpy(previous, expected, HASH_BYTES);
		event_hash(&link, previous, expected);
		if (link.seq != ++seq) {
			say(with,
				arena_format(&arena,
					_("Events: number %lld is missing; something that happened has been removed."),
					(long long)seq));
			++*findings;
			seq = link.seq;
		}
		if (bytes != HASH_BYTES || memcmp(found, expected, HASH_BYTES)) {
			say(with, arena_format(&arena,
					  _("Events: number %lld does not follow from the one before; it or an earlier "
					    "one has been altered."),
					  (long long)link.seq));
			++*findings;
			memcpy(expected, found,
				bytes < HASH_BYTES ? bytes : HASH_BYTES); /* so that one break is one finding */
		}
		arena_done(&arena);
	}
	return rows_done(&rows, err);
}
