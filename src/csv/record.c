/* A proposal's record on paper. Invariant: everything in it is read as the actor may see it, so that a record holds
 * nothing that the actor's screens do not. */
#include "csv/record.h"

#include "base/hash.h"
#include "base/money.h"
#include "base/words.h"
#include "casework/criteria.h"
#include "csv/reports.h"

struct record {
	struct paper *paper;
	struct ranking ranking;
	struct proposal_list proposals;
	struct limit_list limits;
	struct criteria_list criteria;
	struct kept_list kept;
	bool with_year;
};

static const char *kr(struct record *record, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(&record->paper->arena, money_text(ore, MONEY_KR, words_swedish(), text));
}

/* ---- who and when */

static const struct proposal *proposal_of(const struct record *record)
{
	for (int i = 0; i < record->proposals.count; i++) {
		if (record->proposals.items[i].n == record->ranking.n)
			return &record->proposals.items[i];
	}
	return NULL;
}

static void head_write(struct record *record)
{
	const struct ranking *ranking = &record->ranking;
	const struct proposal *proposal = proposal_of(record);
	struct paper *paper = record->paper;

	paper_title(paper, arena_format(&paper->arena, _("Record of the ranking, round %s"), ranking->round_name));
	paper_number(paper, "schema_version", NULL, 1);
	paper_text(paper, "round", NULL, ranking->round_name);
	paper_number(paper, "proposal", _("Proposal"), ranking->n);
	if (proposal && proposal->locked_at) {
		paper_text(paper, "locked_by", _("Locked by"), proposal->locked_by);
		paper_text(paper, "locked_at", _("Locked"), proposal->locked_at);
	} else {
		paper_say(paper, _("The proposal is not locked: it can still change."));
	}
	paper_number(paper, "measures", _("Measures"), ranking->count);
	paper_number(paper, "inside", _("Inside the limit"), ranking->inside);
	paper_number(paper, "skipped", _("Skipped"), ranking->skipped);
	paper_ore(paper, "proposed_ore", _("Proposed above the line"), ranking->proposed_ore);
	paper_number(paper, "hidden", NULL, ranking->hidden);
	if (ranking->hidden)
		paper_say(paper, arena_format(&paper->arena,
					 ngettext("%d measure is hidden from who wrote this out: its points, place and "
						  "reasons are "
						  "not here, and the figures are without it.",
						 "%d measures are hidden from who wrote this out: their points, places "
						 "and reasons "
						 "are not here, and the figures are without them.",
						 (unsigned long)ranking->hidden),
					 ranking->hidden));
	paper_say(paper, _("Points are not the test of 13 §: the delegation decides."));
}

/* ---- the list */

static void years_write(struct record *record, const struct rank_row *row)
{
	struct paper *paper = record->paper;

	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (row->proposed[y] == 0)
			continue;
		paper_ore(paper, arena_format(&paper->arena, "proposed_%d_ore", BUDGET_FIRST + y),
			arena_format(&paper->arena, _("Proposed %d"), BUDGET_FIRST + y), row->proposed[y]);
	}
}

static void row_write(struct record *record, const struct rank_row *row)
{
	struct paper *paper = record->paper;
	struct arena *arena = &paper->arena;
	const char *number = measure_text(arena, record->with_year, row->year, row->application_n, row->n);
	int shift = rank_shift(&record->ranking, row);

	paper_item(paper, arena_format(arena, "%d. %s %s: %s", row->place, number, row->lead_short, row->title));
	paper_number(paper, "place", NULL, row->place);
	paper_text(paper, "number", NULL, number);
	paper_text(paper, "region", NULL, row->lead_short);
	paper_text(paper, "title", NULL, row->title);
	paper_number(paper, "points_100", _("Points"), row->points_100);
	paper_text(paper, "fit", _("Limit"), row->outcome ? _("decided") : rank_fit_word(row->fit));
	paper_text(paper, "breaks", _("Limit reached"), rank_breaks_text(arena, row->breaks_kind, row->breaks_year));
	years_write(record, row);
	paper_ore(paper, "proposed_ore", _("Proposed"), row->proposed_ore);
	paper_ore(paper, "total_ore", _("Sum so far"), row->total_ore);
	paper_text(paper, "moved", _("Moved"), shift ? arena_format(arena, "%+d", shift) : "");
	paper_text(paper, "reason", _("Reason"), row->reason);
	paper_text(paper, "skipped", _("Skipped"), row->skip_reason);
	paper_item_end(paper);
}

