/* kansli rank show|move|unmove|set|lock; compare, robust and optimum stand in rank_firm.c, skip, least, save and list
 * in rank_kept.c, try in rank_try.c, equal in rank_equal.c */
#include "cli/cli.h"

#include "base/money.h"
#include "base/text.h"
#include "casework/measure.h"
#include "cli/runs.h"
#include "csv/reports.h"

/* Why rows stand at the foot without points: the actor's own conflict of interest, or an assessment not handed in. */
static void hidden_tell(const struct shell *shell, const struct ranking *ranking)
{
	int barred = 0, hidden;

	for (int i = 0; i < ranking->count; i++)
		barred += ranking->items[i].barred && ranking->items[i].fit == RANK_HIDDEN;
	hidden = ranking->hidden - barred;
	if (barred)
		shell_say(shell,
			ngettext("%d measure is hidden: you have a conflict of interest there.",
				"%d measures are hidden: you have a conflict of interest there.",
				(unsigned long)barred),
			barred);
	if (hidden)
		shell_say(shell,
			ngettext("%d measure is hidden until you have handed in your own assessment of it.",
				"%d measures are hidden until you have handed in your own assessments of them.",
				(unsigned long)hidden),
			hidden);
}

/* Why what would fit of a row is nothing. */
static void too_little_tell(const struct shell *shell, const struct ranking *ranking, bool with_year)
{
	struct arena arena;
	char fits[MONEY_TEXT];

	arena_init(&arena);
	for (int i = 0; i < ranking->count; i++) {
		const struct rank_row *row = &ranking->items[i];

		if (rank_too_little(row))
			shell_say(shell, _("%s would fit to %s, but it takes %s to make sense (%s)."),
				measure_text(&arena, with_year, row->year, row->application_n, row->n),
				money_text(row->fits_ore, MONEY_KR, words_swedish(), fits),
				rank_least_text(&arena, row), row->least_source);
	}
	arena_done(&arena);
}

bool rank_show_run(struct shell *shell, struct error *err)
{
	struct ranking ranking;
	struct report report;
	int64_t round, proposal = 0;
	bool with_year, done;
	int year = 0;

	if (!shell_round(shell, false, &round, err) || !shell_year(shell, &year, err) ||
		!shell_number(shell, "proposal", &proposal, err) || !shell_with_year(shell, &with_year, err) ||
		!ranking_load(shell->cw, round, (int)proposal, year, &ranking, err))
		return false;
	report_ranking(&report, &ranking, with_year);
	done = shell_report(shell, &report, false, err);
	too_little_tell(shell, &ranking, with_year);
	hidden_tell(shell, &ranking);
	report_done(&report);
	ranking_done(&ranking);
	return done;
}

bool rank_about(struct shell *shell, int64_t *round, int64_t *measure, struct error *err)
{
	struct measure_list list;
	struct application application;

	if (!shell_measure(shell, 0, measure, err) || !measure_load(shell->cw, *measure, &list, err))
		return false;
	if (!application_load(shell->cw, list.items[0].application, &application, err)) {
		measure_list_done(&list);
		return false;
	}
	*round = application.row.round;
	application_done(&application);
	measure_list_done(&list);
	return true;
}

void rank_tell(struct shell *shell, int64_t round)
{
	struct ranking ranking;
	struct error err;

	if (!ranking_load(shell->cw, round, 0, 0, &ranking, &err))
		return;
	shell_say(shell, "%s", rank_line_text(&shell->arena, &ranking));
	ranking_done(&ranking);
}

static bool rank_move_run(struct shell *shell, struct error *err)
{
	struct operation op;
	const char *reason = NULL;
	int64_t round, measure;
	int place = text_number(shell->arguments[1]);

	if (!place)
		return refuse(
			err, ERROR_INVALID, _("'%s' is no place. Write 4 for the fourth place."), shell->arguments[1]);
	if (!rank_about(shell, &round, &measure, err) || !shell_text(shell, "reason", &reason, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!rank_move(shell->cw, &op, round, measure, place, reason ? reason : "", err))
		return false;
	shell_say(shell, _("%s is moved to place %d."), shell->arguments[0], place);
	rank_tell(shell, round);
	return true;
}

static bool rank_unmove_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t round, measure;

	if (!rank_about(shell, &round, &measure, err) || !shell_operation(shell, NULL, &op, err) ||
		!rank_unmove(shell->cw, &op, round, measure, err))
		return false;
	shell_say(shell, _("%s stands at its place by points again."), shell->arguments[0]);
	rank_tell(shell, round);
	return true;
}

