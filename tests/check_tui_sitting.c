/* The meeting on one screen: a whole sitting by its keys, and what bars them. */
#include "cases.h"
#include "casework/sitting.h"
#include "casework/todo.h"
#include "claims.h"
#include "contest.h"
#include "convened.h"
#include "csv/reports.h"
#include "granting.h"
#include "session.h"

#include "base/file.h"
#include "base/words.h"

static struct casework *cw;
static struct session *desk;
static int64_t close_care, digital, id;

static void begin(const char *language)
{
	words_open(language);
	cw = office_open();
	close_care = contest_entry(cw, "Nära vård", 1000);
	digital = contest_entry(cw, "Digital vårdväg", 2000);
	convened_members(cw, 4);
	id = convened_sitting(cw);
}

static void end(void)
{
	session_close(desk);
	casework_close(cw);
}

START_TEST(a_sitting_is_recorded_from_its_first_item_to_its_minutes)
{
	begin("sv");
	convened_item(cw, id, close_care);
	convened_item(cw, id, digital);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_golden(desk, "sitting-80");
	session_press(desk, "Enter");
	ck_seen(desk, "Beslutför: ordföranden och 4 av 4");
	session_press(desk, "2 2"); /* Ledamot 3: remote, absent */
	ck_seen(desk, "2 frånv.  Ledamot 3");
	ck_seen(desk, "ordföranden och 3 av 4");
	session_press(desk, "y");
	session_type(desk, "4 bifall");
	session_press(desk, "Enter y");
	session_type(desk, "5 avslag, nyttan är inte visad");
	session_press(desk, "Enter");
	ck_seen(desk, "2 Mats Ask: avslag");
	session_press(desk, "o");
	ck_seen(desk, "Ja för yrkande 1, nej för yrkande 2");
	session_type(desk, "3 5");
	session_press(desk, "Enter");
	ck_seen(desk, "2 ja, 2 nej: lika, och ordföranden röstade ja");
	session_press(desk, "Enter");
	ck_seen(desk, "ordförandens utslagsröst");
	session_golden(desk, "sitting-voted-80");
	session_press(desk, "R");
	session_type(desk, "5 Borde ha avslagits.");
	session_press(desk, "Enter u Enter");
	session_press(desk, "Enter");
	ck_seen(desk, "Punkten är avslutad");
	ck_seen(desk, "Digital vårdväg");
	end();
}
END_TEST

START_TEST(a_presenter_who_is_recorded_as_absent_is_told_before_the_item_ends)
{
	begin("sv");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	ck_unseen(desk, "antecknad som frånvarande");
	session_press(desk, "7");
	ck_seen(desk, "Olle Ek, antecknad som frånvarande");
	session_press(desk, "u Enter");
	ck_seen(desk, "Olle Ek är föredragande och antecknad som frånvarande. Utfall:");
	ck_seen(desk, "Skäl:");
	session_press(desk, "Esc u 6");
	ck_seen(desk, "Antecknas:");
	ck_unseen(desk, "Skäl:");
}
END_TEST

START_TEST(a_sitting_among_what_is_to_be_done_opens_at_its_agenda)
{
	begin("sv");
	convened_item(cw, id, close_care);
	desk = session_on(cw, 24, 80, &todo_pane, NULL);
	session_press(desk, "End Enter");
	ck_seen(desk, "Sammanträde 2026-11-22 · EFF 3-2026");
	ck_seen(desk, "1.1 Nära vård");
}
END_TEST

