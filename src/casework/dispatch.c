/* Distribution lists. Invariant: nothing is received before it is sent, and a day that was told stays told: a row is
 * added to, never taken away. */
#include "casework/dispatch.h"

#include "casework/document_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- reading */

bool dispatch_list_load(struct casework *cw, int64_t document, struct dispatch_list *out, struct error *err)
{
	struct dispatch_list list = {0};
	struct rows rows;
	size_t room = 0;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_DISPATCH_LIST, BINDS(BIND("document", document)), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		if ((size_t)list.count == room) {
			room = room ? room * 2 : 24;
			list.items = arena_grow(&list.arena, list.items, (size_t)list.count, sizeof *list.items, room);
		}
		list.items[list.count++] = (struct dispatch){.id = rows_number(&rows, "id"),
			.version = rows_number(&rows, "version"),
			.region = rows_text(&rows, "region", &list.arena),
			.region_short = rows_text(&rows, "region_short", &list.arena),
			.name = rows_text(&rows, "name", &list.arena),
			.way = rows_text(&rows, "way", &list.arena),
			.sent_on = rows_text(&rows, "sent_on", &list.arena),
			.received_on = rows_text(&rows, "received_on", &list.arena)};
	}
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void dispatch_list_done(struct dispatch_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct dispatch_list){0};
}

static bool dispatch_is(const struct dispatch *dispatch, const char *wanted)
{
	return (dispatch->region &&
		       (!strcmp(dispatch->region, wanted) || !strcasecmp(dispatch->region_short, wanted))) ||
	       (!text_blank(dispatch->name) && !strcasecmp(dispatch->name, wanted));
}

bool dispatch_find(struct casework *cw, int64_t document, const char *wanted, int64_t *dispatch, struct error *err)
{
	struct dispatch_list list;
	char shown[TEXT_GLIMPSE];
	int64_t found = 0;

	if (!dispatch_list_load(cw, document, &list, err))
		return false;
	for (int i = 0; i < list.count && !found; i++)
		if (dispatch_is(&list.items[i], wanted))
			found = list.items[i].id;
	dispatch_list_done(&list);
	text_glimpse(wanted, shown);
	if (!found)
		return refuse(err, ERROR_MISSING, _("“%s” is not on the document's distribution list."), shown);
	*dispatch = found;
	return true;
}

/* ---- adding */

#define AT(member) offsetof(struct dispatch_change, member)
static const struct field dispatch_fields[] = {
	{.name = "region", .label = N_("Receiver"), .kind = FIELD_REGION, .unknown = true, .at = AT(region)},
	{.name = "name", .label = N_("Receiver's name"), .kind = FIELD_LINE, .at = AT(name)},
	{.name = "way", .label = N_("Sent by"), .kind = FIELD_WORD, .words = "arrival", .needed = true, .at = AT(way)},
	{.name = "sent_on", .label = N_("Sent on"), .kind = FIELD_PAST, .unknown = true, .at = AT(sent_on)},
};
#undef AT
static const struct form dispatch_form = {dispatch_fields, sizeof(dispatch_fields) / sizeof(*dispatch_fields)};

static bool region_named(struct change *change, int64_t document, const char *region, bool *named, struct error *err)
{
	struct rows rows;

	*named = false;
	if (!region)
		return true;
	if (!store_ask(change->store, SQL_DISPATCH_NAMED, BINDS(BIND("document", document), BIND("region", region)),
		    &rows, err))
		return false;
	*named = rows_next(&rows) && rows_bool(&rows, "named");
	return rows_done(&rows, err);
}

static bool dispatch_insert(
	struct change *change, const struct paper *paper, const struct dispatch_change *clean, struct error *err)
{
	return store_run(change->store, SQL_DISPATCH_INSERT,
		       BINDS(BIND("document", paper->id), BIND("region", clean->region), BIND("name", clean->name),
			       BIND("way", clean->way), BIND("sent_on", clean->sent_on), bind_null("received_on")),
		       err) &&
	       change_record(change, OBJECT_DISPATCH, store_last_id(change->store), paper->of.application, NULL, err);
}

