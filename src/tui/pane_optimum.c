/* What the points alone would fund, beside the chair's order. Invariant: the chair's order stands, row by row, and what
 * points would do is said beside it; the sums are of what the actor sees. */
#include "csv/reports.h"
#include "tui/desk.h"
#include "tui/listing.h"
#include "tui/solving.h"
#include "tui/writing.h"

#include "base/buffer.h"
#include "base/words.h"

struct alone {
	struct desk *desk;
	int year;
	struct solving *solving; /* NULL: it could not begin, or was given up */
	bool working;            /* the loop has been told so */
	const struct optimum *best;
	int *order, count; /* indexes among the measures, in the ranking's order */
	struct listing listing;
	struct writing writing;
};

static const struct firm *firm_of(const struct alone *alone)
{
	return solving_firm(alone->solving);
}

/* ---- rows */

enum { PLACE, NUMBER, REGION, TITLE, POINTS, CHAIR, ALONE, DIFFERENCE, PROPOSED, GIVEN };
static const struct column columns[] = {
	{.head = N_("Place"), .width = 5, .least = 5, .right = true},
	{.head = N_("No"), .width = 9, .least = 9, .right = true},
	{.head = N_("Region"), .width = 18, .least = 8, .rank = 4},
	{.head = N_("Measure"), .width = 40, .least = 20, .rank = 1},
	{.head = N_("Points"), .width = 6, .least = 6, .rank = 6, .right = true},
	{.head = N_("Chair"), .width = 12, .least = 11, .rank = 3},
	{.head = N_("Points alone"), .width = 12, .least = 12},
	{.head = N_("Change"), .width = 10, .least = 10},
	{.head = N_("Proposed"), .width = 8, .least = 8, .rank = 5, .right = true},
	{.head = N_("By points"), .width = 9, .least = 8, .rank = 2, .right = true},
	{.head = NULL},
};

static long alone_count(const void *rows)
{
	return ((const struct alone *)rows)->count;
}

static int64_t alone_id(const void *rows, long row)
{
	const struct alone *alone = rows;

	return firm_of(alone)->rows[alone->order[row]]->measure;
}

static int64_t part_sum(const struct optimum_part *part)
{
	int64_t sum = 0;

	for (int y = 0; y < BUDGET_YEARS; y++)
		sum += part->ore[y];
	return sum;
}

static const char *alone_word(const struct rank_row *row, const struct optimum_part *part)
{
	if (row->outcome)
		return _("decided");
	if (row->fit == RANK_UNKNOWN)
		return _("unknown");
	return part->whole ? _("whole") : part->any ? _("part") : _("nothing");
}

/* Across the line in full, on one side of it only. */
static const char *change_word(const struct rank_row *row, const struct optimum_part *part)
{
	bool chair = row->fit == RANK_INSIDE;

	if (row->outcome || row->fit == RANK_UNKNOWN || chair == part->whole)
		return "";
	return part->whole ? _("comes in") : _("falls out");
}

static void alone_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct alone *alone = rows;
	const struct rank_row *row = firm_of(alone)->rows[alone->order[at]];
	const struct optimum_part *part = &alone->best->parts[alone->order[at]];
	char number[DESK_NUMBER];

	out[0] = '\0';
	switch (column) {
	case PLACE: snprintf(out, LISTING_TEXT, "%d", row->place); break;
	case NUMBER:
		snprintf(out, LISTING_TEXT, "%s",
			desk_measure(alone->desk, row->year, row->application_n, row->n, number));
		break;
	case REGION: snprintf(out, LISTING_TEXT, "%s", row->lead_short); break;
	case TITLE: snprintf(out, LISTING_TEXT, "%s", row->title); break;
	case POINTS: snprintf(out, LISTING_TEXT, "%d", row->points_100); break;
	case CHAIR: snprintf(out, LISTING_TEXT, "%s", row->outcome ? _("decided") : rank_fit_word(row->fit)); break;
	case ALONE: snprintf(out, LISTING_TEXT, "%s", alone_word(row, part)); break;
	case DIFFERENCE: snprintf(out, LISTING_TEXT, "%s", change_word(row, part)); break;
	case PROPOSED: desk_tkr(alone->desk, row->proposed_ore, cells, out, LISTING_TEXT); break;
	case GIVEN:
		if (!row->outcome && row->fit != RANK_UNKNOWN)
			desk_tkr(alone->desk, part_sum(part), cells, out, LISTING_TEXT);
		break;
	}
}

