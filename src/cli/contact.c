/* kansli contact [add|change|drop] */
#include "cli/entries.h"

ENTRY_RUNS(ENTRY_CONTACT)

static const struct option_row options[] = {
	{"name", N_("TEXT"), N_("the name"), false},
	{"title", N_("TEXT"), N_("the title"), false},
	{"region", N_("REGION"), N_("whose, where it is one of those that take part"), false},
	{"email", N_("TEXT"), N_("e-mail"), false},
	{"phone", N_("TEXT"), N_("telephone"), false},
	{"until", N_("DAY"), N_("left on this day"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct option_row drop_options[] = {
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("list contact persons"), NULL, show_run, false, true, true},
	{"add", "lägg-till", N_("NR"), 1, 1, N_("add a contact person; the number goes to standard output"), options,
		add_run, false, false, false},
	{"change", "ändra", N_("NR N"), 2, 2, N_("change a contact person: what is not named stays"), options,
		change_run, false, false, false},
	{"drop", "ta-bort", N_("NR N"), 2, 2, N_("take a contact person away"), drop_options, drop_run, false, false,
		false},
	{0},
};
const struct verb verb_contact = {
	"contact", "kontakt", N_("contact persons of an application or of one region"), forms};
