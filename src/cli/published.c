/* kansli published: the public list of granted measures (15 f § of the instruction), and when it was made known. */
#include "cli/cli.h"

#include "base/text.h"
#include "casework/published.h"
#include "csv/report.h"
#include "csv/reports_published.h"

static bool round_of(struct shell *shell, int64_t *round, struct error *err)
{
	*round = 0;
	return !shell_option(shell, "round") || shell_round(shell, true, round, err);
}

static bool list_deliver(struct shell *shell, const struct published_list *list, struct error *err)
{
	struct report report;
	bool done;

	report_published(&report, list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	return done;
}

/* The bytes that a publication's hash is of. */
static bool file_deliver(struct shell *shell, const struct published_list *list, struct error *err)
{
	struct buffer json;
	bool done;

	buffer_init(&json);
	published_json(list, &json);
	done = shell_deliver(shell, &json, err);
	buffer_done(&json);
	return done;
}

static bool run(struct shell *shell,
	bool (*deliver)(struct shell *shell, const struct published_list *list, struct error *err), struct error *err)
{
	int64_t publication = shell->argument_count ? text_number(shell->arguments[0]) : 0, round;
	struct published_list list;
	bool done;

	if (shell->argument_count && publication < 1)
		return refuse(err, ERROR_INVALID, _("'%s' is no publication. Write its number, such as 1."),
			shell->arguments[0]);
	if (!round_of(shell, &round, err) || !published_load(shell->cw, publication, round, &list, err))
		return false;
	done = deliver(shell, &list, err);
	published_done(&list);
	return done;
}

static bool published_run(struct shell *shell, struct error *err)
{
	return run(shell, list_deliver, err);
}

static bool file_run(struct shell *shell, struct error *err)
{
	return run(shell, file_deliver, err);
}

static bool list_run(struct shell *shell, struct error *err)
{
	struct publication_list list;
	struct report report;
	bool done;

	if (!publication_list_load(shell->cw, &list, err))
		return false;
	report_publications(&report, &list);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	publication_list_done(&list);
	return done;
}

static bool record_run(struct shell *shell, struct error *err)
{
	const char *on = NULL, *way = NULL;
	struct operation op;
	int64_t round, id;

	if (!round_of(shell, &round, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_text(shell, "way", &way, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	if (!publication_record(shell->cw, &op, round, on, way, &id, err))
		return false;
	shell_say(shell,
		_("Publication %d is recorded. What is on it is available, and nobody can differ from it any more."),
		(int)id);
	return true;
}

static const struct option_row round_options[] = {{"round", N_("ROUND"), N_("one round only"), false}, {0}};
static const struct option_row record_options[] = {
	{"way", N_("TEXT"), N_("where it stands, or how it was sent"), false},
	{"on", N_("DAY"), N_("the day (today)"), false},
	{"round", N_("ROUND"), N_("one round only"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, "[N]", 0, 1, N_("show the grants that stand, or those that publication N made known"),
		round_options, published_run, false, true, true},
	{"file", "fil", "[N]", 0, 1, N_("the same as a file for others, in JSON; its SHA-256 is the publication's"),
		round_options, file_run, false, true, false, true},
	{"list", "lista", "", 0, 0, N_("when the list was made known, and how"), NULL, list_run, false, true, true},
	{"record", "registrera", "", 0, 0, N_("note that the list has been made known to the regions"), record_options,
		record_run, false, false, false},
	{0},
};
const struct verb verb_published = {
	"published", "beviljade", N_("the public list of granted measures (15 f §)"), forms};
