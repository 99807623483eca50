/* Letters of later decisions on money, put in the register. Invariant: the letter that is put is written from the
 * decision as it stands, and each only once. */
#include "tui/lettered.h"

#include "tui/desk.h"
#include "tui/dialog.h"

#include "base/words.h"
#include "casework/decision_paper.h"
#include "csv/recovery_letter.h"

struct lettering lettering_of(const struct withholding *withheld, const struct claim *claim)
{
	if (withheld)
		return (struct lettering){.withholding = withheld->id,
			.measure = withheld->measure,
			.n = withheld->n,
			.decision = !withheld->sent.document,
			.lifting = withheld->lifted_on && !withheld->lifted_sent.document};
	if (claim)
		return (struct lettering){.claim = claim->id,
			.measure = claim->measure,
			.n = claim->n,
			.decision = !claim->sent.document};
	return (struct lettering){.n = 0};
}

/* Each letter twice: sent today, and not yet. */
enum { PUTS = 4 };
struct puts {
	const char *words[PUTS];
	bool lifting[PUTS];
	int count;
};

static void put_add(struct puts *puts, bool lifting, const char *today, const char *later)
{
	puts->lifting[puts->count] = puts->lifting[puts->count + 1] = lifting;
	puts->words[puts->count++] = today;
	puts->words[puts->count++] = later;
}

static struct puts puts_make(const struct lettering *lettering)
{
	struct puts puts = {.count = 0};

	if (lettering->decision)
		put_add(&puts, false, _("register the letter, sent today to those it goes to"),
			_("register the letter, not sent yet"));
	if (lettering->lifting)
		put_add(&puts, true, _("register the letter that lifts it, sent today"),
			_("register the letter that lifts it, not sent yet"));
	return puts;
}

static bool letter_put(
	struct casework *cw, const struct lettering *of, bool lifting, const char *sent_on, struct error *err)
{
	struct decision_paper_change change = {
		.withholding = of->withholding, .claim = of->claim, .lifting = lifting, .sent_on = sent_on};
	struct operation op = operation_new();
	struct buffer pages;
	struct paper paper;
	bool done;

	paper_init(&paper);
	buffer_init(&pages);
	done = of->claim ? claim_letter_write(cw, of->measure, of->n, &paper, err)
			 : withholding_letter_write(cw, of->measure, of->n, lifting, &paper, err);
	paper_end(&paper);
	if (done) {
		paper_paged(&paper, &pages);
		change.text = pages.text;
		done = decision_paper_put(cw, &op, &change, NULL, err);
	}
	buffer_done(&pages);
	paper_done(&paper);
	return done;
}

static void put_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct lettering *lettering = with;
	struct puts puts = puts_make(lettering);
	bool now = which % 2 == 0;
	char today[DAY_TEXT];
	struct error err = {0};

	(void)pane;
	if (which >= puts.count)
		return;
	day_text(ui_today(ui), today);
	if (!letter_put(desk_of(ui)->cw, lettering, puts.lifting[which], now ? today : NULL, &err)) {
		desk_refused(ui, &err);
		return;
	}
	ui_stale(ui);
	ui_say(ui, "%s",
		now ? _("The letter is registered, and sent today. I in the case opens the register.")
		    : _("The letter is registered. I in the case opens the register, where it is sent."));
}

void lettering_ask(struct ui *ui, struct lettering *lettering)
{
	struct puts puts = puts_make(lettering);

	if (puts.count)
		dialog_choose(ui, &(struct choosing){.text = _("The letter of the decision:"),
					  .choices = puts.words,
					  .count = puts.count,
					  .chosen = put_chosen,
					  .with = lettering});
}

const char *lettering_barred(const struct ui *ui, const struct lettering *lettering, unsigned relation)
{
	if (!lettering->decision && !lettering->lifting)
		return _("The letter is in the register. I in the case opens the register.");
	return desk_barred_in(ui, RIGHT_DOCUMENT_PUT, relation);
}
