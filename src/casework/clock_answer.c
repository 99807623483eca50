/* What comes of a clock: an answer, more time, and what a person rules that follows. Invariant: a late answer is kept
 * as the day it came, and no outcome is ever set by the calendar. */
#include "casework/clock_inner.h"
#include "casework/power.h"
#include "casework/version_inner.h"

#include "base/text.h"
#include "base/words.h"

/* ---- the clock as it stands */

static void standing_read(struct rows *rows, struct clock_standing *out, struct arena *arena)
{
	out->id = rows_number(rows, "id");
	out->version = rows_number(rows, "version");
	out->measure = rows_number_or(rows, "measure", 0);
	out->items = (int)rows_number(rows, "items");
	out->unmet = (int)rows_number(rows, "unmet");
	out->kind = rows_text(rows, "kind", arena);
	out->sent_on = rows_text(rows, "sent_on", arena);
	out->due_on = rows_text(rows, "due_on", arena);
	out->answered_on = rows_text(rows, "answered_on", arena);
	out->answer = rows_text(rows, "answer", arena);
	out->outcome = rows_text(rows, "outcome", arena);
	out->ended_on = rows_text(rows, "ended_on", arena);
}

bool clock_standing_load(
	struct change *change, int64_t application, int n, struct clock_standing *out, struct error *err)
{
	struct clock_standing standing = {.n = n};
	struct rows rows;

	if (!store_ask(change->store, SQL_CLOCK_STANDING, BINDS(BIND("application", application), BIND("n", n)), &rows,
		    err))
		return false;
	if (rows_next(&rows))
		standing_read(&rows, &standing, &change->arena);
	if (!rows_done(&rows, err))
		return false;
	if (!standing.id)
		return refuse(err, ERROR_MISSING, _("The application has no time limit %d. Nothing was changed."), n);
	*out = standing;
	return true;
}

