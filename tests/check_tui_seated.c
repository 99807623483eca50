/* What the meeting's screen offers of an item, and how it shows who is there. */
#include "cases.h"
#include "claims.h"
#include "contest.h"
#include "convened.h"
#include "session.h"

#include "base/words.h"
#include "casework/sitting.h"

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

static void closed(int64_t item, const char *outcome)
{
	struct sitting_outcome given = {.outcome = outcome, .why = "Se protokollet."};

	OK(sitting_outcome(cw, NULL, item, &given, err));
}

START_TEST(a_reservation_is_offered_only_where_there_is_something_to_differ_from)
{
	begin("en");
	closed(convened_taken(cw, id, close_care), "noted");
	closed(convened_taken(cw, id, digital), "tabled");
	desk = session_on(cw, 24, 100, &sitting_pane, &id);
	session_press(desk, "Home");
	ck_unseen(desk, "R reservation");
	session_press(desk, "R");
	ck_seen(desk, "nothing was decided");
	session_press(desk, "Down");
	ck_seen(desk, "R reservation");
	session_close(desk);
	office_sit(cw, "rev");
	desk = session_on(cw, 24, 100, &sitting_pane, &id);
	session_press(desk, "End");
	ck_seen(desk, ">   2    2 2.1");
	ck_unseen(desk, "R reservation");
	session_close(desk);
	office_sit(cw, "elin");
	desk = session_on(cw, 24, 100, &sitting_pane, &id);
	session_press(desk, "End");
	OK(sitting_adjuster(cw, NULL, id, office_person(cw, "maja"), err));
	OK(sitting_close(cw, NULL, id, err));
	session_again(desk);
	ck_seen(desk, "R reservation");
	office_sit(cw, "kim");
	OK(sitting_adjust(cw, NULL, id, NULL, err));
	office_sit(cw, "elin");
	session_again(desk);
	ck_unseen(desk, "R reservation");
	session_press(desk, "R");
	ck_seen(desk, "The minutes of the item are approved");
	end();
}
END_TEST

START_TEST(names_are_whole_where_fewer_beside_each_other_make_room)
{
	begin("sv");
	rows_put(cw, "UPDATE person SET name = 'Person med ett mycket långt namn ' || id;");
	convened_item(cw, id, close_care);
	desk = session_on(cw, 24, 80, &sitting_pane, &id);
	ck_seen(desk, "Person med ett mycket långt namn");
	ck_unseen(desk, "…");
	session_size(desk, 24, 40);
	ck_seen(desk, "Person med ett mycket långt");
	end();
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_reservation_is_offered_only_where_there_is_something_to_differ_from,
		names_are_whole_where_fewer_beside_each_other_make_room, NULL};

	return claims_run("seated", claims, 60);
}
