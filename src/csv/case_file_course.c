/* What has been asked, scored and done in a case, on paper. Invariant: what the reader may not see
 * is not there, by the loads' own rules: nothing is hidden here. */
#include "csv/case_file_inner.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/clock.h"
#include "casework/closure.h"
#include "casework/event.h"
#include "casework/version.h"
#include "csv/closing.h"

static void gate_put_on(struct case_file *file, const struct gate_row *row)
{
	struct paper *paper = file->paper;
	bool there = row->id && rewind_there(&file->rewind, OBJECT_GATE_ANSWER, row->id);

#define WAS(column) (there ? rewind_text(&file->rewind, OBJECT_GATE_ANSWER, row->id, #column, row->column) : NULL)
	paper_item(paper, arena_format(&paper->arena, "%s  %s%s%s", row->gate->id, row->gate->name[words_swedish()],
				  row->about ? ", " : "", row->about ? row->about : ""));
	paper_text(paper, "gate", NULL, row->gate->id);
	paper_text(paper, "about", NULL, row->about);
	paper_word(paper, "answer", _("Answer"), WAS(answer),
		there ? case_file_word(file, "answer", WAS(answer)) : _("not answered"));
	paper_text(paper, "reason", _("Reason"), WAS(reason));
	paper_word(paper, "way", _("The way on"), WAS(way), case_file_word(file, "way", WAS(way)));
	paper_text(paper, "due", _("Last day"), WAS(due_on));
	paper_text(paper, "answered_at", _("Answered"), WAS(answered_at));
	paper_text(paper, "answered_by", file->rewind.day ? NULL : _("Answered by"), row->answered_by);
	paper_item_end(paper);
#undef WAS
}

bool case_file_gates(struct case_file *file, struct error *err)
{
	(void)err;
	paper_list(file->paper, "gates", NULL);
	for (int i = 0; i < file->gates.count; i++)
		gate_put_on(file, &file->gates.items[i]);
	paper_list_end(file->paper, NULL);
	return true;
}

