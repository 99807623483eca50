/* Kept firmness. Invariant: what is kept was calculated on what the file says at that moment, and nobody is told of one
 * that holds a measure whose points are hidden from them. */
#include "firm_kept.h"

#include "base/words.h"
#include "casework/bar.h"
#include "casework/grow.h"
#include "rank_inner.h"

/* ---- keeping */

const char *weights_text(struct arena *arena, const struct firm *firm, const int parts[WEIGHTING_CRITERIA])
{
	const char *text = "";

	for (int k = 0; k < firm->robust.weighting.criteria; k++)
		text = arena_format(arena, "%s%s%s %d", text, k ? ", " : "", firm->criteria[k],
			(200 * parts[k] + WEIGHTING_WHOLE) / (2 * WEIGHTING_WHOLE));
	return text;
}

struct keeping {
	struct change *change;
	const struct firm *firm;
	const struct firm_answer *answer;
	char input[HASH_TEXT];
	int64_t id;
};

/* What the answer was calculated on must be what the file says now, and what the actor may see now. */
static bool input_stands(struct keeping *keeping, struct error *err)
{
	struct firm now;
	char input[HASH_TEXT];

	if (!firm_read(keeping->change->cw, keeping->firm->ranking.round, keeping->firm->ranking.year, RANK_AS_ACTOR,
		    &now, err))
		return false;
	firm_input(&now, input);
	firm_done(&now);
	if (!strcmp(input, keeping->input))
		return true;
	return refuse(err, ERROR_CONFLICT,
		_("What the figures rest on has changed since they were calculated. Calculate anew. Nothing was "
		  "saved."));
}

static bool something_is_new(struct keeping *keeping, struct error *err)
{
	const struct firm *firm = keeping->firm;
	struct rows rows;
	int n = 0;

	if (!store_ask(keeping->change->store, SQL_FIRMNESS_SAME,
		    BINDS(BIND("round", firm->ranking.round), BIND("input", (const char *)keeping->input),
			    BIND("rule", weighting_rule_code(firm->robust.weighting.rule)),
			    BIND("seed", (int64_t)firm->robust.seed), BIND("draws", firm->robust.draws),
			    BIND("method_version", FIRM_METHOD_VERSION),
			    BIND("tried", keeping->answer->core.weightings)),
		    &rows, err))
		return false;
	if (rows_next(&rows))
		n = (int)rows_number(&rows, "n");
	if (!rows_done(&rows, err))
		return false;
	return n == 0 || refuse(err, ERROR_INVALID, _("The same is kept already, as number %d. Nothing was saved."), n);
}

static bool head_put(struct keeping *keeping, struct error *err)
{
	const struct firm *firm = keeping->firm;
	const struct core *core = &keeping->answer->core;

	if (!store_run(keeping->change->store, SQL_FIRMNESS_ADD,
		    BINDS(BIND("round", firm->ranking.round),
			    firm->ranking.proposal ? BIND("proposal", firm->ranking.proposal) : bind_null("proposal"),
			    BIND("year", firm->ranking.year), BIND("method", FIRM_METHOD),
			    BIND("method_version", FIRM_METHOD_VERSION),
			    BIND("rule", weighting_rule_code(firm->robust.weighting.rule)),
			    BIND("seed", (int64_t)firm->robust.seed), BIND("draws", firm->robust.draws),
			    BIND("criteria_version", firm->criteria_version),
			    BIND("input", (const char *)keeping->input), BIND("tried", core->weightings),
			    BIND("portfolios", core->portfolios), BIND("made_by", casework_actor(keeping->change->cw)),
			    BIND("made_at", (const char *)keeping->change->now)),
		    err))
		return false;
	keeping->id = store_last_id(keeping->change->store);
	return true;
}

static bool row_put(struct keeping *keeping, int at, struct error *err)
{
	const struct firm *firm = keeping->firm;
	const struct robust_share *share = &keeping->answer->robust.shares[at];
	const struct without_measure *without = &keeping->answer->without.measures[at];
	int held = keeping->answer->cored ? keeping->answer->core.held[at] : -1, parts[WEIGHTING_CRITERIA];

	robust_weights(&firm->robust, share->best_draw, parts);
	return store_run(keeping->change->store, SQL_FIRMNESS_ROW_ADD,
		BINDS(BIND("firmness", keeping->id), BIND("measure", firm->rows[at]->measure),
			BIND("inside", share->inside), BIND("best", share->best), BIND("worst", share->worst),
			BIND("low", share->low), BIND("high", share->high),
			held < 0 ? bind_null("core") : BIND("core", held), BIND("without_best", without->best),
			BIND("without_worst", without->worst), BIND("without_lost", without->lost),
			BIND("favour", weights_text(&keeping->change->arena, firm, parts))),
		err);
}

static bool keep(struct keeping *keeping, struct error *err)
{
	struct change *change = keeping->change;

	if (!may_in_round(change->cw, RIGHT_FIRM_KEEP, RELATION_NONE, keeping->firm->ranking.round, err) ||
		!input_stands(keeping, err) || !something_is_new(keeping, err) || !head_put(keeping, err))
		return false;
	for (int i = 0; i < keeping->firm->count; i++) {
		if (!row_put(keeping, i, err))
			return false;
	}
	return change_record(change, OBJECT_FIRMNESS, keeping->id, 0, NULL, err);
}

