/* How a case stands for closing. Invariant: what stops a closing is asked by the same statement when it is shown and
 * when it is tried. */
#include "casework/closure_inner.h"

#include "casework/bar.h"

#include "base/words.h"

static const struct {
	const char *code, *words;
} stops[] = {
	{"undecided", N_("measures without a decision: %s")},
	{"unplanned", N_("granted measures without a payment plan: %s")},
	{"unpaid", N_("instalments that are not paid: %s")},
	{"claimed", N_("claims that are not paid: %s")},
	{"unreported", N_("reports that are not approved: %s")},
	{"clock", N_("deadlines still running: %s")},
	{"reported", N_("conflicts of interest that are reported and not tried: %s")},
	{"work", N_("persons barred later, whose work is not settled: %s")},
	{"unsent", N_("receivers on distribution lists who have not been sent to: %s")},
	{"follow", N_("notes still to be followed up: %s")},
};

static const char *stop_words(struct arena *arena, const char *code, const char *which)
{
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
		if (!strcmp(stops[i].code, code))
			return arena_format(arena, _(stops[i].words), which);
	return code;
}

bool closure_open_load(struct casework *cw, int64_t application, struct closure *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_CLOSURE_OPEN, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		const char *code = rows_text(&rows, "what", &out->arena),
			   *which = rows_text(&rows, "which", &out->arena);

		GROW(&out->arena, out->open, out->open_count);
		out->open[out->open_count++] = stop_words(&out->arena, code, which);
	}
	return rows_done(&rows, err);
}

bool closure_standing_load(struct casework *cw, int64_t application, struct closure *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_CLOSURE_OF, BINDS(BIND("application", application)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		out->id = rows_number(&rows, "id");
		out->version = rows_number(&rows, "version");
		out->closed_on = rows_text(&rows, "closed_on", &out->arena);
		out->why = rows_text(&rows, "why", &out->arena);
		out->closed_by = rows_text(&rows, "closed_by", &out->arena);
		out->reopened_on = rows_text(&rows, "reopened_on", &out->arena);
		out->reopened_why = rows_text(&rows, "reopened_why", &out->arena);
		out->stands = !out->reopened_on;
	}
	return rows_done(&rows, err);
}

bool closure_notes_load(struct casework *cw, int64_t application, struct closure *out, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_CLOSURE_NOTES, BINDS(BIND("application", application)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct closure_note *note;

		GROW(&out->arena, out->notes, out->note_count);
		note = &out->notes[out->note_count++];
		*note = (struct closure_note){.id = rows_number(&rows, "id"),
			.n = (int)rows_number(&rows, "n"),
			.occurred_on = rows_text(&rows, "occurred_on", &out->arena),
			.said = rows_text(&rows, "said", &out->arena),
			.author = rows_text(&rows, "author", &out->arena)};
	}
	return rows_done(&rows, err);
}

bool closure_load(struct casework *cw, int64_t application, struct closure *out, struct error *err)
{
	struct closure closure = {0};
	unsigned relation = RELATION_NONE;
	bool loaded;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(cw->store, err))
		return false;
	arena_init(&closure.arena);
	loaded = bar_relation(cw, application, &relation, err) &&
		 closure_standing_load(cw, application, &closure, err) &&
		 closure_open_load(cw, application, &closure, err) &&
		 closure_notes_load(cw, application, &closure, err);
	store_look_done(cw->store);
	if (!loaded) {
		closure_done(&closure);
		return false;
	}
	if (!access_allows(access_roles(cw), RIGHT_SEE_WORKING, relation, NULL)) {
		closure.notes_hidden = closure.note_count > 0;
		closure.note_count = 0;
		closure.notes = NULL;
	}
	*out = closure;
	return true;
}

void closure_done(struct closure *closure)
{
	if (!closure)
		return;
	arena_done(&closure->arena);
	*closure = (struct closure){0};
}

const char *closure_warning(void)
{
	return _(
		"What is archived or made a file note becomes a public document. What is discarded is no longer shown, "
		"but the history keeps what was written.");
}

static const struct {
	const char *code, *en, *sv;
} fates[] = {
	{"archive", N_("archived"), "arkiveras"},
	{"discard", N_("discarded"), "rensas"},
	{"file", N_("file note"), "tjänsteanteckning"},
};

const char *closure_fate_read(const char *word)
{
	for (size_t i = 0; i < sizeof fates / sizeof *fates; i++)
		if (!strcmp(word, fates[i].code) || !strcmp(word, fates[i].en) || !strcmp(word, fates[i].sv) ||
			!strcmp(word, _(fates[i].en)))
			return fates[i].code;
	return NULL;
}

const char *closure_fate_words(const char *fate)
{
	for (size_t i = 0; i < sizeof fates / sizeof *fates; i++)
		if (!strcmp(fate, fates[i].code))
			return _(fates[i].en);
	return fate;
}
