/* The budget on the screen: a row for each year, with numbers before the bars, and below it the rounds and limits of
 * the year in focus. Invariant: a limit that nobody has set is a dash, never 0. */
#include "tui/budgeted.h"

#include "tui/bar.h"

#include "base/text.h"
#include "base/words.h"

const struct budget_year *budgeted_year(const struct budgeted *budgeted, long row)
{
	return row < BUDGET_YEARS ? &budgeted->budget.years[row] : &budgeted->budget.sum;
}

const struct budget_year *budgeted_focus(const struct budgeted *budgeted)
{
	long at = listing_focus(&budgeted->listing);

	return at < 0 ? NULL : budgeted_year(budgeted, at);
}

/* ---- the years */

#define AMOUNT .width = 9, .right = true
static const struct column bar_columns[] = {
	{.head = N_("Year"), .width = 5},
	{.head = N_("Limit"), AMOUNT},
	{.head = N_("Granted"), AMOUNT},
	{.head = N_("Proposed"), AMOUNT, .rank = 4},
	{.head = N_("Remaining"), AMOUNT},
	{.head = N_("Paid out"), AMOUNT, .rank = 1},
	{.head = N_("Used"), .width = 9, .right = true, .rank = 3},
	{.head = " ", .width = 60, .least = 14, .rank = 2},
	{.head = NULL},
};
static const struct column number_columns[] = {
	{.head = N_("Year"), .width = 5},
	{.head = N_("Appropr."), AMOUNT},
	{.head = N_("Carried"), AMOUNT, .rank = 4},
	{.head = N_("Commitm."), AMOUNT, .rank = 6},
	{.head = N_("Round"), AMOUNT, .rank = 5},
	{.head = N_("Granted"), AMOUNT},
	{.head = N_("Proposed"), AMOUNT, .rank = 7},
	{.head = N_("Planned"), AMOUNT, .rank = 2},
	{.head = N_("Authorised"), .width = 10, .right = true, .rank = 1},
	{.head = N_("Paid out"), AMOUNT, .rank = 3},
	{.head = N_("Remaining"), AMOUNT},
	{.head = N_("Lapsed"), AMOUNT, .rank = 1},
	{.head = NULL},
};

static long budgeted_count(const void *rows)
{
	return ((const struct budgeted *)rows)->read ? BUDGETED_ROWS : 0;
}

static int64_t available_of(const struct budget_year *year)
{
	int64_t sum;

	if (year->appropriation == MONEY_UNKNOWN || year->carried == MONEY_UNKNOWN)
		return year->appropriation;
	return money_add(year->appropriation, year->carried, &sum) ? sum : year->appropriation;
}

static int64_t used_of(const struct budget_year *year)
{
	int64_t sum;

	return money_add(year->decided, year->proposed, &sum) ? sum : year->decided;
}

static void amount_say(const struct budgeted *budgeted, int64_t ore, char out[LISTING_TEXT])
{
	char money[MONEY_TEXT];

	snprintf(out, LISTING_TEXT, "%s",
		ore == MONEY_UNKNOWN ? "-" : money_text(ore, MONEY_MNKR, budgeted->desk->swedish, money));
}

/* What a list proposes above its line says where its measures stand: only for who sees the points. */
static bool sees_proposed(const struct budgeted *budgeted)
{
	return access_allows(budgeted->desk->roles, RIGHT_SEE_POINTS, RELATION_NONE, NULL);
}

static void proposed_say(const struct budgeted *budgeted, int64_t ore, char out[LISTING_TEXT])
{
	if (sees_proposed(budgeted))
		amount_say(budgeted, ore, out);
	else
		snprintf(out, LISTING_TEXT, "%s", _("hidden"));
}

static void share_say(const struct budget_year *year, char out[LISTING_TEXT])
{
	int64_t percent, available = available_of(year);

	if (available > 0 && money_part(100, used_of(year), available, &percent))
		snprintf(out, LISTING_TEXT, "%d %%", (int)percent);
	else
		snprintf(out, LISTING_TEXT, "-");
}

/* One scale for all years, so that bars can be compared. */
static int64_t scale_of(const struct budgeted *budgeted)
{
	int64_t scale = 0;

	for (int i = 0; i < BUDGET_YEARS; i++) {
		const struct budget_year *year = &budgeted->budget.years[i];
		int64_t available = available_of(year), used = used_of(year);

		scale = available > scale ? available : scale;
		scale = used > scale ? used : scale;
	}
	return scale;
}

static void bar_say(const struct budgeted *budgeted, const struct budget_year *year, int cells, char out[LISTING_TEXT])
{
	const char *over = year->year && year->over ? _(" OVER") : "";
	char bar[BAR_TEXT] = "";

	if (year->year && bars_shown(budgeted->desk->ui))
		bar_text(year->decided, year->proposed, available_of(year), scale_of(budgeted),
			cells - text_width(_(" OVER")), bar);
	snprintf(out, LISTING_TEXT, "%s%s", bar, over);
}

