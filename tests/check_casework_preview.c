/* What a version of the criteria would do to a round's order: what the ranking says once it is adopted and the round is
 * put on it, and nothing of what the actor may not see. */
#include "claims.h"
#include "contest.h"
#include "drafting.h"

#include "casework/disqualification.h"
#include "casework/rank.h"

#include "base/chance.h"
#include "base/words.h"

static struct casework *cw;

static void office_ready(void)
{
	words_open("en");
	cw = office_open();
	office_sit(cw, "elin");
}

static void office_leave(void)
{
	casework_close(cw);
}

enum { MEASURES = 7, TRIES = 25 };

static struct criteria_preview preview_of(int64_t number)
{
	struct criteria_preview preview;

	OK(criteria_preview_load(cw, number, office_round(cw, "2026"), 0, &preview, err));
	return preview;
}

static struct ranking ranking_now(void)
{
	struct ranking ranking;

	OK(ranking_load(cw, office_round(cw, "2026"), 0, 0, &ranking, err));
	return ranking;
}

static void round_limit(int64_t ore)
{
	struct limit_change change = {"round", "Beslut", "2026-01-01", 2026, office_round(cw, "2026"), ore};

	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &change, err));
}

static void rankings_same(const struct ranking *a, const struct ranking *b)
{
	ck_assert_int_eq(a->count, b->count);
	ck_assert_int_eq(a->placed, b->placed);
	ck_assert_int_eq(a->line, b->line);
	ck_assert_int_eq(a->left_ore, b->left_ore);
	for (int i = 0; i < a->count; i++) {
		const struct rank_row *one = &a->items[i], *other = &b->items[i];

		ck_assert_int_eq(one->measure, other->measure);
		ck_assert_int_eq(one->place, other->place);
		ck_assert_int_eq(one->point_place, other->point_place);
		ck_assert_int_eq(one->points, other->points);
		ck_assert_int_eq(one->median, other->median);
		ck_assert_int_eq(one->missing, other->missing);
		ck_assert_int_eq(one->incomplete, other->incomplete);
		ck_assert_int_eq(one->fit, other->fit);
		ck_assert_int_eq(one->fits_ore, other->fits_ore);
		ck_assert_int_eq(one->total_ore, other->total_ore);
	}
}

/* Scored by one or two, one of them not by all assigned; the chair has moved one. */
static void round_play(struct chance *chance)
{
	int64_t measures[MEASURES];

	for (int i = 0; i < MEASURES; i++) {
		measures[i] = contest_entry(cw, "Åtgärd", 1000 * (1 + (int)chance_below(chance, 9)));
		for (int who = 0; who < 1 + (int)chance_below(chance, 2); who++)
			contest_assess(cw, measures[i], who ? "mats" : "maja", (int)chance_below(chance, 5),
				(int)chance_below(chance, 5), (int)chance_below(chance, 5));
	}
	contest_assign(cw, measures[0], "kim");
	round_limit(INT64_C(2000000000));
	office_sit(cw, "rev");
	struct ranking ranking = ranking_now();
	int64_t last = ranking.items[ranking.placed - 1].measure;
	ranking_done(&ranking);
	office_sit(cw, "kim");
	OK(rank_move(cw, NULL, office_round(cw, "2026"), last, 2, "Störst behov.", err));
	office_sit(cw, "elin");
}

/* Other weights; now and then another step, a criterion more or one less. */
static int64_t draft_by_chance(struct chance *chance)
{
	int64_t number = drafting_begun(cw);
	struct criteria now = drafting_version(cw, number);
	struct criterion values;
	int first = 1 + (int)chance_below(chance, 50), second = 1 + (int)chance_below(chance, 40), what;

	drafting_weigh(cw, number, "K1", first);
	drafting_weigh(cw, number, "K2", second);
	drafting_weigh(cw, number, "K3", 100 - first - second);
	what = (int)chance_below(chance, 6);
	values = *criteria_find(&now, "K2");
	values.weight = second;
	values.step[chance_below(chance, 5)][what == 0] = "other words";
	if (what < 2)
		OK(criterion_put(cw, NULL, number, &values, NULL, err));
	values = drafting_new("K7", 100 - first - second);
	if (what == 2)
		OK(criterion_put(cw, NULL, number, &values, NULL, err));
	if (what == 2 || what == 3)
		OK(criterion_remove(cw, NULL, number, "K3", err));
	if (what == 3)
		drafting_weigh(cw, number, "K1", 100 - second);
	criteria_done(&now);
	return number;
}

/* Answers how many lost their place. */
static int preview_then_adopt(struct chance *chance)
{
	int64_t number = draft_by_chance(chance);
	struct criteria_preview preview = preview_of(number);
	struct ranking before = ranking_now(), after;
	int lacking = preview.lacking;

	ck_assert_int_eq(preview.after, number);
	rankings_same(&before, &preview.order.before);
	OK(criteria_adopt(cw, NULL, number, "2026-11-20", "2026:14", err));
	OK(criteria_use(cw, NULL, number, office_round(cw, "2026"), err));
	after = ranking_now();
	rankings_same(&after, &preview.order.after);
	ranking_done(&before);
	ranking_done(&after);
	criteria_preview_done(&preview);
	return lacking;
}

