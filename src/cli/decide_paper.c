/* kansli decide paper: the letter of a decision in the register, and to whom it was sent. */
#include "cli/deciding.h"

#include "casework/decision.h"
#include "casework/decision_paper.h"
#include "casework/document.h"
#include "casework/ruling.h"
#include "csv/letter.h"

static bool decision_of(struct shell *shell, int64_t measure, int n, int64_t *decision, struct error *err)
{
	struct decision_list list;

	if (!decision_list_load(shell->cw, measure, &list, err))
		return false;
	for (int i = 0; i < list.count && !*decision; i++)
		if (!n || list.items[i].n == n)
			*decision = list.items[i].id;
	decision_list_done(&list);
	return *decision || refuse(err, ERROR_MISSING, _("There is no such decision. Nothing was saved."));
}

/* 12.3 a decision on the measure, 12 a ruling in the case; with the letter as it is sent. */
static bool about_read(
	struct shell *shell, struct decision_paper_change *change, struct paper *paper, struct error *err)
{
	int64_t about, n = 0;

	if (!shell_number(shell, "n", &n, err))
		return false;
	n = n < 0 || n > 9999 ? 9999 : n;
	if (strchr(shell->arguments[0], '.'))
		return shell_measure(shell, 0, &about, err) &&
		       decision_of(shell, about, (int)n, &change->decision, err) &&
		       letter_write(shell->cw, about, (int)n, paper, err);
	return shell_application(shell, 0, &about, err) &&
	       ruling_find(shell->cw, about, (int)n, &change->ruling, err) &&
	       ruling_letter_write(shell->cw, about, (int)n, paper, err);
}

bool shell_paper_put(struct shell *shell, struct decision_paper_change *change, struct paper *paper, struct error *err)
{
	struct operation op;
	struct buffer pages;
	bool done;

	buffer_init(&pages);
	done = shell_day_text(shell, "on", &change->sent_on, err) && shell_text(shell, "way", &change->way, err) &&
	       shell_operation(shell, NULL, &op, err);
	paper_end(paper);
	if (done) {
		paper_paged(paper, &pages);
		change->text = pages.text;
		done = decision_paper_put(shell->cw, &op, change, NULL, err);
	}
	buffer_done(&pages);
	if (!done)
		return false;
	if (change->sent_on)
		shell_say(shell, _("The paper of the decision is registered, and sent on %s."), change->sent_on);
	else
		shell_say(shell, _("The paper of the decision is registered. It is not sent yet: document send."));
	return true;
}

void shell_sent_write(struct paper *paper, int application_n, int year, const struct decision_sent *sent)
{
	if (!sent->document)
		return;
	paper_label(paper, _("Letter"),
		sent->sent_on ? arena_format(&paper->arena, _("document %d-%d-%d, to %d of %d, last on %s"),
					application_n, year, sent->document_n, sent->sent, sent->listed, sent->sent_on)
			      : arena_format(&paper->arena, _("document %d-%d-%d, not sent"), application_n, year,
					sent->document_n));
	paper_number(paper, "document", NULL, sent->document_n);
	paper_number(paper, "document_listed", NULL, sent->listed);
	paper_number(paper, "document_sent", NULL, sent->sent);
	paper_text(paper, "document_sent_on", NULL, sent->sent_on);
}

bool decide_paper_run(struct shell *shell, struct error *err)
{
	struct decision_paper_change change = {0};
	const char *document = shell_option(shell, "document");
	struct paper paper;
	bool done;

	paper_init(&paper);
	done = about_read(shell, &change, &paper, err) &&
	       (!document || document_find(shell->cw, document, &change.document, err)) &&
	       shell_paper_put(shell, &change, &paper, err);
	paper_done(&paper);
	return done;
}

const struct option_row decide_paper_options[] = {
	{"on", N_("DAY"), N_("the day it was sent to all who apply; without it nothing is sent yet"), false},
	{"way", N_("WAY"), N_("how it is sent (email)"), false},
	{"document", N_("NR"), N_("a document that is in the register of the case already"), false},
	{"n", N_("N"), N_("an earlier decision on the measure, or ruling of the case"), false},
	{0},
};
