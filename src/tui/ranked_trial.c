/* What if, in the ranking. Invariant: a trial is never written, and what is shown of it is marked in words; what is
 * real is read anew and stands unchanged behind it. */
#include "tui/ranked.h"

#include "tui/dialog.h"

#include "base/text.h"
#include "base/words.h"

/* ---- what is shown */

static void trial_end(struct ranked *ranked)
{
	if (ranked->trying)
		rank_trial_done(&ranked->trial);
	ranked->trying = false;
	ranked->ranking = ranked->real;
}

void ranked_show(struct ui *ui, struct ranked *ranked)
{
	struct error err = {0};

	trial_end(ranked);
	ranked->beside_count = 0;
	if (!rank_try_empty(&ranked->wish)) {
		if (rank_try_holds(&ranked->real, &ranked->wish, &err)) {
			rank_try(&ranked->real, &ranked->wish, &ranked->trial);
			ranked->trying = true;
			ranked->ranking = ranked->trial.as;
		} else {
			ranked->wish = (struct rank_try){0};
			ui_say(ui, _("The trial has ended: %s"), err.text);
		}
	}
	ranked->years_asked = 0;
	for (int y = 0; y < BUDGET_YEARS; y++) {
		ranked->asked[y] = false;
		for (int i = 0; i < ranked->ranking.count && !ranked->asked[y]; i++)
			ranked->asked[y] = ranked->ranking.items[i].sought[y] || ranked->ranking.items[i].proposed[y];
		ranked->years_asked += ranked->asked[y];
	}
	ranked->beside_count = rank_fit_beside(&ranked->ranking, ranked->beside, RANKED_BESIDE);
	listing_follow(&ranked->listing);
}

void ranked_forget(struct ranked *ranked)
{
	trial_end(ranked);
	if (ranked->real.round)
		ranking_done(&ranked->real);
}

const struct rank_trial_row *ranked_trial_row(const struct ranked *ranked, const struct rank_row *row)
{
	return ranked->trying ? &ranked->trial.rows[row - ranked->ranking.items] : NULL;
}

/* ---- what it does, said at once */

static void trial_say(struct ui *ui, struct ranked *ranked)
{
	struct arena arena;
	const char *text;

	if (!ranked->trying)
		return;
	arena_init(&arena);
	text = rank_trial_text(&arena, &ranked->trial);
	for (int i = 0; i < ranked->trial.need_count; i++)
		text = arena_format(&arena, "%s %s", text, rank_need_text(&arena, &ranked->trial.needs[i]));
	ui_say(ui, _("%s Nothing is saved; Esc ends the trial."), text);
	arena_done(&arena);
}

/* The wish with one thing more, when it can be tried at all. */
static void wish_take(struct ui *ui, struct ranked *ranked, const struct rank_try *wish)
{
	struct error err = {0};

	if (!rank_try_holds(&ranked->real, wish, &err)) {
		desk_refused(ui, &err);
		return;
	}
	ranked->wish = *wish;
	ranked_show(ui, ranked);
	if (ranked->trying)
		trial_say(ui, ranked);
	else
		ui_say(ui, "%s", _("The trial has ended. The ranking stands as it is."));
}

bool ranked_trial_escape(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;

	if (rank_try_empty(&ranked->wish))
		return false;
	wish_take(ui, ranked, &(struct rank_try){0});
	return true;
}

const char *ranked_trial_bars(const struct ranked *ranked)
{
	return ranked->trying ? _("A trial is shown, and nothing of it is saved. Esc ends it; then the ranking can be "
				  "changed.")
			      : NULL;
}

/* ---- without a measure, the line moved */

void ranked_without_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_focus(ranked);
	struct rank_try wish = ranked->wish;
	struct error err = {0};

	if (!row)
		return;
	if (wish.down_to == row->measure)
		wish.down_to = 0;
	if (!rank_try_without(&wish, row->measure, &err))
		desk_refused(ui, &err);
	else
		wish_take(ui, ranked, &wish);
}

void ranked_line_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	const struct rank_row *row = ranked_focus(ranked);
	struct rank_try wish = ranked->wish;

	if (!row)
		return;
	wish.down_to = wish.down_to == row->measure ? 0 : row->measure;
	wish_take(ui, ranked, &wish);
}

/* ---- another limit */