START_TEST(what_is_previewed_is_what_the_ranking_says_afterwards)
{
	struct chance chance;
	int lacking = 0, whole = 0;

	chance_start(&chance, 4711, 0);
	round_play(&chance);
	for (int i = 0; i < TRIES; i++) {
		int lost = preview_then_adopt(&chance);

		lacking += lost > 0;
		whole += lost == 0;
	}
	ck_assert_int_gt(lacking, 0);
	ck_assert_int_gt(whole, 0);
}
END_TEST

START_TEST(a_preview_counts_what_moves_across_the_line_and_what_is_to_be_completed)
{
	int64_t strong = contest_entry(cw, "Stark på K1", 6000), shown = contest_entry(cw, "Stark på K2", 6000), number;
	struct criteria_preview preview;

	contest_assess(cw, strong, "maja", 4, 1, 0);
	contest_assess(cw, strong, "mats", 4, 1, 0);
	contest_assess(cw, shown, "maja", 2, 4, 0);
	round_limit(INT64_C(700000000));
	office_sit(cw, "elin");
	number = drafting_begun(cw);
	drafting_weigh(cw, number, "K1", 30);
	drafting_weigh(cw, number, "K2", 60);
	preview = preview_of(number);
	ck_assert_int_eq(preview.order.items[0].after->measure, shown);
	ck_assert_int_eq(preview.order.items[0].moved, 1);
	ck_assert_int_eq(preview.order.items[0].before->points_100, 60);
	ck_assert_int_eq(preview.order.items[0].after->points_100, 75);
	ck_assert_int_eq(preview.order.moved, 2);
	ck_assert_int_eq(preview.order.fell_in, 1);
	ck_assert_int_eq(preview.order.fell_out, 1);
	ck_assert_int_eq(preview.sheets, 3);
	ck_assert_int_eq(preview.incomplete, 0);
	ck_assert_int_eq(preview.lacking, 0);
	criteria_preview_done(&preview);

	struct criterion values = drafting_new("K4", 10);
	OK(criterion_put(cw, NULL, number, &values, NULL, err));
	int64_t events = office_events(cw);
	preview = preview_of(number);
	ck_assert_int_eq(preview.lacking, 2);
	ck_assert_int_eq(preview.incomplete, 3);
	ck_assert_int_eq(preview.order.items[0].after->missing, 1);
	criteria_preview_done(&preview);
	ck_assert_int_eq(office_events(cw), events);
}
END_TEST

START_TEST(a_preview_leaves_out_what_the_actor_may_not_see)
{
	int64_t seen = contest_entry(cw, "Sedd", 6000), hidden = contest_entry(cw, "Dold", 6000), number;
	struct criteria_preview preview;

	contest_assess(cw, seen, "mats", 4, 1, 0);
	contest_assess(cw, hidden, "mats", 4, 4, 4);
	contest_assign(cw, hidden, "maja");
	office_sit(cw, "elin");
	number = drafting_begun(cw);
	drafting_weigh(cw, number, "K1", 30);
	drafting_weigh(cw, number, "K2", 60);
	office_sit(cw, "maja");
	preview = preview_of(number);
	ck_assert_int_eq(preview.order.count, 1);
	ck_assert_int_eq(preview.order.items[0].after->measure, seen);
	ck_assert_int_eq(preview.order.items[0].after->place, 1);
	ck_assert_int_eq(preview.order.after.hidden, 1);
	ck_assert_int_eq(preview.sheets, 1);
	criteria_preview_done(&preview);
	office_sit(cw, "adam");
	REFUSED(criteria_preview_load(cw, number, office_round(cw, "2026"), 0, &preview, err), ERROR_DENIED, "");
	office_sit(cw, "elin");
	REFUSED(criteria_preview_load(cw, 99, office_round(cw, "2026"), 0, &preview, err), ERROR_MISSING, "");
	REFUSED(criteria_preview_load(cw, number, 99, 0, &preview, err), ERROR_MISSING, "");
}
END_TEST

START_TEST(sheets_of_a_case_one_is_barred_from_are_not_counted)
{
	struct disqualification_change change = {.answer = "reported", .ground = "other", .what = "Led the project."};
	int64_t application = contest_application(cw, "Ambulans", (const char *[]){"20", NULL});
	int64_t measure = contest_measure(cw, application, "Ambulans", (const int[CONTEST_YEARS]){0, 1000});
	struct criteria now;

	contest_assess(cw, measure, "mats", 4, 1, 0);
	change.about.application = application;
	office_sit(cw, "maja");
	now = drafting_version(cw, 1);
	ck_assert_int_eq(now.head.sheets, 1);
	criteria_done(&now);
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
	now = drafting_version(cw, 1);
	ck_assert_int_eq(now.head.sheets, 0);
	criteria_done(&now);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		what_is_previewed_is_what_the_ranking_says_afterwards,
		a_preview_counts_what_moves_across_the_line_and_what_is_to_be_completed,
		a_preview_leaves_out_what_the_actor_may_not_see,
		sheets_of_a_case_one_is_barred_from_are_not_counted,
		NULL,
	};

	return claims_run_in("casework preview", claims, office_ready, office_leave, 60);
}
