/* What is to be reported and when: with each decision, and by hand. Invariant: a day once given stays as a row; another
 * day is a new row with the same number, and what has been approved is never due again. */
#include "casework/reporting_inner.h"

#include "base/words.h"
#include "casework/grow.h"

struct planned {
	int64_t id;
	int n;
	const char *kind, *due_on;
	bool decided, approved; /* decided: the decision itself says the day */
};
struct planned_list {
	struct planned *items;
	int count;
};

static bool planned_load(struct change *change, int64_t measure, struct planned_list *out, struct error *err)
{
	struct planned_list list = {0};
	struct rows rows;

	if (!store_ask(change->store, SQL_REPORTING_STANDING_OF, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&change->arena, list.items, list.count);
		list.items[list.count++] = (struct planned){.id = rows_number(&rows, "id"),
			.n = (int)rows_number(&rows, "n"),
			.kind = rows_text(&rows, "kind", &change->arena),
			.due_on = rows_text(&rows, "due_on", &change->arena),
			.decided = rows_bool(&rows, "decided"),
			.approved = rows_bool(&rows, "approved")};
	}
	*out = list;
	return rows_done(&rows, err);
}

static bool next_n(struct change *change, int64_t measure, int *n, struct error *err)
{
	struct rows rows;

	if (!store_ask(change->store, SQL_REPORTING_NEXT_N, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	if (rows_next(&rows))
		*n = (int)rows_number(&rows, "n");
	return rows_done(&rows, err);
}

/* A row to be written. */
struct due_row {
	int64_t measure, application, decision, replaces;
	const char *kind, *due_on, *why;
	int n; /* 0: the next */
};

static bool due_insert(struct change *change, const struct due_row *row, int64_t *id, struct error *err)
{
	int n = row->n;

	if ((!n && !next_n(change, row->measure, &n, err)) ||
		!store_run(change->store, SQL_REPORTING_DUE_INSERT,
			BINDS(BIND("measure", row->measure), BIND("n", n), BIND("kind", row->kind),
				BIND("due_on", row->due_on), BIND("decision", row->decision),
				BIND("replaces", row->replaces ? row->replaces : MONEY_UNKNOWN), BIND("why", row->why),
				BIND("made_by", casework_actor(change->cw)),
				BIND("made_at", (const char *)change->now)),
			err))
		return false;
	*id = store_last_id(change->store);
	return change_record(change, OBJECT_REPORT_DUE, *id, row->application, NULL, err);
}

/* ---- with a decision */

struct planning {
	struct change *change;
	const struct decision_case *about;
	const struct decision_draft *draft;
	int64_t decision;
	struct planned_list standing;
};

static bool due_drop(const struct planning *planning, const struct planned *planned, struct error *err)
{
	struct change *change = planning->change;
	const char *before = change_facts(change, OBJECT_REPORT_DUE, planned->id, err);

	return before &&
	       store_run(change->store, SQL_REPORTING_DUE_DROP,
		       BINDS(BIND("id", planned->id), BIND("dropped_on", planning->draft->decided_on)), err) &&
	       change_record(change, OBJECT_REPORT_DUE, planned->id, planning->about->application, before, err);
}

/* A refusal in place of a grant ends them all; a grant without a partial report ends what a decision said, not what was
 * asked for by hand. */
static bool kind_drop(const struct planning *planning, const char *kind, struct error *err)
{
	for (int i = 0; i < planning->standing.count; i++) {
		const struct planned *planned = &planning->standing.items[i];

		if (strcmp(planned->kind, kind) != 0 || planned->approved ||
			(planning->draft->grants && !planned->decided))
			continue;
		if (!due_drop(planning, planned, err))
			return false;
	}
	return true;
}

/* The report that a new day is for; there is one final report whoever asked for it. */
static const struct planned *kind_open(const struct planning *planning, const char *kind)
{
	for (int i = 0; i < planning->standing.count; i++) {
		const struct planned *planned = &planning->standing.items[i];

		if (!strcmp(planned->kind, kind) && !planned->approved && (planned->decided || !strcmp(kind, "final")))
			return planned;
	}
	return NULL;
}

static bool kind_done(const struct planning *planning, const char *kind, const char *due_on)
{
	for (int i = 0; i < planning->standing.count; i++) {
		const struct planned *planned = &planning->standing.items[i];

		if (!strcmp(planned->kind, kind) && planned->approved &&
			(!strcmp(kind, "final") || !strcmp(planned->due_on, due_on)))
			return true;
	}
	return false;
}

static bool kind_plan(const struct planning *planning, const char *kind, const char *due_on, struct error *err)
{
	const struct planned *open = kind_open(planning, kind);
	int64_t id;

	if (!due_on)
		return true;
	if (!*due_on)
		return kind_drop(planning, kind, err);
	if (open ? !strcmp(open->due_on, due_on) : kind_done(planning, kind, due_on))
		return true;
	return due_insert(planning->change,
		&(struct due_row){.measure = planning->about->measure,
			.application = planning->about->application,
			.decision = planning->decision,
			.replaces = open ? open->id : 0,
			.kind = kind,
			.due_on = due_on,
			.why = "",
			.n = open ? open->n : 0},
		&id, err);
}

bool reporting_plan(struct change *change, const struct decision_case *about, const struct decision_draft *draft,
	int64_t decision, struct error *err)
{
	struct planning planning = {.change = change, .about = about, .draft = draft, .decision = decision};

	return planned_load(change, about->measure, &planning.standing, err) &&
	       kind_plan(&planning, "partial", draft->grants ? draft->report_on : "", err) &&
	       kind_plan(&planning, "final", draft->grants ? draft->final_on : "", err);
}

/* ---- by hand */

#define AT(member) offsetof(struct reporting_due_change, member)
static const struct field due_fields[] = {
	{.name = "kind",
		.label = N_("Kind of report"),
		.kind = FIELD_WORD,
		.words = "report",
		.needed = true,
		.at = AT(kind)},
	{.name = "due_on", .label = N_("To be reported by"), .kind = FIELD_DAY, .needed = true, .at = AT(due_on)},
	{.name = "why", .label = N_("Why"), .kind = FIELD_TEXT, .needed = true, .at = AT(why)},
};
#undef AT
static const struct form due_form = {due_fields, sizeof(due_fields) / sizeof(*due_fields)};

struct granting {
	int64_t decision, application;
	const char *decided_on;
	bool final;
};

static bool granting_load(struct change *change, int64_t measure, struct granting *out, struct error *err)
{
	struct granting granting = {0};
	struct rows rows;

	if (!store_ask(change->store, SQL_REPORTING_GRANTING, BINDS(BIND("measure", measure)), &rows, err))
		return false;
	if (rows_next(&rows)) {
		granting.decision = rows_number(&rows, "decision");
		granting.application = rows_number(&rows, "application");
		granting.decided_on = rows_text(&rows, "decided_on", &change->arena);
		granting.final = rows_bool(&rows, "final");
	}
	if (!rows_done(&rows, err))
		return false;
	if (!granting.decision)
		return refuse(err, ERROR_INVALID,
			_("Nothing is granted for the measure, so there is nothing to report. Nothing was saved."));
	*out = granting;
	return true;
}

static bool due_fits(const struct granting *granting, const struct reporting_due_change *clean, struct error *err)
{
	if (!strcmp(clean->kind, "final") && granting->final)
		return field_refuse(NULL, "kind", N_("Kind of report"), err,
			_("The measure has a final report. Another day for it is a new decision (14 § 6)."));
	return strcmp(clean->due_on, granting->decided_on) >= 0 ||
	       field_refuse(NULL, "due_on", N_("To be reported by"), err, _("%s is before the decision of %s."),
		       clean->due_on, granting->decided_on);
}

static bool due_add(struct change *change, int64_t measure, const struct reporting_due_change *given, int64_t *id,
	struct error *err)
{
	struct reporting_due_change clean = *given;
	struct granting granting = {0};

	return may(change->cw, RIGHT_REPORT_PUT, RELATION_NONE, err) &&
	       granting_load(change, measure, &granting, err) &&
	       form_clean(change->cw, &due_form, &clean, &change->arena, NULL, err) &&
	       due_fits(&granting, &clean, err) &&
	       due_insert(change,
		       &(struct due_row){.measure = measure,
			       .application = granting.application,
			       .decision = granting.decision,
			       .kind = clean.kind,
			       .due_on = clean.due_on,
			       .why = clean.why},
		       id, err);
}

bool reporting_due_add(struct casework *cw, const struct operation *op, int64_t measure,
	const struct reporting_due_change *given, int64_t *id, struct error *err)
{
	struct change change;
	int64_t made;

	if (!change_begin(&change, cw, op, "report-plan", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	if (!due_add(&change, measure, given, &made, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	if (id)
		*id = made;
	return true;
}
