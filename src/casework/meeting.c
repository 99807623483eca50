/* Meetings of the regions' bodies. Invariant: the same body of the same region meets once a day. */
#include "casework/meeting.h"
#include "casework/change.h"
#include "casework/field.h"
#include "casework/grow.h"

#include "base/words.h"

#define AT(member) offsetof(struct meeting_change, member)
static const struct field meeting_fields[] = {
	{.name = "region", .label = N_("Region"), .kind = FIELD_REGION, .needed = true, .at = AT(region)},
	{.name = "on_day", .label = N_("Day"), .kind = FIELD_DAY, .needed = true, .at = AT(on_day)},
	{.name = "body", .label = N_("Body"), .kind = FIELD_LINE, .needed = true, .at = AT(body)},
	{.name = "source", .label = N_("Source"), .kind = FIELD_LINE, .at = AT(source)},
};
#undef AT
static const struct form meeting_form = {meeting_fields, sizeof(meeting_fields) / sizeof(*meeting_fields)};

static bool meetings_read(
	struct casework *cw, enum sql which, struct binds binds, struct meeting_list *out, struct error *err)
{
	struct meeting_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_ask(casework_store(cw), which, binds, &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		GROW(&list.arena, list.items, list.count);
		list.items[list.count++] = (struct meeting){
			.id = rows_number(&rows, "id"),
			.version = rows_number(&rows, "version"),
			.region = rows_text(&rows, "region", &list.arena),
			.region_short = rows_text(&rows, "region_short", &list.arena),
			.on_day = rows_text(&rows, "on_day", &list.arena),
			.body = rows_text(&rows, "body", &list.arena),
			.source = rows_text(&rows, "source", &list.arena),
		};
	}
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

bool meeting_list_load(
	struct casework *cw, const char *region, const char *first, struct meeting_list *out, struct error *err)
{
	return meetings_read(cw, SQL_MEETING_LIST, BINDS(BIND("region", region), BIND("first", first)), out, err);
}

bool meeting_list_of(struct casework *cw, int64_t application, const char *first, const char *last,
	struct meeting_list *out, struct error *err)
{
	return meetings_read(cw, SQL_MEETING_OF,
		BINDS(BIND("application", application), BIND("first", first), BIND("last", last)), out, err);
}

void meeting_list_done(struct meeting_list *list)
{
	if (list)
		arena_done(&list->arena);
}

static bool meeting_is_free(struct change *change, int64_t id, const struct meeting_change *values, struct error *err)
{
	struct rows rows;
	bool taken = false;

	if (!store_ask(change->store, SQL_MEETING_TAKEN,
		    BINDS(BIND("region", values->region), BIND("on_day", values->on_day), BIND("body", values->body),
			    BIND("id", id)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		taken = rows_bool(&rows, "taken");
	if (!rows_done(&rows, err))
		return false;
	return !taken ||
	       field_refuse(NULL, "on_day", N_("Day"), err, _("%s meets on %s already."), values->body, values->on_day);
}

#define MEETING_BINDS(values)                                                                                          \
	BIND("region", (values)->region), BIND("on_day", (values)->on_day), BIND("body", (values)->body),              \
		BIND("source", (values)->source)

static bool meeting_update(struct change *change, int64_t id, const struct meeting_change *values, struct error *err)
{
	const char *before;
	int64_t version = 0;
	struct rows rows;

	if (!store_ask(change->store, SQL_MEETING_STANDING, BINDS(BIND("id", id)), &rows, err))
		return false;
	if (rows_next(&rows))
		version = rows_number(&rows, "version");
	if (!rows_done(&rows, err))
		return false;
	if (!version)
		return refuse(err, ERROR_MISSING, _("There is no such meeting. Nothing was changed."));
	if (!change_fresh(change, OBJECT_MEETING, id, version, err) ||
		!(before = change_facts(change, OBJECT_MEETING, id, err)))
		return false;
	return store_run(change->store, SQL_MEETING_UPDATE,
		       BINDS(BIND("id", id), BIND("version", version), MEETING_BINDS(values)), err) &&
	       change_record(change, OBJECT_MEETING, id, 0, before, err);
}

static bool meeting_write(struct change *change, int64_t *id, const struct meeting_change *given, struct error *err)
{
	struct meeting_change values = *given;

	if (!may(change->cw, RIGHT_MEETING_PUT, RELATION_NONE, err) ||
		!form_clean(change->cw, &meeting_form, &values, &change->arena, NULL, err) ||
		!meeting_is_free(change, *id, &values, err))
		return false;
	if (*id)
		return meeting_update(change, *id, &values, err);
	if (!store_run(change->store, SQL_MEETING_INSERT, BINDS(MEETING_BINDS(&values)), err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_MEETING, *id, 0, NULL, err);
}

bool meeting_put(struct casework *cw, const struct operation *op, int64_t id, const struct meeting_change *given,
	int64_t *out, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "meeting-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, out);
	if (!meeting_write(&change, &id, given, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (out)
		*out = id;
	return true;
}
