/* kansli indicator [add|change|drop] */
#include "cli/entries.h"

ENTRY_RUNS(ENTRY_INDICATOR)

static const struct option_row options[] = {
	{"name", N_("TEXT"), N_("what is measured"), false},
	{"unit", N_("TEXT"), N_("the unit"), false},
	{"baseline", N_("TEXT"), N_("the value now, as it was given"), false},
	{"baseline-day", N_("DAY"), N_("the day of it"), false},
	{"target", N_("TEXT"), N_("the value aimed at"), false},
	{"target-day", N_("DAY"), N_("the day of it"), false},
	{"method", N_("TEXT"), N_("how it is measured"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct option_row drop_options[] = {
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("list indicators"), NULL, show_run, false, true, true},
	{"add", "lägg-till", N_("NR"), 1, 1, N_("add an indicator; its number goes to standard output"), options,
		add_run, false, false, false},
	{"change", "ändra", N_("NR N"), 2, 2, N_("change an indicator: what is not named stays"), options, change_run,
		false, false, false},
	{"drop", "ta-bort", N_("NR N"), 2, 2, N_("take an indicator away"), drop_options, drop_run, false, false,
		false},
	{0},
};
const struct verb verb_indicator = {"indicator", "mått", N_("how a measure's result will be shown"), forms};
