/* A paper of the register in words. */
#include "tui/paper_words.h"

#include "base/text.h"
#include "base/words.h"

const char *paper_direction(const struct document *document)
{
	if (!strcmp(document->direction, "in"))
		return _("In");
	return !strcmp(document->direction, "out") ? _("Out") : _("Made");
}

void paper_party(const struct document *document, bool whole, char out[CASE_WORDS])
{
	const char *region = document->region_short ? document->region_short : "";

	if (text_blank(document->party))
		snprintf(out, CASE_WORDS, "%s", region);
	else if (whole && *region)
		snprintf(out, CASE_WORDS, "%.*s: %.*s", TEXT_PART(region, 60), TEXT_PART(document->party, 180));
	else
		snprintf(out, CASE_WORDS, "%.*s", TEXT_PART(document->party, 200));
}

static void mark_add(char out[CASE_WORDS], const char *mark)
{
	size_t used = strlen(out);

	snprintf(out + used, CASE_WORDS - used, "%s%s", used ? ", " : "", mark);
}

void paper_marks(const struct document *document, char out[CASE_WORDS])
{
	out[0] = '\0';
	if (document->moved_to)
		mark_add(out, _("moved"));
	if (document->void_why)
		mark_add(out, _("void"));
	if (document->removed)
		mark_add(out, !strcmp(document->removed, "disposal") ? _("disposed of") : _("removed"));
	if (document->secret_ground)
		mark_add(out, _("secrecy"));
	if (document->late)
		mark_add(out, _("late"));
	if (document->incomplete)
		mark_add(out, _("excerpt"));
}

void paper_standing(const struct document *document, struct buffer *out)
{
	if (document->moved_to)
		buffer_format(
			out, _("Moved to %s, where it is read. Its number here stays.\n"), document->moved_number);
	if (document->moved_from)
		buffer_text(out, _("Moved here from another case, where its old number stays.\n"));
	if (document->void_why)
		buffer_format(out, _("Void, registered by mistake: %s\n"), document->void_why);
	if (document->removed)
		buffer_format(out,
			!strcmp(document->removed, "disposal")
				? _("The content is disposed of, %.10s, %s: %s\n")
				: _("The content was sent in error and is removed, %.10s, %s: %s\n"),
			document->removed_at, document->removed_by, document->removed_ground);
	if (document->secret_ground)
		buffer_format(out, _("Secrecy mark: %s, %s, %s. A reminder, no answer (OSL 5:5).\n"),
			document->secret_ground, document->secret_on, document->secret_by);
	if (document->late)
		buffer_text(out, _("It came in after the round had closed.\n"));
	if (document->incomplete)
		buffer_text(out, _("It is an excerpt, or its source is broken off.\n"));
}

void paper_sent(const struct document *document, char out[CASE_WORDS])
{
	out[0] = '\0';
	if (document->listed)
		snprintf(out, CASE_WORDS, _("sent to %d of %d, %d received"), document->sent, document->listed,
			document->received);
}

/* ---- all of it */

static void fact_write(struct buffer *out, const char *label, const char *text)
{
	if (!text_blank(text))
		buffer_format(out, "%s: %s\n", label, text);
}

/* The day it counts as come in, and how that follows (FL 22 §). */
static void day_write(const struct desk *desk, const struct document *document, struct buffer *out)
{
	char when[CASE_WORDS];

	snprintf(when, sizeof when, "%s%s%s", document->on_day, document->on_time ? " " : "",
		document->on_time ? document->on_time : "");
	fact_write(out,
		!strcmp(document->direction, "in")    ? _("Came in")
		: !strcmp(document->direction, "out") ? _("Sent")
						      : _("Drawn up"),
		when);
	if (document->found_on)
		buffer_format(out, _("Found %s, but counts as come in on %s: %s (FL 22 §)\n"), document->found_on,
			document->on_day,
			programme_word_name(&desk->programme, "arrival_rule", document->arrival_rule));
}

static void file_write_facts(const struct document *document, struct buffer *out)
{
	if (!document->file_name) {
		fact_write(out, _("File"), _("none here: it is on paper, or its file was never added"));
		return;
	}
	buffer_format(
		out, "%s: %s, %lld %s\n", _("File"), document->file_name, (long long)document->file_bytes, _("bytes"));
	fact_write(out, _("SHA-256"), document->file_hash);
}

static void receivers_write(const struct desk *desk, const struct dispatch_list *receivers, struct buffer *out)
{
	if (!receivers->count)
		return;
	buffer_format(out, "\n%s\n", _("Distribution list"));
	for (int i = 0; i < receivers->count; i++) {
		const struct dispatch *each = &receivers->items[i];

		buffer_format(out, "  %s, %s: ", each->region ? each->region_short : each->name,
			programme_word_name(&desk->programme, "arrival", each->way));
		if (!each->sent_on)
			buffer_text(out, _("not sent yet"));
		else
			buffer_format(out, _("sent %s"), each->sent_on);
		if (each->received_on)
			buffer_format(out, _(", received %s"), each->received_on);
		buffer_text(out, "\n");
	}
}

static const char *direction_whole(const struct document *document)
{
	if (!strcmp(document->direction, "in"))
		return _("came in");
	return !strcmp(document->direction, "out") ? _("went out") : _("drawn up here");
}

void paper_write(const struct desk *desk, const struct document *document, const struct dispatch_list *receivers,
	struct buffer *out)
{
	const struct programme *programme = &desk->programme;
	char party[CASE_WORDS], pages[32];

	paper_party(document, true, party);
	snprintf(pages, sizeof pages, "%d", document->pages);
	buffer_format(out, "%s\n\n", document->subject);
	paper_standing(document, out);
	buffer_format(out, "%s: %s, %s\n", _("Document"), direction_whole(document),
		programme_word_name(programme, "document", document->kind));
	day_write(desk, document, out);
	fact_write(out, _("Its own date"), document->dated_on);
	if (document->way)
		fact_write(out, _("Way"), programme_word_name(programme, "arrival", document->way));
	fact_write(out, !strcmp(document->direction, "in") ? _("Sender") : _("Receiver"), party);
	fact_write(out, _("Their number"), document->own_number);
	if (document->pages)
		fact_write(out, _("Pages"), pages);
	if (document->secret_ground)
		fact_write(out, _("Public subject line"), document->open_subject);
	file_write_facts(document, out);
	if (document->n)
		buffer_format(out, "%s: %s\n", _("Case"), document->case_title);
	buffer_format(out, "%s: %.16s, %s\n", _("Registered"), document->registered_at, document->registered_by);
	receivers_write(desk, receivers, out);
}

bool paper_find(const struct desk *desk, int64_t id, struct document_list *out, struct error *err)
{
	const struct document_query query = {.id = id};
	struct document_list list;

	if (!document_list_load(desk->cw, &query, &list, err))
		return false;
	if (!list.count) {
		document_list_done(&list);
		return refuse(err, ERROR_MISSING, _("There is no such document."));
	}
	*out = list;
	return true;
}
