/* What an assessor types: on disk within a second, in the office as soon as a value is whole. Invariant: a mark that is
 * not in the office is in the draft, until the office has it. */
#include "tui/scoring.h"

#include "base/text.h"
#include "base/words.h"

enum { TITLE_CELLS = 80 };

static char *text_copy(const char *text)
{
	size_t bytes = strlen(text) + 1;

	return memcpy(memory_take(bytes), text, bytes);
}

static void reason_put(struct mark *mark, const char *reason)
{
	char *copy = text_copy(reason);

	free(mark->reason);
	mark->reason = copy;
}

void scoring_marks_fill(struct scoring *scoring)
{
	for (int i = 0; scoring->own && i < scoring->sheet.count; i++) {
		const struct score *score = &scoring->sheet.items[i];
		struct mark *mark = &scoring->marks[i];

		if (!mark->points_typed)
			mark->points = score->points;
		if (!mark->span_typed) {
			mark->low = score->low;
			mark->high = score->high;
		}
		if (!mark->reason_typed)
			reason_put(mark, score->reason);
	}
}

/* What has been typed since an attempt to save is another change, so it gets another operation. */
static void typed(struct scoring *scoring)
{
	operation_make(scoring->keeping.operation);
	scoring->keeping.pending = true;
}

void scoring_points(struct scoring *scoring, int which, int points)
{
	struct mark *mark = &scoring->marks[which];

	mark->points = points;
	mark->points_typed = true;
	typed(scoring);
}

void scoring_span(struct scoring *scoring, int which, int low, int high)
{
	struct mark *mark = &scoring->marks[which];

	mark->low = low;
	mark->high = high;
	mark->span_typed = true;
	typed(scoring);
}

void scoring_reason(struct scoring *scoring, int which, const char *reason)
{
	struct mark *mark = &scoring->marks[which];

	if (mark->reason && !strcmp(mark->reason, reason))
		return;
	reason_put(mark, reason);
	mark->reason_typed = true;
	typed(scoring);
}

bool scoring_typed_any(const struct scoring *scoring)
{
	for (int i = 0; i < SCORE_CRITERIA; i++) {
		const struct mark *mark = &scoring->marks[i];

		if (mark->points_typed || mark->span_typed || mark->reason_typed)
			return true;
	}
	return false;
}

/* ---- the draft: "K4.points", "K4.span", "K4.reason" */

static void field_add(struct arena *arena, struct draft_field *fields, size_t *count, const char *criterion,
	const char *what, const char *text)
{
	fields[(*count)++] =
		(struct draft_field){arena_format(arena, "%s.%s", criterion, what), arena_text(arena, text)};
}

static const char *digit_text(struct arena *arena, int points)
{
	return points == SCORE_NONE ? "-" : arena_format(arena, "%d", points);
}

static size_t fields_make(const struct scoring *scoring, struct arena *arena, struct draft_field *fields)
{
	size_t count = 0;

	for (int i = 0; i < scoring->sheet.count; i++) {
		const struct mark *mark = &scoring->marks[i];
		const char *id = scoring->sheet.items[i].criterion->id;

		if (mark->points_typed)
			field_add(arena, fields, &count, id, "points", digit_text(arena, mark->points));
		if (mark->span_typed)
			field_add(arena, fields, &count, id, "span",
				arena_format(
					arena, "%s,%s", digit_text(arena, mark->low), digit_text(arena, mark->high)));
		if (mark->reason_typed)
			field_add(arena, fields, &count, id, "reason", mark->reason);
	}
	return count;
}

void scoring_draft(struct ui *ui, struct scoring *scoring)
{
	struct draft_field fields[3 * SCORE_CRITERIA];
	struct arena arena;

	if (!scoring->own || !scoring->keeping.pending)
		return;
	snprintf(scoring->keeping.at, sizeof scoring->keeping.at, "%.40s%s",
		scoring_criterion(scoring, scoring_focus(scoring))->id, scoring->part == PART_REASON ? " reason" : "");
	arena_init(&arena);
	keeping_write(ui, &scoring->keeping, fields, fields_make(scoring, &arena, fields));
	arena_done(&arena);
}

static int digit_read(const char *text)
{
	return text[0] >= '0' && text[0] <= '0' + SCORE_MOST ? text[0] - '0' : SCORE_NONE;
}

static const char *field_of(const struct draft *draft, const char *criterion, const char *what)
{
	char name[64];

	snprintf(name, sizeof name, "%s.%s", criterion, what);
	return draft_field(draft, name);
}

