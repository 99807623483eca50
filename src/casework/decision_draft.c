/* A decision as typed becomes a decision as it will be kept. Invariant: in a draft each payment year has one amount,
 * and no amount is zero or unknown. */
#include "casework/decision_inner.h"

#include "casework/field.h"
#include "casework/plan_template.h"

#include "base/text.h"
#include "base/words.h"

static bool outcome_read(struct decision_draft *draft, const struct decision_change *typed, struct error *err)
{
	static const char *const outcomes[] = {"granted", "partly", "refused"};

	if (!typed->outcome)
		return true;
	for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
		if (!strcmp(typed->outcome, outcomes[i]))
			draft->outcome = outcomes[i];
	if (!draft->outcome)
		return refuse(err, ERROR_INVALID, _("There is no outcome '%s'. Choose granted, partly or refused."),
			typed->outcome);
	if (!strcmp(draft->outcome, "refused") && (typed->amount_count || typed->instalment_count))
		return refuse(
			err, ERROR_INVALID, _("A refusal grants nothing. Leave out the amounts and the instalments."));
	return true;
}

/* What is not said follows from the amounts. */
static void outcome_settle(struct decision_draft *draft, const struct decision_case *about)
{
	if (!draft->outcome)
		draft->outcome = !draft->granted.ore                       ? "refused"
				 : draft->granted.ore == about->sought.ore ? "granted"
									   : "partly";
	draft->grants = strcmp(draft->outcome, "refused") != 0;
}

#define FIELD_AT(member) offsetof(struct decision_change, member)
static const struct field fields[] = {
	{"decided_on", N_("Day of the decision"), FIELD_DAY, .needed = true, .at = FIELD_AT(decided_on)},
	{"meeting", N_("Meeting"), FIELD_LINE, .at = FIELD_AT(meeting)},
	{"ground", N_("Ground"), FIELD_LINE, .at = FIELD_AT(ground)},
	{"provisions", N_("Provisions"), FIELD_TEXT, .needed = true, .at = FIELD_AT(provisions)},
	{"reasons", N_("Reasons"), FIELD_TEXT, .needed = true, .at = FIELD_AT(reasons)},
	{"report_on", N_("Partial report"), FIELD_DAY, .unknown = true, .at = FIELD_AT(report_on)},
	{"final_on", N_("Final report"), FIELD_DAY, .unknown = true, .at = FIELD_AT(final_on)},
	{"conditions", N_("Conditions"), FIELD_TEXT, .at = FIELD_AT(conditions)},
	{"from_on", N_("Period from"), FIELD_DAY, .unknown = true, .at = FIELD_AT(from_on)},
	{"to_on", N_("Period to"), FIELD_DAY, .unknown = true, .at = FIELD_AT(to_on)},
	{"final_how", N_("How it is reported"), FIELD_TEXT, .at = FIELD_AT(final_how)},
};
static const struct form form = {fields, sizeof fields / sizeof fields[0]};

/* "None" has to be said: whether a partial report is due must be thought of. */
static bool says_none(const char *text)
{
	static const char *const words[] = {"none", "no", "ingen", "nej"};

	for (size_t i = 0; text && i < sizeof words / sizeof words[0]; i++)
		if (!strcasecmp(text, words[i]))
			return true;
	return false;
}

static bool texts_read(struct change *change, const struct decision_case *about, struct decision_draft *draft,
	const struct decision_change *typed, struct error *err)
{
	struct decision_change clean = *typed;
	bool no_partial = says_none(typed->report_on);

	if (no_partial)
		clean.report_on = NULL;
	if (!form_clean(change->cw, &form, &clean, &change->arena, NULL, err))
		return false;
	draft->decided_on = clean.decided_on;
	draft->meeting = clean.meeting;
	draft->ground = clean.ground;
	draft->provisions = clean.provisions;
	draft->reasons = clean.reasons;
	draft->report_on = no_partial ? "" : clean.report_on;
	draft->final_on = clean.final_on;
	draft->conditions = clean.conditions;
	draft->from_on = clean.from_on;
	draft->to_on = clean.to_on;
	if (!about->before->id) {
		draft->from_on = clean.from_on ? clean.from_on : about->from_on;
		draft->to_on = clean.to_on ? clean.to_on : about->to_on;
	}
	draft->final_how = clean.final_how;
	return true;
}

/* ISO days compare as text. */
static bool days_stand(const struct decision_draft *draft, struct error *err)
{
	const char *partial = draft->report_on && draft->report_on[0] ? draft->report_on : draft->decided_on;

	if (draft->outcome && !strcmp(draft->outcome, "refused"))
		return true;
	if (strcmp(partial, draft->decided_on) < 0 || (draft->final_on && strcmp(draft->final_on, partial) < 0))
		return refuse(err, ERROR_INVALID,
			_("The reports are due after the decision, and the final report not before the partial one."));
	if (draft->from_on && draft->to_on && strcmp(draft->to_on, draft->from_on) < 0)
		return refuse(err, ERROR_INVALID, _("The period cannot end on %s, before it begins on %s."),
			draft->to_on, draft->from_on);
	return true;
}

