/* The delegation's sittings: called, item by item, motions and votes, who differs, minutes (FL 17, 28–31 §§). */
#include "claims.h"
#include "contest.h"
#include "convened.h"
#include "granting.h"

#include "base/words.h"
#include "casework/matter.h"
#include "casework/rank.h"
#include "casework/sitting.h"

static struct casework *cw;
static int64_t measure, other_measure, application, sitting;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	measure = contest_entry(cw, "Närmare vård", 1000);
	other_measure = contest_entry(cw, "Digital vårdväg", 2000);
	application = granting_application(cw, measure);
	convened_members(cw, 4);
	sitting = convened_sitting(cw);
}

static void office_end(void)
{
	casework_close(cw);
}

static int64_t person(const char *login)
{
	return office_person(cw, login);
}

static struct sitting shown(const char *login)
{
	struct sitting out;

	office_sit(cw, login);
	OK(sitting_load(cw, sitting, &out, err));
	office_sit(cw, "elin");
	return out;
}

static bool outcome_of(int64_t item, const char *outcome, int carried, struct error *err)
{
	struct sitting_outcome given = {.outcome = outcome, .why = "Se protokollet.", .carried = carried};

	return sitting_outcome(cw, NULL, item, &given, err);
}

static void two_motions(int64_t item)
{
	OK(sitting_motion(cw, NULL, item, person("maja"), "Bifall.", NULL, err));
	OK(sitting_motion(cw, NULL, item, person("mats"), "Avslag.", NULL, err));
}

START_TEST(a_sitting_is_a_matter_and_calls_those_appointed_that_day)
{
	struct sitting now = shown("rev");
	struct matter_query query = {.id = now.matter};
	struct matter_list matters;

	ck_assert_int_eq(now.person_count, 6);
	ck_assert_str_eq(now.persons[0].login, "kim");
	ck_assert_str_eq(now.persons[0].capacity, "chair");
	ck_assert_str_eq(now.persons[4].capacity, "member");
	ck_assert_str_eq(now.persons[5].capacity, "secretary");
	OK(matter_list_load(cw, &query, &matters, err));
	ck_assert_str_eq(matters.items[0].kind, "meeting");
	matter_list_done(&matters);
	sitting_done(&now);
}
END_TEST

START_TEST(another_day_calls_those_appointed_then)
{
	struct sitting_change change = {.on_day = "2025-12-01"};
	struct sitting called;
	int64_t id;

	office_sit(cw, "rut");
	OK(sitting_open(cw, NULL, &change, &id, err));
	OK(sitting_load(cw, id, &called, err));
	ck_assert_int_eq(called.person_count, 3); /* m3 and m4 were not appointed yet */
	sitting_done(&called);
	change.on_day = "2026-12-01";
	OK(sitting_change(cw, NULL, id, &change, err));
	OK(sitting_load(cw, id, &called, err));
	ck_assert_int_eq(called.person_count, 5);
	ck_assert_str_eq(called.on_day, "2026-12-01");
	sitting_done(&called);
	REFUSED(sitting_start(cw, NULL, id, err), ERROR_DENIED, "at a sitting");
	office_sit(cw, "elin");
	REFUSED(sitting_start(cw, NULL, id, err), ERROR_INVALID, "2026-12-01");
}
END_TEST

START_TEST(notice_and_papers_are_sent_to_each_with_day_and_way)
{
	int64_t some[] = {person("maja")};
	struct sitting now;

	office_sit(cw, "rut");
	OK(sitting_send(cw, NULL, sitting, false, NULL, 0, "2026-11-12", "email", err));
	OK(sitting_send(cw, NULL, sitting, true, some, 1, "2026-11-15", "post", err));
	REFUSED(sitting_send(cw, NULL, sitting, true, some, 1, "2026-11-15", "raven", err), ERROR_INVALID, "raven");
	REFUSED(sitting_send(cw, NULL, sitting, true, (int64_t[]){person("cia")}, 1, "2026-11-15", "post", err),
		ERROR_INVALID, "not called");
	now = shown("rev");
	for (int i = 0; i < now.person_count; i++) {
		ck_assert_str_eq(now.persons[i].notice_on, "2026-11-12");
		ck_assert_int_eq(now.persons[i].papers_on != NULL, !strcmp(now.persons[i].login, "maja"));
	}
	sitting_done(&now);
}
END_TEST

