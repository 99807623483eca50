/* Reviewing and authorising instalments. Invariant: nothing is attested that was not read out with its sum, its payees
 * and their changed accounts, at the version that was on the screen. */
#include "tui/attest.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

const char *attest_state_short(enum instalment_state state)
{
	switch (state) {
	case INSTALMENT_PLANNED: return _("planned");
	case INSTALMENT_CONDITION: return _("condition");
	case INSTALMENT_READY: return _("ready");
	case INSTALMENT_REVIEWED: return _("reviewed");
	case INSTALMENT_ATTESTED: return _("authorised");
	case INSTALMENT_SEALED: return _("in file");
	case INSTALMENT_PAID: return _("paid out");
	case INSTALMENT_WITHHELD: return _("withheld");
	case INSTALMENT_WITHDRAWN: return _("not paid");
	case INSTALMENT_RETURNED: return _("came back");
	case INSTALMENT_REVOKED: return _("taken back");
	case INSTALMENT_STATES: break;
	}
	return "";
}

/* The states in which neither step can be taken. */
static bool refused_by_state(struct ui *ui, const struct instalment *row)
{
	if (row->attested_at && instalment_locked(row))
		ui_say(ui, _("Row %d is already authorised, by %s at %.16s."), row->n, row->attested_by,
			row->attested_at);
	else if (row->state == INSTALMENT_CONDITION)
		ui_say(ui, _("Row %d cannot be authorised: the condition '%s' is not met."), row->n, row->condition);
	else if (row->state >= INSTALMENT_WITHHELD)
		ui_say(ui, _("Row %d: %s. It is not attested."), row->n, instalment_state_word(row->state));
	else
		return false;
	return true;
}

/* The verb says the same and has the last word; here it is said before anything is typed. */
static bool refused_at_once(struct ui *ui, enum attest_step step, const struct instalment *row)
{
	int64_t actor = casework_actor(desk_of(ui)->cw);

	if (refused_by_state(ui, row))
		return true;
	if (row->maker_id == actor)
		ui_say(ui, _("Row %d was made by you. Somebody else authorises it."), row->n);
	else if (step == ATTEST_REVIEW && row->reviewed_at)
		ui_say(ui, _("Row %d is already reviewed, by %s at %.16s."), row->n, row->reviewed_by,
			row->reviewed_at);
	else if (step == ATTEST_DECIDE && !row->reviewed_at)
		ui_say(ui, _("Row %d has not been reviewed. Somebody else than the maker reviews it first (y)."),
			row->n);
	else if (step == ATTEST_DECIDE && row->reviewer_id == actor)
		ui_say(ui, _("Row %d was reviewed by you. A third person authorises it."), row->n);
	else
		return false;
	return true;
}

static void attest_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct attesting *attesting = with;
	struct operation op = verb_on(0);
	struct error err = {0};
	struct casework *cw = desk_of(ui)->cw;

	(void)pane;
	(void)text;
	if (verb_ended(ui,
		    attesting->step == ATTEST_REVIEW
			    ? instalments_review(cw, &op, attesting->rows, attesting->count, &err)
			    : instalments_attest(cw, &op, attesting->rows, attesting->count, &err),
		    &err))
		ui_say(ui, "%s", attesting->done);
}

static void done_make(struct attesting *attesting, const struct desk *desk, const struct instalment *row, int64_t ore)
{
	bool review = attesting->step == ATTEST_REVIEW;
	char number[DESK_NUMBER], money[MONEY_TEXT];

	desk_kr(desk, ore, money);
	if (attesting->count > 1) {
		snprintf(attesting->done, sizeof attesting->done,
			review ? _("%d rows are reviewed, %s.") : _("%d rows are authorised, %s."), attesting->count,
			money);
		return;
	}
	desk_measure(desk, row->application_year, row->application_n, row->measure_n, number);
	snprintf(attesting->done, sizeof attesting->done,
		review ? _("Row %d of %s is reviewed, %s.") : _("Row %d of %s is authorised, %s."), row->n, number,
		money);
}

