/* Rulings: what is not tried leaves the ranking, the lists of what is to be done and the statuses of what is tried; and
 * comes back when the ruling is taken away. */
#include "claims.h"
#include "convened.h"
#include "granting.h"

#include "casework/application.h"
#include "casework/assess.h"
#include "casework/event.h"
#include "casework/rank.h"
#include "casework/ruling.h"
#include "casework/sitting.h"
#include "casework/todo.h"

#include "base/words.h"

static struct casework *cw;
static int64_t measure, application, other; /* other: a measure of another case, that stays */

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
	measure = granting_measure(cw);
	application = granting_application(cw, measure);
	other = granting_measure(cw);
}

static void office_end(void)
{
	office_sound(cw);
	casework_close(cw);
}

static struct ruling_change written_off(void)
{
	return (struct ruling_change){.kind = "written_off",
		.decided_on = "2026-11-21",
		.provisions = "1 § förordningen (2024:1102)",
		.reasons = "The region has withdrawn the application.",
		.deciders = "Kim Alm (ordförande) och Maja Lind",
		.presenter = "Elin Björk"};
}

static bool record(const struct ruling_change *change, struct error *err)
{
	return ruling_record(cw, NULL, application, change, NULL, NULL, NULL, err);
}

static int64_t recorded(const struct ruling_change *change)
{
	int64_t id = 0;

	OK(ruling_record(cw, NULL, application, change, NULL, NULL, &id, err));
	return id;
}

static enum state state_now(void)
{
	struct application_list list;
	enum state state;

	OK(application_rows_load(cw, &application, 1, &list, err));
	state = list.items[0].state;
	application_list_done(&list);
	return state;
}

static int ranked_now(void)
{
	struct ranking ranking;
	int count;

	OK(ranking_load(cw, office_round(cw, "2026"), 0, 0, &ranking, err));
	count = ranking.count;
	ranking_done(&ranking);
	return count;
}

static int tasks_now(void)
{
	struct todo_list list;
	int count = 0;

	OK(todo_list_load(cw, false, &list, err));
	for (int i = 0; i < list.count; i++)
		count += list.items[i].application == application;
	todo_list_done(&list);
	return count;
}

START_TEST(a_ruling_says_who_decided_by_which_provisions_and_why_or_is_none)
{
	struct ruling_change change = written_off();

	office_begin();
	change.deciders = "";
	REFUSED(record(&change, err), ERROR_INVALID, "who decided");
	change = written_off();
	change.presenter = NULL;
	REFUSED(record(&change, err), ERROR_INVALID, "who presented");
	change = written_off();
	change.provisions = " ";
	REFUSED(record(&change, err), ERROR_INVALID, "Provisions");
	change = written_off();
	change.reasons = NULL;
	REFUSED(record(&change, err), ERROR_INVALID, "Reasons");
	change = written_off();
	change.kind = "granted";
	REFUSED(record(&change, err), ERROR_INVALID, "written_off or dismissed");
	change = written_off();
	change.decided_on = "2026-01-01";
	REFUSED(record(&change, err), ERROR_INVALID, "came in on");
	office_sit(cw, "cia");
	change = written_off();
	REFUSED(record(&change, err), ERROR_DENIED, "");
	office_end();
}
END_TEST

START_TEST(a_case_that_is_written_off_is_not_ranked_and_asks_for_nothing_more)
{
	struct ruling_change change = written_off();
	struct decision_change decision = granting_whole();
	struct score_change score = {.criterion = "K1", .set_points = true, .points = 3};

	office_begin();
	OK(assessor_assign(cw, NULL, measure, office_person(cw, "maja"), err));
	ck_assert_int_eq(ranked_now(), 2);
	ck_assert_int_gt(tasks_now(), 0);
	recorded(&change);
	ck_assert_int_eq(state_now(), STATE_WRITTEN_OFF);
	ck_assert_int_eq(ranked_now(), 1);
	ck_assert_int_eq(tasks_now(), 1); /* it is to be dispatched */
	REFUSED(decision_record(cw, NULL, measure, &decision, NULL, NULL, NULL, err), ERROR_INVALID, "ruling 1");
	REFUSED(record(&change, err), ERROR_INVALID, "Ruling 1 stands");
	office_sit(cw, "maja");
	REFUSED(score_put(cw, NULL, measure, &score, 1, err), ERROR_INVALID, "written off");
	office_end();
}
END_TEST

START_TEST(a_withdrawn_case_is_written_off_and_then_says_so)
{
	struct ruling_change change = written_off();

	office_begin();
	OK(application_withdraw(cw, NULL, application, "2026-11-20", "By letter.", err));
	ck_assert_int_eq(state_now(), STATE_WITHDRAWN);
	recorded(&change);
	ck_assert_int_eq(state_now(), STATE_WRITTEN_OFF);
	office_end();
}
END_TEST

