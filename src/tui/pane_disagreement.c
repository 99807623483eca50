/* Oenighet: where the assessors of a round differ, and whether it has been discussed. Invariant: a number stands for
 * every difference, and what is hidden from the person is neither a row nor in any sum. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"
#include "tui/writing.h"

#include "base/words.h"
#include "csv/reports.h"

enum { FOOT_MOST = 8, FOOT_FROM = 10, LIST_LEAST = 6, NAMES_FROM = 120 };

struct disagreement {
	struct desk *desk;
	struct differ differ; /* round 0: nothing read yet */
	enum differ_order order;
	struct listing listing;
	struct writing writing;
};

/* ---- rows */

enum { NUMBER, REGION, TITLE, PLACE, MEAN, MEDIAN, RANGE, SPREAD, APART, TALKED };
static const struct column columns[] = {
	{.head = N_("No"), .width = 9, .least = 9, .right = true},
	{.head = N_("Region"), .width = 18, .least = 8, .rank = 2},
	{.head = N_("Measure"), .width = 40, .least = 8, .rank = 1},
	{.head = N_("Place"), .width = 5, .rank = 3, .right = true},
	{.head = N_("Mean"), .width = 5, .right = true},
	{.head = N_("Median"), .width = 6, .right = true},
	{.head = N_("Lo–hi"), .width = 6, .rank = 5, .right = true},
	{.head = N_("Spread"), .width = 6, .rank = 6, .right = true},
	{.head = N_("Two steps"), .width = 22, .least = 7, .rank = 4},
	{.head = N_("Talk"), .width = 6, .right = true},
	{.head = NULL},
};

static const struct differ_row *row_at(const void *rows, long at)
{
	return &((const struct disagreement *)rows)->differ.items[at];
}

static long row_count(const void *rows)
{
	return ((const struct disagreement *)rows)->differ.count;
}

static int64_t row_id(const void *rows, long at)
{
	return row_at(rows, at)->measure;
}

static void known_say(int number, char out[LISTING_TEXT])
{
	if (number < 0)
		snprintf(out, LISTING_TEXT, "-");
	else
		snprintf(out, LISTING_TEXT, "%d", number);
}

static void range_say(const struct differ_row *row, char out[LISTING_TEXT])
{
	if (row->lowest_100 < 0)
		snprintf(out, LISTING_TEXT, "-");
	else
		snprintf(out, LISTING_TEXT, "%d–%d", row->lowest_100, row->highest_100);
}

/* Of those that differ, how many have been discussed. */
static void talked_say(const struct differ_row *row, char out[LISTING_TEXT])
{
	if (row->count)
		snprintf(out, LISTING_TEXT, "%d/%d", row->count - row->open, row->count);
	else
		snprintf(out, LISTING_TEXT, "-");
}

static void apart_say(const struct disagreement *state, const struct differ_row *row, char out[LISTING_TEXT])
{
	struct arena arena;

	arena_init(&arena);
	snprintf(out, LISTING_TEXT, "%s", differ_steps_text(&arena, &state->differ, row, DIFFER_NOT_DISCUSSED, true));
	arena_done(&arena);
}

static void cell_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct disagreement *state = rows;
	const struct differ_row *row = row_at(rows, at);
	char number[DESK_NUMBER];

	(void)cells;
	out[0] = '\0';
	switch (column) {
	case NUMBER:
		snprintf(out, LISTING_TEXT, "%s",
			desk_measure(state->desk, row->year, row->application_n, row->n, number));
		break;
	case REGION: snprintf(out, LISTING_TEXT, "%s", row->lead_short); break;
	case TITLE: snprintf(out, LISTING_TEXT, "%s", row->title); break;
	case PLACE: known_say(row->place ? row->place : -1, out); break;
	case MEAN: known_say(row->points_100, out); break;
	case MEDIAN: known_say(row->median_100, out); break;
	case RANGE: range_say(row, out); break;
	case SPREAD: known_say(row->spread_100, out); break;
	case APART: apart_say(state, row, out); break;
	case TALKED: talked_say(row, out); break;
	}
}

/* "!" is to be discussed. */
static char row_flag(const void *rows, long at)
{
	return row_at(rows, at)->open ? '!' : ' ';
}

