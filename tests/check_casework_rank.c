/* The ranking of a round in an office: places, the chair's moves and amounts, locking. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/application.h"
#include "casework/assess.h"
#include "casework/event.h"
#include "casework/gate.h"
#include "casework/rank.h"
#include "casework/rank_compare.h"

static struct casework *cw;
static int64_t round_id, a, b, c, d;

/* Four measures: a 100, b 75, c and d 50 of 100; c was registered before d. Each seeks 10 million of 2026. */
static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	c = contest_entry(cw, "Ce", 10000);
	a = contest_entry(cw, "A", 10000);
	d = contest_entry(cw, "De", 10000);
	b = contest_entry(cw, "Be", 10000);
	contest_assess(cw, a, "maja", 4, 4, 4);
	contest_assess(cw, b, "maja", 3, 3, 3);
	contest_assess(cw, c, "maja", 2, 2, 2);
	contest_assess(cw, d, "maja", 2, 2, 2);
	office_sit(cw, "kim");
}

static struct ranking ranking_of(int proposal_n, int year)
{
	struct ranking ranking;

	OK(ranking_load(cw, round_id, proposal_n, year, &ranking, err));
	return ranking;
}

static const struct rank_row *row_of(const struct ranking *ranking, int64_t measure)
{
	for (int i = 0; i < ranking->count; i++) {
		if (ranking->items[i].measure == measure)
			return &ranking->items[i];
	}
	ck_abort_msg("measure %d is not ranked", (int)measure);
}

/* The measures in the order they stand, 0 in the end. */
static void stands(int64_t first, int64_t second, int64_t third, int64_t fourth)
{
	struct ranking ranking = ranking_of(0, 0);
	const int64_t wanted[] = {first, second, third, fourth};

	for (int i = 0; i < 4; i++)
		ck_assert_msg(ranking.items[i].measure == wanted[i], "%s stands at %d", ranking.items[i].title, i + 1);
	ranking_done(&ranking);
}

static bool move(int64_t measure, int place, struct error *err)
{
	return rank_move(cw, NULL, round_id, measure, place, "Utmönstring, 13 §.", err);
}

/* ---- places */

