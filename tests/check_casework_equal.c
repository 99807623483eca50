/* Equal treatment: what each region and type has above the line, and rules that are held or not and never impose. */
#include "claims.h"
#include "contest.h"

#include "base/words.h"
#include "casework/budget.h"
#include "casework/equal.h"
#include "casework/share.h"

#define MN(mnkr) ((mnkr)*INT64_C(100000000))

static struct casework *cw;
static int64_t round_id, own, joint, outside;

/* Dalarna alone seeks 10, Halland and Västmanland together 20, Dalarna again 30; the round has 35 million. */
static void office_begin(void)
{
	static const char *const both[] = {"13", "19", NULL};
	static const int tkr[CONTEST_YEARS] = {0, 20000};

	words_open("en");
	cw = office_open();
	round_id = office_round(cw, "2026");
	own = contest_entry(cw, "A", 10000);
	joint = contest_measure(cw, contest_application(cw, "Be", both), "Be", tkr);
	outside = contest_entry(cw, "Ce", 30000);
	contest_assess(cw, own, "maja", 4, 4, 4);
	contest_assess(cw, joint, "maja", 3, 3, 3);
	contest_assess(cw, outside, "maja", 2, 2, 2);
	office_sit(cw, "cia");
	struct limit_change limit = {.kind = "round",
		.source = "Beslut",
		.valid_from = "2026-01-01",
		.year = 2026,
		.round = round_id,
		.ore = MN(35)};
	OK(limit_put(cw, NULL, &limit, err));
	office_sit(cw, "kim");
}

static struct equal equal_of(void)
{
	struct equal equal;

	OK(equal_load(cw, round_id, 0, 0, &equal, err));
	return equal;
}

static const struct equal_group *group_of(const struct equal *equal, enum equal_per per, const char *code)
{
	for (int i = 0; i < equal->group_count; i++)
		if (equal->groups[i].per == per && !strcmp(equal->groups[i].code, code))
			return &equal->groups[i];
	ck_abort_msg("no group %s", code);
}

static int64_t rule_add(enum equal_per per, const char *code, bool most, enum equal_unit unit, int64_t value)
{
	struct equal_change change = {.round = round_id,
		.per = per,
		.code = code,
		.most = most,
		.unit = unit,
		.value = value,
		.source = "Påhittat"};
	int64_t id = 0;

	OK(equal_add(cw, NULL, &change, &id, err));
	return id;
}

START_TEST(a_joint_measure_is_its_leads_until_shares_are_written)
{
	office_begin();
	struct equal equal = equal_of();
	ck_assert_int_eq(equal.measures, 2);
	ck_assert_int_eq(equal.ore, MN(30));
	ck_assert_int_eq(equal.led, 1);
	ck_assert_int_eq(group_of(&equal, EQUAL_REGION, "13")->ore, MN(20));
	ck_assert_int_eq(group_of(&equal, EQUAL_REGION, "20")->ore, MN(10)); /* what is outside counts for nothing */
	ck_assert_int_eq(equal_per_mille(&equal, group_of(&equal, EQUAL_REGION, "13")), 667);
	equal_done(&equal);
	office_sit(cw, "rut");
	OK(share_put(cw, NULL, joint, "13", MN(12), err));
	OK(share_put(cw, NULL, joint, "19", MN(8), err));
	office_sit(cw, "kim");
	equal = equal_of();
	ck_assert_int_eq(equal.led, 0);
	ck_assert_int_eq(equal.shared, 1);
	ck_assert_int_eq(group_of(&equal, EQUAL_REGION, "13")->ore, MN(12));
	ck_assert_int_eq(group_of(&equal, EQUAL_REGION, "19")->ore, MN(8));
	ck_assert_int_eq(group_of(&equal, EQUAL_REGION, "19")->count, 1);
	equal_done(&equal);
	casework_close(cw);
}
END_TEST

START_TEST(parts_add_up_to_the_whole_to_the_ore)
{
	office_begin();
	office_sit(cw, "rut");
	OK(share_put(cw, NULL, joint, "13", 1, err));
	OK(share_put(cw, NULL, joint, "19", 2, err));
	office_sit(cw, "kim");
	OK(rank_set(cw, NULL, round_id, joint, 2026, 100, err));
	OK(rank_set(cw, NULL, round_id, own, 2026, 0, err));
	OK(rank_set(cw, NULL, round_id, outside, 2026, 0, err));
	struct equal equal = equal_of();
	ck_assert_int_eq(equal.measures, 1);
	ck_assert_int_eq(group_of(&equal, EQUAL_REGION, "13")->ore, 34); /* 33 and the öre left over: the lead */
	ck_assert_int_eq(group_of(&equal, EQUAL_REGION, "19")->ore, 66);
	equal_done(&equal);
	casework_close(cw);
}
END_TEST

