/* Every verb that lists gives the same set: --json, --csv, --plain, --output. The list of verbs is the program's own: a
 * form that shows something and is not named here stops the test, and so does one without the set. */
#include "claims.h"
#include "folder.h"
#include "json_is.h"
#include "office.h"
#include "office_copy.h"
#include "scenario.h"

#include "cli/cli.h"

/* How each is asked of the sample office; `as` where not everybody may. */
static const struct ask {
	const char *verb, *form, *arguments, *as;
} asks[] = {
	{"list", NULL, "", "elin"},
	{"search", NULL, "vård", "elin"},
	{"show", NULL, "2-2025", "elin"},
	{"todo", NULL, "", "elin"},
	{"todo", "load", "", "elin"},
	{"measure", "show", "2-2025.1", "elin"},
	{"gate", NULL, "2-2025", "elin"},
	{"clock", "list", "2-2025", "elin"},
	{"clock", "ask", "2-2025", "elin"},
	{"clock", "meetings", "", "elin"},
	{"versions", "list", "2-2025", "elin"},
	{"versions", "diff", "2-2025 1", "elin"},
	{"score", "list", "", "tomas"},
	{"score", NULL, "1-2025.2", "tomas"},
	{"score", "progress", "--round 2026", "margareta"},
	{"score", "differ", "--round 2026", "margareta"},
	{"rank", "show", "--round 2026", "margareta"},
	{"rank", "list", "--round 2026", "margareta"},
	{"rank", "try", "--round 2026 --limit round:2027=1mnkr", "margareta"},
	{"rank", "equal", "--round 2026", "margareta"},
	{"rank", "compare", "1 --round 2026", "margareta"},
	{"rank", "robust", "--round 2026", "margareta"},
	{"rank", "kept", "--round 2026", "margareta"},
	{"rank", "record", "--round 2026", "margareta"},
	{"rank", "optimum", "--round 2026", "margareta"},
	{"pay", "list", "", "ulla"},
	{"pay", "show", "2-2025.1", "ulla"},
	{"pay", "export", "", "ulla"},
	{"attest", "list", "", "ulla"},
	{"batch", "list", "", "ulla"},
	{"account", "list", "", "ulla"},
	{"budget", NULL, "", "ulla"},
	{"budget", "show", "", "ulla"},
	{"budget", "limits", "", "ulla"},
	{"print", "decision", "2-2025.2", "elin"},
	{"print", "ruling", "19-2025", "elin"},
	{"print", "withholding", "2-2025.4 1", "elin"},
	{"print", "claim", "6-2025.1 1", "elin"},
	{"print", "sheet", "6-2025.1 1", "elin"},
	{"print", "demand", "6-2025.1 1 1", "elin"},
	{"report", "list", "", "elin"},
	{"report", "show", "2-2025.2 1", "elin"},
	{"audit", "roles", "", "ulla"},
	{"audit", "acts", "", "ulla"},
	{"audit", "readings", "", "ulla"},
	{"audit", "sample", "--all", "ulla"},
	{"followup", NULL, "", "ulla"},
	{"followup", "years", "", "ulla"},
	{"followup", "regions", "", "ulla"},
	{"followup", "types", "", "ulla"},
	{"followup", "areas", "", "ulla"},
	{"followup", "routes", "", "ulla"},
	{"followup", "criteria", "", "ulla"},
	{"followup", "times", "", "ulla"},
	{"followup", "effects", "", "ulla"},
	{"followup", "reports", "", "ulla"},
	{"forecast", NULL, "", "ulla"},
	{"forecast", "years", "", "ulla"},
	{"forecast", "rows", "", "ulla"},
	{"published", NULL, "", "elin"},
	{"published", "list", "", "elin"},
	{"claim", "list", "", "ulla"},
	{"claim", "show", "6-2025.1 1", "ulla"},
	{"rate", "list", "", "ulla"},
	{"received", "list", "", "ulla"},
	{"withhold", "list", "", "ulla"},
	{"ledger", NULL, "", "ulla"},
	{"ledger", "show", "", "ulla"},
	{"ledger", "measures", "", "ulla"},
	{"ledger", "rows", "2-2025", "ulla"},
	{"round", "list", "", "elin"},
	{"criteria", "list", "", "elin"},
	{"criteria", "show", "1", "elin"},
	{"criteria", "compare", "1 2", "elin"},
	{"criteria", "preview", "2 --round 2026", "margareta"},
	{"person", "list", "", "elin"},
	{"power", "list", "", "elin"},
	{"log", NULL, "", "elin"},
	{"draft", "list", "", "elin"},
	{"export", "list", "", "elin"},
	{"export", "ranking", "--round 2026", "margareta"},
	{"export", "plan", "", "ulla"},
	{"export", "budget", "", "ulla"},
	{"document", "list", "2-2025", "siv"},
	{"document", "receivers", "2-2025-8", "siv"},
	{"release", "show", "12-2025", "siv"},
	{"number", "list", "1-2025", "siv"},
	{"inbox", "list", "", "siv"},
	{"matter", "list", "", "siv"},
	{"sitting", "list", "", "siv"},
	{"sitting", "show", "11-2025", "siv"},
	{"matter", "log", "13-2025", "siv"},
	{"disqualification", "list", "--round 2026", "elin"},
	{"need", NULL, "2-2025", "elin"},
	{"promise", NULL, "2-2025", "elin"},
	{"cost", NULL, "2-2025", "elin"},
	{"indicator", NULL, "2-2025", "elin"},
	{"support", NULL, "2-2025", "elin"},
	{"reference", NULL, "2-2025", "elin"},
	{"background", NULL, "2-2025", "elin"},
	{"contact", NULL, "2-2025", "elin"},
	{"share", NULL, "1-2025", "elin"},
	{"contents", NULL, "2-2025", "elin"},
	{"region", NULL, "23", "elin"},
	{"programme", NULL, "", "lovisa"},
	{"close", "show", "2-2025", "elin"},
};

