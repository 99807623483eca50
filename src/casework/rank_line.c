/* Money added up from the top of a ranking, and the line where a limit stops it. Its one invariant: what stands above
 * the line fits in every limit that is tested, together with what is granted further down. Pure. */
#include "rank_inner.h"

enum { KIND_APPROPRIATION, KIND_COMMITMENT, KIND_ROUND, KINDS };
static const char *const kind_codes[KINDS] = {"appropriation", "commitment", "round"};

/* A year's tightest limit, and how far the list has come in it. */
struct line_year {
	int64_t room; /* what is left for the list; MONEY_UNKNOWN: no limit, or a year not looked at */
	int kind;
	int64_t used;  /* by the rows so far above the line */
	int64_t ahead; /* granted to rows further down */
	bool asked;    /* a row with a place asks for money here */
};
struct line {
	struct ranking *ranking;
	struct line_year years[BUDGET_YEARS];
	int64_t running;  /* all known amounts so far */
	int broken, kind; /* the year (index) and limit that stopped it; broken -1: none yet */
};

/* Amounts are bounded (MONEY_MOST) and an office is small: an overflow is a mistake in the program. */
static int64_t ore_sum(int64_t a, int64_t b)
{
	int64_t sum = 0;
	bool fits = money_add(a, b, &sum);
	assert(fits);
	return sum;
}

static bool year_is_chosen(int index, int year)
{
	return year == 0 || year == BUDGET_FIRST + index;
}

int64_t rank_amount(const int64_t years[BUDGET_YEARS], int year)
{
	int64_t sum = 0;
	for (int i = 0; i < BUDGET_YEARS; i++) {
		if (!year_is_chosen(i, year))
			continue;
		if (years[i] == MONEY_UNKNOWN)
			return MONEY_UNKNOWN;
		sum = ore_sum(sum, years[i]);
	}
	return sum;
}

static int64_t room_of(int64_t limit, int64_t more, int64_t taken)
{
	if (limit == MONEY_UNKNOWN)
		return MONEY_UNKNOWN;
	return ore_sum(more == MONEY_UNKNOWN ? limit : ore_sum(limit, more), -taken);
}

int64_t rank_room(const struct budget_year *year, int kind)
{
	switch (kind) {
	case KIND_APPROPRIATION: return room_of(year->appropriation, year->carried, year->decided);
	case KIND_COMMITMENT: return room_of(year->commitment, MONEY_UNKNOWN, year->committed);
	default: return room_of(year->round, MONEY_UNKNOWN, year->decided_round);
	}
}

static void line_tighten(struct line_year *year, int kind, int64_t room)
{
	if (room == MONEY_UNKNOWN || (year->room != MONEY_UNKNOWN && year->room <= room))
		return;
	year->room = room;
	year->kind = kind;
}

bool rank_is_skipped(const struct rank_row *row)
{
	return row->skip_reason && !row->outcome;
}

static void line_init(struct line *line, struct ranking *ranking, const struct budget *left)
{
	*line = (struct line){.ranking = ranking, .broken = -1};
	for (int i = 0; i < BUDGET_YEARS; i++) {
		const struct budget_year *from = &left->years[i];
		struct line_year *year = &line->years[i];
		year->room = MONEY_UNKNOWN;
		if (!year_is_chosen(i, ranking->year))
			continue;
		for (int kind = 0; kind < KINDS; kind++)
			line_tighten(year, kind, rank_room(from, kind));
	}
}

/* What the rows ask for, and what is granted among them, before the adding begins. */
static void line_look(struct line *line)
{
	struct ranking *ranking = line->ranking;
	for (int i = 0; i < ranking->count; i++) {
		struct rank_row *row = &ranking->items[i];
		row->sought_ore = rank_amount(row->sought, ranking->year);
		row->proposed_ore = rank_amount(row->proposed, ranking->year);
		if (!rank_has_place(row) || row->proposed_ore == MONEY_UNKNOWN || rank_is_skipped(row))
			continue;
		for (int y = 0; y < BUDGET_YEARS; y++) {
			if (!year_is_chosen(y, ranking->year) || row->proposed[y] == 0)
				continue;
			line->years[y].asked = true;
			if (row->outcome)
				line->years[y].ahead = ore_sum(line->years[y].ahead, row->proposed[y]);
		}
	}
}

/* What was granted to the row itself: it is ahead until the line has passed the row. */
static int64_t row_granted(const struct rank_row *row, int y)
{
	return row->outcome ? row->proposed[y] : 0;
}

/* What the year still holds for a row that stands next. */
static int64_t line_holds(const struct line_year *year, int64_t granted)
{
	int64_t taken = ore_sum(year->used, ore_sum(year->ahead, -granted));
	int64_t holds = ore_sum(year->room, -taken);
	return holds > 0 ? holds : 0;
}

