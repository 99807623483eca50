/* Conflict of interest as a process (FL 16–18 §§): asked, answered or not, reported, tried, found later. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/assess.h"
#include "casework/disqualification.h"
#include "casework/event.h"
#include "casework/measure.h"
#include "casework/person.h"
#include "casework/rank.h"

static struct casework *cw;
static int64_t round_id, application, measure;
static const int some[CONTEST_YEARS] = {0, 100};

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	application = contest_application(cw, "Närmare vård", (const char *[]){"20", "23", NULL});
	measure = contest_measure(cw, application, "Hemmonitorering", some);
}

static void office_end(void)
{
	casework_close(cw);
}

static struct disqualification_about case_of(void)
{
	return (struct disqualification_about){.application = application};
}

static bool answer_as(const char *login, const char *word, struct error *err)
{
	bool reports = !strcmp(word, "reported");
	struct disqualification_change change = {.about = case_of(),
		.answer = word,
		.ground = reports ? "party" : NULL,
		.what = reports ? "Syskon i projektets ledning." : NULL};

	office_sit(cw, login);
	return disqualification_answer(cw, NULL, &change, NULL, err);
}

static bool try_as(
	const char *recorder, const char *login, const char *by, const char *outcome, bool took_part, struct error *err)
{
	struct disqualification_trial trial = {.person = office_person(cw, login),
		.about = case_of(),
		.tried_by = by,
		.took_part = took_part,
		.outcome = outcome,
		.reasons = "Prövat vid sammanträdet."};

	office_sit(cw, recorder);
	return disqualification_try(cw, NULL, &trial, err);
}

static struct disqualification_list list_of(const char *login)
{
	struct disqualification_list list;

	office_sit(cw, login);
	OK(disqualification_list_load(cw, case_of(), &list, err));
	return list;
}

static void sum_is(const char *wanted)
{
	struct disqualification_list list = list_of("rev");

	ck_assert_str_eq(disqualification_sum_words(&list.sum, &list.arena), wanted);
	disqualification_list_done(&list);
}

static const struct disqualification *row_of(const struct disqualification_list *list, const char *login)
{
	for (int i = 0; i < list->count; i++)
		if (!strcmp(list->items[i].login, login))
			return &list->items[i];
	ck_abort_msg("nothing about %s", login);
}

static void state_is(const char *login, enum disqualification_state state)
{
	struct disqualification_list list = list_of("rev");

	ck_assert_int_eq(row_of(&list, login)->state, state);
	disqualification_list_done(&list);
}

/* ---- claims */

START_TEST(who_has_not_answered_is_counted_apart_from_who_reported_nothing)
{
	int asked = 0;

	sum_is("nobody asked");
	office_sit(cw, "elin");
	OK(disqualification_ask(cw, NULL, case_of(), NULL, 0, &asked, err));
	ck_assert_int_eq(asked, 3); /* maja, mats and kim */
	sum_is("0/3 answered, 0 reported");
	OK(answer_as("mats", "none", err));
	OK(answer_as("kim", "none", err));
	sum_is("2/3 answered, 0 reported");
	state_is("maja", DISQUALIFICATION_UNANSWERED);
	state_is("mats", DISQUALIFICATION_NONE);
	OK(answer_as("maja", "reported", err));
	sum_is("3/3 answered, 1 reported, 1 disqualified");
	OK(try_as("elin", "maja", "chair", "free", false, err));
	sum_is("3/3 answered, 1 reported");
}
END_TEST

START_TEST(nobody_is_asked_twice_and_an_answer_given_unasked_is_one)
{
	int asked = 0;

	OK(answer_as("mats", "none", err));
	office_sit(cw, "kim");
	OK(disqualification_ask(cw, NULL, case_of(), NULL, 0, &asked, err));
	ck_assert_int_eq(asked, 2);
	REFUSED(disqualification_ask(cw, NULL, case_of(), NULL, 0, &asked, err), ERROR_INVALID, "");
	int64_t carl = office_person(cw, "carl");
	OK(disqualification_ask(cw, NULL, case_of(), &carl, 1, &asked, err));
	sum_is("1/4 answered, 0 reported");
}
END_TEST

