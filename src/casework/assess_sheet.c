/* The actor's own sheet: read, scored as a draft, handed in. Invariant: a sheet that is handed in has points and a
 * reason for every criterion, or an abstention, and nothing in it changes afterwards. */
#include "casework/assess_inner.h"

#include "base/buffer.h"
#include "base/text.h"
#include "base/words.h"

/* ---- reading */

static void sheet_add_up(struct score_sheet *sheet)
{
	for (int i = 0; i < sheet->count; i++) {
		const struct score *score = &sheet->items[i];
		sheet->abstained += score->abstention != NULL;
		sheet->set += score->abstention || score->points != SCORE_NONE;
		if (score->points == SCORE_NONE)
			continue;
		sheet->weighted += score->criterion->weight * score->points;
		sheet->weight_set += score->criterion->weight;
	}
}

static int sheet_place(const struct score_sheet *sheet, const char *criterion)
{
	for (int i = 0; i < sheet->count; i++) {
		if (!strcmp(sheet->items[i].criterion->id, criterion))
			return i;
	}
	return -1;
}

static bool distribution_read(
	struct casework *cw, const struct assess_subject *subject, struct score_sheet *sheet, struct error *err)
{
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_SCORE_DISTRIBUTION,
		    BINDS(BIND("person", casework_actor(cw)), BIND("round", subject->round),
			    BIND("version", subject->criteria_version)),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		int place = sheet_place(sheet, rows_text(&rows, "criterion", &sheet->arena));
		assert(place >= 0); /* the same version of the criteria */
		sheet->distribution[place][rows_number(&rows, "points")] = (int)rows_number(&rows, "times");
	}
	return rows_done(&rows, err);
}

static bool subject_is_own(const struct assess_subject *subject, struct error *err)
{
	return subject->assignment ||
	       refuse(err, ERROR_DENIED, _("You are no assessor of %s, so there is no sheet of yours."),
		       subject->number);
}

/* The sheet's programme and arena are the caller's to end. */
bool assess_sheet_read(struct casework *cw, int64_t measure, struct score_sheet *sheet, struct assess_subject *subject,
	struct error *err)
{
	if (!assess_subject_read(cw, measure, &sheet->arena, subject, err) || !subject_is_own(subject, err) ||
		!programme_load(cw, &sheet->programme, err) ||
		!assess_scores_read(cw, subject, &sheet->programme, &sheet->arena, sheet->items, &sheet->count, err))
		return false;
	sheet->measure = measure;
	sheet->assessment = subject->assessment;
	sheet->version = subject->version;
	sheet->submitted_at = subject->submitted_at;
	return true;
}

bool score_sheet_load(struct casework *cw, int64_t measure, struct score_sheet *out, struct error *err)
{
	struct score_sheet sheet = {0};
	struct assess_subject subject;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&sheet.arena);
	bool read = assess_sheet_read(cw, measure, &sheet, &subject, err) && bar_opens(cw, subject.application, err) &&
		    distribution_read(cw, &subject, &sheet, err);
	store_look_done(casework_store(cw));
	if (!read) {
		score_sheet_done(&sheet);
		return false;
	}
	sheet_add_up(&sheet);
	*out = sheet;
	return true;
}

void score_sheet_done(struct score_sheet *sheet)
{
	if (!sheet)
		return;
	programme_done(&sheet->programme);
	arena_done(&sheet->arena);
}

/* ---- scoring */

bool assess_points_fit(const struct score *score, struct error *err)
{
	const char *criterion = score->criterion->id;
	bool span = score->low != SCORE_NONE || score->high != SCORE_NONE;

	if (score->points < SCORE_NONE || score->points > SCORE_MOST || score->low < SCORE_NONE ||
		score->high > SCORE_MOST)
		return refuse(
			err, ERROR_INVALID, _("%s: points are whole steps from 0 to 4. Nothing was saved."), criterion);
	if (!span)
		return true;
	if (score->low == SCORE_NONE || score->high == SCORE_NONE || score->low > score->high)
		return refuse(err, ERROR_INVALID,
			_("%s: a span goes from a lower to a higher step, such as 2-3. Nothing was saved."), criterion);
	if (score->points != SCORE_NONE && (score->points < score->low || score->points > score->high))
		return refuse(err, ERROR_INVALID, _("%s: %d points lie outside the span %d-%d. Nothing was saved."),
			criterion, score->points, score->low, score->high);
	return true;
}

