/* Money in that was put wrong: a part taken back, or the whole voided when nothing of it is placed. Invariant: what was
 * wrong stays to be seen, with the reason. */
#include "tui/recovered.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/words.h"

enum { BACK_PARTS = CHOICES, BACK_WORDS = 160, BACK_TEXT = 400 };

/* Parts that stand, for they alone are taken back; those that stay in another office are not. */
static int parts_standing(const struct money_in *money, const struct money_part *out[BACK_PARTS])
{
	int count = 0;

	for (int i = 0; i < money->part_count && count < BACK_PARTS; i++)
		if (!money->parts[i].taken_back_at && strcmp(money->parts[i].kind, "elsewhere") != 0)
			out[count++] = &money->parts[i];
	return count;
}

static void back_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct recovery *recovery = pane->state;
	struct casework *cw = recovery->desk->cw;
	struct operation op = verb_on(recovery->back.version);
	struct error err = {0};
	bool done = recovery->back.part
			    ? money_in_take_back(cw, &op, recovery->back.money, recovery->back.part, text, &err)
			    : money_in_void(cw, &op, recovery->back.money, text, &err);

	(void)with;
	if (!verb_ended(ui, done, &err))
		return;
	if (recovery->back.part)
		ui_say(ui, _("Part %d of money in %d is taken back."), recovery->back.part, recovery->back.n);
	else
		ui_say(ui, _("Money in %d is voided: it counts no more."), recovery->back.n);
}

static void why_ask(struct ui *ui, struct recovery *recovery, const char *text)
{
	char keep[48];

	snprintf(keep, sizeof keep, "money-in-back-%lld-%d", (long long)recovery->back.money, recovery->back.part);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("What was wrong:"),
			       .yes = recovery->back.part ? _("take back") : _("void it"),
			       .keep = keep,
			       .answered = back_answered});
}

static void part_ask(struct ui *ui, struct recovery *recovery, const struct money_part *part)
{
	char text[BACK_TEXT], ore[MONEY_TEXT];

	recovery->back.part = part->n;
	snprintf(text, sizeof text, _("Take back part %d of money in %d: %s, %s. It is then to be placed anew."),
		part->n, recovery->back.n, money_part_word(part->kind), desk_kr(recovery->desk, part->ore, ore));
	why_ask(ui, recovery, text);
}

static void void_ask(struct ui *ui, struct recovery *recovery, const struct money_in *money)
{
	char text[BACK_TEXT], ore[MONEY_TEXT];

	recovery->back.part = 0;
	snprintf(text, sizeof text,
		_("Void money in %d: %s on %s. It was entered wrong, or twice: it counts no more, and stays to be seen "
		  "with the reason."),
		money->n, desk_kr(recovery->desk, money->ore, ore), money->on_day);
	why_ask(ui, recovery, text);
}

static void part_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct recovery *recovery = pane->state;
	const struct money_in *money = recovered_money(recovery);
	const struct money_part *parts[BACK_PARTS];

	(void)with;
	if (money && money->id == recovery->back.money && which < parts_standing(money, parts))
		part_ask(ui, recovery, parts[which]);
}

void recovered_back_run(struct ui *ui, struct pane *pane)
{
	struct recovery *recovery = pane->state;
	const struct money_in *money = recovered_money(recovery);
	const struct money_part *parts[BACK_PARTS];
	char words[BACK_PARTS][BACK_WORDS], ore[MONEY_TEXT];
	const char *choices[BACK_PARTS];
	int count = parts_standing(money, parts);

	recovery->back = (struct recovered_back){.money = money->id, .version = money->version, .n = money->n};
	if (!count) {
		void_ask(ui, recovery, money);
		return;
	}
	if (count == 1) {
		part_ask(ui, recovery, parts[0]);
		return;
	}
	for (int i = 0; i < count; i++) {
		snprintf(words[i], BACK_WORDS, _("part %d: %s, %s"), parts[i]->n, money_part_word(parts[i]->kind),
			desk_kr(recovery->desk, parts[i]->ore, ore));
		choices[i] = words[i];
	}
	dialog_choose(ui, &(struct choosing){.text = _("Which part was put in the wrong place?"),
				  .choices = choices,
				  .count = count,
				  .chosen = part_chosen});
}

const char *recovered_back_barred(const struct ui *ui, const struct pane *pane)
{
	const struct money_in *money = recovered_money(pane->state);
	const struct money_part *parts[BACK_PARTS];

	if (!money)
		return _("Only money in is taken back or voided.");
	if (money->void_at)
		return _("It was entered wrong and is voided.");
	if (!parts_standing(money, parts) && money->placed_ore)
		return _("What is left of it stays in another office.");
	return desk_barred(ui, RIGHT_MONEY_IN);
}
