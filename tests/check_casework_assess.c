/* Assessment: who assesses, one's own sheet as a draft and handed in, and what others see of it. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/person.h"

static struct casework *cw;
static int64_t measure;

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	measure = contest_entry(cw, "Utmönstring", 6900);
}

static struct score_sheet sheet_now(void)
{
	struct score_sheet sheet;

	OK(score_sheet_load(cw, measure, &sheet, err));
	return sheet;
}

static bool assign(const char *login, struct error *err)
{
	return assessor_assign(cw, NULL, measure, office_person(cw, login), err);
}

static bool relieve(const char *login, struct error *err)
{
	return assessor_relieve(cw, NULL, measure, office_person(cw, login), err);
}

static bool put(struct score_change change, struct error *err)
{
	return score_put(cw, NULL, measure, &change, 1, err);
}

/* ---- assessors */

START_TEST(assessors_are_listed_by_name_and_the_relieved_left_out)
{
	struct assessor_list list;

	office_begin();
	contest_assign(cw, measure, "olle");
	contest_assess(cw, measure, "mats", 3, 2, 1);
	contest_assign(cw, measure, "kim");
	contest_assign(cw, measure, "maja");
	office_sit(cw, "elin");
	OK(relieve("kim", err));
	OK(assessor_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.count, 3);
	ck_assert_str_eq(list.items[0].name, "Maja Lind");
	ck_assert_str_eq(list.items[1].login, "mats");
	ck_assert_str_eq(list.items[1].submitted_at, "2026-11-22 09:00:00");
	ck_assert_int_eq(list.items[1].scored, 3);
	ck_assert_str_eq(list.items[2].name, "Olle Ek");
	ck_assert_ptr_null(list.items[2].submitted_at);
	assessor_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(an_assessor_is_officer_member_or_chair_today)
{
	static const char *const others[] = {"adam", "rut", "cia", "rev"};

	office_begin();
	office_sit(cw, "elin");
	for (int i = 0; i < 4; i++)
		REFUSED(assign(others[i], err), ERROR_INVALID, "");
	OK(assign("elin", err));
	OK(assign("maja", err));
	OK(assign("kim", err));
	REFUSED(assign("kim", err), ERROR_INVALID, "");
	REFUSED(assessor_assign(cw, NULL, measure, 999, err), ERROR_MISSING, "");
	REFUSED(assessor_assign(cw, NULL, 999, office_person(cw, "mats"), err), ERROR_MISSING, "");
	office_sit(cw, "maja");
	REFUSED(assign("mats", err), ERROR_DENIED, "");
	REFUSED(relieve("kim", err), ERROR_DENIED, "");
	casework_close(cw);
}
END_TEST

START_TEST(a_role_that_has_ended_or_not_begun_does_not_assess)
{
	office_begin();
	office_sit(cw, "adam");
	OK(person_end_role(cw, NULL, office_person(cw, "mats"), ROLE_MEMBER, day_read("2026-11-21"), err));
	OK(person_give_role(cw, NULL, office_person(cw, "rut"), ROLE_MEMBER, day_read("2026-11-23"), DAY_NONE, err));
	OK(person_end_role(cw, NULL, office_person(cw, "maja"), ROLE_MEMBER, day_read("2026-11-22"), err));
	office_sit(cw, "elin");
	REFUSED(assign("mats", err), ERROR_INVALID, "");
	REFUSED(assign("rut", err), ERROR_INVALID, "");
	OK(assign("maja", err)); /* her last day is today */
	casework_close(cw);
}
END_TEST

START_TEST(a_withdrawn_measure_gets_no_assessor_and_no_points)
{
	office_begin();
	contest_assign(cw, measure, "maja");
	contest_withdraw(cw, measure);
	office_sit(cw, "elin");
	REFUSED(assign("mats", err), ERROR_INVALID, "");
	office_sit(cw, "maja");
	REFUSED(put((struct score_change){.criterion = "K1", .set_points = true, .points = 1}, err), ERROR_INVALID, "");
	REFUSED(score_submit(cw, NULL, measure, err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(only_who_has_not_handed_in_is_relieved)
{
	office_begin();
	contest_assess(cw, measure, "mats", 1, 1, 1);
	contest_assign(cw, measure, "maja");
	contest_score(cw, measure, "maja", 2, 3, 4);
	office_sit(cw, "elin");
	REFUSED(relieve("mats", err), ERROR_INVALID, "");
	REFUSED(relieve("kim", err), ERROR_MISSING, "");
	OK(relieve("maja", err));
	REFUSED(relieve("maja", err), ERROR_MISSING, "");
	office_sit(cw, "maja");
	struct score_sheet sheet;
	REFUSED(score_sheet_load(cw, measure, &sheet, err), ERROR_DENIED, "");
	REFUSED(score_submit(cw, NULL, measure, err), ERROR_DENIED, "");
	casework_close(cw);
}
END_TEST

START_TEST(a_relieved_assessor_who_comes_back_finds_the_draft)
{
	office_begin();
	contest_assign(cw, measure, "maja");
	contest_score(cw, measure, "maja", 2, 3, 4);
	office_sit(cw, "elin");
	OK(relieve("maja", err));
	OK(assign("maja", err));
	office_sit(cw, "maja");
	struct score_sheet sheet = sheet_now();
	ck_assert_int_eq(sheet.items[1].points, 3);
	score_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

/* ---- the sheet */

START_TEST(a_sheet_begins_empty_with_every_criterion)
{
	office_begin();
	contest_assign(cw, measure, "maja");
	office_sit(cw, "maja");
	struct score_sheet sheet = sheet_now();
	ck_assert_int_eq(sheet.count, 3);
	ck_assert_int_eq(sheet.set, 0);
	ck_assert_int_eq(sheet.assessment, 0);
	ck_assert_int_eq(sheet.version, 0);
	ck_assert_ptr_null(sheet.submitted_at);
	ck_assert_str_eq(sheet.items[2].criterion->id, "K3");
	ck_assert_int_eq(sheet.items[2].points, SCORE_NONE);
	ck_assert_int_eq(sheet.items[2].low, SCORE_NONE);
	ck_assert_str_eq(sheet.items[2].reason, "");
	score_sheet_done(&sheet);
	office_sit(cw, "mats");
	REFUSED(score_sheet_load(cw, measure, &sheet, err), ERROR_DENIED, "");
	REFUSED(score_sheet_load(cw, 999, &sheet, err), ERROR_MISSING, "");
	casework_close(cw);
}
END_TEST

START_TEST(points_are_weighed_and_counted_over_the_round)
{
	office_begin();
	int64_t other = contest_entry(cw, "Annan", 10);
	contest_assess(cw, other, "maja", 3, 0, 2);
	contest_assign(cw, measure, "maja");
	office_sit(cw, "maja");
	OK(put((struct score_change){.criterion = "K1", .set_points = true, .points = 3}, err));
	OK(put((struct score_change){.criterion = "K3", .set_points = true, .points = 4}, err));
	struct score_sheet sheet = sheet_now();
	ck_assert_int_eq(sheet.set, 2);
	ck_assert_int_eq(sheet.weighted, 60 * 3 + 10 * 4);
	ck_assert_int_eq(sheet.weight_set, 70);
	ck_assert_int_eq(sheet.distribution[0][3], 2);
	ck_assert_int_eq(sheet.distribution[1][0], 1);
	ck_assert_int_eq(sheet.distribution[2][2], 1);
	ck_assert_int_eq(sheet.distribution[2][4], 1);
	ck_assert_int_eq(sheet.version, 2);
	score_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_not_said_stays_and_what_is_cleared_goes)
{
	office_begin();
	contest_assign(cw, measure, "maja");
	office_sit(cw, "maja");
	OK(put((struct score_change){.criterion = "K1",
		       .set_points = true,
		       .points = 2,
		       .set_span = true,
		       .low = 1,
		       .high = 3,
		       .set_reason = true,
		       .reason = "Storlek angiven.  \n"},
		err));
	OK(put((struct score_change){.criterion = "K1", .set_points = true, .points = 3}, err));
	struct score_sheet sheet = sheet_now();
	ck_assert_int_eq(sheet.items[0].points, 3);
	ck_assert_int_eq(sheet.items[0].low, 1);
	ck_assert_int_eq(sheet.items[0].high, 3);
	ck_assert_str_eq(sheet.items[0].reason, "Storlek angiven.");
	score_sheet_done(&sheet);
	OK(put((struct score_change){.criterion = "K1",
		       .set_points = true,
		       .points = SCORE_NONE,
		       .set_span = true,
		       .low = SCORE_NONE,
		       .high = SCORE_NONE},
		err));
	sheet = sheet_now();
	ck_assert_int_eq(sheet.set, 0);
	ck_assert_int_eq(sheet.items[0].low, SCORE_NONE);
	ck_assert_str_eq(sheet.items[0].reason, "Storlek angiven.");
	score_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

START_TEST(wrong_points_and_spans_are_refused_and_nothing_of_the_rest_is_kept)
{
	static const struct score_change wrong[] = {
		{.criterion = "K2", .set_points = true, .points = 5},
		{.criterion = "K2", .set_points = true, .points = -2},
		{.criterion = "K2", .set_span = true, .low = 3, .high = 2},
		{.criterion = "K2", .set_span = true, .low = 3, .high = SCORE_NONE},
		{.criterion = "K2", .set_span = true, .low = SCORE_NONE, .high = 3},
		{.criterion = "K2", .set_span = true, .low = -2, .high = 3},
		{.criterion = "K2", .set_span = true, .low = 2, .high = 5},
		{.criterion = "K2", .set_points = true, .points = 4, .set_span = true, .low = 1, .high = 3},
		{.criterion = "K2", .set_reason = true, .reason = "Nej\x01."},
	};

	office_begin();
	contest_assign(cw, measure, "maja");
	office_sit(cw, "maja");
	for (int i = 0; i < 9; i++) {
		struct score_change both[] = {{.criterion = "K1", .set_points = true, .points = 1}, wrong[i]};
		REFUSED(score_put(cw, NULL, measure, both, 2, err), ERROR_INVALID, "");
	}
	REFUSED(put((struct score_change){.criterion = "K4", .set_points = true, .points = 1}, err), ERROR_MISSING, "");
	REFUSED(put((struct score_change){.set_points = true, .points = 1}, err), ERROR_MISSING, "");
	struct score_sheet sheet = sheet_now();
	ck_assert_int_eq(sheet.set, 0);
	ck_assert_int_eq(sheet.version, 0);
	score_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

START_TEST(only_the_assessor_scores)
{
	static const char *const others[] = {"adam", "rut", "elin", "mats", "kim", "cia", "rev"};

	office_begin();
	contest_assign(cw, measure, "maja");
	for (int i = 0; i < 7; i++) {
		office_sit(cw, others[i]);
		REFUSED(put((struct score_change){.criterion = "K1", .set_points = true, .points = 1}, err),
			ERROR_DENIED, "");
		REFUSED(score_submit(cw, NULL, measure, err), ERROR_DENIED, "");
	}
	casework_close(cw);
}
END_TEST

START_TEST(a_sheet_changed_in_another_window_is_a_conflict)
{
	struct score_change change = {.criterion = "K1", .set_points = true, .points = 1};
	struct operation op = operation_new();

	office_begin();
	contest_assign(cw, measure, "maja");
	contest_score(cw, measure, "maja", 1, 2, 3);
	OK(put(change, err));
	op.if_version = 1;
	REFUSED(score_put(cw, &op, measure, &change, 1, err), ERROR_CONFLICT, "");
	REFUSED(score_submit(cw, &op, measure, err), ERROR_CONFLICT, "");
	op.if_version = 2;
	OK(score_put(cw, &op, measure, &change, 1, err));
	casework_close(cw);
}
END_TEST

START_TEST(the_same_operation_scores_once)
{
	struct score_change change = {.criterion = "K1", .set_points = true, .points = 1};
	struct operation op = operation_new();

	office_begin();
	contest_assign(cw, measure, "maja");
	office_sit(cw, "maja");
	OK(score_put(cw, &op, measure, &change, 1, err));
	int64_t events = office_events(cw);
	change.points = 4;
	OK(score_put(cw, &op, measure, &change, 1, err));
	ck_assert_int_eq(office_events(cw), events);
	struct score_sheet sheet = sheet_now();
	ck_assert_int_eq(sheet.items[0].points, 1);
	score_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

/* ---- handing in */

START_TEST(handing_in_needs_every_point_and_every_reason)
{
	struct score_change some[] = {
		{.criterion = "K1", .set_points = true, .points = 1, .set_reason = true, .reason = "Skäl."},
		{.criterion = "K2", .set_points = true, .points = 1},
	};
	struct error said = {0};

	office_begin();
	contest_assign(cw, measure, "maja");
	office_sit(cw, "maja");
	REFUSED(score_submit(cw, NULL, measure, err), ERROR_INVALID, "");
	OK(score_put(cw, NULL, measure, some, 2, err));
	ck_assert(!score_submit(cw, NULL, measure, &said));
	ck_assert_ptr_nonnull(strstr(said.text, "K2 reason, K3 points and reason"));
	ck_assert_ptr_null(strstr(said.text, "K1"));
	casework_close(cw);
}
END_TEST

START_TEST(what_is_handed_in_stays_as_it_is)
{
	office_begin();
	contest_assess(cw, measure, "maja", 1, 2, 3);
	REFUSED(put((struct score_change){.criterion = "K1", .set_points = true, .points = 4}, err), ERROR_INVALID, "");
	REFUSED(score_submit(cw, NULL, measure, err), ERROR_INVALID, "");
	struct score_sheet sheet = sheet_now();
	ck_assert_str_eq(sheet.submitted_at, "2026-11-22 09:00:00");
	ck_assert_int_eq(sheet.weighted, 60 + 60 + 30);
	score_sheet_done(&sheet);
	casework_close(cw);
}
END_TEST

/* ---- what others see */

START_TEST(others_scores_are_hidden_until_ones_own_are_in)
{
	struct score_views views;
	struct assessor_list list;

	office_begin();
	contest_assess(cw, measure, "mats", 4, 3, 2);
	contest_assign(cw, measure, "maja");
	contest_score(cw, measure, "maja", 1, 1, 1);
	REFUSED(score_views_load(cw, measure, &views, err), ERROR_DENIED, "");
	OK(assessor_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.items[0].scored, 3); /* her own */
	ck_assert_int_eq(list.items[1].scored, -1);
	ck_assert_ptr_nonnull(list.items[1].submitted_at);
	assessor_list_done(&list);
	OK(score_submit(cw, NULL, measure, err));
	OK(score_views_load(cw, measure, &views, err));
	ck_assert_int_eq(views.count, 2);
	ck_assert_str_eq(views.items[1].name, "Mats Ask");
	ck_assert_int_eq(views.items[1].points[0], 4);
	ck_assert_int_eq(views.items[1].weighted, 240 + 90 + 20);
	ck_assert_str_eq(views.items[1].reason[2], "Skäl för K3.");
	ck_assert_int_eq(views.criterion_count, 3);
	score_views_done(&views);
	casework_close(cw);
}
END_TEST

START_TEST(a_draft_is_nobody_elses)
{
	struct score_views views;

	office_begin();
	contest_assign(cw, measure, "maja");
	contest_score(cw, measure, "maja", 1, 1, 1);
	office_sit(cw, "kim");
	OK(score_views_load(cw, measure, &views, err));
	ck_assert_int_eq(views.count, 0);
	ck_assert_int_eq(views.criterion_count, 3);
	score_views_done(&views);
	casework_close(cw);
}
END_TEST

START_TEST(points_of_an_undecided_measure_are_not_for_everyone)
{
	static const struct {
		const char *login;
		bool sees;
	} people[] = {{"rut", false}, {"cia", true}, {"adam", false}, {"elin", true}, {"kim", true}, {"rev", true}};
	struct assessor_list list;
	struct score_views views;

	office_begin();
	contest_assess(cw, measure, "mats", 4, 3, 2);
	for (int i = 0; i < 6; i++) {
		struct error err = {0};

		office_sit(cw, people[i].login);
		ck_assert_int_eq(score_views_load(cw, measure, &views, &err), people[i].sees);
		if (people[i].sees)
			score_views_done(&views);
		else
			ck_assert_int_eq(err.kind, ERROR_DENIED);
	}
	office_sit(cw, "rut");
	OK(assessor_list_load(cw, measure, &list, err));
	ck_assert_int_eq(list.items[0].scored, -1);
	assessor_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_left_to_score_comes_first)
{
	struct score_todo_list list;

	office_begin();
	int64_t second = contest_entry(cw, "Andra", 10), third = contest_entry(cw, "Tredje", 10);
	int64_t fourth = contest_entry(cw, "Fjärde", 10);
	contest_assess(cw, measure, "maja", 1, 1, 1);
	contest_assign(cw, third, "maja");
	contest_assign(cw, second, "maja");
	contest_assign(cw, fourth, "maja");
	contest_withdraw(cw, fourth);
	office_sit(cw, "maja");
	OK(score_put(
		cw, NULL, third, &(struct score_change){.criterion = "K1", .set_points = true, .points = 1}, 1, err));
	OK(score_todo_load(cw, &list, err));
	ck_assert_int_eq(list.count, 3);
	ck_assert_int_eq(list.items[0].measure, second);
	ck_assert_int_eq(list.items[1].measure, third);
	ck_assert_int_eq(list.items[1].set, 1);
	ck_assert_int_eq(list.items[1].wanted, 3);
	ck_assert_int_eq(list.items[2].measure, measure);
	ck_assert_ptr_nonnull(list.items[2].submitted_at);
	score_todo_done(&list);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		assessors_are_listed_by_name_and_the_relieved_left_out,
		an_assessor_is_officer_member_or_chair_today,
		a_role_that_has_ended_or_not_begun_does_not_assess,
		a_withdrawn_measure_gets_no_assessor_and_no_points,
		only_who_has_not_handed_in_is_relieved,
		a_relieved_assessor_who_comes_back_finds_the_draft,
		a_sheet_begins_empty_with_every_criterion,
		points_are_weighed_and_counted_over_the_round,
		what_is_not_said_stays_and_what_is_cleared_goes,
		wrong_points_and_spans_are_refused_and_nothing_of_the_rest_is_kept,
		only_the_assessor_scores,
		a_sheet_changed_in_another_window_is_a_conflict,
		the_same_operation_scores_once,
		handing_in_needs_every_point_and_every_reason,
		what_is_handed_in_stays_as_it_is,
		others_scores_are_hidden_until_ones_own_are_in,
		a_draft_is_nobody_elses,
		points_of_an_undecided_measure_are_not_for_everyone,
		what_is_left_to_score_comes_first,
		NULL,
	};
	return claims_run("assess", claims, 60);
}
