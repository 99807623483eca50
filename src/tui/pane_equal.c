/* Equal treatment: rules, and how the money above the line falls on regions and types. Invariant: figures come before
 * their bars, and nothing here changes the ranking. */
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/text.h"
#include "base/words.h"
#include "csv/reports.h"

enum { BAR = 40, FOOT = 3 };

struct equality {
	struct desk *desk;
	const struct pane *pane;
	struct equal equal; /* round 0: nothing read yet */
	int year;
	struct listing listing;
};

enum { HEADS = 3 }; /* rules, regions, types: each with a line over it */
enum { NAME, COUNT, ORE, PER_CENT, CHART };
static const struct column columns[] = {
	{.head = N_("Region or type"), .width = 30, .least = 14},
	{.head = N_("Number"), .width = 6, .right = true},
	{.head = N_("Proposed"), .width = 11, .least = 9, .right = true},
	{.head = N_("Share"), .width = 7, .right = true},
	{.head = N_("Rule, chart"), .width = BAR, .least = 6, .rank = 1},
	{.head = NULL},
};

/* Rows: a line and the rules, a line and the regions, a line and the types. */
struct place {
	const char *line; /* a row that is a line */
	const struct equal_rule *rule;
	const struct equal_group *group;
};

static struct place place_of(const struct equality *equality, long at)
{
	const struct equal *equal = &equality->equal;
	int regions = 0;

	while (regions < equal->group_count && equal->groups[regions].per == EQUAL_REGION)
		regions++;
	if (at == 0)
		return (struct place){.line = equal->rule_count ? _("Rules") : _("No rules are entered")};
	if (at <= equal->rule_count)
		return (struct place){.rule = &equal->rules[at - 1]};
	at -= equal->rule_count + 1;
	if (at == 0)
		return (struct place){.line = _("Regions")};
	if (at <= regions)
		return (struct place){.group = &equal->groups[at - 1]};
	at -= regions + 1;
	return at == 0 ? (struct place){.line = _("Types")} : (struct place){.group = &equal->groups[regions + at - 1]};
}

static long equality_count(const void *rows)
{
	const struct equal *equal = &((const struct equality *)rows)->equal;

	return equal->group_count ? equal->rule_count + equal->group_count + HEADS : 0;
}

static bool equality_line(const void *rows, long at, char out[LISTING_TEXT])
{
	struct place place = place_of(rows, at);

	if (!place.line)
		return false;
	snprintf(out, LISTING_TEXT, "%s", place.line);
	return true;
}

static void rule_say(const struct equality *equality, const struct equal_rule *rule, int column, char out[LISTING_TEXT])
{
	struct arena arena;

	if (column != NAME && column != CHART)
		return;
	if (column == CHART) {
		snprintf(out, LISTING_TEXT, rule->held ? _("held") : _("NOT held: %s"), rule->breaks);
		return;
	}
	arena_init(&arena);
	snprintf(out, LISTING_TEXT, "%s", equal_rule_text(&arena, &equality->desk->programme, rule));
	arena_done(&arena);
}

static void chart_say(const struct equal_group *group, int per_mille, int cells, char out[LISTING_TEXT])
{
	int bars = (per_mille * (cells < BAR ? cells : BAR) + 999) / 1000;

	if (group->breaks)
		snprintf(out, LISTING_TEXT, "%s", _("rule not held"));
	else
		snprintf(out, LISTING_TEXT, "%.*s", bars, "########################################");
}

static void group_say(
	const struct equality *equality, const struct equal_group *group, int column, int cells, char out[LISTING_TEXT])
{
	int per_mille = equal_per_mille(&equality->equal, group);

	switch (column) {
	case NAME: snprintf(out, LISTING_TEXT, "%s", equal_group_name(&equality->desk->programme, group)); break;
	case COUNT: snprintf(out, LISTING_TEXT, "%d", group->count); break;
	case ORE: desk_tkr(equality->desk, group->ore, cells, out, LISTING_TEXT); break;
	case PER_CENT:
		snprintf(out, LISTING_TEXT, words_swedish() ? "%d,%d %%" : "%d.%d %%", per_mille / 10, per_mille % 10);
		break;
	case CHART: chart_say(group, per_mille, cells, out); break;
	}
}

