/* The ranking against the money of each year. Invariant: the line stands where the snapshot says, and never has the
 * focus. */
#include "casework/disqualification.h"
#include "csv/record.h"
#include "tui/dialog.h"
#include "tui/go.h"
#include "tui/ranked.h"

#include "base/words.h"

/* ---- how firm, beside */

/* What was shown stays until the new figures are there. */
static void firm_begin(struct ui *ui, struct ranked *ranked)
{
	firmness_end(ranked->working);
	ranked->working = firmness_begin(ranked->desk->cw, ranked->desk->round, ranked->year);
	ui_working(ui, ranked->working != NULL);
}

static void ranking_tick(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;

	if (!ranked->working)
		return;
	if (!firmness_ready(ranked->working)) {
		ui_look(ui);
		return;
	}
	firmness_end(ranked->firm);
	ranked->firm = ranked->working;
	ranked->working = NULL;
	ui_working(ui, false);
}

/* ---- reading */

static void ranking_read(struct ui *ui, struct ranked *ranked)
{
	struct ranking ranking, before = ranked->real;
	struct error err = {0};

	if (!desk_refresh(ranked->desk, &err) ||
		!ranking_load(ranked->desk->cw, ranked->desk->round, 0, ranked->year, &ranking, &err)) {
		desk_refused(ui, &err);
		return;
	}
	ranked->real = ranking;
	ranked_show(ui, ranked);
	if (ranked->told[0])
		ranked_tell(ui, ranked, &before);
	if (before.round)
		ranking_done(&before);
	firm_begin(ui, ranked);
}

static void ranking_reload(struct ui *ui, struct pane *pane)
{
	ranking_read(ui, pane->state);
}

static bool ranking_begin(struct ui *ui, struct pane *pane, const void *what)
{
	struct desk *desk = desk_with_round(ui, _("There is no round to rank in yet."));
	struct ranked *ranked;

	(void)what;
	if (!desk)
		return false;
	ranked = memory_take(sizeof *ranked);
	memset(ranked, 0, sizeof *ranked);
	ranked->desk = desk;
	ranked->pane = pane;
	ranked->ranking.left_ore = MONEY_UNKNOWN;
	pane->state = ranked;
	listing_init(&ranked->listing, &ranked_table, ranked);
	return true;
}

static void ranking_close(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;

	if (ranked->working)
		ui_working(ui, false);
	firmness_end(ranked->working);
	firmness_end(ranked->firm);
	ranked_forget(ranked);
	free(ranked);
}

static struct listing *listing_of(const struct pane *pane)
{
	struct ranked *ranked = pane->state;

	ranked->listing.elsewhere = ranked_foot(ranked, pane->rows);
	return &ranked->listing;
}

/* ---- the person's doing */

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct rank_row *row = ranked_focus(pane->state);

	if (row)
		ui_push(ui, &detail_pane, &row->application);
}

/* All years, then each that some measure asks money of, and around. */
static void year_move(struct pane *pane, int by)
{
	struct ranked *ranked = pane->state;
	int years[BUDGET_YEARS + 1] = {0}, count = 1, at = 0;

	for (int i = 0; i < BUDGET_YEARS; i++) {
		if (ranked->asked[i])
			years[count++] = BUDGET_FIRST + i;
	}
	for (int i = 0; i < count; i++)
		at = years[i] == ranked->year ? i : at;
	ranked->year = years[(at + by + count) % count];
	pane->stale = true;
}

static void year_back_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	year_move(pane, -1);
}

static void year_on_run(struct ui *ui, struct pane *pane)
{
	(void)ui;
	year_move(pane, 1);
}

static bool report_make(struct ui *ui, struct pane *pane, struct report *report, struct error *err)
{
	const struct ranked *ranked = pane->state;

	(void)ui;
	(void)err;
	if (ranked->trying)
		report_trial(report, &ranked->trial, ranked->desk->with_year);
	else
		report_ranking(report, &ranked->ranking, ranked->desk->with_year);
	return true;
}

static bool record_make(struct ui *ui, struct pane *pane, struct paper *paper, struct error *err)
{
	const struct ranked *ranked = pane->state;

	(void)ui;
	return record_write(
		ranked->desk->cw, ranked->desk->round, ranked->ranking.n, ranked->desk->with_year, paper, err);
}

