/* kansli assign: who handles an application, and who assesses a measure. */
#include "cli/cli.h"

#include "casework/application.h"
#include "casework/assess.h"
#include "casework/assign_many.h"
#include "casework/person.h"

static bool officer_run(struct shell *shell, struct error *err)
{
	struct person person = {0};
	struct operation op;
	int64_t id;
	bool nobody = !strcmp(shell->arguments[1], "-");

	if (!shell_application(shell, 0, &id, err) || !shell_operation(shell, NULL, &op, err) ||
		(!nobody && !person_find(shell->cw, shell->arguments[1], &shell->arena, &person, err)) ||
		!application_assign(shell->cw, &op, id, person.id, err))
		return false;
	if (nobody)
		shell_say(shell, _("%s has no case officer now."), shell->arguments[0]);
	else
		shell_say(shell, _("%s is handled by %s."), shell->arguments[0], person.name);
	return true;
}

/* ---- several at once */

struct pairs {
	int64_t measures[SHELL_VALUES], persons[SHELL_VALUES];
	int measure_count, person_count;
};

/* Without --person the last argument is the person. */
static bool pairs_read(struct shell *shell, struct pairs *pairs, struct error *err)
{
	const char *wanted = shell_option_nth(shell, "person", 0);
	struct person person;

	*pairs = (struct pairs){.measure_count = shell->argument_count - !wanted};
	if (!wanted)
		wanted = shell->arguments[pairs->measure_count];
	if (!pairs->measure_count)
		return refuse(
			err, ERROR_INVALID, _("Name the measure and the person: kansli assign assessor NR PERSON."));
	for (int i = 0; i < pairs->measure_count; i++)
		if (!shell_measure(shell, i, &pairs->measures[i], err))
			return false;
	for (; wanted; wanted = shell_option_nth(shell, "person", pairs->person_count)) {
		if (!person_find(shell->cw, wanted, &shell->arena, &person, err))
			return false;
		pairs->persons[pairs->person_count++] = person.id;
	}
	return true;
}

/* Each who cannot be assigned, and why: what one has to know before trying again. */
static void pairs_refused(const struct shell *shell, const struct pairs *pairs)
{
	struct assign_plan plan;
	struct error err = {0};
	bool ask = false;

	if (!assign_plan_load(
		    shell->cw, pairs->measures, pairs->measure_count, pairs->persons, pairs->person_count, &plan, &err))
		return;
	for (int i = 0; i < plan.count; i++) {
		const struct assign_pair *pair = &plan.items[i];

		if (pair->standing == ASSIGN_CAN || pair->standing == ASSIGN_ALREADY)
			continue;
		shell_tell(shell, "%s: %s %s", pair->number, pair->name, assign_standing_words(pair->standing));
		ask = ask || pair->standing == ASSIGN_UNASKED;
	}
	if (ask)
		shell_tell(shell, _("Ask first: kansli disqualification ask --round ROUND --person LOGIN"));
	assign_plan_done(&plan);
}

static bool many_run(struct shell *shell, const struct pairs *pairs, struct error *err)
{
	struct operation op;
	int assigned;

	if (!shell_operation(shell, NULL, &op, err))
		return false;
	if (!assessor_assign_many(shell->cw, &op, pairs->measures, pairs->measure_count, pairs->persons,
		    pairs->person_count, &assigned, err)) {
		if (err->kind == ERROR_INVALID)
			pairs_refused(shell, pairs);
		return false;
	}
	shell_say(shell, ngettext("%d assignment is made.", "%d assignments are made.", (unsigned long)assigned),
		assigned);
	return true;
}

static bool assessor_run(struct shell *shell, struct error *err)
{
	struct pairs pairs;
	struct operation op;
	struct person person;

	if (!pairs_read(shell, &pairs, err))
		return false;
	if (pairs.measure_count > 1 || pairs.person_count > 1)
		return many_run(shell, &pairs, err);
	const char *wanted = shell_option(shell, "person");
	if (!shell_operation(shell, NULL, &op, err) ||
		!person_find(shell->cw, wanted ? wanted : shell->arguments[1], &shell->arena, &person, err) ||
		!assessor_assign(shell->cw, &op, pairs.measures[0], person.id, err))
		return false;
	shell_say(shell, _("%s is assessed by %s."), shell->arguments[0], person.name);
	return true;
}

static bool relieve_run(struct shell *shell, struct error *err)
{
	struct operation op;
	struct person person;
	int64_t measure;

	if (!shell_measure(shell, 0, &measure, err) || !shell_operation(shell, NULL, &op, err) ||
		!person_find(shell->cw, shell->arguments[1], &shell->arena, &person, err) ||
		!assessor_relieve(shell->cw, &op, measure, person.id, err))
		return false;
	shell_say(shell, _("%s is relieved of %s."), person.name, shell->arguments[0]);
	return true;
}

static const struct option_row assessor_options[] = {
	{"person", N_("PERSON"), N_("who; several times for several, all arguments being measures then"), true},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR PERSON"), 2, 2, N_("give an application to a case officer; - for nobody"), NULL,
		officer_run, false, false, false},
	{"officer", "handläggare", N_("NR PERSON"), 2, 2, N_("the same"), NULL, officer_run, false, false, false},
	{"assessor", "bedömare", N_("NR... PERSON"), 1, SHELL_VALUES,
		N_("let persons assess measures: several at once all or none, and only who has answered about "
		   "conflicts "
		   "of interest"),
		assessor_options, assessor_run, false, false, false},
	{"relieve", "entlediga", N_("NR PERSON"), 2, 2, N_("relieve an assessor who has not handed in"), NULL,
		relieve_run, false, false, false},
	{0},
};
const struct verb verb_assign = {"assign", "tilldela", N_("case officers and assessors"), forms};
