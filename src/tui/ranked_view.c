/* The ranking on the screen: the table with its line, and what is said of the row in focus. Invariant: what the
 * snapshot hides is drawn as hidden, and every sum drawn is the snapshot's own. */
#include "tui/ranked.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/decision.h"

/* ---- rows */

bool ranked_is_line(const struct ranked *ranked, long row)
{
	return ranked->ranking.placed && row == ranked->ranking.line;
}

const struct rank_row *ranked_row(const struct ranked *ranked, long row)
{
	const struct ranking *ranking = &ranked->ranking;
	long at = ranking->placed && row > ranking->line ? row - 1 : row;

	return row < 0 || at >= ranking->count || ranked_is_line(ranked, row) ? NULL : &ranking->items[at];
}

const struct rank_row *ranked_focus(const struct ranked *ranked)
{
	return ranked_row(ranked, listing_focus(&ranked->listing));
}

const struct rank_row *ranked_row_of(const struct ranked *ranked, int64_t measure)
{
	for (int i = 0; i < ranked->ranking.count; i++)
		if (ranked->ranking.items[i].measure == measure)
			return &ranked->ranking.items[i];
	return NULL;
}

const char *ranked_name(const struct ranked *ranked, const struct rank_row *row, char out[RANKED_NAME])
{
	char number[DESK_NUMBER];

	desk_measure(ranked->desk, row->year, row->application_n, row->n, number);
	snprintf(out, RANKED_NAME, "%s %s", number, row->lead_short);
	return out;
}

static void region_say(const struct rank_row *row, char out[LISTING_TEXT])
{
	if (row->participants < 2)
		snprintf(out, LISTING_TEXT, "%s", row->lead_short);
	else
		snprintf(out, LISTING_TEXT, _("%s and others (%d)"), row->lead_short, row->participants);
}

/* ---- cells */

enum {
	PLACE,
	SHIFT,
	NUMBER,
	REGION,
	TITLE,
	POINTS,
	SHARE,
	SOUGHT,
	YEARS,
	PROPOSED = YEARS + BUDGET_YEARS,
	TOTAL,
	FIT,
	NOTES
};
enum { SHOWN = NOTES + 2 };
static const struct column columns[] = {
	{.head = N_("Place"), .width = 5, .least = 2, .right = true},
	{.head = N_("Moved"), .width = 5, .rank = 3},
	{.head = N_("No"), .width = 6, .least = 4, .right = true},
	{.head = N_("Region"), .width = 22, .least = 6},
	{.head = N_("Measure"), .width = 40, .least = 8, .rank = 2},
	{.head = N_("Points"), .width = 8, .least = 5, .rank = 4, .right = true},
	{.head = N_("In %"), .width = 4, .least = 4, .rank = 4, .right = true},
	{.head = N_("Sought"), .width = 8, .least = 6, .rank = 3, .right = true},
	{.head = "2025", .width = 7, .least = 5, .rank = 3, .right = true},
	{.head = "2026", .width = 7, .least = 5, .rank = 3, .right = true},
	{.head = "2027", .width = 7, .least = 5, .rank = 3, .right = true},
	{.head = "2028", .width = 7, .least = 5, .rank = 3, .right = true},
	{.head = "2029", .width = 7, .least = 5, .rank = 3, .right = true},
	{.head = "2030", .width = 7, .least = 5, .rank = 3, .right = true},
	{.head = N_("Proposed"), .width = 8, .least = 7, .right = true},
	{.head = N_("Sum"), .width = 8, .least = 8, .rank = 5, .right = true},
	{.head = N_("Limit"), .width = 14, .least = 7},
	{.head = N_("Reason, flags"), .width = 60, .least = 24, .rank = 1},
	{.head = NULL},
};

static long ranked_count(const void *rows)
{
	const struct ranking *ranking = &((const struct ranked *)rows)->ranking;

	return ranking->count + (ranking->placed > 0);
}

static int64_t ranked_id(const void *rows, long row)
{
	const struct rank_row *item = ranked_row(rows, row);

	return item ? item->measure : 0;
}

static void shift_say(const struct ranking *ranking, const struct rank_row *row, char out[LISTING_TEXT])
{
	int shift = rank_shift(ranking, row);

	if (shift)
		snprintf(out, LISTING_TEXT, "%+d%s", shift, row->moved ? _("r") : "");
	else if (row->moved)
		snprintf(out, LISTING_TEXT, "%s", _("r"));
}

