/* What if: see rank_try.h. Its one invariant: a trial of nothing is the ranking itself. */
#include "rank_try.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "rank_inner.h"

/* ---- the wish */

bool rank_try_empty(const struct rank_try *wish)
{
	for (int kind = 0; kind < RANK_LIMITS; kind++) {
		for (int y = 0; y < BUDGET_YEARS; y++) {
			if (wish->set[kind][y])
				return false;
		}
	}
	return !wish->without_count && !wish->amount_count && !wish->down_to;
}

static bool is_without(const struct rank_try *wish, int64_t measure)
{
	for (int i = 0; i < wish->without_count; i++) {
		if (wish->without[i] == measure)
			return true;
	}
	return false;
}

static bool room_left(int count, struct error *err)
{
	return count < RANK_TRY_ROWS ||
	       refuse(err, ERROR_INVALID, _("No more than %d rows can be tried at a time."), RANK_TRY_ROWS);
}

bool rank_try_without(struct rank_try *wish, int64_t measure, struct error *err)
{
	for (int i = 0; i < wish->without_count; i++) {
		if (wish->without[i] == measure) {
			wish->without[i] = wish->without[--wish->without_count];
			return true;
		}
	}
	if (!room_left(wish->without_count, err))
		return false;
	wish->without[wish->without_count++] = measure;
	return true;
}

bool rank_try_amount(struct rank_try *wish, int64_t measure, int year, int64_t ore, struct error *err)
{
	int at = 0;

	while (at < wish->amount_count && (wish->amounts[at].measure != measure || wish->amounts[at].year != year))
		at++;
	if (at == wish->amount_count && !room_left(at, err))
		return false;
	wish->amounts[at] = (struct rank_try_amount){.measure = measure, .ore = ore, .year = year};
	wish->amount_count += at == wish->amount_count;
	return true;
}

bool rank_try_limit(struct rank_try *wish, const char *text, struct error *err)
{
	const char *colon = strchr(text, ':'), *equals = strchr(text, '=');
	enum rank_limit kind;
	char code[32], *end, shown[TEXT_GLIMPSE];
	int64_t ore = MONEY_UNKNOWN;

	text_glimpse(text, shown);
	if (!colon || !equals || equals < colon || colon - text >= (long)sizeof(code))
		return refuse(err, ERROR_INVALID,
			_("'%s' is no limit to try. Write appropriation:2026=188mnkr, commitment:… or round:…"), shown);
	memcpy(code, text, (size_t)(colon - text));
	code[colon - text] = '\0';
	long year = strtol(colon + 1, &end, 10);
	if (!rank_limit_read(code, &kind))
		return refuse(err, ERROR_INVALID,
			_("'%s' is no kind of limit. Write appropriation, commitment or round."), code);
	if (end != equals || year < BUDGET_FIRST || year >= BUDGET_FIRST + BUDGET_YEARS)
		return refuse(err, ERROR_INVALID, _("%.*s is no payment year: grants are paid %d–%d (1 §)."),
			(int)(equals - colon - 1), colon + 1, BUDGET_FIRST, BUDGET_FIRST + BUDGET_YEARS - 1);
	if (strcmp(equals + 1, "-") != 0 && !money_parse(equals + 1, &ore, err))
		return false;
	wish->set[kind][year - BUDGET_FIRST] = true;
	wish->limit[kind][year - BUDGET_FIRST] = ore;
	return true;
}

/* ---- can it be tried? */

static const struct rank_row *row_of(const struct ranking *ranking, int64_t measure)
{
	for (int i = 0; i < ranking->count; i++) {
		if (ranking->items[i].measure == measure)
			return &ranking->items[i];
	}
	return NULL;
}

static bool row_holds(const struct ranking *real, int64_t measure, struct error *err)
{
	const struct rank_row *row = row_of(real, measure);

	if (!row || row->fit == RANK_HIDDEN)
		return refuse(
			err, ERROR_MISSING, _("That measure is not in the ranking, or you may not see its place."));
	if (row->outcome)
		return refuse(err, ERROR_INVALID, _("%d-%d.%d is decided: nothing else is tried of it."),
			row->application_n, row->year, row->n);
	return rank_has_place(row) ||
	       refuse(err, ERROR_INVALID, _("%d-%d.%d has no place yet: it is not in the order that is tried."),
		       row->application_n, row->year, row->n);
}