static void rows_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct disagreement *state = rows;

	snprintf(out, LISTING_TEXT, "%s %s", _("No assessors differ by two steps or more."),
		state->differ.hidden ? _("Measures whose points are hidden from you are not here.")
				     : _("No measure has two assessments handed in yet."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = row_count,
	.id = row_id,
	.text = cell_text,
	.flag = row_flag,
	.empty = rows_empty,
};

/* ---- reading */

static void disagreement_load(struct ui *ui, struct pane *pane)
{
	struct disagreement *state = pane->state;
	struct differ fresh;
	struct error err = {0};

	if (!desk_refresh(state->desk, &err) ||
		!differ_load(state->desk->cw, state->desk->round, state->order, &fresh, &err)) {
		desk_refused(ui, &err);
		return;
	}
	differ_done(&state->differ);
	state->differ = fresh;
	listing_follow(&state->listing);
}

static bool disagreement_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to rank in yet."));
	struct disagreement *state;

	(void)what;
	if (!desk)
		return false;
	state = memory_take(sizeof *state);
	*state = (struct disagreement){.desk = desk, .order = DIFFER_BY_DISAGREEMENT};
	listing_init(&state->listing, &table, state);
	pane->state = state;
	return true;
}

static void disagreement_close(struct ui *ui, struct pane *pane)
{
	struct disagreement *state = pane->state;

	(void)ui;
	differ_done(&state->differ);
	free(state);
}

static const struct differ_row *focused(const struct disagreement *state)
{
	long row = listing_focus(&state->listing);

	return row >= 0 && row < state->differ.count ? &state->differ.items[row] : NULL;
}

/* ---- drawing */

static int foot_rows(int rows)
{
	int spare = rows - LIST_LEAST;

	if (rows < FOOT_FROM)
		return 0;
	return spare > FOOT_MOST ? FOOT_MOST : spare;
}

static struct listing *disagreement_listing(const struct pane *pane)
{
	struct disagreement *state = pane->state;

	state->listing.elsewhere = foot_rows(pane->rows);
	return &state->listing;
}

static const char *round_say(struct arena *arena, const struct differ *differ)
{
	const char *text;

	if (!differ->differing)
		text = _("No assessors differ by two steps or more.");
	else if (!differ->open)
		text = _("All that differs by two steps or more has been discussed.");
	else
		text = arena_format(arena,
			ngettext("%d criterion two steps apart or more is not discussed",
				"%d criteria two steps apart or more are not discussed", (unsigned long)differ->open),
			differ->open);
	if (differ->hidden)
		text = arena_format(arena,
			ngettext("%s · %d measure hidden from you", "%s · %d measures hidden from you",
				(unsigned long)differ->hidden),
			text, differ->hidden);
	return text;
}

static const char *row_say(struct arena *arena, const struct disagreement *state, const struct differ_row *row)
{
	char number[DESK_NUMBER];
	const char *text = arena_format(arena, _("%s %s: %d of %d handed in"),
		desk_measure(state->desk, row->year, row->application_n, row->n, number), row->lead_short,
		row->submitted, row->assessors);

	if (row->lowest_step >= 0)
		text = arena_format(arena, _("%s, lowest step %d"), text, row->lowest_step);
	if (row->abstained)
		text = arena_format(arena, _("%s, abstained from: %d"), text, row->abstained);
	return text;
}

/* "K4: 1, 3 · agreed 2 2026-12-01: …"; with names where there is room. */
static const char *criterion_say(struct arena *arena, const struct disagreement *state, const struct differ_row *row,
	const struct differing *item, bool wide)
{
	const struct differ *differ = &state->differ;
	const char *text;

	if (wide)
		text = arena_format(arena, "%s %s: %s · %s", differ->criteria[item->criterion],
			differ->names[item->criterion], differ_given_text(arena, row, item->criterion, true),
			differ_talk_words(arena, item));
	else
		text = arena_format(arena, "%s: %s · %s", differ->criteria[item->criterion],
			differ_given_text(arena, row, item->criterion, false), differ_talk_words(arena, item));
	return item->discussion ? arena_format(arena, "%s %s: %s", text, item->on_day, item->discussion) : text;
}

static void foot_draw(const struct disagreement *state, struct area area)
{
	const struct differ_row *row = focused(state);
	bool wide = area.columns >= NAMES_FROM;
	struct arena arena;
	int at = 1, room = area.rows - 3;

	arena_init(&arena);
	area_text(area, at++, 0, STYLE_BOLD, round_say(&arena, &state->differ));
	if (row) {
		area_text(area, at++, 0, STYLE_PLAIN, row_say(&arena, state, row));
		if (!row->count)
			area_text(area, at, 2, STYLE_PLAIN, _("Nobody differs by two steps or more here."));
		int shown = row->count > room ? room - 1 : row->count;
		for (int d = 0; d < shown; d++)
			area_text(
				area, at++, 2, STYLE_PLAIN, criterion_say(&arena, state, row, &row->criteria[d], wide));
		if (shown < row->count && shown >= 0)
			area_format(area, at, 2, STYLE_PLAIN, _("and %d more"), row->count - shown);
	}
	arena_done(&arena);
}