/* How much of the row fits; the first year that stops it is kept in the line. */
static int64_t line_test(struct line *line, const struct rank_row *row)
{
	int64_t fits = 0;
	for (int y = 0; y < BUDGET_YEARS; y++) {
		const struct line_year *year = &line->years[y];
		int64_t part = row->proposed[y];
		if (!year_is_chosen(y, line->ranking->year) || part == 0)
			continue;
		int64_t holds = year->room == MONEY_UNKNOWN ? part : line_holds(year, row_granted(row, y));
		if (holds < part && line->broken < 0) {
			line->broken = y;
			line->kind = year->kind;
		}
		fits = ore_sum(fits, holds < part ? holds : part);
	}
	return fits;
}

static void line_take(struct line *line, const struct rank_row *row)
{
	for (int y = 0; y < BUDGET_YEARS; y++) {
		struct line_year *year = &line->years[y];
		if (!year_is_chosen(y, line->ranking->year))
			continue;
		year->used = ore_sum(year->used, row->proposed[y]);
		year->ahead = ore_sum(year->ahead, -row_granted(row, y));
	}
	line->ranking->proposed_ore = ore_sum(line->ranking->proposed_ore, row->proposed_ore);
}

/* Less than makes sense is nothing. What years that are not looked at hold is taken for granted. */
static bool part_makes_sense(const struct rank_row *row)
{
	int64_t all = rank_amount(row->proposed, 0);

	if (row->fits_ore == 0 || row->outcome || all == MONEY_UNKNOWN)
		return row->fits_ore > 0;
	return ore_sum(all, row->fits_ore - row->proposed_ore) >= row->least_ore;
}

static void line_row(struct line *line, struct rank_row *row, int index)
{
	bool before = line->broken < 0;
	if (before)
		row->fits_ore = line_test(line, row);
	if (line->broken < 0) {
		row->fit = RANK_INSIDE;
		line_take(line, row);
		line->ranking->line = index + 1;
		line->ranking->inside++;
		return;
	}
	row->fit = before && part_makes_sense(row) ? RANK_PARTLY : RANK_OUTSIDE;
	row->breaks_year = BUDGET_FIRST + line->broken;
	row->breaks_kind = kind_codes[line->kind];
}

/* A row without a place has a sum of nothing. */
static void row_clear(struct rank_row *row)
{
	row->place = 0;
	row->total_ore = MONEY_UNKNOWN;
	row->fits_ore = 0;
	row->breaks_year = 0;
	row->breaks_kind = NULL;
}

static void line_rows(struct line *line)
{
	struct ranking *ranking = line->ranking;
	for (int i = 0; i < ranking->count; i++) {
		struct rank_row *row = &ranking->items[i];
		row_clear(row);
		if (!rank_has_place(row)) {
			ranking->hidden += row->fit == RANK_HIDDEN;
			continue;
		}
		row->place = ++ranking->placed;
		if (row->proposed_ore == MONEY_UNKNOWN) {
			row->fit = RANK_UNKNOWN;
			ranking->unknown++;
		} else if (rank_is_skipped(row)) {
			row->fit = RANK_SKIPPED;
			ranking->skipped++;
		} else {
			line->running = ore_sum(line->running, row->proposed_ore);
			line_row(line, row, i);
		}
		row->total_ore = line->running;
	}
}

static void line_add_left(struct line *line, int y)
{
	struct ranking *ranking = line->ranking;
	const struct line_year *year = &line->years[y];
	int64_t left = ore_sum(year->room, -year->ahead);
	ranking->left_ore = ranking->left_ore == MONEY_UNKNOWN ? left : ore_sum(ranking->left_ore, left);
	ranking->used_ore = ore_sum(ranking->used_ore, year->used);
}

static void line_end(struct line *line)
{
	struct ranking *ranking = line->ranking;
	for (int y = 0; y < BUDGET_YEARS; y++) {
		ranking->room[y] = line->years[y].room;
		ranking->room_kind[y] = ranking->room[y] == MONEY_UNKNOWN ? NULL : kind_codes[line->years[y].kind];
	}
	if (line->broken >= 0) {
		ranking->binding_kind = kind_codes[line->kind];
		ranking->binding_year = BUDGET_FIRST + line->broken;
		line_add_left(line, line->broken);
		return;
	}
	for (int y = 0; y < BUDGET_YEARS; y++) {
		if (line->years[y].asked && line->years[y].room != MONEY_UNKNOWN)
			line_add_left(line, y);
	}
}

void rank_fill(struct ranking *ranking, const struct budget *left)
{
	struct line line;
	ranking->placed = ranking->line = ranking->hidden = ranking->unknown = 0;
	ranking->inside = ranking->skipped = 0;
	if (left != &ranking->left)
		ranking->left = *left;
	ranking->proposed_ore = ranking->used_ore = 0;
	ranking->left_ore = MONEY_UNKNOWN;
	ranking->binding_kind = NULL;
	ranking->binding_year = 0;
	line_init(&line, ranking, left);
	line_look(&line);
	line_rows(&line);
	line_end(&line);
}
