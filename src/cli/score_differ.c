/* kansli score differ: where the assessors of a round differ, and whether it has been discussed. */
#include "cli/cli.h"
#include "cli/runs.h"
#include "csv/reports.h"

static bool order_read(struct shell *shell, enum differ_order *out, struct error *err)
{
	static const char *const orders[][2] = {
		[DIFFER_BY_DISAGREEMENT] = {"disagreement", "oenighet"},
		[DIFFER_BY_PLACE] = {"place", "plats"},
		[DIFFER_BY_NUMBER] = {"number", "nummer"},
	};
	const char *typed = shell_option(shell, "sort");

	*out = DIFFER_BY_DISAGREEMENT;
	if (!typed)
		return true;
	for (int order = 0; order < DIFFER_ORDERS; order++) {
		if (!strcmp(typed, orders[order][0]) || !strcmp(typed, orders[order][1])) {
			*out = (enum differ_order)order;
			return true;
		}
	}
	return refuse(err, ERROR_INVALID, _("--sort: '%s'. It is disagreement, place or number."), typed);
}

static void differ_tell(const struct shell *shell, const struct differ *differ)
{
	if (!differ->differing)
		shell_say(shell, "%s", _("No assessors differ by two steps or more."));
	else if (differ->open)
		shell_say(shell,
			ngettext("%d criterion differs by two steps or more and has not been discussed.",
				"%d criteria differ by two steps or more and have not been discussed.",
				(unsigned long)differ->open),
			differ->open);
	else
		shell_say(shell, "%s", _("All that differs by two steps or more has been discussed."));
	if (differ->hidden)
		shell_say(shell,
			ngettext("%d measure is hidden from you and is not counted.",
				"%d measures are hidden from you and are not counted.", (unsigned long)differ->hidden),
			differ->hidden);
}

bool score_differ_run(struct shell *shell, struct error *err)
{
	enum differ_order order;
	struct differ differ;
	struct report report;
	int64_t round;
	bool with_year;

	if (!order_read(shell, &order, err) || !shell_round(shell, false, &round, err) ||
		!shell_with_year(shell, &with_year, err) || !differ_load(shell->cw, round, order, &differ, err))
		return false;
	report_differ(&report, &differ, with_year);
	bool done = shell_report(shell, &report, false, err);
	if (done)
		differ_tell(shell, &differ);
	report_done(&report);
	differ_done(&differ);
	return done;
}
