/* More time, withdrawals and what needs no communication. Invariant: a last day is moved only by a ruling that somebody
 * could sign that day, and the old one stays in sight. */
#include "casework/clock_inner.h"
#include "casework/power.h"

#include "base/text.h"
#include "base/words.h"

#define AT(member) offsetof(struct clock_respite_change, member)
static const struct field respite_fields[] = {
	{.name = "asked_on",
		.label = N_("More time asked for"),
		.kind = FIELD_PAST,
		.needed = true,
		.at = AT(asked_on)},
	{.name = "new_due_on", .label = N_("New last day"), .kind = FIELD_DAY, .unknown = true, .at = AT(new_due_on)},
	{.name = "why", .label = N_("Reason"), .kind = FIELD_TEXT, .needed = true, .at = AT(why)},
	{.name = "power_ref", .label = N_("The delegation's decision"), .kind = FIELD_LINE, .at = AT(power_ref)},
};
#undef AT
static const struct form respite_form = {respite_fields, sizeof(respite_fields) / sizeof(*respite_fields)};

static bool respite_fits(
	const struct clock_standing *standing, const struct clock_respite_change *clean, struct error *err)
{
	if (standing->ended_on || !standing->due_on)
		return refuse(err, ERROR_INVALID,
			_("Time limit %d no longer runs: there is no time to give. Nothing was changed."), standing->n);
	if (strcmp(clean->asked_on, standing->sent_on) < 0)
		return field_refuse(NULL, "asked_on", N_("More time asked for"), err,
			_("%s is before the day it was sent, %s."), clean->asked_on, standing->sent_on);
	return !clean->new_due_on || strcmp(clean->new_due_on, standing->due_on) > 0 ||
	       field_refuse(NULL, "new_due_on", N_("New last day"), err,
		       _("%s is not after the last day there is, %s."), clean->new_due_on, standing->due_on);
}

static bool respite_insert(struct change *change, const struct clock_standing *standing,
	const struct clock_respite_change *clean, int64_t power, struct error *err)
{
	return store_run(change->store, SQL_CLOCK_RESPITE_INSERT,
		BINDS(BIND("clock", standing->id), BIND("asked_on", clean->asked_on),
			BIND("old_due_on", standing->due_on), BIND("new_due_on", clean->new_due_on),
			BIND("why", clean->why), BIND("signed_by", casework_actor(change->cw)),
			BIND("power", power ? power : MONEY_UNKNOWN), BIND("power_ref", clean->power_ref),
			BIND("ruled_at", (const char *)change->now)),
		err);
}

/* Also a refusal counts as an edit of the clock: who looks at it must see it. */
static bool respite_write(
	struct change *change, int64_t application, int n, const struct clock_respite_change *given, struct error *err)
{
	struct clock_respite_change clean = *given;
	struct clock_standing standing;
	struct standing of;
	const char *before;
	int64_t power;

	if (!may(change->cw, RIGHT_CLOCK_SEND, RELATION_NONE, err) || !standing_load(change, application, &of, err) ||
		!standing_is_live(&of, err) || !clock_standing_load(change, application, n, &standing, err) ||
		!change_fresh(change, OBJECT_CLOCK, standing.id, standing.version, err) ||
		!form_clean(change->cw, &respite_form, &clean, &change->arena, NULL, err) ||
		!respite_fits(&standing, &clean, err) ||
		!power_require(change, clean.new_due_on ? "respite" : "respite_refused", change->today, clean.power_ref,
			&power, err))
		return false;
	before = change_facts(change, OBJECT_CLOCK, standing.id, err);
	return before && respite_insert(change, &standing, &clean, power, err) &&
	       store_run(change->store, SQL_CLOCK_DUE_MOVE,
		       BINDS(BIND("id", standing.id), BIND("version", standing.version),
			       BIND("due_on", clean.new_due_on ? clean.new_due_on : standing.due_on)),
		       err) &&
	       change_record(change, OBJECT_CLOCK, standing.id, application, before, err);
}

bool clock_respite(struct casework *cw, const struct operation *op, int64_t application, int n,
	const struct clock_respite_change *given, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "clock-respite", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!respite_write(&change, application, n, given, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}

/* ---- withdrawn */

bool clocks_withdraw(struct change *change, int64_t application, int64_t measure, const char *on, struct error *err)
{
	struct clock_standing *running = NULL;
	struct rows rows;
	const char **said = NULL;
	int count = 0, room = 0;

	if (!store_ask(change->store, SQL_CLOCK_RUNNING,
		    BINDS(BIND("application", application), BIND("measure", measure ? measure : MONEY_UNKNOWN)), &rows,
		    err))
		return false;
	while (rows_next(&rows)) {
		if (count == room) {
			room = room ? room * 2 : 4;
			running = arena_grow(&change->arena, running, (size_t)count, sizeof *running, (size_t)room);
			said = arena_grow(&change->arena, said, (size_t)count, sizeof *said, (size_t)room);
		}
		running[count] = (struct clock_standing){
			.id = rows_number(&rows, "id"), .version = rows_number(&rows, "version")};
		said[count++] = rows_text(&rows, "consequence", &change->arena);
	}
	if (!rows_done(&rows, err))
		return false;
	for (int i = 0; i < count; i++)
		if (!clock_outcome_write(change, application, &running[i], "withdrawn", said[i], on, err))
			return false;
	return true;
}

/* ---- nothing to communicate */

struct judgement {
	const char *why;
};
static const struct field judgement_fields[] = {
	{.name = "why",
		.label = N_("Why communication is obviously unnecessary"),
		.kind = FIELD_TEXT,
		.needed = true,
		.at = offsetof(struct judgement, why)},
};

static bool judgement_measure(struct change *change, int64_t application, int64_t measure, struct error *err)
{
	struct rows rows;
	bool known;

	if (!measure)
		return true;
	if (!store_ask(change->store, SQL_CLOCK_MEASURE,
		    BINDS(BIND("measure", measure), BIND("application", application)), &rows, err))
		return false;
	known = rows_next(&rows);
	if (known) {
		rows_bool(&rows, "withdrawn");
		rows_bool(&rows, "decided");
	}
	if (!rows_done(&rows, err))
		return false;
	return known || refuse(err, ERROR_MISSING, _("There is no such measure in this application."));
}

static bool judgement_write(
	struct change *change, int64_t application, int64_t measure, const char *why, struct error *err)
{
	const struct form form = {judgement_fields, 1};
	struct judgement clean = {why};
	struct standing of;

	return may(change->cw, RIGHT_CLOCK_END, RELATION_NONE, err) && standing_load(change, application, &of, err) &&
	       standing_is_live(&of, err) && judgement_measure(change, application, measure, err) &&
	       form_clean(change->cw, &form, &clean, &change->arena, NULL, err) &&
	       store_run(change->store, SQL_CLOCK_UNCOMMUNICATED_INSERT,
		       BINDS(BIND("application", application), BIND("measure", measure ? measure : MONEY_UNKNOWN),
			       BIND("why", clean.why), BIND("judged_by", casework_actor(change->cw)),
			       BIND("judged_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_UNCOMMUNICATED, store_last_id(change->store), application, NULL, err);
}

bool clock_uncommunicated(struct casework *cw, const struct operation *op, int64_t application, int64_t measure,
	const char *why, struct error *err)
{
	struct change change;

	if (!change_begin(&change, cw, op, "clock-uncommunicated", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	if (!judgement_write(&change, application, measure, why, err))
		return change_abandon(&change);
	return change_commit(&change, err);
}