static void alone_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct alone *alone = rows;

	if (alone->solving && !solving_ready(alone->solving))
		snprintf(out, LISTING_TEXT, "%s", _("Being worked out. Every key works meanwhile; Esc gives it up."));
	else if (alone->solving && solving_why(alone->solving))
		snprintf(out, LISTING_TEXT, "%s", solving_why(alone->solving));
	else if (alone->solving)
		snprintf(out, LISTING_TEXT, "%s",
			_("Nothing to choose among: no measure in the round has a place by points that you may see."));
	else
		snprintf(out, LISTING_TEXT, "%s", _("Given up. r begins again."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = alone_count,
	.id = alone_id,
	.text = alone_text,
	.empty = alone_empty,
};

/* ---- below the list */

static void sums_say(const struct alone *alone, struct buffer *out)
{
	const struct firm *firm = firm_of(alone);
	int64_t value, ore, given = 0, apart;
	char money[3][MONEY_TEXT];
	struct arena arena;

	arena_init(&arena);
	firm_chair(firm, &value, &ore);
	for (int i = 0; i < alone->best->count; i++)
		given += part_sum(&alone->best->parts[i]);
	apart = alone->best->value - value;
	buffer_format(out,
		_("Points alone %s points, %s (SEK '000); the chair's order %s points, %s: %s%s points, %s."),
		points_sum_text(&arena, firm, alone->best->value),
		money_text(given, MONEY_TKR, alone->desk->swedish, money[0]), points_sum_text(&arena, firm, value),
		money_text(ore, MONEY_TKR, alone->desk->swedish, money[1]), apart < 0 ? "−" : "+",
		points_sum_text(&arena, firm, apart < 0 ? -apart : apart),
		money_text(given - ore, MONEY_TKR, alone->desk->swedish, money[2]));
	arena_done(&arena);
}

/* No limit at all, no room at all, or what binds. */
static void years_say(const struct alone *alone, struct buffer *out)
{
	const struct firm *firm = firm_of(alone);
	char left[MONEY_TEXT];
	bool any = false;

	for (int y = 0; y < BUDGET_YEARS; y++) {
		int64_t room = firm->optimum.room[y];
		any |= room != MONEY_UNKNOWN;
		if (room != MONEY_UNKNOWN && room < 0)
			buffer_format(out,
				_(" %d: the %s is passed by %s already; nothing that asks money of it fits."),
				BUDGET_FIRST + y, limit_kind_word(firm->ranking.room_kind[y]),
				money_text(-room, MONEY_TKR, alone->desk->swedish, left));
		else if (alone->best->stopped[y])
			buffer_format(out,
				ngettext(" %d binds (%s): %s left, %d measure outside asks for more.",
					" %d binds (%s): %s left, %d measures outside ask for more.",
					(unsigned long)alone->best->stopped[y]),
				BUDGET_FIRST + y, limit_kind_word(firm->ranking.room_kind[y]),
				money_text(alone->best->left[y], MONEY_TKR, alone->desk->swedish, left),
				alone->best->stopped[y]);
	}
	if (!any)
		buffer_text(out, _(" No limit is entered: nothing stops anything, and everything is funded."));
}

static void proof_say(struct alone *alone, struct buffer *out)
{
	const struct firm *firm = firm_of(alone);
	struct arena arena;

	arena_init(&arena);
	if (alone->best->best)
		buffer_format(out, " %s", _("Proven: no selection within the limits is worth more."));
	else
		buffer_format(out, _(" Not proven: at most %s points are possible."),
			points_sum_text(&arena, firm, alone->best->bound));
	if (firm->left_out)
		buffer_format(out,
			ngettext(" %d measure is left out: not assessed, or hidden.",
				" %d measures are left out: not assessed, or hidden.", (unsigned long)firm->left_out),
			firm->left_out);
	arena_done(&arena);
}

enum { FOOT_MOST = 7 };

static int foot_rows(const struct alone *alone, int rows)
{
	int spare = rows - 7;

	return !alone->best || spare < 1 ? 0 : spare > FOOT_MOST ? FOOT_MOST : spare;
}

static void foot_draw(struct alone *alone, struct area area)
{
	int blank = area.rows > 3;
	struct buffer words;

	buffer_init(&words);
	sums_say(alone, &words);
	years_say(alone, &words);
	proof_say(alone, &words);
	area_text(area, blank, 0, STYLE_BOLD, _("Points are not the test of 13 §."));
	if (area.rows > blank + 1)
		area_lines(
			area_part(area, blank + 1, 0, area.rows - blank - 1, area.columns), 0, STYLE_PLAIN, words.text);
	buffer_done(&words);
}

static void optimum_draw(const struct pane *pane, struct area area)
{
	struct alone *alone = pane->state;
	int foot = foot_rows(alone, area.rows);

	listing_draw(&alone->listing, area_part(area, 0, 0, area.rows - foot, area.columns));
	if (foot)
		foot_draw(alone, area_part(area, area.rows - foot, 0, foot, area.columns));
}

static void optimum_head(const struct pane *pane, struct head *head)
{
	const struct alone *alone = pane->state;
	char year[32];

	snprintf(year, sizeof year, "%d", alone->year);
	snprintf(head->left, sizeof head->left, _("Points alone · round %s"), alone->desk->round_name);
	snprintf(head->middle, sizeof head->middle, _("%s · SEK '000"), alone->year ? year : _("all years"));
	if (alone->solving && !solving_ready(alone->solving))
		snprintf(head->right, sizeof head->right, "%s", _("being worked out"));
	else if (alone->best)
		snprintf(head->right, sizeof head->right, "%s", alone->best->best ? _("proven") : _("not proven"));
}

/* ---- working it out */

static void order_fill(struct alone *alone)
{
	const struct firm *firm = firm_of(alone);

	free(alone->order);
	alone->order = memory_take(((size_t)firm->count + 1) * sizeof *alone->order);
	alone->count = 0;
	for (int i = 0; i < firm->ranking.count; i++) {
		int at = firm_find(firm, firm->ranking.items[i].measure);
		if (at >= 0)
			alone->order[alone->count++] = at;
	}
}

static void solving_stop(struct ui *ui, struct alone *alone)
{
	if (alone->working)
		ui_working(ui, false);
	solving_end(alone->solving);
	alone->working = false;
	alone->solving = NULL;
	alone->best = NULL;
	alone->count = 0;
}

static void optimum_load(struct ui *ui, struct pane *pane)
{
	struct alone *alone = pane->state;
	struct error err = {0};

	solving_stop(ui, alone);
	alone->solving = solving_begin(alone->desk->cw, alone->desk->round, alone->year, &err);
	if (!alone->solving) {
		desk_refused(ui, &err);
		return;
	}
	alone->working = true;
	ui_working(ui, true);
}

static void optimum_tick(struct ui *ui, struct pane *pane)
{
	struct alone *alone = pane->state;
	bool ready;

	if (!alone->working)
		return;
	ready = solving_ready(alone->solving);
	alone->best = solving_best(alone->solving);
	if (alone->best && !alone->count) {
		order_fill(alone);
		listing_follow(&alone->listing);
	}
	alone->working = !ready;
	if (ready)
		ui_working(ui, false);
	else
		ui_look(ui);
}

static bool optimum_escape(struct ui *ui, struct pane *pane)
{
	struct alone *alone = pane->state;

	if (!alone->working)
		return false;
	solving_stop(ui, alone);
	return true;
}

static bool optimum_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to rank in yet."));
	struct alone *alone;

	if (!desk)
		return false;
	alone = memory_take(sizeof *alone);
	*alone = (struct alone){.desk = desk, .year = *(const int *)what};
	listing_init(&alone->listing, &table, alone);
	pane->state = alone;
	return true;
}

