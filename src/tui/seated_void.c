/* A motion, vote or reservation that was registered by mistake. Invariant: only what can be taken back now is offered,
 * and what it is stands in the question that asks what was wrong. */
#include "tui/seated.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"

/* ---- what there is */

static bool is_voted_on(const struct sitting_item *item, int motion)
{
	for (int i = 0; i < item->ballot_count; i++)
		if (item->ballots[i].yes == motion || item->ballots[i].no == motion)
			return true;
	return false;
}

static int motions_add(const struct sitting_item *item, struct seated_voidable out[SEATED_VOIDS], int count)
{
	for (int i = 0; i < item->motion_count && count < SEATED_VOIDS; i++) {
		const struct sitting_motion *motion = &item->motions[i];

		if (is_voted_on(item, motion->n))
			continue;
		out[count].change = (struct sitting_void_change){.part = SITTING_MOTION, .n = motion->n};
		snprintf(out[count++].words, sizeof out->words, _("motion %d, %.*s: %.*s"), motion->n,
			TEXT_PART(motion->name, 60), TEXT_PART(motion->text, 250));
	}
	return count;
}

static int ballot_add(const struct sitting_item *item, struct seated_voidable out[SEATED_VOIDS], int count)
{
	const struct sitting_ballot *last = item->ballot_count ? &item->ballots[item->ballot_count - 1] : NULL;

	if (!last)
		return count;
	out[count].change = (struct sitting_void_change){.part = SITTING_VOTE, .n = last->n};
	snprintf(out[count].words, sizeof out->words, _("the vote on motion %d against %d: %d yes, %d no"), last->yes,
		last->no, last->yes_count, last->no_count);
	return count + 1;
}

static int reservations_add(const struct sitting_item *item, struct seated_voidable out[SEATED_VOIDS], int count)
{
	for (int i = 0; i < item->reservation_count && count < SEATED_VOIDS; i++) {
		const struct sitting_reservation *each = &item->reservations[i];

		out[count].change = (struct sitting_void_change){.part = SITTING_RESERVATION, .person = each->person};
		snprintf(out[count++].words, sizeof out->words, "%s, %.*s: %.*s",
			each->dissent ? _("Dissent") : _("Reservation"), TEXT_PART(each->name, 60),
			TEXT_PART(each->text, 250));
	}
	return count;
}

int seated_voidable(
	const struct seated *seated, const struct sitting_item *item, struct seated_voidable out[SEATED_VOIDS])
{
	bool going = item->section && !item->closed_at && !seated->sitting.closed_at;
	int count = 0;

	if (going) {
		count = ballot_add(item, out, count);
		count = motions_add(item, out, count);
	}
	return item->available || item->immediate || seated->sitting.adjusted_on ? count
										 : reservations_add(item, out, count);
}

/* ---- taking it back */

static void why_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct seated *seated = pane->state;
	struct operation op = operation_new();
	struct error err = {0};

	(void)with;
	seated->taken.why = text;
	seated_done(ui, sitting_void(seated->desk->cw, &op, seated->item, &seated->taken, &err), &err,
		_("It is registered by mistake: it stays in the history and is not in the minutes."));
}

static void why_ask(struct ui *ui, struct seated *seated, const struct seated_voidable *chosen)
{
	char text[600], keep[SEATED_KEEP];

	seated->taken = chosen->change;
	snprintf(text, sizeof text,
		_("Registered by mistake: %s.\nIt stays in the history, is not in the minutes, and can "
		  "be recorded anew. What was wrong?"),
		chosen->words);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("What was wrong:"),
			       .yes = _("take it back"),
			       .answered = why_answered,
			       .keep = seated_keep(seated, "void", keep)});
}

static void part_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_item(seated, seated->item);
	struct seated_voidable there[SEATED_VOIDS];

	(void)with;
	if (item && which < seated_voidable(seated, item, there))
		why_ask(ui, seated, &there[which]);
}

void seated_void_run(struct ui *ui, struct pane *pane)
{
	struct seated *seated = pane->state;
	const struct sitting_item *item = seated_focus(seated);
	struct seated_voidable there[SEATED_VOIDS];
	const char *words[SEATED_VOIDS];
	int count = seated_voidable(seated, item, there);

	seated->item = item->id;
	for (int i = 0; i < count; i++)
		words[i] = there[i].words;
	if (count == 1)
		why_ask(ui, seated, &there[0]);
	else
		dialog_choose(ui, &(struct choosing){.text = _("What was registered by mistake?"),
					  .choices = words,
					  .count = count,
					  .chosen = part_chosen});
}
