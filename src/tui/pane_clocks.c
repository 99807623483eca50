/* The time limits of one application: whose move it is, what was asked, what came. Invariant: nothing is ruled here by
 * the calendar; each row is changed by its forms alone. */
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/clock.h"

struct clocks {
	struct desk *desk;
	int64_t application;
	struct application whole;
	struct clock_list list;
	struct listing listing;
};

/* ---- the table */

enum { NUMBER, KIND, SENT, DUE, MOVE, CAME };
static const struct column columns[] = {
	{.head = N_("No"), .width = 3, .right = true},
	{.head = N_("Kind"), .width = 28, .least = 12},
	{.head = N_("Sent"), .width = 10, .rank = 1},
	{.head = N_("Answer by"), .width = 11},
	{.head = N_("Move"), .width = 9, .least = 7},
	{.head = N_("Outcome"), .width = 22, .least = 12, .rank = 2},
	{.head = NULL},
};

/* Under the time limits stand the judgements that communication is unnecessary, as lines. */
static int lines_of(const struct clocks *clocks)
{
	return clocks->list.uncommunicated_count;
}

static long clocks_count(const void *rows)
{
	const struct clocks *clocks = rows;

	return clocks->list.count + lines_of(clocks);
}

static bool clocks_line(const void *rows, long at, char out[LISTING_TEXT])
{
	const struct clocks *clocks = rows;
	const struct clock_uncommunicated *each;
	char about[32] = "";

	if (at < clocks->list.count)
		return false;
	each = &clocks->list.uncommunicated[at - clocks->list.count];
	if (each->measure_n)
		snprintf(about, sizeof about, _("measure %d, "), each->measure_n);
	snprintf(out, LISTING_TEXT, _("Communication unnecessary (FL 25 §): %s%.10s %.*s: %.*s"), about,
		each->judged_at, TEXT_PART(each->judged_by, 60), TEXT_PART(each->why, 200));
	return true;
}

static const struct clock_row *clock_at(const struct clocks *clocks, long row)
{
	return &clocks->list.items[row];
}

static int64_t clocks_id(const void *rows, long row)
{
	return row < ((const struct clocks *)rows)->list.count ? clock_at(rows, row)->id : -row;
}

/* "Supplementary information (10 §), 2, Gävleborg": what it is about, where it is not the whole of it. */
static void kind_text(const struct clock_row *row, char out[LISTING_TEXT])
{
	int at = snprintf(out, LISTING_TEXT, "%s", clock_kind_words(row->kind));

	if (row->measure_n)
		at += snprintf(out + at, LISTING_TEXT - (size_t)at, ", %d", row->measure_n);
	if (row->participant_short)
		snprintf(out + at, LISTING_TEXT - (size_t)at, ", %s", row->participant_short);
}

/* What it has come to: the outcome, or how much of what was asked for is here. */
static void came_text(const struct clock_row *row, char out[LISTING_TEXT])
{
	if (row->outcome && row->due_on)
		snprintf(out, LISTING_TEXT, "%s", clock_outcome_words(row->outcome));
	else if (row->answered_on)
		snprintf(out, LISTING_TEXT, "%s %s", _("answered"), row->answered_on);
	else if (row->item_count)
		snprintf(out, LISTING_TEXT, _("%d of %d here"), row->met, row->item_count);
}

static void clocks_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct clock_row *row = clock_at(rows, at);

	(void)cells;
	switch (column) {
	case NUMBER: snprintf(out, LISTING_TEXT, "%d", row->n); break;
	case KIND: kind_text(row, out); break;
	case SENT: snprintf(out, LISTING_TEXT, "%s", row->sent_on); break;
	case DUE: snprintf(out, LISTING_TEXT, "%s", row->due_on ? row->due_on : "-"); break;
	case MOVE: snprintf(out, LISTING_TEXT, "%s", mover_words(row->mover)); break;
	case CAME: came_text(row, out); break;
	}
}

/* "!" the day has passed, or what came was late. */
static char clocks_flag(const void *rows, long at)
{
	const struct clocks *clocks = rows;

	return at < clocks->list.count && (clock_at(rows, at)->overdue || clock_at(rows, at)->late) ? '!' : ' ';
}

