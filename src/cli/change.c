/* kansli change NR, change withdraw NR, change participant NR REGION. */
#include "cli/cli.h"

#include "casework/application.h"
#include "casework/measure.h"
#include "cli/fields.h"

static bool change_run(struct shell *shell, struct error *err)
{
	struct application_change change;
	struct application now;
	struct operation op;
	int64_t id;
	bool changed;

	if (!shell_application(shell, 0, &id, err) || !shell_operation(shell, shell_option(shell, "why"), &op, err) ||
		!application_load(shell->cw, id, &now, err))
		return false;
	change = (struct application_change){.round = now.row.round_name,
		.lead = NULL,
		.title = now.row.title,
		.own_number = now.row.own_number,
		.arrived_on = now.row.arrived_on,
		.arrived_time = now.arrived_time,
		.way = now.way,
		.summary = now.summary,
		.economy = now.economy,
		.needs = now.needs,
		.scope = now.scope,
		.sources = now.sources,
		.invented = now.invented};
	for (int i = 0; i < now.participant_count; i++)
		if (now.participants[i].lead)
			change.lead = now.participants[i].region;
	changed = application_fields(shell, &change, err) && application_change(shell->cw, &op, id, &change, err);
	if (changed)
		shell_say(shell, _("%s is changed."), now.number);
	application_done(&now);
	return changed;
}

static bool withdraw_run(struct shell *shell, struct error *err)
{
	struct operation op;
	const char *on = NULL, *why = NULL;
	char today[DAY_TEXT];
	int64_t id;
	bool whole = !strchr(shell->arguments[0], '.');

	day_text(casework_today(shell->cw), today);
	if (!(whole ? shell_application(shell, 0, &id, err) : shell_measure(shell, 0, &id, err)) ||
		!shell_day_text(shell, "on", &on, err) || !shell_text(shell, "why", &why, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	if (!why)
		return refuse(err, ERROR_INVALID, _("Say --why: who took it back, and how it was said."));
	if (!(whole ? application_withdraw : measure_withdraw)(shell->cw, &op, id, on ? on : today, why, err))
		return false;
	shell_say(shell, _("%s is recorded as withdrawn."), shell->arguments[0]);
	return true;
}

/* The participant's papers as they stand, so that options change only what they name. */
static bool participant_now(struct shell *shell, int64_t id, struct participant_change *change, struct error *err)
{
	struct application now;
	struct arena *arena = &shell->arena;

	if (!application_load(shell->cw, id, &now, err))
		return false;
	for (int i = 0; i < now.participant_count; i++) {
		const struct participant *each = &now.participants[i];

		if (strcmp(each->region, change->region) != 0)
			continue;
		change->own_number = arena_text(arena, each->own_number);
		change->paper = arena_text(arena, each->paper);
		change->paper_on = arena_text(arena, each->paper_on);
		change->paper_body = arena_text(arena, each->paper_body);
		change->certified_on = arena_text(arena, each->certified_on);
	}
	application_done(&now);
	return true;
}

static bool participant_fields(struct shell *shell, int64_t id, struct participant_change *change, struct error *err)
{
	struct programme programme;
	const struct region *region;
	bool read;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	region = programme_region(&programme, shell->arguments[1]);
	change->region = region ? arena_text(&shell->arena, region->code) : NULL;
	read = (region || refuse(err, ERROR_INVALID, _("No region that may apply is called '%s'."),
				  shell->arguments[1])) &&
	       participant_now(shell, id, change, err) &&
	       field_word(shell, &programme, "paper", "paper", &change->paper, err);
	programme_done(&programme);
	return read && field_text(shell, "number", &change->own_number, err) &&
	       field_day(shell, "paper-day", &change->paper_on, err) &&
	       field_text(shell, "body", &change->paper_body, err) &&
	       field_day(shell, "certificate", &change->certified_on, err);
}

static bool participant_run(struct shell *shell, struct error *err)
{
	struct participant_change change = {0};
	struct operation op;
	int64_t id;

	if (!shell_application(shell, 0, &id, err) || !participant_fields(shell, id, &change, err) ||
		!shell_operation(shell, NULL, &op, err) || !participant_put(shell->cw, &op, id, &change, err))
		return false;
	shell_say(shell, _("%s takes part in %s."), shell->arguments[1], shell->arguments[0]);
	return true;
}

static const struct option_row withdraw_options[] = {
	{"on", N_("DAY"), N_("the day (today)"), false},
	{"why", N_("TEXT"), N_("who took it back, and how"), false},
	{0},
};
static const struct option_row participant_options[] = {
	{"number", N_("TEXT"), N_("the region's own number"), false},
	{"paper", N_("WORD"), N_("proposal, decision, handled or missing"), false},
	{"paper-day", N_("DAY"), N_("the day of the paper"), false},
	{"body", N_("TEXT"), N_("who decided or proposed"), false},
	{"certificate", N_("DAY"), N_("the day of the representative's certificate"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("change an application: what is not named stays"), application_options,
		change_run, false, false, false},
	{"withdraw", "återkalla", N_("NR"), 1, 1, N_("the applicant takes back an application, or a measure (12.3)"),
		withdraw_options, withdraw_run, false, false, false},
	{"participant", "deltagare", N_("NR REGION"), 2, 2, N_("add a region to an application, or change its papers"),
		participant_options, participant_run, false, false, false},
	{0},
};
const struct verb verb_change = {
	"change", "ändra", N_("change an application, its participants, or withdraw it"), forms};