static void write_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct ranked *ranked = pane->state;

	(void)with;
	if (which == 1) {
		snprintf(ranked->file, sizeof ranked->file, _("record-%s.txt"), ranked->desk->round_name);
		ranked->writing = (struct writing){
			.name = ranked->file,
			.text = _(
				"Write out the proposal's record for the meeting. The name's ending says how: .txt or "
				".json."),
			.paper = record_make,
		};
		writing_ask(ui, &ranked->writing);
		return;
	}

	writing_report(ui, &ranked->writing, report_make,
		_("Write out the ranking as it is shown. The name's ending says how: .csv, .json or .txt."),
		_("ranking-%s.csv"), ranked->desk->round_name);
}

static void write_run(struct ui *ui, struct pane *pane)
{
	const char *choices[] = {_("the ranking as it is shown"), _("the proposal's record for the meeting")};

	(void)pane;
	dialog_choose(
		ui, &(struct choosing){
			    .text = _("Write out what?"), .choices = choices, .count = 2, .chosen = write_chosen});
}

static void decide_run(struct ui *ui, struct pane *pane)
{
	const struct rank_row *row = ranked_focus(pane->state);

	if (row)
		decision_form(ui, row->measure);
}

static unsigned relation_of(const struct pane *pane)
{
	const struct rank_row *row = ranked_focus(pane->state);

	if (!row)
		return RELATION_NONE;
	return (row->barred ? RELATION_BARRED : 0u) | (row->closed ? RELATION_CLOSED : 0u);
}

static const char *ranking_notice(const struct pane *pane)
{
	return desk_notice(relation_of(pane));
}

/* A decided row is refused before anything is asked about it. */
static const char *move_barred(const struct ui *ui, const struct pane *pane)
{
	const char *why = desk_barred_in(ui, RIGHT_RANK_MOVE, relation_of(pane));

	why = why ? why : ranked_trial_bars(pane->state);
	return why ? why : ranked_fixed(pane->state);
}

static const char *least_barred(const struct ui *ui, const struct pane *pane)
{
	const char *why = desk_barred_in(ui, RIGHT_LEAST_PUT, relation_of(pane));

	why = why ? why : ranked_trial_bars(pane->state);
	return why ? why : ranked_fixed(pane->state);
}

static const char *lock_barred(const struct ui *ui, const struct pane *pane)
{
	const char *why = desk_barred(ui, RIGHT_RANK_MOVE);

	return why ? why : ranked_trial_bars(pane->state);
}

static const char *decide_barred(const struct ui *ui, const struct pane *pane)
{
	const char *why = desk_barred_in(ui, RIGHT_DECISION_RECORD, relation_of(pane));

	return why ? why : ranked_trial_bars(pane->state);
}

static void conflicts_run(struct ui *ui, struct pane *pane)
{
	const struct ranked *ranked = pane->state;

	ui_push(ui, &disqualification_pane, &(struct disqualification_about){.round = ranked->ranking.round});
}

static void disagreement_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_push(ui, &disagreement_pane, NULL);
}

static void firmness_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &firmness_pane, &((struct ranked *)pane->state)->year);
}

static void optimum_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &optimum_pane, &((struct ranked *)pane->state)->year);
}

static void comparison_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &comparison_pane, &((struct ranked *)pane->state)->year);
}

static void equal_run(struct ui *ui, struct pane *pane)
{
	ui_push(ui, &equal_pane, &((struct ranked *)pane->state)->year);
}

