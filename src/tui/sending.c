/* What was sent, and what is recorded as sent. Invariant: what is kept is what was on the screen's own reading. */
#include "tui/sending.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"
#include "csv/flat.h"
#include "csv/reports_forecast.h"

/* What is a day does not depend on today. */
static bool day_accepts(const char *text, struct error *err)
{
	day which;

	return text_blank(text) || day_parse(text, day_read("2026-01-01"), &which, err);
}

void sending_day_ask(
	struct ui *ui, const char *now, void (*answered)(struct ui *, struct pane *, const char *text, void *with))
{
	dialog_ask(ui, &(struct question){.text = _("As known at the end of which day? Nothing is today."),
			       .label = _("Day:"),
			       .begin = now,
			       .accepts = day_accepts,
			       .yes = _("show"),
			       .answered = answered});
}

void sending_day(struct ui *ui, const char *text, char out[DAY_TEXT])
{
	struct error err = {0};
	day which;

	out[0] = '\0';
	if (!text_blank(text) && day_parse(text, ui_today(ui), &which, &err))
		day_text(which, out);
}

static bool receiver_accepts(const char *text, struct error *err)
{
	return !text_blank(text) || refuse(err, ERROR_INVALID, _("Say who it was sent to. Nothing was saved."));
}

void sending_ask(struct ui *ui, const char *text, const char *keep,
	void (*answered)(struct ui *, struct pane *, const char *text, void *with))
{
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Receiver:"),
			       .accepts = receiver_accepts,
			       .yes = _("record"),
			       .answered = answered,
			       .keep = keep});
}

/* "Regeringskansliet; 15-2025": who, and the case it is registered in. */
static bool answer_read(
	struct ui *ui, const char *answer, char *to, size_t room, struct case_ref *of, struct error *err)
{
	size_t bytes = strcspn(answer, ";");
	const char *number = answer + bytes + (answer[bytes] == ';');

	while (bytes && answer[bytes - 1] == ' ')
		bytes--;
	snprintf(to, room, "%.*s", (int)bytes, answer);
	*of = (struct case_ref){0};
	return text_blank(number) || case_find(desk_of(ui)->cw, number + strspn(number, " "), of, err);
}

bool sending_keep(struct ui *ui, const struct sent_change *given)
{
	struct operation op = operation_new();
	struct sent_change change = *given;
	struct error err = {0};
	char to[256];
	int n = 0;

	change.sent_to = to;
	if (!verb_ended(ui,
		    answer_read(ui, given->sent_to, to, sizeof to, &change.of, &err) &&
			    sent_keep(desk_of(ui)->cw, &op, &change, &n, &err),
		    &err))
		return false;
	if (!strcmp(change.kind, "forecast"))
		ui_say(ui, _("The forecast is recorded as sent to %s, number %d."), to, n);
	else
		ui_say(ui, _("The follow-up is recorded as sent to %s, number %d."), to, n);
	return true;
}

void sending_show(struct ui *ui, const struct sent *sent)
{
	struct error err = {0};
	struct report report;
	struct buffer text;
	struct arena arena;
	const char *json;
	char title[64];

	arena_init(&arena);
	if (!sent_text(desk_of(ui)->cw, sent->n, sent->kind, &arena, &json, &err)) {
		desk_refused(ui, &err);
		arena_done(&arena);
		return;
	}
	buffer_init(&text);
	report_flat(&report, json);
	if (report_write(&report, REPORT_AS_TABLE, false, ui_top(ui)->columns, &text, &err)) {
		snprintf(title, sizeof title, _("Sent %d"), sent->n);
		ui_push(ui, &text_pane, &(struct text_what){.title = title, .text = text.text});
	}
	report_done(&report);
	buffer_done(&text);
	arena_done(&arena);
}
