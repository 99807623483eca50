/* What is handed in on a measure, for those who may see it, and what is left for the actor to do. Invariant: nothing of
 * another's draft is ever here. */
#include "casework/assess_inner.h"

#include "base/words.h"
#include "casework/grow.h"
#include "casework/rank_inner.h"

/* ---- submitted sheets side by side */

static int view_place(const struct score_views *views, const char *criterion)
{
	for (int i = 0; i < views->criterion_count; i++) {
		if (!strcmp(views->criteria[i]->id, criterion))
			return i;
	}
	return -1;
}

static void criteria_choose(struct score_views *views, int64_t version)
{
	for (int i = 0; i < views->programme.criterion_count; i++) {
		const struct criterion *criterion = &views->programme.criteria[i];
		if (criterion->version != version)
			continue;
		assert(views->criterion_count < SCORE_CRITERIA);
		views->agreed[views->criterion_count] = SCORE_NONE;
		views->criteria[views->criterion_count++] = criterion;
	}
}

static struct score_view *view_add(struct score_views *views, const char *name, bool own, bool set_aside)
{
	GROW(&views->arena, views->items, views->count);
	struct score_view *view = &views->items[views->count++];
	*view = (struct score_view){.name = name, .own = own, .set_aside = set_aside};
	for (int i = 0; i < SCORE_CRITERIA; i++)
		view->points[i] = SCORE_NONE;
	return view;
}

/* The latest word that the round's steps fit is what counts; they come first to last. */
static void word_count(struct score_view *view, const struct score_word *word)
{
	int k = word->criterion;

	view->late[k] += word->n > 0;
	if (!word->same)
		return;
	view->points[k] = word->points;
	view->reason[k] = word->reason;
}

static void word_read(struct rows *rows, struct score_views *views, struct score_view *view)
{
	struct arena *arena = &views->arena;
	struct score_word word = {
		.criterion = view_place(views, rows_text(rows, "criterion", arena)),
		.n = (int)rows_number(rows, "n"),
		.points = (int)rows_number_or(rows, "points", SCORE_ABSTAINED),
		.low = (int)rows_number_or(rows, "low", SCORE_NONE),
		.high = (int)rows_number_or(rows, "high", SCORE_NONE),
		.reason = rows_text(rows, "reason", arena),
		.why = rows_text(rows, "why", arena),
		.at = rows_text(rows, "at", arena),
		.by = rows_text(rows, "by", arena),
		.same = rows_bool(rows, "same"),
	};

	if (word.criterion < 0)
		return; /* the round asks it no more */
	GROW(arena, view->words, view->word_count);
	view->words[view->word_count++] = word;
	word_count(view, &word);
}

static void views_weigh(struct score_views *views)
{
	for (int i = 0; i < views->count; i++) {
		struct score_view *view = &views->items[i];
		for (int k = 0; k < views->criterion_count; k++) {
			if (view->points[k] < 0)
				continue;
			view->weighted += views->criteria[k]->weight * view->points[k];
			view->weight_set += views->criteria[k]->weight;
		}
	}
}

/* A sheet's rows come one after the other. */
static bool views_read(
	struct casework *cw, const struct assess_subject *subject, struct score_views *views, struct error *err)
{
	int64_t assessment = 0;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_SCORE_VIEWS,
		    BINDS(BIND("measure", subject->measure), BIND("version", subject->round_criteria),
			    BIND("viewer", casework_actor(cw))),
		    &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t this = rows_number(&rows, "assessment");
		const char *name = rows_text(&rows, "name", &views->arena);
		bool own = rows_bool(&rows, "own"), set_aside = rows_bool(&rows, "set_aside");

		if (this != assessment)
			view_add(views, name, own, set_aside);
		assessment = this;
		word_read(&rows, views, &views->items[views->count - 1]);
	}
	views_weigh(views);
	return rows_done(&rows, err);
}

static bool consensus_read(
	struct casework *cw, const struct assess_subject *subject, struct score_views *views, struct error *err)
{
	struct arena *arena = &views->arena;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_CONSENSUS_LIST, BINDS(BIND("measure", subject->measure)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		struct consensus said = {
			.criterion = view_place(views, rows_text(&rows, "criterion", arena)),
			.n = (int)rows_number(&rows, "n"),
			.points = (int)rows_number_or(&rows, "points", SCORE_NONE),
			.discussion = rows_text(&rows, "discussion", arena),
			.on_day = rows_text(&rows, "on_day", arena),
			.by = rows_text(&rows, "recorded_by", arena),
			.at = rows_text(&rows, "recorded_at", arena),
			.counts = rows_number_or(&rows, "counts", 0) != 0,
		};
		if (said.criterion < 0)
			continue;
		GROW(arena, views->consensus, views->consensus_count);
		views->consensus[views->consensus_count++] = said;
		if (said.counts)
			views->agreed[said.criterion] = said.points;
	}
	return rows_done(&rows, err);
}

