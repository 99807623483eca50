/* One paper of the register: its facts, who gets it, and its text. Invariant: the text of a paper with a secrecy mark
 * is never shown before the person has asked for it, and then the reading is in the log. */
#include "tui/dialog.h"
#include "tui/go.h"
#include "tui/paper_words.h"
#include "tui/papers.h"
#include "tui/reader.h"

#include "base/text.h"
#include "base/words.h"

struct shown {
	struct desk *desk;
	int64_t id;
	struct document_list list; /* one */
	struct arena arena;        /* of the words */
	const char *words;         /* NULL: not read yet */
	struct reader reader;
};

static const struct document *paper_of(const struct pane *pane)
{
	const struct shown *shown = pane->state;

	return shown->list.count ? &shown->list.items[0] : NULL;
}

/* ---- reading */

/* Content that can be read here and now. */
static bool is_readable(const struct document *document)
{
	return document->file_name && !document->removed && !document->moved_to;
}

static bool words_load(struct shown *shown, struct error *err)
{
	return shown->words || document_words(shown->desk->cw, shown->id, &shown->arena, &shown->words, err);
}

static void words_write(const struct shown *shown, const struct document *document, struct buffer *out)
{
	if (!is_readable(document))
		return;
	buffer_format(out, "\n%s\n", _("Text"));
	if (!shown->words)
		buffer_text(out, _("The document has a secrecy mark. Enter reads it, and the reading is logged.\n"));
	else if (text_blank(shown->words))
		buffer_format(out, "%s\n", document_wordless(document));
	else
		buffer_format(out, "\n%s\n", shown->words);
}

static bool shown_read(struct shown *shown, struct error *err)
{
	struct dispatch_list receivers;
	struct document_list list;
	struct buffer text;

	if (!paper_find(shown->desk, shown->id, &list, err))
		return false;
	if ((is_readable(&list.items[0]) && !list.items[0].secret_ground && !words_load(shown, err)) ||
		!dispatch_list_load(shown->desk->cw, shown->id, &receivers, err)) {
		document_list_done(&list);
		return false;
	}
	document_list_done(&shown->list);
	shown->list = list;
	buffer_init(&text);
	paper_write(shown->desk, &list.items[0], &receivers, &text);
	words_write(shown, &list.items[0], &text);
	reader_set(&shown->reader, text.text);
	buffer_done(&text);
	dispatch_list_done(&receivers);
	return true;
}

static void shown_load(struct ui *ui, struct pane *pane)
{
	struct error err = {0};

	if (!shown_read(pane->state, &err))
		desk_refused(ui, &err);
}

static void shown_close(struct ui *ui, struct pane *pane)
{
	struct shown *shown = pane->state;

	(void)ui;
	document_list_done(&shown->list);
	arena_done(&shown->arena);
	reader_done(&shown->reader);
	free(shown);
}

static bool shown_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct shown *shown = memory_take(sizeof *shown);

	*shown = (struct shown){.desk = desk_of(ui), .id = *(const int64_t *)what};
	arena_init(&shown->arena);
	reader_init(&shown->reader);
	pane->state = shown;
	shown_load(ui, pane);
	pane->stale = false;
	if (shown->list.count)
		return true;
	shown_close(ui, pane);
	return false;
}

static void shown_draw(const struct pane *pane, struct area area)
{
	reader_draw(&((const struct shown *)pane->state)->reader, area);
}

static void shown_head(const struct pane *pane, struct head *head)
{
	const struct document *document = paper_of(pane);
	char marks[CASE_WORDS];

	paper_marks(document, marks);
	snprintf(head->left, sizeof head->left, _("Document · %s"), document->number);
	snprintf(head->middle, sizeof head->middle, "%s", document->n ? document->case_title : _("in the inbox"));
	snprintf(head->right, sizeof head->right, "%s", marks);
}

static struct reader *shown_reader(const struct pane *pane)
{
	return &((struct shown *)pane->state)->reader;
}

/* ---- the person's doing */

static void read_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct error err = {0};

	(void)text;
	(void)with;
	if (!words_load(pane->state, &err))
		desk_refused(ui, &err);
	ui_stale(ui);
}

static void read_run(struct ui *ui, struct pane *pane)
{
	const struct document *document = paper_of(pane);

	if (document->moved_to)
		ui_push(ui, &document_pane, &document->moved_to);
	else
		dialog_ask(ui,
			&(struct question){.text = _("The document has a secrecy mark. That you read it is logged."),
				.yes = _("read it"),
				.answered = read_answered});
}

static const char *read_barred(const struct ui *ui, const struct pane *pane)
{
	const struct document *document = paper_of(pane);

	(void)ui;
	if (document->moved_to)
		return NULL;
	if (document->removed)
		return _("The content is removed; what stands here is its trace.");
	if (!document->file_name)
		return _("The document has no file here.");
	return ((const struct shown *)pane->state)->words ? _("Its text stands under its facts.") : NULL;
}

static void case_run(struct ui *ui, struct pane *pane)
{
	const struct document *document = paper_of(pane);

	go_place(ui, &(struct spot){.place = document->matter ? PLACE_MATTER : PLACE_NONE,
			     .id = document->matter,
			     .application = document->application});
}

static const char *case_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	return paper_of(pane)->n ? NULL : _("The paper lies in the inbox and has no case yet.");
}

static void change_run(struct ui *ui, struct pane *pane)
{
	document_form(ui, NULL, paper_of(pane)->id);
}

static void attach_run(struct ui *ui, struct pane *pane)
{
	paper_attach(ui, paper_of(pane));
}

static void send_run(struct ui *ui, struct pane *pane)
{
	dispatch_form(ui, paper_of(pane)->id);
}

static void receipt_run(struct ui *ui, struct pane *pane)
{
	receipt_form(ui, paper_of(pane)->id);
}

static void wrong_run(struct ui *ui, struct pane *pane)
{
	wrong_form(ui, paper_of(pane)->id);
}

static void remove_run(struct ui *ui, struct pane *pane)
{
	removal_form(ui, paper_of(pane)->id);
}

static const char *live_barred(const struct ui *ui, const struct pane *pane)
{
	return paper_barred(ui, paper_of(pane));
}

static const char *attach_barred(const struct ui *ui, const struct pane *pane)
{
	return paper_attach_barred(ui, paper_of(pane));
}

static const char *receipt_barred(const struct ui *ui, const struct pane *pane)
{
	return paper_receipt_barred(ui, paper_of(pane));
}

static const char *remove_barred(const struct ui *ui, const struct pane *pane)
{
	return paper_remove_barred(ui, paper_of(pane));
}

static const struct action actions[] = {
	{.name = "document-read",
		.keys = "Enter",
		.help = N_("read a marked document, or go to where it is moved"),
		.hint = N_("read it"),
		.run = read_run,
		.barred = read_barred},
	PAPER_ACTIONS{.name = "document-case",
		.keys = "i",
		.help = N_("go into the case the document belongs to"),
		.hint = N_("case"),
		.run = case_run,
		.barred = case_barred},
	{.name = NULL},
};

const struct pane_kind document_pane = {
	.name = "document",
	.title = N_("Document"),
	.actions = actions,
	.open = shown_open,
	.close = shown_close,
	.load = shown_load,
	.draw = shown_draw,
	.head = shown_head,
	.reader = shown_reader,
};