static void disagreement_draw(const struct pane *pane, struct area area)
{
	const struct disagreement *state = pane->state;
	int foot = foot_rows(area.rows);

	listing_draw(&state->listing, area_part(area, 0, 0, area.rows - foot, area.columns));
	if (foot)
		foot_draw(state, area_part(area, area.rows - foot, 0, foot, area.columns));
}

static void disagreement_head(const struct pane *pane, struct head *head)
{
	const struct disagreement *state = pane->state;

	snprintf(head->left, sizeof head->left, _("Disagreement · round %s"), state->desk->round_name);
	snprintf(head->middle, sizeof head->middle, "%s", differ_order_words(state->order));
	snprintf(head->right, sizeof head->right,
		ngettext("%d measure", "%d measures", (unsigned long)state->differ.count), state->differ.count);
}

/* ---- the person's doing */

static void sort_run(struct ui *ui, struct pane *pane)
{
	struct disagreement *state = pane->state;

	state->order = (enum differ_order)((state->order + 1) % DIFFER_ORDERS);
	differ_sort(&state->differ, state->order);
	listing_follow(&state->listing);
	ui_say(ui, "%s.", differ_order_words(state->order));
}

/* From the row after the one in focus, and around. */
static void open_next_run(struct ui *ui, struct pane *pane)
{
	struct disagreement *state = pane->state;
	long focus = listing_focus(&state->listing);

	for (int i = 1; i <= state->differ.count; i++) {
		long at = (focus + i) % state->differ.count;
		if (!state->differ.items[at].open)
			continue;
		listing_to(&state->listing, at, listing_page(&state->listing, pane->rows, pane->columns));
		return;
	}
	ui_say(ui, "%s", _("All that differs by two steps or more has been discussed."));
}

static void record_run(struct ui *ui, struct pane *pane)
{
	const struct disagreement *state = pane->state;
	const struct differ_row *row = focused(state);

	if (row)
		consensus_form(ui, state->desk->round, row->measure);
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	const struct disagreement *state = pane->state;

	(void)ui;
	(void)err;
	report_differ(report, &state->differ, state->desk->with_year);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct disagreement *state = pane->state;

	writing_report(ui, &state->writing, report_make,
		_("Write out where assessors differ. The name's ending says how: .csv, .json or .txt."),
		_("disagreement-%s.csv"), state->desk->round_name);
}

static unsigned relation_of(const struct pane *pane)
{
	const struct differ_row *row = focused(pane->state);

	if (!row)
		return RELATION_NONE;
	return (row->barred ? RELATION_BARRED : 0u) | (row->closed ? RELATION_CLOSED : 0u);
}

static const char *record_barred(const struct ui *ui, const struct pane *pane)
{
	const struct differ_row *row = focused(pane->state);
	const char *why = desk_barred_in(ui, RIGHT_CONSENSUS_RECORD, relation_of(pane));

	if (why)
		return why;
	if (!row || !row->count)
		return _("Nobody differs by two steps or more here.");
	if (row->decided)
		return _("The measure is decided: its points stay as they were.");
	return row->submitted < row->assessors
		       ? _("All assessors hand in first: they score by themselves, and talk after.")
		       : NULL;
}

static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return ((const struct disagreement *)pane->state)->differ.open
		       ? NULL
		       : _("Nothing that differs by two steps or more is left to discuss.");
}

static const char *disagreement_notice(const struct pane *pane)
{
	return desk_notice(relation_of(pane));
}

static const struct action actions[] = {
	{.name = "consensus-record",
		.keys = "Enter",
		.help = N_("record what the assessors said together of a criterion"),
		.hint = N_("record"),
		.changes = true,
		.run = record_run,
		.barred = record_barred},
	{.name = "undiscussed-next",
		.keys = "Tab",
		.help = N_("go to the next measure with something left to discuss"),
		.run = open_next_run,
		.barred = open_barred},
	{.name = "sort-next",
		.keys = "s",
		.help = N_("sort by disagreement, place or number"),
		.hint = N_("sort"),
		.run = sort_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind disagreement_pane = {
	.name = "disagreement",
	.title = N_("Disagreement"),
	.actions = actions,
	.open = disagreement_open,
	.close = disagreement_close,
	.load = disagreement_load,
	.draw = disagreement_draw,
	.head = disagreement_head,
	.listing = disagreement_listing,
	.notice = disagreement_notice,
};
