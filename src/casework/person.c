/* Persons and roles. Invariant: nobody gives a role to themselves, but for the only administrator there is: that is how
 * an office begins, and it ends when a second administrator is there. */
#include "casework/person.h"
#include "casework/change.h"
#include "casework/office.h"
#include "casework/programme.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

static bool read_roles(struct casework *cw, const struct programme *programme, struct arena *arena,
	struct person *person, struct error *err)
{
	struct rows rows;
	struct buffer text, words;
	char today[DAY_TEXT];

	day_text(casework_today(cw), today);
	if (!store_ask(cw->store, SQL_APPOINTMENT_OF, BINDS(BIND("person", person->id)), &rows, err))
		return false;
	buffer_init(&text);
	buffer_init(&words);
	while (rows_next(&rows)) {
		const char *code = rows_text(&rows, "role", arena), *from = rows_text(&rows, "from_on", arena),
			   *to = rows_text(&rows, "to_on", arena);
		enum role role;

		rows_number(&rows, "id");
		buffer_format(&text, "%s%s %s–%s", text.bytes ? ", " : "", code, from, to ? to : "");
		buffer_format(&words, "%s%s %s–%s", words.bytes ? ", " : "",
			programme_word_name(programme, "role", code), from, to ? to : "");
		if (access_role_read(code, &role) && strcmp(from, today) <= 0 && (!to || strcmp(to, today) >= 0))
			person->roles |= role;
	}
	person->roles_text = arena_text(arena, text.text);
	person->roles_words = arena_text(arena, words.text);
	buffer_done(&text);
	buffer_done(&words);
	return rows_done(&rows, err);
}

static bool read_persons(struct casework *cw, struct person_list *list, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_PERSON_LIST, BINDS_NONE, &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct person *person;

		if (!(list->count & (list->count - 1)))
			list->items = arena_grow(&list->arena, list->items, (size_t)list->count, sizeof *list->items,
				list->count ? (size_t)list->count * 2 : 1);
		person = &list->items[list->count++];
		person->id = rows_number(&rows, "id");
		person->version = rows_number(&rows, "version");
		person->login = rows_text(&rows, "login", &list->arena);
		person->name = rows_text(&rows, "name", &list->arena);
		person->region = rows_text(&rows, "region", &list->arena);
	}
	return rows_done(&rows, err);
}

bool person_list_load(struct casework *cw, struct person_list *out, struct error *err)
{
	struct person_list list = {0};
	struct programme programme;
	bool loaded;

	if (!programme_load(cw, &programme, err))
		return false;
	arena_init(&list.arena);
	loaded = read_persons(cw, &list, err);
	for (int i = 0; loaded && i < list.count; i++)
		loaded = read_roles(cw, &programme, &list.arena, &list.items[i], err);
	programme_done(&programme);
	if (!loaded) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void person_list_done(struct person_list *list)
{
	if (list)
		arena_done(&list->arena);
}

static void person_copy(struct arena *arena, const struct person *from, struct person *out)
{
	*out = *from;
	out->login = arena_text(arena, from->login);
	out->name = arena_text(arena, from->name);
	out->region = arena_text(arena, from->region);
	out->roles_text = arena_text(arena, from->roles_text);
	out->roles_words = arena_text(arena, from->roles_words);
}

/* The person with this login, or the only one whose name or a part of it begins so; the candidates otherwise. */
static const struct person *person_match(struct person_list *list, const char *wanted, struct buffer *candidates)
{
	const char *folded = text_fold(&list->arena, wanted);
	const struct person *found = NULL;
	int matches = 0;

	for (int i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].login, wanted))
			return &list->items[i];
	for (int i = 0; *folded && i < list->count; i++) {
		const char *name = text_fold(&list->arena, list->items[i].name), *part = strchr(name, ' ');

		if (strncmp(name, folded, strlen(folded)) && !(part && !strncmp(part + 1, folded, strlen(folded))))
			continue;
		found = &list->items[i];
		buffer_format(candidates, "%s%s (%s)", matches++ ? ", " : "", found->name, found->login);
	}
	return matches == 1 ? found : NULL;
}