/* Those that read and list nothing; and those that list what the sample office has none of. */
static const struct excuse {
	const char *verb, *form, *why;
	bool lists;
} excuses[] = {
	{"backup", NULL, "makes a copy"},
	{"followup", "claims", "the sample has no claim", true},
	{"followup", "sent", "nothing was sent in the sample", true},
	{"followup", "kept", "nothing was sent in the sample", true},
	{"forecast", "sent", "nothing was sent in the sample", true},
	{"forecast", "compare", "nothing was sent in the sample", true},
	{"check", NULL, "its answer is a sentence a finding and the exit code"},
	{"batch", "show", "the sample has no sealed payment file", true},
	{"batch", "file", "the payment file's own bytes"},
	{"batch", "import", "reads a file and says what became of its rows", true},
	{"batch", "imports", "nothing has been read in in the sample", true},
	{"batch", "sheet", "a sheet to read"},
	{"batch", "import", "reads a file, and lists what it was found to be"},
	{"batch", "imports", "no payments were read in in the sample", true},
	{"claim", "letter", "a letter"},
	{"published", "file", "the published file's own bytes"},
	{"draft", "drop", "throws away"},
	{"draft", "show", "the sample has no draft", true},
	{"versions", "show", "is JSON itself"},
	{"release", "paper", "a document"},
	{"release", "letter", "a letter"},
	{"print", "notice", "a letter"},
	{"print", "agenda", "a letter"},
	{"print", "minutes", "a letter"},
	{"print", "extract", "a letter"},
};

static char store[64], demo[96];

static bool is(const char *verb, const char *form, const char *of_verb, const char *of_form)
{
	return !strcmp(verb, of_verb) && (form == of_form || (form && of_form && !strcmp(form, of_form)));
}

static const struct ask *ask_of(const char *verb, const char *form)
{
	for (size_t i = 0; i < sizeof asks / sizeof *asks; i++)
		if (is(verb, form, asks[i].verb, asks[i].form))
			return &asks[i];
	return NULL;
}

