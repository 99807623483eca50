/* Follow-up: what has come of the grant, one table at a time, as known at the end of a day; the whole of it as one
 * report, and what was sent. Invariant: what is shown is what the shell writes and the report holds. */
#include "tui/bar.h"
#include "tui/dialog.h"
#include "tui/followed.h"
#include "tui/go.h"
#include "tui/sending.h"
#include "tui/verb.h"
#include "tui/writing.h"

#include "base/text.h"
#include "base/words.h"
#include "csv/flat.h"
#include "csv/followup_paper.h"
#include "csv/reports_forecast.h"

struct followed {
	struct desk *desk;
	struct followup followup;
	struct sent_list sent;
	bool read;
	int view; /* enum follow_view; FOLLOW_VIEWS: what was sent */
	bool one_round;
	char on[DAY_TEXT]; /* "" today */
	struct tabled table;
	struct writing writing;
};

/* ---- reading */

static int64_t round_of(const struct followed *followed)
{
	return followed->one_round ? followed->desk->round : 0;
}

static const char *on_of(const struct followed *followed)
{
	return followed->on[0] ? followed->on : NULL;
}

static void table_make(struct followed *followed, struct report *report)
{
	if (followed->view == FOLLOW_VIEWS)
		report_sent(report, &followed->sent);
	else
		report_followup(
			report, &followed->followup, (enum follow_view)followed->view, bars_shown(followed->desk->ui));
}

static void table_renew(struct followed *followed)
{
	struct report report;

	table_make(followed, &report);
	tabled_put(&followed->table, &report, followed_columns(followed->view), followed_none(followed->view));
}

static bool followed_read(struct followed *followed, struct error *err)
{
	struct followup fresh;
	struct sent_list sent;

	if (!desk_refresh(followed->desk, err) ||
		!followup_load(followed->desk->cw, round_of(followed), on_of(followed), &fresh, err))
		return false;
	if (!sent_list_load(followed->desk->cw, NULL, &sent, err)) {
		followup_done(&fresh);
		return false;
	}
	tabled_done(&followed->table); /* its texts are the old one's */
	if (followed->read) {
		followup_done(&followed->followup);
		sent_list_done(&followed->sent);
	}
	followed->followup = fresh;
	followed->sent = sent;
	followed->read = true;
	table_renew(followed);
	return true;
}

static void followed_load(struct ui *ui, struct pane *pane)
{
	struct error err = {0};

	if (!followed_read(pane->state, &err))
		desk_refused(ui, &err);
}

static bool followed_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct followed *followed = memory_take(sizeof *followed);

	(void)what;
	*followed = (struct followed){.desk = desk_of(ui)};
	tabled_init(&followed->table, followed->desk);
	pane->state = followed;
	return true;
}

static void followed_close(struct ui *ui, struct pane *pane)
{
	struct followed *followed = pane->state;

	(void)ui;
	tabled_done(&followed->table);
	if (followed->read) {
		followup_done(&followed->followup);
		sent_list_done(&followed->sent);
	}
	free(followed);
}

static struct listing *followed_listing(const struct pane *pane)
{
	return tabled_listing(&((struct followed *)pane->state)->table, pane);
}

static void followed_draw(const struct pane *pane, struct area area)
{
	tabled_draw(&((const struct followed *)pane->state)->table, area);
}

static const char *view_word(int view)
{
	return view == FOLLOW_VIEWS ? _("what was sent") : follow_view_word((enum follow_view)view);
}

static void followed_head(const struct pane *pane, struct head *head)
{
	const struct followed *followed = pane->state;

	if (followed->one_round)
		snprintf(head->left, sizeof head->left, _("Follow-up · round %s"), followed->desk->round_name);
	else
		snprintf(head->left, sizeof head->left, "%s", _("Follow-up · all rounds"));
	snprintf(head->middle, sizeof head->middle, "%s", view_word(followed->view));
	if (followed->read)
		snprintf(head->right, sizeof head->right, _("as of %s"), followed->followup.as_of);
	tabled_head(&followed->table, head);
}

/* ---- the person's doing */

static void view_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct followed *followed = pane->state;

	(void)with;
	if (which > FOLLOW_VIEWS)
		followed->one_round = !followed->one_round;
	else
		followed->view = which;
	listing_to(&followed->table.listing, 0, 0);
	ui_stale(ui);
}

static void view_run(struct ui *ui, struct pane *pane)
{
	const struct followed *followed = pane->state;
	const char *choices[FOLLOW_VIEWS + 2];
	struct choosing choosing = {.text = _("What of the follow-up?"),
		.choices = choices,
		.count = FOLLOW_VIEWS + 2,
		.first = followed->view,
		.chosen = view_chosen};

	for (int i = 0; i <= FOLLOW_VIEWS; i++)
		choices[i] = view_word(i);
	choices[FOLLOW_VIEWS + 1] = followed->one_round ? _("All rounds") : _("Only the round worked with");
	dialog_choose(ui, &choosing);
}