static void clock_items_put(struct case_file *file, const struct clock_row *row)
{
	struct paper *paper = file->paper;

	paper_list(paper, "items", NULL);
	for (int i = 0; i < row->item_count; i++) {
		const char *met = case_file_by_then(file, row->items[i].met_on) ? row->items[i].met_on : NULL;

		paper_item(paper, row->items[i].text);
		paper_text(paper, "text", NULL, row->items[i].text);
		paper_text(paper, "met", _("Came"), met);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void clock_respites_put(struct case_file *file, const struct clock_row *row)
{
	struct paper *paper = file->paper;

	paper_list(paper, "respites", NULL);
	for (int i = 0; i < row->respite_count; i++) {
		const struct clock_respite *respite = &row->respites[i];

		if (!case_file_by_then(file, respite->ruled_at))
			continue;
		paper_item(paper, respite->new_due_on ? _("More time") : _("More time refused"));
		paper_text(paper, "asked", _("Asked on"), respite->asked_on);
		paper_text(paper, "old_due", _("From"), respite->old_due_on);
		paper_text(paper, "new_due", _("To"), respite->new_due_on);
		paper_text(paper, "why", _("Why"), respite->why);
		paper_text(paper, "signed_by", _("Signed by"), respite->signed_by);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void clock_put_on(struct case_file *file, const struct clock_row *row)
{
	struct paper *paper = file->paper;
	const char *outcome;

#define WAS(column) rewind_text(&file->rewind, OBJECT_CLOCK, row->id, #column, row->column)
	outcome = WAS(outcome);
	paper_item(paper, arena_format(&paper->arena, "%d  %s", row->n, clock_kind_words(row->kind)));
	paper_number(paper, "n", NULL, row->n);
	paper_text(paper, "kind", NULL, row->kind);
	paper_number(paper, "measure", _("Measure"), row->measure_n);
	paper_text(paper, "asked", _("Asked of"), row->participant_short ? row->participant_short : row->asked_whom);
	paper_text(paper, "asks", _("What is asked"), row->asks);
	paper_text(paper, "sent", _("Sent"), row->sent_on);
	paper_text(paper, "due", _("Last day"), WAS(due_on));
	paper_text(paper, "signed_by", _("Signed by"), row->signed_by);
	paper_text(paper, "power", _("By"), row->power);
	paper_text(paper, "answered", _("Answered"), WAS(answered_on));
	paper_text(paper, "answer", _("Answer"), WAS(answer));
	paper_word(paper, "outcome", _("Outcome"), outcome, outcome ? clock_outcome_words(outcome) : NULL);
	paper_text(paper, "consequence", _("What follows"), WAS(consequence));
	paper_text(paper, "ended", _("Ended"), WAS(ended_on));
#undef WAS
	clock_items_put(file, row);
	clock_respites_put(file, row);
	paper_item_end(paper);
}

static void uncommunicated_put(struct case_file *file, const struct clock_list *list)
{
	struct paper *paper = file->paper;

	paper_list(paper, "uncommunicated", NULL);
	for (int i = 0; i < list->uncommunicated_count; i++) {
		const struct clock_uncommunicated *each = &list->uncommunicated[i];

		if (!case_file_by_then(file, each->judged_at))
			continue;
		paper_item(paper, _("Communication obviously unnecessary (25 § FL)"));
		paper_number(paper, "measure", _("Measure"), each->measure_n);
		paper_text(paper, "why", _("Why"), each->why);
		paper_text(paper, "judged_by", _("Judged by"), each->judged_by);
		paper_text(paper, "judged_at", _("When"), each->judged_at);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

bool case_file_clocks(struct case_file *file, struct error *err)
{
	struct paper *paper = file->paper;
	struct clock_list list;

	if (!clock_list_load(file->cw, file->application, &list, err))
		return false;
	paper_list(paper, "clocks", NULL);
	for (int i = 0; i < list.count; i++)
		if (rewind_there(&file->rewind, OBJECT_CLOCK, list.items[i].id))
			clock_put_on(file, &list.items[i]);
	paper_list_end(paper, _("No deadline has been set."));
	uncommunicated_put(file, &list);
	clock_list_done(&list);
	return true;
}

bool case_file_versions(struct case_file *file, struct error *err)
{
	struct paper *paper = file->paper;
	struct version_list list;

	if (!version_list_load(file->cw, file->application, &list, err))
		return false;
	paper_list(paper, "versions", NULL);
	for (int i = 0; i < list.count; i++) {
		if (!case_file_by_then(file, list.items[i].kept_at))
			continue;
		paper_item(paper, arena_format(&paper->arena, _("Version %d"), list.items[i].n));
		paper_number(paper, "n", NULL, list.items[i].n);
		paper_text(paper, "kept_at", _("Kept on"), list.items[i].kept_at);
		paper_text(paper, "kept_by", _("Kept by"), list.items[i].kept_by);
		paper_text(paper, "why", _("Why"), list.items[i].why);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("No earlier version."));
	version_list_done(&list);
	return true;
}

/* What stood before the word that counts, or came after it under other steps. */
static void words_put(struct paper *paper, const struct score_view *view, int k)
{
	paper_list(paper, "history", view->late[k] ? _("Earlier and later words") : NULL);
	for (int i = 0; i < view->word_count; i++) {
		const struct score_word *word = &view->words[i];

		if (word->criterion != k || !view->late[k])
			continue;
		paper_item(paper,
			arena_format(&paper->arena, word->points < 0 ? _("%.16s  %s abstained") : "%.16s  %s: %d",
				word->at, word->by, word->points));
		paper_text(paper, "at", NULL, word->at);
		paper_text(paper, "by", NULL, word->by);
		paper_number(paper, "points", NULL, word->points < 0 ? MONEY_UNKNOWN : word->points);
		paper_text(paper, "reason", _("Reason"), word->reason);
		paper_text(paper, "why", _("Why again"), word->why);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void consensus_put(struct paper *paper, const struct score_views *views)
{
	paper_list(paper, "consensus", views->consensus_count ? _("Said together") : NULL);
	for (int i = 0; i < views->consensus_count; i++) {
		const struct consensus *said = &views->consensus[i];
		const struct criterion *criterion = views->criteria[said->criterion];

		paper_item(paper,
			arena_format(&paper->arena, said->points < 0 ? _("%s  %s: no step agreed on") : "%s  %s: %d",
				criterion->id, criterion->name[words_swedish()], said->points));
		paper_text(paper, "criterion", NULL, criterion->id);
		paper_number(paper, "points", NULL, said->points < 0 ? MONEY_UNKNOWN : said->points);
		paper_text(paper, "discussion", _("What was said"), said->discussion);
		paper_text(paper, "on", _("Day"), said->on_day);
		paper_text(paper, "recorded_by", _("Recorded by"), said->by);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void views_put(struct case_file *file, const struct score_views *views)
{
	struct paper *paper = file->paper;

	paper_list(paper, "assessments", NULL);
	for (int i = 0; i < views->count; i++) {
		const struct score_view *view = &views->items[i];

		paper_item(paper, view->name);
		paper_text(paper, "name", NULL, view->name);
		paper_number(paper, "weighted_400", _("Weighted points of 400"), view->weighted);
		paper_list(paper, "criteria", NULL);
		for (int k = 0; k < views->criterion_count; k++) {
			if (view->points[k] == SCORE_NONE)
				continue;
			paper_item(paper,
				arena_format(&paper->arena, view->points[k] < 0 ? _("%s  %s: abstains") : "%s  %s: %d",
					views->criteria[k]->id, views->criteria[k]->name[words_swedish()],
					view->points[k]));
			paper_text(paper, "criterion", NULL, views->criteria[k]->id);
			paper_number(paper, "points", NULL, view->points[k] < 0 ? MONEY_UNKNOWN : view->points[k]);
			paper_text(paper, "reason", _("Reason"), view->reason[k]);
			words_put(paper, view, k);
			paper_item_end(paper);
		}
		paper_list_end(paper, NULL);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("Nothing is handed in."));
	consensus_put(paper, views);
}

/* The points of one measure, or that they may not be seen by this reader now. */
static bool scores_put(struct case_file *file, const struct measure *measure, struct error *err)
{
	struct paper *paper = file->paper;
	struct score_views views;
	struct error why = {0};
	bool working = file->open && !measure->outcome; /* until the measure is decided */
	bool seen = !working && score_views_load(file->cw, measure->id, &views, &why);

	if (!seen && !working && why.kind != ERROR_DENIED)
		return refuse(err, why.kind, "%s", why.text);
	paper_item(paper, arena_format(&paper->arena, _("Measure %d"), measure->n));
	paper_number(paper, "n", NULL, measure->n);
	paper_bool(paper, "points_hidden", _("Hidden from you"), !seen && !working);
	if (file->open) {
		paper_bool(paper, "points_left_out", NULL, working);
		if (working)
			paper_say(paper,
				_("Left out: assessments of a measure that is not decided are working material."));
	}
	if (seen) {
		views_put(file, &views);
		score_views_done(&views);
	}
	paper_item_end(paper);
	return true;
}

bool case_file_scores(struct case_file *file, struct error *err)
{
	const struct measure_list *list = &file->contents.measures;

	if (file->rewind.day) {
		paper_say(file->paper,
			_("Points cannot be shown as of a day: what was handed in by then is among the events."));
		return true;
	}
	paper_list(file->paper, "measures", NULL);
	for (int i = 0; i < list->count; i++)
		if (!scores_put(file, &list->items[i], err))
			return false;
	paper_list_end(file->paper, NULL);
	return true;
}

bool case_file_closing(struct case_file *file, struct error *err)
{
	struct closure closure;

	if (!closure_load(file->cw, file->application, &closure, err))
		return false;
	if (!rewind_there(&file->rewind, OBJECT_CLOSURE, closure.id)) {
		paper_say(file->paper, _("Not closed then."));
	} else if (!closure.id) {
		paper_say(file->paper, _("Not closed."));
	} else {
		case_file_leaves(file, "notes_left_out",
			_("Left out, as working material: working notes that nobody has settled, %d of them."),
			closure.note_count);
		if (file->open)
			closure.note_count = 0;
		closing_write(file->paper, &closure);
	}
	closure_done(&closure);
	return true;
}

bool case_file_events(struct case_file *file, struct error *err)
{
	struct event_query query = {.application = file->application};
	struct paper *paper = file->paper;
	struct event_list list;
	char head[HASH_TEXT];
	int64_t seq;

	if (!event_list_load(file->cw, &query, &list, err))
		return false;
	paper_list(paper, "events", NULL);
	for (int i = list.count; i-- > 0;) {
		const struct event_row *event = &list.items[i];

		if (!case_file_by_then(file, event->at))
			continue;
		paper_item(paper, arena_format(&paper->arena, "%.16s  %s %s%s%s", event->at, event->actor,
					  event_words(event), *event->cause ? ": " : "", event->cause));
		paper_number(paper, "number", NULL, event->seq);
		paper_text(paper, "at", NULL, event->at);
		paper_text(paper, "actor", NULL, event->actor);
		paper_text(paper, "role", NULL, event->role);
		paper_text(paper, "action", NULL, event->action);
		paper_text(paper, "object", NULL, event->object);
		paper_text(paper, "cause", NULL, event->cause);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
	event_list_done(&list);
	if (!event_head(file->cw, &seq, head, err))
		return false;
	paper_number(paper, "chain_number", _("The chain's last event"), seq);
	paper_text(paper, "chain_hash", _("Its hash"), head);
	return true;
}