static void clocks_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("No time limit has been set. + sets one."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = clocks_count,
	.id = clocks_id,
	.text = clocks_text,
	.flag = clocks_flag,
	.line = clocks_line,
	.unruled = true,
	.empty = clocks_empty,
};

/* ---- reading */

static void clocks_load(struct ui *ui, struct pane *pane)
{
	struct clocks *clocks = pane->state;
	struct application whole;
	struct clock_list list;
	struct error err = {0};

	if (!application_load(clocks->desk->cw, clocks->application, &whole, &err)) {
		desk_refused(ui, &err);
		return;
	}
	if (!clock_list_load(clocks->desk->cw, clocks->application, &list, &err)) {
		application_done(&whole);
		desk_refused(ui, &err);
		return;
	}
	application_done(&clocks->whole);
	clock_list_done(&clocks->list);
	clocks->whole = whole;
	clocks->list = list;
	listing_follow(&clocks->listing);
}

static bool clocks_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct clocks *clocks = memory_take(sizeof *clocks);

	*clocks = (struct clocks){.desk = desk_of(ui), .application = *(const int64_t *)what};
	listing_init(&clocks->listing, &table, clocks);
	pane->state = clocks;
	clocks_load(ui, pane);
	listing_find(&clocks->listing, desk_at(clocks->desk, PLACE_CLOCK), 1);
	pane->stale = false;
	if (clocks->whole.row.id)
		return true;
	free(clocks);
	return false;
}

static void clocks_close(struct ui *ui, struct pane *pane)
{
	struct clocks *clocks = pane->state;

	(void)ui;
	application_done(&clocks->whole);
	clock_list_done(&clocks->list);
	free(clocks);
}

enum { BELOW_FROM = 14, BELOW_ROWS = 9, LABEL = 14 };

static struct listing *clocks_listing(const struct pane *pane)
{
	struct clocks *clocks = pane->state;

	clocks->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &clocks->listing;
}

static const struct clock_row *focused(const struct clocks *clocks)
{
	long row = listing_focus(&clocks->listing);

	return row >= 0 && row < clocks->list.count ? clock_at(clocks, row) : NULL;
}

/* ---- drawing */

/* What it is about and follows, and its papers in the register; "" for a first one about the whole. */
static void refers_say(const struct clock_row *row, char out[CASE_WORDS])
{
	size_t at = 0;

	out[0] = '\0';
	if (row->measure_n)
		at += (size_t)snprintf(
			out, CASE_WORDS, _("measure %d %.*s. "), row->measure_n, TEXT_PART(row->measure_title, 80));
	if (row->participant_short)
		at += (size_t)snprintf(out + at, CASE_WORDS - at, "%.*s. ", TEXT_PART(row->participant_short, 40));
	if (row->follows_n)
		at += (size_t)snprintf(out + at, CASE_WORDS - at, _("Follows time limit %d. "), row->follows_n);
	if (row->document_n)
		at += (size_t)snprintf(out + at, CASE_WORDS - at, _("The letter: document %d. "), row->document_n);
	if (row->answer_document_n)
		snprintf(out + at, CASE_WORDS - at, _("The answer: document %d."), row->answer_document_n);
}

static void about_draw(const struct clocks *clocks, struct area area)
{
	const struct clock_row *row = focused(clocks);
	char text[CASE_WORDS];
	int at = 0;

	if (!row)
		return;
	refers_say(row, text);
	at = fact_draw(area, at, LABEL, _("About"), text);
	at = fact_draw(area, at, LABEL, _("Asks"), row->asks);
	snprintf(text, sizeof text, "%.*s (%.*s)", TEXT_PART(row->signed_by, 80), TEXT_PART(row->power, 140));
	at = fact_draw(area, at, LABEL, _("Signed by"), text);
	for (int i = 0; i < row->item_count; i++) {
		snprintf(text, sizeof text, "(%s) %.*s", row->items[i].met_on ? row->items[i].met_on : _("missing"),
			TEXT_PART(row->items[i].text, 200));
		at = fact_draw(area, at, LABEL, i ? "" : _("Asked for"), text);
	}
	for (int i = 0; i < row->respite_count; i++) {
		snprintf(text, sizeof text, "%.10s: %.10s → %.10s", row->respites[i].ruled_at,
			row->respites[i].old_due_on,
			row->respites[i].new_due_on ? row->respites[i].new_due_on : _("not given"));
		at = fact_draw(area, at, LABEL, _("More time"), text);
	}
	if (row->answered_on)
		at = fact_draw(area, at, LABEL, row->late ? _("Late answer") : _("Answer"), row->answer);
	fact_draw(area, at, LABEL, _("What follows"), row->consequence);
}

