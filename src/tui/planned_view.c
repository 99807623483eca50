/* The plan of one measure on the screen: its rows, what each year gets, and what the plan is held against. Invariant:
 * the amounts are whole, and the sum drawn is the plan's own. */
#include "tui/planned.h"

#include "tui/bar.h"

#include "base/text.h"
#include "base/words.h"

const struct instalment *planned_focus(const struct planned *planned)
{
	long at = listing_focus(&planned->listing);

	return at < 0 || at >= planned->plan.count ? NULL : &planned->plan.items[at];
}

/* ---- the rows */

enum { ROW, DUE, AMOUNT, YEAR, RECIPIENT, CONDITION, STATUS };
static const struct column columns[] = {
	{.head = N_("#"), .width = 2, .right = true},
	{.head = N_("Date"), .width = 10},
	{.head = N_("Amount SEK"), .width = 10, .right = true},
	{.head = N_("Year"), .width = 4, .rank = 3, .right = true},
	{.head = N_("Recipient"), .width = 24, .least = 8, .rank = 2},
	{.head = N_("Condition"), .width = 60, .least = 12, .rank = 1},
	{.head = N_("Status"), .width = 19, .least = 10, .rank = 4},
	{.head = NULL},
};
enum { GUTTER = 2 };

static long planned_count(const void *rows)
{
	return ((const struct planned *)rows)->plan.count;
}

static int64_t planned_id(const void *rows, long at)
{
	return ((const struct planned *)rows)->plan.items[at].id;
}

static void state_say(const struct instalment *row, int cells, char out[LISTING_TEXT])
{
	const char *word = instalment_state_word(row->state);

	snprintf(out, LISTING_TEXT, "%s", text_width(word) > cells ? attest_state_short(row->state) : word);
}

static void planned_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct planned *planned = rows;
	const struct instalment *row = &planned->plan.items[at];
	char money[MONEY_TEXT];

	switch (column) {
	case ROW: snprintf(out, LISTING_TEXT, "%d", row->n); break;
	case DUE: snprintf(out, LISTING_TEXT, "%s", row->due_on); break;
	case AMOUNT:
		snprintf(out, LISTING_TEXT, "%s", money_text(row->ore, MONEY_PLAIN, planned->desk->swedish, money));
		break;
	case YEAR: snprintf(out, LISTING_TEXT, "%d", row->year); break;
	case RECIPIENT: snprintf(out, LISTING_TEXT, "%s", row->recipient_short); break;
	case CONDITION: snprintf(out, LISTING_TEXT, "%s", row->condition); break;
	case STATUS: state_say(row, cells, out); break;
	}
}

static char planned_flag(const void *rows, long at)
{
	return ((const struct planned *)rows)->plan.items[at].late ? '!' : ' ';
}

static void planned_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct planned *planned = rows;

	snprintf(out, LISTING_TEXT, "%s",
		planned->plan.decision ? _("The plan has no rows.")
				       : _("The measure has no granting decision, so it has no payment plan."));
}

const struct listing_kind planned_table = {
	.columns = columns,
	.count = planned_count,
	.id = planned_id,
	.text = planned_text,
	.flag = planned_flag,
	.empty = planned_empty,
};

/* Numbers are never cut: the columns of numbers are as wide as the widest among them. */
static void columns_fit(const struct planned *planned, struct column out[LISTING_COLUMNS])
{
	char money[MONEY_TEXT];

	memcpy(out, columns, sizeof columns);
	money_text(planned->plan.planned_ore, MONEY_PLAIN, planned->desk->swedish, money);
	if (text_width(money) > out[AMOUNT].width)
		out[AMOUNT].width = text_width(money);
	if (planned->plan.count > 99)
		out[ROW].width = 3;
}

/* ---- years */

struct year_sums {
	int year;
	int64_t planned, attested, paid;
};