START_TEST(the_agenda_comes_from_the_proposal_locked_for_the_meeting_in_the_order_of_numbers)
{
	int64_t round = office_round(cw, "2026");
	struct sitting now;
	int added = 0;

	REFUSED(sitting_draw(cw, NULL, sitting, round, &added, err), ERROR_INVALID, "locked for a meeting");
	contest_assess(cw, measure, "maja", 1, 1, 1);
	contest_assess(cw, other_measure, "maja", 4, 4, 4);
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, round, err));
	office_sit(cw, "rut");
	OK(sitting_draw(cw, NULL, sitting, round, &added, err));
	ck_assert_int_eq(added, 2);
	REFUSED(sitting_draw(cw, NULL, sitting, round, &added, err), ERROR_INVALID, "all its measures");
	now = shown("rev");
	ck_assert_int_eq(now.items[0].measure, measure); /* the other has more points */
	ck_assert_int_eq(now.items[1].measure, other_measure);
	ck_assert(now.items[0].proposal > 0);
	sitting_done(&now);
}
END_TEST

START_TEST(an_item_moves_until_it_is_taken_up)
{
	int64_t items[4];
	struct sitting now;

	for (int i = 0; i < 4; i++) {
		char title[32];
		struct sitting_item_change change = {.title = title, .proposes = ""};

		snprintf(title, sizeof title, "Punkt %d", i + 1);
		OK(sitting_item_add(cw, NULL, sitting, &change, &items[i], err));
	}
	OK(sitting_item_place(cw, NULL, items[3], 1, err));
	OK(sitting_item_place(cw, NULL, items[0], 3, err)); /* from 2 */
	now = shown("rev");
	ck_assert_str_eq(now.items[0].title, "Punkt 4");
	ck_assert_str_eq(now.items[1].title, "Punkt 2");
	ck_assert_str_eq(now.items[2].title, "Punkt 1");
	ck_assert_str_eq(now.items[3].title, "Punkt 3");
	sitting_done(&now);
	OK(sitting_take(cw, NULL, items[3], err));
	REFUSED(sitting_item_place(cw, NULL, items[3], 2, err), ERROR_INVALID, "keeps its place");
	REFUSED(sitting_item_place(cw, NULL, items[2], 1, err), ERROR_INVALID, "Place 1");
	OK(sitting_item_place(cw, NULL, items[2], 2, err));
}
END_TEST

START_TEST(who_is_barred_does_not_put_the_case_on_the_agenda)
{
	struct sitting_item_change change = {.measure = measure, .proposes = ""};
	int64_t item;

	convened_bar(cw, "rut", application);
	office_sit(cw, "rut");
	REFUSED(sitting_item_add(cw, NULL, sitting, &change, &item, err), ERROR_DENIED, "FL 17 §");
	office_sit(cw, "elin");
	OK(sitting_item_add(cw, NULL, sitting, &change, &item, err));
}
END_TEST

START_TEST(sections_run_in_the_order_items_are_taken_up)
{
	int64_t first = convened_item(cw, sitting, measure), second = convened_item(cw, sitting, other_measure);
	struct sitting now;

	OK(sitting_take(cw, NULL, second, err));
	REFUSED(sitting_take(cw, NULL, first, err), ERROR_INVALID, "§ 1 is under way");
	OK(outcome_of(second, "decided", 0, err));
	OK(sitting_take(cw, NULL, first, err));
	now = shown("rev");
	ck_assert_int_eq(now.items[0].section, 2);
	ck_assert_int_eq(now.items[1].section, 1);
	ck_assert_int_eq(now.items[0].year, 2026);
	ck_assert_int_eq(now.under_way, 0);
	sitting_done(&now);
}
END_TEST

START_TEST(who_is_barred_is_not_there_for_the_item_and_counts_in_the_base)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	convened_bar(cw, "maja", application);
	now = shown("rev");
	ck_assert_int_eq(now.items[0].quorum.others, 4);
	ck_assert_int_eq(now.items[0].quorum.there, 3);
	ck_assert_int_eq(now.items[0].quorum.barred, 1);
	ck_assert(now.items[0].quorum.holds);
	sitting_done(&now);
	REFUSED(sitting_present(cw, NULL, sitting, item, person("maja"), "present", err), ERROR_INVALID,
		"conflicts of interest");
	REFUSED(sitting_motion(cw, NULL, item, person("maja"), "Bifall.", NULL, err), ERROR_INVALID, "is there");
	OK(sitting_motion(cw, NULL, item, person("kim"), "Bifall.", NULL, err));
	OK(sitting_motion(cw, NULL, item, person("mats"), "Avslag.", NULL, err));
	REFUSED(convened_vote(cw, item, "kim maja", "mats m3 m4", err), ERROR_INVALID, "does not decide");
	OK(convened_vote(cw, item, "kim", "mats m3 m4", err));
	OK(outcome_of(item, "decided", 0, err));
	now = shown("rev");
	for (int i = 0; i < now.items[0].seat_count; i++)
		if (now.items[0].seats[i].person == person("maja"))
			ck_assert_str_eq(now.items[0].seats[i].presence, "barred");
	ck_assert(now.items[0].motions[1].carried);
	sitting_done(&now);
}
END_TEST