START_TEST(U_takes_back_what_was_recorded_wrongly)
{
	begin("sv");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "U");
	ck_seen(desk, "Inget i punkten går att återta");
	session_press(desk, "y");
	session_type(desk, "4 bifall");
	session_press(desk, "Enter U");
	ck_seen(desk, "Felregistrerat: yrkande 1, Maja Lind: bifall."); /* the only thing there is */
	session_press(desk, "Esc y");
	session_type(desk, "5 avslag");
	session_press(desk, "Enter o");
	session_type(desk, "3");
	session_press(desk, "Enter Enter U");
	ck_seen(desk, "Felregistrerat: omröstningen om yrkande 1 mot 2"); /* the motions are voted on */
	session_type(desk, "Räknade fel.");
	session_press(desk, "Enter");
	ck_seen(desk, "står kvar i historiken men inte i protokollet");
	session_golden(desk, "sitting-void-80");
	session_press(desk, "U Down Enter");
	ck_seen(desk, "Felregistrerat: yrkande 2, Mats Ask: avslag.");
	end();
}
END_TEST

START_TEST(a_number_puts_a_measure_or_a_case_on_the_agenda)
{
	struct sitting now;

	begin("sv");
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "+");
	session_type(desk, "2.1");
	session_press(desk, "Enter");
	ck_seen(desk, "2.1 Digital vårdväg");
	session_press(desk, "+");
	session_type(desk, "9.1");
	session_press(desk, "Enter");
	ck_seen(desk, "Det finns ingen");
	session_press(desk, "+ Ctrl-U");
	session_type(desk, "2.1");
	session_press(desk, "Enter");
	ck_seen(desk, "står redan på föredragningslistan");
	session_press(desk, "+ Ctrl-U");
	session_type(desk, "1");
	session_press(desk, "Enter +");
	session_type(desk, "2027 års omgång");
	session_press(desk, "Enter");
	OK(sitting_load(cw, id, &now, err));
	ck_assert_int_eq(now.item_count, 3);
	ck_assert_int_eq(now.items[0].measure, digital);
	ck_assert_str_eq(now.items[1].kind, "application");
	ck_assert_str_eq(now.items[2].kind, "other");
	ck_assert_str_eq(now.items[2].title, "2027 års omgång");
	sitting_done(&now);
	end();
}
END_TEST

START_TEST(what_is_to_be_done_names_the_sitting_with_its_year)
{
	struct todo_list list;
	struct report report;
	struct buffer text;

	begin("sv"); /* one year: an application has none */
	desk = session_on(cw, 24, 80, &todo_pane, NULL);
	session_press(desk, "v");
	ck_seen(desk, " 3-2026 ");
	session_close(desk);
	desk = session_on(cw, 24, 80, &hits_pane, "delegationens");
	session_again(desk);
	ck_seen(desk, "3-2026 ");
	OK(todo_list_load(cw, false, &list, err));
	report_todo(&report, &list, false);
	buffer_init(&text);
	OK(report_write(&report, REPORT_AS_PLAIN, false, 0, &text, err));
	ck_assert_msg(strstr(text.text, "3-2026") != NULL, "%s", text.text);
	buffer_done(&text);
	report_done(&report);
	todo_list_done(&list);
	end();
}
END_TEST

START_TEST(a_wide_screen_has_the_item_beside_the_agenda)
{
	begin("sv");
	convened_taken(cw, id, close_care);
	convened_item(cw, id, digital);
	desk = session_on(cw, 40, 132, &sitting_pane, &id);
	session_golden(desk, "sitting-132");
	session_size(desk, 10, 40);
	ck_seen(desk, "Nära vård");
	end();
}
END_TEST

START_TEST(in_english_too)
{
	begin("en");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_golden(desk, "sitting-en-80");
	session_press(desk, "o");
	ck_seen(desk, "takes two motions");
	session_press(desk, "S");
	ck_seen(desk, "An item is under way");
	end();
}
END_TEST

START_TEST(presence_is_the_items_until_P_says_the_whole_sittings)
{
	begin("en");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "4");
	ck_seen(desk, "4 by link Maja Lind");
	session_press(desk, "P 5 5");
	ck_seen(desk, "for the whole sitting");
	ck_seen(desk, "4 here    Maja Lind");
	ck_seen(desk, "5 away    Mats Ask");
	session_close(desk);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	ck_seen(desk, "4 by link Maja Lind");
	session_press(desk, "9");
	ck_seen(desk, "Nobody has number 9");
	end();
}
END_TEST