static void rows_write(struct record *record)
{
	const struct ranking *ranking = &record->ranking;
	struct paper *paper = record->paper;

	const char *line = rank_line_text(&paper->arena, ranking);

	paper_list(paper, "rows", _("The ranked list"));
	for (int i = 0; i < ranking->placed; i++) {
		if (i == ranking->line)
			paper_say(paper, line);
		row_write(record, &ranking->items[i]);
	}
	if (ranking->placed && ranking->line == ranking->placed)
		paper_say(paper, line);
	paper_list_end(paper, _("No measure has a place."));
	paper_text(paper, "line", NULL, line);
}

/* Those without a place are named, so that nobody believes the list is all there is. */
static void placeless_write(struct record *record)
{
	const struct ranking *ranking = &record->ranking;
	struct paper *paper = record->paper;
	struct arena *arena = &paper->arena;

	paper_list(paper, "without_place", _("Without a place"));
	for (int i = ranking->placed; i < ranking->count; i++) {
		const struct rank_row *row = &ranking->items[i];
		if (row->fit == RANK_HIDDEN)
			continue; /* counted at the head */
		const char *number = measure_text(arena, record->with_year, row->year, row->application_n, row->n);
		paper_item(paper, arena_format(arena, "%s %s: %s", number, row->lead_short, row->title));
		paper_text(paper, "number", NULL, number);
		paper_text(paper, "region", NULL, row->lead_short);
		paper_text(paper, "title", NULL, row->title);
		paper_text(paper, "fit", _("Limit"), rank_fit_word(row->fit));
		paper_item_end(paper);
	}
	paper_list_end(paper, _("Every measure has a place."));
}

/* ---- what it rests on */

static void limits_write(struct record *record)
{
	struct paper *paper = record->paper;

	paper_list(paper, "limits", _("Limits and where they come from"));
	for (int i = 0; i < record->limits.count; i++) {
		const struct limit *limit = &record->limits.items[i];
		if (!limit->in_force || (limit->round && limit->round != record->ranking.round))
			continue;
		paper_item(paper, arena_format(&paper->arena, "%d %s: %s", limit->year, limit_kind_word(limit->kind),
					  kr(record, limit->ore)));
		paper_number(paper, "year", NULL, limit->year);
		paper_text(paper, "kind", NULL, limit->kind);
		paper_ore(paper, "limit_ore", NULL, limit->ore);
		paper_text(paper, "source", _("Source"), limit->source);
		paper_text(paper, "valid_from", _("Valid from"), limit->valid_from);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("No limit is entered."));
}

static void criteria_write(struct record *record, int64_t version)
{
	struct paper *paper = record->paper;

	paper_section(paper, "criteria", _("Criteria"));
	for (int i = 0; i < record->criteria.count; i++) {
		const struct criteria_version *item = &record->criteria.items[i];
		if (item->number != version)
			continue;
		paper_number(paper, "version", _("Version"), item->number);
		paper_text(paper, "adopted_on", _("Adopted on"), item->adopted_on);
		paper_text(paper, "adopted_ref", _("The delegation's decision"), item->adopted_ref);
	}
	paper_section_end(paper);
}

