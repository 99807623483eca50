/* Where assessors differ: a list worked out by hand, and nothing in it of what the one at the desk may not see. */
#include "claims.h"
#include "contest.h"

#include "base/buffer.h"
#include "base/words.h"
#include "casework/differ.h"
#include "casework/disqualification.h"
#include "casework/measure.h"

static struct casework *cw;
static int64_t round_id, m[4];

/* Weights 60, 30 and 10. The first: 330, 250 and 220 of 400, mean 266⅔, median 250. The second: 300 and 150. The third:
 * 80 and 100. The fourth has one who has not handed in. */
static void office_begin(void)
{
	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	m[0] = contest_entry(cw, "Ett", 100);
	m[1] = contest_entry(cw, "Två", 100);
	m[2] = contest_entry(cw, "Tre", 100);
	m[3] = contest_entry(cw, "Fyra", 100);
	contest_assess(cw, m[0], "maja", 4, 2, 3);
	contest_assess(cw, m[0], "mats", 3, 2, 1);
	contest_assess(cw, m[0], "kim", 2, 3, 1);
	contest_assess(cw, m[1], "maja", 3, 3, 3);
	contest_assess(cw, m[1], "mats", 2, 1, 0);
	contest_assess(cw, m[2], "maja", 1, 0, 2);
	contest_assess(cw, m[2], "mats", 1, 1, 1);
}

static struct differ differ_for(const char *login, enum differ_order order)
{
	struct differ differ;

	office_sit(cw, login);
	OK(differ_load(cw, round_id, order, &differ, err));
	return differ;
}

static void order_is(enum differ_order order, int first, int second, int third)
{
	struct differ differ = differ_for("elin", order);

	ck_assert_int_eq(differ.count, 3);
	ck_assert_int_eq(differ.items[0].measure, m[first]);
	ck_assert_int_eq(differ.items[1].measure, m[second]);
	ck_assert_int_eq(differ.items[2].measure, m[third]);
	differ_done(&differ);
}

static void agree(const char *login, int64_t measure, const char *criterion, int points, int64_t records)
{
	struct operation op = operation_new();
	struct consensus_change change = {criterion, points, "De talade om underlaget.", NULL};

	op.if_version = records;
	office_sit(cw, login);
	OK(consensus_record(cw, &op, measure, &change, err));
}

static int64_t application_of(int64_t measure)
{
	struct measure_list list;

	OK(measure_load(cw, measure, &list, err));
	int64_t application = list.items[0].application;
	measure_list_done(&list);
	return application;
}

/* ---- the list */

START_TEST(the_figures_are_those_worked_out_by_hand)
{
	office_begin();
	struct differ differ = differ_for("elin", DIFFER_BY_NUMBER);
	const struct differ_row *row = &differ.items[0];
	ck_assert_int_eq(row->points_100, 67);
	ck_assert_int_eq(row->median_100, 63);
	ck_assert_int_eq(row->lowest_100, 55);
	ck_assert_int_eq(row->highest_100, 83);
	ck_assert_int_eq(row->spread_100, 28);
	ck_assert_int_eq(row->steps, 2);
	ck_assert_int_eq(row->place, 1);
	ck_assert_int_eq(row->lowest_step, 2); /* of those that are no bonus */
	ck_assert_str_eq(differ_steps_text(&differ.arena, &differ, row, DIFFER_NOT_DISCUSSED, true), "K1 2–4, K3 1–3");
	ck_assert_int_eq(row->open, 2);
	row = &differ.items[1];
	ck_assert_int_eq(row->spread_100, 38);
	ck_assert_int_eq(row->steps, 3);
	ck_assert_str_eq(differ_steps_text(&differ.arena, &differ, row, DIFFER_NOT_DISCUSSED, true), "K2 1–3, K3 0–3");
	row = &differ.items[2]; /* one step is no disagreement to talk over */
	ck_assert_int_eq(row->spread_100, 5);
	ck_assert_int_eq(row->steps, 1);
	ck_assert_int_eq(row->count, 0);
	ck_assert_int_eq(differ.open, 4);
	ck_assert_int_eq(differ.open_measures, 2);
	ck_assert_int_eq(differ.differing, 2);
	ck_assert_int_eq(differ.hidden, 0);
	differ_done(&differ);
	casework_close(cw);
}
END_TEST

