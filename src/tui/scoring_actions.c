/* What an assessor can do: points, a span, the reason, the next measure, handing in. Invariant: what is handed in has
 * points and a reason for every criterion, and the person has typed its number. */
#include "tui/dialog.h"
#include "tui/scoring.h"

#include "base/text.h"
#include "base/words.h"

static const char *open_barred(const struct ui *ui, const struct pane *pane)
{
	const struct scoring *scoring = pane->state;

	(void)ui;
	if (scoring->part == PART_TEXT && pane->columns < SCORING_BESIDE)
		return _("Tab goes back to the criteria.");
	if (!scoring->own)
		return _("You are no assessor of this measure: what others have handed in is shown.");
	return scoring->sheet.submitted_at ? _("Your assessment is handed in and stays as it is.") : NULL;
}

static void points_put(struct ui *ui, struct scoring *scoring, int points)
{
	int which = scoring_focus(scoring);
	const struct mark *mark = &scoring->marks[which];

	if (points != SCORE_NONE && mark->low != SCORE_NONE && (points < mark->low || points > mark->high)) {
		ui_say(ui, _("Note: %d lies outside the span %d-%d. < changes the span."), points, mark->low,
			mark->high);
		return;
	}
	scoring_points(scoring, which, points);
	scoring_save(ui, scoring);
}

static void points_chosen(struct ui *ui, struct pane *pane, int which, void *with)
{
	(void)with;
	points_put(ui, pane->state, which);
}

/* The steps as a choice: from the menu, where no digit was pressed. */
static void points_choose(struct ui *ui, const struct scoring *scoring)
{
	const struct criterion *criterion = scoring_criterion(scoring, scoring_focus(scoring));
	struct arena arena;
	const char *choices[SCORE_MOST + 1];

	arena_init(&arena);
	for (int step = 0; step <= SCORE_MOST; step++)
		choices[step] = arena_format(&arena, _("%d points: %s"), step, criterion->step[step][words_swedish()]);
	dialog_choose(ui, &(struct choosing){.text = criterion->name[words_swedish()],
				  .choices = choices,
				  .count = SCORE_MOST + 1,
				  .chosen = points_chosen});
	arena_done(&arena);
}

static void points_run(struct ui *ui, struct pane *pane)
{
	struct key key = ui_key(ui);

	if (key.press == PRESS_CHARACTER && key.character >= '0' && key.character <= '0' + SCORE_MOST)
		points_put(ui, pane->state, (int)key.character - '0');
	else
		points_choose(ui, pane->state);
}

static void points_clear_run(struct ui *ui, struct pane *pane)
{
	points_put(ui, pane->state, SCORE_NONE);
}

/* "1-3", "1 3" or "13"; "" clears. */
static bool span_read(const char *text, int *low, int *high)
{
	int digits[2], count = 0;

	*low = *high = SCORE_NONE;
	if (text_blank(text))
		return true;
	for (; *text; text++) {
		if (*text >= '0' && *text <= '0' + SCORE_MOST && count < 2)
			digits[count++] = *text - '0';
		else if (!strchr(" -,", *text))
			return false;
	}
	if (count != 2 || digits[0] > digits[1])
		return false;
	*low = digits[0];
	*high = digits[1];
	return true;
}

static void span_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct scoring *scoring = pane->state;
	const struct mark *mark = &scoring->marks[scoring_focus(scoring)];
	int low, high;

	(void)with;
	if (!span_read(text, &low, &high)) {
		ui_say(ui, _("Note: '%s' is no span. Write the lowest and the highest points, such as 1-3."), text);
		return;
	}
	if (low != SCORE_NONE && mark->points != SCORE_NONE && (mark->points < low || mark->points > high)) {
		ui_say(ui, _("Note: the points %d lie outside %d-%d. Change the points first."), mark->points, low,
			high);
		return;
	}
	scoring_span(scoring, scoring_focus(scoring), low, high);
	scoring_save(ui, scoring);
}

static void span_run(struct ui *ui, struct pane *pane)
{
	const struct scoring *scoring = pane->state;
	const struct mark *mark = &scoring->marks[scoring_focus(scoring)];
	char begin[8] = "", text[160];

	if (mark->low != SCORE_NONE)
		snprintf(begin, sizeof begin, "%d-%d", mark->low, mark->high);
	snprintf(text, sizeof text,
		_("How sure are you of %s? Write the lowest and the highest points, nothing for no span."),
		scoring_criterion(scoring, scoring_focus(scoring))->id);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Span, such as 1-3:"),
			       .begin = begin,
			       .yes = _("keep"),
			       .answered = span_answered});
}

static void reason_run(struct ui *ui, struct pane *pane)
{
	struct scoring *scoring = pane->state;

	(void)ui;
	scoring_part(scoring, PART_REASON);
	editor_set(&scoring->reason, scoring->marks[scoring_focus(scoring)].reason);
	scoring_reason_fit(scoring, pane->rows, pane->columns);
}

