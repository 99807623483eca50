/* The inbox (Inkorg): papers without a case, the oldest first, each with the cases it may belong to. One key ties the
 * paper in focus, and the next is in focus. Invariant: a suggestion is only shown; a person ties the paper, and what is
 * not ours stays in the register as void. */
#include "tui/dialog.h"
#include "tui/listing.h"
#include "tui/paper_words.h"
#include "tui/papers.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/inbox.h"

enum { SHOWN_MOST = 3 };

struct inbox {
	struct desk *desk;
	struct document_list list;
	struct suggestion_list suggestions;
	int64_t suggested; /* the paper they are of; 0: none read yet */
	struct listing listing;
};

/* ---- the table */

enum { PAPER, DAY, PARTY, SUBJECT, THEIRS };
static const struct column columns[] = {
	{.head = N_("Paper"), .width = 8},
	{.head = N_("Came in"), .width = 10},
	{.head = N_("Sender"), .width = 20, .least = 10, .rank = 2},
	{.head = N_("Subject"), .width = 60, .least = 16},
	{.head = N_("Their number"), .width = 16, .least = 8, .rank = 1},
	{.head = NULL},
};

static long inbox_count(const void *rows)
{
	return ((const struct inbox *)rows)->list.count;
}

static const struct document *paper_at(const struct inbox *inbox, long row)
{
	return row >= 0 && row < inbox->list.count ? &inbox->list.items[row] : NULL;
}

static int64_t inbox_id(const void *rows, long row)
{
	return paper_at(rows, row)->id;
}

static void inbox_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct document *document = paper_at(rows, at);
	char words[CASE_WORDS] = "";

	(void)cells;
	switch (column) {
	case PAPER: snprintf(words, sizeof words, "%s", document->number); break;
	case DAY: snprintf(words, sizeof words, "%s", document->on_day); break;
	case PARTY: paper_party(document, false, words); break;
	case SUBJECT: snprintf(words, sizeof words, "%s", document->subject); break;
	case THEIRS: snprintf(words, sizeof words, "%s", document->own_number ? document->own_number : ""); break;
	}
	snprintf(out, LISTING_TEXT, "%.*s", (int)text_fit(words, LISTING_TEXT / 8, NULL), words);
}

/* "!" it has lain for more than a working day (OSL 5:1). */
static char inbox_flag(const void *rows, long at)
{
	return paper_at(rows, at)->overdue ? '!' : ' ';
}

static void inbox_empty(const void *rows, char out[LISTING_TEXT])
{
	(void)rows;
	snprintf(out, LISTING_TEXT, "%s", _("The inbox is empty: every paper has its case. + registers one."));
}

static const struct listing_kind table = {
	.columns = columns,
	.count = inbox_count,
	.id = inbox_id,
	.text = inbox_text,
	.flag = inbox_flag,
	.empty = inbox_empty,
};

static const struct document *focused(const struct pane *pane)
{
	const struct inbox *inbox = pane->state;

	return paper_at(inbox, listing_focus(&inbox->listing));
}

/* ---- reading */

static void suggestions_read(struct ui *ui, struct inbox *inbox, const struct document *document)
{
	struct suggestion_list list = {0};
	struct error err = {0};

	if (document && !suggestion_list_load(inbox->desk->cw, document, &list, &err))
		desk_refused(ui, &err);
	suggestion_list_done(&inbox->suggestions);
	inbox->suggestions = list;
	inbox->suggested = document ? document->id : 0;
}

static void inbox_load(struct ui *ui, struct pane *pane)
{
	const struct document_query query = {.inbox = true};
	struct inbox *inbox = pane->state;
	struct document_list list;
	struct error err = {0};

	if (pane->stale && !document_list_load(inbox->desk->cw, &query, &list, &err)) {
		desk_refused(ui, &err);
	} else if (pane->stale) {
		document_list_done(&inbox->list);
		inbox->list = list;
		listing_follow(&inbox->listing);
		listing_find(&inbox->listing, desk_made_take(inbox->desk, PLACE_POST),
			listing_page(&inbox->listing, pane->rows - inbox->listing.elsewhere, pane->columns));
	}
	suggestions_read(ui, inbox, focused(pane));
}

/* Another paper has come in focus: what it may belong to is read. */
static bool inbox_lacking(const struct pane *pane)
{
	const struct inbox *inbox = pane->state;
	const struct document *document = focused(pane);

	return inbox->suggested != (document ? document->id : 0);
}

static bool inbox_open_pane(struct ui *ui, struct pane *pane, const void *what)
{
	struct inbox *inbox = memory_take(sizeof *inbox);

	(void)what;
	*inbox = (struct inbox){.desk = desk_of(ui)};
	listing_init(&inbox->listing, &table, inbox);
	pane->state = inbox;
	pane->stale = true;
	inbox_load(ui, pane);
	listing_find(&inbox->listing, desk_at(inbox->desk, PLACE_POST), 1);
	pane->stale = false;
	return true;
}

