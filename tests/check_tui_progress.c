/* Bedömningsläget and assigning in bulk at the screen. */
#include "claims.h"
#include "contest.h"
#include "session.h"

#include "base/words.h"
#include "casework/disqualification.h"

static struct casework *cw;
static struct session *session;
static int64_t round_id, m[4];

static void begin(void)
{
	words_open("sv");
	cw = office_open();
	round_id = office_round(cw, "2026");
	m[0] = contest_entry(cw, "Ett", 100);
	m[1] = contest_entry(cw, "Två", 100);
	m[2] = contest_entry(cw, "Tre", 100);
	m[3] = contest_entry(cw, "Fyra", 100);
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

static void all_assess(void)
{
	for (int i = 0; i < 4; i++) {
		contest_assess(cw, m[i], "maja", 4, 3, 2);
		contest_assess(cw, m[i], "mats", 2, 3, 3);
	}
}

static void answered(const char *login)
{
	struct disqualification_change change = {.about = {.round = round_id}, .answer = "none"};

	office_sit(cw, login);
	OK(disqualification_answer(cw, NULL, &change, NULL, err));
}

START_TEST(a_round_where_nobody_assesses_says_what_to_do)
{
	office_sit(cw, "elin");
	session = session_on(cw, 24, 80, &progress_pane, NULL);
	ck_seen(session, "Ingen ska bedöma något i omgången än. + tilldelar.");
	session_press(session, "Enter");
	ck_seen(session, "0 av 0 bedömningar lämnade");
}
END_TEST

/* maja is 2 + 0 − 1 from mats on each: a third of a step. */
START_TEST(each_has_a_row_and_the_scale_is_numbers_before_bars)
{
	all_assess();
	contest_assign(cw, m[0], "kim");
	office_sit(cw, "elin");
	session = session_on(cw, 24, 80, &progress_pane, NULL);
	ck_seen(session, "8 av 9 bedömningar lämnade");
	ck_seen(session, "0,3 högre (12)");
	ck_seen(session, "0,3 lägre (12)");
	ck_seen(session, "för få (0)");
	session_press(session, "Down Enter");
	ck_seen(session, "ger i snitt 0,3 steg högre än andra på samma åtgärder");
	ck_seen(session, "K1     0   0   0   0   4   4,0       0");
	ck_seen(session, "steg 4    4 ####");
	session_size(session, 10, 40);
	session_press(session, "q");
	ck_seen(session, "Maja");
}
END_TEST

START_TEST(who_is_still_to_assess_sees_no_severity)
{
	all_assess();
	for (int i = 0; i < 4; i++)
		contest_assign(cw, m[i], "kim");
	office_sit(cw, "kim");
	session = session_on(cw, 24, 80, &progress_pane, NULL);
	ck_seen(session, "poäng i 4 åtgärder dolda för dig");
	ck_unseen(session, "högre");
	ck_unseen(session, "lägre");
	session_press(session, "Down Enter");
	ck_seen(session, "K1     0   0   0   0   0     -       0");
}
END_TEST

START_TEST(who_may_not_assign_is_told_so)
{
	office_sit(cw, "maja");
	session = session_on(cw, 24, 80, &progress_pane, NULL);
	ck_unseen(session, "+ tilldela ");
	session_press(session, "+");
	ck_seen(session, "handläggare, ordförande");
}
END_TEST

START_TEST(measures_then_persons_are_marked_and_all_are_assigned_at_once)
{
	answered("maja");
	answered("mats");
	office_sit(cw, "elin");
	session = session_on(cw, 24, 80, &progress_pane, NULL);
	session_press(session, "+ Space Space");
	ck_seen(session, "2 åtgärder märkta");
	session_press(session, "Enter");
	ck_seen(session, "Vilka bedömer?");
	ck_seen(session, "har svarat");
	session_press(session, "Esc");
	ck_seen(session, "Vad ska bedömas?");
	session_press(session, "Enter");
	for (int row = session_at(session); row < session_find(session, "Maja Lind"); row++)
		session_press(session, "Down");
	session_press(session, "Space Space Enter");
	ck_seen(session, "4 tilldelningar är gjorda.");
	ck_seen(session, "0 av 4 bedömningar lämnade");
}
END_TEST

START_TEST(one_who_has_not_been_asked_stops_it_and_is_said_beforehand)
{
	int64_t events;

	answered("maja");
	office_sit(cw, "elin");
	events = office_events(cw);
	session = session_on(cw, 24, 80, &progress_pane, NULL);
	session_press(session, "+ Enter");
	for (int row = session_at(session); row < session_find(session, "Maja Lind"); row++)
		session_press(session, "Down");
	session_press(session, "Space");
	ck_seen(session, "! Mats Ask");
	ck_seen(session, "Mats Ask har inte fått frågan om jäv (FL 18 §)");
	session_press(session, "Enter");
	ck_seen(session, "1 tilldelning är gjord."); /* only maja is marked */
	session_press(session, "+ Down Enter");
	for (int row = session_at(session); row < session_find(session, "Mats Ask"); row++)
		session_press(session, "Down");
	events = office_events(cw);
	session_press(session, "Enter");
	ck_seen(session, "alla görs eller ingen. Inget är sparat.");
	ck_assert_int_eq(office_events(cw), events);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_round_where_nobody_assesses_says_what_to_do,
		each_has_a_row_and_the_scale_is_numbers_before_bars,
		who_is_still_to_assess_sees_no_severity,
		who_may_not_assign_is_told_so,
		measures_then_persons_are_marked_and_all_are_assigned_at_once,
		one_who_has_not_been_asked_stops_it_and_is_said_beforehand,
		NULL,
	};
	return claims_run_in("progress", claims, begin, end, 60);
}
