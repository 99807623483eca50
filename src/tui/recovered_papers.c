/* What is in focus on paper: read, or written to a file. Invariant: a demand is shown and written as it was sent. */
#include "tui/recovered.h"

#include "tui/dialog.h"

#include "base/words.h"
#include "csv/recovery_letter.h"

/* The papers there can be, in the order they are offered; demands follow, one for each that was sent. */
enum { PAPER_SHEET, PAPER_DECISION, PAPER_LIFTING, PAPER_MONEY, PAPER_DEMAND };
enum { OFFERED = RECOVERED_PAPERS, DEMANDS = OFFERED - PAPER_DEMAND };

struct offer {
	const char *words[OFFERED];
	int papers[OFFERED], count;
};

static void offer_add(struct offer *offer, int paper, const char *words)
{
	offer->papers[offer->count] = paper;
	offer->words[offer->count++] = words;
}

/* "the decision: document 12, sent on 2027-10-02". */
static const char *sent_say(struct arena *arena, const char *what, const struct decision_sent *sent)
{
	if (!sent->document)
		return what;
	return sent->sent_on
		       ? arena_format(arena, _("%s: document %d, sent on %s"), what, sent->document_n, sent->sent_on)
		       : arena_format(arena, _("%s: document %d, not sent yet"), what, sent->document_n);
}

/* The sheet's arena owns what is said. */
static bool claim_offer(const struct recovery *recovery, const struct claim *claim, struct claim_sheet *sheet,
	struct offer *offer, struct error *err)
{
	if (!claim_sheet_load(recovery->desk->cw, claim->id, casework_today(recovery->desk->cw), sheet, err))
		return false;
	offer_add(offer, PAPER_SHEET, _("the sheet: interest line by line, money in, balance"));
	offer_add(offer, PAPER_DECISION, sent_say(&sheet->arena, _("the decision"), &claim->sent));
	for (int i = 0; i < sheet->demand_count && i < DEMANDS; i++)
		offer_add(offer, PAPER_DEMAND + i,
			arena_format(&sheet->arena,
				sheet->demands[i].document_n ? _("demand %d, sent on %s: document %d")
							     : _("demand %d, sent on %s"),
				sheet->demands[i].n, sheet->demands[i].sent_on, sheet->demands[i].document_n));
	return true;
}

static bool offer_make(
	const struct recovery *recovery, struct claim_sheet *sheet, struct offer *offer, struct error *err)
{
	const struct withholding *withheld = recovered_withholding(recovery);
	const struct claim *claim = recovered_claim(recovery);

	*offer = (struct offer){.count = 0};
	*sheet = (struct claim_sheet){.demand_count = 0};
	if (claim)
		return claim_offer(recovery, claim, sheet, offer, err);
	arena_init(&sheet->arena);
	if (withheld)
		offer_add(
			offer, PAPER_DECISION, sent_say(&sheet->arena, _("the decision to withhold"), &withheld->sent));
	if (withheld && withheld->lifted_on)
		offer_add(offer, PAPER_LIFTING,
			sent_say(&sheet->arena, _("the decision that lifts it"), &withheld->lifted_sent));
	if (recovered_money(recovery))
		offer_add(offer, PAPER_MONEY, "");
	return true;
}

/* ---- making */

static bool sheet_make(
	struct recovery *recovery, const struct claim *claim, int demand, struct paper *paper, struct error *err)
{
	struct casework *cw = recovery->desk->cw;
	struct claim_sheet sheet;
	bool made;

	if (!claim_sheet_load(cw, claim->id, casework_today(cw), &sheet, err))
		return false;
	made = demand < 0
		       ? claim_paper_write(cw, &sheet, paper, err)
		       : demand < sheet.demand_count && demand_paper_write(&sheet.claim, &sheet.demands[demand], paper);
	claim_sheet_done(&sheet);
	return made;
}

static bool paper_make(struct recovery *recovery, struct paper *paper, struct error *err)
{
	const struct withholding *withheld = recovered_withholding(recovery);
	const struct claim *claim = recovered_claim(recovery);
	const struct money_in *money = recovered_money(recovery);
	struct casework *cw = recovery->desk->cw;

	if (withheld)
		return withholding_letter_write(
			cw, withheld->measure, withheld->n, recovery->paper == PAPER_LIFTING, paper, err);
	if (claim && recovery->paper == PAPER_DECISION)
		return claim_letter_write(cw, claim->measure, claim->n, paper, err);
	if (claim)
		return sheet_make(recovery, claim, recovery->paper == PAPER_SHEET ? -1 : recovery->paper - PAPER_DEMAND,
			paper, err);
	paper_list(paper, "money_in", NULL);
	if (money)
		money_paper_write(money, paper);
	paper_list_end(paper, NULL);
	return true;
}

