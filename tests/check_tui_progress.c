/* Bedömningsläget and assigning in bulk at the screen. */
#include "claims.h"
#include "contest.h"
#include "sitting.h"

#include "base/words.h"
#include "casework/disqualification.h"

static struct casework *cw;
static struct sitting *sitting;
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
	sitting_close(sitting);
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
	sitting = sitting_on(cw, 24, 80, &progress_pane, NULL);
	ck_seen(sitting, "Ingen ska bedöma något i omgången än. + tilldelar.");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "0 av 0 bedömningar lämnade");
}
END_TEST

/* maja is 2 + 0 − 1 from mats on each: a third of a step. */
START_TEST(each_has_a_row_and_the_scale_is_numbers_before_bars)
{
	all_assess();
	contest_assign(cw, m[0], "kim");
	office_sit(cw, "elin");
	sitting = sitting_on(cw, 24, 80, &progress_pane, NULL);
	ck_seen(sitting, "8 av 9 bedömningar lämnade");
	ck_seen(sitting, "0,3 högre (12)");
	ck_seen(sitting, "0,3 lägre (12)");
	ck_seen(sitting, "för få (0)");
	sitting_press(sitting, "Down Enter");
	ck_seen(sitting, "ger i snitt 0,3 steg högre än andra på samma åtgärder");
	ck_seen(sitting, "K1     0   0   0   0   4   4,0       0");
	ck_seen(sitting, "steg 4    4 ####");
	sitting_size(sitting, 10, 40);
	sitting_press(sitting, "q");
	ck_seen(sitting, "Maja");
}
END_TEST

START_TEST(who_is_still_to_assess_sees_no_severity)
{
	all_assess();
	for (int i = 0; i < 4; i++)
		contest_assign(cw, m[i], "kim");
	office_sit(cw, "kim");
	sitting = sitting_on(cw, 24, 80, &progress_pane, NULL);
	ck_seen(sitting, "poäng i 4 åtgärder dolda för dig");
	ck_unseen(sitting, "högre");
	ck_unseen(sitting, "lägre");
	sitting_press(sitting, "Down Enter");
	ck_seen(sitting, "K1     0   0   0   0   0     -       0");
}
END_TEST

START_TEST(who_may_not_assign_is_told_so)
{
	office_sit(cw, "maja");
	sitting = sitting_on(cw, 24, 80, &progress_pane, NULL);
	ck_unseen(sitting, "+ tilldela ");
	sitting_press(sitting, "+");
	ck_seen(sitting, "handläggare, ordförande");
}
END_TEST

START_TEST(measures_then_persons_are_marked_and_all_are_assigned_at_once)
{
	answered("maja");
	answered("mats");
	office_sit(cw, "elin");
	sitting = sitting_on(cw, 24, 80, &progress_pane, NULL);
	sitting_press(sitting, "+ Space Space");
	ck_seen(sitting, "2 åtgärder märkta");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "Vilka bedömer?");
	ck_seen(sitting, "har svarat");
	sitting_press(sitting, "Esc");
	ck_seen(sitting, "Vad ska bedömas?");
	sitting_press(sitting, "Enter");
	for (int row = sitting_at(sitting); row < sitting_find(sitting, "Maja Lind"); row++)
		sitting_press(sitting, "Down");
	sitting_press(sitting, "Space Space Enter");
	ck_seen(sitting, "4 tilldelningar är gjorda.");
	ck_seen(sitting, "0 av 4 bedömningar lämnade");
}
END_TEST

START_TEST(one_who_has_not_been_asked_stops_it_and_is_said_beforehand)
{
	int64_t events;

	answered("maja");
	office_sit(cw, "elin");
	events = office_events(cw);
	sitting = sitting_on(cw, 24, 80, &progress_pane, NULL);
	sitting_press(sitting, "+ Enter");
	for (int row = sitting_at(sitting); row < sitting_find(sitting, "Maja Lind"); row++)
		sitting_press(sitting, "Down");
	sitting_press(sitting, "Space");
	ck_seen(sitting, "! Mats Ask");
	ck_seen(sitting, "Mats Ask har inte fått frågan om jäv (FL 18 §)");
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "1 tilldelning är gjord."); /* only maja is marked */
	sitting_press(sitting, "+ Down Enter");
	for (int row = sitting_at(sitting); row < sitting_find(sitting, "Mats Ask"); row++)
		sitting_press(sitting, "Down");
	events = office_events(cw);
	sitting_press(sitting, "Enter");
	ck_seen(sitting, "alla görs eller ingen. Inget är sparat.");
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
