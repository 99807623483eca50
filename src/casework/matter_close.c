/* Closing a matter that is no application, and reopening it. Invariant: nothing that is open is closed over, and the
 * person has said what is archived, discarded or made a tjänsteanteckning. */
#include "casework/matter.h"

#include "casework/application_inner.h"
#include "casework/document_inner.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

/* ---- what is still open */

static const struct {
	const char *code, *words;
} stops[] = {
	{"unsent", N_("receivers on distribution lists who have not been sent to: %s")},
	{"untested", N_("parts of the request that are not tested: %s")},
	{"unadjusted", N_("the minutes of the sitting are not approved")},
	{"unended", N_("how it ended is not said")},
};

static void stop_say(struct buffer *out, const char *code, const char *which)
{
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
		if (strcmp(stops[i].code, code) != 0)
			continue;
		buffer_text(out, out->bytes ? "; " : "");
		buffer_format(out, _(stops[i].words), which);
	}
}

bool matter_open_ends(struct casework *cw, int64_t matter, struct arena *arena, const char **out, struct error *err)
{
	struct buffer said;
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_MATTER_OPEN_ENDS, BINDS(BIND("matter", matter)), &rows, err))
		return false;
	buffer_init(&said);
	while (rows_next(&rows)) {
		const char *code = rows_text(&rows, "what", arena), *which = rows_text(&rows, "which", arena);

		stop_say(&said, code, which);
	}
	if (said.bytes)
		*out = arena_text(arena, said.text);
	else
		*out = NULL;
	buffer_done(&said);
	return rows_done(&rows, err);
}

/* ---- the matter as it stands */

struct closing {
	const char *on, *why, *kept;
};

struct matter_now {
	int64_t version, closure;
	const char *opened_on;
	bool closed, misregistered;
};

static bool now_load(struct change *change, int64_t matter, struct matter_now *out, struct error *err)
{
	struct rows rows;
	bool found;

	if (!store_ask(change->store, SQL_MATTER_CLOSING, BINDS(BIND("id", matter)), &rows, err))
		return false;
	found = rows_next(&rows);
	if (found)
		*out = (struct matter_now){.version = rows_number(&rows, "version"),
			.closure = rows_number_or(&rows, "closure", 0),
			.opened_on = rows_text(&rows, "opened_on", &change->arena),
			.closed = rows_bool(&rows, "closed"),
			.misregistered = rows_bool(&rows, "misregistered")};
	if (!rows_done(&rows, err))
		return false;
	return found || refuse(err, ERROR_MISSING, _("There is no such matter. Nothing was changed."));
}

#define AT(member) offsetof(struct closing, member)
static const struct field closing_fields[] = {
	{.name = "on", .label = N_("Closed on"), .kind = FIELD_PAST, .needed = true, .at = AT(on)},
	{.name = "why", .label = N_("Why it is closed"), .kind = FIELD_TEXT, .needed = true, .at = AT(why)},
	{.name = "kept", .label = N_("What is kept"), .kind = FIELD_TEXT, .needed = true, .at = AT(kept)},
};
static const struct field reopening_fields[] = {
	{.name = "why", .label = N_("Why it is reopened"), .kind = FIELD_TEXT, .needed = true, .at = AT(why)},
};
#undef AT
static const struct form closing_form = {closing_fields, sizeof closing_fields / sizeof *closing_fields};
static const struct form reopening_form = {reopening_fields, sizeof reopening_fields / sizeof *reopening_fields};

/* ---- closing */

static bool ends_are_met(struct change *change, int64_t matter, struct error *err)
{
	const char *open;

	if (!matter_open_ends(change->cw, matter, &change->arena, &open, err))
		return false;
	return !open || refuse(err, ERROR_INVALID, _("The matter cannot be closed yet: %s. Nothing was saved."), open);
}

static bool closure_write(struct change *change, int64_t matter, const struct matter_now *now,
	const struct closing *closing, struct error *err)
{
	const char *before = NULL, *why = arena_format(&change->arena, "%s\n%s", closing->why, closing->kept);
	int64_t id = now->closure;

	if (id && !(before = change_facts(change, OBJECT_CLOSURE, id, err)))
		return false;
	if (!store_run(change->store, id ? SQL_MATTER_CLOSE_AGAIN : SQL_MATTER_CLOSE,
		    id ? BINDS(BIND("id", id), BIND("closed_on", closing->on), BIND("why", why),
				 BIND("closed_by", casework_actor(change->cw)))
		       : BINDS(BIND("matter", matter), BIND("closed_on", closing->on), BIND("why", why),
				 BIND("closed_by", casework_actor(change->cw))),
		    err))
		return false;
	return change_record(change, OBJECT_CLOSURE, id ? id : store_last_id(change->store), 0, before, err);
}

static bool close_save(struct change *change, int64_t matter, const struct closing *given, struct error *err)
{
	struct closing closing = *given;
	struct matter_now now;

	if (!may(change->cw, RIGHT_CASE_CLOSE, RELATION_NONE, err) || !now_load(change, matter, &now, err) ||
		!change_fresh(change, OBJECT_MATTER, matter, now.version, err))
		return false;
	if (now.misregistered)
		return refuse(err, ERROR_INVALID, _("The matter was registered by mistake and is no longer changed."));
	if (now.closed)
		return refuse(err, ERROR_INVALID, _("The matter is closed already."));
	if (!closing.on)
		closing.on = change->today;
	if (!form_clean(change->cw, &closing_form, &closing, &change->arena, NULL, err))
		return false;
	if (strcmp(closing.on, now.opened_on) < 0)
		return field_refuse(NULL, "on", N_("Closed on"), err, _("The matter was opened on %s."), now.opened_on);
	return ends_are_met(change, matter, err) && closure_write(change, matter, &now, &closing, err);
}

bool matter_close(struct casework *cw, const struct operation *op, int64_t matter, const char *on, const char *why,
	const char *kept, struct error *err)
{
	const struct closing closing = {on, why, kept};
	struct change change;

	if (!change_begin(&change, cw, op, "matter-close", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!close_save(&change, matter, &closing, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- reopening */

static bool reopen_save(struct change *change, int64_t matter, const char *why, struct error *err)
{
	struct closing closing = {.why = why};
	struct matter_now now;
	const char *before;

	if (!may(change->cw, RIGHT_CASE_CLOSE, RELATION_NONE, err) || !now_load(change, matter, &now, err) ||
		!change_fresh(change, OBJECT_MATTER, matter, now.version, err) ||
		!form_clean(change->cw, &reopening_form, &closing, &change->arena, NULL, err))
		return false;
	if (!now.closed)
		return refuse(err, ERROR_INVALID, _("The matter is not closed."));
	before = change_facts(change, OBJECT_CLOSURE, now.closure, err);
	return before &&
	       store_run(change->store, SQL_MATTER_REOPEN,
		       BINDS(BIND("id", now.closure), BIND("reopened_on", (const char *)change->today),
			       BIND("why", closing.why)),
		       err) &&
	       change_record(change, OBJECT_CLOSURE, now.closure, 0, before, err);
}

bool matter_reopen(struct casework *cw, const struct operation *op, int64_t matter, const char *why, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "matter-reopen", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!reopen_save(&change, matter, why, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