/* ---- moving */

static void part_run(struct ui *ui, struct pane *pane)
{
	struct scoring *scoring = pane->state;

	if (scoring->part == PART_REASON)
		scoring_reason_leave(ui, scoring);
	else
		scoring_part(scoring, scoring->part == PART_TEXT ? PART_CRITERIA : PART_TEXT);
}

/* The next or previous measure to be scored by the one who sits here. */
static void measure_step(struct ui *ui, struct pane *pane, int by)
{
	struct scoring *scoring = pane->state;
	struct error err = {0};
	int place = -1, next;

	for (int i = 0; i < scoring->todo.count; i++)
		if (scoring->todo.items[i].measure == scoring->measure)
			place = i;
	next = place + by;
	if (next < 0 || next >= scoring->todo.count) {
		ui_say(ui, "%s",
			by > 0 ? _("This is the last measure you are to score.")
			       : _("This is the first measure you are to score."));
		return;
	}
	int64_t before = scoring->measure;
	scoring_draft(ui, scoring);
	scoring_keep_end(scoring);
	listing_to(&scoring->listing, 0, 0);
	if (!scoring_begin(ui, scoring, scoring->todo.items[next].measure, &err)) {
		desk_refused(ui, &err);
		scoring_begin(ui, scoring, before, &err);
	}
}

static void measure_next_run(struct ui *ui, struct pane *pane)
{
	measure_step(ui, pane, 1);
}

static void measure_previous_run(struct ui *ui, struct pane *pane)
{
	measure_step(ui, pane, -1);
}

/* ---- abstaining, and scoring again */

static void abstention_put(struct ui *ui, struct scoring *scoring, const char *why)
{
	struct score_change change = {.criterion = scoring_criterion(scoring, scoring_focus(scoring))->id,
		.set_abstain = true,
		.abstain = why};
	struct operation op = operation_new();
	struct error err = {0};

	if (!scoring_save(ui, scoring))
		return;
	op.if_version = scoring->sheet.version;
	if (!score_put(scoring->desk->cw, &op, scoring->measure, &change, 1, &err))
		desk_refused(ui, &err);
	ui_stale(ui);
}

static void abstain_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	(void)with;
	abstention_put(ui, pane->state, text);
}

static void abstain_run(struct ui *ui, struct pane *pane)
{
	struct scoring *scoring = pane->state;
	const struct criterion *criterion = scoring_criterion(scoring, scoring_focus(scoring));
	char text[400], keep[DRAFT_NAME];

	if (scoring_abstention(scoring, scoring_focus(scoring))) {
		abstention_put(ui, scoring, NULL);
		ui_say(ui, _("You no longer abstain from %s: points and a reason are needed."), criterion->id);
		return;
	}
	snprintf(keep, sizeof keep, "abstain-%lld-%s", (long long)scoring->measure, criterion->id);
	snprintf(text, sizeof text,
		_("Abstain from %s %.*s?\nIt is left out of the mean of those who give points; it is no zero."),
		criterion->id, (int)text_fit(criterion->name[words_swedish()], 100, NULL),
		criterion->name[words_swedish()]);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = _("Why you abstain:"),
			       .yes = _("abstain"),
			       .answered = abstain_answered,
			       .keep = keep});
}

static const char *again_barred(const struct ui *ui, const struct pane *pane)
{
	const struct scoring *scoring = pane->state;

	(void)ui;
	if (!scoring->own)
		return _("You are no assessor of this measure: what others have handed in is shown.");
	if (!scoring->sheet.submitted_at)
		return _("The assessment is a draft: change the points as they are.");
	return scoring_measure(scoring)->outcome ? _("The measure is decided: the assessment stays as it was then.")
						 : NULL;
}

static void again_run(struct ui *ui, struct pane *pane)
{
	struct scoring *scoring = pane->state;
	char number[DESK_NUMBER];

	again_form(ui, scoring->measure, scoring_criterion(scoring, scoring_focus(scoring))->id,
		scoring_number(scoring, number));
}

/* ---- handing in */

/* Names what is missing and goes to the first of it; false when the sheet is whole. */
static bool missing_say(struct ui *ui, struct pane *pane)
{
	struct scoring *scoring = pane->state;
	struct buffer missing;
	int first = -1;

	buffer_init(&missing);
	for (int i = 0; i < scoring->sheet.count; i++) {
		bool points = scoring->marks[i].points == SCORE_NONE, reason = text_blank(scoring->marks[i].reason);

		if ((!points && !reason) || scoring_abstention(scoring, i))
			continue;
		first = first < 0 ? i : first;
		buffer_format(&missing, "%s%s %s", missing.bytes ? ", " : "", scoring->sheet.items[i].criterion->id,
			points && reason ? _("points and reason")
			: points         ? _("points")
					 : _("reason"));
	}
	if (first >= 0) {
		struct listing *listing = pane->kind->listing(pane);

		listing_to(listing, first, listing_page(listing, pane->rows - listing->elsewhere, pane->columns));
		ui_say(ui, _("Note: not handed in. Missing: %s. The draft is kept."), missing.text);
	}
	buffer_done(&missing);
	return first >= 0;
}

