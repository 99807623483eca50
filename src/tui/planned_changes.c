/* What a controller does to the rows of a plan, besides the form. Invariant: money taken from one row is put on another
 * of the same payment year, so that each year keeps its decided sum. */
#include "tui/planned.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"

/* ---- taking a row away */

/* Every row that is not authorised as it stands, without `gone`, whose amount `taker` carries. */
static int rows_without(const struct plan *plan, int gone, int taker, struct instalment_change rows[PLANNED_ROWS])
{
	int64_t moved = 0;
	int count = 0;

	for (int i = 0; i < plan->count; i++)
		moved = plan->items[i].n == gone ? plan->items[i].ore : moved;
	for (int i = 0; i < plan->count; i++) {
		const struct instalment *row = &plan->items[i];

		if (instalment_stays(row) || row->n == gone)
			continue;
		rows[count++] = (struct instalment_change){
			row->n, {row->due_on, row->year, row->ore + (row->n == taker ? moved : 0), row->recipient,
					row->condition}};
	}
	return count;
}

static void remove_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct planned *planned = pane->state;
	struct instalment_change rows[PLANNED_ROWS];
	struct operation op = verb_on(planned->plan.version);
	struct error err = {0};
	char why[96];
	int count, taker;

	(void)with;
	if (!which) /* it stays */
		return;
	taker = planned->takers[which - 1];
	count = rows_without(&planned->plan, planned->n, taker, rows);
	snprintf(why, sizeof why, _("row %d taken away, its amount on row %d"), planned->n, taker);
	if (verb_ended(ui, plan_put(planned->desk->cw, &op, planned->measure, rows, count, why, &err), &err))
		ui_say(ui, _("Row %d is taken away and row %d carries its amount: version %d of the plan."), planned->n,
			taker, planned->plan.version + 1);
}

/* Rows of the same payment year that are not authorised. */
static int takers_find(
	struct planned *planned, const struct instalment *gone, const char *choices[CHOICES], struct arena *arena)
{
	char money[MONEY_TEXT];
	int count = 0;

	for (int i = 0; i < planned->plan.count && count < CHOICES - 1; i++) {
		const struct instalment *row = &planned->plan.items[i];

		if (row == gone || instalment_stays(row) || row->year != gone->year)
			continue;
		planned->takers[count++] = row->n;
		choices[count] = arena_format(arena, _("take it away; row %d of %s then carries %s"), row->n,
			row->due_on, desk_kr(planned->desk, row->ore + gone->ore, money));
	}
	return count;
}

static void remove_ask(struct ui *ui, struct planned *planned, const struct instalment *row)
{
	const char *choices[CHOICES];
	char money[MONEY_TEXT];
	struct arena arena;
	int count;

	arena_init(&arena);
	count = takers_find(planned, row, choices, &arena);
	choices[0] = _("the row stays");
	planned->n = row->n;
	if (count)
		dialog_choose(
			ui, &(struct choosing){
				    .text = arena_format(&arena, _("Row %d, %s in %d: which row carries the amount?"),
					    row->n, desk_kr(planned->desk, row->ore, money), row->year),
				    .choices = choices,
				    .count = count + 1,
				    .chosen = remove_chosen});
	else
		ui_say(ui,
			_("Row %d is the only one of %d that is not authorised. The year keeps its decided sum, so "
			  "change "
			  "the row instead (e)."),
			row->n, row->year);
	arena_done(&arena);
}

void planned_remove_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;
	const struct instalment *row = planned_focus(planned);

	if (!row)
		return;
	if (instalment_stays(row))
		instalment_stays_say(ui, row);
	else if (planned->plan.count > PLANNED_ROWS)
		ui_say(ui, _("The plan has more than %d rows; it is changed with kansli pay plan."), PLANNED_ROWS);
	else
		remove_ask(ui, planned, row);
}

/* ---- the condition is met */

static void condition_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct planned *planned = pane->state;
	struct operation op = verb_on(planned->version);
	char on[DAY_TEXT] = "";
	struct error err = {0};
	day met = DAY_NONE;

	(void)with;
	if (!text_blank(text) && !day_parse(text, ui_today(ui), &met, &err)) {
		desk_refused(ui, &err);
		return;
	}
	day_text(met, on);
	if (!verb_ended(ui,
		    instalment_condition_met(planned->desk->cw, &op, planned->instalment, on[0] ? on : NULL, &err),
		    &err))
		return;
	if (on[0])
		ui_say(ui, _("The condition of row %d is met from %s."), planned->n, on);
	else
		ui_say(ui, _("The condition of row %d is not met."), planned->n);
}

