/* Dialogue notes (FL 27 §). Invariant: what is written stays as it was written; a correction is a new note that points
 * at the old, and each note is corrected at most once, so that the latest word is never in doubt. */
#include "casework/application_inner.h"
#include "casework/note_inner.h"

#include "base/text.h"
#include "base/words.h"

#define AT(member) offsetof(struct note_change, member)
static const struct field note_fields[] = {
	{.name = "kind", .label = N_("Kind of note"), .kind = FIELD_WORD, .words = "note", .at = AT(kind)},
	{.name = "occurred_on", .label = N_("Day"), .kind = FIELD_PAST, .needed = true, .at = AT(occurred_on)},
	{.name = "occurred_time",
		.label = N_("Time of day"),
		.kind = FIELD_TIME,
		.unknown = true,
		.at = AT(occurred_time)},
	{.name = "way", .label = N_("Way"), .kind = FIELD_WORD, .words = "dialogue", .needed = true, .at = AT(way)},
	{.name = "with_whom", .label = N_("Organisation"), .kind = FIELD_LINE, .at = AT(with_whom)},
	{.name = "with_role", .label = N_("Role"), .kind = FIELD_LINE, .at = AT(with_role)},
	{.name = "with_name", .label = N_("Name"), .kind = FIELD_LINE, .at = AT(with_name)},
	{.name = "said", .label = N_("What was said"), .kind = FIELD_TEXT, .needed = true, .at = AT(said)},
	{.name = "changed", .label = N_("What it changed"), .kind = FIELD_TEXT, .at = AT(changed)},
	{.name = "gate", .label = N_("Control point"), .kind = FIELD_LINE, .unknown = true, .at = AT(gate)},
	{.name = "criterion", .label = N_("Criterion"), .kind = FIELD_LINE, .unknown = true, .at = AT(criterion)},
	{.name = "follow_on", .label = N_("Follow up"), .kind = FIELD_DAY, .unknown = true, .at = AT(follow_on)},
};
#undef AT
static const struct form note_form = {note_fields, sizeof(note_fields) / sizeof(*note_fields)};

/* ---- reading */

static void note_read(struct rows *rows, struct note *note, struct arena *arena)
{
	note->id = rows_number(rows, "id");
	note->application = rows_number(rows, "application");
	note->n = (int)rows_number(rows, "n");
	note->measure = rows_number_or(rows, "measure", 0);
	note->measure_n = (int)rows_number_or(rows, "measure_n", 0);
	note->kind = rows_text(rows, "kind", arena);
	note->occurred_on = rows_text(rows, "occurred_on", arena);
	note->occurred_time = rows_text(rows, "occurred_time", arena);
	note->way = rows_text(rows, "way", arena);
	note->with_whom = rows_text(rows, "with_whom", arena);
	note->with_role = rows_text(rows, "with_role", arena);
	note->with_name = rows_text(rows, "with_name", arena);
	note->said = rows_text(rows, "said", arena);
	note->changed = rows_text(rows, "changed", arena);
	note->corrects = rows_number_or(rows, "corrects", 0);
	note->corrects_n = (int)rows_number_or(rows, "corrects_n", 0);
	note->corrected_by = rows_number_or(rows, "corrected_by", 0);
	note->corrected_by_n = (int)rows_number_or(rows, "corrected_by_n", 0);
	note->fate = rows_text(rows, "fate", arena);
	if (note->fate && !strcmp(note->fate, "discard"))
		note->said = _("Discarded when the case was closed.");
	note->author = rows_text(rows, "author", arena);
	note->written_at = rows_text(rows, "written_at", arena);
	note->gate = rows_text(rows, "gate", arena);
	note->criterion = rows_text(rows, "criterion", arena);
	note->communicate = rows_bool(rows, "communicate");
	note->follow_on = rows_text(rows, "follow_on", arena);
	note->followed_on = rows_text(rows, "followed_on", arena);
	note->followed_how = rows_text(rows, "followed_how", arena);
	note->followed_by = rows_text(rows, "followed_by", arena);
}

