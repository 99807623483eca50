/* Locked proposals: kept as they stood for the meeting, and where the next one starts. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/rank.h"
#include "store/inside.h"

static struct casework *cw;
static int64_t round_id, a, b, c;

/* Three measures, 100, 75 and 50 of 100; each seeks 10 million of 2026. */
static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	a = contest_entry(cw, "A", 10000);
	b = contest_entry(cw, "Be", 10000);
	c = contest_entry(cw, "Ce", 10000);
	contest_assess(cw, a, "maja", 4, 4, 4);
	contest_assess(cw, b, "maja", 3, 3, 3);
	contest_assess(cw, c, "maja", 2, 2, 2);
	office_sit(cw, "kim");
}

static struct ranking ranking_of(int proposal_n)
{
	struct ranking ranking;

	OK(ranking_load(cw, round_id, proposal_n, 0, &ranking, err));
	return ranking;
}

START_TEST(a_locked_proposal_keeps_order_points_and_amounts)
{
	static const int less[CONTEST_YEARS] = {0, 3000};

	office_begin();
	OK(rank_move(cw, NULL, round_id, c, 1, "Utmönstring.", err));
	OK(rank_set(cw, NULL, round_id, b, 2026, INT64_C(400000000), err));
	OK(rank_lock(cw, NULL, round_id, err));
	contest_assess(cw, a, "mats", 0, 0, 0); /* now 50 of 100 */
	contest_seek(cw, c, "Ce", less);
	int64_t e = contest_entry(cw, "E", 10000);
	contest_assess(cw, e, "maja", 4, 4, 4);
	office_sit(cw, "kim");
	struct ranking ranking = ranking_of(0);
	ck_assert_str_eq(ranking.locked_at, "2026-11-22 09:00:00");
	ck_assert_int_eq(ranking.count, 4);
	ck_assert_int_eq(ranking.placed, 3);
	ck_assert_int_eq(ranking.items[0].measure, c);
	ck_assert_int_eq(ranking.items[0].proposed_ore, INT64_C(1000000000));
	ck_assert_int_eq(ranking.items[0].sought_ore, INT64_C(300000000));
	ck_assert_int_eq(ranking.items[1].measure, a);
	ck_assert_int_eq(ranking.items[1].points, 400 * RANK_UNIT);
	ck_assert_int_eq(ranking.items[1].points_100, 100);
	ck_assert_int_eq(ranking.items[1].assessors, 1);
	ck_assert_int_eq(ranking.items[2].proposed_ore, INT64_C(400000000));
	ck_assert_int_eq(ranking.items[3].measure, e);
	ck_assert_int_eq(ranking.items[3].fit, RANK_NO_PLACE);
	ck_assert_int_eq(ranking.proposed_ore, INT64_C(2400000000));
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_locked_proposal_keeps_the_years_of_its_amounts)
{
	static const int later[CONTEST_YEARS] = {0, 0, 10000};
	static const int free_of_charge[CONTEST_YEARS] = {0, 0, 0, 1};

	office_begin();
	contest_seek(cw, c, "Ce", free_of_charge);
	office_sit(cw, "kim");
	OK(rank_set(cw, NULL, round_id, c, 2028, 0, err));
	OK(rank_lock(cw, NULL, round_id, err));
	contest_seek(cw, b, "Be", later);
	office_sit(cw, "kim");
	struct ranking ranking = ranking_of(0);
	ck_assert_int_eq(ranking.items[1].proposed[1], INT64_C(1000000000));
	ck_assert_int_eq(ranking.items[1].proposed[2], 0);
	ck_assert_int_eq(ranking.items[1].sought[2], INT64_C(1000000000));
	ck_assert_int_eq(ranking.items[2].proposed_ore, 0);
	ck_assert_int_eq(ranking.items[2].fit, RANK_INSIDE);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(what_was_unknown_when_locked_stays_unknown_in_it)
{
	static const int unknown[CONTEST_YEARS] = {0, -1}, known[CONTEST_YEARS] = {0, 10};

	office_begin();
	contest_seek(cw, b, "Be", unknown);
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, round_id, err));
	contest_seek(cw, b, "Be", known);
	office_sit(cw, "kim");
	struct ranking ranking = ranking_of(1);
	ck_assert_int_eq(ranking.items[1].fit, RANK_UNKNOWN);
	ck_assert_int_eq(ranking.unknown, 1);
	ranking_done(&ranking);
	OK(rank_move(cw, NULL, round_id, c, 1, "Skäl.", err));
	ranking = ranking_of(2);
	ck_assert_int_eq(ranking.unknown, 0);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_change_after_locking_starts_a_new_proposal_from_it)
{
	office_begin();
	OK(rank_move(cw, NULL, round_id, c, 1, "Utmönstring.", err));
	OK(rank_set(cw, NULL, round_id, b, 2026, INT64_C(400000000), err));
	OK(rank_lock(cw, NULL, round_id, err));
	OK(rank_set(cw, NULL, round_id, a, 2026, INT64_C(900000000), err));
	struct ranking ranking = ranking_of(0);
	ck_assert_int_eq(ranking.n, 2);
	ck_assert_ptr_null(ranking.locked_at);
	ck_assert_int_eq(ranking.items[0].measure, c);
	ck_assert_str_eq(ranking.items[0].reason, "Utmönstring.");
	ck_assert(!ranking.items[0].proposed_set);
	ck_assert(!ranking.items[1].moved);
	ck_assert_int_eq(ranking.items[1].proposed_ore, INT64_C(900000000));
	ck_assert_int_eq(ranking.items[2].proposed_ore, INT64_C(400000000));
	ck_assert(ranking.items[2].proposed_set);
	ranking_done(&ranking);
	ranking = ranking_of(1); /* the locked one is as it was */
	ck_assert_int_eq(ranking.items[1].proposed_ore, INT64_C(1000000000));
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_new_proposal_follows_the_assessments_made_since)
{
	office_begin();
	OK(rank_move(cw, NULL, round_id, c, 1, "Utmönstring.", err));
	OK(rank_lock(cw, NULL, round_id, err));
	contest_assess(cw, a, "mats", 0, 0, 0);
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, round_id, err));
	struct ranking ranking = ranking_of(2);
	ck_assert_int_eq(ranking.items[0].measure, c);
	ck_assert_int_eq(ranking.items[1].measure, b);
	ck_assert_int_eq(ranking.items[2].measure, a);
	ck_assert_int_eq(ranking.items[2].assessors, 2);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(nothing_new_is_not_locked_again)
{
	office_begin();
	OK(rank_lock(cw, NULL, round_id, err));
	REFUSED(rank_lock(cw, NULL, round_id, err), ERROR_INVALID, "");
	OK(rank_set(cw, NULL, round_id, b, 2026, INT64_C(400000000), err));
	OK(rank_lock(cw, NULL, round_id, err));
	REFUSED(rank_lock(cw, NULL, round_id, err), ERROR_INVALID, "");
	/* The same order by other points is something new. */
	contest_assess(cw, c, "mats", 2, 2, 2);
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, round_id, err));
	REFUSED(rank_lock(cw, NULL, round_id, err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(more_than_is_sought_now_is_not_locked)
{
	static const int less[CONTEST_YEARS] = {0, 3000};

	office_begin();
	OK(rank_set(cw, NULL, round_id, b, 2026, INT64_C(400000000), err));
	contest_seek(cw, b, "Be", less);
	office_sit(cw, "kim");
	REFUSED(rank_lock(cw, NULL, round_id, err), ERROR_INVALID, "");
	OK(rank_set(cw, NULL, round_id, b, 2026, MONEY_UNKNOWN, err));
	OK(rank_lock(cw, NULL, round_id, err));
	casework_close(cw);
}
END_TEST

START_TEST(a_move_of_a_measure_without_a_place_waits_through_a_lock)
{
	office_begin();
	OK(rank_move(cw, NULL, round_id, c, 1, "Utmönstring.", err));
	contest_assign(cw, c, "mats");
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, round_id, err));
	struct ranking ranking = ranking_of(0);
	ck_assert_int_eq(ranking.placed, 2);
	ck_assert_int_eq(ranking.items[2].fit, RANK_NO_PLACE);
	ranking_done(&ranking);
	contest_score(cw, c, "mats", 2, 2, 2);
	OK(score_submit(cw, NULL, c, err));
	office_sit(cw, "kim");
	ranking = ranking_of(0); /* still the locked one */
	ck_assert_int_eq(ranking.placed, 2);
	ranking_done(&ranking);
	OK(rank_set(cw, NULL, round_id, b, 2026, INT64_C(400000000), err));
	ranking = ranking_of(0);
	ck_assert_int_eq(ranking.placed, 3);
	ck_assert_int_eq(ranking.items[0].measure, c);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_measure_withdrawn_after_the_lock_is_out_of_it)
{
	office_begin();
	OK(rank_lock(cw, NULL, round_id, err));
	contest_withdraw(cw, b);
	office_sit(cw, "kim");
	struct ranking ranking = ranking_of(1);
	ck_assert_int_eq(ranking.count, 2);
	ck_assert_int_eq(ranking.items[1].place, 2);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

/* As proposals were locked before standings were kept: the sum over the assessors, and how many. */
START_TEST(a_proposal_locked_long_ago_keeps_its_points)
{
	office_begin();
	contest_assess(cw, c, "mats", 1, 3, 2);
	office_sit(cw, "kim");
	OK(rank_lock(cw, NULL, round_id, err));
	struct ranking now = ranking_of(1);
	sqlite3 *db = casework_store(cw)->db;
	sqlite3_set_authorizer(db, NULL, NULL);
	ck_assert_int_eq(sqlite3_exec(db, "DROP TRIGGER proposal_standing_stays_2; DELETE FROM proposal_standing", NULL,
				 NULL, NULL),
		SQLITE_OK);
	struct ranking old = ranking_of(1);
	for (int i = 0; i < 3; i++) {
		ck_assert_int_eq(old.items[i].measure, now.items[i].measure);
		ck_assert_int_eq(old.items[i].points, now.items[i].points);
		ck_assert_int_eq(old.items[i].assessors, now.items[i].assessors);
		ck_assert_int_ge(now.items[i].median, 0);
		ck_assert_int_eq(old.items[i].median, -1);
	}
	REFUSED(rank_lock(cw, NULL, round_id, err), ERROR_INVALID, "");
	ranking_done(&old);
	ranking_done(&now);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_locked_proposal_keeps_order_points_and_amounts,
		a_locked_proposal_keeps_the_years_of_its_amounts,
		what_was_unknown_when_locked_stays_unknown_in_it,
		a_change_after_locking_starts_a_new_proposal_from_it,
		a_new_proposal_follows_the_assessments_made_since,
		nothing_new_is_not_locked_again,
		more_than_is_sought_now_is_not_locked,
		a_move_of_a_measure_without_a_place_waits_through_a_lock,
		a_measure_withdrawn_after_the_lock_is_out_of_it,
		a_proposal_locked_long_ago_keeps_its_points,
		NULL,
	};
	return claims_run("lock", claims, 60);
}