START_TEST(each_rule_is_held_or_not_and_says_by_whom)
{
	office_begin();
	rule_add(EQUAL_REGION, "", true, EQUAL_SHARE, 66); /* Halland has two thirds */
	rule_add(EQUAL_REGION, "", true, EQUAL_SHARE, 67);
	rule_add(EQUAL_REGION, "", true, EQUAL_ORE, MN(9));
	rule_add(EQUAL_REGION, "20", false, EQUAL_COUNT, 1);
	rule_add(EQUAL_REGION, "23", false, EQUAL_COUNT, 1);
	struct equal equal = equal_of();
	ck_assert_int_eq(equal.rule_count, 5);
	static const bool held[] = {false, true, false, true, false};
	static const char *const breaks[] = {"Halland", "", "Dalarna, Halland", "", "Jämtland Härjedalen"};
	for (int i = 0; i < 5; i++) {
		ck_assert_int_eq(equal.rules[i].held, held[i]);
		ck_assert_str_eq(equal.rules[i].breaks, breaks[i]);
	}
	equal_done(&equal);
	struct ranking ranking; /* nothing is sorted or stopped by it */
	OK(ranking_load(cw, round_id, 0, 0, &ranking, err));
	ck_assert_int_eq(ranking.items[1].measure, joint);
	ck_assert_int_eq(ranking.items[1].fit, RANK_INSIDE);
	ranking_done(&ranking);
	casework_close(cw);
}
END_TEST

START_TEST(rules_are_the_chairs_and_are_ended_not_changed)
{
	struct equal_change change = {.round = round_id, .per = EQUAL_REGION, .most = true, .value = 30, .source = " "};
	int64_t id = 0;

	office_begin();
	change.round = round_id;
	REFUSED(equal_add(cw, NULL, &change, &id, err), ERROR_INVALID, "");
	change.source = "Påhittat";
	change.value = 101;
	REFUSED(equal_add(cw, NULL, &change, &id, err), ERROR_INVALID, "");
	change.value = 30;
	change.code = "99";
	REFUSED(equal_add(cw, NULL, &change, &id, err), ERROR_INVALID, "");
	change.code = NULL;
	office_sit(cw, "elin");
	REFUSED(equal_add(cw, NULL, &change, &id, err), ERROR_DENIED, "");
	office_sit(cw, "kim");
	id = rule_add(EQUAL_REGION, "", true, EQUAL_SHARE, 30);
	office_sit(cw, "elin");
	REFUSED(equal_end(cw, NULL, id, err), ERROR_DENIED, "");
	office_sit(cw, "kim");
	REFUSED(equal_end(cw, NULL, id + 1, err), ERROR_MISSING, "");
	OK(equal_end(cw, NULL, id, err));
	REFUSED(equal_end(cw, NULL, id, err), ERROR_INVALID, "");
	struct equal equal = equal_of();
	ck_assert_int_eq(equal.rule_count, 0);
	equal_done(&equal);
	casework_close(cw);
}
END_TEST

START_TEST(what_the_viewer_may_not_see_is_in_none_of_it)
{
	office_begin();
	contest_assign(cw, joint,
		"mats"); /* has not handed in: the measure has no place for anybody, and is hidden for mats */
	office_sit(cw, "mats");
	struct equal equal = equal_of();
	ck_assert_int_eq(equal.hidden, 1);
	ck_assert_int_eq(equal.ore, MN(10));
	ck_assert_int_eq(equal.led + equal.shared, 0);
	for (int i = 0; i < equal.group_count; i++)
		ck_assert_str_ne(equal.groups[i].code, "13");
	equal_done(&equal);
	casework_close(cw);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_joint_measure_is_its_leads_until_shares_are_written,
		parts_add_up_to_the_whole_to_the_ore,
		each_rule_is_held_or_not_and_says_by_whom,
		rules_are_the_chairs_and_are_ended_not_changed,
		what_the_viewer_may_not_see_is_in_none_of_it,
		NULL,
	};
	return claims_run("equal", claims, 60);
}
