/* kansli assign: who handles an application, and who assesses a measure. */
#include "cli/cli.h"

#include "casework/application.h"
#include "casework/assess.h"
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

static bool assessor_put(struct shell *shell, bool relieve, struct person *person, struct error *err)
{
	struct operation op;
	int64_t measure;

	return shell_measure(shell, 0, &measure, err) && shell_operation(shell, NULL, &op, err) &&
	       person_find(shell->cw, shell->arguments[1], &shell->arena, person, err) &&
	       (relieve ? assessor_relieve : assessor_assign)(shell->cw, &op, measure, person->id, err);
}

static bool assessor_run(struct shell *shell, struct error *err)
{
	struct person person;

	if (!assessor_put(shell, false, &person, err))
		return false;
	shell_say(shell, _("%s is assessed by %s."), shell->arguments[0], person.name);
	return true;
}

static bool relieve_run(struct shell *shell, struct error *err)
{
	struct person person;

	if (!assessor_put(shell, true, &person, err))
		return false;
	shell_say(shell, _("%s is relieved of %s."), person.name, shell->arguments[0]);
	return true;
}

static const struct form forms[] = {
	{NULL, NULL, N_("NR PERSON"), 2, 2, N_("give an application to a case officer; - for nobody"), NULL,
		officer_run, false, false, false},
	{"officer", "handläggare", N_("NR PERSON"), 2, 2, N_("the same"), NULL, officer_run, false, false, false},
	{"assessor", "bedömare", N_("NR PERSON"), 2, 2, N_("let a person assess a measure"), NULL, assessor_run, false,
		false, false},
	{"relieve", "entlediga", N_("NR PERSON"), 2, 2, N_("relieve an assessor who has not handed in"), NULL,
		relieve_run, false, false, false},
	{0},
};
const struct verb verb_assign = {"assign", "tilldela", N_("case officers and assessors"), forms};
