/* kansli register: an application comes in. */
#include "cli/cli.h"

#include "casework/application.h"
#include "casework/round.h"
#include "cli/fields.h"

/* --participant, each as a region's code. */
bool participants_read(struct shell *shell, const char **codes, int *count, struct error *err)
{
	struct programme programme;
	const char *value;
	bool read = true;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	for (*count = 0; read && (value = shell_option_nth(shell, "participant", *count)); ++*count) {
		const struct region *region = programme_region(&programme, value);

		codes[*count] = region ? arena_text(&shell->arena, region->code) : NULL;
		read = region || refuse(err, ERROR_INVALID,
					 _("--participant: '%s'. No region that may apply is called so."), value);
		if (!read)
			break;
	}
	programme_done(&programme);
	return read;
}

static bool register_run(struct shell *shell, struct error *err)
{
	struct application_change change = {.summary = "", .economy = "", .needs = "", .scope = "", .sources = ""};
	const char *participants[SHELL_VALUES];
	struct application application;
	struct operation op;
	struct round round;
	int64_t id;
	int count;

	if (!round_find(shell->cw, shell_option(shell, "round"), &shell->arena, &round, err))
		return false;
	change.round = round.name;
	if (!application_fields(shell, &change, err) || !participants_read(shell, participants, &count, err) ||
		!shell_operation(shell, shell_option(shell, "why"), &op, err) ||
		!application_register(shell->cw, &op, &change, participants, count, &id, err) ||
		!application_load(shell->cw, id, &application, err))
		return false;
	buffer_format(&shell->out, "%s\n", application.shorter);
	shell_say(shell, _("%s is registered."), application.number);
	application_done(&application);
	return true;
}

static const struct form forms[] = {
	{NULL, NULL, "", 0, 0, N_("register an application; its number goes to standard output"), application_options,
		register_run, false, false, false},
	{0},
};
const struct verb verb_register = {"register", "registrera", N_("register an application"), forms};
