/* The search of everything, on a terminal that is none. */
#include "claims.h"
#include "contest.h"
#include "convened.h"
#include "session.h"
#include "tui/go.h"

#include "base/words.h"
#include "casework/clock.h"
#include "casework/note.h"
#include "casework/sitting.h"

static const int once[CONTEST_YEARS] = {0, 7200, 0, 0, 0, 0};
static const char *const alone[] = {"23", NULL}, *const joint[] = {"13", "19", "20", NULL};

struct cases {
	struct casework *cw;
	int64_t one, joint;
};

static void note_write(struct casework *cw, int64_t application, const char *said)
{
	struct note_change note = {.occurred_on = "2026-11-20", .way = "phone", .said = said};
	int n;

	OK(note_add(cw, NULL, application, &note, &n, err));
}

/* Case 1 with measures 1.1 and 1.2 and three notes, and the joint case 2; elin sits there. */
static struct session *hits_sitting(struct cases *cases)
{
	struct session *session;

	words_open("en");
	*cases = (struct cases){.cw = office_open()};
	cases->one = contest_application(cases->cw, "Närmare vård", alone);
	contest_measure(cases->cw, cases->one, "Frigjord tid för nytt vårdsystem", once);
	contest_measure(cases->cw, cases->one, "Digital kommunikation", once);
	cases->joint = contest_application(cases->cw, "Införa och sprida AI", joint);
	office_sit(cases->cw, "elin");
	note_write(cases->cw, cases->one, "Ekonomichefen väntar.");
	note_write(cases->cw, cases->one, "Om zebran: hon undrar vad den kostar.");
	note_write(cases->cw, cases->one, "Inget nytt.");
	session = session_open(cases->cw, 24, 80);
	session_push(session, &list_pane, NULL);
	return session;
}

static void leave(struct session *session)
{
	struct casework *cw = session->desk.cw;

	session_close(session);
	casework_close(cw);
}

START_TEST(hits_come_while_one_types_and_enter_opens_them_at_their_place)
{
	struct cases cases;
	struct session *session = hits_sitting(&cases);

	session_press(session, "f");
	ck_seen(session, "Type words, numbers");
	session_type(session, "zeb");
	ck_seen(session, "1 hit");
	ck_seen(session, "Om »zeb«ran: hon");
	ck_seen(session, "note 2");
	session_type(session, "x");
	ck_seen(session, "Nothing has zebx.");
	session_press(session, "Backspace Enter");
	ck_seen(session, "Search · zeb");
	session_press(session, "Enter");
	ck_seen(session, "EFF 1-2026 · Region Jämtland Härjedalen");
	ck_seen(session, ">  2 2026-11-20 Om zebran");
	session_press(session, "q");
	ck_seen(session, "Search · zeb");
	leave(session);
}
END_TEST

START_TEST(a_measure_found_is_in_focus_in_its_case)
{
	struct cases cases;
	struct session *session = hits_sitting(&cases);

	session_press(session, "f");
	session_type(session, "kommunikation");
	session_press(session, "Enter Enter");
	ck_seen(session, "> 1.2   Digital kommunikation");
	leave(session);
}
END_TEST

START_TEST(the_words_can_be_changed_and_an_empty_search_leaves)
{
	struct cases cases;
	struct session *session = hits_sitting(&cases);

	hits_ask(session->ui, "vård");
	session_again(session);
	ck_seen(session, "Search · vård");
	ck_seen(session, "2 hits");
	session_press(session, "/ Ctrl-U");
	session_type(session, "zebra");
	session_press(session, "Enter");
	ck_seen(session, "1 hit");
	session_press(session, "f Ctrl-U Enter");
	ck_seen(session, "Cases");
	ck_unseen(session, "Search");
	session_press(session, "f Esc");
	ck_unseen(session, "Search");
	leave(session);
}
END_TEST

START_TEST(every_size_shows_the_hit_in_focus)
{
	static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}, {5, 20}, {24, 200}};
	struct cases cases;
	struct session *session = hits_sitting(&cases);

	hits_ask(session->ui, "vård");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		session_size(session, sizes[i][0], sizes[i][1]);
		session_press(session, "End Home Down");
		ck_assert_uint_eq(surface_at(ui_sheet(session->ui), ui_sheet(session->ui)->cursor_row,
					  ui_sheet(session->ui)->cursor_column)
					  ->character[0],
			'>');
	}
	leave(session);
}
END_TEST

static int64_t clock_of(const struct cases *cases, const char *asks)
{
	struct clock_change change = {
		.kind = "completion", .asks = asks, .sent_on = "2026-11-20", .way = "email", .due_on = "2026-12-14"};
	struct clock_list list;
	int64_t id;
	int n;

	OK(clock_send(cases->cw, NULL, cases->one, &change, &n, err));
	OK(clock_list_load(cases->cw, cases->one, &list, err));
	id = list.items[list.count - 1].id;
	clock_list_done(&list);
	return id;
}

/* Each place has its screen, with the thing in focus and nothing else. */
START_TEST(an_item_of_a_sitting_is_opened_at_the_sitting)
{
	struct cases cases;
	struct session *session = hits_sitting(&cases);
	struct sitting_item_change news = {.title = "Zebror i höst", .proposes = ""},
				   other = {.title = "Annat", .proposes = ""};
	int64_t sitting, item;

	convened_members(cases.cw, 4);
	sitting = convened_sitting(cases.cw);
	OK(sitting_item_add(cases.cw, NULL, sitting, &other, &item, err));
	OK(sitting_take(cases.cw, NULL, item, err));
	OK(sitting_item_add(cases.cw, NULL, sitting, &news, &item, err));
	OK(sitting_item_add(cases.cw, NULL, sitting, &other, &item, err));
	session_press(session, "f");
	session_type(session, "zebror");
	ck_seen(session, "agenda");
	session_press(session, "Enter Enter");
	ck_seen(session, "Sitting 2026-11-22");
	ck_seen(session, ">   2 ");
	session_press(session, "q");
	ck_seen(session, "Search · zebror");
	leave(session);
}
END_TEST

START_TEST(a_place_opens_its_screen_with_the_thing_in_focus)
{
	struct cases cases;
	struct session *session = hits_sitting(&cases);
	int64_t first = clock_of(&cases, "Fullmakten."), second = clock_of(&cases, "Behovsanalysen.");

	go_place(session->ui, &(struct spot){.place = PLACE_CLOCK, .id = second, .application = cases.one});
	session_again(session);
	ck_seen(session, "Time limits · ");
	ck_seen(session, "Asks          Behovsanalysen.");
	session_press(session, "q");
	go_place(session->ui, &(struct spot){.place = PLACE_CLOCK, .id = first, .application = cases.one});
	session_again(session);
	ck_seen(session, "Asks          Fullmakten.");
	ck_assert_int_eq(desk_at(&session->desk, PLACE_CLOCK), 0);
	leave(session);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {hits_come_while_one_types_and_enter_opens_them_at_their_place,
		a_measure_found_is_in_focus_in_its_case, the_words_can_be_changed_and_an_empty_search_leaves,
		every_size_shows_the_hit_in_focus, an_item_of_a_sitting_is_opened_at_the_sitting,
		a_place_opens_its_screen_with_the_thing_in_focus, NULL};
	return claims_run("tui hits", claims, 60);
}