START_TEST(what_is_asked_of_a_round_is_seen_in_its_cases)
{
	const struct disqualification_about round = {.round = round_id};
	struct disqualification_change none = {.about = round, .answer = "none"};

	office_sit(cw, "kim");
	OK(disqualification_ask(cw, NULL, round, NULL, 0, NULL, err));
	sum_is("0/3 answered, 0 reported");
	office_sit(cw, "maja");
	OK(disqualification_answer(cw, NULL, &none, NULL, err));
	sum_is("1/3 answered, 0 reported");
	OK(answer_as("maja", "reported", err));
	sum_is("1/3 answered, 1 reported, 1 disqualified");
}
END_TEST

START_TEST(anybody_of_the_office_answers_for_themselves_and_few_for_another)
{
	static const char *const logins[] = {"rut", "elin", "mats", "kim", "cia", "rev"};
	struct disqualification_change other = {
		.person = office_person(cw, "maja"), .about = case_of(), .answer = "none"};

	for (int i = 0; i < 6; i++)
		OK(answer_as(logins[i], "none", err));
	for (int i = 0; i < 6; i++) {
		office_sit(cw, logins[i]);
		if (i == 1 || i == 3)
			OK(disqualification_answer(cw, NULL, &other, NULL, err));
		else
			REFUSED(disqualification_answer(cw, NULL, &other, NULL, err), ERROR_DENIED, "");
	}
	office_sit(cw, "adam");
	REFUSED(answer_as("adam", "none", err), ERROR_INVALID, "");
}
END_TEST

START_TEST(a_report_has_a_ground_and_a_circumstance_and_is_not_taken_back)
{
	struct disqualification_change change = {.about = case_of(), .answer = "reported", .what = "Syskon."};

	office_sit(cw, "maja");
	REFUSED(disqualification_answer(cw, NULL, &change, NULL, err), ERROR_INVALID, "");
	change.ground = "party";
	change.what = " ";
	REFUSED(disqualification_answer(cw, NULL, &change, NULL, err), ERROR_INVALID, "");
	change.what = "Syskon.";
	change.about.round = round_id;
	REFUSED(disqualification_answer(cw, NULL, &change, NULL, err), ERROR_INVALID, "");
	change.about.round = 0;
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
	REFUSED(answer_as("maja", "none", err), ERROR_INVALID, "");
	OK(try_as("kim", "maja", "chair", "free", false, err));
	REFUSED(answer_as("maja", "none", err), ERROR_INVALID, "");
	OK(answer_as("maja", "reported", err)); /* something new has turned up */
	state_is("maja", DISQUALIFICATION_REPORTED);
	OK(try_as("kim", "maja", "chair", "barred", false, err));
	REFUSED(answer_as("maja", "reported", err), ERROR_INVALID, "");
	state_is("maja", DISQUALIFICATION_BARRED);
}
END_TEST

START_TEST(nothing_is_tried_that_is_not_reported_and_a_trial_has_reasons)
{
	struct disqualification_trial trial = {.person = office_person(cw, "maja"),
		.about = case_of(),
		.tried_by = "chair",
		.outcome = "free",
		.reasons = "Skäl."};

	office_sit(cw, "elin");
	REFUSED(disqualification_try(cw, NULL, &trial, err), ERROR_INVALID, "");
	OK(answer_as("maja", "none", err));
	REFUSED(try_as("elin", "maja", "chair", "free", false, err), ERROR_INVALID, "");
	OK(answer_as("maja", "reported", err));
	REFUSED(try_as("elin", "maja", "maja", "free", false, err), ERROR_INVALID, "");
	REFUSED(try_as("elin", "maja", "chair", "maybe", false, err), ERROR_INVALID, "");
	trial.reasons = "";
	office_sit(cw, "elin");
	REFUSED(disqualification_try(cw, NULL, &trial, err), ERROR_INVALID, "");
	trial.reasons = "Skäl.";
	trial.tried_on = "2026-11-23";
	REFUSED(disqualification_try(cw, NULL, &trial, err), ERROR_INVALID, "");
	REFUSED(try_as("rev", "maja", "chair", "free", false, err), ERROR_DENIED, "");
	REFUSED(try_as("mats", "maja", "chair", "free", false, err), ERROR_DENIED, "");
	OK(try_as("elin", "maja", "delegation", "excepted", false, err));
	state_is("maja", DISQUALIFICATION_EXCEPTED);
}
END_TEST

