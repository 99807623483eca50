/* The chair's keys in the ranking. Invariant: every change goes through a verb of casework with the version of the
 * proposal that was on the screen. */
#include "tui/ranked.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"

enum { PLACE_MOST = 100000 };

const char *ranked_fixed(const struct ranked *ranked)
{
	static char sentence[RANKED_NAME + 256];
	const struct rank_row *row = ranked_focus(ranked);
	char name[RANKED_NAME];

	if (!row || !row->outcome)
		return NULL;
	snprintf(sentence, sizeof sentence,
		_("%s is decided: neither its place nor its amount is changed here. B records "
		  "another decision."),
		ranked_name(ranked, row, name));
	return sentence;
}

/* ---- moving */

static void move(struct ui *ui, struct ranked *ranked, const struct rank_row *row, int place, const char *reason)
{
	struct operation op = verb_on(ranked->ranking.version);
	char name[RANKED_NAME];
	struct error err = {0};

	snprintf(ranked->told, sizeof ranked->told,
		row->place == place ? _("%s: the reason is kept.") : _("%s is moved to place %d."),
		ranked_name(ranked, row, name), place);
	if (!verb_ended(ui, rank_move(ranked->desk->cw, &op, ranked->ranking.round, row->measure, place, reason, &err),
		    &err))
		ranked->told[0] = '\0';
}

/* The list may have been read anew while the reason was written. */
static void reason_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_row_of(ranked, ranked->measure);

	(void)with;
	if (!row)
		ui_say(ui, "%s", _("The measure is no longer in the ranking. Nothing was saved."));
	else if (text_blank(text))
		ui_say(ui, "%s", _("A move needs a reason (13 §). Nothing was moved."));
	else
		move(ui, ranked, row, ranked->place, text);
}

static void reason_ask(struct ui *ui, struct ranked *ranked, const struct rank_row *row, int place)
{
	char name[RANKED_NAME], text[512], keep[DRAFT_NAME];

	ranked->measure = row->measure;
	ranked->place = place;
	snprintf(keep, sizeof keep, "why-%lld", (long long)row->measure);
	ranked_name(ranked, row, name);
	if (row->place == place)
		snprintf(text, sizeof text,
			_("Why does %s stand at place %d? The reason goes with the proposal (13 §)."), name, place);
	else
		snprintf(text, sizeof text,
			_("Why is %s moved from place %d to place %d? The reason goes with the proposal (13 §)."), name,
			row->place, place);
	dialog_ask(ui, &(struct question){
			       .text = text,
			       .label = _("Reason:"),
			       .begin = row->reason,
			       .yes = row->place == place ? _("save") : _("move"),
			       .answered = reason_answered,
			       .keep = keep,
		       });
}

/* A measure that was moved before keeps its reason; else one is asked for, once. */
static void move_to(struct ui *ui, struct ranked *ranked, const struct rank_row *row, int place)
{
	char name[RANKED_NAME];

	ranked_name(ranked, row, name);
	if (!row->place)
		ui_say(ui, _("%s has no place yet: every assessor must have handed in first."), name);
	else if (place < 1)
		ui_say(ui, _("%s stands first already."), name);
	else if (place > ranked->ranking.placed)
		ui_say(ui, _("%s stands last already, of %d."), name, ranked->ranking.placed);
	else if (row->moved)
		move(ui, ranked, row, place, row->reason);
	else
		reason_ask(ui, ranked, row, place);
}

void ranked_up_run(struct ui *ui, struct pane *pane)
{
	const struct rank_row *row = ranked_focus(pane->state);

	if (row)
		move_to(ui, pane->state, row, row->place - 1);
}

void ranked_down_run(struct ui *ui, struct pane *pane)
{
	const struct rank_row *row = ranked_focus(pane->state);

	if (row)
		move_to(ui, pane->state, row, row->place + 1);
}

static void place_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_row_of(ranked, ranked->measure);
	char *end;
	long place = strtol(text, &end, 10);

	(void)with;
	if (!row)
		ui_say(ui, "%s", _("The measure is no longer in the ranking. Nothing was saved."));
	else if (end == text || *end || place < 1 || place > ranked->ranking.placed)
		ui_say(ui, _("'%.*s' is no place. Write 1 to %d. Nothing was moved."), TEXT_PART(text, 20),
			ranked->ranking.placed);
	else if (place == row->place)
		ui_say(ui, _("It stands at place %ld already."), place);
	else
		move_to(ui, ranked, row, (int)place);
}

