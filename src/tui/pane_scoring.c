/* One assessor's sheet for one measure, beside the application's text. Invariant: points of others are shown only as
 * casework hands them out, which is after one's own are handed in. */
#include "tui/case_text.h"
#include "tui/scoring.h"

#include "base/text.h"
#include "base/words.h"

/* ---- what the other files ask */

int scoring_count(const struct scoring *scoring)
{
	return scoring->own ? scoring->sheet.count : scoring->views.criterion_count;
}

const struct criterion *scoring_criterion(const struct scoring *scoring, int which)
{
	return scoring->own ? scoring->sheet.items[which].criterion : scoring->views.criteria[which];
}

int scoring_focus(const struct scoring *scoring)
{
	return (int)listing_focus(&scoring->listing);
}

const struct measure *scoring_measure(const struct scoring *scoring)
{
	return &scoring->measures.items[0];
}

const char *scoring_number(const struct scoring *scoring, char out[DESK_NUMBER])
{
	const struct measure *measure = scoring_measure(scoring);

	return desk_measure(scoring->desk, measure->year, measure->application_n, measure->n, out);
}

bool scoring_open_sheet(const struct scoring *scoring)
{
	return scoring->own && !scoring->sheet.submitted_at;
}

const char *scoring_abstention(const struct scoring *scoring, int which)
{
	const struct mark *mark = &scoring->marks[which];

	if (!scoring->own || (mark->points_typed && mark->points != SCORE_NONE))
		return NULL;
	return scoring->sheet.items[which].abstention;
}

/* ---- reading */

static void snapshots_done(struct scoring *scoring)
{
	measure_list_done(&scoring->measures);
	application_done(&scoring->whole);
	score_sheet_done(&scoring->sheet);
	assessor_list_done(&scoring->assessors);
	score_views_done(&scoring->views);
	memset(&scoring->sheet, 0, sizeof scoring->sheet);
	memset(&scoring->views, 0, sizeof scoring->views);
	memset(&scoring->assessors, 0, sizeof scoring->assessors);
	scoring->own = scoring->seen = false;
}

/* The own sheet; else what others have handed in, for those who may see it. */
static bool sheets_read(struct scoring *out, struct casework *cw, int64_t measure, struct error *err)
{
	struct error hidden = {0};

	out->own = score_sheet_load(cw, measure, &out->sheet, err);
	if (!out->own && err->kind != ERROR_DENIED)
		return false;
	if (!out->own || out->sheet.submitted_at)
		out->seen = score_views_load(cw, measure, &out->views, &hidden);
	return out->own || out->seen;
}

static bool scoring_read(struct scoring *scoring, struct error *err)
{
	struct casework *cw = scoring->desk->cw;
	struct scoring fresh = {0};

	if (!measure_load(cw, scoring->measure, &fresh.measures, err) ||
		!application_load(cw, fresh.measures.items[0].application, &fresh.whole, err) ||
		!sheets_read(&fresh, cw, scoring->measure, err) ||
		!assessor_list_load(cw, scoring->measure, &fresh.assessors, err)) {
		snapshots_done(&fresh);
		return false;
	}
	snapshots_done(scoring);
	scoring->measures = fresh.measures;
	scoring->whole = fresh.whole;
	scoring->own = fresh.own;
	scoring->sheet = fresh.sheet;
	scoring->assessors = fresh.assessors;
	scoring->seen = fresh.seen;
	scoring->views = fresh.views;
	scoring_marks_fill(scoring);
	listing_follow(&scoring->listing);
	return true;
}

static void text_fill(struct scoring *scoring)
{
	struct buffer text;

	buffer_init(&text);
	case_measure_text(scoring->desk, scoring_measure(scoring), &text);
	case_text(&scoring->whole, &text);
	reader_set(&scoring->text, text.text);
	buffer_done(&text);
}

static void scoring_load(struct ui *ui, struct pane *pane)
{
	struct error err = {0};

	if (!scoring_read(pane->state, &err))
		desk_refused(ui, &err);
}

bool scoring_begin(struct ui *ui, struct scoring *scoring, int64_t measure, struct error *err)
{
	scoring->measure = measure;
	if (!scoring_read(scoring, err))
		return false;
	scoring_keep_begin(ui, scoring);
	text_fill(scoring);
	return true;
}

static void scoring_free(struct scoring *scoring)
{
	snapshots_done(scoring);
	score_todo_done(&scoring->todo);
	scoring_keep_end(scoring);
	reader_done(&scoring->text);
	editor_done(&scoring->reason);
	free(scoring);
}

static bool scoring_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct scoring *scoring = memory_take(sizeof *scoring);
	struct error err = {0};

	memset(scoring, 0, sizeof *scoring);
	scoring->desk = desk_of(ui);
	listing_init(&scoring->listing, &scoring_table, scoring);
	reader_init(&scoring->text);
	editor_init(&scoring->reason, true);
	if (!score_todo_load(scoring->desk->cw, &scoring->todo, &err) ||
		!scoring_begin(ui, scoring, *(const int64_t *)what, &err)) {
		desk_refused(ui, &err);
		scoring_free(scoring);
		return false;
	}
	pane->state = scoring;
	pane->stale = false;
	return true;
}

static void scoring_close(struct ui *ui, struct pane *pane)
{
	(void)ui;
	scoring_free(pane->state);
}

static struct listing *scoring_listing(const struct pane *pane)
{
	struct scoring *scoring = pane->state;

	scoring->listing.elsewhere = scoring_elsewhere(scoring, pane->rows, pane->columns);
	return &scoring->listing;
}

static struct reader *scoring_reader(const struct pane *pane)
{
	return &((struct scoring *)pane->state)->text;
}

