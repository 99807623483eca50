/* From a case to what its decisions come to on paper: the letter read, registered and sent; and what is not tried.
 * Invariant: the letter that is sent is the letter that can be read. */
#include "base/words.h"
#include "casework/decision_paper.h"
#include "casework/ruling.h"
#include "csv/letter.h"
#include "tui/detail_inner.h"
#include "tui/dialog.h"

enum what { LETTER_READ, LETTER_SEND, LETTER_SEND_LATER, RULE_MEASURE, RULE_CASE };
struct offer {
	enum what what[5];
	const char *words[5];
	int count;
};

/* The measure's own decision, else the ruling of the case. */
static bool decided(const struct detail *detail)
{
	const struct measure *measure = detail->section == MEASURES ? detail_measure(detail) : NULL;

	return measure && measure->outcome;
}

static bool ruled(const struct detail *detail)
{
	const struct measure *measure = detail->section == MEASURES ? detail_measure(detail) : NULL;

	return detail->whole.row.facts.ruled || (measure && measure->ruling);
}

static void offer_add(struct offer *offer, enum what what, const char *words)
{
	offer->what[offer->count] = what;
	offer->words[offer->count++] = words;
}

static struct offer offer_make(const struct ui *ui, const struct detail *detail)
{
	const struct measure *measure = detail->section == MEASURES ? detail_measure(detail) : NULL;
	struct offer offer = {.count = 0};

	if (decided(detail) || ruled(detail)) {
		offer_add(&offer, LETTER_READ, _("read the letter"));
		if (!detail_barred(ui, detail, RIGHT_DOCUMENT_PUT)) {
			offer_add(&offer, LETTER_SEND, _("register the letter, sent today to those who apply"));
			offer_add(&offer, LETTER_SEND_LATER, _("register the letter, not sent yet"));
		}
	}
	if (detail_barred(ui, detail, RIGHT_DECISION_RECORD))
		return offer;
	if (measure && !measure->outcome)
		offer_add(&offer, RULE_MEASURE,
			measure->ruling ? _("try the measure after all") : _("write off or dismiss the measure"));
	offer_add(&offer, RULE_CASE,
		detail->whole.row.ruling ? _("try the application after all")
					 : _("write off or dismiss the application"));
	return offer;
}

/* The letter, and what it is of. */
static bool letter_make(
	const struct detail *detail, struct paper *paper, struct decision_paper_change *change, struct error *err)
{
	struct casework *cw = detail->desk->cw;
	struct decision_list list;

	if (!decided(detail))
		return ruling_find(cw, detail->application, 0, &change->ruling, err) &&
		       ruling_letter_write(cw, detail->application, 0, paper, err);
	if (!decision_list_load(cw, detail_measure(detail)->id, &list, err))
		return false;
	change->decision = list.items[0].id;
	decision_list_done(&list);
	return letter_write(cw, detail_measure(detail)->id, 0, paper, err);
}

static bool letter_send(
	const struct detail *detail, struct paper *paper, struct decision_paper_change *change, struct error *err)
{
	struct operation op = operation_new();
	struct buffer pages;
	bool done;

	buffer_init(&pages);
	paper_paged(paper, &pages);
	change->text = pages.text;
	done = decision_paper_put(detail->desk->cw, &op, change, NULL, err);
	buffer_done(&pages);
	return done;
}

static void letter_run(struct ui *ui, const struct detail *detail, enum what what)
{
	struct decision_paper_change change = {0};
	char today[DAY_TEXT];
	struct error err = {0};
	struct paper paper;
	bool made;

	day_text(casework_today(detail->desk->cw), today);
	change.sent_on = what == LETTER_SEND ? today : NULL;
	paper_init(&paper);
	made = letter_make(detail, &paper, &change, &err);
	paper_end(&paper);
	if (made && what == LETTER_READ) {
		ui_push(ui, &text_pane, &(struct text_what){_("decision"), paper.text.text});
	} else if (made && letter_send(detail, &paper, &change, &err)) {
		ui_stale(ui);
		ui_say(ui, "%s",
			what == LETTER_SEND ? _("The letter is registered, and sent today. I opens the register.")
					    : _("The letter is registered. I opens the register, where it is sent."));
	} else {
		desk_refused(ui, &err);
	}
	paper_done(&paper);
}

static void offer_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	const struct detail *detail = pane->state;
	struct offer offer = offer_make(ui, detail);

	(void)with;
	if (which >= offer.count)
		return;
	if (offer.what[which] == RULE_MEASURE)
		ruling_form(ui, detail->application, detail_measure(detail)->id);
	else if (offer.what[which] == RULE_CASE)
		ruling_form(ui, detail->application, 0);
	else
		letter_run(ui, detail, offer.what[which]);
}

void detail_letter_run(struct ui *ui, struct pane *pane)
{
	struct offer offer = offer_make(ui, pane->state);

	dialog_choose(ui, &(struct choosing){.text = _("The decision on paper, or a case that is not tried:"),
				  .choices = offer.words,
				  .count = offer.count,
				  .chosen = offer_chosen});
}

const char *detail_letter_barred(const struct ui *ui, const struct pane *pane)
{
	return offer_make(ui, pane->state).count ? NULL : _("Nothing is decided here.");
}
