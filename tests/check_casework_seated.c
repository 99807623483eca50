/* kansli check of sittings: a sound one has no findings, and whatever is altered past the program is found. */
#include "cases.h"
#include "claims.h"
#include "contest.h"
#include "convened.h"
#include "granting.h"

#include "base/buffer.h"
#include "base/words.h"
#include "casework/event.h"
#include "casework/sitting.h"

static struct buffer found;

static void finding_keep(void *with, const char *finding)
{
	(void)with;
	buffer_format(&found, "%s\n", finding);
}

static int findings_of(struct casework *cw)
{
	int findings = -1;

	buffer_clear(&found);
	office_sit(cw, "rev");
	OK(check_all(cw, finding_keep, NULL, &findings, err));
	return findings;
}

static void item_close(struct casework *cw, int64_t item, const char *outcome)
{
	struct sitting_outcome given = {.outcome = outcome, .why = ""};

	OK(sitting_outcome(cw, NULL, item, &given, err));
}

/* A vote and a motion taken back, the item decided, and a reservation taken back and reported again. */
static void mistakes_make(struct casework *cw, int64_t item)
{
	const struct sitting_void_change vote = {.part = SITTING_VOTE, .why = "Fel räknat."};
	const struct sitting_void_change motion = {.part = SITTING_MOTION, .n = 2, .why = "Fel skrivet."};
	const struct sitting_void_change reservation = {
		.part = SITTING_RESERVATION, .person = office_person(cw, "maja"), .why = "Fel ord."};

	OK(sitting_motion(cw, NULL, item, office_person(cw, "maja"), "Bifall.", NULL, err));
	OK(sitting_motion(cw, NULL, item, office_person(cw, "kim"), "Avslag.", NULL, err));
	OK(convened_vote(cw, item, "kim", "maja", err));
	OK(sitting_void(cw, NULL, item, &vote, err));
	OK(sitting_void(cw, NULL, item, &motion, err));
	item_close(cw, item, "decided");
	OK(sitting_reserve(cw, NULL, item, reservation.person, "Borde ha avskrivits.", err));
	OK(sitting_void(cw, NULL, item, &reservation, err));
	OK(sitting_reserve(cw, NULL, item, reservation.person, "Borde ha avslagits.", err));
}

/* § 1 decided by the chair's casting vote with one barred and one who differs, § 2 not quorate for the chair is barred,
 * § 3 decided as the chair rules, § 4 noted; one is never taken up. */
static struct casework *office_make(void)
{
	struct casework *cw = office_open();
	int64_t first = contest_entry(cw, "Närmare vård", 1000), second = contest_entry(cw, "Digital vårdväg", 2000);
	int64_t third = contest_entry(cw, "Egenmonitorering", 3000), sitting, item, noted;
	struct sitting_item_change other = {.title = "Ekonomisk rapport", .proposes = ""};

	convened_members(cw, 4);
	sitting = convened_sitting(cw);
	convened_bar(cw, "m4", granting_application(cw, first));
	item = convened_taken(cw, sitting, first);
	OK(sitting_motion(cw, NULL, item, office_person(cw, "maja"), "Bifall.", NULL, err));
	OK(sitting_motion(cw, NULL, item, office_person(cw, "mats"), "Avslag.", NULL, err));
	OK(convened_vote(cw, item, "kim maja", "mats m3", err));
	item_close(cw, item, "decided");
	OK(sitting_reserve(cw, NULL, item, office_person(cw, "mats"), "Borde ha avslagits.", err));
	convened_bar(cw, "kim", granting_application(cw, second));
	item = convened_taken(cw, sitting, second);
	item_close(cw, item, "no_quorum");
	convened_bar(cw, "m3", granting_application(cw, third));
	convened_bar(cw, "m4", granting_application(cw, third));
	item = convened_taken(cw, sitting, third);
	OK(sitting_present(cw, NULL, sitting, item, office_person(cw, "mats"), "absent", err));
	OK(sitting_ruling(cw, NULL, item, "Jäviga räknas inte in.", err));
	mistakes_make(cw, item);
	OK(sitting_item_add(cw, NULL, sitting, &other, &noted, err));
	OK(sitting_take(cw, NULL, noted, err));
	item_close(cw, noted, "noted");
	OK(sitting_item_add(cw, NULL, sitting, &other, &noted, err));
	OK(sitting_adjuster(cw, NULL, sitting, office_person(cw, "maja"), err));
	OK(sitting_close(cw, NULL, sitting, err));
	return cw;
}

START_TEST(a_sound_sitting_has_no_findings)
{
	struct casework *cw = office_make();

	ck_assert_msg(findings_of(cw) == 0, "%s", found.text);
	casework_close(cw);
}
END_TEST