static void inbox_close(struct ui *ui, struct pane *pane)
{
	struct inbox *inbox = pane->state;

	(void)ui;
	document_list_done(&inbox->list);
	suggestion_list_done(&inbox->suggestions);
	free(inbox);
}

enum { BELOW_FROM = 14, BELOW_ROWS = 9, LABEL = 14 };

static struct listing *inbox_listing(const struct pane *pane)
{
	struct inbox *inbox = pane->state;

	inbox->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &inbox->listing;
}

/* ---- drawing: the paper and where it may belong */

static const char *ground_words(enum suggestion_ground ground)
{
	switch (ground) {
	case SUGGESTION_OUR_NUMBER: return _("our number stands in it");
	case SUGGESTION_NUMBER: return _("the case carries their number");
	case SUGGESTION_REGION: return _("the sender takes part in it");
	}
	return "";
}

static void suggestion_say(const struct suggestion *suggestion, int nth, char out[CASE_WORDS])
{
	snprintf(out, CASE_WORDS, "%d  %s, %.*s: %.*s", nth, suggestion->number,
		TEXT_PART(ground_words(suggestion->ground), 60), TEXT_PART(suggestion->title, 120));
}

static void about_draw(const struct inbox *inbox, const struct document *document, struct area area)
{
	char words[CASE_WORDS];
	int at = 0;

	if (!document)
		return;
	at = fact_draw(area, at, LABEL, _("Subject"), document->subject);
	paper_party(document, true, words);
	at = fact_draw(area, at, LABEL, _("Sender"), words);
	if (document->overdue)
		at = fact_draw(area, at, LABEL, _("Note"),
			_("It has lain here for more than a working day: register it soon (OSL 5:1)."));
	if (!inbox->suggestions.count)
		at = fact_draw(area, at, LABEL, _("May belong to"),
			_("nothing is found; m ties it to a case you name, + makes a new one"));
	for (int i = 0; i < inbox->suggestions.count && i < SHOWN_MOST; i++) {
		suggestion_say(&inbox->suggestions.items[i], i + 1, words);
		area_text_in(area, at, 0, LABEL - 1, STYLE_PLAIN, i ? "" : _("May belong to"));
		area_text_in(area, at++, LABEL, area.columns - LABEL, STYLE_PLAIN, words);
	}
}

static void inbox_draw(const struct pane *pane, struct area area)
{
	const struct inbox *inbox = pane->state;
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;

	listing_draw(&inbox->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (below)
		about_draw(inbox, focused(pane), area_part(area, area.rows - below + 1, 0, below - 1, area.columns));
}

static void inbox_head(const struct pane *pane, struct head *head)
{
	const struct inbox *inbox = pane->state;
	int late = 0, count = inbox->list.count;

	for (int i = 0; i < count; i++)
		late += inbox->list.items[i].overdue;
	snprintf(head->left, sizeof head->left, "%s", _("Inbox"));
	snprintf(head->right, sizeof head->right,
		ngettext("%d paper, %d too long", "%d papers, %d too long", (unsigned long)count), count, late);
}

/* ---- tying: one key, then the next paper is in focus */

static void paper_tie(struct ui *ui, struct pane *pane, const struct case_ref *to)
{
	const struct inbox *inbox = pane->state;
	const struct document *document = focused(pane);
	struct operation op = verb_on(document->version);
	int64_t id = document->id;
	char was[DOCUMENT_NUMBER];
	struct document_list list;
	struct error err = {0};

	snprintf(was, sizeof was, "%s", document->number);
	if (!verb_ended(ui, document_tie(inbox->desk->cw, &op, id, to, &err), &err) ||
		!paper_find(inbox->desk, id, &list, &err))
		return;
	ui_say(ui, _("%s is now %s."), was, list.items[0].number);
	document_list_done(&list);
}

static void tie_nth(struct ui *ui, struct pane *pane, int nth)
{
	const struct inbox *inbox = pane->state;

	paper_tie(ui, pane,
		&(struct case_ref){
			inbox->suggestions.items[nth].ref.application, inbox->suggestions.items[nth].ref.matter});
}

static void tie_first_run(struct ui *ui, struct pane *pane)
{
	tie_nth(ui, pane, 0);
}

static void tie_second_run(struct ui *ui, struct pane *pane)
{
	tie_nth(ui, pane, 1);
}

static void tie_third_run(struct ui *ui, struct pane *pane)
{
	tie_nth(ui, pane, 2);
}

static const char *nth_barred(const struct ui *ui, const struct pane *pane, int nth)
{
	const struct inbox *inbox = pane->state;

	if (!focused(pane))
		return _("No paper is in focus.");
	if (nth >= inbox->suggestions.count)
		return _("So many cases are not suggested. m ties the paper to a case you name.");
	return bars_document(ui, pane);
}

static const char *first_barred(const struct ui *ui, const struct pane *pane)
{
	return nth_barred(ui, pane, 0);
}

static const char *second_barred(const struct ui *ui, const struct pane *pane)
{
	return nth_barred(ui, pane, 1);
}

static const char *third_barred(const struct ui *ui, const struct pane *pane)
{
	return nth_barred(ui, pane, 2);
}

static void named(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct error err = {0};
	struct case_ref to;

	(void)with;
	if (text_blank(text) || !focused(pane))
		return;
	if (case_find(desk_of(ui)->cw, text, &to, &err))
		paper_tie(ui, pane, &to);
	else
		desk_refused(ui, &err);
}

static void tie_run(struct ui *ui, struct pane *pane)
{
	char text[CASE_WORDS];

	snprintf(text, sizeof text, _("Which case does %s belong to? Its number, or another body's for it."),
		focused(pane)->number);
	dialog_ask(ui, &(struct question){.text = text, .label = _("Case:"), .yes = _("tie"), .answered = named});
}

/* ---- a case of its own, and the rest */

enum { AS_APPLICATION, AS_MATTER, ANOTHER_PAPER, NEW_KINDS };

static void new_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	const struct document *document = focused(pane);

	(void)with;
	if (which == ANOTHER_PAPER || !document)
		document_form(ui, &(struct case_ref){0, 0}, 0);
	else if (which == AS_APPLICATION)
		application_from_paper(ui, document->id);
	else
		matter_form(ui, 0, document->id);
}