struct summing {
	struct score_views *views;
	const struct rank_criteria *criteria;
};

static void standing_take(const struct rank_counted *counted, void *closure)
{
	struct summing *summing = closure;
	struct rank_standing standing;

	rank_standing_count(summing->criteria, counted->sheets, counted->sheet_count, counted->agreed, &standing);
	if (standing.missing)
		return;
	summing->views->points_100 = rank_hundred(standing.mean);
	summing->views->median_100 = rank_hundred(standing.median);
}

/* The same points as in the ranking. */
static bool points_read(
	struct casework *cw, const struct assess_subject *subject, struct score_views *views, struct error *err)
{
	struct rank_criteria criteria;
	struct summing summing = {views, &criteria};

	views->points_100 = views->median_100 = -1;
	return rank_criteria_read(cw, subject->round, subject->round_criteria, &views->arena, &criteria, err) &&
	       rank_counted_measure_read(cw, subject->measure, &criteria, standing_take, &summing, err);
}

static bool subject_is_seen(struct casework *cw, const struct assess_subject *subject, struct error *err)
{
	if (score_seen(access_roles(cw), subject->relation, subject->decided))
		return true;
	if (subject->relation & RELATION_UNSUBMITTED)
		return refuse(err, ERROR_DENIED,
			_("Others' scores of %s are hidden until you have handed in your own."), subject->number);
	return bar_opens(cw, subject->application, err) && may(cw, RIGHT_SEE_POINTS, subject->relation, err);
}

static bool all_read(struct casework *cw, int64_t measure, struct score_views *views, struct error *err)
{
	struct assess_subject subject;

	if (!assess_subject_read(cw, measure, &views->arena, &subject, err) || !subject_is_seen(cw, &subject, err) ||
		!programme_load(cw, &views->programme, err))
		return false;
	criteria_choose(views, subject.round_criteria);
	return views_read(cw, &subject, views, err) && consensus_read(cw, &subject, views, err) &&
	       points_read(cw, &subject, views, err);
}

bool score_views_load(struct casework *cw, int64_t measure, struct score_views *out, struct error *err)
{
	struct score_views views = {0};

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) || !store_look(casework_store(cw), err))
		return false;
	arena_init(&views.arena);
	bool read = all_read(cw, measure, &views, err);
	store_look_done(casework_store(cw));
	if (!read) {
		score_views_done(&views);
		return false;
	}
	*out = views;
	return true;
}

void score_views_done(struct score_views *views)
{
	if (!views)
		return;
	programme_done(&views->programme);
	arena_done(&views->arena);
}

/* ---- what is left to do */

static void todo_read(struct rows *rows, struct score_todo_list *list)
{
	struct arena *arena = &list->arena;

	GROW(arena, list->items, list->count);
	list->items[list->count++] = (struct score_todo){
		.measure = rows_number(rows, "measure"),
		.application = rows_number(rows, "application"),
		.year = (int)rows_number(rows, "year"),
		.application_n = (int)rows_number(rows, "application_n"),
		.n = (int)rows_number(rows, "n"),
		.set = (int)rows_number(rows, "scored"),
		.wanted = (int)rows_number(rows, "wanted"),
		.title = rows_text(rows, "title", arena),
		.lead_short = rows_text(rows, "lead_short", arena),
		.submitted_at = rows_text(rows, "submitted_at", arena),
	};
}

bool score_todo_load(struct casework *cw, struct score_todo_list *out, struct error *err)
{
	struct score_todo_list list = {0};
	struct rows rows;

	if (!may(cw, RIGHT_SEE, RELATION_NONE, err) ||
		!store_ask(casework_store(cw), SQL_SCORE_TODO, BINDS(BIND("person", casework_actor(cw))), &rows, err))
		return false;
	arena_init(&list.arena);
	while (rows_next(&rows))
		todo_read(&rows, &list);
	if (!rows_done(&rows, err)) {
		arena_done(&list.arena);
		return false;
	}
	*out = list;
	return true;
}

void score_todo_done(struct score_todo_list *list)
{
	if (list)
		arena_done(&list->arena);
}
