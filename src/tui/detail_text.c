/* The whole of what is in focus in the detail, as text to read. */
#include "tui/case_text.h"
#include "tui/detail_inner.h"

#include "base/words.h"

static const char *word(const struct detail *detail, const char *kind, const char *code)
{
	return code && code[0] ? programme_word_name(&detail->desk->programme, kind, code) : "";
}

void application_write(const struct detail *detail, struct buffer *out)
{
	const struct application *whole = &detail->whole;

	buffer_format(out, "%s  %s\n%s\n\n", whole->number, whole->lead_name, whole->row.title);
	for (int i = 0; i < detail->fact_count; i++)
		text_line(out, detail->facts[i].label, detail->facts[i].text);
	buffer_format(out, _("Registered: %.16s by %s\n"), whole->registered_at, whole->registered_by);
	text_line(out, _("Assigned"), whole->assigned_on);
	case_text(whole, out);
}

void note_write(const struct detail *detail, const struct note *note, struct buffer *out)
{
	buffer_format(out, _("Note %d, %s\n"), note->n, word(detail, "note", note->kind));
	buffer_format(out, "%s%s%s, %s\n", note->occurred_on, note->occurred_time ? " " : "",
		note->occurred_time ? note->occurred_time : "", word(detail, "dialogue", note->way));
	if (note->measure_n)
		buffer_format(out, _("About measure %s.%d\n"), detail->whole.shorter, note->measure_n);
	text_line(out, _("With"), note->with_whom);
	text_line(out, _("Role"), note->with_role);
	text_line(out, _("Name"), note->with_name);
	text_line(out, _("Control point"), note->gate);
	text_line(out, _("Criterion"), note->criterion);
	text_line(out, _("Meant"), word(detail, "note_for", note->communicate ? "communicate" : "internal"));
	text_line(out, _("Follow up"), note->follow_on);
	text_line(out, _("Followed up"), note->followed_on);
	if (note->followed_on) {
		text_line(out, _("By"), note->followed_by);
		text_line(out, _("How it went"), note->followed_how);
	}
	if (note->corrects_n)
		buffer_format(out, _("Corrects note %d\n"), note->corrects_n);
	if (note->corrected_by_n)
		buffer_format(out, _("Corrected by note %d\n"), note->corrected_by_n);
	buffer_format(out, "\n%s\n", note->said);
	text_block(out, _("What it changed in the case"), note->changed);
	buffer_format(out, _("\nWritten by %s %.16s\n"), note->author, note->written_at);
}

void participant_write(const struct detail *detail, const struct participant *participant, struct buffer *out)
{
	buffer_format(out, "%s%s\n\n", participant->region_name, participant->lead ? _(", lead") : "");
	text_line(out, _("Own number"), participant->own_number);
	text_line(out, _("Paper"), word(detail, "paper", participant->paper));
	text_line(out, _("Dated"), participant->paper_on);
	text_line(out, _("Decided or proposed by"), participant->paper_body);
	text_line(out, _("Certified by a representative"), participant->certified_on);
}
