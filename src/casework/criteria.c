/* Versions of the criteria as they are read. Invariant: what is handed in on cases the actor is barred from is not
 * among what is counted. */
#include "casework/criteria_inner.h"

#include "base/words.h"
#include "casework/bar.h"
#include "casework/grow.h"
#include "casework/office.h"

static enum criteria_state state_of(const struct criteria_version *version)
{
	if (version->adopted_on)
		return CRITERIA_ADOPTED;
	if (version->dropped_at)
		return CRITERIA_DROPPED;
	return version->from_number ? CRITERIA_DRAFT : CRITERIA_TAKEN_IN;
}

const char *criteria_state_word(enum criteria_state state)
{
	switch (state) {
	case CRITERIA_TAKEN_IN: return _("undecided");
	case CRITERIA_DRAFT: return _("draft version");
	case CRITERIA_ADOPTED: return _("adopted");
	case CRITERIA_DROPPED: return _("dropped");
	}
	return "";
}

static struct criteria_version version_read(struct rows *rows, struct arena *arena)
{
	struct criteria_version version = {
		.number = rows_number(rows, "number"),
		.from_number = rows_number_or(rows, "from_number", 0),
		.version = rows_number(rows, "version"),
		.adopted_on = rows_text(rows, "adopted_on", arena),
		.adopted_ref = rows_text(rows, "adopted_ref", arena),
		.why = rows_text(rows, "why", arena),
		.made_by = rows_text(rows, "made_by", arena),
		.made_at = rows_text(rows, "made_at", arena),
		.dropped_at = rows_text(rows, "dropped_at", arena),
		.rounds = rows_text(rows, "rounds", arena),
		.criteria = (int)rows_number(rows, "criteria"),
		.weights = (int)rows_number(rows, "weights"),
	};

	if (!version.rounds)
		version.rounds = "";
	version.state = state_of(&version);
	return version;
}

static bool versions_read(
	struct casework *cw, int64_t number, struct criteria_list *list, struct arena *arena, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_CRITERIA_LIST, BINDS(BIND("number", number)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(arena, list->items, list->count);
		list->items[list->count++] = version_read(&rows, arena);
	}
	return rows_done(&rows, err);
}

static void sheets_add(struct criteria_list *list, int64_t number, int sheets)
{
	for (int i = 0; i < list->count; i++)
		if (list->items[i].number == number)
			list->items[i].sheets += sheets;
}

static bool sheets_read(struct casework *cw, struct criteria_list *list, struct error *err)
{
	struct arena arena;
	struct bars bars;
	struct rows rows;

	arena_init(&arena);
	if (!bars_load(cw, &arena, &bars, err) || !store_ask(cw->store, SQL_CRITERIA_SHEETS, BINDS_NONE, &rows, err)) {
		arena_done(&arena);
		return false;
	}
	while (rows_next(&rows)) {
		int64_t number = rows_number(&rows, "number"), application = rows_number(&rows, "application"),
			round = rows_number(&rows, "round");
		int sheets = (int)rows_number(&rows, "sheets");

		if (!bars_hold(&bars, application, round))
			sheets_add(list, number, sheets);
	}
	arena_done(&arena);
	return rows_done(&rows, err);
}

/* Those who prepare the criteria see them, also who sees no case. */
static bool criteria_may_see(struct casework *cw, struct error *err)
{
	return access_allows(access_roles(cw), RIGHT_CRITERIA_DRAFT, RELATION_NONE, NULL) ||
	       may(cw, RIGHT_SEE, RELATION_NONE, err);
}

bool criteria_list_load(struct casework *cw, struct criteria_list *out, struct error *err)
{
	struct criteria_list list = {0};

	if (!criteria_may_see(cw, err))
		return false;
	arena_init(&list.arena);
	if (!versions_read(cw, 0, &list, &list.arena, err) || !sheets_read(cw, &list, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void criteria_list_done(struct criteria_list *list)
{
	if (list)
		arena_done(&list->arena);
}

/* ---- one version whole */

static struct criterion criterion_read(struct rows *rows, struct arena *arena)
{
	static const char *const steps[5][2] = {{"step0_en", "step0_sv"}, {"step1_en", "step1_sv"},
		{"step2_en", "step2_sv"}, {"step3_en", "step3_sv"}, {"step4_en", "step4_sv"}};
	struct criterion criterion = {
		.version = rows_number(rows, "version"),
		.id = rows_text(rows, "id", arena),
		.trace = rows_text(rows, "trace", arena),
		.sort = (int)rows_number(rows, "sort"),
		.weight = (int)rows_number(rows, "weight"),
		.bonus = rows_bool(rows, "bonus"),
		.name = {rows_text(rows, "name_en", arena), rows_text(rows, "name_sv", arena)},
	};

	for (int i = 0; i < 5; i++)
		for (int language = 0; language < 2; language++)
			criterion.step[i][language] = rows_text(rows, steps[i][language], arena);
	return criterion;
}

static bool rows_read(struct casework *cw, struct criteria *criteria, struct error *err)
{
	struct rows rows;

	if (!store_ask(cw->store, SQL_CRITERIA_ROWS, BINDS(BIND("number", criteria->head.number)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		GROW(&criteria->arena, criteria->items, criteria->count);
		criteria->items[criteria->count++] = criterion_read(&rows, &criteria->arena);
	}
	return rows_done(&rows, err);
}

static bool head_read(struct casework *cw, int64_t number, struct criteria *criteria, struct error *err)
{
	struct criteria_list list = {0};

	if (!versions_read(cw, number, &list, &criteria->arena, err) || !sheets_read(cw, &list, err))
		return false;
	if (number < 1 || list.count != 1)
		return refuse(err, ERROR_MISSING, _("There is no version %lld of the criteria."), (long long)number);
	criteria->head = list.items[0];
	return true;
}

bool criteria_read(struct casework *cw, int64_t number, struct criteria *out, struct error *err)
{
	struct criteria criteria = {0};

	arena_init(&criteria.arena);
	if (!head_read(cw, number, &criteria, err) || !rows_read(cw, &criteria, err)) {
		arena_done(&criteria.arena);
		return false;
	}
	*out = criteria;
	return true;
}

bool criteria_load(struct casework *cw, int64_t number, struct criteria *out, struct error *err)
{
	return criteria_may_see(cw, err) && criteria_read(cw, number, out, err);
}

void criteria_done(struct criteria *criteria)
{
	if (criteria)
		arena_done(&criteria->arena);
}

const struct criterion *criteria_find(const struct criteria *criteria, const char *id)
{
	for (int i = 0; i < criteria->count; i++)
		if (!strcmp(criteria->items[i].id, id))
			return &criteria->items[i];
	return NULL;
}
