/* How far assessors have come, and how severe they are: figures worked out by hand, and nothing in any of them of what
 * the one at the desk may not see. */
#include "claims.h"
#include "contest.h"

#include "base/buffer.h"
#include "base/words.h"
#include "casework/disqualification.h"
#include "casework/measure.h"
#include "casework/progress.h"

static struct casework *cw;
static int64_t round_id, m[4];

static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	m[0] = contest_entry(cw, "Ett", 100);
	m[1] = contest_entry(cw, "Två", 100);
	m[2] = contest_entry(cw, "Tre", 100);
	m[3] = contest_entry(cw, "Fyra", 100);
}

/* maja and mats on all but the last, kim on the first. */
static void three_assess(void)
{
	contest_assess(cw, m[0], "maja", 4, 2, 3);
	contest_assess(cw, m[0], "mats", 3, 2, 1);
	contest_assess(cw, m[0], "kim", 2, 3, 1);
	contest_assess(cw, m[1], "maja", 3, 3, 3);
	contest_assess(cw, m[1], "mats", 2, 1, 0);
	contest_assess(cw, m[2], "maja", 1, 0, 2);
	contest_assess(cw, m[2], "mats", 1, 1, 1);
}

static struct progress progress_for(const char *login)
{
	struct progress progress;

	office_sit(cw, login);
	OK(progress_load(cw, round_id, false, &progress, err));
	return progress;
}

static const struct progress_row *row_of(const struct progress *progress, const char *login)
{
	for (int i = 0; i < progress->count; i++)
		if (!strcmp(progress->items[i].login, login))
			return &progress->items[i];
	ck_abort_msg("%s is not there", login);
	return NULL;
}

/* Every figure there is, as text. Free it. */
static char *figures(const char *login)
{
	struct progress progress = progress_for(login);
	struct buffer out;

	buffer_init(&out);
	buffer_format(&out, "%d of %d, %d, hidden %d\n", progress.submitted, progress.assigned, progress.to_replace,
		progress.hidden);
	for (int i = 0; i < progress.count; i++) {
		const struct progress_row *row = &progress.items[i];
		buffer_format(&out, "%s %d %d %d %d %d %d %d | %d %d %d %d |", row->login, row->assigned,
			row->submitted, row->left, row->to_replace, row->begun, row->relieved, row->set_aside,
			row->severity.points, row->severity.measures, row->severity.told, row->severity.tenths);
		for (int k = 0; k < progress.criterion_count; k++)
			for (int step = 0; step <= SCORE_MOST; step++)
				buffer_format(&out, " %d", row->criteria[k].times[step]);
		buffer_format(&out, " %d %d\n", row->all.mean_10, row->all.abstained);
	}
	char *text = strdup(out.text);
	buffer_done(&out);
	progress_done(&progress);
	return text;
}

static int64_t application_of(int64_t measure)
{
	struct measure_list list;

	OK(measure_load(cw, measure, &list, err));
	int64_t application = list.items[0].application;
	measure_list_done(&list);
	return application;
}

static void answered(const char *login)
{
	struct disqualification_change change = {.about = {.round = round_id}, .answer = "none"};

	office_sit(cw, login);
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
}

static void reported(const char *login, struct disqualification_about about)
{
	struct disqualification_change change = {
		.about = about, .answer = "reported", .ground = "party", .what = "Sitter i styrelsen."};

	office_sit(cw, login);
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
}

/* ---- how far */

