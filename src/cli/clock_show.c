/* Clocks written out. Invariant: what was sent, by when an answer is due, what came and what followed stand in that
 * order, whoever reads. */
#include "cli/clock_show.h"

#include "base/json_row.h"
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

#define ITEM(name, member) JSON_MEMBER(struct clock_item, name, member)
static const struct json_member item_members[] = {
	ITEM("n", n), ITEM("text", text), ITEM("gate", gate), ITEM("met", met_on), ITEM("document", document_n), {0}};
#undef ITEM
#define RESPITE(name, member) JSON_MEMBER(struct clock_respite, name, member)
static const struct json_member respite_members[] = {RESPITE("asked", asked_on), RESPITE("old_due", old_due_on),
	RESPITE("new_due", new_due_on), RESPITE("why", why), RESPITE("signed_by", signed_by), RESPITE("power", power),
	RESPITE("ruled_at", ruled_at), {0}};
#undef RESPITE
#define JUDGED(name, member) JSON_MEMBER(struct clock_uncommunicated, name, member)
static const struct json_member judged_members[] = {JUDGED("measure", measure_n), JUDGED("why", why),
	JUDGED("judged_by", judged_by), JUDGED("judged_at", judged_at), {0}};
#undef JUDGED
#define CLOCK(name, member) JSON_MEMBER(struct clock_row, name, member)
static const struct json_member sent_members[] = {CLOCK("n", n), CLOCK("kind", kind), CLOCK("follows", follows_n),
	CLOCK("measure", measure_n), CLOCK("participant", participant_short), CLOCK("asked_whom", asked_whom),
	CLOCK("asks", asks), CLOCK("sent", sent_on), CLOCK("way", way), CLOCK("due", due_on), {0}};
static const struct json_member signed_members[] = {CLOCK("late", late), CLOCK("overdue", overdue),
	CLOCK("signed_by", signed_by), CLOCK("power", power), CLOCK("document", document_n), {0}};
static const struct json_member answer_members[] = {CLOCK("answered", answered_on), CLOCK("answer", answer),
	CLOCK("answer_document", answer_document_n), CLOCK("outcome", outcome), CLOCK("consequence", consequence),
	CLOCK("ended", ended_on), CLOCK("version", version), {0}};
#undef CLOCK

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
	json_members(json, row, sent_members);
	json_text(json, "mover", mover_code(row->mover));
	json_members(json, row, signed_members);
	json_rows(json, "items", row->items, row->item_count, sizeof *row->items, item_members);
	json_rows(json, "respites", row->respites, row->respite_count, sizeof *row->respites, respite_members);
	json_members(json, row, answer_members);
	json_close(json);
}

void clock_fields_json(struct json *json, const struct clock_list *list, int64_t only)
{
	json_array(json, "clocks");
	for (int i = 0; i < list->count; i++)
		if (!only || !list->items[i].measure || list->items[i].measure == only)
			clock_json(json, &list->items[i]);
	json_close(json);
	json_rows(json, "uncommunicated", list->uncommunicated, list->uncommunicated_count,
		sizeof *list->uncommunicated, judged_members);
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
