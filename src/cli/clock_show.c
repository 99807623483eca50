/* Clocks written out. Invariant: what was sent, by when an answer is due, what came and what followed stand in that
 * order, whoever reads. */
#include "cli/clock_show.h"

#include "base/text.h"

/* ---- for people */

static void sent_line(struct buffer *out, const struct programme *programme, const struct clock_row *row)
{
	buffer_format(out, "  %d  %s", row->n, clock_kind_words(row->kind));
	if (row->measure_n)
		buffer_format(out, _(", measure %d"), row->measure_n);
	if (row->participant_short)
		buffer_format(out, ", %s", row->participant_short);
	if (!text_blank(row->asked_whom))
		buffer_format(out, ", %s", row->asked_whom);
	if (row->follows_n)
		buffer_format(out, _(" (after %d)"), row->follows_n);
	buffer_format(out, "\n      %s", row->due_on ? _("sent") : _("ruled"));
	buffer_format(out, " %s", row->sent_on);
	if (!text_blank(row->way))
		buffer_format(out, ", %s", programme_word_name(programme, "arrival", row->way));
	buffer_format(out, "; %s", row->signed_by);
	if (!text_blank(row->power))
		buffer_format(out, " (%s)", row->power);
	if (row->document_n)
		buffer_format(out, _("; document %d"), row->document_n);
	buffer_format(out, "\n      %s\n", row->asks);
}

static void items_lines(struct buffer *out, const struct clock_row *row)
{
	for (int i = 0; i < row->item_count; i++) {
		const struct clock_item *item = &row->items[i];

		buffer_format(
			out, "      %d. (%s) %s", item->n, item->met_on ? item->met_on : _("missing"), item->text);
		if (item->document_n)
			buffer_format(out, _("; document %d"), item->document_n);
		buffer_text(out, "\n");
	}
}

static void due_line(struct buffer *out, const struct clock_row *row)
{
	if (!row->due_on)
		return;
	buffer_format(out, "      %s %s", _("answer by"), row->due_on);
	if (row->mover != MOVER_NOBODY)
		buffer_format(out, " · %s", mover_words(row->mover));
	if (row->overdue)
		buffer_format(out, " · %s", _("the day has passed"));
	buffer_text(out, "\n");
	for (int i = 0; i < row->respite_count; i++) {
		const struct clock_respite *respite = &row->respites[i];

		buffer_format(out,
			respite->new_due_on ? _("      more time given %.10s: from %s to %s")
					    : _("      more time refused %.10s, the day is %s%s"),
			respite->ruled_at, respite->old_due_on, respite->new_due_on ? respite->new_due_on : "");
		buffer_format(out, "; %s (%s): %s\n", respite->signed_by, respite->power, respite->why);
	}
}

static void answer_lines(struct buffer *out, const struct clock_row *row)
{
	if (row->answered_on)
		buffer_format(out, "      %s %s%s%s%s\n", _("answered"), row->answered_on, row->late ? " · " : "",
			row->late ? _("after the last day") : "", "");
	if (!text_blank(row->answer))
		buffer_format(out, "      %s\n", row->answer);
	if (row->outcome && row->due_on)
		buffer_format(out, "      %s %s: %s%s%s\n", _("ended"), row->ended_on,
			clock_outcome_words(row->outcome), text_blank(row->consequence) ? "" : ". ", row->consequence);
}

static void uncommunicated_lines(struct buffer *out, const struct clock_list *list)
{
	for (int i = 0; i < list->uncommunicated_count; i++) {
		const struct clock_uncommunicated *each = &list->uncommunicated[i];

		buffer_format(out, "  –  %s", _("Communication obviously unnecessary (FL 25 §)"));
		if (each->measure_n)
			buffer_format(out, _(", measure %d"), each->measure_n);
		buffer_format(out, "\n      %.10s %s: %s\n", each->judged_at, each->judged_by, each->why);
	}
}

void clock_lines(struct buffer *out, const struct programme *programme, const struct clock_list *list, int64_t only)
{
	for (int i = 0; i < list->count; i++) {
		const struct clock_row *row = &list->items[i];

		if (only && row->measure && row->measure != only)
			continue;
		sent_line(out, programme, row);
		items_lines(out, row);
		due_line(out, row);
		answer_lines(out, row);
	}
	uncommunicated_lines(out, list);
}