static void optimum_close(struct ui *ui, struct pane *pane)
{
	struct alone *alone = pane->state;

	solving_stop(ui, alone);
	free(alone->order);
	free(alone);
}

static struct listing *optimum_listing(const struct pane *pane)
{
	struct alone *alone = pane->state;

	alone->listing.elsewhere = foot_rows(alone, pane->rows);
	return &alone->listing;
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct alone *alone = pane->state;
	long row = listing_focus(&alone->listing);

	if (row != LISTING_NONE && row < alone->count)
		ui_push(ui, &detail_pane, &firm_of(alone)->rows[alone->order[row]]->application);
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	const struct alone *alone = pane->state;

	(void)ui;
	(void)err;
	report_optimum(report, firm_of(alone), alone->best, alone->desk->with_year);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct alone *alone = pane->state;

	writing_report(ui, &alone->writing, report_make,
		_("Write out what the points alone would fund. The name's ending says how: .csv, .json or "
		  ".txt."),
		_("points-alone-%s.csv"), alone->desk->round_name);
}

static const char *write_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return ((const struct alone *)pane->state)->best ? NULL : _("There is nothing to write yet.");
}

static const struct action actions[] = {
	{.name = "case-open", .keys = "Enter", .help = N_("open the case"), .hint = N_("open"), .run = open_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run,
		.barred = write_barred},
	{.name = NULL},
};

const struct pane_kind optimum_pane = {
	.name = "optimum",
	.title = N_("Points alone"),
	.actions = actions,
	.open = optimum_open,
	.close = optimum_close,
	.load = optimum_load,
	.tick = optimum_tick,
	.escape = optimum_escape,
	.draw = optimum_draw,
	.head = optimum_head,
	.listing = optimum_listing,
};