START_TEST(who_is_barred_sees_the_subject_alone)
{
	begin("en");
	convened_bar(cw, "kim", granting_application(cw, close_care));
	convened_taken(cw, id, close_care);
	office_sit(cw, "kim");
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	ck_seen(desk, "Nära vård");
	ck_seen(desk, "disqualified here");
	ck_unseen(desk, "Bifall");
	ck_unseen(desk, "Maja Lind");
	end();
}
END_TEST

START_TEST(the_chair_barred_leaves_the_item_without_a_quorum)
{
	begin("en");
	convened_bar(cw, "kim", granting_application(cw, close_care));
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	ck_seen(desk, "Not quorate: the chair is not there");
	session_press(desk, "u Enter Enter"); /* what fits stands first */
	ck_seen(desk, "tabled, not quorate");
	end();
}
END_TEST

START_TEST(a_motion_that_is_typed_survives_the_screen)
{
	begin("en");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "y");
	session_type(desk, "4 refuse it");
	session_press(desk, "Esc y");
	ck_seen(desk, "4 refuse it");
	end();
}
END_TEST

START_TEST(a_number_nobody_has_is_told_and_the_words_are_kept)
{
	begin("en");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "y");
	session_type(desk, "8 refuse it");
	session_press(desk, "Enter");
	ck_seen(desk, "Nobody who is called has number 8: they are 1 to 7.");
	session_press(desk, "y");
	ck_seen(desk, "8 refuse it");
	end();
}
END_TEST

START_TEST(long_words_are_marked_as_cut_and_leave_room_for_the_vote)
{
	begin("en");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	for (int person = 4; person < 6; person++) {
		session_press(desk, "y");
		session_type(desk, person == 4 ? "4 " : "5 ");
		for (int i = 0; i < 60; i++)
			session_type(desk, "åäö åäö ");
		session_press(desk, "Enter");
	}
	session_press(desk, "o");
	session_type(desk, "3");
	session_press(desk, "Enter Enter");
	ck_seen(desk, "… (fell)");
	ck_seen(desk, "1 against 2:");
	end();
}
END_TEST

START_TEST(an_item_is_moved_to_a_number)
{
	begin("en");
	convened_item(cw, id, close_care);
	convened_item(cw, id, digital);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "m");
	session_type(desk, "first");
	session_press(desk, "Enter");
	ck_seen(desk, "Write the place as a number");
	session_press(desk, "Ctrl-U 2 Enter");
	ck_seen(desk, "The item is moved.");
	end();
}
END_TEST

START_TEST(the_papers_are_read_and_written)
{
	struct buffer text;

	begin("sv");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "v 3");
	ck_seen(desk, "Protokoll");
	session_press(desk, "q w 2 Ctrl-U");
	session_type(desk, "/tmp/kansli-agenda-test.txt");
	unlink("/tmp/kansli-agenda-test.txt");
	session_press(desk, "Enter");
	ck_seen(desk, "är skriven");
	buffer_init(&text);
	OK(file_read("/tmp/kansli-agenda-test.txt", 1 << 20, &text, err));
	ck_assert_ptr_nonnull(strstr(text.text, "Föredragningslista\n"));
	ck_assert_ptr_nonnull(strstr(text.text, " 1 (1)\n"));
	buffer_done(&text);
	unlink("/tmp/kansli-agenda-test.txt");
	end();
}
END_TEST

START_TEST(a_sitting_is_called_by_one_line)
{
	begin("en");
	desk = session_on(cw, 24, 80, &sittings_pane, NULL);
	ck_seen(desk, "under way");
	session_press(desk, "+");
	session_press(desk, "Enter");
	ck_seen(desk, "Write the day, the hour and the place");
	session_type(desk, "2026-02-30 10:00 Gävle");
	session_press(desk, "Enter");
	ck_seen(desk, "2026-02-30");
	ck_seen(desk, "is not a day");
	session_press(desk, "Ctrl-U");
	session_type(desk, "2026-12-10 10.00 Gävle slott");
	session_press(desk, "Enter");
	ck_seen(desk, "2026-12-10 10:00");
	ck_seen(desk, "Gävle slott");
	session_golden(desk, "sittings-80");
	end();
}
END_TEST

