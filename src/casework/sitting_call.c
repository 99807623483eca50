/* Before the sitting: opened as a matter, called, notice and papers sent. Invariant: the chair and the members are
 * those appointed on its day (SFS 2007:824 17 a §), never typed. */
#include "casework/matter.h"
#include "casework/sitting_inner.h"

#include "base/text.h"
#include "base/words.h"

#define AT(member) offsetof(struct sitting_change, member)
static const struct field sitting_fields[] = {
	{.name = "title", .label = N_("Subject line"), .kind = FIELD_LINE, .unknown = true, .at = AT(title)},
	{.name = "on_day", .label = N_("Day"), .kind = FIELD_DAY, .needed = true, .at = AT(on_day)},
	{.name = "starts_at", .label = N_("Begins at"), .kind = FIELD_TIME, .at = AT(starts_at)},
	{.name = "place", .label = N_("Meeting place"), .kind = FIELD_LINE, .at = AT(place)},
};
#undef AT
static const struct form sitting_form = {sitting_fields, sizeof(sitting_fields) / sizeof(*sitting_fields)};

/* ---- who is called */

bool sitting_put_person(struct sitting_act *act, int64_t person, const char *capacity, struct error *err)
{
	struct rows rows;
	bool there;

	if (!store_ask(act->change->store, SQL_SITTING_PERSON_FIND,
		    BINDS(BIND("sitting", act->sitting), BIND("person", person)), &rows, err))
		return false;
	there = rows_next(&rows);
	if (there) {
		rows_text(&rows, "capacity", &act->change->arena);
		rows_text(&rows, "presence", &act->change->arena);
	}
	return rows_done(&rows, err) && (there || store_run(act->change->store, SQL_SITTING_PERSON_PUT,
							  BINDS(BIND("sitting", act->sitting), BIND("person", person),
								  BIND("capacity", capacity)),
							  err));
}

struct appointed {
	int64_t person;
	bool chair;
};

static bool appointed_read(
	struct change *change, const char *on_day, struct appointed **out, int *count, struct error *err)
{
	struct appointed *items = NULL;
	int chairs = 0, n = 0;
	struct rows rows;