static int years_sum(const struct plan *plan, struct year_sums out[BUDGET_YEARS])
{
	int count = 0;

	for (int year = BUDGET_FIRST; year < BUDGET_FIRST + BUDGET_YEARS; year++) {
		struct money_sum planned = {0}, attested = {0}, paid = {0};

		for (int i = 0; i < plan->count; i++) {
			const struct instalment *row = &plan->items[i];

			if (row->year != year || row->state == INSTALMENT_RETURNED)
				continue;
			money_sum_add(&planned, row->ore);
			money_sum_add(&attested, row->attested_at ? row->ore : 0);
			money_sum_add(&paid, row->paid_on ? row->ore : 0);
		}
		if (planned.ore)
			out[count++] = (struct year_sums){year, planned.ore, attested.ore, paid.ore};
	}
	return count;
}

/* ---- where things stand */

/* Rows given to each part; a part without rows is not drawn. */
struct parts {
	int top, list, sum, years, checks, about;
};
enum { HEADED_LEAST = 4 };    /* rows a list must have to show its heads */
enum { PLANNED_NARROW = 59 }; /* of the area: one column stays free */

static struct parts parts_share(const struct planned *planned, int rows, int width)
{
	struct year_sums years[BUDGET_YEARS];
	int count = years_sum(&planned->plan, years), wanted = planned->plan.count;
	int year_rows = count ? count + 2 : 0,
	    check_rows = planned->plan.check_count ? planned->plan.check_count + 2 : 0;
	struct parts parts = {.top = rows > 3 ? 1 + (rows >= 16) : 0};
	if (width >= PLANNED_NARROW)
		wanted = wanted + 1 < HEADED_LEAST ? HEADED_LEAST : wanted + 1;
	int spare = rows - parts.top - (wanted < rows / 2 ? wanted : rows / 2);

	if (planned->plan.count && spare >= 1)
		spare -= parts.sum = 1;
	if (spare >= check_rows)
		spare -= parts.checks = check_rows;
	if (spare >= year_rows)
		spare -= parts.years = year_rows;
	if (planned->plan.count && width >= PLANNED_NARROW && spare >= INSTALMENT_ABOUT)
		parts.about = INSTALMENT_ABOUT;
	parts.list = rows - parts.top - parts.sum - parts.years - parts.checks - parts.about;
	if (parts.list > wanted && wanted)
		parts.list = wanted;
	return parts;
}

int planned_elsewhere(const struct planned *planned, int rows, int width)
{
	return rows - parts_share(planned, rows, width).list;
}

/* ---- drawing */

static void top_draw(const struct planned *planned, struct area area)
{
	const struct plan *plan = &planned->plan;
	char text[256], granted[MONEY_TEXT], made[MONEY_TEXT], attested[MONEY_TEXT], paid[MONEY_TEXT];
	bool swedish = planned->desk->swedish;

	desk_kr(planned->desk, plan->granted_ore, granted);
	money_text(plan->paid_ore, MONEY_PLAIN, swedish, paid);
	snprintf(text, sizeof text, _("Granted %s   planned %s   authorised %s   paid out %s"), granted,
		money_text(plan->planned_ore, MONEY_PLAIN, swedish, made),
		money_text(plan->attested_ore, MONEY_PLAIN, swedish, attested), paid);
	if (text_width(text) > area.columns)
		snprintf(text, sizeof text, _("Granted %s   paid out %s"), granted, paid);
	if (text_width(text) > area.columns)
		snprintf(text, sizeof text, _("Granted %s"), granted);
	area_text(area, 0, 0, STYLE_PLAIN, text);
}

/* Under the amounts: the columns before them have fixed widths. */
static void sum_draw(const struct planned *planned, const struct column *shown, struct area area)
{
	int end = GUTTER + 1 + shown[ROW].width + 1 + shown[DUE].width + 1 + shown[AMOUNT].width;
	int start = GUTTER + 1 + shown[ROW].width + 1;
	char money[MONEY_TEXT];

	area_text(area, 0, start, STYLE_PLAIN, _("Sum"));
	area_text_right(area, 0, end - shown[AMOUNT].width, shown[AMOUNT].width, STYLE_PLAIN,
		money_text(planned->plan.planned_ore, MONEY_PLAIN, planned->desk->swedish, money));
}