static void day_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct followed *followed = pane->state;

	(void)with;
	sending_day(ui, text, followed->on);
	ui_stale(ui);
}

static void day_run(struct ui *ui, struct pane *pane)
{
	sending_day_ask(ui, ((const struct followed *)pane->state)->on, day_answered);
}

static bool paper_make(struct ui *ui, struct pane *pane, struct paper *paper, struct error *err)
{
	const struct followed *followed = pane->state;

	(void)ui;
	return followup_paper(followed->desk->cw, round_of(followed), on_of(followed), paper, err);
}

static void report_show(struct ui *ui, struct pane *pane)
{
	struct error err = {0};
	struct paper paper;

	paper_init(&paper);
	if (paper_make(ui, pane, &paper, &err)) {
		paper_end(&paper);
		ui_push(ui, &text_pane, &(struct text_what){.title = _("Follow-up"), .text = paper.text.text});
	} else {
		desk_refused(ui, &err);
	}
	paper_done(&paper);
}

static const struct sent *sent_focus(const struct followed *followed)
{
	long at = listing_focus(&followed->table.listing);

	return followed->view == FOLLOW_VIEWS && at >= 0 && at < followed->sent.count ? &followed->sent.items[at]
										      : NULL;
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct followed *followed = pane->state;
	const struct sent *sent = sent_focus(followed);

	if (sent)
		sending_show(ui, sent);
	else
		report_show(ui, pane);
}

static void send_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	const struct followed *followed = pane->state;
	struct error err = {0};
	struct paper paper;

	(void)with;
	paper_init(&paper);
	if (paper_make(ui, pane, &paper, &err)) {
		paper_end(&paper);
		sending_keep(ui, &(struct sent_change){.kind = "follow_up",
					 .as_of = followed->followup.as_of,
					 .sent_to = text,
					 .text = paper.made.text,
					 .paper = paper.text.text});
	} else {
		desk_refused(ui, &err);
	}
	paper_done(&paper);
}

static void send_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	sending_ask(ui,
		_("The whole follow-up is kept as it stands now, recorded as sent. It is never altered.\nWho is it "
		  "sent to? With a case's number after a semicolon it is registered there."),
		"followup-0-0-send", send_answered);
}

static const char *send_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_SENT_KEEP);
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	(void)ui;
	(void)err;
	table_make(pane->state, report);
	return true;
}

static void write_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct followed *followed = pane->state;

	(void)with;
	if (which == 0) {
		writing_report(ui, &followed->writing, report_make,
			_("Write out the table. The name's ending says how: .csv, .json or .txt."),
			_("follow-up-%s.csv"), followed->followup.as_of);
		return;
	}
	followed->writing = (struct writing){
		.text = _("Write out the report. The name's ending says how: .txt on numbered pages, .pdf or .json."),
		.paged = true,
		.paper = paper_make};
	snprintf(
		followed->writing.file, sizeof followed->writing.file, _("follow-up-%s.txt"), followed->followup.as_of);
	followed->writing.name = followed->writing.file;
	writing_ask(ui, &followed->writing);
}

static void write_run(struct ui *ui, struct pane *pane)
{
	const char *const choices[] = {_("The table that is shown"), _("The whole report")};

	(void)pane;
	dialog_choose(
		ui, &(struct choosing){
			    .text = _("Write out what?"), .choices = choices, .count = 2, .chosen = write_chosen});
}

static const char *open_hint(const struct pane *pane, const struct action *action)
{
	return action->run == open_run && sent_focus(pane->state) ? _("what was sent") : NULL;
}

static const struct action actions[] = {
	{.name = "followup-read",
		.keys = "Enter",
		.help = N_("read the whole report, or what was sent"),
		.hint = N_("whole report"),
		.run = open_run},
	{.name = "view-choose",
		.keys = "v",
		.help = N_("choose the table: per year, region, type, criterion and more, or what was sent"),
		.hint = N_("view"),
		.run = view_run},
	{.name = "day-choose",
		.keys = "@",
		.help = N_("show it as known at the end of a day"),
		.hint = N_("day"),
		.run = day_run},
	{.name = "forecast-open",
		.keys = ">",
		.help = N_("open the forecast of payments"),
		.hint = N_("forecast"),
		.run = go_forecast},
	{.name = "published-open",
		.keys = ";",
		.help = N_("open the public list of granted measures"),
		.hint = N_("granted"),
		.run = go_published},
	{.name = "sent-add",
		.keys = "+",
		.help = N_("record the report as sent, kept as it stands"),
		.hint = N_("record as sent"),
		.run = send_run,
		.barred = send_barred},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind followup_pane = {
	.name = "followup",
	.title = N_("Follow-up"),
	.actions = actions,
	.open = followed_open,
	.close = followed_close,
	.load = followed_load,
	.draw = followed_draw,
	.head = followed_head,
	.hint = open_hint,
	.listing = followed_listing,
};