void planned_condition_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;
	const struct instalment *row = planned_focus(planned);
	char text[512], begin[DAY_TEXT];

	if (!row)
		return;
	if (instalment_stays(row)) {
		instalment_stays_say(ui, row);
		return;
	}
	if (!row->condition[0]) {
		ui_say(ui, _("Row %d has no condition to meet."), row->n);
		return;
	}
	planned->instalment = row->id;
	planned->version = row->version;
	planned->n = row->n;
	day_text(ui_today(ui), begin);
	snprintf(text, sizeof text, _("Condition of row %d: %s. From which day is it met? Empty: not met."), row->n,
		row->condition);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Met on:"),
			       .begin = row->condition_met_on ? row->condition_met_on : begin,
			       .yes = _("record"),
			       .answered = condition_answered});
}

/* ---- paid */

/* "2027-01-15 and what else was typed": the day, in ISO text, and the words after it. */
static bool day_and_words(struct ui *ui, const char *text, char on[DAY_TEXT], const char **words)
{
	size_t first = strcspn(text, " ");
	char typed[32];
	struct error err = {0};
	day read;

	snprintf(typed, sizeof typed, "%.*s", (int)(first < sizeof typed ? first : sizeof typed - 1), text);
	if (!day_parse(typed, ui_today(ui), &read, &err)) {
		desk_refused(ui, &err);
		return false;
	}
	day_text(read, on);
	*words = text + first + strspn(text + first, " ");
	return true;
}

static void paid_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct planned *planned = pane->state;
	struct operation op = verb_on(planned->version);
	const char *reference;
	char on[DAY_TEXT];
	struct error err = {0};

	(void)with;
	if (!day_and_words(ui, text, on, &reference))
		return;
	if (verb_ended(ui, instalment_paid(planned->desk->cw, &op, planned->instalment, on, reference, &err), &err))
		ui_say(ui, _("Row %d is recorded as paid %s."), planned->n, on);
}

/* Why a row cannot be recorded as paid here. */
static void unsealed_say(struct ui *ui, const struct instalment *row)
{
	if (row->paid_on)
		ui_say(ui, _("Row %d is already paid, on %s."), row->n, row->paid_on);
	else if (row->state == INSTALMENT_ATTESTED)
		ui_say(ui,
			_("Row %d is in no sealed payment file. Seal it first, among the payment files (b in the "
			  "plans)."),
			row->n);
	else
		ui_say(ui, _("Row %d is not authorised, so it cannot be paid. Authorise it first."), row->n);
}

void planned_paid_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;
	const struct instalment *row = planned_focus(planned);
	char text[512], today[DAY_TEXT], begin[DAY_TEXT + 1], money[MONEY_TEXT];

	if (!row)
		return;
	if (row->state != INSTALMENT_SEALED) {
		unsealed_say(ui, row);
		return;
	}
	planned->instalment = row->id;
	planned->version = row->version;
	planned->n = row->n;
	day_text(ui_today(ui), today);
	snprintf(begin, sizeof begin, "%s ", today);
	snprintf(text, sizeof text,
		_("Row %d, %s to %s, has been paid by the economy system. Which day, and with which reference?"),
		row->n, desk_kr(planned->desk, row->ore, money), row->recipient_short);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Day and reference:"),
			       .begin = begin,
			       .yes = _("record"),
			       .answered = paid_answered});
}

/* ---- came back */

static void return_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct planned *planned = pane->state;
	struct operation op = verb_on(planned->version);
	const char *why;
	char on[DAY_TEXT];
	struct error err = {0};

	(void)with;
	if (!day_and_words(ui, text, on, &why))
		return;
	if (verb_ended(ui, instalment_returned(planned->desk->cw, &op, planned->instalment, on, "", why, &err), &err))
		ui_say(ui, _("Row %d came back %s. Change it (e): another row takes its place."), planned->n, on);
}

void planned_return_run(struct ui *ui, struct pane *pane)
{
	struct planned *planned = pane->state;
	const struct instalment *row = planned_focus(planned);
	char text[512], today[DAY_TEXT], begin[DAY_TEXT + 1], keep[48], money[MONEY_TEXT];

	if (!row)
		return;
	if (row->state != INSTALMENT_PAID) {
		ui_say(ui, _("Row %d is not recorded as paid, so it cannot come back. Nothing was saved."), row->n);
		return;
	}
	planned->instalment = row->id;
	planned->version = row->version;
	planned->n = row->n;
	day_text(ui_today(ui), today);
	snprintf(begin, sizeof begin, "%s ", today);
	snprintf(keep, sizeof keep, "return-%lld", (long long)planned->measure);
	snprintf(text, sizeof text,
		_("The payment of row %d, %s to %s on %s, came back. It is no longer paid, and its amount is planned "
		  "anew. "
		  "Which day, and why?"),
		row->n, desk_kr(planned->desk, row->ore, money), row->recipient_short, row->paid_on);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Day and reason:"),
			       .begin = begin,
			       .yes = _("record"),
			       .keep = keep,
			       .answered = return_answered});
}
