/* Shares of joint measures: which region stands for how much, to the öre, with the sum against what is sought.
 * Invariant: 0 says that a region has left the measure, and no share that none is written; the two look different. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/dialog.h"
#include "tui/listing.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/share.h"

enum { BELOW_FROM = 14, BELOW_ROWS = 4, LABEL = 14 };

struct share_row {
	const struct measure *measure;
	const struct participant *participant; /* NULL: the line over a measure's rows */
	int64_t ore;
};
struct shares {
	struct desk *desk;
	int64_t application;
	struct application whole;
	struct measure_list measures;
	struct share_list list;
	struct share_row *rows; /* in the application's arena */
	int count;
	struct listing listing;
	/* What a dialog is asking about. */
	int64_t measure;
	char region[8];
};

/* ---- the table */

enum { REGION, SHARE, PART, CONTRIBUTION };
static const struct column columns[] = {
	{.head = N_("Region"), .width = 22, .least = 12},
	{.head = N_("Share"), .width = 22, .least = 16, .right = true},
	{.head = N_("Of all"), .width = 7, .right = true, .rank = 2},
	{.head = N_("Contribution"), .width = 40, .least = 10, .rank = 1},
	{.head = NULL},
};

static long shares_count(const void *rows)
{
	return ((const struct shares *)rows)->count;
}

static int64_t shares_id(const void *rows, long at)
{
	const struct share_row *row = &((const struct shares *)rows)->rows[at];

	return row->measure->id * 4096 + (row->participant ? row->participant->id % 4096 : 0);
}

static void sum_say(const struct shares *shares, const struct measure *measure, char *out, size_t room)
{
	char sought[MONEY_TEXT], all[MONEY_TEXT], rest[MONEY_TEXT];
	int count = 0;
	int64_t sum = share_sum(&shares->list, measure->id, &count);

	desk_kr(shares->desk, measure->sought_ore, sought);
	if (!count)
		snprintf(out, room, _("sought %s, no shares yet"), sought);
	else if (measure->sought_ore == MONEY_UNKNOWN || sum == measure->sought_ore)
		snprintf(out, room, _("sought %s, shared %s"), sought, desk_kr(shares->desk, sum, all));
	else
		snprintf(out, room,
			sum < measure->sought_ore ? _("sought %s, shared %s: %s is nobody's")
						  : _("sought %s, shared %s: %s too much"),
			sought, desk_kr(shares->desk, sum, all),
			desk_kr(shares->desk,
				sum < measure->sought_ore ? measure->sought_ore - sum : sum - measure->sought_ore,
				rest));
}

static bool shares_line(const void *rows, long at, char out[LISTING_TEXT])
{
	const struct shares *shares = rows;
	const struct share_row *row = &shares->rows[at];
	char sum[256];

	if (row->participant)
		return false;
	sum_say(shares, row->measure, sum, sizeof sum);
	snprintf(out, LISTING_TEXT, "%d %.*s · %s", row->measure->n, (int)text_fit(row->measure->title, 24, NULL),
		row->measure->title, sum);
	return true;
}

/* "4,8 %" of what is sought, for people; the öre are what counts. */
static void part_text(const struct share_row *row, char out[LISTING_TEXT])
{
	int64_t tenths;

	if (row->ore <= 0 || row->measure->sought_ore == MONEY_UNKNOWN || row->measure->sought_ore <= 0)
		return;
	tenths = (row->ore * 1000 + row->measure->sought_ore / 2) / row->measure->sought_ore;
	snprintf(out, LISTING_TEXT, words_swedish() ? "%d,%d %%" : "%d.%d %%", (int)(tenths / 10), (int)(tenths % 10));
}

static void shares_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct shares *shares = rows;
	const struct share_row *row = &shares->rows[at];
	char money[MONEY_TEXT];

	(void)cells;
	out[0] = '\0';
	switch (column) {
	case REGION:
		snprintf(out, LISTING_TEXT, "%s%s", row->participant->region_short,
			row->participant->lead ? _(", leads") : "");
		break;
	case SHARE:
		if (row->ore == MONEY_UNKNOWN)
			snprintf(out, LISTING_TEXT, "-");
		else
			snprintf(out, LISTING_TEXT, "%s",
				row->ore ? desk_kr(shares->desk, row->ore, money) : _("has left"));
		break;
	case PART: part_text(row, out); break;
	case CONTRIBUTION:
		snprintf(out, LISTING_TEXT, "%s", row->participant->contribution ? row->participant->contribution : "");
		break;
	}
}