static void clocks_draw(const struct pane *pane, struct area area)
{
	const struct clocks *clocks = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&clocks->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (below)
		about_draw(clocks, area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void clocks_head(const struct pane *pane, struct head *head)
{
	const struct clocks *clocks = pane->state;
	char applicant[CASE_WORDS], due[64];

	case_applicant(&clocks->whole.row, applicant);
	desk_due(clocks->whole.row.due, (int)clocks->whole.row.due_mover, due, sizeof due);
	snprintf(head->left, sizeof head->left, _("Time limits · %s"), clocks->whole.shorter);
	snprintf(head->middle, sizeof head->middle, "%s", applicant);
	snprintf(head->right, sizeof head->right, "%s", due);
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct clocks *clocks = pane->state;
	const struct clock_row *row = focused(clocks);
	char refers[CASE_WORDS];
	struct buffer text;

	if (!row)
		return;
	buffer_init(&text);
	refers_say(row, refers);
	buffer_format(&text, "%d  %s\n%s%s\n%s\n", row->n, clock_kind_words(row->kind), refers, refers[0] ? "\n" : "",
		row->asks);
	for (int i = 0; i < row->item_count; i++)
		buffer_format(&text, "\n%d. (%s) %s", row->items[i].n,
			row->items[i].met_on ? row->items[i].met_on : _("missing"), row->items[i].text);
	buffer_format(&text, "\n\n%s %s, %s (%s)\n", _("sent"), row->sent_on, row->signed_by, row->power);
	if (row->due_on)
		buffer_format(&text, "%s %s\n", _("answer by"), row->due_on);
	for (int i = 0; i < row->respite_count; i++)
		buffer_format(&text, "%s %s: %s → %s. %s\n", _("more time"), row->respites[i].asked_on,
			row->respites[i].old_due_on,
			row->respites[i].new_due_on ? row->respites[i].new_due_on : _("not given"),
			row->respites[i].why);
	if (row->answered_on)
		buffer_format(&text, "\n%s %s\n%s\n", _("answered"), row->answered_on, row->answer);
	if (row->outcome)
		buffer_format(
			&text, "\n%s %s\n%s\n", row->ended_on, clock_outcome_words(row->outcome), row->consequence);
	ui_push(ui, &text_pane, &(struct text_what){.title = _("Time limit"), .text = text.text});
	buffer_done(&text);
}

static void add_run(struct ui *ui, struct pane *pane)
{
	clock_form(ui, ((struct clocks *)pane->state)->application, 0);
}

static void as_is_run(struct ui *ui, struct pane *pane)
{
	const struct clocks *clocks = pane->state;

	clock_form(ui, clocks->application, focused(clocks)->n);
}

static void answer_run(struct ui *ui, struct pane *pane)
{
	const struct clocks *clocks = pane->state;

	clock_answer_form(ui, clocks->application, focused(clocks)->n);
}

static void end_run(struct ui *ui, struct pane *pane)
{
	const struct clocks *clocks = pane->state;

	clock_end_form(ui, clocks->application, focused(clocks)->n);
}

static void respite_run(struct ui *ui, struct pane *pane)
{
	const struct clocks *clocks = pane->state;

	clock_respite_form(ui, clocks->application, focused(clocks)->n);
}

static unsigned relation_of(const struct pane *pane)
{
	return ((const struct clocks *)pane->state)->whole.row.relation;
}

static const char *clocks_notice(const struct pane *pane)
{
	return desk_notice(relation_of(pane));
}

static void unnecessary_run(struct ui *ui, struct pane *pane)
{
	unnecessary_form(ui, ((const struct clocks *)pane->state)->application);
}

/* Of the measure the time limit in focus is about, or of the whole application. */
static void withdraw_run(struct ui *ui, struct pane *pane)
{
	const struct clock_row *row = focused(pane->state);

	withdraw_form(ui, ((const struct clocks *)pane->state)->application, row ? row->measure : 0);
}

static void powers_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_push(ui, &powers_pane, NULL);
}

/* Of the region that leads the application. */
static void meetings_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &meetings_pane, ((const struct clocks *)pane->state)->whole.row.lead);
}