START_TEST(what_is_assigned_is_handed_in_or_left_and_the_rows_stand_by_name)
{
	office_begin();
	three_assess();
	contest_assign(cw, m[3], "maja");
	contest_score(cw, m[3], "maja", 1, 1, 1);
	contest_assign(cw, m[3], "olle");
	contest_assign(cw, m[2], "olle");
	office_sit(cw, "elin");
	OK(assessor_relieve(cw, NULL, m[2], office_person(cw, "olle"), err));
	struct progress progress = progress_for("elin");
	ck_assert_int_eq(progress.count, 4);
	ck_assert_str_eq(progress.items[1].login, "maja");
	ck_assert_str_eq(progress.items[2].login, "mats");
	ck_assert_int_eq(progress.submitted, 7);
	ck_assert_int_eq(progress.assigned, 9);
	const struct progress_row *maja = row_of(&progress, "maja"), *olle = row_of(&progress, "olle");
	ck_assert_int_eq(maja->assigned, 4);
	ck_assert_int_eq(maja->submitted, 3);
	ck_assert_int_eq(maja->left, 1);
	ck_assert_int_eq(maja->begun, 1);
	ck_assert_int_eq(olle->assigned, 1);
	ck_assert_int_eq(olle->begun, 0);
	ck_assert_int_eq(olle->relieved, 1);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

START_TEST(who_takes_no_part_is_to_be_replaced_and_owes_nothing)
{
	office_begin();
	contest_assign(cw, m[0], "maja");
	contest_assign(cw, m[1], "maja");
	reported("maja", (struct disqualification_about){.application = application_of(m[0])});
	struct progress progress = progress_for("elin");
	const struct progress_row *maja = row_of(&progress, "maja");
	ck_assert_int_eq(maja->assigned, 2);
	ck_assert_int_eq(maja->left, 1);
	ck_assert_int_eq(maja->to_replace, 1);
	ck_assert_int_eq(maja->conflict, PROGRESS_CASES);
	ck_assert_int_eq(maja->conflict_cases, 1);
	progress_done(&progress);
	reported("maja", (struct disqualification_about){.round = round_id});
	progress = progress_for("elin");
	ck_assert_int_eq(row_of(&progress, "maja")->conflict, PROGRESS_OUT);
	ck_assert_int_eq(row_of(&progress, "maja")->to_replace, 2);
	progress_done(&progress);
	progress = progress_for("cia"); /* the controller does not see conflicts of interest */
	ck_assert_int_eq(row_of(&progress, "maja")->conflict, PROGRESS_UNKNOWN);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

START_TEST(asked_answered_and_not_are_told_apart)
{
	int64_t mats;
	int asked;

	office_begin();
	contest_assign(cw, m[0], "maja");
	contest_assign(cw, m[0], "mats");
	contest_assign(cw, m[0], "olle");
	answered("maja");
	office_sit(cw, "elin");
	mats = office_person(cw, "mats");
	OK(disqualification_ask(cw, NULL, (struct disqualification_about){.round = round_id}, &mats, 1, &asked, err));
	struct progress progress = progress_for("elin");
	ck_assert_int_eq(row_of(&progress, "maja")->conflict, PROGRESS_ANSWERED);
	ck_assert_int_eq(row_of(&progress, "mats")->conflict, PROGRESS_UNANSWERED);
	ck_assert_int_eq(row_of(&progress, "olle")->conflict, PROGRESS_UNASKED);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

/* ---- the scale */

/* maja on the first: 4 beside 2,5, 2 beside 2,5, 3 beside 1: 3 together. On the second 1 + 2 + 3, on the third
 * 0 − 1 + 1, on the fourth 4 + 2 + 0: 15 on 12 points, 1,25. mats likewise −1,5 − 6 + 0 − 6: −13,5 on 12, −1,125. kim
 * was compared on 3 points of one measure. */
START_TEST(severity_is_the_mean_difference_from_the_others_on_the_same)
{
	office_begin();
	three_assess();
	contest_assess(cw, m[3], "maja", 4, 4, 4);
	contest_assess(cw, m[3], "mats", 0, 2, 4);
	struct progress progress = progress_for("elin");
	const struct progress_row *maja = row_of(&progress, "maja"), *mats = row_of(&progress, "mats");
	const struct progress_row *kim = row_of(&progress, "kim");
	ck_assert(maja->severity.told);
	ck_assert_int_eq(maja->severity.points, 12);
	ck_assert_int_eq(maja->severity.measures, 4);
	ck_assert_int_eq(maja->severity.tenths, 13); /* the half goes away from zero */
	ck_assert_int_eq(mats->severity.points, 12);
	ck_assert_int_eq(mats->severity.tenths, -11);
	ck_assert(!kim->severity.told);
	ck_assert_int_eq(kim->severity.points, 3);
	ck_assert_int_eq(kim->severity.tenths, 0);
	ck_assert_str_eq(progress_severity_text(&progress.arena, &mats->severity), "1.1 lower");
	ck_assert_str_eq(progress_severity_words(&progress.arena, &mats->severity),
		"gives 1.1 steps less on average than others on the same measures (compared on 12 points)");
	ck_assert_str_eq(progress_severity_text(&progress.arena, &kim->severity), "");
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

START_TEST(nine_points_are_too_few_for_a_severity)
{
	office_begin();
	three_assess();
	struct progress progress = progress_for("elin");
	ck_assert_int_eq(row_of(&progress, "maja")->severity.points, 9);
	ck_assert(!row_of(&progress, "maja")->severity.told);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

/* maja gave K1 4, 3, 1, K2 2, 3, 0, K3 3, 3, 2: 21 on 9, 2,33; K1 8 on 3, 2,67. */
START_TEST(steps_are_counted_by_criterion)
{
	office_begin();
	three_assess();
	struct progress progress = progress_for("elin");
	const struct progress_row *maja = row_of(&progress, "maja");
	ck_assert_int_eq(maja->all.given, 9);
	ck_assert_int_eq(maja->all.mean_10, 23);
	ck_assert_int_eq(maja->criteria[0].mean_10, 27);
	ck_assert_int_eq(maja->criteria[0].times[4], 1);
	ck_assert_int_eq(maja->criteria[2].times[3], 2);
	ck_assert_int_eq(maja->criteria[2].times[2], 1);
	ck_assert_int_eq(maja->criteria[2].times[0], 0);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

/* maja abstains from K3 of the first: it is out of her mean and of everybody's comparison. */
START_TEST(what_is_abstained_from_is_no_zero_and_is_not_compared)
{
	static const struct score_change changes[] = {
		{.criterion = "K1", .set_points = true, .points = 4, .set_reason = true, .reason = "Skäl."},
		{.criterion = "K2", .set_points = true, .points = 2, .set_reason = true, .reason = "Skäl."},
		{.criterion = "K3", .set_abstain = true, .abstain = "Kan inte området."}};

	office_begin();
	contest_assign(cw, m[0], "maja");
	office_sit(cw, "maja");
	OK(score_put(cw, NULL, m[0], changes, 3, err));
	OK(score_submit(cw, NULL, m[0], err));
	contest_assess(cw, m[0], "mats", 3, 2, 1);
	struct progress progress = progress_for("elin");
	const struct progress_row *maja = row_of(&progress, "maja");
	ck_assert_int_eq(maja->submitted, 1);
	ck_assert_int_eq(maja->all.given, 2);
	ck_assert_int_eq(maja->all.mean_10, 30);
	ck_assert_int_eq(maja->all.abstained, 1);
	ck_assert_int_eq(maja->criteria[2].abstained, 1);
	ck_assert_int_eq(maja->criteria[2].mean_10, -1);
	ck_assert_int_eq(maja->severity.points, 2);
	ck_assert_int_eq(row_of(&progress, "mats")->severity.points, 2);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

/* maja judges K1 of the first anew, 4 becomes 0. */
START_TEST(the_latest_score_is_the_one_that_counts)
{
	static const struct score_change again = {
		.criterion = "K1", .set_points = true, .points = 0, .set_reason = true, .reason = "Skäl."};

	office_begin();
	three_assess();
	office_sit(cw, "maja");
	OK(score_again(cw, NULL, m[0], &again, 1, "Räknade fel.", err));
	struct progress progress = progress_for("elin");
	ck_assert_int_eq(row_of(&progress, "maja")->criteria[0].times[4], 0);
	ck_assert_int_eq(row_of(&progress, "maja")->criteria[0].times[0], 1);
	ck_assert_int_eq(row_of(&progress, "maja")->all.given, 9);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

/* ---- what may not be seen */

static void world_of(int k1, int k2, int k3)
{
	office_begin();
	three_assess();
	contest_assess(cw, m[3], "maja", k1, k2, k3);
	contest_assess(cw, m[3], "olle", 2, 2, 2);
}

static void same_and_seen(void (*hide)(void), const char *actor)
{
	char *first, *second, *other[2];

	world_of(4, 4, 4);
	hide();
	first = figures(actor);
	other[0] = figures("elin");
	casework_close(cw);
	world_of(0, 0, 0);
	hide();
	second = figures(actor);
	other[1] = figures("elin");
	casework_close(cw);
	ck_assert_str_eq(first, second);
	ck_assert_str_ne(other[0], other[1]); /* the control: there is something to see */
	ck_assert_ptr_nonnull(strstr(first, "hidden 1\n"));
	ck_assert_ptr_nonnull(strstr(other[0], "hidden 0\n"));
	free(first);
	free(second);
	free(other[0]);
	free(other[1]);
}

static void by_owing(void)
{
	contest_assign(cw, m[3], "mats");
}

static void by_conflict(void)
{
	reported("mats", (struct disqualification_about){.application = application_of(m[3])});
}

START_TEST(nothing_of_a_measure_one_is_still_to_assess_is_in_any_figure)
{
	same_and_seen(by_owing, "mats");
}
END_TEST

START_TEST(nothing_of_a_case_one_is_barred_from_is_in_any_figure)
{
	same_and_seen(by_conflict, "mats");
}
END_TEST

START_TEST(whether_anothers_draft_is_begun_is_hidden_where_points_are)
{
	office_begin();
	contest_assign(cw, m[0], "mats");
	contest_assign(cw, m[0], "maja");
	contest_score(cw, m[0], "maja", 1, 2, 3);
	struct progress progress = progress_for("mats");
	ck_assert_int_eq(row_of(&progress, "maja")->begun, 0);
	progress_done(&progress);
	progress = progress_for("maja"); /* one's own draft is one's own */
	ck_assert_int_eq(row_of(&progress, "maja")->begun, 1);
	progress_done(&progress);
	progress = progress_for("elin");
	ck_assert_int_eq(row_of(&progress, "maja")->begun, 1);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

START_TEST(who_sees_no_points_sees_no_use_of_the_scale)
{
	office_begin();
	three_assess();
	struct progress progress = progress_for("rut");
	ck_assert_int_eq(progress.hidden, 3);
	ck_assert_int_eq(progress.submitted, 7);
	for (int i = 0; i < progress.count; i++) {
		ck_assert_int_eq(progress.items[i].all.given, 0);
		ck_assert_int_eq(progress.items[i].all.mean_10, -1);
		ck_assert_int_eq(progress.items[i].severity.points, 0);
	}
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		what_is_assigned_is_handed_in_or_left_and_the_rows_stand_by_name,
		who_takes_no_part_is_to_be_replaced_and_owes_nothing,
		asked_answered_and_not_are_told_apart,
		severity_is_the_mean_difference_from_the_others_on_the_same,
		nine_points_are_too_few_for_a_severity,
		steps_are_counted_by_criterion,
		what_is_abstained_from_is_no_zero_and_is_not_compared,
		the_latest_score_is_the_one_that_counts,
		nothing_of_a_measure_one_is_still_to_assess_is_in_any_figure,
		nothing_of_a_case_one_is_barred_from_is_in_any_figure,
		whether_anothers_draft_is_begun_is_hidden_where_points_are,
		who_sees_no_points_sees_no_use_of_the_scale,
		NULL,
	};
	return claims_run("progress", claims, 60);
}
