/* The log as people read it. Invariant: the log never tells the actor a score that the screens would hide. */
#include "casework/event.h"
#include "casework/bar.h"
#include "casework/office.h"

#include "base/text.h"
#include "base/words.h"

static void event_read(struct rows *rows, struct arena *arena, struct event_row *event)
{
	event->seq = rows_number(rows, "seq");
	event->at = rows_text(rows, "at", arena);
	event->actor = rows_text(rows, "actor", arena);
	event->role = rows_text(rows, "role", arena);
	event->operation = rows_text(rows, "operation", arena);
	event->part = (int)rows_number(rows, "part");
	event->action = rows_text(rows, "action", arena);
	event->object = rows_text(rows, "object", arena);
	event->object_id = rows_number(rows, "object_id");
	event->application = rows_number_or(rows, "application", 0);
	event->cause = rows_text(rows, "cause", arena);
	event->before = rows_text(rows, "before", arena);
	event->after = rows_text(rows, "after", arena);
	event->application_year = (int)rows_number_or(rows, "application_year", 0);
	event->application_n = (int)rows_number_or(rows, "application_n", 0);
	event->application_round = rows_number_or(rows, "application_round", 0);
	event->application_title = rows_text(rows, "application_title", arena);
}

/* Scores of others: only submitted ones, and only for who may see them; one's own unless barred from the case. */
static bool assessment_hidden(struct casework *cw, unsigned roles, int64_t assessment, bool *hidden, struct error *err)
{
	struct rows rows;

	*hidden = true;
	if (!store_ask(cw->store, SQL_EVENT_HIDDEN_ASSESSMENTS,
		    BINDS(BIND("viewer", cw->actor), BIND("id", assessment)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		bool own = rows_number(&rows, "person") == cw->actor, submitted = rows_bool(&rows, "submitted");
		unsigned relation = rows_bool(&rows, "unsubmitted") ? RELATION_UNSUBMITTED : 0;
		bool barred = rows_bool(&rows, "barred");

		rows_number(&rows, "id");
		*hidden = barred || (!own && !(submitted && access_sees_points(roles, relation)));
	}
	return rows_done(&rows, err);
}

/* That somebody has scored again, or that assessors have had something to agree on, tells of scores by itself: such an
 * event is left out whole. */
static bool word_hidden(
	struct casework *cw, unsigned roles, const struct event_row *event, bool *hidden, struct error *err)
{
	enum sql which = !strcmp(event->object, "consensus") ? SQL_EVENT_HIDDEN_CONSENSUS : SQL_EVENT_HIDDEN_RESCORES;
	struct rows rows;

	*hidden = true;
	if (!store_ask(cw->store, which, BINDS(BIND("viewer", cw->actor), BIND("id", event->object_id)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		bool own = rows_number(&rows, "person") == cw->actor, barred = rows_bool(&rows, "barred");
		unsigned relation = rows_bool(&rows, "unsubmitted") ? RELATION_UNSUBMITTED : 0;

		*hidden = barred || !(own || access_sees_points(roles, relation));
	}
	return rows_done(&rows, err);
}

static bool words_leave_out(struct casework *cw, unsigned roles, struct event_list *list, struct error *err)
{
	int kept = 0;

	for (int i = 0; i < list->count; i++) {
		struct event_row *event = &list->items[i];
		bool hidden = false;

		if ((!strcmp(event->object, "consensus") || !strcmp(event->object, "rescore")) &&
			!word_hidden(cw, roles, event, &hidden, err))
			return false;
		if (!hidden)
			list->items[kept++] = *event;
	}
	list->count = kept;
	return true;
}

/* The chair's order, a locked one, and how firm it is: the places tell of the points. */
static bool proposal_hidden(
	struct casework *cw, unsigned roles, const struct event_row *event, bool *hidden, struct error *err)
{
	bool firmness = !strcmp(event->object, "firmness");
	struct rows rows;
	unsigned relation = RELATION_UNSUBMITTED;

	if (!store_ask(cw->store, firmness ? SQL_EVENT_HIDDEN_FIRMNESS : SQL_EVENT_HIDDEN_PROPOSALS,
		    BINDS(BIND("viewer", cw->actor), BIND("id", event->object_id)), &rows, err))
		return false;
	if (rows_next(&rows))
		relation = (rows_bool(&rows, "unsubmitted") ? RELATION_UNSUBMITTED : 0) |
			   (rows_bool(&rows, "barred") ? RELATION_BARRED : 0);
	*hidden = !access_sees_points(roles, relation);
	return rows_done(&rows, err);
}

static bool events_hide(struct casework *cw, struct event_list *list, struct error *err)
{
	unsigned roles = access_roles(cw);
	struct bars bars;

	if (!bars_load(cw, &list->arena, &bars, err) || !words_leave_out(cw, roles, list, err))
		return false;
	for (int i = 0; i < list->count; i++) {
		struct event_row *event = &list->items[i];
		bool hidden = false;

		if (!strcmp(event->object, "assessment") &&
			!assessment_hidden(cw, roles, event->object_id, &hidden, err))
			return false;
		if ((!strcmp(event->object, "proposal") || !strcmp(event->object, "firmness")) &&
			!proposal_hidden(cw, roles, event, &hidden, err))
			return false;
		if (!strcmp(event->object, "note") && event->after && strstr(event->after, "kind=7:working\n"))
			hidden = !access_allows(roles, RIGHT_SEE_WORKING,
				bars_relation(&bars, event->application, event->application_round), NULL);
		/* Who was there for an item, and who voted, tells who is barred. */
		if (!strcmp(event->object, "sitting_item"))
			hidden = !access_allows(roles, RIGHT_DISQUALIFICATION_SEE, RELATION_NONE, NULL) ||
				 bars_hold(&bars, event->application, event->application_round);
		if (!strcmp(event->object, "disqualification"))
			hidden = !access_allows(roles, RIGHT_DISQUALIFICATION_SEE, 0, NULL);
		if (hidden)
			event->before = event->after = NULL;
	}
	return true;
}

bool event_list_load(struct casework *cw, const struct event_query *query, struct event_list *out, struct error *err)
{
	struct event_list list = {0};
	struct rows rows;
	enum sql which = query->application ? SQL_EVENT_LIST_OF
			 : query->matter    ? SQL_EVENT_LIST_MATTER
					    : SQL_EVENT_LIST;
	size_t room = 0;

	if (!may(cw, RIGHT_SEE, 0, err) && !(access_roles(cw) & ROLE_ADMINISTRATOR))
		return false;
	if (!store_ask(cw->store, which,
		    BINDS(query->matter ? BIND("matter", query->matter) : BIND("application", query->application),
			    BIND("since", query->since), BIND("most", query->most ? query->most : -1)),
		    &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows)) {
		if ((size_t)list.count == room) {
			room = room ? room * 2 : 32;
			list.items = arena_grow(&list.arena, list.items, (size_t)list.count, sizeof *list.items, room);
		}
		event_read(&rows, &list.arena, &list.items[list.count++]);
	}
	if (!rows_done(&rows, err) || !events_hide(cw, &list, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void event_list_done(struct event_list *list)
{
	if (list)
		arena_done(&list->arena);
}

bool event_head(struct casework *cw, int64_t *seq, char out[HASH_TEXT], struct error *err)
{
	struct rows rows;
	struct arena arena;
	unsigned char hash[HASH_BYTES] = {0};
	int64_t newest = 0;
	size_t bytes;

	if (!store_ask(cw->store, SQL_EVENT_NEWEST, BINDS_NONE, &rows, err))
		return false;
	arena_init(&arena);
	if (rows_next(&rows)) {
		const void *found;

		newest = rows_number(&rows, "seq");
		found = rows_blob(&rows, "hash", &arena, &bytes);
		memcpy(hash, found, bytes < sizeof hash ? bytes : sizeof hash);
	}
	arena_done(&arena);
	if (!rows_done(&rows, err))
		return false;
	*seq = newest;
	hash_text(hash, out);
	return true;
}
