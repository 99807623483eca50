/* How scoring lies on the screen: the criteria, under them the steps and the reason of the one in focus, and beside
 * them, where there is room, the application's text. */
#include "tui/scoring.h"
#include "tui/wrap.h"

#include "base/text.h"
#include "base/words.h"

enum { BLOCK_LEAST = 4, LIST_LEAST = 3, STEPS = SCORE_MOST + 1 };

/* ---- the table */

enum { NO, NAME, WEIGHT, POINTS, SPAN, WEIGHTED };
static const struct column columns[] = {
	{.head = " ", .width = 4, .least = 3},
	{.head = N_("Criterion"), .width = 60, .least = 12},
	{.head = N_("Weight"), .width = 6, .rank = 2, .right = true},
	{.head = N_("0-4"), .width = 4, .right = true},
	{.head = N_("span"), .width = 5, .rank = 1, .right = true},
	{.head = N_("Weighted"), .width = 8, .rank = 3, .right = true},
	{.head = NULL},
};

static long table_count(const void *rows)
{
	return scoring_count(rows);
}

/* Weight times points, where 4 points give the whole weight: one decimal, halves away from zero. `parts` of a point. */
static void weighted_text(const struct desk *desk, int weighted, int parts, char out[32])
{
	int tenths = (weighted * 10 + 2 * parts) / (4 * parts);

	snprintf(out, 32, "%d%c%d", tenths / 10, desk->swedish ? ',' : '.', tenths % 10);
}

/* Over what others have handed in: the mean in hundredths, the lowest and the highest. */
static int views_mean(const struct score_views *views, int which, int *low, int *high)
{
	int sum = 0, known = 0;

	*low = SCORE_MOST;
	*high = 0;
	for (int i = 0; i < views->count; i++) {
		int points = views->items[i].points[which];

		if (points < 0)
			continue;
		sum += points;
		known++;
		*low = points < *low ? points : *low;
		*high = points > *high ? points : *high;
	}
	return known ? (sum * 200 + known) / (2 * known) : -1;
}

static void others_text(const struct scoring *scoring, int which, int column, char out[LISTING_TEXT])
{
	int low, high, mean = views_mean(&scoring->views, which, &low, &high);
	int tenths = (mean + 5) / 10;
	char weighted[32];

	if (mean < 0) {
		snprintf(out, LISTING_TEXT, "-");
	} else if (column == POINTS) {
		snprintf(out, LISTING_TEXT, "%d%c%d", tenths / 10, scoring->desk->swedish ? ',' : '.', tenths % 10);
	} else if (column == SPAN) {
		snprintf(out, LISTING_TEXT, low == high ? "%d" : "%d-%d", low, high);
	} else {
		weighted_text(scoring->desk, scoring_criterion(scoring, which)->weight * mean, 100, weighted);
		snprintf(out, LISTING_TEXT, "%s", weighted);
	}
}

static void own_text(const struct scoring *scoring, int which, int column, char out[LISTING_TEXT])
{
	const struct mark *mark = &scoring->marks[which];
	char weighted[32];

	if (column == SPAN) {
		if (mark->low != SCORE_NONE)
			snprintf(out, LISTING_TEXT, "%d-%d", mark->low, mark->high);
	} else if (column == POINTS && scoring_abstention(scoring, which)) {
		snprintf(out, LISTING_TEXT, "%s", _("abst"));
	} else if (mark->points == SCORE_NONE) {
		snprintf(out, LISTING_TEXT, "-");
	} else if (column == POINTS) {
		snprintf(out, LISTING_TEXT, "%d", mark->points);
	} else {
		weighted_text(scoring->desk, scoring_criterion(scoring, which)->weight * mark->points, 1, weighted);
		snprintf(out, LISTING_TEXT, "%s", weighted);
	}
}

static void table_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct scoring *scoring = rows;
	const struct criterion *criterion = scoring_criterion(scoring, (int)at);

	(void)cells;
	switch (column) {
	case NO: snprintf(out, LISTING_TEXT, "%s", criterion->id); break;
	case NAME:
		snprintf(
			out, LISTING_TEXT, criterion->bonus ? _("%s (bonus)") : "%s", criterion->name[words_swedish()]);
		break;
	case WEIGHT: snprintf(out, LISTING_TEXT, "%d", criterion->weight); break;
	default:
		if (scoring->own)
			own_text(scoring, (int)at, column, out);
		else
			others_text(scoring, (int)at, column, out);
	}
}

