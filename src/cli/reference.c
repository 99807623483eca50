/* kansli reference [add|change|drop] */
#include "cli/entries.h"

ENTRY_RUNS(ENTRY_REFERENCE)

static const struct option_row options[] = {
	{"title", N_("TEXT"), N_("its title"), false},
	{"issuer", N_("TEXT"), N_("who issued it"), false},
	{"number", N_("TEXT"), N_("its number, as text"), false},
	{"incomplete", N_("yes|no"), N_("an excerpt, or a source that breaks off"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct option_row drop_options[] = {
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("list references"), NULL, show_run, false, true, true},
	{"add", "lägg-till", N_("NR"), 1, 1, N_("add a reference; its number goes to standard output"), options,
		add_run, false, false, false},
	{"change", "ändra", N_("NR N"), 2, 2, N_("change a reference: what is not named stays"), options, change_run,
		false, false, false},
	{"drop", "ta-bort", N_("NR N"), 2, 2, N_("take a reference away"), drop_options, drop_run, false, false, false},
	{0},
};
const struct verb verb_reference = {
	"reference", "referens", N_("what an application leans on: reports, plans, reviews"), forms};
