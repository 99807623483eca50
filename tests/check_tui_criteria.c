/* The criteria at the screen: a version drafted, weighed, looked at against the order, adopted when its number is
 * typed, and put on the round. */
#include "claims.h"
#include "contest.h"
#include "drafting.h"
#include "sitting.h"

#include "base/words.h"

static struct casework *cw;
static struct sitting *sitting;

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
	sitting_close(sitting);
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
	sitting = sitting_on(cw, 24, 80, &criteria_pane, NULL);
	ck_seen(sitting, "ej beslutad");
	sitting_press(sitting, "+");
	sitting_type(sitting, "Det som kan visas väger för lite.");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "Version 2 är ett förslag");
	sitting_press(sitting, "Home Enter e Ctrl-A Ctrl-K");
	sitting_type(sitting, "30");
	ck_seen(sitting, "blir då 70; den ska vara 100");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "vikternas summa 70, ska vara 100");
	sitting_press(sitting, "B");
	ck_seen(sitting, "Vikternas summa ska vara 100");
	sitting_press(sitting, "Down e Ctrl-A Ctrl-K");
	sitting_type(sitting, "60");
	sitting_press(sitting, "Ctrl-S");
	ck_seen(sitting, "vikt 30 → 60");
	ck_seen(sitting, "vikternas summa 100");
	sitting_press(sitting, "2");
	ck_seen(sitting, "PRÖVAR · kriterieversion 2 · omgång 2026");
	ck_seen(sitting, "2 flyttas, 0 ryms nu, 0 ryms inte längre, 0 saknar poäng.");
	sitting_press(sitting, "q B Tab");
	sitting_type(sitting, "2026:14");
	sitting_press(sitting, "Ctrl-S Enter");
	ck_assert_int_eq(state_of(2), CRITERIA_DRAFT);
	sitting_type(sitting, "2");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "Version 2 är fastställd");
	ck_assert_int_eq(state_of(2), CRITERIA_ADOPTED);
	sitting_press(sitting, "e");
	ck_seen(sitting, "En fastställd version ändras aldrig");
}
END_TEST

START_TEST(a_round_is_put_on_an_adopted_version_when_the_round_is_typed)
{
	struct criteria now;

	OK(criteria_adopt(cw, NULL, drafting_begun(cw), "2026-11-20", "2026:14", err));
	sitting = sitting_on(cw, 24, 80, &criteria_pane, NULL);
	sitting_press(sitting, "Home V");
	sitting_type(sitting, "2026");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "Omgång 2026 bedöms enligt version 2");
	now = drafting_version(cw, 2);
	ck_assert_str_eq(now.head.rounds, "2026");
	criteria_done(&now);
	sitting_press(sitting, "V");
	ck_seen(sitting, "bedöms enligt den här versionen");
}
END_TEST

START_TEST(a_criterion_is_moved_and_taken_out_and_its_place_kept_in_focus)
{
	drafting_begun(cw);
	sitting = sitting_on(cw, 24, 80, &criterion_pane, &(int64_t){2});
	sitting_press(sitting, "J");
	ck_assert(strstr(sitting_row(sitting, sitting_at(sitting)), "K1"));
	ck_assert(strstr(sitting_row(sitting, sitting_at(sitting) - 1), "K2"));
	sitting_press(sitting, "D Enter");
	ck_seen(sitting, "K1 är borttaget ur förslaget.");
	ck_seen(sitting, "vikternas summa 40, ska vara 100");
	ck_seen(sitting, "borttaget, vikt 60");
}
END_TEST

START_TEST(who_prepares_no_criteria_looks_at_them)
{
	drafting_begun(cw);
	office_sit(cw, "maja");
	sitting = sitting_on(cw, 24, 80, &criteria_pane, NULL);
	ck_seen(sitting, "förslag");
	ck_unseen(sitting, "+ ny");
	sitting_press(sitting, "+");
	ck_seen(sitting, "förbereda kriterieversioner");
	sitting_press(sitting, "Home B");
	ck_seen(sitting, "registrera att delegationen har fastställt kriterier");
	sitting_press(sitting, "Enter e");
	ck_seen(sitting, "förbereda kriterieversioner");
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
