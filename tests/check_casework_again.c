/* Abstaining, scoring again after handing in, and what assessors agree on: what counts, what stays, and who sees it. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/disqualification.h"
#include "casework/event.h"
#include "casework/person.h"
#include "casework/rank.h"

static struct casework *cw;
static int64_t round_id, measure;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	measure = contest_entry(cw, "Utmönstring", 6900);
}

static struct rank_row row_now(void)
{
	struct ranking ranking;

	OK(ranking_load(cw, round_id, 0, 0, &ranking, err));
	ck_assert_int_eq(ranking.count, 1);
	struct rank_row row = ranking.items[0];
	ranking_done(&ranking);
	return row;
}

static bool put(struct score_change change, struct error *err)
{
	return score_put(cw, NULL, measure, &change, 1, err);
}

static bool again(struct score_change change, const char *why, struct error *err)
{
	return score_again(cw, NULL, measure, &change, 1, why, err);
}

static bool agree(const char *criterion, int points, struct error *err)
{
	struct consensus_change change = {.criterion = criterion, .points = points, .discussion = "De talade om det."};

	return consensus_record(cw, NULL, measure, &change, err);
}

static struct score_change points_of(const char *criterion, int points)
{
	return (struct score_change){.criterion = criterion,
		.set_points = true,
		.points = points,
		.set_reason = true,
		.reason = "Nytt skäl."};
}

static struct score_change abstain_from(const char *criterion, const char *why)
{
	return (struct score_change){.criterion = criterion, .set_abstain = true, .abstain = why};
}

/* ---- abstaining */

START_TEST(a_sheet_with_an_abstention_is_handed_in_and_counts_without_it)
{
	office_begin();
	contest_assess(cw, measure, "mats", 4, 1, 2);
	contest_assign(cw, measure, "maja");
	contest_score(cw, measure, "maja", 2, 2, 2);
	OK(put(abstain_from("K2", "Saknar sakkunskap."), err));
	OK(score_submit(cw, NULL, measure, err));
	office_sit(cw, "kim");
	struct rank_row row = row_now();
	/* K1 (4 + 2) / 2 = 3 → 180, K2 1 → 30, K3 2 → 20 */
	ck_assert_int_eq(row.points, INT64_C(230) * RANK_UNIT);
	ck_assert_int_eq(row.abstained, 1);
	ck_assert_int_eq(row.place, 1);
	ck_assert_int_eq(row.lowest_step, 1);
	casework_close(cw);
}
END_TEST

START_TEST(abstaining_from_all_is_handed_in_and_gives_no_place_alone)
{
	office_begin();
	contest_assign(cw, measure, "maja");
	office_sit(cw, "maja");
	const struct score_change all[] = {
		abstain_from("K1", "Känner projektet."), abstain_from("K2", "Känner."), abstain_from("K3", "Känner.")};
	OK(score_put(cw, NULL, measure, all, 3, err));
	OK(score_submit(cw, NULL, measure, err));
	office_sit(cw, "kim");
	struct rank_row row = row_now();
	ck_assert_int_eq(row.fit, RANK_NO_PLACE);
	ck_assert_int_eq(row.missing, 3);
	ck_assert_int_eq(row.criteria, 3);
	ck_assert_int_eq(row.submitted, 1);
	contest_assess(cw, measure, "mats", 3, 3, 3);
	office_sit(cw, "kim");
	ck_assert_int_eq(row_now().points, INT64_C(300) * RANK_UNIT);
	casework_close(cw);
}
END_TEST