/* While sheets are awaited, how much of them is said; then how many criteria anybody has given a step. */
static void points_say(const struct rank_row *row, int cells, char out[LISTING_TEXT])
{
	bool all_in = row->assessors > 0 && row->submitted == row->assessors;
	int scored = all_in ? row->criteria - row->missing : row->criteria_scored;
	int wanted = all_in ? row->criteria : row->criteria_wanted;

	if (row->fit == RANK_HIDDEN)
		snprintf(out, LISTING_TEXT, "%s", _("hidden"));
	else if (row->points_100 >= 0)
		snprintf(out, LISTING_TEXT, "%d", row->points_100);
	else
		snprintf(out, LISTING_TEXT, _("%d of %d"), scored, wanted);
	if (text_width(out) > cells)
		snprintf(out, LISTING_TEXT, "%d/%d", scored, wanted);
}

/* The word, or a shorter one where it does not fit. */
static void fit_say(const struct rank_row *row, int cells, char out[LISTING_TEXT])
{
	const char *word = rank_fit_word(row->fit);
	struct arena arena;

	if (rank_too_little(row)) {
		arena_init(&arena);
		snprintf(out, LISTING_TEXT, "%s", rank_least_text(&arena, row));
		arena_done(&arena);
		if (text_width(out) <= cells)
			return;
	}

	if (text_width(word) > cells && row->fit == RANK_PARTLY)
		word = _("partly");
	else if (text_width(word) > cells && row->fit == RANK_SKIPPED)
		word = _("passed");
	else if (text_width(word) > cells && row->fit == RANK_WITHOUT)
		word = _("left out");
	else if (text_width(word) > cells && (row->fit == RANK_NO_PLACE || row->fit == RANK_UNKNOWN))
		word = "-";
	snprintf(out, LISTING_TEXT, "%s", word);
}

static void joined_add(struct buffer *to, const char *text)
{
	buffer_format(to, "%s%s", to->bytes ? "; " : "", text);
}

/* Reason and flags in words: what the chair said, zeros, control points, what is decided already. */
static void notes_say(const struct ranked *ranked, const struct rank_row *row, char out[LISTING_TEXT])
{
	struct buffer notes;
	char bad[64];

	buffer_init(&notes);
	if (row->reason[0])
		joined_add(&notes, row->reason);
	if (row->skip_reason)
		joined_add(&notes, row->skip_reason);
	if (row->outcome)
		joined_add(&notes, decision_outcome_name(&ranked->desk->programme, row->outcome, row->decision_kind));
	if (row->zero_flag && row->fit != RANK_HIDDEN)
		joined_add(&notes, _("0 on a criterion"));
	snprintf(bad, sizeof bad,
		ngettext("%d control point open", "%d control points open", (unsigned long)row->gates_bad),
		row->gates_bad);
	if (row->gates_bad)
		joined_add(&notes, bad);
	snprintf(out, LISTING_TEXT, "%.*s", (int)text_fit(notes.text, LISTING_TEXT / 4, NULL), notes.text);
	buffer_done(&notes);
}

/* Empty until it is worked out, and for what is not weighed. */
static void share_say(const struct ranked *ranked, const struct rank_row *row, char out[LISTING_TEXT])
{
	int per_cent = ranked->firm && !ranked->trying ? firmness_per_cent(ranked->firm, row->measure) : -1;

	if (per_cent >= 0)
		snprintf(out, LISTING_TEXT, "%d", per_cent);
}

/* Which columns there are room and use for: each payment year that is asked for where all are looked at, the sought sum
 * where the screen is wide; reasons give way to the years. Answers how many. */
static int columns_choose(const struct ranked *ranked, int out[SHOWN])
{
	bool wide = ranked->pane->columns >= RANKED_WIDE, notes = wide && (ranked->year || !ranked->years_asked);
	int count = 0;

	for (int id = 0; id <= NOTES; id++) {
		bool year = id >= YEARS && id < YEARS + BUDGET_YEARS;
		if ((year && (!wide || ranked->year || !ranked->asked[id - YEARS])) || (id == SOUGHT && !wide) ||
			(id == NOTES && !notes && ranked->pane->columns < RANKED_WIDEST))
			continue;
		out[count++] = id;
	}
	return count;
}

static int column_id(const struct ranked *ranked, int column)
{
	int ids[SHOWN];

	return column >= 0 && column < columns_choose(ranked, ids) ? ids[column] : -1;
}