static const char *title_of(const struct recovery *recovery, struct arena *arena)
{
	const struct withholding *withheld = recovered_withholding(recovery);
	const struct claim *claim = recovered_claim(recovery);
	const struct money_in *money = recovered_money(recovery);
	char number[DESK_NUMBER];

	if (claim)
		return claim_number_text(arena, claim);
	if (money)
		return arena_format(arena, _("money in %d"), money->n);
	if (!withheld)
		return "";
	desk_measure(recovery->desk, withheld->year, withheld->application_n, withheld->measure_n, number);
	return arena_format(arena, _("withheld %s %d"), number, withheld->n);
}

/* ---- which */

static void which_ask(
	struct ui *ui, struct pane *pane, const char *text, void (*chosen)(struct ui *, struct pane *, int, void *))
{
	struct recovery *recovery = pane->state;
	struct claim_sheet sheet;
	struct error err = {0};
	struct offer offer;

	if (!offer_make(recovery, &sheet, &offer, &err)) {
		desk_refused(ui, &err);
		return;
	}
	memcpy(recovery->offered, offer.papers, sizeof offer.papers);
	if (offer.count == 1)
		chosen(ui, pane, 0, NULL);
	else if (offer.count)
		dialog_choose(
			ui, &(struct choosing){
				    .text = text, .choices = offer.words, .count = offer.count, .chosen = chosen});
	if (recovered_claim(recovery))
		claim_sheet_done(&sheet);
	else
		arena_done(&sheet.arena);
}

static void show_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct recovery *recovery = pane->state;
	struct error err = {0};
	struct paper paper;

	(void)with;
	recovery->paper = recovery->offered[which];
	paper_init(&paper);
	if (paper_make(recovery, &paper, &err)) {
		paper_end(&paper);
		ui_push(ui, &text_pane, &(struct text_what){title_of(recovery, &paper.arena), paper.text.text});
	} else {
		desk_refused(ui, &err);
	}
	paper_done(&paper);
}

void recovered_show_run(struct ui *ui, struct pane *pane)
{
	which_ask(ui, pane, _("Read which paper?"), show_chosen);
}

static bool written_make(struct ui *ui, struct pane *pane, struct paper *paper, struct error *err)
{
	(void)ui;
	return paper_make(pane->state, paper, err);
}

static void name_fill(struct recovery *recovery, char *out, size_t room)
{
	const struct withholding *withheld = recovered_withholding(recovery);
	const struct claim *claim = recovered_claim(recovery);
	const struct money_in *money = recovered_money(recovery);
	int demand = recovery->paper - PAPER_DEMAND;

	if (withheld)
		snprintf(out, room, "%s-%d-%d.%d-%d.txt", recovery->paper == PAPER_LIFTING ? "upphavt" : "innehallet",
			withheld->application_n, withheld->year, withheld->measure_n, withheld->n);
	else if (claim && demand >= 0)
		snprintf(out, room, "kravbrev-%d-%d.%d-%d-%d.txt", claim->application_n, claim->year, claim->measure_n,
			claim->n, demand + 1);
	else if (claim)
		snprintf(out, room, "%s-%d-%d.%d-%d.txt",
			recovery->paper == PAPER_SHEET ? "aterkrav-berakning" : "aterkrav", claim->application_n,
			claim->year, claim->measure_n, claim->n);
	else if (money)
		snprintf(out, room, "inbetalning-%d.txt", money->n);
}

static void write_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct recovery *recovery = pane->state;

	(void)with;
	recovery->paper = recovery->offered[which];
	recovery->writing = (struct writing){.name = recovery->writing.file,
		.text = _("Write the paper as it is now. The name's ending says how: .txt, .pdf or .json."),
		.paper = written_make,
		.paged = true};
	name_fill(recovery, recovery->writing.file, sizeof recovery->writing.file);
	writing_ask(ui, &recovery->writing);
}

void recovered_write_run(struct ui *ui, struct pane *pane)
{
	which_ask(ui, pane, _("Write which paper?"), write_chosen);
}

/* ---- in the register */

void recovered_put_run(struct ui *ui, struct pane *pane)
{
	struct recovery *recovery = pane->state;

	recovery->lettering = lettering_of(recovered_withholding(recovery), recovered_claim(recovery));
	lettering_ask(ui, &recovery->lettering);
}

const char *recovered_put_barred(const struct ui *ui, const struct pane *pane)
{
	const struct recovery *recovery = pane->state;
	const struct withholding *withheld = recovered_withholding(recovery);
	const struct claim *claim = recovered_claim(recovery);
	struct lettering lettering = lettering_of(withheld, claim);

	if (!withheld && !claim)
		return _("Only what is withheld or claimed has a letter.");
	if (!lettering.decision && !lettering.lifting)
		return _("The letter is in the register. Enter says where, and I in the case opens the register.");
	return lettering_barred(ui, &lettering, withheld ? withheld->relation : claim->relation);
}