static void years_draw(const struct planned *planned, struct area area)
{
	const struct plan *plan = &planned->plan;
	struct year_sums years[BUDGET_YEARS];
	int count = years_sum(plan, years), at;
	bool bars = bars_shown(planned->desk->ui) && area.columns >= PLANNED_NARROW;
	char money[MONEY_TEXT], bar[BAR_TEXT];
	int64_t percent;

	at = area_text(area, 1, 0, STYLE_PLAIN, _("Per year"));
	if (bars)
		area_text(area, 1, at + 3, STYLE_PLAIN, _("# paid out  = authorised  . planned"));
	for (int i = 0; i < count; i++) {
		area_format(area, 2 + i, 2, STYLE_PLAIN, "%d", years[i].year);
		area_text_right(area, 2 + i, 6, 18, STYLE_PLAIN, desk_kr(planned->desk, years[i].planned, money));
		if (plan->granted_ore > 0 && money_part(100, years[i].planned, plan->granted_ore, &percent))
			area_format(area, 2 + i, 25, STYLE_PLAIN, "%4d %%", (int)percent);
		if (bars)
			area_text(area, 2 + i, 34, STYLE_PLAIN,
				bar_text(years[i].paid, years[i].attested - years[i].paid, years[i].planned,
					plan->granted_ore, 40, bar));
	}
}

static void checks_draw(const struct planned *planned, struct area area)
{
	const struct plan *plan = &planned->plan;

	area_text(area, 1, 0, STYLE_PLAIN, _("Checks"));
	for (int i = 0; i < plan->check_count; i++) {
		const struct plan_check *check = &plan->checks[i];

		area_text(area, 2 + i, 2, check->ok ? STYLE_GOOD : STYLE_BAD | STYLE_BOLD,
			check->ok ? _("yes") : _("no"));
		area_text(area, 2 + i, 9, STYLE_PLAIN, check->text);
	}
}

void planned_draw(const struct pane *pane, struct area area)
{
	const struct planned *planned = pane->state;
	struct parts parts = parts_share(planned, area.rows, area.columns);
	struct listing_kind kind = planned_table;
	struct column shown[LISTING_COLUMNS];
	struct listing listing = planned->listing;
	int row = parts.top + parts.list;
	/* The sum stands right under the last row, also where the list has rows to spare. */
	int used = planned->plan.count + (area.columns >= PLANNED_NARROW && parts.list >= HEADED_LEAST);

	used = used < parts.list ? used : parts.list;

	columns_fit(planned, shown);
	kind.columns = shown;
	listing.kind = &kind;
	if (parts.top && planned->plan.decision)
		top_draw(planned, area);
	listing_draw(&listing, area_part(area, parts.top, 0, parts.list, area.columns));
	if (parts.sum)
		sum_draw(planned, shown, area_part(area, parts.top + used, 0, parts.sum, area.columns));
	row += parts.sum;
	if (parts.years)
		years_draw(planned, area_part(area, row, 0, parts.years, area.columns));
	row += parts.years;
	if (parts.checks)
		checks_draw(planned, area_part(area, row, 0, parts.checks, area.columns));
	row += parts.checks;
	if (parts.about)
		instalment_about_draw(area_part(area, row, 0, area.rows - row, area.columns), planned_focus(planned));
}

void planned_head(const struct pane *pane, struct head *head)
{
	const struct planned *planned = pane->state;

	if (pane->columns < PLANNED_NARROW)
		snprintf(head->left, sizeof head->left, _("Plan · %s %s"), planned->number, planned->lead);
	else
		snprintf(head->left, sizeof head->left, _("Payment plan · %s %s"), planned->number, planned->lead);
	snprintf(head->middle, sizeof head->middle, "%s", planned->title);
	if (planned->plan.version)
		snprintf(head->right, sizeof head->right, _("version %d"), planned->plan.version);
}