bool person_find(struct casework *cw, const char *wanted, struct arena *arena, struct person *out, struct error *err)
{
	struct person_list list;
	struct buffer candidates;
	const struct person *found;
	bool ok = true;

	if (!person_list_load(cw, &list, err))
		return false;
	buffer_init(&candidates);
	found = person_match(&list, wanted, &candidates);
	if (found)
		person_copy(arena, found, out);
	else if (candidates.bytes)
		ok = refuse(err, ERROR_INVALID, _("'%s' fits several persons: %s. Write the login."), wanted,
			candidates.text);
	else
		ok = refuse(err, ERROR_MISSING,
			_("There is no person '%s' in this office. kansli person list shows who there is."), wanted);
	buffer_done(&candidates);
	person_list_done(&list);
	return ok;
}

static bool person_row(struct change *change, const struct person_change *from, const char **name, struct error *err)
{
	if (text_blank(from->login) || strlen(from->login) > 64 || strpbrk(from->login, " \t\n:/"))
		return refuse(err, ERROR_INVALID,
			_("Login: '%s' cannot be a login. It is the Unix user's name, without blanks."),
			from->login ? from->login : "");
	if (text_blank(from->name))
		return refuse(err, ERROR_INVALID, _("Name: a person needs a name."));
	return text_clean(&change->arena, from->name, strlen(from->name), false, name, err);
}

static bool person_begin(struct change *change, struct casework *cw, const struct operation *op, const char *action,
	int64_t person, struct error *err)
{
	struct rows rows;
	unsigned relation = person == cw->actor ? RELATION_SELF : 0;
	bool sole = false;

	if (!change_begin(change, cw, op, action, err))
		return false;
	if (change->repeated)
		return true;
	if (!store_ask(cw->store, SQL_APPOINTMENT_OTHER_ADMINISTRATORS,
		    BINDS(BIND("person", cw->actor), BIND("today", (const char *)change->today)), &rows, err))
		return change_abandon(change);
	if (rows_next(&rows))
		sole = rows_number(&rows, "others") == 0;
	if (!rows_done(&rows, err))
		return change_abandon(change);
	if (sole)
		relation |= RELATION_SOLE_ADMINISTRATOR;
	return may(cw, RIGHT_PERSON_PUT, relation, err) || change_abandon(change);
}

bool person_add(struct casework *cw, const struct operation *op, const struct person_change *from, int64_t *id,
	struct error *err)
{
	struct change change;
	const char *name, *key;
	int64_t made;