/* The newest kept of this proposal, if any. */
static void firmness_write(struct record *record)
{
	struct paper *paper = record->paper;
	const struct kept *kept = NULL;

	for (int i = record->kept.count - 1; i >= 0; i--) {
		if (record->kept.items[i].proposal_n == record->ranking.n)
			kept = &record->kept.items[i];
	}
	paper_list(paper, "firmness", _("How firm it is"));
	for (int i = 0; kept && i < kept->row_count; i++) {
		const struct kept_row *row = &kept->rows[i];
		struct arena *arena = &paper->arena;
		const char *class = core_class_word(core_class(row->core, kept->portfolios));
		paper_item(paper, arena_format(arena, _("%s %s: in %d %%, place %s%s%s"),
					  measure_text(arena, record->with_year, row->year, row->application_n, row->n),
					  row->lead_short, robust_per_cent(row->inside, kept->draws),
					  places_text(arena, row->low, row->high), *class ? ", " : "", class));
		paper_number(paper, "in_per_cent", NULL, robust_per_cent(row->inside, kept->draws));
		paper_text(paper, "places_95", NULL, places_text(arena, row->low, row->high));
		paper_text(paper, "class", NULL, class);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("Nothing is kept of how firm this proposal is."));
	if (!kept)
		return;
	paper_text(paper, "firmness_method", NULL, kept_method_text(&paper->arena, kept));
	paper_text(paper, "firmness_input_sha256", NULL, kept->input);
	paper_say(paper, kept_method_text(&paper->arena, kept));
	paper_say(paper, kept_holds_text(kept));
}

/* The best selection that was found; *out false when there is none. */
static bool optimum_find(const struct optimum_problem *problem, struct optimum *out)
{
	struct optimum_work work;
	struct optimum better;
	struct error err;
	bool found = false;

	if (!optimum_begin(problem, &work, &err))
		return false;
	while ((!found || !out->best) && optimum_next(&work, &better, &err)) {
		if (found)
			optimum_done(out);
		*out = better;
		found = true;
	}
	optimum_end(&work);
	return found;
}

static void optimum_write(struct record *record, const struct firm *firm)
{
	struct paper *paper = record->paper;
	struct arena *arena = &paper->arena;
	struct optimum optimum;
	int64_t value, ore, given = 0;

	if (!optimum_find(&firm->optimum, &optimum))
		return;
	firm_chair(firm, &value, &ore);
	for (int i = 0; i < optimum.count; i++) {
		for (int y = 0; y < BUDGET_YEARS; y++)
			given += optimum.parts[i].ore[y];
	}
	paper_section(paper, "optimum", _("What the points alone would fund"));
	paper_text(paper, "points_alone", _("Points alone"), points_sum_text(arena, firm, optimum.value));
	paper_ore(paper, "points_alone_ore", _("in money"), given);
	paper_text(paper, "points_chair", _("The chair's order"), points_sum_text(arena, firm, value));
	paper_ore(paper, "chair_ore", _("in money"), ore);
	paper_text(paper, "proven", NULL, optimum.best ? "yes" : "no");
	if (!optimum.best)
		paper_say(paper, _("It is not proven that no selection is worth more."));
	paper_section_end(paper);
	optimum_done(&optimum);
}

/* ---- all of it */

static void hash_write(struct paper *paper)
{
	char text[HASH_TEXT];

	hash_of(paper->text.text, paper->text.bytes, text);
	paper_text(paper, "content_sha256", NULL, text);
	paper_say(paper, arena_format(&paper->arena, _("SHA-256 of the text above: %s"), text));
}

static void record_put(struct record *record, const struct firm *firm)
{
	head_write(record);
	rows_write(record);
	placeless_write(record);
	limits_write(record);
	criteria_write(record, firm->criteria_version);
	firmness_write(record);
	if (record->ranking.n == firm->ranking.n)
		optimum_write(record, firm);
	hash_write(record->paper);
}

static bool record_read(struct casework *cw, int64_t round, int proposal_n, struct record *record, struct error *err)
{
	return ranking_load(cw, round, proposal_n, 0, &record->ranking, err) &&
	       proposal_list_load(cw, round, &record->proposals, err) && limit_list_load(cw, &record->limits, err) &&
	       criteria_list_load(cw, &record->criteria, err) && kept_list_load(cw, round, &record->kept, err);
}

bool record_write(
	struct casework *cw, int64_t round, int proposal_n, bool with_year, struct paper *paper, struct error *err)
{
	struct record record = {.paper = paper, .with_year = with_year};
	struct firm firm;
	bool read = record_read(cw, round, proposal_n, &record, err) && firm_load(cw, round, 0, &firm, err);

	if (read) {
		record_put(&record, &firm);
		firm_done(&firm);
	}
	kept_list_done(&record.kept);
	criteria_list_done(&record.criteria);
	limit_list_done(&record.limits);
	proposal_list_done(&record.proposals);
	ranking_done(&record.ranking);
	return read;
}