static int64_t limit_of(const struct ranked *ranked, enum rank_limit kind, int y)
{
	const struct budget_year *year = &ranked->real.left.years[y];

	if (ranked->wish.set[kind][y])
		return ranked->wish.limit[kind][y];
	return kind == RANK_APPROPRIATION ? year->appropriation
	       : kind == RANK_COMMITMENT  ? year->commitment
					  : year->round;
}

static void limit_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct ranked *ranked = pane->state;
	struct rank_try wish = ranked->wish;
	int y = ranked->try_year - BUDGET_FIRST;
	int64_t ore = MONEY_UNKNOWN;

	(void)with;
	if (!text_blank(text))
		money_parse(text, &ore, NULL); /* dialog_money() has let it through */
	wish.set[ranked->try_kind][y] = !text_blank(text);
	wish.limit[ranked->try_kind][y] = ore;
	wish_take(ui, ranked, &wish);
}

static void limit_ask(struct ui *ui, struct ranked *ranked, enum rank_limit kind, int year)
{
	int64_t now = limit_of(ranked, kind, year - BUDGET_FIRST);
	char text[512], label[64], money[MONEY_TEXT], begin[MONEY_TEXT] = "";

	ranked->try_kind = kind;
	ranked->try_year = year;
	snprintf(text, sizeof text,
		_("Try another %s for %d than %s. Kronor, or with a unit: 188 mnkr. Empty tries the real one. Nothing "
		  "is "
		  "saved: only the controller changes a limit, in the budget."),
		limit_kind_word(rank_limit_code(kind)), year,
		now == MONEY_UNKNOWN ? _("none") : desk_kr(ranked->desk, now, money));
	snprintf(label, sizeof label, _("Try %d:"), year);
	if (now != MONEY_UNKNOWN)
		money_text(now, MONEY_PLAIN, ranked->desk->swedish, begin);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = label,
			       .begin = begin,
			       .accepts = dialog_money,
			       .yes = _("try"),
			       .answered = limit_answered});
}

static void limit_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	struct ranked *ranked = pane->state;

	(void)with;
	limit_ask(ui, ranked, (enum rank_limit)(ranked->try_limits[which] % RANK_LIMITS),
		BUDGET_FIRST + ranked->try_limits[which] / RANK_LIMITS);
}

/* Of the year that is looked at all three; of all years those that are set. */
static int limits_find(struct ranked *ranked)
{
	int count = 0;

	for (int y = 0; y < BUDGET_YEARS; y++) {
		for (int kind = 0; kind < RANK_LIMITS; kind++) {
			bool looked = ranked->year == BUDGET_FIRST + y;
			if (ranked->year && !looked)
				continue;
			if (kind == RANK_COMMITMENT && BUDGET_FIRST + y <= ranked->real.round_year)
				continue;
			if (looked || limit_of(ranked, (enum rank_limit)kind, y) != MONEY_UNKNOWN)
				ranked->try_limits[count++] = y * RANK_LIMITS + kind;
		}
	}
	return count;
}

void ranked_limit_run(struct ui *ui, struct pane *pane)
{
	struct ranked *ranked = pane->state;
	char text[RANK_LIMITS * BUDGET_YEARS][96], money[MONEY_TEXT];
	const char *choices[RANK_LIMITS * BUDGET_YEARS];
	int count = ranked->real.placed ? limits_find(ranked) : 0, first = 0;

	for (int i = 0; i < count; i++) {
		int y = ranked->try_limits[i] / RANK_LIMITS, kind = ranked->try_limits[i] % RANK_LIMITS;
		const char *code = rank_limit_code((enum rank_limit)kind);
		int64_t now = limit_of(ranked, (enum rank_limit)kind, y);

		snprintf(text[i], sizeof text[i], "%d  %s  %s", BUDGET_FIRST + y, limit_kind_word(code),
			now == MONEY_UNKNOWN ? _("none") : desk_kr(ranked->desk, now, money));
		choices[i] = text[i];
		if (ranked->ranking.binding_year == BUDGET_FIRST + y && !strcmp(ranked->ranking.binding_kind, code))
			first = i;
	}
	if (!ranked->real.placed)
		ui_say(ui, "%s", _("No measure has a place yet: there is nothing to try."));
	else if (!count)
		ui_say(ui, "%s", _("No limit is set. Choose a payment year with h or l, and R tries one for it."));
	else
		dialog_choose(ui, &(struct choosing){.text = _("Try another limit: which?"),
					  .choices = choices,
					  .count = count,
					  .first = first,
					  .chosen = limit_chosen});
}