bool firm_keep(struct casework *cw, const struct operation *op, const struct firm *firm,
	const struct firm_answer *answer, int64_t *id, struct error *err)
{
	struct change change;
	struct keeping keeping = {.change = &change, .firm = firm, .answer = answer};

	if (!change_begin(&change, cw, op, "firm-keep", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, id);
	firm_input(firm, keeping.input);
	if (!keep(&keeping, err))
		return change_abandon(&change);
	if (!change_commit(&change, err))
		return false;
	*id = keeping.id;
	return true;
}

/* ---- reading */

static enum weighting_rule rule_read(const char *code)
{
	enum weighting_rule rule = WEIGHTING_HALF;

	while (rule < WEIGHTING_ANY && strcmp(code, weighting_rule_code(rule)) != 0)
		rule++;
	return rule;
}

static void kept_read(struct rows *rows, struct kept_list *list, struct kept *kept)
{
	kept->id = rows_number(rows, "id");
	kept->n = (int)rows_number(rows, "n");
	kept->proposal_n = (int)rows_number_or(rows, "proposal_n", 0);
	kept->year = (int)rows_number(rows, "year");
	kept->method = rows_text(rows, "method", &list->arena);
	kept->method_version = (int)rows_number(rows, "method_version");
	kept->rule = rule_read(rows_text(rows, "rule", &list->arena));
	kept->seed = rows_number(rows, "seed");
	kept->draws = (int)rows_number(rows, "draws");
	kept->criteria_version = rows_number(rows, "criteria_version");
	kept->input = rows_text(rows, "input", &list->arena);
	kept->tried = (int)rows_number(rows, "tried");
	kept->portfolios = (int)rows_number(rows, "portfolios");
	kept->made_by = rows_text(rows, "made_by", &list->arena);
	kept->made_at = rows_text(rows, "made_at", &list->arena);
}

static bool list_read(struct casework *cw, int64_t round, struct kept_list *list, struct error *err)
{
	unsigned roles = access_roles(cw);
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_FIRMNESS_LIST,
		    BINDS(BIND("round", round), BIND("viewer", casework_actor(cw))), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct kept kept = {0};
		unsigned relation = (rows_bool(&rows, "unsubmitted") ? RELATION_UNSUBMITTED : 0) |
				    (rows_bool(&rows, "barred") ? RELATION_BARRED : 0);

		bool undecided = rows_bool(&rows, "undecided");

		kept_read(&rows, list, &kept);
		if (!score_seen(roles, relation, !undecided))
			continue;
		GROW(&list->arena, list->items, list->count);
		list->items[list->count++] = kept;
	}
	return rows_done(&rows, err);
}

static bool rows_read(struct casework *cw, struct kept_list *list, struct kept *kept, struct error *err)
{
	struct arena *arena = &list->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_FIRMNESS_ROWS, BINDS(BIND("firmness", kept->id)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, kept->rows, kept->row_count);
		kept->rows[kept->row_count++] = (struct kept_row){
			.measure = rows_number(&rows, "measure"),
			.year = (int)rows_number(&rows, "year"),
			.application_n = (int)rows_number(&rows, "application_n"),
			.n = (int)rows_number(&rows, "n"),
			.lead_short = rows_text(&rows, "lead_short", arena),
			.title = rows_text(&rows, "title", arena),
			.inside = (int)rows_number(&rows, "inside"),
			.best = (int)rows_number(&rows, "best"),
			.worst = (int)rows_number(&rows, "worst"),
			.low = (int)rows_number(&rows, "low"),
			.high = (int)rows_number(&rows, "high"),
			.core = (int)rows_number_or(&rows, "core", -1),
			.without_best = (int)rows_number(&rows, "without_best"),
			.without_worst = (int)rows_number(&rows, "without_worst"),
			.lost = (int)rows_number(&rows, "without_lost"),
			.favour = rows_text(&rows, "favour", arena),
		};
	}
	return rows_done(&rows, err);
}

/* A year's limits at a time: what stands today of the year it was calculated for. */
static bool holds_find(struct casework *cw, int64_t round, struct kept *kept, struct error *err)
{
	char input[HASH_TEXT];
	struct firm now;

	if (!firm_read(cw, round, kept->year, RANK_AS_ACTOR, &now, err))
		return false;
	firm_input(&now, input);
	firm_done(&now);
	kept->holds = !strcmp(input, kept->input) && kept->method_version == FIRM_METHOD_VERSION;
	return true;
}

static bool all_read(struct casework *cw, int64_t round, struct kept_list *list, struct error *err)
{
	if (!list_read(cw, round, list, err))
		return false;
	for (int i = 0; i < list->count; i++) {
		struct kept *kept = &list->items[i];
		if (!rows_read(cw, list, kept, err) || !holds_find(cw, round, kept, err))
			return false;
	}
	return true;
}

bool kept_list_load(struct casework *cw, int64_t round, struct kept_list *out, struct error *err)
{
	struct kept_list list = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&list.arena);
	bool read = all_read(cw, round, &list, err);
	store_look_done(casework_store(cw));
	if (read)
		*out = list;
	else
		arena_done(&list.arena);
	return read;
}

void kept_list_done(struct kept_list *list)
{
	if (list)
		arena_done(&list->arena);
}