START_TEST(a_barred_chair_makes_the_item_not_quorate_and_the_rest_goes_on)
{
	int64_t item = convened_taken(cw, sitting, measure), next;

	convened_bar(cw, "kim", application);
	REFUSED(outcome_of(item, "decided", 0, err), ERROR_INVALID, "the chair is not there");
	REFUSED(outcome_of(item, "tabled", 0, err), ERROR_INVALID, "rest of the sitting goes on");
	office_sit(cw, "kim");
	REFUSED(sitting_ruling(cw, NULL, item, "Vi är beslutföra.", err), ERROR_DENIED, "FL 17 §");
	office_sit(cw, "elin");
	OK(outcome_of(item, "no_quorum", 0, err));
	next = convened_taken(cw, sitting, other_measure);
	REFUSED(outcome_of(next, "no_quorum", 0, err), ERROR_INVALID, "Quorate");
	OK(outcome_of(next, "decided", 0, err));
}
END_TEST

START_TEST(a_disputed_base_takes_the_chairs_ruling)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	convened_bar(cw, "maja", application);
	convened_bar(cw, "mats", application);
	OK(sitting_present(cw, NULL, sitting, item, person("m3"), "absent", err));
	REFUSED(outcome_of(item, "decided", 0, err), ERROR_INVALID, "record the chair's ruling");
	office_sit(cw, "kim");
	OK(sitting_ruling(cw, NULL, item, "Jäviga ledamöter räknas inte i basen.", err));
	office_sit(cw, "elin");
	OK(outcome_of(item, "decided", 0, err));
	now = shown("rev");
	ck_assert(now.items[0].quorum.disputed);
	ck_assert_str_eq(now.items[0].ruling, "Jäviga ledamöter räknas inte i basen.");
	sitting_done(&now);
}
END_TEST

START_TEST(everybody_who_decides_votes_and_the_majority_wins)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	two_motions(item);
	REFUSED(convened_vote(cw, item, "kim maja", "mats m3", err), ERROR_INVALID, "has not voted");
	REFUSED(convened_vote(cw, item, "kim maja m4", "mats m3 elin", err), ERROR_INVALID, "does not decide");
	REFUSED(convened_vote(cw, item, "kim maja m4", "mats m3 m3", err), ERROR_INVALID, "two votes");
	REFUSED(convened_vote(cw, item, "kim maja m4", "mats m3 cia", err), ERROR_INVALID, "not called");
	REFUSED(outcome_of(item, "decided", 0, err), ERROR_INVALID, "2 motions");
	OK(convened_vote(cw, item, "kim maja", "mats m3 m4", err));
	REFUSED(convened_vote(cw, item, "kim maja m3 m4", "mats", err), ERROR_INVALID, "lost an earlier vote");
	REFUSED(outcome_of(item, "decided", 1, err), ERROR_INVALID, "lost a vote");
	OK(outcome_of(item, "decided", 0, err));
	now = shown("rev");
	ck_assert_int_eq(now.items[0].ballots[0].yes_count, 2);
	ck_assert_int_eq(now.items[0].ballots[0].no_count, 3);
	ck_assert(!now.items[0].ballots[0].yes_won);
	ck_assert(!now.items[0].ballots[0].casting);
	ck_assert(!now.items[0].motions[0].carried);
	ck_assert(now.items[0].motions[0].beaten);
	ck_assert(now.items[0].motions[1].carried);
	sitting_done(&now);
}
END_TEST

