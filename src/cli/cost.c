/* kansli cost [add|change|drop] */
#include "cli/entries.h"

ENTRY_RUNS(ENTRY_COST)

static const struct option_row options[] = {
	{"year", N_("YEAR"), N_("the year of the cost"), false},
	{"kind", N_("WORD"), N_("staff, equipment, introduction, running costs, bought services or other"), false},
	{"amount", N_("AMOUNT"), N_("kronor, or with a unit: 350 tkr"), false},
	{"text", N_("TEXT"), N_("what it is for"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct option_row drop_options[] = {
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("list cost rows"), NULL, show_run, false, true, true},
	{"add", "lägg-till", N_("NR"), 1, 1, N_("add a cost row; its number goes to standard output"), options, add_run,
		false, false, false},
	{"change", "ändra", N_("NR N"), 2, 2, N_("change a cost row: what is not named stays"), options, change_run,
		false, false, false},
	{"drop", "ta-bort", N_("NR N"), 2, 2, N_("take a cost row away"), drop_options, drop_run, false, false, false},
	{0},
};
const struct verb verb_cost = {"cost", "kostnad", N_("a measure's costs by year and kind"), forms};