/* Abstaining and giving points exclude each other: what is said last holds. */
static bool abstention_apply(
	struct change *change, struct score *score, const struct score_change *from, struct error *err)
{
	const char *criterion = score->criterion->id;
	bool points = from->set_points && from->points != SCORE_NONE;

	if (from->set_abstain && from->abstain && points)
		return refuse(
			err, ERROR_INVALID, _("%s: give points or abstain, not both. Nothing was saved."), criterion);
	if (from->set_abstain && from->abstain && text_blank(from->abstain))
		return refuse(err, ERROR_INVALID, _("%s: say why you abstain. Nothing was saved."), criterion);
	if (points || (from->set_abstain && !from->abstain))
		score->abstention = NULL;
	if (!from->set_abstain || !from->abstain)
		return true;
	score->points = score->low = score->high = SCORE_NONE;
	return text_clean(&change->arena, from->abstain, strlen(from->abstain), true, &score->abstention, err);
}

bool assess_change_apply(struct change *change, struct score_sheet *sheet, const struct score_change *from,
	bool touched[SCORE_CRITERIA], struct error *err)
{
	int place = from->criterion ? sheet_place(sheet, from->criterion) : -1;

	if (place < 0)
		return refuse(err, ERROR_MISSING, _("There is no criterion '%s' in this round. Nothing was saved."),
			from->criterion ? from->criterion : "");
	struct score *score = &sheet->items[place];
	const char *reason = from->reason ? from->reason : "";
	if (from->set_points)
		score->points = from->points;
	if (from->set_span) {
		score->low = from->low;
		score->high = from->high;
	}
	if (from->set_reason && !text_clean(&change->arena, reason, strlen(reason), true, &score->reason, err))
		return false;
	if (!abstention_apply(change, score, from, err))
		return false;
	touched[place] = true;
	return true;
}

static bool abstention_write(
	struct change *change, const struct assess_subject *subject, const struct score *score, struct error *err)
{
	if (!score->abstention)
		return store_run(change->store, SQL_ABSTENTION_DROP,
			BINDS(BIND("assessment", subject->assessment), BIND("criterion", score->criterion->id)), err);
	return store_run(change->store, SQL_ABSTENTION_PUT,
		BINDS(BIND("assessment", subject->assessment), BIND("criteria_version", subject->criteria_version),
			BIND("criterion", score->criterion->id), BIND("reason", score->abstention)),
		err);
}

static bool score_write(
	struct change *change, const struct assess_subject *subject, const struct score *score, struct error *err)
{
	return abstention_write(change, subject, score, err) &&
	       store_run(change->store, SQL_SCORE_WRITE,
		       BINDS(BIND("assessment", subject->assessment),
			       BIND("criteria_version", subject->criteria_version),
			       BIND("criterion", score->criterion->id),
			       BIND("points", score->points == SCORE_NONE ? MONEY_UNKNOWN : score->points),
			       BIND("low", score->low == SCORE_NONE ? MONEY_UNKNOWN : score->low),
			       BIND("high", score->high == SCORE_NONE ? MONEY_UNKNOWN : score->high),
			       BIND("reason", score->reason)),
		       err);
}

/* The assessment's row: made by the first score, counted up by the next. */
static bool assessment_touch(struct change *change, struct assess_subject *subject, struct error *err)
{
	if (subject->assessment)
		return store_run(change->store, SQL_ASSESSMENT_TOUCH,
			BINDS(BIND("id", subject->assessment), BIND("version", subject->version)), err);
	if (!store_run(change->store, SQL_ASSESSMENT_ADD,
		    BINDS(BIND("assignment", subject->assignment), BIND("criteria_version", subject->criteria_version)),
		    err))
		return false;
	subject->assessment = store_last_id(change->store);
	return true;
}

static bool sheet_write(struct change *change, const struct score_sheet *sheet, struct assess_subject *subject,
	const bool touched[SCORE_CRITERIA], struct error *err)
{
	const char *before = NULL;

	if (subject->assessment && !(before = change_facts(change, OBJECT_ASSESSMENT, subject->assessment, err)))
		return false;
	if (!assessment_touch(change, subject, err))
		return false;
	for (int i = 0; i < sheet->count; i++) {
		if (touched[i] && !score_write(change, subject, &sheet->items[i], err))
			return false;
	}
	return change_record(change, OBJECT_ASSESSMENT, subject->assessment, subject->application, before, err);
}

