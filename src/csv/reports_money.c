/* Ranking, payment plan, payment file and budget as tables. */
#include "csv/reports.h"

#include "base/words.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

const char *rank_fit_word(enum rank_fit fit)
{
	switch (fit) {
	case RANK_INSIDE: return _("inside");
	case RANK_PARTLY: return _("fits partly");
	case RANK_OUTSIDE: return _("outside");
	case RANK_NO_PLACE: return _("not assessed");
	case RANK_HIDDEN: return _("hidden");
	case RANK_UNKNOWN: return _("amount unknown");
	case RANK_SKIPPED: return _("skipped");
	case RANK_WITHOUT: return _("tried without");
	}
	return "";
}

const char *limit_kind_word(const char *kind)
{
	if (!kind)
		return "";
	if (!strcmp(kind, "appropriation"))
		return _("appropriation");
	if (!strcmp(kind, "commitment"))
		return _("authority to commit");
	if (!strcmp(kind, "round"))
		return _("round's limit");
	if (!strcmp(kind, "carried"))
		return _("carried over");
	return kind;
}

const char *rank_breaks_text(struct arena *arena, const char *kind, int year)
{
	if (!kind)
		return "";
	return year ? arena_format(arena, "%s %d", limit_kind_word(kind), year) : limit_kind_word(kind);
}

/* What the limits leave, what the rows above the line take of it, and what is then left. */
static const char *line_left_text(struct arena *arena, const struct ranking *ranking, const char *years)
{
	bool swedish = words_swedish();
	char left[MONEY_TEXT], used[MONEY_TEXT], rest[MONEY_TEXT];

	money_text(ranking->left_ore, MONEY_TKR, swedish, left);
	money_text(ranking->used_ore, MONEY_TKR, swedish, used);
	money_text(ranking->left_ore - ranking->used_ore, MONEY_TKR, swedish, rest);
	if (!ranking->binding_kind)
		return arena_format(arena, _("left %s: %s (SEK '000) ── proposed %s ── remaining %s, all fits"), years,
			left, used, rest);
	return arena_format(arena, _("left of %s: %s (SEK '000) ── proposed %s ── remaining %s"),
		rank_breaks_text(arena, ranking->binding_kind, ranking->binding_year), left, used, rest);
}

const char *rank_line_text(struct arena *arena, const struct ranking *ranking)
{
	char proposed[MONEY_TEXT];
	const char *years = ranking->year ? arena_format(arena, "%d", ranking->year) : _("all years"), *left;

	money_text(ranking->proposed_ore, MONEY_TKR, words_swedish(), proposed);
	if (ranking->left_ore == MONEY_UNKNOWN)
		return arena_format(arena, _("%s: no limit is set ── proposed %s (SEK '000)"), years, proposed);
	left = line_left_text(arena, ranking, years);
	if (ranking->used_ore == ranking->proposed_ore)
		return left;
	return arena_format(arena, _("%s ── all years %s"), left, proposed);
}

int rank_shift(const struct ranking *ranking, const struct rank_row *row)
{
	int last = row->point_place - 1;

	if (!row->place)
		return 0;
	for (int i = 0; i < ranking->count; i++)
		last += ranking->items[i].place && ranking->items[i].point_place == row->point_place;
	return row->place < row->point_place ? row->point_place - row->place
	       : row->place > last           ? last - row->place
					     : 0;
}

/* "+4", "-1", "" where the chair's order and the points agree. */
static const char *move_text(struct arena *arena, const struct ranking *ranking, const struct rank_row *row)
{
	int shift = rank_shift(ranking, row);

	return shift ? arena_format(arena, "%+d", shift) : "";
}

static const char *points_text(struct arena *arena, const struct rank_row *row)
{
	if (row->fit == RANK_HIDDEN)
		return _("hidden");
	if (row->points_100 >= 0)
		return arena_format(arena, "%d", row->points_100);
	if (row->assessors > 0 && row->submitted == row->assessors)
		return arena_format(arena, _("%d of %d"), row->criteria - row->missing, row->criteria);
	return arena_format(arena, _("%d of %d"), row->submitted, row->assessors);
}

/* A sum that there is none of, as against one that is not known. */
static void ore_or_blank(struct report *report, bool there_is, int64_t ore)
{
	if (there_is)
		report_ore_put(report, ore);
	else
		report_blank_put(report);
}

static void ranking_row(
	struct report *report, const struct ranking *ranking, const struct rank_row *row, bool with_year)
{
	bool hidden = row->fit == RANK_HIDDEN;

