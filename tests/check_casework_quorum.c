/* Quorum (SFS 2007:824 15 c §): every size of the delegation, who is absent, who is barred. */
#include "claims.h"
#include "contest.h"
#include "convened.h"

#include "base/words.h"
#include "casework/sitting.h"

enum { OTHERS_MOST = 6 };

/* What the instruction says, in words of its own: the chair is there, and at least half of the others are. */
static bool law_says(bool chair_there, int others, int there)
{
	return chair_there && there + there >= others;
}

/* A broken rule: barred members are left out of the base. */
static bool broken_rule(bool chair_there, int others, int there, int barred)
{
	return chair_there && there + there >= others - barred;
}

struct tally {
	int cases, wrong, broken_differs;
};

static void case_try(int others, int absent, int barred, enum seat_state chair, struct tally *tally)
{
	struct seat seats[OTHERS_MOST + 1] = {{.chair = true, .state = chair}};
	int there = others - absent - barred;
	struct quorum quorum;

	for (int i = 0; i < others; i++)
		seats[i + 1].state = i < absent ? SEAT_ABSENT : i < absent + barred ? SEAT_BARRED : SEAT_THERE;
	quorum = quorum_count(seats, others + 1);
	tally->cases++;
	tally->wrong += quorum.holds != law_says(chair == SEAT_THERE, others, there);
	tally->broken_differs += quorum.holds != broken_rule(chair == SEAT_THERE, others, there, barred);
	ck_assert_int_eq(quorum.others, others);
	ck_assert_int_eq(quorum.there, there);
	ck_assert_int_eq(quorum.barred, barred);
	ck_assert_int_eq(quorum.disputed, !quorum.holds && broken_rule(chair == SEAT_THERE, others, there, barred));
}

START_TEST(quorum_holds_when_the_law_says_so_for_every_size_absence_and_bar)
{
	struct tally tally = {0};

	for (int others = 0; others <= OTHERS_MOST; others++)
		for (int absent = 0; absent <= others; absent++)
			for (int barred = 0; absent + barred <= others; barred++) {
				case_try(others, absent, barred, SEAT_THERE, &tally);
				case_try(others, absent, barred, SEAT_ABSENT, &tally);
				case_try(others, absent, barred, SEAT_BARRED, &tally);
			}
	ck_assert_int_eq(tally.cases, 3 * 84);
	ck_assert_int_eq(tally.wrong, 0);
	ck_assert_int_gt(tally.broken_differs, 0); /* the table tells a broken rule from the right one */
}
END_TEST

START_TEST(half_is_rounded_up)
{
	static const int needed[OTHERS_MOST + 1] = {0, 1, 1, 2, 2, 3, 3};

	for (int others = 0; others <= OTHERS_MOST; others++) {
		struct seat seats[OTHERS_MOST + 1] = {{.chair = true, .state = SEAT_THERE}};

		for (int i = 1; i <= others; i++)
			seats[i].state = i <= needed[others] ? SEAT_THERE : SEAT_ABSENT;
		ck_assert(quorum_count(seats, others + 1).holds);
		if (needed[others]) {
			seats[1].state = SEAT_ABSENT;
			ck_assert(!quorum_count(seats, others + 1).holds);
		}
	}
}
END_TEST

START_TEST(without_an_appointed_chair_nothing_is_decided)
{
	struct seat seats[3] = {{.state = SEAT_THERE}, {.state = SEAT_THERE}, {.state = SEAT_THERE}};

	ck_assert(!quorum_count(seats, 3).holds);
	ck_assert(!quorum_count(seats, 0).holds);
}
END_TEST

static const char *const members[] = {"maja", "mats", "m3", "m4", "m5", "m6"};

/* The same through the office: a closed item says what the rule says. */
static void office_try(int others, int absent, int barred, bool chair_barred)
{
	struct casework *cw = office_open();
	int64_t measure = contest_entry(cw, "Närmare vård", 1000), sitting, item, application;
	struct sitting_outcome decided = {.outcome = "decided", .why = ""};
	struct sitting snapshot;
	struct error refused = {0};
	bool holds = law_says(!chair_barred, others, others - absent - barred);

	convened_members(cw, others);
	sitting = convened_sitting(cw);
	item = convened_item(cw, sitting, measure);
	OK(sitting_load(cw, sitting, &snapshot, err));
	application = snapshot.items[0].application;
	sitting_done(&snapshot);
	for (int i = 0; i < absent; i++)
		OK(sitting_present(cw, NULL, sitting, item, office_person(cw, members[i]), "absent", err));
	for (int i = absent; i < absent + barred; i++)
		convened_bar(cw, members[i], application);
	if (chair_barred)
		convened_bar(cw, "kim", application);
	OK(sitting_take(cw, NULL, item, err));
	ck_assert_msg(sitting_outcome(cw, NULL, item, &decided, &refused) == holds,
		"%d others, %d absent, %d barred: %s", others, absent, barred, refused.text);
	if (!holds) {
		decided.outcome = "no_quorum";
		OK(sitting_outcome(cw, NULL, item, &decided, err));
	}
	casework_close(cw);
}

START_TEST(an_item_is_decided_only_with_a_quorum)
{
	office_try(0, 0, 0, false);
	office_try(1, 1, 0, false);
	office_try(2, 1, 0, false);
	office_try(2, 1, 1, false);
	office_try(3, 1, 0, false);
	office_try(3, 1, 1, false);
	office_try(6, 2, 1, false);
	office_try(6, 2, 2, false);
	office_try(6, 0, 0, true);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {quorum_holds_when_the_law_says_so_for_every_size_absence_and_bar,
		half_is_rounded_up, without_an_appointed_chair_nothing_is_decided,
		an_item_is_decided_only_with_a_quorum, NULL};

	words_open("en");
	return claims_run("quorum", claims, 30);
}