static void said_ask(struct ui *ui, struct attesting *attesting, const struct attest_said *said, struct arena *arena)
{
	bool review = attesting->step == ATTEST_REVIEW;

	dialog_ask(
		ui, &(struct question){.text = review ? said->text
						      : arena_format(arena,
								_("%s\nAn authorised row can be sealed into a payment "
								  "file and stays as "
								  "it is."),
								said->text),
			    .label = arena_format(arena,
				    review ? _("Type the sum (%s) to review:") : _("Type the sum (%s) to authorise:"),
				    said->must),
			    .must = said->must,
			    .yes = review ? _("review") : _("authorise"),
			    .answered = attest_answered,
			    .with = attesting});
}

void attest_ask(struct ui *ui, struct attesting *attesting, enum attest_step step, const struct instalment *const *rows,
	int count)
{
	const struct desk *desk = desk_of(ui);
	struct attest_said said;
	struct error err = {0};
	struct arena arena;

	attesting->step = step;
	attesting->count = 0;
	for (int i = 0; i < count; i++) {
		if (refused_at_once(ui, step, rows[i]))
			return;
		attesting->rows[attesting->count++] = (struct instalment_seen){rows[i]->id, rows[i]->version};
	}
	if (!count)
		return;
	arena_init(&arena);
	if (attest_said(desk->cw, step, rows, count, desk->with_year, &arena, &said, &err)) {
		done_make(attesting, desk, rows[0], said.ore);
		said_ask(ui, attesting, &said, &arena);
	} else {
		desk_refused(ui, &err);
	}
	arena_done(&arena);
}

/* ---- taken back */

static void revoke_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct attesting *attesting = with;
	struct operation op = verb_on(attesting->rows[0].version);
	struct error err = {0};

	(void)pane;
	if (verb_ended(ui, instalment_revoke(desk_of(ui)->cw, &op, attesting->rows[0].id, text, &err), &err))
		ui_say(ui, "%s", attesting->done);
}

void attest_revoke_ask(struct ui *ui, struct attesting *attesting, const struct instalment *row)
{
	char text[512], keep[48], money[MONEY_TEXT];

	if (!row)
		return;
	if (!instalment_locked(row) || row->batch_n || row->paid_on) {
		ui_say(ui,
			row->batch_n ? _("Row %d is in a sealed payment file, so its attest cannot be taken back.")
				     : _("Row %d has no attest to take back."),
			row->n);
		return;
	}
	attesting->rows[0] = (struct instalment_seen){row->id, row->version};
	snprintf(attesting->done, sizeof attesting->done,
		_("The attest of row %d is taken back. Change the row: the next version of the plan replaces it."),
		row->n);
	snprintf(text, sizeof text,
		_("Take back the attest of row %d, %s to %s. The row is never paid; the next version of the plan "
		  "replaces it. Why?"),
		row->n, desk_kr(desk_of(ui), row->ore, money), row->recipient_name);
	snprintf(keep, sizeof keep, "revoke-%lld", (long long)row->id);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Reason:"),
			       .yes = _("take back"),
			       .keep = keep,
			       .answered = revoke_answered,
			       .with = attesting});
}

void instalment_stays_say(struct ui *ui, const struct instalment *row)
{
	ui_say(ui,
		!instalment_locked(row)
			? _("Row %d is withheld by the delegation's decision (17 §) and stays as it is.")
		: row->attested_at ? _("Row %d is authorised and stays as it is.")
				   : _("Row %d is reviewed and stays as it is."),
		row->n);
}

void instalment_change(struct ui *ui, const struct instalment *row)
{
	if (row && instalment_stays(row))
		instalment_stays_say(ui, row);
	else if (row)
		plan_form(ui, row->measure, row->n);
}

void instalment_about_draw(struct area area, const struct instalment *row)
{
	struct buffer text;

	if (!row)
		return;
	buffer_init(&text);
	buffer_format(&text, text_blank(row->condition) ? _("Row %d to %s.") : _("Row %d to %s, on condition: %s"),
		row->n, row->recipient_name, row->condition);
	if (row->batch_n)
		buffer_format(&text, _(" In payment file %d."), row->batch_n);
	if (row->elsewhere_n)
		buffer_format(&text, _(" In payment file %d of another office."), row->elsewhere_n);
	area_lines(area, area.rows > 2 || text_width(text.text) <= area.columns, STYLE_PLAIN, text.text);
	buffer_done(&text);
}
