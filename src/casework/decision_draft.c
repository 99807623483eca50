/* A decision as typed becomes a decision as it will be kept. Invariant: in a draft each payment year has one amount,
 * and no amount is zero or unknown. */
#include "casework/decision_inner.h"

#include "casework/field.h"

#include "base/words.h"

static bool outcome_read(struct decision_draft *draft, const struct decision_change *typed, struct error *err)
{
	static const char *const outcomes[] = {"granted", "partly", "refused"};

	for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
		if (typed->outcome && !strcmp(typed->outcome, outcomes[i]))
			draft->outcome = outcomes[i];
	if (!draft->outcome)
		return refuse(err, ERROR_INVALID, _("There is no outcome '%s'. Choose granted, partly or refused."),
			typed->outcome ? typed->outcome : "");
	draft->grants = strcmp(draft->outcome, "refused") != 0;
	if (!draft->grants && (typed->amount_count || typed->instalment_count))
		return refuse(
			err, ERROR_INVALID, _("A refusal grants nothing. Leave out the amounts and the instalments."));
	return true;
}

#define FIELD_AT(member) offsetof(struct decision_change, member)
static const struct field fields[] = {
	{"decided_on", N_("Day of the decision"), FIELD_DAY, .needed = true, .at = FIELD_AT(decided_on)},
	{"meeting", N_("Meeting"), FIELD_LINE, .at = FIELD_AT(meeting)},
	{"ground", N_("Ground"), FIELD_LINE, .at = FIELD_AT(ground)},
	{"provisions", N_("Provisions"), FIELD_TEXT, .at = FIELD_AT(provisions)},
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
	draft->from_on = clean.from_on ? clean.from_on : about->from_on;
	draft->to_on = clean.to_on ? clean.to_on : about->to_on;
	draft->final_how = clean.final_how;
	return true;
}

/* ISO days compare as text. */
static bool days_stand(const struct decision_draft *draft, struct error *err)
{
	const char *partial = draft->report_on && draft->report_on[0] ? draft->report_on : draft->decided_on;

	if (!draft->grants)
		return true;
	if (strcmp(partial, draft->decided_on) < 0 || (draft->final_on && strcmp(draft->final_on, partial) < 0))
		return refuse(err, ERROR_INVALID,
			_("The reports are due after the decision, and the final report not before the partial one."));
	if (draft->from_on && draft->to_on && strcmp(draft->to_on, draft->from_on) < 0)
		return refuse(err, ERROR_INVALID, _("The period cannot end on %s, before it begins on %s."),
			draft->to_on, draft->from_on);
	return true;
}

static bool amount_read(
	struct decision_draft *draft, int decided_year, const struct decision_amount *typed, struct error *err)
{
	if (typed->year < MONEY_YEAR_FIRST || typed->year > MONEY_YEAR_LAST)
		return refuse(err, ERROR_INVALID, _("%d is no payment year: it must be between %d and %d."),
			typed->year, MONEY_YEAR_FIRST, MONEY_YEAR_LAST);
	if (typed->ore < 0 || typed->ore > MONEY_MOST)
		return refuse(err, ERROR_INVALID,
			_("The amount for %d is unknown or not an amount that can be granted."), typed->year);
	if (typed->year < decided_year)
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

static bool amounts_read(struct decision_draft *draft, const struct decision_change *typed, struct error *err)
{
	int year = day_year(day_read(draft->decided_on));

	for (int i = 0; i < typed->amount_count; i++)
		if (!amount_read(draft, year, &typed->amounts[i], err))
			return false;
	return true;
}

static bool rows_read(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *draft, struct error *err)
{
	struct plan_frame frame = {&change->arena, change->cw, draft->decided_on, &about->recipients};

	if (!typed->instalment_count)
		return true;
	draft->rows = arena_take(&change->arena, (size_t)typed->instalment_count * sizeof *draft->rows);
	draft->row_count = typed->instalment_count;
	for (int i = 0; i < typed->instalment_count; i++) {
		struct decision_instalment *row = &draft->rows[i];

		if (!plan_row_read(&frame, i + 1, &typed->instalments[i], row, err))
			return false;
		if (!money_years_add(&draft->planned, row->year, row->ore))
			return refuse(err, ERROR_INVALID,
				_("There are amounts for more than %d years, or larger than any amount can be."),
				MONEY_YEARS);
	}
	return true;
}

bool decision_draft_read(struct change *change, const struct decision_case *about, const struct decision_change *typed,
	struct decision_draft *out, struct error *err)
{
	struct decision_draft draft = {0};

	if (!outcome_read(&draft, typed, err) || !texts_read(change, about, &draft, typed, err) ||
		!days_stand(&draft, err) || !amounts_read(&draft, typed, err) ||
		!rows_read(change, about, typed, &draft, err))
		return false;
	*out = draft;
	return true;
}