START_TEST(each_ones_steps_stand_by_name)
{
	office_begin();
	struct differ differ = differ_for("elin", DIFFER_BY_NUMBER);
	const struct differ_row *row = &differ.items[0];
	ck_assert_int_eq(row->sheet_count, 3);
	ck_assert_int_eq(row->sheets[0].steps[0], 2); /* kim */
	ck_assert_int_eq(row->sheets[1].steps[0], 4); /* maja */
	ck_assert_int_eq(row->sheets[2].steps[0], 3); /* mats */
	ck_assert_str_ne(row->sheets[0].name, row->sheets[1].name);
	differ_done(&differ);
	casework_close(cw);
}
END_TEST

START_TEST(it_is_sorted_by_disagreement_place_or_number)
{
	office_begin();
	order_is(DIFFER_BY_DISAGREEMENT, 1, 0, 2);
	order_is(DIFFER_BY_PLACE, 0, 1, 2);
	order_is(DIFFER_BY_NUMBER, 0, 1, 2);
	casework_close(cw);
}
END_TEST

START_TEST(one_without_a_place_has_its_steps_and_no_spread_and_stands_last)
{
	office_begin();
	contest_assess(cw, m[3], "maja", 4, 4, 4);
	contest_assess(cw, m[3], "kim", 0, 4, 4);
	contest_assign(cw, m[3], "mats");
	struct differ differ = differ_for("elin", DIFFER_BY_DISAGREEMENT);
	ck_assert_int_eq(differ.count, 4);
	ck_assert_int_eq(differ.items[3].measure, m[3]);
	ck_assert_int_eq(differ.items[3].points_100, -1);
	ck_assert_int_eq(differ.items[3].spread_100, -1);
	ck_assert_int_eq(differ.items[3].steps, 4);
	ck_assert_int_eq(differ.items[3].place, 0);
	ck_assert_int_eq(differ.items[3].submitted, 2);
	ck_assert_int_eq(differ.items[3].assessors, 3);
	differ_done(&differ);
	casework_close(cw);
}
END_TEST

START_TEST(who_abstains_differs_from_nobody)
{
	const struct score_change abstains = {.criterion = "K1", .set_abstain = true, .abstain = "Har inte läst allt."};

	office_begin();
	contest_assess(cw, m[3], "maja", 4, 3, 3);
	contest_assign(cw, m[3], "mats");
	contest_score(cw, m[3], "mats", 0, 3, 3);
	OK(score_put(cw, NULL, m[3], &abstains, 1, err));
	OK(score_submit(cw, NULL, m[3], err));
	struct differ differ = differ_for("elin", DIFFER_BY_NUMBER);
	ck_assert_int_eq(differ.items[3].abstained, 1);
	ck_assert_int_eq(differ.items[3].count, 0);
	ck_assert_int_eq(differ.items[3].steps, 0);
	ck_assert_int_eq(differ.items[3].sheets[1].steps[0], SCORE_ABSTAINED);
	differ_done(&differ);
	casework_close(cw);
}
END_TEST

/* ---- what has been said */

/* With K2 agreed as 2 the second has 270 and 180: no longer the widest apart. */
START_TEST(what_is_agreed_is_shown_and_each_ones_steps_stay)
{
	office_begin();
	agree("elin", m[1], "K2", 2, 0);
	agree("elin", m[1], "K3", SCORE_NONE, 0);
	order_is(DIFFER_BY_DISAGREEMENT, 0, 1, 2);
	struct differ differ = differ_for("elin", DIFFER_BY_NUMBER);
	const struct differ_row *row = &differ.items[1];
	ck_assert_int_eq(row->spread_100, 23);
	ck_assert_int_eq(row->count, 2);
	ck_assert_int_eq(row->open, 0);
	ck_assert_int_eq(row->criteria[0].talk, DIFFER_AGREED);
	ck_assert_int_eq(row->criteria[0].agreed, 2);
	ck_assert_int_eq(row->criteria[0].low, 1);
	ck_assert_int_eq(row->criteria[0].high, 3);
	ck_assert_int_eq(row->criteria[0].records, 1);
	ck_assert_str_eq(row->criteria[0].discussion, "De talade om underlaget.");
	ck_assert_int_eq(row->criteria[1].talk, DIFFER_NOT_AGREED);
	ck_assert_int_eq(row->sheets[0].steps[1], 3);
	ck_assert_int_eq(row->sheets[1].steps[1], 1);
	ck_assert_str_eq(differ_talk_words(&differ.arena, &row->criteria[0]), "agreed 2");
	ck_assert_int_eq(differ.open, 2);
	differ_done(&differ);
	agree("kim", m[1], "K2", SCORE_NONE, 1); /* the latest counts */
	differ = differ_for("elin", DIFFER_BY_NUMBER);
	ck_assert_int_eq(differ.items[1].criteria[0].talk, DIFFER_NOT_AGREED);
	ck_assert_int_eq(differ.items[1].criteria[0].records, 2);
	differ_done(&differ);
	casework_close(cw);
}
END_TEST

