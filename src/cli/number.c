/* kansli number: other bodies' numbers for the same case. */
#include "cli/document_fields.h"

#include "cli/fields.h"
#include "csv/reports.h"

static bool list_run(struct shell *shell, struct error *err)
{
	struct cross_number_list list;
	struct report report;
	struct case_ref of;
	bool done;

	if (!shell_case(shell, 0, &of, err) || !cross_number_list_load(shell->cw, &of, &list, err))
		return false;
	report_cross_numbers(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	cross_number_list_done(&list);
	return done;
}

static bool change_fill(struct shell *shell, struct cross_number_change *change, struct error *err)
{
	struct programme programme;
	bool filled;

	if (!programme_load(shell->cw, &programme, err))
		return false;
	filled = field_region(shell, &programme, "region", &change->region, err);
	programme_done(&programme);
	return filled && field_text(shell, "about", &change->about, err) &&
	       field_text(shell, "number", &change->number, err);
}

static bool add_run(struct shell *shell, struct error *err)
{
	struct cross_number_change change = {.number = shell->arguments[1], .about = ""};
	struct operation op;
	struct case_ref of;

	if (!shell_case(shell, 0, &of, err) || !change_fill(shell, &change, err) ||
		!shell_operation(shell, NULL, &op, err) || !cross_number_put(shell->cw, &op, &of, 0, &change, err))
		return false;
	shell_say(shell, _("%s is noted on %s."), change.number, shell->arguments[0]);
	return true;
}

static bool change_run(struct shell *shell, struct error *err)
{
	struct cross_number_change change = {0};
	struct cross_number_list list;
	struct operation op;
	struct case_ref of;
	int64_t id = 0;
	bool done;

	if (!shell_case(shell, 0, &of, err) || !shell_operation(shell, NULL, &op, err) ||
		!cross_number_list_load(shell->cw, &of, &list, err))
		return false;
	for (int i = 0; i < list.count; i++) {
		const struct cross_number *each = &list.items[i];

		if (strcmp(each->number, shell->arguments[1]) != 0)
			continue;
		id = each->id;
		change = (struct cross_number_change){each->region, each->number, each->about};
	}
	done = id ? change_fill(shell, &change, err) && cross_number_put(shell->cw, &op, &of, id, &change, err)
		  : refuse(err, ERROR_MISSING, _("“%s” is not noted on %s."), shell->arguments[1], shell->arguments[0]);
	cross_number_list_done(&list);
	if (done)
		shell_say(shell, _("%s is changed."), shell->arguments[1]);
	return done;
}

#define NUMBER_ROWS                                                                                                    \
	{"region", N_("REGION"), N_("whose number it is"), false},                                                     \
		{"about", N_("TEXT"), N_("what it is about, or whose where no region is"), false},
static const struct option_row add_options[] = {
	NUMBER_ROWS{0},
};
static const struct option_row change_options[] = {
	NUMBER_ROWS{"number", N_("TEXT"), N_("the number as it should be"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("NR"), 1, 1, N_("list other bodies' numbers for the case"), NULL, list_run, false, true,
		true},
	{"add", "lägg-till", N_("NR NUMBER"), 2, 2, N_("note another body's number, as it is written"), add_options,
		add_run, false, false, false},
	{"change", "ändra", N_("NR NUMBER"), 2, 2, N_("correct a number that is noted"), change_options, change_run,
		false, false, false},
	{0},
};
const struct verb verb_number = {"number", "dnr", N_("other bodies' numbers for the same case"), forms};
