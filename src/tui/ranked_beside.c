/* The chair's keys beside the order: skipping, the least that makes sense, saving. Invariant: every change goes through
 * a verb of casework with the version that was on the screen. */
#include "tui/ranked.h"

#include "tui/dialog.h"
#include "tui/verb.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/least.h"

/* ---- skipping */

static void skip_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_row_of(ranked, ranked->measure);
	struct operation op = verb_on(ranked->ranking.version);
	struct error err = {0};
	char name[RANKED_NAME];
	bool done;

	(void)with;
	if (!row) {
		ui_say(ui, "%s", _("The measure is no longer in the ranking. Nothing was saved."));
		return;
	}
	if (text_blank(text) && !row->skip_reason) {
		ui_say(ui, "%s", _("Skipping a measure needs a reason (13 §). Nothing was saved."));
		return;
	}
	ranked_name(ranked, row, name);
	if (text_blank(text)) {
		snprintf(ranked->told, sizeof ranked->told, _("%s is no longer skipped."), name);
		done = rank_unskip(ranked->desk->cw, &op, ranked->ranking.round, row->measure, &err);
	} else {
		snprintf(ranked->told, sizeof ranked->told, _("%s is skipped: it keeps its place and takes no money."),
			name);
		done = rank_skip(ranked->desk->cw, &op, ranked->ranking.round, row->measure, text, &err);
	}
	if (!verb_ended(ui, done, &err))
		ranked->told[0] = '\0';
}

void ranked_skip_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_focus(ranked);
	char name[RANKED_NAME], text[512], keep[DRAFT_NAME];

	if (!row)
		return;
	ranked->measure = row->measure;
	snprintf(keep, sizeof keep, "skip-%lld", (long long)row->measure);
	ranked_name(ranked, row, name);
	if (row->skip_reason)
		snprintf(text, sizeof text,
			_("%s is skipped. Change the reason, or leave it empty to skip it no longer."), name);
	else
		snprintf(text, sizeof text,
			_("Why is %s skipped? It keeps its place, takes no money, and the rows below are tested "
			  "without it. "
			  "The reason goes with the proposal (13 §)."),
			name);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Reason:"),
			       .begin = row->skip_reason,
			       .yes = _("save"),
			       .answered = skip_answered,
			       .keep = keep});
}

/* ---- the least that makes sense */

static void source_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_row_of(ranked, ranked->measure);
	struct operation op = verb_on(row ? row->least_version : 0);
	struct error err = {0};
	struct arena arena;
	char name[RANKED_NAME];

	(void)with;
	if (!row) {
		ui_say(ui, "%s", _("The measure is no longer in the ranking. Nothing was saved."));
		return;
	}
	arena_init(&arena);
	ranked_name(ranked, row, name);
	if (ranked->least_ore == MONEY_UNKNOWN)
		snprintf(ranked->told, sizeof ranked->told, _("%s: there is no least amount any longer."), name);
	else
		snprintf(ranked->told, sizeof ranked->told, _("%s: less than %s does not make sense to grant."), name,
			mnkr_text(&arena, ranked->least_ore));
	arena_done(&arena);
	if (!verb_ended(ui, least_put(ranked->desk->cw, &op, row->measure, ranked->least_ore, text, &err), &err))
		ranked->told[0] = '\0';
}

static void least_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_row_of(ranked, ranked->measure);
	char keep[DRAFT_NAME];

	(void)with;
	snprintf(keep, sizeof keep, "least-%lld", (long long)ranked->measure);
	ranked->least_ore = MONEY_UNKNOWN;
	if (!text_blank(text))
		money_parse(text, &ranked->least_ore, NULL); /* dialog_money() has let it through */
	dialog_ask(ui, &(struct question){.text = _("Who says so? The application and where in it, or a note."),
			       .label = _("Source:"),
			       .begin = row ? row->least_source : NULL,
			       .yes = _("save"),
			       .answered = source_answered,
			       .keep = keep});
}

void ranked_least_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_focus(ranked);
	char name[RANKED_NAME], text[512], money[MONEY_TEXT], begin[MONEY_TEXT] = "";

	if (!row)
		return;
	ranked->measure = row->measure;
	snprintf(text, sizeof text,
		_("%s: with less than how much, over all years, is the measure not begun? Sought %s. Kronor, or with a "
		  "unit: "
		  "20 mnkr. Empty: nobody says so any longer."),
		ranked_name(ranked, row, name), desk_kr(ranked->desk, row->sought_ore, money));
	if (row->least_ore)
		money_text(row->least_ore, MONEY_PLAIN, ranked->desk->swedish, begin);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("At least:"),
			       .begin = begin,
			       .accepts = dialog_money,
			       .yes = _("on"),
			       .answered = least_answered});
}

/* ---- saving */

static void save_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	struct operation op = verb_on(ranked->ranking.version);
	struct error err = {0};

	(void)with;
	snprintf(ranked->told, sizeof ranked->told, "%s",
		_("The proposal is saved to compare with. A later change starts a new one from it."));
	if (!verb_ended(ui, rank_save(ranked->desk->cw, &op, ranked->ranking.round, text, &err), &err))
		ranked->told[0] = '\0';
}

void ranked_save_run(struct ui *ui, struct pane *pane)
{
	const struct ranked *ranked = pane->state;
	const struct ranking *ranking = &ranked->ranking;
	char text[256];

	snprintf(text, sizeof text,
		_("Save proposal %d as it stands, to compare with. It is not locked for a meeting; a later change "
		  "starts a "
		  "new one from it."),
		ranking->proposal && !ranking->locked_at ? ranking->n : ranking->n + 1);
	dialog_ask(
		ui, &(struct question){
			    .text = text, .label = _("Name, or empty:"), .yes = _("save"), .answered = save_answered});
}