static bool amount_read(struct decision_draft *draft, const struct decision_case *about, int decided_year,
	const struct decision_amount *typed, struct error *err)
{
	if (typed->year < MONEY_YEAR_FIRST || typed->year > MONEY_YEAR_LAST)
		return refuse(err, ERROR_INVALID, _("%d is no payment year: it must be between %d and %d."),
			typed->year, MONEY_YEAR_FIRST, MONEY_YEAR_LAST);
	if (typed->ore < 0 || typed->ore > MONEY_MOST)
		return refuse(err, ERROR_INVALID,
			_("The amount for %d is unknown or not an amount that can be granted."), typed->year);
	if (typed->year < decided_year && typed->ore > money_years_of(&about->before->granted, typed->year))
		return refuse(err, ERROR_INVALID, _("Nothing can be granted for %d: the decision is made in %d."),
			typed->year, decided_year);
	if (money_years_of(&draft->granted, typed->year))
		return refuse(err, ERROR_INVALID,
			_("%d stands twice among the amounts. Give each payment year one amount."), typed->year);
	if (typed->ore && !money_years_add(&draft->granted, typed->year, typed->ore))
		return refuse(err, ERROR_INVALID,
			_("There are amounts for more than %d years, or larger than any amount can be."), MONEY_YEARS);
	return true;
}

/* What a later decision says nothing of stays as it was; a region that gives up keeps what stands. */
static const struct money_years *amounts_kept(const struct decision_draft *draft, const struct decision_case *about)
{
	if (draft->outcome && !strcmp(draft->outcome, "refused"))
		return NULL;
	if (!strcmp(draft->kind, "withdrawal"))
		return &about->before->standing;
	return strcmp(draft->kind, "first") != 0 && strcmp(draft->kind, "change") != 0 ? &about->before->granted : NULL;
}

static bool amounts_read(struct decision_draft *draft, const struct decision_case *about,
	const struct decision_change *typed, struct error *err)
{
	const struct money_years *kept = amounts_kept(draft, about);
	int year = day_year(day_read(draft->decided_on));

	for (int i = 0; i < typed->amount_count; i++)
		if (!amount_read(draft, about, year, &typed->amounts[i], err))
			return false;
	if (!typed->amount_count && kept)
		draft->granted = *kept;
	outcome_settle(draft, about);
	return true;
}

static bool planned_add(struct decision_draft *draft, int year, int64_t ore, struct error *err)
{
	return money_years_add(&draft->planned, year, ore) ||
	       refuse(err, ERROR_INVALID,
		       _("There are amounts for more than %d years, or larger than any amount can be."), MONEY_YEARS);
}

/* The rest of the earlier plan, where it still pays what is left of each year. */
static bool rows_carry(
	struct change *change, const struct decision_before *before, struct decision_draft *draft, struct error *err)
{
	struct money_years rest = before->standing;
	struct error unfit = {0};

	for (int i = 0; i < before->open.count; i++)
		if (!money_years_add(&rest, before->open.items[i].values.year, before->open.items[i].values.ore))
			return true;
	if (!money_years_planned(&draft->granted, &rest, &unfit))
		return true; /* said when the whole is held together */
	draft->rows = arena_take(&change->arena, ((size_t)before->open.count + 1) * sizeof *draft->rows);
	for (int i = 0; i < before->open.count; i++) {
		draft->rows[draft->row_count++] = before->open.items[i].values;
		if (!planned_add(draft, before->open.items[i].values.year, before->open.items[i].values.ore, err))
			return false;
	}
	return true;
}

static bool rows_typed(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *draft, struct error *err)
{
	struct plan_frame frame = {
		&change->arena, change->cw, draft->decided_on, &about->recipients, &about->before->granted};

	draft->rows = arena_take(&change->arena, (size_t)typed->instalment_count * sizeof *draft->rows);
	draft->row_count = typed->instalment_count;
	for (int i = 0; i < typed->instalment_count; i++) {
		struct decision_instalment *row = &draft->rows[i];

		if (!plan_row_read(&frame, i + 1, &typed->instalments[i], row, err) ||
			!planned_add(draft, row->year, row->ore, err))
			return false;
		row->met_on = NULL;
	}
	return true;
}

/* A region that leaves is paid no more. */
static struct recipients recipients_paid(
	struct change *change, const struct decision_case *about, const struct decision_draft *draft)
{
	struct recipients paid = {.count = 0};

	paid.codes = arena_take(&change->arena, ((size_t)about->recipients.count + 1) * sizeof *paid.codes);
	paid.names = arena_take(&change->arena, ((size_t)about->recipients.count + 1) * sizeof *paid.names);
	for (int i = 0; i < about->recipients.count; i++) {
		if (draft->region && !strcmp(about->recipients.codes[i], draft->region))
			continue;
		paid.codes[paid.count] = about->recipients.codes[i];
		paid.names[paid.count++] = about->recipients.names[i];
	}
	return paid;
}