static void ranked_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct ranked *ranked = rows;
	const struct rank_row *row = ranked_row(ranked, at);
	char number[DESK_NUMBER];
	int id = column_id(ranked, column);

	out[0] = '\0';
	if (id >= YEARS && id < YEARS + BUDGET_YEARS) {
		if (row->proposed[id - YEARS])
			desk_tkr(ranked->desk, row->proposed[id - YEARS], cells, out, LISTING_TEXT);
		return;
	}
	switch (id) {
	case PLACE:
		if (row->place)
			snprintf(out, LISTING_TEXT, "%d", row->place);
		break;
	case SHIFT: shift_say(&ranked->ranking, row, out); break;
	case NUMBER:
		snprintf(out, LISTING_TEXT, "%s",
			desk_measure(ranked->desk, row->year, row->application_n, row->n, number));
		break;
	case REGION: region_say(row, out); break;
	case TITLE: snprintf(out, LISTING_TEXT, "%s", row->title); break;
	case POINTS: points_say(row, cells, out); break;
	case SHARE: share_say(ranked, row, out); break;
	case SOUGHT: desk_tkr(ranked->desk, row->sought_ore, cells, out, LISTING_TEXT); break;
	case PROPOSED: desk_tkr(ranked->desk, row->proposed_ore, cells, out, LISTING_TEXT); break;
	case TOTAL:
		if (row->place)
			desk_tkr(ranked->desk, row->total_ore, cells, out, LISTING_TEXT);
		break;
	case FIT: fit_say(row, cells, out); break;
	case NOTES: notes_say(ranked, row, out); break;
	}
}

/* "*": a trial changes the row. */
static char ranked_marked(const void *rows, long at)
{
	const struct rank_trial_row *beside = ranked_trial_row(rows, ranked_row(rows, at));

	return beside && beside->changed ? '*' : ' ';
}

static char ranked_flag(const void *rows, long at)
{
	const struct rank_row *row = ranked_row(rows, at);

	if (row->barred)
		return '=';
	return row->gates_bad || (row->zero_flag && row->fit != RANK_HIDDEN) ? '!' : ' ';
}

/* Says less where there is less room, for numbers are never cut: 0 most, 2 least. */
enum { LINE_SHORTEST = 2 };
static void line_shorter(const struct ranked *ranked, int how, char out[LISTING_TEXT])
{
	const struct ranking *ranking = &ranked->ranking;
	char left[MONEY_TEXT], used[MONEY_TEXT], rest[MONEY_TEXT];
	bool swedish = ranked->desk->swedish;
	const char *limit;
	struct arena arena;

	arena_init(&arena);
	limit = ranking->binding_kind ? rank_breaks_text(&arena, ranking->binding_kind, ranking->binding_year)
				      : _("all fits");
	money_text(ranking->left_ore, MONEY_TKR, swedish, left);
	money_text(ranking->used_ore, MONEY_TKR, swedish, used);
	money_text(ranking->left_ore - ranking->used_ore, MONEY_TKR, swedish, rest);
	if (ranking->left_ore == MONEY_UNKNOWN)
		snprintf(out, LISTING_TEXT, "%s", _("no limit is set"));
	else if (how == 0)
		snprintf(out, LISTING_TEXT, _("%s: %s ── proposed %s ── remaining %s"), limit, left, used, rest);
	else if (how == 1)
		snprintf(out, LISTING_TEXT, _("%s: %s ── remaining %s"), limit, left, rest);
	else
		snprintf(out, LISTING_TEXT, _("limit %s ── remaining %s"), left, rest);
	arena_done(&arena);
}

static bool ranked_line(const void *rows, long row, char out[LISTING_TEXT])
{
	const struct ranked *ranked = rows;
	int cells = ranked->pane->columns - 4;
	struct arena arena;

	if (!ranked_is_line(ranked, row))
		return false;
	arena_init(&arena);
	snprintf(out, LISTING_TEXT, "%s", rank_line_text(&arena, &ranked->ranking));
	arena_done(&arena);
	for (int how = 0; how <= LINE_SHORTEST && text_width(out) > cells; how++)
		line_shorter(ranked, how, out);
	return true;
}

static unsigned ranked_style(const void *rows, long at, int column)
{
	const struct rank_row *row = ranked_row(rows, at);

	if (column_id(rows, column) != FIT)
		return STYLE_PLAIN;
	return row->fit == RANK_INSIDE ? STYLE_GOOD : row->fit == RANK_OUTSIDE ? STYLE_BAD : STYLE_NOTE;
}

static void ranked_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct ranked *ranked = rows;

	snprintf(out, LISTING_TEXT, _("There are no measures in round %s yet."), ranked->desk->round_name);
}

const struct listing_kind ranked_table = {
	.columns = columns,
	.count = ranked_count,
	.id = ranked_id,
	.text = ranked_text,
	.flag = ranked_flag,
	.line = ranked_line,
	.style = ranked_style,
	.empty = ranked_empty,
};

/* ---- all of it */

static int least(int cells, int wanted)
{
	return cells > wanted ? cells : wanted;
}

static void column_widen(struct column *column, const struct ranked *ranked, int64_t ore)
{
	char text[LISTING_TEXT];

	desk_tkr(ranked->desk, ore, LISTING_TEXT, text, sizeof text);
	column->least = least(column->least, text_width(text));
	column->width = least(column->width, column->least);
}