void ranked_place_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_focus(ranked);
	char name[RANKED_NAME], text[256], label[64];

	if (!row)
		return;
	if (!row->place) {
		move_to(ui, ranked, row, 1);
		return;
	}
	ranked->measure = row->measure;
	snprintf(text, sizeof text, _("%s stands at place %d of %d."), ranked_name(ranked, row, name), row->place,
		ranked->ranking.placed);
	snprintf(label, sizeof label, _("Move to place (1-%d):"), ranked->ranking.placed);
	dialog_ask(ui, &(struct question){.text = text, .label = label, .yes = _("move"), .answered = place_answered});
}

void ranked_reason_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_focus(ranked);
	char name[RANKED_NAME];

	if (!row)
		return;
	if (row->moved && row->place)
		reason_ask(ui, ranked, row, row->place);
	else
		ui_say(ui, _("%s has not been moved by the chair, so there is no reason to give. J and K move it."),
			ranked_name(ranked, row, name));
}

void ranked_unmove_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_focus(ranked);
	struct operation op = verb_on(ranked->ranking.version);
	char name[RANKED_NAME];
	struct error err = {0};

	if (!row)
		return;
	snprintf(ranked->told, sizeof ranked->told, _("%s stands where its points put it again."),
		ranked_name(ranked, row, name));
	if (!verb_ended(ui, rank_unmove(ranked->desk->cw, &op, ranked->ranking.round, row->measure, &err), &err))
		ranked->told[0] = '\0';
}

/* ---- proposed amounts */

static void amount_put(struct ui *ui, struct ranked *ranked, const struct rank_row *row, int64_t ore)
{
	struct operation op = verb_on(ranked->ranking.version);
	char name[RANKED_NAME], money[MONEY_TEXT];
	struct error err = {0};

	ranked_name(ranked, row, name);
	if (ore == MONEY_UNKNOWN)
		snprintf(ranked->told, sizeof ranked->told, _("%s, %d: proposed what is sought."), name,
			ranked->amount_year);
	else
		snprintf(ranked->told, sizeof ranked->told, _("%s, %d: proposed %s."), name, ranked->amount_year,
			desk_kr(ranked->desk, ore, money));
	if (!verb_ended(ui,
		    rank_set(
			    ranked->desk->cw, &op, ranked->ranking.round, row->measure, ranked->amount_year, ore, &err),
		    &err))
		ranked->told[0] = '\0';
}

static void amount_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_row_of(ranked, ranked->measure);
	int64_t ore = MONEY_UNKNOWN;

	(void)with;
	if (!text_blank(text))
		money_parse(text, &ore, NULL); /* dialog_money() has let it through */
	if (!row)
		ui_say(ui, "%s", _("The measure is no longer in the ranking. Nothing was saved."));
	else
		amount_put(ui, ranked, row, ore);
}

static void amount_ask(struct ui *ui, struct ranked *ranked, const struct rank_row *row, int year)
{
	int64_t sought = row->sought[year - BUDGET_FIRST], proposed = row->proposed[year - BUDGET_FIRST];
	char name[RANKED_NAME], text[512], label[64], a[MONEY_TEXT], b[MONEY_TEXT], begin[MONEY_TEXT] = "";

	ranked->amount_year = year;
	snprintf(text, sizeof text,
		_("%s, payment year %d: sought %s, proposed %s. Kronor, or with a unit: 5,5 mnkr, 400 tkr. Empty goes "
		  "back to what is sought."),
		ranked_name(ranked, row, name), year, desk_kr(ranked->desk, sought, a),
		desk_kr(ranked->desk, proposed, b));
	snprintf(label, sizeof label, _("Proposed %d:"), year);
	if (proposed != MONEY_UNKNOWN)
		money_text(proposed, MONEY_PLAIN, ranked->desk->swedish, begin);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = label,
			       .begin = begin,
			       .accepts = dialog_money,
			       .yes = _("propose"),
			       .answered = amount_answered});
}

static void year_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_row_of(ranked, ranked->measure);

	(void)with;
	if (row)
		amount_ask(ui, ranked, row, ranked->years[which]);
}