/* "~" typed, and not in the office yet. */
static char table_flag(const void *rows, long at)
{
	const struct mark *mark = &((const struct scoring *)rows)->marks[at];

	return mark->points_typed || mark->span_typed || mark->reason_typed ? '~' : ' ';
}

const struct listing_kind scoring_table = {
	.columns = columns,
	.headed = true,
	.count = table_count,
	.text = table_text,
	.flag = table_flag,
};

/* ---- how the rows are shared */

static int right_columns(int columns_wide)
{
	return columns_wide >= SCORING_BESIDE ? columns_wide - SCORING_TEXT - 2 : columns_wide;
}

static int list_rows(const struct scoring *scoring, int rows)
{
	int wanted = scoring_count(scoring) + 2; /* the head and the sum */
	int block = scoring->part == PART_REASON ? BLOCK_LEAST + 2 : BLOCK_LEAST;
	int room = rows - block > LIST_LEAST ? rows - block : LIST_LEAST;

	if (scoring->part == PART_REASON && rows < LIST_LEAST + 2)
		return 0; /* what is written is seen, whatever else is not */
	return wanted < room ? wanted : room;
}

int scoring_elsewhere(const struct scoring *scoring, int rows, int columns_wide)
{
	(void)columns_wide;
	return rows - list_rows(scoring, rows) + 1; /* the sum is no row of the table */
}

/* ---- under the table */

static void sum_draw(const struct scoring *scoring, struct area area, int row)
{
	int set = 0, weighted = 0, weight = 0, count = scoring_count(scoring);
	char sum[32];

	for (int i = 0; i < count && scoring->own; i++) {
		const struct mark *mark = &scoring->marks[i];

		set += mark->points != SCORE_NONE || scoring_abstention(scoring, i);
		if (mark->points == SCORE_NONE)
			continue;
		weighted += scoring_criterion(scoring, i)->weight * mark->points;
		weight += scoring_criterion(scoring, i)->weight;
	}
	if (!scoring->own) {
		area_format(area, row, 2, STYLE_PLAIN,
			ngettext("%d assessment handed in", "%d assessments handed in",
				(unsigned long)scoring->views.count),
			scoring->views.count);
		return;
	}
	weighted_text(scoring->desk, weighted, 1, sum);
	area_format(area, row, 2, STYLE_PLAIN, _("Sum, %d of %d set: %s of %d"), set, count, sum, weight);
}

static int steps_draw(const struct scoring *scoring, struct area area, int row, bool whole)
{
	const struct criterion *criterion = scoring_criterion(scoring, scoring_focus(scoring));
	int points = scoring->own ? scoring->marks[scoring_focus(scoring)].points : SCORE_NONE;

	for (int step = 0; step < STEPS; step++) {
		const char *text = criterion->step[step][words_swedish()];
		unsigned style = step == points ? STYLE_BOLD : STYLE_PLAIN;
		struct area beside = area_part(area, 0, 4, area.rows, area.columns - 4);

		area_format(area, row, 0, style, step == points ? "[%d]" : " %d", step);
		if (whole)
			row += area_lines(beside, row, style, text);
		else
			area_text(beside, row++, 0, style, text);
	}
	return row;
}

static int reason_draw(const struct scoring *scoring, struct area area, int row, int rows)
{
	int which = scoring_focus(scoring);
	const char *id = scoring_criterion(scoring, which)->id, *text = scoring->marks[which].reason;
	struct area inner = area_part(area, row + 1, 2, rows - 1, area.columns - 2);

	const char *abstains = scoring->part == PART_REASON ? NULL : scoring_abstention(scoring, which);

	text = abstains ? abstains : text;
	area_format(area, row, 0, STYLE_PLAIN,
		abstains ? _("You abstain from %s, because") : _("Reason for %s (required)"), id);
	area_style(area, row, 0, area.columns, STYLE_UNDERLINE);
	if (scoring->part == PART_REASON)
		editor_draw(&scoring->reason, inner, STYLE_PLAIN, true);
	else if (!text_blank(text))
		area_lines(inner, 0, STYLE_PLAIN, text);
	else
		area_text(inner, 0, 0, STYLE_PLAIN,
			scoring_open_sheet(scoring) ? _("None yet. Enter writes it.") : _("None."));
	return row + rows;
}