/* Numbers are never cut: their columns are as wide as the widest of them. */
static void columns_widen(const struct ranked *ranked, struct column all[SHOWN])
{
	const struct ranking *ranking = &ranked->ranking;
	char number[DESK_NUMBER];

	for (int i = 0; i < ranking->count; i++) {
		const struct rank_row *row = &ranking->items[i];

		desk_measure(ranked->desk, row->year, row->application_n, row->n, number);
		all[NUMBER].least = least(all[NUMBER].least, text_width(number));
		column_widen(&all[SOUGHT], ranked, row->sought_ore);
		column_widen(&all[PROPOSED], ranked, row->proposed_ore);
		column_widen(&all[TOTAL], ranked, row->place ? row->total_ore : 0);
		for (int y = 0; y < BUDGET_YEARS; y++)
			column_widen(&all[YEARS + y], ranked, row->proposed[y]);
	}
	all[NUMBER].width = least(all[NUMBER].width, all[NUMBER].least);
	all[POINTS].width = least(all[POINTS].width, all[POINTS].least);
}

static void columns_fit(const struct ranked *ranked, int width, struct column out[LISTING_COLUMNS])
{
	struct column all[SHOWN];
	int ids[SHOWN], count = columns_choose(ranked, ids);

	memcpy(all, columns, sizeof all);
	if (width < RANKED_WIDE) {
		all[REGION].width = 15;
		all[FIT].width = all[FIT].least;
		all[PLACE].width = all[PLACE].least;
		all[POINTS].width = all[POINTS].least;
	}
	if (width >= RANKED_NARROW)
		all[PLACE].least = text_width(_(columns[PLACE].head));
	columns_widen(ranked, all);
	for (int i = 0; i < count; i++)
		out[i] = all[ids[i]];
	out[count] = (struct column){.head = NULL};
}

void ranked_draw(const struct pane *pane, struct area area)
{
	const struct ranked *ranked = pane->state;
	int foot = ranked_foot(ranked, area.rows);
	struct listing_kind kind = ranked_table;
	struct column shown[LISTING_COLUMNS];
	struct listing listing = ranked->listing;

	columns_fit(ranked, area.columns, shown);
	kind.columns = shown;
	kind.marked = ranked->trying ? ranked_marked : NULL;
	listing.kind = &kind;
	listing_draw(&listing, area_part(area, 0, 0, area.rows - foot, area.columns));
	if (foot)
		ranked_foot_draw(ranked, area_part(area, area.rows - foot, 0, foot, area.columns));
}

/* ---- the title */

static void head_narrow(const struct ranked *ranked, struct head *head)
{
	char left[MONEY_TEXT];

	snprintf(head->left, sizeof head->left, "%s",
		ranked->trying ? _("Ranking · TRIAL · SEK '000") : _("Ranking · SEK '000"));
	if (ranked->ranking.left_ore != MONEY_UNKNOWN && ranked->ranking.round)
		snprintf(head->middle, sizeof head->middle, _("left %s"),
			money_text(ranked->ranking.left_ore, MONEY_TKR, ranked->desk->swedish, left));
}

void ranked_head(const struct pane *pane, struct head *head)
{
	const struct ranked *ranked = pane->state;
	const struct ranking *ranking = &ranked->ranking;
	char year[32], state[64] = "", hidden[64] = "";

	if (pane->columns < RANKED_NARROW) {
		head_narrow(ranked, head);
		return;
	}
	snprintf(year, sizeof year, "%d", ranked->year);
	snprintf(head->left, sizeof head->left,
		ranked->trying ? _("Ranking · TRIAL · round %s") : _("Ranking · round %s"), ranked->desk->round_name);
	if (ranking->proposal)
		snprintf(head->middle, sizeof head->middle,
			ranking->saved       ? _("proposal %d, saved · %s · SEK '000")
			: ranking->locked_at ? _("proposal %d, locked · %s · SEK '000")
					     : _("proposal %d · %s · SEK '000"),
			ranking->n, ranked->year ? year : _("all years"));
	else
		snprintf(head->middle, sizeof head->middle, _("by points · %s · SEK '000"),
			ranked->year ? year : _("all years"));
	if (ranking->locked_at && pane->columns >= RANKED_WIDE)
		snprintf(state, sizeof state, ranking->saved ? _(" · saved %.16s") : _(" · locked %.16s"),
			ranking->locked_at);
	if (ranking->hidden)
		snprintf(hidden, sizeof hidden,
			ngettext(" · %d hidden", " · %d hidden", (unsigned long)ranking->hidden), ranking->hidden);
	snprintf(head->right, sizeof head->right,
		ngettext("%d measure%s%s", "%d measures%s%s", (unsigned long)ranking->count), ranking->count, hidden,
		state);
}
