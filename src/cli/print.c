/* kansli print: the delegation's papers, in Swedish, on numbered pages, as text or PDF. */
#include "cli/paper.h"

#include "base/file.h"
#include "csv/letter.h"

enum { PDF_MODE = 0640 };

static bool pdf_write(struct shell *shell, struct paper *paper, const char *path, struct error *err)
{
	struct buffer pdf;
	bool done;

	buffer_init(&pdf);
	paper_end(paper);
	done = paper_pdf(paper, &pdf, err) &&
	       file_write(shell_path(shell, path), pdf.text, pdf.bytes, shell_switch(shell, "force"), PDF_MODE, err);
	buffer_done(&pdf);
	if (done)
		shell_say(shell, _("%s is written."), path);
	return done;
}

static bool pages_deliver(struct shell *shell, struct paper *paper, struct error *err)
{
	struct buffer pages;
	bool done;

	paper_end(paper);
	buffer_init(&pages);
	paper_paged(paper, &pages);
	done = shell_deliver(shell, &pages, err);
	buffer_done(&pages);
	return done;
}

/* As asked for: pages of text, PDF in a file, or for programs. */
static bool paper_deliver(struct shell *shell, struct paper *paper, struct error *err)
{
	const char *pdf = shell_option(shell, "pdf");

	if (pdf && shell_for_programs(shell))
		return refuse(
			err, ERROR_INVALID, _("--pdf is for people: --json, --csv and --plain go by themselves."));
	if (pdf)
		return pdf_write(shell, paper, pdf, err);
	return shell_for_programs(shell) ? shell_paper(shell, paper, err) : pages_deliver(shell, paper, err);
}

static bool print_decision_run(struct shell *shell, struct error *err)
{
	int64_t measure, n = 0;
	struct paper paper;
	bool done;

	if (!shell_measure(shell, 0, &measure, err) || !shell_number(shell, "n", &n, err))
		return false;
	paper_init(&paper);
	done = letter_write(shell->cw, measure, n < 0 || n > 9999 ? 9999 : (int)n, &paper, err) &&
	       paper_deliver(shell, &paper, err);
	paper_done(&paper);
	return done;
}

static const struct option_row decision_options[] = {
	{"n", N_("N"), N_("an earlier decision on the measure"), false},
	{"pdf", N_("FILE"), N_("as PDF in this file, where weasyprint is installed"), false},
	{0},
};
static const struct form forms[] = {
	{"decision", "beslut", N_("NR"), 1, 1, N_("the paper of a decision, as it is sent"), decision_options,
		print_decision_run, false, true, true},
	{0},
};
const struct verb verb_print = {"print", "skriv-ut", N_("write the delegation's papers, as text or PDF"), forms};
