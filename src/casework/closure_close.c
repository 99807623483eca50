/* Closing and reopening. Invariant: a case that is closed has nothing open and no working note without a fate, looked
 * at in the transaction that closes it. */
#include "casework/closure_inner.h"

#include "base/buffer.h"
#include "base/words.h"

struct closing {
	const char *on, *why;
	const struct closure_fate *fates;
	int count;
};

#define AT(member) offsetof(struct closing, member)
static const struct field closing_fields[] = {
	{.name = "on", .label = N_("Closed on"), .kind = FIELD_PAST, .needed = true, .at = AT(on)},
	{.name = "why", .label = N_("Why it is closed"), .kind = FIELD_TEXT, .needed = true, .at = AT(why)},
};
static const struct field reopening_fields[] = {
	{.name = "why", .label = N_("Why it is reopened"), .kind = FIELD_TEXT, .needed = true, .at = AT(why)},
};
#undef AT
static const struct form closing_form = {closing_fields, sizeof closing_fields / sizeof *closing_fields};
static const struct form reopening_form = {reopening_fields, sizeof reopening_fields / sizeof *reopening_fields};

static bool nothing_open(const struct standing *standing, const struct closure *closure, struct error *err)
{
	struct buffer list;

	if (!closure->open_count)
		return true;
	buffer_init(&list);
	for (int i = 0; i < closure->open_count; i++)
		buffer_format(&list, "%s%s", i ? "; " : "", closure->open[i]);
	refuse(err, ERROR_INVALID, _("Application %s cannot be closed yet: %s. Nothing was saved."), standing->number,
		list.text);
	buffer_done(&list);
	return false;
}

static const char *fate_of(const struct closing *closing, int n)
{
	for (int i = closing->count; i-- > 0;)
		if (closing->fates[i].n == n)
			return closing->fates[i].fate;
	return NULL;
}

/* Each fate is a known one, of a note that waits for one. */
static bool fates_fit(const struct closing *closing, const struct closure *closure, struct error *err)
{
	for (int i = 0; i < closing->count; i++) {
		const struct closure_fate *fate = &closing->fates[i];
		bool waits = false;

		for (int k = 0; k < closure->note_count; k++)
			waits |= closure->notes[k].n == fate->n;
		if (!waits)
			return refuse(
				err, ERROR_INVALID, _("Note %d is no working note that waits for its fate."), fate->n);
		if (!fate->fate || !closure_fate_read(fate->fate))
			return refuse(
				err, ERROR_INVALID, _("Note %d: say archive, discard or file (a file note)."), fate->n);
	}
	return true;
}

/* Every note has its fate, or the sentence names those that have not. */
static bool fates_whole(const struct closing *closing, const struct closure *closure, struct error *err)
{
	struct buffer missing;
	bool whole;

	buffer_init(&missing);
	for (int i = 0; i < closure->note_count; i++)
		if (!fate_of(closing, closure->notes[i].n))
			buffer_format(&missing, "%s%d", missing.bytes ? ", " : "", closure->notes[i].n);
	if (missing.bytes)
		refuse(err, ERROR_INVALID,
			_("Say what becomes of each working note (archive, discard or file note); missing: %s. %s"),
			missing.text, closure_warning());
	whole = !missing.bytes;
	buffer_done(&missing);
	return whole;
}

static bool fates_save(struct change *change, int64_t application, const struct closing *closing,
	const struct closure *closure, struct error *err)
{
	for (int i = 0; i < closure->note_count; i++) {
		const struct closure_note *note = &closure->notes[i];

		if (!store_run(change->store, SQL_CLOSURE_FATE,
			    BINDS(BIND("note", note->id), BIND("fate", closure_fate_read(fate_of(closing, note->n))),
				    BIND("fated_by", casework_actor(change->cw)),
				    BIND("fated_at", (const char *)change->now)),
			    err) ||
			!change_record(change, OBJECT_NOTE_FATE, note->id, application, NULL, err))
			return false;
	}
	return true;
}

