/* Authorising an instalment. Invariant: nothing is authorised that was not read out with its sum and its payee, at the
 * version that was on the screen. */
#include "tui/attest.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"

const char *attest_state_short(enum instalment_state state)
{
	switch (state) {
	case INSTALMENT_PLANNED: return _("planned");
	case INSTALMENT_CONDITION: return _("condition");
	case INSTALMENT_READY: return _("ready");
	case INSTALMENT_ATTESTED: return _("authorised");
	case INSTALMENT_PAID: return _("paid out");
	case INSTALMENT_STATES: break;
	}
	return "";
}

/* The verb says the same and has the last word; here it is said before anything is typed. */
static bool refused_at_once(struct ui *ui, const struct instalment *row)
{
	struct desk *desk = desk_of(ui);

	if (row->attested_at)
		ui_say(ui, _("Row %d is already authorised, by %s at %.16s."), row->n, row->attested_by,
			row->attested_at);
	else if (row->state == INSTALMENT_CONDITION)
		ui_say(ui, _("Row %d cannot be authorised: the condition '%s' is not met."), row->n, row->condition);
	else if (row->maker_id == casework_actor(desk->cw))
		ui_say(ui, _("Row %d was made by you. Somebody else authorises it."), row->n);
	else
		return false;
	return true;
}

static void attest_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct attesting *attesting = with;
	struct operation op = verb_on(attesting->version);
	struct error err = {0};

	(void)pane;
	(void)text;
	if (verb_ended(ui, instalment_attest(desk_of(ui)->cw, &op, attesting->instalment, &err), &err))
		ui_say(ui, "%s", attesting->done);
}

static const char *attest_text(
	const struct desk *desk, const struct instalment *row, const char *number, struct arena *arena)
{
	char money[MONEY_TEXT];
	const char *text = arena_format(arena,
		_("Authorise row %d of the plan of %s, %s:\n"
		  "  %s to %s, registration number %s\n"
		  "  to be paid %s, payment year %d; made by %s"),
		row->n, number, row->title, desk_kr(desk, row->ore, money), row->recipient_name, row->recipient_orgnr,
		row->due_on, row->year, row->maker);

	if (row->condition[0])
		text = arena_format(
			arena, _("%s\n  condition met %s: %s"), text, row->condition_met_on, row->condition);
	return arena_format(
		arena, _("%s\nAn authorised row goes into the next payment file and stays as it is."), text);
}

void attest_ask(struct ui *ui, struct attesting *attesting, const struct instalment *row)
{
	const struct desk *desk = desk_of(ui);
	char number[DESK_NUMBER], must[16], label[96], money[MONEY_TEXT];
	struct arena arena;

	if (!row || refused_at_once(ui, row))
		return;
	desk_measure(desk, row->application_year, row->application_n, row->measure_n, number);
	attesting->instalment = row->id;
	attesting->version = row->version;
	snprintf(attesting->done, sizeof attesting->done, _("Row %d of %s is authorised, %s."), row->n, number,
		desk_kr(desk, row->ore, money));
	snprintf(must, sizeof must, "%d", row->n);
	snprintf(label, sizeof label, _("Type the row's number (%s) to authorise:"), must);
	arena_init(&arena);
	dialog_ask(ui, &(struct question){.text = attest_text(desk, row, number, &arena),
			       .label = label,
			       .must = must,
			       .yes = _("authorise"),
			       .answered = attest_answered,
			       .with = attesting});
	arena_done(&arena);
}

void instalment_change(struct ui *ui, const struct instalment *row)
{
	if (row && row->attested_at)
		ui_say(ui, _("Row %d is authorised and stays as it is."), row->n);
	else if (row)
		plan_form(ui, row->measure, row->n);
}

void instalment_about_draw(struct area area, const struct instalment *row)
{
	char text[900];

	if (!row)
		return;
	snprintf(text, sizeof text,
		text_blank(row->condition) ? _("Row %d to %.160s.") : _("Row %d to %.160s, on condition: %.500s"),
		row->n, row->recipient_name, row->condition);
	area_lines(area, area.rows > 2 || text_width(text) <= area.columns, STYLE_PLAIN, text);
}
