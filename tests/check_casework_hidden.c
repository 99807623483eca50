/* Hidden scores: whatever others have given, an actor who may not see it gets the same bytes. Each claim plays the same
 * year in two offices that differ in nothing but hidden scores, and writes down all that the actor can load. Built a
 * second time without the predicate that hides (HIDDEN_CONTROL): then the two must differ. */
#include "claims.h"
#include "contest.h"

#include "base/buffer.h"
#include "base/words.h"
#include "casework/assess.h"
#include "casework/criteria.h"
#include "casework/disqualification.h"
#include "casework/event.h"
#include "casework/measure.h"
#include "casework/rank.h"

#ifdef HIDDEN_CONTROL
bool control_seen(unsigned roles, unsigned relation, bool decided)
{
	(void)roles, (void)relation, (void)decided;
	return true;
}
#endif

static struct casework *cw;
static int64_t round_id, one, two, three;

/* ---- one year, with these scores */

struct scores {
	int one[3], two[3], three[3];
};
/* They stand in three different orders, and the hidden one of `two` changes where the line goes. */
static const struct scores middle = {{3, 3, 3}, {2, 3, 4}, {1, 1, 1}}, best = {{3, 3, 3}, {4, 4, 3}, {1, 1, 1}},
			   worst = {{3, 3, 3}, {0, 1, 0}, {1, 1, 1}}, turned = {{1, 0, 2}, {4, 2, 3}, {3, 4, 4}};

static void give(int64_t measure, const char *login, const int points[3])
{
	static const char *const criteria[] = {"K1", "K2", "K3"};

	contest_assign(cw, measure, login);
	office_sit(cw, login);
	for (int i = 0; i < 3; i++) {
		char reason[40];
		struct score_change change = {.criterion = criteria[i], .set_points = true, .points = points[i]};

		snprintf(reason, sizeof(reason), "%s %d.", measure == two ? "MÄRKE" : "Skäl", points[i]);
		change.set_reason = true;
		change.reason = reason;
		OK(score_put(cw, NULL, measure, &change, 1, err));
	}
	OK(score_submit(cw, NULL, measure, err));
}

static void limit_tight(void)
{
	struct limit_change change = {.kind = "round",
		.year = 2026,
		.round = round_id,
		.ore = INT64_C(1500000000),
		.source = "Beslut",
		.valid_from = "2026-01-01"};

	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &change, err));
}

/* A second version of the criteria, in which K2 weighs most. */
static void draft_make(void)
{
	static const int weights[] = {20, 70, 10};
	struct criteria draft;

	office_sit(cw, "elin");
	OK(criteria_draft(cw, NULL, 1, "Evidence weighs too little.", NULL, err));
	OK(criteria_load(cw, 2, &draft, err));
	for (int i = 0; i < draft.count; i++) {
		draft.items[i].weight = weights[i];
		OK(criterion_put(cw, NULL, 2, &draft.items[i], NULL, err));
	}
	criteria_done(&draft);
}

static void play(const struct scores *scores)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	one = contest_entry(cw, "Ett", 8000);
	two = contest_entry(cw, "Två", 9000);
	three = contest_entry(cw, "Tre", 7000);
	limit_tight();
	draft_make();
	give(one, "mats", scores->one);
	give(two, "mats", scores->two);
	give(three, "mats", scores->three);
}

static void lock(void)
{
	office_sit(cw, "kim");
	OK(rank_move(cw, NULL, round_id, two, 1, "MÄRKE flyttad.", err));
	OK(rank_set(cw, NULL, round_id, two, 2026, INT64_C(123400000), err));
	OK(rank_lock(cw, NULL, round_id, err));
}

/* ---- all that the actor can load */

static void years_write(struct buffer *out, const int64_t years[BUDGET_YEARS])
{
	for (int y = 0; y < BUDGET_YEARS; y++)
		buffer_format(out, " %lld", (long long)years[y]);
}

static void row_write(struct buffer *out, const struct rank_row *row)
{
	buffer_format(out, "row %d.%d %s place %d of points %d moved %d '%s'", row->application_n, row->n, row->title,
		row->place, row->point_place, row->moved, row->reason);
	buffer_format(out, " points %lld by %d, %d in, %d of %d; %d spread %d zero %d gates %d", (long long)row->points,
		row->assessors, row->submitted, row->criteria_scored, row->criteria_wanted, row->points_100,
		row->spread_100, row->zero_flag, row->gates_bad);
	years_write(out, row->sought);
	years_write(out, row->proposed);
	buffer_format(out, " set %d sought %lld proposed %lld total %lld fits %lld fit %d breaks %d %s\n",
		row->proposed_set, (long long)row->sought_ore, (long long)row->proposed_ore, (long long)row->total_ore,
		(long long)row->fits_ore, (int)row->fit, row->breaks_year, row->breaks_kind ? row->breaks_kind : "-");
}