static bool closure_write(struct change *change, int64_t application, const struct closing *closing,
	const struct closure *closure, struct error *err)
{
	const char *before = NULL;

	if (closure->id) {
		before = change_facts(change, OBJECT_CLOSURE, closure->id, err);
		return before &&
		       store_run(change->store, SQL_CLOSURE_AGAIN,
			       BINDS(BIND("id", closure->id), BIND("closed_on", closing->on), BIND("why", closing->why),
				       BIND("closed_by", casework_actor(change->cw))),
			       err) &&
		       change_record(change, OBJECT_CLOSURE, closure->id, application, before, err);
	}
	return store_run(change->store, SQL_CLOSURE_INSERT,
		       BINDS(BIND("application", application), BIND("closed_on", closing->on),
			       BIND("why", closing->why), BIND("closed_by", casework_actor(change->cw))),
		       err) &&
	       change_record(change, OBJECT_CLOSURE, store_last_id(change->store), application, NULL, err);
}

/* The day is one on which the case could be closed. */
static bool closing_clean(
	struct change *change, const struct standing *standing, struct closing *closing, struct error *err)
{
	if (!closing->on)
		closing->on = change->today;
	if (!form_clean(change->cw, &closing_form, closing, &change->arena, NULL, err))
		return false;
	if (strcmp(closing->on, standing->arrived_on) < 0)
		return refuse(err, ERROR_INVALID, _("%s: the application arrived on %s."), _("Closed on"),
			standing->arrived_on);
	return true;
}

static bool closing_save(struct change *change, int64_t application, const struct closing *given,
	struct closure *closure, struct error *err)
{
	struct closing closing = *given;
	struct standing standing;

	arena_init(&closure->arena);
	if (!standing_load(change, application, &standing, err) ||
		!closure_standing_load(change->cw, application, closure, err) ||
		!closure_notes_load(change->cw, application, closure, err) ||
		(closure->note_count && !may(change->cw, RIGHT_SEE_WORKING, RELATION_NONE, err)) ||
		!may(change->cw, RIGHT_CASE_CLOSE, RELATION_NONE, err) ||
		!change_fresh(change, OBJECT_APPLICATION, application, standing.version, err))
		return false;
	if (closure->stands)
		return refuse(err, ERROR_INVALID, _("Application %s is closed already, since %s."), standing.number,
			closure->closed_on);
	return closing_clean(change, &standing, &closing, err) &&
	       closure_open_load(change->cw, application, closure, err) && nothing_open(&standing, closure, err) &&
	       fates_fit(&closing, closure, err) && fates_whole(&closing, closure, err) &&
	       fates_save(change, application, &closing, closure, err) &&
	       closure_write(change, application, &closing, closure, err);
}

bool case_close(struct casework *cw, const struct operation *op, int64_t application, const char *on, const char *why,
	const struct closure_fate *fates, int count, struct error *err)
{
	struct closing closing = {on, why, fates, count};
	struct closure closure = {0};
	struct change change;
	bool saved;

	if (!change_begin(&change, cw, op, "case-close", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	saved = closing_save(&change, application, &closing, &closure, err);
	closure_done(&closure);
	return saved ? change_commit(&change, err) : change_abandon(&change);
}

static bool reopening_save(
	struct change *change, int64_t application, struct closing *given, struct closure *closure, struct error *err)
{
	struct standing standing;
	const char *before;

	arena_init(&closure->arena);
	if (!may(change->cw, RIGHT_CASE_CLOSE, RELATION_NONE, err) ||
		!standing_load(change, application, &standing, err) ||
		!change_fresh(change, OBJECT_APPLICATION, application, standing.version, err) ||
		!closure_standing_load(change->cw, application, closure, err))
		return false;
	if (!closure->stands)
		return refuse(err, ERROR_INVALID, _("Application %s is not closed."), standing.number);
	if (!form_clean(change->cw, &reopening_form, given, &change->arena, NULL, err) ||
		!(before = change_facts(change, OBJECT_CLOSURE, closure->id, err)))
		return false;
	return store_run(change->store, SQL_CLOSURE_REOPEN,
		       BINDS(BIND("id", closure->id), BIND("reopened_on", (const char *)change->today),
			       BIND("why", given->why)),
		       err) &&
	       change_record(change, OBJECT_CLOSURE, closure->id, application, before, err);
}

bool case_reopen(
	struct casework *cw, const struct operation *op, int64_t application, const char *why, struct error *err)
{
	struct closing reopening = {.why = why};
	struct closure closure = {0};
	struct change change;
	bool saved;

	if (!change_begin(&change, cw, op, "case-reopen", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	saved = reopening_save(&change, application, &reopening, &closure, err);
	closure_done(&closure);
	return saved ? change_commit(&change, err) : change_abandon(&change);
}