static bool amount_holds(const struct ranking *real, const struct rank_try_amount *amount, struct error *err)
{
	const struct rank_row *row = row_of(real, amount->measure);
	int64_t sought, proposed[BUDGET_YEARS];
	char a[MONEY_TEXT];

	if (!row_holds(real, amount->measure, err))
		return false;
	if (amount->year < BUDGET_FIRST || amount->year >= BUDGET_FIRST + BUDGET_YEARS)
		return refuse(err, ERROR_INVALID, _("%d is no payment year: grants are paid %d–%d (1 §)."),
			amount->year, BUDGET_FIRST, BUDGET_FIRST + BUDGET_YEARS - 1);
	sought = rank_amount(row->sought, 0);
	memcpy(proposed, row->proposed, sizeof(proposed));
	proposed[amount->year - BUDGET_FIRST] = amount->ore;
	if (amount->ore < 0 || sought == MONEY_UNKNOWN || rank_amount(proposed, 0) == MONEY_UNKNOWN ||
		rank_amount(proposed, 0) > sought)
		return refuse(err, ERROR_INVALID, _("No more than is sought can be tried: %s."),
			money_text(sought, MONEY_KR, words_swedish(), a));
	return true;
}

bool rank_try_holds(const struct ranking *real, const struct rank_try *wish, struct error *err)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (wish->set[RANK_COMMITMENT][y] && BUDGET_FIRST + y <= real->round_year)
			return refuse(err, ERROR_INVALID,
				_("The authority to commit covers years after %d only: it does not bind this round in "
				  "%d."),
				real->round_year, BUDGET_FIRST + y);
	}
	for (int i = 0; i < wish->without_count; i++) {
		if (!row_holds(real, wish->without[i], err))
			return false;
	}
	for (int i = 0; i < wish->amount_count; i++) {
		if (!amount_holds(real, &wish->amounts[i], err))
			return false;
	}
	const struct rank_row *last = wish->down_to ? row_of(real, wish->down_to) : NULL;
	if (!wish->down_to)
		return true;
	if (!last || !rank_has_place(last) || is_without(wish, wish->down_to))
		return refuse(err, ERROR_MISSING, _("The line can be moved only to a measure that has a place."));
	return true;
}

/* ---- trying */

/* A measure that is left out stands where it stood, before the same row as then. */
static void without_put_back(const struct ranking *real, struct rank_row *rows, int count)
{
	for (int i = real->count - 1; i >= 0; i--) {
		int from = 0, to = 0;
		while (from < count && rows[from].measure != real->items[i].measure)
			from++;
		if (rows[from].fit != RANK_WITHOUT)
			continue;
		struct rank_row row = rows[from];
		memmove(&rows[from], &rows[from + 1], (size_t)(count - from - 1) * sizeof(*rows));
		while (i + 1 < real->count && to < count - 1 && rows[to].measure != real->items[i + 1].measure)
			to++;
		if (i + 1 == real->count)
			to = count - 1;
		memmove(&rows[to + 1], &rows[to], (size_t)(count - 1 - to) * sizeof(*rows));
		rows[to] = row;
	}
}

static void rows_try(const struct ranking *real, const struct rank_try *wish, struct rank_row *rows)
{
	for (int i = 0; i < real->count; i++) {
		rows[i] = real->items[i];
		if (is_without(wish, rows[i].measure))
			rows[i].fit = RANK_WITHOUT;
		for (int j = 0; j < wish->amount_count; j++) {
			if (wish->amounts[j].measure == rows[i].measure)
				rows[i].proposed[wish->amounts[j].year - BUDGET_FIRST] = wish->amounts[j].ore;
		}
		if (rows[i].moved && !real->locked_at)
			rows[i].place = rows[i].wanted;
	}
	if (real->locked_at || !wish->without_count)
		return;
	rank_by_points(rows, real->count);
	rank_insert_moved(rows, real->count);
	without_put_back(real, rows, real->count);
}

static void limits_try(const struct rank_try *wish, struct budget *left)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		struct budget_year *year = &left->years[y];
		int64_t *limits[RANK_LIMITS] = {&year->appropriation, &year->commitment, &year->round};
		for (int kind = 0; kind < RANK_LIMITS; kind++) {
			if (wish->set[kind][y])
				*limits[kind] = wish->limit[kind][y];
		}
	}
}

/* What the rows down to the one at `last` take of a year, and what is granted further down; 0 when they ask nothing. */
static int64_t needs_of(const struct ranking *as, int last, int y)
{
	int64_t asked = 0, granted = 0;

	for (int i = 0; i < as->count; i++) {
		const struct rank_row *row = &as->items[i];
		if (!rank_has_place(row) || rank_is_skipped(row) || row->proposed_ore == MONEY_UNKNOWN)
			continue;
		if (i <= last)
			asked += row->proposed[y];
		else if (row->outcome)
			granted += row->proposed[y];
	}
	return asked > 0 ? asked + granted : 0;
}

