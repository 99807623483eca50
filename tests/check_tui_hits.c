/* The search of everything, on a terminal that is none. */
#include "claims.h"
#include "contest.h"
#include "sitting.h"
#include "tui/go.h"

#include "base/words.h"
#include "casework/clock.h"
#include "casework/note.h"

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
static struct sitting *hits_sitting(struct cases *cases)
{
	struct sitting *sitting;

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
	sitting = sitting_open(cases->cw, 24, 80);
	sitting_push(sitting, &list_pane, NULL);
	return sitting;
}

static void leave(struct sitting *sitting)
{
	struct casework *cw = sitting->desk.cw;

	sitting_close(sitting);
	casework_close(cw);
}

START_TEST(hits_come_while_one_types_and_enter_opens_them_at_their_place)
{
	struct cases cases;
	struct sitting *sitting = hits_sitting(&cases);

	sitting_press(sitting, "f");
	ck_seen(sitting, "Type words, numbers");
	sitting_type(sitting, "zeb");
	ck_seen(sitting, "1 hit");
	ck_seen(sitting, "Om »zeb«ran: hon");
	ck_seen(sitting, "note 2");
	sitting_type(sitting, "x");
	ck_seen(sitting, "Nothing has zebx.");
	sitting_press(sitting, "Backspace Enter");
	ck_seen(sitting, "Search · zeb");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "EFF 1-2026 · Region Jämtland Härjedalen");
	ck_seen(sitting, ">  2 2026-11-20 Om zebran");
	sitting_press(sitting, "q");
	ck_seen(sitting, "Search · zeb");
	leave(sitting);
}
END_TEST

START_TEST(a_measure_found_is_in_focus_in_its_case)
{
	struct cases cases;
	struct sitting *sitting = hits_sitting(&cases);

	sitting_press(sitting, "f");
	sitting_type(sitting, "kommunikation");
	sitting_press(sitting, "Enter Enter");
	ck_seen(sitting, "> 1.2   Digital kommunikation");
	leave(sitting);
}
END_TEST

START_TEST(the_words_can_be_changed_and_an_empty_search_leaves)
{
	struct cases cases;
	struct sitting *sitting = hits_sitting(&cases);

	hits_ask(sitting->ui, "vård");
	sitting_again(sitting);
	ck_seen(sitting, "Search · vård");
	ck_seen(sitting, "2 hits");
	sitting_press(sitting, "/ Ctrl-U");
	sitting_type(sitting, "zebra");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "1 hit");
	sitting_press(sitting, "f Ctrl-U Enter");
	ck_seen(sitting, "Cases");
	ck_unseen(sitting, "Search");
	sitting_press(sitting, "f Esc");
	ck_unseen(sitting, "Search");
	leave(sitting);
}
END_TEST

START_TEST(every_size_shows_the_hit_in_focus)
{
	static const int sizes[][2] = {{24, 80}, {40, 132}, {10, 40}, {5, 20}, {24, 200}};
	struct cases cases;
	struct sitting *sitting = hits_sitting(&cases);

	hits_ask(sitting->ui, "vård");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		sitting_size(sitting, sizes[i][0], sizes[i][1]);
		sitting_press(sitting, "End Home Down");
		ck_assert_uint_eq(surface_at(ui_sheet(sitting->ui), ui_sheet(sitting->ui)->cursor_row,
					  ui_sheet(sitting->ui)->cursor_column)
					  ->character[0],
			'>');
	}
	leave(sitting);
}
END_TEST

static int64_t clock_of(const struct cases *cases, const char *asks)
{
	struct clock_change change = {.kind = "completion", .asks = asks, .sent_on = "2026-11-20", .way = "email", .due_on = "2026-12-14"};
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
START_TEST(a_place_opens_its_screen_with_the_thing_in_focus)
{
	struct cases cases;
	struct sitting *sitting = hits_sitting(&cases);
	int64_t first = clock_of(&cases, "Fullmakten."), second = clock_of(&cases, "Behovsanalysen.");

	go_place(sitting->ui, &(struct spot){.place = PLACE_CLOCK, .id = second, .application = cases.one});
	sitting_again(sitting);
	ck_seen(sitting, "Time limits · ");
	ck_seen(sitting, "Asks          Behovsanalysen.");
	sitting_press(sitting, "q");
	go_place(sitting->ui, &(struct spot){.place = PLACE_CLOCK, .id = first, .application = cases.one});
	sitting_again(sitting);
	ck_seen(sitting, "Asks          Fullmakten.");
	ck_assert_int_eq(desk_at(&sitting->desk, PLACE_CLOCK), 0);
	leave(sitting);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {hits_come_while_one_types_and_enter_opens_them_at_their_place,
		a_measure_found_is_in_focus_in_its_case, the_words_can_be_changed_and_an_empty_search_leaves,
		every_size_shows_the_hit_in_focus, a_place_opens_its_screen_with_the_thing_in_focus, NULL};
	return claims_run("tui hits", claims, 60);
}