/* The payment years the measure asks money of; the round's own when it asks of none. */
static void years_find(struct ranked *ranked, const struct rank_row *row)
{
	ranked->year_count = 0;
	for (int i = 0; i < BUDGET_YEARS; i++)
		if (row->sought[i] || row->proposed[i])
			ranked->years[ranked->year_count++] = BUDGET_FIRST + i;
	if (!ranked->year_count)
		ranked->years[ranked->year_count++] = ranked->ranking.round_year;
}

static void year_ask(struct ui *ui, struct ranked *ranked, const struct rank_row *row)
{
	char text[BUDGET_YEARS][96], name[RANKED_NAME], about[256], a[MONEY_TEXT], b[MONEY_TEXT];
	const char *choices[BUDGET_YEARS];

	for (int i = 0; i < ranked->year_count; i++) {
		int at = ranked->years[i] - BUDGET_FIRST;

		snprintf(text[i], sizeof text[i], _("%d  proposed %s of %s sought"), ranked->years[i],
			desk_kr(ranked->desk, row->proposed[at], a), desk_kr(ranked->desk, row->sought[at], b));
		choices[i] = text[i];
	}
	snprintf(about, sizeof about, _("%s: the amount of which payment year?"), ranked_name(ranked, row, name));
	dialog_choose(
		ui, &(struct choosing){
			    .text = about, .choices = choices, .count = ranked->year_count, .chosen = year_chosen});
}

void ranked_amount_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_focus(ranked);

	if (!row)
		return;
	ranked->measure = row->measure;
	years_find(ranked, row);
	if (ranked->year)
		amount_ask(ui, ranked, row, ranked->year);
	else if (ranked->year_count == 1)
		amount_ask(ui, ranked, row, ranked->years[0]);
	else
		year_ask(ui, ranked, row);
}

/* ---- locking */

static void lock_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	struct operation op = verb_on(ranked->ranking.version);
	struct error err = {0};

	(void)text;
	(void)with;
	snprintf(ranked->told, sizeof ranked->told, "%s",
		_("The proposal is locked for the meeting; w writes its record. A later change starts a new one from "
		  "it."));
	if (!verb_ended(ui, rank_lock(ranked->desk->cw, &op, ranked->ranking.round, &err), &err))
		ranked->told[0] = '\0';
}

void ranked_lock_run(struct ui *ui, struct pane *pane)
{
	const struct ranked *ranked = pane->state;
	const struct ranking *ranking = &ranked->ranking;
	char text[512], label[96], must[16], money[MONEY_TEXT];
	int n = ranking->proposal && !ranking->locked_at ? ranking->n : ranking->n + 1;

	snprintf(must, sizeof must, "%d", ranking->count);
	snprintf(text, sizeof text,
		_("Lock proposal %d for the meeting: %d measures, %d of them above the line, %s proposed. Order, "
		  "points "
		  "and amounts are kept as they stand; a later change starts a new proposal. The delegation decides."),
		n, ranking->count, ranking->inside, desk_kr(ranked->desk, ranking->proposed_ore, money));
	snprintf(label, sizeof label, _("Type the number of measures (%s) to lock:"), must);
	dialog_ask(
		ui, &(struct question){
			    .text = text, .label = label, .must = must, .yes = _("lock"), .answered = lock_answered});
	(void)pane;
}

/* ---- what a change did */

/* One sentence for each measure that crossed the line. */
static void crossing_say(
	const struct ranked *ranked, const struct rank_row *row, const struct rank_row *was, struct buffer *out)
{
	char name[RANKED_NAME];

	if (row->fit == was->fit || (row->fit != RANK_INSIDE && was->fit != RANK_INSIDE))
		return;
	ranked_name(ranked, row, name);
	if (row->fit == RANK_INSIDE)
		buffer_format(out, _(" %s now fits the limit."), name);
	else if (row->fit == RANK_PARTLY)
		buffer_format(out, _(" %s now fits only in part."), name);
	else if (row->fit == RANK_OUTSIDE)
		buffer_format(out, _(" %s falls outside the limit."), name);
}

void ranked_tell(struct ui *ui, struct ranked *ranked, const struct ranking *before)
{
	struct buffer words;

	buffer_init(&words);
	buffer_text(&words, ranked->told);
	for (int i = 0; i < ranked->ranking.count; i++)
		for (int j = 0; j < before->count; j++)
			if (before->items[j].measure == ranked->ranking.items[i].measure)
				crossing_say(ranked, &ranked->ranking.items[i], &before->items[j], &words);
	ui_say(ui, "%s", words.text);
	ranked->told[0] = '\0';
	buffer_done(&words);
}
