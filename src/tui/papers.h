/* What is done to a paper of the register, the same from its list, its own screen and the inbox: forms, what bars them,
 * and the rows of the action tables. A pane that uses PAPER_ACTIONS has the functions they name. */
#ifndef KANSLI_TUI_PAPERS_H
#define KANSLI_TUI_PAPERS_H

#include "casework/document.h"
#include "desk.h"

/* of NULL: correct what is said of `document`; else register a new one there (zeroed: in the inbox). */
void document_form(struct ui *ui, const struct case_ref *of, int64_t document);
void wrong_form(struct ui *ui, int64_t document);   /* moved to another case, or void */
void removal_form(struct ui *ui, int64_t document); /* content goes, its number typed as the confirmation */
void dispatch_form(struct ui *ui, int64_t document);
void receipt_form(struct ui *ui, int64_t document);
void number_form(struct ui *ui, const struct case_ref *of, int64_t number); /* 0: a new one */
void application_from_paper(struct ui *ui, int64_t paper); /* a paper of the inbox becomes a new application */
/* matter 0: opens a new one, with `paper` of the inbox as its first document (0: none). */
void matter_form(struct ui *ui, int64_t matter, int64_t paper);
void matter_close_form(struct ui *ui, int64_t matter); /* closes, or reopens a closed one; says what stops it */
void matter_log(struct ui *ui, int64_t matter);
void case_wrong_form(struct ui *ui, const struct case_ref *of);    /* a whole case registered by mistake */
void paper_attach(struct ui *ui, const struct document *document); /* asks for the file's name */

/* NULL, or why it cannot be done to this paper (NULL: none is in focus). */
const char *paper_barred(const struct ui *ui, const struct document *document);
const char *paper_attach_barred(const struct ui *ui, const struct document *document);
const char *paper_receipt_barred(const struct ui *ui, const struct document *document);
const char *paper_remove_barred(const struct ui *ui, const struct document *document);
const char *bars_document(const struct ui *ui, const struct pane *pane);

#define PAPER_ACTIONS                                                                                                  \
	{.name = "document-change",                                                                                    \
		.keys = "e",                                                                                           \
		.help = N_("correct what is said of the document, or mark it for secrecy"),                            \
		.hint = N_("correct"),                                                                                 \
		.run = change_run,                                                                                     \
		.barred = live_barred},                                                                                \
		{.name = "document-send",                                                                              \
			.keys = "!",                                                                                   \
			.help = N_("put receivers on the list, or note that it is sent"),                              \
			.hint = N_("send"),                                                                            \
			.run = send_run,                                                                               \
			.barred = live_barred},                                                                        \
		{.name = "document-receipt",                                                                           \
			.keys = "y",                                                                                   \
			.help = N_("note a receipt"),                                                                  \
			.run = receipt_run,                                                                            \
			.barred = receipt_barred},                                                                     \
		{.name = "document-attach",                                                                            \
			.keys = "&",                                                                                   \
			.help = N_("add its file, where it has none"),                                                 \
			.run = attach_run,                                                                             \
			.barred = attach_barred},                                                                      \
		{.name = "document-wrong",                                                                             \
			.keys = "u",                                                                                   \
			.help = N_("registered by mistake: move it to its case, or note it as void"),                  \
			.hint = N_("by mistake"),                                                                      \
			.run = wrong_run,                                                                              \
			.barred = live_barred},                                                                        \
		{.name = "document-remove",                                                                            \
			.keys = "X",                                                                                   \
			.help = N_("remove the content, with a trace: disposal, or sent in error"),                    \
			.run = remove_run,                                                                             \
			.barred = remove_barred},

#endif
