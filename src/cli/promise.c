/* kansli promise */
#include "cli/entries.h"

static bool show_run(struct shell *shell, struct error *err)
{
	return entries_show(shell, ENTRY_PROMISE, err);
}

static bool put_run(struct shell *shell, struct error *err)
{
	return entries_put(shell, ENTRY_PROMISE, false, err);
}

static const struct option_row options[] = {
	{"constant", N_("TEXT"), N_("what is held constant along the route"), false},
	{"need-shown", N_("TEXT"), N_("more care: the need that has been assessed"), false},
	{"result", N_("WORD"), N_("counted home as cost, quality or access"), false},
	{"running", N_("TEXT"), N_("who pays running costs afterwards"), false},
	{"transfer", N_("TEXT"), N_("what other regions can take over"), false},
	{"otherwise", N_("TEXT"), N_("what happens without the grant"), false},
	{"scope", N_("TEXT"), N_("what the measure is limited to"), false},
	{"perspective", N_("TEXT"), N_("children, gender equality, equal terms"), false},
	{"hours", N_("N"), N_("staff hours freed a year"), false},
	{"productivity", N_("yes|no"), N_("it leads to higher productivity"), false},
	{"quality", N_("yes|no"), N_("it leads to higher quality"), false},
	{"why", N_("TEXT"), N_("why, for the log"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("show what is promised"), NULL, show_run, false, true, true},
	{"put", "skriv", N_("NR"), 1, 1, N_("say what a measure promises: what is not named stays"), options, put_run,
		false, false, false},
	{0},
};
const struct verb verb_promise = {
	"promise", "utfästelse", N_("what a measure promises: what is held constant, what stays afterwards"), forms};
