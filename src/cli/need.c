/* kansli need [add|change|drop] */
#include "cli/entries.h"

ENTRY_RUNS(ENTRY_NEED)

static const struct option_row options[] = {
	{"title", N_("TEXT"), N_("the need, in a few words"), false},
	{"text", N_("TEXT"), N_("the account; @FILE reads a file"), false},
	{"tag", N_("WORD"), N_("why it is great: productivity, quality, access; never asked for"), false},
	{"measures", N_("NUMBERS"), N_("numbers of the measures that answer to it: '1 3'"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct option_row drop_options[] = {
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("list the needs"), NULL, show_run, false, true, true},
	{"add", "lägg-till", N_("NR"), 1, 1, N_("add a need; its number goes to standard output"), options, add_run,
		false, false, false},
	{"change", "ändra", N_("NR N"), 2, 2, N_("change a need: what is not named stays"), options, change_run, false,
		false, false},
	{"drop", "ta-bort", N_("NR N"), 2, 2, N_("take a need away"), drop_options, drop_run, false, false, false},
	{0},
};
const struct verb verb_need = {
	"need", "behov", N_("areas with large development needs, and the measures that answer to them"), forms};
