/* The public list of grants. Invariant: nothing stands on it but what a decision grants, and what somebody is barred
 * from is there for them only once it is public. */
#include "casework/published.h"

#include "casework/bar.h"
#include "casework/change.h"
#include "casework/field.h"
#include "casework/grow.h"

#include "base/json.h"
#include "base/words.h"

static bool row_read(struct rows *rows, struct arena *arena, struct published *out)
{
	*out = (struct published){
		.decision = rows_number(rows, "decision"),
		.application = rows_number(rows, "application"),
		.round = rows_number(rows, "round"),
		.year = (int)rows_number(rows, "year"),
		.n = (int)rows_number(rows, "n"),
		.measure_n = (int)rows_number(rows, "measure_n"),
		.participants = (int)rows_number(rows, "participants"),
		.decision_n = (int)rows_number(rows, "decision_n"),
		.lead = rows_text(rows, "lead", arena),
		.title = rows_text(rows, "title", arena),
		.from_on = rows_text(rows, "from_on", arena),
		.to_on = rows_text(rows, "to_on", arena),
		.outcome = rows_text(rows, "outcome", arena),
		.decided_on = rows_text(rows, "decided_on", arena),
		.round_name = rows_text(rows, "round_name", arena),
		.sought_ore = rows_number(rows, "sought_ore"),
		.granted_ore = rows_number_or(rows, "granted_ore", 0),
	};
	return rows_bool(rows, "available");
}

static bool rows_load(
	struct casework *cw, int64_t publication, int64_t round, struct published_list *list, struct error *err)
{
	struct bars bars;
	struct rows rows;

	if (!bars_load(cw, &list->arena, &bars, err) ||
		!store_ask(casework_store(cw), SQL_PUBLISHED_LIST,
			BINDS(BIND("publication", publication), BIND("round", round)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct published found;
		bool open = row_read(&rows, &list->arena, &found) ||
			    bars_relation(&bars, found.application, found.round) == RELATION_NONE;

		list->hidden += !open;
		if (!open)
			continue;
		GROW(&list->arena, list->items, list->count);
		list->items[list->count++] = found;
		list->granted_ore += found.granted_ore;
	}
	return rows_done(&rows, err);
}

bool published_load(
	struct casework *cw, int64_t publication, int64_t round, struct published_list *out, struct error *err)
{
	struct published_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!rows_load(cw, publication, round, &list, err)) {
		published_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void published_done(struct published_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct published_list){0};
}

void published_json(const struct published_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "count", list->count);
	json_ore(&json, "granted_ore", list->granted_ore);
	json_array(&json, "measures");
	for (int i = 0; i < list->count; i++) {
		const struct published *row = &list->items[i];

		json_object(&json, NULL);
		json_text(&json, "round", row->round_name);
		json_number(&json, "year", row->year);
		json_number(&json, "application", row->n);
		json_number(&json, "measure", row->measure_n);
		json_text(&json, "applicant", row->lead);
		json_number(&json, "participants", row->participants);
		json_text(&json, "title", row->title);
		json_text(&json, "from", row->from_on);
		json_text(&json, "to", row->to_on);
		json_text(&json, "outcome", row->outcome);
		json_text(&json, "decided", row->decided_on);
		json_number(&json, "decision", row->decision_n);
		json_ore(&json, "sought_ore", row->sought_ore);
		json_ore(&json, "granted_ore", row->granted_ore);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

/* ---- made known */

bool publication_list_load(struct casework *cw, struct publication_list *out, struct error *err)
{
	struct publication_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_PUBLICATION_LIST, BINDS_NONE, &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		GROW(&list.arena, list.items, list.count);
		list.items[list.count++] = (struct publication){
			.id = rows_number(&rows, "id"),
			.rows = (int)rows_number(&rows, "rows"),
			.round = rows_text(&rows, "round", &list.arena),
			.on_day = rows_text(&rows, "on_day", &list.arena),
			.way = rows_text(&rows, "way", &list.arena),
			.hash = rows_text(&rows, "hash", &list.arena),
			.made_by = rows_text(&rows, "made_by", &list.arena),
			.made_at = rows_text(&rows, "made_at", &list.arena),
		};
	}
	if (!rows_done(&rows, err)) {
		publication_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void publication_list_done(struct publication_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct publication_list){0};
}

struct publishing {
	const char *on, *way;
};
#define FIELD_AT(member) offsetof(struct publishing, member)
static const struct field fields[] = {
	{"on", N_("Made known on"), FIELD_PAST, .needed = true, .at = FIELD_AT(on)},
	{"way", N_("Where or how"), FIELD_LINE, .needed = true, .at = FIELD_AT(way)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

static void list_hash(const struct published_list *list, char out[HASH_TEXT])
{
	unsigned char bytes[HASH_BYTES];
	struct buffer text;
	struct hash hash;

	buffer_init(&text);
	published_json(list, &text);
	hash_init(&hash);
	hash_add(&hash, text.text, text.bytes);
	hash_done(&hash, bytes);
	hash_text(bytes, out);
	buffer_done(&text);
}

static bool publication_write(struct change *change, const struct published_list *list, int64_t round,
	const struct publishing *values, int64_t *id, struct error *err)
{
	char hash[HASH_TEXT];

	list_hash(list, hash);
	if (!store_run(change->store, SQL_PUBLICATION_INSERT,
		    BINDS(BIND("round", round ? round : MONEY_UNKNOWN), BIND("on_day", values->on),
			    BIND("way", values->way), BIND("hash", (const char *)hash),
			    BIND("made_by", casework_actor(change->cw)), BIND("made_at", (const char *)change->now)),
		    err))
		return false;
	*id = store_last_id(change->store);
	for (int i = 0; i < list->count; i++)
		if (!store_run(change->store, SQL_PUBLICATION_ROW_INSERT,
			    BINDS(BIND("publication", *id), BIND("decision", list->items[i].decision)), err))
			return false;
	return change_record(change, OBJECT_PUBLICATION, *id, 0, NULL, err);
}

/* Nothing is made known before it is decided. */
static bool day_follows(const struct published_list *list, const char *on, struct error *err)
{
	for (int i = 0; i < list->count; i++)
		if (strcmp(on, list->items[i].decided_on) < 0)
			return field_refuse(NULL, "on", N_("Made known on"), err,
				_("%s is before a decision on the list, of %s."), on, list->items[i].decided_on);
	return true;
}

static bool publish(struct change *change, int64_t round, struct publishing *values, int64_t *id, struct error *err)
{
	struct published_list list;
	bool done;

	if (!values->on)
		values->on = change->today;
	if (!form_clean(change->cw, &form, values, &change->arena, NULL, err) ||
		!published_load(change->cw, 0, round, &list, err))
		return false;
	done = list.hidden   ? refuse(err, ERROR_DENIED,
				       _("The list holds cases in which you take no part and that nobody has been told "
					   "of. Somebody else makes it known."))
	       : !list.count ? refuse(err, ERROR_INVALID, _("Nothing is granted, so there is nothing to make known."))
			     : day_follows(&list, values->on, err) &&
				       publication_write(change, &list, round, values, id, err);
	published_done(&list);
	return done;
}

bool publication_record(struct casework *cw, const struct operation *op, int64_t round, const char *on, const char *way,
	int64_t *id, struct error *err)
{
	struct publishing values = {on, way};
	struct change change;
	int64_t made = 0;

	if (!change_begin(&change, cw, op, "publish", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!may(cw, RIGHT_DECISION_RECORD, RELATION_NONE, err) || !publish(&change, round, &values, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = made;
	return true;
}