static void new_run(struct ui *ui, struct pane *pane)
{
	const struct document *document = focused(pane);
	const char *choices[NEW_KINDS] = {_("The paper is a new application"), _("The paper opens another matter"),
		_("Register another paper in the inbox")};

	if (!document) {
		new_chosen(ui, pane, ANOTHER_PAPER, NULL);
		return;
	}
	dialog_choose(
		ui, &(struct choosing){
			    .text = document->subject, .choices = choices, .count = NEW_KINDS, .chosen = new_chosen});
}

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct document *document = focused(pane);

	if (document)
		ui_push(ui, &document_pane, &document->id);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	document_form(ui, NULL, focused(pane)->id);
}

static void wrong_run(struct ui *ui, struct pane *pane)
{
	wrong_form(ui, focused(pane)->id);
}

static const char *paper_is_barred(const struct ui *ui, const struct pane *pane)
{
	return focused(pane) ? bars_document(ui, pane) : _("No paper is in focus.");
}

static const struct action actions[] = {
	{.name = "document-open",
		.keys = "Enter Right l",
		.help = N_("open the paper: its facts and text"),
		.hint = N_("open"),
		.run = open_run},
	{.name = "tie-first",
		.keys = "1",
		.help = N_("tie the paper to the likeliest case"),
		.hint = N_("tie"),
		.shown = "1-3",
		.changes = true,
		.run = tie_first_run,
		.barred = first_barred},
	{.name = "tie-second",
		.keys = "2",
		.help = N_("tie the paper to the second case suggested"),
		.changes = true,
		.run = tie_second_run,
		.barred = second_barred},
	{.name = "tie-third",
		.keys = "3",
		.help = N_("tie the paper to the third case suggested"),
		.changes = true,
		.run = tie_third_run,
		.barred = third_barred},
	{.name = "tie-named",
		.keys = "m",
		.help = N_("tie the paper to a case you name"),
		.hint = N_("to case"),
		.run = tie_run,
		.barred = paper_is_barred},
	{.name = "paper-new",
		.keys = "+",
		.help = N_("make a new application or another matter of it, or register another paper"),
		.hint = N_("new"),
		.run = new_run,
		.barred = bars_document},
	{.name = "document-wrong",
		.keys = "u",
		.help = N_("no paper of ours: note it as void"),
		.hint = N_("not ours"),
		.run = wrong_run,
		.barred = paper_is_barred},
	{.name = "document-change",
		.keys = "e",
		.help = N_("correct what is said of the paper"),
		.hint = N_("correct"),
		.run = change_run,
		.barred = paper_is_barred},
	{.name = NULL},
};

const struct pane_kind inbox_pane = {
	.name = "inbox",
	.title = N_("Inbox"),
	.actions = actions,
	.open = inbox_open_pane,
	.close = inbox_close,
	.load = inbox_load,
	.lacking = inbox_lacking,
	.draw = inbox_draw,
	.head = inbox_head,
	.listing = inbox_listing,
};
