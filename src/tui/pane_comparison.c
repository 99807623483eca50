/* Two proposals of a round side by side: what moved, what fell in or out, what it costs. Invariant: both are read at
 * one moment, and a row that is hidden in either is in neither. */
#include "csv/reports.h"
#include "tui/desk.h"
#include "tui/dialog.h"
#include "tui/listing.h"
#include "tui/writing.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

struct beside {
	struct desk *desk;
	int year, before, after; /* 0: all years; after 0: the newest */
	struct comparison comparison;
	struct proposal_list proposals;
	bool read;
	struct listing listing;
	struct writing writing;
};

/* ---- rows */

enum { NUMBER, REGION, TITLE, BEFORE, AFTER, MOVE, FIT_BEFORE, FIT_AFTER, FALL, MORE };
static const struct column columns[] = {
	{.head = N_("No"), .width = 9, .least = 9, .right = true},
	{.head = N_("Region"), .width = 18, .least = 8, .rank = 4},
	{.head = N_("Measure"), .width = 40, .least = 20, .rank = 1},
	{.head = N_("Was"), .width = 4, .least = 4, .right = true},
	{.head = N_("Is"), .width = 4, .least = 4, .right = true},
	{.head = N_("Moved"), .width = 5, .least = 5, .right = true},
	{.head = N_("Limit before"), .width = 13, .least = 9, .rank = 2},
	{.head = N_("Limit after"), .width = 13, .least = 9, .rank = 3},
	{.head = N_("Change"), .width = 10, .least = 10},
	{.head = N_("More"), .width = 8, .least = 8, .rank = 5, .right = true},
	{.head = NULL},
};

static const struct compared *item_of(const struct beside *beside, long row)
{
	return &beside->comparison.items[row];
}

static const struct rank_row *row_of(const struct compared *item)
{
	return item->after ? item->after : item->before;
}

static long beside_count(const void *rows)
{
	return ((const struct beside *)rows)->comparison.count;
}

static int64_t beside_id(const void *rows, long row)
{
	return row_of(item_of(rows, row))->measure;
}

static void place_say(const struct rank_row *row, char out[LISTING_TEXT])
{
	if (row && row->place)
		snprintf(out, LISTING_TEXT, "%d", row->place);
	else
		snprintf(out, LISTING_TEXT, "-");
}

static const char *fall_word(const struct compared *item)
{
	if (!item->before)
		return _("new");
	if (!item->after)
		return _("gone");
	return item->fell_in ? _("comes in") : item->fell_out ? _("falls out") : "";
}

static void more_say(const struct beside *beside, const struct compared *item, int cells, char out[LISTING_TEXT])
{
	char money[LISTING_TEXT];

	if (item->more_ore == 0)
		return;
	desk_tkr(beside->desk, item->more_ore, cells - 1, money, sizeof money);
	snprintf(out, LISTING_TEXT, "%s%.*s", item->more_ore > 0 && item->more_ore != MONEY_UNKNOWN ? "+" : "",
		LISTING_TEXT - 2, money);
}

static void beside_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct beside *beside = rows;
	const struct compared *item = item_of(beside, at);
	const struct rank_row *row = row_of(item);
	char number[DESK_NUMBER];

	out[0] = '\0';
	switch (column) {
	case NUMBER:
		snprintf(out, LISTING_TEXT, "%s",
			desk_measure(beside->desk, row->year, row->application_n, row->n, number));
		break;
	case REGION: snprintf(out, LISTING_TEXT, "%s", row->lead_short); break;
	case TITLE: snprintf(out, LISTING_TEXT, "%s", row->title); break;
	case BEFORE: place_say(item->before, out); break;
	case AFTER: place_say(item->after, out); break;
	case MOVE:
		if (item->moved)
			snprintf(out, LISTING_TEXT, "%+d", item->moved);
		break;
	case FIT_BEFORE: snprintf(out, LISTING_TEXT, "%s", item->before ? rank_fit_word(item->before->fit) : ""); break;
	case FIT_AFTER: snprintf(out, LISTING_TEXT, "%s", item->after ? rank_fit_word(item->after->fit) : ""); break;
	case FALL: snprintf(out, LISTING_TEXT, "%s", fall_word(item)); break;
	case MORE: more_say(beside, item, cells, out); break;
	}
}