/* "!" what is shared is not what is sought. */
static char shares_flag(const void *rows, long at)
{
	const struct shares *shares = rows;
	const struct share_row *row = &shares->rows[at];

	return row->participant && row->ore == MONEY_UNKNOWN ? '!' : ' ';
}

static void shares_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct shares *shares = rows;

	snprintf(out, LISTING_TEXT, "%s",
		shares->whole.participant_count < 2 ? _("One region applies alone: there is nothing to share.")
						    : _("The application has no measure to share yet."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = shares_count,
	.id = shares_id,
	.text = shares_text,
	.line = shares_line,
	.unruled = true,
	.flag = shares_flag,
	.empty = shares_empty,
};

/* ---- reading */

static void rows_make(struct shares *shares)
{
	const struct application *whole = &shares->whole;
	int each = whole->participant_count > 1 ? whole->participant_count + 1 : 0;

	shares->rows =
		arena_take(&shares->whole.arena, (size_t)(shares->measures.count * each + 1) * sizeof *shares->rows);
	shares->count = 0;
	for (int m = 0; m < shares->measures.count && each; m++) {
		const struct measure *measure = &shares->measures.items[m];

		if (measure->withdrawn_on)
			continue;
		shares->rows[shares->count++] = (struct share_row){.measure = measure};
		for (int i = 0; i < whole->participant_count; i++)
			shares->rows[shares->count++] = (struct share_row){measure, &whole->participants[i],
				share_of(&shares->list, whole->participants[i].id, measure->id)};
	}
}

static void all_done(struct shares *shares)
{
	application_done(&shares->whole);
	measure_list_done(&shares->measures);
	share_list_done(&shares->list);
}

static void shares_load(struct ui *ui, struct pane *pane)
{
	struct shares *shares = pane->state, fresh = {0};
	struct casework *cw = shares->desk->cw;
	struct error err = {0};

	if (!application_load(cw, shares->application, &fresh.whole, &err) ||
		!measure_list_load(cw, shares->application, &fresh.measures, &err) ||
		!share_list_load(cw, shares->application, &fresh.list, &err)) {
		all_done(&fresh);
		desk_refused(ui, &err);
		return;
	}
	all_done(shares);
	shares->whole = fresh.whole;
	shares->measures = fresh.measures;
	shares->list = fresh.list;
	rows_make(shares);
	listing_follow(&shares->listing);
}

static bool shares_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct shares *shares = memory_take(sizeof *shares);

	*shares = (struct shares){.desk = desk_of(ui), .application = *(const int64_t *)what};
	listing_init(&shares->listing, &table, shares);
	pane->state = shares;
	shares_load(ui, pane);
	pane->stale = false;
	if (shares->whole.row.id)
		return true;
	free(shares);
	return false;
}

static void shares_close(struct ui *ui, struct pane *pane)
{
	struct shares *shares = pane->state;

	(void)ui;
	all_done(shares);
	free(shares);
}

static struct listing *shares_listing(const struct pane *pane)
{
	struct shares *shares = pane->state;

	shares->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &shares->listing;
}

static const struct share_row *focused(const struct shares *shares)
{
	long row = listing_focus(&shares->listing);

	return row >= 0 && row < shares->count && shares->rows[row].participant ? &shares->rows[row] : NULL;
}

/* ---- drawing */