	if (!person_begin(&change, cw, op, "person-add", 0, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!person_row(&change, from, &name, err))
		return change_abandon(&change);
	key = text_sort_key(&change.arena, name);
	if (!store_run(cw->store, SQL_PERSON_INSERT,
		    BINDS(BIND("login", from->login), BIND("name", name), bind_blob("sort_key", key, strlen(key)),
			    BIND("region", from->region)),
		    err))
		return change_abandon(&change);
	made = store_last_id(cw->store);
	if (!change_record(&change, OBJECT_PERSON, made, 0, NULL, err))
		return change_abandon(&change);
	if (id)
		*id = made;
	return change_commit(&change, err);
}

static bool person_version(struct change *change, int64_t person, int64_t *version, struct error *err)
{
	struct rows rows;
	bool found = false;

	if (!store_ask(change->store, SQL_PERSON_VERSION, BINDS(BIND("id", person)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		*version = rows_number(&rows, "version");
		found = true;
	}
	if (!rows_done(&rows, err))
		return false;
	return found || refuse(err, ERROR_MISSING, _("There is no such person."));
}

bool person_change(struct casework *cw, const struct operation *op, int64_t person, const struct person_change *from,
	struct error *err)
{
	struct change change;
	const char *before, *name, *key;
	int64_t version;

	if (!person_begin(&change, cw, op, "person-change", person, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!person_version(&change, person, &version, err) ||
		!change_fresh(&change, OBJECT_PERSON, person, version, err) ||
		!(before = change_facts(&change, OBJECT_PERSON, person, err)) || !person_row(&change, from, &name, err))
		return change_abandon(&change);
	key = text_sort_key(&change.arena, name);
	if (!store_run(cw->store, SQL_PERSON_UPDATE,
		    BINDS(BIND("id", person), BIND("login", from->login), BIND("name", name),
			    bind_blob("sort_key", key, strlen(key)), BIND("region", from->region)),
		    err) ||
		!change_record(&change, OBJECT_PERSON, person, 0, before, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool role_overlaps(struct change *change, int64_t person, enum role role, const char *from_on, const char *to_on,
	bool *overlaps, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_APPOINTMENT_OVERLAPS,
		    BINDS(BIND("person", person), BIND("role", access_role_code(role)), BIND("from_on", from_on),
			    BIND("to_on", to_on)),
		    &rows, err))
		return false;
	*overlaps = rows_next(&rows) && rows_number(&rows, "overlaps") > 0;
	return rows_done(&rows, err);
}

static bool role_give(struct change *change, int64_t person, enum role role, day from, day to, struct error *err)
{
	char from_on[DAY_TEXT], to_on[DAY_TEXT];
	int64_t version;
	bool overlaps;

	day_text(from, from_on);
	day_text(to, to_on);
	if (from == DAY_NONE || (to != DAY_NONE && to < from))
		return refuse(err, ERROR_INVALID, _("A role is held from one day to a later one."));
	if (!person_version(change, person, &version, err) ||
		!role_overlaps(change, person, role, from_on, to == DAY_NONE ? NULL : to_on, &overlaps, err))
		return false;
	if (overlaps)
		return refuse(err, ERROR_INVALID,
			_("The person already holds that role in a part of that time. End it first."));
	return store_run(change->store, SQL_APPOINTMENT_INSERT,
		BINDS(BIND("person", person), BIND("role", access_role_code(role)),
			BIND("from_on", (const char *)from_on),
			BIND("to_on", to == DAY_NONE ? NULL : (const char *)to_on)),
		err);
}

bool person_give_role(struct casework *cw, const struct operation *op, int64_t person, enum role role, day from, day to,
	struct error *err)
{
	struct change change;

	if (!person_begin(&change, cw, op, "person-give-role", person, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!role_give(&change, person, role, from, to, err) ||
		!change_record(&change, OBJECT_APPOINTMENT, store_last_id(cw->store), 0, NULL, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool role_holding(
	struct change *change, int64_t person, enum role role, const char *last, int64_t *id, struct error *err)
{
	struct rows rows;
	bool found = false;

	if (!store_ask(change->store, SQL_APPOINTMENT_HOLDING,
		    BINDS(BIND("person", person), BIND("role", access_role_code(role)), BIND("last", last)), &rows,
		    err))
		return false;
	if (rows_next(&rows)) {
		*id = rows_number(&rows, "id");
		rows_text(&rows, "from_on", &change->arena);
		found = true;
	}
	if (!rows_done(&rows, err))
		return false;
	return found || refuse(err, ERROR_MISSING, _("The person does not hold that role on %s."), last);
}

bool person_end_role(
	struct casework *cw, const struct operation *op, int64_t person, enum role role, day last, struct error *err)
{
	struct change change;
	char last_on[DAY_TEXT];
	const char *before;
	int64_t id = 0;

	if (!person_begin(&change, cw, op, "person-end-role", person, err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	day_text(last, last_on);
	if (!role_holding(&change, person, role, last_on, &id, err) ||
		!(before = change_facts(&change, OBJECT_APPOINTMENT, id, err)) ||
		!store_run(cw->store, SQL_APPOINTMENT_END, BINDS(BIND("id", id), BIND("last", (const char *)last_on)),
			err) ||
		!change_record(&change, OBJECT_APPOINTMENT, id, 0, before, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
