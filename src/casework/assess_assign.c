/* Who assesses a measure. Invariant: an assessor who has handed in stays an assessor; only one who has not is relieved.
 */
#include "casework/assess_inner.h"

#include "base/words.h"
#include "casework/grow.h"

/* ---- the list */

static void assessor_read(struct rows *rows, struct assessor_list *list)
{
	GROW(&list->arena, list->items, list->count);
	list->items[list->count++] = (struct assessor){
		.person = rows_number(rows, "person"),
		.assignment = rows_number(rows, "assignment"),
		.name = rows_text(rows, "name", &list->arena),
		.login = rows_text(rows, "login", &list->arena),
		.submitted_at = rows_text(rows, "submitted_at", &list->arena),
		.scored = (int)rows_number(rows, "scored"),
		.barred = rows_bool(rows, "barred"),
		.set_aside = rows_bool(rows, "set_aside"),
	};
}

static bool assessors_read(struct casework *cw, int64_t measure, struct assessor_list *list, struct error *err)
{
	struct assess_subject subject;
	struct rows rows;

	if (!assess_subject_read(cw, measure, &list->arena, &subject, err) ||
		!store_ask(casework_store(cw), SQL_ASSESSOR_LIST, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	bool seen = score_seen(access_roles(cw), subject.relation, subject.decided);
	while (rows_next(&rows)) {
		assessor_read(&rows, list);
		struct assessor *last = &list->items[list->count - 1];
		if (!seen && last->person != casework_actor(cw))
			last->scored = -1;
	}
	return rows_done(&rows, err);
}

bool assessor_list_load(struct casework *cw, int64_t measure, struct assessor_list *out, struct error *err)
{
	struct assessor_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	bool read = assessors_read(cw, measure, &list, err);
	store_look_done(casework_store(cw));
	if (!read) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void assessor_list_done(struct assessor_list *list)
{
	if (list)
		arena_done(&list->arena);
}

/* ---- assigning and relieving */

struct assignment {
	int64_t id, version; /* 0: never assigned */
	bool ended, submitted;
};

static bool assignment_find(
	struct change *change, int64_t measure, int64_t person, struct assignment *out, struct error *err)
{
	struct rows rows;

	*out = (struct assignment){0};
	if (!store_ask(change->store, SQL_ASSIGNMENT_FIND, BINDS(BIND("measure", measure), BIND("person", person)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		out->id = rows_number(&rows, "id");
		out->version = rows_number(&rows, "version");
		out->ended = rows_bool(&rows, "ended");
		out->submitted = rows_bool(&rows, "submitted");
	}
	return rows_done(&rows, err);
}

/* The person's name, refused when the person cannot assess today or is barred from the application. */
static bool assessor_may(struct change *change, const struct assess_subject *subject, int64_t person, const char **name,
	struct error *err)
{
	struct rows rows;
	bool assesses = false, barred = false;

	*name = NULL;
	if (!store_ask(change->store, SQL_ASSESSOR_MAY,
		    BINDS(BIND("person", person), BIND("today", (const char *)change->today),
			    BIND("application", subject->application)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		*name = rows_text(&rows, "name", &change->arena);
		assesses = rows_bool(&rows, "assesses");
		barred = rows_bool(&rows, "barred");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!*name)
		return refuse(err, ERROR_MISSING, _("There is no such person."));
	if (barred)
		return refuse(err, ERROR_INVALID,
			_("%s has a conflict of interest in %s and takes no part (FL 17 §). Choose somebody else. "
			  "Nothing was saved."),
			*name, subject->number);
	return assesses || refuse(err, ERROR_INVALID,
				   _("%s cannot assess: that takes the role of case officer, member or chair today. "
				     "Nothing was saved."),
				   *name);
}

static bool assign_write(
	struct change *change, int64_t measure, int64_t person, struct assignment *old, struct error *err)
{
	int64_t actor = casework_actor(change->cw);
	const char *now = change->now;

	if (old->id)
		return store_run(change->store, SQL_ASSIGNMENT_AGAIN,
			BINDS(BIND("id", old->id), BIND("version", old->version), BIND("assigned_by", actor),
				BIND("assigned_at", now)),
			err);
	if (!store_run(change->store, SQL_ASSIGNMENT_ADD,
		    BINDS(BIND("measure", measure), BIND("person", person), BIND("assigned_by", actor),
			    BIND("assigned_at", now)),
		    err))
		return false;
	old->id = store_last_id(change->store);
	return true;
}

static bool assessor_fits(struct change *change, const struct assess_subject *subject, struct error *err)
{
	struct rows rows;
	int64_t count = 0;

	if (!store_ask(change->store, SQL_ASSESSOR_COUNT, BINDS(BIND("measure", subject->measure)), &rows, err))
		return false;
	if (rows_next(&rows))
		count = rows_number(&rows, "count");
	if (!rows_done(&rows, err))
		return false;
	return count < ASSESSORS_MOST ||
	       refuse(err, ERROR_INVALID, _("%s has %d assessors already, which is the most. Nothing was saved."),
		       subject->number, ASSESSORS_MOST);
}

bool assess_assign(struct change *change, const struct assess_subject *subject, int64_t person, struct error *err)
{
	struct assignment old;
	const char *name, *before = NULL;

	if (!assess_subject_is_open(subject, err) || !assessor_may(change, subject, person, &name, err) ||
		!assignment_find(change, subject->measure, person, &old, err))
		return false;
	if (old.id && !old.ended)
		return refuse(err, ERROR_INVALID, _("%s is already an assessor of %s. Nothing was saved."), name,
			subject->number);
	if (!assessor_fits(change, subject, err) || !change_fresh(change, OBJECT_ASSIGNMENT, old.id, old.version, err))
		return false;
	if (old.id && !(before = change_facts(change, OBJECT_ASSIGNMENT, old.id, err)))
		return false;
	return assign_write(change, subject->measure, person, &old, err) &&
	       change_record(change, OBJECT_ASSIGNMENT, old.id, subject->application, before, err);
}

bool assessor_assign(
	struct casework *cw, const struct operation *op, int64_t measure, int64_t person, struct error *err)
{
	struct change change;
	struct assess_subject subject;

	if (!change_begin(&change, cw, op, "assessor-assign", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_ASSESSOR_ASSIGN, RELATION_NONE, err) ||
		!assess_subject_read(cw, measure, &change.arena, &subject, err) ||
		!bar_free(cw, subject.application, err) || !assess_assign(&change, &subject, person, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

static bool relieve(struct change *change, const struct assess_subject *subject, int64_t person, struct error *err)
{
	struct assignment old;

	if (!assignment_find(change, subject->measure, person, &old, err))
		return false;
	if (!old.id || old.ended)
		return refuse(
			err, ERROR_MISSING, _("That person is no assessor of %s. Nothing was saved."), subject->number);
	if (old.submitted)
		return refuse(err, ERROR_INVALID,
			_("The assessment of %s is handed in and stays as it is: nobody is relieved of it. Nothing was "
			  "saved."),
			subject->number);
	if (!change_fresh(change, OBJECT_ASSIGNMENT, old.id, old.version, err))
		return false;
	const char *before = change_facts(change, OBJECT_ASSIGNMENT, old.id, err);
	return before &&
	       store_run(change->store, SQL_ASSIGNMENT_END,
		       BINDS(BIND("id", old.id), BIND("version", old.version),
			       BIND("ended_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_ASSIGNMENT, old.id, subject->application, before, err);
}

bool assessor_relieve(
	struct casework *cw, const struct operation *op, int64_t measure, int64_t person, struct error *err)
{
	struct change change;
	struct assess_subject subject;

	if (!change_begin(&change, cw, op, "assessor-relieve", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!may(cw, RIGHT_ASSESSOR_ASSIGN, RELATION_NONE, err) ||
		!assess_subject_read(cw, measure, &change.arena, &subject, err) ||
		!bar_free(cw, subject.application, err) || !relieve(&change, &subject, person, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