static void hand_in_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct scoring *scoring = pane->state;
	struct operation op = operation_new();
	struct error err = {0};
	char number[DESK_NUMBER];

	(void)text;
	(void)with;
	op.if_version = scoring->sheet.version;
	if (!score_submit(scoring->desk->cw, &op, scoring->measure, &err)) {
		desk_refused(ui, &err);
		ui_stale(ui);
		return;
	}
	ui_stale(ui);
	ui_say(ui, _("Your assessment of %s is handed in. Others' points are shown now."),
		scoring_number(scoring, number));
}

static int sum_100(const struct scoring *scoring)
{
	int weighted = 0;

	for (int i = 0; i < scoring->sheet.count; i++)
		if (scoring->marks[i].points != SCORE_NONE)
			weighted += scoring->sheet.items[i].criterion->weight * scoring->marks[i].points;
	return (weighted + SCORE_MOST / 2) / SCORE_MOST;
}

enum { TITLE_CELLS = 100 };

/* It cannot be undone, so the number is typed. */
static void hand_in_run(struct ui *ui, struct pane *pane)
{
	struct scoring *scoring = pane->state;
	const char *title = scoring_measure(scoring)->title;
	char number[DESK_NUMBER], text[640], label[96];

	if (scoring->part == PART_REASON) {
		scoring_reason_leave(ui, scoring);
		return;
	}
	if (!scoring_save(ui, scoring) || missing_say(ui, pane))
		return;
	scoring_number(scoring, number);
	snprintf(text, sizeof text,
		_("Hand in your assessment of %s %.*s, %d of 100?\nIt stays as it is from then on and cannot be "
		  "taken "
		  "back."),
		number, (int)text_fit(title, TITLE_CELLS, NULL), title, sum_100(scoring));
	snprintf(label, sizeof label, _("Type the number (%s) to hand in:"), number);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = label,
			       .must = number,
			       .yes = _("hand in"),
			       .answered = hand_in_answered});
}

/* While the reason is written letters are text: their hints would lead astray. */
static const char *letter_barred(const struct ui *ui, const struct pane *pane)
{
	const struct scoring *scoring = pane->state;

	return scoring->part == PART_REASON ? _("The reason is being written. Esc goes back to the criteria.")
					    : open_barred(ui, pane);
}

static const char *step_barred(const struct ui *ui, const struct pane *pane)
{
	const struct scoring *scoring = pane->state;

	(void)ui;
	return scoring->part == PART_REASON ? _("The reason is being written. Esc goes back to the criteria.") : NULL;
}

const struct action scoring_actions[] = {
	{.name = "points-put",
		.keys = "0 1 2 3 4",
		.shown = "0-4",
		.help = N_("set the points on the criterion"),
		.hint = N_("points"),
		.changes = true,
		.run = points_run,
		.barred = letter_barred},
	{.name = "reason-edit",
		.keys = "Enter Right l",
		.help = N_("write the reason in place"),
		.hint = N_("reason"),
		.run = reason_run,
		.barred = letter_barred},
	{.name = "span-put",
		.keys = "<",
		.help = N_("set a span around the points"),
		.hint = N_("span"),
		.run = span_run,
		.barred = letter_barred},
	{.name = "hand-in",
		.keys = "Ctrl-S",
		.help = N_("hand in the assessment; while the reason is written, keep it"),
		.hint = N_("hand in"),
		.changes = true,
		.run = hand_in_run,
		.barred = open_barred},
	{.name = "part-next",
		.keys = "Tab Shift-Tab",
		.help = N_("go between the criteria and the application's text"),
		.hint = N_("text"),
		.run = part_run},
	{.name = "measure-next",
		.keys = ".",
		.shown = "./,",
		.help = N_("go to the next measure you are to score"),
		.hint = N_("measure"),
		.run = measure_next_run,
		.barred = step_barred},
	{.name = "measure-previous",
		.keys = ",",
		.help = N_("go to the previous measure you are to score"),
		.run = measure_previous_run,
		.barred = step_barred},
	{.name = "abstain",
		.keys = "a",
		.help = N_("abstain from the criterion with a reason, or take that back"),
		.hint = N_("abstain"),
		.changes = true,
		.run = abstain_run,
		.barred = letter_barred},
	{.name = "score-again",
		.keys = "e",
		.help = N_("score the criterion again after handing in; what was handed in stays"),
		.hint = N_("score again"),
		.changes = true,
		.run = again_run,
		.barred = again_barred},
	{.name = "points-clear",
		.keys = "-",
		.help = N_("take the points back"),
		.changes = true,
		.run = points_clear_run,
		.barred = letter_barred},
	{.name = NULL},
};