	report_number_put(report, row->place ? row->place : MONEY_UNKNOWN);
	report_text_put(report, hidden ? "" : move_text(&report->arena, ranking, row));
	report_text_put(report, measure_text(&report->arena, with_year, row->year, row->application_n, row->n));
	report_text_put(report, row->lead_short);
	report_text_put(report, row->title);
	report_text_put(report, points_text(&report->arena, row));
	report_number_put(report, row->place && !hidden && row->spread_100 >= 0 ? row->spread_100 : MONEY_UNKNOWN);
	report_ore_put(report, row->sought_ore);
	report_ore_put(report, row->proposed_ore);
	ore_or_blank(report, row->place > 0, row->total_ore);
	ore_or_blank(report, row->place > 0, row->fits_ore);
	report_text_put(report, rank_fit_word(row->fit));
	report_text_put(report, rank_breaks_text(&report->arena, row->breaks_kind, row->breaks_year));
	report_text_put(report, row->reason);
	report_bool_put(report, !hidden && row->zero_flag);
	report_number_put(report, row->gates_bad);
	report_text_put(report, row->outcome);
	for (int year = 0; year < BUDGET_YEARS; year++)
		report_ore_put(report, row->proposed[year]);
	ore_or_blank(report, row->least_ore > 0 && !hidden, row->least_ore);
	report_text_put(report, hidden ? NULL : row->least_source);
	report_text_put(report, row->skip_reason);
	report_row_end(report);
}

void report_ranking(struct report *report, const struct ranking *ranking, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_PLACE, COLUMN_MOVE, COLUMN_NUMBER, COLUMN_REGION,
		COLUMN_MEASURE, COLUMN_POINTS, COLUMN_SPREAD, COLUMN_SOUGHT_ORE, COLUMN_PROPOSED_ORE, COLUMN_TOTAL_ORE,
		COLUMN_FITS_ORE, COLUMN_FIT, COLUMN_BREAKS, COLUMN_REASON, COLUMN_ZERO, COLUMN_GATES_BAD,
		COLUMN_OUTCOME, COLUMN_PROPOSED, COLUMN_PROPOSED + 1, COLUMN_PROPOSED + 2, COLUMN_PROPOSED + 3,
		COLUMN_PROPOSED + 4, COLUMN_PROPOSED + 5, COLUMN_LEAST_ORE, COLUMN_LEAST_SOURCE, COLUMN_SKIP_REASON};

	report_init(report, "ranking", columns, COUNT(columns));
	for (int i = 0; i < ranking->count; i++)
		ranking_row(report, ranking, &ranking->items[i], with_year);
	report_fact_text(report, "round", ranking->round_name);
	report_fact_number(report, "proposal", ranking->proposal ? ranking->n : MONEY_UNKNOWN);
	report_fact_number(report, "version", ranking->version);
	report_fact_text(report, "locked", ranking->saved ? NULL : ranking->locked_at);
	report_fact_text(report, "saved", ranking->saved ? ranking->locked_at : NULL);
	report_fact_text(report, "name", ranking->name);
	report_fact_number(report, "year", ranking->year ? ranking->year : MONEY_UNKNOWN);
	report_fact_number(report, "line", ranking->line);
	report_fact_number(report, "inside", ranking->inside);
	report_fact_text(report, "binding", ranking->binding_kind);
	report_fact_number(report, "binding_year", ranking->binding_year ? ranking->binding_year : MONEY_UNKNOWN);
	report_fact_ore(report, "left_ore", ranking->left_ore);
	report_fact_ore(report, "used_ore", ranking->used_ore);
	report_fact_ore(report, "proposed_ore", ranking->proposed_ore);
	report_fact_number(report, "hidden", ranking->hidden);
	report_fact_number(report, "unknown_amounts", ranking->unknown);
	report->line_after = ranking->line;
	report->line_text = arena_format(&report->arena, "── %s ──", rank_line_text(&report->arena, ranking));
}

void report_instalments(struct report *report, const struct instalment_list *list, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_DATE, COLUMN_NUMBER, COLUMN_ROW, COLUMN_RECIPIENT,
		COLUMN_ORGNR, COLUMN_AMOUNT_ORE, COLUMN_YEAR, COLUMN_CONDITION, COLUMN_PAY_STATE, COLUMN_MAKER,
		COLUMN_REVIEWED_BY, COLUMN_REVIEWED, COLUMN_ATTESTED_BY, COLUMN_ATTESTED, COLUMN_BATCH,
		COLUMN_BATCH_ELSEWHERE, COLUMN_PAID, COLUMN_REFERENCE, COLUMN_RETURNED, COLUMN_VERSION};

	report_init(report, "instalments", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct instalment *row = &list->items[i];

		report_day_put(report, row->due_on);
		report_text_put(report, measure_text(&report->arena, with_year, row->application_year,
						row->application_n, row->measure_n));
		report_number_put(report, row->n);
		report_text_put(report, row->recipient_name);
		report_text_put(report, row->recipient_orgnr);
		report_ore_put(report, row->ore);
		report_number_put(report, row->year);
		report_text_put(report, row->condition);
		report_text_put(report, instalment_state_word(row->state));
		report_text_put(report, row->maker);
		report_text_put(report, row->reviewed_by);
		report_text_put(report, row->reviewed_at);
		report_text_put(report, row->attested_by);
		report_text_put(report, row->attested_at);
		report_number_put(report, row->batch_n ? row->batch_n : MONEY_UNKNOWN);
		report_number_put(report, row->elsewhere_n ? row->elsewhere_n : MONEY_UNKNOWN);
		report_day_put(report, row->paid_on);
		report_text_put(report, row->reference);
		report_day_put(report, row->returned_on);
		report_number_put(report, row->version);
		report_row_end(report);
	}
	report_fact_ore(report, "sum_ore", list->sum_ore);
}

