/* kansli followup: what has come of the grant, in tables, and as one report to the government office. */
#include "cli/cli.h"

#include "base/text.h"
#include "cli/paper.h"
#include "csv/followup_paper.h"
#include "csv/reports_followup.h"
#include "csv/reports_forecast.h"

static bool asked(struct shell *shell, int64_t *round, const char **as_of, struct error *err)
{
	*as_of = NULL;
	return shell_round(shell, true, round, err) && shell_day_text(shell, "on", as_of, err);
}

static bool view_run(struct shell *shell, enum follow_view view, struct error *err)
{
	struct followup followup;
	struct report report;
	const char *as_of;
	int64_t round;
	bool done;

	if (!asked(shell, &round, &as_of, err) || !followup_load(shell->cw, round, as_of, &followup, err))
		return false;
	report_followup(&report, &followup, view, !shell_for_programs(shell));
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	followup_done(&followup);
	return done;
}

#define VIEW(name, view)                                                                                               \
	static bool name(struct shell *shell, struct error *err)                                                       \
	{                                                                                                              \
		return view_run(shell, view, err);                                                                     \
	}
VIEW(years_run, FOLLOW_VIEW_YEARS)
VIEW(regions_run, FOLLOW_VIEW_REGIONS)
VIEW(types_run, FOLLOW_VIEW_TYPES)
VIEW(areas_run, FOLLOW_VIEW_AREAS)
VIEW(routes_run, FOLLOW_VIEW_ROUTES)
VIEW(criteria_run, FOLLOW_VIEW_CRITERIA)
VIEW(times_run, FOLLOW_VIEW_TIMES)
VIEW(effects_run, FOLLOW_VIEW_EFFECTS)
VIEW(reports_run, FOLLOW_VIEW_REPORTS)
VIEW(claims_run, FOLLOW_VIEW_CLAIMS)

static bool paper_run(struct shell *shell, struct error *err)
{
	struct paper paper;
	const char *as_of;
	int64_t round;
	bool done;

	if (!asked(shell, &round, &as_of, err))
		return false;
	paper_init(&paper);
	done = followup_paper(shell->cw, round, as_of, &paper, err) && shell_paper(shell, &paper, err);
	paper_done(&paper);
	return done;
}

static bool send_run(struct shell *shell, struct error *err)
{
	struct sent_change change = {.kind = "follow_up", .sent_to = shell->arguments[0]};
	const char *in = shell_option(shell, "in");
	char today[DAY_TEXT];
	struct operation op;
	struct paper paper;
	int64_t round;
	int n = 0;
	bool done;

	day_text(casework_today(shell->cw), today);
	if (!asked(shell, &round, &change.as_of, err) || (in && !case_find(shell->cw, in, &change.of, err)) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	paper_init(&paper);
	done = followup_paper(shell->cw, round, change.as_of, &paper, err);
	paper_end(&paper);
	change.text = paper.made.text;
	change.paper = paper.text.text;
	change.as_of = change.as_of ? change.as_of : today;
	done = done && sent_keep(shell->cw, &op, &change, &n, err);
	if (done && n)
		shell_say(shell, _("The follow-up is recorded as sent to %s, number %d."), change.sent_to, n);
	paper_done(&paper);
	return done;
}

static bool sent_run(struct shell *shell, struct error *err)
{
	struct sent_list list;
	struct report report;
	bool done;

	if (!sent_list_load(shell->cw, NULL, &list, err))
		return false;
	report_sent(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	sent_list_done(&list);
	return done;
}

static bool kept_run(struct shell *shell, struct error *err)
{
	struct buffer json;
	const char *text;
	bool done;

	if (!sent_text(shell->cw, text_number(shell->arguments[0]), "follow_up", &shell->arena, &text, err))
		return false;
	buffer_init(&json);
	buffer_text(&json, text);
	done = shell_listing(shell, &(struct listing){NULL, NULL, 0}, &json, err);
	buffer_done(&json);
	return done;
}

static const struct option_row options[] = {
	{"round", N_("ROUND"), N_("one round only"), false},
	{"on", N_("DAY"), N_("as known at the end of a day"), false},
	{0},
};
static const struct option_row send_options[] = {
	{"in", N_("NR"), N_("register it as sent in the case of that number"), false},
	{"round", N_("ROUND"), N_("one round only"), false},
	{"on", N_("DAY"), N_("as known at the end of a day"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("write the whole follow-up as one report"), options, paper_run, false, true, true},
	{"years", "år", "", 0, 0, N_("per payment year"), options, years_run, false, true, true},
	{"regions", "regioner", "", 0, 0, N_("per applicant, and what each region receives"), options, regions_run,
		false, true, true},
	{"types", "slag", "", 0, 0, N_("per type of measure"), options, types_run, false, true, true},
	{"areas", "områden", "", 0, 0, N_("per area"), options, areas_run, false, true, true},
	{"routes", "effekttyper", "", 0, 0, N_("per route to effect"), options, routes_run, false, true, true},
	{"criteria", "kriterier", "", 0, 0, N_("mean step of what was granted and refused, per criterion"), options,
		criteria_run, false, true, true},
	{"times", "tider", "", 0, 0, N_("time from arrival to decision"), options, times_run, false, true, true},
	{"effects", "effekter", "", 0, 0, N_("effects promised and achieved, where they can be added up"), options,
		effects_run, false, true, true},
	{"reports", "redovisningar", "", 0, 0, N_("reports due, in time and late"), options, reports_run, false, true,
		true},
	{"claims", "återkrav", "", 0, 0, N_("what is claimed back, by ground"), options, claims_run, false, true, true},
	{"send", "sänd", N_("RECEIVER"), 1, 1, N_("record the report as sent, as it stands now"), send_options,
		send_run, false, false, false},
	{"sent", "sända", "", 0, 0, N_("list what was sent, forecasts too"), NULL, sent_run, false, true, true},
	{"kept", "sänd-text", N_("NUMBER"), 1, 1, N_("show a report as it was sent, as JSON"), NULL, kept_run, false,
		true, true},
	{0},
};
const struct verb verb_followup = {"followup", "uppföljning", N_("what has come of the grant"), forms, "uppfoljning"};