static void equality_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	struct place place = place_of(rows, at);

	out[0] = '\0';
	if (place.rule)
		rule_say(rows, place.rule, column, out);
	else if (place.group)
		group_say(rows, place.group, column, cells, out);
}

/* "!" a rule that is not held, and whoever does not hold it. */
static char equality_flag(const void *rows, long at)
{
	struct place place = place_of(rows, at);

	return (place.rule && !place.rule->held) || (place.group && place.group->breaks) ? '!' : ' ';
}

static void equality_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct equality *equality = rows;

	snprintf(out, LISTING_TEXT, _("No measure of round %s has a place in the ranking yet."),
		equality->desk->round_name);
}

static const struct listing_kind table = {
	.columns = columns,
	.count = equality_count,
	.text = equality_text,
	.line = equality_line,
	.unruled = true,
	.flag = equality_flag,
	.empty = equality_empty,
};

/* ---- reading */

static void equality_load(struct ui *ui, struct pane *pane)
{
	struct equality *equality = pane->state;
	struct equal fresh;
	struct error err = {0};

	if (!desk_refresh(equality->desk, &err) ||
		!equal_load(equality->desk->cw, equality->desk->round, 0, equality->year, &fresh, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (equality->equal.round)
		equal_done(&equality->equal);
	equality->equal = fresh;
	listing_follow(&equality->listing);
}

static bool equality_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to rank in yet."));
	struct equality *equality;

	if (!desk)
		return false;
	equality = memory_take(sizeof *equality);
	*equality = (struct equality){.desk = desk, .pane = pane, .year = what ? *(const int *)what : 0};
	listing_init(&equality->listing, &table, equality);
	pane->state = equality;
	return true;
}

static void equality_close(struct ui *ui, struct pane *pane)
{
	struct equality *equality = pane->state;

	(void)ui;
	if (equality->equal.round)
		equal_done(&equality->equal);
	free(equality);
}

static struct listing *equality_listing(const struct pane *pane)
{
	struct equality *equality = pane->state;

	equality->listing.elsewhere = pane->rows > 12 ? FOOT + 1 : 0;
	return &equality->listing;
}

/* ---- drawing */

/* A rule in focus in full, and how all is counted. */
static void foot_draw(const struct equality *equality, struct area area)
{
	long focus = listing_focus(&equality->listing);
	struct place place = {0};
	struct arena arena;

	if (focus != LISTING_NONE)
		place = place_of(equality, focus);
	arena_init(&arena);
	area_lines(area, 0, STYLE_PLAIN,
		place.rule ? equal_rule_text(&arena, &equality->desk->programme, place.rule)
			   : equal_method_text(&arena, &equality->equal));
	arena_done(&arena);
}

static void equality_draw(const struct pane *pane, struct area area)
{
	const struct equality *equality = pane->state;
	int foot = area.rows > 12 ? FOOT + 1 : 0;

	listing_draw(&equality->listing, area_part(area, 0, 0, area.rows - foot, area.columns));
	if (foot && equality->equal.round)
		foot_draw(equality, area_part(area, area.rows - FOOT, 0, FOOT, area.columns));
}

static void equality_head(const struct pane *pane, struct head *head)
{
	const struct equality *equality = pane->state;
	char year[32];

	snprintf(year, sizeof year, "%d", equality->year);
	snprintf(head->left, sizeof head->left, _("Equal treatment · round %s"), equality->desk->round_name);
	snprintf(head->middle, sizeof head->middle, _("%s · SEK '000"), equality->year ? year : _("all years"));
	snprintf(head->right, sizeof head->right,
		ngettext("%d measure above the line", "%d measures above the line",
			(unsigned long)equality->equal.measures),
		equality->equal.measures);
}

static const struct action actions[] = {{.name = NULL}};

const struct pane_kind equal_pane = {
	.name = "equal",
	.title = N_("Equal treatment"),
	.actions = actions,
	.open = equality_open,
	.close = equality_close,
	.load = equality_load,
	.draw = equality_draw,
	.head = equality_head,
	.listing = equality_listing,
};
