/* kansli print: the delegation's papers, in Swedish, on numbered pages, as text or PDF. */
#include "cli/paper.h"

#include "base/file.h"
#include "base/text.h"
#include "casework/claim.h"
#include "casework/sitting.h"
#include "csv/claim_paper.h"
#include "csv/letter.h"
#include "csv/minutes.h"
#include "csv/recovery_letter.h"

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

/* ---- what is withheld and reclaimed */

static bool number_read(struct shell *shell, int argument, int *out, struct error *err)
{
	*out = text_number(shell->arguments[argument]);
	return *out ||
	       refuse(err, ERROR_INVALID, _("'%s' is no number. Write 1 for the first."), shell->arguments[argument]);
}

static bool print_withholding_run(struct shell *shell, struct error *err)
{
	struct paper paper;
	int64_t measure;
	bool done;
	int n;

	if (!shell_measure(shell, 0, &measure, err) || !number_read(shell, 1, &n, err))
		return false;
	paper_init(&paper);
	done = withholding_letter_write(shell->cw, measure, n, shell_switch(shell, "lifting"), &paper, err) &&
	       paper_deliver(shell, &paper, err);
	paper_done(&paper);
	return done;
}

static bool print_claim_run(struct shell *shell, struct error *err)
{
	struct paper paper;
	int64_t measure;
	bool done;
	int n;

	if (!shell_measure(shell, 0, &measure, err) || !number_read(shell, 1, &n, err))
		return false;
	paper_init(&paper);
	done = claim_letter_write(shell->cw, measure, n, &paper, err) && paper_deliver(shell, &paper, err);
	paper_done(&paper);
	return done;
}

/* Demand n of the claim, as it was sent. */
static bool demand_put(
	struct shell *shell, const struct claim_sheet *sheet, int n, struct paper *paper, struct error *err)
{
	for (int i = 0; i < sheet->demand_count; i++)
		if (sheet->demands[i].n == n && sheet->demands[i].claim_n == sheet->claim.n)
			return demand_paper_write(&sheet->claim, &sheet->demands[i], paper);
	return refuse(err, ERROR_MISSING, _("No demand %s has been sent on claim %s of %s."), shell->arguments[2],
		shell->arguments[1], shell->arguments[0]);
}

/* The sheet of the claim as it is now, or a demand as it was sent: in Swedish, as all these papers. */
static bool print_sheet_run(struct shell *shell, struct error *err)
{
	day through = casework_today(shell->cw);
	bool demand = shell->argument_count > 2, swedish = words_swedish();
	struct claim_sheet sheet;
	int64_t measure, id;
	struct paper paper;
	int n, sent = 0;
	bool done;

	if (!shell_measure(shell, 0, &measure, err) || !number_read(shell, 1, &n, err) ||
		(demand && !number_read(shell, 2, &sent, err)) || !shell_day(shell, "through", &through, err) ||
		!claim_find(shell->cw, measure, n, &id, err) || !claim_sheet_load(shell->cw, id, through, &sheet, err))
		return false;
	paper_init(&paper);
	words_open("sv");
	done = demand ? demand_put(shell, &sheet, sent, &paper, err)
		      : claim_paper_write(shell->cw, &sheet, &paper, err);
	words_open(swedish ? "sv" : "en");
	done = done && paper_deliver(shell, &paper, err);
	paper_done(&paper);
	claim_sheet_done(&sheet);
	return done;
}

static bool print_ruling_run(struct shell *shell, struct error *err)
{
	int64_t application, n = 0;
	struct paper paper;
	bool done;

	if (!shell_application(shell, 0, &application, err) || !shell_number(shell, "n", &n, err))
		return false;
	paper_init(&paper);
	done = ruling_letter_write(shell->cw, application, n < 0 || n > 9999 ? 9999 : (int)n, &paper, err) &&
	       paper_deliver(shell, &paper, err);
	paper_done(&paper);
	return done;
}

/* Of a whole sitting: one of its papers. */
static bool sitting_paper(struct shell *shell,
	bool (*write)(struct casework *cw, int64_t sitting, struct paper *paper, struct error *err), struct error *err)
{
	struct paper paper;
	int64_t sitting;
	bool done;

	if (!sitting_find(shell->cw, shell->arguments[0], &sitting, err))
		return false;
	paper_init(&paper);
	done = write(shell->cw, sitting, &paper, err) && paper_deliver(shell, &paper, err);
	paper_done(&paper);
	return done;
}

