/* How firm a ranking is, and what the points alone would fund, as tables: figures first, and never a verdict. */
#include "csv/reports.h"

#include "base/words.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

const char *weighting_rule_code(enum weighting_rule rule)
{
	switch (rule) {
	case WEIGHTING_HALF: return "half";
	case WEIGHTING_ORDER: return "order";
	case WEIGHTING_ANY: return "any";
	}
	return "";
}

static const char *rule_word(enum weighting_rule rule)
{
	switch (rule) {
	case WEIGHTING_HALF: return _("each weight within half more or less than agreed");
	case WEIGHTING_ORDER: return _("the agreed order of importance");
	case WEIGHTING_ANY: return _("any weights");
	}
	return "";
}

const char *robust_method_text(struct arena *arena, const struct firm *firm)
{
	const struct robust_problem *problem = &firm->robust;

	return arena_format(arena, _("SMAA-2: %d weightings, %s, seed %" PRIu64 ", criteria version %" PRId64),
		problem->draws, rule_word(problem->weighting.rule), problem->seed, firm->criteria_version);
}

const char *weights_text(struct arena *arena, const struct firm *firm, const int parts[WEIGHTING_CRITERIA])
{
	const char *text = "";

	for (int k = 0; k < firm->robust.weighting.criteria; k++)
		text = arena_format(arena, "%s%s%s %d", text, k ? ", " : "", firm->criteria[k],
			(200 * parts[k] + WEIGHTING_WHOLE) / (2 * WEIGHTING_WHOLE));
	return text;
}

/* A word for the share, not a judgement of the measure. */
static const char *fits_word(const struct robust_share *share, int draws)
{
	int per_cent = robust_per_cent(share->inside, draws);

	return per_cent >= 90 ? _("mostly") : per_cent <= 10 ? _("seldom") : _("sometimes");
}

static const char *places_text(struct arena *arena, int best, int worst)
{
	return best == worst ? arena_format(arena, "%d", best) : arena_format(arena, "%d–%d", best, worst);
}

/* Which rows and in what order: those of the ranking that are weighed. */
static void measure_put(struct report *report, const struct rank_row *row, bool with_year)
{
	report_number_put(report, row->place);
	report_text_put(report, measure_text(&report->arena, with_year, row->year, row->application_n, row->n));
	report_text_put(report, row->lead_short);
	report_text_put(report, row->title);
	report_number_put(report, row->points_100);
}

static void robust_row(struct report *report, const struct firm *firm, const struct robust *robust, int at,
	const struct rank_row *row, bool with_year)
{
	const struct robust_share *share = &robust->shares[at];
	int parts[WEIGHTING_CRITERIA];

	robust_weights(&firm->robust, share->best_draw, parts);
	measure_put(report, row, with_year);
	report_number_put(report, robust_per_cent(share->inside, robust->draws));
	report_text_put(report, fits_word(share, robust->draws));
	report_text_put(report, places_text(&report->arena, share->low, share->high));
	report_text_put(report, places_text(&report->arena, share->best, share->worst));
	report_text_put(report, weights_text(&report->arena, firm, parts));
	report_row_end(report);
}

void report_robust(struct report *report, const struct firm *firm, const struct robust *robust, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_PLACE, COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE,
		COLUMN_POINTS_100, COLUMN_IN_PER_CENT, COLUMN_FITS_HOW, COLUMN_PLACES_MIDDLE, COLUMN_PLACES,
		COLUMN_FAVOURED};
	const struct ranking *ranking = &firm->ranking;

	report_init(report, "robust", columns, COUNT(columns));
	for (int i = 0; i < ranking->count; i++) {
		int at = firm_find(firm, ranking->items[i].measure);
		if (at >= 0)
			robust_row(report, firm, robust, at, &ranking->items[i], with_year);
	}
	report_fact_text(report, "round", ranking->round_name);
	report_fact_number(report, "proposal", ranking->proposal ? ranking->n : MONEY_UNKNOWN);
	report_fact_number(report, "year", ranking->year ? ranking->year : MONEY_UNKNOWN);
	report_fact_text(report, "method", "SMAA-2");
	report_fact_text(report, "weights", weighting_rule_code(firm->robust.weighting.rule));
	report_fact_number(report, "weightings", robust->draws);
	report_fact_text(report, "seed", arena_format(&report->arena, "%" PRIu64, firm->robust.seed));
	report_fact_number(report, "criteria_version", firm->criteria_version);
	report_fact_number(report, "left_out", firm->left_out);
}

/* ---- two proposals */

static void place_put(struct report *report, const struct rank_row *row)
{
	report_number_put(report, row && row->place ? row->place : MONEY_UNKNOWN);
}

static void compared_row(struct report *report, const struct compared *item, bool with_year)
{
	const struct rank_row *row = item->after ? item->after : item->before;

	report_text_put(report, measure_text(&report->arena, with_year, row->year, row->application_n, row->n));
	report_text_put(report, row->lead_short);
	report_text_put(report, row->title);
	place_put(report, item->before);
	place_put(report, item->after);
	report_text_put(report, item->moved ? arena_format(&report->arena, "%+d", item->moved) : "");
	report_text_put(report, item->before ? rank_fit_word(item->before->fit) : "");
	report_text_put(report, item->after ? rank_fit_word(item->after->fit) : "");
	report_ore_put(report, item->more_ore);
	report_text_put(report, item->after ? item->after->reason : "");
	report_row_end(report);
}

