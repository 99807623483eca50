/* kansli disqualification list|ask|answer|report|try|later: conflicts of interest (jäv). */
#include "cli/cli.h"

#include "base/text.h"
#include "casework/disqualification.h"
#include "casework/person.h"
#include "csv/reports.h"

/* The application of argument nth, or --round; one of the two. */
static bool about_read(struct shell *shell, int nth, struct disqualification_about *out, struct error *err)
{
	bool given = shell->argument_count > nth, round = shell_option(shell, "round") != NULL;

	*out = (struct disqualification_about){0};
	if (given && round)
		return refuse(err, ERROR_INVALID, _("Say an application or --round, not both."));
	if (given)
		return shell_application(shell, nth, &out->application, err);
	if (!round)
		return refuse(err, ERROR_INVALID, _("Say which application, or --round for a whole round."));
	return shell_round(shell, false, &out->round, err);
}

/* What a sentence calls it: "12", or "round 2026". */
static const char *about_words(struct shell *shell, int nth)
{
	if (shell->argument_count > nth)
		return shell->arguments[nth];
	return arena_format(&shell->arena, _("round %s"), shell_option(shell, "round"));
}

/* A word of the kind by its code or its name in either language; what is not known stays as it was typed. */
static bool word_read(struct shell *shell, const char *option, const char *kind, const char **out, struct error *err)
{
	const char *given = shell_option(shell, option);
	struct programme programme;
	const struct word *word;

	*out = given;
	if (!given)
		return true;
	if (!programme_load(shell->cw, &programme, err))
		return false;
	word = programme_word(&programme, kind, given);
	if (word)
		*out = arena_text(&shell->arena, word->code);
	programme_done(&programme);
	return true;
}

/* --person as an id; 0 when not given. */
static bool person_read(struct shell *shell, const char *wanted, struct person *out, struct error *err)
{
	*out = (struct person){0};
	return !wanted || person_find(shell->cw, wanted, &shell->arena, out, err);
}

/* ---- the list */

static bool conflicts_show(struct shell *shell, const struct disqualification_list *list, struct error *err)
{
	struct programme programme;
	struct report report;
	bool with_year, done;

	if (!shell_with_year(shell, &with_year, err) || !programme_load(shell->cw, &programme, err))
		return false;
	report_disqualifications(&report, list, &programme, with_year);
	done = shell_report(shell, &report, false, err);
	report_done(&report);
	programme_done(&programme);
	shell_say(shell, "%s", disqualification_sum_words(&list->sum, &shell->arena));
	if (list->own_only)
		shell_say(shell, _("What others have reported is not shown to you."));
	return done;
}

static bool conflicts_run(struct shell *shell, struct error *err)
{
	struct disqualification_about about;
	struct disqualification_list list;
	bool shown;

	if (!shell->argument_count && !shell_option(shell, "round")) {
		about = (struct disqualification_about){0};
		if (!shell_round(shell, false, &about.round, err))
			return false;
	} else if (!about_read(shell, 0, &about, err)) {
		return false;
	}
	if (!disqualification_list_load(shell->cw, about, &list, err))
		return false;
	shown = conflicts_show(shell, &list, err);
	disqualification_list_done(&list);
	return shown;
}

/* ---- asking */

static bool persons_read(struct shell *shell, int64_t persons[SHELL_VALUES], int *count, struct error *err)
{
	const char *wanted;

	for (*count = 0; (wanted = shell_option_nth(shell, "person", *count)); (*count)++) {
		struct person person;

		if (!person_read(shell, wanted, &person, err))
			return false;
		persons[*count] = person.id;
	}
	return true;
}

