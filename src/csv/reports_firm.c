/* How firm a ranking is, and what the points alone would fund, as tables: figures first, and never a verdict. */
#include "csv/reports.h"

#include "base/money.h"
#include "base/words.h"

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

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
	char draws[MONEY_TEXT];

	return arena_format(arena, _("SMAA-2: %s weightings, %s, seed %llu, criteria version %d"),
		count_text(problem->draws, words_swedish(), draws), rule_word(problem->weighting.rule),
		(unsigned long long)problem->seed, (int)firm->criteria_version);
}

/* Where a measure stands among the selections: not a judgement of it. */
const char *core_class_word(enum core_class class)
{
	switch (class) {
	case CORE_FITS_OFTEN: return _("fits mostly");
	case CORE_DISCUSS: return _("discuss");
	case CORE_FITS_SELDOM: return _("fits seldom");
	case CORE_NONE: return "";
	}
	return "";
}

const char *places_text(struct arena *arena, int best, int worst)
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

/* Held of the different selections; blank where the measure is not chosen among. */
static void core_put(struct report *report, int held, int portfolios)
{
	if (held < 0 || portfolios == 0)
		report_blank_put(report);
	else
		report_number_put(report, robust_per_cent(held, portfolios));
	report_text_put(report, core_class_word(core_class(held, portfolios)));
}

/* Places with one assessor at a time left out; "–" after them when it then has no place at all. */
static const char *without_text(struct arena *arena, int best, int worst, int lost)
{
	return arena_format(arena, "%s%s", places_text(arena, best, worst), lost ? _(", none") : "");
}

static void robust_row(struct report *report, const struct firm *firm, const struct firm_answer *answer, int at,
	const struct rank_row *row, bool with_year)
{
	const struct robust_share *share = &answer->robust.shares[at];
	const struct without_measure *without = &answer->without.measures[at];
	int parts[WEIGHTING_CRITERIA];

	robust_weights(&firm->robust, share->best_draw, parts);
	measure_put(report, row, with_year);
	report_number_put(report, robust_per_cent(share->inside, answer->robust.draws));
	core_put(report, answer->cored ? answer->core.held[at] : -1, answer->core.portfolios);
	report_text_put(report, places_text(&report->arena, share->low, share->high));
	report_text_put(report, places_text(&report->arena, share->best, share->worst));
	report_text_put(report, without_text(&report->arena, without->best, without->worst, without->lost));
	report_text_put(report, weights_text(&report->arena, firm, parts));
	report_row_end(report);
}

void report_robust(struct report *report, const struct firm *firm, const struct firm_answer *answer, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_PLACE, COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE,
		COLUMN_POINTS_100, COLUMN_IN_PER_CENT, COLUMN_CORE, COLUMN_CORE_CLASS, COLUMN_PLACES_MIDDLE,
		COLUMN_PLACES, COLUMN_WITHOUT, COLUMN_FAVOURED};
	const struct ranking *ranking = &firm->ranking;

	report_init(report, "robust", columns, COUNT(columns));
	for (int i = 0; i < ranking->count; i++) {
		int at = firm_find(firm, ranking->items[i].measure);
		if (at >= 0)
			robust_row(report, firm, answer, at, &ranking->items[i], with_year);
	}
	report_fact_text(report, "round", ranking->round_name);
	report_fact_number(report, "proposal", ranking->proposal ? ranking->n : MONEY_UNKNOWN);
	report_fact_number(report, "year", ranking->year ? ranking->year : MONEY_UNKNOWN);
	report_fact_text(report, "method", FIRM_METHOD);
	report_fact_number(report, "method_version", FIRM_METHOD_VERSION);
	report_fact_text(report, "weights", weighting_rule_code(firm->robust.weighting.rule));
	report_fact_number(report, "weightings", answer->robust.draws);
	report_fact_number(report, "selection_weightings", answer->core.weightings);
	report_fact_number(report, "selections", answer->core.portfolios);
	report_fact_text(report, "seed", arena_format(&report->arena, "%" PRIu64, firm->robust.seed));
	report_fact_number(report, "criteria_version", firm->criteria_version);
	report_fact_number(report, "left_out", firm->left_out);
}