static void ranking_write(struct buffer *out, int proposal_n, int year)
{
	struct ranking ranking;

	OK(ranking_load(cw, round_id, proposal_n, year, &ranking, err));
	buffer_format(out,
		"ranking %d version %lld: %d, %d placed, line %d, left %lld used %lld proposed %lld, %s %d, %d "
		"hidden\n",
		ranking.n, (long long)ranking.version, ranking.count, ranking.placed, ranking.line,
		(long long)ranking.left_ore, (long long)ranking.used_ore, (long long)ranking.proposed_ore,
		ranking.binding_kind ? ranking.binding_kind : "-", ranking.binding_year, ranking.hidden);
	for (int i = 0; i < ranking.count; i++)
		row_write(out, &ranking.items[i]);
	ranking_done(&ranking);
}

/* What another version of the criteria would do. */
static void preview_write(struct buffer *out)
{
	struct criteria_preview preview;
	const struct comparison *order = &preview.order;

	OK(criteria_preview_load(cw, 2, round_id, 0, &preview, err));
	buffer_format(out, "preview %d moved, %d in, %d out, %d lack, %d of %d to complete, %d hidden\n", order->moved,
		order->fell_in, order->fell_out, preview.lacking, preview.incomplete, preview.sheets,
		order->after.hidden);
	for (int i = 0; i < order->count; i++) {
		row_write(out, order->items[i].before);
		row_write(out, order->items[i].after);
	}
	criteria_preview_done(&preview);
}

static void budget_write(struct buffer *out)
{
	struct budget budget;
	struct budget_rounds rounds;

	OK(budget_load(cw, round_id, &budget, err));
	for (int y = 0; y < BUDGET_YEARS; y++)
		buffer_format(out, "budget %d %lld left %lld over %d\n", budget.years[y].year,
			(long long)budget.years[y].proposed, (long long)budget.years[y].left, budget.years[y].over);
	OK(budget_rounds_load(cw, 2026, &rounds, err));
	buffer_format(out, "round %lld\n", (long long)rounds.items[0].proposed);
	budget_rounds_done(&rounds);
}

static void sheets_write(struct buffer *out, int64_t measure)
{
	struct assessor_list list;
	struct score_views views;
	struct error refused = {0};

	OK(assessor_list_load(cw, measure, &list, err));
	for (int i = 0; i < list.count; i++)
		buffer_format(out, "assessor %s %d %s\n", list.items[i].login, list.items[i].scored,
			list.items[i].submitted_at ? list.items[i].submitted_at : "-");
	assessor_list_done(&list);
	if (!score_views_load(cw, measure, &views, &refused)) {
		buffer_format(out, "views: %s\n", refused.text);
		return;
	}
	for (int i = 0; i < views.count; i++) {
		buffer_format(out, "view %s %d:", views.items[i].name, views.items[i].weighted);
		for (int k = 0; k < views.criterion_count; k++)
			buffer_format(out, " %d %s", views.items[i].points[k], views.items[i].reason[k]);
	}
	score_views_done(&views);
}

#ifndef HIDDEN_CONTROL
/* All but the office's own random id. */
static void events_write(struct buffer *out)
{
	struct event_query all = {0};
	struct event_list list;

	OK(event_list_load(cw, &all, &list, err));
	for (int i = 0; i < list.count; i++) {
		const struct event_row *event = &list.items[i];
		if (!strcmp(event->object, "office"))
			continue;
		buffer_format(out, "%s %s: %s %s\n%s\n", event->actor, event->action,
			event->before ? event->before : "-", event->after ? event->after : "-",
			event_difference(event, &list.arena));
	}
	event_list_done(&list);
}
#endif

/* With the control's eyes the log is left out: it has a predicate of its own. */
static char *seen_by(const char *login, int proposals)
{
	struct buffer out;
	char *text;

	office_sit(cw, login);
	buffer_init(&out);
	for (int n = 0; n <= proposals; n++) {
		ranking_write(&out, n, 0);
		ranking_write(&out, n, 2026);
	}
	budget_write(&out);
	preview_write(&out);
	sheets_write(&out, two);
#ifndef HIDDEN_CONTROL
	events_write(&out);
#endif
	text = strdup(out.text);
	buffer_done(&out);
	casework_close(cw);
	return text;
}

/* Where two texts part, for the one who has to find out why. */
static int parts_at(const char *first, const char *second)
{
	int at = 0;

	while (first[at] && first[at] == second[at])
		at++;
	return at > 60 ? at - 60 : 0;
}

/* The claim itself: the same for all of the two, and no mark; the control says the opposite. */
static void hidden(char *first, char *second)
{
	bool same = !strcmp(first, second), marked = strstr(first, "MÄRKE") || strstr(first, "123400000");
	int at = parts_at(first, second);

#ifdef HIDDEN_CONTROL
	same = !same;
	marked = !marked;
#endif
	ck_assert_msg(same, "%.200s\n--- against\n%.200s", first + at, second + at);
	ck_assert_msg(!marked, "the mark is %s", marked ? "there" : "gone");
	free(first);
	free(second);
}