/* ---- for programs */

static void items_json(struct json *json, const struct clock_row *row)
{
	json_array(json, "items");
	for (int i = 0; i < row->item_count; i++) {
		const struct clock_item *item = &row->items[i];

		json_object(json, NULL);
		json_number(json, "n", item->n);
		json_text(json, "text", item->text);
		json_text(json, "gate", item->gate);
		json_text(json, "met", item->met_on);
		json_number(json, "document", item->document_n);
		json_close(json);
	}
	json_close(json);
	json_array(json, "respites");
	for (int i = 0; i < row->respite_count; i++) {
		const struct clock_respite *respite = &row->respites[i];

		json_object(json, NULL);
		json_text(json, "asked", respite->asked_on);
		json_text(json, "old_due", respite->old_due_on);
		json_text(json, "new_due", respite->new_due_on);
		json_text(json, "why", respite->why);
		json_text(json, "signed_by", respite->signed_by);
		json_text(json, "power", respite->power);
		json_text(json, "ruled_at", respite->ruled_at);
		json_close(json);
	}
	json_close(json);
}

static const char *mover_code(enum mover mover)
{
	static const char *const codes[] = {
		[MOVER_NOBODY] = NULL,
		[MOVER_US] = "us",
		[MOVER_APPLICANT] = "applicant",
		[MOVER_DELEGATION] = "delegation",
		[MOVER_BODY] = "referral",
	};

	return codes[mover];
}

static void clock_json(struct json *json, const struct clock_row *row)
{
	json_object(json, NULL);
	json_number(json, "n", row->n);
	json_text(json, "kind", row->kind);
	json_number(json, "follows", row->follows_n);
	json_number(json, "measure", row->measure_n);
	json_text(json, "participant", row->participant_short);
	json_text(json, "asked_whom", row->asked_whom);
	json_text(json, "asks", row->asks);
	json_text(json, "sent", row->sent_on);
	json_text(json, "way", row->way);
	json_text(json, "due", row->due_on);
	json_text(json, "mover", mover_code(row->mover));
	json_bool(json, "late", row->late);
	json_bool(json, "overdue", row->overdue);
	json_text(json, "signed_by", row->signed_by);
	json_text(json, "power", row->power);
	json_number(json, "document", row->document_n);
	items_json(json, row);
	json_text(json, "answered", row->answered_on);
	json_text(json, "answer", row->answer);
	json_number(json, "answer_document", row->answer_document_n);
	json_text(json, "outcome", row->outcome);
	json_text(json, "consequence", row->consequence);
	json_text(json, "ended", row->ended_on);
	json_number(json, "version", row->version);
	json_close(json);
}

void clock_fields_json(struct json *json, const struct clock_list *list, int64_t only)
{
	json_array(json, "clocks");
	for (int i = 0; i < list->count; i++)
		if (!only || !list->items[i].measure || list->items[i].measure == only)
			clock_json(json, &list->items[i]);
	json_close(json);
	json_array(json, "uncommunicated");
	for (int i = 0; i < list->uncommunicated_count; i++) {
		const struct clock_uncommunicated *each = &list->uncommunicated[i];

		json_object(json, NULL);
		json_number(json, "measure", each->measure_n);
		json_text(json, "why", each->why);
		json_text(json, "judged_by", each->judged_by);
		json_text(json, "judged_at", each->judged_at);
		json_close(json);
	}
	json_close(json);
}

/* ---- a day that is set */

/* Meetings some time after the day are of interest too: they say what a longer time would give. */
enum { MEETINGS_AFTER = 60 };

bool clock_day_tell(struct shell *shell, int64_t application, const char *from, const char *due, struct error *err)
{
	struct meeting_list meetings;
	char last[DAY_TEXT];
	const char *words;

	if (!due)
		return true;
	words = clock_day_warning(day_read(due), &shell->arena);
	if (words)
		shell_say(shell, _("Note: %s"), words);
	day_text(day_read(due) + MEETINGS_AFTER, last);
	if (!meeting_list_of(shell->cw, application, from, last, &meetings, err))
		return false;
	words = clock_meetings_words(&meetings, due, &shell->arena);
	if (words)
		shell_say(shell, _("Known meetings. %s"), words);
	meeting_list_done(&meetings);
	return true;
}