START_TEST(points_and_abstention_take_each_others_place)
{
	struct score_change both = points_of("K1", 3);
	struct score_sheet sheet;

	office_begin();
	contest_assign(cw, measure, "maja");
	contest_score(cw, measure, "maja", 2, 2, 2);
	both.set_abstain = true;
	both.abstain = "Nej.";
	REFUSED(put(both, err), ERROR_INVALID, "");
	REFUSED(put(abstain_from("K1", " "), err), ERROR_INVALID, "");
	OK(put(abstain_from("K1", "Kan inte."), err));
	OK(score_sheet_load(cw, measure, &sheet, err));
	ck_assert_int_eq(sheet.items[0].points, SCORE_NONE);
	ck_assert_str_eq(sheet.items[0].abstention, "Kan inte.");
	ck_assert_int_eq(sheet.set, 3);
	ck_assert_int_eq(sheet.abstained, 1);
	score_sheet_done(&sheet);
	OK(put(points_of("K1", 4), err));
	OK(put(abstain_from("K2", "Kan inte."), err));
	OK(put(abstain_from("K2", NULL), err));
	OK(score_sheet_load(cw, measure, &sheet, err));
	ck_assert_ptr_null(sheet.items[0].abstention);
	ck_assert_int_eq(sheet.items[0].points, 4);
	ck_assert_ptr_null(sheet.items[1].abstention);
	ck_assert_int_eq(sheet.set, 2);
	score_sheet_done(&sheet);
	REFUSED(score_submit(cw, NULL, measure, err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

/* ---- again */

START_TEST(the_latest_word_counts_and_the_first_stays)
{
	struct score_views views;

	office_begin();
	contest_assess(cw, measure, "maja", 4, 4, 4);
	OK(again(points_of("K1", 2), "Räknade fel.", err));
	OK(again(points_of("K1", 3), "Läste bilagan.", err));
	ck_assert_int_eq(row_now().points, INT64_C(340) * RANK_UNIT);
	OK(score_views_load(cw, measure, &views, err));
	ck_assert_int_eq(views.items[0].points[0], 3);
	ck_assert_int_eq(views.items[0].late[0], 2);
	ck_assert_int_eq(views.items[0].weighted, 340);
	ck_assert_int_eq(views.points_100, 85);
	ck_assert_int_eq(views.items[0].word_count, 5);
	const struct score_word *words = views.items[0].words;
	ck_assert_int_eq(words[0].points, 4);
	ck_assert_ptr_null(words[0].why);
	ck_assert_str_eq(words[1].why, "Räknade fel.");
	ck_assert_str_eq(words[2].by, "Maja Lind");
	ck_assert_str_eq(words[2].at, "2026-11-22 09:00:00");
	score_views_done(&views);
	casework_close(cw);
}
END_TEST

START_TEST(a_later_abstention_takes_the_points_out)
{
	office_begin();
	contest_assess(cw, measure, "mats", 1, 1, 1);
	contest_assess(cw, measure, "maja", 3, 3, 3);
	OK(again(abstain_from("K1", "Såg att min kusin deltar."), "Upptäckt sent.", err));
	office_sit(cw, "kim");
	/* K1 1 → 60, K2 2 → 60, K3 2 → 20 */
	ck_assert_int_eq(row_now().points, INT64_C(140) * RANK_UNIT);
	ck_assert_int_eq(row_now().abstained, 1);
	casework_close(cw);
}
END_TEST

START_TEST(scoring_again_needs_points_reason_and_why_and_is_ones_own)
{
	struct score_change bare = {.criterion = "K1", .set_points = true, .points = 2};
	struct score_change word = {.criterion = "K1", .set_reason = true, .reason = "Ord."};

	office_begin();
	contest_assign(cw, measure, "maja");
	contest_score(cw, measure, "maja", 2, 2, 2);
	REFUSED(again(points_of("K1", 3), "Fel.", err), ERROR_INVALID, ""); /* a draft */
	OK(score_submit(cw, NULL, measure, err));
	REFUSED(again(bare, "Fel.", err), ERROR_INVALID, "");
	REFUSED(again(word, "Fel.", err), ERROR_INVALID, "");
	REFUSED(again(points_of("K1", 3), " ", err), ERROR_INVALID, "");
	REFUSED(again(points_of("K1", 5), "Fel.", err), ERROR_INVALID, "");
	REFUSED(again(points_of("K9", 3), "Fel.", err), ERROR_MISSING, "");
	REFUSED(score_again(cw, NULL, measure, NULL, 0, "Fel.", err), ERROR_INVALID, "");
	office_sit(cw, "mats");
	REFUSED(again(points_of("K1", 3), "Fel.", err), ERROR_DENIED, "");
	contest_decide(cw, measure, "granted", (int[CONTEST_YEARS]){0, 6900}, "2026-11-20", NULL);
	office_sit(cw, "maja");
	REFUSED(again(points_of("K1", 3), "Fel.", err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(an_older_version_of_the_sheet_is_a_conflict)
{
	struct operation op = operation_new();
	struct score_change change = points_of("K1", 2);
	struct score_sheet sheet;

	office_begin();
	contest_assess(cw, measure, "maja", 4, 4, 4);
	OK(score_sheet_load(cw, measure, &sheet, err));
	op.if_version = sheet.version;
	OK(again(points_of("K2", 2), "Fel.", err));
	REFUSED(score_again(cw, &op, measure, &change, 1, "Fel.", err), ERROR_CONFLICT, "");
	score_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

/* ---- agreed */

START_TEST(an_agreed_step_counts_and_both_originals_stay)
{
	struct score_views views;

	office_begin();
	contest_assess(cw, measure, "mats", 4, 2, 2);
	contest_assess(cw, measure, "maja", 0, 2, 2);
	office_sit(cw, "elin");
	OK(agree("K1", 3, err));
	OK(agree("K1", 2, err));
	struct rank_row row = row_now();
	ck_assert_int_eq(row.points, INT64_C(200) * RANK_UNIT);
	ck_assert_int_eq(row.agreed, 1);
	ck_assert(!row.zero_flag);
	OK(score_views_load(cw, measure, &views, err));
	ck_assert_int_eq(views.items[0].points[0], 0);
	ck_assert_int_eq(views.items[1].points[0], 4);
	ck_assert_int_eq(views.agreed[0], 2);
	ck_assert_int_eq(views.consensus_count, 2);
	ck_assert(!views.consensus[0].counts && views.consensus[1].counts);
	ck_assert_str_eq(views.consensus[1].by, "Elin Björk");
	score_views_done(&views);
	OK(agree("K1", SCORE_NONE, err)); /* they no longer agree */
	ck_assert_int_eq(row_now().points, INT64_C(200) * RANK_UNIT);
	ck_assert(row_now().zero_flag);
	ck_assert_int_eq(row_now().agreed, 0);
	casework_close(cw);
}
END_TEST

START_TEST(nothing_is_agreed_before_all_have_handed_in)
{
	struct consensus_change silent = {.criterion = "K1", .points = 3, .discussion = " "},
				early = {.criterion = "K1", .points = 3, .discussion = "Ja.", .on_day = "2026-11-23"};

	office_begin();
	contest_assess(cw, measure, "mats", 4, 2, 2);
	office_sit(cw, "elin");
	REFUSED(agree("K1", 3, err), ERROR_INVALID, ""); /* one alone */
	contest_assign(cw, measure, "kim");
	office_sit(cw, "elin");
	REFUSED(agree("K1", 3, err), ERROR_INVALID, "");
	contest_score(cw, measure, "kim", 1, 1, 1);
	REFUSED(agree("K1", 3, err), ERROR_DENIED, ""); /* kim, before handing in */
	OK(score_submit(cw, NULL, measure, err));
	REFUSED(agree("K9", 3, err), ERROR_MISSING, "");
	REFUSED(agree("K1", 5, err), ERROR_INVALID, "");
	REFUSED(consensus_record(cw, NULL, measure, &silent, err), ERROR_INVALID, "");
	REFUSED(consensus_record(cw, NULL, measure, &early, err), ERROR_INVALID, "");
	office_sit(cw, "maja");
	REFUSED(agree("K1", 3, err), ERROR_DENIED, "");
	office_sit(cw, "kim");
	OK(agree("K1", 3, err));
	casework_close(cw);
}
END_TEST

START_TEST(what_was_agreed_with_a_barred_person_counts_no_more)
{
	struct disqualification_change said = {.answer = "reported", .ground = "other", .what = "Släkt."};
	struct disqualification_later later = {.work = "set_aside", .work_why = "Släkt."};
	struct disqualification_trial trial = {
		.tried_by = "chair", .outcome = "barred", .reasons = "Släkt med projektledaren."};

	office_begin();
	contest_assess(cw, measure, "mats", 4, 2, 2);
	contest_assess(cw, measure, "maja", 0, 2, 2);
	contest_assess(cw, measure, "olle", 1, 2, 2);
	office_sit(cw, "elin");
	OK(agree("K1", 4, err));
	said.person = later.person = trial.person = office_person(cw, "mats");
	said.about.application = later.about.application = trial.about.application = row_now().application;
	OK(disqualification_answer(cw, NULL, &said, NULL, err));
	OK(disqualification_later(cw, NULL, &later, err));
	OK(disqualification_try(cw, NULL, &trial, err));
	/* K1 (0 + 1) / 2 */
	ck_assert_int_eq(row_now().points, INT64_C(110) * RANK_UNIT);
	ck_assert_int_eq(row_now().agreed, 0);
	office_sit(cw, "mats");
	REFUSED(again(points_of("K2", 3), "Fel.", err), ERROR_DENIED, "");
	office_clock(cw, "2026-11-25 09:00:00");
	office_sit(cw, "elin");
	OK(agree("K1", 1, err));
	ck_assert_int_eq(row_now().points, INT64_C(140) * RANK_UNIT);
	casework_close(cw);
}
END_TEST

/* ---- who sees it */

/* Whether any event tells of a later word, or of what was agreed. */
static int events_told(void)
{
	struct event_list list;
	struct event_query query = {0};
	int told = 0;

	OK(event_list_load(cw, &query, &list, err));
	for (int i = 0; i < list.count; i++)
		told += !strcmp(list.items[i].object, "rescore") || !strcmp(list.items[i].object, "consensus");
	event_list_done(&list);
	return told;
}

START_TEST(later_words_and_agreement_are_hidden_until_ones_own_is_in)
{
	struct score_views views;

	office_begin();
	contest_assess(cw, measure, "mats", 4, 2, 2);
	contest_assess(cw, measure, "maja", 0, 2, 2);
	OK(again(points_of("K1", 1), "Fel.", err));
	office_sit(cw, "elin");
	OK(agree("K1", 3, err));
	ck_assert_int_eq(events_told(), 2);
	contest_assign(cw, measure, "kim");
	office_sit(cw, "kim");
	ck_assert_int_eq(events_told(), 0);
	ck_assert_int_eq(row_now().agreed, 0);
	ck_assert_int_eq(row_now().median, -1);
	REFUSED(score_views_load(cw, measure, &views, err), ERROR_DENIED, "");
	office_sit(cw, "rut"); /* whose role sees no points */
	ck_assert_int_eq(events_told(), 0);
	contest_score(cw, measure, "kim", 1, 1, 1);
	OK(score_submit(cw, NULL, measure, err));
	ck_assert_int_eq(events_told(), 2);
	casework_close(cw);
}
END_TEST

/* ---- how many */

START_TEST(a_measure_has_at_most_sixteen_assessors)
{
	int64_t persons[17];

	office_begin();
	for (int i = 0; i < 17; i++) {
		char login[16], name[24];
		struct person_change person = {.login = login, .name = name};

		snprintf(login, sizeof(login), "m%d", i);
		snprintf(name, sizeof(name), "Ledamot %d", i);
		office_sit(cw, "adam");
		OK(person_add(cw, NULL, &person, &persons[i], err));
		OK(person_give_role(cw, NULL, persons[i], ROLE_MEMBER, day_read("2026-01-01"), DAY_NONE, err));
	}
	office_sit(cw, "elin");
	for (int i = 0; i < ASSESSORS_MOST; i++)
		OK(assessor_assign(cw, NULL, measure, persons[i], err));
	REFUSED(assessor_assign(cw, NULL, measure, persons[16], err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_sheet_with_an_abstention_is_handed_in_and_counts_without_it,
		abstaining_from_all_is_handed_in_and_gives_no_place_alone,
		points_and_abstention_take_each_others_place,
		the_latest_word_counts_and_the_first_stays,
		a_later_abstention_takes_the_points_out,
		scoring_again_needs_points_reason_and_why_and_is_ones_own,
		an_older_version_of_the_sheet_is_a_conflict,
		an_agreed_step_counts_and_both_originals_stay,
		nothing_is_agreed_before_all_have_handed_in,
		what_was_agreed_with_a_barred_person_counts_no_more,
		later_words_and_agreement_are_hidden_until_ones_own_is_in,
		a_measure_has_at_most_sixteen_assessors,
		NULL,
	};
	return claims_run("again", claims, 60);
}