START_TEST(a_measure_that_is_dismissed_leaves_the_others_to_be_tried)
{
	static const struct measure_amount amounts[] = {{2027, true, true, KRONOR(200), KRONOR(100)}};
	struct measure_change more = {.title = "Another",
		.amounts = amounts,
		.amount_count = 1,
		.type = "efficiency",
		.area = "care",
		.effect = "more_care"};
	struct ruling_change change = written_off();
	int64_t second = 0;

	office_begin();
	OK(measure_add(cw, NULL, application, &more, &second, err));
	change.kind = "dismissed";
	change.measure = second;
	recorded(&change);
	ck_assert_int_ne(state_now(), STATE_DISMISSED);
	ck_assert_int_eq(ranked_now(), 2); /* the first, and the other case */
	change.measure = other;
	REFUSED(record(&change, err), ERROR_MISSING, "no such");
	change.measure = measure;
	recorded(&change);
	ck_assert_int_eq(state_now(), STATE_DISMISSED); /* nothing is left to try */
	office_end();
}
END_TEST

START_TEST(what_is_decided_is_neither_written_off_nor_dismissed)
{
	struct ruling_change change = written_off();
	struct decision_change refusal = granting_refusal("Another pays.");

	office_begin();
	granting_decide(cw, measure, &refusal);
	REFUSED(record(&change, err), ERROR_INVALID, "measure 1 is decided");
	change.measure = measure;
	REFUSED(record(&change, err), ERROR_INVALID, "is decided");
	office_end();
}
END_TEST

START_TEST(a_ruling_taken_away_lets_the_case_be_tried_after_all)
{
	struct ruling_change change = written_off(), away = written_off();
	struct ruling_list list;

	office_begin();
	away.replaces = recorded(&change);
	away.kind = NULL;
	away.lifted = true;
	away.reasons = "The withdrawal was not signed by who may.";
	REFUSED(record(&away, err), ERROR_INVALID, "by which provision");
	away.provision = "FL 37";
	away.decided_on = "2026-11-01";
	REFUSED(record(&away, err), ERROR_INVALID, "before the ruling it replaces");
	away.decided_on = change.decided_on;
	recorded(&away);
	ck_assert_int_eq(ranked_now(), 2);
	ck_assert_int_ne(state_now(), STATE_WRITTEN_OFF);
	REFUSED(record(&away, err), ERROR_INVALID, "replaced by a later one");
	OK(ruling_list_load(cw, application, &list, err));
	ck_assert_int_eq(list.count, 2);
	ck_assert(list.items[0].lifted && list.items[0].earlier_n == 1 && list.items[1].later_n == 2);
	away.replaces = list.items[0].id;
	ruling_list_done(&list);
	REFUSED(record(&away, err), ERROR_INVALID, "tried after all");
	recorded(&change); /* anew */
	ck_assert_int_eq(state_now(), STATE_WRITTEN_OFF);
	office_end();
}
END_TEST

START_TEST(a_ruling_at_a_sitting_takes_its_deciders_from_the_item)
{
	struct ruling_change change = written_off();
	struct sitting_item_change about = {.application = application, .title = "Avskrivning"};
	struct ruling_list list;
	int64_t sitting, item;

	office_begin();
	sitting = convened_sitting(cw);
	about.application = application;
	about.presenter = office_person(cw, "olle");
	OK(sitting_item_add(cw, NULL, sitting, &about, &item, err));
	OK(sitting_present(cw, NULL, sitting, 0, about.presenter, "present", err));
	change.decided_on = "2026-11-22";
	change.item = item;
	change.deciders = change.presenter = NULL;
	REFUSED(record(&change, err), ERROR_INVALID, "not decided");
	OK(sitting_take(cw, NULL, item, err));
	OK(sitting_outcome(cw, NULL, item, &(struct sitting_outcome){.outcome = "decided"}, err));
	recorded(&change);
	OK(ruling_list_load(cw, application, &list, err));
	ck_assert_str_eq(list.items[0].deciders, "Kim Alm (ordförande), Maja Lind och Mats Ask");
	ck_assert_int_eq(list.items[0].section, 1);
	ruling_list_done(&list);
	office_end();
}
END_TEST

START_TEST(a_dismissal_nobody_was_told_of_is_warned_about)
{
	struct ruling_change change = written_off();
	const char *warning = NULL;
	struct arena arena;

	office_begin();
	arena_init(&arena);
	change.kind = "dismissed";
	OK(ruling_record(cw, NULL, application, &change, &arena, &warning, NULL, err));
	ck_assert(warning && strstr(warning, "FL 25 §"));
	change = written_off();
	application = granting_application(cw, other);
	OK(ruling_record(cw, NULL, application, &change, &arena, &warning, NULL, err));
	ck_assert_ptr_null(warning);
	arena_done(&arena);
	office_end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_ruling_says_who_decided_by_which_provisions_and_why_or_is_none,
		a_case_that_is_written_off_is_not_ranked_and_asks_for_nothing_more,
		a_withdrawn_case_is_written_off_and_then_says_so,
		a_measure_that_is_dismissed_leaves_the_others_to_be_tried,
		what_is_decided_is_neither_written_off_nor_dismissed,
		a_ruling_taken_away_lets_the_case_be_tried_after_all,
		a_ruling_at_a_sitting_takes_its_deciders_from_the_item,
		a_dismissal_nobody_was_told_of_is_warned_about,
		NULL,
	};

	return claims_run("casework ruling", claims, 20);
}
