/* Beside the order: rows that are skipped, the least that makes sense, and proposals saved to compare with. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/assess.h"
#include "casework/budget.h"
#include "casework/least.h"
#include "casework/rank.h"

#define MN(mnkr) ((mnkr)*INT64_C(100000000))

static struct casework *cw;
static int64_t round_id, a, b, c;

/* Three measures, 100, 75 and 50 of 100, that seek 10, 44 and 6 million of 2026; the round has 15 million. */
static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	a = contest_entry(cw, "A", 10000);
	b = contest_entry(cw, "Be", 44000);
	c = contest_entry(cw, "Ce", 6000);
	contest_assess(cw, a, "maja", 4, 4, 4);
	contest_assess(cw, b, "maja", 3, 3, 3);
	contest_assess(cw, c, "maja", 2, 2, 2);
	office_sit(cw, "cia");
	struct limit_change limit = {.kind = "round",
		.source = "Beslut",
		.valid_from = "2026-01-01",
		.year = 2026,
		.round = round_id,
		.ore = MN(15)};
	OK(limit_put(cw, NULL, &limit, err));
	office_sit(cw, "kim");
}

static struct ranking ranking_of(int proposal_n)
{
	struct ranking ranking;

	OK(ranking_load(cw, round_id, proposal_n, 0, &ranking, err));
	return ranking;
}

static void fits_are(int proposal_n, enum rank_fit first, enum rank_fit second, enum rank_fit third)
{
	struct ranking ranking = ranking_of(proposal_n);
	enum rank_fit wanted[] = {first, second, third};

	for (int i = 0; i < 3; i++)
		ck_assert_int_eq(ranking.items[i].fit, wanted[i]);
	ranking_done(&ranking);
}

/* ---- the least that makes sense */

START_TEST(less_than_makes_sense_is_outside_and_not_partly)
{
	office_begin();
	fits_are(0, RANK_INSIDE, RANK_PARTLY, RANK_OUTSIDE);
	OK(least_put(cw, NULL, b, MN(20), "Ansökan, s. 4", err));
	fits_are(0, RANK_INSIDE, RANK_OUTSIDE, RANK_OUTSIDE);
	struct ranking ranking = ranking_of(0);
	ck_assert_int_eq(ranking.items[1].fits_ore, MN(5));
	ck_assert_int_eq(ranking.items[1].least_ore, MN(20));
	ck_assert_str_eq(ranking.items[1].least_source, "Ansökan, s. 4");
	ranking_done(&ranking);
	OK(least_put(cw, NULL, b, MN(5), "Samtal", err)); /* what fits is enough, to the öre */
	fits_are(0, RANK_INSIDE, RANK_PARTLY, RANK_OUTSIDE);
	OK(least_put(cw, NULL, b, MN(5) + 1, "Samtal", err));
	fits_are(0, RANK_INSIDE, RANK_OUTSIDE, RANK_OUTSIDE);
	OK(least_put(cw, NULL, b, MONEY_UNKNOWN, "Sökanden tar tillbaka", err));
	fits_are(0, RANK_INSIDE, RANK_PARTLY, RANK_OUTSIDE);
	casework_close(cw);
}
END_TEST

