/* kansli support [add|change|drop] */
#include "cli/entries.h"

ENTRY_RUNS(ENTRY_SUPPORT)

static const struct option_row options[] = {
	{"name", N_("TEXT"), N_("which support"), false},
	{"from", N_("DAY"), N_("first day"), false},
	{"to", N_("DAY"), N_("last day"), false},
	{"amount", N_("AMOUNT"), N_("kronor, or with a unit; empty: unknown"), false},
	{"source", N_("TEXT"), N_("where it is said"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct option_row drop_options[] = {
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("list other state support"), NULL, show_run, false, true, true},
	{"add", "lägg-till", N_("NR"), 1, 1, N_("add other state support; its number goes to standard output"), options,
		add_run, false, false, false},
	{"change", "ändra", N_("NR N"), 2, 2, N_("change other state support: what is not named stays"), options,
		change_run, false, false, false},
	{"drop", "ta-bort", N_("NR N"), 2, 2, N_("take other state support away"), drop_options, drop_run, false, false,
		false},
	{0},
};
const struct verb verb_support = {"support", "stöd", N_("other state support for a measure (5 §)"), forms};