	if (!store_ask(change->store, SQL_SITTING_APPOINTED, BINDS(BIND("day", on_day)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&change->arena, items, n);
		items[n] = (struct appointed){rows_number(&rows, "person"), rows_bool(&rows, "chair")};
		chairs += items[n++].chair;
	}
	if (!rows_done(&rows, err))
		return false;
	if (chairs > 1)
		return refuse(err, ERROR_INVALID,
			_("Several persons are appointed chair on %s. End the appointments that have ended; nothing "
			  "was saved."),
			on_day);
	*out = items;
	*count = n;
	return true;
}

bool sitting_appoint(struct sitting_act *act, const char *on_day, struct error *err)
{
	struct store *store = act->change->store;
	struct appointed *items = NULL;
	int count = 0;

	if (!appointed_read(act->change, on_day, &items, &count, err))
		return false;
	for (int i = 0; i < count; i++)
		if (!store_run(store, SQL_SITTING_PERSON_PUT,
			    BINDS(BIND("sitting", act->sitting), BIND("person", items[i].person),
				    BIND("capacity", items[i].chair ? "chair" : "member")),
			    err))
			return false;
	return store_run(store, SQL_SITTING_PERSON_DROP, BINDS(BIND("sitting", act->sitting), BIND("day", on_day)),
		       err) &&
	       store_run(
		       store, SQL_SITTING_PERSON_OTHER, BINDS(BIND("sitting", act->sitting), BIND("day", on_day)), err);
}

/* ---- opening and changing */

static bool change_clean(struct change *change, struct sitting_change *values, struct error *err)
{
	if (!form_clean(change->cw, &sitting_form, values, &change->arena, NULL, err))
		return false;
	if (!values->title)
		values->title = arena_format(&change->arena, _("The delegation's sitting %s"), values->on_day);
	return true;
}

static bool matter_make(struct change *change, const struct sitting_change *values, int64_t *matter, struct error *err)
{
	const struct matter_change made = {.kind = "meeting",
		.title = values->title,
		.opened_on = change->today,
		.officer = access_roles(change->cw) & ROLE_OFFICER ? casework_actor(change->cw) : 0,
		.party = "",
		.about = "",
		.outcome = ""};
	bool opened;

	change_join(change->cw, change);
	opened = matter_open(change->cw, NULL, &made, matter, err);
	change_join(change->cw, NULL);
	return opened;
}

static bool open_save(struct change *change, const struct sitting_change *given, int64_t *id, struct error *err)
{
	struct sitting_change values = *given;
	struct sitting_act act = {0};
	int64_t matter = 0;

	if (!may(change->cw, RIGHT_SITTING_CALL, RELATION_NONE, err) || !change_clean(change, &values, err) ||
		!matter_make(change, &values, &matter, err) ||
		!store_run(change->store, SQL_SITTING_INSERT,
			BINDS(BIND("matter", matter), BIND("on_day", values.on_day),
				BIND("starts_at", values.starts_at), BIND("place", values.place)),
			err))
		return false;
	*id = store_last_id(change->store);
	return may(change->cw, RIGHT_SITTING_CALL, RELATION_NONE, err) && sitting_act_begin(&act, change, *id, err) &&
	       sitting_appoint(&act, values.on_day, err) && sitting_act_record(&act, NULL, err);
}

/* The operation's first event is the matter's. */
static bool open_repeated(struct change *change, int64_t *id, struct error *err)
{
	int64_t found = 0;

	if (!sitting_ask_number(
		    change, SQL_SITTING_BY_MATTER, BINDS(BIND("matter", change->repeated_id)), "id", &found, err))
		return change_abandon(change);
	if (found)
		*id = found;
	return change_repeated(change, NULL);
}

bool sitting_open(struct casework *cw, const struct operation *op, const struct sitting_change *given, int64_t *id,
	struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "sitting-open", err))
		return false;
	if (change.repeated)
		return open_repeated(&change, id, err);
	if (!open_save(&change, given, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*id = made;
	return true;
}

/* A new title is the matter's. */
static bool title_change(struct sitting_act *act, const char *title, struct error *err)
{
	struct matter_query query = {.id = act->matter};
	struct matter_change values;
	struct matter_list list;
	bool changed;

	if (!strcmp(title, act->title))
		return true;
	if (!matter_list_load(act->change->cw, &query, &list, err))
		return false;
	values = matter_change_of(&list.items[0]);
	values.title = title;
	change_join(act->change->cw, act->change);
	changed = matter_change(act->change->cw, NULL, act->matter, &values, err);
	change_join(act->change->cw, NULL);
	matter_list_done(&list);
	return changed;
}

/* A title that is not changed and names the day it was called to, names the new one. */
static const char *title_on(struct sitting_act *act, const char *title, const char *on_day)
{
	const char *at = strstr(title, act->on_day);

	if (!at || !on_day || strcmp(title, act->title) != 0)
		return title;
	return arena_format(
		&act->change->arena, "%.*s%s%s", (int)(at - title), title, on_day, at + strlen(act->on_day));
}

static bool change_save(struct sitting_act *act, struct error *err)
{
	struct sitting_change values = *(const struct sitting_change *)act->with;
	struct change *change = act->change;

	if (!sitting_is_open(act, err))
		return false;
	if (!values.title)
		values.title = act->title;
	if (!change_clean(change, &values, err))
		return false;
	values.title = title_on(act, values.title, values.on_day);
	if (act->opened_at && strcmp(values.on_day, act->on_day) != 0)
		return field_refuse(NULL, "on_day", N_("Day"), err,
			_("The sitting was opened on %s and keeps its day."), act->on_day);
	return title_change(act, values.title, err) && (act->opened_at || sitting_appoint(act, values.on_day, err)) &&
	       store_run(change->store, SQL_SITTING_UPDATE,
		       BINDS(BIND("id", act->sitting), BIND("version", act->version), BIND("on_day", values.on_day),
			       BIND("starts_at", values.starts_at), BIND("place", values.place)),
		       err);
}

bool sitting_change(struct casework *cw, const struct operation *op, int64_t sitting,
	const struct sitting_change *given, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-change", RIGHT_SITTING_CALL, change_save};
	struct sitting_change values = *given;

	return sitting_deed_run(cw, op, &deed, sitting, &values, err);
}

/* ---- calling others */

struct calling {
	int64_t person;
	const char *capacity;
};

static bool sitting_touched(struct sitting_act *act, struct error *err)
{
	return store_run(act->change->store, SQL_SITTING_TOUCH,
		BINDS(BIND("id", act->sitting), BIND("version", act->version)), err);
}

static bool call_save(struct sitting_act *act, struct error *err)
{
	const struct calling *calling = act->with;
	const char *now = "";
	int64_t found = 0;
	struct rows rows;

	if (!sitting_is_open(act, err) || !sitting_ask_number(act->change, SQL_MATTER_OFFICER,
						  BINDS(BIND("id", calling->person)), "found", &found, err))
		return false;
	if (!found)
		return refuse(err, ERROR_MISSING, _("There is no such person. Nothing was saved."));
	if (!store_ask(act->change->store, SQL_SITTING_PERSON_FIND,
		    BINDS(BIND("sitting", act->sitting), BIND("person", calling->person)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		now = rows_text(&rows, "capacity", &act->change->arena);
		rows_text(&rows, "presence", &act->change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!strcmp(now, "chair") || !strcmp(now, "member"))
		return refuse(err, ERROR_INVALID, _("The person is called as %s already. Nothing was saved."),
			sitting_capacity_words(now));
	return store_run(act->change->store, SQL_SITTING_PERSON_PUT,
		       BINDS(BIND("sitting", act->sitting), BIND("person", calling->person),
			       BIND("capacity", calling->capacity)),
		       err) &&
	       sitting_touched(act, err);
}

bool sitting_call(struct casework *cw, const struct operation *op, int64_t sitting, int64_t person,
	const char *capacity, struct error *err)
{
	static const struct sitting_deed deed = {"sitting-call", RIGHT_SITTING_CALL, call_save};
	struct calling calling = {person, sitting_capacity_read(capacity)};

	if (!calling.capacity || !strcmp(calling.capacity, "chair") || !strcmp(calling.capacity, "member"))
		return refuse(err, ERROR_INVALID,
			_("'%s' is no capacity to be called in. There are: secretary, presenter, other. Chair and "
			  "members are called by their appointment."),
			capacity ? capacity : "");
	return sitting_deed_run(cw, op, &deed, sitting, &calling, err);
}

/* ---- notice and papers */

struct sent {
	const char *on, *way;
	const int64_t *persons;
	int count;
	bool papers;
};
#define AT(member) offsetof(struct sent, member)
static const struct field sent_fields[] = {
	{.name = "on", .label = N_("Sent"), .kind = FIELD_PAST, .needed = true, .at = AT(on)},
	{.name = "way", .label = N_("Way"), .kind = FIELD_WORD, .words = "arrival", .needed = true, .at = AT(way)},
};
#undef AT
static const struct form sent_form = {sent_fields, 2};

static bool sent_put(struct sitting_act *act, const struct sent *sent, int64_t person, struct error *err)
{
	if (!store_run(act->change->store, sent->papers ? SQL_SITTING_PAPERS_SENT : SQL_SITTING_NOTICE_SENT,
		    BINDS(BIND("sitting", act->sitting), BIND("person", person), BIND("on", sent->on),
			    BIND("way", sent->way)),
		    err))
		return false;
	return store_changed(act->change->store) > 0 ||
	       refuse(err, ERROR_INVALID, _("The person is not called to the sitting. Nothing was saved."));
}

static bool send_save(struct sitting_act *act, struct error *err)
{
	struct sent sent = *(const struct sent *)act->with;

	if (!sitting_is_open(act, err) ||
		!form_clean(act->change->cw, &sent_form, &sent, &act->change->arena, NULL, err))
		return false;
	if (!sent.count && !sent_put(act, &sent, 0, err))
		return false;
	for (int i = 0; i < sent.count; i++)
		if (!sent_put(act, &sent, sent.persons[i], err))
			return false;
	return sitting_touched(act, err);
}

bool sitting_send(struct casework *cw, const struct operation *op, int64_t sitting, bool papers, const int64_t *persons,
	int count, const char *on, const char *way, struct error *err)
{
	static const struct sitting_deed notice = {"sitting-notice", RIGHT_SITTING_CALL, send_save};
	static const struct sitting_deed paper = {"sitting-papers", RIGHT_SITTING_CALL, send_save};
	struct sent sent = {on, way, persons, count, papers};

	return sitting_deed_run(cw, op, papers ? &paper : &notice, sitting, &sent, err);
}