START_TEST(years_that_are_not_looked_at_count_in_full_towards_the_least)
{
	static const int two[CONTEST_YEARS] = {0, 44000, 30000};
	struct ranking ranking;

	office_begin();
	contest_seek(cw, b, "Be", two);
	office_sit(cw, "kim");
	OK(least_put(cw, NULL, b, MN(35), "Ansökan", err));
	OK(ranking_load(cw, round_id, 0, 2026, &ranking, err)); /* 5 fit of 2026, and 30 are sought of 2027 */
	ck_assert_int_eq(ranking.items[1].fit, RANK_PARTLY);
	ranking_done(&ranking);
	OK(least_put(cw, NULL, b, MN(35) + 1, "Ansökan", err));
	OK(ranking_load(cw, round_id, 0, 2026, &ranking, err));
	ck_assert_int_eq(ranking.items[1].fit, RANK_OUTSIDE);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_least_amount_needs_a_source_and_is_no_more_than_what_is_sought)
{
	struct operation op = {.if_version = 1};

	office_begin();
	REFUSED(least_put(cw, NULL, b, MN(20), " ", err), ERROR_INVALID, "");
	REFUSED(least_put(cw, NULL, b, 0, "Ansökan", err), ERROR_INVALID, "");
	REFUSED(least_put(cw, NULL, b, MN(44) + 1, "Ansökan", err), ERROR_INVALID, "");
	REFUSED(least_put(cw, NULL, b, MONEY_UNKNOWN, "Ansökan", err), ERROR_INVALID, "");
	REFUSED(least_put(cw, NULL, 9999, MN(1), "Ansökan", err), ERROR_MISSING, "");
	OK(least_put(cw, NULL, b, MN(44), "Ansökan", err));
	REFUSED(least_put(cw, NULL, b, MN(44), "Ansökan", err), ERROR_INVALID, "");
	OK(least_put(cw, &op, b, MN(43), "Ansökan", err));
	REFUSED(least_put(cw, &op, b, MN(42), "Ansökan", err), ERROR_CONFLICT, "");
	office_sit(cw, "rut");
	REFUSED(least_put(cw, NULL, b, MN(42), "Ansökan", err), ERROR_DENIED, "");
	office_sit(cw, "kim");
	contest_withdraw(cw, b);
	office_sit(cw, "kim");
	REFUSED(least_put(cw, NULL, b, MN(42), "Ansökan", err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

/* ---- skipping */

START_TEST(a_skipped_measure_keeps_its_place_and_takes_nothing)
{
	office_begin();
	OK(rank_skip(cw, NULL, round_id, b, "Genomförs av regionen ändå.", err));
	fits_are(0, RANK_INSIDE, RANK_SKIPPED, RANK_PARTLY); /* 5 million are left, 6 are asked for */
	OK(rank_set(cw, NULL, round_id, c, 2026, MN(5), err));
	struct ranking ranking = ranking_of(0);
	ck_assert_int_eq(ranking.items[1].measure, b);
	ck_assert_int_eq(ranking.items[1].place, 2);
	ck_assert_int_eq(ranking.items[1].fit, RANK_SKIPPED);
	ck_assert_str_eq(ranking.items[1].skip_reason, "Genomförs av regionen ändå.");
	ck_assert_int_eq(ranking.items[1].total_ore, MN(10));
	ck_assert_int_eq(ranking.items[2].fit, RANK_INSIDE);
	ck_assert_int_eq(ranking.items[2].total_ore, MN(15));
	ck_assert_int_eq(ranking.line, 3);
	ck_assert_int_eq(ranking.inside, 2);
	ck_assert_int_eq(ranking.skipped, 1);
	ck_assert_int_eq(ranking.proposed_ore, MN(15));
	ranking_done(&ranking);
	OK(rank_unskip(cw, NULL, round_id, b, err));
	fits_are(0, RANK_INSIDE, RANK_PARTLY, RANK_OUTSIDE);
	casework_close(cw);
}
END_TEST

START_TEST(skipping_needs_a_reason_a_place_and_the_chair)
{
	office_begin();
	int64_t d = contest_entry(cw, "De", 1000);
	office_sit(cw, "kim");
	REFUSED(rank_skip(cw, NULL, round_id, b, " ", err), ERROR_INVALID, "");
	REFUSED(rank_skip(cw, NULL, round_id, d, "Skäl.", err), ERROR_INVALID, "");
	REFUSED(rank_unskip(cw, NULL, round_id, b, err), ERROR_INVALID, "");
	office_sit(cw, "rut");
	REFUSED(rank_skip(cw, NULL, round_id, b, "Skäl.", err), ERROR_DENIED, "");
	office_sit(cw, "kim");
	static const int amounts[CONTEST_YEARS] = {0, 1000};
	contest_decide(cw, a, "partly", amounts, "2026-11-20", "");
	office_sit(cw, "kim");
	REFUSED(rank_skip(cw, NULL, round_id, a, "Skäl.", err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(a_kept_proposal_keeps_what_it_skips_and_the_next_goes_on_from_it)
{
	office_begin();
	OK(rank_skip(cw, NULL, round_id, b, "Skäl.", err));
	OK(rank_lock(cw, NULL, round_id, err));
	OK(rank_set(cw, NULL, round_id, c, 2026, MN(5), err));
	fits_are(2, RANK_INSIDE, RANK_SKIPPED, RANK_INSIDE);
	OK(rank_unskip(cw, NULL, round_id, b, err));
	fits_are(1, RANK_INSIDE, RANK_SKIPPED, RANK_PARTLY);
	fits_are(2, RANK_INSIDE, RANK_PARTLY, RANK_OUTSIDE);
	casework_close(cw);
}
END_TEST

/* ---- saved proposals */

START_TEST(a_saved_proposal_is_kept_beside_the_one_that_goes_on_from_it)
{
	struct proposal_list list;

	office_begin();
	OK(rank_skip(cw, NULL, round_id, b, "Skäl.", err));
	OK(rank_save(cw, NULL, round_id, "Utan Be", err));
	OK(rank_unskip(cw, NULL, round_id, b, err));
	OK(rank_save(cw, NULL, round_id, "", err));
	OK(rank_move(cw, NULL, round_id, c, 1, "Skäl.", err));
	OK(proposal_list_load(cw, round_id, &list, err));
	ck_assert_int_eq(list.count, 3);
	ck_assert_int_eq(list.items[0].n, 3);
	ck_assert_ptr_null(list.items[0].locked_at);
	ck_assert(list.items[1].saved && list.items[2].saved);
	ck_assert_str_eq(list.items[1].name, "");
	ck_assert_str_eq(list.items[2].name, "Utan Be");
	ck_assert_str_eq(list.items[2].made_by, list.items[2].locked_by);
	ck_assert_int_eq(list.items[2].rows, 3);
	ck_assert_int_eq(list.items[2].inside, 1);
	ck_assert_int_eq(list.items[2].proposed_ore, MN(10));
	proposal_list_done(&list);
	casework_close(cw);
}
END_TEST

/* Does a case of the round count as proposed? */
static bool proposed(void)
{
	struct application_list list;
	bool found = false;

	OK(application_list_load(cw, &(struct application_query){0}, &list, err));
	for (int i = 0; i < list.count; i++)
		found = found || list.items[i].state == STATE_PROPOSED;
	application_list_done(&list);
	return found;
}

START_TEST(a_saved_proposal_is_not_taken_for_one_locked_for_a_meeting)
{
	office_begin();
	OK(rank_save(cw, NULL, round_id, "Första", err));
	ck_assert(!proposed());
	REFUSED(rank_save(cw, NULL, round_id, "Andra", err), ERROR_INVALID, ""); /* nothing has changed */
	OK(rank_lock(cw, NULL, round_id, err)); /* that it was saved does not stop it from being locked as it is */
	ck_assert(proposed());
	REFUSED(rank_lock(cw, NULL, round_id, err), ERROR_INVALID, "");
	OK(rank_skip(cw, NULL, round_id, b, "Skäl.", err));
	OK(rank_save(cw, NULL, round_id, "Tredje", err));
	ck_assert(proposed()); /* by the one before */
	OK(rank_unskip(cw, NULL, round_id, b, err));
	OK(rank_save(cw, NULL, round_id, "Fjärde", err));
	REFUSED(rank_lock(cw, NULL, round_id, err), ERROR_INVALID, ""); /* as locked two proposals ago */
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		less_than_makes_sense_is_outside_and_not_partly,
		years_that_are_not_looked_at_count_in_full_towards_the_least,
		a_least_amount_needs_a_source_and_is_no_more_than_what_is_sought,
		a_skipped_measure_keeps_its_place_and_takes_nothing,
		skipping_needs_a_reason_a_place_and_the_chair,
		a_kept_proposal_keeps_what_it_skips_and_the_next_goes_on_from_it,
		a_saved_proposal_is_kept_beside_the_one_that_goes_on_from_it,
		a_saved_proposal_is_not_taken_for_one_locked_for_a_meeting,
		NULL,
	};
	return claims_run("skip", claims, 60);
}