static bool notes_read(struct casework *cw, int64_t application, struct note_list *list, struct error *err)
{
	unsigned relation = RELATION_NONE;
	bool working;
	struct rows rows;
	int room = 0;

	if (!bar_relation(cw, application, &relation, err))
		return false;
	working = access_allows(access_roles(cw), RIGHT_SEE_WORKING, relation, NULL);
	if (!store_ask(casework_store(cw), SQL_NOTE_LIST,
		    BINDS(BIND("application", application), BIND("working", working)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		if (list->count == room) {
			room = room ? room * 2 : 8;
			list->items = arena_grow(
				&list->arena, list->items, (size_t)list->count, sizeof(*list->items), (size_t)room);
		}
		list->items[list->count] = (struct note){0};
		note_read(&rows, &list->items[list->count++], &list->arena);
	}
	return rows_done(&rows, err);
}

bool note_list_load(struct casework *cw, int64_t application, struct note_list *out, struct error *err)
{
	struct note_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&list.arena);
	if (!notes_read(cw, application, &list, err)) {
		note_list_done(&list);
		return false;
	}
	*out = list;
	return true;
}

void note_list_done(struct note_list *list)
{
	if (!list)
		return;
	arena_done(&list->arena);
	*list = (struct note_list){0};
}

/* ---- writing */

/* The note to be corrected: it is there, nobody has corrected it yet, and the correction is of its kind. */
static bool corrected_find(
	struct change *change, int64_t application, struct note_change *values, int64_t *corrects, struct error *err)
{
	struct rows rows;
	const char *kind = NULL;
	int by = 0;

	*corrects = 0;
	if (!values->corrects_n)
		return true;
	if (!store_ask(change->store, SQL_NOTE_STANDING,
		    BINDS(BIND("application", application), BIND("n", values->corrects_n)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		*corrects = rows_number(&rows, "id");
		kind = rows_text(&rows, "kind", &change->arena);
		by = (int)rows_number_or(&rows, "corrected_by_n", 0);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!kind)
		return refuse(err, ERROR_MISSING, _("The application has no note %d to correct."), values->corrects_n);
	if (by)
		return refuse(err, ERROR_INVALID,
			_("Note %d is corrected already, by note %d. Correct that one instead."), values->corrects_n,
			by);
	if (*values->kind && strcmp(values->kind, kind))
		return refuse(err, ERROR_INVALID, _("A correction is of the same kind as note %d, which it corrects."),
			values->corrects_n);
	values->kind = kind;
	return true;
}

static bool measure_belongs(struct change *change, int64_t application, int64_t measure, struct error *err)
{
	struct rows rows;
	bool belongs;

	if (!measure)
		return true;
	if (!store_ask(change->store, SQL_NOTE_MEASURE,
		    BINDS(BIND("measure", measure), BIND("application", application)), &rows, err))
		return false;
	belongs = rows_next(&rows) && rows_bool(&rows, "belongs");
	if (!rows_done(&rows, err))
		return false;
	return belongs ||
	       refuse(err, ERROR_INVALID, _("The note is about a measure of another application. Nothing was saved."));
}

static bool next_n(struct change *change, int64_t application, int *n, struct error *err)
{
	struct rows rows;
	int next = 0;

	if (!store_ask(change->store, SQL_NOTE_NEXT_N, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows))
		next = (int)rows_number(&rows, "n");
	if (!rows_done(&rows, err))
		return false;
	*n = next;
	return true;
}

static bool note_insert(struct change *change, int64_t application, const struct note_change *values, int64_t corrects,
	int n, int64_t *id, struct error *err)
{
	if (!store_run(change->store, SQL_NOTE_INSERT,
		    BINDS(BIND("application", application), BIND("n", n),
			    values->measure ? bind_number("measure", values->measure) : bind_null("measure"),
			    BIND("kind", *values->kind ? values->kind : "file"),
			    BIND("occurred_on", values->occurred_on), BIND("occurred_time", values->occurred_time),
			    BIND("way", values->way), BIND("with_whom", values->with_whom),
			    BIND("with_role", values->with_role), BIND("with_name", values->with_name),
			    BIND("said", values->said), BIND("changed", values->changed),
			    corrects ? bind_number("corrects", corrects) : bind_null("corrects"),
			    BIND("author", casework_actor(change->cw)), BIND("written_at", (const char *)change->now)),
		    err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_NOTE, *id, application, NULL, err);
}

static bool note_save(
	struct change *change, int64_t application, const struct note_change *given, int *n, struct error *err)
{
	struct note_change values = *given;
	struct standing standing;
	int64_t corrects, id;

	return may(change->cw, RIGHT_NOTE_ADD, RELATION_NONE, err) &&
	       standing_load(change, application, &standing, err) &&
	       form_clean(change->cw, &note_form, &values, &change->arena, NULL, err) &&
	       corrected_find(change, application, &values, &corrects, err) &&
	       measure_belongs(change, application, values.measure, err) && next_n(change, application, n, err) &&
	       note_insert(change, application, &values, corrects, *n, &id, err) &&
	       note_about_put(change, application, id, &values, err);
}

/* A repeated note answers the number it got the first time. */
static bool note_number(struct change *change, int64_t note, int *n, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_NOTE_NUMBER, BINDS(BIND("id", note)), &rows, err))
		return false;
	if (rows_next(&rows))
		*n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

bool note_add(struct casework *cw, const struct operation *op, int64_t application, const struct note_change *given,
	int *n, struct error *err)
{
	struct change change;
	int made;

	if (!change_begin(&change, cw, op, "note-add", err))
		return false;
	if (change.repeated)
		return note_number(&change, change.repeated_id, n, err) ? change_repeated(&change, NULL)
									: change_abandon(&change);
	if (!note_save(&change, application, given, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*n = made;
	return true;
}