static void shares_draw(const struct pane *pane, struct area area)
{
	const struct shares *shares = pane->state;
	const struct share_row *row = focused(shares);
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;
	struct area about = area_part(area, area.rows - below + 1, 0, below - 1, area.columns);
	char sum[256];
	int at = 0;

	listing_draw(&shares->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (!row || !below)
		return;
	sum_say(shares, row->measure, sum, sizeof sum);
	at = fact_draw(about, at, LABEL, _("Sum"), sum);
	fact_draw(about, at, LABEL, _("Contribution"), row->participant->contribution);
}

static void shares_head(const struct pane *pane, struct head *head)
{
	const struct shares *shares = pane->state;
	char applicant[CASE_WORDS];

	case_applicant(&shares->whole.row, applicant);
	snprintf(head->left, sizeof head->left, _("Shares · %s"), shares->whole.shorter);
	snprintf(head->middle, sizeof head->middle, "%s", applicant);
}

/* ---- the person's doing */

static void share_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct shares *shares = pane->state;
	struct operation op = verb_on(0);
	int64_t ore = MONEY_UNKNOWN;
	struct error err = {0};

	(void)with;
	if (!text_blank(text))
		money_parse(text, &ore, NULL); /* dialog_money() has let it through */
	if (verb_ended(ui, share_put(shares->desk->cw, &op, shares->measure, shares->region, ore, &err), &err))
		ui_say(ui, _("The share of %s is saved."), region_short(shares->desk, shares->region));
}

static void change_run(struct ui *ui, struct pane *pane)
{
	struct shares *shares = pane->state;
	const struct share_row *row = focused(shares);
	char text[512], begin[MONEY_TEXT] = "", sum[256];

	if (!row)
		return;
	shares->measure = row->measure->id;
	snprintf(shares->region, sizeof shares->region, "%s", row->participant->region);
	sum_say(shares, row->measure, sum, sizeof sum);
	if (row->ore != MONEY_UNKNOWN)
		money_text(row->ore, MONEY_PLAIN, shares->desk->swedish, begin);
	snprintf(text, sizeof text,
		_("%s, measure %d: %s. Kronor, to the öre. 0: the region has left the measure. Empty: no share."),
		row->participant->region_short, row->measure->n, sum);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Share:"),
			       .begin = begin,
			       .accepts = dialog_money,
			       .yes = _("save"),
			       .answered = share_answered});
}

static void split_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct shares *shares = pane->state;
	struct operation op = verb_on(0);
	struct error err = {0};

	(void)text;
	(void)with;
	if (verb_ended(ui, share_split(shares->desk->cw, &op, shares->measure, &err), &err))
		ui_say(ui, "%s", _("What is sought is split over those who have not left, to the öre."));
}

static void split_run(struct ui *ui, struct pane *pane)
{
	struct shares *shares = pane->state;
	const struct share_row *row = focused(shares);
	char text[512], money[MONEY_TEXT];

	if (!row)
		return;
	shares->measure = row->measure->id;
	snprintf(text, sizeof text,
		_("Measure %d: split %s in equal parts over those who have not left. The öre left over go one each to "
		  "the lead and the next in order. Shares written before are replaced."),
		row->measure->n, desk_kr(shares->desk, row->measure->sought_ore, money));
	dialog_ask(ui, &(struct question){.text = text, .yes = _("split"), .answered = split_answered});
}

static const char *shares_notice(const struct pane *pane)
{
	return desk_notice(((const struct shares *)pane->state)->whole.row.relation);
}

static const char *put_barred(const struct ui *ui, const struct pane *pane)
{
	const struct shares *shares = pane->state;
	const struct share_row *row = focused(shares);

	if (!row)
		return _("There is no share in focus.");
	if (row->measure->outcome)
		return _("The measure is decided and keeps its shares.");
	return desk_barred_in(ui, RIGHT_MEASURE_PUT, shares->whole.row.relation);
}

static const struct action actions[] = {
	{.name = "share-change",
		.keys = "e Enter Right l",
		.help = N_("change the region's share, or note that it has left the measure"),
		.hint = N_("change"),
		.run = change_run,
		.barred = put_barred},
	{.name = "share-split",
		.keys = "F",
		.help = N_("split what is sought in equal parts, to the öre"),
		.hint = N_("in equal parts"),
		.run = split_run,
		.barred = put_barred},
	{.name = NULL},
};

const struct pane_kind shares_pane = {
	.name = "shares",
	.title = N_("Shares"),
	.actions = actions,
	.open = shares_open,
	.close = shares_close,
	.load = shares_load,
	.draw = shares_draw,
	.head = shares_head,
	.listing = shares_listing,
	.notice = shares_notice,
};