/* NULL when there is a time limit in focus that asks for an answer, and the person has the right. */
static const char *barred(const struct ui *ui, const struct pane *pane, enum right right)
{
	const struct clock_row *row = focused(pane->state);

	if (!row || !row->due_on)
		return _("No time limit that asks for an answer is in focus.");
	return desk_barred_in(ui, right, relation_of(pane));
}

static const char *add_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_CLOCK_SEND, relation_of(pane));
}

static const char *send_barred(const struct ui *ui, const struct pane *pane)
{
	return barred(ui, pane, RIGHT_CLOCK_SEND);
}

static const char *answer_barred(const struct ui *ui, const struct pane *pane)
{
	return barred(ui, pane, RIGHT_CLOCK_ANSWER);
}

static const char *end_barred(const struct ui *ui, const struct pane *pane)
{
	return barred(ui, pane, RIGHT_CLOCK_END);
}

static const char *unnecessary_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_CLOCK_END, relation_of(pane));
}

static const char *withdraw_barred(const struct ui *ui, const struct pane *pane)
{
	return desk_barred_in(ui, RIGHT_APPLICATION_WITHDRAW, relation_of(pane));
}

static const struct action actions[] = {
	{.name = "open",
		.keys = "Enter Right l",
		.help = N_("show the whole of what is in focus"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "clock-send",
		.keys = "+",
		.help = N_("set a time limit: ask, notify, communicate or refer"),
		.hint = N_("new"),
		.run = add_run,
		.barred = add_barred},
	{.name = "clock-answer",
		.keys = "e",
		.help = N_("record what came in"),
		.hint = N_("answer"),
		.run = answer_run,
		.barred = answer_barred},
	{.name = "clock-end",
		.keys = "E",
		.help = N_("rule on what follows"),
		.hint = N_("rule"),
		.run = end_run,
		.barred = end_barred},
	{.name = "clock-respite",
		.keys = "Y",
		.help = N_("give or refuse more time"),
		.hint = N_("more time"),
		.run = respite_run,
		.barred = send_barred},
	{.name = "clock-as-is",
		.keys = "Z",
		.help = N_("rule that it is assessed as submitted after the time limit"),
		.hint = N_("as submitted"),
		.run = as_is_run,
		.barred = send_barred},
	{.name = "clock-unnecessary",
		.keys = "B",
		.help = N_("record why communication is obviously unnecessary (FL 25 §)"),
		.hint = N_("unnecessary"),
		.run = unnecessary_run,
		.barred = unnecessary_barred},
	{.name = "withdraw",
		.keys = "W",
		.help = N_("record that the applicant withdraws the measure the time limit is about, or the "
			   "application"),
		.run = withdraw_run,
		.barred = withdraw_barred},
	{.name = "powers-open", .keys = "s", .help = N_("show who may sign what"), .run = powers_run},
	{.name = "meetings-open",
		.keys = "C",
		.help = N_("show when the region's bodies are known to meet"),
		.run = meetings_run},
	{.name = NULL},
};

const struct pane_kind clocks_pane = {
	.name = "clocks",
	.title = N_("Time limits"),
	.actions = actions,
	.open = clocks_open,
	.close = clocks_close,
	.load = clocks_load,
	.draw = clocks_draw,
	.head = clocks_head,
	.listing = clocks_listing,
	.notice = clocks_notice,
};