static unsigned beside_style(const void *rows, long row, int column)
{
	const struct compared *item = item_of(rows, row);

	return column == -1 && (item->fell_in || item->fell_out) ? STYLE_BOLD : STYLE_PLAIN;
}

static void beside_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("There is no measure in either proposal that you may see."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = beside_count,
	.id = beside_id,
	.text = beside_text,
	.style = beside_style,
	.empty = beside_empty,
};

/* ---- below the list */

enum { FOOT_MOST = 4 };

static int foot_rows(const struct beside *beside, int rows)
{
	int spare = rows - 7;

	return !beside->read || spare < 1 ? 0 : spare > FOOT_MOST ? FOOT_MOST : spare;
}

static void sums_say(const struct beside *beside, struct buffer *out)
{
	const struct comparison *both = &beside->comparison;
	char was[MONEY_TEXT], now[MONEY_TEXT], more[MONEY_TEXT];
	bool swedish = beside->desk->swedish;

	buffer_format(out, _("%d moved, %d come in, %d fall out. Above the line %s (SEK '000) before, %s now: %s%s."),
		both->moved, both->fell_in, both->fell_out,
		money_text(both->before.proposed_ore, MONEY_TKR, swedish, was),
		money_text(both->after.proposed_ore, MONEY_TKR, swedish, now), both->more_ore > 0 ? "+" : "",
		money_text(both->more_ore, MONEY_TKR, swedish, more));
}

static void reason_say(const struct beside *beside, struct buffer *out)
{
	long row = listing_focus(&beside->listing);
	const struct rank_row *after = row == LISTING_NONE ? NULL : item_of(beside, row)->after;

	if (after && after->skip_reason)
		buffer_format(out, _(" Skipped: %s"), after->skip_reason);
	if (after && after->reason[0])
		buffer_format(out, _(" Reason: %s"), after->reason);
}

static void comparison_draw(const struct pane *pane, struct area area)
{
	const struct beside *beside = pane->state;
	int foot = foot_rows(beside, area.rows), blank = foot > 2;
	struct buffer words;

	listing_draw(&beside->listing, area_part(area, 0, 0, area.rows - foot, area.columns));
	if (!foot)
		return;
	buffer_init(&words);
	sums_say(beside, &words);
	reason_say(beside, &words);
	area_lines(
		area_part(area, area.rows - foot + blank, 0, foot - blank, area.columns), 0, STYLE_PLAIN, words.text);
	buffer_done(&words);
}

static void comparison_head(const struct pane *pane, struct head *head)
{
	const struct beside *beside = pane->state;
	char year[32];

	snprintf(year, sizeof year, "%d", beside->year);
	snprintf(head->left, sizeof head->left, _("Proposal %d beside %d"), beside->comparison.after.n,
		beside->comparison.before.n);
	snprintf(head->middle, sizeof head->middle, _("%s · SEK '000"), beside->year ? year : _("all years"));
	snprintf(head->right, sizeof head->right, _("round %s"), beside->desk->round_name);
}

/* ---- reading */

static bool both_read(struct beside *beside, struct error *err)
{
	struct comparison comparison;
	struct proposal_list proposals;

	if (!comparison_load(beside->desk->cw, beside->desk->round, beside->before, beside->after, beside->year,
		    &comparison, err))
		return false;
	if (!proposal_list_load(beside->desk->cw, beside->desk->round, &proposals, err)) {
		comparison_done(&comparison);
		return false;
	}
	if (beside->read) {
		comparison_done(&beside->comparison);
		proposal_list_done(&beside->proposals);
	}
	beside->comparison = comparison;
	beside->proposals = proposals;
	beside->read = true;
	return true;
}

static void comparison_reload(struct ui *ui, struct pane *pane)
{
	struct beside *beside = pane->state;
	struct error err = {0};

	if (both_read(beside, &err))
		listing_follow(&beside->listing);
	else
		desk_refused(ui, &err);
}

/* The newest beside the one before it, until others are chosen. */
static bool proposals_choose(struct ui *ui, struct beside *beside)
{
	struct proposal_list list;
	struct error err = {0};
	int newest = 0;

	if (!proposal_list_load(beside->desk->cw, beside->desk->round, &list, &err)) {
		desk_refused(ui, &err);
		return false;
	}
	for (int i = 0; i < list.count; i++)
		newest = list.items[i].n > newest ? list.items[i].n : newest;
	proposal_list_done(&list);
	beside->before = newest - 1;
	if (newest > 1)
		return true;
	ui_say(ui, "%s",
		_("There are not two proposals to compare yet. P saves the proposal as it stands, and the next change "
		  "starts another."));
	return false;
}

