/* kansli show NR: everything about an application or a measure. */
#include "cli/show.h"

#include "cli/paper.h"
#include "csv/case_file.h"
#include "csv/flat.h"
#include "csv/reports.h"

const char *show_measure_number(struct arena *arena, const struct measure *measure, bool with_year)
{
	return measure_text(arena, with_year, measure->year, measure->application_n, measure->n);
}

/* Points that may not be seen are left out; everything else that cannot be loaded is an error. */
static bool views_load(struct shell *shell, struct dossier_measure *each, struct error *err)
{
	struct error why = {0};

	each->by_role = access_sees_points(access_roles(shell->cw), RELATION_NONE);
	each->seen = score_views_load(shell->cw, each->measure->id, &each->views, &why);
	return each->seen || why.kind == ERROR_DENIED || refuse(err, why.kind, "%s", why.text);
}

static bool measure_read(struct shell *shell, struct dossier_measure *each, struct error *err)
{
	int64_t id = each->measure->id;

	if (!decision_list_load(shell->cw, id, &each->decisions, err))
		return false;
	if (plan_load(shell->cw, id, &each->plan, err)) {
		if (assessor_list_load(shell->cw, id, &each->assessors, err)) {
			if (views_load(shell, each, err))
				return true;
			assessor_list_done(&each->assessors);
		}
		plan_done(&each->plan);
	}
	decision_list_done(&each->decisions);
	return false;
}

static bool measures_read(struct shell *shell, struct dossier *dossier, struct error *err)
{
	dossier->each =
		arena_take(&shell->arena, (size_t)(dossier->measures.count + 1) * sizeof(struct dossier_measure));
	for (int i = 0; i < dossier->measures.count; i++) {
		struct dossier_measure *each = &dossier->each[dossier->count];

		if (dossier->only && dossier->measures.items[i].id != dossier->only)
			continue;
		each->measure = &dossier->measures.items[i];
		if (!measure_read(shell, each, err))
			return false;
		dossier->count++;
	}
	return true;
}

static bool lists_read(struct shell *shell, int64_t application, struct dossier *dossier, struct error *err)
{
	struct event_query query = {.application = application};
	struct disqualification_about about = {.application = application};

	return measure_list_load(shell->cw, application, &dossier->measures, err) &&
	       note_list_load(shell->cw, application, &dossier->notes, err) &&
	       clock_list_load(shell->cw, application, &dossier->clocks, err) &&
	       ruling_list_load(shell->cw, application, &dossier->rulings, err) &&
	       gate_list_load(shell->cw, application, &dossier->gates, err) &&
	       event_list_load(shell->cw, &query, &dossier->events, err) &&
	       contents_load(shell->cw, application, &dossier->contents, err) &&
	       disqualification_list_load(shell->cw, about, &dossier->conflicts, err) &&
	       shell_with_year(shell, &dossier->with_year, err) && measures_read(shell, dossier, err);
}

bool dossier_load(struct shell *shell, int64_t application, int64_t only, struct dossier *out, struct error *err)
{
	struct dossier dossier = {.only = only};

	if (!application_load(shell->cw, application, &dossier.application, err))
		return false;
	if (!lists_read(shell, application, &dossier, err)) {
		dossier_done(&dossier);
		return false;
	}
	*out = dossier;
	return true;
}

void dossier_done(struct dossier *dossier)
{
	for (int i = 0; i < dossier->count; i++) {
		if (dossier->each[i].seen)
			score_views_done(&dossier->each[i].views);
		assessor_list_done(&dossier->each[i].assessors);
		plan_done(&dossier->each[i].plan);
		decision_list_done(&dossier->each[i].decisions);
	}
	contents_done(&dossier->contents);
	disqualification_list_done(&dossier->conflicts);
	event_list_done(&dossier->events);
	gate_list_done(&dossier->gates);
	note_list_done(&dossier->notes);
	clock_list_done(&dossier->clocks);
	ruling_list_done(&dossier->rulings);
	measure_list_done(&dossier->measures);
	application_done(&dossier->application);
}

/* --csv and --plain: what --json says, a field a row. */
static bool dossier_rows(struct shell *shell, const struct dossier *dossier, struct error *err)
{
	struct report report;
	struct buffer json;
	bool done;

	buffer_init(&json);
	dossier_json(dossier, &json);
	report_flat(&report, json.text);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	buffer_done(&json);
	return done;
}

static bool dossier_deliver(struct shell *shell, const struct dossier *dossier, struct error *err)
{
	struct buffer json;
	bool done;

	buffer_init(&json);
	dossier_json(dossier, &json);
	done = shell_deliver(shell, &json, err);
	buffer_done(&json);
	return done;
}