static void year_say(const struct budget_year *year, char out[LISTING_TEXT])
{
	if (year->year)
		snprintf(out, LISTING_TEXT, "%d", year->year);
	else
		snprintf(out, LISTING_TEXT, "%s", _("Sum"));
}

static void bars_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	enum { YEAR, LIMIT, DECIDED, PROPOSED, LEFT, PAID, SHARE, BAR };
	const struct budgeted *budgeted = rows;
	const struct budget_year *year = budgeted_year(budgeted, at);

	switch (column) {
	case YEAR: year_say(year, out); break;
	case LIMIT: amount_say(budgeted, available_of(year), out); break;
	case DECIDED: amount_say(budgeted, year->decided, out); break;
	case PROPOSED: proposed_say(budgeted, year->proposed, out); break;
	case LEFT: amount_say(budgeted, year->left, out); break;
	case PAID: amount_say(budgeted, year->paid, out); break;
	case SHARE: share_say(year, out); break;
	case BAR: bar_say(budgeted, year, cells, out); break;
	}
}

static void numbers_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct budgeted *budgeted = rows;
	const struct budget_year *year = budgeted_year(budgeted, at);
	const int64_t amounts[] = {year->appropriation, year->carried, year->commitment, year->round, year->decided,
		year->proposed, year->planned, year->attested, year->paid, year->left, year->lapsed};

	(void)cells;
	if (column == 0)
		year_say(year, out);
	else if (column == 6)
		proposed_say(budgeted, year->proposed, out);
	else
		amount_say(budgeted, amounts[column - 1], out);
}

static char budgeted_flag(const void *rows, long at)
{
	const struct budget_year *year = budgeted_year(rows, at);

	return year->year && year->over ? '!' : ' ';
}

const struct listing_kind budgeted_bars = {
	.columns = bar_columns,
	.count = budgeted_count,
	.text = bars_text,
	.flag = budgeted_flag,
};
const struct listing_kind budgeted_numbers = {
	.columns = number_columns,
	.count = budgeted_count,
	.text = numbers_text,
	.flag = budgeted_flag,
};

/* ---- below the years */

static int rounds_draw(const struct budgeted *budgeted, const struct budget_year *year, struct area area)
{
	const struct budget_rounds *rounds = &budgeted->rounds;
	int column = area.columns >= BUDGETED_NARROW ? 30 : 14, row = 1;
	char heading[64], text[LISTING_TEXT];
	static const char *const heads[] = {N_("Granted"), N_("Proposed"), N_("Paid out")};

	snprintf(heading, sizeof heading, _("%d per round"), year->year);
	area_text(area, row, 0, STYLE_BOLD, year->year ? heading : _("All years per round"));
	for (int i = 0; i < 3; i++)
		area_text_right(area, row, column + i * 11, 10, STYLE_PLAIN, _(heads[i]));
	for (int i = 0; i < rounds->count; i++) {
		const int64_t amounts[] = {rounds->items[i].decided, rounds->items[i].proposed, rounds->items[i].paid};

		area_format(area, ++row, 2, STYLE_PLAIN, _("round %s"), rounds->items[i].name);
		for (int j = 0; j < 3; j++) {
			if (j == 1)
				proposed_say(budgeted, amounts[j], text);
			else
				amount_say(budgeted, amounts[j], text);
			area_text_right(area, row, column + j * 11, 10, STYLE_PLAIN, text);
		}
	}
	return row + 1;
}

/* The limits in force, each with its source. */
static int limits_draw(const struct budgeted *budgeted, const struct budget_year *year, struct area area)
{
	char heading[64], text[LISTING_TEXT];
	int row = 1;

	snprintf(heading, sizeof heading, _("Limits of %d"), year->year);
	area_text(area, row, 0, STYLE_BOLD, heading);
	for (int i = 0; i < budgeted->limits.count; i++) {
		const struct limit *limit = &budgeted->limits.items[i];
		int used;

		if (limit->year != year->year || !limit->in_force)
			continue;
		used = area_text(area, ++row, 2, STYLE_PLAIN, limit_kind_word(limit->kind));
		if (limit->round)
			area_text(area, row, 3 + used, STYLE_PLAIN, limit->round_name);
		amount_say(budgeted, limit->ore, text);
		area_text_right(area, row, 30, 10, STYLE_PLAIN, text);
		area_format(area, row, 43, STYLE_PLAIN, _("%s, from %s"), limit->source, limit->valid_from);
	}
	if (row == 1)
		area_text(area, ++row, 2, STYLE_PLAIN, _("none is set"));
	return row + 1;
}