static const struct excuse *excuse_of(const char *verb, const char *form)
{
	for (size_t i = 0; i < sizeof excuses / sizeof *excuses; i++)
		if (is(verb, form, excuses[i].verb, excuses[i].form))
			return &excuses[i];
	return NULL;
}

static bool option_is(const struct form *form, const char *name)
{
	for (int i = 0; form_options(form, i); i++)
		for (const struct option_row *row = form_options(form, i); row->name; row++)
			if (!strcmp(row->name, name))
				return true;
	return false;
}

START_TEST(every_form_that_lists_has_the_whole_set_and_is_asked_here)
{
	for (int i = 0; verbs[i]; i++) {
		for (const struct form *form = verbs[i]->forms; form->run; form++) {
			const struct excuse *excuse = excuse_of(verbs[i]->name, form->name);
			bool lists = form->reading || option_is(form, "json");
			const char *name = form->name ? form->name : "";

			if (!lists || (excuse && !excuse->lists))
				continue;
			ck_assert_msg(option_is(form, "json") && option_is(form, "csv") && option_is(form, "plain") &&
					      option_is(form, "output"),
				"%s %s lists and lacks one of --json, --csv, --plain, --output", verbs[i]->name, name);
			ck_assert_msg(excuse || ask_of(verbs[i]->name, form->name), "%s %s lists and is not asked here",
				verbs[i]->name, name);
		}
	}
}
END_TEST

static int lines_of(const struct buffer *text)
{
	int lines = 0;

	for (size_t i = 0; i < text->bytes; i++)
		lines += text->text[i] == '\n';
	return lines;
}

static void played(struct scenario *scenario, const struct ask *ask, const char *option, const char *more)
{
	char lines[300];

	snprintf(lines, sizeof lines, "ARGS %s %s %s %s --as %s --lang en%s\n", ask->verb, ask->form ? ask->form : "",
		ask->arguments, option, ask->as, more);
	scenario_play(scenario, lines);
	ck_assert_msg(!scenario->wrong.bytes, "%s", scenario->wrong.text);
}

START_TEST(each_gives_json_csv_with_heads_and_the_same_rows_plain)
{
	const struct ask *ask = &asks[_i];
	struct scenario scenario;
	char folder[16];
	int rows;

	snprintf(folder, sizeof folder, "%d", _i);
	scenario_init(&scenario, ask->verb, store, folder, demo);
	played(&scenario, ask, "--json", "\nJSON");
	ck_assert(json_is(scenario.out.text));
	played(&scenario, ask, "--plain", "");
	rows = lines_of(&scenario.out);
	played(&scenario, ask, "--csv --dialect rfc4180", "");
	ck_assert_int_ge(lines_of(&scenario.out), rows + 1); /* a text of several lines is one row */
	ck_assert_ptr_nonnull(strchr(scenario.out.text, ','));
	played(&scenario, ask, "--csv --output listed.csv", "");
	ck_assert_uint_eq(scenario.out.bytes, 0);
	scenario_done(&scenario);
}
END_TEST

static bool demo_copy(void)
{
	if (!folder_new(store, "listing"))
		return false;
	snprintf(demo, sizeof demo, "%s/demo.kansli", store);
	office_copy_sample(demo);
	return true;
}

int main(void)
{
	Suite *suite = suite_create("listing");
	TCase *all = tcase_create("listing");
	SRunner *runner = srunner_create(suite);
	int broken = 1;

	tcase_add_test(all, every_form_that_lists_has_the_whole_set_and_is_asked_here);
	tcase_add_loop_test(
		all, each_gives_json_csv_with_heads_and_the_same_rows_plain, 0, (int)(sizeof asks / sizeof *asks));
	tcase_set_timeout(all, 120);
	suite_add_tcase(suite, all);
	srunner_set_tap(runner, "-");
	if (demo_copy()) {
		srunner_run_all(runner, CK_SILENT);
		broken = srunner_ntests_failed(runner);
	}
	srunner_free(runner);
	folder_remove(store);
	return broken != 0;
}