static void budget_row(struct report *report, const struct budget_year *year)
{
	report_number_put(report, year->year ? year->year : MONEY_UNKNOWN);
	ore_or_blank(report, year->appropriation != MONEY_UNKNOWN, year->appropriation);
	ore_or_blank(report, year->carried != MONEY_UNKNOWN, year->carried);
	ore_or_blank(report, year->commitment != MONEY_UNKNOWN, year->commitment);
	ore_or_blank(report, year->round != MONEY_UNKNOWN, year->round);
	report_ore_put(report, year->decided);
	report_ore_put(report, year->proposed);
	report_ore_put(report, year->planned);
	report_ore_put(report, year->attested);
	report_ore_put(report, year->paid);
	report_ore_put(report, year->unplanned);
	report_ore_put(report, year->stopped);
	report_ore_put(report, year->withdrawn);
	report_ore_put(report, year->claimed);
	report_ore_put(report, year->repaid);
	report_ore_put(report, year->voluntary);
	ore_or_blank(report, year->year != 0, year->left); /* after the programme no money is left or lapses */
	ore_or_blank(report, year->year != 0, year->lapsed);
	report_bool_put(report, year->over);
	report_row_end(report);
}

void report_budget(struct report *report, const struct budget *budget)
{
	static const enum column_name columns[] = {COLUMN_YEAR, COLUMN_APPROPRIATION_ORE, COLUMN_CARRIED_ORE,
		COLUMN_COMMITMENT_ORE, COLUMN_LIMIT_ROUND_ORE, COLUMN_DECIDED_ORE, COLUMN_PROPOSED_ORE,
		COLUMN_PLANNED_ORE, COLUMN_ATTESTED_ORE, COLUMN_PAID_ORE, COLUMN_UNPLANNED_ORE, COLUMN_STOPPED_ORE,
		COLUMN_WITHDRAWN_ORE, COLUMN_CLAIM_UNPAID_ORE, COLUMN_REPAID_ORE, COLUMN_VOLUNTARY_ORE, COLUMN_LEFT_ORE,
		COLUMN_LAPSED_ORE, COLUMN_OVER};

	report_init(report, "years", columns, COUNT(columns));
	for (int i = 0; i < BUDGET_YEARS; i++)
		budget_row(report, &budget->years[i]);
	if (budget->later.claimed || budget->later.repaid || budget->later.voluntary)
		budget_row(report, &budget->later);
	report_fact_ore(report, "decided_ore", budget->sum.decided);
	report_fact_ore(report, "proposed_ore", budget->sum.proposed);
	report_fact_ore(report, "planned_ore", budget->sum.planned);
	report_fact_ore(report, "paid_ore", budget->sum.paid);
	report_fact_ore(report, "unplanned_ore", budget->sum.unplanned);
	report_fact_ore(report, "stopped_ore", budget->sum.stopped);
	report_fact_ore(report, "withdrawn_ore", budget->sum.withdrawn);
	report_fact_ore(report, "claim_unpaid_ore", budget->sum.claimed);
	report_fact_ore(report, "repaid_ore", budget->sum.repaid);
	report_fact_ore(report, "voluntary_ore", budget->sum.voluntary);
}

void report_limits(struct report *report, const struct limit_list *list)
{
	static const enum column_name columns[] = {
		COLUMN_KIND, COLUMN_ROUND, COLUMN_YEAR, COLUMN_AMOUNT_ORE, COLUMN_VALID_FROM, COLUMN_SOURCE};

	report_init(report, "limits", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct limit *row = &list->items[i];

		report_text_put(report, limit_kind_word(row->kind));
		report_text_put(report, row->round_name);
		report_number_put(report, row->year);
		report_ore_put(report, row->ore);
		report_day_put(report, row->valid_from);
		report_text_put(report, row->source);
		report_row_end(report);
	}
}