/* ---- what may not be seen */

static void row_write(const struct differ *differ, const struct differ_row *row, struct buffer *out)
{
	buffer_format(out, "%d.%d %d %d %d %d %d %d %d %d %d |", row->application_n, row->n, row->place,
		row->points_100, row->median_100, row->spread_100, row->steps, row->abstained, row->lowest_step,
		row->zero_flag, row->open);
	for (int s = 0; s < row->sheet_count; s++)
		for (int k = 0; k < differ->criterion_count; k++)
			buffer_format(out, " %d", row->sheets[s].steps[k]);
	for (int d = 0; d < row->count; d++)
		buffer_format(out, " K%d %s", row->criteria[d].criterion,
			row->criteria[d].discussion ? row->criteria[d].discussion : "-");
	buffer_text(out, "\n");
}

/* Everything there is, in every order, as text. Free it. */
static char *everything(const char *login)
{
	struct buffer out;

	buffer_init(&out);
	for (int order = 0; order < DIFFER_ORDERS; order++) {
		struct differ differ = differ_for(login, (enum differ_order)order);
		buffer_format(&out, "%d rows, open %d in %d, differ %d, hidden %d\n", differ.count, differ.open,
			differ.open_measures, differ.differing, differ.hidden);
		for (int i = 0; i < differ.count; i++)
			row_write(&differ, &differ.items[i], &out);
		differ_done(&differ);
	}
	char *text = strdup(out.text);
	buffer_done(&out);
	return text;
}

static void by_owing(void)
{
	contest_assign(cw, m[3], "mats");
}

static void by_conflict(void)
{
	struct disqualification_change change = {.about = {.application = application_of(m[3])},
		.answer = "reported",
		.ground = "party",
		.what = "Sitter i styrelsen."};

	office_sit(cw, "mats");
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
}

static void world(int k1, int k2, int k3, bool talked, void (*hide)(void), const char *actor, char *seen[2])
{
	office_begin();
	contest_assess(cw, m[3], "maja", k1, k2, k3);
	contest_assess(cw, m[3], "olle", 2, 2, 2);
	if (talked)
		agree("elin", m[3], "K1", 2, 0);
	hide();
	seen[0] = everything(actor);
	seen[1] = everything("elin");
	casework_close(cw);
}

static void same_and_seen(void (*hide)(void), const char *actor)
{
	char *one[2], *other[2];

	world(4, 4, 4, true, hide, actor, one);
	world(2, 1, 2, false, hide, actor, other);
	ck_assert_str_eq(one[0], other[0]);
	ck_assert_str_ne(one[1], other[1]); /* the control: there is something to see */
	ck_assert_ptr_nonnull(strstr(one[0], "3 rows"));
	ck_assert_ptr_nonnull(strstr(one[0], "hidden 1\n"));
	ck_assert_ptr_nonnull(strstr(one[1], "4 rows"));
	for (int i = 0; i < 2; i++) {
		free(one[i]);
		free(other[i]);
	}
}

START_TEST(nothing_of_a_measure_one_is_still_to_assess_is_in_the_list)
{
	same_and_seen(by_owing, "mats");
}
END_TEST

START_TEST(nothing_of_a_case_one_is_barred_from_is_in_the_list)
{
	same_and_seen(by_conflict, "mats");
}
END_TEST

START_TEST(who_sees_no_points_sees_no_row)
{
	office_begin();
	struct differ differ = differ_for("rut", DIFFER_BY_NUMBER);
	ck_assert_int_eq(differ.count, 0);
	ck_assert_int_eq(differ.open, 0);
	ck_assert_int_eq(differ.hidden, 4);
	differ_done(&differ);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		the_figures_are_those_worked_out_by_hand,
		each_ones_steps_stand_by_name,
		it_is_sorted_by_disagreement_place_or_number,
		one_without_a_place_has_its_steps_and_no_spread_and_stands_last,
		who_abstains_differs_from_nobody,
		what_is_agreed_is_shown_and_each_ones_steps_stay,
		nothing_of_a_measure_one_is_still_to_assess_is_in_the_list,
		nothing_of_a_case_one_is_barred_from_is_in_the_list,
		who_sees_no_points_sees_no_row,
		NULL,
	};
	return claims_run("differ", claims, 60);
}
