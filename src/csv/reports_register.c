/* The register, distribution lists, the inbox and other matters as tables. Invariant: the public register leaves out
 * what a marked document's sender and subject would give away. */
#include "csv/reports.h"

#include "base/text.h"
#include "base/words.h"

static const char *direction_word(const char *code)
{
	return !strcmp(code, "in") ? _("in") : !strcmp(code, "out") ? _("out") : _("drawn up");
}

/* "moved to EFF 1-2026-2", "void, registered by mistake", "content removed", "late". */
static const char *fate_text(struct arena *arena, const struct document *document)
{
	if (document->moved_to)
		return arena_format(arena, _("moved to %s"), document->moved_number);
	if (document->void_why)
		return _("void, registered by mistake");
	if (document->removed)
		return arena_format(arena, _("content removed %.10s"), document->removed_at);
	return document->late ? _("late") : "";
}

static const char *sender_text(const struct document *document, bool open)
{
	if (open)
		return document_open_party(document);
	return !text_blank(document->party) ? document->party : document->region_short;
}

static void content_put(struct report *report, const struct document *document)
{
	report_text_put(report, document->own_number);
	document->pages ? report_number_put(report, document->pages) : report_blank_put(report);
	report_bool_put(report, document->incomplete);
	report_text_put(report, document->file_name);
	report_text_put(report, document->file_hash);
	report_text_put(report, document->secret_ground);
	report_text_put(report, document->registered_at);
	report_text_put(report, document->registered_by);
	report_number_put(report, document->version);
}

void report_documents(struct report *report, const struct document_list *list, bool open)
{
	static const enum column_name columns[] = {COLUMN_DOCUMENT, COLUMN_DIRECTION, COLUMN_KIND, COLUMN_DOCUMENT_DAY,
		COLUMN_SENDER, COLUMN_SUBJECT, COLUMN_FATE, COLUMN_FOUND, COLUMN_ARRIVAL, COLUMN_DATED, COLUMN_WAY,
		COLUMN_THEIR_NUMBER, COLUMN_PAGES, COLUMN_INCOMPLETE, COLUMN_FILE, COLUMN_FILE_HASH, COLUMN_MARK,
		COLUMN_REGISTERED, COLUMN_REGISTERED_BY, COLUMN_VERSION};

	report_init(report, "documents", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++) {
		const struct document *document = &list->items[i];

		report_text_put(report, document->number);
		report_text_put(report, direction_word(document->direction));
		report_text_put(report, document->kind);
		report_day_put(report, document->on_day);
		report_text_put(report, sender_text(document, open));
		report_text_put(report, open ? document_open_subject(document) : document->subject);
		report_text_put(report, fate_text(&report->arena, document));
		report_day_put(report, document->found_on);
		report_text_put(report, document->arrival_rule);
		report_day_put(report, document->dated_on);
		report_text_put(report, document->way);
		content_put(report, document);
		report_row_end(report);
	}
}

void report_receivers(struct report *report, const struct dispatch_list *list)
{
	static const enum column_name columns[] = {COLUMN_RECEIVER, COLUMN_WAY, COLUMN_SENT, COLUMN_RECEIVED};

	report_init(report, "receivers", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++) {
		const struct dispatch *dispatch = &list->items[i];

		report_text_put(report, dispatch->region ? dispatch->region_short : dispatch->name);
		report_text_put(report, dispatch->way);
		report_day_put(report, dispatch->sent_on);
		report_day_put(report, dispatch->received_on);
		report_row_end(report);
	}
}

void report_cross_numbers(struct report *report, const struct cross_number_list *list)
{
	static const enum column_name columns[] = {COLUMN_THEIR_NUMBER, COLUMN_REGION, COLUMN_ABOUT, COLUMN_VERSION};

	report_init(report, "numbers", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++) {
		const struct cross_number *each = &list->items[i];

		report_text_put(report, each->number);
		report_text_put(report, each->region_short);
		report_text_put(report, each->about);
		report_number_put(report, each->version);
		report_row_end(report);
	}
}

void report_inbox(struct report *report, const struct document_list *list, const char *const *suggested)
{
	static const enum column_name columns[] = {COLUMN_DOCUMENT, COLUMN_DOCUMENT_DAY, COLUMN_SENDER, COLUMN_SUBJECT,
		COLUMN_SUGGESTED, COLUMN_THEIR_NUMBER, COLUMN_OVERDUE, COLUMN_VERSION};

	report_init(report, "papers", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++) {
		const struct document *document = &list->items[i];

		report_text_put(report, document->number);
		report_day_put(report, document->on_day);
		report_text_put(report, sender_text(document, false));
		report_text_put(report, document->subject);
		report_text_put(report, suggested[i]);
		report_text_put(report, document->own_number);
		report_bool_put(report, document->overdue);
		report_number_put(report, document->version);
		report_row_end(report);
	}
}

void report_matters(struct report *report, const struct matter_list *list)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_KIND, COLUMN_TITLE, COLUMN_PARTY, COLUMN_OPENS,
		COLUMN_OFFICER, COLUMN_DOCUMENTS, COLUMN_MATTER_OUTCOME, COLUMN_CLOSED, COLUMN_ROUND, COLUMN_REGION,
		COLUMN_ABOUT, COLUMN_FATE, COLUMN_VERSION};

	report_init(report, "matters", columns, sizeof columns / sizeof *columns);
	for (int i = 0; i < list->count; i++) {
		const struct matter *matter = &list->items[i];

		report_text_put(report, matter->number);
		report_text_put(report, matter->kind);
		report_text_put(report, matter->title);
		report_text_put(report, matter->party);
		report_day_put(report, matter->opened_on);
		report_text_put(report, matter->officer_name);
		report_number_put(report, matter->documents);
		report_text_put(report, matter->outcome);
		report_day_put(report, matter->closed_on);
		report_text_put(report, matter->round_name);
		report_text_put(report, matter->region_short);
		report_text_put(report, matter->about);
		report_text_put(report, !matter->wrong_why ? ""
					: *matter->wrong_to
						? arena_format(&report->arena, _("moved to %s"), matter->wrong_to)
						: _("void, registered by mistake"));
		report_number_put(report, matter->version);
		report_row_end(report);
	}
}