static bool ask_run(struct shell *shell, struct error *err)
{
	struct disqualification_about about;
	int64_t persons[SHELL_VALUES];
	struct operation op;
	int count, asked;

	if (!about_read(shell, 0, &about, err) || !persons_read(shell, persons, &count, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!disqualification_ask(shell->cw, &op, about, persons, count, &asked, err))
		return false;
	shell_say(shell, ngettext("%s: %d person is asked.", "%s: %d persons are asked.", (unsigned long)asked),
		about_words(shell, 0), asked);
	return true;
}

/* ---- answering and reporting */

static bool answer_write(
	struct shell *shell, struct disqualification_change *change, struct person *person, struct error *err)
{
	struct operation op;

	if (!about_read(shell, 0, &change->about, err) ||
		!person_read(shell, shell_option(shell, "person"), person, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	change->person = person->id;
	return disqualification_answer(shell->cw, &op, change, NULL, err);
}

static const char *person_name(const struct shell *shell, const struct person *person)
{
	return person->id ? person->name : casework_actor_name(shell->cw);
}

static bool answer_run(struct shell *shell, struct error *err)
{
	struct disqualification_change change = {.answer = "none"};
	struct person person;

	if (!answer_write(shell, &change, &person, err))
		return false;
	shell_say(shell, _("%s: %s has nothing to report."), about_words(shell, 0), person_name(shell, &person));
	return true;
}

static bool report_run(struct shell *shell, struct error *err)
{
	struct disqualification_change change = {.answer = "reported"};
	struct person person;

	if (!word_read(shell, "ground", "bar_ground", &change.ground, err) ||
		!shell_text(shell, "what", &change.what, err) || !answer_write(shell, &change, &person, err))
		return false;
	shell_say(shell, _("%s: %s has reported a conflict of interest and steps aside until it is tried."),
		about_words(shell, 0), person_name(shell, &person));
	if (change.about.application)
		shell_say(shell, _("The cases compete (13 §): should the round's ranking be tried too? --round"));
	return true;
}

/* ---- trying, and found later */

static bool try_run(struct shell *shell, struct error *err)
{
	struct disqualification_trial trial = {.took_part = shell_switch(shell, "needed")};
	struct person person;
	struct operation op;

	if (!about_read(shell, 1, &trial.about, err) || !person_read(shell, shell->arguments[0], &person, err) ||
		!word_read(shell, "outcome", "bar_outcome", &trial.outcome, err) ||
		!word_read(shell, "by", "bar_trier", &trial.tried_by, err) ||
		!shell_text(shell, "reason", &trial.reasons, err) ||
		!shell_day_text(shell, "on", &trial.tried_on, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	trial.person = person.id;
	if (!disqualification_try(shell->cw, &op, &trial, err))
		return false;
	shell_say(shell, strcmp(trial.outcome, "barred") ? _("%s: %s takes part.") : _("%s: %s takes no part."),
		about_words(shell, 1), person.name);
	return true;
}

static bool later_run(struct shell *shell, struct error *err)
{
	struct disqualification_later later = {0};
	struct person person;
	struct operation op;

	if (!about_read(shell, 1, &later.about, err) || !person_read(shell, shell->arguments[0], &person, err) ||
		!word_read(shell, "ground", "bar_ground", &later.ground, err) ||
		!shell_text(shell, "what", &later.what, err) ||
		!word_read(shell, "work", "bar_work", &later.work, err) ||
		!shell_text(shell, "reason", &later.work_why, err) || !shell_operation(shell, NULL, &op, err))
		return false;
	later.person = person.id;
	if (!disqualification_later(shell->cw, &op, &later, err))
		return false;
	shell_say(shell, _("%s: recorded for %s as found later."), about_words(shell, 1), person.name);
	return true;
}

/* ---- the table */

#define ROUND                                                                                                          \
	{                                                                                                              \
		"round", N_("ROUND"), N_("about the whole round, where cases compete"), false                          \
	}
#define GROUND                                                                                                         \
	{                                                                                                              \
		"ground", N_("GROUND"), N_("party, representative, earlier or other: FL 16 § 1, 2, 3 or 4"), false     \
	}
#define WHAT                                                                                                           \
	{                                                                                                              \
		"what", N_("TEXT"), N_("the circumstance; @FILE reads a file"), false                                  \
	}

static const struct option_row list_options[] = {ROUND, {0}};
static const struct option_row ask_options[] = {
	{"person", N_("PERSON"), N_("whom; without it, the chair and all members of today"), true},
	ROUND,
	{0},
};
static const struct option_row answer_options[] = {
	{"person", N_("PERSON"), N_("recorded for somebody else"), false},
	ROUND,
	{0},
};
static const struct option_row report_options[] = {
	{"person", N_("PERSON"), N_("recorded for somebody else"), false},
	GROUND,
	WHAT,
	ROUND,
	{0},
};
static const struct option_row try_options[] = {
	{"outcome", N_("OUTCOME"), N_("barred, free, or excepted (FL 17 §: nobody else could in time)"), false},
	{"by", N_("WHO"), N_("who tried it: chair or delegation"), false},
	{"reason", N_("TEXT"), N_("the reasons; @FILE reads a file"), false},
	{"on", N_("DAY"), N_("the day it was tried (today)"), false},
	{"needed", NULL, N_("the person took part, being needed to be quorate in time (FL 18 §)"), false},
	ROUND,
	{0},
};
static const struct option_row later_options[] = {
	GROUND,
	WHAT,
	{"work", N_("WORK"), N_("what becomes of the work: none, set_aside, kept or redone"), false},
	{"reason", N_("TEXT"), N_("why the work so"), false},
	ROUND,
	{0},
};
static const struct form forms[] = {
	{"list", "lista", N_("[NR]"), 0, 1, N_("who has answered and reported, about an application or a round"),
		list_options, conflicts_run, false, true, true},
	{"ask", "fråga", N_("[NR]"), 0, 1, N_("ask the delegation, or named persons"), ask_options, ask_run, false,
		false, false},
	{"answer", "svara", N_("[NR]"), 0, 1, N_("answer that there is nothing to report"), answer_options, answer_run,
		false, false, false},
	{"report", "anmäl", N_("[NR]"), 0, 1, N_("report a conflict of interest, and step aside at once"),
		report_options, report_run, false, false, false},
	{"try", "pröva", N_("PERSON [NR]"), 1, 2, N_("record how it was tried"), try_options, try_run, false, false,
		false},
	{"later", "senare", N_("PERSON [NR]"), 1, 2, N_("record what was found later, and what becomes of the work"),
		later_options, later_run, false, false, false},
	{0},
};
const struct verb verb_disqualification = {
	"disqualification", "jäv", N_("conflicts of interest (jäv): who takes part"), forms, "jav"};