/* ---- claims */

static char *assessor_sees(const struct scores *scores)
{
	play(scores);
	office_sit(cw, "kim");
	OK(rank_set(cw, NULL, round_id, two, 2026, INT64_C(123400000), err));
	contest_assign(cw, two, "maja");
	return seen_by("maja", 0);
}

START_TEST(an_assessor_who_has_not_handed_in_sees_the_same_whatever_the_other_gave)
{
	hidden(assessor_sees(&middle), assessor_sees(&best));
	hidden(assessor_sees(&middle), assessor_sees(&worst));
}
END_TEST

static char *late_assessor_sees(const struct scores *scores)
{
	play(scores);
	lock();
	contest_assign(cw, two, "maja");
	return seen_by("maja", 1);
}

START_TEST(a_locked_proposal_hides_it_too_from_an_assessor_assigned_afterwards)
{
	hidden(late_assessor_sees(&middle), late_assessor_sees(&best));
	hidden(late_assessor_sees(&best), late_assessor_sees(&worst));
}
END_TEST

static char *outsider_sees(const struct scores *scores, const char *login)
{
	play(scores);
	lock();
	return seen_by(login, 1);
}

START_TEST(who_may_not_see_points_sees_the_same_whatever_was_given)
{
	hidden(outsider_sees(&middle, "rut"), outsider_sees(&turned, "rut"));
	hidden(outsider_sees(&worst, "rut"), outsider_sees(&turned, "rut"));
}
END_TEST

/* maja has reported a conflict of interest in the case of `two`, or in the whole round, before anything was locked. */
static char *barred_sees(const struct scores *scores, bool whole_round)
{
	struct disqualification_change change = {.answer = "reported", .ground = "other", .what = "Leder projektet."};
	struct measure_list list;

	play(scores);
	OK(measure_load(cw, two, &list, err));
	change.about.application = whole_round ? 0 : list.items[0].application;
	change.about.round = whole_round ? round_id : 0;
	measure_list_done(&list);
	office_sit(cw, "maja");
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
	lock();
	return seen_by("maja", 1);
}

START_TEST(who_is_barred_from_a_case_sees_the_same_whatever_it_was_given)
{
	hidden(barred_sees(&middle, false), barred_sees(&best, false));
	hidden(barred_sees(&best, false), barred_sees(&worst, false));
}
END_TEST

START_TEST(who_is_barred_from_the_round_sees_the_same_whatever_was_given_in_it)
{
	hidden(barred_sees(&middle, true), barred_sees(&turned, true));
	hidden(barred_sees(&worst, true), barred_sees(&turned, true));
}
END_TEST

START_TEST(the_writing_down_does_tell_of_scores_to_who_may_see_them)
{
	char *first = outsider_sees(&middle, "rev"), *second = outsider_sees(&best, "rev");

	ck_assert_str_ne(first, second);
	ck_assert_ptr_nonnull(strstr(first, "MÄRKE"));
	free(first);
	free(second);
}
END_TEST

#ifndef HIDDEN_CONTROL
START_TEST(a_hidden_row_stands_at_the_foot_with_nothing_but_what_is_applied_for)
{
	struct ranking ranking;

	play(&best);
	lock();
	contest_assign(cw, two, "maja");
	office_sit(cw, "maja");
	OK(ranking_load(cw, round_id, 0, 0, &ranking, err));
	const struct rank_row *row = &ranking.items[2];
	ck_assert_int_eq(ranking.hidden, 1);
	ck_assert_int_eq(row->measure, two);
	ck_assert_int_eq(row->fit, RANK_HIDDEN);
	ck_assert_int_eq(row->place + row->point_place, 0);
	ck_assert_int_eq(row->points_100, -1);
	ck_assert_int_eq(row->proposed_ore, row->sought_ore);
	ck_assert_int_eq(ranking.items[1].place, 2);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST
#endif

int main(void)
{
	const TTest *const claims[] = {
		an_assessor_who_has_not_handed_in_sees_the_same_whatever_the_other_gave,
		a_locked_proposal_hides_it_too_from_an_assessor_assigned_afterwards,
		who_may_not_see_points_sees_the_same_whatever_was_given,
		who_is_barred_from_a_case_sees_the_same_whatever_it_was_given,
		who_is_barred_from_the_round_sees_the_same_whatever_was_given_in_it,
		the_writing_down_does_tell_of_scores_to_who_may_see_them,
#ifndef HIDDEN_CONTROL
		a_hidden_row_stands_at_the_foot_with_nothing_but_what_is_applied_for,
#endif
		NULL,
	};
	return claims_run("hidden", claims, 60);
}