static const struct action actions[] = {
	{.name = "measure-move-up",
		.keys = "K Shift-Up",
		.help = N_("move the measure one place up"),
		.hint = N_("move"),
		.shown = "J/K",
		.changes = true,
		.run = ranked_up_run,
		.barred = move_barred},
	{.name = "measure-move-down",
		.keys = "J Shift-Down",
		.help = N_("move the measure one place down"),
		.changes = true,
		.run = ranked_down_run,
		.barred = move_barred},
	{.name = "measure-move-to",
		.keys = "m",
		.help = N_("move the measure to a place"),
		.hint = N_("to place"),
		.changes = true,
		.run = ranked_place_run,
		.barred = move_barred},
	{.name = "amount-propose",
		.keys = "b",
		.help = N_("propose another amount for a payment year"),
		.hint = N_("amount"),
		.changes = true,
		.run = ranked_amount_run,
		.barred = move_barred},
	{.name = "reason-change",
		.keys = "o",
		.help = N_("change the reason for the move"),
		.hint = N_("reason"),
		.changes = true,
		.run = ranked_reason_run,
		.barred = move_barred},
	{.name = "year-next",
		.keys = "Right l",
		.help = N_("next payment year, or all years"),
		.hint = N_("year"),
		.shown = "h/l",
		.run = year_on_run},
	{.name = "year-previous", .keys = "Left h", .help = N_("previous payment year"), .run = year_back_run},
	{.name = "measure-open", .keys = "Enter", .help = N_("open the case"), .hint = N_("open"), .run = open_run},
	{.name = "proposal-lock",
		.keys = "L",
		.help = N_("lock the proposal for the meeting"),
		.hint = N_("lock"),
		.changes = true,
		.run = ranked_lock_run,
		.barred = lock_barred},
	{.name = "measure-unmove",
		.keys = "U",
		.help = N_("put the measure back where its points put it"),
		.hint = N_("move back"),
		.changes = true,
		.run = ranked_unmove_run,
		.barred = move_barred},
	{.name = "limit-try",
		.keys = "R",
		.help = N_("try another limit; nothing is saved"),
		.hint = N_("try limit"),
		.run = ranked_limit_run},
	{.name = "measure-try-without",
		.keys = "X",
		.help = N_("try without the measure, or with it again; nothing is saved"),
		.hint = N_("without"),
		.run = ranked_without_run},
	{.name = "line-try",
		.keys = "_",
		.help = N_("try the line moved down to here, and what it takes; nothing is saved"),
		.hint = N_("line to here"),
		.run = ranked_line_run},
	{.name = "measure-skip",
		.keys = "S",
		.help = N_("skip the measure, with a reason, or no longer"),
		.hint = N_("skip"),
		.changes = true,
		.run = ranked_skip_run,
		.barred = move_barred},
	{.name = "least-put",
		.keys = "M",
		.help = N_("say what is the least amount that makes sense"),
		.hint = N_("least"),
		.changes = true,
		.run = ranked_least_run,
		.barred = least_barred},
	{.name = "proposal-save",
		.keys = "P",
		.help = N_("save the proposal, to compare with"),
		.hint = N_("save"),
		.changes = true,
		.run = ranked_save_run,
		.barred = lock_barred},
	{.name = "equal-open",
		.keys = "E",
		.help = N_("show how the money above the line falls on regions and types"),
		.hint = N_("equal treatment"),
		.run = equal_run},
	{.name = "decision-record",
		.keys = "B",
		.help = N_("record the delegation's decision"),
		.hint = N_("decision"),
		.changes = true,
		.run = decide_run,
		.barred = decide_barred},
	{.name = "conflicts-open",
		.keys = "=",
		.help = N_("show who has answered about conflicts of interest in the round"),
		.hint = N_("conflicts"),
		.run = conflicts_run},
	{.name = "progress-open",
		.keys = "A",
		.help = N_("open how far the round's assessors have come"),
		.run = go_progress},
	{.name = "disagreement-open",
		.keys = "D",
		.help = N_("show where assessors differ, and record what they said together"),
		.hint = N_("disagreement"),
		.run = disagreement_run},
	{.name = "firmness-open",
		.keys = "F",
		.help = N_("show how firm the order is: other weights, selections, without one assessor"),
		.hint = N_("firm"),
		.run = firmness_run},
	{.name = "optimum-open",
		.keys = "O",
		.help = N_("show what the points alone would fund, beside the chair's order"),
		.run = optimum_run},
	{.name = "proposals-compare",
		.keys = "v",
		.help = N_("show two proposals side by side"),
		.run = comparison_run},
	{.name = "write-out",
		.keys = "w",
		.help = N_("write what is shown to a file"),
		.hint = N_("write"),
		.run = write_run},
	{.name = NULL},
};

const struct pane_kind ranking_pane = {
	.name = "ranking",
	.title = N_("Ranking"),
	.actions = actions,
	.open = ranking_begin,
	.close = ranking_close,
	.load = ranking_reload,
	.tick = ranking_tick,
	.draw = ranked_draw,
	.head = ranked_head,
	.escape = ranked_trial_escape,
	.listing = listing_of,
	.notice = ranking_notice,
};