void report_comparison(struct report *report, const struct comparison *comparison, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE, COLUMN_PLACE_BEFORE,
		COLUMN_PLACE_AFTER, COLUMN_MOVE, COLUMN_FIT_BEFORE, COLUMN_FIT_AFTER, COLUMN_MORE_ORE, COLUMN_REASON};
	const struct ranking *before = &comparison->before, *after = &comparison->after;

	report_init(report, "comparison", columns, COUNT(columns));
	for (int i = 0; i < comparison->count; i++)
		compared_row(report, &comparison->items[i], with_year);
	report_fact_text(report, "round", after->round_name);
	report_fact_number(report, "before", before->n);
	report_fact_number(report, "after", after->n);
	report_fact_number(report, "year", after->year ? after->year : MONEY_UNKNOWN);
	report_fact_number(report, "moved", comparison->moved);
	report_fact_number(report, "fell_in", comparison->fell_in);
	report_fact_number(report, "fell_out", comparison->fell_out);
	report_fact_ore(report, "more_ore", comparison->more_ore);
}

/* ---- what the points alone would fund */

const char *points_sum_text(struct arena *arena, const struct firm *firm, int64_t value)
{
	int64_t tenths = firm_points_10(firm, value);

	return arena_format(arena, "%" PRId64 "%c%d", tenths / 10, words_swedish() ? ',' : '.', (int)(tenths % 10));
}

static int64_t part_ore(const struct optimum_part *part)
{
	int64_t sum = 0;

	for (int y = 0; y < BUDGET_YEARS; y++)
		sum += part->ore[y];
	return sum;
}

static void optimum_row(
	struct report *report, const struct optimum_part *part, const struct rank_row *row, bool with_year)
{
	enum rank_fit alone = part->whole ? RANK_INSIDE : part->any ? RANK_PARTLY : RANK_OUTSIDE;

	measure_put(report, row, with_year);
	report_ore_put(report, row->proposed_ore);
	report_text_put(report, row->outcome ? "" : rank_fit_word(row->fit));
	report_text_put(report, row->outcome ? _("decided") : rank_fit_word(alone));
	if (row->outcome)
		report_blank_put(report);
	else
		report_ore_put(report, row->fit == RANK_UNKNOWN ? MONEY_UNKNOWN : part_ore(part));
	report_row_end(report);
}

/* The year that stops most of what is left out; 0: none does. */
static int binding_year(const struct optimum *optimum)
{
	int binding = 0, most = 0;

	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (optimum->stopped[y] > most) {
			most = optimum->stopped[y];
			binding = BUDGET_FIRST + y;
		}
	}
	return binding;
}

static void optimum_facts(struct report *report, const struct firm *firm, const struct optimum *optimum)
{
	struct arena *arena = &report->arena;
	int64_t chair_value, chair_ore, ore = 0;
	int binding = binding_year(optimum);

	firm_chair(firm, &chair_value, &chair_ore);
	for (int i = 0; i < optimum->count; i++)
		ore += part_ore(&optimum->parts[i]);
	report_fact_text(report, "round", firm->ranking.round_name);
	report_fact_number(report, "proposal", firm->ranking.proposal ? firm->ranking.n : MONEY_UNKNOWN);
	report_fact_number(report, "year", firm->ranking.year ? firm->ranking.year : MONEY_UNKNOWN);
	report_fact_text(report, "points_alone", points_sum_text(arena, firm, optimum->value));
	report_fact_text(report, "points_at_most", points_sum_text(arena, firm, optimum->bound));
	report_fact_text(report, "points_chair", points_sum_text(arena, firm, chair_value));
	report_fact_ore(report, "points_alone_ore", ore);
	report_fact_ore(report, "chair_ore", chair_ore);
	report_fact_text(report, "proven", optimum->best ? "yes" : "no");
	report_fact_number(report, "binding_year", binding ? binding : MONEY_UNKNOWN);
	report_fact_text(report, "binding", binding ? firm->ranking.room_kind[binding - BUDGET_FIRST] : NULL);
	report_fact_number(report, "left_out", firm->left_out);
}

void report_optimum(struct report *report, const struct firm *firm, const struct optimum *optimum, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_PLACE, COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE,
		COLUMN_POINTS_100, COLUMN_PROPOSED_ORE, COLUMN_CHAIR, COLUMN_POINTS_ALONE, COLUMN_POINTS_ORE};
	const struct ranking *ranking = &firm->ranking;

	report_init(report, "optimum", columns, COUNT(columns));
	for (int i = 0; i < ranking->count; i++) {
		int at = firm_find(firm, ranking->items[i].measure);
		if (at >= 0)
			optimum_row(report, &optimum->parts[at], &ranking->items[i], with_year);
	}
	optimum_facts(report, firm, optimum);
}
