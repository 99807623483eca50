/* kansli release add REQ NR, show REQ, test REQ PART OUTCOME, paper REQ NR, letter REQ: requests for documents. */
#include "cli/cli.h"

#include "base/text.h"
#include "casework/release.h"
#include "cli/paper.h"
#include "csv/case_file.h"
#include "csv/refusal.h"

static bool add_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t request, application;
	int added = 0;

	if (!release_find(shell->cw, shell->arguments[0], &request, err) ||
		!shell_application(shell, 1, &application, err) || !shell_operation(shell, NULL, &op, err) ||
		!release_add(shell->cw, &op, request, application, shell_option(shell, "part"), &added, err))
		return false;
	shell_say(shell, _("%d parts are noted as requested; each is to be tested."), added);
	return true;
}

static bool test_run(struct shell *shell, struct error *err)
{
	struct release_verdict verdict = {.outcome = shell->arguments[2], .ground = "", .masked = "", .passages = ""};
	struct operation op;
	int64_t request;
	int n = text_number(shell->arguments[1]);

	if (!n)
		return refuse(err, ERROR_INVALID, _("PART is the number of a part, as kansli release show tells it."));
	if (shell_option(shell, "ground"))
		verdict.ground = shell_option(shell, "ground");
	if (shell_option(shell, "masked"))
		verdict.masked = shell_option(shell, "masked");
	if (!release_find(shell->cw, shell->arguments[0], &request, err) ||
		!shell_text(shell, "passages", &verdict.passages, err) || !shell_operation(shell, NULL, &op, err) ||
		!release_test(shell->cw, &op, request, (int)n, &verdict, err))
		return false;
	shell_say(shell, _("Part %d is tested."), n);
	return true;
}

static void part_put(struct paper *paper, const struct release_part *part)
{
	paper_item(paper, arena_format(&paper->arena, "%d  %s", part->n, release_part_words(part, &paper->arena)));
	paper_number(paper, "n", NULL, part->n);
	paper_text(paper, "part", NULL, part->part);
	paper_number(paper, "version", NULL, part->version);
	paper_word(paper, "outcome", _("Outcome"), part->outcome, release_outcome_words(part->outcome));
	paper_text(paper, "ground", _("Ground"), part->ground);
	paper_text(paper, "masked", _("What is masked"), part->masked);
	paper_text(paper, "tested_by", _("Tested by"), part->tested_by);
	paper_text(paper, "tested", _("Tested"), part->tested_at);
	paper_item_end(paper);
}

static bool show_run(struct shell *shell, struct error *err)
{
	struct release release;
	struct paper paper;
	int64_t request;
	bool shown;

	if (!release_find(shell->cw, shell->arguments[0], &request, err) ||
		!release_load(shell->cw, request, &release, err))
		return false;
	paper_init(&paper);
	paper_title(&paper, arena_format(&paper.arena, "%d-%d  %s", release.number, release.year, release.title));
	paper_text(&paper, "opened", _("Opened"), release.opened_on);
	paper_number(&paper, "untested", _("Not tested yet"), release.untested);
	paper_list(&paper, "parts", NULL);
	for (int i = 0; i < release.count; i++)
		part_put(&paper, &release.items[i]);
	paper_list_end(&paper, _("Nothing is noted as requested yet."));
	shown = shell_paper(shell, &paper, err);
	paper_done(&paper);
	release_done(&release);
	return shown;
}

static bool paper_run(struct shell *shell, struct error *err)
{
	struct release release;
	struct paper paper;
	int64_t request, application;
	bool shown;

	if (!release_find(shell->cw, shell->arguments[0], &request, err) ||
		!shell_application(shell, 1, &application, err) || !release_load(shell->cw, request, &release, err))
		return false;
	paper_init(&paper);
	shown = case_file_release(shell->cw, application, &release, &paper, err) && shell_paper(shell, &paper, err);
	paper_done(&paper);
	release_done(&release);
	return shown;
}

static bool letter_run(struct shell *shell, struct error *err)
{
	struct release release;
	struct paper paper;
	int64_t request;
	bool shown;

	if (!release_find(shell->cw, shell->arguments[0], &request, err) ||
		!release_load(shell->cw, request, &release, err))
		return false;
	paper_init(&paper);
	shown = refusal_write(shell->cw, &release, &paper, err) && shell_paper(shell, &paper, err);
	paper_done(&paper);
	release_done(&release);
	return shown;
}

static const struct option_row add_options[] = {
	{"part", N_("PART"), N_("one part: decisions, 'document 3', 'note 2' … (all of the case)"), false},
	{0},
};
static const struct option_row test_options[] = {
	{"ground", N_("TEXT"), N_("the provision, where something is kept back"), false},
	{"masked", N_("TEXT"), N_("what is masked, in words that give nothing away"), false},
	{"passages", N_("TEXT"), N_("what is blacked out, one passage on each line; @FILE reads a file"), false},
	{0},
};
static const struct form forms[] = {
	{"add", "begär", N_("REQUEST NR"), 2, 2, N_("note that a case, or a part of it, is requested"), add_options,
		add_run, false, false, false},
	{"test", "pröva", N_("REQUEST PART OUTCOME"), 3, 3,
		N_("record the test of a part: released, masked or refused"), test_options, test_run, false, false,
		false},
	{"show", "visa", N_("REQUEST"), 1, 1, N_("show what is requested and how each part was tested"), NULL, show_run,
		false, true, true},
	{"paper", "akt", N_("REQUEST NR"), 2, 2, N_("write what is given out of a case, as tested"), NULL, paper_run,
		false, false, true},
	{"letter", "besked", N_("REQUEST"), 1, 1,
		N_("write the reply: what is kept back, by what, who tested it, and how to get an appealable decision"),
		NULL, letter_run, false, true, true},
	{0},
};
const struct verb verb_release = {"release", "utlämnande", N_("requests for documents, tested part by part"), forms};