/* What no standing row pays, in rows made from the template. */
static bool template_rows(struct change *change, const struct decision_case *about,
	const struct plan_template *template, const struct decision_draft *draft, struct decision_instalment **rows,
	int *count, struct error *err)
{
	struct recipients paid = recipients_paid(change, about, draft);
	struct plan_parts parts;
	struct money_years rest;

	return money_years_rest(&draft->granted, &about->before->standing, &rest, err) &&
	       plan_parts_load(change, about->measure, &paid, &parts, err) &&
	       plan_template_rows(
		       template, &rest, draft->decided_on, draft->final_on, &parts, &change->arena, rows, count, err);
}

static bool rows_made(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *draft, struct error *err)
{
	struct decision_change made = *typed;
	struct decision_instalment *rows;

	if (!template_rows(change, about, typed->template, draft, &rows, &made.instalment_count, err))
		return false;
	made.instalments = rows;
	return rows_typed(change, about, &made, draft, err);
}

static bool rows_read(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *draft, struct error *err)
{
	draft->planned = about->before->standing;
	if (!draft->grants)
		return true;
	if (typed->instalment_count)
		return rows_typed(change, about, typed, draft, err);
	if (typed->template)
		return rows_made(change, about, typed, draft, err);
	return !about->before->id || rows_carry(change, about->before, draft, err);
}

static bool decided_by(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *draft, struct error *err)
{
	struct decided said = {.item = typed->item,
		.deciders = typed->deciders,
		.presenter = typed->presenter,
		.others = typed->others};

	if (!decided_read(change, &said, about->application, draft->decided_on, &draft->decided, err))
		return false;
	if (draft->decided.section && !draft->meeting[0])
		draft->meeting =
			arena_format(&change->arena, "Sammanträdet %s § %d", draft->decided_on, draft->decided.section);
	return !draft->decided.measure || draft->decided.measure == about->measure ||
	       refuse(err, ERROR_INVALID,
		       _("That item of the sitting is about another measure. Name the item where measure %s was "
			 "decided."),
		       about->number);
}

bool decision_draft_read(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *out, struct error *err)
{
	struct decision_draft draft = {0};

	if (!outcome_read(&draft, typed, err) || !texts_read(change, about, &draft, typed, err) ||
		!decision_kind_read(about, typed, &draft, err) || !decided_by(change, about, typed, &draft, err) ||
		!days_stand(&draft, err) || !amounts_read(&draft, about, typed, err) ||
		!rows_read(change, about, typed, &draft, err))
		return false;
	*out = draft;
	return true;
}

/* ---- what a template would make */

static bool preview_make(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_instalment **rows, int *count, struct error *err)
{
	const char *kind = text_blank(typed->kind) ? about->before->id ? "change" : "first" : typed->kind;
	struct decision_draft draft = {
		.kind = kind, .decided_on = typed->decided_on, .final_on = typed->final_on, .region = typed->region};

	if (!typed->decided_on || day_read(typed->decided_on) == DAY_NONE)
		return refuse(err, ERROR_INVALID, _("The day of the decision is missing, so no plan can be made."));
	if (!amounts_read(&draft, about, typed, err))
		return false;
	if (!draft.granted.ore)
		return refuse(err, ERROR_INVALID,
			_("Nothing is granted yet, so there is nothing to plan. Fill in the "
			  "amounts first."));
	return template_rows(change, about, typed->template, &draft, rows, count, err);
}

static const struct decision_instalment *rows_copy(
	struct arena *arena, const struct decision_instalment *rows, int count)
{
	struct decision_instalment *copy = arena_take(arena, ((size_t)count + 1) * sizeof *copy);

	for (int i = 0; i < count; i++) {
		copy[i] = rows[i];
		copy[i].due_on = arena_text(arena, rows[i].due_on);
		copy[i].recipient = arena_text(arena, rows[i].recipient);
		copy[i].condition = arena_text(arena, rows[i].condition);
	}
	return copy;
}

bool decision_rows_preview(struct casework *cw, int64_t measure, const struct decision_change *typed,
	struct arena *arena, const struct decision_instalment **rows, int *count, struct error *err)
{
	struct change reading = {.cw = cw, .store = casework_store(cw)}; /* never begun: nothing is written by it */
	struct decision_instalment *found;
	struct decision_case about;
	bool made;

	if (!may(cw, RIGHT_DECISION_RECORD, RELATION_NONE, err) || !store_look(reading.store, err))
		return false;
	arena_init(&reading.arena);
	made = decision_case_load(&reading, measure, &about, err) &&
	       preview_make(&reading, &about, typed, &found, count, err);
	store_look_done(reading.store);
	if (made)
		*rows = rows_copy(arena, found, *count);
	arena_done(&reading.arena);
	return made;
}