START_TEST(a_tie_is_decided_by_the_chair)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	OK(sitting_present(cw, NULL, sitting, item, person("m4"), "absent", err));
	two_motions(item);
	OK(convened_vote(cw, item, "kim maja", "mats m3", err));
	OK(outcome_of(item, "decided", 0, err));
	now = shown("rev");
	ck_assert(now.items[0].ballots[0].casting);
	ck_assert(now.items[0].ballots[0].yes_won);
	ck_assert(now.items[0].motions[0].carried);
	sitting_done(&now);
}
END_TEST

START_TEST(who_voted_stays_until_the_item_is_closed)
{
	int64_t item = convened_taken(cw, sitting, measure);

	two_motions(item);
	OK(convened_vote(cw, item, "kim maja", "mats m3 m4", err));
	OK(sitting_present(cw, NULL, sitting, item, person("m4"), "absent", err));
	REFUSED(outcome_of(item, "decided", 0, err), ERROR_INVALID, "no longer there");
	OK(sitting_present(cw, NULL, sitting, item, person("m4"), "remote", err));
	OK(outcome_of(item, "decided", 0, err));
}
END_TEST

START_TEST(a_closed_item_keeps_everybody_as_they_stood)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	OK(outcome_of(item, "decided", 0, err));
	OK(sitting_present(cw, NULL, sitting, 0, person("m4"), "absent", err));
	convened_bar(cw, "m3", application);
	now = shown("rev");
	ck_assert_int_eq(now.items[0].quorum.there, 4);
	sitting_done(&now);
	REFUSED(sitting_present(cw, NULL, sitting, item, person("m3"), "absent", err), ERROR_INVALID, "closed");
	OK(sitting_resume(cw, NULL, item, err));
	now = shown("rev");
	ck_assert_int_eq(now.items[0].quorum.there, 3);
	ck_assert_int_eq(now.items[0].section, 1);
	sitting_done(&now);
}
END_TEST

/* ---- registered by mistake */

static bool taken_back(
	int64_t item, enum sitting_part part, int n, const char *login, const char *why, struct error *err)
{
	struct sitting_void_change change = {.part = part, .n = n, .person = login ? person(login) : 0, .why = why};

	return sitting_void(cw, NULL, item, &change, err);
}

START_TEST(a_mistaken_vote_is_taken_back_and_taken_anew)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	two_motions(item);
	REFUSED(taken_back(item, SITTING_VOTE, 0, NULL, "Fel.", err), ERROR_MISSING, "no such vote");
	OK(convened_vote(cw, item, "kim maja", "mats m3 m4", err));
	REFUSED(taken_back(item, SITTING_VOTE, 1, NULL, " ", err), ERROR_INVALID, "What was wrong");
	REFUSED(taken_back(item, SITTING_MOTION, 2, NULL, "Fel.", err), ERROR_INVALID, "Take that vote back first");
	office_sit(cw, "maja");
	REFUSED(taken_back(item, SITTING_VOTE, 1, NULL, "Fel.", err), ERROR_DENIED, "at a sitting");
	office_sit(cw, "elin");
	OK(taken_back(item, SITTING_VOTE, 1, NULL, "m4 röstade ja.", err));
	REFUSED(taken_back(item, SITTING_VOTE, 1, NULL, "Igen.", err), ERROR_MISSING, "no such vote");
	OK(convened_vote(cw, item, "kim maja m4", "mats m3", err)); /* motion 1 had lost the first */
	REFUSED(taken_back(item, SITTING_VOTE, 1, NULL, "Fel.", err), ERROR_INVALID, "which is vote 2");
	OK(outcome_of(item, "decided", 0, err));
	REFUSED(taken_back(item, SITTING_VOTE, 2, NULL, "Fel.", err), ERROR_INVALID, "§ 1 is closed");
	now = shown("rev");
	ck_assert_int_eq(now.items[0].ballot_count, 1);
	ck_assert_int_eq(now.items[0].ballots[0].n, 2);
	ck_assert_int_eq(now.items[0].ballots[0].yes_count, 3);
	ck_assert(now.items[0].motions[0].carried);
	ck_assert_int_eq(now.items[0].void_count, 1);
	ck_assert_str_eq(now.items[0].voids[0].why, "m4 röstade ja.");
	ck_assert_str_eq(now.items[0].voids[0].taken_by, "Elin Björk");
	sitting_done(&now);
}
END_TEST

