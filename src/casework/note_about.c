/* What a note is about beyond its measure, and its follow-up. Invariant: both are written once, like the note itself; a
 * follow-up that was asked for is done or still to be done. */
#include "casework/note_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- written with the note */

struct about {
	int64_t gate_version, criteria_version;
	bool gate_there, criterion_there;
};

static bool versions_read(struct change *change, int64_t application, const struct note_change *values,
	struct about *about, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_NOTE_VERSIONS,
		    BINDS(BIND("application", application), BIND("gate", values->gate),
			    BIND("criterion", values->criterion)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		about->gate_version = rows_number(&rows, "gate_version");
		about->criteria_version = rows_number(&rows, "criteria_version");
		about->gate_there = rows_bool(&rows, "gate_there");
		about->criterion_there = rows_bool(&rows, "criterion_there");
	}
	return rows_done(&rows, err);
}

static bool about_holds(const struct note_change *values, const struct about *about, struct error *err)
{
	char said[TEXT_GLIMPSE];

	if (values->gate && !about->gate_there) {
		text_glimpse(values->gate, said);
		return refuse(err, ERROR_INVALID, _("The round has no control point %s. Nothing was saved."), said);
	}
	if (values->criterion && !about->criterion_there) {
		text_glimpse(values->criterion, said);
		return refuse(err, ERROR_INVALID, _("The round has no criterion %s. Nothing was saved."), said);
	}
	if (values->follow_on && strcmp(values->follow_on, values->occurred_on) < 0)
		return refuse(err, ERROR_INVALID,
			_("The follow-up is on %s, before the day of the note. Nothing was saved."), values->follow_on);
	return true;
}

bool note_about_put(
	struct change *change, int64_t application, int64_t note, const struct note_change *values, struct error *err)
{
	struct about about = {0};

	if (!values->gate && !values->criterion && !values->follow_on && !values->communicate)
		return true;
	if (!versions_read(change, application, values, &about, err) || !about_holds(values, &about, err))
		return false;
	return store_run(change->store, SQL_NOTE_ABOUT_INSERT,
		       BINDS(BIND("note", note),
			       values->gate ? bind_number("gate_version", about.gate_version)
					    : bind_null("gate_version"),
			       BIND("gate", values->gate),
			       values->criterion ? bind_number("criteria_version", about.criteria_version)
						 : bind_null("criteria_version"),
			       BIND("criterion", values->criterion), BIND("communicate", values->communicate),
			       BIND("follow_on", values->follow_on)),
		       err) &&
	       change_record(change, OBJECT_NOTE_ABOUT, note, application, NULL, err);
}

/* ---- done */

struct followed {
	const char *done_on, *how;
};
static const struct field followed_fields[] = {
	{.name = "done_on",
		.label = N_("Followed up"),
		.kind = FIELD_PAST,
		.needed = true,
		.at = offsetof(struct followed, done_on)},
	{.name = "how", .label = N_("How it went"), .kind = FIELD_TEXT, .at = offsetof(struct followed, how)},
};
static const struct form followed_form = {followed_fields, sizeof(followed_fields) / sizeof(*followed_fields)};

/* The note there is, with a follow-up that waits; a working note is there only for who may see it. */
static bool follow_find(struct change *change, int64_t application, int n, int64_t *note, struct error *err)
{
	unsigned relation = RELATION_NONE;
	bool there = false, working = false, asked = false, done = false;
	struct rows rows;

	if (!bar_relation(change->cw, application, &relation, err) ||
		!store_ask(change->store, SQL_NOTE_FOLLOW, BINDS(BIND("application", application), BIND("n", n)), &rows,
			err))
		return false;
	while (rows_next(&rows)) {
		*note = rows_number(&rows, "id");
		working = rows_bool(&rows, "working");
		asked = !rows_null(&rows, "follow_on");
		done = !rows_null(&rows, "done_on");
		there = true;
	}
	if (!rows_done(&rows, err))
		return false;
	if (!there || (working && !access_allows(access_roles(change->cw), RIGHT_SEE_WORKING, relation, NULL)))
		return refuse(err, ERROR_MISSING, _("The application has no note %d."), n);
	if (!asked)
		return refuse(err, ERROR_INVALID, _("Note %d asks for no follow-up."), n);
	if (done)
		return refuse(err, ERROR_INVALID, _("Note %d has been followed up already."), n);
	return true;
}

static bool followed_save(struct change *change, int64_t application, int n, struct followed *values, struct error *err)
{
	int64_t note = 0;

	return may(change->cw, RIGHT_NOTE_ADD, RELATION_NONE, err) &&
	       form_clean(change->cw, &followed_form, values, &change->arena, NULL, err) &&
	       follow_find(change, application, n, &note, err) &&
	       store_run(change->store, SQL_NOTE_FOLLOW_INSERT,
		       BINDS(BIND("note", note), BIND("done_on", values->done_on), BIND("how", values->how),
			       BIND("done_by", casework_actor(change->cw))),
		       err) &&
	       change_record(change, OBJECT_FOLLOW_UP, note, application, NULL, err);
}

bool note_followed(struct casework *cw, const struct operation *op, int64_t application, int n, const char *done_on,
	const char *how, struct error *err)
{
	struct followed values = {.done_on = done_on, .how = how ? how : ""};
	struct change change;

	if (!change_begin(&change, cw, op, "note-follow", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!values.done_on)
		values.done_on = change.today;
	if (!followed_save(&change, application, n, &values, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
