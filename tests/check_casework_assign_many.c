/* Assessors assigned in bulk: all or nothing, and nobody who has not answered about conflicts of interest. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/assign_many.h"
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

static bool many(int measures, const char *one, const char *two, int *assigned, struct error *err)
{
	int64_t persons[2] = {office_person(cw, one), two ? office_person(cw, two) : 0};

	return assessor_assign_many(cw, NULL, m, measures, persons, two ? 2 : 1, assigned, err);
}

START_TEST(two_assess_three_measures_in_one_operation)
{
	int assigned = -1;

	office_begin();
	answered("maja");
	answered("mats");
	contest_assign(cw, m[1], "mats");
	office_sit(cw, "elin");
	OK(many(3, "maja", "mats", &assigned, err));
	ck_assert_int_eq(assigned, 5); /* one was an assessor already */
	REFUSED(many(3, "maja", "mats", &assigned, err), ERROR_INVALID, "");
	struct progress progress = progress_for("elin");
	ck_assert_int_eq(row_of(&progress, "maja")->assigned, 3);
	ck_assert_int_eq(row_of(&progress, "mats")->assigned, 3);
	progress_done(&progress);
	casework_close(cw);
}
END_TEST

START_TEST(one_who_has_not_answered_stops_them_all)
{
	struct assign_plan plan;
	int64_t persons[2], mats;
	int assigned = -1, asked;

	office_begin();
	answered("maja");
	office_sit(cw, "elin");
	REFUSED(many(2, "maja", "mats", &assigned, err), ERROR_INVALID, "");
	ck_assert_int_eq(assigned, -1);
	persons[0] = office_person(cw, "maja");
	persons[1] = mats = office_person(cw, "mats");
	OK(assign_plan_load(cw, m, 2, persons, 2, &plan, err));
	ck_assert_int_eq(plan.count, 4);
	ck_assert_int_eq(plan.can, 2);
	ck_assert_int_eq(plan.items[1].standing, ASSIGN_UNASKED);
	assign_plan_done(&plan);
	OK(disqualification_ask(cw, NULL, (struct disqualification_about){.round = round_id}, &mats, 1, &asked, err));
	OK(assign_plan_load(cw, m, 2, persons, 2, &plan, err));
	ck_assert_int_eq(plan.items[3].standing, ASSIGN_UNANSWERED);
	assign_plan_done(&plan);
	REFUSED(many(2, "maja", "mats", &assigned, err), ERROR_INVALID, "");
	answered("mats");
	office_sit(cw, "elin");
	OK(many(2, "maja", "mats", &assigned, err));
	ck_assert_int_eq(assigned, 4);
	casework_close(cw);
}
END_TEST

START_TEST(who_is_barred_from_one_case_stops_them_all)
{
	int assigned;

	office_begin();
	answered("maja");
	reported("maja", (struct disqualification_about){.application = application_of(m[2])});
	office_sit(cw, "elin");
	REFUSED(many(4, "maja", NULL, &assigned, err), ERROR_INVALID, "");
	OK(many(2, "maja", NULL, &assigned, err));
	office_sit(cw, "maja");
	REFUSED(many(1, "maja", NULL, &assigned, err), ERROR_DENIED, "");
	casework_close(cw);
}
END_TEST

START_TEST(the_actors_own_conflict_of_interest_stops_it)
{
	int assigned;

	office_begin();
	answered("maja");
	reported("elin", (struct disqualification_about){.application = application_of(m[1])});
	REFUSED(many(2, "maja", NULL, &assigned, err), ERROR_DENIED, "");
	OK(many(1, "maja", NULL, &assigned, err));
	struct progress_measures list;
	OK(progress_measures_load(cw, round_id, &list, err));
	ck_assert_int_eq(list.count, 3); /* and is not offered */
	progress_measures_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_measure_that_is_withdrawn_stops_it_and_one_named_twice_is_one)
{
	int assigned;

	office_begin();
	answered("maja");
	contest_withdraw(cw, m[1]);
	office_sit(cw, "elin");
	REFUSED(many(2, "maja", NULL, &assigned, err), ERROR_INVALID, "");
	int64_t maja = office_person(cw, "maja"), twice[] = {m[0], m[0]};
	OK(assessor_assign_many(cw, NULL, twice, 2, &maja, 1, &assigned, err));
	ck_assert_int_eq(assigned, 1);
	REFUSED(assessor_assign_many(cw, NULL, twice, 0, &maja, 1, &assigned, err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(measures_with_fewest_assessors_come_first)
{
	struct progress_measures list;

	office_begin();
	contest_assign(cw, m[0], "maja");
	contest_assign(cw, m[0], "mats");
	contest_assign(cw, m[2], "maja");
	reported("maja", (struct disqualification_about){.application = application_of(m[2])});
	contest_assign(cw, m[1], "mats");
	office_sit(cw, "elin");
	OK(progress_measures_load(cw, round_id, &list, err));
	ck_assert_int_eq(list.count, 4);
	ck_assert_int_eq(list.items[0].measure, m[2]); /* who is barred does not count */
	ck_assert_int_eq(list.items[0].assessors, 0);
	ck_assert_int_eq(list.items[1].measure, m[3]);
	ck_assert_int_eq(list.items[2].measure, m[1]);
	ck_assert_int_eq(list.items[3].assessors, 2);
	progress_measures_done(&list);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		two_assess_three_measures_in_one_operation,
		one_who_has_not_answered_stops_them_all,
		who_is_barred_from_one_case_stops_them_all,
		the_actors_own_conflict_of_interest_stops_it,
		a_measure_that_is_withdrawn_stops_it_and_one_named_twice_is_one,
		measures_with_fewest_assessors_come_first,
		NULL,
	};
	return claims_run("assign many", claims, 60);
}
