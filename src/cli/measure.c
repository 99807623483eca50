/* kansli measure add|change|show */
#include "cli/cli.h"

#include "casework/application.h"
#include "casework/measure.h"
#include "cli/fields.h"
#include "cli/show.h"

static bool measure_add_run(struct shell *shell, struct error *err)
{
	struct measure_amount amounts[MEASURE_YEARS];
	struct measure_change change = {.tags = ""};
	struct measure_list made;
	struct operation op;
	int64_t application, id;
	bool with_year;

	if (!shell_application(shell, 0, &application, err) || !measure_fields(shell, &change, amounts, err) ||
		!shell_operation(shell, shell_option(shell, "why"), &op, err) ||
		!measure_add(shell->cw, &op, application, &change, &id, err) ||
		!shell_with_year(shell, &with_year, err) || !measure_load(shell->cw, id, &made, err))
		return false;
	buffer_format(&shell->out, "%s\n", show_measure_number(&shell->arena, &made.items[0], with_year));
	shell_say(shell, _("Measure %s is added."), show_measure_number(&shell->arena, &made.items[0], with_year));
	measure_list_done(&made);
	return true;
}

/* The measure as it stands; texts are borrowed from the list. */
static void change_of(const struct measure *now, struct measure_change *change, struct measure_amount *amounts)
{
	*change = (struct measure_change){.title = now->title,
		.description = now->description,
		.achieve = now->achieve,
		.type = now->type,
		.area = now->area,
		.effect = now->effect,
		.tags = now->tags,
		.from_on = now->from_on,
		.to_on = now->to_on,
		.form = now->form,
		.other_support = now->other_support,
		.lasting = now->lasting,
		.invented = now->invented};
	for (int i = 0; i < now->year_count; i++) {
		const struct year_amount *year = &now->years[i];

		if (year->has_cost || year->has_sought)
			amounts[change->amount_count++] = (struct measure_amount){
				year->year, year->has_cost, year->has_sought, year->cost_ore, year->sought_ore};
	}
}

static bool measure_change_run(struct shell *shell, struct error *err)
{
	struct measure_amount amounts[MEASURE_YEARS];
	struct measure_change change;
	struct measure_list now;
	struct operation op;
	int64_t id;
	bool changed;

	if (!shell_measure(shell, 0, &id, err) || !shell_operation(shell, shell_option(shell, "why"), &op, err) ||
		!measure_load(shell->cw, id, &now, err))
		return false;
	change_of(&now.items[0], &change, amounts);
	changed = measure_fields(shell, &change, amounts, err) && measure_change(shell->cw, &op, id, &change, err);
	measure_list_done(&now);
	if (changed)
		shell_say(shell, _("Measure %s is changed."), shell->arguments[0]);
	return changed;
}

static bool measure_show_run(struct shell *shell, struct error *err)
{
	int64_t id;

	return shell_measure(shell, 0, &id, err) && show_measure(shell, id, err);
}

static const struct form forms[] = {
	{"add", "lägg-till", N_("NR"), 1, 1, N_("add a measure to an application; its number goes to standard output"),
		measure_options, measure_add_run, false, false, false},
	{"change", "ändra", N_("NR"), 1, 1, N_("change a measure: what is not named stays"), measure_options,
		measure_change_run, false, false, false},
	{"show", "visa", N_("NR"), 1, 1, N_("show a measure"), NULL, measure_show_run, false, true, true},
	{0},
};
const struct verb verb_measure = {"measure", "åtgärd", N_("measures and their amounts per year"), forms};