/* The rights and the state that scoring and handing in share. */
bool assess_sheet_may(struct change *change, const struct assess_subject *subject, struct error *err)
{
	return may_about(
		       change->cw, RIGHT_SCORE_PUT, subject->relation & ~RELATION_BARRED, subject->application, err) &&
	       assess_subject_is_open(subject, err) &&
	       change_fresh(change, OBJECT_ASSESSMENT, subject->assessment, subject->version, err);
}

static bool sheet_is_draft(struct change *change, const struct assess_subject *subject, struct error *err)
{
	if (!may_about(change->cw, RIGHT_SCORE_PUT, subject->relation & ~RELATION_BARRED, subject->application, err) ||
		!assess_subject_is_open(subject, err))
		return false;
	if (subject->submitted_at)
		return refuse(err, ERROR_INVALID,
			_("Your assessment of %s was handed in %.16s and stays as it is. Score it again to change what "
			  "counts. Nothing was saved."),
			subject->number, subject->submitted_at);
	return assess_sheet_may(change, subject, err);
}

static bool put(struct change *change, struct score_sheet *sheet, int64_t measure, const struct score_change *changes,
	int count, struct error *err)
{
	struct assess_subject subject;
	bool touched[SCORE_CRITERIA] = {0};

	if (!assess_sheet_read(change->cw, measure, sheet, &subject, err) || !sheet_is_draft(change, &subject, err))
		return false;
	for (int i = 0; i < count; i++) {
		if (!assess_change_apply(change, sheet, &changes[i], touched, err))
			return false;
	}
	for (int i = 0; i < sheet->count; i++) {
		if (touched[i] && !assess_points_fit(&sheet->items[i], err))
			return false;
	}
	return sheet_write(change, sheet, &subject, touched, err);
}

bool score_put(struct casework *cw, const struct operation *op, int64_t measure, const struct score_change *changes,
	int count, struct error *err)
{
	struct change change;
	struct score_sheet sheet = {0};

	if (!change_begin(&change, cw, op, "score-put", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	arena_init(&sheet.arena);
	bool written = put(&change, &sheet, measure, changes, count, err);
	score_sheet_done(&sheet);
	return written ? change_commit(&change, err) : change_abandon(&change);
}

/* ---- handing in */

static void missing_say(struct buffer *missing, const struct score *score)
{
	bool points = score->points == SCORE_NONE, reason = text_blank(score->reason);

	if (score->abstention || (!points && !reason))
		return;
	buffer_format(missing, "%s%s %s", missing->bytes ? ", " : "", score->criterion->id,
		points && reason ? _("points and reason")
		: points         ? _("points")
				 : _("reason"));
}

static bool sheet_is_whole(const struct score_sheet *sheet, const struct assess_subject *subject, struct error *err)
{
	struct buffer missing;
	bool whole;

	buffer_init(&missing);
	for (int i = 0; i < sheet->count; i++)
		missing_say(&missing, &sheet->items[i]);
	whole = missing.bytes == 0 ||
		refuse(err, ERROR_INVALID,
			_("The assessment of %s cannot be handed in yet. Missing: %s. The draft is kept."),
			subject->number, missing.text);
	buffer_done(&missing);
	return whole;
}

static bool submit(struct change *change, struct score_sheet *sheet, int64_t measure, struct error *err)
{
	struct assess_subject subject;

	if (!assess_sheet_read(change->cw, measure, sheet, &subject, err) || !sheet_is_draft(change, &subject, err) ||
		!sheet_is_whole(sheet, &subject, err))
		return false;
	const char *before = change_facts(change, OBJECT_ASSESSMENT, subject.assessment, err);
	return before &&
	       store_run(change->store, SQL_ASSESSMENT_SUBMIT,
		       BINDS(BIND("id", subject.assessment), BIND("version", subject.version),
			       BIND("submitted_at", (const char *)change->now)),
		       err) &&
	       change_record(change, OBJECT_ASSESSMENT, subject.assessment, subject.application, before, err);
}

bool score_submit(struct casework *cw, const struct operation *op, int64_t measure, struct error *err)
{
	struct change change;
	struct score_sheet sheet = {0};

	if (!change_begin(&change, cw, op, "score-submit", err))
		return false;
	if (change.repeated)
		return change_repeated(&change, NULL);
	arena_init(&sheet.arena);
	bool written = submit(&change, &sheet, measure, err);
	score_sheet_done(&sheet);
	return written ? change_commit(&change, err) : change_abandon(&change);
}
