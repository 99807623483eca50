/* A case registered by mistake. Invariant: its number stays and is never given again, and every paper that lay in it is
 * found where the case says. */
#include "casework/application_inner.h"
#include "casework/document_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- reading */

static bool mistake_read(
	struct casework *cw, const struct case_ref *ref, struct misregistration *out, struct error *err)
{
	const char *pattern;
	struct rows rows;
	char number[DOCUMENT_NUMBER] = "";

	if (!application_pattern(cw, &out->arena, &pattern, err) ||
		!store_ask(casework_store(cw), SQL_MISREGISTRATION_FIND, BINDS(case_application(ref), case_matter(ref)),
			&rows, err))
		return false;
	out->there = rows_next(&rows);
	if (out->there) {
		int year = (int)rows_number_or(&rows, "year", 0), n = (int)rows_number_or(&rows, "n", 0);

		out->why = rows_text(&rows, "why", &out->arena);
		out->found_by = rows_text(&rows, "found_by", &out->arena);
		out->found_at = rows_text(&rows, "found_at", &out->arena);
		out->to.application = rows_number_or(&rows, "to_application", 0);
		out->to.matter = rows_number_or(&rows, "to_matter", 0);
		if (n)
			case_number(pattern, year, n, number, sizeof number);
		out->to_number = arena_text(&out->arena, number);
	}
	return rows_done(&rows, err);
}

bool misregistration_load(
	struct casework *cw, const struct case_ref *ref, struct misregistration *out, struct error *err)
{
	struct misregistration found = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err))
		return false;
	arena_init(&found.arena);
	if (!mistake_read(cw, ref, &found, err)) {
		arena_done(&found.arena);
		return false;
	}
	*out = found;
	return true;
}

void misregistration_done(struct misregistration *misregistration)
{
	if (!misregistration)
		return;
	arena_done(&misregistration->arena);
	*misregistration = (struct misregistration){0};
}

/* ---- recording */

struct recording {
	struct case_ref from, to;
	const char *why;
};

static bool case_is_free(struct change *change, const struct case_ref *from, struct error *err)
{
	struct rows rows;
	bool already = false, decided = false, assessed = false;

	if (!store_ask(change->store, SQL_MISREGISTRATION_BOUND, BINDS(case_application(from), case_matter(from)),
		    &rows, err))
		return false;
	if (rows_next(&rows)) {
		already = rows_bool(&rows, "already");
		decided = rows_bool(&rows, "decided");
		assessed = rows_bool(&rows, "assessed");
	}
	if (!rows_done(&rows, err))
		return false;
	if (already)
		return refuse(err, ERROR_INVALID, _("The case is noted as registered by mistake already."));
	if (decided || assessed)
		return refuse(err, ERROR_INVALID,
			_("The case has been assessed or decided, so it was not registered by mistake. Nothing was "
			  "changed."));
	return true;
}

static bool papers_list(
	struct change *change, const struct case_ref *from, int64_t **out, int *count, struct error *err)
{
	struct rows rows;
	size_t room = 0;

	*out = NULL;
	*count = 0;
	if (!store_ask(change->store, SQL_DOCUMENT_LIVE, BINDS(case_application(from), case_matter(from)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		rows_number(&rows, "n");
		if ((size_t)*count == room) {
			room = room ? room * 2 : 16;
			*out = arena_grow(&change->arena, *out, (size_t)*count, sizeof **out, room);
		}
		(*out)[(*count)++] = rows_number(&rows, "id");
	}
	return rows_done(&rows, err);
}

static bool papers_move(struct change *change, const struct recording *recording, struct error *err)
{
	bool nowhere = !recording->to.application && !recording->to.matter;
	int64_t *ids, moved;
	struct paper paper;
	int count;

	if (!papers_list(change, &recording->from, &ids, &count, err))
		return false;
	if (nowhere && count)
		return refuse(err, ERROR_INVALID,
			_("The case has %d documents. Say which case they belong to, or note each of them as void."),
			count);
	for (int i = 0; i < count; i++)
		if (!paper_load(change, ids[i], &paper, err) ||
			(!paper.removed && !paper_move(change, &paper, &recording->to, &moved, err)))
			return false;
	return true;
}

/* It leaves the lists of live applications as a withdrawn one does; its status says what it is. */
static bool application_leave(struct change *change, const struct recording *recording, struct error *err)
{
	struct standing standing;
	const char *before;

	if (!recording->from.application)
		return true;
	before = change_facts(change, OBJECT_APPLICATION, recording->from.application, err);
	return before && standing_load(change, recording->from.application, &standing, err) &&
	       (standing.withdrawn_on ||
		       (store_run(change->store, SQL_APPLICATION_WITHDRAW,
				BINDS(BIND("id", standing.id), BIND("version", standing.version),
					BIND("withdrawn_on", (const char *)change->today),
					BIND("withdrawn_why", recording->why)),
				err) &&
			       change_record(change, OBJECT_APPLICATION, standing.id, standing.id, before, err)));
}

static bool mistake_insert(struct change *change, const struct recording *recording, struct error *err)
{
	const struct case_ref *to = &recording->to;

	return store_run(change->store, SQL_MISREGISTRATION_INSERT,
		       BINDS(case_application(&recording->from), case_matter(&recording->from),
			       to->application ? bind_number("to_application", to->application)
					       : bind_null("to_application"),
			       to->matter ? bind_number("to_matter", to->matter) : bind_null("to_matter"),
			       BIND("why", recording->why), BIND("found_by", casework_actor(change->cw)),
			       BIND("found_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_MISREGISTRATION, store_last_id(change->store), recording->from.application,
		       NULL, err);
}

static bool why_clean(struct change *change, struct recording *recording, struct error *err)
{
	static const struct field fields[] = {{.name = "why",
		.label = N_("Reason"),
		.kind = FIELD_TEXT,
		.needed = true,
		.at = offsetof(struct recording, why)}};
	const struct form form = {fields, 1};

	return form_clean(change->cw, &form, recording, &change->arena, NULL, err);
}

static bool record_save(struct change *change, const struct recording *given, struct error *err)
{
	struct recording recording = *given;
	bool nowhere = !given->to.application && !given->to.matter;

	if (!may(change->cw, RIGHT_DOCUMENT_PUT, RELATION_NONE, err) || !why_clean(change, &recording, err))
		return false;
	if (case_same(&given->from, &given->to))
		return refuse(err, ERROR_INVALID, _("A case cannot be moved to itself."));
	return case_is_free(change, &given->from, err) && case_open(change, &given->from, err) &&
	       (nowhere || case_open(change, &given->to, err)) && mistake_insert(change, &recording, err) &&
	       papers_move(change, &recording, err) && application_leave(change, &recording, err);
}

bool misregistration_record(struct casework *cw, const struct operation *op, const struct case_ref *from,
	const struct case_ref *to, const char *why, struct error *err)
{
	const struct recording recording = {*from, *to, why};
	struct change change;

	if (!change_begin(&change, cw, op, "case-misregistered", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!record_save(&change, &recording, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