static bool rank_set_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t round, measure, ore = MONEY_UNKNOWN;
	char text[MONEY_TEXT];
	int year = 0;

	if (!rank_about(shell, &round, &measure, err) || !shell_money(shell, "amount", &ore, err) ||
		!shell_year(shell, &year, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!year || (ore == MONEY_UNKNOWN) == !shell_switch(shell, "sought"))
		return refuse(err, ERROR_INVALID,
			_("Say --year, and either --amount or --sought to go back to what is sought."));
	if (!rank_set(shell->cw, &op, round, measure, year, ore, err))
		return false;
	if (ore == MONEY_UNKNOWN)
		shell_say(shell, _("%s, %d: proposed what is sought."), shell->arguments[0], year);
	else
		shell_say(shell, _("%s, %d: proposed %s."), shell->arguments[0], year,
			money_text(ore, MONEY_KR, words_swedish(), text));
	rank_tell(shell, round);
	return true;
}

/* --confirm says how many measures the one who locks believes there are, as the screen asks. */
static bool lock_confirmed(struct shell *shell, int64_t round, struct error *err)
{
	struct ranking ranking;
	int64_t confirm = -1;

	if (!shell_number(shell, "confirm", &confirm, err) || !ranking_load(shell->cw, round, 0, 0, &ranking, err))
		return false;
	int count = ranking.count;
	ranking_done(&ranking);
	if (confirm < 0)
		return refuse(err, ERROR_INVALID,
			_("The proposal holds %d measures. Write --confirm %d to lock it. Nothing was locked."), count,
			count);
	return confirm == count ||
	       refuse(err, ERROR_INVALID,
		       _("The proposal holds %d measures, not %d: look at it again. Nothing was locked."), count,
		       (int)confirm);
}

static bool rank_lock_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t round;

	if (!shell_round(shell, false, &round, err) || !lock_confirmed(shell, round, err) ||
		!shell_operation(shell, NULL, &op, err) || !rank_lock(shell->cw, &op, round, err))
		return false;
	shell_say(shell, _("The proposal is locked. A later change starts a new one from it. kansli rank record writes "
			   "its record."));
	return true;
}

