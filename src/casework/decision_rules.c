/* What may be decided. Invariant: nothing is granted above what is sought, and nothing sought above what it costs. */
#include "casework/decision_inner.h"

#include "casework/field.h"

#include "base/words.h"

static bool measure_stands(const struct decision_case *about, struct error *err)
{
	if (about->ruling)
		return refuse(err, ERROR_INVALID,
			_("Measure %s cannot be decided: by ruling %d it is not tried. Take the ruling away first."),
			about->number, about->ruling);
	if (about->application_withdrawn_on)
		return refuse(err, ERROR_INVALID,
			_("Measure %s cannot be decided: the application was withdrawn on %s."), about->number,
			about->application_withdrawn_on);
	if (about->withdrawn_on)
		return refuse(err, ERROR_INVALID, _("Measure %s cannot be decided: it was withdrawn on %s."),
			about->number, about->withdrawn_on);
	return true;
}

/* Not before the application came in, nor before the decision that is replaced. */
static bool day_follows(const struct decision_case *about, const char *decided_on, struct error *err)
{
	const char *before = about->before->decided_on;

	if (about->arrived_on && strcmp(decided_on, about->arrived_on) < 0)
		return field_refuse(NULL, "decided_on", N_("Day of the decision"), err,
			_("%s is before the application came in, on %s."), decided_on, about->arrived_on);
	return !before || strcmp(decided_on, before) >= 0 ||
	       field_refuse(NULL, "decided_on", N_("Day of the decision"), err,
		       _("%s is before the decision it replaces, of %s."), decided_on, before);
}

/* Grants are given until 2030 (1 §); a decision that stands is corrected, lowered or withdrawn later too (FL 36–38 §§).
 */
static bool day_stands(
	const struct decision_case *about, const struct decision_draft *draft, const char *today, struct error *err)
{
	const char *decided_on = draft->decided_on;
	const struct decision_before *before = about->before;
	bool late = strcmp(decided_on, ORDINANCE_LAST) > 0;

	if (strcmp(decided_on, ORDINANCE_FIRST) < 0 || (late && !before->id))
		return refuse(err, ERROR_INVALID,
			_("A grant cannot be decided on %s: the ordinance allows grants from %s to %s (section 1)."),
			decided_on, ORDINANCE_FIRST, ORDINANCE_LAST);
	if (late && draft->granted.ore > before->granted.ore && strcmp(draft->kind, "correction") != 0)
		return refuse(err, ERROR_INVALID,
			_("More than decision %d gives cannot be granted on %s: the ordinance allows grants until %s "
			  "(section 1). Later a decision is corrected, lowered or withdrawn."),
			before->n, decided_on, ORDINANCE_LAST);
	return strcmp(decided_on, today) <= 0 ||
	       field_refuse(NULL, "decided_on", N_("Day of the decision"), err,
		       _("%s has not come yet. Write today's day or an earlier one."), decided_on);
}

static const char *standing_words(const struct standing_row *stands)
{
	if (stands->withheld == 2)
		return _(
			"Measure %s: %s cannot be granted for %d, where %s stands: row %d (%s) of its plan is withheld "
			"for good (17 §), and that decision stays. Grant at least that.");
	if (stands->withheld)
		return _(
			"Measure %s: %s cannot be granted for %d, where %s stands: row %d (%s) of its plan is withheld "
			"by the delegation's decision (17 §), which stays until it is lifted. Grant at least that, or "
			"lift the withholding first.");
	return stands->paid ? _("Measure %s: %s cannot be granted for %d, where %s stands: row %d (%s) of its plan "
				"is paid. Grant at least that; what is to come back is claimed.")
			    : _("Measure %s: %s cannot be granted for %d, where %s stands: row %d (%s) of its plan "
				"is authorised. Grant at least that, or take the authorisation back first.");
}

/* What is authorised is on its way, what is paid is paid and what is withheld is withheld, whatever is decided now. */
static bool standing_stands(const struct decision_case *about, const struct decision_draft *draft, struct error *err)
{
	const struct decision_before *before = about->before;
	char least[MONEY_TEXT], now[MONEY_TEXT], row[MONEY_TEXT];

	for (int i = before->row_count - 1; i >= 0; i--) {
		const struct standing_row *stands = &before->rows[i];
		int64_t floor = money_years_of(&before->standing, stands->year),
			granted = money_years_of(&draft->granted, stands->year);

		if (granted >= floor)
			continue;
		money_words(floor, least);
		money_words(granted, now);
		return refuse(err, ERROR_INVALID, standing_words(stands), about->number, now, stands->year, least,
			stands->n, money_words(stands->ore, row));
	}
	return true;
}

static bool applied_stands(const struct decision_case *about, struct error *err)
{
	char sought[MONEY_TEXT], cost[MONEY_TEXT];

	if (!money_years_sure(&about->sought))
		return refuse(err, ERROR_INVALID,
			_("Nothing can be granted to measure %s: the amount sought is unknown. Enter it on the measure "
			  "first."),
			about->number);
	if (money_years_sure(&about->cost) && about->sought.ore > about->cost.ore)
		return refuse(err, ERROR_INVALID,
			_("Nothing can be granted to measure %s: %s is sought, but it costs only %s. Correct the "
			  "measure first."),
			about->number, money_words(about->sought.ore, sought), money_words(about->cost.ore, cost));
	return true;
}

/* Against what is sought in total; a single year only warns. */
static bool granted_stands(const struct decision_case *about, const struct decision_draft *draft, struct error *err)
{
	char granted[MONEY_TEXT], sought[MONEY_TEXT];
	bool whole = !strcmp(draft->outcome, "granted");

	money_words(draft->granted.ore, granted);
	money_words(about->sought.ore, sought);
	if (draft->granted.ore > about->sought.ore)
		return refuse(err, ERROR_INVALID,
			_("Measure %s: %s cannot be granted, for only %s is sought. Nothing is granted above what is "
			  "sought."),
			about->number, granted, sought);
	if (!draft->granted.ore)
		return refuse(err, ERROR_INVALID,
			_("Measure %s: no amount is given. Give the amount of each payment year, or choose the outcome "
			  "refused."),
			about->number);
	if (whole && draft->granted.ore < about->sought.ore)
		return refuse(err, ERROR_INVALID,
			_("Measure %s: the outcome granted means all that is sought, %s, but %s is given. Choose the "
			  "outcome partly, "
			  "or give the whole amount."),
			about->number, sought, granted);
	if (!whole && draft->granted.ore == about->sought.ore)
		return refuse(err, ERROR_INVALID,
			_("Measure %s: the outcome partly means less than what is sought, but %s is all of it. Choose "
			  "the outcome "
			  "granted."),
			about->number, granted);
	return true;
}

bool decision_allowed(
	const struct decision_case *about, const struct decision_draft *draft, const char *today, struct error *err)
{
	if (!measure_stands(about, err) || !day_stands(about, draft, today, err) ||
		!day_follows(about, draft->decided_on, err) || !standing_stands(about, draft, err) ||
		!decision_kind_allowed(about, draft, err))
		return false;
	if (!draft->grants)
		return true;
	return applied_stands(about, err) && granted_stands(about, draft, err) &&
	       money_years_planned(&draft->granted, &draft->planned, err);
}
