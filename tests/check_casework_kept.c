/* How firm a ranking was, kept for the meeting: as it was calculated, only while that is what the file says, never
 * twice, and never told to who may not see a measure in it. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/assess.h"
#include "casework/event.h"
#include "casework/firm_kept.h"

static struct casework *cw;
static int64_t round_id, first, second, third;

/* Two assessors who differ: maja holds the first for best, mats the second; money for one of them and the third. */
static void office_begin(void)
{
	static const int tkr = 10000;
	struct limit_change change = {.kind = "appropriation",
		.source = "Regleringsbrev (påhittat)",
		.valid_from = "2026-01-01",
		.year = 2026,
		.ore = INT64_C(2000000000)};

	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	first = contest_entry(cw, "Ett", tkr);
	second = contest_entry(cw, "Två", tkr);
	third = contest_entry(cw, "Tre", tkr);
	contest_assess(cw, first, "maja", 4, 2, 2);
	contest_assess(cw, first, "mats", 0, 1, 1);
	contest_assess(cw, second, "maja", 1, 1, 1);
	contest_assess(cw, second, "mats", 1, 4, 4);
	contest_assess(cw, third, "maja", 4, 4, 4);
	office_sit(cw, "cia");
	OK(limit_put(cw, NULL, &change, err));
	office_sit(cw, "kim");
}

struct worked {
	struct firm firm;
	struct firm_answer answer;
};

static struct worked worked_out(void)
{
	struct firm_watch watch = {0};
	struct worked worked;

	OK(firm_load(cw, round_id, 0, &worked.firm, err));
	worked.firm.robust.draws = 2000;
	ck_assert(firm_answer(&worked.firm, &watch, &worked.answer));
	ck_assert_msg(worked.answer.cored, "%s", worked.answer.core_err.text);
	return worked;
}

static void worked_done(struct worked *worked)
{
	firm_answer_done(&worked->answer);
	firm_done(&worked->firm);
}

static void keep(void)
{
	struct worked worked = worked_out();
	int64_t id;

	OK(firm_keep(cw, NULL, &worked.firm, &worked.answer, &id, err));
	worked_done(&worked);
}

static struct kept_list kept_of(const char *login)
{
	struct kept_list list;

	office_sit(cw, login);
	OK(kept_list_load(cw, round_id, &list, err));
	return list;
}

/* Without maja the third has no place, and the second comes before the first; without mats the order stands. */
START_TEST(what_is_kept_is_what_was_worked_out)
{
	office_begin();
	struct worked worked = worked_out();
	int64_t id;
	OK(firm_keep(cw, NULL, &worked.firm, &worked.answer, &id, err));
	struct kept_list list = kept_of("kim");
	ck_assert_int_eq(list.count, 1);
	const struct kept *kept = &list.items[0];
	ck_assert_int_eq(kept->n, 1);
	ck_assert_int_eq(kept->draws, 2000);
	ck_assert_int_eq(kept->seed, FIRM_SEED);
	ck_assert_int_eq(kept->tried, CORE_WEIGHTINGS);
	ck_assert_int_eq(kept->portfolios, 2);
	ck_assert_str_eq(kept->made_at, "2026-11-22 09:00:00");
	ck_assert(kept->holds);
	ck_assert_int_eq(kept->row_count, 3);
	for (int i = 0; i < 3; i++) {
		const struct kept_row *row = &kept->rows[i];
		int at = firm_find(&worked.firm, row->measure);
		ck_assert_int_eq(row->inside, worked.answer.robust.shares[at].inside);
		ck_assert_int_eq(row->low, worked.answer.robust.shares[at].low);
		ck_assert_int_eq(row->core, row->measure == third ? 2 : 1);
		ck_assert_int_eq(row->lost, row->measure == third);
		ck_assert_int_eq(row->without_best, 1 + (row->measure != third) - (row->measure == second));
	}
	kept_list_done(&list);
	worked_done(&worked);
	casework_close(cw);
}
END_TEST

START_TEST(the_same_is_kept_once_and_another_beside_it)
{
	office_begin();
	keep();
	struct worked worked = worked_out();
	int64_t id;
	REFUSED(firm_keep(cw, NULL, &worked.firm, &worked.answer, &id, err), ERROR_INVALID, "");
	worked.firm.robust.seed = 12;
	OK(firm_keep(cw, NULL, &worked.firm, &worked.answer, &id, err));
	worked_done(&worked);
	struct kept_list list = kept_of("kim");
	ck_assert_int_eq(list.count, 2);
	ck_assert_int_eq(list.items[0].n, 2);
	kept_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(what_it_rests_on_changes_and_that_is_said)
{
	int64_t id;

	office_begin();
	keep();
	struct worked worked = worked_out();
	OK(rank_set(cw, NULL, round_id, first, 2026, INT64_C(900000000), err));
	REFUSED(firm_keep(cw, NULL, &worked.firm, &worked.answer, &id, err), ERROR_CONFLICT, "");
	worked_done(&worked);
	struct kept_list list = kept_of("kim");
	ck_assert(!list.items[0].holds);
	kept_list_done(&list);
	casework_close(cw);
}
END_TEST

START_TEST(a_member_and_the_controller_keep_nothing)
{
	static const char *const others[] = {"maja", "cia"};
	int64_t id;

	office_begin();
	for (int i = 0; i < 2; i++) {
		office_sit(cw, others[i]);
		struct worked worked = worked_out();
		REFUSED(firm_keep(cw, NULL, &worked.firm, &worked.answer, &id, err), ERROR_DENIED, "");
		worked_done(&worked);
	}
	casework_close(cw);
}
END_TEST

/* An assessor who has not handed in is told of nothing that holds the measure, nor does the log. */
START_TEST(who_has_not_handed_in_is_not_told_that_it_is_there)
{
	struct event_query query = {0};
	struct event_list events;
	bool told = false;

	office_begin();
	keep();
	contest_assign(cw, third, "mats");
	struct kept_list list = kept_of("mats");
	ck_assert_int_eq(list.count, 0);
	kept_list_done(&list);
	OK(event_list_load(cw, &query, &events, err));
	for (int i = 0; i < events.count; i++) {
		told |= !strcmp(events.items[i].action, "firm-keep");
		ck_assert(strcmp(events.items[i].action, "firm-keep") != 0 || !events.items[i].after);
	}
	ck_assert(told);
	event_list_done(&events);
	list = kept_of("kim");
	ck_assert_int_eq(list.count, 1);
	kept_list_done(&list);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		what_is_kept_is_what_was_worked_out,
		the_same_is_kept_once_and_another_beside_it,
		what_it_rests_on_changes_and_that_is_said,
		a_member_and_the_controller_keep_nothing,
		who_has_not_handed_in_is_not_told_that_it_is_there,
		NULL,
	};
	return claims_run("kept", claims, 60);
}
