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

/* The participant's papers as they stand, so that options change only what they name. The texts live as long as the
 * application that is loaded. */
static void participant_now(const struct application *now, const char *region, struct participant_change *change)
{
	*change = (struct participant_change){.region = region};
	for (int i = 0; i < now->participant_count; i++)
		if (!strcmp(now->participants[i].region, region))
			*change = participant_as_is(&now->participants[i]);
}

static bool participant_texts(struct shell *shell, struct participant_change *change, struct error *err)
{
	return field_text(shell, "number", &change->own_number, err) &&
	       field_day(shell, "paper-day", &change->paper_on, err) &&
	       field_text(shell, "body", &change->paper_body, err) &&
	       field_text(shell, "section", &change->section, err) &&
	       field_text(shell, "body-number", &change->number, err) &&
	       field_text(shell, "document", &change->document, err) &&
	       field_day(shell, "certificate", &change->certified_on, err) &&
	       field_text(shell, "representative", &change->certified_name, err) &&
	       field_text(shell, "title", &change->certified_title, err) &&
	       field_text(shell, "certificate-document", &change->certified_document, err) &&
	       field_text(shell, "contribution", &change->contribution, err);
}

static bool participant_fields(
	struct shell *shell, const struct application *now, struct participant_change *change, struct error *err)
{
	struct programme programme;
	const struct region *region;
	bool read;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	region = programme_region(&programme, shell->arguments[1]);
	if (region)
		participant_now(now, arena_text(&shell->arena, region->code), change);
	read = (region || refuse(err, ERROR_INVALID, _("No region that may apply is called '%s'."),
				  shell->arguments[1])) &&
	       field_word(shell, &programme, "paper", "paper", &change->paper, err) &&
	       field_word(shell, &programme, "body-kind", "body", &change->body_kind, err) &&
	       participant_texts(shell, change, err);
	programme_done(&programme);
	return read;
}

static bool participant_run(struct shell *shell, struct error *err)
{
	struct participant_change change = {0};
	struct application now;
	struct operation op;
	int64_t id;
	bool put;

	if (!shell_application(shell, 0, &id, err) || !shell_operation(shell, NULL, &op, err) ||
		!application_load(shell->cw, id, &now, err))
		return false;
	put = participant_fields(shell, &now, &change, err) && participant_put(shell->cw, &op, id, &change, err);
	application_done(&now);
	if (put)
		shell_say(shell, _("%s takes part in %s."), shell->arguments[1], shell->arguments[0]);
	return put;
}

/* The codes of those named; with --all of every region that may apply. */
static int regions_named(struct shell *shell, const struct programme *programme, const char **codes, struct error *err)
{
	int count = 0;

	if (shell_switch(shell, "all") == (shell->argument_count > 1)) {
		refuse(err, ERROR_INVALID, _("Name the regions, or say --all for every region that may apply."));
		return 0;
	}
	for (int i = 1; i < shell->argument_count; i++) {
		const struct region *region = programme_region(programme, shell->arguments[i]);

		if (!region) {
			refuse(err, ERROR_INVALID, _("No region that may apply is called '%s'."), shell->arguments[i]);
			return 0;
		}
		codes[count++] = region->code;
	}
	for (int i = 0; shell_switch(shell, "all") && i < programme->region_count; i++)
		codes[count++] = programme->regions[i].code;
	return count;
}

static bool participants_run(struct shell *shell, struct error *err)
{
	struct programme programme;
	struct operation op;
	const char **codes;
	int64_t id;
	int count, added = 0;
	bool joined;

	if (!shell_application(shell, 0, &id, err) || !shell_operation(shell, NULL, &op, err) ||
		!programme_load(shell->cw, &programme, err))
		return false;
	codes = arena_take(&shell->arena, (size_t)(programme.region_count + shell->argument_count + 1) * sizeof *codes);
	count = regions_named(shell, &programme, codes, err);
	joined = count && participants_join(shell->cw, &op, id, codes, count, &added, err);
	programme_done(&programme);
	if (joined)
		shell_say(shell,
			ngettext("%d region more takes part in %s.", "%d regions more take part in %s.",
				(unsigned long)added),
			added, shell->arguments[0]);
	return joined;
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
	{"body-kind", N_("WORD"), N_("council, executive board, committee, working committee or other body"), false},
	{"section", N_("TEXT"), N_("the section of the minutes: '§ 87'"), false},
	{"body-number", N_("TEXT"), N_("the body's own number"), false},
	{"document", N_("N"), N_("the minutes: number of a document of the application"), false},
	{"certificate", N_("DAY"), N_("the day of the representative's certificate"), false},
	{"representative", N_("TEXT"), N_("the authorised representative who certifies"), false},
	{"title", N_("TEXT"), N_("the representative's title"), false},
	{"certificate-document", N_("N"), N_("the certificate: number of a document of the application"), false},
	{"contribution", N_("TEXT"), N_("what the region gives: resources, hours"), false},
	{0},
};
static const struct option_row participants_options[] = {
	{"all", NULL, N_("every region that may apply and does not take part yet"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("change an application: what is not named stays"), application_options,
		change_run, false, false, false},
	{"withdraw", "återkalla", N_("NR"), 1, 1, N_("the applicant takes back an application, or a measure (12.3)"),
		withdraw_options, withdraw_run, false, false, false},
	{"participant", "deltagare", N_("NR REGION"), 2, 2, N_("add a region to an application, or change its papers"),
		participant_options, participant_run, false, false, false},
	{"participants", "deltagarna", N_("NR [REGION...]"), 1, -1,
		N_("add several regions at once: those named, or all"), participants_options, participants_run, false,
		false, false},
	{0},
};
const struct verb verb_change = {
	"change", "ändra", N_("change an application, its participants, or withdraw it"), forms};