bool dispatch_put(struct change *change, int64_t document, int64_t application, const char *region, const char *way,
	const char *sent_on, struct error *err)
{
	struct dispatch_change clean = {.region = region, .name = "", .way = way, .sent_on = sent_on};
	const struct paper paper = {.id = document, .of = {.application = application}};

	return form_clean(change->cw, &dispatch_form, &clean, &change->arena, NULL, err) &&
	       dispatch_insert(change, &paper, &clean, err);
}

/* A paper with a number, neither moved nor void. */
static bool paper_sendable(struct change *change, int64_t document, struct paper *paper, struct error *err)
{
	if (!may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !paper_load(change, document, paper, err) ||
		!paper_is_live(change, paper, err))
		return false;
	return paper->n || refuse(err, ERROR_INVALID,
				   _("The paper lies in the inbox. Tie it to a case before it is sent to anyone."));
}

static bool add_save(struct change *change, int64_t document, const struct dispatch_change *given, struct error *err)
{
	struct dispatch_change clean = *given;
	struct paper paper;
	bool named;

	if (!paper_sendable(change, document, &paper, err) ||
		!form_clean(change->cw, &dispatch_form, &clean, &change->arena, NULL, err) ||
		!region_named(change, document, clean.region, &named, err))
		return false;
	if (!clean.region && text_blank(clean.name))
		return field_refuse(NULL, "name", N_("Receiver's name"), err,
			_("It is empty. Name a region, or write who gets the document."));
	if (named)
		return field_refuse(NULL, "region", N_("Receiver"), err, _("The region is on the list already."));
	return dispatch_insert(change, &paper, &clean, err);
}