/* One of the three that programs read: everything, so no section is chosen. */
static bool for_programs(const struct shell *shell)
{
	return shell_switch(shell, "json") || shell_switch(shell, "csv") || shell_switch(shell, "plain");
}

static bool dossier_show(struct shell *shell, int64_t application, int64_t only, struct error *err)
{
	const char *section = shell_option(shell, "section");
	struct dossier dossier;
	bool shown = true;

	if (section && for_programs(shell))
		return refuse(err, ERROR_INVALID,
			_("--section goes with the text for people: --json, --csv and --plain have everything."));
	if (!dossier_load(shell, application, only, &dossier, err))
		return false;
	if (shell_switch(shell, "json"))
		shown = dossier_deliver(shell, &dossier, err);
	else if (for_programs(shell))
		shown = dossier_rows(shell, &dossier, err);
	else
		shown = dossier_text(shell, &dossier, section, err);
	dossier_done(&dossier);
	return shown;
}

bool show_measure(struct shell *shell, int64_t measure, struct error *err)
{
	struct measure_list list;
	int64_t application;

	if (!measure_load(shell->cw, measure, &list, err))
		return false;
	application = list.items[0].application;
	measure_list_done(&list);
	return dossier_show(shell, application, measure, err);
}

/* For the printer: each page begins with the first line of the whole, and its number. */
static bool pages_deliver(struct shell *shell, struct paper *paper, struct error *err)
{
	enum { ROWS = 60 };
	const char *text, *head;
	struct buffer pages;
	bool done;

	paper_end(paper);
	text = paper->text.text;
	head = arena_text_part(&shell->arena, text, strcspn(text, "\n"));
	buffer_init(&pages);
	paper_pages(text, head, ROWS, &pages);
	done = shell_deliver(shell, &pages, err);
	buffer_done(&pages);
	return done;
}

/* The whole case on paper, now or as it was known on a day. */
static bool case_file_show(struct shell *shell, struct error *err)
{
	const char *as_of = NULL;
	struct paper paper;
	int64_t id;
	bool shown;

	if (shell_option(shell, "section"))
		return refuse(err, ERROR_INVALID, _("--dossier is the whole case: it takes no --section."));
	if (!shell_application(shell, 0, &id, err) || !shell_day_text(shell, "as-of", &as_of, err))
		return false;
	if (shell_switch(shell, "pages") && for_programs(shell))
		return refuse(err, ERROR_INVALID, _("--pages goes with the text for people."));
	paper_init(&paper);
	shown = (shell_switch(shell, "public") ? case_file_write_public : case_file_write)(
			shell->cw, id, as_of, &paper, err) &&
		(shell_switch(shell, "pages") ? pages_deliver(shell, &paper, err) : shell_paper(shell, &paper, err));
	paper_done(&paper);
	return shown;
}

/* "12" is the application; "12.3", where that is no application, the measure. */
static bool show_run(struct shell *shell, struct error *err)
{
	struct error why = {0};
	int64_t id;

	if (shell_switch(shell, "dossier"))
		return case_file_show(shell, err);
	if (shell_switch(shell, "pages"))
		return refuse(err, ERROR_INVALID, _("--pages goes with --dossier: the case on paper."));
	if (shell_switch(shell, "public"))
		return refuse(err, ERROR_INVALID, _("--public goes with --dossier: the case on paper."));
	if (shell_option(shell, "as-of"))
		return refuse(err, ERROR_INVALID,
			_("--as-of goes with --dossier: the case on paper as it was known that day."));
	if (application_find(shell->cw, shell->arguments[0], &id, &why))
		return dossier_show(shell, id, 0, err);
	if (why.kind != ERROR_MISSING || !strchr(shell->arguments[0], '.'))
		return refuse(err, why.kind, "%s", why.text);
	return shell_measure(shell, 0, &id, err) && show_measure(shell, id, err);
}

static const struct option_row options[] = {
	{"section", N_("SECTION"),
		N_("only this: texts, participants, measures, contents, gates, clocks, notes, decisions, payments or "
		   "log"),
		false},
	{"dossier", NULL, N_("the whole case on paper: everything you may see, part by part"), false},
	{"public", NULL, N_("with --dossier: without working material and what is marked with secrecy"), false},
	{"pages", NULL, N_("with --dossier: numbered pages of 60 rows, for printing"), false},
	{"as-of", N_("DAY"), N_("with --dossier: as it was known at the end of that day"), false},
	{0},
};
static const struct form forms[] = {
	{NULL, NULL, N_("NR"), 1, 1, N_("show everything about an application (12) or a measure (12.3)"), options,
		show_run, false, true, true},
	{0},
};
const struct verb verb_show = {"show", "visa", N_("show an application or a measure"), forms};