static bool print_notice_run(struct shell *shell, struct error *err)
{
	return sitting_paper(shell, notice_write, err);
}

static bool print_agenda_run(struct shell *shell, struct error *err)
{
	return sitting_paper(shell, agenda_write, err);
}

static bool print_minutes_run(struct shell *shell, struct error *err)
{
	return sitting_paper(shell, minutes_write, err);
}

static bool print_extract_run(struct shell *shell, struct error *err)
{
	const char *typed = shell->arguments[1];
	struct paper paper;
	int64_t sitting;
	int section;
	bool done;

	typed += strncmp(typed, "§", strlen("§")) ? 0 : strlen("§");
	section = text_number(typed);
	if (!section)
		return refuse(
			err, ERROR_INVALID, _("'%s' is no §. Write its number, such as 14."), shell->arguments[1]);
	if (!sitting_find(shell->cw, shell->arguments[0], &sitting, err))
		return false;
	paper_init(&paper);
	done = extract_write(shell->cw, sitting, section, &paper, err) && paper_deliver(shell, &paper, err);
	paper_done(&paper);
	return done;
}

static const struct option_row decision_options[] = {
	{"n", N_("N"), N_("an earlier decision on the measure"), false},
	{"pdf", N_("FILE"), N_("as PDF in this file, where weasyprint is installed"), false},
	{0},
};
static const struct option_row ruling_options[] = {
	{"n", N_("N"), N_("an earlier ruling of the case"), false},
	{"pdf", N_("FILE"), N_("as PDF in this file, where weasyprint is installed"), false},
	{0},
};
static const struct option_row sitting_options[] = {
	{"pdf", N_("FILE"), N_("as PDF in this file, where weasyprint is installed"), false},
	{0},
};
static const struct option_row withholding_options[] = {
	{"lifting", NULL, N_("the later decision that lifts it"), false},
	{"pdf", N_("FILE"), N_("as PDF in this file, where weasyprint is installed"), false},
	{0},
};
static const struct option_row sheet_options[] = {
	{"through", N_("DAY"), N_("interest through this day (today)"), false},
	{"pdf", N_("FILE"), N_("as PDF in this file, where weasyprint is installed"), false},
	{0},
};
static const struct form forms[] = {
	{"decision", "beslut", N_("NR"), 1, 1, N_("the paper of a decision, as it is sent"), decision_options,
		print_decision_run, false, true, true},
	{"ruling", "avskrivning", "NR", 1, 1, N_("the paper of a ruling: written off, dismissed, or tried after all"),
		ruling_options, print_ruling_run, false, true, true},
	{"notice", "kallelse", N_("SITTING"), 1, 1, N_("the notice of a sitting of the delegation"), sitting_options,
		print_notice_run, false, true, true},
	{"agenda", "föredragningslista", N_("SITTING"), 1, 1, N_("its agenda, with the presenters' own proposals"),
		sitting_options, print_agenda_run, false, true, true},
	{"minutes", "protokoll", N_("SITTING"), 1, 1, N_("its minutes"), sitting_options, print_minutes_run, false,
		true, true},
	{"extract", "protokollsutdrag", N_("SITTING §"), 2, 2, N_("one item of the minutes"), sitting_options,
		print_extract_run, false, true, true},
	{"withholding", "innehållande", N_("NR.N N"), 2, 2, N_("the paper of a decision to withhold (17 §)"),
		withholding_options, print_withholding_run, false, true, true},
	{"claim", "återkrav", N_("NR.N N"), 2, 2, N_("the paper of a decision to reclaim (18 §)"), sitting_options,
		print_claim_run, false, true, true},
	{"sheet", "beräkning", N_("NR.N N"), 2, 2, N_("the sheet of a claim, to be worked again by hand"),
		sheet_options, print_sheet_run, false, true, true},
	{"demand", "kravbrev", N_("NR.N N N"), 3, 3, N_("a demand as it was sent"), sitting_options, print_sheet_run,
		false, true, true},
	{0},
};
const struct verb verb_print = {"print", "skriv-ut", N_("write the delegation's papers, as text or PDF"), forms};