static bool comparison_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to rank in yet."));
	struct beside *beside;

	if (!desk)
		return false;
	beside = memory_take(sizeof *beside);
	*beside = (struct beside){.desk = desk, .year = *(const int *)what};
	if (!proposals_choose(ui, beside)) {
		free(beside);
		return false;
	}
	listing_init(&beside->listing, &table, beside);
	pane->state = beside;
	return true;
}

static void comparison_close(struct ui *ui, struct pane *pane)
{
	struct beside *beside = pane->state;

	(void)ui;
	if (beside->read) {
		comparison_done(&beside->comparison);
		proposal_list_done(&beside->proposals);
	}
	free(beside);
}

static struct listing *comparison_listing(const struct pane *pane)
{
	struct beside *beside = pane->state;

	beside->listing.elsewhere = foot_rows(beside, pane->rows);
	return &beside->listing;
}

/* ---- the person's doing */

static void before_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct beside *beside = pane->state;

	(void)ui;
	(void)with;
	beside->before = beside->proposals.items[which].n;
	pane->stale = true;
}

static void after_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct beside *beside = pane->state;

	(void)ui;
	(void)with;
	beside->after = beside->proposals.items[which].n;
	pane->stale = true;
}

static void proposal_ask(struct ui *ui, struct beside *beside, const char *text, int stands,
	void (*chosen)(struct ui *, struct pane *, int, void *))
{
	char words[CHOICES][128], money[MONEY_TEXT];
	const char *choices[CHOICES];
	int count = beside->proposals.count < CHOICES ? beside->proposals.count : CHOICES, first = 0;

	for (int i = 0; i < count; i++) {
		const struct proposal *proposal = &beside->proposals.items[i];
		snprintf(words[i], sizeof words[i], _("Proposal %d  %s  %d inside, %s  %.*s"), proposal->n,
			proposal->locked_at ? _("locked") : _("open"), proposal->inside,
			desk_kr(beside->desk, proposal->proposed_ore, money),
			TEXT_PART(proposal->name ? proposal->name : "", 60));
		choices[i] = words[i];
		first = proposal->n == stands ? i : first;
	}
	dialog_choose(ui,
		&(struct choosing){.text = text, .choices = choices, .count = count, .first = first, .chosen = chosen});
}

static void before_run(struct ui *ui, struct pane *pane)
{
	struct beside *beside = pane->state;

	proposal_ask(ui, beside, _("Which proposal stands before?"), beside->comparison.before.n, before_chosen);
}

static void after_run(struct ui *ui, struct pane *pane)
{
	struct beside *beside = pane->state;

	proposal_ask(ui, beside, _("Which proposal is it compared with?"), beside->comparison.after.n, after_chosen);
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct beside *beside = pane->state;
	long row = listing_focus(&beside->listing);

	if (row != LISTING_NONE)
		ui_push(ui, &detail_pane, &row_of(item_of(beside, row))->application);
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	const struct beside *beside = pane->state;

	(void)ui;
	(void)err;
	report_comparison(report, &beside->comparison, beside->desk->with_year);
	return true;
}

static void write_run(struct ui *ui, struct pane *pane)
{
	struct beside *beside = pane->state;

	writing_report(ui, &beside->writing, report_make,
		_("Write out the comparison. The name's ending says how: .csv, .json or .txt."), _("comparison-%s.csv"),
		beside->desk->round_name);
}

static const struct action actions[] = {
	{.name = "before-choose",
		.keys = "v",
		.help = N_("choose the proposal that stands before"),
		.hint = N_("before"),
		.run = before_run},
	{.name = "after-choose",
		.keys = "V",
		.help = N_("choose the proposal it is compared with"),
		.hint = N_("after"),
		.run = after_run},
	{.name = "case-open", .keys = "Enter", .help = N_("open the case"), .hint = N_("open"), .run = open_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind comparison_pane = {
	.name = "comparison",
	.title = N_("Comparison"),
	.actions = actions,
	.open = comparison_open,
	.close = comparison_close,
	.load = comparison_reload,
	.draw = comparison_draw,
	.head = comparison_head,
	.listing = comparison_listing,
};
