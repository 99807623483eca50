/* kansli background [add|change|drop] */
#include "cli/entries.h"

ENTRY_RUNS(ENTRY_BACKGROUND)

static const struct option_row options[] = {
	{"day", N_("TEXT"), N_("the date as it was given: '27 maj', 'juli 2024'"), false},
	{"what", N_("TEXT"), N_("what happened"), false},
	{"who", N_("TEXT"), N_("who did it"), false},
	{"number", N_("TEXT"), N_("the matter's number, as text"), false},
	{"outcome", N_("TEXT"), N_("how it ended"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct option_row drop_options[] = {
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("list what happened before"), NULL, show_run, false, true, true},
	{"add", "lägg-till", N_("NR"), 1, 1, N_("add a background event; its number goes to standard output"), options,
		add_run, false, false, false},
	{"change", "ändra", N_("NR N"), 2, 2, N_("change a background event: what is not named stays"), options,
		change_run, false, false, false},
	{"drop", "ta-bort", N_("NR N"), 2, 2, N_("take a background event away"), drop_options, drop_run, false, false,
		false},
	{0},
};
const struct verb verb_background = {
	"background", "bakgrund", N_("what happened before, and related matters elsewhere"), forms};