bool clock_document(struct change *change, int64_t application, int n, int64_t *id, const char **on, struct error *err)
{
	const char *on_day = NULL;
	struct rows rows;

	if (!store_ask(change->store, SQL_CLOCK_DOCUMENT, BINDS(BIND("application", application), BIND("n", n)), &rows,
		    err))
		return false;
	if (rows_next(&rows)) {
		*id = rows_number(&rows, "id");
		on_day = rows_text(&rows, "on_day", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	if (!on_day)
		return refuse(err, ERROR_MISSING, _("There is no document %d in the application's register."), n);
	if (on)
		*on = on_day;
	return true;
}

/* Begins each change of a clock: the application live, the clock there, at the version that was seen. */
static bool clock_begin(struct change *change, enum right right, int64_t application, int n,
	struct clock_standing *standing, struct standing *of, struct error *err)
{
	return may(change->cw, right, RELATION_NONE, err) && standing_load(change, application, of, err) &&
	       clock_standing_load(change, application, n, standing, err) &&
	       change_fresh(change, OBJECT_CLOCK, standing->id, standing->version, err);
}

static bool clock_runs(const struct clock_standing *standing, struct error *err)
{
	return !standing->ended_on || refuse(err, ERROR_INVALID, _("Time limit %d ended on %s. Nothing was changed."),
					      standing->n, standing->ended_on);
}

/* ---- the answer */

#define AT(member) offsetof(struct clock_answer_change, member)
static const struct field answer_fields[] = {
	{.name = "answered_on", .label = N_("Answered"), .kind = FIELD_PAST, .needed = true, .at = AT(answered_on)},
	{.name = "answer", .label = N_("The answer"), .kind = FIELD_TEXT, .unknown = true, .at = AT(answer)},
};
#undef AT
static const struct form answer_form = {answer_fields, sizeof(answer_fields) / sizeof(*answer_fields)};

/* After the end only what ended without a whole answer takes one: it came late, and that is shown. */
static bool answer_fits(
	const struct clock_standing *standing, const struct clock_answer_change *clean, struct error *err)
{
	if (!standing->due_on)
		return refuse(err, ERROR_INVALID, _("%d is a ruling: no answer is asked for. Nothing was changed."),
			standing->n);
	if (standing->ended_on && strcmp(standing->outcome, "unanswered") != 0 &&
		strcmp(standing->outcome, "partly") != 0)
		return clock_runs(standing, err);
	return strcmp(clean->answered_on, standing->sent_on) >= 0 ||
	       field_refuse(NULL, "answered_on", N_("Answered"), err, _("%s is before the day it was sent, %s."),
		       clean->answered_on, standing->sent_on);
}

static bool items_meet(struct change *change, const struct clock_standing *standing,
	const struct clock_answer_change *clean, int64_t document, struct error *err)
{
	int count = clean->all ? standing->items : clean->item_count;

	for (int i = 0; i < count; i++) {
		int n = clean->all ? i + 1 : clean->items[i];

		if (!store_run(change->store, SQL_CLOCK_ITEM_MEET,
			    BINDS(BIND("clock", standing->id), BIND("n", n), BIND("met_on", clean->answered_on),
				    BIND("document", document ? document : MONEY_UNKNOWN)),
			    err))
			return false;
		if (!store_changed(change->store))
			return refuse(err, ERROR_MISSING,
				_("Time limit %d does not ask for anything numbered %d. Nothing was saved."),
				standing->n, n);
	}
	return true;
}

static bool answer_write(
	struct change *change, int64_t application, int n, const struct clock_answer_change *given, struct error *err)
{
	struct clock_answer_change clean = *given;
	struct clock_standing standing;
	struct standing of;
	const char *before, *on = NULL;
	int64_t document = 0;

	if (!clock_begin(change, RIGHT_CLOCK_ANSWER, application, n, &standing, &of, err) ||
		(clean.document_n && !clock_document(change, application, clean.document_n, &document, &on, err)))
		return false;
	if (!clean.answered_on)
		clean.answered_on = on;
	if (!form_clean(change->cw, &answer_form, &clean, &change->arena, NULL, err) ||
		!answer_fits(&standing, &clean, err) ||
		!(before = change_facts(change, OBJECT_CLOCK, standing.id, err)))
		return false;
	return items_meet(change, &standing, &clean, document, err) &&
	       store_run(change->store, SQL_CLOCK_ANSWER,
		       BINDS(BIND("id", standing.id), BIND("version", standing.version),
			       BIND("answered_on", clean.answered_on),
			       BIND("answer", clean.answer ? clean.answer : standing.answer),
			       BIND("document", document ? document : MONEY_UNKNOWN)),
		       err) &&
	       change_record(change, OBJECT_CLOCK, standing.id, application, before, err);
}

bool clock_answer(struct casework *cw, const struct operation *op, int64_t application, int n,
	const struct clock_answer_change *given, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "clock-answer", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!answer_write(&change, application, n, given, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- what follows */

#define AT(member) offsetof(struct clock_end_change, member)
static const struct field end_fields[] = {
	{.name = "outcome", .label = N_("Outcome"), .kind = FIELD_LINE, .needed = true, .at = AT(outcome)},
	{.name = "consequence", .label = N_("What follows"), .kind = FIELD_TEXT, .at = AT(consequence)},
	{.name = "ended_on", .label = N_("Day"), .kind = FIELD_PAST, .needed = true, .at = AT(ended_on)},
};
#undef AT
static const struct form end_form = {end_fields, sizeof(end_fields) / sizeof(*end_fields)};

static bool outcome_known(const struct clock_standing *standing, const char *outcome, struct error *err)
{
	const char *const *outcomes = clock_outcomes(standing->kind);
	char shown[TEXT_GLIMPSE];

	for (int i = 0; outcomes[i]; i++)
		if (!strcmp(outcomes[i], outcome))
			return true;
	if (!strcmp(outcome, "withdrawn"))
		return refuse(err, ERROR_INVALID,
			_("A time limit ends as withdrawn when the measure or the application is withdrawn: record "
			  "that."));
	text_glimpse(outcome, shown);
	return refuse(err, ERROR_INVALID, _("%s: “%s” is no outcome of it. Nothing was changed."),
		clock_kind_words(standing->kind), shown);
}

/* What the outcome says has happened: the days and the papers bear it out. */
static bool outcome_borne_out(struct change *change, int64_t application, const struct clock_standing *standing,
	const struct clock_end_change *clean, struct error *err)
{
	bool unanswered = !strcmp(clean->outcome, "unanswered"), kept = true;

	if (unanswered && strcmp(clean->ended_on, standing->due_on) <= 0)
		return refuse(err, ERROR_INVALID,
			_("The answer may still come: the last day is %s. Nothing was changed."), standing->due_on);
	if (unanswered && standing->answered_on && strcmp(standing->answered_on, standing->due_on) <= 0)
		return refuse(err, ERROR_INVALID, _("An answer came in time, on %s. Nothing was changed."),
			standing->answered_on);
	if (!unanswered && !standing->answered_on)
		return refuse(err, ERROR_INVALID, _("No answer is recorded yet. Record what came in first."));
	if (!strcmp(clean->outcome, "complete") && standing->unmet)
		return refuse(err, ERROR_INVALID,
			_("%d of %d things asked for have not come. Record what came, or rule it complete in part."),
			standing->unmet, standing->items);
	if (!strcmp(clean->outcome, "adjusted") && !version_differs(change, application, &kept, err))
		return false;
	if (!kept)
		return refuse(err, ERROR_INVALID,
			_("The application stands as it did when the notice went out. Enter the adjusted application "
			  "first."));
	return true;
}

/* Silence, and a ruling made anew, need a reason in words. */
static bool consequence_given(
	const struct clock_standing *standing, const struct clock_end_change *clean, struct error *err)
{
	bool needed = standing->ended_on || !strcmp(clean->outcome, "unanswered") || !strcmp(clean->outcome, "partly");

	return !needed || *clean->consequence ||
	       field_refuse(NULL, "consequence", N_("What follows"), err, _("It is empty, and has to be filled in."));
}

bool clock_outcome_write(struct change *change, int64_t application, const struct clock_standing *standing,
	const char *outcome, const char *consequence, const char *ended_on, struct error *err)
{
	const char *before = change_facts(change, OBJECT_CLOCK, standing->id, err);

	return before &&
	       store_run(change->store, SQL_CLOCK_END,
		       BINDS(BIND("id", standing->id), BIND("version", standing->version), BIND("outcome", outcome),
			       BIND("consequence", consequence), BIND("ended_on", ended_on)),
		       err) &&
	       change_record(change, OBJECT_CLOCK, standing->id, application, before, err);
}

static bool end_write(
	struct change *change, int64_t application, int n, const struct clock_end_change *given, struct error *err)
{
	struct clock_end_change clean = *given;
	struct clock_standing standing;
	struct standing of;

	if (!clean.ended_on)
		clean.ended_on = change->today;
	return clock_begin(change, RIGHT_CLOCK_END, application, n, &standing, &of, err) &&
	       standing_is_live(&of, err) && form_clean(change->cw, &end_form, &clean, &change->arena, NULL, err) &&
	       outcome_known(&standing, clean.outcome, err) &&
	       outcome_borne_out(change, application, &standing, &clean, err) &&
	       consequence_given(&standing, &clean, err) &&
	       clock_outcome_write(
		       change, application, &standing, clean.outcome, clean.consequence, clean.ended_on, err);
}

bool clock_end(struct casework *cw, const struct operation *op, int64_t application, int n,
	const struct clock_end_change *given, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "clock-end", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!end_write(&change, application, n, given, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