START_TEST(nobody_tries_their_own_unless_it_is_said_that_they_were_needed)
{
	OK(answer_as("kim", "reported", err));
	REFUSED(try_as("kim", "kim", "delegation", "free", false, err), ERROR_DENIED, "");
	REFUSED(try_as("elin", "kim", "chair", "free", false, err), ERROR_DENIED, "");
	OK(try_as("kim", "kim", "delegation", "excepted", true, err));
	struct disqualification_list list = list_of("rev");
	ck_assert(row_of(&list, "kim")->took_part);
	disqualification_list_done(&list);
	OK(try_as("elin", "kim", "delegation", "barred", false, err));
	/* Who is barred does not try what another has reported there. */
	OK(answer_as("maja", "reported", err));
	REFUSED(try_as("kim", "maja", "delegation", "free", false, err), ERROR_DENIED, "");
}
END_TEST

/* ---- found later */

static struct rank_row placed_now(void)
{
	struct ranking ranking;
	struct rank_row row;

	office_sit(cw, "rev");
	OK(ranking_load(cw, round_id, 0, 0, &ranking, err));
	row = ranking.items[0];
	ranking_done(&ranking);
	return row;
}

static bool later_as(const char *recorder, const char *login, const char *work, struct error *err)
{
	struct disqualification_later later = {.person = office_person(cw, login),
		.about = case_of(),
		.ground = "other",
		.what = "Har arbetat i projektet.",
		.work = work,
		.work_why = work ? "Bedömningen kan ha påverkats." : NULL};

	office_sit(cw, recorder);
	return disqualification_later(cw, NULL, &later, err);
}

START_TEST(work_that_is_set_aside_no_longer_counts_and_counts_again_when_tried_free)
{
	struct measure_list measures;
	struct score_views views;

	contest_assess(cw, measure, "mats", 4, 4, 4);
	contest_assess(cw, measure, "maja", 2, 2, 2);
	ck_assert_int_eq(placed_now().points_100, 75);
	OK(later_as("elin", "mats", NULL, err));
	ck_assert_int_eq(placed_now().points_100, 75); /* not settled yet */
	state_is("mats", DISQUALIFICATION_REPORTED);
	OK(later_as("elin", "mats", "kept", err));
	ck_assert_int_eq(placed_now().points_100, 75);
	OK(later_as("elin", "mats", "set_aside", err));
	ck_assert_int_eq(placed_now().points_100, 50);
	ck_assert_int_eq(placed_now().assessors, 1);
	OK(measure_load(cw, measure, &measures, err));
	ck_assert_int_eq(measures.items[0].submitted, 1);
	ck_assert_int_eq(measures.items[0].assignments, 1);
	measure_list_done(&measures);
	OK(score_views_load(cw, measure, &views, err));
	ck_assert_int_eq(views.count, 2);
	ck_assert(views.items[1].set_aside && !views.items[0].set_aside); /* Maja, Mats */
	score_views_done(&views);
	OK(later_as("elin", "mats", "redone", err));
	ck_assert_int_eq(placed_now().points_100, 50);
	OK(try_as("elin", "mats", "chair", "free", false, err));
	ck_assert_int_eq(placed_now().points_100, 75);
	REFUSED(later_as("elin", "mats", "set_aside", err), ERROR_INVALID, "");
}
END_TEST

START_TEST(a_report_after_work_has_begun_is_one_found_later)
{
	contest_assess(cw, measure, "mats", 4, 4, 4);
	OK(answer_as("mats", "reported", err));
	OK(answer_as("maja", "reported", err));
	struct disqualification_list list = list_of("kim");
	const struct disqualification *mats = row_of(&list, "mats"), *maja = row_of(&list, "maja");

	ck_assert(mats->later && mats->submitted == 1 && !mats->owing);
	ck_assert(!maja->later);
	disqualification_list_done(&list);
	REFUSED(later_as("elin", "maja", "gone", err), ERROR_INVALID, "");
	struct disqualification_later silent = {
		.person = office_person(cw, "mats"), .about = case_of(), .work = "set_aside"};
	REFUSED(disqualification_later(cw, NULL, &silent, err), ERROR_INVALID, "");
	REFUSED(later_as("mats", "mats", "kept", err), ERROR_DENIED, "");
}
END_TEST

/* ---- hints, and who sees what */

