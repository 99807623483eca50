/* What is handed in on a measure, for those who may see it, and what is left for the actor to do. Invariant: nothing of
 * another's draft is ever here. */
#include "casework/assess_inner.h"

#include "base/words.h"
#include "casework/grow.h"

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
		views->criteria[views->criterion_count++] = criterion;
	}
}

static struct score_view *view_add(struct score_views *views, const char *name, bool set_aside)
{
	GROW(&views->arena, views->items, views->count);
	struct score_view *view = &views->items[views->count++];
	*view = (struct score_view){.name = name, .set_aside = set_aside};
	for (int i = 0; i < SCORE_CRITERIA; i++)
		view->points[i] = SCORE_NONE;
	return view;
}

/* A sheet's rows come one after the other. */
static bool views_read(
	struct casework *cw, const struct assess_subject *subject, struct score_views *views, struct error *err)
{
	int64_t assessment = 0;
	struct rows rows;

	if (!store_ask(casework_store(cw), SQL_SCORE_VIEWS, BINDS(BIND("measure", subject->measure)), &rows, err))
		return false;
	while (rows_next(&rows)) {
		int64_t this = rows_number(&rows, "assessment"), version = rows_number(&rows, "criteria_version");
		const char *name = rows_text(&rows, "name", &views->arena);
		const char *reason = rows_text(&rows, "reason", &views->arena);
		bool set_aside = rows_bool(&rows, "set_aside");
		int points = (int)rows_number(&rows, "points"), weight = (int)rows_number(&rows, "weight");

		if (views->count == 0)
			criteria_choose(views, version);
		if (this != assessment)
			view_add(views, name, set_aside);
		assessment = this;
		struct score_view *view = &views->items[views->count - 1];
		int place = view_place(views, rows_text(&rows, "criterion", &views->arena));
		view->weighted += weight * points;
		if (place < 0)
			continue;
		view->points[place] = points;
		view->reason[place] = reason;
	}
	return rows_done(&rows, err);
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
		!programme_load(cw, &views->programme, err) || !views_read(cw, &subject, views, err))
		return false;
	if (views->count == 0)
		criteria_choose(views, subject.criteria_version);
	return true;
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