/* "kept 13.58" */
static void saved_say(const struct scoring *scoring, char *out, size_t room)
{
	char words[64];

	if (!scoring->own)
		snprintf(out, room, "%s", scoring->seen ? _("what is handed in") : "");
	else if (scoring->sheet.submitted_at)
		snprintf(out, room, _("handed in %.10s"), scoring->sheet.submitted_at);
	else if (scoring_typed_any(scoring))
		snprintf(out, room, "%s", keeping_words(&scoring->keeping, words));
	else if (scoring->saved[0])
		snprintf(out, room, _("draft saved %.2s%c%.2s"), scoring->saved + 11,
			scoring->desk->swedish ? '.' : ':', scoring->saved + 14);
	else
		snprintf(out, room, "%s", _("draft"));
}

/* What is kept of the work goes before the end of a long title. */
static void scoring_head(const struct pane *pane, struct head *head)
{
	const struct scoring *scoring = pane->state;
	const char *title = scoring_measure(scoring)->title;
	char number[DESK_NUMBER];
	int room;

	snprintf(head->left, sizeof head->left, _("Assessment · %s %s"), scoring_number(scoring, number),
		scoring->whole.row.lead_short);
	saved_say(scoring, head->right, sizeof head->right);
	room = pane->columns - text_width(head->left) - text_width(head->right) - 5; /* " · ", a blank, an ellipsis */
	if (room < 4)
		return;
	snprintf(head->middle, sizeof head->middle, "%.*s%s", (int)text_fit(title, room, NULL), title,
		text_width(title) > room ? "…" : "");
}

void scoring_part(struct scoring *scoring, enum scoring_part part)
{
	scoring->part = part;
	scoring->listing.unfocused = part == PART_TEXT;
}

/* ---- the reason */

static void reason_take(struct ui *ui, struct scoring *scoring)
{
	struct arena arena;
	const char *text = editor_text(&scoring->reason), *clean;

	arena_init(&arena);
	if (text_clean(&arena, text, strlen(text), true, &clean, NULL))
		scoring_reason(scoring, scoring_focus(scoring), clean);
	arena_done(&arena);
	if (scoring->keeping.pending)
		keeping_touch(ui, &scoring->keeping);
}

void scoring_reason_leave(struct ui *ui, struct scoring *scoring)
{
	reason_take(ui, scoring);
	scoring_part(scoring, PART_CRITERIA);
	scoring_save(ui, scoring);
}

static bool scoring_field(const struct pane *pane)
{
	return ((const struct scoring *)pane->state)->part == PART_REASON;
}

static bool scoring_escape(struct ui *ui, struct pane *pane)
{
	struct scoring *scoring = pane->state;

	if (scoring->part == PART_REASON)
		scoring_reason_leave(ui, scoring);
	else if (scoring->part == PART_TEXT)
		scoring_part(scoring, PART_CRITERIA);
	else
		return false;
	return true;
}

static bool reason_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	struct scoring *scoring = pane->state;
	uint32_t changes = scoring->reason.changes;
	bool leaves = key->press == PRESS_ESCAPE || key->press == PRESS_TAB || key->press == PRESS_BACKTAB ||
		      key->press == PRESS_FUNCTION || key->press == PRESS_CTRL;
	bool taken;

	scoring_reason_fit(scoring, pane->rows, pane->columns);
	taken = editor_typed(&scoring->reason, key);
	if (changes != scoring->reason.changes)
		reason_take(ui, scoring);
	return taken || !leaves;
}

/* While the text has the focus its keys go before the table's, and count in the rows and columns it has. */
static bool text_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	struct pane part = *pane;

	part.rows = pane->rows - 1;
	part.columns = pane->columns >= SCORING_BESIDE ? SCORING_TEXT : pane->columns;
	for (const struct action *action = reader_actions; action->name; action++) {
		if (key_among(*key, action_keys(ui, pane->kind, action))) {
			action->run(ui, &part);
			return true;
		}
	}
	return false;
}

static bool scoring_typed(struct ui *ui, struct pane *pane, const struct key *key)
{
	switch (((const struct scoring *)pane->state)->part) {
	case PART_REASON: return reason_typed(ui, pane, key);
	case PART_TEXT: return text_typed(ui, pane, key);
	case PART_CRITERIA: break;
	}
	return false;
}

static bool scoring_pasted(struct ui *ui, struct pane *pane, const char *text, size_t bytes)
{
	struct scoring *scoring = pane->state;

	if (scoring->part != PART_REASON)
		return false;
	scoring_reason_fit(scoring, pane->rows, pane->columns);
	editor_paste(&scoring->reason, text, bytes);
	reason_take(ui, scoring);
	return true;
}

static void scoring_keep(struct ui *ui, struct pane *pane)
{
	scoring_draft(ui, pane->state);
}

/* What the key does depends on where it is pressed, and so does its word. */
static const char *scoring_hint(const struct pane *pane, const struct action *action)
{
	const struct scoring *scoring = pane->state;

	if (scoring->part == PART_REASON && !strcmp(action->name, "hand-in"))
		return _("keep the reason");
	if (scoring->part != PART_CRITERIA && !strcmp(action->name, "part-next"))
		return _("criteria");
	return NULL;
}

const struct pane_kind scoring_pane = {
	.name = "scoring",
	.title = N_("Assessment"),
	.actions = scoring_actions,
	.open = scoring_open,
	.close = scoring_close,
	.load = scoring_load,
	.draw = scoring_draw,
	.head = scoring_head,
	.typed = scoring_typed,
	.pasted = scoring_pasted,
	.field = scoring_field,
	.escape = scoring_escape,
	.listing = scoring_listing,
	.reader = scoring_reader,
	.hint = scoring_hint,
	.tick = scoring_keep,
	.keep = scoring_keep,
};
