/* kansli search WORDS: where the words stand, in everything the person may see. */
#include "cli/cli.h"
#include "csv/reports.h"

static const char *words_asked(struct shell *shell)
{
	const char *words = "";

	for (int i = 0; i < shell->argument_count; i++)
		words = arena_format(&shell->arena, "%s%s%s", words, i ? " " : "", shell->arguments[i]);
	return words;
}

/* A large office is read once before it can be searched quickly. */
static bool progress_tell(void *with, int part)
{
	const struct shell *shell = with;
	char line[120];

	snprintf(line, sizeof(line), _("The office is made ready for searching: %d %%"), part);
	shell_progress(shell, line);
	return false;
}

static bool search_run(struct shell *shell, struct error *err)
{
	struct hit_query query = {.words = words_asked(shell), .progress = progress_tell, .with = shell};
	struct hit_list list;
	struct report report;
	int64_t most = 0;
	bool with_year, done;

	if (!shell_number(shell, "most", &most, err) || !shell_with_year(shell, &with_year, err))
		return false;
	query.most = most > 0 && most < INT32_MAX ? (int)most : 0;
	if (!hit_list_load(shell->cw, &query, &list, err))
		return false;
	shell_progress(shell, NULL);
	if (!hit_list_show(shell->cw, &list, 0, list.count, err)) {
		hit_list_done(&list);
		return false;
	}
	report_hits(&report, &list, with_year);
	done = shell_report(shell, &report, false, err);
	if (done && !list.count) {
		shell->exit = 3;
		shell_say(shell, _("Nothing was found."));
	} else if (done && (list.more)) {
		shell_say(shell, _("The first %d are shown; there are more. --most N shows more."), list.count);
	}
	report_done(&report);
	hit_list_done(&list);
	return done;
}

static const struct option_row options[] = {
	{"most", N_("N"), N_("show at most N hits (200)"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("WORDS..."), 1, -1, N_("search in cases, matters, sittings, notes and documents"), options, search_run, false,
		true, true},
	{0},
};
const struct verb verb_search = {"search", "sök", N_("search in cases, matters, sittings, notes and documents"), forms};