/* What is done past the program, and what must be said of it. */
static const struct {
	const char *sql, *part;
} planted[] = {
	{"UPDATE sitting SET place = 'Annanstans'", "sitting: has been altered past the events"},
	{"UPDATE sitting_person SET presence = 'absent' WHERE capacity = 'chair'", "Fields: persons."},
	{"UPDATE sitting_item SET n = 9 WHERE n = 5", "Fields: agenda."},
	{"DELETE FROM sitting_item WHERE n = 5", "item of a sitting has been removed past the events"},
	{"UPDATE sitting_item SET outcome = 'tabled' WHERE section = 1", "item of a sitting 1: has been altered"},
	{"UPDATE motion SET text = 'Delvis bifall.' WHERE n = 1", "Fields: motions."},
	{"DROP TRIGGER reservation_stays_1; UPDATE reservation SET text = 'x'", "Fields: reservations."},
	{"UPDATE sitting_item SET section = 9 WHERE section = 4", "§§ 4–8 of 2026 are missing"},
	{"UPDATE sitting_item SET section = 5 WHERE section = 4", "§ 4 of 2026 is missing"},
	{"UPDATE item_person SET presence = 'absent' WHERE item = 1 AND capacity = 'chair'",
		"§ 1 of 2026: decided, but the chair was not there"},
	{"UPDATE item_person SET presence = 'absent' WHERE item = 1 AND capacity = 'member'",
		"§ 1 of 2026: decided, but the chair and 0 of 4 other members were there"},
	{"UPDATE sitting_item SET ruling = '' WHERE section = 3",
		"§ 3 of 2026: decided, but the chair and 1 of 4 other members were there"},
	{"UPDATE item_person SET presence = 'present' WHERE item = 2 AND capacity = 'chair'",
		"§ 2 of 2026: tabled, not quorate, but the chair and 4 of 4 other members were there"},
	{"UPDATE item_person SET presence = 'present' WHERE item = 2 AND capacity = 'chair'",
		"§ 2 of 2026: Kim Alm was there or voted, but was barred"},
	{"INSERT INTO vote (ballot, person, vote) SELECT 1, person, 'yes' FROM item_person WHERE item = 1 AND presence "
	 "= "
	 "'barred'",
		"was there or voted, but was barred"},
	{"INSERT INTO vote (ballot, person, vote) SELECT 1, person, 'yes' FROM item_person WHERE item = 1 AND presence "
	 "= "
	 "'barred'",
		"§ 1 of 2026: vote 1 does not add up"},
	{"DROP TRIGGER vote_stays_2; DELETE FROM vote WHERE vote = 'no' AND person = (SELECT id FROM person WHERE "
	 "login = "
	 "'m3')",
		"§ 1 of 2026: vote 1 does not add up"},
	{"DROP TRIGGER vote_stays_1; UPDATE vote SET vote = 'no' WHERE person = (SELECT id FROM person WHERE login = "
	 "'kim')",
		"§ 1 of 2026: vote 1 does not add up"},
	{"DROP TRIGGER ballot_stays_1; UPDATE ballot SET casting = 0", "§ 1 of 2026: vote 1 does not add up"},
	{"DROP TRIGGER ballot_stays_1; UPDATE ballot SET winner = 'no'", "§ 1 of 2026: vote 1 does not add up"},
	{"DROP TRIGGER reservation_stays_1; UPDATE reservation SET kind = 'dissent'",
		"§ 1 of 2026: Mats Ask differs from it, but did not take part so"},
	{"DROP TRIGGER ballot_void_stays_1; UPDATE ballot_void SET why = 'x'", "Fields: ballots."},
	{"DROP TRIGGER ballot_void_stays_2; DELETE FROM ballot_void", "§ 3 of 2026: motion 2 was taken back"},
	{"DROP TRIGGER ballot_void_stays_1; UPDATE ballot_void SET at = '2027-01-01'",
		"§ 3 of 2026: vote 1 was taken back when the item was closed"},
	{"DROP TRIGGER motion_void_stays_1; UPDATE motion_void SET person = 1", "Fields: motions."},
	{"DROP TRIGGER reservation_wording_stays_1; UPDATE reservation_wording SET text = 'x' WHERE n = 2",
		"Fields: reservations."},
	{"DROP TRIGGER reservation_wording_stays_2; DELETE FROM reservation_wording WHERE n = 2",
		"Fields: reservations."},
	{"DROP TRIGGER reservation_wording_stays_1; UPDATE reservation_wording SET kind = 'dissent' WHERE n = 2",
		"§ 3 of 2026: Maja Lind differs from it, but did not take part so"},
};

START_TEST(whatever_is_altered_past_the_program_is_found)
{
	struct casework *cw = office_make();

	ck_assert_msg(findings_of(cw) == 0, "%s", found.text);
	rows_put(cw, planted[_i].sql);
	ck_assert_msg(findings_of(cw) > 0, "not found: %s", planted[_i].sql);
	ck_assert_msg(strstr(found.text, planted[_i].part), "%s\nwanted: %s\nsaid: %s", planted[_i].sql,
		planted[_i].part, found.text);
	casework_close(cw);
}
END_TEST

START_TEST(a_conflict_found_later_is_no_finding)
{
	struct casework *cw = office_make();

	office_clock(cw, "2026-11-23 09:00:00");
	convened_bar(cw, "maja", 1);
	ck_assert_msg(findings_of(cw) == 0, "%s", found.text);
	casework_close(cw);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("seated");
	TCase *all = tcase_create("seated");
	SRunner *runner;
	int broken;

	words_open("en");
	buffer_init(&found);
	tcase_add_test(all, a_sound_sitting_has_no_findings);
	tcase_add_test(all, a_conflict_found_later_is_no_finding);
	tcase_add_loop_test(all, whatever_is_altered_past_the_program_is_found, 0, sizeof planted / sizeof planted[0]);
	tcase_set_timeout(all, 20);
	suite_add_tcase(suite, all);
	runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	broken = srunner_ntests_failed(runner);
	srunner_free(runner);
	buffer_done(&found);
	return broken ? EXIT_FAILURE : EXIT_SUCCESS;
}