static void line_move(struct rank_trial *trial, int last)
{
	struct ranking *as = &trial->as;

	for (int y = 0; y < BUDGET_YEARS; y++) {
		struct budget_year *year = &as->left.years[y];
		int64_t *limits[RANK_LIMITS] = {&year->appropriation, &year->commitment, &year->round};
		int64_t needs = needs_of(as, last, y);
		if (as->year && as->year != BUDGET_FIRST + y)
			continue;
		for (int kind = 0; kind < RANK_LIMITS; kind++) {
			int64_t leaves = rank_room(year, kind);
			if (needs == 0 || leaves == MONEY_UNKNOWN || leaves >= needs)
				continue;
			trial->needs[trial->need_count++] = (struct rank_need){.year = BUDGET_FIRST + y,
				.kind = (enum rank_limit)kind,
				.leaves = leaves,
				.needs = needs,
				.missing = needs - leaves};
			*limits[kind] += needs - leaves;
		}
	}
}

static void compare(const struct ranking *real, struct rank_trial *trial)
{
	struct ranking *as = &trial->as;

	trial->more_ore = as->proposed_ore - real->proposed_ore;
	for (int i = 0; i < as->count; i++) {
		const struct rank_row *row = &as->items[i], *old = row_of(real, row->measure);
		struct rank_trial_row *beside = &trial->rows[i];
		*beside =
			(struct rank_trial_row){.was = old->fit, .was_place = old->place, .was_ore = old->proposed_ore};
		beside->changed = row->fit != old->fit || row->fits_ore != old->fits_ore ||
				  memcmp(row->proposed, old->proposed, sizeof(row->proposed)) != 0;
		trial->changed += beside->changed;
		trial->fell_in += row->fit == RANK_INSIDE && old->fit != RANK_INSIDE;
		trial->fell_out += row->fit != RANK_INSIDE && old->fit == RANK_INSIDE;
		for (int y = 0; y < BUDGET_YEARS; y++) {
			if (as->year && as->year != BUDGET_FIRST + y)
				continue;
			trial->more_years[y] += row->fit == RANK_INSIDE ? row->proposed[y] : 0;
			trial->more_years[y] -= old->fit == RANK_INSIDE ? old->proposed[y] : 0;
		}
	}
}

void rank_try(const struct ranking *real, const struct rank_try *wish, struct rank_trial *out)
{
	struct budget left = real->left;

	*out = (struct rank_trial){.as = *real};
	arena_init(&out->as.arena);
	out->as.items = arena_take(&out->as.arena, ((size_t)real->count + 1) * sizeof(*out->as.items));
	out->rows = arena_take(&out->as.arena, ((size_t)real->count + 1) * sizeof(*out->rows));
	rows_try(real, wish, out->as.items);
	limits_try(wish, &left);
	rank_fill(&out->as, &left);
	for (int i = 0; wish->down_to && i < out->as.count; i++) {
		if (out->as.items[i].measure != wish->down_to)
			continue;
		line_move(out, i);
		rank_fill(&out->as, &out->as.left);
	}
	compare(real, out);
}

void rank_trial_done(struct rank_trial *trial)
{
	if (trial)
		arena_done(&trial->as.arena);
}

/* ---- if the line moved */

const struct rank_row *rank_first_below(const struct ranking *ranking)
{
	for (int i = ranking->line; i < ranking->count; i++) {
		if (ranking->items[i].breaks_kind)
			return &ranking->items[i];
	}
	return NULL;
}

int rank_fit_beside(const struct ranking *ranking, const struct rank_row **out, int room)
{
	const struct rank_row *first = rank_first_below(ranking);
	int count = 0;

	for (int i = ranking->line; first && !first->outcome && i < ranking->count; i++) {
		const struct rank_row *row = &ranking->items[i];
		if (row == first || (row->fit != RANK_OUTSIDE && row->fit != RANK_PARTLY) || row->outcome)
			continue;
		struct rank_row *rows = memory_take((size_t)ranking->count * sizeof(*rows));
		struct ranking as = *ranking;
		as.items = rows;
		memcpy(rows, ranking->items, (size_t)ranking->count * sizeof(*rows));
		for (int j = 0; j < as.count; j++) { /* all that is neither above the line nor this one is skipped */
			if (j != i && rows[j].breaks_kind && !rows[j].outcome)
				rows[j].skip_reason = "";
		}
		rank_fill(&as, &ranking->left);
		if (rows[i].fit == RANK_INSIDE && count < room)
			out[count] = row;
		count += rows[i].fit == RANK_INSIDE;
		free(rows);
	}
	return count;
}

/* ---- kinds of limits */

static const char *const kind_codes[RANK_LIMITS] = {
	[RANK_APPROPRIATION] = "appropriation", [RANK_COMMITMENT] = "commitment", [RANK_ROUND] = "round"};

const char *rank_limit_code(enum rank_limit kind)
{
	return kind_codes[kind];
}

bool rank_limit_read(const char *code, enum rank_limit *out)
{
	static const char *const also[RANK_LIMITS] = {"anslag", "bemyndigande", "omgång"};

	for (int i = 0; i < RANK_LIMITS; i++) {
		if (!strcmp(code, kind_codes[i]) || !strcmp(code, also[i])) {
			*out = (enum rank_limit)i;
			return true;
		}
	}
	return false;
}
