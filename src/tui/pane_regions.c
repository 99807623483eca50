/* The regions that may apply and what each has applied for; or all applications of one region, joint and own. A region
 * that has not applied is told so in plain words: applying is voluntary. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/region.h"

struct regions {
	struct desk *desk;
	char code[8];                   /* "": all regions */
	struct region_list list, round; /* round: of the round worked with */
	struct region_cases cases;
	struct listing listing;
};

/* ---- all regions */

enum { NAME, ROUND, ALONE, LED, JOINED };
static const struct column regions_columns[] = {
	{.head = N_("Region"), .width = 30, .least = 12},
	{.head = N_("The round"), .width = 10, .least = 8},
	{.head = N_("Own"), .width = 8, .least = 6, .right = true},
	{.head = N_("Leads"), .width = 10, .least = 6, .right = true},
	{.head = N_("Takes part"), .width = 10, .least = 6, .right = true},
	{.head = NULL},
};

static long regions_count(const void *rows)
{
	return ((const struct regions *)rows)->list.count;
}

static void number_say(int number, char out[LISTING_TEXT])
{
	snprintf(out, LISTING_TEXT, number ? "%d" : "-", number);
}

/* Neutral words: a region that has not applied is late with nothing. */
static const char *round_say(const struct regions *regions, long at)
{
	const struct region_row *row = at < regions->round.count ? &regions->round.items[at] : NULL;

	return row && row->alone + row->led + row->joined ? _("has applied") : _("has not applied");
}

static void regions_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct region_row *row = &((const struct regions *)rows)->list.items[at];

	(void)cells;
	switch (column) {
	case NAME: snprintf(out, LISTING_TEXT, "%s", row->name); break;
	case ROUND: snprintf(out, LISTING_TEXT, "%s", round_say(rows, at)); break;
	case ALONE: number_say(row->alone, out); break;
	case LED: number_say(row->led, out); break;
	case JOINED: number_say(row->joined, out); break;
	}
}

static const struct listing_kind regions_table = {
	.columns = regions_columns,
	.count = regions_count,
	.text = regions_text,
};

/* ---- the applications of one */

enum { NUMBER, PART, TITLE, SOUGHT, SHARE, PAPER, STATE };
static const struct column cases_columns[] = {
	{.head = N_("No"), .width = 7, .right = true},
	{.head = N_("As"), .width = 10, .least = 6},
	{.head = N_("Case"), .width = 30, .least = 10, .rank = 3},
	{.head = N_("Sought tkr"), .width = 10, .rank = 2, .right = true},
	{.head = N_("Share tkr"), .width = 10, .rank = 1, .right = true},
	{.head = N_("Document"), .width = 10, .least = 8},
	{.head = N_("Status"), .width = 10, .least = 6},
	{.head = NULL},
};

static long cases_count(const void *rows)
{
	return ((const struct regions *)rows)->cases.count;
}

static int64_t cases_id(const void *rows, long row)
{
	return ((const struct regions *)rows)->cases.items[row].row->id;
}

static const char *part_say(const struct region_case *each)
{
	if (each->participants < 2)
		return _("alone");
	return each->lead ? _("leads") : _("takes part");
}

static void cases_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct regions *regions = rows;
	const struct region_case *each = &regions->cases.items[at];
	const struct programme *programme = &regions->desk->programme;
	char number[DESK_NUMBER];

	out[0] = '\0';
	switch (column) {
	case NUMBER:
		snprintf(out, LISTING_TEXT, "%s", desk_number(regions->desk, each->row->year, each->row->n, number));
		break;
	case PART: snprintf(out, LISTING_TEXT, "%s", part_say(each)); break;
	case TITLE: snprintf(out, LISTING_TEXT, "%s", each->row->title); break;
	case SOUGHT: desk_tkr(regions->desk, each->row->sought_ore, cells, out, LISTING_TEXT); break;
	case SHARE:
		if (each->share_ore != MONEY_UNKNOWN)
			desk_tkr(regions->desk, each->share_ore, cells, out, LISTING_TEXT);
		break;
	case PAPER: snprintf(out, LISTING_TEXT, "%s", programme_word_name(programme, "paper", each->paper)); break;
	case STATE: snprintf(out, LISTING_TEXT, "%s", state_word(programme, each->row->state)); break;
	}
}

static char cases_flag(const void *rows, long at)
{
	const struct region_case *each = &((const struct regions *)rows)->cases.items[at];

	return strcmp(each->paper, "decision") != 0 || !each->certified_on ? '!' : ' ';
}

