/* kansli audit: who had which role when, who did what with money, who read marked papers, and a sample. */
#include "cli/cli.h"

#include "base/words.h"
#include "casework/access.h"
#include "csv/reports_audit.h"

static bool audit_run(struct shell *shell, void (*make)(struct report *, const struct audit *), struct error *err)
{
	struct audit_query query = {0};
	struct audit audit;
	struct report report;
	bool done;

	if (!shell_day_text(shell, "on", &query.as_of, err) ||
		(shell->argument_count && !shell_application(shell, 0, &query.application, err)) ||
		!audit_load(shell->cw, &query, &audit, err))
		return false;
	make(&report, &audit);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	audit_done(&audit);
	return done;
}

static bool roles_run(struct shell *shell, struct error *err)
{
	return audit_run(shell, report_audit_roles, err);
}

static bool acts_run(struct shell *shell, struct error *err)
{
	return audit_run(shell, report_audit_acts, err);
}

static bool readings_run(struct shell *shell, struct error *err)
{
	return audit_run(shell, report_audit_readings, err);
}

static bool drawing_read(struct shell *shell, struct audit_drawing *out, struct error *err)
{
	int64_t size = 10, seed = 1;

	*out = (struct audit_drawing){.all = shell_switch(shell, "all")};
	if (!shell_number(shell, "size", &size, err) || !shell_number(shell, "seed", &seed, err) ||
		!shell_day_text(shell, "on", &out->on, err))
		return false;
	if (size < 1 || size > 10000 || seed < 0)
		return refuse(err, ERROR_INVALID, _("--size is 1–10000, and --seed is not below 0."));
	if (out->all && out->on)
		return refuse(err, ERROR_INVALID,
			_("Plans are known as they stand today: leave --on out, or draw of what was paid by the day."));
	out->size = (int)size;
	out->seed = (uint64_t)seed;
	return true;
}

static bool sample_run(struct shell *shell, struct error *err)
{
	struct audit_drawing drawing;
	struct audit_sample sample;
	struct forecast forecast;
	struct report report;
	bool done;

	if (!drawing_read(shell, &drawing, err) || !may(shell->cw, RIGHT_AUDIT, RELATION_NONE, err) ||
		!forecast_load(shell->cw, &forecast, err))
		return false;
	audit_sample_draw(&forecast, &drawing, &sample);
	report_audit_sample(&report, &sample, &drawing);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	audit_sample_done(&sample);
	forecast_done(&forecast);
	return done;
}

static const struct option_row on_options[] = {
	{"on", N_("DAY"), N_("as of a day"), false},
	{0},
};
static const struct option_row sample_options[] = {
	{"size", N_("NUMBER"), N_("how many (10)"), false},
	{"seed", N_("NUMBER"), N_("the beginning of the chance (1); the same gives the same rows"), false},
	{"on", N_("DAY"), N_("of what was paid by the end of a day"), false},
	{"all", NULL, N_("of all instalments that stand, not only those paid"), false},
	{0},
};
static const struct form forms[] = {
	{"roles", "roller", "", 0, 0, N_("who has had which role, or had it on a day"), on_options, roles_run, false,
		true, true},
	{"acts", "åtgärder", N_("[NR]"), 0, 1, N_("who decided, reviewed, authorised, sealed and paid what"),
		on_options, acts_run, false, true, true},
	{"readings", "läsningar", "", 0, 0, N_("who read papers with a secrecy mark"), on_options, readings_run, false,
		true, true},
	{"sample", "urval", "", 0, 0, N_("draw a sample of payments by amount, by a stated rule and seed"),
		sample_options, sample_run, false, true, true},
	{0},
};
const struct verb verb_audit = {"audit", "revision", N_("what an auditor asks for"), forms};
