/* The case's register on paper (OSL 5 kap. 2 §): every document with day, number, sender or receiver and subject; those
 * moved, void or with their content removed too. Invariant: a number that was given is there. */
#include "csv/case_file_inner.h"

#include "base/words.h"
#include "casework/document.h"

/* What has become of it, in words; NULL: it stands as it was registered. */
static const char *standing_words(struct case_file *file, const struct document *document)
{
	struct arena *arena = &file->paper->arena;

	if (document->moved_number[0])
		return arena_format(arena, _("moved to %s"), document->moved_number);
	if (document->void_why)
		return arena_format(arena, _("void, wrongly registered: %s"), document->void_why);
	if (document->removed && case_file_by_then(file, document->removed_at))
		return arena_format(
			arena, _("content removed %.10s: %s"), document->removed_at, document->removed_ground);
	return NULL;
}

static void document_put_on(struct case_file *file, const struct document *document)
{
	struct paper *paper = file->paper;

#define WAS(column) rewind_text(&file->rewind, OBJECT_DOCUMENT, document->id, #column, document->column)
	paper_item(paper, arena_format(&paper->arena, "%d  %s  %s", document->n, WAS(on_day), WAS(subject)));
	paper_number(paper, "n", NULL, document->n);
	paper_text(paper, "number", _("Number"), document->number);
	paper_word(
		paper, "direction", _("Direction"), WAS(direction), case_file_word(file, "direction", WAS(direction)));
	paper_word(paper, "kind", _("Kind"), WAS(kind), case_file_word(file, "document", WAS(kind)));
	paper_text(paper, "day", NULL, WAS(on_day));
	paper_text(paper, "found", _("Found"), WAS(found_on));
	paper_text(paper, "dated", _("Dated"), WAS(dated_on));
	paper_text(paper, "region", _("Region"), document->region_short);
	paper_text(paper, "party", _("Sender or receiver"), WAS(party));
	paper_text(paper, "subject", NULL, WAS(subject));
	paper_text(paper, "own_number", _("Their number"), WAS(own_number));
	paper_number(paper, "pages", _("Pages"), document->pages);
	paper_bool(paper, "incomplete", _("Incomplete source"), document->incomplete);
	paper_text(paper, "file", _("File"), document->file_name);
	paper_text(paper, "sha256", _("SHA-256"), document->file_hash);
	paper_text(paper, "secret_ground", _("Secrecy mark"), WAS(secret_ground));
	paper_text(paper, "secret_on", _("Marked"), WAS(secret_on));
	paper_text(paper, "secret_by", _("Marked by"), WAS(secret_by));
	paper_text(paper, "standing", _("Now"), standing_words(file, document));
	paper_text(paper, "registered", _("Registered"), document->registered_at);
	paper_text(paper, "registered_by", _("Registered by"), document->registered_by);
#undef WAS
	paper_item_end(paper);
}

bool case_file_register(struct case_file *file, struct error *err)
{
	struct document_query query = {.of = {.application = file->application}};
	struct document_list list;

	if (!document_list_load(file->cw, &query, &list, err))
		return false;
	paper_list(file->paper, "documents", NULL);
	for (int i = 0; i < list.count; i++)
		if (rewind_there(&file->rewind, OBJECT_DOCUMENT, list.items[i].id) &&
			case_file_gives(file, "document", list.items[i].id, list.items[i].number))
			document_put_on(file, &list.items[i]);
	paper_list_end(file->paper, _("No document is registered."));
	document_list_done(&list);
	return true;
}