static const struct option_row show_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"year", N_("YEAR"), N_("one payment year; without it, all years together"), false},
	{"proposal", N_("N"), N_("an earlier proposal"), false},
	{0},
};
static const struct option_row move_options[] = {
	{"reason", N_("TEXT"), N_("why; needed when the chair moves a measure"), false},
	{0},
};
static const struct option_row set_options[] = {
	{"year", N_("YEAR"), N_("payment year"), false},
	{"amount", N_("AMOUNT"), N_("kronor, or with a unit: 5,5 mnkr, 400 tkr"), false},
	{"sought", NULL, N_("go back to what is sought"), false},
	{0},
};
static const struct option_row skip_options[] = {
	{"reason", N_("TEXT"), N_("why it is proposed to get nothing though it may fit"), false},
	{0},
};
static const struct option_row least_options[] = {
	{"amount", N_("AMOUNT"), N_("kronor, or with a unit: 5,5 mnkr, 400 tkr"), false},
	{"none", NULL, N_("there is no least amount any longer"), false},
	{"source", N_("TEXT"), N_("who says so: the application, a note"), false},
	{0},
};
static const struct option_row try_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"year", N_("YEAR"), N_("one payment year; without it, all years together"), false},
	{"proposal", N_("N"), N_("an earlier proposal"), false},
	{"limit", N_("KIND:YEAR=AMOUNT"), N_("another limit: appropriation, commitment or round"), true},
	{"without", N_("NR"), N_("as if the measure were not there"), true},
	{"amount", N_("NR:YEAR=AMOUNT"), N_("another proposed amount"), true},
	{"down-to", N_("NR"), N_("the line moved down to and with this measure, and what that takes"), false},
	{0},
};
static const struct option_row equal_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"region", N_("REGION"), N_("the rule is of one region"), false},
	{"type", N_("TYPE"), N_("the rule is of one type of measure"), false},
	{"each-type", NULL, N_("the rule is of each type; without any of these, of each region"), false},
	{"most", NULL, N_("at most so much"), false},
	{"least", NULL, N_("at least so much"), false},
	{"share", N_("PER CENT"), N_("of the money above the line"), false},
	{"amount", N_("AMOUNT"), N_("kronor, or with a unit: 5,5 mnkr, 400 tkr"), false},
	{"count", N_("N"), N_("measures above the line"), false},
	{"source", N_("TEXT"), N_("where the rule comes from"), false},
	{0},
};
static const struct option_row robust_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"year", N_("YEAR"), N_("the limits of one payment year; without it, of all"), false},
	{"weights", N_("RULE"), N_("which weightings: half (within half more or less), order or any"), false},
	{"seed", N_("N"), N_("the beginning of the chance; the same gives the same figures"), false},
	{"draws", N_("N"), N_("how many weightings, 1000 to 1000000; without it, 100000"), false},
	{"keep", NULL, N_("keep the figures for the meeting, with what they rest on"), false},
	{0},
};
static const struct option_row beside_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"year", N_("YEAR"), N_("the limits of one payment year; without it, of all"), false},
	{0},
};
static const struct option_row record_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"proposal", N_("N"), N_("an earlier proposal"), false},
	{0},
};
static const struct option_row lock_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{0},
};
static const struct option_row locking_options[] = {
	{"round", N_("ROUND"), N_("which round; needed when there are several"), false},
	{"confirm", N_("N"), N_("the number of measures in the proposal, typed so that the right one is locked"),
		false},
	{0},
};
static const struct form forms[] = {
	{"show", "visa", "", 0, 0, N_("show the ranking and where the money ends"), show_options, rank_show_run, false,
		true, true},
	{"move", "flytta", N_("NR PLACE"), 2, 2, N_("move a measure, with a reason"), move_options, rank_move_run,
		false, false, false},
	{"unmove", "återställ", N_("NR"), 1, 1, N_("put a moved measure back to its place by points"), NULL,
		rank_unmove_run, false, false, false},
	{"set", "belopp", N_("NR"), 1, 1, N_("set the proposed amount of a payment year"), set_options, rank_set_run,
		false, false, false},
	{"lock", "lås", "", 0, 0, N_("keep the order as it stands, for the meeting"), locking_options, rank_lock_run,
		false, false, false},
	{"record", "underlag", "", 0, 0, N_("write the proposal's record for the meeting: list, limits, method"),
		record_options, rank_record_run, false, true, true},
	{"save", "spara", N_("[NAME]"), 0, 1, N_("keep the proposal as it stands, to compare with"), lock_options,
		rank_save_run, false, false, false},
	{"list", "lista", "", 0, 0, N_("list the proposals of the round"), lock_options, rank_list_run, false, true,
		true},
	{"skip", "hoppa", N_("NR"), 1, 1, N_("propose nothing for a measure, with a reason"), skip_options,
		rank_skip_run, false, false, false},
	{"unskip", "ta-med", N_("NR"), 1, 1, N_("no longer skip a measure"), NULL, rank_unskip_run, false, false,
		false},
	{"least", "minst", N_("NR"), 1, 1, N_("say with how little it makes no sense to grant a measure"),
		least_options, rank_least_run, false, false, false},
	{"try", "pröva", "", 0, 0, N_("try other limits, amounts or another line; nothing is saved"), try_options,
		rank_try_run, false, true, true},
	{"equal", "likabehandling", "", 0, 0, N_("show how the money above the line falls on regions and types"),
		show_options, rank_equal_run, false, true, true},
	{"equal-add", "likabehandling-ny", "", 0, 0, N_("enter a rule of equal treatment, shown and never imposed"),
		equal_options, rank_equal_add_run, false, false, false},
	{"equal-end", "likabehandling-slut", N_("N"), 1, 1, N_("end a rule of equal treatment"), NULL,
		rank_equal_end_run, false, false, false},
	{"compare", "jämför", N_("N [N]"), 1, 2,
		N_("show two proposals side by side; the second is the newest unless said"), beside_options,
		rank_compare_run, false, true, true},
	{"robust", "robust", "", 0, 0, N_("show how firm the order by points is under other weights"), robust_options,
		rank_robust_run, false, false, true},
	{"kept", "bevarade", N_("[N]"), 0, 1, N_("show kept figures of how firm the order is, or one of them"),
		lock_options, rank_kept_run, false, true, true},
	{"optimum", "optimum", "", 0, 0, N_("show what the points alone would fund, beside the chair's order"),
		beside_options, rank_optimum_run, false, true, true},
	{0},
};
const struct verb verb_rank = {"rank", "rang", N_("the ranking against the money of each year"), forms};