static void warning_say(const struct budgeted *budgeted, const struct budget_year *year, char *out, size_t room)
{
	int64_t available = available_of(year), over;
	char money[MONEY_TEXT];

	out[0] = '\0';
	if (year->lapsed != MONEY_UNKNOWN && year->lapsed > 0)
		snprintf(out, room, _("%d: %s mnkr was never paid out and has lapsed."), year->year,
			money_text(year->lapsed, MONEY_MNKR, budgeted->desk->swedish, money));
	if (!year->over)
		return;
	if (available != MONEY_UNKNOWN && money_subtract(used_of(year), available, &over) && over > 0)
		snprintf(out, room,
			_("Note: %d: granted and proposed are %s mnkr above the appropriation. Move amounts to another "
			  "year in the payment plans (Enter), or lower the proposal."),
			year->year, money_text(over, MONEY_MNKR, budgeted->desk->swedish, money));
	else
		snprintf(out, room,
			_("Note: %d: the authority to commit later years or the round's own limit is exceeded."),
			year->year);
}

/* The two equations of the ledger, answered for the year in focus. */
static void ledger_draw(const struct budgeted *budgeted, const struct budget_year *year, struct area area)
{
	bool granted = year->decided == year->planned + year->unplanned;
	bool planned = year->planned == year->paid + year->due + year->stopped + year->withdrawn;
	char heading[64], money[8][MONEY_TEXT], text[LISTING_TEXT];
	const int64_t amounts[] = {year->decided, year->planned, year->unplanned, year->paid, year->due, year->stopped,
		year->withdrawn, year->claimed + year->repaid + year->voluntary};
	int row = 1;

	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
		money_text(amounts[i], MONEY_MNKR, budgeted->desk->swedish, money[i]);
	snprintf(heading, sizeof heading, _("Ledger of %d"), year->year);
	area_text(area, row++, 0, STYLE_BOLD, year->year ? heading : _("Ledger of all years"));
	snprintf(text, sizeof text, _("%-3s  granted %s = planned %s + not planned %s"), granted ? _("yes") : _("no"),
		money[0], money[1], money[2]);
	area_text(area, row++, 2, granted ? STYLE_PLAIN : STYLE_BOLD, text);
	snprintf(text, sizeof text, _("%-3s  planned %s = paid %s + not paid yet %s + withheld %s + not to be paid %s"),
		planned ? _("yes") : _("no"), money[1], money[3], money[4], money[5], money[6]);
	row += area_lines(
		area_part(area, row, 2, area.rows, area.columns - 2), 0, planned ? STYLE_PLAIN : STYLE_BOLD, text);
	if (amounts[7]) {
		money_text(year->claimed, MONEY_MNKR, budgeted->desk->swedish, money[0]);
		money_text(year->repaid, MONEY_MNKR, budgeted->desk->swedish, money[1]);
		money_text(year->voluntary, MONEY_MNKR, budgeted->desk->swedish, money[2]);
		area_format(area, row++, 7, STYLE_PLAIN, _("claims not repaid %s, repaid %s, without a claim %s"),
			money[0], money[1], money[2]);
	}
}

static void focus_draw(const struct budgeted *budgeted, const struct budget_year *year, struct area area)
{
	char warning[512];
	int row = 0;

	warning_say(budgeted, year, warning, sizeof warning);
	if (budgeted->listing.kind == &budgeted_bars && area.columns >= BUDGETED_NARROW &&
		bars_shown(budgeted->desk->ui))
		area_text(area, row++, 0, STYLE_PLAIN, _("  # granted   = proposed   . left   | the limit, passed"));
	if (warning[0] && year->year) {
		struct area part = area_part(area, row + 1, 0, area.rows, area.columns);

		row += 1 + area_lines(part, 0, STYLE_BOLD, warning);
	}
	if (budgeted->rounds_read)
		row += rounds_draw(budgeted, year, area_part(area, row, 0, area.rows, area.columns));
	if (year->year)
		row += limits_draw(budgeted, year, area_part(area, row, 0, area.rows, area.columns));
	ledger_draw(budgeted, year, area_part(area, row, 0, area.rows, area.columns));
}

int budgeted_elsewhere(int rows)
{
	int wanted = BUDGETED_ROWS + 1;

	return rows > wanted ? rows - wanted : 0;
}

void budgeted_draw(const struct pane *pane, struct area area)
{
	const struct budgeted *budgeted = pane->state;
	const struct budget_year *year = budgeted_focus(budgeted);
	int below = budgeted_elsewhere(area.rows);

	listing_draw(&budgeted->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (year && below)
		focus_draw(budgeted, year, area_part(area, area.rows - below, 0, below, area.columns));
}

void budgeted_head(const struct pane *pane, struct head *head)
{
	const struct budgeted *budgeted = pane->state;
	char today[DAY_TEXT];

	if (pane->columns < BUDGETED_NARROW)
		snprintf(head->left, sizeof head->left, "%s", _("Budget · SEK million"));
	else
		snprintf(head->left, sizeof head->left, _("Budget per year %d–%d · SEK million"), BUDGET_FIRST,
			BUDGET_FIRST + BUDGET_YEARS - 1);
	if (budgeted->listing.kind == &budgeted_numbers)
		snprintf(head->middle, sizeof head->middle, "%s", _("table"));
	day_text(casework_today(budgeted->desk->cw), today);
	snprintf(head->right, sizeof head->right, _("as of %s"), today);
}