static void distribution_draw(const struct scoring *scoring, struct area area, int row)
{
	const int *times = scoring->sheet.distribution[scoring_focus(scoring)];

	area_format(area, row, 0, STYLE_PLAIN, _("Your points on %s in the round   0:%d  1:%d  2:%d  3:%d  4:%d"),
		scoring_criterion(scoring, scoring_focus(scoring))->id, times[0], times[1], times[2], times[3],
		times[4]);
}

/* Who else assesses; whose points stay hidden until one's own are handed in. */
static void waiting_say(const struct scoring *scoring, char out[512])
{
	size_t at = 0;
	int others = 0;

	out[0] = '\0';
	for (int i = 0; i < scoring->assessors.count && at < 400; i++) {
		const struct assessor *assessor = &scoring->assessors.items[i];

		if (assessor->person == casework_actor(scoring->desk->cw))
			continue;
		at += (size_t)snprintf(out + at, 512 - at, "%s%.*s %s", others++ ? ", " : "",
			TEXT_PART(assessor->name, 80),
			assessor->submitted_at ? _("has handed in") : _("has not handed in"));
	}
	if (others && !scoring->seen && at < 512)
		snprintf(out + at, 512 - at, "%s", _(". Their points are shown when you have handed in yours."));
}

/* "Elin Björk 3: reason (first 4, again 2026-11-06: why)". */
static void view_say(const struct score_view *view, int which, char out[512])
{
	const char *reason = view->reason[which] ? view->reason[which] : "";
	const struct score_word *first = NULL, *last = NULL;
	int at = view->points[which] == SCORE_ABSTAINED
			 ? snprintf(out, 512, _("%.*s abstains: %.*s"), TEXT_PART(view->name, 60),
				   (int)text_fit(reason, 160, NULL), reason)
			 : snprintf(out, 512, "%.*s %d: %.*s", TEXT_PART(view->name, 60), view->points[which],
				   (int)text_fit(reason, 160, NULL), reason);

	for (int i = 0; i < view->word_count; i++) {
		if (view->words[i].criterion != which)
			continue;
		first = first ? first : &view->words[i];
		last = &view->words[i];
	}
	if (!view->late[which] || !first || !last->why || at >= 512)
		return;
	if (first->points == SCORE_ABSTAINED)
		snprintf(out + at, (size_t)(512 - at), _(" (abstained first, again %.10s: %.*s)"), last->at,
			(int)text_fit(last->why, 80, NULL), last->why);
	else
		snprintf(out + at, (size_t)(512 - at), _(" (first %d, again %.10s: %.*s)"), first->points, last->at,
			(int)text_fit(last->why, 80, NULL), last->why);
}

/* What the assessors have said together of the criterion, the latest. */
static int agreed_draw(const struct scoring *scoring, struct area area, int row)
{
	const struct consensus *said = NULL;
	char text[512];

	for (int i = 0; i < scoring->views.consensus_count; i++) {
		const struct consensus *each = &scoring->views.consensus[i];
		const char *id = scoring->views.criteria[each->criterion]->id;
		if (each->counts && !strcmp(id, scoring_criterion(scoring, scoring_focus(scoring))->id))
			said = each;
	}
	if (!said)
		return row;
	if (said->points == SCORE_NONE)
		snprintf(text, sizeof text, _("Discussed %s, no step agreed on: %.*s"), said->on_day,
			(int)text_fit(said->discussion, 200, NULL), said->discussion);
	else
		snprintf(text, sizeof text, _("Agreed step %d, %s: %.*s"), said->points, said->on_day,
			(int)text_fit(said->discussion, 200, NULL), said->discussion);
	return row + area_lines(area, row, STYLE_BOLD, text);
}