START_TEST(equal_points_share_a_place_and_stand_by_number)
{
	office_begin();
	struct ranking ranking = ranking_of(0, 0);
	stands(a, b, c, d);
	ck_assert_int_eq(ranking.placed, 4);
	ck_assert_int_eq(ranking.proposal, 0);
	ck_assert_int_eq(ranking.items[0].points, 400 * RANK_UNIT);
	ck_assert_int_eq(ranking.items[0].points_100, 100);
	ck_assert_int_eq(ranking.items[2].point_place, 3);
	ck_assert_int_eq(ranking.items[3].point_place, 3);
	ck_assert_int_eq(ranking.items[3].place, 4);
	ck_assert_str_eq(ranking.items[3].lead_short, "Dalarna");
	ck_assert_int_eq(ranking.items[3].participants, 1);
	ck_assert_int_eq(ranking.items[3].total_ore, INT64_C(4000000000));
	ck_assert_int_eq(ranking.line, 4);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(the_mean_counts_and_halves_are_shown_away_from_zero)
{
	office_begin();
	contest_assess(cw, d, "mats", 2, 2, 3); /* 200 and 210 of 400: 51,25 */
	contest_assess(cw, c, "mats", 2, 2, 0); /* 200 and 180: 47,5 */
	office_sit(cw, "kim");
	stands(a, b, d, c);
	struct ranking ranking = ranking_of(0, 0);
	ck_assert_int_eq(row_of(&ranking, d)->points_100, 51);
	ck_assert_int_eq(row_of(&ranking, c)->points_100, 48);
	ck_assert_int_eq(row_of(&ranking, d)->points, 205 * RANK_UNIT);
	ck_assert_int_eq(row_of(&ranking, d)->assessors, 2);
	ck_assert_int_eq(row_of(&ranking, d)->spread_100, 3); /* 2,5 */
	ck_assert_int_eq(row_of(&ranking, c)->spread_100, 5);
	ck_assert(!row_of(&ranking, c)->zero_flag); /* K3 is bonus */
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_zero_that_is_no_bonus_is_flagged_and_stops_nothing)
{
	office_begin();
	contest_assess(cw, b, "mats", 4, 0, 4);
	office_sit(cw, "kim");
	struct ranking ranking = ranking_of(0, 0);
	ck_assert(row_of(&ranking, b)->zero_flag);
	ck_assert_int_eq(row_of(&ranking, b)->place, 2);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(who_is_not_fully_assessed_has_no_place)
{
	office_begin();
	int64_t e = contest_entry(cw, "E", 10000), f = contest_entry(cw, "F", 10000);
	contest_assign(cw, f, "olle");
	contest_assign(cw, b, "mats");
	contest_score(cw, b, "mats", 4, 4, 4); /* a draft */
	office_sit(cw, "kim");
	struct ranking ranking = ranking_of(0, 0);
	ck_assert_int_eq(ranking.count, 6);
	ck_assert_int_eq(ranking.placed, 3);
	const struct rank_row *half = row_of(&ranking, b), *none = row_of(&ranking, e), *begun = row_of(&ranking, f);
	ck_assert_int_eq(half->fit, RANK_NO_PLACE);
	ck_assert_int_eq(half->place, 0);
	ck_assert_int_eq(half->points_100, -1);
	ck_assert_int_eq(half->submitted, 1);
	ck_assert_int_eq(half->assessors, 2);
	ck_assert_int_eq(half->criteria_scored, 6);
	ck_assert_int_eq(half->criteria_wanted, 6);
	ck_assert_int_eq(none->criteria_scored, 0);
	ck_assert_int_eq(none->criteria_wanted, 3);
	ck_assert_int_eq(none->assessors, 0);
	ck_assert_int_eq(begun->assessors, 1);
	ck_assert_int_eq(begun->criteria_wanted, 3);
	ck_assert_int_eq(none->total_ore, MONEY_UNKNOWN);
	ck_assert_int_eq(ranking.proposed_ore, INT64_C(3000000000));
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(control_points_not_met_are_counted_and_move_nothing)
{
	struct gate_change gate = {.gate = "G1", .answer = "unclear", .reason = "Oklart."};
	struct ranking ranking = {0};

	office_begin();
	const int ten[CONTEST_YEARS] = {0, 10000};
	ranking = ranking_of(0, 0);
	int64_t application = row_of(&ranking, a)->application;
	ranking_done(&ranking);
	int64_t beside = contest_measure(cw, application, "Bredvid", ten);
	office_sit(cw, "elin");
	OK(gate_answer(cw, NULL, application, &gate, err));
	gate = (struct gate_change){.gate = "G7", .measure = a, .answer = "no", .reason = "Annat stöd."};
	OK(gate_answer(cw, NULL, application, &gate, err));
	gate = (struct gate_change){.gate = "G12", .answer = "na", .reason = "Gäller inte."};
	OK(gate_answer(cw, NULL, application, &gate, err));
	ranking = ranking_of(0, 0);
	ck_assert_int_eq(row_of(&ranking, a)->gates_bad, 2);
	ck_assert_int_eq(row_of(&ranking, beside)->gates_bad, 1);
	ck_assert_int_eq(row_of(&ranking, b)->gates_bad, 0);
	ck_assert_int_eq(row_of(&ranking, a)->place, 1);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_relieved_assessor_is_not_waited_for)
{
	office_begin();
	contest_assign(cw, b, "mats");
	contest_score(cw, b, "mats", 4, 4, 4);
	office_sit(cw, "elin");
	OK(assessor_relieve(cw, NULL, b, office_person(cw, "mats"), err));
	struct ranking ranking = ranking_of(0, 0);
	ck_assert_int_eq(row_of(&ranking, b)->place, 2);
	ck_assert_int_eq(row_of(&ranking, b)->points, 300 * RANK_UNIT);
	ck_assert_int_eq(row_of(&ranking, b)->assessors, 1);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(what_is_withdrawn_is_not_ranked)
{
	int64_t application;

	office_begin();
	contest_withdraw(cw, b);
	office_sit(cw, "kim");
	struct ranking ranking = ranking_of(0, 0);
	ck_assert_int_eq(ranking.count, 3);
	ck_assert_int_eq(row_of(&ranking, c)->place, 2);
	ranking_done(&ranking);
	REFUSED(move(b, 1, err), ERROR_MISSING, "");
	OK(application_find(cw, "2", &application, err));
	office_sit(cw, "rut");
	OK(application_withdraw(cw, NULL, application, "2026-11-20", "Tas tillbaka.", err));
	office_sit(cw, "kim");
	ranking = ranking_of(0, 0);
	ck_assert_int_eq(ranking.count, 2);
	ck_assert_int_eq(ranking.items[0].measure, c);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(unknown_amounts_are_listed_and_not_summed)
{
	static const int unknown[CONTEST_YEARS] = {0, -1, 5000}, nothing[CONTEST_YEARS] = {0};

	office_begin();
	contest_seek(cw, b, "Be", unknown);
	contest_seek(cw, c, "Ce", nothing);
	office_sit(cw, "kim");
	struct ranking ranking = ranking_of(0, 0);
	ck_assert_int_eq(ranking.unknown, 2);
	ck_assert_int_eq(row_of(&ranking, b)->fit, RANK_UNKNOWN);
	ck_assert_int_eq(row_of(&ranking, b)->place, 2);
	ck_assert_int_eq(row_of(&ranking, b)->proposed_ore, MONEY_UNKNOWN);
	ck_assert_int_eq(row_of(&ranking, c)->fit, RANK_UNKNOWN);
	ck_assert_int_eq(row_of(&ranking, d)->total_ore, INT64_C(2000000000));
	ranking_done(&ranking);
	ranking = ranking_of(0, 2027); /* known that year */
	ck_assert_int_eq(row_of(&ranking, b)->proposed_ore, INT64_C(500000000));
	ck_assert_int_eq(ranking.unknown, 1);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(a_round_a_proposal_and_a_year_must_be_there)
{
	struct ranking ranking;

	office_begin();
	REFUSED(ranking_load(cw, 99, 0, 0, &ranking, err), ERROR_MISSING, "");
	REFUSED(ranking_load(cw, round_id, 1, 0, &ranking, err), ERROR_MISSING, "");
	REFUSED(ranking_load(cw, round_id, 0, 2031, &ranking, err), ERROR_INVALID, "");
	REFUSED(ranking_load(cw, round_id, 0, -1, &ranking, err), ERROR_INVALID, "");
	office_sit(cw, "adam");
	REFUSED(ranking_load(cw, round_id, 0, 0, &ranking, err), ERROR_DENIED, "");
	casework_close(cw);
}
END_TEST

/* ---- the chair's moves */

START_TEST(a_moved_row_stands_at_its_place_and_the_rest_follow_their_points)
{
	office_begin();
	OK(move(d, 1, err));
	stands(d, a, b, c);
	struct ranking ranking = ranking_of(0, 0);
	ck_assert_int_eq(ranking.n, 1);
	ck_assert(ranking.items[0].moved);
	ck_assert_str_eq(ranking.items[0].reason, "Utmönstring, 13 §.");
	ck_assert_int_eq(ranking.items[0].point_place, 3);
	ck_assert(!ranking.items[1].moved);
	ck_assert_str_eq(ranking.items[1].reason, "");
	ranking_done(&ranking);
	contest_assess(cw, c, "mats", 4, 4, 4); /* mean 75: before b by number */
	office_sit(cw, "kim");
	stands(d, a, c, b);
	OK(rank_unmove(cw, NULL, round_id, d, err));
	stands(a, c, b, d);
	REFUSED(rank_unmove(cw, NULL, round_id, d, err), ERROR_INVALID, "");
	casework_close(cw);
}
END_TEST

START_TEST(only_what_the_chair_moved_is_kept)
{
	struct event_list events;
	struct event_query newest = {.most = 1};
	char rows[80];

	office_begin();
	OK(move(d, 1, err));
	snprintf(rows, sizeof(rows), ":%d 1 1 Utmönstring, 13 §.\n", (int)d);
	OK(event_list_load(cw, &newest, &events, err));
	ck_assert_str_eq(events.items[0].action, "rank-move");
	const char *kept = strstr(events.items[0].after, "rows=");
	ck_assert_ptr_nonnull(kept);
	ck_assert_ptr_nonnull(strstr(kept, rows));
	ck_assert_ptr_nonnull(strstr(events.items[0].after, "amounts=-"));
	event_list_done(&events);
	casework_close(cw);
}
END_TEST

START_TEST(a_moved_row_in_the_way_gives_way_towards_where_the_other_came_from)
{
	office_begin();
	OK(move(c, 2, err));
	stands(a, c, b, d);
	OK(move(d, 2, err)); /* from below: c goes down */
	stands(a, d, c, b);
	OK(move(d, 3, err)); /* one step down: past c, which goes up */
	stands(a, c, d, b);
	OK(move(b, 3, err)); /* d goes down to the place b leaves, c stays at 2 */
	stands(a, c, b, d);
	OK(move(a, 4, err)); /* all moved: d, b and c go up */
	stands(c, b, d, a);
	OK(move(b, 1, err)); /* no further than to the place it leaves */
	stands(b, c, d, a);
	OK(move(b, 1, err)); /* where it stands already */
	stands(b, c, d, a);
	OK(rank_unmove(cw, NULL, round_id, a, err));
	OK(move(c, 1, err)); /* b gives way, d beyond it does not */
	stands(c, b, d, a);
	casework_close(cw);
}
END_TEST

START_TEST(a_move_needs_a_place_a_reason_and_the_chair)
{
	office_begin();
	int64_t e = contest_entry(cw, "E", 10000);
	office_sit(cw, "kim");
	REFUSED(move(d, 0, err), ERROR_INVALID, "");
	REFUSED(move(d, 5, err), ERROR_INVALID, "");
	REFUSED(rank_move(cw, NULL, round_id, d, 1, " ", err), ERROR_INVALID, "");
	REFUSED(rank_move(cw, NULL, round_id, d, 1, NULL, err), ERROR_INVALID, "");
	REFUSED(rank_move(cw, NULL, round_id, d, 1, "Nej\xff", err), ERROR_INVALID, "");
	REFUSED(move(e, 1, err), ERROR_INVALID, "");
	REFUSED(move(99, 1, err), ERROR_MISSING, "");
	REFUSED(rank_move(cw, NULL, 99, d, 1, "Skäl.", err), ERROR_MISSING, "");
	static const char *const others[] = {"adam", "rut", "elin", "maja", "cia", "rev"};
	for (int i = 0; i < 6; i++) {
		office_sit(cw, others[i]);
		REFUSED(move(d, 1, err), ERROR_DENIED, "");
		REFUSED(rank_unmove(cw, NULL, round_id, d, err), ERROR_DENIED, "");
		REFUSED(rank_set(cw, NULL, round_id, d, 2026, 1, err), ERROR_DENIED, "");
		REFUSED(rank_lock(cw, NULL, round_id, err), ERROR_DENIED, "");
	}
	office_sit(cw, "kim");
	stands(a, b, c, d);
	casework_close(cw);
}
END_TEST

START_TEST(two_who_move_at_once_are_told)
{
	struct operation op = operation_new();

	office_begin();
	OK(move(d, 1, err));
	struct ranking ranking = ranking_of(0, 0);
	op.if_version = ranking.version;
	ranking_done(&ranking);
	OK(move(c, 1, err));
	REFUSED(rank_move(cw, &op, round_id, b, 1, "Skäl.", err), ERROR_CONFLICT, "");
	REFUSED(rank_set(cw, &op, round_id, b, 2026, 1, err), ERROR_CONFLICT, "");
	REFUSED(rank_lock(cw, &op, round_id, err), ERROR_CONFLICT, "");
	/* The version looked at is a locked proposal's, and somebody has begun a new one. */
	OK(rank_lock(cw, NULL, round_id, err));
	ranking = ranking_of(0, 0);
	op.if_version = ranking.version;
	ranking_done(&ranking);
	for (int i = 0; i < 3; i++) {
		OK(move(b, 1, err));
		REFUSED(rank_move(cw, &op, round_id, a, 1, "Skäl.", err), ERROR_CONFLICT, "");
	}
	casework_close(cw);
}
END_TEST

START_TEST(the_same_operation_moves_once)
{
	struct operation op = operation_new();

	office_begin();
	OK(rank_move(cw, &op, round_id, d, 1, "Skäl.", err));
	OK(rank_move(cw, &op, round_id, d, 2, "Skäl.", err));
	stands(d, a, b, c);
	op = operation_new();
	OK(rank_set(cw, &op, round_id, d, 2026, 1, err));
	OK(rank_set(cw, &op, round_id, d, 2026, 2, err));
	op = operation_new();
	OK(rank_lock(cw, &op, round_id, err));
	int64_t events = office_events(cw);
	OK(rank_lock(cw, &op, round_id, err));
	ck_assert_int_eq(office_events(cw), events);
	casework_close(cw);
}
END_TEST

/* ---- proposed amounts */

START_TEST(a_proposed_amount_stands_until_it_goes_back_to_what_is_sought)
{
	office_begin();
	OK(rank_set(cw, NULL, round_id, b, 2026, INT64_C(400000000), err));
	struct ranking ranking = ranking_of(0, 0);
	ck_assert_int_eq(row_of(&ranking, b)->proposed_ore, INT64_C(400000000));
	ck_assert_int_eq(row_of(&ranking, b)->sought_ore, INT64_C(1000000000));
	ck_assert(row_of(&ranking, b)->proposed_set);
	ck_assert(!row_of(&ranking, a)->proposed_set);
	ck_assert_int_eq(row_of(&ranking, c)->total_ore, INT64_C(2400000000));
	ranking_done(&ranking);
	OK(rank_set(cw, NULL, round_id, b, 2026, MONEY_UNKNOWN, err));
	ranking = ranking_of(0, 0);
	ck_assert(!row_of(&ranking, b)->proposed_set);
	ck_assert_int_eq(row_of(&ranking, b)->proposed_ore, INT64_C(1000000000));
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(no_more_is_proposed_in_all_than_is_sought)
{
	static const int two[CONTEST_YEARS] = {0, 6000, 4000}, unknown[CONTEST_YEARS] = {0, -1};

	office_begin();
	contest_seek(cw, b, "Be", two);
	contest_seek(cw, c, "Ce", unknown);
	office_sit(cw, "kim");
	REFUSED(rank_set(cw, NULL, round_id, b, 2026, INT64_C(600000001), err), ERROR_INVALID, "");
	REFUSED(rank_set(cw, NULL, round_id, b, 2028, 1, err), ERROR_INVALID, "");
	REFUSED(rank_set(cw, NULL, round_id, b, 2026, -1, err), ERROR_INVALID, "");
	REFUSED(rank_set(cw, NULL, round_id, b, 2031, 1, err), ERROR_INVALID, "");
	REFUSED(rank_set(cw, NULL, round_id, b, 2024, 1, err), ERROR_INVALID, "");
	REFUSED(rank_set(cw, NULL, round_id, b, 2026, MONEY_MOST + 1, err), ERROR_INVALID, "");
	REFUSED(rank_set(cw, NULL, round_id, c, 2026, 1, err), ERROR_INVALID, "");
	/* Moved between years, within what is sought in all; then back only in the order that keeps it so. */
	OK(rank_set(cw, NULL, round_id, b, 2026, 0, err));
	OK(rank_set(cw, NULL, round_id, b, 2028, INT64_C(600000000), err));
	REFUSED(rank_set(cw, NULL, round_id, b, 2026, MONEY_UNKNOWN, err), ERROR_INVALID, "");
	OK(rank_set(cw, NULL, round_id, b, 2028, MONEY_UNKNOWN, err));
	OK(rank_set(cw, NULL, round_id, b, 2026, MONEY_UNKNOWN, err));
	casework_close(cw);
}
END_TEST

/* ---- proposals side by side */

START_TEST(two_proposals_say_what_moved_fell_in_and_out_and_costs)
{
	struct comparison comparison;

	office_begin();
	OK(move(c, 1, err));
	OK(rank_lock(cw, NULL, round_id, err));
	OK(rank_set(cw, NULL, round_id, a, 2026, 500000000, err));
	OK(rank_unmove(cw, NULL, round_id, c, err));
	OK(comparison_load(cw, round_id, 1, 0, 0, &comparison, err));
	ck_assert_int_eq(comparison.before.n, 1);
	ck_assert_int_eq(comparison.after.n, 2);
	ck_assert_int_eq(comparison.count, 4);
	ck_assert(comparison.items[0].after->measure == a && comparison.items[0].moved == 1);
	ck_assert_int_eq(comparison.items[0].more_ore, -500000000);
	ck_assert(comparison.items[2].after->measure == c && comparison.items[2].moved == -2);
	ck_assert_int_eq(comparison.moved, 3);
	ck_assert_int_eq(comparison.fell_in + comparison.fell_out, 0);
	ck_assert_int_eq(comparison.more_ore, -500000000);
	comparison_done(&comparison);
	REFUSED(comparison_load(cw, round_id, 1, 7, 0, &comparison, err), ERROR_MISSING, "");
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		equal_points_share_a_place_and_stand_by_number,
		the_mean_counts_and_halves_are_shown_away_from_zero,
		a_zero_that_is_no_bonus_is_flagged_and_stops_nothing,
		who_is_not_fully_assessed_has_no_place,
		control_points_not_met_are_counted_and_move_nothing,
		a_relieved_assessor_is_not_waited_for,
		what_is_withdrawn_is_not_ranked,
		unknown_amounts_are_listed_and_not_summed,
		a_round_a_proposal_and_a_year_must_be_there,
		a_moved_row_stands_at_its_place_and_the_rest_follow_their_points,
		only_what_the_chair_moved_is_kept,
		a_moved_row_in_the_way_gives_way_towards_where_the_other_came_from,
		a_move_needs_a_place_a_reason_and_the_chair,
		two_who_move_at_once_are_told,
		the_same_operation_moves_once,
		a_proposed_amount_stands_until_it_goes_back_to_what_is_sought,
		no_more_is_proposed_in_all_than_is_sought,
		two_proposals_say_what_moved_fell_in_and_out_and_costs,
		NULL,
	};
	return claims_run("rank", claims, 60);
}
