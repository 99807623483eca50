/* A paper as PDF, made by weasyprint from the very pages that are printed as text. Invariant: the PDF says what the
 * text says, sign by sign, and nothing outside it is ever fetched. */
#include "csv/paper.h"

#include "base/outside.h"
#include "base/words.h"

enum { PDF_MOST = 32 << 20 };

/* A4: 79 signs of 10 points in width, 60 rows of 12 in height. */
static const char begins[] =
	"<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>%s</title><style>"
	"@page{size:A4;margin:20mm 19mm}"
	"pre{margin:0;font:10pt/12pt \"DejaVu Sans Mono\",\"Noto Sans Mono\",\"Liberation Mono\",monospace;"
	"font-variant-ligatures:none;break-after:page}pre:last-child{break-after:auto}"
	"</style></head><body><pre>";

static void marked_put(struct buffer *out, const char *text, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++) {
		switch (text[i]) {
		case '&': buffer_text(out, "&amp;"); break;
		case '<': buffer_text(out, "&lt;"); break;
		case '>': buffer_text(out, "&gt;"); break;
		case '"': buffer_text(out, "&quot;"); break;
		case '\f': buffer_text(out, "</pre><pre>"); break;
		default: buffer_add(out, &text[i], 1); break;
		}
	}
}

static void page_make(const struct buffer *pages, const char *head, struct buffer *out)
{
	struct buffer title;

	buffer_init(&title);
	marked_put(&title, head, strcspn(head, "\n"));
	buffer_format(out, begins, title.text);
	marked_put(out, pages->text, pages->bytes);
	buffer_text(out, "</pre></body></html>");
	buffer_done(&title);
}

static bool tool_run(const struct buffer *page, struct buffer *out)
{
	char program[] = "weasyprint", quiet[] = "--quiet", encoding[] = "--encoding", utf8[] = "utf-8", in[] = "-",
	     result[] = "-";
	char *words[] = {program, quiet, encoding, utf8, in, result, NULL};

	return outside_filter(words, page->text, page->bytes, PDF_MOST, out);
}

bool paper_pdf(struct paper *paper, struct buffer *out, struct error *err)
{
	struct buffer pages, page, made;
	bool done;

	if (!outside_allowed())
		return refuse(err, ERROR_FAILED,
			_("No other program is started where kansli is served, so there is no PDF here. The text is "
			  "whole without it: let the name end in .txt."));
	buffer_init(&pages);
	buffer_init(&page);
	buffer_init(&made);
	paper_paged(paper, &pages);
	page_make(&pages, paper->head ? paper->head : paper->text.text, &page);
	done = tool_run(&page, &made) && made.bytes > 4 && !memcmp(made.text, "%PDF", 4);
	if (done)
		buffer_add(out, made.text, made.bytes);
	buffer_done(&made);
	buffer_done(&page);
	buffer_done(&pages);
	return done || refuse(err, ERROR_FAILED,
			       _("There is no PDF: the program weasyprint is not installed here, or did not manage it. "
				 "The text is whole without it."));
}