START_TEST(a_day_and_an_hour_are_read_as_people_write_them)
{
	char place[401];

	begin("sv");
	memset(place, 'x', sizeof place - 1);
	place[sizeof place - 1] = '\0';
	desk = session_on(cw, 24, 80, &sittings_pane, NULL);
	session_press(desk, "+");
	session_type(desk, "10/12 kl. 9.30 ");
	session_type(desk, place);
	session_press(desk, "Enter");
	ck_seen(desk, "2026-12-10 09:30");
	/* Changing the hour alone keeps the whole of a long place. */
	session_press(desk, "e Ctrl-E Enter");
	ck_seen(desk, "Dag, klockslag och plats är ändrade.");
	struct sitting_list list;
	struct error err = {0};
	bool whole = false;

	ck_assert_msg(sitting_list_load(cw, &list, &err), "%s", err.text);
	for (int i = 0; i < list.count; i++)
		whole = whole || !strcmp(list.items[i].place, place);
	sitting_list_done(&list);
	ck_assert(whole);
	end();
}
END_TEST

START_TEST(the_list_of_sittings_says_the_whole_status)
{
	struct error err = {0};
	struct operation op = operation_new();

	begin("sv");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "u Enter Enter S");
	session_type(desk, "AVSLUTA");
	session_press(desk, "Enter");
	session_close(desk);
	desk = session_on(cw, 24, 80, &sittings_pane, NULL);
	ck_seen(desk, "avslutat, ej justerat");
	ck_unseen(desk, "1-1");
	/* Its field is the place, not a place in the ranking. */
	ck_assert(!sitting_change(cw, &op, id, &(struct sitting_change){.on_day = "2026-11-22", .place = "a\a"}, &err));
	ck_assert_ptr_null(strstr(err.text, "Rang"));
	end();
}
END_TEST

START_TEST(the_sitting_ends_and_its_minutes_are_approved)
{
	begin("en");
	convened_taken(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	session_press(desk, "u Enter Enter S");
	session_type(desk, "CLOSE");
	session_press(desk, "Enter");
	ck_seen(desk, "The sitting is closed");
	session_press(desk, "J 2 4");
	ck_seen(desk, "Who approves the minutes beside the chair is recorded");
	session_press(desk, "J 3 Enter");
	ck_seen(desk, "minutes approved");
	end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_sitting_is_recorded_from_its_first_item_to_its_minutes,
		a_presenter_who_is_recorded_as_absent_is_told_before_the_item_ends,
		a_sitting_among_what_is_to_be_done_opens_at_its_agenda, U_takes_back_what_was_recorded_wrongly,
		a_number_puts_a_measure_or_a_case_on_the_agenda, what_is_to_be_done_names_the_sitting_with_its_year,
		a_wide_screen_has_the_item_beside_the_agenda, in_english_too,
		presence_is_the_items_until_P_says_the_whole_sittings, who_is_barred_sees_the_subject_alone,
		the_chair_barred_leaves_the_item_without_a_quorum, a_motion_that_is_typed_survives_the_screen,
		a_number_nobody_has_is_told_and_the_words_are_kept,
		long_words_are_marked_as_cut_and_leave_room_for_the_vote, an_item_is_moved_to_a_number,
		a_day_and_an_hour_are_read_as_people_write_them, the_list_of_sittings_says_the_whole_status,
		the_papers_are_read_and_written, a_sitting_is_called_by_one_line,
		the_sitting_ends_and_its_minutes_are_approved, NULL};

	return claims_run("sitting", claims, 60);
}
