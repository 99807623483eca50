/* The criteria at the screen: a version drafted, weighed, looked at against the order, adopted when its number is
 * typed, and put on the round. */
#include "claims.h"
#include "contest.h"
#include "drafting.h"
#include "session.h"

#include "base/words.h"

static struct casework *cw;
static struct session *session;

static void begin(void)
{
	words_open("sv");
	cw = office_open();
	contest_assess(cw, contest_entry(cw, "Stark på K1", 6000), "maja", 4, 1, 0);
	contest_assess(cw, contest_entry(cw, "Stark på K2", 6000), "maja", 2, 4, 0);
	office_sit(cw, "elin");
}

static void end(void)
{
	session_close(session);
	casework_close(cw);
}

static enum criteria_state state_of(int64_t number)
{
	struct criteria now = drafting_version(cw, number);
	enum criteria_state state = now.head.state;

	criteria_done(&now);
	return state;
}

START_TEST(a_version_is_drafted_weighed_and_adopted_when_its_number_is_typed)
{
	session = session_on(cw, 24, 80, &criteria_pane, NULL);
	ck_seen(session, "ej beslutad");
	session_press(session, "+");
	session_type(session, "Det som kan visas väger för lite.");
	session_press(session, "Ctrl-S");
	ck_seen(session, "Version 2 är ett förslag");
	session_press(session, "Home Enter e Ctrl-A Ctrl-K");
	session_type(session, "30");
	ck_seen(session, "blir då 70; den ska vara 100");
	session_press(session, "Ctrl-S");
	ck_seen(session, "vikternas summa 70, ska vara 100");
	session_press(session, "B");
	ck_seen(session, "Vikternas summa ska vara 100");
	session_press(session, "Down e Ctrl-A Ctrl-K");
	session_type(session, "60");
	session_press(session, "Ctrl-S");
	ck_seen(session, "vikt 30 → 60");
	ck_seen(session, "vikternas summa 100");
	session_press(session, "2");
	ck_seen(session, "PRÖVAR · kriterieversion 2 · omgång 2026");
	ck_seen(session, "2 flyttas, 0 ryms nu, 0 ryms inte längre, 0 saknar poäng.");
	session_press(session, "q B Tab");
	session_type(session, "2026:14");
	session_press(session, "Ctrl-S Enter");
	ck_assert_int_eq(state_of(2), CRITERIA_DRAFT);
	session_type(session, "2");
	session_press(session, "Enter");
	ck_seen(session, "Version 2 är fastställd");
	ck_assert_int_eq(state_of(2), CRITERIA_ADOPTED);
	session_press(session, "e");
	ck_seen(session, "En fastställd version ändras aldrig");
}
END_TEST

START_TEST(a_round_is_put_on_an_adopted_version_when_the_round_is_typed)
{
	struct criteria now;

	OK(criteria_adopt(cw, NULL, drafting_begun(cw), "2026-11-20", "2026:14", err));
	session = session_on(cw, 24, 80, &criteria_pane, NULL);
	session_press(session, "Home V");
	session_type(session, "2026");
	session_press(session, "Enter");
	ck_seen(session, "Omgång 2026 bedöms enligt version 2");
	now = drafting_version(cw, 2);
	ck_assert_str_eq(now.head.rounds, "2026");
	criteria_done(&now);
	session_press(session, "V");
	ck_seen(session, "bedöms enligt den här versionen");
}
END_TEST

START_TEST(a_criterion_is_moved_and_taken_out_and_its_place_kept_in_focus)
{
	drafting_begun(cw);
	session = session_on(cw, 24, 80, &criterion_pane, &(int64_t){2});
	session_press(session, "J");
	ck_assert(strstr(session_row(session, session_at(session)), "K1"));
	ck_assert(strstr(session_row(session, session_at(session) - 1), "K2"));
	session_press(session, "D Enter");
	ck_seen(session, "K1 är borttaget ur förslaget.");
	ck_seen(session, "vikternas summa 40, ska vara 100");
	ck_seen(session, "borttaget, vikt 60");
}
END_TEST

START_TEST(who_prepares_no_criteria_looks_at_them)
{
	drafting_begun(cw);
	office_sit(cw, "maja");
	session = session_on(cw, 24, 80, &criteria_pane, NULL);
	ck_seen(session, "förslag");
	ck_unseen(session, "+ ny");
	session_press(session, "+");
	ck_seen(session, "förbereda kriterieversioner");
	session_press(session, "Home B");
	ck_seen(session, "registrera att delegationen har fastställt kriterier");
	session_press(session, "Enter e");
	ck_seen(session, "förbereda kriterieversioner");
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {
		a_version_is_drafted_weighed_and_adopted_when_its_number_is_typed,
		a_round_is_put_on_an_adopted_version_when_the_round_is_typed,
		a_criterion_is_moved_and_taken_out_and_its_place_kept_in_focus,
		who_prepares_no_criteria_looks_at_them,
		NULL,
	};

	return claims_run_in("tui criteria", claims, begin, end, 60);
}