START_TEST(a_home_region_that_takes_part_is_a_hint_and_bars_nobody)
{
	struct person_change maja = {"maja", "Maja Lind", "23"};
	int64_t person = office_person(cw, "maja");
	struct disqualification_list list;

	office_sit(cw, "adam");
	OK(person_change(cw, NULL, person, &maja, err));
	list = list_of("elin");
	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(list.items[0].state, DISQUALIFICATION_HINT);
	ck_assert_str_eq(list.items[0].region, "Jämtland Härjedalen");
	ck_assert_int_eq(list.sum.asked, 0);
	disqualification_list_done(&list);
	contest_assess(cw, measure, "maja", 2, 2, 2);
	office_sit(cw, "elin");
	OK(disqualification_ask(cw, NULL, case_of(), &person, 1, NULL, err));
	list = list_of("elin");
	ck_assert_int_eq(list.count, 1);
	ck_assert_int_eq(list.items[0].state, DISQUALIFICATION_UNANSWERED);
	ck_assert_str_eq(list.items[0].region, "Jämtland Härjedalen");
	disqualification_list_done(&list);
}
END_TEST

static bool log_tells(const char *login, const char *words)
{
	const struct event_query all = {0};
	struct event_list list;
	bool tells = false;

	office_sit(cw, login);
	OK(event_list_load(cw, &all, &list, err));
	for (int i = 0; i < list.count; i++)
		tells = tells || (list.items[i].after && strstr(list.items[i].after, words));
	event_list_done(&list);
	return tells;
}

START_TEST(what_somebody_has_reported_is_seen_by_those_who_shall_see_it)
{
	struct disqualification_list list;

	OK(answer_as("maja", "reported", err));
	OK(answer_as("rut", "none", err));
	list = list_of("rut");
	ck_assert(list.own_only && list.count == 1);
	ck_assert_int_eq(list.sum.asked, 2);
	disqualification_list_done(&list);
	list = list_of("rev");
	ck_assert(!list.own_only && list.count == 2);
	ck_assert_str_eq(row_of(&list, "maja")->what, "Syskon i projektets ledning.");
	disqualification_list_done(&list);
	ck_assert(log_tells("rev", "Syskon") && log_tells("maja", "Syskon"));
	ck_assert(!log_tells("rut", "Syskon") && !log_tells("cia", "Syskon"));
}
END_TEST

START_TEST(a_change_meets_another_and_a_repeated_one_is_one)
{
	struct operation op = operation_new(), stale = operation_new();
	struct disqualification_change change = {.about = case_of(), .answer = "none"};
	int64_t first = 0, again = 0, events;

	office_sit(cw, "maja");
	OK(disqualification_answer(cw, &op, &change, &first, err));
	events = office_events(cw);
	OK(disqualification_answer(cw, &op, &change, &again, err));
	ck_assert_int_eq(first, again);
	ck_assert_int_eq(office_events(cw), events);
	OK(answer_as("maja", "reported", err));
	stale.if_version = 1;
	REFUSED(disqualification_answer(cw, &stale, &change, NULL, err), ERROR_CONFLICT, "");
}
END_TEST

START_TEST(every_state_has_its_word_and_code)
{
	for (int state = DISQUALIFICATION_HINT; state <= DISQUALIFICATION_EXCEPTED; state++) {
		ck_assert(*disqualification_state_words((enum disqualification_state)state));
		ck_assert(*disqualification_state_code((enum disqualification_state)state));
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		who_has_not_answered_is_counted_apart_from_who_reported_nothing,
		nobody_is_asked_twice_and_an_answer_given_unasked_is_one,
		what_is_asked_of_a_round_is_seen_in_its_cases,
		anybody_of_the_office_answers_for_themselves_and_few_for_another,
		a_report_has_a_ground_and_a_circumstance_and_is_not_taken_back,
		nothing_is_tried_that_is_not_reported_and_a_trial_has_reasons,
		nobody_tries_their_own_unless_it_is_said_that_they_were_needed,
		work_that_is_set_aside_no_longer_counts_and_counts_again_when_tried_free,
		a_report_after_work_has_begun_is_one_found_later,
		a_home_region_that_takes_part_is_a_hint_and_bars_nobody,
		what_somebody_has_reported_is_seen_by_those_who_shall_see_it,
		a_change_meets_another_and_a_repeated_one_is_one,
		every_state_has_its_word_and_code,
		NULL,
	};
	return claims_run_in("disqualification", claims, office_begin, office_end, 60);
}