bool dispatch_add(struct casework *cw, const struct operation *op, int64_t document,
	const struct dispatch_change *given, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "dispatch-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!add_save(&change, document, given, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool regions_read(struct change *change, const char **codes, int most, int *count, struct error *err)
{
	struct rows rows;

	*count = 0;
	if (!store_ask(change->store, SQL_DISPATCH_REGIONS, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows) && *count < most)
		codes[(*count)++] = rows_text(&rows, "code", &change->arena);
	return rows_done(&rows, err);
}

static bool regions_save(
	struct change *change, int64_t document, const char *way, const char *sent_on, int *added, struct error *err)
{
	struct dispatch_change clean = {.name = "", .way = way, .sent_on = sent_on};
	const char *codes[64];
	struct paper paper;
	bool named;
	int count;

	if (!paper_sendable(change, document, &paper, err) ||
		!form_clean(change->cw, &dispatch_form, &clean, &change->arena, NULL, err) ||
		!regions_read(change, codes, 64, &count, err))
		return false;
	for (int i = 0; i < count; i++) {
		clean.region = codes[i];
		if (!region_named(change, document, codes[i], &named, err) ||
			(!named && !dispatch_insert(change, &paper, &clean, err)))
			return false;
		*added += !named;
	}
	return *added || refuse(err, ERROR_INVALID, _("All who may apply are on the list already."));
}

bool dispatch_add_regions(struct casework *cw, const struct operation *op, int64_t document, const char *way,
	const char *sent_on, int *added, struct error *err)
{
	struct change change;
	int made = 0;

	if (!change_begin(&change, cw, op, "dispatch-add", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!regions_save(&change, document, way, sent_on, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (added)
		*added = made;
	return true;
}

/* ---- sent, and received */

struct sending {
	int64_t id, document, version;
	const char *sent_on, *received_on;
};

static bool sending_load(struct change *change, int64_t id, struct sending *out, struct error *err)
{
	struct sending sending = {.id = id};
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_DISPATCH_STANDING, BINDS(BIND("id", id)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found) {
		sending.document = rows_number(&rows, "document");
		sending.version = rows_number(&rows, "version");
		sending.sent_on = rows_text(&rows, "sent_on", &change->arena);
		sending.received_on = rows_text(&rows, "received_on", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such receiver on the list."));
	*out = sending;
	return change_fresh(change, OBJECT_DISPATCH, id, sending.version, err);
}

static bool sending_update(struct change *change, const struct sending *sending, int64_t application, struct error *err)
{
	const char *before = change_facts(change, OBJECT_DISPATCH, sending->id, err);

	return before &&
	       store_run(change->store, SQL_DISPATCH_UPDATE,
		       BINDS(BIND("id", sending->id), BIND("version", sending->version),
			       BIND("sent_on", sending->sent_on), BIND("received_on", sending->received_on)),
		       err) &&
	       change_record(change, OBJECT_DISPATCH, sending->id, application, before, err);
}

struct telling {
	const char *on;
};

static bool day_clean(struct change *change, const char *label, const char *given, const char **out, struct error *err)
{
	const struct field fields[] = {{.name = "day", .label = label, .kind = FIELD_PAST, .needed = true, .at = 0}};
	const struct form form = {fields, 1};
	struct telling telling = {given};

	if (!form_clean(change->cw, &form, &telling, &change->arena, NULL, err))
		return false;
	*out = telling.on;
	return true;
}

/* The ids of those not sent yet, or the one. */
static bool unsent_list(
	struct change *change, int64_t document, int64_t only, int64_t **out, int *count, struct error *err)
{
	struct dispatch_list list;

	if (!dispatch_list_load(change->cw, document, &list, err))
		return false;
	*count = 0;
	*out = arena_take(&change->arena, (size_t)(list.count + 1) * sizeof **out);
	for (int i = 0; i < list.count; i++)
		if (!list.items[i].sent_on && (!only || list.items[i].id == only))
			(*out)[(*count)++] = list.items[i].id;
	dispatch_list_done(&list);
	return *count || refuse(err, ERROR_MISSING, _("There is nobody on the list whom it has not been sent to."));
}

static bool send_save(struct change *change, int64_t document, int64_t dispatch, const char *given, struct error *err)
{
	struct paper paper;
	const char *on;
	int64_t *ids;
	int count;

	if (!paper_sendable(change, document, &paper, err) || !day_clean(change, N_("Sent on"), given, &on, err) ||
		!unsent_list(change, document, dispatch, &ids, &count, err))
		return false;
	for (int i = 0; i < count; i++) {
		struct sending sending;

		if (!sending_load(change, ids[i], &sending, err))
			return false;
		sending.sent_on = on;
		if (!sending_update(change, &sending, paper.of.application, err))
			return false;
	}
	return true;
}

bool dispatch_send(struct casework *cw, const struct operation *op, int64_t document, int64_t dispatch,
	const char *sent_on, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "dispatch-send", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!send_save(&change, document, dispatch, sent_on, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool receive_save(struct change *change, int64_t dispatch, const char *given, struct error *err)
{
	struct sending sending;
	struct paper paper;
	const char *on;

	if (!may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) ||
		!sending_load(change, dispatch, &sending, err) || !paper_load(change, sending.document, &paper, err) ||
		!day_clean(change, N_("Received on"), given, &on, err))
		return false;
	if (!sending.sent_on)
		return field_refuse(NULL, "received_on", N_("Received on"), err, _("It has not been sent yet."));
	if (strcmp(on, sending.sent_on) < 0)
		return field_refuse(NULL, "received_on", N_("Received on"), err, _("%s is before it was sent, %s."), on,
			sending.sent_on);
	sending.received_on = on;
	return sending_update(change, &sending, paper.of.application, err);
}

bool dispatch_receive(
	struct casework *cw, const struct operation *op, int64_t dispatch, const char *received_on, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "dispatch-receive", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!receive_save(&change, dispatch, received_on, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