static void others_draw(const struct scoring *scoring, struct area area, int row)
{
	int which = scoring_focus(scoring);
	char text[512];

	if (!scoring->seen) {
		waiting_say(scoring, text);
		if (text[0])
			fact_draw(area, row, text_width(_("Others:")) + 2, _("Others:"), text);
		return;
	}
	row = agreed_draw(scoring, area, row);
	for (int i = 0; i < scoring->views.count && row < area.rows; i++) {
		const struct score_view *view = &scoring->views.items[i];

		if (view->points[which] == SCORE_NONE || (scoring->own && view->own && !view->late[which]))
			continue;
		view_say(view, which, text);
		row += area_lines(area_part(area, 0, 0, area.rows, area.columns), row, STYLE_PLAIN, text);
	}
}

static int text_rows(const struct scoring *scoring, int columns_wide)
{
	const char *text = scoring->part == PART_REASON ? editor_text(&scoring->reason)
							: scoring->marks[scoring_focus(scoring)].reason;

	return text ? wrap_rows(text, columns_wide - 2) : 1;
}

static int steps_rows(const struct scoring *scoring, int columns_wide)
{
	const struct criterion *criterion = scoring_criterion(scoring, scoring_focus(scoring));
	int rows = 0;

	for (int step = 0; step < STEPS; step++)
		rows += wrap_rows(criterion->step[step][words_swedish()], columns_wide - 4);
	return rows;
}

/* What there is room for of: the steps, the reason, one's own points in the round, the others. */
static void block_draw(const struct scoring *scoring, struct area area)
{
	int reason = 1 + text_rows(scoring, area.columns), least = scoring->own ? 3 : 0, row = 0;
	int room = area.rows - least - 1, steps = steps_rows(scoring, area.columns);

	if (scoring_focus(scoring) < 0)
		return;
	if (room >= STEPS) {
		bool whole = room >= steps + 1;

		if (whole && room >= steps + 2)
			area_text(area, row++, 0, STYLE_BOLD,
				scoring_criterion(scoring, scoring_focus(scoring))->name[words_swedish()]);
		row = steps_draw(scoring, area, row, whole);
	}
	if (scoring->own) {
		int most = area.rows - row - 1;

		row += most > reason + 3;
		row = reason_draw(scoring, area, row, most < 2 ? 2 : reason < most ? reason : most);
		if (area.rows - row > 3)
			distribution_draw(scoring, area, ++row);
		row += area.rows - row > 3 ? 2 : 1;
		row -= row > area.rows - 1 && area.rows > 3;
	}
	others_draw(scoring, area, row);
}

void scoring_reason_fit(struct scoring *scoring, int rows, int columns_wide)
{
	int right = right_columns(columns_wide), block = rows - list_rows(scoring, rows);

	editor_fit(&scoring->reason, block > 2 ? block - 2 : 1, right - 2);
}

/* ---- the whole */

static void text_draw(const struct scoring *scoring, struct area area)
{
	struct area body = area_part(area, 1, 0, area.rows - 1, area.columns);

	area_text(area, 0, 0, STYLE_PLAIN, _("Application  (Tab goes between the parts, / finds in the text)"));
	area_style(area, 0, 0, area.columns, STYLE_UNDERLINE);
	reader_draw(&scoring->text, body);
	for (int row = 0; scoring->part != PART_TEXT && row < body.rows; row++)
		area_blank(body, row, 0, 1);
}

static void sheet_draw(const struct scoring *scoring, struct area area)
{
	int list = list_rows(scoring, area.rows), gap = area.rows - list > BLOCK_LEAST + STEPS + 2;

	if (list) {
		listing_draw(&scoring->listing, area_part(area, 0, 0, list - 1, area.columns));
		sum_draw(scoring, area, list - 1);
	}
	block_draw(scoring, area_part(area, list + gap, 0, area.rows - list - gap, area.columns));
}

void scoring_draw(const struct pane *pane, struct area area)
{
	const struct scoring *scoring = pane->state;
	int right = right_columns(area.columns);

	if (right == area.columns) {
		if (scoring->part == PART_TEXT)
			text_draw(scoring, area);
		else
			sheet_draw(scoring, area);
		return;
	}
	struct area left = area_part(area, 0, 0, area.rows, SCORING_TEXT);
	area_divider(area, SCORING_TEXT);
	if (scoring->part != PART_TEXT)
		text_draw(scoring, left);
	sheet_draw(scoring, area_part(area, 0, area.columns - right, area.rows, right));
	if (scoring->part == PART_TEXT)
		text_draw(scoring, left);
}