START_TEST(a_motion_typed_wrong_is_taken_back_and_its_number_is_not_used_again)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;
	int n;

	two_motions(item);
	REFUSED(taken_back(item, SITTING_MOTION, 3, NULL, "Fel.", err), ERROR_MISSING, "no motion 3");
	OK(taken_back(item, SITTING_MOTION, 2, NULL, "Det var m3 som yrkade.", err));
	REFUSED(convened_vote(cw, item, "kim maja m4", "mats m3", err), ERROR_MISSING, "no motion 2");
	OK(sitting_motion(cw, NULL, item, person("m3"), "Avslag.", &n, err));
	ck_assert_int_eq(n, 3);
	REFUSED(outcome_of(item, "decided", 2, err), ERROR_MISSING, "no motion 2");
	OK(outcome_of(item, "decided", 3, err));
	now = shown("rev");
	ck_assert_int_eq(now.items[0].motion_count, 2);
	ck_assert_int_eq(now.items[0].motions[1].n, 3);
	ck_assert_int_eq(now.items[0].voids[0].part, SITTING_MOTION);
	ck_assert_str_eq(now.items[0].voids[0].text, "Avslag.");
	sitting_done(&now);
}
END_TEST

START_TEST(a_reservation_taken_back_is_reported_again_until_the_minutes_are_approved)
{
	int64_t item = convened_taken(cw, sitting, measure);
	struct sitting now;

	OK(outcome_of(item, "decided", 0, err));
	OK(sitting_reserve(cw, NULL, item, person("mats"), "Borde ha bifalits.", err));
	office_sit(cw, "maja");
	REFUSED(taken_back(item, SITTING_RESERVATION, 0, "mats", "Fel.", err), ERROR_DENIED, "at a sitting");
	office_sit(cw, "mats"); /* one's own */
	OK(taken_back(item, SITTING_RESERVATION, 0, "mats", "Felskrivet.", err));
	REFUSED(taken_back(item, SITTING_RESERVATION, 0, "mats", "Igen.", err), ERROR_MISSING, "nothing recorded");
	now = shown("rev");
	ck_assert_int_eq(now.items[0].reservation_count, 0);
	ck_assert_str_eq(now.items[0].voids[0].text, "Borde ha bifalits.");
	sitting_done(&now);
	OK(sitting_reserve(cw, NULL, item, person("mats"), "Borde ha avslagits.", err));
	REFUSED(sitting_reserve(cw, NULL, item, person("mats"), "Mer.", err), ERROR_INVALID, "as it was reported");
	OK(taken_back(item, SITTING_RESERVATION, 0, "mats", "Fel ord.", err));
	OK(sitting_reserve(cw, NULL, item, person("mats"), "Borde ha återremitterats.", err));
	now = shown("rev");
	ck_assert_int_eq(now.items[0].reservation_count, 1);
	ck_assert_str_eq(now.items[0].reservations[0].text, "Borde ha återremitterats.");
	ck_assert_int_eq(now.items[0].void_count, 2);
	ck_assert_str_eq(now.items[0].voids[1].text, "Borde ha avslagits.");
	sitting_done(&now);
	OK(sitting_adjuster(cw, NULL, sitting, person("maja"), err));
	OK(sitting_close(cw, NULL, sitting, err));
	OK(sitting_adjust(cw, NULL, sitting, NULL, err));
	REFUSED(taken_back(item, SITTING_RESERVATION, 0, "mats", "Fel.", err), ERROR_INVALID, "approved");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_sitting_is_a_matter_and_calls_those_appointed_that_day,
		another_day_calls_those_appointed_then, notice_and_papers_are_sent_to_each_with_day_and_way,
		the_agenda_comes_from_the_proposal_locked_for_the_meeting_in_the_order_of_numbers,
		an_item_moves_until_it_is_taken_up, who_is_barred_does_not_put_the_case_on_the_agenda,
		sections_run_in_the_order_items_are_taken_up,
		who_is_barred_is_not_there_for_the_item_and_counts_in_the_base,
		a_barred_chair_makes_the_item_not_quorate_and_the_rest_goes_on, a_disputed_base_takes_the_chairs_ruling,
		everybody_who_decides_votes_and_the_majority_wins, a_tie_is_decided_by_the_chair,
		who_voted_stays_until_the_item_is_closed, a_closed_item_keeps_everybody_as_they_stood,
		a_mistaken_vote_is_taken_back_and_taken_anew,
		a_motion_typed_wrong_is_taken_back_and_its_number_is_not_used_again,
		a_reservation_taken_back_is_reported_again_until_the_minutes_are_approved, NULL};

	return claims_run_in("sitting", claims, office_begin, office_end, 20);
}