const char *core_method_text(struct arena *arena, const struct firm_answer *answer)
{
	char weightings[MONEY_TEXT];

	return arena_format(arena,
		_("Core index: %d different selections are best under some of %s weightings; fits mostly is in at "
		  "least %d "
		  "%% of them, fits seldom in at most %d %%."),
		answer->core.portfolios, count_text(answer->core.weightings, words_swedish(), weightings), CORE_OFTEN,
		CORE_SELDOM);
}

/* ---- kept */

const char *kept_method_text(struct arena *arena, const struct kept *kept)
{
	char draws[MONEY_TEXT], tried[MONEY_TEXT];

	return arena_format(arena,
		_("Number %d: SMAA-2, %s weightings, %s, seed %lld; core index, %d selections of %s weightings; "
		  "method version %d, criteria version %d; %s, %.16s."),
		kept->n, count_text(kept->draws, words_swedish(), draws), rule_word(kept->rule), (long long)kept->seed,
		kept->portfolios, count_text(kept->tried, words_swedish(), tried), kept->method_version,
		(int)kept->criteria_version, kept->made_by, kept->made_at);
}

const char *kept_holds_text(const struct kept *kept)
{
	return kept->holds ? _("What it rests on is the same today.")
			   : _("What it rests on is not what you see today: it has changed since, or was seen by "
			       "somebody who sees "
			       "other measures.");
}

void report_kept(struct report *report, const struct kept *kept, bool with_year)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_REGION, COLUMN_MEASURE, COLUMN_IN_PER_CENT,
		COLUMN_CORE, COLUMN_CORE_CLASS, COLUMN_PLACES_MIDDLE, COLUMN_PLACES, COLUMN_WITHOUT, COLUMN_FAVOURED};

	report_init(report, "kept", columns, COUNT(columns));
	for (int i = 0; i < kept->row_count; i++) {
		const struct kept_row *row = &kept->rows[i];
		struct arena *arena = &report->arena;
		report_text_put(report, measure_text(arena, with_year, row->year, row->application_n, row->n));
		report_text_put(report, row->lead_short);
		report_text_put(report, row->title);
		report_number_put(report, robust_per_cent(row->inside, kept->draws));
		core_put(report, row->core, kept->portfolios);
		report_text_put(report, places_text(arena, row->low, row->high));
		report_text_put(report, places_text(arena, row->best, row->worst));
		report_text_put(report, without_text(arena, row->without_best, row->without_worst, row->lost));
		report_text_put(report, row->favour);
		report_row_end(report);
	}
	report_fact_number(report, "n", kept->n);
	report_fact_text(report, "method", kept->method);
	report_fact_number(report, "method_version", kept->method_version);
	report_fact_text(report, "weights", weighting_rule_code(kept->rule));
	report_fact_number(report, "weightings", kept->draws);
	report_fact_number(report, "selection_weightings", kept->tried);
	report_fact_number(report, "selections", kept->portfolios);
	report_fact_text(report, "seed", arena_format(&report->arena, "%" PRId64, kept->seed));
	report_fact_number(report, "criteria_version", kept->criteria_version);
	report_fact_text(report, "input_sha256", kept->input);
	report_fact_text(report, "made_by", kept->made_by);
	report_fact_text(report, "made_at", kept->made_at);
	report_fact_text(report, "holds", kept->holds ? "yes" : "no");
}

void report_kept_list(struct report *report, const struct kept_list *list)
{
	static const enum column_name columns[] = {COLUMN_N, COLUMN_PROPOSAL, COLUMN_YEAR, COLUMN_WEIGHTS, COLUMN_HOLDS,
		COLUMN_AT, COLUMN_ACTOR, COLUMN_METHOD};

	report_init(report, "kept", columns, COUNT(columns));
	for (int i = 0; i < list->count; i++) {
		const struct kept *kept = &list->items[i];
		report_number_put(report, kept->n);
		report_number_put(report, kept->proposal_n ? kept->proposal_n : MONEY_UNKNOWN);
		if (kept->year)
			report_number_put(report, kept->year);
		else
			report_blank_put(report);
		report_text_put(report, weighting_rule_code(kept->rule));
		report_bool_put(report, kept->holds);
		report_text_put(report, kept->made_at);
		report_text_put(report, kept->made_by);
		report_text_put(report, kept->method);
		report_row_end(report);
	}
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
