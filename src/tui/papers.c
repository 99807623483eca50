/* What bars what is done to a paper, and the file that is added to it afterwards. Invariant: a sentence says why not
 * before anything is typed; casework asks again. */
#include "tui/papers.h"
#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/words.h"

const char *bars_document(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_DOCUMENT_PUT);
}

const char *paper_barred(const struct ui *ui, const struct document *document)
{
	if (!document)
		return _("No document is in focus.");
	if (document->moved_to)
		return _("The document is moved to another case, and is dealt with there. Enter goes to it.");
	if (document->void_why)
		return _("The document is void, registered by mistake. Its number stays as it is.");
	return desk_barred(ui, RIGHT_DOCUMENT_PUT);
}

const char *paper_attach_barred(const struct ui *ui, const struct document *document)
{
	const char *why = paper_barred(ui, document);

	if (why)
		return why;
	if (document->file_name)
		return _("The document has its file. A new file is registered as a document of its own.");
	if (ui_options(ui)->served)
		return _("No file is fetched where kansli is served to others: kansli document attach, where the "
			 "office is.");
	return NULL;
}

const char *paper_receipt_barred(const struct ui *ui, const struct document *document)
{
	const char *why = paper_barred(ui, document);

	if (why)
		return why;
	if (document->sent == document->received)
		return _("Nobody who has been sent the document is without a receipt.");
	return NULL;
}

const char *paper_remove_barred(const struct ui *ui, const struct document *document)
{
	if (!document)
		return _("No document is in focus.");
	if (document->moved_to)
		return _("The document is moved to another case, and is dealt with there. Enter goes to it.");
	if (document->removed)
		return _("The content is removed already; its trace stays.");
	if (!document->file_name)
		return _("The document has no file here: there is no content to remove.");
	return desk_barred(ui, RIGHT_DOCUMENT_REMOVE);
}

/* ---- a file afterwards */

static void attach_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct operation op = verb_on(0);
	struct error err = {0};

	(void)pane;
	if (*text && verb_ended(ui, document_attach(desk_of(ui)->cw, &op, (int64_t)(intptr_t)with, text, &err), &err))
		ui_say(ui, "%s", _("The document has its file."));
}

void paper_attach(struct ui *ui, const struct document *document)
{
	char text[200];

	snprintf(text, sizeof text, _("The file of %s is copied beside the office, and stays as it is."),
		document->number);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("File:"),
			       .yes = _("add"),
			       .answered = attach_answered,
			       .with = (void *)(intptr_t)document->id});
}
