/* The case's register on paper (OSL 5 kap. 2 §): every document with day, number, sender or receiver, subject, who got
 * it and its text; those moved, void or with their content removed too. Invariant: a number that was given is there. */
#include "csv/case_file_inner.h"

#include "base/words.h"
#include "casework/dispatch.h"
#include "casework/document.h"

/* Marked with secrecy now or then, and this is the public version: what the public register shows stands for it
 * (OSL 5:2). */
static bool masked(struct case_file *file, const struct document *document)
{
	return file->open && (document->secret_ground || rewind_text(&file->rewind, OBJECT_DOCUMENT, document->id,
								 "secret_ground", document->secret_ground));
}

/* What has become of it, in words; NULL: it stands as it was registered. */
static const char *standing_words(struct case_file *file, const struct document *document, bool moved)
{
	struct arena *arena = &file->paper->arena;
	const char *void_why =
		rewind_text(&file->rewind, OBJECT_DOCUMENT, document->id, "void_why", document->void_why);

	if (moved)
		return arena_format(arena, _("moved to %s"), document->moved_number);
	if (void_why)
		return arena_format(arena, _("void, wrongly registered: %s"), void_why);
	if (document->removed && case_file_by_then(file, document->removed_at))
		return arena_format(
			arena, _("content removed %.10s: %s"), document->removed_at, document->removed_ground);
	return NULL;
}

static void receiver_put(struct case_file *file, const struct dispatch *each)
{
	struct paper *paper = file->paper;
	const char *receiver = each->region_short ? each->region_short : each->name;

#define WAS(column) rewind_text(&file->rewind, OBJECT_DISPATCH, each->id, #column, each->column)
	paper_item(paper, receiver);
	paper_text(paper, "receiver", NULL, receiver);
	paper_word(paper, "way", _("How"), WAS(way), case_file_word(file, "arrival", WAS(way)));
	paper_text(paper, "sent", _("Sent"), WAS(sent_on));
	paper_text(paper, "received", _("Receipt"), WAS(received_on));
	paper_item_end(paper);
#undef WAS
}

/* Who got it: the distribution list as it was. */
static bool dispatch_put(struct case_file *file, const struct document *document, struct error *err)
{
	bool hidden = masked(file, document);
	struct paper *paper = file->paper;
	struct dispatch_list list;

	if (!dispatch_list_load(file->cw, document->id, &list, err))
		return false;
	paper_list(paper, "dispatch", list.count && !hidden ? _("Distribution list:") : NULL);
	for (int i = 0; i < list.count && !hidden; i++)
		if (rewind_there(&file->rewind, OBJECT_DISPATCH, list.items[i].id))
			receiver_put(file, &list.items[i]);
	paper_list_end(paper, NULL);
	if (hidden)
		case_file_leaves(file, "dispatch_left_out",
			_("Left out, for the document is marked: receivers, %d of them."), list.count);
	dispatch_list_done(&list);
	return true;
}

/* Its text, where a terminal can read it. A marked one is read for a release alone, where a person has tested it:
 * reading it leaves a trace. */
static bool text_put(struct case_file *file, const struct document *document, bool moved, struct error *err)
{
	struct paper *paper = file->paper;
	const char *words = "",
		   *hash = rewind_text(&file->rewind, OBJECT_DOCUMENT, document->id, "file_hash", document->file_hash);
	bool content = hash && !moved && !document->removed;
	bool marked = !file->release && (document->secret_ground || masked(file, document));

	if (content && marked)
		paper_say(paper,
			_("The text is left out: the document is marked with secrecy. kansli document read shows it, "
			  "and notes who read it."));
	else if (content && !document_words(file->cw, document->id, &paper->arena, &words, err))
		return false;
	else if (content && !*words)
		paper_say(paper, _("The file's text cannot be read here."));
	paper_bool(paper, "text_left_out", NULL, content && marked);
	paper_text(paper, "text", _("Text"), *words ? words : NULL);
	return true;
}

static void sender_put(struct case_file *file, const struct document *document, const char *subject)
{
	struct paper *paper = file->paper;
	bool hidden = masked(file, document);

#define WAS(column) rewind_text(&file->rewind, OBJECT_DOCUMENT, document->id, #column, document->column)
	paper_text(paper, "region", _("Region"), hidden ? NULL : document->region_short);
	paper_text(paper, "party", _("Sender or receiver"), hidden ? document_open_party(document) : WAS(party));
	paper_text(paper, "subject", NULL, subject);
	paper_text(paper, "own_number", _("Their number"), hidden ? NULL : WAS(own_number));
	paper_number(paper, "pages", _("Pages"), document->pages);
	paper_bool(paper, "incomplete", _("Incomplete source"), document->incomplete);
	paper_text(paper, "file", _("File"), hidden ? NULL : WAS(file_name));
	paper_text(paper, "sha256", _("SHA-256"), hidden ? NULL : WAS(file_hash));
	paper_text(paper, "secret_ground", _("Secrecy mark"), WAS(secret_ground));
	paper_text(paper, "secret_on", _("Marked"), WAS(secret_on));
	paper_text(paper, "secret_by", _("Marked by"), WAS(secret_by));
	if (hidden)
		paper_say(paper, _("Left out, for the document is marked: subject, sender and receiver, their number, "
				   "and the file's "
				   "name and hash."));
#undef WAS
}