static void draft_lay(struct scoring *scoring, const struct draft *draft)
{
	for (int i = 0; i < scoring->sheet.count; i++) {
		const char *id = scoring->sheet.items[i].criterion->id;
		const char *points = field_of(draft, id, "points"), *span = field_of(draft, id, "span"),
			   *reason = field_of(draft, id, "reason");
		struct mark *mark = &scoring->marks[i];

		mark->points_typed = points != NULL;
		mark->span_typed = span && strlen(span) == 3;
		mark->reason_typed = reason != NULL;
		if (mark->points_typed)
			mark->points = digit_read(points);
		if (mark->span_typed) {
			mark->low = digit_read(span);
			mark->high = digit_read(span + 2);
		}
		if (mark->reason_typed)
			reason_put(mark, reason);
	}
}

/* Back at the criterion, and in its reason, where the typing stopped. */
static void draft_place(struct scoring *scoring, const char *at)
{
	size_t bytes = strcspn(at, " ");

	for (int i = 0; i < scoring->sheet.count; i++) {
		const char *id = scoring->sheet.items[i].criterion->id;

		if (strlen(id) != bytes || strncmp(id, at, bytes) != 0)
			continue;
		listing_to(&scoring->listing, i, 1);
		if (!at[bytes] || !scoring->marks[i].reason)
			continue;
		scoring_part(scoring, PART_REASON);
		editor_set(&scoring->reason, scoring->marks[i].reason);
	}
}

void scoring_keep_begin(struct ui *ui, struct scoring *scoring)
{
	const struct measure *measure = scoring_measure(scoring);
	char key[64], title[512], number[DESK_NUMBER], words[64];
	struct draft draft;

	snprintf(key, sizeof key, "score-%lld", (long long)measure->id);
	snprintf(title, sizeof title, _("%s %.*s  assessment"), scoring_number(scoring, number),
		(int)text_fit(measure->title, TITLE_CELLS, NULL), measure->title);
	keeping_init(&scoring->keeping, key, title, scoring->sheet.version);
	scoring->saved[0] = '\0';
	if (!scoring->own || !keeping_find(ui, &scoring->keeping, &draft))
		return;
	keeping_words(&scoring->keeping, words);
	if (scoring->sheet.submitted_at) {
		ui_say(ui, _("Note: your %s holds what was not handed in with the rest. :drafts shows it."), words);
		return;
	}
	draft_lay(scoring, &draft);
	draft_place(scoring, scoring->keeping.at);
	if (scoring_typed_any(scoring))
		ui_say(ui, _("Your %s was taken up again. What is typed next saves it too."), words);
}

void scoring_keep_end(struct scoring *scoring)
{
	keeping_done(&scoring->keeping);
	for (int i = 0; i < SCORE_CRITERIA; i++)
		free(scoring->marks[i].reason);
	memset(scoring->marks, 0, sizeof scoring->marks);
}

/* ---- into the office */

static int changes_make(const struct scoring *scoring, struct score_change changes[SCORE_CRITERIA])
{
	int count = 0;

	for (int i = 0; i < scoring->sheet.count; i++) {
		const struct mark *mark = &scoring->marks[i];

		if (mark->points_typed || mark->span_typed || mark->reason_typed)
			changes[count++] = (struct score_change){
				.criterion = scoring->sheet.items[i].criterion->id,
				.set_points = mark->points_typed,
				.set_span = mark->span_typed,
				.set_reason = mark->reason_typed,
				.points = mark->points,
				.low = mark->low,
				.high = mark->high,
				.reason = mark->reason,
			};
	}
	return count;
}

/* The office's answer is read back at once: the next key may come before the next frame. */
static bool sheet_again(struct scoring *scoring, struct error *err)
{
	struct score_sheet sheet;

	if (!score_sheet_load(scoring->desk->cw, scoring->measure, &sheet, err))
		return false;
	score_sheet_done(&scoring->sheet);
	scoring->sheet = sheet;
	scoring_marks_fill(scoring);
	return true;
}

bool scoring_save(struct ui *ui, struct scoring *scoring)
{
	struct score_change changes[SCORE_CRITERIA];
	struct operation op = {.if_version = scoring->sheet.version};
	struct error err = {0}, again = {0};
	int count = changes_make(scoring, changes);

	if (!count)
		return true;
	scoring_draft(ui, scoring);
	memcpy(op.id, scoring->keeping.operation, sizeof op.id);
	if (!score_put(scoring->desk->cw, &op, scoring->measure, changes, count, &err)) {
		if (err.kind == ERROR_CONFLICT)
			sheet_again(scoring, &again); /* the next attempt is made against what is there now */
		desk_refused(ui, &err);
		return false;
	}
	for (int i = 0; i < SCORE_CRITERIA; i++)
		scoring->marks[i].points_typed = scoring->marks[i].span_typed = scoring->marks[i].reason_typed = false;
	keeping_drop(ui, &scoring->keeping);
	operation_make(scoring->keeping.operation);
	casework_now(scoring->desk->cw, scoring->saved);
	if (!sheet_again(scoring, &err))
		desk_refused(ui, &err);
	return true;
}