static void cases_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("The region has not applied."));
}

static const struct listing_kind cases_table = {
	.columns = cases_columns,
	.count = cases_count,
	.id = cases_id,
	.text = cases_text,
	.flag = cases_flag,
	.empty = cases_empty,
};

/* ---- reading */

static bool regions_read(struct regions *regions, struct error *err)
{
	struct region_cases cases;
	struct region_list list, round;

	if (!desk_refresh(regions->desk, err))
		return false;
	if (regions->code[0]) {
		if (!region_cases_load(regions->desk->cw, regions->code, &cases, err))
			return false;
		region_cases_done(&regions->cases);
		regions->cases = cases;
		return true;
	}
	if (!region_list_load(regions->desk->cw, 0, &list, err))
		return false;
	if (!region_list_load(regions->desk->cw, regions->desk->round, &round, err)) {
		region_list_done(&list);
		return false;
	}
	region_list_done(&regions->list);
	region_list_done(&regions->round);
	regions->list = list;
	regions->round = round;
	return true;
}

static void regions_load(struct ui *ui, struct pane *pane)
{
	struct regions *regions = pane->state;
	struct error err = {0};

	if (regions_read(regions, &err))
		listing_follow(&regions->listing);
	else
		desk_refused(ui, &err);
}

static bool regions_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct regions *regions = memory_take(sizeof *regions);

	*regions = (struct regions){.desk = desk_of(ui)};
	snprintf(regions->code, sizeof regions->code, "%s", what ? (const char *)what : "");
	listing_init(&regions->listing, regions->code[0] ? &cases_table : &regions_table, regions);
	pane->state = regions;
	return true;
}

static void regions_close(struct ui *ui, struct pane *pane)
{
	struct regions *regions = pane->state;

	(void)ui;
	region_list_done(&regions->list);
	region_list_done(&regions->round);
	region_cases_done(&regions->cases);
	free(regions);
}

static struct listing *regions_listing(const struct pane *pane)
{
	return &((struct regions *)pane->state)->listing;
}

static void regions_draw(const struct pane *pane, struct area area)
{
	listing_draw(&((const struct regions *)pane->state)->listing, area);
}

static void regions_head(const struct pane *pane, struct head *head)
{
	const struct regions *regions = pane->state;

	if (regions->code[0]) {
		snprintf(head->left, sizeof head->left, "%s", region_short(regions->desk, regions->code));
		snprintf(head->middle, sizeof head->middle, "%s", _("all applications, joint and own"));
		snprintf(head->right, sizeof head->right,
			ngettext("%d application", "%d applications", (unsigned long)regions->cases.count),
			regions->cases.count);
		return;
	}
	snprintf(head->left, sizeof head->left, "%s", _("Regions"));
	snprintf(head->middle, sizeof head->middle, _("round %s"), regions->desk->round_name);
	snprintf(head->right, sizeof head->right, _("%d of %d have applied"), regions->round.applied,
		regions->round.count);
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct regions *regions = pane->state;
	long row = listing_focus(&regions->listing);

	if (row == LISTING_NONE)
		return;
	if (!regions->code[0] && row < regions->list.count)
		ui_push(ui, &regions_pane, regions->list.items[row].code);
	else if (regions->code[0] && row < regions->cases.count)
		ui_push(ui, &detail_pane, &regions->cases.items[row].row->id);
}

/* Of the region in focus, or the one shown. */
static void meetings_run(struct ui *ui, struct pane *pane)
{
	const struct regions *regions = pane->state;
	long row = listing_focus(&regions->listing);
	const char *code = regions->code[0]                                   ? regions->code
			   : row != LISTING_NONE && row < regions->list.count ? regions->list.items[row].code
									      : NULL;

	ui_push(ui, &meetings_pane, code);
}

static const struct action actions[] = {
	{.name = "region-open",
		.keys = "Enter Right l",
		.help = N_("open the region's applications, or the application"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "meetings-open",
		.keys = "C",
		.help = N_("show when the region's bodies are known to meet"),
		.hint = N_("meetings"),
		.run = meetings_run},
	{.name = NULL},
};

const struct pane_kind regions_pane = {
	.name = "regions",
	.title = N_("Regions"),
	.actions = actions,
	.open = regions_open,
	.close = regions_close,
	.load = regions_load,
	.draw = regions_draw,
	.head = regions_head,
	.listing = regions_listing,
};