static bool document_put_on(struct case_file *file, const struct document *document, struct error *err)
{
	struct paper *paper = file->paper;

#define WAS(column) rewind_text(&file->rewind, OBJECT_DOCUMENT, document->id, #column, document->column)
	bool moved = document->moved_number[0] &&
		     rewind_text(&file->rewind, OBJECT_DOCUMENT, document->id, "moved_to", document->moved_number);
	const char *subject = masked(file, document) ? document_open_subject(document) : WAS(subject);

	paper_item(paper, arena_format(&paper->arena, "%d  %s  %s", document->n, WAS(on_day), subject));
	paper_number(paper, "n", NULL, document->n);
	paper_text(paper, "number", _("Number"), document->number);
	paper_word(
		paper, "direction", _("Direction"), WAS(direction), case_file_word(file, "direction", WAS(direction)));
	paper_word(paper, "kind", _("Kind"), WAS(kind), case_file_word(file, "document", WAS(kind)));
	paper_text(paper, "day", NULL, WAS(on_day));
	paper_text(paper, "found", _("Found"), WAS(found_on));
	paper_text(paper, "dated", _("Dated"), WAS(dated_on));
#undef WAS
	sender_put(file, document, subject);
	paper_text(paper, "standing", _("Now"), standing_words(file, document, moved));
	paper_text(paper, "registered", _("Registered"), document->registered_at);
	paper_text(paper, "registered_by", _("Registered by"), document->registered_by);
	if (!dispatch_put(file, document, err) || !text_put(file, document, moved, err))
		return false;
	paper_item_end(paper);
	return true;
}

bool case_file_register(struct case_file *file, struct error *err)
{
	struct document_query query = {.of = {.application = file->application}};
	struct document_list list;
	bool written = true;

	if (!document_list_load(file->cw, &query, &list, err))
		return false;
	paper_list(file->paper, "documents", NULL);
	for (int i = 0; written && i < list.count; i++)
		if (rewind_there(&file->rewind, OBJECT_DOCUMENT, list.items[i].id) &&
			case_file_gives(file, "document", list.items[i].id, list.items[i].number))
			written = document_put_on(file, &list.items[i], err);
	if (written)
		paper_list_end(file->paper, _("No document is registered."));
	document_list_done(&list);
	return written;
}

/* ---- in brief: what the case is called elsewhere, and whether it is one at all */

static void number_put(struct case_file *file, const struct cross_number *each)
{
	struct paper *paper = file->paper;

#define WAS(column) rewind_text(&file->rewind, OBJECT_CROSS_NUMBER, each->id, #column, each->column)
	paper_item(paper, WAS(number));
	paper_text(paper, "number", NULL, WAS(number));
	paper_text(paper, "region", _("Region"), each->region_short);
	paper_text(paper, "about", _("About"), WAS(about));
	paper_item_end(paper);
#undef WAS
}

bool case_file_numbers(struct case_file *file, struct error *err)
{
	struct case_ref of = {.application = file->application};
	struct cross_number_list list;

	if (!cross_number_list_load(file->cw, &of, &list, err))
		return false;
	paper_list(file->paper, "cross_numbers", list.count ? _("Others' numbers for the same thing:") : NULL);
	for (int i = 0; i < list.count; i++)
		if (rewind_there(&file->rewind, OBJECT_CROSS_NUMBER, list.items[i].id))
			number_put(file, &list.items[i]);
	paper_list_end(file->paper, NULL);
	cross_number_list_done(&list);
	return true;
}

bool case_file_mistake(struct case_file *file, struct error *err)
{
	struct case_ref of = {.application = file->application};
	struct misregistration mistake;
	struct paper *paper = file->paper;
	bool there;

	if (!misregistration_load(file->cw, &of, &mistake, err))
		return false;
	there = mistake.there && case_file_by_then(file, mistake.found_at);
	paper_text(paper, "misregistered", _("Registered by mistake"), there ? mistake.why : NULL);
	paper_text(paper, "misregistered_to", _("Moved to"), there ? mistake.to_number : NULL);
	paper_text(paper, "misregistered_found", _("Found"), there ? mistake.found_at : NULL);
	misregistration_done(&mistake);
	return true;
}
